//! What people can mend about alerts.

kernel::kinds! {
    /// What people can mend about alerts.
    pub enum Refusal {
        /// A text is missing.
        TextMissing = ("refusal-alert-text-missing", "TEXT_MISSING"),
        /// A text is too long: `most` characters.
        TextTooLong = ("refusal-alert-text-too-long", "TEXT_TOO_LONG"),
        /// It says not what it is about.
        CategoryMissing = ("refusal-alert-category-missing", "CATEGORY_MISSING"),
        /// It would be over before it is sent.
        ExpiresPast = ("refusal-alert-expires-past", "EXPIRES_PAST"),
        /// It would be over before it begins.
        ExpiresBeforeStart = ("refusal-alert-expires-before-start", "EXPIRES_BEFORE_START"),
        /// It would last for more than `days`.
        ExpiresTooLate = ("refusal-alert-expires-too-late", "EXPIRES_TOO_LATE"),
        /// It would begin in more than `days`.
        EffectiveTooLate = ("refusal-alert-effective-too-late", "EFFECTIVE_TOO_LATE"),
        /// What replaces another holds at once.
        EffectiveLater = ("refusal-alert-effective-later", "EFFECTIVE_LATER"),
        /// What it is about would begin when the alert is over.
        OnsetTooLate = ("refusal-alert-onset-too-late", "ONSET_TOO_LATE"),
        /// A web address is expected.
        LinkExpected = ("refusal-field-link", "LINK_EXPECTED"),
        /// The city has no such district.
        DistrictUnknown = ("refusal-field-district", "DISTRICT_UNKNOWN"),
        /// There is no such institution.
        InstitutionUnknown = ("refusal-field-institution", "INSTITUTION_UNKNOWN"),
        /// Coordinates are no place on Earth.
        PointWrong = ("refusal-alert-point-wrong", "POINT_WRONG"),
        /// A polygon has from `least` to `most` corners.
        PolygonCorners = ("refusal-alert-polygon-corners", "POLYGON_CORNERS"),
        /// A polygon's last corner is the same as its first.
        PolygonOpen = ("refusal-alert-polygon-open", "POLYGON_OPEN"),
        /// A polygon crosses itself.
        PolygonCrossing = ("refusal-alert-polygon-crossing", "POLYGON_CROSSING"),
        /// The area is far from the city.
        AreaElsewhere = ("refusal-alert-area-elsewhere", "AREA_ELSEWHERE"),
        /// A radius goes from more than 0 to `most` kilometres.
        RadiusWrong = ("refusal-alert-radius-wrong", "RADIUS_WRONG"),
        /// It has to say why.
        ReasonMissing = ("refusal-alert-reason-missing", "REASON_MISSING"),
        /// The message is not the newest of what it is about, or holds no more.
        NotCurrent = ("refusal-alert-not-current", "NOT_CURRENT"),
        /// It does not wait for anybody, or somebody else has just decided.
        AlreadyDecided = ("refusal-alert-already-decided", "ALREADY_DECIDED"),
        /// Nobody approves what they wrote themselves.
        SecondPerson = ("refusal-alert-second-person", "SECOND_PERSON"),
        /// The message of another system is too long: `most` kilobytes.
        CapTooLarge = ("refusal-cap-too-large", "CAP_TOO_LARGE"),
        /// It is no XML: `problem`.
        CapNotXml = ("refusal-cap-not-xml", "CAP_NOT_XML"),
        /// It has a document type or entities of its own, elements too deep within each other, or too many.
        CapUnsafe = ("refusal-cap-unsafe", "CAP_UNSAFE"),
        /// It is no message of the protocol in version 1.2.
        CapForeign = ("refusal-cap-foreign", "CAP_FOREIGN"),
        /// The `element` is missing.
        CapMissing = ("refusal-cap-missing", "CAP_MISSING"),
        /// The `element` does not say what is `expected`, but `value`.
        CapValue = ("refusal-cap-value", "CAP_VALUE"),
        /// The `element` comes more often than it may.
        CapRepeated = ("refusal-cap-repeated", "CAP_REPEATED"),
        /// No message is known that it refers to.
        CapReference = ("refusal-cap-reference", "CAP_REFERENCE"),
    }
}
