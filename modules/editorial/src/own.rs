//! What people do with entries that are theirs to publish: managers with their institution's, editors with all.

use activities::ImportPreview;
use chrono::{DateTime, Utc};
use directory::InstitutionId;
use kernel::{
    audit,
    entry::Entry,
    error::{Code, Fault, Result},
    history::{self, Fields, Revision, Side},
    refusal::{Outcome, Problem, none_of},
    scope::{Scope, Tx},
};
use serde_json::json;
use uuid::Uuid;

use crate::{
    columns,
    decisions::MAX_AT_ONCE,
    entries::{self, EntryKind},
    policy,
    proposals::{blank, too_long},
    refusal::Refusal,
};

/// The largest file that people can send, in bytes.
pub(crate) const MAX_FILE: usize = 2 * 1024 * 1024;
/// How many changes of an entry are told at most.
pub(crate) const MAX_HISTORY: u64 = 100;

/// An entry as its people write it.
#[derive(Clone, Debug)]
pub(crate) struct Edit {
    /// What it is.
    pub kind: EntryKind,
    /// The entry; none for a new one.
    pub id: Option<Uuid>,
    /// When the entry that they saw had last changed; without, whatever it says now is written over.
    pub seen: Option<DateTime<Utc>>,
    /// What it is to say, all of it, by columns.
    pub fields: Fields,
    /// Why, for the history.
    pub reason: Option<String>,
}

/// Publishes an entry: what it says is public at once.
pub(crate) async fn save(tx: &mut Tx, edit: Edit) -> Outcome<Uuid, Refusal> {
    tx.scope().person()?;
    let entry = match edit.id {
        Some(id) => Some(entries::editable(tx, edit.kind, id).await?),
        None => None,
    };
    let scope = tx.scope().clone();
    if let (Some(entry), Some(seen)) = (&entry, edit.seen)
        && entry.updated_at.timestamp_micros() != seen.timestamp_micros()
    {
        return Err(Problem::new(Refusal::Outdated).into());
    }
    none_of(too_long("reason", edit.reason.as_deref()))?;
    none_of(columns::too_long(&edit.fields))?;
    let before = entry.as_ref().map(|entry| entry.fields.clone()).unwrap_or_default();
    let fields = columns::typed(edit.kind, edit.fields, &before);
    allow(&scope, edit.kind, entry.as_ref(), &fields).await?;
    let reason = blank(edit.reason);
    let id = match entry {
        Some(Entry { id, .. }) => {
            entries::update(tx, edit.kind, id, &fields, "update", reason.as_deref()).await?;
            id
        }
        None => entries::create(tx, edit.kind, &fields).await?,
    };
    audit::append(tx, "entry.save", &entries::global(edit.kind, id), json!({})).await?;
    Ok(id)
}

/// Nobody publishes for an institution that is not theirs.
async fn allow(scope: &Scope, kind: EntryKind, entry: Option<&Entry>, fields: &Fields) -> Outcome<(), Refusal> {
    let becomes = entries::institution_of(scope, kind, entry.map(|entry| entry.id), fields).await?;
    if becomes.is_none() && entries::reference(kind, fields).is_some() {
        // That it is not there is said at the field, as for editors.
        none_of(entries::check(scope, kind, fields, None).await?)?;
    }
    if entries::may_write(scope, kind, entry, fields).await? { Ok(()) } else { Err(Fault::forbidden().into()) }
}

/// Makes a copy of an activity for the term that follows, with what is typed instead if something is.
pub(crate) async fn copy_to_next_term(
    tx: &mut Tx,
    kind: EntryKind,
    id: Uuid,
    typed: Option<Fields>,
) -> Outcome<Uuid, Refusal> {
    let scope = tx.scope().clone();
    entries::editable(tx, kind, id).await?;
    entries::only_activities(kind)?;
    let next = activities::service::next_term(&scope, activities::ActivityId(id)).await?;
    let fields = match typed {
        Some(typed) => {
            none_of(columns::too_long(&typed))?;
            columns::typed(kind, typed, &next)
        }
        None => next,
    };
    allow(&scope, kind, None, &fields).await?;
    entries::create(tx, kind, &fields).await
}

/// Says that there is no place left, or that there is one again.
pub(crate) async fn mark_full(tx: &mut Tx, kind: EntryKind, id: Uuid, full: bool) -> Outcome<(), Refusal> {
    entries::editable(tx, kind, id).await?;
    entries::only_activities(kind)?;
    Ok(activities::service::set_full(tx, activities::ActivityId(id), full).await?)
}

/// Takes an entry out of the public's sight.
pub(crate) async fn archive(tx: &mut Tx, kind: EntryKind, id: Uuid, reason: Option<String>) -> Outcome<(), Refusal> {
    entries::editable(tx, kind, id).await?;
    audit::append(tx, "entry.archive", &entries::global(kind, id), json!({})).await?;
    none_of(too_long("reason", reason.as_deref()))?;
    entries::archive(tx, kind, id, blank(reason).as_deref()).await
}

/// Shows an entry to everybody again, whether its people archived it or it was hidden because nobody confirmed it.
pub(crate) async fn restore(tx: &mut Tx, kind: EntryKind, id: Uuid) -> Outcome<(), Refusal> {
    entries::editable(tx, kind, id).await?;
    audit::append(tx, "entry.restore", &entries::global(kind, id), json!({})).await?;
    entries::publish(tx, kind, id, None).await?;
    if kind.told().confirm.is_some() { entries::confirm(tx, kind, id).await } else { Ok(()) }
}

/// Says that all that an entry says is true.
pub(crate) async fn confirm(tx: &mut Tx, kind: EntryKind, id: Uuid) -> Outcome<(), Refusal> {
    entries::editable(tx, kind, id).await?;
    entries::confirm(tx, kind, id).await
}

/// Says that all of these entries are true, or none if one cannot be confirmed. Their rows are locked in the order of
/// their ids.
pub(crate) async fn confirm_all(tx: &mut Tx, entries: &[(EntryKind, Uuid)]) -> Outcome<(), Refusal> {
    if entries.len() > MAX_AT_ONCE {
        let most = u32::try_from(MAX_AT_ONCE).unwrap_or(u32::MAX);
        return Err(Problem::at(Refusal::TooMany, "ids").with("most", most).into());
    }
    let mut ordered = entries.to_vec();
    ordered.sort_unstable_by_key(|(_, id)| *id);
    ordered.dedup_by_key(|(_, id)| *id);
    for (kind, id) in ordered {
        confirm(tx, kind, id).await?;
    }
    Ok(())
}

/// Makes an entry say again what it said right before or after one of its changes.
pub(crate) async fn revert(
    tx: &mut Tx,
    kind: EntryKind,
    id: Uuid,
    revision: Option<Uuid>,
    side: Side,
) -> Outcome<(), Refusal> {
    let entry = entries::editable(tx, kind, id).await?;
    let scope = tx.scope().clone();
    audit::append(tx, "entry.revert", &entries::global(kind, id), json!({})).await?;
    let then = match revision {
        Some(revision) => {
            history::state_at(&scope, kind.told().entity, id, (side, revision), entry.fields.clone()).await?
        }
        None => None,
    };
    let mut then = then.ok_or_else(|| Problem::at(Refusal::NoSuchRevision, "revision"))?;
    // History tells state and confirmations, too; those are no fields that one goes back to.
    then.retain(|column, _| columns::of(kind).contains(&column.as_str()));
    allow(&scope, kind, Some(&entry), &then).await?;
    entries::update(tx, kind, id, &then, "revert", None).await
}

/// Who changed an entry, the newest change first; nothing for those who may not know.
pub(crate) async fn history(
    scope: &Scope,
    kind: EntryKind,
    id: Uuid,
    facts: &policy::Entry,
    first: u64,
) -> Result<Option<Vec<Revision>>> {
    if !policy::may_read_history(&scope.actor, facts) {
        return Ok(None);
    }
    history::of(scope, kind.told().entity, id, first.min(MAX_HISTORY)).await.map(Some)
}

/// An institution's own entries in any state; nothing for those who do not answer for it.
pub(crate) async fn entries_of(
    scope: &Scope,
    institution: Uuid,
    kind: Option<EntryKind>,
) -> Result<Option<Vec<Entry>>> {
    if !policy::may_publish(&scope.actor, &policy::Entry { institutions: vec![institution] }) {
        return Ok(None);
    }
    entries::of_institution(scope, institution, kind).await.map(Some)
}

/// Reads a file of an institution's own entries, and writes them unless this is to see what it would do.
pub(crate) async fn import(
    scope: &Scope,
    institution: InstitutionId,
    csv: &str,
    dry_run: bool,
) -> Outcome<ImportPreview, Refusal> {
    scope.person()?;
    if directory::service::find(scope, institution).await?.is_none() {
        return Err(Problem::at(Refusal::NoSuchInstitution, "institution").into());
    }
    if !policy::may_publish(&scope.actor, &policy::Entry { institutions: vec![institution.0] }) {
        return Err(Fault::forbidden().into());
    }
    if csv.len() > MAX_FILE {
        let most = u32::try_from(MAX_FILE / 1024 / 1024).unwrap_or(u32::MAX);
        return Err(Problem::at(Refusal::FileTooLarge, "csv").with("most", most).into());
    }
    if !dry_run {
        audit::record(scope, "entries.import", &institution.global(), json!({})).await?;
    }
    match activities::import_own(scope, institution, csv.as_bytes(), dry_run).await {
        Err(fault) if fault.code == Code::BadUserInput => {
            Err(Problem::at(Refusal::FileUnreadable, "csv").with("why", fault.message.into_owned()).into())
        }
        outcome => Ok(outcome?),
    }
}
