//! A change of date or place reaches everyone who signed up, once.
//!
//! The transaction that changes an event notes what those who signed up knew before, unless that is noted already. Once
//! the event has been left alone for a while, they are told what it was and what it is; or nothing, if it is what they
//! knew. Note and mails go in one transaction: nobody is told twice, whatever stops in between.

mod notice;
pub(crate) mod words;

use std::collections::BTreeMap;

use ::notices::Telling;
use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Tz;
use identity::{Account, AccountId};
use kernel::{
    error::{Fault, Result},
    mail::Lane,
    page::path_name,
    scope::{Scope, Tx},
};
use sea_orm::{ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _, sea_query::OnConflict};
use serde_json::{Value, json};

use crate::{
    ENTITY,
    event::{EventId, Model as Event},
    recurrence::Occurrence,
    service,
    signups::{self, SignUp, SignUpState},
};
use notice::Known;

/// How long an event is left alone before people are told.
const QUIET: TimeDelta = TimeDelta::minutes(5);
/// How soon it begins for them to be told at once.
const SOON: TimeDelta = TimeDelta::hours(24);
/// Dates that a mail tells one by one.
const MAX_TOLD: usize = 10;

/// Follows a change of an event, in the transaction that makes it and holds the event's lock: sign-ups go with their
/// dates, places that are free go to those who wait, and what people knew is noted.
pub(crate) async fn changed(tx: &mut Tx, before: &Event, after: &Event) -> Result<()> {
    if signups::count_at(tx, after.id).await? == 0 {
        return Ok(());
    }
    signups::after_change(tx, before, after).await?;
    let (knew, knows) = (Known::of(before), Known::of(after));
    let now = tx.scope().now();
    if knew == knows || before.last_ends_at.max(after.last_ends_at) <= now {
        return Ok(());
    }
    let row = notice::ActiveModel {
        event_id: Set(after.id),
        known: Set(serde_json::to_value(knew).map_err(Fault::internal)?),
        changed_at: Set(now),
        created_at: Set(now),
    };
    let known = OnConflict::column(notice::Column::EventId).update_column(notice::Column::ChangedAt).to_owned();
    notice::Entity::insert(row).on_conflict(known).exec_without_returning(tx.db()).await?;
    Ok(())
}

/// Tells people of the changes that are due. Returns how many mails were written.
pub(crate) async fn send_due(scope: &Scope) -> Result<usize> {
    let noted = notice::Entity::find().all(&*scope.fresh().db().await?).await?;
    let mut written = 0;
    for row in noted {
        let work = async {
            let mut tx = scope.begin().await?;
            let told = tell(&mut tx, row.event_id).await?;
            tx.commit().await?;
            Result::<usize>::Ok(told)
        };
        // What is wrong with one must not keep the others waiting.
        match work.await {
            Ok(told) => written += told,
            Err(fault) => fault.log(),
        }
    }
    Ok(written)
}

/// The date of `to` that the date of `from` of that original start has become; nothing if it is gone. A date is known
/// by its original start; where those have changed, by its day, else by its number.
pub(crate) fn counterpart(key: DateTime<Utc>, from: &Event, to: &Event, zone: Tz) -> Option<DateTime<Utc>> {
    let (theirs, ours) = (originals(from, zone), originals(to, zone));
    if ours.contains(&key) {
        return Some(key);
    }
    if theirs == ours {
        return None;
    }
    let day = |key: &DateTime<Utc>| key.with_timezone(&zone).date_naive();
    let mut same_day = ours.iter().filter(|other| day(other) == day(&key) && !theirs.contains(other));
    if let Some(only) = same_day.next().filter(|_| same_day.next().is_none()) {
        return Some(*only);
    }
    let at = theirs.iter().position(|other| *other == key).filter(|_| theirs.len() == ours.len())?;
    ours.get(at).copied()
}

/// The original starts of all dates, those that are left out too.
fn originals(event: &Event, zone: Tz) -> Vec<DateTime<Utc>> {
    let all = Event { exceptions: Vec::new().into(), moved: Vec::new().into(), ..event.clone() };
    all.occurrences(zone).into_iter().map(|one| one.key).collect()
}

/// A date as it was, and as it is.
type Pair = (Option<Occurrence>, Option<Occurrence>);

/// What has become of the dates of an event, by their original starts as they are now, as far as they are still to
/// come.
fn pairs(before: &Event, after: &Event, zone: Tz, now: DateTime<Utc>) -> BTreeMap<DateTime<Utc>, Pair> {
    let mut pairs: BTreeMap<DateTime<Utc>, Pair> = BTreeMap::new();
    for one in after.occurrences(zone) {
        pairs.entry(one.key).or_default().1 = Some(one);
    }
    for one in before.occurrences(zone) {
        let key = counterpart(one.key, before, after, zone).unwrap_or(one.key);
        pairs.entry(key).or_default().0 = Some(one);
    }
    pairs.retain(|_, (was, is)| was.iter().chain(is.iter()).any(|one| one.ends > now));
    pairs
}

/// What one person is told of the dates that concern them.
fn told_dates(
    scope: &Scope,
    (before, after): (&Event, &Event),
    pairs: &BTreeMap<DateTime<Utc>, Pair>,
    own: &[&SignUp],
) -> Vec<Value> {
    let whole = own.iter().any(|row| row.occurrence.is_none());
    let concerns = |key: &DateTime<Utc>| whole || own.iter().any(|row| row.occurrence == Some(*key));
    let is_same = |was: &Occurrence, is: &Occurrence| {
        (was.starts, was.ends, before.all_day) == (is.starts, is.ends, after.all_day)
    };
    let changed: Vec<&Pair> = pairs
        .iter()
        .filter(|(key, _)| concerns(key))
        .map(|(_, pair)| pair)
        .filter(|(was, is)| !was.as_ref().zip(is.as_ref()).is_some_and(|(was, is)| is_same(was, is)))
        .collect();
    if changed.len() > MAX_TOLD {
        return vec![json!({ "was": words::schedule(scope, before), "is": words::schedule(scope, after) })];
    }
    let word = |one: Option<&Occurrence>, event: &Event| one.map(|one| words::date(scope, one, event.all_day));
    changed
        .into_iter()
        .map(|(was, is)| json!({ "was": word(was.as_ref(), before), "is": word(is.as_ref(), after) }))
        .collect()
}

/// Tells those who signed up for an event what has become of it, if that is due.
async fn tell(tx: &mut Tx, id: EventId) -> Result<usize> {
    let scope = tx.scope().clone();
    let now = scope.now();
    let Some(after) = service::lock(tx, id).await? else { return Ok(0) };
    // Another server may have told it meanwhile, or somebody changed the event again.
    let Some(note) = notice::Entity::find_by_id(id).one(tx.db()).await? else { return Ok(0) };
    let known: Known = serde_json::from_value(note.known).map_err(Fault::internal)?;
    let (was_on, is_on) = (known.is_on, Known::of(&after).is_on);
    let before = known.event(&after);
    let zone = scope.tenant.time_zone;
    let pairs = pairs(&before, &after, zone, now);
    let over = pairs.is_empty();
    let begins = pairs.values().flat_map(|(was, is)| was.iter().chain(is.iter())).map(|one| one.starts).min();
    let is_due = note.changed_at <= now - QUIET || begins.is_some_and(|begins| begins <= now + SOON) || over;
    // Who believes it does not take place need not know when it would.
    if !is_due || (!was_on && !is_on && !over) {
        return Ok(0);
    }
    notice::Entity::delete_by_id(id).exec(tx.db()).await?;
    if over || (!was_on && !is_on) {
        return Ok(0);
    }
    let rows = signups::Entity::find()
        .filter(signups::Column::EventId.eq(id))
        .filter(signups::Column::State.ne(SignUpState::Cancelled))
        // Who signed up since knows no other.
        .filter(signups::Column::CreatedAt.lte(note.changed_at))
        .all(tx.db())
        .await?;
    let mut by_account: BTreeMap<AccountId, Vec<&SignUp>> = BTreeMap::new();
    for row in &rows {
        by_account.entry(row.account_id).or_default().push(row);
    }
    let ids: Vec<_> = by_account.keys().copied().collect();
    let accounts = identity::accounts::many(&scope, &ids).await?;
    let hosts = [host(&scope, &before).await?, host(&scope, &after).await?];
    let mut written = 0;
    for (account, own) in by_account {
        let Some(account) = accounts.get(&account) else { continue };
        let speaking = words::speaking(&scope, account.lang());
        let dates = told_dates(&speaking, (&before, &after), &pairs, &own);
        let [was_host, is_host] = &hosts;
        let places = [words::place(&before, was_host.as_deref()), words::place(&after, is_host.as_deref())];
        let concerned = own.iter().any(|row| row.occurrence.is_none_or(|key| pairs.contains_key(&key)));
        let place_changed = places[0] != places[1];
        if !concerned || (was_on == is_on && dates.is_empty() && !place_changed) {
            continue;
        }
        let args = json!({
            "title": after.title,
            "path": path(&after),
            "is_on": is_on,
            "was_on": was_on,
            "dates": dates,
            "was_place": places[0],
            "place": places[1],
            "place_changed": place_changed,
            "schedule": words::schedule(&speaking, &after),
        });
        let template = if is_on { "events/changed" } else { "events/called_off" };
        written += usize::from(send(tx, account, &after, template, args).await?);
    }
    Ok(written)
}

/// The name of the institution at which an event is that says no place of its own.
pub(crate) async fn host(scope: &Scope, event: &Event) -> Result<Option<String>> {
    let Some(id) = event.institution_id else { return Ok(None) };
    Ok(directory::service::find(scope, id).await?.map(|institution| institution.name.clone()))
}

/// The path of an event's page, without language.
pub(crate) fn path(event: &Event) -> String {
    format!("/wydarzenia/{}/{}", event.id.global(), path_name(&event.title))
}

/// Tells an account something about an event: by mail, if it has shown that its address is its own, and in the centre.
/// Whether it was mailed.
pub(crate) async fn send(
    tx: &mut Tx,
    account: &Account,
    event: &Event,
    template: &'static str,
    args: Value,
) -> Result<bool> {
    let (title, path) = (event.title.clone(), path(event));
    let telling = Telling { lane: Lane::Normal, template, args, title, path, about: (ENTITY, event.id.0) };
    ::notices::tell(tx, account, telling).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event(starts: &str, rule: Option<&str>) -> Event {
        let starts_at: DateTime<Utc> = starts.parse().unwrap();
        let ends_at = starts_at + TimeDelta::hours(1);
        Event { starts_at, ends_at, last_ends_at: ends_at, recurrence: rule.map(str::to_owned), ..Event::default() }
    }

    #[test]
    fn a_date_is_known_again() {
        let zone = Tz::Europe__Warsaw;
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let weekly = event("2026-12-01T15:00:00Z", Some("FREQ=WEEKLY;COUNT=3"));
        let later = event("2026-12-01T16:00:00Z", Some("FREQ=WEEKLY;COUNT=3"));
        let wednesdays = event("2026-12-02T15:00:00Z", Some("FREQ=WEEKLY;COUNT=3"));
        let shorter = event("2026-12-01T15:00:00Z", Some("FREQ=WEEKLY;COUNT=2"));
        let once = event("2026-12-01T15:00:00Z", None);
        let another_day = event("2026-12-11T09:00:00Z", None);
        let without = Event { exceptions: vec![at("2026-12-08T15:00:00Z")].into(), ..weekly.clone() };
        for (key, from, to, found) in [
            ("2026-12-08T15:00:00Z", &weekly, &weekly, Some("2026-12-08T15:00:00Z")),
            ("2026-12-08T15:00:00Z", &weekly, &later, Some("2026-12-08T16:00:00Z")),
            ("2026-12-08T16:00:00Z", &later, &weekly, Some("2026-12-08T15:00:00Z")),
            ("2026-12-08T15:00:00Z", &weekly, &wednesdays, Some("2026-12-09T15:00:00Z")),
            ("2026-12-08T15:00:00Z", &weekly, &shorter, Some("2026-12-08T15:00:00Z")),
            ("2026-12-15T15:00:00Z", &weekly, &shorter, None),
            ("2026-12-15T15:00:00Z", &weekly, &once, None),
            ("2026-12-01T15:00:00Z", &once, &another_day, Some("2026-12-11T09:00:00Z")),
            // It does not take place, but it is that date still.
            ("2026-12-08T15:00:00Z", &weekly, &without, Some("2026-12-08T15:00:00Z")),
        ] {
            assert_eq!(counterpart(at(key), from, to, zone), found.map(at), "{key}");
        }
    }

    #[test]
    fn only_what_is_to_come_is_compared() {
        let zone = Tz::Europe__Warsaw;
        let weekly = event("2026-12-01T15:00:00Z", Some("FREQ=WEEKLY;COUNT=3"));
        let past_left_out = Event { exceptions: vec![weekly.starts_at].into(), ..weekly.clone() };
        let now = weekly.starts_at + TimeDelta::days(1);
        let changed =
            |after: &Event| pairs(&weekly, after, zone, now).into_values().filter(|(was, is)| was != is).count();
        assert_eq!(changed(&past_left_out), 0);
        let later = event("2026-12-01T16:00:00Z", Some("FREQ=WEEKLY;COUNT=3"));
        assert_eq!(changed(&later), 2);
        assert_eq!(pairs(&weekly, &weekly, zone, now + TimeDelta::days(60)).len(), 0);
    }
}
