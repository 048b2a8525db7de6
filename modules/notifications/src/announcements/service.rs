//! Use-cases over announcements: reading, writing, handing in, taking back.

use directory::InstitutionId;
use identity::AccountId;
use kernel::{
    access::Role,
    audit,
    error::{Fault, Result},
    refusal::{Outcome, Problem},
    scope::{Scope, Tx},
};
use sea_orm::{
    ActiveModelTrait as _,
    ActiveValue::{Set, Unchanged},
    ColumnTrait as _, Condition, EntityTrait as _, IntoActiveModel as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
    sea_query::{ExprTrait as _, SimpleExpr},
};
use serde_json::json;
use uuid::Uuid;

use super::{
    announcement::{ActiveModel, AnnouncementId, Column, Entity, Model, State},
    audience::{Audience, Reach, reach},
    draft::{Checked, Draft, check},
    notify, policy,
    refusal::Refusal,
};

/// A page of announcements, the newest first.
pub(crate) struct Listed {
    pub(crate) rows: Vec<Model>,
    pub(crate) total: u64,
    pub(crate) has_next: bool,
}

/// How many people something would reach, and whether a second person must agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Estimate {
    pub(crate) reach: Reach,
    /// Up to so many readers nobody else is asked.
    pub(crate) approval_above: u32,
}

impl Estimate {
    /// Whether a second person must agree.
    pub(crate) fn needs_approval(self) -> bool {
        self.reach.readers > self.approval_above
    }
}

/// Which announcement is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Which {
    /// A new one.
    New,
    /// One that is known; nothing if what was named cannot be one.
    Known(Option<AnnouncementId>),
}

/// On whose behalf who acts may write: the city first, then institutions.
pub(crate) fn senders(scope: &Scope) -> Vec<Option<InstitutionId>> {
    let city = scope.actor.is_at_least(Role::Editor).then_some(None);
    let mut parties = parties(scope);
    parties.sort_unstable();
    parties.dedup();
    city.into_iter().chain(parties.into_iter().map(|party| Some(InstitutionId(party)))).collect()
}

fn parties(scope: &Scope) -> Vec<Uuid> {
    scope.actor.person().map(|person| person.parties(Role::Manager).collect()).unwrap_or_default()
}

/// Announcements that who acts may write, in these states; in any if none are named.
pub(crate) async fn list(
    scope: &Scope,
    states: Option<&[State]>,
    after: Option<AnnouncementId>,
    first: usize,
) -> Result<Listed> {
    let is_editor = scope.actor.is_at_least(Role::Editor);
    let own = parties(scope);
    scope.actor.require(is_editor || !own.is_empty())?;
    let mut meant = Condition::all();
    if !is_editor {
        meant = meant.add(Column::InstitutionId.is_in(own.into_iter().map(InstitutionId)));
    }
    if let Some(states) = states {
        meant = meant.add(Column::State.is_in(states.iter().copied()));
    }
    let db = scope.db().await?;
    let total = Entity::find().filter(meant.clone()).count(&*db).await?;
    let mut page = Entity::find().filter(meant).order_by_desc(Column::Id).limit(first as u64 + 1);
    if let Some(after) = after {
        page = page.filter(Column::Id.lt(after));
    }
    let mut rows = page.all(&*db).await?;
    let has_next = rows.len() > first;
    rows.truncate(first);
    Ok(Listed { rows, total, has_next })
}

/// The announcement of that id, if who acts may see it.
pub(crate) async fn find(scope: &Scope, id: AnnouncementId) -> Result<Option<Model>> {
    let row = Entity::find_by_id(id).one(&*scope.db().await?).await?;
    Ok(row.filter(|row| policy::may_see(&scope.actor, row)))
}

/// How many people an announcement would reach. For those who may write to them on that behalf.
pub(crate) async fn estimate(
    scope: &Scope,
    sender: Option<InstitutionId>,
    audience: &Audience,
) -> Result<Option<Estimate>> {
    let sender = sender.map(|id| id.0);
    scope.actor.require(policy::may_write(&scope.actor, sender))?;
    let Some(followed) = audience.followed(scope).await? else { return Ok(None) };
    scope.actor.require(policy::may_address(&scope.actor, sender, &followed.owners))?;
    Ok(Some(measure(scope, audience).await?))
}

/// How many people an announcement would reach, for whoever asks.
pub(crate) async fn measure(scope: &Scope, audience: &Audience) -> Result<Estimate> {
    let approval_above = scope.tenant.policy.announcement_approval_above;
    Ok(Estimate { reach: reach(scope, audience).await?, approval_above })
}

/// Writes a draft, or changes one that is still open.
pub(crate) async fn save(tx: &mut Tx, which: Which, draft: Draft) -> Outcome<Model, Refusal> {
    let scope = tx.scope().clone();
    let known = match which {
        Which::Known(id) => Some(locked(tx, id).await?),
        Which::New => None,
    };
    scope.actor.require(policy::may_write(&scope.actor, draft.sender.map(|id| id.0)))?;
    if known.as_ref().is_some_and(|row| !row.is_open()) {
        return Err(Problem::new(Refusal::NotOpen).into());
    }
    let Checked { sender, audience, subject, text, link, link_label } = check(&scope, draft).await?;
    let now = scope.now();
    let change = ActiveModel {
        institution_id: Set(sender),
        fingerprint: Set(audience.fingerprint()),
        audience: Set(audience.to_json()),
        subject: Set(subject),
        body: Set(text),
        link: Set(link),
        link_label: Set(link_label),
        state: Set(State::Draft),
        updated_at: Set(now),
        ..Default::default()
    };
    let Some(known) = known else {
        let row = ActiveModel {
            id: Set(AnnouncementId::new(now)),
            expected: Set(0),
            told: Set(0),
            reached: Set(None),
            account_id: Set(scope.actor.account().map(AccountId)),
            created_at: Set(now),
            handed_in_at: Set(None),
            decided_by: Set(None),
            decided_at: Set(None),
            reason: Set(None),
            sent_at: Set(None),
            sent_on: Set(None),
            finished_at: Set(None),
            ..change
        };
        return Ok(row.insert(tx.db()).await?);
    };
    Ok(ActiveModel { id: Unchanged(known.id), ..change }.update(tx.db()).await?)
}

/// Hands an announcement in: it is sent, or waits for a second person if it reaches more readers than one may decide on
/// alone.
pub(crate) async fn send(tx: &mut Tx, id: Option<AnnouncementId>) -> Outcome<Model, Refusal> {
    hold_alike(tx, id).await?;
    let row = locked(tx, id).await?;
    let scope = tx.scope().clone();
    if !row.is_open() {
        return Err(Problem::at(Refusal::NotOpen, "id").into());
    }
    let audience = addressed(&scope, &row).await?;
    once_a_day(tx, &row).await?;
    let estimate = measure(&scope, &audience).await?;
    if estimate.reach.readers == 0 {
        return Err(Problem::at(Refusal::Nobody, "id").into());
    }
    let now = scope.now();
    let needs_approval = estimate.needs_approval();
    let change = ActiveModel {
        id: Unchanged(row.id),
        state: Set(if needs_approval { State::Waiting } else { State::Sending }),
        expected: Set(estimate.reach.readers.try_into().unwrap_or(i32::MAX)),
        // Who hands it in answers for it: somebody else is to agree.
        account_id: Set(scope.actor.account().map(AccountId)),
        handed_in_at: Set(Some(now)),
        decided_by: Set(None),
        decided_at: Set(None),
        reason: Set(None),
        sent_at: Set((!needs_approval).then_some(now)),
        sent_on: Set((!needs_approval).then(|| scope.today())),
        updated_at: Set(now),
        ..Default::default()
    };
    let row = change.update(tx.db()).await?;
    let details = json!({ "readers": estimate.reach.readers, "waits": needs_approval });
    audit::append(tx, "announcement.send", &row.id.global(), details).await?;
    if needs_approval {
        notify::to_approve(tx, &row).await?;
    }
    Ok(row)
}

/// Takes an announcement back: one that waits is a draft again, one that is a draft is gone.
pub(crate) async fn withdraw(tx: &mut Tx, id: Option<AnnouncementId>) -> Outcome<Model, Refusal> {
    let row = locked(tx, id).await?;
    match row.state {
        State::Draft | State::Rejected => {
            row.clone().into_active_model().delete(tx.db()).await?;
            audit::append(tx, "announcement.delete", &row.id.global(), json!({})).await?;
            Ok(row)
        }
        State::Waiting => {
            let change = ActiveModel {
                id: Unchanged(row.id),
                state: Set(State::Draft),
                handed_in_at: Set(None),
                updated_at: Set(tx.scope().now()),
                ..Default::default()
            };
            audit::append(tx, "announcement.withdraw", &row.id.global(), json!({})).await?;
            Ok(change.update(tx.db()).await?)
        }
        State::Sending | State::Sent => Err(Problem::at(Refusal::NotOpen, "id").into()),
    }
}

/// The announcement of that id, locked, for who may write it. What they may not know of is not there.
pub(super) async fn locked(tx: &Tx, id: Option<AnnouncementId>) -> Result<Model> {
    let actor = &tx.scope().actor;
    let row = match id {
        Some(id) => Entity::find_by_id(id).lock_exclusive().one(tx.db()).await?,
        None => None,
    };
    actor.require(actor.account().is_some() || actor.is_at_least(Role::Editor))?;
    let row = row.filter(|row| policy::may_see(actor, row)).ok_or_else(Fault::not_found)?;
    actor.require(policy::may_write(actor, row.institution_id.map(|id| id.0)))?;
    Ok(row)
}

/// The audience of a row, if whoever acts may still write to it.
pub(super) async fn addressed(scope: &Scope, row: &Model) -> Outcome<Audience, Refusal> {
    let unknown = || Problem::at(Refusal::AudienceUnknown, "id");
    let audience = Audience::from_json(&row.audience).ok_or_else(unknown)?;
    let followed = audience.followed(scope).await?.ok_or_else(unknown)?;
    if !policy::may_address(&scope.actor, row.institution_id.map(|id| id.0), &followed.owners) {
        return Err(Problem::at(Refusal::AudienceForeign, "id").into());
    }
    Ok(audience)
}

/// Locks the announcements of which one a day may be sent, in one order everywhere, for who may write the one of that id:
/// of two that are handed in at the same time, the later sees the day of the other.
pub(super) async fn hold_alike(tx: &Tx, id: Option<AnnouncementId>) -> Result<()> {
    let Some(id) = id else { return Ok(()) };
    let row = Entity::find_by_id(id).one(tx.db()).await?;
    let may_write = |row: &Model| policy::may_write(&tx.scope().actor, row.institution_id.map(|id| id.0));
    let Some(row) = row.filter(may_write) else { return Ok(()) };
    let of_today = Column::SentOn.is_null().or(Column::SentOn.eq(tx.scope().today()));
    let held = Entity::find().select_only().column(Column::Id).filter(alike(&row)).filter(of_today);
    let held = held.order_by_asc(Column::Id).lock_exclusive().into_tuple::<AnnouncementId>();
    held.all(tx.db()).await?;
    Ok(())
}

/// Those of which one a day may be sent, a row among them: an institution's, or the city's to the same people.
fn alike(row: &Model) -> SimpleExpr {
    match row.institution_id {
        Some(id) => Column::InstitutionId.eq(id),
        None => Column::InstitutionId.is_null().and(Column::Fingerprint.eq(row.fingerprint.as_str())),
    }
}

/// An institution says something once a day; the city, once a day to the same people.
pub(super) async fn once_a_day(tx: &Tx, row: &Model) -> Outcome<(), Refusal> {
    let today = Entity::find()
        .filter(alike(row))
        .filter(Column::SentOn.eq(tx.scope().today()))
        .filter(Column::Id.ne(row.id))
        .count(tx.db())
        .await?;
    if today == 0 { Ok(()) } else { Err(Problem::at(Refusal::OneADay, "id").into()) }
}
