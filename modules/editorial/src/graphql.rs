//! The desk in the schema.

mod attachments;
mod entry;
mod extensions;
mod fields;
mod import;
mod inputs;
mod mutations;
mod payloads;
mod submission;

use activities::graphql::ActivityFields;
use async_graphql::{Context, ID, Object, Result, SimpleObject};
use directory::graphql::InstitutionFields;
use identity::{
    AccountId,
    graphql::{Profile, ViewerFields, profile},
};
use kernel::{
    error::Fault,
    graphql::{
        ContextExt as _,
        connection::{DEFAULT_FIRST, page_size, query_text},
        extend,
    },
};

use crate::{columns, decisions, desk, entries, freshness};
use entry::{Entry, EntryForm, KindOfEntry, StaleEntry};
use extensions::{OfActivity, OfAdvice, OfArticle, OfDebate, OfEvent, OfInstitution, OfViewer};
use fields::EntryFieldsInput;
use inputs::SubmissionFilter;
use submission::{Submission, SubmissionConnection};

pub use mutations::EditorialMutation;

/// What the desk adds to types of others. Called before a schema is built.
pub fn extensions() {
    extend::<ViewerFields, OfViewer>();
    extend::<ActivityFields, OfActivity>();
    extend::<events::graphql::EventFields, OfEvent>();
    extend::<news::graphql::ArticleFields, OfArticle>();
    extend::<safety::graphql::AdviceFields, OfAdvice>();
    extend::<debates::graphql::DebateFields, OfDebate>();
    extend::<InstitutionFields, OfInstitution>();
}

/// Root fields of this module.
#[derive(Debug, Default)]
pub struct EditorialQuery;

#[Object]
impl EditorialQuery {
    /// Proposals that the caller may see, those that wait longest first: authors their own, who answers for an
    /// institution those on its behalf, editors all that were sent.
    #[graphql(tag = "module-editorial")]
    async fn submissions(
        &self,
        ctx: &Context<'_>,
        filter: Option<SubmissionFilter>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<SubmissionConnection> {
        submission::connection(ctx, &resolved(ctx.scope(), filter.unwrap_or_default())?, first, after).await
    }

    /// The proposal of that id; null if there is none for the caller's eyes.
    #[graphql(tag = "module-editorial")]
    async fn submission(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Submission>> {
        match desk::find(ctx.scope(), &id).await? {
            Some(row) => Ok(Some(Submission::of(ctx.scope(), row))),
            None => Ok(None),
        }
    }

    /// The entry of that id in any state; null if there is none, and for those who may not see it.
    #[graphql(tag = "module-editorial")]
    async fn entry(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Entry>> {
        let Some((kind, id)) = entries::parse(ctx.scope(), &id) else { return Ok(None) };
        Ok(entries::visible(ctx.scope(), kind, id).await?.map(Entry))
    }

    /// The kinds of entries that the city has, and where their forms are.
    #[graphql(tag = "module-editorial")]
    async fn entry_forms(&self, ctx: &Context<'_>) -> Vec<EntryForm> {
        entries::EntryKind::of_city(ctx.scope()).map(|kind| EntryForm::of(ctx.scope(), kind)).collect()
    }

    /// The kind of entries whose forms have that in their paths; null if the city has none.
    #[graphql(tag = "module-editorial")]
    async fn entry_form(&self, ctx: &Context<'_>, slug: String) -> Option<EntryForm> {
        let kind = entries::EntryKind::by_slug(&slug).filter(|kind| ctx.scope().tenant.has(kind.module()));
        kind.map(|kind| EntryForm::of(ctx.scope(), kind))
    }

    /// Entries that may be the same as one that says this, the most alike first: to be asked while somebody types.
    #[graphql(tag = "module-editorial")]
    async fn similar_entries(
        &self,
        ctx: &Context<'_>,
        kind: KindOfEntry,
        fields: EntryFieldsInput,
        except: Option<ID>,
    ) -> Result<Vec<Entry>> {
        let kind = kind.into();
        let except = except.and_then(|id| entries::parse(ctx.scope(), &id)).map(|(_, id)| id);
        let fields = columns::typed(kind, fields.by_column(), &kernel::history::Fields::new());
        if let Some(problem) = columns::too_long(&fields).first() {
            return Err(Fault::bad_input("fields", problem.message(ctx.scope())).into());
        }
        let found = entries::similar(ctx.scope(), kind, &fields, except).await?;
        ctx.charge(found.len())?;
        Ok(found.into_iter().map(Entry).collect())
    }

    /// Entries that nobody confirmed for as long as the city allows, the oldest first. For editors.
    #[graphql(tag = "module-editorial")]
    async fn stale_entries(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
    ) -> Result<Vec<StaleEntry>> {
        let stale = freshness::stale(ctx.scope(), page_size(first)?).await?;
        ctx.charge(stale.len())?;
        Ok(stale.into_iter().map(|stale| StaleEntry::of(ctx.scope(), stale)).collect())
    }

    /// The entry that a reminder's link confirms; null if the link is not ours or too old.
    #[graphql(tag = "module-editorial")]
    async fn confirmable_entry(&self, ctx: &Context<'_>, token: String) -> Result<Option<Entry>> {
        let scope = ctx.scope();
        let row = freshness::by_token(scope, &token).await?;
        Ok(row.map(|row| Entry(activities::entries::entry(scope, row))))
    }

    /// Everybody who keeps the city's catalogue, to give proposals to. For editors.
    #[graphql(tag = "module-editorial")]
    async fn desk_editors(&self, ctx: &Context<'_>) -> Result<Vec<DeskEditor>> {
        let editors = decisions::editors(ctx.scope()).await?;
        ctx.charge(editors.len())?;
        let me = ctx.scope().actor.account().map(AccountId);
        let told = editors.into_iter().map(|account| DeskEditor {
            id: account.id.global().into(),
            is_me: Some(account.id) == me,
            profile: profile(account),
        });
        Ok(told.collect())
    }
}

/// Somebody who keeps the city's catalogue.
#[derive(SimpleObject)]
struct DeskEditor {
    /// The account's id, as `submissionAssign` takes it.
    id: ID,
    /// Who it is.
    profile: Profile,
    /// Whether it is the caller.
    is_me: bool,
}

fn resolved(scope: &kernel::scope::Scope, filter: SubmissionFilter) -> Result<desk::Filter> {
    let institution = filter.institution.map(|id| directory::service::parse_id("filter.institution", &id));
    let assignee = filter
        .assignee
        .map(|id| AccountId::parse(&id).ok_or_else(|| Fault::bad_input("filter.assignee", "this is no account's id")));
    let target = filter
        .entry
        .map(|id| entries::parse(scope, &id).ok_or_else(|| Fault::bad_input("filter.entry", "this is no entry's id")));
    Ok(desk::Filter {
        statuses: filter.status.unwrap_or_default().into_iter().map(Into::into).collect(),
        kind: filter.kind.map(Into::into),
        institution: institution.transpose()?.map(|id| id.0),
        target: target.transpose()?.map(|(_, id)| id),
        assignee: assignee.transpose()?,
        unassigned: filter.unassigned,
        text: Some(query_text(filter.text)?),
        mine: filter.mine,
        latest_first: filter.latest_first,
    })
}
