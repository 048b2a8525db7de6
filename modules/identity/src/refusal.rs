//! What people can mend about who they are.

kernel::kinds! {
    /// What people can mend about who they are.
    pub enum Kind {
        /// No address has this form.
        EmailInvalid = ("refusal-email-invalid", "EMAIL_INVALID"),
        /// Enough mails went to this address; the last ones still serve.
        MailSentAlready = ("refusal-mail-sent-already", "MAIL_SENT_ALREADY"),
        /// Too many sign-ins were begun from here.
        TooManyFromHere = ("refusal-too-many-from-here", "TOO_MANY_FROM_HERE"),
        /// There is no such sign-in, or none any more.
        SignInUnknown = ("refusal-sign-in-unknown", "SIGN_IN_UNKNOWN"),
        /// Its quarter of an hour is over.
        SignInExpired = ("refusal-sign-in-expired", "SIGN_IN_EXPIRED"),
        /// It was used.
        SignInUsed = ("refusal-sign-in-used", "SIGN_IN_USED"),
        /// It was begun at another address of the portal.
        SignInOtherHost = ("refusal-sign-in-other-host", "SIGN_IN_OTHER_HOST"),
        /// It was begun in another browser, where the code can be typed.
        SignInOtherBrowser = ("refusal-sign-in-other-browser", "SIGN_IN_OTHER_BROWSER"),
        /// This is not the code.
        WrongCode = ("refusal-wrong-code", "WRONG_CODE"),
        /// No code is taken for this sign-in any more.
        TooManyTries = ("refusal-too-many-tries", "TOO_MANY_TRIES"),
        /// The provider's person is joined with another account.
        LinkTaken = ("refusal-link-taken", "LINK_TAKEN"),
        /// A name is needed.
        NameMissing = ("refusal-person-name-missing", "NAME_MISSING"),
        /// The name is too long.
        NameTooLong = ("refusal-person-name-too-long", "NAME_TOO_LONG"),
        /// Nobody is born in the future.
        BirthDateInFuture = ("refusal-birth-date-in-future", "BIRTH_DATE_IN_FUTURE"),
        /// This is no child's birth date.
        BirthDateTooEarly = ("refusal-birth-date-too-early", "BIRTH_DATE_TOO_EARLY"),
        /// The taxonomy has no such interest.
        InterestUnknown = ("refusal-child-interest-unknown", "INTEREST_UNKNOWN"),
        /// Too many interests.
        TooManyInterests = ("refusal-child-too-many-interests", "TOO_MANY_INTERESTS"),
        /// The city has no district, street or institution of this name.
        PlaceUnknown = ("refusal-child-place-unknown", "PLACE_UNKNOWN"),
        /// There is no such institution.
        InstitutionUnknown = ("refusal-person-institution-unknown", "INSTITUTION_UNKNOWN"),
        /// More profiles than a family needs.
        TooManyChildren = ("refusal-too-many-children", "TOO_MANY_CHILDREN"),
        /// This role is everybody's.
        RoleOfEverybody = ("refusal-role-of-everybody", "ROLE_OF_EVERYBODY"),
        /// The role is held at an institution; say which.
        RoleNeedsInstitution = ("refusal-role-needs-institution", "ROLE_NEEDS_INSTITUTION"),
        /// The role is held over the whole city.
        RoleOfWholeCity = ("refusal-role-of-whole-city", "ROLE_OF_WHOLE_CITY"),
        /// Nobody would be left to answer for the institution's people.
        LastManager = ("refusal-last-manager", "LAST_MANAGER"),
        /// Nobody would be left to answer for the city.
        LastAdmin = ("refusal-last-admin", "LAST_ADMIN"),
        /// Too many invitations are waiting.
        TooManyInvitations = ("refusal-too-many-invitations", "TOO_MANY_INVITATIONS"),
        /// There is no such invitation.
        InvitationUnknown = ("refusal-invitation-unknown", "INVITATION_UNKNOWN"),
        /// The invitation is too old.
        InvitationExpired = ("refusal-invitation-expired", "INVITATION_EXPIRED"),
        /// The invitation was accepted.
        InvitationUsed = ("refusal-invitation-used", "INVITATION_USED"),
        /// The invitation was taken back.
        InvitationRevoked = ("refusal-invitation-revoked", "INVITATION_REVOKED"),
        /// The invitation is for another address.
        InvitationOtherAddress = ("refusal-invitation-other-address", "OTHER_ADDRESS"),
        /// The role is more than the account holds.
        RoleTooHigh = ("refusal-token-role-too-high", "ROLE_TOO_HIGH"),
        /// A token lives a day at least and two years at most.
        LifetimeWrong = ("refusal-token-lifetime", "LIFETIME_WRONG"),
        /// Too many tokens.
        TooManyTokens = ("refusal-too-many-tokens", "TOO_MANY_TOKENS"),
        /// What was typed to confirm is something else.
        NotConfirmed = ("refusal-erase-not-confirmed", "NOT_CONFIRMED"),
    }
}
