//! What the desk adds to other modules' types.

use activities::{ActivityId, graphql::ActivityFields};
use async_graphql::{Context, Object, Result};
use directory::{InstitutionId, graphql::InstitutionFields};
use identity::graphql::ViewerFields;
use kernel::graphql::{
    ContextExt as _,
    connection::{DEFAULT_FIRST, page_size},
};
use uuid::Uuid;

use super::{
    entry::{DEFAULT_HISTORY, Entry, Revision, StateOfEntry, revisions},
    submission::{SubmissionConnection, SubmissionStatus, connection},
};
use crate::{desk, entries::EntryKind, own, policy};

/// What the desk adds to who is signed in.
pub(super) struct OfViewer;

impl From<&ViewerFields> for OfViewer {
    fn from(_: &ViewerFields) -> Self {
        Self
    }
}

#[Object(name = "EditorialOfViewer")]
impl OfViewer {
    /// What the person proposed, the oldest first.
    #[graphql(tag = "module-editorial")]
    async fn submissions(
        &self,
        ctx: &Context<'_>,
        status: Option<Vec<SubmissionStatus>>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<SubmissionConnection> {
        let statuses = status.unwrap_or_default().into_iter().map(Into::into).collect();
        connection(ctx, &desk::Filter { statuses, mine: true, ..desk::Filter::default() }, first, after).await
    }
}

/// What the desk adds to activities.
pub(super) struct OfActivity {
    id: ActivityId,
    institution: Option<Uuid>,
}

impl From<&ActivityFields> for OfActivity {
    fn from(activity: &ActivityFields) -> Self {
        let row = &activity.0.row;
        Self { id: row.id, institution: row.institution_id.map(|id| id.0) }
    }
}

impl OfActivity {
    fn facts(&self) -> policy::Entry {
        policy::Entry { institution: self.institution }
    }
}

#[Object(name = "EditorialOfActivity")]
impl OfActivity {
    /// Whether the caller may change it without asking.
    #[graphql(tag = "module-editorial")]
    async fn can_edit(&self, ctx: &Context<'_>) -> bool {
        policy::may_publish(&ctx.scope().actor, &self.facts())
    }

    /// Who changed what and when, the newest first; null for those who may not know.
    #[graphql(tag = "module-editorial")]
    async fn history(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "DEFAULT_HISTORY")] first: i32,
    ) -> Result<Option<Vec<Revision>>> {
        revisions(ctx, EntryKind::Activity, self.id.0, self.institution, first).await
    }

    /// Whether a change to it waits for the editors; null for those who may not know.
    #[graphql(tag = "module-editorial")]
    async fn submission_waiting(&self, ctx: &Context<'_>) -> Result<Option<bool>> {
        Ok(desk::is_waiting(ctx.scope(), self.id.0, self.institution).await?)
    }
}

/// What the desk adds to institutions.
pub(super) struct OfInstitution(InstitutionId);

impl From<&InstitutionFields> for OfInstitution {
    fn from(institution: &InstitutionFields) -> Self {
        Self(institution.0.id)
    }
}

#[Object(name = "EditorialOfInstitution")]
impl OfInstitution {
    /// Whether the caller may change it and its entries without asking.
    #[graphql(tag = "module-editorial")]
    async fn can_manage(&self, ctx: &Context<'_>) -> bool {
        policy::may_publish(&ctx.scope().actor, &policy::Entry { institution: Some(self.0.0) })
    }

    /// Who changed what and when, the newest first; null for those who may not know.
    #[graphql(tag = "module-editorial")]
    async fn history(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "DEFAULT_HISTORY")] first: i32,
    ) -> Result<Option<Vec<Revision>>> {
        revisions(ctx, EntryKind::Institution, self.0.0, Some(self.0.0), first).await
    }

    /// Its activities in any state, by title; null for those who do not answer for it.
    #[graphql(tag = "module-editorial")]
    async fn entries(
        &self,
        ctx: &Context<'_>,
        state: Option<Vec<StateOfEntry>>,
        #[graphql(default = 100)] first: i32,
    ) -> Result<Option<Vec<Entry>>> {
        let Some(mut entries) = own::entries_of(ctx.scope(), self.0.0).await? else { return Ok(None) };
        if let Some(states) = state {
            entries.retain(|entry| states.contains(&entry.state.into()));
        }
        entries.sort_by_cached_key(|entry| (search_index::fold(&entry.title), entry.id));
        entries.truncate(page_size(Some(first))?);
        ctx.charge(entries.len())?;
        Ok(Some(entries.into_iter().map(Entry).collect()))
    }
}
