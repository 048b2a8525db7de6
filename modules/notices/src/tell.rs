//! Telling one account something that concerns it alone: by mail as it happens, and in the centre.

use identity::Account;
use kernel::{
    changes::Operation,
    error::{Fault, Result},
    mail::{self, Lane, Mail},
    scope::Tx,
};
use sea_orm::ActiveModelTrait as _;
use sea_orm::EntityTrait as _;
use serde_json::Value;
use uuid::Uuid;

use crate::{
    ENTITY, MODULE,
    content::Content,
    notice::{ActiveModel, Entity, Model, NoticeId},
    readers,
    what::{Frequency, What},
};

/// What one account is told.
#[derive(Clone, Debug)]
pub struct Telling {
    /// The lane of the mail.
    pub lane: Lane,
    /// The mail's template. The centre says it with the message `notices-told-` and the template's name, with `-` for
    /// `/` and `_`, whose argument is `title`.
    pub template: &'static str,
    /// The template's arguments.
    pub args: Value,
    /// What it is about, as its reader knows it.
    pub title: String,
    /// Where that is seen: a path without language.
    pub path: String,
    /// The entity and id of what it is about.
    pub about: (&'static str, Uuid),
}

/// The message by which the centre says what a mail of that template does.
pub(crate) fn key(template: &str) -> String {
    format!("notices-told-{}", template.replace(['/', '_'], "-"))
}

/// Tells an account something: by mail, if it has shown that its address is its own, and in the centre, if the city has
/// one. Returns whether a mail was written.
///
/// Nobody is written to who has not shown that the address is theirs.
pub async fn tell(tx: &mut Tx, account: &Account, telling: Telling) -> Result<bool> {
    let Telling { lane, template, args, title, path, about: (entity, entity_id) } = telling;
    let address = account.verified_email().map(str::to_owned);
    let is_mailed = address.is_some();
    if let Some(to) = address {
        let (lang, id) = (account.lang(), account.id.0);
        let mail = Mail { lane, template, lang, to, account: Some(id), args, unsubscribe: None };
        mail::enqueue(tx, mail).await?;
    }
    if !tx.scope().tenant.has(Some(MODULE)) {
        return Ok(is_mailed);
    }
    let reader = readers::of_account(tx, account.id).await?;
    let now = tx.scope().now();
    let content =
        Content { title, path, happened: [What::Decision].into(), key: Some(key(template)), ..Content::default() };
    let row = Model {
        id: NoticeId::new(now),
        reader_id: reader.id,
        what: What::Decision,
        entity: entity.to_owned(),
        entity_id,
        told: serde_json::to_value(&content).map_err(Fault::internal)?,
        reasons: Vec::new().into(),
        is_urgent: false,
        frequency: Frequency::AtOnce,
        waiting: None,
        due_at: now,
        created_at: now,
        updated_at: now,
        mailed_at: is_mailed.then_some(now),
        read_at: None,
    };
    Entity::insert(ActiveModel::from(row).reset_all()).exec_without_returning(tx.db()).await?;
    tx.changed(ENTITY, reader.id.0, Operation::Upsert);
    Ok(is_mailed)
}
