//! Who somebody is to a city: the roles there are, and the grants a person holds.
//!
//! What a role may do is said where the thing is: in each module's `policy`.

use std::{fmt, str::FromStr};

use uuid::Uuid;

/// What somebody may be in a city, from least to most.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Anybody with an account.
    Citizen,
    /// Writes for one organisation; others check it.
    Contributor,
    /// Answers for one organisation, and for its people.
    Manager,
    /// Keeps the city's catalogue.
    Editor,
    /// Appoints editors and managers, and answers for the city's data.
    Admin,
    /// Runs the platform.
    Operator,
}

impl Role {
    /// All of them, from least to most.
    pub const ALL: [Self; 6] =
        [Self::Citizen, Self::Contributor, Self::Manager, Self::Editor, Self::Admin, Self::Operator];

    /// The role's name in tables, commands and files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Citizen => "citizen",
            Self::Contributor => "contributor",
            Self::Manager => "manager",
            Self::Editor => "editor",
            Self::Admin => "admin",
            Self::Operator => "operator",
        }
    }

    /// Whether the role is held at one organisation, not over the whole city.
    pub fn is_of_party(self) -> bool {
        matches!(self, Self::Contributor | Self::Manager)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Role {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        Self::ALL.into_iter().find(|role| role.as_str() == name).ok_or_else(|| {
            let names: Vec<_> = Self::ALL.iter().map(|role| role.as_str()).collect();
            format!("\"{name}\" is no role; there are {}", names.join(", "))
        })
    }
}

/// A role, and the organisation it is held at, if it is one's of an organisation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Grant {
    /// What.
    pub role: Role,
    /// Where; none for the whole city.
    pub party: Option<Uuid>,
}

/// How somebody showed who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Via {
    /// Signed in with a browser: this session.
    Session(Uuid),
    /// A program with an API token: this one.
    Token(Uuid),
}

/// Somebody who signed in, with the rights that they have at this moment and by this way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their account.
    pub account: Uuid,
    /// How they signed in.
    pub via: Via,
    /// What they hold besides being a citizen. A token's person holds no more than the token.
    pub grants: Vec<Grant>,
}

impl Person {
    /// Whether they hold that role, or a greater one, over the whole city.
    pub fn is_at_least(&self, role: Role) -> bool {
        role == Role::Citizen || self.grants.iter().any(|grant| grant.party.is_none() && grant.role >= role)
    }

    /// The greatest role that they hold at an organisation itself.
    pub fn role_at(&self, party: Uuid) -> Option<Role> {
        self.grants.iter().filter(|grant| grant.party == Some(party)).map(|grant| grant.role).max()
    }

    /// Whether they hold that role or a greater one at an organisation, or answer for the whole city as its editor.
    pub fn is_at_least_at(&self, role: Role, party: Uuid) -> bool {
        self.is_at_least(Role::Editor) || self.role_at(party).is_some_and(|held| held >= role)
    }

    /// The organisations at which they hold that role or a greater one.
    pub fn parties(&self, role: Role) -> impl Iterator<Item = Uuid> {
        self.grants.iter().filter(move |grant| grant.role >= role).filter_map(|grant| grant.party)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_at_an_organisation_counts_there_and_nowhere_else() {
        let (here, there) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let person = |role, party| Person {
            account: Uuid::nil(),
            via: Via::Session(Uuid::nil()),
            grants: vec![Grant { role, party }],
        };
        let manager = person(Role::Manager, Some(here));
        assert!(manager.is_at_least_at(Role::Contributor, here) && manager.is_at_least_at(Role::Manager, here));
        assert!(!manager.is_at_least_at(Role::Contributor, there));
        assert!(!manager.is_at_least(Role::Contributor) && manager.is_at_least(Role::Citizen));
        let editor = person(Role::Editor, None);
        assert!(editor.is_at_least_at(Role::Manager, there) && !editor.is_at_least(Role::Admin));
    }

    #[test]
    fn names_of_roles_are_read_back() {
        for role in Role::ALL {
            assert_eq!(role.as_str().parse(), Ok(role));
        }
        assert!("mayor".parse::<Role>().unwrap_err().contains("citizen, contributor"));
    }
}
