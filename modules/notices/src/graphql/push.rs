//! Pushes, in the schema: browsers that ask for them.

use async_graphql::{Context, InputObject, Object, Result, SimpleObject};
use kernel::{graphql::ContextExt as _, refusal::Refused};

use crate::push::{self, PushRefusal};

/// Root fields of pushes.
#[derive(Debug, Default)]
pub struct PushQuery;

#[Object]
impl PushQuery {
    /// The key by which a browser knows this city's pushes: `applicationServerKey` of the Push API (VAPID, RFC 8292).
    #[graphql(tag = "module-notifications")]
    async fn push_key(&self, ctx: &Context<'_>) -> Result<String> {
        Ok(push::public_key(ctx.scope())?)
    }
}

/// A browser that asks for pushes, as its Push API describes it.
#[derive(InputObject)]
#[graphql(tag = "module-notifications")]
struct PushEndpointSaveInput {
    /// Its address at its push service.
    endpoint: String,
    /// Its public key (P-256, uncompressed, base64url).
    #[graphql(name = "p256dh")]
    p256dh: String,
    /// Its secret (16 bytes, base64url).
    auth: String,
}

/// A browser that asks for pushes no more.
#[derive(InputObject)]
#[graphql(tag = "module-notifications")]
struct PushEndpointRemoveInput {
    /// Its address at its push service.
    endpoint: String,
}

/// What became of a browser that asked for pushes.
#[derive(SimpleObject)]
#[graphql(tag = "module-notifications")]
struct PushState {
    /// Whether the person's notifications are pushed to it.
    on: bool,
}

kernel::payload! {
    /// What became of asking for pushes.
    PushEndpointSavePayload, PushEndpointSaveErrorCode { push: PushState } { EndpointNotAllowed, KeyInvalid }
}

kernel::payload! {
    /// What became of asking for no more pushes.
    PushEndpointRemovePayload, PushEndpointRemoveErrorCode { push: PushState } { EndpointNotAllowed }
}

/// Mutations of pushes.
#[derive(Debug, Default)]
pub struct PushMutation;

#[Object]
impl PushMutation {
    /// Pushes the person's notifications to a browser, besides the mails. For those signed in with a browser.
    #[graphql(tag = "module-notifications")]
    async fn push_endpoint_save(
        &self,
        ctx: &Context<'_>,
        input: PushEndpointSaveInput,
    ) -> Result<PushEndpointSavePayload> {
        let scope = ctx.scope();
        let mut tx = scope.begin().await?;
        let outcome = match push::save(&mut tx, &input.endpoint, &input.p256dh, &input.auth).await {
            Ok(_) => {
                tx.commit().await?;
                Ok(PushState { on: true })
            }
            Err(refused) => Err(refused),
        };
        Ok(PushEndpointSavePayload::of::<PushRefusal>(scope, outcome)?)
    }

    /// Pushes nothing to a browser of the person any more. For those signed in with a browser.
    #[graphql(tag = "module-notifications")]
    async fn push_endpoint_remove(
        &self,
        ctx: &Context<'_>,
        input: PushEndpointRemoveInput,
    ) -> Result<PushEndpointRemovePayload> {
        let scope = ctx.scope();
        let mut tx = scope.begin().await?;
        let outcome = match push::remove(&mut tx, &input.endpoint).await {
            Ok(_) => {
                tx.commit().await?;
                Ok(PushState { on: false })
            }
            Err(fault) => Err(Refused::Fault(fault)),
        };
        Ok(PushEndpointRemovePayload::of::<PushRefusal>(scope, outcome)?)
    }
}
