//! Who asks.

use async_graphql::{Context, Enum, ID, Object, Result};
use chrono::{DateTime, Utc};
use kernel::{
    graphql::{Base, ContextExt as _, Open},
    i18n::Lang,
};

use super::{
    child::{self, Child},
    role::{InvitationNode, RoleGrant},
};
use crate::{
    account::{Model, display_name},
    children, invitations,
    link::Model as Link,
    personal_data, providers, sessions,
};

/// The one who asks.
pub type Viewer = Open<ViewerFields>;

/// The fields of the one who asks that this module knows.
#[derive(Clone, Debug)]
pub struct ViewerFields(pub Model);

impl Base for ViewerFields {
    const NAME: &'static str = "Viewer";
}

/// A language of the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "Lang")]
pub(super) enum Language {
    /// Polish.
    Pl,
    /// English.
    En,
    /// Ukrainian.
    Uk,
}

/// The one who asks.
#[Object(name = "ViewerFields")]
impl ViewerFields {
    /// The global id of their account.
    pub async fn id(&self) -> ID {
        self.0.id.global().into()
    }

    /// What they want to be called; null if they have not said.
    async fn name(&self) -> Option<&str> {
        self.0.name.as_deref()
    }

    /// What others see of them.
    async fn display_name(&self) -> String {
        display_name(&self.0)
    }

    /// Their address; null for people whom only a provider vouches for.
    async fn email(&self) -> Option<&str> {
        self.0.email.as_deref()
    }

    /// Whether they have shown that the address is theirs.
    async fn is_email_verified(&self) -> bool {
        self.0.email_verified_at.is_some()
    }

    /// The language of mails.
    async fn language(&self) -> Language {
        self.0.lang().into()
    }

    /// What they hold, with the means by which they ask: a token may hold less than its account.
    async fn roles(&self, ctx: &Context<'_>) -> Result<Vec<RoleGrant>> {
        Ok(ctx.scope().person()?.grants.iter().copied().map(RoleGrant).collect())
    }

    /// Their children. Not for programs.
    async fn children(&self, ctx: &Context<'_>) -> Result<Vec<Child>> {
        let rows = children::own(ctx.scope()).await?;
        ctx.charge(rows.len())?;
        Ok(rows.into_iter().map(child::child).collect())
    }

    /// The browsers that they are signed in with, the last used first. Not for programs.
    async fn devices(&self, ctx: &Context<'_>) -> Result<Vec<Device>> {
        let devices = sessions::list(ctx.scope()).await?;
        ctx.charge(devices.len())?;
        Ok(devices.into_iter().map(Device).collect())
    }

    /// The providers that vouch for them. Not for programs.
    async fn providers(&self, ctx: &Context<'_>) -> Result<Vec<LinkedProvider>> {
        let links = providers::own(ctx.scope()).await?;
        ctx.charge(links.len())?;
        Ok(links.into_iter().map(LinkedProvider).collect())
    }

    /// The invitations that wait for them. Not for programs.
    async fn invitations(&self, ctx: &Context<'_>) -> Result<Vec<InvitationNode>> {
        let rows = invitations::own(ctx.scope()).await?;
        ctx.charge(rows.len())?;
        Ok(rows.into_iter().map(InvitationNode).collect())
    }

    /// What they type to confirm that their account is to be erased.
    async fn erase_confirmation(&self, ctx: &Context<'_>) -> String {
        personal_data::confirmation(ctx.scope(), &self.0)
    }

    /// When the account was made.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }
}

pub(super) struct Device(sessions::Device);

/// A browser that somebody is signed in with.
#[Object]
impl Device {
    /// The global id of its session.
    async fn id(&self) -> ID {
        self.0.session.id.global().into()
    }

    /// Browser and system for people: `Firefox, Android`.
    async fn label(&self, ctx: &Context<'_>) -> String {
        let known = &self.0.session.device;
        if known.is_empty() { ctx.scope().text("device-unknown", &[]) } else { known.clone() }
    }

    /// Whether it is the one that asks.
    async fn is_current(&self) -> bool {
        self.0.is_current
    }

    /// When they signed in with it.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.session.created_at
    }

    /// When it was last used, give or take some minutes.
    async fn seen_at(&self) -> DateTime<Utc> {
        self.0.session.seen_at
    }
}

pub(super) struct LinkedProvider(pub(super) Link);

/// A provider that vouches for somebody.
#[Object]
impl LinkedProvider {
    /// The provider's issuer, an address.
    async fn issuer(&self) -> &str {
        &self.0.issuer
    }

    /// What the city calls the provider, else its issuer.
    async fn name(&self, ctx: &Context<'_>) -> String {
        let scope = ctx.scope();
        let known = scope.tenant.identity.iter().find(|provider| provider.issuer == self.0.issuer);
        known.map_or(self.0.issuer.as_str(), |provider| provider.name.get(scope.lang)).to_owned()
    }

    /// The address that the provider said.
    async fn email(&self) -> Option<&str> {
        self.0.email.as_deref()
    }

    /// When it was linked.
    async fn linked_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }
}
