//! What is written to those who answer for an institution.

use std::collections::BTreeMap;

use directory::InstitutionId;
use identity::{Account, AccountId, display_name};
use kernel::{
    error::Result,
    i18n::Lang,
    mail::{self, Lane, Mail},
    scope::{Scope, Tx},
};
use serde_json::{Value, json};
use uuid::Uuid;

use super::invitation::{InvitationKind, Model};
use crate::{
    event::Model as Event,
    notices::{path, send, words},
};

/// The page on which invitations are answered, without language.
const INVITATIONS: &str = "/konto/wydarzenia#zaproszenia";

/// Whom something is written to.
#[derive(Debug, Default)]
pub(super) struct Recipients {
    accounts: Vec<Account>,
    /// The event's own address for questions, where nobody answers for its organisers.
    contact: Option<String>,
}

impl Recipients {
    /// Those who answer for one of these institutions, each once, without who writes; else the event's address.
    pub(super) async fn organisers(scope: &Scope, event: &Event, owners: &[Uuid]) -> Result<Self> {
        let (accounts, anybody) = managers(scope, owners).await?;
        let contact = if anybody { None } else { event.email.clone() };
        Ok(Self { accounts, contact })
    }

    /// Those who answer for an institution.
    pub(super) async fn of(scope: &Scope, institution: Uuid) -> Result<Self> {
        Ok(Self { accounts: managers(scope, &[institution]).await?.0, contact: None })
    }

    /// Whether there is nobody.
    pub(super) fn is_nobody(&self) -> bool {
        self.accounts.is_empty() && self.contact.is_none()
    }

    async fn write(&self, tx: &mut Tx, template: &'static str, args: &Value, event: &Event) -> Result<usize> {
        let scope = tx.scope().clone();
        let said = |lang: Lang, has_account: bool| {
            let mut args = args.clone();
            args["when"] = words::schedule(&words::speaking(&scope, lang), event).into();
            args["has_account"] = has_account.into();
            args
        };
        let mut written = 0;
        for account in &self.accounts {
            let mailed = send(tx, account, event, template, said(account.lang(), true)).await?;
            written += usize::from(mailed);
        }
        if let Some(address) = &self.contact {
            let (lane, lang, to, args) = (Lane::Normal, Lang::default(), address.clone(), said(Lang::default(), false));
            mail::enqueue(tx, Mail { lane, template, lang, to, account: None, args, unsubscribe: None }).await?;
            written += 1;
        }
        Ok(written)
    }
}

/// Those who answer for one of these institutions, each once, without who acts; and whether there is anybody at all.
async fn managers(scope: &Scope, institutions: &[Uuid]) -> Result<(Vec<Account>, bool)> {
    let mut all = BTreeMap::new();
    for institution in institutions {
        let managers = identity::accounts::managers(scope, *institution).await?;
        all.extend(managers.into_iter().filter(|one| one.verified_email().is_some()).map(|one| (one.id, one)));
    }
    let anybody = !all.is_empty();
    if let Some(own) = scope.actor.account() {
        all.remove(&AccountId(own));
    }
    Ok((all.into_values().collect(), anybody))
}

/// What a message to organisers says besides its text.
pub(super) struct Message<'a> {
    pub(super) institution: Option<Uuid>,
    pub(super) text: &'a str,
    /// Whether who answers may see the sender's address.
    pub(super) with_address: bool,
}

/// Writes a message to an event's organisers.
pub(super) async fn message(
    tx: &mut Tx,
    event: &Event,
    to: &Recipients,
    Message { institution, text, with_address }: Message<'_>,
) -> Result<usize> {
    let scope = tx.scope().clone();
    let sender = identity::accounts::own(&scope).await?;
    let address = sender.as_ref().filter(|_| with_address).and_then(|sender| sender.verified_email());
    let args = json!({
        "title": event.title,
        "path": path(event),
        "sender": sender.as_ref().map(display_name),
        "institution": name(&scope, institution).await?,
        "text": text,
        "reply_to": address,
        "about": scope.actor.account(),
    });
    to.write(tx, "events/message", &args, event).await
}

/// Tells the other side of an invitation, or of a wish to join.
pub(super) async fn asked(tx: &mut Tx, event: &Event, row: &Model, owners: &[Uuid], to: &Recipients) -> Result<usize> {
    let template = match row.kind {
        InvitationKind::Invite => "events/invited",
        InvitationKind::Ask => "events/asked_to_join",
    };
    let args = said(tx.scope(), event, row, owners).await?;
    to.write(tx, template, &args, event).await
}

/// Tells those who asked what was answered.
pub(super) async fn answered(
    tx: &mut Tx,
    event: &Event,
    row: &Model,
    (owners, accepted): (&[Uuid], bool),
    to: &Recipients,
) -> Result<usize> {
    let mut args = said(tx.scope(), event, row, owners).await?;
    args["accepted"] = accepted.into();
    args["kind"] = if row.kind == InvitationKind::Invite { "INVITE" } else { "ASK" }.into();
    to.write(tx, "events/answered", &args, event).await
}

async fn said(scope: &Scope, event: &Event, row: &Model, owners: &[Uuid]) -> Result<Value> {
    let sender = identity::accounts::own(scope).await?;
    Ok(json!({
        "title": event.title,
        "path": path(event),
        "organiser": name(scope, owners.first().copied()).await?,
        "institution": name(scope, Some(row.institution_id.0)).await?,
        "sender": sender.as_ref().map(display_name),
        "text": row.message,
        "answer": INVITATIONS,
        "about": scope.actor.account(),
    }))
}

/// What an institution is called; nothing for the city.
async fn name(scope: &Scope, institution: Option<Uuid>) -> Result<Option<String>> {
    let Some(id) = institution else { return Ok(None) };
    Ok(directory::service::find(scope, InstitutionId(id)).await?.map(|institution| institution.name.clone()))
}
