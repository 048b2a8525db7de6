//! Entries of the catalogue of any kind, as the desk handles them: told as fields, whatever their state.

use std::collections::HashMap;

use directory::InstitutionId;
use kernel::{
    entry::{Entry, Kind, Owner, State},
    error::{Fault, Result},
    history::Fields,
    refusal::{Outcome, Problem, Refused, none_of},
    scope::{Scope, Tx},
};
use sea_orm::{DeriveActiveEnum, EnumIter, Iterable as _, prelude::*};

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
    /// An event.
    Event,
    /// An article.
    Article,
    /// A piece of advice.
    Advice,
    /// A debate.
    Debate,
}

impl EntryKind {
    /// What the module that keeps such entries says of them.
    pub(crate) fn told(self) -> &'static Kind {
        match self {
            Self::Activity => &activities::ENTRIES,
            Self::Institution => &directory::ENTRIES,
            Self::Event => &events::ENTRIES,
            Self::Article => &news::ENTRIES,
            Self::Advice => &safety::ENTRIES,
            Self::Debate => &debates::ENTRIES,
        }
    }

    /// The module that a city must have for such entries.
    pub(crate) fn module(self) -> Option<&'static str> {
        match self {
            Self::Activity => Some(activities::MODULE),
            Self::Institution => None,
            Self::Event => Some(events::MODULE),
            Self::Article => Some(news::MODULE),
            Self::Advice => Some(safety::MODULE),
            Self::Debate => Some(debates::MODULE),
        }
    }

    /// Those that a city has.
    pub(crate) fn of_city(scope: &Scope) -> impl Iterator<Item = Self> {
        Self::iter().filter(|kind| scope.tenant.has(kind.module()))
    }

    /// The last part of the paths of forms for such entries: `wydarzenia`.
    pub(crate) fn slug(self) -> &'static str {
        let folder = self.told().folder;
        folder.rsplit_once('/').map_or(folder, |(_, last)| last)
    }

    /// The path of the form by which everybody proposes such an entry, without language.
    pub(crate) fn propose_path(self) -> String {
        match self {
            Self::Activity => "/zaproponuj/zajecia".to_owned(),
            Self::Institution => "/zaproponuj/placowka".to_owned(),
            Self::Event | Self::Article | Self::Advice | Self::Debate => format!("/zaproponuj/wpis/{}", self.slug()),
        }
    }

    /// The kind whose forms have that in their paths.
    pub(crate) fn by_slug(slug: &str) -> Option<Self> {
        Self::iter().find(|kind| kind.slug() == slug)
    }

    /// That of an entry.
    pub(crate) fn of(entry: &Entry) -> Self {
        Self::iter().find(|kind| kind.told() == entry.kind).unwrap_or(Self::Institution)
    }
}

/// What matters of an entry for rights.
pub(crate) fn facts(entry: &Entry) -> policy::Entry {
    policy::Entry { institutions: entry.owners.clone() }
}

/// An entry's id as clients see it.
pub(crate) fn global(kind: EntryKind, id: Uuid) -> String {
    (kind.told().global)(id)
}

/// The entry behind a global id, of a kind that the city has; nothing if it names something else.
pub(crate) fn parse(scope: &Scope, global: &str) -> Option<(EntryKind, Uuid)> {
    EntryKind::of_city(scope).find_map(|kind| Some((kind, (kind.told().parse)(global)?)))
}

/// The entry of that id, in any state, whoever asks.
pub(crate) async fn find(scope: &Scope, kind: EntryKind, id: Uuid) -> Result<Option<Entry>> {
    Ok((kind.told().load)(scope, vec![id]).await?.pop())
}

/// The entry of that id as it is now, in any state, whoever asks; kept from other writers until the unit of work ends.
/// Who also locks its proposal does that before.
pub(crate) async fn lock(tx: &Tx, kind: EntryKind, id: Uuid) -> Result<Option<Entry>> {
    (kind.told().lock)(tx, id).await
}

/// The entries of these ids that there are, in any state, whoever asks.
pub(crate) async fn many(scope: &Scope, ids: &[(EntryKind, Uuid)]) -> Result<HashMap<(EntryKind, Uuid), Entry>> {
    let mut found = HashMap::with_capacity(ids.len());
    for kind in EntryKind::iter() {
        let wanted: Vec<_> = ids.iter().filter(|(known, _)| *known == kind).map(|(_, id)| *id).collect();
        if !wanted.is_empty() {
            let entries = (kind.told().load)(scope, wanted).await?;
            found.extend(entries.into_iter().map(|entry| ((kind, entry.id), entry)));
        }
    }
    Ok(found)
}

/// The entry of that id, if the acting person may see it: those that are not published are for their people.
pub(crate) async fn visible(scope: &Scope, kind: EntryKind, id: Uuid) -> Result<Option<Entry>> {
    Ok(find(scope, kind, id).await?.filter(|entry| is_visible(scope, entry)))
}

/// Whether the acting person may see an entry.
pub(crate) fn is_visible(scope: &Scope, entry: &Entry) -> bool {
    entry.state == State::Published || policy::may_read_history(&scope.actor, &facts(entry))
}

/// An entry that the acting person may change without asking, locked.
pub(crate) async fn editable(tx: &Tx, kind: EntryKind, id: Uuid) -> Result<Entry> {
    let scope = tx.scope();
    scope.person()?;
    let entry = lock(tx, kind, id).await?.filter(|entry| is_visible(scope, entry)).ok_or_else(Fault::not_found)?;
    if policy::may_publish(&scope.actor, &facts(&entry)) { Ok(entry) } else { Err(Fault::forbidden()) }
}

/// An institution's own entries of the kinds that the city has, in any state.
pub(crate) async fn of_institution(scope: &Scope, institution: Uuid, kind: Option<EntryKind>) -> Result<Vec<Entry>> {
    let mut entries = Vec::new();
    for known in EntryKind::of_city(scope).filter(|known| kind.is_none_or(|kind| kind == *known)) {
        entries.extend((known.told().of_party)(scope, institution).await?);
    }
    Ok(entries)
}

/// The institution whose an entry with these fields would be; an institution that there is (`id`) is its own.
pub(crate) async fn institution_of(
    scope: &Scope,
    kind: EntryKind,
    id: Option<Uuid>,
    fields: &Fields,
) -> Result<Option<Uuid>> {
    let known = match reference(kind, fields) {
        Some(reference) => directory::service::resolve_references(scope, &[reference]).await?,
        None => HashMap::new(),
    };
    Ok(institution_among(kind, id, fields, &known))
}

/// How fields name the institution whose the entry is.
pub(crate) fn reference(kind: EntryKind, fields: &Fields) -> Option<String> {
    match kind.told().owner {
        Owner::Column(column) => fields.get(column).cloned(),
        Owner::Itself | Owner::City => None,
    }
}

/// The same where what references stand for is known.
pub(crate) fn institution_among(
    kind: EntryKind,
    id: Option<Uuid>,
    fields: &Fields,
    known: &HashMap<String, InstitutionId>,
) -> Option<Uuid> {
    match kind.told().owner {
        Owner::Itself => id,
        Owner::Column(column) => known.get(fields.get(column)?).map(|id| id.0),
        Owner::City => None,
    }
}

/// Whether the acting person may have an entry say this. Its people may, as long as it stays entered where it is. To enter
/// it elsewhere is for those who answer for both institutions: of several whose it is, none takes it from another.
pub(crate) async fn may_write(scope: &Scope, kind: EntryKind, entry: Option<&Entry>, fields: &Fields) -> Result<bool> {
    let may = |institutions: Vec<Uuid>| policy::may_publish(&scope.actor, &policy::Entry { institutions });
    let becomes = institution_of(scope, kind, entry.map(|entry| entry.id), fields).await?;
    let Some(entry) = entry else { return Ok(may(becomes.into_iter().collect())) };
    let was = institution_of(scope, kind, Some(entry.id), &entry.fields).await?;
    if was == becomes {
        return Ok(may(entry.owners.clone()));
    }
    Ok(may(was.into_iter().collect()) && may(becomes.into_iter().collect()))
}

/// What is wrong with an entry that says this, beside what it says now, if it is there.
pub(crate) async fn check(
    scope: &Scope,
    kind: EntryKind,
    fields: &Fields,
    published: Option<&Fields>,
) -> Result<Vec<Problem<Refusal>>> {
    Ok((kind.told().check)(scope, fields, published).await?.into_iter().map(of_field).collect())
}

/// What an entry would say that is written with these fields: each value in the one notation that it is told in.
pub(crate) async fn normal(
    scope: &Scope,
    kind: EntryKind,
    fields: &Fields,
    published: Option<&Fields>,
) -> Outcome<Fields, Refusal> {
    none_of(check(scope, kind, fields, published).await?)?;
    let written = refused((kind.told().normal)(scope, fields).await)?;
    // Columns that no form has stay beside what was read.
    let mut normal: Fields = fields.clone();
    normal.retain(|column, _| !columns::of(kind).contains(&column.as_str()));
    normal.extend(written);
    Ok(normal)
}

fn refused<T>(outcome: Outcome<T, kernel::entry::Wrong>) -> Outcome<T, Refusal> {
    outcome.map_err(|refused| match refused {
        Refused::Fault(fault) => Refused::Fault(fault),
        Refused::Problems(problems) => Refused::Problems(problems.into_iter().map(of_field).collect()),
    })
}

/// Makes an entry.
pub(crate) async fn create(tx: &mut Tx, kind: EntryKind, fields: &Fields) -> Outcome<Uuid, Refusal> {
    refused((kind.told().create)(tx, fields, "create").await)
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
    refused((kind.told().update)(tx, id, fields, action, reason).await)
}

/// Takes an entry out of the public's sight. Institutions stay: others refer to them.
pub(crate) async fn archive(tx: &mut Tx, kind: EntryKind, id: Uuid, reason: Option<&str>) -> Outcome<(), Refusal> {
    set_state(tx, kind, id, State::Archived, reason).await
}

/// Shows an entry to everybody again.
pub(crate) async fn publish(tx: &mut Tx, kind: EntryKind, id: Uuid, reason: Option<&str>) -> Outcome<(), Refusal> {
    set_state(tx, kind, id, State::Published, reason).await
}

async fn set_state(tx: &mut Tx, kind: EntryKind, id: Uuid, state: State, reason: Option<&str>) -> Outcome<(), Refusal> {
    let set = kind.told().set_state.ok_or_else(|| Problem::at(Refusal::NotForThisKind, "id"))?;
    Ok(set(tx, id, state, reason).await?)
}

/// Notes that all that an entry says is true, where people are asked for that.
pub(crate) async fn confirm(tx: &mut Tx, kind: EntryKind, id: Uuid) -> Outcome<(), Refusal> {
    let confirm = kind.told().confirm.ok_or_else(|| Problem::at(Refusal::NotForThisKind, "id"))?;
    Ok(confirm(tx, id).await?)
}

pub(crate) fn only_activities(kind: EntryKind) -> Outcome<(), Refusal> {
    if kind == EntryKind::Activity { Ok(()) } else { Err(Problem::at(Refusal::NotForThisKind, "id").into()) }
}

/// Entries that may be the same as one that says this, or whose people could join forces with its; the most alike first.
pub(crate) async fn similar(
    scope: &Scope,
    kind: EntryKind,
    fields: &Fields,
    except: Option<Uuid>,
) -> Result<Vec<Entry>> {
    if columns::title_of(kind, fields).is_empty() {
        return Ok(Vec::new());
    }
    let mut ids = (kind.told().similar)(scope, fields).await?;
    ids.retain(|id| Some(*id) != except);
    let pairs: Vec<_> = ids.iter().map(|id| (kind, *id)).collect();
    let mut known = many(scope, &pairs).await?;
    let found = pairs.iter().filter_map(|pair| known.remove(pair)).filter(|entry| is_visible(scope, entry));
    Ok(found.collect())
}
