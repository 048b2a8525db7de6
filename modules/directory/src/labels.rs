//! What people read of ages, prices and languages, in the request's language.

use kernel::{
    graphql::scalars::Decimal,
    i18n::{Lang, Value},
    scope::Scope,
    search::Snapshot,
};
use sea_orm::ActiveEnum as _;
use search_index::taxonomy;

use crate::{
    ENTITY,
    institution::{InstitutionId, Model},
    price::PriceUnit,
};

/// Below this many months, ages are told in months.
const MONTHS_MATTER: i32 = 36;
/// Languages whose names we know; others are shown by their tags.
const NAMED_LANGUAGES: [&str; 10] = ["pl", "en", "uk", "de", "fr", "es", "it", "ru", "be", "pl-sign"];

/// Ages as years, or as months for the smallest. `max` is the last month that still counts.
pub fn ages(scope: &Scope, min: Option<i32>, max: Option<i32>) -> String {
    let number = |number: i32| Value::from(number.unsigned_abs());
    let in_years = |months: i32| months % 12 == 0;
    match (min.filter(|min| *min > 0), max) {
        (None, None) => scope.text("ages-any", &[]),
        (Some(min), Some(max)) if min < MONTHS_MATTER && !(in_years(min) && in_years(max + 1)) => {
            scope.text("ages-months-range", &[("min", number(min)), ("max", number(max))])
        }
        (None, Some(max)) if max < MONTHS_MATTER - 12 && !in_years(max) => {
            scope.text("ages-months-range", &[("min", number(0)), ("max", number(max))])
        }
        (Some(min), Some(max)) if min / 12 == max / 12 => scope.text("ages-exact", &[("min", number(min / 12))]),
        (Some(min), Some(max)) => scope.text("ages-range", &[("min", number(min / 12)), ("max", number(max / 12))]),
        (Some(min), None) => scope.text("ages-from", &[("min", number(min / 12))]),
        (None, Some(max)) => scope.text("ages-to", &[("max", number(max / 12))]),
    }
}

/// An amount as people write it.
pub fn amount(scope: &Scope, minor: i64) -> String {
    let text = Decimal(minor).to_string();
    if scope.lang == Lang::En { text } else { text.replace('.', ",") }
}

/// A price.
pub fn price(scope: &Scope, minor: i64, unit: Option<PriceUnit>) -> String {
    if minor == 0 {
        return scope.text("price-free", &[]);
    }
    let unit = unit.map_or_else(|| "NONE".to_owned(), |unit| unit.to_value());
    scope.text("price-amount", &[("amount", amount(scope, minor).into()), ("unit", unit.into())])
}

/// What people call a language (BCP 47).
pub fn language(scope: &Scope, tag: &str) -> String {
    if NAMED_LANGUAGES.contains(&tag) { scope.text(&format!("language-{tag}"), &[]) } else { tag.to_owned() }
}

/// What an institution is called, by its global id; nothing if there is none.
pub fn institution(snapshot: &Snapshot, id: &str) -> Option<String> {
    let row = snapshot.card::<Model>(ENTITY, InstitutionId::parse(id)?.0)?;
    Some(row.short_name.clone().unwrap_or_else(|| row.name.clone()))
}

/// What interests are called, by their ids, in one phrase; nothing if none is known.
pub fn interests<T: AsRef<str>>(scope: &Scope, ids: &[T]) -> Option<String> {
    let known = ids.iter().filter_map(|id| taxonomy().interest(id.as_ref()));
    phrase(known.map(|interest| interest.name.get(scope.lang.tag()).to_owned()))
}

/// What districts are called, by their ids, in one phrase; nothing if none is known.
pub fn districts<T: AsRef<str>>(scope: &Scope, ids: &[T]) -> Option<String> {
    let known = ids.iter().filter_map(|id| scope.tenant.area.district(id.as_ref()));
    phrase(known.map(|district| district.name.clone()))
}

/// Several values of one condition as people read them, in one phrase; nothing without any.
pub fn phrase(values: impl IntoIterator<Item = String>) -> Option<String> {
    let values: Vec<String> = values.into_iter().collect();
    (!values.is_empty()).then(|| values.join(", "))
}

/// Days of the week as the API and messages name them, Monday first.
pub const WEEKDAYS: [&str; 7] = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];

/// What people call the day that many days after Monday.
pub fn weekday(scope: &Scope, day: u8) -> String {
    WEEKDAYS.get(usize::from(day)).map_or_else(String::new, |name| scope.text(&format!("weekday-{name}"), &[]))
}
