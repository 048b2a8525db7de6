//! What people can mend when they sell a place.

kernel::kinds! {
    /// What people can mend when they sell a place.
    pub enum Refusal {
        /// No published activity has that id.
        ActivityUnknown = ("refusal-promotion-activity-unknown", "ACTIVITY_UNKNOWN"),
        /// The activity is no institution's of the city.
        NoInstitution = ("refusal-promotion-no-institution", "NO_INSTITUTION"),
        /// It ends before it starts.
        DatesReversed = ("refusal-promotion-dates-reversed", "DATES_REVERSED"),
        /// It ends before today.
        DatesPast = ("refusal-promotion-dates-past", "DATES_PAST"),
        /// It lasts longer than a year.
        DatesTooLong = ("refusal-promotion-dates-too-long", "DATES_TOO_LONG"),
        /// The taxonomy has no such interest.
        InterestUnknown = ("refusal-promotion-interest-unknown", "INTEREST_UNKNOWN"),
        /// The city has no such district.
        DistrictUnknown = ("refusal-promotion-district-unknown", "DISTRICT_UNKNOWN"),
        /// The share is none of those there are.
        WeightOutOfRange = ("refusal-promotion-weight-out-of-range", "WEIGHT_OUT_OF_RANGE"),
        /// The note is too long.
        NoteTooLong = ("refusal-promotion-note-too-long", "NOTE_TOO_LONG"),
        /// It has ended, and cannot be changed any more.
        Ended = ("refusal-promotion-ended", "ENDED"),
    }
}
