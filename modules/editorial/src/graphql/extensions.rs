//! What the desk adds to other modules' types.

use activities::graphql::ActivityFields;
use async_graphql::{Context, Object, Result};
use debates::graphql::DebateFields;
use directory::{InstitutionId, graphql::InstitutionFields};
use events::graphql::EventFields;
use identity::graphql::ViewerFields;
use kernel::graphql::{
    ContextExt as _,
    connection::{DEFAULT_FIRST, page_size},
};
use news::graphql::ArticleFields;
use safety::graphql::AdviceFields;
use uuid::Uuid;

use super::{
    entry::{DEFAULT_HISTORY, Entry, KindOfEntry, Revision, StateOfEntry, revisions},
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

/// Declares what the desk adds to a kind of entry: how its fields tell its id and its people.
macro_rules! of_entry {
    ($(#[$doc:meta])* $name:ident, $graphql:literal, $kind:ident, $fields:ty, $facts:expr) => {
        $(#[$doc])*
        pub(super) struct $name {
            id: Uuid,
            facts: policy::Entry,
        }

        impl From<&$fields> for $name {
            fn from(fields: &$fields) -> Self {
                let facts: fn(&$fields) -> (Uuid, Vec<Uuid>) = $facts;
                let (id, institutions) = facts(fields);
                Self { id, facts: policy::Entry { institutions } }
            }
        }

        #[Object(name = $graphql)]
        impl $name {
            /// Whether the caller may change it without asking.
            #[graphql(tag = "module-editorial")]
            async fn can_edit(&self, ctx: &Context<'_>) -> bool {
                policy::may_publish(&ctx.scope().actor, &self.facts)
            }

            /// Who changed what and when, the newest first; null for those who may not know.
            #[graphql(tag = "module-editorial")]
            async fn history(
                &self,
                ctx: &Context<'_>,
                #[graphql(default_with = "DEFAULT_HISTORY")] first: i32,
            ) -> Result<Option<Vec<Revision>>> {
                revisions(ctx, EntryKind::$kind, self.id, &self.facts, first).await
            }

            /// Whether a change to it waits for the editors; null for those who may not know.
            #[graphql(tag = "module-editorial")]
            async fn submission_waiting(&self, ctx: &Context<'_>) -> Result<Option<bool>> {
                Ok(desk::is_waiting(ctx.scope(), self.id, &self.facts).await?)
            }
        }
    };
}

of_entry!(
    /// What the desk adds to activities.
    OfActivity, "EditorialOfActivity", Activity, ActivityFields,
    |fields| (fields.0.row.id.0, fields.0.row.institution_id.map(|id| id.0).into_iter().collect())
);
of_entry!(
    /// What the desk adds to events.
    OfEvent, "EditorialOfEvent", Event, EventFields,
    |fields| (fields.0.row.id.0, fields.0.organisers.iter().map(|id| id.0).collect())
);
of_entry!(
    /// What the desk adds to articles.
    OfArticle, "EditorialOfArticle", Article, ArticleFields,
    |fields| (fields.card.row.id.0, fields.owners())
);
of_entry!(
    /// What the desk adds to advice.
    OfAdvice, "EditorialOfAdvice", Advice, AdviceFields,
    |fields| (fields.advice_id().0, fields.owners())
);
of_entry!(
    /// What the desk adds to debates.
    OfDebate, "EditorialOfDebate", Debate, DebateFields,
    |fields| (fields.0.row.id.0, Vec::new())
);

/// What the desk adds to institutions.
pub(super) struct OfInstitution(InstitutionId);

impl From<&InstitutionFields> for OfInstitution {
    fn from(institution: &InstitutionFields) -> Self {
        Self(institution.0.id)
    }
}

impl OfInstitution {
    fn facts(&self) -> policy::Entry {
        policy::Entry { institutions: vec![self.0.0] }
    }
}

#[Object(name = "EditorialOfInstitution")]
impl OfInstitution {
    /// Whether the caller may change it and its entries without asking.
    #[graphql(tag = "module-editorial")]
    async fn can_manage(&self, ctx: &Context<'_>) -> bool {
        policy::may_publish(&ctx.scope().actor, &self.facts())
    }

    /// Who changed what and when, the newest first; null for those who may not know.
    #[graphql(tag = "module-editorial")]
    async fn history(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "DEFAULT_HISTORY")] first: i32,
    ) -> Result<Option<Vec<Revision>>> {
        revisions(ctx, EntryKind::Institution, self.0.0, &self.facts(), first).await
    }

    /// Its entries in any state, by title; null for those who do not answer for it.
    #[graphql(tag = "module-editorial")]
    async fn entries(
        &self,
        ctx: &Context<'_>,
        state: Option<Vec<StateOfEntry>>,
        kind: Option<KindOfEntry>,
        #[graphql(default = 100)] first: i32,
    ) -> Result<Option<Vec<Entry>>> {
        let Some(mut entries) = own::entries_of(ctx.scope(), self.0.0, kind.map(Into::into)).await? else {
            return Ok(None);
        };
        if let Some(states) = state {
            entries.retain(|entry| states.contains(&entry.state.into()));
        }
        entries.sort_by_cached_key(|entry| (search_index::fold(&entry.title), entry.id));
        entries.truncate(page_size(Some(first))?);
        ctx.charge(entries.len())?;
        Ok(Some(entries.into_iter().map(Entry).collect()))
    }
}
