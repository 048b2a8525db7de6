//! What people can mend when they look after the mail.

kernel::kinds! {
    /// What people can mend when they look after the mail.
    pub enum Refusal {
        /// No mail was chosen.
        NothingChosen = ("refusal-post-nothing-chosen", "NOTHING_CHOSEN"),
        /// Too many mails were chosen at once.
        TooManyChosen = ("refusal-post-too-many-chosen", "TOO_MANY_CHOSEN"),
        /// None of the mails is among those that were given up, or has its text any more.
        NothingLeft = ("refusal-post-nothing-left", "NOTHING_LEFT"),
        /// The address is written to already, or was never not.
        AddressUnknown = ("refusal-post-address-unknown", "ADDRESS_UNKNOWN"),
    }
}
