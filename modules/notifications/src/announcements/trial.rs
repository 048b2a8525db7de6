//! Trying an announcement on oneself: the very mail that readers get, before anybody else does.

use std::time::Duration;

use kernel::{
    error::Code,
    limits::Rule,
    mail::{self, Lane, Mail},
    refusal::{Outcome, Problem},
    scope::Tx,
};
use notices::{Frequency, What};
use sea_orm::ActiveEnum as _;
use serde_json::json;

use super::{
    announcement::{AnnouncementId, Model},
    refusal::Refusal,
    sending::told,
    service::locked,
};

/// How often one may try.
const TRIALS: Rule = Rule { name: "announcement.trial", tries: 10, window: Duration::from_secs(3600) };

/// Mails an announcement to who acts, as readers would get it.
pub(crate) async fn try_on_oneself(tx: &mut Tx, id: Option<AnnouncementId>) -> Outcome<Model, Refusal> {
    let row = locked(tx, id).await?;
    let scope = tx.scope().clone();
    let account = identity::accounts::own(&scope).await?;
    let Some((account, to)) = account.as_ref().and_then(|account| Some((account, account.verified_email()?))) else {
        return Err(Problem::at(Refusal::AddressMissing, "id").into());
    };
    match scope.app().limits.take(&scope, TRIALS, &account.id.global()).await {
        Err(fault) if fault.code == Code::RateLimited => {
            return Err(Problem::at(Refusal::TriedTooOften, "id").into());
        }
        outcome => outcome?,
    }
    let told = told(&scope, &row).await?;
    let mut speaking = scope.clone();
    speaking.lang = account.lang();
    let headline = speaking.text(What::Announcement.key(), &[]);
    let item = json!({
        "kind": What::Announcement.to_value(),
        "headline": headline,
        "title": row.subject,
        "path": null,
        "organiser": told.facts.get("organiser"),
        "summary": null,
        "details": [],
        "reasons": [],
        "body": row.body,
        "link": row.link.as_ref().map(|href| json!({ "href": href, "label": row.link_label })),
    });
    let args = json!({
        "is_trial": true,
        "subject": format!("{headline}: {}", row.subject),
        "frequency": Frequency::AtOnce.to_value(),
        "count": 1,
        "more": 0,
        "centre": "/konto/powiadomienia",
        "groups": [{ "title": "", "for_child": false, "items": [item] }],
        "subscriptions": "/konto/subskrypcje",
        "pause": "/konto/subskrypcje",
    });
    let mail = Mail {
        lane: Lane::Normal,
        template: "notices/gathered",
        lang: account.lang(),
        to: to.to_owned(),
        account: Some(account.id.0),
        args,
        unsubscribe: None,
    };
    mail::enqueue(tx, mail).await?;
    Ok(row)
}
