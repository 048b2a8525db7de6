//! Accounts: who people are to a city.

use kernel::{entity_id, i18n::Lang};
use sea_orm::entity::prelude::*;

entity_id!(
    /// An account's id.
    AccountId,
    "acc"
);

/// Characters of an address that are shown to others in place of a name.
const SHOWN_OF_ADDRESS: usize = 3;

/// Somebody's account.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "account")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AccountId,
    /// Its address in the form of [`crate::normalise_address`]; none for people whom only a provider vouches for.
    pub email: Option<String>,
    /// When the person last showed that the address is theirs.
    pub email_verified_at: Option<ChronoDateTimeUtc>,
    /// What they want to be called, as others see it.
    pub name: Option<String>,
    /// The language of mails, by its tag.
    pub lang: String,
    /// When it was made.
    pub created_at: ChronoDateTimeUtc,
    /// When it last changed.
    pub updated_at: ChronoDateTimeUtc,
    /// When the person was last here.
    pub seen_at: ChronoDateTimeUtc,
    /// When they were told that the account will go, because they have not been here for long.
    pub warned_at: Option<ChronoDateTimeUtc>,
}

/// No relations: accounts are named by their ids.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// The language of mails.
    pub fn lang(&self) -> Lang {
        self.lang.parse().unwrap_or_default()
    }

    /// The address, if the person has shown that it is theirs.
    pub fn verified_email(&self) -> Option<&str> {
        self.email.as_deref().filter(|_| self.email_verified_at.is_some())
    }
}

/// What others see of who somebody is: the name, else the beginning of the address, never all of it.
pub fn display_name(account: &Model) -> String {
    if let Some(name) = &account.name {
        return name.clone();
    }
    let local = account.email.as_deref().and_then(|email| email.split('@').next()).unwrap_or_default();
    let shown = if local.chars().count() > SHOWN_OF_ADDRESS { SHOWN_OF_ADDRESS } else { 1 };
    local.chars().take(shown).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_never_shown_whole() {
        let at = chrono::DateTime::UNIX_EPOCH;
        for (name, email, shown) in [
            (Some("Anna"), Some("anna.nowak@example.org"), "Anna"),
            (None, Some("anna.nowak@example.org"), "ann…"),
            (None, Some("ola@example.org"), "o…"),
            (None, None, "…"),
        ] {
            let account = Model {
                id: AccountId(Uuid::nil()),
                email: email.map(str::to_owned),
                email_verified_at: None,
                name: name.map(str::to_owned),
                lang: "pl".to_owned(),
                created_at: at,
                updated_at: at,
                seen_at: at,
                warned_at: None,
            };
            assert_eq!(display_name(&account), shown);
        }
    }
}
