//! The institutions of a demo city: schools, clubs, libraries and the others that hold activities.

use super::City;
use super::clubs::CLUBS;
use super::draw::Draw;
use super::names::{PRESCHOOLS, PRIMARY_PATRONS, SECONDARY_PATRONS, VOCATIONAL};
use super::places::{Place, Places, phone};
use super::profile::Kind;
use super::singles::SINGLES;

/// An invented institution.
pub(super) struct Institution {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) short_name: String,
    pub(super) kind: Kind,
    pub(super) public: bool,
    pub(super) founder: String,
    pub(super) place: Place,
    pub(super) phone: String,
    pub(super) email: String,
    pub(super) website: String,
    pub(super) pupils: Option<u32>,
    pub(super) languages: &'static str,
    /// Interests it keeps to, any where there are none.
    pub(super) topics: &'static [&'static str],
    /// Whether one gets in without steps.
    pub(super) step_free: bool,
}

/// What a name, a domain and a kind make.
struct Sketch {
    kind: Kind,
    public: bool,
    name: String,
    short_name: String,
    domain: String,
    topics: &'static [&'static str],
}

/// The institutions of a city, always the same for a slug and a seed.
pub(super) fn generate(city: &City<'_>, seed: u64) -> Vec<Institution> {
    let mut draw = Draw::new(city.slug, seed, "institutions");
    let mut sketches = numbered(&mut draw);
    sketches.extend(SINGLES.iter().chain(CLUBS).map(|single| Sketch {
        kind: single.kind,
        public: single.public,
        name: single.name.to_owned(),
        short_name: short(single.name),
        domain: single.domain.to_owned(),
        topics: single.topics,
    }));
    let mut places = Places::new(city, &mut draw);
    let mut order = (0..sketches.len()).collect::<Vec<_>>();
    draw.shuffle(&mut order);
    let mut dealt = order.into_iter().map(|at| (at, places.deal(&mut draw))).collect::<Vec<_>>();
    dealt.sort_by_key(|(at, _)| *at);
    let found = |(index, (sketch, (_, place))): (usize, (Sketch, (usize, Place)))| {
        complete(city, &mut draw, index, sketch, place)
    };
    sketches.into_iter().zip(dealt).enumerate().map(found).collect()
}

/// Preschools and schools, which bear numbers that no real city reaches.
fn numbered(draw: &mut Draw) -> Vec<Sketch> {
    let mut all = Vec::new();
    let mut number = 100;
    let preschools = u32::try_from(PRESCHOOLS.len()).unwrap_or(30) - draw.below(5);
    for (index, name) in PRESCHOOLS.iter().enumerate().take(usize::try_from(preschools).unwrap_or(25)) {
        number += draw.between(1, 3);
        all.push(if index % 10 < 7 {
            sketch(
                Kind::Preschool,
                true,
                format!("Przedszkole Miejskie nr {number} „{name}”"),
                format!("PM {number}"),
                format!("pm{number}"),
            )
        } else {
            sketch(
                Kind::Preschool,
                false,
                format!("Niepubliczne Przedszkole „{name}”"),
                format!("Przedszkole „{name}”"),
                format!("przedszkole-{}", index + 1),
            )
        });
    }
    number = 100;
    for (index, patron) in PRIMARY_PATRONS.iter().enumerate() {
        number += draw.between(1, 3);
        all.push(if index % 12 == 11 {
            sketch(
                Kind::PrimarySchool,
                false,
                format!("Społeczna Szkoła Podstawowa nr {number} im. {patron}"),
                format!("SSP {number}"),
                format!("ssp-{number}"),
            )
        } else {
            sketch(
                Kind::PrimarySchool,
                true,
                format!("Szkoła Podstawowa nr {number} im. {patron}"),
                format!("SP {number}"),
                format!("sp{number}"),
            )
        });
    }
    for (index, patron) in SECONDARY_PATRONS.iter().enumerate().take(12) {
        let number = 101 + index;
        let public = index % 5 < 4;
        let sort = if public { "Liceum Ogólnokształcące" } else { "Społeczne Liceum Ogólnokształcące" };
        all.push(sketch(
            Kind::SecondarySchool,
            public,
            format!("{sort} nr {number} im. {patron}"),
            format!("LO {number}"),
            format!("lo{number}"),
        ));
    }
    for (index, sort) in VOCATIONAL.iter().enumerate() {
        let number = 101 + index;
        all.push(sketch(
            Kind::VocationalSchool,
            true,
            format!("{sort} nr {number}"),
            if sort.starts_with("Branżowa") { format!("BS {number}") } else { format!("T {number}") },
            format!("technikum{number}"),
        ));
    }
    let complexes = [
        "Zespół Szkolno-Przedszkolny",
        "Zespół Szkół Ogólnokształcących",
        "Zespół Szkół Sportowych",
        "Zespół Szkół",
        "Zespół Szkolno-Przedszkolny",
    ];
    for (index, sort) in complexes.iter().enumerate() {
        let number = 101 + index;
        all.push(sketch(
            Kind::SchoolComplex,
            true,
            format!("{sort} nr {number}"),
            format!("Zespół nr {number}"),
            format!("zespol{number}"),
        ));
    }
    all
}

fn sketch(kind: Kind, public: bool, name: String, short_name: String, domain: String) -> Sketch {
    Sketch { kind, public, name, short_name, domain, topics: &[] }
}

/// Long beginnings of names and what people say instead.
const ABBREVIATIONS: &[(&str, &str)] = &[
    ("Uczniowski Klub Sportowy", "UKS"),
    ("Klub Sportowy Osób z Niepełnosprawnościami", "KS"),
    ("Klub Sportowy", "KS"),
    ("Miejski Klub Pływacki", "MKP"),
    ("Specjalny Ośrodek Szkolno-Wychowawczy", "SOSW"),
    ("Poradnia Psychologiczno-Pedagogiczna", "PPP"),
    ("Młodzieżowy Dom Kultury", "MDK"),
    ("Osiedlowy Dom Kultury", "ODK"),
    ("Spółdzielczy Dom Kultury", "SDK"),
    ("Miejski Ośrodek Kultury", "MOK"),
    ("Dom Kultury", "DK"),
    ("Biblioteka Miejska – Filia", "Filia"),
    ("Centrum Kształcenia Ustawicznego", "CKU"),
    ("Miejskie Centrum Rozwoju Nauczycieli", "MCRN"),
    ("Jednostka Ratowniczo-Gaśnicza", "JRG"),
    ("Ochotnicza Straż Pożarna", "OSP"),
    ("Stowarzyszenie Miłośników Nauki", "Stowarzyszenie"),
    ("Szkoła Muzyczna I stopnia nr 101 im. Grażyny Bacewicz", "SM nr 101"),
];

/// A shorter form where there is a usual one, otherwise the name.
fn short(name: &str) -> String {
    let found =
        ABBREVIATIONS.iter().find_map(|(long, short)| name.strip_prefix(long).map(|rest| format!("{short}{rest}")));
    found.unwrap_or_else(|| name.to_owned())
}

fn complete(city: &City<'_>, draw: &mut Draw, index: usize, sketch: Sketch, place: Place) -> Institution {
    let Sketch { kind, public, name, short_name, domain, topics } = sketch;
    let box_name = match kind {
        Kind::PrimarySchool
        | Kind::SecondarySchool
        | Kind::VocationalSchool
        | Kind::SchoolComplex
        | Kind::SpecialSchool => "sekretariat",
        Kind::SportsClub => "klub",
        _ => "kontakt",
    };
    let pupils = match kind {
        Kind::Preschool => Some(draw.between(40, 160)),
        Kind::PrimarySchool | Kind::SchoolComplex => Some(draw.between(180, 760)),
        Kind::SecondarySchool | Kind::VocationalSchool => Some(draw.between(150, 620)),
        Kind::PostSecondarySchool | Kind::ArtSchool => Some(draw.between(60, 240)),
        Kind::SpecialSchool => Some(draw.between(40, 140)),
        Kind::Dormitory => Some(draw.between(50, 130)),
        _ => None,
    };
    let languages = match kind {
        Kind::Preschool => draw.text(&["angielski", "angielski", "angielski|niemiecki", ""]),
        Kind::PrimarySchool | Kind::SchoolComplex | Kind::SpecialSchool => {
            draw.text(&["angielski|niemiecki", "angielski|niemiecki", "angielski|hiszpański", "angielski"])
        }
        Kind::SecondarySchool => draw.text(&[
            "angielski|niemiecki|hiszpański",
            "angielski|niemiecki|francuski",
            "angielski|niemiecki|włoski",
        ]),
        Kind::VocationalSchool | Kind::PostSecondarySchool => draw.text(&["angielski|niemiecki", "angielski"]),
        Kind::ContinuingEducation => "angielski|niemiecki|hiszpański",
        _ => "",
    };
    Institution {
        id: format!("{}-i{:03}", city.slug, index + 1),
        founder: founder(city, kind, public, &name),
        phone: phone(draw),
        email: format!("{box_name}@{domain}.{}.example", city.slug),
        website: format!("https://{domain}.{}.example", city.slug),
        step_free: draw.percent(if public { 55 } else { 35 }),
        name,
        short_name,
        kind,
        public,
        place,
        pupils,
        languages,
        topics,
    }
}

/// Who runs it.
fn founder(city: &City<'_>, kind: Kind, public: bool, name: &str) -> String {
    match kind {
        Kind::Police => "Skarb Państwa – Policja".to_owned(),
        Kind::FireBrigade if public => "Skarb Państwa – Państwowa Straż Pożarna".to_owned(),
        Kind::SportsClub | Kind::Organisation | Kind::FireBrigade => "Stowarzyszenie lub fundacja".to_owned(),
        _ if public => format!("Gmina Miasto {}", city.name),
        _ if name.starts_with("Społeczn") => "Stowarzyszenie rodziców".to_owned(),
        Kind::CultureCentre if name.starts_with("Spółdzielczy") => "Spółdzielnia mieszkaniowa".to_owned(),
        _ => "Osoba fizyczna lub spółka".to_owned(),
    }
}
