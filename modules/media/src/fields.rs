//! Pictures and files as entries' columns tell them: `pictures` and `files` are lists of global ids, in their order.
//!
//! A module reads the columns with [`read`], has [`problems`] said when an entry is checked and written, and says what
//! an entry shows with [`crate::service::show`], in the transaction that writes it.

use std::collections::HashSet;

use kernel::{
    entry::Wrong,
    error::Result,
    refusal::{Kind, Problem},
    scope::Scope,
};
use uuid::Uuid;

use crate::{FileId, PictureId, service};

/// The pictures that an entry may show.
pub const MAX_PICTURES: usize = 20;
/// The files that an entry may have.
pub const MAX_FILES: usize = 10;

kernel::kinds! {
    /// What can be wrong with an entry's pictures and files.
    pub enum FieldKind {
        /// There is no such picture, or it is somebody else's: `value` is its id.
        PictureUnknown = ("refusal-field-picture", "PICTURE_UNKNOWN"),
        /// There is no such file, or it is somebody else's: `value` is its id.
        FileUnknown = ("refusal-field-file", "FILE_UNKNOWN"),
        /// There are more than `most` pictures.
        PicturesTooMany = ("refusal-field-pictures", "PICTURES_TOO_MANY"),
        /// There are more than `most` files.
        FilesTooMany = ("refusal-field-files", "FILES_TOO_MANY"),
    }
}

/// For modules whose refusals of fields are only ever told at the desk.
impl From<FieldKind> for Wrong {
    fn from(kind: FieldKind) -> Self {
        Self(kind.key())
    }
}

/// What an entry shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Its pictures, the main one first.
    pub pictures: Vec<Uuid>,
    /// Its files.
    pub files: Vec<Uuid>,
}

/// Reads the values of the columns `pictures` and `files`: what can be used, and what is wrong with the rest.
pub fn read<K: Kind + From<FieldKind>>(pictures: &[&str], files: &[&str]) -> (Shown, Vec<Problem<K>>) {
    let mut problems = Vec::new();
    let shown = Shown {
        pictures: ids(pictures, |id| Some(PictureId::parse(id)?.0), &PICTURES, &mut problems),
        files: ids(files, |id| Some(FileId::parse(id)?.0), &FILES, &mut problems),
    };
    (shown, problems)
}

/// Pictures as the column tells them.
pub fn told_pictures(ids: &[Uuid]) -> String {
    ids.iter().map(|id| PictureId(*id).global()).collect::<Vec<_>>().join("|")
}

/// Files as the column tells them.
pub fn told_files(ids: &[Uuid]) -> String {
    ids.iter().map(|id| FileId(*id).global()).collect::<Vec<_>>().join("|")
}

/// What is wrong with showing this in an entry: pictures and files that are not there, or that are not who acts' to show.
/// What the catalogue shows already anybody may show.
pub async fn problems<K: Kind + From<FieldKind>>(scope: &Scope, shown: &Shown) -> Result<Vec<Problem<K>>> {
    let mut problems = Vec::new();
    let known = service::pictures_to_show(scope, &shown.pictures).await?;
    problems.extend(missing(&shown.pictures, &known, &PICTURES));
    let known = service::files_to_show(scope, &shown.files).await?;
    problems.extend(missing(&shown.files, &known, &FILES));
    Ok(problems)
}

/// A column of ids.
struct Column {
    name: &'static str,
    most: usize,
    unknown: FieldKind,
    too_many: FieldKind,
    global: fn(Uuid) -> String,
}

const PICTURES: Column = Column {
    name: "pictures",
    most: MAX_PICTURES,
    unknown: FieldKind::PictureUnknown,
    too_many: FieldKind::PicturesTooMany,
    global: |id| PictureId(id).global(),
};
const FILES: Column = Column {
    name: "files",
    most: MAX_FILES,
    unknown: FieldKind::FileUnknown,
    too_many: FieldKind::FilesTooMany,
    global: |id| FileId(id).global(),
};

fn ids<K: Kind + From<FieldKind>>(
    values: &[&str],
    parse: fn(&str) -> Option<Uuid>,
    column: &Column,
    problems: &mut Vec<Problem<K>>,
) -> Vec<Uuid> {
    if values.len() > column.most {
        let problem = Problem::at(column.too_many.into(), column.name);
        problems.push(problem.with("most", u32::try_from(column.most).unwrap_or(u32::MAX)));
        return Vec::new();
    }
    let mut ids = Vec::new();
    for value in values {
        match parse(value) {
            Some(id) if ids.contains(&id) => {}
            Some(id) => ids.push(id),
            None => problems.push(unknown(column, value)),
        }
    }
    ids
}

fn missing<K: Kind + From<FieldKind>>(ids: &[Uuid], known: &HashSet<Uuid>, column: &Column) -> Vec<Problem<K>> {
    ids.iter().filter(|id| !known.contains(id)).map(|id| unknown(column, &(column.global)(*id))).collect()
}

fn unknown<K: Kind + From<FieldKind>>(column: &Column, value: &str) -> Problem<K> {
    let quoted: String = value.chars().take(60).collect();
    Problem::at(column.unknown.into(), column.name).with("value", quoted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_in_order_and_told_again() {
        let [one, two] = [1, 2].map(|number| PictureId(Uuid::from_u128(number)).global());
        let file = FileId(Uuid::from_u128(3)).global();
        let (shown, problems) = read::<FieldKind>(&[&two, &one, &two], &[&file]);
        assert!(problems.is_empty());
        assert_eq!(shown.pictures, [Uuid::from_u128(2), Uuid::from_u128(1)]);
        assert_eq!(told_pictures(&shown.pictures), format!("{two}|{one}"));
        assert_eq!(told_files(&shown.files), file);
        assert_eq!(told_files(&[]), "");
    }

    #[test]
    fn what_is_no_id_and_what_is_too_much_is_said_at_its_column() {
        let picture = PictureId(Uuid::from_u128(1)).global();
        let (shown, problems) = read::<FieldKind>(&["pic_x", &picture], &[&picture]);
        assert_eq!(shown.pictures, [Uuid::from_u128(1)]);
        let said: Vec<_> = problems.iter().map(|problem| (problem.kind, problem.field.as_deref())).collect();
        assert_eq!(said, [(FieldKind::PictureUnknown, Some("pictures")), (FieldKind::FileUnknown, Some("files"))]);
        let many = vec!["x"; 21];
        let (_, problems) = read::<FieldKind>(&many, &many);
        let said: Vec<_> = problems.iter().map(|problem| problem.kind).collect();
        assert_eq!(said, [FieldKind::PicturesTooMany, FieldKind::FilesTooMany]);
    }
}
