//! What can be wrong with a value of an activity.

use directory::fields::FieldKind as Shared;
use kernel::kinds;

kinds! {
    /// What can be wrong with a value. The first are those of any entry of the catalogue.
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
        /// A day of the week and hours are expected.
        SlotExpected = ("refusal-field-slot", "SLOT_EXPECTED"),
        /// A lesson ends before it begins.
        SlotReversed = ("refusal-field-slot-reversed", "SLOT_REVERSED"),
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
        /// What a price is for is expected.
        PriceUnitExpected = ("refusal-field-price-unit", "PRICE_UNIT_EXPECTED"),
        /// There are more places left than there are places.
        TooManyPlacesLeft = ("refusal-field-places", "TOO_MANY_PLACES_LEFT"),
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

impl From<Shared> for FieldKind {
    fn from(kind: Shared) -> Self {
        match kind {
            Shared::Missing => Self::Missing,
            Shared::TooLong => Self::TooLong,
            Shared::BadCharacter => Self::BadCharacter,
            Shared::CountExpected => Self::CountExpected,
            Shared::DegreesExpected => Self::DegreesExpected,
            Shared::LatitudeMissing => Self::LatitudeMissing,
            Shared::LongitudeMissing => Self::LongitudeMissing,
            Shared::DistrictUnknown => Self::DistrictUnknown,
            Shared::LinkExpected => Self::LinkExpected,
            Shared::EmailExpected => Self::EmailExpected,
            Shared::KindExpected => Self::KindExpected,
            Shared::SectorExpected => Self::SectorExpected,
            Shared::ChoiceUnknown => Self::ChoiceUnknown,
            Shared::ProviderMissing => Self::ProviderMissing,
            Shared::InstitutionUnknown => Self::InstitutionUnknown,
            Shared::InterestUnknown => Self::InterestUnknown,
            Shared::AgeExpected => Self::AgeExpected,
            Shared::AgesReversed => Self::AgesReversed,
            Shared::DateExpected => Self::DateExpected,
            Shared::DatesReversed => Self::DatesReversed,
            Shared::MomentExpected => Self::MomentExpected,
            Shared::EnrolmentReversed => Self::EnrolmentReversed,
            Shared::PriceExpected => Self::PriceExpected,
            Shared::LanguageExpected => Self::LanguageExpected,
            Shared::AccessibilityUnknown => Self::AccessibilityUnknown,
            Shared::TagTooLong => Self::TagTooLong,
            Shared::YesOrNoExpected => Self::YesOrNoExpected,
        }
    }
}

#[cfg(test)]
mod tests {
    use kernel::refusal::Kind as _;

    use super::*;

    #[test]
    fn shared_kinds_say_the_same() {
        for kind in Shared::ALL {
            let own = FieldKind::from(*kind);
            assert_eq!((own.key(), own.code()), (kind.key(), kind.code()));
        }
    }
}
