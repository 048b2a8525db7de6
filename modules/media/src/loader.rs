//! Loads pictures and files for relations, many at a time.

use std::{collections::HashMap, sync::Arc};

use async_graphql::dataloader::Loader;
use kernel::{graphql::SharedFault, scope::Scope};

use crate::{
    file::{File, FileId},
    picture::{Picture, PictureId},
    service,
};

/// Loads pictures for relations, many at a time.
#[derive(Debug)]
pub struct PictureLoader(pub Scope);

impl Loader<PictureId> for PictureLoader {
    type Value = Arc<Picture>;
    type Error = SharedFault;

    async fn load(&self, ids: &[PictureId]) -> Result<HashMap<PictureId, Arc<Picture>>, SharedFault> {
        service::many(&self.0, ids).await.map_err(SharedFault::from)
    }
}

/// Loads files for relations, many at a time.
#[derive(Debug)]
pub struct FileLoader(pub Scope);

impl Loader<FileId> for FileLoader {
    type Value = Arc<File>;
    type Error = SharedFault;

    async fn load(&self, ids: &[FileId]) -> Result<HashMap<FileId, Arc<File>>, SharedFault> {
        service::many_files(&self.0, ids).await.map_err(SharedFault::from)
    }
}
