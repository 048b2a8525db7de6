//! Payloads of mutations.

use async_graphql::{ID, SimpleObject};
use kernel::payload;

use super::{
    child::Child,
    role::{InvitationNode, RoleGrant},
    token::{ApiTokenNode, NewApiToken},
    viewer::Viewer,
};

payload! {
    /// What became of the profile of the one who asks.
    ProfileUpdatePayload, ProfileUpdateErrorCode { viewer: Viewer } { NameTooLong }
}

payload! {
    /// The new profile of a child.
    ChildCreatePayload, ChildCreateErrorCode { child: Child } {
        NameMissing, NameTooLong, BirthDateInFuture, BirthDateTooEarly, InterestUnknown, TooManyInterests, PlaceUnknown,
        InstitutionUnknown, TooManyChildren,
    }
}

payload! {
    /// What became of a child's profile.
    ChildUpdatePayload, ChildUpdateErrorCode { child: Child } {
        NameMissing, NameTooLong, BirthDateInFuture, BirthDateTooEarly, InterestUnknown, TooManyInterests, PlaceUnknown,
        InstitutionUnknown,
    }
}

payload! {
    /// An invitation that is on its way.
    MemberInvitePayload, MemberInviteErrorCode { invitation: InvitationNode } {
        EmailInvalid, RoleOfEverybody, RoleNeedsInstitution, RoleOfWholeCity, InstitutionUnknown, TooManyInvitations,
    }
}

payload! {
    /// The invitation that was accepted.
    InvitationAcceptPayload, InvitationAcceptErrorCode { invitation: InvitationNode } {
        InvitationUnknown, InvitationExpired, InvitationUsed, InvitationRevoked, OtherAddress,
    }
}

payload! {
    /// What became of an invitation.
    InvitationRevokePayload, InvitationRevokeErrorCode { revoked_id: ID } { InvitationUsed }
}

payload! {
    /// What became of somebody of an institution.
    MemberRemovePayload, MemberRemoveErrorCode { removed_id: ID } { LastManager }
}

payload! {
    /// The role that was given.
    RoleGrantPayload, RoleGrantErrorCode { role: RoleGrant } {
        RoleOfEverybody, RoleNeedsInstitution, RoleOfWholeCity, InstitutionUnknown,
    }
}

payload! {
    /// The role that was taken.
    RoleRevokePayload, RoleRevokeErrorCode { role: RoleGrant } { LastManager, LastAdmin }
}

payload! {
    /// The new token.
    ApiTokenCreatePayload, ApiTokenCreateErrorCode { created: NewApiToken } {
        NameMissing, NameTooLong, LifetimeWrong, RoleOfEverybody, RoleNeedsInstitution, RoleOfWholeCity, RoleTooHigh,
        InstitutionUnknown, TooManyTokens,
    }
}

payload! {
    /// What became of the account of the one who asked.
    AccountErasePayload, AccountEraseErrorCode { erased_id: ID } { NotConfirmed, LastAdmin }
}

/// What became of a child's profile.
#[derive(SimpleObject)]
pub(super) struct ChildDeletePayload {
    /// The id that it had.
    pub(super) deleted_id: ID,
}

/// What became of a browser.
#[derive(SimpleObject)]
pub(super) struct DeviceRevokePayload {
    /// The id that it had.
    pub(super) revoked_id: ID,
}

/// What became of browsers.
#[derive(SimpleObject)]
pub(super) struct DevicesRevokeOthersPayload {
    /// How many were signed out.
    pub(super) count: u64,
}

/// What became of a token.
#[derive(SimpleObject)]
pub(super) struct ApiTokenRevokePayload {
    /// The token, which works no more.
    pub(super) api_token: ApiTokenNode,
}
