//! Whom a review is told to, by mail and in the centre.

use activities::{Activity, ActivityId};
use identity::{Account, display_name};
use kernel::{error::Result, mail::Lane, markdown::to_summary, page::path_name, scope::Tx};
use notices::Telling;
use serde_json::{Value, json};

use crate::{ENTITY, review::Model};

/// Characters of a review or an answer that a mail quotes.
const QUOTED: usize = 300;

/// Tells the managers of an activity's institution that a review of it is public.
pub(crate) async fn published(tx: &mut Tx, review: &Model, activity: &Activity) -> Result<()> {
    let Some(institution) = activity.institution_id else { return Ok(()) };
    let managers = identity::accounts::managers(tx.scope(), institution.0).await?;
    if managers.is_empty() {
        return Ok(());
    }
    let author = identity::accounts::find(tx.scope(), review.account_id).await?;
    let args = json!({
        "title": activity.title,
        "path": path(activity.id, &activity.title),
        "stars": review.stars,
        "author": author.as_ref().map(display_name),
        "about": review.account_id.0,
        "text": to_summary(&review.text, QUOTED),
    });
    for manager in &managers {
        tell(tx, "reviews/published", (review, activity), manager, args.clone()).await?;
    }
    Ok(())
}

/// The same for a review whose activity is yet to be read.
pub(crate) async fn published_by_id(tx: &mut Tx, review: &Model) -> Result<()> {
    match activities::service::record(tx.scope(), review.activity_id).await? {
        Some(activity) => published(tx, review, &activity).await,
        None => Ok(()),
    }
}

/// Tells the author that an editor rejected it, and why.
pub(crate) async fn rejected(tx: &mut Tx, review: &Model) -> Result<()> {
    to_author(tx, "reviews/rejected", review, "reason", review.reason.clone().unwrap_or_default()).await
}

/// Tells the author that the provider answered.
pub(crate) async fn replied(tx: &mut Tx, review: &Model) -> Result<()> {
    let reply = to_summary(review.reply.as_deref().unwrap_or_default(), QUOTED);
    to_author(tx, "reviews/replied", review, "reply", reply).await
}

async fn to_author(
    tx: &mut Tx,
    template: &'static str,
    review: &Model,
    name: &'static str,
    said: String,
) -> Result<()> {
    let account = identity::accounts::find(tx.scope(), review.account_id).await?;
    let activity = activities::service::record(tx.scope(), review.activity_id).await?;
    let (Some(account), Some(activity)) = (account, activity) else { return Ok(()) };
    let args = json!({ "title": activity.title, "path": path(activity.id, &activity.title), name: said });
    tell(tx, template, (review, &activity), &account, args).await
}

async fn tell(
    tx: &mut Tx,
    template: &'static str,
    (review, activity): (&Model, &Activity),
    account: &Account,
    args: Value,
) -> Result<()> {
    let telling = Telling {
        lane: Lane::Normal,
        template,
        args,
        title: activity.title.clone(),
        path: path(activity.id, &activity.title),
        about: (ENTITY, review.id.0),
    };
    notices::tell(tx, account, telling).await?;
    Ok(())
}

/// The path of an activity's page, at its reviews.
fn path(id: ActivityId, title: &str) -> String {
    format!("/zajecia/{}/{}#opinie", id.global(), path_name(title))
}
