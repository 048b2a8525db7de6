//! People in the schema: who asks, their children, devices and tokens; institutions' people; the city's accounts.

mod account;
mod child;
mod inputs;
mod mutation;
mod payloads;
mod role;
mod token;
mod viewer;

use async_graphql::{Context, ID, Object, Result, connection::Connection, connection::Edge, connection::EmptyFields};
use directory::InstitutionId;
use kernel::graphql::{
    ContextExt as _, Open,
    connection::{Cursor, DEFAULT_FIRST, page_size, query_text},
};

use crate::{account::AccountId, accounts, child::ChildId, children, invitations, roles, tokens};

pub use account::{Profile, profile};
pub use child::{Child, ChildFields};
pub use mutation::IdentityMutation;
pub use role::RoleName;
pub use viewer::{Viewer, ViewerFields};

use account::{AccountNode, AuditEntry};
use role::{InvitationNode, Member};
use token::ApiTokenNode;

/// A page of accounts.
type AccountConnection = Connection<Cursor, AccountNode, EmptyFields, EmptyFields>;

/// Root fields of this module.
#[derive(Debug, Default)]
pub struct IdentityQuery;

#[Object]
impl IdentityQuery {
    /// Who asks; null for those who have not signed in.
    async fn viewer(&self, ctx: &Context<'_>) -> Result<Option<Viewer>> {
        Ok(accounts::own(ctx.scope()).await?.map(|account| Open(ViewerFields(account))))
    }

    /// A child of the one who asks. An admin sees any, which is noted in the audit log; for everybody else it is null.
    async fn child(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Child>> {
        let Some(id) = ChildId::parse(&id) else { return Ok(None) };
        Ok(children::child(ctx.scope(), id).await?.map(child::child))
    }

    /// The people of an institution, for its managers.
    async fn members(&self, ctx: &Context<'_>, institution: ID) -> Result<Vec<Member>> {
        let members = roles::members(ctx.scope(), institution_id(&institution)?).await?;
        ctx.charge(members.len())?;
        Ok(members.into_iter().map(Member).collect())
    }

    /// The invitations that wait at an institution, for its managers; without one those of the whole city, for admins.
    async fn invitations(&self, ctx: &Context<'_>, institution: Option<ID>) -> Result<Vec<InvitationNode>> {
        let party = institution.as_ref().map(institution_id).transpose()?;
        let rows = invitations::list(ctx.scope(), party).await?;
        ctx.charge(rows.len())?;
        Ok(rows.into_iter().map(InvitationNode).collect())
    }

    /// The API tokens of an institution, for its managers; without one those of the one who asks.
    async fn api_tokens(&self, ctx: &Context<'_>, institution: Option<ID>) -> Result<Vec<ApiTokenNode>> {
        let party = institution.as_ref().map(institution_id).transpose()?;
        let rows = tokens::list(ctx.scope(), party).await?;
        ctx.charge(rows.len())?;
        Ok(rows.into_iter().map(ApiTokenNode).collect())
    }

    /// The city's accounts, the newest first, for admins. `query` is a part of a name or of an address.
    async fn accounts(
        &self,
        ctx: &Context<'_>,
        query: Option<String>,
        role: Option<RoleName>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<AccountConnection> {
        let first = page_size(first)?;
        let after_id = after.as_deref().and_then(AccountId::parse);
        let query = query_text(query)?;
        let role = role.map(Into::into);
        let (rows, has_more) = accounts::list(ctx.scope(), Some(&query), role, first, after_id).await?;
        ctx.charge(rows.len())?;
        let mut connection = Connection::new(after.is_some(), has_more);
        let edges = rows.into_iter().map(|row| Edge::new(Cursor(row.id.global()), AccountNode(row)));
        connection.edges.extend(edges);
        Ok(connection)
    }

    /// An account, for admins; that it was looked at is noted in the audit log.
    async fn account(&self, ctx: &Context<'_>, id: ID) -> Result<Option<AccountNode>> {
        let Some(id) = AccountId::parse(&id) else { return Ok(None) };
        Ok(accounts::look_at(ctx.scope(), id).await?.map(AccountNode))
    }

    /// The audit log, the newest entries first, for admins. `subject` is a global id; `before` is an entry's number.
    async fn audit_log(
        &self,
        ctx: &Context<'_>,
        subject: Option<String>,
        before: Option<u64>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
    ) -> Result<Vec<AuditEntry>> {
        let entries = accounts::audit_log(ctx.scope(), subject.as_deref(), before, page_size(first)?).await?;
        ctx.charge(entries.len())?;
        Ok(entries.into_iter().map(AuditEntry).collect())
    }
}

/// An argument that names an institution.
fn institution_id(global: &ID) -> kernel::error::Result<InstitutionId> {
    directory::service::parse_id("institution", global)
}
