//! Proposals in the schema.

use std::sync::Arc;

use async_graphql::{
    Context, Enum, ID, Object, Result, SimpleObject,
    connection::{Connection, Edge, EmptyFields},
};
use chrono::{DateTime, Utc};
use directory::graphql::Institution;
use identity::{
    AccountId,
    graphql::{Profile, profile},
};
use kernel::{
    graphql::{ContextExt as _, connection::Cursor},
    import::Rejection,
    page::localised,
    scope::Scope,
};
use media::graphql::{File, Picture};
use uuid::Uuid;

use super::{
    attachments,
    entry::{Entry, EntryField, KindOfEntry, institution_of, told},
};
use crate::{
    columns, compare,
    compare::Change,
    decisions, desk, entries, event,
    labels::{self, Labels},
    mails, policy, proposals,
    refusal::Refusal,
    related::Related,
    states::{self, Act, Status},
    submission::Model,
};

/// A page of proposals.
pub(crate) type SubmissionConnection = Connection<Cursor, Submission, SubmissionConnectionFields, EmptyFields>;

/// What a page of proposals says besides.
#[derive(SimpleObject)]
pub(crate) struct SubmissionConnectionFields {
    /// How many there are on all pages.
    total_count: u64,
}

/// Where a proposal stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(name = "SubmissionStatus", remote = "Status")]
pub(crate) enum SubmissionStatus {
    /// Its author is still writing; nobody else sees it.
    Draft,
    /// The editors are to decide.
    Waiting,
    /// The author is to mend something.
    SentBack,
    /// It is what the catalogue says.
    Approved,
    /// It was not taken.
    Rejected,
    /// It was put into an entry that was there already.
    Merged,
    /// Its author took it back.
    Withdrawn,
}

/// What was done with a proposal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(name = "SubmissionAct", remote = "Act")]
pub(crate) enum SubmissionAct {
    /// Its author wrote.
    Save,
    /// Its author sent it.
    Submit,
    /// Its author took it back.
    Withdraw,
    /// An editor takes care of it.
    Assign,
    /// It became what the catalogue says.
    Approve,
    /// It went back to its author.
    SendBack,
    /// It was not taken.
    Reject,
    /// It went into another entry.
    Merge,
    /// The decision was taken back.
    Undo,
}

/// A proposal, with what it and the others of its page refer to.
pub(crate) struct Submission {
    row: Model,
    related: Arc<Related>,
}

impl Submission {
    /// A proposal by itself.
    pub(super) fn of(scope: &Scope, row: Model) -> Self {
        Self { related: Arc::new(Related::to(scope, std::slice::from_ref(&row))), row }
    }

    async fn person(&self, scope: &Scope, id: Option<AccountId>) -> Result<Option<Profile>> {
        let Some(id) = id else { return Ok(None) };
        Ok(self.related.people(scope).await?.get(&id).cloned().map(profile))
    }

    fn is_own(&self, scope: &Scope) -> bool {
        policy::may_write(&scope.actor, &desk::known(&self.row))
    }

    /// Whether its author may do this with it now.
    fn author_can(&self, scope: &Scope, act: Act) -> bool {
        self.is_own(scope) && states::after(self.row.status, act).is_some()
    }

    /// The entry that it is about, or that it went into.
    async fn visible_entry(&self, scope: &Scope) -> kernel::error::Result<Option<&kernel::entry::Entry>> {
        let done = self.row.undo().map(|undo| undo.entry);
        self.visible(scope, done.or(self.row.target_id)).await
    }

    async fn visible(&self, scope: &Scope, id: Option<Uuid>) -> kernel::error::Result<Option<&kernel::entry::Entry>> {
        let Some(id) = id else { return Ok(None) };
        let entry = self.related.entry(scope, self.row.kind, id).await?;
        Ok(entry.filter(|entry| entries::is_visible(scope, entry)))
    }

    async fn may_decide(&self, scope: &Scope) -> kernel::error::Result<bool> {
        Ok(policy::may_decide(&scope.actor, &self.related.facts(scope, &self.row).await?))
    }

    async fn difference(&self, scope: &Scope) -> kernel::error::Result<Vec<Change>> {
        if let Some(done) = self.row.undo() {
            return Ok(compare::changes(&done.before, &done.before, &done.after));
        }
        let seen = self.row.seen();
        let published = self.visible(scope, self.row.target_id).await?.map(|entry| &entry.fields);
        Ok(compare::changes(&seen, published.unwrap_or(&seen), &self.row.proposed()))
    }
}

/// A proposal of a new entry, or of a change to one.
#[Object(tag = "module-editorial")]
impl Submission {
    /// Its global id.
    async fn id(&self) -> ID {
        self.row.id.global().into()
    }

    /// Its number of changes. Mutations that are given it refuse if somebody else changed the proposal since.
    async fn version(&self) -> i32 {
        self.row.version
    }

    /// The path of its page for its author, in the request's language.
    async fn url(&self, ctx: &Context<'_>) -> String {
        localised(ctx.scope().lang, &mails::path(self.row.id))
    }

    /// What kind of entry it is about.
    async fn kind(&self) -> KindOfEntry {
        self.row.kind.into()
    }

    /// The path of the form by which everybody proposes such an entry, without language.
    async fn propose_path(&self) -> String {
        self.row.kind.propose_path()
    }

    /// The pictures that the entry is to show, the main one first.
    async fn pictures(&self, ctx: &Context<'_>) -> Result<Vec<Picture>> {
        attachments::pictures(ctx, &self.row.proposed()).await
    }

    /// The files that are to come with the entry.
    async fn files(&self, ctx: &Context<'_>) -> Result<Vec<File>> {
        attachments::files(ctx, &self.row.proposed()).await
    }

    /// Whether it is about an entry that is not there yet.
    async fn is_new(&self) -> bool {
        self.row.target_id.is_none()
    }

    /// What it calls the entry.
    async fn title(&self) -> &str {
        &self.row.title
    }

    /// Where it stands.
    async fn status(&self) -> SubmissionStatus {
        self.row.status.into()
    }

    /// The same for people.
    async fn status_label(&self, ctx: &Context<'_>) -> String {
        labels::status(ctx.scope(), self.row.status)
    }

    /// What its author tells the editors.
    async fn note(&self) -> Option<&str> {
        self.row.note.as_deref()
    }

    /// Why it was sent back or rejected.
    async fn reason(&self) -> Option<&str> {
        self.row.reason.as_deref()
    }

    /// The institution on whose behalf it was made.
    async fn institution(&self, ctx: &Context<'_>) -> Result<Option<Institution>> {
        institution_of(ctx, self.row.institution_id).await
    }

    /// Who made it; null once the account is no more.
    async fn author(&self, ctx: &Context<'_>) -> Result<Option<Profile>> {
        self.person(ctx.scope(), self.row.account_id).await
    }

    /// Whether the caller made it.
    async fn is_mine(&self, ctx: &Context<'_>) -> bool {
        self.is_own(ctx.scope())
    }

    /// The editor who takes care of it.
    async fn assignee(&self, ctx: &Context<'_>) -> Result<Option<Profile>> {
        self.person(ctx.scope(), self.row.assignee_id).await
    }

    /// Whether that is the caller.
    async fn is_assigned_to_me(&self, ctx: &Context<'_>) -> bool {
        let me = ctx.scope().actor.account().map(AccountId);
        me.is_some() && self.row.assignee_id == me
    }

    /// Who decided it.
    async fn decided_by(&self, ctx: &Context<'_>) -> Result<Option<Profile>> {
        self.person(ctx.scope(), self.row.decided_by).await
    }

    /// When it was begun.
    async fn created_at(&self) -> DateTime<Utc> {
        self.row.created_at
    }

    /// When it last changed.
    async fn updated_at(&self) -> DateTime<Utc> {
        self.row.updated_at
    }

    /// When it was last sent to the editors.
    async fn submitted_at(&self) -> Option<DateTime<Utc>> {
        self.row.submitted_at
    }

    /// When it was decided.
    async fn decided_at(&self) -> Option<DateTime<Utc>> {
        self.row.decided_at
    }

    /// The entry that it is about, or that it went into; null for a new one, and if the caller may not see it.
    async fn entry(&self, ctx: &Context<'_>) -> Result<Option<Entry>> {
        Ok(self.visible_entry(ctx.scope()).await?.cloned().map(Entry))
    }

    /// What the entry is to say, as it was typed, in the order of forms.
    async fn fields(&self, ctx: &Context<'_>) -> Result<Vec<EntryField>> {
        Ok(told(ctx.scope(), self.row.kind, &self.row.proposed()).await?)
    }

    /// What it changes, field by field; once it is decided, what it changed.
    async fn changes(&self, ctx: &Context<'_>) -> Result<Vec<FieldChange>> {
        Ok(told_changes(ctx.scope(), self.row.kind, self.difference(ctx.scope()).await?).await?)
    }

    /// Whether the entry changed since in a field that the proposal changes, too.
    async fn has_conflict(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(self.difference(ctx.scope()).await?.iter().any(Change::is_conflict))
    }

    /// What is wrong with what it says; empty if it can be published.
    async fn problems(&self, ctx: &Context<'_>) -> Result<Vec<FieldProblem>> {
        let scope = ctx.scope();
        let problems = proposals::problems(scope, &self.row).await?;
        Ok(problems.iter().map(|problem| FieldProblem::of(scope, self.row.kind, problem)).collect())
    }

    /// Entries that may be the same, the most alike first.
    async fn similar(&self, ctx: &Context<'_>) -> Result<Vec<Entry>> {
        let own = self.row.target_id.or(self.row.created_id);
        let found = entries::similar(ctx.scope(), self.row.kind, &self.row.proposed(), own).await?;
        ctx.charge(found.len())?;
        Ok(found.into_iter().map(Entry).collect())
    }

    /// What happened to it, the oldest first.
    async fn events(&self, ctx: &Context<'_>) -> Result<Vec<SubmissionEvent>> {
        let scope = ctx.scope();
        let events = event::of(scope, self.row.id).await?;
        ctx.charge(events.len())?;
        let ids: Vec<AccountId> = events.iter().filter_map(|event| event.account_id).collect();
        let people = identity::accounts::many(scope, &ids).await?;
        let told = events.into_iter().map(|event| SubmissionEvent {
            at: event.at,
            what: event.what.into(),
            label: labels::act(scope, event.what),
            is_mine: event.account_id.is_some() && event.account_id == scope.actor.account().map(AccountId),
            by: event.account_id.and_then(|id| people.get(&id)).cloned().map(profile),
            message: event.message,
        });
        Ok(told.collect())
    }

    /// Whether the caller may change what it says now.
    async fn can_edit(&self, ctx: &Context<'_>) -> bool {
        self.author_can(ctx.scope(), Act::Save)
    }

    /// Whether the caller may send it now.
    async fn can_submit(&self, ctx: &Context<'_>) -> bool {
        self.author_can(ctx.scope(), Act::Submit)
    }

    /// Whether the caller may take it back now.
    async fn can_withdraw(&self, ctx: &Context<'_>) -> bool {
        self.author_can(ctx.scope(), Act::Withdraw)
    }

    /// Whether the caller may decide it now.
    async fn can_decide(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(self.row.status == Status::Waiting && self.may_decide(ctx.scope()).await?)
    }

    /// Whether the caller may take the decision back now.
    async fn can_undo(&self, ctx: &Context<'_>) -> Result<bool> {
        Ok(decisions::can_be_undone(ctx.scope(), &self.row) && self.may_decide(ctx.scope()).await?)
    }
}

/// What a proposal changes in one field. Values are null where the field has none.
#[derive(SimpleObject)]
pub(crate) struct FieldChange {
    /// The field's name, as inputs have it.
    name: String,
    /// What people call it.
    label: String,
    /// What the author had before their eyes, as inputs take it.
    seen: Option<String>,
    /// What the author had before their eyes, for people.
    seen_text: Option<String>,
    /// What is published now, as inputs take it.
    published: Option<String>,
    /// What is published now, for people.
    published_text: Option<String>,
    /// What it is to be, as inputs take it.
    proposed: Option<String>,
    /// What it is to be, for people.
    proposed_text: Option<String>,
    /// Whether what is published became something else since the author looked.
    is_conflict: bool,
}

async fn told_changes(
    scope: &Scope,
    kind: entries::EntryKind,
    changes: Vec<Change>,
) -> kernel::error::Result<Vec<FieldChange>> {
    let values = changes.iter().flat_map(|change| {
        let values = [&change.seen, &change.published, &change.proposed].into_iter().flatten();
        values.map(|value| [(change.field.clone(), value.clone())].into())
    });
    let values: Vec<kernel::history::Fields> = values.collect();
    let labels = Labels::of(scope, &values.iter().collect::<Vec<_>>()).await?;
    let text = |column: &str, value: &Option<String>| value.as_ref().map(|value| labels.value(scope, column, value));
    let mut told: Vec<_> = changes
        .into_iter()
        .map(|change| {
            let place = columns::of(kind).iter().position(|column| *column == change.field).unwrap_or(usize::MAX);
            let told = FieldChange {
                name: columns::name(&change.field).into_owned(),
                label: labels::field(scope, &change.field),
                seen_text: text(&change.field, &change.seen),
                published_text: text(&change.field, &change.published),
                proposed_text: text(&change.field, &change.proposed),
                is_conflict: change.is_conflict(),
                seen: change.seen,
                published: change.published,
                proposed: change.proposed,
            };
            (place, told)
        })
        .collect();
    told.sort_by_key(|(place, _)| *place);
    Ok(told.into_iter().map(|(_, change)| change).collect())
}

/// Something that is wrong with what an entry is to say.
#[derive(SimpleObject)]
pub(crate) struct FieldProblem {
    /// The field's name, as inputs have it; null if it is no single one.
    field: Option<String>,
    /// What people call the field.
    label: Option<String>,
    /// What is wrong and what would be right, in the request's language.
    message: String,
}

impl FieldProblem {
    fn of(scope: &Scope, kind: entries::EntryKind, problem: &kernel::refusal::Problem<Refusal>) -> Self {
        let field = problem.field.as_deref();
        let column = field.and_then(|field| columns::of(kind).iter().find(|column| columns::name(column) == field));
        Self {
            field: field.map(str::to_owned),
            label: column.map(|column| labels::field(scope, column)),
            message: problem.message(scope),
        }
    }

    /// What is wrong with a column of a row.
    pub(super) fn of_column(scope: &Scope, rejection: &Rejection) -> Self {
        let is_known = !rejection.column.is_empty();
        Self {
            field: is_known.then(|| columns::name(&rejection.column).into_owned()),
            label: is_known.then(|| labels::field(scope, &rejection.column)),
            message: rejection.problem.clone(),
        }
    }
}

/// Something that was done with a proposal.
#[derive(SimpleObject)]
pub(crate) struct SubmissionEvent {
    /// When.
    at: DateTime<Utc>,
    /// What.
    what: SubmissionAct,
    /// The same for people.
    label: String,
    /// By whom; null once the account is no more.
    by: Option<Profile>,
    /// Whether that was the caller.
    is_mine: bool,
    /// What was said.
    message: Option<String>,
}

/// A page of proposals.
pub(super) async fn connection(
    ctx: &Context<'_>,
    filter: &desk::Filter,
    first: Option<i32>,
    after: Option<String>,
) -> Result<SubmissionConnection> {
    let scope = ctx.scope();
    let first = kernel::graphql::connection::page_size(first)?;
    let after = after.as_deref().map(desk::Position::parse).transpose()?;
    let page = desk::list(scope, filter, first, after).await?;
    ctx.charge(page.rows.len())?;
    let related = Arc::new(Related::to(scope, &page.rows));
    let fields = SubmissionConnectionFields { total_count: page.total };
    let mut connection = Connection::with_additional_fields(after.is_some(), page.has_next, fields);
    connection.edges.extend(page.rows.into_iter().map(|row| {
        let cursor = Cursor(desk::Position::of(&row, filter).cursor());
        Edge::new(cursor, Submission { row, related: related.clone() })
    }));
    Ok(connection)
}
