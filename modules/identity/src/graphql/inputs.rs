//! Inputs of mutations.

use async_graphql::{ID, InputObject};
use kernel::{error::Result, graphql::scalars::Date};

use super::{institution_id, role::RoleName, viewer::Language};
use crate::{children, tokens};

/// What the one who asks wants to be called, and in which language they want mail.
#[derive(InputObject)]
pub(super) struct ProfileUpdateInput {
    /// The name, as others see it; empty or null for none. At most 80 characters.
    pub(super) name: Option<String>,
    /// The language of mails.
    pub(super) language: Language,
}

/// A child's profile.
#[derive(InputObject)]
pub(super) struct ChildCreateInput {
    /// A name or nickname, at most 60 characters.
    name: String,
    /// Born on.
    birth_date: Date,
    /// What it likes, ids of the taxonomy of interests, at most 30.
    #[graphql(default)]
    interests: Vec<String>,
    /// Where it lives, in the city's own words: a district, a street, an institution near by.
    home: Option<String>,
    /// The school it goes to, an institution's global id.
    school: Option<ID>,
}

/// A child's profile, whole: what is left out is emptied.
#[derive(InputObject)]
pub(super) struct ChildUpdateInput {
    /// The child's global id.
    pub(super) id: ID,
    /// A name or nickname, at most 60 characters.
    name: String,
    /// Born on.
    birth_date: Date,
    /// What it likes, ids of the taxonomy of interests, at most 30.
    #[graphql(default)]
    interests: Vec<String>,
    /// Where it lives, in the city's own words: a district, a street, an institution near by.
    home: Option<String>,
    /// The school it goes to, an institution's global id.
    school: Option<ID>,
}

impl ChildCreateInput {
    pub(super) fn profile(self) -> Result<children::Profile> {
        let Self { name, birth_date, interests, home, school } = self;
        let school = school.map(|id| directory::service::parse_id("input.school", &id)).transpose()?;
        Ok(children::Profile { name, birth_date: birth_date.0, interests, home, school })
    }
}

impl ChildUpdateInput {
    pub(super) fn profile(self) -> Result<children::Profile> {
        let Self { id: _, name, birth_date, interests, home, school } = self;
        ChildCreateInput { name, birth_date, interests, home, school }.profile()
    }
}

/// A child's profile to be deleted.
#[derive(InputObject)]
pub(super) struct ChildDeleteInput {
    /// The child's global id.
    pub(super) id: ID,
}

/// A browser to be signed out.
#[derive(InputObject)]
pub(super) struct DeviceRevokeInput {
    /// The device's global id.
    pub(super) id: ID,
}

/// An invitation to be sent.
#[derive(InputObject)]
pub(super) struct MemberInviteInput {
    /// The address that it goes to.
    pub(super) email: String,
    /// The role that is offered.
    pub(super) role: RoleName,
    /// Where the role is held; null for roles of the whole city.
    pub(super) institution: Option<ID>,
}

/// An invitation to be accepted: the token of the mail's link, or the id of one of the viewer's invitations.
#[derive(InputObject)]
pub(super) struct InvitationAcceptInput {
    /// The token of the mail's link.
    pub(super) token: Option<String>,
    /// The invitation's global id.
    pub(super) id: Option<ID>,
}

/// An invitation to be taken back.
#[derive(InputObject)]
pub(super) struct InvitationRevokeInput {
    /// The invitation's global id.
    pub(super) id: ID,
}

/// Somebody to be removed from an institution.
#[derive(InputObject)]
pub(super) struct MemberRemoveInput {
    /// The global id of their account.
    pub(super) account: ID,
    /// The institution's global id.
    pub(super) institution: ID,
}

/// A role to be given or taken.
#[derive(InputObject)]
pub(super) struct RoleInput {
    /// The global id of the account.
    pub(super) account: ID,
    /// The role.
    pub(super) role: RoleName,
    /// Where it is held; null for roles of the whole city.
    pub(super) institution: Option<ID>,
}

/// A token to be made for the one who asks.
#[derive(InputObject)]
pub(super) struct ApiTokenCreateInput {
    /// What it is called, at most 60 characters.
    name: String,
    /// The role that it acts with, at most what the account holds.
    role: RoleName,
    /// Where the role is held; null for roles of the whole city.
    institution: Option<ID>,
    /// How many days it lives, from 1 to 730.
    #[graphql(default_with = "Some(365)")]
    days: Option<i32>,
}

impl ApiTokenCreateInput {
    pub(super) fn order(self) -> Result<tokens::Order> {
        let Self { name, role, institution, days } = self;
        let party = institution.as_ref().map(institution_id).transpose()?;
        Ok(tokens::Order { name, role: role.into(), party, days: days.map(i64::from) })
    }
}

/// A token to be revoked.
#[derive(InputObject)]
pub(super) struct ApiTokenRevokeInput {
    /// The token's global id.
    pub(super) id: ID,
}

/// The account of the one who asks, to be erased.
#[derive(InputObject)]
pub(super) struct AccountEraseInput {
    /// What `viewer.eraseConfirmation` says, typed.
    pub(super) confirm: String,
}
