//! Giving an activity a picture.

use async_graphql::{Context, ID, InputObject, Object, Result};
use kernel::{graphql::ContextExt as _, payload};
use media::graphql::decoded;

use super::{Activity, activity};
use crate::service;

/// What an activity is to look like.
#[derive(Debug, InputObject)]
struct ActivityPictureSetInput {
    /// The activity.
    id: ID,
    /// A JPEG, PNG or WebP file of at most 8 MB, in base64; null takes the picture away.
    data_base64: Option<String>,
    /// What the picture shows, for people who do not see it.
    #[graphql(default)]
    alt: String,
}

payload! {
    /// What became of an activity that was given a picture.
    ActivityPictureSetPayload, ActivityPictureSetErrorCode { activity: Activity } {
        PictureEncoding, PictureTooLarge, PictureFormat, PictureMoving, PictureBroken, PictureForeign,
        PictureDimensions, AltMissing, AltTooLong,
    }
}

/// What can be done with activities besides what the desk does.
#[derive(Debug, Default)]
pub struct ActivitiesMutation;

#[Object]
impl ActivitiesMutation {
    /// Gives an activity a picture, or takes it away. For managers of its institution, and editors.
    #[graphql(tag = "module-activities")]
    async fn activity_picture_set(
        &self,
        ctx: &Context<'_>,
        input: ActivityPictureSetInput,
    ) -> Result<ActivityPictureSetPayload> {
        let scope = ctx.scope();
        let file = input.data_base64.as_deref().map(decoded);
        let outcome = service::put_picture(scope, &input.id, file, &input.alt).await;
        Ok(ActivityPictureSetPayload::of(scope, outcome.map(activity))?)
    }
}
