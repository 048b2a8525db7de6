//! Profiles: what offers of one sort have in common – who holds them, what they cost, how big the groups are.

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
            Self::PrimarySchool | Self::SecondarySchool | Self::VocationalSchool | Self::SchoolComplex => Some(42),
            Self::SpecialSchool | Self::Dormitory => Some(75),
            Self::Organisation => Some(30),
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

/// What offers of a profile have in common.
pub(super) struct Terms {
    /// Who holds them, by weight; nothing stands for a provider that is not in the directory.
    pub(super) hosts: &'static [(Option<Kind>, u32)],
    /// Names of such providers.
    pub(super) providers: &'static [&'static str],
    /// How many in a hundred are free, where the host does not decide.
    pub(super) free: u32,
    /// Units by weight.
    pub(super) units: &'static [(Unit, u32)],
    /// 1 cheap, 2 usual, 3 dear.
    pub(super) dearness: u32,
    /// Smallest and largest group.
    pub(super) capacity: (u32, u32),
    /// Meetings in a week, by weight.
    pub(super) meetings: &'static [(u32, u32)],
    /// Whether there are groups for beginners and for the advanced.
    pub(super) levels: bool,
    /// Whether it can be held online.
    pub(super) online: bool,
}

const ONCE: &[(u32, u32)] = &[(1, 1)];
const OFTEN: &[(u32, u32)] = &[(1, 25), (2, 60), (3, 15)];
const MIXED: &[(u32, u32)] = &[(1, 65), (2, 35)];
const MONTHLY: &[(Unit, u32)] = &[(Unit::Month, 70), (Unit::Term, 15), (Unit::Class, 15)];
const TERMLY: &[(Unit, u32)] = &[(Unit::Term, 45), (Unit::Month, 40), (Unit::Class, 15)];
const SINGLE: &[(Unit, u32)] = &[(Unit::Class, 55), (Unit::Month, 30), (Unit::Term, 15)];

impl Profile {
    /// The terms of offers of this profile.
    pub(super) const fn terms(self) -> &'static Terms {
        use Kind::{
            ArtSchool, CityGuard, ContinuingEducation, CounsellingCentre, CultureCentre, Dormitory, FireBrigade, Library, Museum,
            Organisation, Other, Police, Preschool, PrimarySchool, SchoolComplex, SecondarySchool, SpecialSchool, SportsClub,
            TeacherTraining, VocationalSchool, YouthCentre,
        };
        match self {
            Self::Sport => &Terms {
                hosts: &[
                    (Some(SportsClub), 46),
                    (Some(PrimarySchool), 20),
                    (Some(SecondarySchool), 6),
                    (Some(VocationalSchool), 3),
                    (Some(SchoolComplex), 5),
                    (Some(Preschool), 8),
                    (Some(YouthCentre), 4),
                    (None, 12),
                ],
                providers: &[
                    "Akademia Sportu „Podwórko”",
                    "Stowarzyszenie „Ruch na Rzecz Ruchu”",
                    "Klub Aktywnych „Zryw”",
                    "Szkółka Sportowa „Hop do Góry”",
                ],
                free: 6,
                units: MONTHLY,
                dearness: 2,
                capacity: (12, 24),
                meetings: OFTEN,
                levels: true,
                online: false,
            },
            Self::Water => &Terms {
                hosts: &[(Some(SportsClub), 62), (Some(Preschool), 5), (Some(PrimarySchool), 8), (None, 25)],
                providers: &[
                    "Szkółka Wodna „Bąbelek”",
                    "Wodne Przygody – szkółka sportów wodnych",
                    "Akademia Pływania „Na Fali”",
                ],
                free: 4,
                units: MONTHLY,
                dearness: 3,
                capacity: (6, 14),
                meetings: MIXED,
                levels: true,
                online: false,
            },
            Self::Adventure => &Terms {
                hosts: &[(Some(SportsClub), 75), (None, 25)],
                providers: &["Klub Przygody „Azymut”", "Szkółka Sportowa „Wyżej”", "Stowarzyszenie Sportowe „Wiatr w Plecy”"],
                free: 4,
                units: MONTHLY,
                dearness: 3,
                capacity: (6, 14),
                meetings: MIXED,
                levels: true,
                online: false,
            },
            Self::Martial => &Terms {
                hosts: &[(Some(SportsClub), 56), (Some(PrimarySchool), 14), (Some(Preschool), 8), (Some(YouthCentre), 5), (Some(Police), 2), (None, 15)],
                providers: &["Sekcja „Mata”", "Dojo „Trzy Kroki”", "Szkoła Walki i Spokoju „Bambus”"],
                free: 5,
                units: MONTHLY,
                dearness: 2,
                capacity: (12, 24),
                meetings: OFTEN,
                levels: true,
                online: false,
            },
            Self::Dance => &Terms {
                hosts: &[
                    (Some(CultureCentre), 34),
                    (Some(YouthCentre), 9),
                    (Some(Preschool), 12),
                    (Some(PrimarySchool), 8),
                    (Some(ArtSchool), 7),
                    (Some(SportsClub), 6),
                    (None, 26),
                ],
                providers: &[
                    "Studio Tańca „Obrót”",
                    "Szkoła Tańca „Parkiet”",
                    "Studio Ruchu „Lekko”",
                    "Akademia Tańca „Raz i Dwa”",
                ],
                free: 6,
                units: MONTHLY,
                dearness: 2,
                capacity: (10, 20),
                meetings: MIXED,
                levels: true,
                online: false,
            },
            Self::Music => &Terms {
                hosts: &[(Some(ArtSchool), 34), (Some(CultureCentre), 26), (Some(YouthCentre), 8), (Some(PrimarySchool), 5), (None, 27)],
                providers: &["Szkoła Muzyczna „Półnuta”", "Pracownia Muzyczna „Kamerton”", "Studio Dźwięku „Piwnica”"],
                free: 5,
                units: &[(Unit::Class, 55), (Unit::Month, 45)],
                dearness: 3,
                capacity: (4, 12),
                meetings: ONCE,
                levels: true,
                online: true,
            },
            Self::Ensemble => &Terms {
                hosts: &[(Some(CultureCentre), 46), (Some(ArtSchool), 16), (Some(PrimarySchool), 12), (Some(YouthCentre), 8), (Some(Preschool), 8), (None, 10)],
                providers: &["Stowarzyszenie Śpiewacze „Unisono”", "Fundacja „Muzyka z Bliska”"],
                free: 30,
                units: TERMLY,
                dearness: 1,
                capacity: (10, 30),
                meetings: MIXED,
                levels: false,
                online: false,
            },
            Self::Art => &Terms {
                hosts: &[
                    (Some(CultureCentre), 42),
                    (Some(YouthCentre), 12),
                    (Some(ArtSchool), 6),
                    (Some(PrimarySchool), 10),
                    (Some(Preschool), 9),
                    (Some(Library), 5),
                    (Some(Museum), 3),
                    (Some(Organisation), 3),
                    (None, 14),
                ],
                providers: &["Pracownia „Siedem Pędzli”", "Warsztat „Własnymi Rękami”", "Atelier „Strych”"],
                free: 9,
                units: MONTHLY,
                dearness: 2,
                capacity: (8, 15),
                meetings: ONCE,
                levels: true,
                online: false,
            },
            Self::Stage => &Terms {
                hosts: &[
                    (Some(CultureCentre), 36),
                    (Some(Library), 17),
                    (Some(YouthCentre), 12),
                    (Some(PrimarySchool), 12),
                    (Some(SecondarySchool), 8),
                    (Some(Organisation), 4),
                    (Some(Preschool), 4),
                    (None, 7),
                ],
                providers: &["Teatr Sąsiedzki „Podwórze”", "Grupa Twórcza „Kropka”"],
                free: 14,
                units: MONTHLY,
                dearness: 2,
                capacity: (10, 18),
                meetings: ONCE,
                levels: false,
                online: true,
            },
            Self::Language => &Terms {
                hosts: &[
                    (Some(ContinuingEducation), 14),
                    (Some(CultureCentre), 14),
                    (Some(PrimarySchool), 14),
                    (Some(Preschool), 13),
                    (Some(SecondarySchool), 6),
                    (Some(VocationalSchool), 3),
                    (Some(Library), 5),
                    (Some(Organisation), 5),
                    (None, 26),
                ],
                providers: &[
                    "Szkoła Języków „Parasol”",
                    "Centrum Językowe „Rozmównica”",
                    "Akademia Języków „Siedem Mórz”",
                    "Pracownia Językowa „Od A do B”",
                ],
                free: 4,
                units: TERMLY,
                dearness: 2,
                capacity: (6, 12),
                meetings: MIXED,
                levels: true,
                online: true,
            },
            Self::Science => &Terms {
                hosts: &[
                    (Some(PrimarySchool), 24),
                    (Some(SecondarySchool), 12),
                    (Some(YouthCentre), 12),
                    (Some(CultureCentre), 9),
                    (Some(Other), 12),
                    (Some(Organisation), 10),
                    (Some(Preschool), 8),
                    (None, 13),
                ],
                providers: &["Pracownia Odkryć „Bulgot”", "Akademia Ciekawych „Eureka na Osiedlu”"],
                free: 12,
                units: MONTHLY,
                dearness: 2,
                capacity: (8, 16),
                meetings: ONCE,
                levels: false,
                online: true,
            },
            Self::Tech => &Terms {
                hosts: &[
                    (Some(PrimarySchool), 16),
                    (Some(SecondarySchool), 6),
                    (Some(VocationalSchool), 8),
                    (Some(YouthCentre), 12),
                    (Some(CultureCentre), 12),
                    (Some(Preschool), 6),
                    (Some(Organisation), 7),
                    (Some(Other), 5),
                    (Some(Library), 4),
                    (Some(TeacherTraining), 2),
                    (None, 27),
                ],
                providers: &[
                    "Akademia Robotów „Śrubka”",
                    "Szkoła Programowania „Pętla”",
                    "Warsztat Cyfrowy „Piksel i Spółka”",
                    "Laboratorium Wynalazców „Trybik”",
                ],
                free: 6,
                units: MONTHLY,
                dearness: 3,
                capacity: (8, 14),
                meetings: ONCE,
                levels: true,
                online: true,
            },
            Self::Civic => &Terms {
                hosts: &[
                    (Some(Organisation), 26),
                    (Some(PrimarySchool), 14),
                    (Some(SecondarySchool), 14),
                    (Some(Library), 10),
                    (Some(YouthCentre), 10),
                    (Some(CultureCentre), 8),
                    (Some(Museum), 10),
                    (None, 8),
                ],
                providers: &["Rada Osiedla i Przyjaciele", "Fundacja „Dobre Sąsiedztwo”"],
                free: 70,
                units: TERMLY,
                dearness: 1,
                capacity: (10, 25),
                meetings: ONCE,
                levels: false,
                online: true,
            },
            Self::Outdoor => &Terms {
                hosts: &[(Some(Organisation), 46), (Some(PrimarySchool), 14), (Some(YouthCentre), 8), (Some(SportsClub), 10), (Some(Other), 6), (None, 16)],
                providers: &["Klub Wędrowny „Mech i Paproć”", "Leśna Szkółka „Szyszka”"],
                free: 22,
                units: TERMLY,
                dearness: 1,
                capacity: (10, 24),
                meetings: ONCE,
                levels: false,
                online: false,
            },
            Self::Safety => &Terms {
                hosts: &[
                    (Some(FireBrigade), 22),
                    (Some(Police), 14),
                    (Some(CityGuard), 10),
                    (Some(PrimarySchool), 14),
                    (Some(VocationalSchool), 12),
                    (Some(Organisation), 8),
                    (Some(Preschool), 5),
                    (None, 15),
                ],
                providers: &["Drużyna Ratownicza „Opatrunek”", "Fundacja „Pierwsze Pięć Minut”"],
                free: 35,
                units: SINGLE,
                dearness: 1,
                capacity: (12, 24),
                meetings: ONCE,
                levels: false,
                online: false,
            },
            Self::Mind => &Terms {
                hosts: &[
                    (Some(CultureCentre), 24),
                    (Some(SportsClub), 14),
                    (Some(Library), 14),
                    (Some(PrimarySchool), 17),
                    (Some(YouthCentre), 9),
                    (Some(Preschool), 6),
                    (Some(Dormitory), 2),
                    (None, 14),
                ],
                providers: &["Klub Gier „Pionek”", "Kuchnia Warsztatowa „Szczypta”", "Klub Główkujących „Rebus”"],
                free: 10,
                units: MONTHLY,
                dearness: 1,
                capacity: (8, 18),
                meetings: ONCE,
                levels: true,
                online: true,
            },
            Self::Support => &Terms {
                hosts: &[
                    (Some(CounsellingCentre), 26),
                    (Some(PrimarySchool), 22),
                    (Some(SecondarySchool), 8),
                    (Some(SpecialSchool), 8),
                    (Some(Preschool), 6),
                    (Some(Organisation), 6),
                    (Some(ContinuingEducation), 6),
                    (Some(SportsClub), 4),
                    (None, 18),
                ],
                providers: &["Gabinet Rozwoju „Latawiec”", "Centrum Nauki i Wsparcia „Krok”", "Pracownia Rozwoju „Mały Krok”"],
                free: 8,
                units: SINGLE,
                dearness: 2,
                capacity: (4, 10),
                meetings: MIXED,
                levels: false,
                online: true,
            },
        }
    }
}
