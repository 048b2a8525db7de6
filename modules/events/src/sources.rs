//! Institutions' own calendars elsewhere (`.ics`), read on a schedule: their events become events here.
//!
//! A manager names the address; [`kernel::fetch`] sees to it that it leads out of our network. What is read is bounded
//! and told event by event; what became of it is kept as a report for the institution's people.

mod apply;
mod calendar_source;
mod finding;
mod item;
mod parse;
mod refusal;
pub(crate) mod report;
mod rule;
mod told;
mod zone;

use std::time::Duration;

use chrono::TimeDelta;
use directory::InstitutionId;
use identity::AccountId;
use kernel::{
    access::Role,
    audit,
    error::{Fault, Result},
    fetch::{self, Failure, Reach, Validators},
    limits::Rule,
    refusal::{Outcome, Problem},
    scope::{Actor, Scope, Tx},
};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _,
    PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, sea_query::Expr,
};
use serde_json::json;

use crate::{joining::policy, signups};
use calendar_source::{ActiveModel, Column, Entity};
use finding::Finding;
use report::Report;

pub use calendar_source::{CalendarSourceId, Model as CalendarSource};
pub use refusal::SourceKind;

/// Calendars of one institution.
const MAX_SOURCES: u64 = 10;
/// How often a calendar is read.
const EVERY: TimeDelta = TimeDelta::hours(1);
/// The longest pause after a calendar could not be read.
const MAX_PAUSE: TimeDelta = TimeDelta::hours(24);
/// Calendars that are read in one run of the job.
const AT_ONCE: u64 = 20;
/// How often somebody may have calendars read.
const READING: Rule = Rule { name: "event.calendar", tries: 20, window: Duration::from_secs(3600) };
/// What the seals of addresses are for.
const PURPOSE: &str = "calendar-source";

/// The calendars of an institution, the oldest first. For its managers.
pub(crate) async fn of_institution(scope: &Scope, institution: InstitutionId) -> Result<Vec<CalendarSource>> {
    allow(scope, institution)?;
    let rows = Entity::find().filter(Column::InstitutionId.eq(institution)).order_by_asc(Column::Id);
    Ok(rows.all(&*scope.db().await?).await?)
}

/// The address of a calendar.
pub(crate) fn url(scope: &Scope, source: &CalendarSource) -> Option<String> {
    let plain = scope.app().keys.open(&scope.purpose(PURPOSE), &source.url)?;
    String::from_utf8(plain).ok()
}

/// How many events here come from a calendar.
pub(crate) async fn count(scope: &Scope, source: &CalendarSource) -> Result<u64> {
    let items = item::Entity::find().filter(item::Column::SourceId.eq(source.id));
    Ok(items.count(&*scope.db().await?).await?)
}

/// What became of a calendar when it was last read.
pub(crate) fn last_report(source: &CalendarSource) -> Option<Report> {
    source.report.clone().and_then(|report| serde_json::from_value(report).ok())
}

/// Adds a calendar to an institution, or changes the address of one.
pub(crate) async fn save(
    tx: &mut Tx,
    id: Option<CalendarSourceId>,
    institution: Option<InstitutionId>,
    address: &str,
) -> Outcome<CalendarSource, SourceKind> {
    let scope = tx.scope().clone();
    let before = match id {
        Some(id) => Some(own_locked(tx, Some(id)).await?),
        None => None,
    };
    let institution = match (&before, institution) {
        (Some(row), _) => row.institution_id,
        (None, Some(institution)) => institution,
        (None, None) => return Err(Fault::not_found().into()),
    };
    allow(&scope, institution)?;
    if directory::service::find(&scope, institution).await?.is_none() {
        return Err(Fault::not_found().into());
    }
    take(&scope).await?;
    let address = checked(&scope, address)?;
    let others = Entity::find().filter(Column::InstitutionId.eq(institution)).all(tx.db()).await?;
    let is_same = |row: &CalendarSource| url(&scope, row).as_deref() == Some(address.as_str());
    if let Some(same) = before.as_ref().filter(|row| is_same(row)) {
        return Ok(same.clone());
    }
    if others.iter().any(is_same) {
        return Err(Problem::at(SourceKind::SourceKnown, "url").into());
    }
    if before.is_none() && others.len() as u64 >= MAX_SOURCES {
        return Err(Problem::new(SourceKind::TooManySources).with("most", MAX_SOURCES as u32).into());
    }
    let now = scope.now();
    let row = CalendarSource {
        id: before.as_ref().map_or_else(|| CalendarSourceId::new(now), |row| row.id),
        institution_id: institution,
        url: scope.app().keys.seal(&scope.purpose(PURPOSE), address.as_bytes())?,
        etag: None,
        last_modified: None,
        fetched_at: None,
        next_at: now,
        failures: 0,
        report: None,
        account_id: scope.actor.account().map(AccountId),
        created_at: before.as_ref().map_or(now, |row| row.created_at),
        updated_at: now,
    };
    let change = row.clone().into_active_model().reset_all();
    if before.is_some() {
        Entity::update(change).validate()?.exec(tx.db()).await?;
    } else {
        Entity::insert(change).exec_without_returning(tx.db()).await?;
    }
    audit::append(tx, "calendar.save", &institution.global(), json!({ "calendar": row.id.global() })).await?;
    Ok(row)
}

/// Removes a calendar. Its events stay and are the institution's own; or its coming ones are taken out of sight.
pub(crate) async fn remove(tx: &mut Tx, id: Option<CalendarSourceId>, archives: bool) -> Result<CalendarSourceId> {
    let row = own_locked(tx, id).await?;
    if archives {
        apply::archive_all(tx, &row).await?;
    }
    item::Entity::delete_many().filter(item::Column::SourceId.eq(row.id)).exec(tx.db()).await?;
    Entity::delete_by_id(row.id).exec(tx.db()).await?;
    let details = json!({ "calendar": row.id.global(), "archived": archives });
    audit::append(tx, "calendar.remove", &row.institution_id.global(), details).await?;
    Ok(row.id)
}

/// Reads a calendar at once. For the institution's managers.
pub(crate) async fn refresh(scope: &Scope, id: Option<CalendarSourceId>) -> Result<CalendarSource> {
    let row = match id {
        Some(id) => Entity::find_by_id(id).one(&*scope.fresh().db().await?).await?,
        None => None,
    };
    let row = seen(scope, row)?;
    take(scope).await?;
    read_now(scope, row).await
}

/// Reads a calendar while somebody waits to see what it brings, and returns it as it is then.
pub(crate) async fn read_now(scope: &Scope, source: CalendarSource) -> Result<CalendarSource> {
    let id = source.id;
    scope.release().await;
    // What it brings is the calendar's word, whoever had it read.
    read(&scope.acting_as(Actor::System), source).await?;
    Entity::find_by_id(id).one(&*scope.fresh().db().await?).await?.ok_or_else(Fault::not_found)
}

/// Reads the calendars that are due, each by one server only.
pub(crate) async fn read_due(scope: &Scope) -> Result<()> {
    let now = scope.now();
    let due = Entity::find()
        .filter(Column::NextAt.lte(now))
        .order_by_asc(Column::NextAt)
        .limit(AT_ONCE)
        .all(&*scope.fresh().db().await?)
        .await?;
    for row in due {
        let tx = scope.begin().await?;
        let taken = Entity::update_many()
            .col_expr(Column::NextAt, Expr::value(now + EVERY))
            .filter(Column::Id.eq(row.id))
            .filter(Column::NextAt.eq(row.next_at))
            .exec(tx.db())
            .await?;
        tx.commit().await?;
        if taken.rows_affected == 1 {
            let id = row.id.global();
            // One that cannot be read keeps none of the others.
            if let Err(fault) = read(scope, row).await {
                let (tenant, error) = (&scope.tenant.slug, fault.describe());
                tracing::warn!(%tenant, calendar = id, error, "calendar was not read");
            }
        }
    }
    Ok(())
}

/// Reads a calendar, and keeps what became of it.
async fn read(scope: &Scope, source: CalendarSource) -> Result<()> {
    let known = Validators { etag: source.etag.clone(), last_modified: source.last_modified.clone() };
    let mut validators = known.clone();
    let report = match fetched(scope, &source, &known).await {
        Ok(None) => {
            // What was said the last time still holds.
            let last = last_report(&source).unwrap_or_default();
            Some(Report { at: scope.now(), is_unchanged: true, error: None, ..last })
        }
        Ok(Some(document)) => match parse::parse(&document.body) {
            Ok(file) => {
                let translated = told::translate(file, scope.tenant.time_zone, scope.now());
                validators = document.validators;
                apply::apply(scope, &source, translated).await?
            }
            Err(finding) => Some(Report::failed(scope.now(), finding, None)),
        },
        Err((finding, value)) => Some(Report::failed(scope.now(), finding, value)),
    };
    let Some(report) = report else { return Ok(()) };
    let now = scope.now();
    let failures = if report.error.is_some() { source.failures.saturating_add(1) } else { 0 };
    let pause = EVERY * (1 << failures.clamp(0, 5));
    let tx = scope.begin().await?;
    let change = ActiveModel {
        etag: Set(validators.etag),
        last_modified: Set(validators.last_modified),
        fetched_at: Set(Some(now)),
        next_at: Set(now + pause.min(MAX_PAUSE)),
        failures: Set(failures),
        report: Set(Some(serde_json::to_value(report).map_err(Fault::internal)?)),
        ..Default::default()
    };
    // If the address has changed meanwhile, this was another calendar.
    Entity::update_many()
        .set(change)
        .filter(Column::Id.eq(source.id))
        .filter(Column::Url.eq(source.url.as_str()))
        .exec(tx.db())
        .await?;
    tx.commit().await
}

async fn fetched(
    scope: &Scope,
    source: &CalendarSource,
    known: &Validators,
) -> Result<Option<fetch::Document>, (Finding, Option<String>)> {
    let reach = Reach::of(&scope.app().public);
    let address = url(scope, source).ok_or((Finding::UrlWrong, None))?;
    let outcome = match fetch::parse(&address, reach) {
        Ok(url) => fetch::get(&url, reach, known).await,
        Err(failure) => Err(failure),
    };
    outcome.map_err(|failure| match failure {
        Failure::NoAddress | Failure::Scheme | Failure::Credentials | Failure::Port => (Finding::UrlWrong, None),
        Failure::Internal => (Finding::UrlInternal, None),
        Failure::NameUnknown | Failure::Unreachable(_) => (Finding::Unreachable, None),
        Failure::TooSlow => (Finding::TooSlow, None),
        Failure::TooLarge => (Finding::TooLarge, None),
        Failure::Encoded => (Finding::Encoded, None),
        Failure::Redirects => (Finding::Redirects, None),
        Failure::Status(status) => (Finding::Status, Some(format!("HTTP {status}"))),
    })
}

/// The address that somebody typed, if it may be fetched. Calendar programs write `webcal:` for what is `https:`.
fn checked(scope: &Scope, address: &str) -> Outcome<String, SourceKind> {
    let address = address.trim();
    let is_webcal = address.get(..9).is_some_and(|scheme| scheme.eq_ignore_ascii_case("webcal://"));
    let address = if is_webcal { format!("https://{}", &address[9..]) } else { address.to_owned() };
    match fetch::parse(&address, Reach::of(&scope.app().public)) {
        Ok(url) => Ok(url.into()),
        Err(Failure::Internal) => Err(Problem::at(SourceKind::UrlInternal, "url").into()),
        Err(_) => Err(Problem::at(SourceKind::UrlWrong, "url").into()),
    }
}

fn allow(scope: &Scope, institution: InstitutionId) -> Result<()> {
    scope.actor.require(policy::may_keep_calendars(&scope.actor, institution.0))
}

async fn take(scope: &Scope) -> Result<()> {
    let Some(account) = scope.actor.account() else { return Ok(()) };
    scope.app().limits.take(scope, READING, &AccountId(account).global()).await
}

async fn own_locked(tx: &Tx, id: Option<CalendarSourceId>) -> Result<CalendarSource> {
    let row = match id {
        Some(id) => Entity::find_by_id(id).lock_exclusive().one(tx.db()).await?,
        None => None,
    };
    seen(tx.scope(), row)
}

/// A calendar, if whoever acts may keep it. That there is one is for the institution's people to know.
fn seen(scope: &Scope, row: Option<CalendarSource>) -> Result<CalendarSource> {
    if scope.actor == Actor::Anonymous {
        return Err(Fault::unauthenticated());
    }
    let row = row.ok_or_else(Fault::not_found)?;
    if signups::policy::is_of(&scope.actor, Role::Contributor, &[row.institution_id.0]) {
        allow(scope, row.institution_id)?;
        Ok(row)
    } else {
        Err(Fault::not_found())
    }
}

/// Forgets who added calendars, where an account is no more.
pub(crate) async fn forget_account(tx: &mut Tx, account: AccountId) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::AccountId, Expr::value(Option::<AccountId>::None))
        .filter(Column::AccountId.eq(account))
        .exec(tx.db())
        .await?;
    Ok(())
}

/// The calendars that an account added.
pub(crate) async fn added_by(scope: &Scope, account: AccountId) -> Result<Vec<CalendarSource>> {
    let rows = Entity::find().filter(Column::AccountId.eq(account)).order_by_asc(Column::Id);
    Ok(rows.all(&*scope.db().await?).await?)
}

#[cfg(test)]
mod tests;
