//! Who asks and supports: an account, an address, or both; and what is kept of an address.
//!
//! An address that a mail may have to go to later is kept sealed. To tell people from each other, its digest is kept.
//! Addresses are few enough to be guessed, so a plain hash would give them away; the digest takes the installation's
//! secret, and means something in one city only.

use identity::{AccountId, normalise_address};
use kernel::{
    error::Result,
    refusal::{Outcome, Problem},
    scope::{Scope, Tx},
};
use sea_orm::{ColumnTrait, Condition};

use crate::{policy, refusal::Refusal};

/// What digests and seals of addresses are for.
const PURPOSE: &str = "debate-address";

/// Somebody who asks or supports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Person {
    /// Their address, as [`normalise_address`] writes it.
    pub(crate) email: String,
    /// Its digest.
    pub(crate) digest: String,
    /// Their account, if they have one.
    pub(crate) account: Option<AccountId>,
    /// Whether the portal knows that the address is theirs.
    pub(crate) is_confirmed: bool,
}

impl Person {
    /// Whoever acts, if the portal knows their address; else whoever that address belongs to, which is to be seen.
    pub(crate) async fn who_acts(scope: &Scope, email: Option<&str>) -> Outcome<Self, Refusal> {
        let account = account_of(scope).await?;
        let verified = account.as_ref().and_then(|account| account.verified_email()).map(str::to_owned);
        let is_confirmed = verified.is_some();
        let email = verified.or_else(|| normalise_address(email.unwrap_or_default()));
        let email = email.ok_or_else(|| Problem::at(Refusal::EmailInvalid, "email"))?;
        let digest = digest(scope, &email)?;
        Ok(Self { email, digest, account: account.map(|account| account.id), is_confirmed })
    }

    /// Whoever has shown that an address is theirs, with the account that it belongs to.
    pub(crate) async fn by_address(tx: &Tx, email: String, account: Option<AccountId>) -> Result<Self> {
        let owner = match account {
            Some(_) => None,
            None => identity::accounts::by_address(tx.db(), &email).await?,
        };
        let owner = owner.filter(|account| account.verified_email().is_some());
        let account = account.or(owner.map(|account| account.id));
        let digest = digest(tx.scope(), &email)?;
        Ok(Self { email, digest, account, is_confirmed: true })
    }

    /// The rows that are this person's, by the two columns that say so.
    pub(crate) fn rows(&self, digest: impl ColumnTrait, account: impl ColumnTrait) -> Condition {
        let by_address = Condition::any().add(digest.eq(self.digest.as_str()));
        match self.account {
            Some(id) => by_address.add(account.eq(id)),
            None => by_address,
        }
    }
}

/// The account of who acts in a browser.
async fn account_of(scope: &Scope) -> Result<Option<identity::Account>> {
    match policy::in_browser(&scope.actor) {
        Some(_) => identity::accounts::own(scope).await,
        None => Ok(None),
    }
}

/// Digest and account of who acts in a browser, as far as they are known: what tells their own rows.
pub(crate) async fn known(scope: &Scope) -> Result<(Option<AccountId>, Option<String>)> {
    let Some(account) = account_of(scope).await? else { return Ok((None, None)) };
    let digest = account.verified_email().map(|email| digest(scope, email)).transpose()?;
    Ok((Some(account.id), digest))
}

/// What is kept of an address to tell people from each other.
pub(crate) fn digest(scope: &Scope, address: &str) -> Result<String> {
    scope.app().keys.sign(&scope.purpose(PURPOSE), address.as_bytes())
}

/// What is kept of an address to write to.
pub(crate) fn sealed(scope: &Scope, address: &str) -> Result<String> {
    scope.app().keys.seal(&scope.purpose(PURPOSE), address.as_bytes())
}

/// The address that was sealed.
pub(crate) fn opened(scope: &Scope, sealed: &str) -> Option<String> {
    String::from_utf8(scope.app().keys.open(&scope.purpose(PURPOSE), sealed)?).ok()
}
