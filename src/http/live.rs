//! Clients that listen: who may, how many, and for how long.
//!
//! Subscriptions come over a WebSocket ([`socket`], the protocol `graphql-transport-ws`) or as server-sent events
//! ([`events`], "GraphQL over SSE", distinct connections). Either way a connection is counted by the place it comes from,
//! by account and by city, and what it asks for by the place as well; and who listens is looked up again and again: with the session, the token, the rights or the
//! city's modules the connection ends.

pub(super) mod events;
pub(super) mod socket;

use std::{
    collections::HashMap,
    hash::Hash,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use axum::response::{IntoResponse as _, Response};
use kernel::{
    error::{Code, Fault},
    i18n::Lang,
    scope::Actor,
    slug::Slug,
    tenancy::TenantState,
};
use tokio::sync::watch;
use uuid::Uuid;

use super::{errors, host, visit::Visit};

/// How often, how long and how many.
#[derive(Clone, Copy, Debug)]
pub struct Pace {
    /// How often a silent connection shows that it is there.
    pub heartbeat: Duration,
    /// How often it is looked up whether who listens still may.
    pub check: Duration,
    /// How long a client may take to say who it is, and to take what it asked for.
    pub patience: Duration,
    /// Connections of one place at a time: a school is one.
    pub of_place: u32,
    /// Connections of one account at a time.
    pub of_account: u32,
    /// Connections to one city at a time.
    pub of_city: u32,
    /// Operations of one WebSocket at a time.
    pub operations: usize,
    /// Operations of one place at a time, over all its connections: each bell of a school is one.
    pub operations_of_place: u32,
}

impl Default for Pace {
    fn default() -> Self {
        Self {
            heartbeat: Duration::from_secs(15),
            check: Duration::from_secs(30),
            patience: Duration::from_secs(20),
            of_place: 300,
            of_account: 20,
            of_city: 10_000,
            operations: 20,
            operations_of_place: 400,
        }
    }
}

/// The connections that are open.
#[derive(Debug, Default)]
pub struct Live {
    /// How often, how long and how many.
    pub pace: Pace,
    counts: Arc<Counts>,
}

/// Connections by what they are counted by.
#[derive(Debug, Default)]
struct Counts {
    cities: Mutex<HashMap<Slug, u32>>,
    places: Mutex<HashMap<(Slug, String), u32>>,
    accounts: Mutex<HashMap<(Slug, Uuid), u32>>,
    operations: Mutex<HashMap<(Slug, String), u32>>,
}

/// The right to one connection or operation, until it is dropped.
struct Permit<K: Eq + Hash> {
    counts: Arc<Counts>,
    of: fn(&Counts) -> &Mutex<HashMap<K, u32>>,
    key: K,
}

impl<K: Eq + Hash + Clone> Permit<K> {
    fn take(counts: &Arc<Counts>, of: fn(&Counts) -> &Mutex<HashMap<K, u32>>, key: K, most: u32) -> Option<Self> {
        let mut open = of(counts).lock().unwrap_or_else(PoisonError::into_inner);
        let count = open.entry(key.clone()).or_default();
        if *count >= most {
            return None;
        }
        *count += 1;
        drop(open);
        Some(Self { counts: counts.clone(), of, key })
    }
}

impl<K: Eq + Hash> Drop for Permit<K> {
    fn drop(&mut self) {
        let mut open = (self.of)(&self.counts).lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = open.get_mut(&self.key) {
            *count -= 1;
            if *count == 0 {
                open.remove(&self.key);
            }
        }
    }
}

/// A connection's place among others, until it is dropped.
struct Entry {
    _city: Permit<Slug>,
    _place: Permit<(Slug, String)>,
}

impl Live {
    /// Those of that pace.
    pub fn with(pace: Pace) -> Self {
        Self { pace, counts: Arc::default() }
    }

    /// How many connections are open to a city.
    pub fn open(&self, city: &Slug) -> u32 {
        let cities = self.counts.cities.lock().unwrap_or_else(PoisonError::into_inner);
        cities.get(city).copied().unwrap_or_default()
    }

    /// Lets a connection in, if its place and city have not too many.
    fn enter(&self, city: &Slug, place: String) -> Option<Entry> {
        let key = (city.clone(), place);
        let place = Permit::take(&self.counts, |counts| &counts.places, key, self.pace.of_place)?;
        let city = Permit::take(&self.counts, |counts| &counts.cities, city.clone(), self.pace.of_city)?;
        Some(Entry { _city: city, _place: place })
    }

    /// Lets a connection of somebody who signed in go on, if they have not too many.
    fn enter_as(&self, city: &Slug, account: Uuid) -> Option<Permit<(Slug, Uuid)>> {
        Permit::take(&self.counts, |counts| &counts.accounts, (city.clone(), account), self.pace.of_account)
    }

    /// Lets an operation begin, if its place has not too many.
    fn operate(&self, city: &Slug, place: String) -> Option<Permit<(Slug, String)>> {
        Permit::take(&self.counts, |counts| &counts.operations, (city.clone(), place), self.pace.operations_of_place)
    }
}

/// Tells connections that the server is to stop.
#[derive(Clone, Debug)]
pub(super) struct Stopping(pub(super) watch::Receiver<bool>);

impl Stopping {
    /// Resolves when the server is to stop.
    pub(super) async fn wait(&mut self) {
        if self.0.wait_for(|stops| *stops).await.is_err() {
            // Nobody is there who could stop it: a test's router without a server.
            std::future::pending::<()>().await;
        }
    }
}

/// Why a connection ends that its client would keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// The session or token is no more.
    SignedOut,
    /// The rights, or what the city has switched on, are others: the client may come again.
    Changed,
    /// The city is paused or gone.
    Closed,
}

impl End {
    fn code(self) -> Code {
        match self {
            Self::SignedOut => Code::Unauthenticated,
            Self::Changed | Self::Closed => Code::Unavailable,
        }
    }

    fn message(self) -> &'static str {
        match self {
            Self::SignedOut => "the session has ended",
            Self::Changed => "rights or modules have changed; connect again",
            Self::Closed => "this portal is paused or gone",
        }
    }
}

/// Somebody who listens.
struct Listener {
    visit: Visit,
    /// The API token by which they are known, if by one.
    token: Option<String>,
    lang: Option<Lang>,
}

impl Listener {
    /// Resolves when who listens no longer may.
    async fn end(&self) -> End {
        loop {
            tokio::time::sleep(self.visit.server.live.pace.check).await;
            match self.look().await {
                Ok(None) => {}
                Ok(Some(end)) => return end,
                // The database is away; the next look will tell.
                Err(fault) => fault.log(),
            }
        }
    }

    async fn look(&self) -> Result<Option<End>, Fault> {
        let Some(tenant) = &self.visit.tenant else { return Ok(Some(End::Closed)) };
        let registered = self.visit.server.app.registry.current();
        match registered.get(&tenant.slug) {
            None => return Ok(Some(End::Closed)),
            Some(now) if now.state == TenantState::Paused => return Ok(Some(End::Closed)),
            Some(now) if now.modules != tenant.modules => return Ok(Some(End::Changed)),
            Some(_) => {}
        }
        let actor = self.visit.actor_now(self.token.as_deref()).await?;
        Ok(match (&self.visit.actor, &actor) {
            (Actor::Person(before), Actor::Person(now)) => {
                let holds = |held: &[_], grant| held.contains(grant);
                let same = before.account == now.account
                    && before.grants.len() == now.grants.len()
                    && before.grants.iter().all(|grant| holds(&now.grants, grant));
                (!same).then_some(End::Changed)
            }
            (Actor::Person(_), _) => Some(End::SignedOut),
            _ => None,
        })
    }
}

/// Lets a connection in that a visit asks for; or the answer that there are too many.
fn enter(visit: &Visit) -> Result<Entry, Response> {
    let Some(tenant) = &visit.tenant else {
        return Err(refuse(visit, Code::NotFound, "there is nothing to listen to here"));
    };
    let entry = visit.server.live.enter(&tenant.slug, host::place(visit.peer));
    entry.ok_or_else(|| too_many(visit))
}

/// The right to one operation of a visit; nothing if its place has too many.
fn operate(visit: &Visit) -> Option<Permit<(Slug, String)>> {
    visit.server.live.operate(&visit.tenant.as_ref()?.slug, host::place(visit.peer))
}

fn too_many(visit: &Visit) -> Response {
    use axum::http::{HeaderValue, header};
    let mut response = refuse(visit, Code::RateLimited, "too many open connections; try again in 60 seconds");
    response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from_static("60"));
    response
}

fn refuse(visit: &Visit, code: Code, message: &str) -> Response {
    errors::api(errors::status(code), code.as_str(), message, &visit.request_id).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn connections_are_counted_by_place_account_and_city() {
        let live = Live::with(Pace { of_place: 2, of_account: 1, of_city: 3, ..Pace::default() });
        let [here, there]: [Slug; 2] = ["debno", "goleniow"].map(|slug| slug.parse().unwrap());
        let first = live.enter(&here, "a".to_owned()).unwrap();
        let _second = live.enter(&here, "a".to_owned()).unwrap();
        assert!(live.enter(&here, "a".to_owned()).is_none(), "two of a place");
        let _other = live.enter(&there, "a".to_owned()).unwrap();
        let third = live.enter(&here, "b".to_owned()).unwrap();
        assert!(live.enter(&here, "c".to_owned()).is_none(), "three of a city");
        assert_eq!((live.open(&here), live.open(&there)), (3, 1));
        drop(first);
        assert!(live.enter(&here, "a".to_owned()).is_some());
        drop(third);
        assert_eq!(live.counts.places.lock().unwrap().len(), 2, "what is not counted is not kept");
        let one = live.enter_as(&here, Uuid::nil()).unwrap();
        assert!(live.enter_as(&here, Uuid::nil()).is_none() && live.enter_as(&there, Uuid::nil()).is_some());
        drop(one);
        assert!(live.enter_as(&here, Uuid::nil()).is_some());
    }

    #[test]
    fn operations_are_counted_by_place() {
        let live = Live::with(Pace { operations_of_place: 1, ..Pace::default() });
        let [here, there]: [Slug; 2] = ["debno", "goleniow"].map(|slug| slug.parse().unwrap());
        let one = live.operate(&here, "a".to_owned()).unwrap();
        assert!(live.operate(&here, "a".to_owned()).is_none());
        assert!(live.operate(&here, "b".to_owned()).is_some() && live.operate(&there, "a".to_owned()).is_some());
        drop(one);
        assert!(live.operate(&here, "a".to_owned()).is_some());
    }
}
