//! What can be found in a calendar that was fetched: what is wrong with it, with an event of it, or worth a remark.

kernel::kinds! {
    /// What is found in a calendar.
    pub(crate) enum Finding {
        /// It is not UTF-8.
        NotText = ("events-calendar-not-text", "NOT_TEXT"),
        /// It is something else than a calendar: a page that asks to sign in, mostly.
        NotCalendar = ("events-calendar-not-calendar", "NOT_CALENDAR"),
        /// It has more lines than are read.
        TooManyLines = ("events-calendar-too-many-lines", "TOO_MANY_LINES"),
        /// It has more events than are read.
        TooManyEvents = ("events-calendar-too-many-events", "TOO_MANY_EVENTS"),
        /// The address is no address any more.
        UrlWrong = ("events-calendar-url-wrong", "URL_WRONG"),
        /// The address, or one that it sends on to, leads into a network that is not public.
        UrlInternal = ("events-calendar-url-internal", "URL_INTERNAL"),
        /// The server does not answer.
        Unreachable = ("events-calendar-unreachable", "UNREACHABLE"),
        /// It takes too long.
        TooSlow = ("events-calendar-too-slow", "TOO_SLOW"),
        /// It sends too much.
        TooLarge = ("events-calendar-too-large", "TOO_LARGE"),
        /// It compresses although that was declined.
        Encoded = ("events-calendar-encoded", "ENCODED"),
        /// It sends on and on.
        Redirects = ("events-calendar-redirects", "REDIRECTS"),
        /// It answers something else than a document.
        Status = ("events-calendar-status", "STATUS"),
        /// The event is too large.
        EventTooLarge = ("events-calendar-event-too-large", "EVENT_TOO_LARGE"),
        /// The event cannot be read.
        EventUnreadable = ("events-calendar-event-unreadable", "EVENT_UNREADABLE"),
        /// It has no id, so that it could not be known again.
        UidMissing = ("events-calendar-uid-missing", "UID_MISSING"),
        /// Its id is too long.
        UidTooLong = ("events-calendar-uid-too-long", "UID_TOO_LONG"),
        /// It does not say when it starts.
        StartMissing = ("events-calendar-start-missing", "START_MISSING"),
        /// A date or time cannot be read.
        TimeUnreadable = ("events-calendar-time-unreadable", "TIME_UNREADABLE"),
        /// A time zone is unknown.
        ZoneUnknown = ("events-calendar-zone-unknown", "ZONE_UNKNOWN"),
        /// It names more dates than are read.
        TooManyDates = ("events-calendar-too-many-dates", "TOO_MANY_DATES"),
        /// It has several rules.
        RulesTooMany = ("events-calendar-rules-too-many", "RULES_TOO_MANY"),
        /// Its rule cannot be read.
        RuleUnreadable = ("events-calendar-rule-unreadable", "RULE_UNREADABLE"),
        /// Its rule makes no date.
        RuleEmpty = ("events-calendar-rule-empty", "RULE_EMPTY"),
        /// Its rule goes by the clocks of another zone, and those do not go with the city's.
        RuleForeign = ("events-calendar-rule-foreign", "RULE_FOREIGN"),
        /// A rule without a near end: dates up to a day are taken.
        RuleCut = ("events-calendar-rule-cut", "RULE_CUT"),
        /// Dates that no rule makes are not taken.
        ExtraDates = ("events-calendar-extra-dates", "EXTRA_DATES"),
        /// One date has another text than the others; that is not taken.
        DateDiffers = ("events-calendar-date-differs", "DATE_DIFFERS"),
        /// A change of all dates from one on is not taken.
        FutureDiffers = ("events-calendar-future-differs", "FUTURE_DIFFERS"),
        /// The id is there several times; the last version is taken.
        Repeated = ("events-calendar-repeated", "REPEATED"),
        /// Events that are not for everybody's eyes are left out.
        PrivateLeftOut = ("events-calendar-private", "PRIVATE_LEFT_OUT"),
        /// Events that are over are left out.
        PastLeftOut = ("events-calendar-past", "PAST_LEFT_OUT"),
        /// What was changed here is kept, though the calendar says otherwise.
        DeskKept = ("events-calendar-desk-kept", "DESK_KEPT"),
    }
}
