//! Rules as people read them.

use directory::labels::{WEEKDAYS, weekday};
use kernel::scope::Scope;

use super::{End, Frequency, Rule};
use crate::labels::day as day_label;

/// A rule in the scope's language: "every week (Monday, Wednesday), until 25 June 2027".
pub(crate) fn label(scope: &Scope, rule: &Rule) -> String {
    let key = match rule.frequency {
        Frequency::Daily => "recurrence-daily",
        Frequency::Weekly => "recurrence-weekly",
        Frequency::Monthly => "recurrence-monthly",
        Frequency::Yearly => "recurrence-yearly",
    };
    let every = scope.text(key, &[("n", u32::from(rule.interval).into())]);
    let days = days(scope, rule);
    let every = if days.is_empty() {
        every
    } else {
        scope.text("recurrence-on", &[("every", every.into()), ("days", days.join(", ").into())])
    };
    let zone = scope.tenant.time_zone;
    let until = match rule.end {
        End::Count(count) => {
            return scope.text("recurrence-count", &[("rule", every.into()), ("n", count.into())]);
        }
        End::Day(day) => day,
        End::Clock(clock) => clock.date(),
        End::Moment(moment) => moment.with_timezone(&zone).date_naive(),
    };
    scope.text("recurrence-until", &[("rule", every.into()), ("date", day_label(scope, until).into())])
}

/// The days of its periods. What is picked out of them by position has no words that people would use.
fn days(scope: &Scope, rule: &Rule) -> Vec<String> {
    if !rule.by_set_pos.is_empty() {
        return Vec::new();
    }
    let name = |day: u8| WEEKDAYS.get(usize::from(day)).copied().unwrap_or_default();
    let of_week = rule.by_day.iter().map(|(number, day)| match number {
        None => weekday(scope, *day),
        Some(number) => {
            let key = if *number < 0 { "recurrence-nth-last" } else { "recurrence-nth" };
            let args = [
                ("n", u32::from(number.unsigned_abs()).into()),
                ("weekday", name(*day).into()),
                ("day", weekday(scope, *day).into()),
            ];
            scope.text(key, &args)
        }
    });
    let of_month = rule.by_month_day.iter().map(|day| {
        let key = if *day < 0 { "recurrence-month-day-last" } else { "recurrence-month-day" };
        scope.text(key, &[("n", u32::from(day.unsigned_abs()).into())])
    });
    of_week.chain(of_month).collect()
}
