//! Messages that refer to those before them: updates, cancellations and all-clears.

use chrono::{DateTime, SubsecRound as _, TimeDelta, Utc};
use kernel::{
    changes::Operation,
    error::{Fault, Result},
    i18n::Lang,
    refusal::{Outcome, Problem, none_of},
    scope::{Scope, Tx},
};
use sea_orm::{ActiveModelTrait as _, ActiveValue::Set, EntityTrait as _, QuerySelect as _};
use uuid::Uuid;

use super::{
    issue::{count, put, written},
    rights::{may_issue, rights_now},
};
use crate::{
    ALERT_ENTITY,
    alert::{AlertId, Entity, Model, State, Words},
    codes::{Certainty, MessageType, Response, Severity, Urgency},
    draft::{Draft, check, reasoned, short},
    policy::{self, Rights},
    refusal::Refusal,
};

/// How long an all-clear is shown if nobody says.
const ALL_CLEAR: TimeDelta = TimeDelta::hours(12);
/// How long a cancellation goes out to other systems at least.
const CANCELLED: TimeDelta = TimeDelta::hours(1);
/// Characters of a note.
const NOTE: usize = 500;

/// What is said when a danger is over.
#[derive(Clone, Debug, Default)]
pub struct AllClear {
    /// What it says; ready texts in each language of the alert if there are none.
    pub texts: Vec<(Lang, Words)>,
    /// How long it is shown.
    pub expires: Option<DateTime<Utc>>,
    /// What the message itself is for.
    pub note: Option<String>,
}

/// Replaces an alert by what is true now. The sender and whether it is meant stay. What becomes extreme, or stays so,
/// waits for a second person, and the former holds until then.
pub async fn update(tx: &mut Tx, former: Option<AlertId>, draft: Draft) -> Outcome<Model, Refusal> {
    update_from(tx, former, draft, None).await
}

/// The same, made of a message of another system.
pub(super) async fn update_from(
    tx: &mut Tx,
    former: Option<AlertId>,
    draft: Draft,
    origin: Option<String>,
) -> Outcome<Model, Refusal> {
    let scope = tx.scope().clone();
    let now = scope.now().trunc_subsecs(0);
    let former = to_follow(tx, former, draft.severity).await?;
    current(&former, now, "references", &[State::Active, State::Scheduled])?;
    let checked = check(&scope.tenant, now, draft, true)?;
    count(&scope).await?;
    let id = AlertId::new(scope.now());
    let mut row = following(&former, written(&scope, id, MessageType::Update, checked, now));
    row.origin = origin;
    if row.is_all_clear() {
        row.shown_as = row.shown_as.max(former.shown_as);
    }
    Ok(put(tx, row, "alert.update").await?)
}

/// Calls an alert off, and says why. It leaves at once.
pub async fn cancel(tx: &mut Tx, former: Option<AlertId>, reason: &str) -> Outcome<Model, Refusal> {
    let reason = reasoned(reason);
    cancel_from(tx, former, reason, None).await
}

/// The same, made of a message of another system.
pub(super) async fn cancel_from(
    tx: &mut Tx,
    former: Option<AlertId>,
    reason: Outcome<String, Refusal>,
    origin: Option<String>,
) -> Outcome<Model, Refusal> {
    let scope = tx.scope().clone();
    let now = scope.now().trunc_subsecs(0);
    let former = to_follow(tx, former, Severity::Unknown).await?;
    current(&former, now, "id", &[State::Active, State::Scheduled])?;
    let reason = reason?;
    count(&scope).await?;
    let texts = ready(&scope, &former, ["alert-cancel-headline", "alert-cancel-description"]);
    let expires = former.expires_at.max(now + CANCELLED);
    let row = Model {
        origin,
        responses: vec![Response::None].into(),
        note: Some(reason),
        ..ending(&scope, &former, texts.into_iter().map(|(_, words)| words).collect(), expires, now)
    };
    Ok(put(tx, row, "alert.cancel").await?)
}

/// Says that the danger of an alert is over: a message that calls it off, and is shown until its own end.
pub async fn all_clear(tx: &mut Tx, former: Option<AlertId>, given: AllClear) -> Outcome<Model, Refusal> {
    all_clear_from(tx, former, given, None).await
}

/// The same, made of a message of another system.
pub(super) async fn all_clear_from(
    tx: &mut Tx,
    former: Option<AlertId>,
    given: AllClear,
    origin: Option<String>,
) -> Outcome<Model, Refusal> {
    let scope = tx.scope().clone();
    let now = scope.now().trunc_subsecs(0);
    let former = to_follow(tx, former, Severity::Unknown).await?;
    current(&former, now, "id", &[State::Active, State::Scheduled, State::Expired])?;
    let texts = match given.texts.is_empty() {
        true => ready(&scope, &former, ["alert-clear-headline", "alert-clear-description"]),
        false => given.texts,
    };
    // Read as any alert's, so that the same is wrong with it.
    let draft = Draft {
        texts,
        categories: former.categories.0.clone(),
        responses: vec![Response::AllClear],
        urgency: Urgency::Past,
        severity: Severity::Minor,
        certainty: Certainty::Observed,
        effective: None,
        onset: None,
        expires: given.expires.unwrap_or(now + ALL_CLEAR),
        web: former.web.clone(),
        contact: former.contact.clone(),
        note: None,
        area: None,
        districts: Vec::new(),
        polygon: Vec::new(),
        circle: None,
    };
    let checked = check(&scope.tenant, now, draft, true)?;
    let mut problems = Vec::new();
    let note = short(given.note.as_deref(), "note", NOTE, &mut problems);
    none_of(problems)?;
    count(&scope).await?;
    let texts = checked.draft.texts.into_iter().map(|(_, words)| words).collect();
    let row = Model {
        origin,
        responses: checked.draft.responses.into(),
        certainty: checked.draft.certainty,
        note,
        ..ending(&scope, &former, texts, checked.draft.expires.trunc_subsecs(0), now)
    };
    Ok(put(tx, row, "alert.all_clear").await?)
}

/// Notes at the newest of the messages that one refers to that it replaces them.
pub(super) async fn replace(tx: &mut Tx, row: &Model) -> Result<()> {
    let Some(former) = row.references().last() else { return Ok(()) };
    let now = tx.scope().now();
    let change = crate::alert::ActiveModel {
        id: Set(former),
        replaced_by: Set(Some(row.id)),
        replaced_as: Set(Some(row.message_type)),
        replaced_at: Set(row.sent_at),
        updated_at: Set(now),
        ..Default::default()
    };
    change.update(tx.db()).await?;
    tx.changed(ALERT_ENTITY, former.0, Operation::Upsert);
    Ok(())
}

/// The message that another is to follow, with all who would add to its chain made to wait. Not found if who acts may
/// not see it; forbidden if they may not send what is as severe as it, or as what follows.
async fn to_follow(tx: &Tx, id: Option<AlertId>, severity: Severity) -> Result<Model> {
    let scope = tx.scope();
    let rights = rights_now(tx).await?;
    let row = locked(tx, id, &rights).await?;
    let party = row.institution_id.map(|id| id.0);
    let severity = severity.max(row.severity).max(row.shown_as);
    may_issue(&scope.actor, party, severity, &rights)?;
    Ok(row)
}

/// The message of that id as it is now, with all who would change its chain made to wait; not found if who acts may not
/// see it.
pub(super) async fn locked(tx: &Tx, id: Option<AlertId>, rights: &Rights) -> Result<Model> {
    let scope = tx.scope();
    let known = match id {
        Some(id) => Entity::find_by_id(id).one(tx.db()).await?,
        None => None,
    };
    let is_visible = |row: &Model| row.is_public(scope.now()) || policy::may_see(&scope.actor, row, rights);
    let Some(known) = known.filter(is_visible) else {
        scope.actor.require(scope.actor != kernel::scope::Actor::Anonymous)?;
        return Err(Fault::not_found());
    };
    Entity::find_by_id(known.chain_id).lock_exclusive().one(tx.db()).await?;
    Entity::find_by_id(known.id).one(tx.db()).await?.ok_or_else(Fault::not_found)
}

/// That a message is the newest of what it is about, and in one of these states.
pub(super) fn current(row: &Model, now: DateTime<Utc>, field: &'static str, states: &[State]) -> Outcome<(), Refusal> {
    if row.replaced_by.is_none() && states.contains(&row.state(now)) {
        return Ok(());
    }
    Err(Problem::at(Refusal::NotCurrent, field).into())
}

/// A message in the chain of a former one, of the same sender.
fn following(former: &Model, row: Model) -> Model {
    let refers_to: Vec<Uuid> = former.refers_to.iter().copied().chain([former.id.0]).collect();
    Model {
        institution_id: former.institution_id,
        sender: former.sender.clone(),
        sender_name: former.sender_name.clone(),
        status: former.status,
        chain_id: former.chain_id,
        refers_to: refers_to.into(),
        ..row
    }
}

/// A message that ends a former one, in the same area.
fn ending(scope: &Scope, former: &Model, texts: Vec<Words>, expires: DateTime<Utc>, now: DateTime<Utc>) -> Model {
    let id = AlertId::new(scope.now());
    let row = Model {
        id,
        identifier: format!("{}.{}", scope.tenant.slug, id.0),
        account_id: scope.actor.account().map(identity::AccountId),
        message_type: MessageType::Cancel,
        urgency: Urgency::Past,
        severity: Severity::Minor,
        texts: texts.into(),
        effective_at: None,
        onset_at: None,
        expires_at: expires,
        replaced_by: None,
        replaced_as: None,
        replaced_at: None,
        decision: crate::alert::Decision::NotNeeded,
        decided_by: None,
        decided_at: None,
        reason: None,
        sent_at: None,
        created_at: now,
        updated_at: now,
        ..former.clone()
    };
    following(former, row)
}

/// Ready texts about a former message, in each of its languages.
fn ready(scope: &Scope, former: &Model, [headline, description]: [&str; 2]) -> Vec<(Lang, Words)> {
    let told = former.texts.iter().filter_map(|words| {
        let lang: Lang = words.lang.parse().ok()?;
        let say = |key: &str| {
            let args = [("event", words.event.as_str().into()), ("headline", words.headline.as_str().into())];
            scope.app().messages.format(lang, key, &args)
        };
        let shortened: String = say(headline).chars().take(160).collect();
        let words = Words {
            lang: words.lang.clone(),
            event: words.event.clone(),
            headline: shortened,
            description: say(description),
            instruction: String::new(),
        };
        Some((lang, words))
    });
    told.collect()
}
