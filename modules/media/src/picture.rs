use std::fmt;

use kernel::entity_id;
use sea_orm::{Iterable as _, entity::prelude::*};

entity_id!(
    /// A picture's id. It cannot be guessed: who knows it was shown the picture.
    PictureId,
    "pic"
);

/// A picture as it is kept, files and all. What lists and pages need is a [`Picture`].
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "picture")]
pub(crate) struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PictureId,
    pub account_id: Option<Uuid>,
    pub alt: String,
    pub width: i32,
    pub height: i32,
    pub media_type: MediaType,
    pub digest: String,
    pub used_by: Option<Use>,
    pub used_since: ChronoDateTimeUtc,
    pub created_at: ChronoDateTimeUtc,
    #[sea_orm(column_type = "Blob")]
    pub body: Vec<u8>,
    #[sea_orm(column_type = "Blob")]
    pub thumb: Vec<u8>,
}

/// No relations.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub(crate) enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// A picture without its files.
#[derive(Clone, Debug, PartialEq, DerivePartialModel)]
#[sea_orm(entity = "Entity")]
pub struct Picture {
    /// Its id.
    pub id: PictureId,
    /// Whose it is; none for what the system made, and for the catalogue's whose maker has left.
    pub account_id: Option<Uuid>,
    /// What it shows, for those who do not see it.
    pub alt: String,
    /// Its width in pixels.
    pub width: i32,
    /// Its height in pixels.
    pub height: i32,
    /// What its files are.
    pub media_type: MediaType,
    /// What it is used for; none if nothing uses it (yet), and it is to be forgotten.
    pub used_by: Option<Use>,
    /// When it was uploaded.
    pub created_at: ChronoDateTimeUtc,
}

impl Picture {
    /// The path of the picture on the city's portal.
    pub fn path(&self) -> String {
        self.path_of(Size::Full)
    }

    /// The path of the small one.
    pub fn thumb_path(&self) -> String {
        self.path_of(Size::Thumb)
    }

    fn path_of(&self, size: Size) -> String {
        format!("/media/{}/{}", self.id.global(), size.file(self.media_type))
    }
}

/// What a picture is used for, which decides what becomes of it when its maker leaves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "snake_case")]
pub enum Use {
    /// What somebody says for themselves: goes with their account.
    Person,
    /// The catalogue: stays, and its maker is forgotten.
    Catalogue,
}

/// What a picture's files are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)")]
pub enum MediaType {
    /// Without transparency.
    #[sea_orm(string_value = "image/jpeg")]
    Jpeg,
    /// With transparency, and without loss.
    #[sea_orm(string_value = "image/webp")]
    Webp,
}

impl MediaType {
    /// As `Content-Type` says it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Webp => "image/webp",
        }
    }

    fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Webp => "webp",
        }
    }
}

impl fmt::Display for MediaType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Which of a picture's files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Size {
    Full,
    Thumb,
}

impl Size {
    /// The last part of the file's path.
    pub(crate) fn file(self, media_type: MediaType) -> String {
        let name = match self {
            Self::Full => "full",
            Self::Thumb => "thumb",
        };
        format!("{name}.{}", media_type.extension())
    }

    /// The file of that name, if there may be one.
    pub(crate) fn parse(file: &str) -> Option<(Self, MediaType)> {
        let all =
            [Self::Full, Self::Thumb].into_iter().flat_map(|size| MediaType::iter().map(move |kind| (size, kind)));
        all.into_iter().find(|(size, kind)| size.file(*kind) == file)
    }
}
