//! What a family's calendar holds.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    sync::Arc,
};

use chrono::{DateTime, Days, Utc};
use identity::{AccountId, ChildId};
use kernel::{entry::State, error::Result, feed::Feed, markdown::to_summary, page::PageRequest, scope::Scope};

use super::calendar::Model;
use crate::{
    MODULE,
    event::EventId,
    ical::{self, Dates, Item},
    notices::words,
    search::Card,
    service,
    signups::{self, SignUp, SignUpState},
};

/// How long what is over stays.
const PAST: Days = Days::new(92);
/// Characters of what an event is about.
const DESCRIPTION: usize = 1000;

/// The feed of a family's calendar.
pub(crate) const FEED: Feed = Feed {
    path: "/feeds/family/{token}",
    module: MODULE,
    media_type: "text/calendar; charset=utf-8",
    is_private: true,
    write: |request| Box::pin(write(request)),
};

/// The path of the feed of that secret.
pub(super) fn path(secret: &str) -> String {
    format!("/feeds/family/{secret}.ics")
}

async fn write(request: &PageRequest<'_>) -> Result<Option<Vec<u8>>> {
    let Some(secret) = request.segment("token").strip_suffix(".ics") else { return Ok(None) };
    let Some(family) = super::by_secret(request.scope, secret).await? else { return Ok(None) };
    let Some(account) = identity::accounts::find(request.scope, family.account_id).await? else { return Ok(None) };
    let scope = words::speaking(request.scope, account.lang());
    let items = items(&scope, &family).await?;
    let name = scope.text("events-family-title", &[("city", scope.tenant.name.get(scope.lang).into())]);
    Ok(Some(ical::calendar(&scope, &name, &items).into_bytes()))
}

/// What the account signed up for, and what it keeps, in the order of their starts. What was called off is told as
/// such.
async fn items(scope: &Scope, family: &Model) -> Result<Vec<Item>> {
    let mut by_event: BTreeMap<EventId, Vec<SignUp>> = BTreeMap::new();
    for row in signups::all_by(scope, family.account_id).await?.into_iter().filter(SignUp::is_active) {
        by_event.entry(row.event_id).or_default().push(row);
    }
    for id in signups::kept_by(scope, family.account_id, None).await? {
        by_event.entry(id).or_default();
    }
    let ids: Vec<EventId> = by_event.keys().copied().collect();
    let since = scope.now() - PAST;
    let mut rows = service::rows_of(scope, &ids).await?;
    rows.retain(|row| row.last_ends_at > since && matches!(row.state, State::Published | State::Archived));
    rows.sort_by_key(|row| (row.starts_at, row.id));
    let names = if family.names { names(scope, family.account_id).await? } else { HashMap::new() };
    let cards = service::told(scope, rows).await?;
    let item = |card: Arc<Card>| {
        let own = by_event.get(&card.row.id).map(Vec::as_slice).unwrap_or_default();
        let description = to_summary(&card.row.description, DESCRIPTION);
        Item { description, dates: dates(own), note: waiting(scope, own), whom: whom(own, &names), card }
    };
    Ok(cards.into_iter().map(item).collect())
}

/// The dates that somebody signed up for; all of them for whoever signed up for the whole, or only keeps it.
fn dates(own: &[SignUp]) -> Dates {
    let dates: BTreeSet<DateTime<Utc>> = own.iter().filter_map(|row| row.occurrence).collect();
    let is_whole = own.is_empty() || own.iter().any(|row| row.occurrence.is_none());
    if is_whole { Dates::All } else { Dates::Only(dates.into_iter().collect()) }
}

fn waiting(scope: &Scope, own: &[SignUp]) -> Option<String> {
    let waits = own.iter().any(|row| row.state == SignUpState::Waiting);
    waits.then(|| scope.text("events-family-waiting", &[]))
}

/// The children it is for.
fn whom(own: &[SignUp], names: &HashMap<ChildId, String>) -> Option<String> {
    let children: BTreeSet<ChildId> = own.iter().filter_map(|row| row.child_id).collect();
    let children: Vec<&str> = children.iter().filter_map(|id| names.get(id)).map(String::as_str).collect();
    (!children.is_empty()).then(|| children.join(", "))
}

/// The names of an account's children. The secret address speaks for the account, which chose to have them here.
async fn names(scope: &Scope, account: AccountId) -> Result<HashMap<ChildId, String>> {
    let children = identity::children::of_guardian(scope, account).await?;
    Ok(children.into_iter().map(|child| (child.id, child.name)).collect())
}
