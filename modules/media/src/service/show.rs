//! What entries show.

use std::collections::HashSet;

use kernel::{error::Result, scope::Tx};
use uuid::Uuid;

use super::{
    attach_for_catalogue,
    files::{attach_file, release_file},
    let_go,
};
use crate::{FileId, PictureId, fields::Shown, shown};

/// Says what an entry shows from now on, in the transaction that writes it. What is new to the entry is attached to the
/// catalogue: who acts must own it or be an editor, unless the catalogue shows it already. What no entry shows any more is
/// released, and forgotten in two days. NOT_FOUND for what is not there; [`crate::fields::problems`] says it at its field
/// before.
///
/// Whatever keeps ids of pictures and files for later, such as a proposal that waits, says so here too, with an entity of
/// its own, and shows nothing at its end.
pub async fn show(tx: &mut Tx, entity: &str, id: Uuid, shows: &Shown) -> Result<()> {
    let before: HashSet<Uuid> = shown::of(tx.scope(), entity, id).await?.into_iter().collect();
    let after: HashSet<Uuid> = shows.pictures.iter().chain(&shows.files).copied().collect();
    // In the order of their ids, so that no two units of work wait for each other's.
    let mut new: Vec<(Uuid, bool)> = shows.pictures.iter().map(|id| (*id, true)).collect();
    new.extend(shows.files.iter().map(|id| (*id, false)));
    new.retain(|(media, _)| !before.contains(media));
    new.sort_unstable();
    new.dedup();
    for (media, is_picture) in new {
        if is_picture {
            attach_for_catalogue(tx, PictureId(media)).await?;
        } else {
            attach_file(tx, FileId(media)).await?;
        }
        shown::add(tx, entity, id, media).await?;
    }
    let mut gone: Vec<Uuid> = before.difference(&after).copied().collect();
    gone.sort_unstable();
    for media in gone {
        shown::remove(tx, entity, id, media).await?;
        if !shown::is_shown(tx, media).await? {
            // An id is a picture's or a file's; the other of the two finds nothing.
            let_go(tx, PictureId(media)).await?;
            release_file(tx, FileId(media)).await?;
        }
    }
    Ok(())
}
