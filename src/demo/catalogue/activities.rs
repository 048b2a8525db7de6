//! The activities of a demo city: how many of what, and each offer row by row.

use chrono::NaiveDate;

use super::City;
use super::ages::{Ages, Band};
use super::camps::{CAMPS, Season};
use super::describe::{Facts, Level, Writer, elementary};
use super::draw::Draw;
use super::foreign::{ENGLISH, Tongue, UKRAINIAN};
use super::host::{Host, Hosts};
use super::institutions;
use super::places::coordinate;
use super::price::Price;
use super::profile::{Kind, Profile};
use super::terms::Terms;
use super::timetable::{Dates, Slots, date};
use super::topics::{self, Topic};

/// The columns of the contract.
pub(super) const COLUMNS: [&str; 31] = [
    "id",
    "title",
    "description",
    "interests",
    "institution",
    "provider",
    "min_age",
    "max_age",
    "slots",
    "from",
    "until",
    "price",
    "price_unit",
    "capacity",
    "places_left",
    "street",
    "building",
    "postal_code",
    "city",
    "lat",
    "lon",
    "district",
    "languages",
    "accessibility",
    "online",
    "enrolment_url",
    "enrolment_opens",
    "enrolment_closes",
    "email",
    "phone",
    "tags",
];

/// Interests that can be taught through a screen.
const REMOTE: &[&str] = &[
    "english",
    "german",
    "spanish",
    "french",
    "italian",
    "ukrainian",
    "polish_foreign",
    "asian_languages",
    "debate",
    "programming",
    "game_dev",
    "web_design",
    "digital_art",
    "ai_data",
    "cybersecurity",
    "music_production",
    "creative_writing",
    "journalism",
    "mathematics",
    "astronomy",
    "philosophy_ethics",
    "european_club",
    "chess",
    "logic",
    "entrepreneurship",
    "career",
    "study_skills",
    "exam_prep",
    "mindfulness",
    "vocals",
    "guitar",
];

/// Interests that do shy children good.
const GENTLE: &[&str] = &[
    "theatre",
    "board_games",
    "therapy",
    "mindfulness",
    "choir",
    "ceramics",
    "drawing_painting",
    "chess",
    "aikido",
    "puppetry",
    "crafts",
    "lego_blocks",
];

/// What one draws before the texts are chosen.
struct Offer {
    host: Host,
    facts: Facts,
    price: Option<Price>,
    capacity: Option<u32>,
    places_left: Option<u32>,
    dates: Dates,
}

/// Title, description, tag of the language.
type Texts = (String, String, &'static str);

/// The rows of a city, always the same for a slug and a seed but for the dates, which follow `today`.
pub(super) fn rows(city: &City<'_>, seed: u64, today: NaiveDate) -> Vec<[String; 31]> {
    let institutions = institutions::generate(city, seed);
    let mut draw = Draw::new(city.slug, seed, "activities");
    let plan = plan(&mut draw);
    let mut hosts = Hosts::new(city, &institutions, seed, &mut draw);
    let mut writer = Writer::default();
    let mut rows = Vec::with_capacity(plan.len());
    for (index, planned) in plan.into_iter().enumerate() {
        let number = index + 1;
        rows.push(match planned {
            Planned::Regular(topic) => regular(city, &mut draw, &mut hosts, &mut writer, topic, number, today),
            Planned::Camp(at) => camp(city, &mut draw, &mut hosts, &mut writer, at, number, today),
        });
    }
    rows
}

enum Planned {
    Regular(&'static Topic),
    /// Index into [`CAMPS`].
    Camp(usize),
}

/// What the catalogue holds, shuffled: each topic at least twice, the common ones as their weights say.
fn plan(draw: &mut Draw) -> Vec<Planned> {
    let total = draw.between(1_405, 1_465);
    let topics = topics::all().map(|topic| (topic, topic.weight * draw.between(80, 125))).collect::<Vec<_>>();
    let sum = topics.iter().map(|(_, weight)| weight).sum::<u32>().max(1);
    let mut plan = Vec::new();
    for (topic, weight) in &topics {
        let share = (weight * total / sum).max(2);
        plan.extend((0..share).map(|_| Planned::Regular(topic)));
    }
    for _ in plan.len()..usize::try_from(total).unwrap_or_default() {
        plan.extend(draw.weighted(&topics).map(|topic| Planned::Regular(topic)));
    }
    plan.extend((0..CAMPS.len()).map(Planned::Camp));
    plan.extend((0..draw.between(30, 45)).map(|_| Planned::Camp(draw.index(CAMPS.len()))));
    draw.shuffle(&mut plan);
    plan
}

fn regular(
    city: &City<'_>,
    draw: &mut Draw,
    hosts: &mut Hosts<'_>,
    writer: &mut Writer,
    topic: &'static Topic,
    number: usize,
    today: NaiveDate,
) -> [String; 31] {
    let terms = topic.profile.terms();
    let letters = topic.bands.chars().collect::<Vec<_>>();
    let band = draw.pick(&letters).and_then(|letter| Band::of(*letter)).unwrap_or(Band::Kids);
    let ages = match (topic.id, band) {
        // Pupils before their examinations.
        ("exam_prep", Band::Teen) => Ages { min: 16 * 12, max: Some(19 * 12) },
        ("exam_prep", Band::Middle) => Ages { min: 13 * 12, max: Some(15 * 12) },
        _ => band.ages(draw.index(8), topic.from_age),
    };
    let tongue = tongue(draw, topic, band);
    let online = draw.percent(online_chance(band)) && REMOTE.contains(&topic.id);
    let host = hosts.choose(draw, topic, band, online);
    let mut offer = offer(draw, topic, terms, band, ages, host, online, today);
    if tongue.is_some() {
        offer.facts.level = Level::Any;
    }
    let abroad = tongue.and_then(|tongue| tongue.offer(topic.id).map(|found| (tongue, found)));
    let texts: Texts = if let Some((tongue, found)) = abroad {
        let (title, text) = writer.foreign(draw, tongue, found, &offer.facts);
        (title, text, tongue.tag)
    } else {
        let title = writer.title(draw, topic, &offer.facts);
        let text = writer.description(draw, topic, &offer.facts, &title);
        (title, text, "pl")
    };
    let tags = tags(draw, topic, &offer, &texts);
    let interests = interests(draw, topic);
    row(city, draw, &offer, texts, &interests, &tags, number)
}

fn camp(
    city: &City<'_>,
    draw: &mut Draw,
    hosts: &mut Hosts<'_>,
    writer: &mut Writer,
    at: usize,
    number: usize,
    today: NaiveDate,
) -> [String; 31] {
    let Some((camp, topic)) =
        CAMPS.get(at).and_then(|camp| topics::all().find(|topic| topic.id == camp.topic).map(|topic| (camp, topic)))
    else {
        return std::array::from_fn(|_| String::new());
    };
    let young = camp.topic == "rhythmics";
    let band = if young { Band::Preschool } else { Band::Kids };
    let (min, max) = [(72, 120), (84, 144), (96, 156), (84, 132)][draw.index(4)];
    let ages = if young {
        Ages { min: 48, max: Some(84) }
    } else {
        Ages { min: min.max(topic.from_age * 12), max: Some(max) }
    };
    let host = hosts.choose(draw, topic, band, false);
    let mut offer = offer(draw, topic, topic.profile.terms(), band, ages, host, false, today);
    offer.price = Some(Price::of_camp(draw, offer.host.kind));
    offer.dates = Dates::of_camp(draw, camp.season, today);
    offer.capacity = Some(draw.stepped(12, 30, 2));
    offer.places_left = offer.capacity.map(|capacity| if draw.percent(22) { 0 } else { draw.between(1, capacity) });
    offer.facts = Facts {
        slots: Slots::of_camp(draw),
        level: Level::Any,
        trial: false,
        free: offer.price.is_some_and(Price::is_free),
        priced: offer.price.is_some(),
        ..offer.facts
    };
    let (title, text) = writer.camp(draw, camp, topic, &offer.facts);
    let season = match camp.season {
        Season::Winter => "camp_winter",
        Season::Summer => "camp_summer",
    };
    let mut interests = vec![topic.id];
    if draw.percent(30) && topic.id != "camping_bushcraft" {
        interests.push("camping_bushcraft");
    }
    row(city, draw, &offer, (title, text, "pl"), &interests, &[season], number)
}

/// Of the hundred offers to a band that could be, so many are held online.
const fn online_chance(band: Band) -> u32 {
    match band {
        Band::Baby | Band::Preschool | Band::Family => 0,
        Band::Early => 6,
        Band::Kids | Band::Middle => 18,
        Band::Teen | Band::Adult => 28,
    }
}

/// English or Ukrainian for some offers that there are texts for.
fn tongue(draw: &mut Draw, topic: &Topic, band: Band) -> Option<&'static Tongue> {
    let roll = draw.below(100);
    if matches!(band, Band::Baby | Band::Family) || band == Band::Preschool && draw.percent(50) {
        return None;
    }
    let ukrainian = if topic.id == "ukrainian" { 50 } else { 13 };
    let english = 10;
    let english_there = ENGLISH.offer(topic.id).is_some();
    let ukrainian_there = UKRAINIAN.offer(topic.id).is_some();
    match roll {
        _ if roll < english && english_there => Some(ENGLISH),
        _ if roll < ukrainian + english && roll >= english && ukrainian_there => Some(UKRAINIAN),
        _ => None,
    }
}

#[expect(clippy::too_many_arguments, reason = "the facts an offer is drawn from")]
fn offer(
    draw: &mut Draw,
    topic: &Topic,
    terms: &Terms,
    band: Band,
    ages: Ages,
    host: Host,
    online: bool,
    today: NaiveDate,
) -> Offer {
    let meetings = draw.weighted(terms.meetings).copied().unwrap_or(1);
    let daily = topic.id == "after_school_care";
    let slots = Slots::draw(draw, band, host.kind, meetings, daily);
    let price = Price::draw(draw, topic.profile, host.kind, host.public, if daily { 5 } else { meetings });
    let (low, high) = if daily { (15, 30) } else { terms.capacity };
    let capacity = (draw.between(low, high), draw.percent(8));
    let left = (draw.below(100), draw.between(1, capacity.0), draw.between(1, 4));
    let capacity = (!capacity.1).then_some(capacity.0);
    let places_left = match left.0 {
        _ if capacity.is_none() => None,
        0..20 => Some(0),
        20..28 => None,
        28..60 => capacity.map(|capacity| left.2.min(capacity)),
        _ => Some(left.1),
    };
    let level = level(draw, topic, terms, band);
    let gentle =
        GENTLE.contains(&topic.id) && matches!(band, Band::Preschool | Band::Early | Band::Kids | Band::Middle);
    let quiet = match host.kind {
        Some(Kind::SpecialSchool) => 50,
        _ if topic.profile == Profile::Support => 25,
        _ => 2,
    };
    let facts = Facts {
        band,
        ages,
        slots,
        level,
        trial: draw.percent(10),
        shy: draw.percent(14) && gentle,
        online,
        free: price.is_some_and(Price::is_free),
        priced: price.is_some(),
        full: places_left == Some(0),
        step_free: host.step_free && !online,
        signed: topic.id == "sign_language" || draw.percent(2) && !online,
        quiet: draw.percent(quiet) && !online,
        district: host.district_name.clone(),
    };
    Offer { host, facts, price, capacity, places_left, dates: Dates::draw(draw, today) }
}

fn level(draw: &mut Draw, topic: &Topic, terms: &Terms, band: Band) -> Level {
    let roll = draw.below(100);
    let girls = matches!(topic.profile, Profile::Sport | Profile::Martial | Profile::Tech);
    match (band, roll) {
        (Band::Adult, 0..15) if terms.levels => Level::Beginners,
        (Band::Baby | Band::Preschool | Band::Family | Band::Adult, _) => Level::Any,
        (_, 0..8) if girls => Level::Girls,
        (_, 8..20) if terms.levels => Level::Beginners,
        (Band::Middle | Band::Teen, 20..29) if terms.levels => Level::Advanced,
        _ => Level::Any,
    }
}

/// The interests an offer names; a few common ones name none.
fn interests(draw: &mut Draw, topic: &Topic) -> Vec<&'static str> {
    let (none, second, third) = (draw.percent(5), draw.percent(28), draw.percent(15));
    if none && topic.weight >= 15 {
        return Vec::new();
    }
    let more = usize::from(second) + usize::from(second && third);
    let from = draw.index(topic.related.len());
    let related = topic.related.iter().cycle().skip(from).take(more.min(topic.related.len()));
    std::iter::once(topic.id).chain(related.copied()).collect()
}

fn tags(draw: &mut Draw, topic: &Topic, offer: &Offer, texts: &Texts) -> Vec<&'static str> {
    let rolls = [draw.below(100), draw.below(100), draw.below(100), draw.below(100)];
    let facts = &offer.facts;
    let title = texts.0.as_str();
    let weekend = facts.slots.written();
    let told = [
        ("girls", facts.level == Level::Girls || title.contains("dziewcząt")),
        (
            "beginners",
            facts.level == Level::Beginners
                || texts.2 == "pl" && rolls[0] < 60 && facts.level == Level::Any && elementary(title),
        ),
        ("advanced", facts.level == Level::Advanced),
        ("shy", facts.shy),
        ("family", facts.band == Band::Family || facts.band == Band::Baby && rolls[0] < 50),
        ("adults", facts.band == Band::Adult && rolls[0] < 60),
        ("free_trial", facts.trial && !facts.free),
        ("outdoor", matches!(topic.profile, Profile::Outdoor) && rolls[1] < 60),
        (
            "competition",
            matches!(topic.profile, Profile::Sport | Profile::Martial)
                && topic.id != "fitness_yoga"
                && matches!(facts.band, Band::Middle | Band::Teen)
                && rolls[1] < 22,
        ),
        ("certificate", topic.profile == Profile::Safety && rolls[1] < 50),
        ("integration", (topic.id == "integration" || topic.id == "adaptive_sport") && rolls[2] < 80),
        ("small_group", offer.capacity.is_some_and(|capacity| capacity <= 8) && rolls[2] < 50),
        ("weekend", (weekend.starts_with("sat") || weekend.starts_with("sun")) && rolls[3] < 50),
    ];
    told.into_iter().filter(|(_, holds)| *holds).map(|(tag, _)| tag).collect()
}

fn row(
    city: &City<'_>,
    draw: &mut Draw,
    offer: &Offer,
    texts: Texts,
    interests: &[&str],
    tags: &[&str],
    number: usize,
) -> [String; 31] {
    let Offer { host, facts, price, capacity, places_left, dates } = offer;
    let (without_point, without_url, without_phone, language) =
        (draw.percent(6), draw.percent(30), draw.percent(15), draw.below(100));
    let features = [
        ("wheelchair", facts.step_free),
        ("sign_language", facts.signed),
        ("hearing_loop", host.hearing_loop && !facts.online),
        ("braille", host.braille && !facts.online),
        ("quiet_room", facts.quiet),
    ];
    let features = features.into_iter().filter(|(_, has)| *has).map(|(feature, _)| feature).collect::<Vec<_>>();
    let (title, text, tag) = texts;
    let languages = match (tag, language) {
        ("pl", 0..6) => "",
        ("pl", 6..8) => "pl|uk",
        ("pl", 8..10) => "pl|en",
        _ => tag,
    };
    let place = (!facts.online).then_some(&host.place);
    let of_place =
        |get: fn(&super::places::Place) -> &str| place.map(|place| get(place).to_owned()).unwrap_or_default();
    let point = place.filter(|_| !without_point).map(|place| place.location);
    let number_or_nothing = |value: &Option<u32>| value.map(|value| value.to_string()).unwrap_or_default();
    let id = format!("{}-a{number:04}", city.slug);
    [
        id,
        title,
        text,
        interests.join("|"),
        host.institution.clone(),
        host.provider.clone(),
        Ages::written(facts.ages.min),
        facts.ages.max.map(Ages::written).unwrap_or_default(),
        facts.slots.written(),
        date(dates.from),
        date(dates.until),
        price.map(Price::amount).unwrap_or_default(),
        price.map(Price::unit).unwrap_or_default().to_owned(),
        number_or_nothing(capacity),
        number_or_nothing(places_left),
        of_place(|place| &place.street),
        of_place(|place| &place.building),
        of_place(|place| &place.postal_code),
        place.map(|_| city.name.to_owned()).unwrap_or_default(),
        point.map(|(lat, _)| coordinate(lat)).unwrap_or_default(),
        point.map(|(_, lon)| coordinate(lon)).unwrap_or_default(),
        of_place(|place| &place.district),
        languages.to_owned(),
        features.join("|"),
        if facts.online { "yes" } else { "no" }.to_owned(),
        if without_url { String::new() } else { format!("{}/zapisy/{number}", host.website) },
        date(dates.opens),
        date(dates.closes),
        host.email.clone(),
        if without_phone { String::new() } else { host.phone.clone() },
        tags.join("|"),
    ]
}
