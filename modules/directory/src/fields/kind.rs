//! What can be wrong with a value of an institution, or of anything else that the catalogue tells as texts by column.

use kernel::{entry::Wrong, kinds, refusal::Kind as _};

kinds! {
    /// What can be wrong with a value. The first are those of any entry; the others are of what somebody offers, announces
    /// or tells.
    pub enum FieldKind {
        /// It must not be empty.
        Missing = ("refusal-field-missing", "MISSING"),
        /// It is too long: `most` characters.
        TooLong = ("refusal-field-too-long", "TOO_LONG"),
        /// It has a `character` that no text has.
        BadCharacter = ("refusal-field-bad-character", "BAD_CHARACTER"),
        /// A whole number is expected.
        CountExpected = ("refusal-field-count", "COUNT_EXPECTED"),
        /// Degrees from −`most` to `most` are expected.
        DegreesExpected = ("refusal-field-degrees", "DEGREES_EXPECTED"),
        /// There is a longitude without a latitude.
        LatitudeMissing = ("refusal-field-latitude", "LATITUDE_MISSING"),
        /// There is a latitude without a longitude.
        LongitudeMissing = ("refusal-field-longitude", "LONGITUDE_MISSING"),
        /// The city has no such district.
        DistrictUnknown = ("refusal-field-district", "DISTRICT_UNKNOWN"),
        /// A web address is expected.
        LinkExpected = ("refusal-field-link", "LINK_EXPECTED"),
        /// An e-mail address is expected.
        EmailExpected = ("refusal-field-email", "EMAIL_EXPECTED"),
        /// A kind of institution is expected.
        KindExpected = ("refusal-field-kind", "KIND_EXPECTED"),
        /// Public or not.
        SectorExpected = ("refusal-field-sector", "SECTOR_EXPECTED"),

        /// There is no such choice; those there are: `known`.
        ChoiceUnknown = ("refusal-field-choice", "CHOICE_UNKNOWN"),
        /// Nobody offers it: neither an institution nor a provider.
        ProviderMissing = ("refusal-field-provider", "PROVIDER_MISSING"),
        /// There is no such institution.
        InstitutionUnknown = ("refusal-field-institution", "INSTITUTION_UNKNOWN"),
        /// The taxonomy has no such interest, but some that are `near` it.
        InterestUnknown = ("refusal-field-interest", "INTEREST_UNKNOWN"),
        /// An age is expected.
        AgeExpected = ("refusal-field-age", "AGE_EXPECTED"),
        /// The oldest are younger than the youngest.
        AgesReversed = ("refusal-field-ages", "AGES_REVERSED"),
        /// A date is expected.
        DateExpected = ("refusal-field-date", "DATE_EXPECTED"),
        /// It ends before it begins.
        DatesReversed = ("refusal-field-dates", "DATES_REVERSED"),
        /// A date or a moment is expected.
        MomentExpected = ("refusal-field-moment", "MOMENT_EXPECTED"),
        /// Enrolment closes before it opens.
        EnrolmentReversed = ("refusal-field-enrolment", "ENROLMENT_REVERSED"),
        /// A price is expected.
        PriceExpected = ("refusal-field-price", "PRICE_EXPECTED"),
        /// A language tag is expected.
        LanguageExpected = ("refusal-field-language", "LANGUAGE_EXPECTED"),
        /// There is no such feature; those there are: `known`.
        AccessibilityUnknown = ("refusal-field-accessibility", "ACCESSIBILITY_UNKNOWN"),
        /// A tag is too long.
        TagTooLong = ("refusal-field-tag", "TAG_TOO_LONG"),
        /// Yes or no is expected.
        YesOrNoExpected = ("refusal-field-yes-no", "YES_OR_NO_EXPECTED"),
    }
}

/// For modules whose refusals of fields are only ever told at the desk.
impl From<FieldKind> for Wrong {
    fn from(kind: FieldKind) -> Self {
        Self(kind.key())
    }
}
