//! All that is known of a person: in one archive for them to take away, or erased for good.
//!
//! Each module that keeps anything about an account says how both are done for what it keeps ([`PersonalData`]); what
//! identity and the kernel keep is done here.

use std::io::{Cursor, Write as _};

use futures_util::future::BoxFuture;
use kernel::{
    audit,
    error::{Fault, Result},
    history,
    i18n::Lang,
    mail,
    refusal::{Outcome, Problem},
    scope::{Scope, Tx},
};
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use serde_json::{Value, json};
use zip::{CompressionMethod, ZipWriter, write::SimpleFileOptions};

use crate::{
    account::{self, AccountId, Model as Account},
    accounts, attempt, children, invitations, known_browser, link, policy, providers,
    refusal::Kind,
    roles, session, tokens,
};

/// Entries of the audit log that an archive holds.
const MAX_AUDIT: u64 = 1000;

/// What a module keeps about accounts.
#[derive(Clone, Copy)]
pub struct PersonalData {
    /// The module's name, and its file's in the archive.
    pub name: &'static str,
    /// All that it keeps about an account.
    pub export: for<'a> fn(&'a Scope, AccountId) -> BoxFuture<'a, Result<Value>>,
    /// Forgets it, or that it was theirs. Whoever erases commits.
    pub erase: for<'a> fn(&'a mut Tx, AccountId) -> BoxFuture<'a, Result<()>>,
}

/// The modules' ways, given to each request of the schema: a mutation erases with all of them or not at all.
#[derive(Clone, Copy)]
pub struct Modules(pub &'static [PersonalData]);

/// All that is known of an account, a JSON file per module; for its own person, and for the system.
pub async fn export(scope: &Scope, modules: &[PersonalData], id: AccountId) -> Result<Vec<(String, Vec<u8>)>> {
    allow(scope, id)?;
    let account = accounts::find(scope, id).await?.ok_or_else(Fault::not_found)?;
    let mut files = vec![file("identity", &own(scope, &account).await?)?];
    for module in modules {
        files.push(file(module.name, &(module.export)(scope, id).await?)?);
    }
    Ok(files)
}

/// All that is known of an account as a ZIP archive: the files of [`export`], and one that says what they are.
pub async fn archive(scope: &Scope, modules: &[PersonalData], id: AccountId) -> Result<Vec<u8>> {
    let files = export(scope, modules, id).await?;
    let written_on = scope.today().to_string();
    let readme = scope.text(
        "personal-data-readme",
        &[("city", scope.tenant.name.get(scope.lang).into()), ("date", written_on.as_str().into())],
    );
    audit::record(scope, "account.export", &id.global(), json!({})).await?;
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let files = std::iter::once(("README.txt".to_owned(), readme.into_bytes())).chain(files);
    for (name, content) in files {
        zip.start_file(name, options).map_err(Fault::internal)?;
        zip.write_all(&content)?;
    }
    Ok(zip.finish().map_err(Fault::internal)?.into_inner())
}

/// What somebody types to confirm that their account is to go: their address, or a phrase if they have none.
pub fn confirmation(scope: &Scope, account: &Account) -> String {
    account.email.clone().unwrap_or_else(|| scope.text("account-erase-phrase", &[]))
}

/// Erases an account after its person typed what [`confirmation`] says.
pub async fn erase_confirmed(tx: &mut Tx, modules: &[PersonalData], id: AccountId, typed: &str) -> Outcome<(), Kind> {
    allow(tx.scope(), id)?;
    let account = accounts::find_in(tx.db(), id).await?.ok_or_else(Fault::not_found)?;
    let typed = typed.trim().to_lowercase();
    let phrases = Lang::ALL.map(|lang| tx.scope().app().messages.format(lang, "account-erase-phrase", &[]));
    let is_phrase = account.email.is_none() && phrases.iter().any(|phrase| phrase.to_lowercase() == typed);
    if account.email.as_deref() != Some(typed.as_str()) && !is_phrase {
        let expected = confirmation(tx.scope(), &account);
        return Err(Problem::at(Kind::NotConfirmed, "confirm").with("expected", expected).into());
    }
    erase(tx, modules, id).await
}

/// Erases an account and all that is known of it, or that it was theirs; for its own person, and for the system.
///
/// What stays are entries of the audit log, which name the account by its id alone: with the account gone, the id leads
/// to nobody.
pub async fn erase(tx: &mut Tx, modules: &[PersonalData], id: AccountId) -> Outcome<(), Kind> {
    allow(tx.scope(), id)?;
    let account = accounts::find_in(tx.db(), id).await?.ok_or_else(Fault::not_found)?;
    if roles::is_last_admin(tx, id).await? {
        return Err(Problem::new(Kind::LastAdmin).into());
    }
    for module in modules {
        (module.erase)(tx, id).await?;
    }
    children::forget(tx, id).await?;
    tokens::forget(tx, id).await?;
    let email = account.email.as_deref();
    invitations::forget(tx, id, email).await?;
    roles::forget(tx, id).await?;
    if let Some(email) = email {
        attempt::Entity::delete_many().filter(attempt::Column::Email.eq(email)).exec(tx.db()).await?;
    }
    known_browser::Entity::delete_many().filter(known_browser::Column::AccountId.eq(id)).exec(tx.db()).await?;
    session::Entity::delete_many().filter(session::Column::AccountId.eq(id)).exec(tx.db()).await?;
    link::Entity::delete_many().filter(link::Column::AccountId.eq(id)).exec(tx.db()).await?;
    mail::forget(tx, id.0, email).await?;
    history::forget_account(tx, id.0).await?;
    account::Entity::delete_by_id(id).exec(tx.db()).await?;
    audit::append(tx, "account.erase", &id.global(), json!({})).await?;
    Ok(())
}

/// Others' accounts are not even known to be there.
fn allow(scope: &Scope, id: AccountId) -> Result<()> {
    if policy::may_dispose_of(&scope.actor, id.0) {
        return Ok(());
    }
    scope.person()?;
    Err(Fault::not_found())
}

fn file(name: &str, content: &Value) -> Result<(String, Vec<u8>)> {
    Ok((format!("{name}.json"), serde_json::to_vec_pretty(content).map_err(Fault::internal)?))
}

/// What identity and the kernel keep.
async fn own(scope: &Scope, account: &Account) -> Result<Value> {
    let db = scope.db().await?;
    let id = account.id;
    let institution = |party: Option<uuid::Uuid>| party.map(|party| directory::InstitutionId(party).global());
    let sessions = session::Entity::find()
        .filter(session::Column::AccountId.eq(id))
        .order_by_asc(session::Column::CreatedAt)
        .all(&*db)
        .await?;
    let browsers = known_browser::Entity::find().filter(known_browser::Column::AccountId.eq(id)).all(&*db).await?;
    let (sign_ins, invitations) = match &account.email {
        Some(email) => (
            attempt::Entity::find().filter(attempt::Column::Email.eq(email)).all(&*db).await?,
            invitations::known_of(scope, email).await?,
        ),
        None => (Vec::new(), Vec::new()),
    };
    let children = children::known_of(scope, id).await?;
    let tokens = tokens::known_of(scope, id).await?;
    let links = providers::of(scope, id).await?;
    let grants = roles::of(scope, id).await?;
    let mails = mail::known_of(scope, id.0).await?;
    let mut noted = audit::newest(scope, Some(&id.global()), None, MAX_AUDIT).await?;
    // Who looked at a child is its guardian's to know.
    for child in &children {
        noted.extend(audit::newest(scope, Some(&child.id.global()), None, MAX_AUDIT).await?);
    }
    Ok(json!({
        "account": {
            "id": id.global(),
            "email": account.email,
            "emailVerifiedAt": account.email_verified_at,
            "name": account.name,
            "language": account.lang,
            "createdAt": account.created_at,
            "updatedAt": account.updated_at,
            "seenAt": account.seen_at,
            "warnedAt": account.warned_at,
        },
        "providers": links.iter().map(|link| json!({
            "issuer": link.issuer, "subject": link.subject, "email": link.email, "linkedAt": link.created_at,
        })).collect::<Vec<_>>(),
        "roles": grants.iter().map(|grant| json!({
            "role": grant.role.as_str(), "institution": institution(grant.party),
        })).collect::<Vec<_>>(),
        "children": children.iter().map(|child| json!({
            "id": child.id.global(),
            "name": child.name,
            "birthDate": child.birth_date,
            "interests": child.interests.0,
            "home": child.home_label,
            "homeLat": child.home_lat,
            "homeLon": child.home_lon,
            "school": child.school_id.map(directory::InstitutionId::global),
            "createdAt": child.created_at,
            "updatedAt": child.updated_at,
        })).collect::<Vec<_>>(),
        "sessions": sessions.iter().map(|session| json!({
            "device": session.device,
            "host": session.host,
            "openedAt": session.created_at,
            "seenAt": session.seen_at,
            "endsAt": session.expires_at,
        })).collect::<Vec<_>>(),
        "browsersSeenAt": browsers.iter().map(|browser| browser.seen_at).collect::<Vec<_>>(),
        "signIns": sign_ins.iter().map(|sign_in| json!({
            "host": sign_in.host, "begunAt": sign_in.created_at, "tries": sign_in.tries, "usedAt": sign_in.used_at,
        })).collect::<Vec<_>>(),
        "invitations": invitations.iter().map(|invitation| json!({
            "role": invitation.role,
            "institution": institution(invitation.party),
            "writtenAt": invitation.created_at,
            "acceptedAt": invitation.accepted_at,
            "revokedAt": invitation.revoked_at,
        })).collect::<Vec<_>>(),
        "apiTokens": tokens.iter().map(|token| json!({
            "name": token.name,
            "hint": token.hint,
            "role": token.role,
            "institution": institution(token.party),
            "createdAt": token.created_at,
            "expiresAt": token.expires_at,
            "lastUsedAt": token.last_used_at,
            "revokedAt": token.revoked_at,
        })).collect::<Vec<_>>(),
        "mails": mails.iter().map(|(template, written, sent)| json!({
            "kind": template, "writtenAt": written, "sentAt": sent,
        })).collect::<Vec<_>>(),
        "auditLog": noted.iter().map(|entry| json!({
            "at": entry.at, "actor": entry.actor, "action": entry.action, "details": entry.details,
        })).collect::<Vec<_>>(),
    }))
}
