//! Uploads that a proposal refers to: kept until it is decided, since what nothing uses is forgotten after a while.

use kernel::{
    error::Result,
    history::Fields,
    refusal::{Outcome, none_of},
    scope::Tx,
};
use media::fields::{FieldKind, Shown, problems, read};

use crate::{
    refusal::{Refusal, of_field},
    submission::SubmissionId,
};

/// What proposals are called where uploads are kept.
const ENTITY: &str = "submission";

/// Keeps for a proposal what its fields refer to. Nobody shows what others uploaded, but for what is shown already.
pub(crate) async fn hold(tx: &mut Tx, id: SubmissionId, fields: &Fields) -> Outcome<(), Refusal> {
    let (shown, mut found) = told(fields);
    found.extend(problems::<FieldKind>(tx.scope(), &shown).await?);
    none_of(found.into_iter().map(of_field).collect())?;
    Ok(media::service::show(tx, ENTITY, id.0, &shown).await?)
}

/// Lets go of what a proposal referred to: it is decided, or no more.
pub(crate) async fn let_go(tx: &mut Tx, id: SubmissionId) -> Result<()> {
    media::service::show(tx, ENTITY, id.0, &Shown::default()).await
}

/// What fields refer to, and what they name that is none.
fn told(fields: &Fields) -> (Shown, Vec<kernel::refusal::Problem<FieldKind>>) {
    let list = |column: &str| -> Vec<&str> {
        let list = fields.get(column).map(String::as_str).unwrap_or_default();
        list.split('|').map(str::trim).filter(|id| !id.is_empty()).collect()
    };
    read(&list("pictures"), &list("files"))
}

/// The pictures and files that fields refer to, as far as they are any.
pub(crate) fn shown(fields: &Fields) -> Shown {
    told(fields).0
}
