//! Who holds an offer, and where.

use super::City;
use super::ages::Band;
use super::draw::Draw;
use super::institutions::Institution;
use super::places::{Place, Places, phone};
use super::profile::{Kind, Profile};
use super::topics::Topic;

/// The holder of one offer and the place of it.
#[expect(clippy::struct_excessive_bools, reason = "independent facts of a place")]
pub(super) struct Host {
    /// Id of the institution, empty where only a provider is named.
    pub(super) institution: String,
    /// A provider that is not in the directory, mostly empty.
    pub(super) provider: String,
    pub(super) kind: Option<Kind>,
    pub(super) public: bool,
    pub(super) place: Place,
    /// Name of the place's district.
    pub(super) district_name: String,
    pub(super) email: String,
    pub(super) phone: String,
    pub(super) website: String,
    pub(super) step_free: bool,
    pub(super) hearing_loop: bool,
    pub(super) braille: bool,
}

/// The institutions of a city, to choose from.
pub(super) struct Hosts<'a> {
    city: &'a City<'a>,
    all: &'a [Institution],
    seed: u64,
    places: Places<'a>,
}

impl<'a> Hosts<'a> {
    pub(super) fn new(city: &'a City<'a>, all: &'a [Institution], seed: u64, draw: &mut Draw) -> Self {
        Self { city, all, seed, places: Places::new(city, draw) }
    }

    /// Somebody who would hold such a thing for such people.
    pub(super) fn choose(&mut self, draw: &mut Draw, topic: &Topic, band: Band, online: bool) -> Host {
        let terms = topic.profile.terms();
        let kinds = terms
            .hosts
            .iter()
            .filter(|(kind, _)| kind.is_none_or(|kind| kind.serves(band) && !(online && kind == Kind::Preschool)));
        let kinds = kinds.map(|(kind, weight)| (*kind, weight * readiness(*kind, band))).collect::<Vec<_>>();
        let kind = draw.weighted(&kinds).copied().flatten();
        let of_kind = self.all.iter().filter(|found| Some(found.kind) == kind);
        let keeping = of_kind.clone().filter(|found| found.topics.contains(&topic.id)).collect::<Vec<_>>();
        let open = of_kind.filter(|found| found.topics.is_empty()).collect::<Vec<_>>();
        let specialised = draw.percent(70);
        let chosen = if keeping.is_empty() || !specialised && !open.is_empty() { &open } else { &keeping };
        match draw.pick(chosen) {
            Some(found) => self.within(draw, topic, found),
            None => self.outside(draw, topic),
        }
    }

    /// An institution of the directory, in its own rooms or in a school's hall.
    fn within(&mut self, draw: &mut Draw, topic: &Topic, found: &Institution) -> Host {
        let elsewhere = draw.percent(60);
        let schools = self
            .all
            .iter()
            .filter(|other| matches!(other.kind, Kind::PrimarySchool | Kind::SchoolComplex))
            .collect::<Vec<_>>();
        let school = draw.pick(&schools).copied();
        let movable = found.kind == Kind::SportsClub
            && matches!(topic.profile, Profile::Sport | Profile::Martial | Profile::Dance | Profile::Mind);
        let at = school.filter(|_| movable && elsewhere).unwrap_or(found);
        let by_others =
            draw.percent(12) && matches!(found.kind, Kind::PrimarySchool | Kind::Preschool | Kind::CultureCentre);
        let provider = draw.text(topic.profile.terms().providers);
        let (loop_chance, braille_chance) = match found.kind {
            Kind::CultureCentre | Kind::Museum => (14, 2),
            Kind::Library => (8, 14),
            Kind::SpecialSchool | Kind::CounsellingCentre => (6, 8),
            _ => (1, 0),
        };
        Host {
            institution: found.id.clone(),
            provider: if by_others { provider.to_owned() } else { String::new() },
            kind: Some(found.kind),
            public: found.public,
            place: at.place.clone(),
            district_name: self.district_name(&at.place),
            email: found.email.clone(),
            phone: found.phone.clone(),
            website: found.website.clone(),
            step_free: at.step_free,
            hearing_loop: draw.percent(loop_chance),
            braille: draw.percent(braille_chance),
        }
    }

    /// A provider that is not in the directory, somewhere in the district whose turn it is.
    fn outside(&mut self, draw: &mut Draw, topic: &Topic) -> Host {
        let provider = draw.text(topic.profile.terms().providers);
        let place = self.places.deal(draw);
        let domain = format!("{}.{}.example", domain(provider), self.city.slug);
        let mut own = Draw::new(self.city.slug, self.seed, provider);
        Host {
            institution: String::new(),
            provider: provider.to_owned(),
            kind: None,
            public: false,
            district_name: self.district_name(&place),
            place,
            email: format!("zapisy@{domain}"),
            phone: phone(&mut own),
            website: format!("https://{domain}"),
            step_free: draw.percent(22),
            hearing_loop: false,
            braille: false,
        }
    }

    fn district_name(&self, place: &Place) -> String {
        let district = self.city.districts.iter().find(|district| district.id == place.district);
        district.map(|district| district.name.to_owned()).unwrap_or_default()
    }
}

/// How much more likely a school is among those who would hold something for its own pupils.
const fn readiness(kind: Option<Kind>, band: Band) -> u32 {
    match (kind, band) {
        (Some(Kind::Preschool), Band::Preschool) => 5,
        (Some(Kind::SecondarySchool | Kind::VocationalSchool), Band::Teen) => 3,
        (Some(Kind::ContinuingEducation), Band::Adult) => 2,
        _ => 1,
    }
}

/// The first label of a domain for a name: its quoted part or all of it, without Polish letters.
fn domain(name: &str) -> String {
    let quoted = name.split_once('„').and_then(|(_, rest)| rest.split_once('”')).map_or(name, |(quoted, _)| quoted);
    let mut label = String::new();
    for letter in quoted.to_lowercase().chars() {
        match letter {
            'ą' => label.push('a'),
            'ć' => label.push('c'),
            'ę' => label.push('e'),
            'ł' => label.push('l'),
            'ń' => label.push('n'),
            'ó' => label.push('o'),
            'ś' => label.push('s'),
            'ź' | 'ż' => label.push('z'),
            'a'..='z' | '0'..='9' => label.push(letter),
            _ if !label.is_empty() && !label.ends_with('-') => label.push('-'),
            _ => {}
        }
    }
    label.trim_end_matches('-').to_owned()
}
