//! What offers of each profile have in common: who holds them, what they cost, how big the groups are.

use super::profile::Kind::{
    ArtSchool, CityGuard, ContinuingEducation, CounsellingCentre, CultureCentre, Dormitory, FireBrigade, Library,
    Museum, Organisation, Other, Police, Preschool, PrimarySchool, SchoolComplex, SecondarySchool, SpecialSchool,
    SportsClub, TeacherTraining, VocationalSchool, YouthCentre,
};
use super::profile::{Kind, Profile, Unit};

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
}

const ONCE: &[(u32, u32)] = &[(1, 1)];
const OFTEN: &[(u32, u32)] = &[(1, 25), (2, 60), (3, 15)];
const MIXED: &[(u32, u32)] = &[(1, 65), (2, 35)];
const MONTHLY: &[(Unit, u32)] = &[(Unit::Month, 70), (Unit::Term, 15), (Unit::Class, 15)];
const TERMLY: &[(Unit, u32)] = &[(Unit::Term, 45), (Unit::Month, 40), (Unit::Class, 15)];
const SINGLE: &[(Unit, u32)] = &[(Unit::Class, 55), (Unit::Month, 30), (Unit::Term, 15)];

const SPORT: Terms = Terms {
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
};

const WATER: Terms = Terms {
    hosts: &[(Some(SportsClub), 62), (Some(Preschool), 5), (Some(PrimarySchool), 8), (None, 25)],
    providers: &["Szkółka Wodna „Bąbelek”", "Wodne Przygody – szkółka sportów wodnych", "Akademia Pływania „Na Fali”"],
    free: 4,
    units: MONTHLY,
    dearness: 3,
    capacity: (6, 14),
    meetings: MIXED,
    levels: true,
};

const ADVENTURE: Terms = Terms {
    hosts: &[(Some(SportsClub), 75), (None, 25)],
    providers: &["Klub Przygody „Azymut”", "Szkółka Sportowa „Wyżej”", "Stowarzyszenie Sportowe „Wiatr w Plecy”"],
    free: 4,
    units: MONTHLY,
    dearness: 3,
    capacity: (6, 14),
    meetings: MIXED,
    levels: true,
};

const MARTIAL: Terms = Terms {
    hosts: &[
        (Some(SportsClub), 56),
        (Some(PrimarySchool), 14),
        (Some(Preschool), 8),
        (Some(YouthCentre), 5),
        (Some(Police), 2),
        (None, 15),
    ],
    providers: &["Sekcja „Mata”", "Dojo „Trzy Kroki”", "Szkoła Walki i Spokoju „Bambus”"],
    free: 5,
    units: MONTHLY,
    dearness: 2,
    capacity: (12, 24),
    meetings: OFTEN,
    levels: true,
};

const DANCE: Terms = Terms {
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
};

const MUSIC: Terms = Terms {
    hosts: &[
        (Some(ArtSchool), 34),
        (Some(CultureCentre), 26),
        (Some(YouthCentre), 8),
        (Some(PrimarySchool), 5),
        (None, 27),
    ],
    providers: &["Szkoła Muzyczna „Półnuta”", "Pracownia Muzyczna „Kamerton”", "Studio Dźwięku „Piwnica”"],
    free: 5,
    units: &[(Unit::Class, 55), (Unit::Month, 45)],
    dearness: 3,
    capacity: (4, 12),
    meetings: ONCE,
    levels: true,
};

const ENSEMBLE: Terms = Terms {
    hosts: &[
        (Some(CultureCentre), 46),
        (Some(ArtSchool), 16),
        (Some(PrimarySchool), 12),
        (Some(YouthCentre), 8),
        (Some(Preschool), 8),
        (None, 10),
    ],
    providers: &["Stowarzyszenie Śpiewacze „Unisono”", "Fundacja „Muzyka z Bliska”"],
    free: 30,
    units: TERMLY,
    dearness: 1,
    capacity: (10, 30),
    meetings: MIXED,
    levels: false,
};

const ART: Terms = Terms {
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
};

const STAGE: Terms = Terms {
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
};

const LANGUAGE: Terms = Terms {
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
};

const SCIENCE: Terms = Terms {
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
};

const TECH: Terms = Terms {
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
};

const CIVIC: Terms = Terms {
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
};

const OUTDOOR: Terms = Terms {
    hosts: &[
        (Some(Organisation), 46),
        (Some(PrimarySchool), 14),
        (Some(YouthCentre), 8),
        (Some(SportsClub), 10),
        (Some(Other), 6),
        (None, 16),
    ],
    providers: &["Klub Wędrowny „Mech i Paproć”", "Leśna Szkółka „Szyszka”"],
    free: 22,
    units: TERMLY,
    dearness: 1,
    capacity: (10, 24),
    meetings: ONCE,
    levels: false,
};

const SAFETY: Terms = Terms {
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
};

const MIND: Terms = Terms {
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
};

const SUPPORT: Terms = Terms {
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
    providers: &["Gabinet Rozwoju „Latawiec”", "Centrum Nauki i Wsparcia „Krok”", "Pracownia Rozwoju „Dwa Brzegi”"],
    free: 8,
    units: SINGLE,
    dearness: 2,
    capacity: (4, 10),
    meetings: MIXED,
    levels: false,
};

impl Profile {
    /// The terms of offers of this profile.
    pub(super) const fn terms(self) -> &'static Terms {
        match self {
            Self::Sport => &SPORT,
            Self::Water => &WATER,
            Self::Adventure => &ADVENTURE,
            Self::Martial => &MARTIAL,
            Self::Dance => &DANCE,
            Self::Music => &MUSIC,
            Self::Ensemble => &ENSEMBLE,
            Self::Art => &ART,
            Self::Stage => &STAGE,
            Self::Language => &LANGUAGE,
            Self::Science => &SCIENCE,
            Self::Tech => &TECH,
            Self::Civic => &CIVIC,
            Self::Outdoor => &OUTDOOR,
            Self::Safety => &SAFETY,
            Self::Mind => &MIND,
            Self::Support => &SUPPORT,
        }
    }
}
