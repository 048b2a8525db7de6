use std::sync::Arc;

use kernel::{
    entry::State,
    error::{Fault, Result},
    refusal::{Outcome, Problem},
    scope::Scope,
};
use media::{PictureId, Refusal, Use};
use sea_orm::{ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _};

use super::{lock, record, set_picture, told};
use crate::{
    activity::{ActivityId, Column, Entity, Model},
    policy,
    search::Card,
};

/// Gives an activity a picture, or takes it away. Begins and commits by itself, since preparing a picture takes its time.
/// A picture that no activity shows any more is let go.
pub async fn put_picture(
    scope: &Scope,
    id: &str,
    file: Option<Result<Vec<u8>, Refusal>>,
    alt: &str,
) -> Outcome<Arc<Card>, Refusal> {
    scope.person()?;
    let id = ActivityId::parse(id).ok_or_else(Fault::not_found)?;
    kept(scope, record(scope, id).await?)?;
    let accepted = match file {
        Some(Ok(bytes)) => Some(media::service::accept(scope, bytes, alt).await?),
        Some(Err(kind)) => return Err(Problem::at(kind, "dataBase64").into()),
        None => None,
    };
    let mut tx = scope.begin().await?;
    // Looked at once more, since others may have given it another picture meanwhile.
    let before = kept(scope, lock(&tx, id).await?)?;
    let picture = match accepted {
        Some(accepted) => {
            let picture = media::service::store(&mut tx, accepted).await?;
            media::service::attach(&mut tx, picture, Use::Catalogue).await?;
            Some(picture)
        }
        None => None,
    };
    set_picture(&mut tx, id, picture.map(|picture| picture.0)).await?;
    if let Some(old) = before.picture_id {
        // An entry copied to the next term shows the same picture.
        let still_shown = Entity::find().filter(Column::PictureId.eq(old)).count(tx.db()).await?;
        if still_shown == 0 {
            media::service::release(&mut tx, PictureId(old)).await?;
        }
    }
    tx.commit().await?;
    scope.settle().await?;
    let row = record(&scope.fresh(), id).await?;
    let card = told(&scope.fresh(), row.into_iter().collect()).await?.pop();
    Ok(card.ok_or_else(Fault::not_found)?)
}

/// The activity, if who acts keeps it.
fn kept(scope: &Scope, row: Option<Model>) -> Result<Model> {
    let row = row.ok_or_else(Fault::not_found)?;
    if policy::may_keep(&scope.actor, row.institution_id) {
        return Ok(row);
    }
    Err(if row.state == State::Published { Fault::forbidden() } else { Fault::not_found() })
}
