//! Files in the schema.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object, Result, dataloader::DataLoader};
use base64::{Engine as _, engine::general_purpose::STANDARD};
use kernel::{graphql::ContextExt as _, i18n::Lang, payload};
use uuid::Uuid;

use crate::{
    file::{File as Row, FileId},
    loader::FileLoader,
    refusal::FileRefusal,
};

/// A file to be saved: a document or a table.
#[derive(Clone, Debug)]
pub struct File(Arc<Row>);

/// The file of a row.
pub fn file(row: Arc<Row>) -> File {
    File(row)
}

/// Files in the order of their ids, without those that are no more.
pub async fn files(ctx: &Context<'_>, ids: &[Uuid]) -> Result<Vec<File>> {
    let ids: Vec<_> = ids.iter().copied().map(FileId).collect();
    let mut found = ctx.data_unchecked::<DataLoader<FileLoader>>().load_many(ids.iter().copied()).await?;
    Ok(ids.iter().filter_map(|id| found.remove(id)).map(File).collect())
}

/// A file to be saved: a document or a table.
#[Object]
impl File {
    /// Its global id.
    async fn id(&self) -> ID {
        self.0.id.global().into()
    }

    /// Its name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Its path on the city's portal.
    async fn url(&self) -> String {
        self.0.path()
    }

    /// What it is (RFC 6838).
    async fn media_type(&self) -> &'static str {
        self.0.media_type.essence()
    }

    /// What people call files of its kind.
    async fn media_type_label(&self, ctx: &Context<'_>) -> String {
        ctx.scope().text(&format!("file-type-{}", self.0.media_type.extension()), &[])
    }

    /// Its size in bytes.
    async fn size(&self) -> i32 {
        self.0.size
    }

    /// Its size for people.
    async fn size_label(&self, ctx: &Context<'_>) -> String {
        let scope = ctx.scope();
        let (key, size) = size_of(self.0.size, scope.lang);
        scope.text(key, &[("size", size.into())])
    }
}

/// The unit that people read a size in, and how many of it: whole kilobytes, or megabytes with one decimal.
fn size_of(bytes: i32, lang: Lang) -> (&'static str, String) {
    let kilobytes = f64::from(bytes) / 1024.0;
    if kilobytes < 1000.0 {
        return ("file-size-kilobytes", format!("{:.0}", kilobytes.ceil()));
    }
    let megabytes = format!("{:.1}", kilobytes / 1024.0);
    let megabytes = if lang == Lang::En { megabytes } else { megabytes.replace('.', ",") };
    ("file-size-megabytes", megabytes)
}

/// A file to be uploaded.
#[derive(InputObject)]
pub(super) struct FileUploadInput {
    /// Its name. Only of plain text does the ending say what it is; what is unsafe in a name is left out.
    pub(super) name: String,
    /// A PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, or a TXT or CSV in UTF-8, of at most 8 MB, in base64 (RFC 4648, section
    /// 4). Without macros.
    pub(super) data_base64: String,
}

/// A file to be removed.
#[derive(InputObject)]
pub(super) struct FileRemoveInput {
    /// Its global id.
    pub(super) id: ID,
}

payload! {
    /// What became of a file that was uploaded.
    FileUploadPayload, FileUploadErrorCode { file: File } {
        FileEncoding, FileEmpty, FileTooLarge, FileFormat, FileMacros, FileBroken, TextEncoding,
    }
}

payload! {
    /// What became of a file that was to be removed.
    FileRemovePayload, FileRemoveErrorCode { removed_id: ID } { FileInUse }
}

/// A file as inputs carry it.
pub fn decoded_file(text: &str) -> Result<Vec<u8>, FileRefusal> {
    STANDARD.decode(text.trim_ascii()).map_err(|_| FileRefusal::FileEncoding)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_told_for_people() {
        for (bytes, lang, expected) in [
            (1, Lang::Pl, ("file-size-kilobytes", "1")),
            (340 * 1024, Lang::Pl, ("file-size-kilobytes", "340")),
            (2_500_000, Lang::Pl, ("file-size-megabytes", "2,4")),
            (8 * 1024 * 1024, Lang::En, ("file-size-megabytes", "8.0")),
        ] {
            let (key, size) = size_of(bytes, lang);
            assert_eq!((key, size.as_str()), expected);
        }
    }
}
