//! What people can mend about subscriptions.

kernel::kinds! {
    /// What people can mend about subscriptions.
    pub enum Refusal {
        /// Nothing was said of what one wants to be told.
        TargetMissing = ("refusal-subscription-target-missing", "TARGET_MISSING"),
        /// There is no such thing, or none that one can be told of.
        TargetUnknown = ("refusal-subscription-target-unknown", "TARGET_UNKNOWN"),
        /// Something of the search is wrong.
        TargetWrong = ("refusal-subscription-target-wrong", "TARGET_WRONG"),
        /// No place of this name is known here.
        PlaceUnknown = ("refusal-subscription-place-unknown", "PLACE_UNKNOWN"),
        /// Another of the person's own is of the very same.
        AlreadySaved = ("refusal-subscription-already-saved", "ALREADY_SAVED"),
        /// The person has no child's profile of this id.
        ChildUnknown = ("refusal-subscription-child-unknown", "CHILD_UNKNOWN"),
        /// Nothing was chosen that could become of it.
        AboutMissing = ("refusal-subscription-about-missing", "ABOUT_MISSING"),
        /// The name is too long.
        LabelTooLong = ("refusal-subscription-label-too-long", "LABEL_TOO_LONG"),
        /// The person has as many as anybody can have.
        TooManySubscriptions = ("refusal-subscription-too-many", "TOO_MANY_SUBSCRIPTIONS"),
        /// The account has no address that is known to be the person's.
        AddressUnverified = ("refusal-subscription-address-unverified", "ADDRESS_UNVERIFIED"),
        /// This is no address.
        EmailInvalid = ("refusal-subscription-email-invalid", "EMAIL_INVALID"),
        /// The person did not agree to be written to.
        ConsentMissing = ("refusal-subscription-consent-missing", "CONSENT_MISSING"),
        /// Mails were sent to this address a moment ago.
        MailSentAlready = ("refusal-subscription-mail-sent-already", "MAIL_SENT_ALREADY"),
        /// Too much was asked for from here.
        TooManyFromHere = ("refusal-subscription-too-many-from-here", "TOO_MANY_FROM_HERE"),
        /// The link is not ours, or what it is about is gone.
        LinkInvalid = ("refusal-subscription-link-invalid", "LINK_INVALID"),
        /// The link is older than when its reader last turned something on: what it leads to asks first.
        LinkStale = ("refusal-subscription-link-stale", "LINK_STALE"),
        /// It has been removed for too long to be taken back.
        GoneForGood = ("refusal-subscription-gone-for-good", "GONE_FOR_GOOD"),
    }
}
