//! What can be wrong with an event, besides what can be wrong with any entry.

use kernel::{entry::Wrong, kinds, refusal::Kind as _};

kinds! {
    /// What can be wrong with a value of an event.
    pub enum EventKind {
        /// A moment of the city's clocks is expected.
        MomentExpected = ("refusal-event-moment", "EVENT_MOMENT_EXPECTED"),
        /// It does not last all day, so an hour is expected too.
        HourMissing = ("refusal-event-hour", "EVENT_HOUR_MISSING"),
        /// It lasts all day, so a day without an hour is expected.
        DayExpected = ("refusal-event-day", "EVENT_DAY_EXPECTED"),
        /// The clocks go forward then: there is no such hour that day.
        HourSkipped = ("refusal-event-hour-skipped", "EVENT_HOUR_SKIPPED"),
        /// The year is none of this century.
        YearFar = ("refusal-event-year", "EVENT_YEAR_FAR"),
        /// It ends before it starts.
        EndsBefore = ("refusal-event-ends-before", "EVENT_ENDS_BEFORE"),
        /// It lasts longer than `most` days.
        TooLong = ("refusal-event-too-long", "EVENT_TOO_LONG"),
        /// A rule of recurrence is expected; this `part` of it is not understood.
        RuleExpected = ("refusal-event-rule", "EVENT_RULE_EXPECTED"),
        /// It would happen more often than once a day.
        RuleTooOften = ("refusal-event-rule-often", "EVENT_RULE_TOO_OFTEN"),
        /// Rules of events have no such `part`.
        RulePart = ("refusal-event-rule-part", "EVENT_RULE_PART"),
        /// It does not say when it ends.
        RuleEndless = ("refusal-event-rule-endless", "EVENT_RULE_ENDLESS"),
        /// It says twice when it ends.
        RuleBothEnds = ("refusal-event-rule-both-ends", "EVENT_RULE_BOTH_ENDS"),
        /// There is no day that it fits.
        RuleNever = ("refusal-event-rule-never", "EVENT_RULE_NEVER"),
        /// The first start is none of its days.
        RuleStart = ("refusal-event-rule-start", "EVENT_RULE_START"),
        /// It has more than `most` occurrences.
        RuleTooMany = ("refusal-event-rule-many", "EVENT_RULE_TOO_MANY"),
        /// It goes on for more than `most` years.
        RuleTooLong = ("refusal-event-rule-long", "EVENT_RULE_TOO_LONG"),
        /// It does not happen again, so no date can be left out or moved.
        RuleMissing = ("refusal-event-rule-missing", "EVENT_RULE_MISSING"),
        /// `value` is none of its dates.
        DateUnknown = ("refusal-event-date-unknown", "EVENT_DATE_UNKNOWN"),
        /// `value` is left out and moved.
        DateTwice = ("refusal-event-date-twice", "EVENT_DATE_TWICE"),
        /// A date and another one that it is moved to are expected.
        MoveExpected = ("refusal-event-move", "EVENT_MOVE_EXPECTED"),
        /// No date is left.
        NothingLeft = ("refusal-event-nothing-left", "EVENT_NOTHING_LEFT"),
        /// One signs up at a link, but there is none.
        SignUpLinkMissing = ("refusal-event-sign-up-link", "EVENT_SIGN_UP_LINK_MISSING"),
        /// At least one place is expected.
        CapacityZero = ("refusal-event-capacity", "EVENT_CAPACITY_ZERO"),
    }
}

impl From<EventKind> for Wrong {
    fn from(kind: EventKind) -> Self {
        Self(kind.key())
    }
}
