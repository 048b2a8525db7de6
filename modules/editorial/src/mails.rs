//! What the desk tells people.

use kernel::{error::Result, mail::Lane, page::path_name, scope::Tx};
use notices::Telling;
use serde_json::json;
use uuid::Uuid;

use crate::{
    entries,
    states::Status,
    submission::{Model, SubmissionId},
};

/// What the centre calls a proposal.
const ENTITY: &str = "submission";

/// The path of the page on which an author reads what became of a proposal, without language.
pub(crate) fn path(submission: SubmissionId) -> String {
    format!("/pulpit/zgloszenie/{}", submission.global())
}

/// Tells the author of a proposal what was decided. `entry` is the entry that it went into.
pub(crate) async fn decided(tx: &mut Tx, row: &Model, entry: Option<Uuid>) -> Result<()> {
    let template = match row.status {
        Status::SentBack => "editorial/sent_back",
        Status::Approved => "editorial/approved",
        Status::Rejected => "editorial/rejected",
        Status::Merged => "editorial/merged",
        Status::Draft | Status::Waiting | Status::Withdrawn => return Ok(()),
    };
    // Who decides what they proposed themselves knows it.
    let Some(author) = row.account_id.filter(|author| tx.scope().actor.account() != Some(author.0)) else {
        return Ok(());
    };
    let Some(account) = identity::accounts::find(tx.scope(), author).await? else { return Ok(()) };
    let entry = entry.map(|id| {
        let folder = row.kind.told().folder;
        format!("/{folder}/{}/{}", entries::global(row.kind, id), path_name(&row.title))
    });
    let args = json!({ "title": row.title, "reason": row.reason, "path": path(row.id), "entry": entry });
    let (title, path) = (row.title.clone(), path(row.id));
    let telling = Telling { lane: Lane::Normal, template, args, title, path, about: (ENTITY, row.id.0) };
    notices::tell(tx, &account, telling).await?;
    Ok(())
}
