//! What people can mend about calendars that they name.

kernel::kinds! {
    /// What people can mend about calendars that they name.
    pub enum SourceKind {
        /// The text is no address of the web.
        UrlWrong = ("refusal-events-url-wrong", "URL_WRONG"),
        /// The address leads into a network that is not public.
        UrlInternal = ("refusal-events-url-internal", "URL_INTERNAL"),
        /// An institution has no more than `most` calendars.
        TooManySources = ("refusal-events-too-many-sources", "TOO_MANY_SOURCES"),
        /// The institution has this calendar already.
        SourceKnown = ("refusal-events-source-known", "SOURCE_KNOWN"),
    }
}
