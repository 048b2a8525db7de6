//! What people read of prices and hours, in the request's language.

use directory::labels::{amount, weekday};
use kernel::{graphql::scalars::LocalTime, i18n::Value, scope::Scope};

use crate::activity::Slot;

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
