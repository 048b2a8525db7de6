//! What people can mend about sign-ups.

kernel::kinds! {
    /// What people can mend about sign-ups.
    pub enum SignUpKind {
        /// Nobody needs to sign up here, or one signs up elsewhere.
        NoSignUp = ("refusal-events-sign-up-none", "NO_SIGN_UP"),
        /// Signing up opens at `date`.
        NotOpenYet = ("refusal-events-sign-up-not-open", "NOT_OPEN_YET"),
        /// Signing up has closed.
        Closed = ("refusal-events-sign-up-closed", "CLOSED"),
        /// It is over, or has begun.
        Over = ("refusal-events-sign-up-over", "OVER"),
        /// One signs up for a date, and none was chosen.
        DateMissing = ("refusal-events-sign-up-date-missing", "DATE_MISSING"),
        /// The date is none of the event's.
        DateUnknown = ("refusal-events-sign-up-date-unknown", "DATE_UNKNOWN"),
        /// Not from one to `most` people.
        PeopleOutOfRange = ("refusal-events-sign-up-people", "PEOPLE_OUT_OF_RANGE"),
        /// The note is longer than `most` characters.
        NoteTooLong = ("refusal-events-sign-up-note-too-long", "NOTE_TOO_LONG"),
        /// The person has no child's profile of that id.
        ChildUnknown = ("refusal-events-sign-up-child-unknown", "CHILD_UNKNOWN"),
        /// All places are taken.
        Full = ("refusal-events-sign-up-full", "FULL"),
        /// Only `left` places are left.
        TooFewPlaces = ("refusal-events-sign-up-too-few", "TOO_FEW_PLACES"),
        /// They are signed up already.
        AlreadySignedUp = ("refusal-events-sign-up-already", "ALREADY_SIGNED_UP"),
        /// One account signs up no more than `most` people for one date.
        TooManyPeople = ("refusal-events-sign-up-too-many-people", "TOO_MANY_PEOPLE"),
        /// One account has no more than `most` sign-ups.
        TooManySignUps = ("refusal-events-sign-up-too-many", "TOO_MANY_SIGN_UPS"),
        /// One account keeps no more than `most` events.
        TooManyKept = ("refusal-events-keep-too-many", "TOO_MANY_KEPT"),
    }
}
