//! Entries at the desk: told as fields, in any state, with their history.

use std::collections::HashMap;

use activities::{
    ActivityId, State,
    graphql::{Activity, activity},
};
use async_graphql::{Context, Enum, ID, Object, Result, SimpleObject, dataloader::DataLoader};
use chrono::{DateTime, Utc};
use directory::{
    InstitutionId, InstitutionLoader,
    graphql::{Institution, institution},
};
use identity::{
    Account, AccountId,
    graphql::{Profile, profile},
};
use kernel::{graphql::ContextExt as _, history, page::localised, scope::Scope};
use media::graphql::{File, Picture};
use uuid::Uuid;

use super::attachments;
use crate::{
    columns,
    entries::{self, EntryKind},
    freshness, labels,
    labels::Labels,
    own, policy,
};

/// How many changes of an entry are told if nobody says.
pub(super) const DEFAULT_HISTORY: i32 = 20;

/// What an entry of the catalogue is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(name = "EntryKind", remote = "EntryKind")]
pub(crate) enum KindOfEntry {
    /// An activity.
    #[graphql(tag = "module-activities")]
    Activity,
    /// An institution.
    Institution,
    /// An event.
    #[graphql(tag = "module-events")]
    Event,
    /// An article.
    #[graphql(tag = "module-news")]
    Article,
    /// A piece of advice.
    #[graphql(tag = "module-safety")]
    Advice,
    /// A debate.
    #[graphql(tag = "module-debates")]
    Debate,
}

/// Whether an entry is shown to everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(name = "EntryState", remote = "State")]
pub(crate) enum StateOfEntry {
    /// It is.
    Published,
    /// It will be, at a moment that it says.
    Scheduled,
    /// Its people took it out of sight.
    Archived,
    /// Nobody confirmed it for too long.
    Hidden,
}

/// A kind of entry that people can write, and where its forms are.
#[derive(SimpleObject)]
#[graphql(tag = "module-editorial")]
pub(crate) struct EntryForm {
    /// The kind.
    pub(super) kind: KindOfEntry,
    /// The last part of the paths of its forms.
    pub(super) slug: &'static str,
    /// The path of the form by which everybody proposes one, without language.
    pub(super) propose_path: String,
    /// Whether the caller may publish one in the city's name.
    pub(super) can_publish: bool,
}

impl EntryForm {
    /// The forms of a kind, for who asks.
    pub(super) fn of(scope: &Scope, kind: EntryKind) -> Self {
        Self {
            kind: kind.into(),
            slug: kind.slug(),
            propose_path: kind.propose_path(),
            can_publish: policy::may_publish(&scope.actor, &policy::Entry::default()),
        }
    }
}

/// An entry as its people and the editors handle it.
pub(crate) struct Entry(pub(crate) kernel::entry::Entry);

/// An entry of any kind as its people and the editors handle it: told as fields, in any state.
#[Object(tag = "module-editorial")]
impl Entry {
    /// Its global id, which is also that of the activity, event, article…
    async fn id(&self) -> ID {
        self.0.global().into()
    }

    /// What it is.
    async fn kind(&self) -> KindOfEntry {
        EntryKind::of(&self.0).into()
    }

    /// What it is called.
    async fn title(&self) -> &str {
        &self.0.title
    }

    /// Whether it is shown to everybody.
    async fn state(&self) -> StateOfEntry {
        self.0.state.into()
    }

    /// The path of its page on the city's portal, in the request's language.
    async fn url(&self, ctx: &Context<'_>) -> String {
        localised(ctx.scope().lang, &self.0.path())
    }

    /// What it says, in the order of forms; fields without a value are left out.
    async fn fields(&self, ctx: &Context<'_>) -> Result<Vec<EntryField>> {
        Ok(told(ctx.scope(), EntryKind::of(&self.0), &self.0.fields).await?)
    }

    /// The activity, if it is one and shown to everybody.
    #[graphql(tag = "module-activities")]
    async fn activity(&self, ctx: &Context<'_>) -> Result<Option<Activity>> {
        if EntryKind::of(&self.0) != EntryKind::Activity || self.0.state != State::Published {
            return Ok(None);
        }
        Ok(activities::service::find(ctx.scope(), ActivityId(self.0.id)).await?.map(activity))
    }

    /// The institution whose it is, the first where it is several's; an institution is its own.
    async fn institution(&self, ctx: &Context<'_>) -> Result<Option<Institution>> {
        institution_of(ctx, self.0.owners.first().copied()).await
    }

    /// When somebody last said that it is true; null if nobody has, and for institutions.
    async fn confirmed_at(&self) -> Option<DateTime<Utc>> {
        self.0.confirmed_at
    }

    /// When its people were last asked whether it is true.
    async fn reminded_at(&self) -> Option<DateTime<Utc>> {
        self.0.reminded_at
    }

    /// Whether there is no place left.
    async fn is_full(&self) -> bool {
        self.0.places_left == Some(0)
    }

    /// When it was made.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// When it last changed.
    async fn updated_at(&self) -> DateTime<Utc> {
        self.0.updated_at
    }

    /// The last part of the paths of forms for its kind.
    async fn kind_slug(&self) -> &'static str {
        EntryKind::of(&self.0).slug()
    }

    /// The path of the form by which everybody proposes a change to such an entry, without language.
    async fn propose_path(&self) -> String {
        EntryKind::of(&self.0).propose_path()
    }

    /// The pictures that it shows, the main one first.
    async fn pictures(&self, ctx: &Context<'_>) -> Result<Vec<Picture>> {
        attachments::pictures(ctx, &self.0.fields).await
    }

    /// The files that come with it.
    async fn files(&self, ctx: &Context<'_>) -> Result<Vec<File>> {
        attachments::files(ctx, &self.0.fields).await
    }

    /// Whether it can be taken out of sight.
    async fn can_be_archived(&self) -> bool {
        self.0.kind.set_state.is_some()
    }

    /// Whether the caller may change it without asking.
    async fn can_edit(&self, ctx: &Context<'_>) -> bool {
        policy::may_publish(&ctx.scope().actor, &entries::facts(&self.0))
    }

    /// Who changed what and when, the newest first; null for those who may not know.
    async fn history(&self, ctx: &Context<'_>, #[graphql(default = 20)] first: i32) -> Result<Option<Vec<Revision>>> {
        revisions(ctx, EntryKind::of(&self.0), self.0.id, &entries::facts(&self.0), first).await
    }
}

/// The institution of that id.
pub(super) async fn institution_of(ctx: &Context<'_>, id: Option<Uuid>) -> Result<Option<Institution>> {
    let Some(id) = id else { return Ok(None) };
    let loader = ctx.data_unchecked::<DataLoader<InstitutionLoader>>();
    Ok(loader.load_one(InstitutionId(id)).await?.map(institution))
}

/// A field of an entry.
#[derive(SimpleObject)]
pub(crate) struct EntryField {
    /// Its name, as inputs have it.
    name: String,
    /// What people call it, in the request's language.
    label: String,
    /// Its value, as inputs take it.
    value: String,
    /// Its value for people.
    text: String,
}

/// Fields for people, in the order of forms.
pub(super) async fn told(
    scope: &Scope,
    kind: EntryKind,
    fields: &history::Fields,
) -> kernel::error::Result<Vec<EntryField>> {
    let labels = Labels::of(scope, &[fields]).await?;
    let in_order = columns::of(kind).iter().filter_map(|column| Some((*column, fields.get(*column)?)));
    let told = in_order.map(|(column, value)| EntryField {
        name: columns::name(column).into_owned(),
        label: labels::field(scope, column),
        text: labels.value(scope, column, value),
        value: value.clone(),
    });
    Ok(told.collect())
}

/// A change of an entry.
#[derive(SimpleObject)]
pub(crate) struct Revision {
    /// Its id: what `entryRevert` takes.
    id: ID,
    /// When.
    at: DateTime<Utc>,
    /// By whom; null for the system itself, and once the account is no more.
    by: Option<Profile>,
    /// What was done: `create`, `update`, `import`, `archive`, `restore`, `revert`…
    action: String,
    /// The same for people.
    action_label: String,
    /// Why, if somebody said.
    reason: Option<String>,
    /// What changed, by field.
    changes: Vec<RevisionChange>,
}

/// What a change did to one field.
#[derive(SimpleObject)]
pub(crate) struct RevisionChange {
    /// The field's name, as inputs have it.
    name: String,
    /// What people call it.
    label: String,
    /// What it said before, as inputs take it.
    before: Option<String>,
    /// What it said before, for people.
    before_text: Option<String>,
    /// What it says since, as inputs take it.
    after: Option<String>,
    /// What it says since, for people.
    after_text: Option<String>,
}

/// Who changed an entry, for those who may know.
pub(super) async fn revisions(
    ctx: &Context<'_>,
    kind: EntryKind,
    id: Uuid,
    facts: &policy::Entry,
    first: i32,
) -> Result<Option<Vec<Revision>>> {
    let scope = ctx.scope();
    let first = kernel::graphql::connection::page_size(Some(first))?;
    let Some(revisions) = own::history(scope, kind, id, facts, first as u64).await? else { return Ok(None) };
    ctx.charge(revisions.len())?;
    let ids: Vec<AccountId> = revisions.iter().filter_map(|revision| revision.account.map(AccountId)).collect();
    let people = identity::accounts::many(scope, &ids).await?;
    let named: Vec<history::Fields> =
        revisions.iter().flat_map(|revision| &revision.changes).flat_map(references).collect();
    let labels = Labels::of(scope, &named.iter().collect::<Vec<_>>()).await?;
    Ok(Some(revisions.into_iter().map(|revision| told_revision(scope, &labels, &people, revision)).collect()))
}

/// What a change refers to, before and after, so that it can be named.
pub(super) fn references(change: &history::Difference) -> Vec<history::Fields> {
    let values = [&change.before, &change.after].into_iter().flatten();
    values.map(|value| [(change.field.clone(), value.clone())].into()).collect()
}

fn told_revision(
    scope: &Scope,
    labels: &Labels,
    people: &HashMap<AccountId, Account>,
    revision: history::Revision,
) -> Revision {
    let text = |column: &str, value: &Option<String>| value.as_ref().map(|value| labels.value(scope, column, value));
    let changes = revision.changes.into_iter().map(|change| RevisionChange {
        name: columns::name(&change.field).into_owned(),
        label: labels::field(scope, &change.field),
        before_text: text(&change.field, &change.before),
        after_text: text(&change.field, &change.after),
        before: change.before,
        after: change.after,
    });
    Revision {
        id: revision.id.to_string().into(),
        at: revision.at,
        by: revision.account.and_then(|id| people.get(&AccountId(id))).cloned().map(profile),
        action_label: labels::action(scope, &revision.action),
        action: revision.action,
        reason: revision.reason,
        changes: changes.collect(),
    }
}

/// An entry that goes stale.
#[derive(SimpleObject)]
pub(crate) struct StaleEntry {
    /// The entry.
    entry: Entry,
    /// When it is hidden unless somebody confirms it.
    hides_at: DateTime<Utc>,
    /// Who was asked since it was last confirmed, the newest first.
    reminders: Vec<EntryReminder>,
}

/// That somebody was asked whether an entry is still true.
#[derive(SimpleObject)]
pub(crate) struct EntryReminder {
    /// When.
    at: DateTime<Utc>,
    /// Whom; null for the entry's own address, and once the account is no more.
    to: Option<Profile>,
}

impl StaleEntry {
    pub(super) fn of(scope: &Scope, stale: freshness::Stale) -> Self {
        let reminders = stale.reminded.into_iter().map(|(at, account)| EntryReminder { at, to: account.map(profile) });
        let entry = Entry(activities::entries::entry(scope, stale.row));
        Self { entry, hides_at: stale.hides_at, reminders: reminders.collect() }
    }
}
