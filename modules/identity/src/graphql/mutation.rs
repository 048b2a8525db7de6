//! What people change about people.

use async_graphql::{Context, Object, Result};
use kernel::{
    access::Grant,
    error::Fault,
    graphql::{ContextExt as _, Open},
    refusal::Outcome,
    scope::Tx,
};

use super::{
    child,
    inputs::*,
    institution_id,
    payloads::*,
    role::{InvitationNode, RoleGrant},
    token::{ApiTokenNode, NewApiToken},
    viewer::ViewerFields,
};
use crate::{
    account::AccountId,
    accounts,
    api_token::ApiTokenId,
    child::ChildId,
    children,
    invitation::InvitationId,
    invitations::{self, Which},
    personal_data::{self, Modules},
    refusal::Kind,
    roles,
    session::SessionId,
    sessions, tokens,
};

/// Mutations of this module.
#[derive(Debug, Default)]
pub struct IdentityMutation;

#[Object]
impl IdentityMutation {
    /// Saves what the one who asks wants to be called, and their language.
    async fn profile_update(&self, ctx: &Context<'_>, input: ProfileUpdateInput) -> Result<ProfileUpdatePayload> {
        let mut tx = ctx.scope().begin().await?;
        let outcome = accounts::update_profile(&mut tx, input.name.as_deref(), input.language.into()).await;
        let outcome = done(tx, outcome).await?;
        Ok(ProfileUpdatePayload::of(ctx.scope(), outcome.map(|account| Open(ViewerFields(account))))?)
    }

    /// Makes a profile of a child of the one who asks.
    async fn child_create(&self, ctx: &Context<'_>, input: ChildCreateInput) -> Result<ChildCreatePayload> {
        let profile = input.profile()?;
        let mut tx = ctx.scope().begin().await?;
        let outcome = children::create(&mut tx, profile).await;
        let outcome = done(tx, outcome).await?;
        Ok(ChildCreatePayload::of(ctx.scope(), outcome.map(child::child))?)
    }

    /// Saves a child's profile.
    async fn child_update(&self, ctx: &Context<'_>, input: ChildUpdateInput) -> Result<ChildUpdatePayload> {
        let id = ChildId::parse(&input.id).ok_or_else(Fault::not_found)?;
        let profile = input.profile()?;
        let mut tx = ctx.scope().begin().await?;
        let outcome = children::update(&mut tx, id, profile).await;
        let outcome = done(tx, outcome).await?;
        Ok(ChildUpdatePayload::of(ctx.scope(), outcome.map(child::child))?)
    }

    /// Deletes a child's profile for good.
    async fn child_delete(&self, ctx: &Context<'_>, input: ChildDeleteInput) -> Result<ChildDeletePayload> {
        let id = ChildId::parse(&input.id).ok_or_else(Fault::not_found)?;
        let mut tx = ctx.scope().begin().await?;
        children::delete(&mut tx, id).await?;
        tx.commit().await?;
        Ok(ChildDeletePayload { deleted_id: input.id })
    }

    /// Signs a browser of the one who asks out.
    async fn device_revoke(&self, ctx: &Context<'_>, input: DeviceRevokeInput) -> Result<DeviceRevokePayload> {
        let id = SessionId::parse(&input.id).ok_or_else(Fault::not_found)?;
        let mut tx = ctx.scope().begin().await?;
        sessions::revoke(&mut tx, id).await?;
        tx.commit().await?;
        Ok(DeviceRevokePayload { revoked_id: input.id })
    }

    /// Signs all browsers of the one who asks out but the one that asks.
    async fn devices_revoke_others(&self, ctx: &Context<'_>) -> Result<DevicesRevokeOthersPayload> {
        let mut tx = ctx.scope().begin().await?;
        let count = sessions::revoke_others(&mut tx).await?;
        tx.commit().await?;
        Ok(DevicesRevokeOthersPayload { count })
    }

    /// Offers a role to an address, by mail: managers those of their institution, admins any.
    async fn member_invite(&self, ctx: &Context<'_>, input: MemberInviteInput) -> Result<MemberInvitePayload> {
        let party = input.institution.as_ref().map(institution_id).transpose()?;
        let mut tx = ctx.scope().begin().await?;
        let outcome = invitations::invite(&mut tx, &input.email, input.role.into(), party).await;
        let outcome = done(tx, outcome).await?;
        Ok(MemberInvitePayload::of(ctx.scope(), outcome.map(InvitationNode))?)
    }

    /// Takes an offered role. Its address must be one that the one who asks has shown to be theirs.
    async fn invitation_accept(
        &self,
        ctx: &Context<'_>,
        input: InvitationAcceptInput,
    ) -> Result<InvitationAcceptPayload> {
        let which = match (&input.token, &input.id) {
            (Some(token), None) => Which::Token(token),
            (None, Some(id)) => Which::Id(InvitationId::parse(id).ok_or_else(Fault::not_found)?),
            _ => return Err(Fault::bad_input("input.token", "give either `token` or `id`").into()),
        };
        let mut tx = ctx.scope().begin().await?;
        let outcome = invitations::accept(&mut tx, which).await;
        let outcome = done(tx, outcome).await?;
        Ok(InvitationAcceptPayload::of(ctx.scope(), outcome.map(InvitationNode))?)
    }

    /// Takes an invitation back, for those who may send it.
    async fn invitation_revoke(
        &self,
        ctx: &Context<'_>,
        input: InvitationRevokeInput,
    ) -> Result<InvitationRevokePayload> {
        let id = InvitationId::parse(&input.id).ok_or_else(Fault::not_found)?;
        let mut tx = ctx.scope().begin().await?;
        let outcome = invitations::revoke(&mut tx, id).await;
        let outcome = done(tx, outcome).await?;
        Ok(InvitationRevokePayload::of(ctx.scope(), outcome.map(|()| input.id))?)
    }

    /// Removes somebody from an institution, for its managers; or oneself.
    async fn member_remove(&self, ctx: &Context<'_>, input: MemberRemoveInput) -> Result<MemberRemovePayload> {
        let account = AccountId::parse(&input.account).ok_or_else(Fault::not_found)?;
        let party = institution_id(&input.institution)?;
        let mut tx = ctx.scope().begin().await?;
        let outcome = roles::remove_member(&mut tx, account, party).await;
        let outcome = done(tx, outcome).await?;
        Ok(MemberRemovePayload::of(ctx.scope(), outcome.map(|()| input.account))?)
    }

    /// Gives a role to an account: managers those of their institution, admins any but the operator's; nobody to
    /// themselves.
    async fn role_grant(&self, ctx: &Context<'_>, input: RoleInput) -> Result<RoleGrantPayload> {
        let account = AccountId::parse(&input.account).ok_or_else(Fault::not_found)?;
        let party = input.institution.as_ref().map(institution_id).transpose()?;
        let mut tx = ctx.scope().begin().await?;
        let outcome = roles::grant(&mut tx, account, input.role.into(), party).await;
        let outcome = done(tx, outcome).await?;
        let granted = Grant { role: input.role.into(), party: party.map(|party| party.0) };
        Ok(RoleGrantPayload::of(ctx.scope(), outcome.map(|()| RoleGrant(granted)))?)
    }

    /// Takes a role from an account, for those who may give it; or gives up one's own.
    async fn role_revoke(&self, ctx: &Context<'_>, input: RoleInput) -> Result<RoleRevokePayload> {
        let account = AccountId::parse(&input.account).ok_or_else(Fault::not_found)?;
        let party = input.institution.as_ref().map(institution_id).transpose()?;
        let mut tx = ctx.scope().begin().await?;
        let outcome = roles::revoke(&mut tx, account, input.role.into(), party).await;
        let outcome = done(tx, outcome).await?;
        let taken = Grant { role: input.role.into(), party: party.map(|party| party.0) };
        Ok(RoleRevokePayload::of(ctx.scope(), outcome.map(|()| RoleGrant(taken)))?)
    }

    /// Makes an API token for the one who asks. Its text is in the answer, and nowhere else ever.
    async fn api_token_create(&self, ctx: &Context<'_>, input: ApiTokenCreateInput) -> Result<ApiTokenCreatePayload> {
        let account = AccountId(ctx.scope().person()?.account);
        let order = input.order()?;
        let mut tx = ctx.scope().begin().await?;
        let outcome = tokens::create(&mut tx, account, order).await;
        let outcome = done(tx, outcome).await?;
        let created = outcome.map(|(row, text)| NewApiToken { api_token: ApiTokenNode(row), text });
        Ok(ApiTokenCreatePayload::of(ctx.scope(), created)?)
    }

    /// Makes a token worthless at once: one's own, or one of an institution that one manages.
    async fn api_token_revoke(&self, ctx: &Context<'_>, input: ApiTokenRevokeInput) -> Result<ApiTokenRevokePayload> {
        let id = ApiTokenId::parse(&input.id).ok_or_else(Fault::not_found)?;
        let mut tx = ctx.scope().begin().await?;
        let row = tokens::revoke(&mut tx, id).await?;
        tx.commit().await?;
        Ok(ApiTokenRevokePayload { api_token: ApiTokenNode(row) })
    }

    /// Erases the account of the one who asks, and all that is known of them, for good.
    async fn account_erase(&self, ctx: &Context<'_>, input: AccountEraseInput) -> Result<AccountErasePayload> {
        let scope = ctx.scope();
        let account = AccountId(scope.person()?.account);
        let modules = ctx.data::<Modules>().map_err(|err| Fault::internal(err.message))?;
        let mut tx = scope.begin().await?;
        let outcome = personal_data::erase_confirmed(&mut tx, modules.0, account, &input.confirm).await;
        let outcome = done(tx, outcome).await?;
        if outcome.is_ok() {
            scope.settle().await?;
        }
        Ok(AccountErasePayload::of(scope, outcome.map(|()| account.global().into()))?)
    }
}

/// Makes what was done last, if it was done.
async fn done<T>(tx: Tx, outcome: Outcome<T, Kind>) -> kernel::error::Result<Outcome<T, Kind>> {
    if outcome.is_ok() {
        tx.commit().await?;
    }
    Ok(outcome)
}
