//! Sorts of offers and kinds of institutions.

use super::ages::Band;

/// A sort of offer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Profile {
    Sport,
    Water,
    Adventure,
    Martial,
    Dance,
    Music,
    Ensemble,
    Art,
    Stage,
    Language,
    Science,
    Tech,
    Civic,
    Outdoor,
    Safety,
    Mind,
    Support,
}

/// A kind of institution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Preschool,
    PrimarySchool,
    SecondarySchool,
    VocationalSchool,
    PostSecondarySchool,
    ArtSchool,
    SpecialSchool,
    SchoolComplex,
    CounsellingCentre,
    Dormitory,
    CultureCentre,
    SportsClub,
    Library,
    Museum,
    YouthCentre,
    ContinuingEducation,
    TeacherTraining,
    Police,
    FireBrigade,
    CityGuard,
    Organisation,
    Other,
}

impl Kind {
    /// As the catalogue's files write it.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Preschool => "PRESCHOOL",
            Self::PrimarySchool => "PRIMARY_SCHOOL",
            Self::SecondarySchool => "SECONDARY_SCHOOL",
            Self::VocationalSchool => "VOCATIONAL_SCHOOL",
            Self::PostSecondarySchool => "POST_SECONDARY_SCHOOL",
            Self::ArtSchool => "ART_SCHOOL",
            Self::SpecialSchool => "SPECIAL_SCHOOL",
            Self::SchoolComplex => "SCHOOL_COMPLEX",
            Self::CounsellingCentre => "COUNSELLING_CENTRE",
            Self::Dormitory => "DORMITORY",
            Self::CultureCentre => "CULTURE_CENTRE",
            Self::SportsClub => "SPORTS_CLUB",
            Self::Library => "LIBRARY",
            Self::Museum => "MUSEUM",
            Self::YouthCentre => "YOUTH_CENTRE",
            Self::ContinuingEducation => "CONTINUING_EDUCATION",
            Self::TeacherTraining => "TEACHER_TRAINING",
            Self::Police => "POLICE",
            Self::FireBrigade => "FIRE_BRIGADE",
            Self::CityGuard => "CITY_GUARD",
            Self::Organisation => "ORGANISATION",
            Self::Other => "OTHER",
        }
    }

    /// Whether it would hold something for a band.
    pub(super) const fn serves(self, band: Band) -> bool {
        use Band::{Adult, Baby, Early, Family, Kids, Middle, Preschool, Teen};
        match self {
            Self::Preschool => matches!(band, Preschool),
            Self::PrimarySchool => matches!(band, Early | Middle | Kids),
            Self::SecondarySchool | Self::VocationalSchool | Self::Dormitory => matches!(band, Teen),
            Self::SchoolComplex => matches!(band, Early | Middle | Kids | Teen),
            Self::SpecialSchool => matches!(band, Early | Middle | Kids | Teen),
            Self::CounsellingCentre => matches!(band, Baby | Preschool | Early | Middle | Teen | Family),
            Self::PostSecondarySchool | Self::TeacherTraining => matches!(band, Adult),
            Self::ContinuingEducation => matches!(band, Teen | Adult),
            Self::YouthCentre => matches!(band, Early | Middle | Kids | Teen | Family),
            _ => true,
        }
    }

    /// How likely, in a hundred, it takes no money for an ordinary offer; nothing when the profile decides.
    pub(super) const fn free(self) -> Option<u32> {
        match self {
            Self::Police | Self::FireBrigade | Self::CityGuard => Some(100),
            Self::Library => Some(80),
            Self::CounsellingCentre => Some(85),
            Self::Museum => Some(40),
            Self::PrimarySchool | Self::SecondarySchool | Self::VocationalSchool | Self::SchoolComplex => Some(37),
            Self::SpecialSchool | Self::Dormitory => Some(75),
            Self::Organisation => Some(26),
            Self::Preschool => Some(15),
            Self::YouthCentre => Some(20),
            _ => None,
        }
    }
}

/// What a price is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Class,
    Month,
    Term,
}
