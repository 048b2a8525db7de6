//! Pictures and files in the schema.

mod file;

use std::sync::Arc;

use uuid::Uuid;

use async_graphql::{Context, ID, InputObject, Object, Result, dataloader::DataLoader};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use kernel::{error::Fault, graphql::ContextExt as _, payload, refusal::Outcome};

use crate::{
    file::FileId,
    loader::PictureLoader,
    picture::{Picture as Row, PictureId},
    refusal::{FileRefusal, Refusal},
    service,
};

pub use file::{File, decoded_file, file, files};
use file::{FileRemoveInput, FileRemovePayload, FileUploadInput, FileUploadPayload};

/// A picture, in two sizes.
#[derive(Clone, Debug)]
pub struct Picture(Arc<Row>);

/// The picture of a row.
pub fn picture(row: Arc<Row>) -> Picture {
    Picture(row)
}

/// The picture of that id, loaded with those that are asked for at the same time; none if it is no more.
pub async fn load(ctx: &Context<'_>, id: PictureId) -> Result<Option<Picture>> {
    Ok(ctx.data_unchecked::<DataLoader<PictureLoader>>().load_one(id).await?.map(Picture))
}

/// Pictures in the order of their ids, without those that are no more.
pub async fn pictures(ctx: &Context<'_>, ids: &[Uuid]) -> Result<Vec<Picture>> {
    let ids: Vec<_> = ids.iter().copied().map(PictureId).collect();
    let mut found = ctx.data_unchecked::<DataLoader<PictureLoader>>().load_many(ids.iter().copied()).await?;
    Ok(ids.iter().filter_map(|id| found.remove(id)).map(Picture).collect())
}

/// A picture, in two sizes.
#[Object]
impl Picture {
    /// Its global id.
    async fn id(&self) -> ID {
        self.0.id.global().into()
    }

    /// The path of its file on the city's portal; at most 1600 pixels a side.
    async fn url(&self) -> String {
        self.0.path()
    }

    /// The path of a small one on the city's portal; at most 480 pixels a side.
    async fn thumb_url(&self) -> String {
        self.0.thumb_path()
    }

    /// Its width in pixels.
    async fn width(&self) -> i32 {
        self.0.width
    }

    /// Its height in pixels.
    async fn height(&self) -> i32 {
        self.0.height
    }

    /// What it shows, for those who do not see it.
    async fn alt(&self) -> &str {
        &self.0.alt
    }
}

/// A picture to be uploaded.
#[derive(InputObject)]
struct PictureUploadInput {
    /// A JPEG, PNG or WebP of at most 8 MB, in base64 (RFC 4648, section 4). What it tells besides its pixels (where
    /// and with what it was taken) is not kept.
    data_base64: String,
    /// What it shows, for those who do not see it; at most 300 characters.
    alt: String,
}

/// A picture to be removed.
#[derive(InputObject)]
struct PictureRemoveInput {
    /// Its global id.
    id: ID,
}

payload! {
    /// What became of a picture that was uploaded.
    PictureUploadPayload, PictureUploadErrorCode { picture: Picture } {
        PictureEncoding, PictureTooLarge, PictureFormat, PictureMoving, PictureBroken, PictureForeign,
        PictureDimensions, AltMissing, AltTooLong,
    }
}

payload! {
    /// What became of a picture that was to be removed.
    PictureRemovePayload, PictureRemoveErrorCode { removed_id: ID } { PictureInUse }
}

/// Root fields of pictures and files.
#[derive(Debug, Default)]
pub struct MediaQuery;

#[Object]
impl MediaQuery {
    /// A picture by its global id.
    async fn picture(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Picture>> {
        match PictureId::parse(&id) {
            Some(id) => load(ctx, id).await,
            None => Ok(None),
        }
    }

    /// A file by its global id.
    async fn file(&self, ctx: &Context<'_>, id: ID) -> Result<Option<File>> {
        match FileId::parse(&id) {
            Some(id) => Ok(files(ctx, &[id.0]).await?.pop()),
            None => Ok(None),
        }
    }
}

/// What can be done with pictures and files.
#[derive(Debug, Default)]
pub struct MediaMutation;

#[Object]
impl MediaMutation {
    /// Uploads a picture, to be used in what is written next: what nothing uses is forgotten after two days. For
    /// everybody who is signed in; 100 pictures and 40 MB a day.
    async fn picture_upload(&self, ctx: &Context<'_>, input: PictureUploadInput) -> Result<PictureUploadPayload> {
        let scope = ctx.scope();
        let outcome = match decoded(&input.data_base64) {
            Ok(bytes) => service::upload(scope, bytes, &input.alt).await,
            // Who may not upload is told that first.
            Err(kind) => Err(scope.person().map_or_else(Into::into, |_| service::of_file(kind).into())),
        };
        Ok(PictureUploadPayload::of(scope, outcome.map(|row| picture(Arc::new(row))))?)
    }

    /// Removes a picture at once: one's own that is not in the catalogue, or any for editors.
    async fn picture_remove(&self, ctx: &Context<'_>, input: PictureRemoveInput) -> Result<PictureRemovePayload> {
        let scope = ctx.scope();
        let mut tx = scope.begin().await?;
        let outcome: Outcome<(), Refusal> = match PictureId::parse(&input.id) {
            Some(id) => service::remove(&mut tx, id).await,
            None => Err(scope.person().map_or_else(Into::into, |_| Fault::not_found().into())),
        };
        if outcome.is_ok() {
            tx.commit().await?;
        }
        Ok(PictureRemovePayload::of(scope, outcome.map(|()| input.id))?)
    }

    /// Uploads a file, to be used in what is written next: what nothing uses is forgotten after two days. For everybody
    /// who is signed in; 100 files and 80 MB a day.
    async fn file_upload(&self, ctx: &Context<'_>, input: FileUploadInput) -> Result<FileUploadPayload> {
        let scope = ctx.scope();
        let outcome = match decoded_file(&input.data_base64) {
            Ok(bytes) => service::upload_file(scope, bytes, &input.name).await,
            // Who may not upload is told that first.
            Err(kind) => Err(scope.person().map_or_else(Into::into, |_| service::of_upload(kind).into())),
        };
        Ok(FileUploadPayload::of(scope, outcome.map(|row| file(Arc::new(row))))?)
    }

    /// Removes a file at once: one's own that is not in the catalogue, or any for editors.
    async fn file_remove(&self, ctx: &Context<'_>, input: FileRemoveInput) -> Result<FileRemovePayload> {
        let scope = ctx.scope();
        let mut tx = scope.begin().await?;
        let outcome: Outcome<(), FileRefusal> = match FileId::parse(&input.id) {
            Some(id) => service::remove_file(&mut tx, id).await,
            None => Err(scope.person().map_or_else(Into::into, |_| Fault::not_found().into())),
        };
        if outcome.is_ok() {
            tx.commit().await?;
        }
        Ok(FileRemovePayload::of(scope, outcome.map(|()| input.id))?)
    }
}

/// A file as inputs carry it.
pub fn decoded(text: &str) -> Result<Vec<u8>, Refusal> {
    STANDARD.decode(text.trim_ascii()).map_err(|_| Refusal::PictureEncoding)
}

#[cfg(test)]
mod tests;
