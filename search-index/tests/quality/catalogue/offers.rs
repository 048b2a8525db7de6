//! A made-up catalogue of classes in Szczecin, the same on every run.
//!
//! It is as untidy as real ones: figurative titles, texts that name other activities in passing, groups of one class
//! that hardly differ, columns left empty. What an offer truly is stands in [`Truth`]; what the index may see, in the
//! other fields.

#![expect(clippy::expect_used, reason = "a catalogue that contradicts itself must stop the test")]

use super::districts::{DISTRICTS, District};
use super::texts::{Shared, Wording, wordings};

/// An offer as its provider declares it, and the truth about it.
pub(crate) struct Offer {
    /// Number in the catalogue.
    pub(crate) id: u32,
    /// Title, often figurative.
    pub(crate) title: String,
    /// A few sentences.
    pub(crate) description: String,
    /// Who runs it.
    pub(crate) provider: String,
    /// Interests declared.
    pub(crate) interests: Vec<&'static str>,
    /// Tags declared.
    pub(crate) tags: Vec<&'static str>,
    /// First and last age in whole months, both included.
    pub(crate) months: (Option<u32>, Option<u32>),
    /// Weekday from 0 for Monday, start and end in minutes.
    pub(crate) slots: Vec<(u8, u16, u16)>,
    /// Price in grosze, 0 where free.
    pub(crate) price: Option<i64>,
    /// District's name.
    pub(crate) district: Option<&'static str>,
    /// Latitude and longitude.
    pub(crate) location: Option<(f64, f64)>,
    /// Languages of the class.
    pub(crate) languages: Vec<&'static str>,
    /// Whether it is held remotely.
    pub(crate) online: bool,
    /// What the judge goes by.
    pub(crate) truth: Truth,
}

/// What an offer truly is.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Truth {
    /// What is done there.
    pub(crate) interests: Vec<&'static str>,
    /// For whom and how.
    pub(crate) tags: Vec<&'static str>,
    /// First and last age in whole months, both included.
    pub(crate) months: (Option<u32>, Option<u32>),
    /// Weekday from 0 for Monday, start and end in minutes.
    pub(crate) slots: Vec<(u8, u16, u16)>,
    /// Price in grosze; none where the offer says it nowhere.
    pub(crate) price: Option<i64>,
    /// Latitude and longitude.
    pub(crate) location: (f64, f64),
    /// Languages of the class.
    pub(crate) languages: Vec<&'static str>,
    /// Whether it is held remotely.
    pub(crate) online: bool,
}

/// Offers of an interest by its weight.
const QUOTAS: [usize; 5] = [0, 7, 16, 26, 46];
/// Camps and clubs with no interest of their own.
const CAMPS: usize = 90;
const CLUBS: usize = 40;

/// The whole catalogue, about two thousand offers.
pub(crate) fn offers() -> Vec<Offer> {
    let mut maker = Maker { random: Random(0x5EED_0F5C_A1AB_1E55), shared: Shared::read(), offers: Vec::new() };
    let wordings = wordings();
    for wording in &wordings {
        let quota = maker.offers.len() + QUOTAS[wording.weight as usize];
        while maker.offers.len() < quota {
            let draft = maker.class(wording, &wordings);
            let groups = maker.random.weighted(&[(1, 40), (2, 30), (3, 20), (4, 10)]);
            for group in 0..groups.min(quota - maker.offers.len()) {
                maker.group(&draft, wording, group);
            }
        }
    }
    for _ in 0..CAMPS {
        maker.camp(&wordings);
    }
    for _ in 0..CLUBS {
        maker.club();
    }
    maker.offers
}

/// xorshift64*: small, and the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        self.0.wrapping_mul(0x2545_F491_4F6C_DD1D) >> 11
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn pick<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }

    fn weighted<T: Copy>(&mut self, items: &[(T, u32)]) -> T {
        let mut left = self.below(items.iter().map(|item| item.1 as usize).sum());
        for (item, weight) in items {
            if left < *weight as usize {
                return *item;
            }
            left -= *weight as usize;
        }
        items[0].0
    }

    /// From -1 to 1.
    fn around(&mut self) -> f64 {
        self.below(2001) as f64 / 1000.0 - 1.0
    }
}

/// What all groups of a class share.
struct Class {
    language: &'static str,
    title: String,
    description: String,
    provider: &'static str,
    interests: Vec<&'static str>,
    ages: AgeGroup,
    tags: Vec<&'static str>,
    price: i64,
    online: bool,
    district: &'static District,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stage {
    Baby,
    Toddler,
    Preschool,
    Pupil,
    Teen,
    Adult,
    Everyone,
}

#[derive(Clone, Copy)]
struct AgeGroup {
    stage: Stage,
    first: u32,
    last: u32,
}

/// Stage, first and last month, and how common.
const AGE_GROUPS: [(Stage, u32, u32, u32); 15] = [
    (Stage::Baby, 3, 11, 9),
    (Stage::Toddler, 12, 35, 8),
    (Stage::Toddler, 18, 47, 3),
    (Stage::Preschool, 36, 59, 6),
    (Stage::Preschool, 48, 83, 9),
    (Stage::Pupil, 72, 107, 12),
    (Stage::Pupil, 84, 131, 14),
    (Stage::Pupil, 96, 143, 8),
    (Stage::Pupil, 120, 167, 12),
    (Stage::Teen, 144, 191, 7),
    (Stage::Teen, 156, 227, 9),
    (Stage::Adult, 216, 1199, 8),
    (Stage::Adult, 720, 1199, 2),
    (Stage::Everyone, 72, 1199, 4),
    (Stage::Everyone, 48, 215, 3),
];

struct Maker {
    random: Random,
    shared: Shared,
    offers: Vec<Offer>,
}

impl Maker {
    fn class(&mut self, wording: &Wording, wordings: &[Wording]) -> Class {
        let ages = self.ages(wording);
        let (language, title, description) = self.wording(wording, ages.stage);
        let mut description = description.to_owned();
        let mut interests = vec![wording.id];
        if language == "pl" && !wording.companions.is_empty() && self.random.chance(14) {
            let id = self.random.pick(&wording.companions);
            let other = wordings.iter().find(|other| other.id == id).expect("companions exist");
            description = format!("{description} {}", self.random.pick(&other.descriptions));
            interests.push(id);
        }
        let tags = self.tags(wording, ages.stage);
        let camp = is_camp(&tags);
        let price = if self.random.chance(17) || wording.prices.1 == 0 {
            0
        } else if camp {
            self.between(250, 900)
        } else {
            self.between(wording.prices.0, wording.prices.1)
        };
        let online = !camp && wording.is("online") && self.random.chance(28);
        Class {
            language,
            title: title.to_owned(),
            description,
            provider: self.line("providers"),
            interests,
            ages,
            tags,
            price,
            online,
            district: self.district(),
        }
    }

    fn wording(&mut self, wording: &Wording, stage: Stage) -> (&'static str, &'static str, &'static str) {
        if !wording.foreign.is_empty() && self.random.chance(25) {
            return self.random.pick(&wording.foreign);
        }
        ("pl", self.suited(&wording.titles, stage), self.suited(&wording.descriptions, stage))
    }

    /// A text that does not speak to another age, if there is one.
    fn suited(&mut self, texts: &[&'static str], stage: Stage) -> &'static str {
        let others: &[&str] = match stage {
            Stage::Everyone => &[],
            Stage::Adult => &["dzieci", "maluch", "dziewcz", "uczni", "młodszych", "młodzież", "nastolat", "szkoln"],
            Stage::Teen => &["dzieci", "maluch", "dorosł", "senior", "młodszych"],
            _ => &["dorosł", "senior", "licealist", "matur", "młodzież", "nastolat", "kobiet", "wesela"],
        };
        let suited: Vec<&'static str> =
            texts.iter().copied().filter(|text| !others.iter().any(|other| text.contains(other))).collect();
        self.random.pick(if suited.is_empty() { texts } else { &suited })
    }

    /// An age group that the interest is for, cut to its limits.
    fn ages(&mut self, wording: &Wording) -> AgeGroup {
        let (first, last) = (wording.ages.0 * 12, wording.ages.1 * 12 + 11);
        let fitting: Vec<(AgeGroup, u32)> = AGE_GROUPS
            .iter()
            .map(|&(stage, low, high, weight)| {
                (AgeGroup { stage, first: low.max(first), last: high.min(last) }, weight)
            })
            .filter(|(group, _)| group.last >= group.first + if group.stage == Stage::Baby { 8 } else { 18 })
            .collect();
        self.random.weighted(&fitting)
    }

    fn tags(&mut self, wording: &Wording, stage: Stage) -> Vec<&'static str> {
        let child = !matches!(stage, Stage::Adult | Stage::Everyone);
        let small = matches!(stage, Stage::Baby | Stage::Toddler);
        let often = |name: &str, yes: usize, no: usize| if wording.is(name) { yes } else { no };
        let chances = [
            ("girls", if child && !small { often("girls", 38, 5) } else { 0 }),
            ("boys", if child && !small { 4 } else { 0 }),
            ("shy", if child { 10 } else { 0 }),
            ("beginners", 26),
            ("advanced", 9),
            ("family", if small { 85 } else { often("family", 25, 4) }),
            ("adults", if stage == Stage::Adult { 100 } else { 0 }),
            ("camp_summer", if child && !small { 5 } else { 0 }),
            ("camp_winter", if child && !small { 3 } else { 0 }),
            ("free_trial", 18),
            ("outdoor", often("out", 65, 2)),
            ("competition", if small { 0 } else { often("comp", 30, 1) }),
            ("integration", often("integration", 60, 4)),
            ("small_group", often("small_group", 60, 14)),
        ];
        let mut tags: Vec<&'static str> =
            chances.into_iter().filter(|chance| self.random.chance(chance.1)).map(|chance| chance.0).collect();
        for (kept, dropped) in [("girls", "boys"), ("beginners", "advanced"), ("camp_summer", "camp_winter")] {
            if tags.contains(&kept) {
                tags.retain(|tag| *tag != dropped);
            }
        }
        tags
    }

    /// One group of a class: the first is the class itself, others differ in day, age or place.
    fn group(&mut self, class: &Class, wording: &Wording, number: usize) {
        let mut ages = class.ages;
        let mut district = class.district;
        if number > 0 && self.random.chance(40) {
            district = self.district();
        }
        if number > 0 && self.random.chance(40) {
            ages = self.ages(wording);
            // Tags say for whom a class is; a group of another stage would belie them.
            if ages.stage != class.ages.stage {
                ages = class.ages;
            }
        }
        let title = self.title(class, ages, number, district);
        self.finish(class, title, ages, district);
    }

    fn title(&mut self, class: &Class, ages: AgeGroup, number: usize, district: &District) -> String {
        let title = if class.tags.contains(&"camp_summer") && class.language == "pl" && self.random.chance(50) {
            format!("{}: {}", self.random.pick(&["Półkolonie", "Lato w mieście", "Wakacje"]), class.title)
        } else if class.tags.contains(&"camp_winter") && class.language == "pl" && self.random.chance(50) {
            format!("{}: {}", self.random.pick(&["Ferie", "Zima w mieście", "Zimowisko"]), class.title)
        } else {
            class.title.clone()
        };
        if number > 0 && self.random.chance(35) {
            format!("{title} – gr. {}", number + 1)
        } else if self.random.chance(8) {
            format!("{title} – {}", district.name)
        } else if class.language == "pl" && ages.stage == Stage::Pupil && self.random.chance(15) {
            format!("{title} {}–{} lat", ages.first / 12, ages.last / 12)
        } else {
            title
        }
    }

    fn finish(&mut self, class: &Class, title: String, ages: AgeGroup, district: &'static District) {
        let mut months = (Some(ages.first), Some(ages.last));
        if ages.last > 99 * 12 && self.random.chance(70) {
            months.1 = None;
        }
        let languages = self.languages(class.language);
        let slots = self.slots(&class.tags, ages.stage);
        let price_missing = self.random.chance(10);
        let price_in_words = if price_missing { self.random.chance(50) } else { self.random.chance(12) };
        let description = self.description(class, ages, &languages, price_in_words);
        let location =
            (district.centre.0 + 0.006 * self.random.around(), district.centre.1 + 0.009 * self.random.around());
        let mut declared = (Some(district.name), Some(location));
        if class.online && self.random.chance(70) {
            declared = (None, None);
        } else if self.random.chance(10) {
            declared = (self.random.chance(50).then_some(district.name), None);
        } else if self.random.chance(12) {
            declared.0 = None;
        }
        let truth = Truth {
            interests: class.interests.clone(),
            tags: class.tags.clone(),
            months,
            slots: slots.clone(),
            price: (!price_missing || price_in_words).then_some(class.price * 100),
            location,
            languages: languages.clone(),
            online: class.online,
        };
        self.offers.push(Offer {
            id: self.offers.len() as u32,
            title,
            description,
            provider: class.provider.to_owned(),
            interests: if self.random.chance(10) { Vec::new() } else { class.interests.clone() },
            tags: if self.random.chance(30) { Vec::new() } else { class.tags.clone() },
            months,
            slots,
            price: (!price_missing).then_some(class.price * 100),
            district: declared.0,
            location: declared.1,
            languages,
            online: class.online,
            truth,
        });
    }

    fn languages(&mut self, written: &'static str) -> Vec<&'static str> {
        if written == "pl" {
            self.random.weighted(&[
                (["pl", ""], 87),
                (["pl", "uk"], 4),
                (["pl", "en"], 3),
                (["en", ""], 3),
                (["uk", ""], 2),
            ])
        } else {
            self.random.weighted(&[([written, ""], 60), ([written, "pl"], 40)])
        }
        .into_iter()
        .filter(|language| !language.is_empty())
        .collect()
    }

    fn description(&mut self, class: &Class, ages: AgeGroup, languages: &[&str], price: bool) -> String {
        let mut sentences = vec![class.description.clone()];
        for tag in &class.tags {
            if self.random.chance(60) {
                sentences.push(self.line(&format!("{tag}.{}", class.language)).to_owned());
            }
        }
        let polish = class.language == "pl";
        if polish && self.random.chance(35) {
            let (genitive, accusative) = self.line("mentions").split_once('|').expect("two forms");
            let pattern = self.line("passing");
            sentences.push(pattern.replace("{gen}", genitive).replace("{acc}", accusative));
        }
        if polish && self.random.chance(50) {
            sentences.push(self.line("closing").to_owned());
        }
        if polish && ages.stage == Stage::Pupil && self.random.chance(12) {
            sentences.push(format!("Zapraszamy dzieci od {} do {} lat.", ages.first / 12, ages.last / 12));
        }
        if polish && languages != ["pl"] && self.random.chance(70) {
            let adverb = if languages.contains(&"uk") { "po ukraińsku" } else { "po angielsku" };
            let also = if languages.contains(&"pl") { " także" } else { "" };
            sentences.push(format!("Prowadzimy{also} {adverb}."));
        }
        if class.online && self.random.chance(70) {
            sentences.push(
                in_language(class.language, "Spotykamy się zdalnie.", "Held online.", "Заняття онлайн.").to_owned(),
            );
        }
        if price {
            let zloty = class.price;
            sentences.push(match (class.language, zloty) {
                ("pl", 0) => "Udział bezpłatny.".to_owned(),
                ("en", 0) => "Free of charge.".to_owned(),
                (_, 0) => "Участь безкоштовна.".to_owned(),
                ("pl", _) => format!("Koszt: {zloty} zł."),
                ("en", _) => format!("Fee: {zloty} PLN."),
                _ => format!("Вартість: {zloty} злотих."),
            });
        }
        sentences.join(" ")
    }

    fn slots(&mut self, tags: &[&str], stage: Stage) -> Vec<(u8, u16, u16)> {
        if is_camp(tags) {
            return (0..5).map(|day| (day, 8 * 60, 16 * 60)).collect();
        }
        let weekend = self.random.chance(22);
        let first_day = if weekend { 5 + u8::from(self.random.chance(25)) } else { self.random.below(5) as u8 };
        let (from, until) = match stage {
            _ if weekend => (9, 13),
            Stage::Baby | Stage::Toddler => (9, 12),
            Stage::Preschool => self.random.pick(&[(9, 11), (15, 18), (15, 18)]),
            Stage::Adult => self.random.pick(&[(9, 12), (17, 20), (18, 20), (18, 20)]),
            Stage::Teen => (16, 19),
            Stage::Pupil | Stage::Everyone => (14, 18),
        };
        let quarters = self.random.below((until - from) * 4);
        let start = (from * 60 + quarters * 15) as u16;
        let length = self.random.pick(&[45, 60, 60, 90]);
        let mut slots = vec![(first_day, start, start + length)];
        if !weekend && self.random.chance(45) {
            slots.push(((first_day + 2) % 5, start, start + length));
            slots.sort_unstable();
        }
        slots
    }

    /// A camp with a bit of everything.
    fn camp(&mut self, wordings: &[Wording]) {
        let summer = self.random.chance(60);
        let (tag, titles) = if summer { ("camp_summer", "summer_titles") } else { ("camp_winter", "winter_titles") };
        let mut interests = Vec::new();
        let mut description = self.line("camp_descriptions").to_owned();
        if self.random.chance(50) {
            let wording = &wordings[self.random.below(wordings.len())];
            if wording.ages.0 <= 8 && wording.ages.1 >= 12 {
                interests.push(wording.id);
                description = format!("{description} {}", self.random.pick(&wording.descriptions));
            }
        }
        let ages = self.random.weighted(&[
            (AgeGroup { stage: Stage::Pupil, first: 72, last: 107 }, 3),
            (AgeGroup { stage: Stage::Pupil, first: 84, last: 143 }, 4),
            (AgeGroup { stage: Stage::Teen, first: 144, last: 203 }, 2),
            (AgeGroup { stage: Stage::Preschool, first: 48, last: 83 }, 1),
        ]);
        let class = Class {
            language: "pl",
            title: self.line(titles).to_owned(),
            description,
            provider: self.line("providers"),
            interests,
            ages,
            tags: vec![tag],
            price: if self.random.chance(30) { 0 } else { self.between(200, 800) },
            online: false,
            district: self.district(),
        };
        let title = self.title(&class, ages, 0, class.district);
        self.finish(&class, title, ages, class.district);
    }

    /// A morning club for the smallest and whoever brings them.
    fn club(&mut self) {
        let ages = self.random.weighted(&[
            (AgeGroup { stage: Stage::Baby, first: 0, last: 11 }, 2),
            (AgeGroup { stage: Stage::Toddler, first: 12, last: 35 }, 3),
            (AgeGroup { stage: Stage::Toddler, first: 0, last: 47 }, 2),
        ]);
        let class = Class {
            language: "pl",
            title: self.line("club_titles").to_owned(),
            description: self.line("club_descriptions").to_owned(),
            provider: self.line("providers"),
            interests: Vec::new(),
            ages,
            tags: vec!["family"],
            price: if self.random.chance(50) { 0 } else { self.between(20, 90) },
            online: false,
            district: self.district(),
        };
        self.finish(&class, class.title.clone(), ages, class.district);
    }

    fn line(&mut self, section: &str) -> &'static str {
        self.random.pick(self.shared.section(section))
    }

    fn district(&mut self) -> &'static District {
        let weights: Vec<(&District, u32)> = DISTRICTS.iter().map(|district| (district, district.weight)).collect();
        self.random.weighted(&weights)
    }

    /// A price in steps of five złoty.
    fn between(&mut self, low: i64, high: i64) -> i64 {
        low + 5 * self.random.below(((high - low) / 5 + 1) as usize) as i64
    }
}

fn is_camp(tags: &[&str]) -> bool {
    tags.iter().any(|tag| tag.starts_with("camp_"))
}

fn in_language(language: &str, polish: &'static str, english: &'static str, ukrainian: &'static str) -> &'static str {
    match language {
        "pl" => polish,
        "en" => english,
        _ => ukrainian,
    }
}
