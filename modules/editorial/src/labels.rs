//! What people read of fields and their values, in the request's language.

use std::collections::HashMap;

use chrono::DateTime;
use kernel::{
    error::Result,
    graphql::scalars::{Decimal, LocalTime},
    history::Fields,
    i18n::Lang,
    scope::Scope,
};
use sea_orm::ActiveEnum as _;
use search_index::taxonomy;

use crate::{
    columns,
    states::{Act, Status},
};

/// Days of the week as files name them, and as messages do.
const DAYS: [(&str, &str); 7] = [
    ("mon", "MONDAY"),
    ("tue", "TUESDAY"),
    ("wed", "WEDNESDAY"),
    ("thu", "THURSDAY"),
    ("fri", "FRIDAY"),
    ("sat", "SATURDAY"),
    ("sun", "SUNDAY"),
];
/// Languages that have a name in every language of the portal.
const NAMED_LANGUAGES: [&str; 10] = ["pl", "en", "uk", "de", "fr", "es", "it", "ru", "be", "pl-sign"];

/// Names of institutions that fields refer to, looked up once for many fields.
#[derive(Clone, Debug, Default)]
pub(crate) struct Labels {
    institutions: HashMap<String, String>,
}

impl Labels {
    /// What is needed to tell all of these fields.
    pub(crate) async fn of(scope: &Scope, rows: &[&Fields]) -> Result<Self> {
        let mut references: Vec<String> = rows.iter().filter_map(|fields| fields.get("institution").cloned()).collect();
        references.sort_unstable();
        references.dedup();
        if references.is_empty() {
            return Ok(Self::default());
        }
        let ids = directory::service::resolve_references(scope, &references).await?;
        let wanted: Vec<_> = ids.values().copied().collect();
        let rows = directory::service::many(scope, &wanted).await?;
        let named = |reference: String| {
            let row = rows.get(ids.get(&reference)?)?;
            Some((reference, row.name.clone()))
        };
        Ok(Self { institutions: references.into_iter().filter_map(named).collect() })
    }

    /// A value for people. What cannot be read is shown as it was typed.
    pub(crate) fn value(&self, scope: &Scope, column: &str, value: &str) -> String {
        let each = |separator: &str, label: &dyn Fn(&str) -> Option<String>| {
            let parts = value.split('|').map(str::trim).filter(|part| !part.is_empty());
            let parts: Vec<_> = parts.map(|part| label(part).unwrap_or_else(|| part.to_owned())).collect();
            parts.join(separator)
        };
        let known = match column {
            "interests" => Some(each(", ", &|id| Some(taxonomy().interest(id)?.name.get(scope.lang.tag()).to_owned()))),
            "slots" => Some(each("; ", &|text| slot(scope, text))),
            "languages" => Some(each(", ", &|tag| language(scope, tag))),
            "accessibility" => Some(each(", ", &|id| message(scope, "accessibility-", id))),
            "tags" => Some(each(", ", &|_| None)),
            "min_age" | "max_age" => age(scope, value),
            "price" => price(scope, value),
            "price_unit" => message(scope, "desk-price-unit-", value),
            "online" | "all_day" | "waiting_list" => yes_no(scope, value),
            "audience" => Some(each(", ", &|id| message(scope, "audience-", id))),
            "levels" => Some(each(", ", &|id| message(scope, "event-level-", id))),
            "seasons" => Some(each(", ", &|id| message(scope, "season-", id))),
            "category" => message(scope, "article-category-", value),
            "topic" => message(scope, "advice-topic-", value),
            "sign_up" => message(scope, "sign-up-mode-", value),
            "starts" | "ends" | "publish_at" | "withdraw_at" | "questions_open" | "questions_close" => {
                Some(value.replace('T', " "))
            }
            "exceptions" => Some(each(", ", &|moment| Some(moment.replace('T', " ")))),
            "moved" => Some(each(", ", &|moved| Some(moved.replace('T', " ").replace('>', " → ").replace('/', "–")))),
            "pictures" | "files" => {
                let count = value.split('|').filter(|id| !id.is_empty()).count() as u32;
                Some(scope.text(&format!("desk-{column}"), &[("n", count.into())]))
            }
            "kind" => message(scope, "institution-kind-", value),
            "sector" => message(scope, "sector-", value),
            "state" => message(scope, "entry-state-", value),
            "confirmed_at" => day(scope, value),
            "district" => scope.tenant.area.district(value).map(|district| district.name.clone()),
            "institution" => self.institutions.get(value).cloned(),
            _ => None,
        };
        known.unwrap_or_else(|| value.to_owned())
    }
}

/// What a field is called.
pub(crate) fn field(scope: &Scope, column: &str) -> String {
    let name = columns::name(column);
    let key = format!("field-{name}");
    if scope.app().messages.has(scope.lang, &key) { scope.text(&key, &[]) } else { name.into_owned() }
}

/// The message of a value that stands in capitals at the end of its key, if there is one.
fn message(scope: &Scope, prefix: &str, value: &str) -> Option<String> {
    let is_plain = value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_');
    let key = format!("{prefix}{}", value.to_ascii_uppercase());
    (is_plain && scope.app().messages.has(scope.lang, &key)).then(|| scope.text(&key, &[]))
}

fn slot(scope: &Scope, text: &str) -> Option<String> {
    let (day, hours) = text.split_once(char::is_whitespace)?;
    let (_, day) = DAYS.iter().find(|(name, _)| day.eq_ignore_ascii_case(name))?;
    let (starts, ends) = hours.split_once(['-', '–'])?;
    let time = |text: &str| text.trim().parse::<LocalTime>().ok().map(|time| time.to_string());
    let args = [
        ("weekday", scope.text(&format!("weekday-{day}"), &[]).into()),
        ("starts", time(starts)?.into()),
        ("ends", time(ends)?.into()),
    ];
    Some(scope.text("slot-label", &args))
}

fn age(scope: &Scope, text: &str) -> Option<String> {
    if let Some(months) = text.strip_suffix(['m', 'M']) {
        return Some(scope.text("desk-age-months", &[("n", months.trim().parse::<u32>().ok()?.into())]));
    }
    Some(scope.text("age-years", &[("n", text.parse::<u32>().ok()?.into())]))
}

fn price(scope: &Scope, text: &str) -> Option<String> {
    let price: Decimal = text.parse().ok()?;
    if price.0 == 0 {
        return Some(scope.text("price-free", &[]));
    }
    let amount = price.to_string();
    let amount = if scope.lang == Lang::En { amount } else { amount.replace('.', ",") };
    Some(scope.text("price-amount", &[("amount", amount.into()), ("unit", "NONE".into())]))
}

/// The day of a moment in the city.
fn day(scope: &Scope, text: &str) -> Option<String> {
    let moment = DateTime::parse_from_rfc3339(text).ok()?;
    Some(scope.tenant.local_date(moment.to_utc()).to_string())
}

fn yes_no(scope: &Scope, text: &str) -> Option<String> {
    match text {
        "yes" => Some(scope.text("desk-yes", &[])),
        "no" => Some(scope.text("desk-no", &[])),
        _ => None,
    }
}

fn language(scope: &Scope, tag: &str) -> Option<String> {
    NAMED_LANGUAGES.contains(&tag).then(|| scope.text(&format!("language-{tag}"), &[]))
}

/// Where a proposal stands, for people.
pub(crate) fn status(scope: &Scope, status: Status) -> String {
    scope.text(&format!("submission-status-{}", status.to_value()), &[])
}

/// What was done with a proposal, for people.
pub(crate) fn act(scope: &Scope, act: Act) -> String {
    scope.text(&format!("submission-act-{}", act.to_value()), &[])
}

/// What a change in an entry's history is called.
pub(crate) fn action(scope: &Scope, action: &str) -> String {
    let key = format!("history-action-{action}");
    if scope.app().messages.has(scope.lang, &key) { scope.text(&key, &[]) } else { action.to_owned() }
}
