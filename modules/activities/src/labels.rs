//! What people read of ages, prices and hours, in the request's language.

use kernel::{
    graphql::scalars::{Decimal, LocalTime},
    i18n::{Lang, Value},
    scope::Scope,
};
use sea_orm::ActiveEnum as _;

use crate::activity::{PriceUnit, Slot};

/// Days of the week as the API names them, Monday first.
pub(crate) const WEEKDAYS: [&str; 7] = ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"];
/// Below this many months, ages are told in months.
const MONTHS_MATTER: i32 = 36;

/// Ages as years, or as months for the smallest. `max` is the last month that still counts.
pub(crate) fn ages(scope: &Scope, min: Option<i32>, max: Option<i32>) -> String {
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
pub(crate) fn amount(scope: &Scope, minor: i64) -> String {
    let text = Decimal(minor).to_string();
    if scope.lang == Lang::En { text } else { text.replace('.', ",") }
}

/// A price.
pub(crate) fn price(scope: &Scope, minor: i64, unit: Option<PriceUnit>) -> String {
    if minor == 0 {
        return scope.text("price-free", &[]);
    }
    let unit = unit.map_or_else(|| "NONE".to_owned(), |unit| unit.to_value());
    scope.text("price-amount", &[("amount", amount(scope, minor).into()), ("unit", unit.into())])
}

/// A price at most.
pub(crate) fn price_up_to(scope: &Scope, minor: i64) -> String {
    let whole = u32::try_from(minor / 100).ok().filter(|_| minor % 100 == 0);
    let most = whole.map_or_else(|| Value::from(amount(scope, minor)), Value::from);
    scope.text("price-up-to", &[("amount", most)])
}

/// A lesson of the week.
pub(crate) fn slot(scope: &Scope, slot: Slot) -> String {
    let args = [
        ("weekday", weekday(scope, slot.weekday).into()),
        ("starts", LocalTime(slot.starts).to_string().into()),
        ("ends", LocalTime(slot.ends).to_string().into()),
    ];
    scope.text("slot-label", &args)
}

/// A day of the week.
pub(crate) fn weekday(scope: &Scope, day: u8) -> String {
    WEEKDAYS.get(usize::from(day)).map_or_else(String::new, |name| scope.text(&format!("weekday-{name}"), &[]))
}
