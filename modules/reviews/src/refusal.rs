//! What people can mend about reviews.

kernel::kinds! {
    /// What people can mend about reviews.
    pub enum Refusal {
        /// Not from one star to five.
        StarsOutOfRange = ("refusal-review-stars-out-of-range", "STARS_OUT_OF_RANGE"),
        /// The text says too little.
        TextTooShort = ("refusal-review-text-too-short", "TEXT_TOO_SHORT"),
        /// The text is too long.
        TextTooLong = ("refusal-review-text-too-long", "TEXT_TOO_LONG"),
        /// A rejection has to say why.
        ReasonMissing = ("refusal-review-reason-missing", "REASON_MISSING"),
        /// The reason is too long.
        ReasonTooLong = ("refusal-review-reason-too-long", "REASON_TOO_LONG"),
        /// Its author took it back meanwhile: there is nothing to decide on.
        Withdrawn = ("refusal-review-withdrawn", "WITHDRAWN"),
        /// The person has reported it before.
        AlreadyReported = ("refusal-review-already-reported", "ALREADY_REPORTED"),
        /// Nothing was chosen.
        NothingChosen = ("refusal-review-nothing-chosen", "NOTHING_CHOSEN"),
        /// More was chosen than is done at a time.
        TooManyChosen = ("refusal-review-too-many-chosen", "TOO_MANY_CHOSEN"),
        /// No addresses were given.
        AddressesMissing = ("refusal-participants-missing", "ADDRESSES_MISSING"),
        /// More addresses than are taken at a time.
        TooManyAddresses = ("refusal-participants-too-many", "TOO_MANY_ADDRESSES"),
        /// One of them is no address.
        AddressWrong = ("refusal-participants-address-wrong", "ADDRESS_WRONG"),
    }
}
