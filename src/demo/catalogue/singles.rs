//! Institutions of which a city has one or a few, each with a name of its own.

use super::profile::Kind;

/// An institution that exists once, with the interests it keeps to (any where there are none).
pub(super) struct Single {
    pub(super) kind: Kind,
    pub(super) public: bool,
    pub(super) name: &'static str,
    /// First part of its domain.
    pub(super) domain: &'static str,
    pub(super) topics: &'static [&'static str],
}

pub(super) const fn single(
    kind: Kind,
    public: bool,
    name: &'static str,
    domain: &'static str,
    topics: &'static [&'static str],
) -> Single {
    Single { kind, public, name, domain, topics }
}

const MUSIC: &[&str] =
    &["piano", "guitar", "strings", "wind", "drums", "vocals", "choir", "band_orchestra", "early_music"];
const MUSEUM: &[&str] =
    &["history", "local_heritage", "crafts", "drawing_painting", "ceramics", "woodwork", "puppetry"];
const ARTS: &[&str] = &[
    "drawing_painting",
    "ceramics",
    "graphics_comics",
    "photography",
    "sewing_fashion",
    "design_architecture",
    "crafts",
];
pub(super) const SCIENCE: &[&str] = &[
    "young_scientist",
    "astronomy",
    "physics",
    "chemistry",
    "biology",
    "mathematics",
    "geography",
    "zoology",
    "robotics",
    "electronics",
];

/// Institutions other than the numbered ones, clubs and organisations.
pub(super) const SINGLES: &[Single] = &[
    single(Kind::PostSecondarySchool, true, "Szkoła Policealna „Medyk Jutra”", "policealna-medyk", &[]),
    single(Kind::PostSecondarySchool, false, "Policealna Szkoła Kosmetyczna „Irys”", "irys-policealna", &[]),
    single(Kind::PostSecondarySchool, false, "Szkoła Policealna „Perspektywa”", "perspektywa-policealna", &[]),
    single(Kind::ArtSchool, true, "Szkoła Muzyczna I stopnia nr 101 im. Grażyny Bacewicz", "sm101", MUSIC),
    single(Kind::ArtSchool, false, "Ognisko Muzyczne „Pięciolinia”", "piecioliniaognisko", MUSIC),
    single(Kind::ArtSchool, true, "Ognisko Plastyczne „Paleta”", "ognisko-paleta", ARTS),
    single(
        Kind::ArtSchool,
        false,
        "Ognisko Baletowe „Arabeska”",
        "arabeska",
        &["ballet", "contemporary", "rhythmics", "ballroom"],
    ),
    single(
        Kind::SpecialSchool,
        true,
        "Specjalny Ośrodek Szkolno-Wychowawczy nr 101",
        "sosw101",
        &["adaptive_sport", "therapy", "study_skills", "career", "mindfulness"],
    ),
    single(
        Kind::SpecialSchool,
        true,
        "Szkoła Podstawowa Specjalna nr 151 „Dobra Droga”",
        "sps151",
        &["adaptive_sport", "therapy", "mindfulness", "after_school_care"],
    ),
    single(
        Kind::SpecialSchool,
        true,
        "Szkoła Specjalna Przysposabiająca do Pracy nr 102",
        "ssp102",
        &["adaptive_sport", "therapy", "career", "mindfulness"],
    ),
    single(Kind::CounsellingCentre, true, "Poradnia Psychologiczno-Pedagogiczna nr 101", "ppp101", &[]),
    single(Kind::CounsellingCentre, true, "Poradnia Psychologiczno-Pedagogiczna nr 102", "ppp102", &[]),
    single(
        Kind::CounsellingCentre,
        true,
        "Poradnia Specjalistyczna „Start”",
        "poradnia-start",
        &["therapy", "mindfulness"],
    ),
    single(
        Kind::CounsellingCentre,
        false,
        "Poradnia Rodzinna „Bliżej”",
        "poradnia-blizej",
        &["therapy", "mindfulness", "study_skills"],
    ),
    single(Kind::Dormitory, true, "Bursa Szkolna nr 101", "bursa101", &[]),
    single(Kind::Dormitory, true, "Internat Międzyszkolny „Przystań”", "internat-przystan", &[]),
    single(Kind::CultureCentre, true, "Dom Kultury „Latarnia”", "dk-latarnia", &[]),
    single(Kind::CultureCentre, true, "Dom Kultury „Kuźnia”", "dk-kuznia", &[]),
    single(Kind::CultureCentre, true, "Dom Kultury „Pod Lipami”", "dk-podlipami", &[]),
    single(Kind::CultureCentre, true, "Osiedlowy Dom Kultury „Zegar”", "odk-zegar", &[]),
    single(Kind::CultureCentre, true, "Klub Osiedlowy „Wiatrak”", "klub-wiatrak", &[]),
    single(Kind::CultureCentre, false, "Spółdzielczy Dom Kultury „Mozaika”", "sdk-mozaika", &[]),
    single(Kind::CultureCentre, false, "Centrum Sztuki „Stara Drukarnia”", "stara-drukarnia", &[]),
    single(Kind::CultureCentre, true, "Miejski Ośrodek Kultury „Przystanek Scena”", "mok-scena", &[]),
    single(Kind::Library, true, "Biblioteka Miejska – Filia nr 101", "biblioteka-f101", &[]),
    single(Kind::Library, true, "Biblioteka Miejska – Filia nr 102 dla Dzieci", "biblioteka-f102", &[]),
    single(Kind::Library, true, "Biblioteka Miejska – Filia nr 103", "biblioteka-f103", &[]),
    single(Kind::Library, true, "Mediateka „Na Piętrze”", "mediateka", &[]),
    single(Kind::Museum, true, "Muzeum Zabawki i Dzieciństwa", "muzeum-zabawki", MUSEUM),
    single(Kind::Museum, true, "Muzeum Dawnego Rzemiosła „Kowadło”", "muzeum-kowadlo", MUSEUM),
    single(Kind::YouthCentre, true, "Młodzieżowy Dom Kultury nr 101", "mdk101", &[]),
    single(Kind::YouthCentre, true, "Pałac Młodzieży „Kometa”", "pm-kometa", &[]),
    single(Kind::YouthCentre, true, "Międzyszkolny Ośrodek Zajęć „Pracownie”", "pracownie", &[]),
    single(Kind::ContinuingEducation, true, "Centrum Kształcenia Ustawicznego nr 101", "cku101", &[]),
    single(Kind::ContinuingEducation, false, "Ośrodek Kursów „Nowy Etap”", "nowyetap", &[]),
    single(Kind::ContinuingEducation, false, "Instytut Języków „Meridian”", "meridian-jezyki", &[]),
    single(Kind::TeacherTraining, true, "Miejskie Centrum Rozwoju Nauczycieli „Kreda”", "mcrn-kreda", &[]),
    single(
        Kind::Police,
        true,
        "Komisariat Policji nr 101 – Zespół Profilaktyki",
        "policja101",
        &["road_safety", "cybersecurity", "self_defence"],
    ),
    single(Kind::FireBrigade, true, "Jednostka Ratowniczo-Gaśnicza nr 101", "jrg101", &["fire_youth", "first_aid"]),
    single(
        Kind::FireBrigade,
        false,
        "Ochotnicza Straż Pożarna „Czujka”",
        "osp-czujka",
        &["fire_youth", "first_aid", "uniformed"],
    ),
    single(Kind::CityGuard, true, "Straż Miejska – Sekcja Edukacji", "straz-edukacja", &["road_safety", "first_aid"]),
    single(Kind::Other, true, "Centrum Nauki „Magnes”", "cn-magnes", SCIENCE),
    single(Kind::Other, false, "Ogród Społeczny „Grządka”", "grzadka", &["gardening", "ecology", "cooking"]),
];
