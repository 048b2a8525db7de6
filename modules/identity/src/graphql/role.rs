//! Roles, the people of institutions, invitations.

use async_graphql::{Context, Enum, ID, Object, Result, dataloader::DataLoader};
use chrono::{DateTime, Utc};
use directory::{
    InstitutionId, InstitutionLoader,
    graphql::{Institution, institution},
};
use kernel::{
    access::{self, Grant},
    graphql::ContextExt as _,
};
use uuid::Uuid;

use super::account::{Profile, profile};
use crate::{invitation, loader::AccountLoader, roles};

/// What somebody may be in a city, from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(name = "Role", remote = "access::Role")]
pub enum RoleName {
    /// Anybody with an account.
    Citizen,
    /// Writes for one institution; others check it.
    Contributor,
    /// Answers for one institution, and for its people.
    Manager,
    /// Keeps the city's catalogue.
    Editor,
    /// Appoints editors and managers, and answers for the city's data.
    Admin,
    /// Runs the platform.
    Operator,
}

impl RoleName {
    /// What people call it, in the request's language.
    fn label(self, ctx: &Context<'_>) -> String {
        ctx.scope().text(&format!("role-{}", access::Role::from(self)), &[])
    }
}

/// The institution of a grant, of an invitation or of a token.
pub(super) async fn institution_of(ctx: &Context<'_>, party: Option<Uuid>) -> Result<Option<Institution>> {
    let Some(party) = party else { return Ok(None) };
    let loader = ctx.data_unchecked::<DataLoader<InstitutionLoader>>();
    Ok(loader.load_one(InstitutionId(party)).await?.map(institution))
}

pub(super) struct RoleGrant(pub(super) Grant);

/// A role that somebody holds.
#[Object]
impl RoleGrant {
    /// The role.
    async fn role(&self) -> RoleName {
        self.0.role.into()
    }

    /// What people call it, in the request's language.
    async fn label(&self, ctx: &Context<'_>) -> String {
        RoleName::from(self.0.role).label(ctx)
    }

    /// Where it is held; null for the whole city.
    async fn institution(&self, ctx: &Context<'_>) -> Result<Option<Institution>> {
        institution_of(ctx, self.0.party).await
    }
}

pub(super) struct Member(pub(super) roles::Member);

/// Somebody of an institution.
#[Object]
impl Member {
    /// The id of their account.
    async fn account_id(&self) -> ID {
        self.0.account.id.global().into()
    }

    /// Who they are to others.
    async fn profile(&self) -> Profile {
        profile(self.0.account.clone())
    }

    /// Their address: those who work together know it.
    async fn email(&self) -> Option<&str> {
        self.0.account.email.as_deref()
    }

    /// What they are there.
    async fn role(&self) -> RoleName {
        self.0.role.into()
    }

    /// What people call that, in the request's language.
    async fn role_label(&self, ctx: &Context<'_>) -> String {
        RoleName::from(self.0.role).label(ctx)
    }

    /// Since when.
    async fn since(&self) -> DateTime<Utc> {
        self.0.since
    }

    /// Whether this is the one who asks.
    async fn is_viewer(&self, ctx: &Context<'_>) -> bool {
        ctx.scope().actor.account() == Some(self.0.account.id.0)
    }
}

pub(super) struct InvitationNode(pub(super) invitation::Model);

/// An invitation to a role.
#[Object(name = "Invitation")]
impl InvitationNode {
    /// Its global id.
    async fn id(&self) -> ID {
        self.0.id.global().into()
    }

    /// Whom it is for.
    async fn email(&self) -> &str {
        &self.0.email
    }

    /// The role.
    async fn role(&self) -> RoleName {
        self.0.role().into()
    }

    /// What people call it, in the request's language.
    async fn role_label(&self, ctx: &Context<'_>) -> String {
        RoleName::from(self.0.role()).label(ctx)
    }

    /// Where it is held; null for the whole city.
    async fn institution(&self, ctx: &Context<'_>) -> Result<Option<Institution>> {
        institution_of(ctx, self.0.party).await
    }

    /// Who invites.
    async fn by(&self, ctx: &Context<'_>) -> Result<Option<Profile>> {
        let Some(id) = self.0.created_by else { return Ok(None) };
        Ok(ctx.data_unchecked::<DataLoader<AccountLoader>>().load_one(id).await?.map(profile))
    }

    /// When it was written.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// Until when it can be accepted.
    async fn expires_at(&self) -> DateTime<Utc> {
        self.0.expires_at
    }
}
