//! Making and changing subscriptions of one's own.

use std::time::Duration;

use chrono::TimeDelta;
use kernel::{
    changes::Operation,
    error::{Fault, Result},
    limits::Rule,
    refusal::{Outcome, Problem, Refused, none_of},
    scope::{Scope, Tx},
};
use notices::{Frequency, ReaderId, What, readers};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _, PaginatorTrait as _,
    QueryFilter as _, sea_query::OnConflict,
};

use super::{Checked, MAX_SUBSCRIPTIONS, check};
use crate::{
    ENTITY, about, policy,
    refusal::Refusal,
    subscription::{Column, Entity, Model, SubscriptionId},
    target::SubscriptionTargetInput as Target,
};

/// The longest name that a reader gives, in characters.
pub(crate) const MAX_LABEL: usize = 120;
/// How long what was removed can be taken back.
pub(crate) const TAKEN_BACK_WITHIN: TimeDelta = TimeDelta::days(7);
/// How often an account may change its subscriptions.
const CHANGES: Rule = Rule { name: "subscription.account", tries: 200, window: Duration::from_secs(3600) };

/// What somebody wants; what they do not say stays as it is, or is as usual.
#[derive(Clone, Debug, Default)]
pub(crate) struct Wish {
    /// Of what they want to be told.
    pub(crate) target: Option<Target>,
    /// What they call it; an empty name is none.
    pub(crate) label: Option<String>,
    /// What of it is worth telling.
    pub(crate) about: Option<Vec<What>>,
    /// How often.
    pub(crate) frequency: Option<Frequency>,
    /// Whether nothing is told of it for now.
    pub(crate) muted: Option<bool>,
}

/// Makes a subscription, or changes the acting person's own of that id. Who asks for what they have already has the same
/// one, with what they say this time.
///
/// Begins and commits by itself: what is looked up is looked up before a unit of work is begun.
pub(crate) async fn save(scope: &Scope, id: Option<&str>, wish: Wish) -> Outcome<Model, Refusal> {
    let account = policy::subscriber(&scope.actor)?;
    scope.app().limits.take(scope, CHANGES, &account.global()).await?;
    let mut problems = Vec::new();
    let Wish { target, label, about: wanted, frequency, muted } = wish;
    let label = label.map(|label| one_line(&label));
    if label.as_ref().is_some_and(|label| label.chars().count() > MAX_LABEL) {
        problems.push(Problem::at(Refusal::LabelTooLong, "label").with("most", MAX_LABEL as u32));
    }
    let checked = match target {
        Some(target) => {
            let snapshot = scope.snapshot().await?;
            match check(scope, &snapshot, target).await {
                Ok(checked) => Some(checked),
                Err(Refused::Problems(more)) => {
                    problems.extend(more);
                    None
                }
                Err(fault) => return Err(fault),
            }
        }
        None if id.is_none() => {
            problems.push(Problem::at(Refusal::TargetMissing, "target"));
            None
        }
        None => None,
    };
    none_of(problems)?;

    let mut tx = scope.begin().await?;
    let owner = identity::accounts::find(tx.scope(), account).await?.ok_or_else(Fault::not_found)?;
    let reader = readers::of_account(&mut tx, account).await?;
    readers::hold(&tx, &[reader.id]).await?;
    let before = match (id, &checked) {
        (Some(id), _) => Some(own_row(&tx, reader.id, id).await?),
        (None, Some(checked)) => {
            if owner.verified_email().is_none() {
                return Err(Problem::new(Refusal::AddressUnverified).into());
            }
            same(&tx, reader.id, &checked.fingerprint).await?
        }
        (None, None) => None,
    };
    let now = tx.scope().now();
    let (row, target) = match (before.clone(), checked) {
        (Some(row), None) => {
            let target = Target::from_json(&row.target)?;
            (row, target)
        }
        (Some(row), Some(checked)) => {
            let other = same(&tx, reader.id, &checked.fingerprint).await?;
            if other.is_some_and(|other| other.id != row.id) {
                return Err(Problem::at(Refusal::AlreadySaved, "target").into());
            }
            // Who asks for it again wants to be told again.
            let row = match id {
                Some(_) => row,
                None => Model { muted_at: None, removed_at: None, ..row },
            };
            let Checked { target, json, fingerprint, child, .. } = checked;
            (Model { target: json, fingerprint, child_id: child.map(|child| child.id), ..row }, target)
        }
        (None, Some(checked)) => new(reader.id, checked, tx.scope()),
        (None, None) => return Err(Problem::at(Refusal::TargetMissing, "target").into()),
    };
    let about = match wanted {
        Some(wanted) => about::chosen(&target, &wanted),
        None => about::chosen(&target, &row.about.0),
    };
    if about.is_empty() {
        return Err(Problem::at(Refusal::AboutMissing, "about").into());
    }
    let muted_at = match muted {
        Some(true) => row.muted_at.or(Some(now)),
        Some(false) => None,
        None => row.muted_at,
    };
    let label = label.map_or(row.label.clone(), |label| Some(label).filter(|label| !label.is_empty()));
    let frequency = frequency.unwrap_or(row.frequency);
    let after = Model { label, about: about.into(), frequency, muted_at, ..row };
    if before.as_ref().is_none_or(|before| before.removed_at.is_some()) {
        has_room(&tx, reader.id).await?;
    }
    let after = write(&mut tx, before.as_ref(), after).await?;
    tx.commit().await?;
    Ok(after)
}

/// A subscription as it is when nobody says more, and its target.
pub(super) fn new(reader: ReaderId, checked: Checked, scope: &Scope) -> (Model, Target) {
    let now = scope.now();
    let Checked { target, json, fingerprint, child, .. } = checked;
    let row = Model {
        id: SubscriptionId::new(now),
        reader_id: reader,
        target: json,
        fingerprint,
        label: None,
        child_id: child.map(|child| child.id),
        about: about::usual(&target).to_vec().into(),
        frequency: about::usual_frequency(&target),
        muted_at: None,
        removed_at: None,
        created_at: now,
        updated_at: now,
        last_told_at: None,
    };
    (row, target)
}

/// Removes one's own subscription; it can be taken back for some days. Done again, it changes nothing.
pub(crate) async fn remove(tx: &mut Tx, id: &str) -> Result<Model> {
    let before = own_of_actor(tx, id).await?;
    let now = tx.scope().now();
    let after = Model { removed_at: before.removed_at.or(Some(now)), ..before.clone() };
    write(tx, Some(&before), after).await
}

/// Takes a removal back.
pub(crate) async fn restore(tx: &mut Tx, id: &str) -> Outcome<Model, Refusal> {
    let before = own_of_actor(tx, id).await?;
    let Some(removed_at) = before.removed_at else { return Ok(before) };
    if removed_at + TAKEN_BACK_WITHIN <= tx.scope().now() {
        return Err(Problem::new(Refusal::GoneForGood).into());
    }
    has_room(tx, before.reader_id).await?;
    let after = Model { removed_at: None, ..before.clone() };
    Ok(write(tx, Some(&before), after).await?)
}

/// The acting person's own subscription of that id, which nobody else changes until the unit of work ends.
async fn own_of_actor(tx: &mut Tx, id: &str) -> Result<Model> {
    let account = policy::subscriber(&tx.scope().actor)?;
    let reader = readers::of_account(tx, account).await?;
    readers::hold(tx, &[reader.id]).await?;
    own_row(tx, reader.id, id).await
}

/// A reader's subscription of that global id. Who changes it [holds](readers::hold) the reader first.
pub(super) async fn own_row(tx: &Tx, reader: ReaderId, id: &str) -> Result<Model> {
    let id = SubscriptionId::parse(id).ok_or_else(Fault::not_found)?;
    let row = Entity::find_by_id(id).filter(Column::ReaderId.eq(reader)).one(tx.db()).await?;
    row.ok_or_else(Fault::not_found)
}

/// A reader's subscription to the very same, also one that was removed.
pub(super) async fn same(tx: &Tx, reader: ReaderId, fingerprint: &str) -> Result<Option<Model>> {
    let same = Entity::find().filter(Column::ReaderId.eq(reader)).filter(Column::Fingerprint.eq(fingerprint));
    Ok(same.one(tx.db()).await?)
}

/// Whether a reader, whom the caller [holds](readers::hold), can have one more.
pub(super) async fn has_room(tx: &Tx, reader: ReaderId) -> Outcome<(), Refusal> {
    let kept = Entity::find().filter(Column::ReaderId.eq(reader)).filter(Column::RemovedAt.is_null());
    if kept.count(tx.db()).await? >= MAX_SUBSCRIPTIONS {
        let problem = Problem::new(Refusal::TooManySubscriptions);
        return Err(problem.with("most", MAX_SUBSCRIPTIONS as u32).into());
    }
    Ok(())
}

/// Writes a subscription if something of it changed, and says so to whoever tells people of it. What was turned off is no
/// reason any more for what waits; what was turned on again makes links in old mails ask first.
pub(super) async fn write(tx: &mut Tx, before: Option<&Model>, after: Model) -> Result<Model> {
    if before == Some(&after) {
        return Ok(after);
    }
    let after = Model { updated_at: tx.scope().now(), ..after };
    let row = after.clone().into_active_model().reset_all();
    let made = if before.is_some() {
        Entity::update(row).validate()?.exec(tx.db()).await?;
        after
    } else {
        // It may be asked for in another window at this moment: whoever comes second finds it.
        let columns = [Column::ReaderId, Column::Fingerprint];
        let on_conflict = OnConflict::columns(columns).do_nothing().to_owned();
        Entity::insert(row).on_conflict(on_conflict).exec_without_returning(tx.db()).await?;
        let made = same(tx, after.reader_id, &after.fingerprint).await?;
        made.ok_or_else(|| Fault::internal("a subscription that was just made is gone"))?
    };
    let operation = if made.removed_at.is_some() { Operation::Delete } else { Operation::Upsert };
    tx.changed(ENTITY, made.id.0, operation);
    match (before.map(Model::is_on), made.is_on()) {
        (Some(true), false) => readers::forget_subscription(tx, made.reader_id, made.id.0).await?,
        (Some(false), true) => readers::turned_on(tx, made.reader_id).await?,
        _ => {}
    }
    Ok(made)
}

/// A name in one line, without spaces around it.
fn one_line(text: &str) -> String {
    let visible: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}
