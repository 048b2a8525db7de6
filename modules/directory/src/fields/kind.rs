//! What can be wrong with a value of an institution, or of anything else that the catalogue tells as texts by column.

use kernel::kinds;

kinds! {
    /// What can be wrong with a value.
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
    }
}
