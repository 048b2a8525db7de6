//! What editors do with proposals: give them to one of them, decide them, and take decisions back.

use chrono::Duration;
use identity::AccountId;
use kernel::{
    access::Role,
    audit,
    entry::Entry,
    error::{Code, Fault, Result},
    history::Fields,
    refusal::{Outcome, Problem, Refused, none_of},
    scope::{Scope, Tx},
};
use sea_orm::{ActiveValue::Set, EntityTrait as _, QuerySelect as _};
use serde_json::json;
use uuid::Uuid;

use crate::{
    columns, compare, desk,
    entries::{self, EntryKind},
    event, mails, policy,
    proposals::{blank, micros, step, too_long, write},
    refusal::Refusal,
    states::{Act, Status},
    submission::{ActiveModel, Entity as Submissions, Model, SubmissionId, Undo},
    uploads,
};

/// How long a decision can be taken back.
const UNDO_WITHIN: Duration = Duration::hours(24);
/// How many proposals can be decided at once.
pub(crate) const MAX_AT_ONCE: usize = 50;

/// What is decided.
#[derive(Clone, Debug)]
pub(crate) enum Decision {
    /// It becomes what the catalogue says.
    Approve {
        /// What the entry is to say instead of what was proposed: all of it, by columns.
        edits: Option<Fields>,
        /// Whether the proposal counts where the entry changed meanwhile.
        overwrite: bool,
    },
    /// It goes back to its author, with what is to be mended.
    SendBack(String),
    /// It is not taken, and why.
    Reject(String),
    /// It goes into an entry that is there already.
    Merge {
        /// That entry; nothing if what was named is none.
        into: Option<(EntryKind, Uuid)>,
        /// What that entry is to say: all of it. Without, what the proposal says is put over what the entry says.
        edits: Option<Fields>,
    },
}

impl Decision {
    fn act(&self) -> Act {
        match self {
            Self::Approve { .. } => Act::Approve,
            Self::SendBack(_) => Act::SendBack,
            Self::Reject(_) => Act::Reject,
            Self::Merge { .. } => Act::Merge,
        }
    }

    /// The entry that it writes, if that is there already. Taken back and approved again, a new entry is the one that it
    /// was.
    fn entry(&self, row: &Model) -> Option<Uuid> {
        match self {
            Self::Approve { .. } => row.target_id.or(row.created_id),
            Self::Merge { into, .. } => into.filter(|(kind, _)| *kind == row.kind).map(|(_, id)| id),
            Self::SendBack(_) | Self::Reject(_) => None,
        }
    }
}

/// Decides a proposal, and tells its author.
pub(crate) async fn decide(
    tx: &mut Tx,
    id: SubmissionId,
    version: Option<i32>,
    decision: Decision,
) -> Outcome<Model, Refusal> {
    let before = locked(tx, id).await?;
    let entry = written(tx, &before, decision.entry(&before)).await?;
    decidable(tx, &before).await?;
    let act = decision.act();
    let status = step(&before, act, version)?;
    let target = before.target_id.map(|id| entries::global(before.kind, id));
    audit::append(tx, audited(act), &id.global(), json!({ "entry": target })).await?;
    let (undo, reason) = match decision {
        Decision::Approve { edits, overwrite } => {
            (Some(Box::pin(approve(tx, &before, entry, edits, overwrite)).await?), None)
        }
        Decision::Merge { edits, .. } => {
            let entry = entry.ok_or_else(|| Problem::at(Refusal::NoSuchEntry, "into"))?;
            (Some(Box::pin(merge(tx, &before, entry, edits)).await?), None)
        }
        Decision::SendBack(reason) | Decision::Reject(reason) => (None, Some(reason_of(reason)?)),
    };
    let made = undo.as_ref().filter(|undo| undo.made).map(|undo| undo.entry);
    let row = ActiveModel {
        status: Set(status),
        reason: Set(reason.clone()),
        created_id: Set(made.or(before.created_id)),
        decided_at: Set(Some(micros(tx.scope()))),
        decided_by: Set(tx.scope().actor.account().map(AccountId)),
        undo: Set(undo.as_ref().map(serde_json::to_value).transpose().map_err(Fault::internal)?),
        ..Default::default()
    };
    let after = write(tx, &before, row).await?;
    if act != Act::SendBack {
        uploads::let_go(tx, id).await?;
    }
    event::note(tx, id, act, reason.as_deref()).await?;
    mails::decided(tx, &after, undo.as_ref().map(|undo| undo.entry)).await?;
    Ok(after)
}

/// A reason that was given.
fn reason_of(reason: String) -> Outcome<String, Refusal> {
    none_of(too_long("reason", Some(&reason)))?;
    Ok(blank(Some(reason)).ok_or_else(|| Problem::at(Refusal::ReasonMissing, "reason"))?)
}

fn audited(act: Act) -> &'static str {
    match act {
        Act::Save => "submission.save",
        Act::Submit => "submission.submit",
        Act::Withdraw => "submission.withdraw",
        Act::Assign => "submission.assign",
        Act::Approve => "submission.approve",
        Act::SendBack => "submission.send-back",
        Act::Reject => "submission.reject",
        Act::Merge => "submission.merge",
        Act::Undo => "submission.undo",
    }
}

/// A proposal as it is now, kept from other writers. It is locked before the entry that it is about, by everybody: so
/// nobody writes over what somebody else just made of either, and no two wait for each other for ever.
async fn locked(tx: &Tx, id: SubmissionId) -> Result<Model> {
    tx.scope().person()?;
    Submissions::find_by_id(id).lock_exclusive().one(tx.db()).await?.ok_or_else(Fault::not_found)
}

/// The entry that a decision writes, as it is now, kept from other writers.
async fn written(tx: &Tx, row: &Model, entry: Option<Uuid>) -> Result<Option<Entry>> {
    match entry {
        Some(id) => entries::lock(tx, row.kind, id).await,
        None => Ok(None),
    }
}

/// Nobody decides what is not theirs to decide.
async fn decidable(tx: &Tx, row: &Model) -> Result<()> {
    let facts = desk::facts(tx.scope(), row).await?;
    if policy::may_decide(&tx.scope().actor, &facts) {
        Ok(())
    } else if policy::may_read(&tx.scope().actor, &facts) {
        Err(Fault::forbidden())
    } else {
        Err(Fault::not_found())
    }
}

/// Who may decide for one institution alone must not reach further with what they write.
async fn stays_within(scope: &Scope, row: &Model, entry: Option<&Entry>, fields: &Fields) -> Result<()> {
    let is_theirs = entry.is_none_or(|entry| policy::may_publish(&scope.actor, &entries::facts(entry)));
    if is_theirs && entries::may_write(scope, row.kind, entry, fields).await? {
        Ok(())
    } else {
        Err(Fault::forbidden())
    }
}

async fn approve(
    tx: &mut Tx,
    row: &Model,
    entry: Option<Entry>,
    edits: Option<Fields>,
    overwrite: bool,
) -> Outcome<Undo, Refusal> {
    let scope = tx.scope().clone();
    none_of(edits.as_ref().map(columns::too_long).unwrap_or_default())?;
    let Some(target) = row.target_id.or(row.created_id) else {
        let fields = edits.map_or_else(|| row.proposed(), |edits| columns::typed(row.kind, edits, &Fields::new()));
        stays_within(&scope, row, None, &fields).await?;
        let fields = entries::normal(&scope, row.kind, &fields, None).await?;
        let entry = entries::create(tx, row.kind, &fields).await?;
        return Ok(Undo { entry, made: true, before: Fields::new(), after: fields });
    };
    let entry = entry.ok_or_else(|| Problem::new(Refusal::NoSuchEntry))?;
    let is_new = row.target_id.is_none();
    let fields = match edits {
        Some(edits) => columns::typed(row.kind, edits, &entry.fields),
        None if is_new => row.proposed(),
        None => {
            let changes = compare::changes(&row.seen(), &entry.fields, &row.proposed());
            if !overwrite {
                let conflicts = changes.iter().filter(|change| change.is_conflict());
                let conflicts =
                    conflicts.map(|change| Problem::at(Refusal::Conflict, columns::name(&change.field).into_owned()));
                none_of(conflicts.collect())?;
            }
            compare::applied(&entry.fields, &changes)
        }
    };
    let undo = put(tx, &scope, row, entry, &fields, "update").await?;
    if is_new {
        entries::publish(tx, row.kind, target, None).await?;
    }
    Ok(Undo { made: is_new, ..undo })
}

async fn merge(tx: &mut Tx, row: &Model, entry: Entry, edits: Option<Fields>) -> Outcome<Undo, Refusal> {
    let scope = tx.scope().clone();
    none_of(edits.as_ref().map(columns::too_long).unwrap_or_default())?;
    let fields = match (edits, row.target_id) {
        (Some(edits), _) => columns::typed(row.kind, edits, &entry.fields),
        (None, Some(_)) => {
            compare::applied(&entry.fields, &compare::changes(&row.seen(), &entry.fields, &row.proposed()))
        }
        (None, None) => {
            let mut fields = entry.fields.clone();
            fields.extend(row.proposed());
            fields
        }
    };
    put(tx, &scope, row, entry, &fields, "merge").await
}

/// Writes what an entry is to say from now on.
async fn put(
    tx: &mut Tx,
    scope: &Scope,
    row: &Model,
    entry: Entry,
    fields: &Fields,
    action: &'static str,
) -> Outcome<Undo, Refusal> {
    stays_within(scope, row, Some(&entry), fields).await?;
    let after = entries::normal(scope, row.kind, fields, Some(&entry.fields)).await?;
    entries::update(tx, row.kind, entry.id, &after, action, None).await?;
    Ok(Undo { entry: entry.id, made: false, before: entry.fields, after })
}

/// Takes a decision back within a day of it: what it did to the catalogue is undone, and the proposal waits again.
pub(crate) async fn undo(tx: &mut Tx, id: SubmissionId, version: Option<i32>) -> Outcome<Model, Refusal> {
    let before = locked(tx, id).await?;
    let done = before.undo();
    let entry = written(tx, &before, done.as_ref().map(|done| done.entry)).await?;
    decidable(tx, &before).await?;
    let status = step(&before, Act::Undo, version)?;
    let now = micros(tx.scope());
    if before.decided_at.is_none_or(|decided| now - decided > UNDO_WITHIN) {
        return Err(Problem::new(Refusal::UndoTooLate).into());
    }
    audit::append(tx, audited(Act::Undo), &id.global(), json!({})).await?;
    // Before the entry lets go of them.
    uploads::hold(tx, id, &before.proposed()).await?;
    if let Some(done) = done {
        take_back(tx, &before, entry, &done).await?;
    }
    let row = ActiveModel {
        status: Set(status),
        reason: Set(None),
        decided_at: Set(None),
        decided_by: Set(None),
        undo: Set(None),
        ..Default::default()
    };
    let after = write(tx, &before, row).await?;
    event::note(tx, id, Act::Undo, None).await?;
    Ok(after)
}

async fn take_back(tx: &mut Tx, row: &Model, entry: Option<Entry>, done: &Undo) -> Outcome<(), Refusal> {
    let scope = tx.scope().clone();
    if done.made && row.kind.told().set_state.is_none() {
        return Err(Problem::new(Refusal::UndoImpossible).into());
    }
    if done.made {
        return entries::archive(tx, row.kind, done.entry, None).await;
    }
    let entry = entry.ok_or_else(|| Problem::new(Refusal::UndoChangedSince))?;
    if !compare::is_untouched(&done.before, &done.after, &entry.fields) {
        return Err(Problem::new(Refusal::UndoChangedSince).into());
    }
    let fields = compare::reverted(&done.before, &done.after, &entry.fields);
    stays_within(&scope, row, Some(&entry), &fields).await?;
    entries::update(tx, row.kind, done.entry, &fields, "undo", None).await
}

/// Gives a proposal to an editor, or to nobody.
pub(crate) async fn assign(
    tx: &mut Tx,
    id: SubmissionId,
    version: Option<i32>,
    assignee: Option<AccountId>,
) -> Outcome<Model, Refusal> {
    let before = locked(tx, id).await?;
    decidable(tx, &before).await?;
    if !policy::may_assign(&tx.scope().actor) {
        return Err(Fault::forbidden().into());
    }
    let status = step(&before, Act::Assign, version)?;
    if let Some(assignee) = assignee
        && !editors(tx.scope()).await?.iter().any(|account| account.id == assignee)
    {
        return Err(Problem::at(Refusal::NoSuchEditor, "assignee").into());
    }
    let row = ActiveModel { status: Set(status), assignee_id: Set(assignee), ..Default::default() };
    let after = write(tx, &before, row).await?;
    event::note(tx, id, Act::Assign, None).await?;
    Ok(after)
}

/// Everybody who keeps the city's catalogue.
pub(crate) async fn editors(scope: &Scope) -> Result<Vec<identity::Account>> {
    if !policy::may_edit_all(&scope.actor) {
        scope.person()?;
        return Err(Fault::forbidden());
    }
    let mut editors = Vec::new();
    for role in Role::ALL.into_iter().filter(|role| *role >= Role::Editor) {
        editors.extend(identity::accounts::with_role(scope, role).await?);
    }
    editors.sort_by_key(|account| (identity::accounts::display_name(account), account.id));
    editors.dedup_by_key(|account| account.id);
    Ok(editors)
}

/// Decides several proposals, each for itself, and tells what became of each. Who begins here commits here: a refusal
/// of one leaves the others done.
pub(crate) async fn decide_many(
    scope: &Scope,
    proposals: Vec<(SubmissionId, Option<i32>)>,
    decision: &Decision,
) -> Outcome<Vec<(SubmissionId, Outcome<Model, Refusal>)>, Refusal> {
    if !policy::may_edit_all(&scope.actor) && scope.person()?.parties(Role::Manager).next().is_none() {
        return Err(Fault::forbidden().into());
    }
    if proposals.len() > MAX_AT_ONCE {
        let most = u32::try_from(MAX_AT_ONCE).unwrap_or(u32::MAX);
        return Err(Problem::at(Refusal::TooMany, "submissions").with("most", most).into());
    }
    if let Decision::SendBack(reason) | Decision::Reject(reason) = decision {
        reason_of(reason.clone())?;
    }
    let mut outcomes = Vec::with_capacity(proposals.len());
    for (id, version) in proposals {
        let mut tx = scope.begin().await?;
        let outcome = decide(&mut tx, id, version, decision.clone()).await;
        if outcome.is_ok() {
            tx.commit().await?;
        }
        let outcome = match outcome {
            Err(Refused::Fault(fault)) if matches!(fault.code, Code::NotFound | Code::Forbidden) => {
                Err(Problem::new(Refusal::NotYours).into())
            }
            Err(Refused::Fault(fault)) => return Err(fault.into()),
            outcome => outcome,
        };
        outcomes.push((id, outcome));
    }
    Ok(outcomes)
}

/// Whether a decision can still be taken back, as far as the proposal itself tells.
pub(crate) fn can_be_undone(scope: &Scope, row: &Model) -> bool {
    let made_for_good = row.kind.told().set_state.is_none() && row.undo().is_some_and(|undo| undo.made);
    crate::states::after(row.status, Act::Undo) == Some(Status::Waiting)
        && row.decided_at.is_some_and(|decided| scope.now() - decided <= UNDO_WITHIN)
        && !made_for_good
}
