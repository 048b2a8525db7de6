//! What a query was understood to mean, in the schema.

use async_graphql::{Enum, SimpleObject};
use directory::{
    graphql::{AgeRange, Interest, Weekday},
    labels::{ages as ages_label, language, weekday},
};
use kernel::{
    graphql::scalars::{Decimal, LocalTime},
    scope::Scope,
};
use search_index::{Constraint, Meaning, Part, PartOfDay, Query, concept, taxonomy};

use crate::labels;

/// Minutes of a day.
const DAY: u16 = 24 * 60;

/// How a text query was understood. What a filter says of the same is stronger, and leaves that reading unused.
#[derive(SimpleObject)]
pub struct QueryInterpretation {
    /// Words that are looked for as they are, corrected where they were misspelt.
    pub keywords: Vec<String>,
    /// What it is about: interests that answer it exactly.
    pub interests: Vec<Interest>,
    /// Wishes that are no interest: a camp, for girls, for the shy.
    pub topics: Vec<String>,
    /// The age in years, if it is one.
    pub age: Option<i32>,
    /// The ages.
    pub ages: Option<AgeRange>,
    /// Days of the week.
    pub weekdays: Vec<Weekday>,
    /// Starting at this hour or later.
    pub starts_after: Option<LocalTime>,
    /// Starting before this hour.
    pub starts_before: Option<LocalTime>,
    /// A price at most.
    pub max_price: Option<Decimal>,
    /// A place.
    pub place: Option<String>,
    /// Held in one of these languages (BCP 47).
    pub languages: Vec<String>,
    /// From home, or not.
    pub online: Option<bool>,
    /// What it must not be about.
    pub excluded: Vec<String>,
    /// Words that were read as others.
    pub corrections: Vec<Correction>,
    /// The query with every corrected word taken as it was typed.
    pub literal_query: String,
    /// Which words were understood as what, in the order of the text.
    pub parts: Vec<InterpretedPart>,
}

/// A word that was read as another.
#[derive(SimpleObject)]
pub struct Correction {
    /// As it was typed.
    pub from: String,
    /// As it was read.
    pub to: String,
}

/// Words of a query that were understood.
#[derive(SimpleObject)]
pub struct InterpretedPart {
    /// As what.
    pub kind: InterpretedKind,
    /// What they were understood as, for people.
    pub label: String,
    /// The query without these words.
    pub query_without: String,
    /// Whether it counts; not where a filter says otherwise.
    pub applied: bool,
}

/// What words of a query can be understood as.
#[derive(Clone, Copy, PartialEq, Eq, Enum)]
pub enum InterpretedKind {
    /// An interest, a group of interests, or another wish.
    Topic,
    /// What it must not be about.
    Excluded,
    /// Ages.
    Age,
    /// Days of the week.
    Weekdays,
    /// Hours of the day.
    Hours,
    /// A price at most.
    Price,
    /// A place.
    Place,
    /// A language.
    Language,
    /// From home, or not.
    Online,
}

/// A condition that results may miss.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum SearchConstraint {
    /// Ages.
    Age,
    /// Days of the week; in a filter, also the hours.
    Weekdays,
    /// Hours of the day.
    Hours,
    /// The price.
    Price,
    /// The distance from a place.
    Place,
    /// The language.
    Language,
    /// From home, or not.
    Online,
    /// Whether one can enrol.
    Enrolment,
    /// The interests of a filter.
    Interests,
    /// The districts of a filter.
    Districts,
    /// The institution of a filter.
    Institution,
    /// The accessibility of a filter.
    Accessibility,
}

impl SearchConstraint {
    pub(super) fn of(constraint: Constraint) -> Option<Self> {
        Some(match constraint {
            Constraint::Age => Self::Age,
            Constraint::Weekday => Self::Weekdays,
            Constraint::Hours => Self::Hours,
            Constraint::Price => Self::Price,
            Constraint::Place => Self::Place,
            Constraint::Language | Constraint::Terms("language") => Self::Language,
            Constraint::Online | Constraint::Terms("online") => Self::Online,
            Constraint::Enrolment => Self::Enrolment,
            Constraint::Terms("interest") => Self::Interests,
            Constraint::Terms("district") => Self::Districts,
            Constraint::Terms("institution") => Self::Institution,
            Constraint::Terms("accessibility") => Self::Accessibility,
            Constraint::Terms(_) => return None,
        })
    }
}

/// What would be found if one condition were given up.
#[derive(SimpleObject)]
#[graphql(name = "SearchRelaxation")]
pub struct Relaxation {
    /// The condition.
    pub constraint: SearchConstraint,
    /// Whether it was understood from the text; otherwise the filter or `near` set it.
    pub understood: bool,
    /// How many results there would be.
    pub count: u64,
}

/// How the query's text was understood; nothing if there is none.
pub(super) fn interpretation(scope: &Scope, query: &Query) -> Option<QueryInterpretation> {
    let meaning = &query.meaning;
    if meaning.text.trim().is_empty() {
        return None;
    }
    let lang = scope.lang.tag();
    let said = meaning.ages_at(query.now);
    let ages = said.as_ref().map(|ages| {
        let (min, max) = (ages.start().cast_signed(), ages.end().cast_signed());
        // An open end of the index is nobody's age.
        let max = (max < 99 * 12).then_some(max);
        AgeRange::of(scope, Some(min), max)
    });
    let years = said.as_ref().filter(|ages| ages.start() / 12 == ages.end() / 12).map(|ages| ages.start() / 12);
    let hours = meaning.hours.as_ref();
    let interests = meaning.interests().into_iter().filter_map(|id| taxonomy().interest(id)).map(Interest);
    let time = |minute: u16| (0 < minute && minute < DAY).then_some(LocalTime(minute));
    let parts = meaning.parts.iter().map(|part| self::part(scope, query, part));
    Some(QueryInterpretation {
        keywords: meaning.keywords.clone(),
        interests: interests.collect(),
        topics: meaning.topics().map(|topic| topic.name.get(lang).to_owned()).collect(),
        age: years.map(u32::cast_signed),
        ages,
        weekdays: meaning.weekdays.iter().filter_map(|day| Weekday::from_number(*day)).collect(),
        starts_after: hours.and_then(|hours| time(hours.start)),
        starts_before: hours.and_then(|hours| time(hours.end)),
        max_price: meaning.max_price.map(Decimal),
        place: meaning.place.as_ref().map(|place| place.name.clone()),
        languages: meaning.languages.iter().map(|tag| (*tag).to_owned()).collect(),
        online: meaning.online,
        excluded: meaning.unwanted(lang),
        corrections: meaning
            .corrections
            .iter()
            .map(|correction| Correction { from: correction.from.clone(), to: correction.to.clone() })
            .collect(),
        literal_query: meaning.literal(),
        parts: parts.collect(),
    })
}

fn part(scope: &Scope, query: &Query, part: &Part) -> InterpretedPart {
    let meaning = &query.meaning;
    let lang = scope.lang.tag();
    let named = |id: &String| concept(id).map_or_else(|| id.clone(), |concept| concept.name.get(lang).to_owned());
    let listens = |constraint| query.listens_to(constraint);
    let (kind, label, applied) = match &part.meaning {
        Meaning::Topic(ids) => {
            // Of a wide wish and a narrow one that both words name, the narrow one is meant.
            let meant = meaning.meant_of(ids);
            let names: Vec<_> = meant.into_iter().map(|concept| concept.name.get(lang)).collect();
            (InterpretedKind::Topic, names.join(" / "), listens(Constraint::Terms("interest")))
        }
        Meaning::Excluded(id) => {
            let label = scope.text("interpreted-excluded", &[("what", named(id).into())]);
            (InterpretedKind::Excluded, label, true)
        }
        Meaning::Ages => {
            let ages = meaning.ages_at(query.now);
            let ages = ages.as_ref();
            let end = ages.map(|ages| ages.end().cast_signed()).filter(|end| *end < 99 * 12);
            let label = ages_label(scope, ages.map(|ages| ages.start().cast_signed()), end);
            (InterpretedKind::Age, label, listens(Constraint::Age))
        }
        Meaning::Weekdays => {
            let days: Vec<_> = meaning.weekdays.iter().map(|day| weekday(scope, *day)).collect();
            (InterpretedKind::Weekdays, days.join(", "), listens(Constraint::Weekday))
        }
        Meaning::Hours => (InterpretedKind::Hours, hours_label(scope, query), listens(Constraint::Hours)),
        Meaning::Price => {
            let most = meaning.max_price.unwrap_or_default();
            (InterpretedKind::Price, labels::price_up_to(scope, most), listens(Constraint::Price))
        }
        Meaning::Place => {
            let name = meaning.place.as_ref().map(|place| place.name.clone()).unwrap_or_default();
            (InterpretedKind::Place, name, listens(Constraint::Place))
        }
        Meaning::Language => {
            let names: Vec<_> = meaning.languages.iter().map(|tag| language(scope, tag)).collect();
            let label = scope.text("interpreted-language", &[("languages", names.join(", ").into())]);
            (InterpretedKind::Language, label, listens(Constraint::Language))
        }
        Meaning::Online => {
            let key = if meaning.online == Some(false) { "interpreted-on-the-spot" } else { "filter-online" };
            (InterpretedKind::Online, scope.text(key, &[]), listens(Constraint::Online))
        }
    };
    InterpretedPart { kind, label, query_without: meaning.without(part), applied }
}

fn hours_label(scope: &Scope, query: &Query) -> String {
    let Some(hours) = &query.meaning.hours else { return String::new() };
    let time = |minute: u16| LocalTime(minute.min(DAY - 1)).to_string();
    let (from, to) = (time(hours.start).into(), time(hours.end).into());
    match query.meaning.part_of_day() {
        Some(PartOfDay::Morning) => return scope.text("interpreted-morning", &[]),
        Some(PartOfDay::Afternoon) => return scope.text("interpreted-afternoon", &[]),
        Some(PartOfDay::Evening) => return scope.text("interpreted-evening", &[]),
        Some(PartOfDay::AfterSchool) => return scope.text("interpreted-after-school", &[]),
        Some(PartOfDay::AfterWork) => return scope.text("interpreted-after-work", &[]),
        Some(PartOfDay::About(minute)) => return scope.text("interpreted-about", &[("time", time(minute).into())]),
        None => {}
    }
    match (hours.start > 0, hours.end < DAY) {
        (true, true) => scope.text("interpreted-hours", &[("from", from), ("to", to)]),
        (_, true) => scope.text("chip-starts-before", &[("time", to)]),
        _ => scope.text("chip-starts-after", &[("time", from)]),
    }
}
