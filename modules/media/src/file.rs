use kernel::entity_id;
use sea_orm::{ActiveEnum as _, Iterable as _, entity::prelude::*};

use crate::{name::path_part, picture::Use};

entity_id!(
    /// A file's id. It cannot be guessed: who knows it was shown the file.
    FileId,
    "file"
);

/// A file as it is kept, bytes and all. What lists and pages need is a [`File`].
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "file")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: FileId,
    pub account_id: Option<Uuid>,
    pub name: String,
    pub media_type: FileType,
    pub size: i32,
    pub digest: String,
    pub used_by: Option<Use>,
    pub used_since: ChronoDateTimeUtc,
    pub created_at: ChronoDateTimeUtc,
    #[sea_orm(column_type = "Blob")]
    pub body: Vec<u8>,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// A file without its bytes.
#[derive(Clone, Debug, PartialEq, DerivePartialModel)]
#[sea_orm(entity = "Entity")]
pub struct File {
    /// Its id.
    pub id: FileId,
    /// Whose it is; none for what the system made, and for the catalogue's whose maker has left.
    pub account_id: Option<Uuid>,
    /// Its name, with the ending of its type.
    pub name: String,
    /// What it is.
    pub media_type: FileType,
    /// Its size in bytes.
    pub size: i32,
    /// What it is used for; none if nothing uses it (yet), and it is to be forgotten.
    pub used_by: Option<Use>,
    /// When it was uploaded.
    pub created_at: ChronoDateTimeUtc,
}

impl File {
    /// The path of the file on the city's portal.
    pub fn path(&self) -> String {
        format!("/files/{}/{}", self.id.global(), path_part(&self.name))
    }
}

/// What a file is, by what is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "snake_case")]
pub enum FileType {
    /// A page as it is printed.
    Pdf,
    /// A text of Word.
    Docx,
    /// A table of Excel.
    Xlsx,
    /// Slides of PowerPoint.
    Pptx,
    /// A text of LibreOffice.
    Odt,
    /// A table of LibreOffice.
    Ods,
    /// Slides of LibreOffice.
    Odp,
    /// Plain text.
    Txt,
    /// A table as plain text.
    Csv,
}

impl FileType {
    /// As `Content-Type` says it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Pdf => "application/pdf",
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Odp => "application/vnd.oasis.opendocument.presentation",
            Self::Txt => "text/plain; charset=utf-8",
            Self::Csv => "text/csv; charset=utf-8",
        }
    }

    /// The same without parameters.
    pub fn essence(self) -> &'static str {
        self.as_str().split(';').next().unwrap_or_default()
    }

    /// The ending of names of such files.
    pub fn extension(self) -> String {
        self.to_value()
    }

    /// The type whose files' names end so, in whatever case.
    pub(crate) fn of_extension(extension: &str) -> Option<Self> {
        Self::iter().find(|kind| kind.to_value().eq_ignore_ascii_case(extension))
    }
}
