//! What people can mend about announcements.

kernel::kinds! {
    /// What people can mend about announcements.
    pub enum Refusal {
        /// It is not said for whom it is, or that cannot be followed here.
        AudienceUnknown = ("refusal-announcement-audience-unknown", "AUDIENCE_UNKNOWN"),
        /// That institution may write to those alone who follow it or what is its own.
        AudienceForeign = ("refusal-announcement-audience-foreign", "AUDIENCE_FOREIGN"),
        /// There is no such institution.
        SenderUnknown = ("refusal-field-institution", "SENDER_UNKNOWN"),
        /// It has no subject.
        SubjectMissing = ("refusal-announcement-subject-missing", "SUBJECT_MISSING"),
        /// Its subject is too long: `most` characters.
        SubjectTooLong = ("refusal-announcement-subject-too-long", "SUBJECT_TOO_LONG"),
        /// It says nothing.
        TextMissing = ("refusal-announcement-text-missing", "TEXT_MISSING"),
        /// It says too much: `most` characters.
        TextTooLong = ("refusal-announcement-text-too-long", "TEXT_TOO_LONG"),
        /// A web address is expected: `value`.
        LinkExpected = ("refusal-field-link", "LINK_EXPECTED"),
        /// What the link says is too long: `most` characters.
        LinkLabelTooLong = ("refusal-announcement-link-label-too-long", "LINK_LABEL_TOO_LONG"),
        /// It was handed in or sent already.
        NotOpen = ("refusal-announcement-not-open", "NOT_OPEN"),
        /// Nobody follows that.
        Nobody = ("refusal-announcement-nobody", "NOBODY"),
        /// One a day is enough.
        OneADay = ("refusal-announcement-one-a-day", "ONE_A_DAY"),
        /// It does not wait for anybody, or somebody else has just decided.
        AlreadyDecided = ("refusal-announcement-already-decided", "ALREADY_DECIDED"),
        /// It was handed in anew since it was read.
        HandedInAnew = ("refusal-announcement-handed-in-anew", "HANDED_IN_ANEW"),
        /// Nobody approves what they wrote themselves.
        SecondPerson = ("refusal-announcement-second-person", "SECOND_PERSON"),
        /// It has to say why.
        ReasonMissing = ("refusal-announcement-reason-missing", "REASON_MISSING"),
        /// A mail can be tried only on an address that is known to be one's own.
        AddressMissing = ("refusal-announcement-address-missing", "ADDRESS_MISSING"),
        /// It was tried often enough for now.
        TriedTooOften = ("refusal-announcement-tried-too-often", "TRIED_TOO_OFTEN"),
    }
}
