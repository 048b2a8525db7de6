//! Pictures and files that come with what is written.

use async_graphql::{Context, InputObject, Result};
use kernel::{
    error::Result as Done,
    history::Fields,
    refusal::{Kind, Outcome, Problem, Refused},
    scope::{Scope, Tx},
};
use media::{
    graphql::{File, Picture, decoded, decoded_file},
    service::{Accepted as AcceptedPicture, AcceptedFile},
};

use crate::{
    refusal::{Refusal, of_field},
    uploads,
};

/// New pictures and files of one mutation.
const MOST: usize = 10;

/// A picture that is uploaded with what it belongs to.
#[derive(Clone, Debug, InputObject)]
pub(crate) struct NewPictureInput {
    /// A JPEG, PNG or WebP of at most 8 MB, in base64.
    data_base64: String,
    /// What it shows, for those who do not see it.
    alt: String,
}

/// A file that is uploaded with what it belongs to.
#[derive(Clone, Debug, InputObject)]
pub(crate) struct NewFileInput {
    /// Its name.
    name: String,
    /// A PDF, a document, table or slides of an office program, or a text, of at most 8 MB, in base64.
    data_base64: String,
}

/// What was uploaded and can be kept.
pub(super) struct Accepted {
    pictures: Vec<AcceptedPicture>,
    files: Vec<AcceptedFile>,
}

/// Prepares what was uploaded, before a unit of work is begun: that takes its time.
pub(super) async fn accept(
    scope: &Scope,
    pictures: Vec<NewPictureInput>,
    files: Vec<NewFileInput>,
) -> Outcome<Accepted, Refusal> {
    let mut accepted = Accepted { pictures: Vec::new(), files: Vec::new() };
    for (field, count) in [("newPictures", pictures.len()), ("newFiles", files.len())] {
        if count > MOST {
            let most = u32::try_from(MOST).unwrap_or(u32::MAX);
            return Err(Problem::at(Refusal::TooMany, field).with("most", most).into());
        }
    }
    for NewPictureInput { data_base64, alt } in pictures {
        let prepared = match decoded(&data_base64) {
            Ok(bytes) => media::service::accept(scope, bytes, &alt).await,
            Err(kind) => Err(Problem::new(kind).into()),
        };
        accepted.pictures.push(at("newPictures", prepared)?);
    }
    for NewFileInput { name, data_base64 } in files {
        let prepared = match decoded_file(&data_base64) {
            Ok(bytes) => media::service::accept_file(scope, bytes, &name).await,
            Err(kind) => Err(Problem::new(kind).into()),
        };
        accepted.files.push(at("newFiles", prepared)?);
    }
    Ok(accepted)
}

/// What is wrong with a file, said at the list that it is in: it has no field of its own in forms.
fn at<T, K: Kind>(field: &'static str, outcome: Outcome<T, K>) -> Outcome<T, Refusal> {
    outcome.map_err(|refused| match refused {
        Refused::Fault(fault) => Refused::Fault(fault),
        Refused::Problems(problems) => {
            let problems = problems.into_iter().map(of_field);
            Refused::Problems(problems.map(|problem| Problem { field: Some(field.into()), ..problem }).collect())
        }
    })
}

/// Keeps what was uploaded, and names it in the fields that it belongs to.
pub(super) async fn add(tx: &mut Tx, accepted: Accepted, fields: &mut Fields) -> Done<()> {
    for picture in accepted.pictures {
        let id = media::service::store(tx, picture).await?;
        append(fields, "pictures", id.global());
    }
    for file in accepted.files {
        let id = media::service::store_file(tx, file).await?;
        append(fields, "files", id.global());
    }
    Ok(())
}

fn append(fields: &mut Fields, column: &str, id: String) {
    let list = fields.entry(column.to_owned()).or_default();
    if !list.is_empty() {
        list.push('|');
    }
    list.push_str(&id);
}

/// The pictures that fields name, in their order.
pub(super) async fn pictures(ctx: &Context<'_>, fields: &Fields) -> Result<Vec<Picture>> {
    media::graphql::pictures(ctx, &uploads::shown(fields).pictures).await
}

/// The files that fields name, in their order.
pub(super) async fn files(ctx: &Context<'_>, fields: &Fields) -> Result<Vec<File>> {
    media::graphql::files(ctx, &uploads::shown(fields).files).await
}
