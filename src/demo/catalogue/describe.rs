//! Puts titles and descriptions together from the parts written by hand.

use std::collections::BTreeMap;

use super::ages::{Ages, Band, fitting};
use super::camps::{CAMP_CLOSING, Camp};
use super::draw::{Deck, Draw};
use super::foreign::{Foreign, Tongue};
use super::phrases;
use super::profile::Profile;
use super::timetable::Slots;
use super::topics::Topic;

/// What a text must agree with.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "independent facts of an offer, each with its own sentence")]
pub(super) struct Facts {
    pub(super) band: Band,
    pub(super) ages: Ages,
    pub(super) slots: Slots,
    pub(super) level: Level,
    pub(super) trial: bool,
    pub(super) shy: bool,
    pub(super) online: bool,
    pub(super) free: bool,
    pub(super) priced: bool,
    pub(super) full: bool,
    pub(super) step_free: bool,
    pub(super) signed: bool,
    pub(super) quiet: bool,
    /// Name of the district, empty when there is none.
    pub(super) district: String,
}

/// Who a group is for, beyond its age.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    Any,
    Beginners,
    Advanced,
    Girls,
}

/// Deals texts so that neighbours differ.
#[derive(Default)]
pub(super) struct Writer {
    decks: BTreeMap<&'static str, Deck>,
}

const MONEY: &[&str] = &[
    "cenie",
    "cenę",
    "opłat",
    "Opłat",
    "zniżk",
    "bezpłatn",
    "Karty Dużej",
    "Kartę Dużej",
    "discount",
    "free trial",
    "знижка",
    "безкоштовн",
];
const ELEMENTARY: &[&str] = &[
    "od podstaw",
    "od zera",
    "Od zera",
    "początkując",
    "ierwsz",
    "doświadczeni",
    "oswajan",
    "Oswajanie",
    "od nowa",
    "na start",
    "Nie trzeba",
    "nigdy",
    "Nauka",
    "beginners",
    "experience",
    "досвід",
    "початківц",
    "з нуля",
    "First",
    "first",
];
const SPOT: &[&str] = &[
    "sali",
    "sala",
    "Sala",
    "budynk",
    "parter",
    "na miejscu",
    "Na miejscu",
    "pracowni",
    "wózkach",
    "herbat",
    "materiały",
    "tram",
    "трамва",
    "на місці",
    "Equipment",
    "show",
    "відкрите",
];

fn has_any(text: &str, parts: &[&str]) -> bool {
    parts.iter().any(|part| text.contains(part))
}

/// Whether a title or sentence is for beginners.
pub(super) fn elementary(text: &str) -> bool {
    has_any(text, ELEMENTARY)
}

/// Words of special sorts of an interest: a title that has one wants texts that have it too, and the other way round.
const FOCUS: &[&[&str]] = &[
    &["jog"],
    &["pilates"],
    &["siłowni"],
    &["ukulele"],
    &["elektryczn", "rock"],
    &["plażow"],
    &["artystyczn"],
    &["korekcyjn"],
    &["szarf"],
    &["cyrk"],
    &["żongl"],
    &["kamishibai"],
    &["komiks", "dymek", "kadrów", "obrazkow"],
    &["linor", "drukarsk", "linoleum"],
    &["kaligraf", "stalówk"],
    &["poklatk", "ruchome obrazki"],
    &["blender"],
    &["szydełk"],
    &["scratch"],
    &["python"],
    &["minecraft"],
    &["unity", "silniku"],
    &["deskorolk", "skatepark"],
    &["hipoterap"],
    &["rpg", "fabularn"],
    &["zuch"],
    &["kick"],
    &["zumba", "fitness taneczny"],
    &["ósmoklas", "ósmej klas", "arkuszach"],
    &["matur"],
    &["fce", "egzaminacyj"],
    &["logoped", "mowy", "wróbelk"],
    &["społeczn", "dogadać", "prosić o pomoc", "trudne sytuacje"],
    &["sensoryczn", "huśtawk"],
    &["korekcyjno", "w czytaniu"],
    &["mażoret"],
    &["zawodnicz", "line follower"],
    &["karting", "gokart"],
    &["klub filmowy", "oglądamy dobre kino"],
    &["poetyck"],
];

/// Whether a text speaks of the same special sort as a title: 2 of the same, 1 of none, 0 of another.
fn kinship(title: &str, text: &str) -> u8 {
    let (title, text) = (title.to_lowercase(), text.to_lowercase());
    let mut kinship = 1;
    for words in FOCUS {
        let named = words.iter().any(|word| title.contains(word));
        if words.iter().any(|word| text.contains(word)) {
            if named {
                return 2;
            }
            kinship = 0;
        }
    }
    kinship
}

/// Remarks that would name the very interest or sound odd with it.
const ODD: &[(&str, &str)] = &[
    ("english", "angielski"),
    ("choir", "chóru"),
    ("ceramics", "ceramiki"),
    ("chess", "szachowy"),
    ("swimming", "basenem"),
    ("judo", "judo"),
    ("robotics", "robotyką"),
    ("football", "piłką nożną"),
    ("fitness_yoga", "jogę"),
    ("theatre", "teatralną"),
    ("drawing_painting", "rysować"),
    ("chess", "chóru"),
    ("logic", "chóru"),
    ("fitness_yoga", "kibicowanie"),
    ("fitness_yoga", "fair play"),
    ("fitness_yoga", "ławce"),
    ("gymnastics", "kibicowanie"),
    ("gymnastics", "fair play"),
    ("gymnastics", "ławce"),
    ("parkour", "ławce"),
    ("running", "ławce"),
    ("running", "kibicowanie"),
    ("roller_skate", "ławce"),
    ("archery_shooting", "ławce"),
    ("archery_shooting", "kibicowanie"),
    ("mathematics", "doświadcze"),
    ("mathematics", "Fartuchy"),
    ("zoology", "doświadcze"),
    ("zoology", "Fartuchy"),
    ("astronomy", "doświadcze"),
    ("astronomy", "Fartuchy"),
    ("geography", "doświadcze"),
    ("geography", "Fartuchy"),
];

fn odd(topic: &Topic, text: &str) -> bool {
    ODD.iter().any(|(id, word)| *id == topic.id && text.contains(word))
}

impl Facts {
    /// Whether a sentence agrees with them.
    fn allow(&self, text: &str) -> bool {
        let leaving = has_any(text, &["matur", "Matur"]) && self.ages.min < 15 * 12;
        let eighth = has_any(text, &["ósmoklas", "ósmej klas"]) && self.ages.min < 11 * 12;
        !(leaving
            || eighth
            || self.free && has_any(text, MONEY)
            || self.level == Level::Advanced && elementary(text)
            || self.online && has_any(text, SPOT)
            || self.trial
                && has_any(text, &["bezpłatn", "niezobowiązując", "Można przyjść raz", "free trial", "безкоштовн"])
            || self.full && has_any(text, &["Można dołączyć", "Można przyjść raz", "join at any point", "Приєднатися"]))
    }
}

impl Writer {
    /// The next text of a list that fits a band and is accepted.
    fn deal(
        &mut self,
        draw: &mut Draw,
        texts: &'static [&'static str],
        band: Band,
        accept: impl Fn(&str) -> bool,
    ) -> &'static str {
        let mut allowed = fitting(texts, band);
        allowed.retain(|text| accept(text));
        let key = texts.first().copied().unwrap_or_default();
        self.decks.entry(key).or_default().deal(draw, &allowed).unwrap_or_default()
    }

    /// The next text that goes with a title.
    fn akin(&mut self, draw: &mut Draw, texts: &'static [&'static str], facts: &Facts, title: &str) -> &'static str {
        let fits = |text: &&'static str| facts.allow(text);
        let best =
            fitting(texts, facts.band).into_iter().filter(fits).map(|text| kinship(title, text)).max().unwrap_or(0);
        let wanted = if draw.percent(85) { best } else { best.min(1) };
        self.deal(draw, texts, facts.band, |text| facts.allow(text) && kinship(title, text) >= wanted)
    }

    /// A Polish title.
    pub(super) fn title(&mut self, draw: &mut Draw, topic: &Topic, facts: &Facts) -> String {
        let wanted = |text: &str| {
            (facts.level != Level::Advanced || !elementary(text))
                && (facts.level != Level::Girls || !text.contains("Mali "))
        };
        let stem = self.deal(draw, topic.titles, facts.band, wanted);
        let roll = draw.below(100);
        let group = draw.text(&fitting(phrases::GROUPS, facts.band));
        let mark = match facts.level {
            Level::Girls if stem.contains("dziewcząt") => String::new(),
            Level::Girls => "grupa dziewcząt".to_owned(),
            Level::Beginners if elementary(stem) || roll < 30 => String::new(),
            Level::Beginners => "grupa początkująca".to_owned(),
            Level::Advanced => "grupa zaawansowana".to_owned(),
            Level::Any => match roll {
                0..12 => age_mark(facts).unwrap_or_default(),
                12..20 => facts.slots.mark().unwrap_or_default().to_owned(),
                20..27 => group.to_owned(),
                27..33 if !facts.online => facts.district.clone(),
                _ => String::new(),
            },
        };
        let needs_mark = matches!(facts.level, Level::Girls | Level::Advanced);
        if mark.is_empty() {
            stem.to_owned()
        } else if mark.ends_with(" lat") || mark.ends_with(" lata") {
            format!("{stem} ({mark})")
        } else if stem.contains('–') || stem.ends_with(['!', '?', '…']) {
            if needs_mark { format!("{stem} ({mark})") } else { stem.to_owned() }
        } else {
            format!("{stem} – {mark}")
        }
    }

    /// A Polish description in Markdown, two to five sentences, at times with a list.
    pub(super) fn description(&mut self, draw: &mut Draw, topic: &Topic, facts: &Facts, title: &str) -> String {
        let band = facts.band;
        let about = self.akin(draw, topic.about, facts, title);
        let doing = self.akin(draw, topic.doing, facts, title);
        let method =
            self.deal(draw, topic.profile.sayings().method, band, |text| facts.allow(text) && !odd(topic, text));
        let practical =
            self.deal(draw, topic.profile.sayings().practical, band, |text| facts.allow(text) && !odd(topic, text));
        let form = draw.below(100);
        let listed = draw.percent(50);
        let (method, practical) = if facts.online { ("", "") } else { (method, practical) };
        let mut opening = match form {
            0..30 => vec![about, doing, method],
            30..44 => vec![about, method, practical],
            44..58 => vec![about, doing, practical],
            58..64 => vec![doing, method],
            64..72 => vec![about, doing],
            _ => vec![about],
        };
        if (58..64).contains(&form) && !doing.is_empty() {
            opening.insert(1, about);
        }
        let list = if form >= 72 { self.list(draw, topic, listed) } else { String::new() };
        let mut closing = self.remarks(draw, topic, facts);
        if form >= 72 && !listed && !doing.is_empty() {
            closing.insert(0, doing.to_owned());
        }
        let room = 5_usize.saturating_sub(opening.len()).max(1);
        closing.truncate(room);
        let opening = join(&opening);
        let closing = join(&closing);
        match (list.is_empty(), closing.is_empty(), draw.percent(45)) {
            (true, true, _) => opening,
            (true, false, true) => format!("{opening}\n\n{closing}"),
            (true, false, false) => format!("{opening} {closing}"),
            (false, true, _) => format!("{opening}\n\n{list}"),
            (false, false, _) => format!("{opening}\n\n{list}\n\n{closing}"),
        }
    }

    fn list(&mut self, draw: &mut Draw, topic: &Topic, long: bool) -> String {
        let head = self.deal(draw, phrases::LIST_HEADS, Band::Kids, |_| true);
        let mut items = topic.items.to_vec();
        draw.shuffle(&mut items);
        items.truncate(if long { 4 } else { 3 });
        let lines = items.into_iter().map(|item| format!("- {item}")).collect::<Vec<_>>();
        format!("{head}\n\n{}", lines.join("\n"))
    }

    /// What is true of this very offer, the important things first.
    fn remarks(&mut self, draw: &mut Draw, topic: &Topic, facts: &Facts) -> Vec<String> {
        let mut said = Vec::new();
        let bold = draw.percent(25);
        let mut say = |this: &mut Self, draw: &mut Draw, texts: &'static [&'static str], when: bool| {
            let text = this.deal(draw, texts, facts.band, |_| true);
            if when && !text.is_empty() {
                said.push(if bold && said.is_empty() { format!("**{text}**") } else { text.to_owned() });
            }
        };
        let optional = |draw: &mut Draw, chance: u32| draw.percent(chance);
        say(self, draw, phrases::GIRLS, facts.level == Level::Girls);
        say(self, draw, phrases::BEGINNERS, facts.level == Level::Beginners);
        say(self, draw, phrases::ADVANCED, facts.level == Level::Advanced);
        say(self, draw, phrases::ONLINE, facts.online);
        say(self, draw, phrases::SHY, facts.shy);
        say(self, draw, phrases::TRIAL, facts.trial && !facts.free);
        let spoken = optional(draw, 40);
        say(self, draw, phrases::FREE, facts.free && spoken);
        let spoken = optional(draw, 35);
        say(self, draw, phrases::FULL, facts.full && spoken);
        let spoken = optional(draw, 35);
        say(self, draw, phrases::ASK_PRICE, !facts.priced && spoken);
        let spoken = optional(draw, 22);
        say(self, draw, phrases::WHEELCHAIR, facts.step_free && !facts.online && spoken);
        say(self, draw, phrases::SIGNED, facts.signed);
        let spoken = optional(draw, 50);
        say(self, draw, phrases::QUIET, facts.quiet && spoken);
        let roll = draw.below(100);
        let indoors = !matches!(topic.profile, Profile::Adventure | Profile::Outdoor | Profile::Water);
        let closing = self.deal(draw, phrases::CLOSING, facts.band, |text| {
            facts.allow(text) && (indoors || !has_any(text, &["sala", "parterze", "sekretaria"]))
        });

        let passing = self.deal(draw, phrases::PASSING, facts.band, |text| facts.allow(text) && !odd(topic, text));
        let passing_fits = !facts.online
            && !matches!(topic.profile, Profile::Support | Profile::Civic | Profile::Adventure | Profile::Outdoor);
        match roll {
            0..10 => said.extend(facts.slots.said().map(|days| format!("Spotykamy się {days}."))),
            10..20 => said.push(invitation(facts)),
            20..48 if !facts.online => said.push(closing.to_owned()),
            48..60 if passing_fits => said.push(passing.to_owned()),
            _ => {}
        }
        if said.is_empty() && draw.percent(30) {
            said.push(closing.to_owned());
        }
        said.retain(|text| !text.is_empty());
        said
    }

    /// Title and description of a day camp.
    pub(super) fn camp(
        &mut self,
        draw: &mut Draw,
        camp: &'static Camp,
        topic: &Topic,
        facts: &Facts,
    ) -> (String, String) {
        let title = draw.text(camp.titles);
        let roll = draw.below(100);
        let title = match roll {
            0..25 => format!("{title} – turnus {}", ["I", "II", "III"][draw.index(3)]),
            25..35 => age_mark(facts).map_or_else(|| title.to_owned(), |mark| format!("{title} ({mark})")),
            35..45 if !facts.district.is_empty() => format!("{title} – {}", facts.district),
            _ => title.to_owned(),
        };
        let list = self.list(draw, topic, false);
        let one = self.deal(draw, CAMP_CLOSING, facts.band, |text| facts.allow(text));
        let two = self.deal(draw, CAMP_CLOSING, facts.band, |text| facts.allow(text));
        let mut closing = vec![one, two];
        closing.dedup();
        if facts.free {
            closing.push("Udział jest bezpłatny.");
        }
        let closing = join(&closing);
        let text = if draw.percent(40) {
            format!("{}\n\n{list}\n\n{closing}", camp.about)
        } else {
            format!("{} {closing}", camp.about)
        };
        (title, text)
    }

    /// Title and description in another language.
    pub(super) fn foreign(
        &mut self,
        draw: &mut Draw,
        tongue: &'static Tongue,
        offer: &'static Foreign,
        facts: &Facts,
    ) -> (String, String) {
        let stem = self.deal(draw, offer.titles, facts.band, |_| true);
        let title = if draw.percent(20) { format!("{stem} – {}", draw.text(tongue.groups)) } else { stem.to_owned() };
        let about = self.deal(draw, offer.about, facts.band, |_| true);
        let one = self.deal(draw, tongue.common, facts.band, |text| facts.allow(text));
        let two = self.deal(draw, tongue.common, facts.band, |text| facts.allow(text) && text != one);
        let mut parts = vec![about, one];
        if draw.percent(70) {
            parts.push(two);
        }
        if facts.online {
            parts.insert(1, tongue.online);
        }
        if facts.free {
            parts.push(tongue.free);
        }
        (title, join(&parts))
    }
}

fn join<S: AsRef<str>>(parts: &[S]) -> String {
    parts.iter().map(AsRef::as_ref).filter(|part: &&str| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// `7–9 lat`; nothing for infants, adults and families.
fn age_mark(facts: &Facts) -> Option<String> {
    let max = facts.ages.max.filter(|_| !matches!(facts.band, Band::Baby | Band::Family | Band::Adult))? / 12;
    let noun = if (2..=4).contains(&max) { "lata" } else { "lat" };
    Some(format!("{}–{max} {noun}", facts.ages.min / 12))
}

/// Who is invited, in words.
fn invitation(facts: &Facts) -> String {
    let (min, max) = (facts.ages.min / 12, facts.ages.max.map(|max| max / 12));
    match (facts.band, max) {
        (Band::Baby, _) => "Zapraszamy najmłodszych razem z mamą, tatą lub babcią.".to_owned(),
        (Band::Adult, _) => "Zapraszamy osoby dorosłe, także rodziców i dziadków.".to_owned(),
        (Band::Family, _) => "Zapraszamy całe rodziny; dziecko przychodzi z dorosłym.".to_owned(),
        (Band::Teen, Some(max)) => format!("Zapraszamy młodzież w wieku od {min} do {max} lat."),
        (Band::Middle | Band::Kids, Some(max)) => {
            format!("Zapraszamy dzieci i młodzież w wieku od {min} do {max} lat.")
        }
        (_, Some(max)) => format!("Zapraszamy dzieci w wieku od {min} do {max} lat."),
        (_, None) => "Zapraszamy wszystkich chętnych.".to_owned(),
    }
}
