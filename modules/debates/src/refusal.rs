//! What people can mend about questions.

kernel::kinds! {
    /// What people can mend about questions.
    pub enum Refusal {
        /// The question says too little.
        TextTooShort = ("refusal-question-text-too-short", "TEXT_TOO_SHORT"),
        /// The question is too long.
        TextTooLong = ("refusal-question-text-too-long", "TEXT_TOO_LONG"),
        /// The name is too long.
        NameTooLong = ("refusal-question-name-too-long", "NAME_TOO_LONG"),
        /// There is no address to write to.
        EmailInvalid = ("refusal-question-email-invalid", "EMAIL_INVALID"),
        /// The person did not agree that the question is kept and shown.
        ConsentMissing = ("refusal-question-consent-missing", "CONSENT_MISSING"),
        /// The debate takes questions from a later moment on.
        NotYetOpen = ("refusal-question-not-yet-open", "NOT_YET_OPEN"),
        /// The debate takes no questions any more.
        Closed = ("refusal-question-closed", "CLOSED"),
        /// The person has asked as much as one may.
        TooManyQuestions = ("refusal-question-too-many", "TOO_MANY_QUESTIONS"),
        /// The person has asked just this.
        AlreadyAsked = ("refusal-question-already-asked", "ALREADY_ASKED"),
        /// The address got several mails just now.
        MailSentAlready = ("refusal-question-mail-sent-already", "MAIL_SENT_ALREADY"),
        /// Too many mails were asked for from one place.
        TooManyFromHere = ("refusal-question-too-many-from-here", "TOO_MANY_FROM_HERE"),
        /// The person supports it already.
        AlreadySupported = ("refusal-question-already-supported", "ALREADY_SUPPORTED"),
        /// Nobody supports their own.
        OwnQuestion = ("refusal-question-own", "OWN_QUESTION"),
        /// The link is not ours.
        LinkInvalid = ("refusal-question-link-invalid", "LINK_INVALID"),
        /// The link has acted for as long as it does.
        LinkExpired = ("refusal-question-link-expired", "LINK_EXPIRED"),
        /// The link has acted.
        LinkUsed = ("refusal-question-link-used", "LINK_USED"),
        /// A rejection has to say why.
        ReasonMissing = ("refusal-question-reason-missing", "REASON_MISSING"),
        /// The reason is too long.
        ReasonTooLong = ("refusal-question-reason-too-long", "REASON_TOO_LONG"),
        /// Nothing was chosen.
        NothingChosen = ("refusal-question-nothing-chosen", "NOTHING_CHOSEN"),
        /// More was chosen than is done at a time.
        TooManyChosen = ("refusal-question-too-many-chosen", "TOO_MANY_CHOSEN"),
        /// Somebody else changed it since it was looked at.
        Outdated = ("refusal-question-outdated", "OUTDATED"),
        /// That cannot be done with it as it stands.
        WrongState = ("refusal-question-wrong-state", "WRONG_STATE"),
        /// A merge has to say into what.
        IntoMissing = ("refusal-question-into-missing", "INTO_MISSING"),
        /// It can only be merged into another public question of the same debate.
        IntoWrong = ("refusal-question-into-wrong", "INTO_WRONG"),
        /// The answer is too long.
        AnswerTooLong = ("refusal-question-answer-too-long", "ANSWER_TOO_LONG"),
        /// What is said of who answers is too long.
        AnsweredByTooLong = ("refusal-question-answered-by-too-long", "ANSWERED_BY_TOO_LONG"),
    }
}
