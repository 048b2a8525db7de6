//! What people can mend about joining forces.

kernel::kinds! {
    /// What people can mend about joining forces.
    pub enum JoiningKind {
        /// There is no such institution.
        InstitutionUnknown = ("refusal-events-institution-unknown", "INSTITUTION_UNKNOWN"),
        /// It organises the event already.
        AlreadyOrganiser = ("refusal-events-already-organiser", "ALREADY_ORGANISER"),
        /// It was asked, or has asked, and nobody has answered yet.
        AlreadyInvited = ("refusal-events-already-invited", "ALREADY_INVITED"),
        /// An event has no more than `most` organisers.
        TooManyOrganisers = ("refusal-events-too-many-organisers", "TOO_MANY_ORGANISERS"),
        /// The other side has nobody who could answer.
        NobodyAnswers = ("refusal-events-nobody-answers", "NOBODY_ANSWERS"),
        /// Nothing was written.
        MessageMissing = ("refusal-events-message-missing", "MESSAGE_MISSING"),
        /// The message is longer than `most` characters.
        MessageTooLong = ("refusal-events-message-too-long", "MESSAGE_TOO_LONG"),
        /// It was answered or taken back before.
        AlreadyAnswered = ("refusal-events-already-answered", "ALREADY_ANSWERED"),
        /// The institution does not organise the event.
        NotOrganiser = ("refusal-events-not-organiser", "NOT_ORGANISER"),
        /// Nobody else organises it.
        LastOrganiser = ("refusal-events-last-organiser", "LAST_ORGANISER"),
    }
}
