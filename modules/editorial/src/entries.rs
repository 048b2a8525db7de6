//! Entries of the catalogue of either kind, as the desk handles them: told as fields, whatever their state.

use std::collections::HashMap;

use activities::{Activity, ActivityId, State};
use chrono::{DateTime, Utc};
use directory::{Institution, InstitutionId};
use kernel::{
    error::{Fault, Result},
    history::Fields,
    page::path_name,
    refusal::{Kind, Outcome, Problem, Refused, none_of},
    scope::{Scope, Tx},
};
use sea_orm::{DeriveActiveEnum, EnumIter, prelude::*};

use crate::{
    columns, policy,
    refusal::{Refusal, of_field},
};

/// What an entry of the catalogue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum EntryKind {
    /// An activity.
    Activity,
    /// An institution.
    Institution,
}

/// An entry.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    /// What it is.
    pub kind: EntryKind,
    /// Its id.
    pub id: Uuid,
    /// What it is called.
    pub title: String,
    /// What it says, by columns.
    pub fields: Fields,
    /// Whether it is shown to everybody.
    pub state: State,
    /// When somebody last said that it is true; institutions are not asked.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// When its people were last asked.
    pub reminded_at: Option<DateTime<Utc>>,
    /// How many more can take part, if somebody said.
    pub places_left: Option<i32>,
    /// When it was made.
    pub created_at: DateTime<Utc>,
    /// When it last changed.
    pub updated_at: DateTime<Utc>,
    owner: Option<Uuid>,
}

impl Entry {
    /// The institution whose it is; an institution is its own.
    pub(crate) fn institution(&self) -> Option<Uuid> {
        self.owner
    }

    /// What matters of it for rights.
    pub(crate) fn facts(&self) -> policy::Entry {
        policy::Entry { institution: self.owner }
    }

    /// Its id as clients see it.
    pub(crate) fn global(&self) -> String {
        global(self.kind, self.id)
    }

    /// The path of its page, without language.
    pub(crate) fn path(&self) -> String {
        format!("/{}/{}/{}", folder(self.kind), self.global(), path_name(&self.title))
    }
}

impl Entry {
    /// An activity as an entry.
    pub(crate) fn of_activity(scope: &Scope, row: Activity) -> Self {
        Self {
            kind: EntryKind::Activity,
            id: row.id.0,
            fields: activities::fields::of(&scope.tenant, &row),
            state: row.state,
            confirmed_at: row.confirmed_at,
            reminded_at: row.reminded_at,
            places_left: row.places_left,
            created_at: row.created_at,
            updated_at: row.updated_at,
            owner: row.institution_id.map(|id| id.0),
            title: row.title,
        }
    }

    fn of_institution(row: Institution) -> Self {
        Self {
            kind: EntryKind::Institution,
            id: row.id.0,
            fields: directory::fields::of(&row),
            state: State::Published,
            confirmed_at: None,
            reminded_at: None,
            places_left: None,
            created_at: row.created_at,
            updated_at: row.updated_at,
            owner: Some(row.id.0),
            title: row.name,
        }
    }
}

/// What the paths of an entry's pages begin with.
pub(crate) fn folder(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Activity => "zajecia",
        EntryKind::Institution => "placowki",
    }
}

/// An entry's id as clients see it.
pub(crate) fn global(kind: EntryKind, id: Uuid) -> String {
    match kind {
        EntryKind::Activity => ActivityId(id).global(),
        EntryKind::Institution => InstitutionId(id).global(),
    }
}

/// The entry behind a global id; nothing if it names something else.
pub(crate) fn parse(global: &str) -> Option<(EntryKind, Uuid)> {
    let activity = ActivityId::parse(global).map(|id| (EntryKind::Activity, id.0));
    activity.or_else(|| InstitutionId::parse(global).map(|id| (EntryKind::Institution, id.0)))
}

/// The entity's name in change log and history.
pub(crate) fn entity(kind: EntryKind) -> &'static str {
    match kind {
        EntryKind::Activity => activities::ENTITY,
        EntryKind::Institution => directory::ENTITY,
    }
}

/// The entry of that id, in any state, whoever asks.
pub(crate) async fn find(scope: &Scope, kind: EntryKind, id: Uuid) -> Result<Option<Entry>> {
    Ok(match kind {
        EntryKind::Activity => {
            let row = activities::service::record(scope, ActivityId(id)).await?;
            row.map(|row| Entry::of_activity(scope, row))
        }
        EntryKind::Institution => {
            directory::service::record(scope, InstitutionId(id)).await?.map(Entry::of_institution)
        }
    })
}

/// The entry of that id as it is now, in any state, whoever asks; kept from other writers until the unit of work ends.
/// Who also locks its proposal does that before.
pub(crate) async fn lock(tx: &Tx, kind: EntryKind, id: Uuid) -> Result<Option<Entry>> {
    Ok(match kind {
        EntryKind::Activity => {
            let row = activities::service::lock(tx, ActivityId(id)).await?;
            row.map(|row| Entry::of_activity(tx.scope(), row))
        }
        EntryKind::Institution => directory::service::lock(tx, InstitutionId(id)).await?.map(Entry::of_institution),
    })
}

/// The entries of these ids that there are, in any state, whoever asks.
pub(crate) async fn many(scope: &Scope, ids: &[(EntryKind, Uuid)]) -> Result<HashMap<(EntryKind, Uuid), Entry>> {
    let of = |wanted: EntryKind| ids.iter().filter(move |(kind, _)| *kind == wanted).map(|(_, id)| *id);
    let activities: Vec<_> = of(EntryKind::Activity).map(ActivityId).collect();
    let institutions: Vec<_> = of(EntryKind::Institution).collect();
    let mut found = Vec::with_capacity(ids.len());
    if !activities.is_empty() {
        let rows = activities::service::rows_of(scope, &activities).await?;
        found.extend(rows.into_iter().map(|row| Entry::of_activity(scope, row)));
    }
    if !institutions.is_empty() {
        let rows = directory::service::rows(scope, institutions).await?;
        found.extend(rows.into_iter().map(Entry::of_institution));
    }
    Ok(found.into_iter().map(|entry| ((entry.kind, entry.id), entry)).collect())
}

/// The entry of that id, if the acting person may see it: those that are not published are for their people.
pub(crate) async fn visible(scope: &Scope, kind: EntryKind, id: Uuid) -> Result<Option<Entry>> {
    Ok(find(scope, kind, id).await?.filter(|entry| is_visible(scope, entry)))
}

/// Whether the acting person may see an entry.
pub(crate) fn is_visible(scope: &Scope, entry: &Entry) -> bool {
    entry.state == State::Published || policy::may_read_history(&scope.actor, &entry.facts())
}

/// An entry that the acting person may change without asking, locked.
pub(crate) async fn editable(tx: &Tx, kind: EntryKind, id: Uuid) -> Result<Entry> {
    let scope = tx.scope();
    scope.person()?;
    let entry = lock(tx, kind, id).await?.filter(|entry| is_visible(scope, entry)).ok_or_else(Fault::not_found)?;
    if policy::may_publish(&scope.actor, &entry.facts()) { Ok(entry) } else { Err(Fault::forbidden()) }
}

/// An institution's own entries in any state.
pub(crate) async fn of_institution(scope: &Scope, institution: Uuid) -> Result<Vec<Entry>> {
    let rows = activities::service::of_institution(scope, InstitutionId(institution)).await?;
    Ok(rows.into_iter().map(|row| Entry::of_activity(scope, row)).collect())
}

/// The institution whose an entry with these fields would be; an institution that there is (`id`) is its own.
pub(crate) async fn institution_of(
    scope: &Scope,
    kind: EntryKind,
    id: Option<Uuid>,
    fields: &Fields,
) -> Result<Option<Uuid>> {
    let known = match fields.get("institution") {
        Some(reference) if kind == EntryKind::Activity => {
            directory::service::resolve_references(scope, std::slice::from_ref(reference)).await?
        }
        _ => HashMap::new(),
    };
    Ok(institution_among(kind, id, fields, &known))
}

/// The same where what references stand for is known.
pub(crate) fn institution_among(
    kind: EntryKind,
    id: Option<Uuid>,
    fields: &Fields,
    known: &HashMap<String, InstitutionId>,
) -> Option<Uuid> {
    match kind {
        EntryKind::Institution => id,
        EntryKind::Activity => known.get(fields.get("institution")?).map(|id| id.0),
    }
}

/// What is wrong with an entry that says this. A value that stays as it is published is never wrong: registers have
/// values that nobody could type.
pub(crate) async fn check(
    scope: &Scope,
    kind: EntryKind,
    fields: &Fields,
    published: Option<&Fields>,
) -> Result<Vec<Problem<Refusal>>> {
    let problems: Vec<_> = match kind {
        EntryKind::Activity => activities::service::check(scope, fields).await?.into_iter().map(of_field).collect(),
        EntryKind::Institution => {
            let found = directory::service::check(scope, fields).await?.into_iter();
            found.filter(|problem| !stays(fields, published, problem)).map(of_field).map(renamed).collect()
        }
    };
    Ok(problems)
}

fn stays<K: Kind>(fields: &Fields, published: Option<&Fields>, problem: &Problem<K>) -> bool {
    let column = problem.field.as_deref().map(directory::fields::column_name).unwrap_or_default();
    published.and_then(|published| published.get(&column)).is_some_and(|value| fields.get(&column) == Some(value))
}

/// What an entry would say that is written with these fields: each value in the one notation that it is told in.
pub(crate) async fn normal(
    scope: &Scope,
    kind: EntryKind,
    fields: &Fields,
    published: Option<&Fields>,
) -> Outcome<Fields, Refusal> {
    none_of(check(scope, kind, fields, published).await?)?;
    let written = match kind {
        EntryKind::Activity => written_activity(scope, fields).await?,
        EntryKind::Institution => written_institution(scope, fields),
    };
    // Columns that no form has stay beside what was read.
    let mut normal: Fields = fields.clone();
    normal.retain(|column, _| !columns::of(kind).contains(&column.as_str()));
    normal.extend(written);
    Ok(normal)
}

async fn written_activity(scope: &Scope, fields: &Fields) -> Outcome<Fields, Refusal> {
    let draft = activities::fields::read(&scope.tenant, fields);
    let draft = draft.map_err(|problems| Refused::Problems(problems.into_iter().map(of_field).collect()))?;
    let references: Vec<String> = draft.institution.iter().cloned().collect();
    let known = directory::service::resolve_references(scope, &references).await?;
    let row = draft.resolved(&known).map_err(|problem| Refused::from(of_field(problem)))?;
    Ok(activities::fields::of(&scope.tenant, &row))
}

fn written_institution(scope: &Scope, fields: &Fields) -> Fields {
    let read = |fields: &Fields| directory::fields::read(&scope.tenant, fields);
    match read(fields) {
        Ok(row) => directory::fields::of(&row),
        Err(problems) => {
            // What stays as the register has it is told as it is; the rest is read without it.
            let mut rest = fields.clone();
            let mut kept = Fields::new();
            for problem in problems {
                let column = problem.field.as_deref().map(directory::fields::column_name).unwrap_or_default();
                kept.extend(rest.remove_entry(&column));
            }
            let mut written = read(&rest).map_or(rest, |row| directory::fields::of(&row));
            written.extend(kept);
            written
        }
    }
}

/// An institution's kind has a name of its own in the schema.
fn renamed(problem: Problem<Refusal>) -> Problem<Refusal> {
    let field = problem.field.map(|field| if field == "kind" { "entryKind".into() } else { field });
    Problem { field, ..problem }
}

fn refused<T, K: Kind>(kind: EntryKind, outcome: Outcome<T, K>) -> Outcome<T, Refusal> {
    outcome.map_err(|refused| match refused {
        Refused::Fault(fault) => Refused::Fault(fault),
        Refused::Problems(problems) => {
            let problems = problems.into_iter().map(of_field);
            Refused::Problems(match kind {
                EntryKind::Activity => problems.collect(),
                EntryKind::Institution => problems.map(renamed).collect(),
            })
        }
    })
}

/// Makes an entry.
pub(crate) async fn create(tx: &mut Tx, kind: EntryKind, fields: &Fields) -> Outcome<Uuid, Refusal> {
    match kind {
        EntryKind::Activity => {
            let made = activities::service::create(tx, fields, "create").await;
            refused(kind, made).map(|id| id.0)
        }
        EntryKind::Institution => {
            let made = directory::service::create(tx, fields, "create").await;
            refused(kind, made).map(|id| id.0)
        }
    }
}

/// Changes what an entry says.
pub(crate) async fn update(
    tx: &mut Tx,
    kind: EntryKind,
    id: Uuid,
    fields: &Fields,
    action: &'static str,
    reason: Option<&str>,
) -> Outcome<(), Refusal> {
    match kind {
        EntryKind::Activity => {
            let done = activities::service::update(tx, ActivityId(id), fields, action, reason).await;
            refused(kind, done)
        }
        EntryKind::Institution => {
            let done = directory::service::update(tx, InstitutionId(id), fields, action, reason).await;
            refused(kind, done)
        }
    }
}

/// Takes an entry out of the public's sight. Institutions stay: others refer to them.
pub(crate) async fn archive(tx: &mut Tx, kind: EntryKind, id: Uuid, reason: Option<&str>) -> Outcome<(), Refusal> {
    only_activities(kind)?;
    Ok(activities::service::set_state(tx, ActivityId(id), State::Archived, reason).await?)
}

/// Shows an entry to everybody again.
pub(crate) async fn publish(tx: &mut Tx, kind: EntryKind, id: Uuid, reason: Option<&str>) -> Outcome<(), Refusal> {
    only_activities(kind)?;
    Ok(activities::service::set_state(tx, ActivityId(id), State::Published, reason).await?)
}

pub(crate) fn only_activities(kind: EntryKind) -> Outcome<(), Refusal> {
    match kind {
        EntryKind::Activity => Ok(()),
        EntryKind::Institution => Err(Problem::at(Refusal::NotForThisKind, "id").into()),
    }
}

/// Entries that may be the same as one that says this, the most alike first.
pub(crate) async fn similar(
    scope: &Scope,
    kind: EntryKind,
    fields: &Fields,
    except: Option<Uuid>,
) -> Result<Vec<Entry>> {
    if columns::title_of(kind, fields).is_empty() {
        return Ok(Vec::new());
    }
    let found: Vec<Uuid> = match kind {
        EntryKind::Activity => activities::duplicates(scope, fields).await?.into_iter().map(|(id, _)| id.0).collect(),
        EntryKind::Institution => directory::duplicates(scope, fields).await?.into_iter().map(|(id, _)| id.0).collect(),
    };
    let mut similar = Vec::with_capacity(found.len());
    for id in found.into_iter().filter(|id| Some(*id) != except) {
        similar.extend(visible(scope, kind, id).await?);
    }
    Ok(similar)
}
