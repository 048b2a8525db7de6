//! What somebody wants to be said, and what is wrong with it.

use chrono::{DateTime, TimeDelta, Utc};
use directory::web_address;
use kernel::{
    i18n::Lang,
    refusal::{Problem, Refused},
    tenancy::{LatLon, Tenant},
};

use crate::{
    alert::Words,
    area::{self, Circle},
    codes::{Category, Certainty, Response, Severity, Urgency},
    refusal::Refusal,
};

/// The longest that an alert may hold, and the latest that it may begin, in days.
const MAX_DAYS: i64 = 30;
/// Characters of a name of what happens.
const EVENT: usize = 100;
/// Characters of a headline: the protocol advises that some devices show no more.
const HEADLINE: usize = 160;
/// Characters of a description and of what to do.
const LONG: usize = 4000;
/// Characters of any other text.
const SHORT: usize = 500;
/// Characters of an address.
const LINK: usize = 1000;

/// An alert as somebody writes it.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// What it says, in any of the portal's languages; Polish must be among them.
    pub texts: Vec<(Lang, Words)>,
    /// What it is about.
    pub categories: Vec<Category>,
    /// What people are advised to do.
    pub responses: Vec<Response>,
    /// When one has to act.
    pub urgency: Urgency,
    /// How great the danger is.
    pub severity: Severity,
    /// How sure it is.
    pub certainty: Certainty,
    /// From when on it holds; at once if nothing is said.
    pub effective: Option<DateTime<Utc>>,
    /// When what it is about begins.
    pub onset: Option<DateTime<Utc>>,
    /// From when on it holds no more.
    pub expires: DateTime<Utc>,
    /// Where there is more to read.
    pub web: Option<String>,
    /// Whom to ask.
    pub contact: Option<String>,
    /// What the message itself is for.
    pub note: Option<String>,
    /// Where it holds, in words; if nothing is said, the names of the districts, or the city's.
    pub area: Option<String>,
    /// Where it holds, by ids or names of districts.
    pub districts: Vec<String>,
    /// Where it holds: pairs of latitude and longitude, the last the same as the first. Empty for no such shape.
    pub polygon: Vec<(f64, f64)>,
    /// Where it holds: latitude, longitude and radius in kilometres.
    pub circle: Option<Circle>,
}

/// The same when all of it is good.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Checked {
    pub(crate) draft: Draft,
    pub(crate) area: String,
    pub(crate) polygon: Vec<LatLon>,
    pub(crate) circle: Option<(LatLon, f64)>,
}

/// Reads a draft, or tells all that is wrong with it. What replaces another message holds at once.
pub(crate) fn check(
    tenant: &Tenant,
    now: DateTime<Utc>,
    draft: Draft,
    replaces: bool,
) -> Result<Checked, Refused<Refusal>> {
    let mut problems = Vec::new();
    let texts = texts(&draft.texts, &mut problems);
    let mut categories = draft.categories.clone();
    categories.sort_unstable();
    categories.dedup();
    if categories.is_empty() {
        problems.push(Problem::at(Refusal::CategoryMissing, "categories"));
    }
    let mut responses = draft.responses.clone();
    responses.sort_unstable();
    responses.dedup();
    times(now, &draft, replaces, &mut problems);
    let web = short(draft.web.as_deref(), "web", LINK, &mut problems);
    let web = web.and_then(|text| {
        let address = web_address(&text);
        if address.is_none() {
            problems.push(Problem::at(Refusal::LinkExpected, "web").with("value", text));
        }
        address
    });
    let contact = short(draft.contact.as_deref(), "contact", SHORT, &mut problems);
    let note = short(draft.note.as_deref(), "note", SHORT, &mut problems);
    let described = short(draft.area.as_deref(), "areaDescription", SHORT, &mut problems);
    let districts = districts(tenant, &draft.districts, &mut problems);
    let polygon = match draft.polygon.as_slice() {
        [] => Vec::new(),
        corners => area::polygon(&tenant.area, corners).unwrap_or_else(|problem| {
            problems.push(problem);
            Vec::new()
        }),
    };
    let circle =
        draft.circle.and_then(|given| area::circle(&tenant.area, given).map_err(|problem| problems.push(problem)).ok());
    kernel::refusal::none_of(problems)?;
    let area = described.unwrap_or_else(|| area_name(tenant, &districts));
    let draft = Draft { texts, categories, responses, web, contact, note, districts, area: None, ..draft };
    Ok(Checked { draft, area, polygon, circle })
}

/// What an area is called that nobody described.
pub(crate) fn area_name(tenant: &Tenant, districts: &[String]) -> String {
    let names = districts.iter().filter_map(|id| tenant.area.district(id)).map(|district| district.name.as_str());
    let names = names.collect::<Vec<_>>().join(", ");
    if names.is_empty() { tenant.name.get(Lang::Pl).to_owned() } else { names }
}

/// A text without spaces around it, nor characters that show nothing or that XML cannot carry.
pub(crate) fn tidy(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let visible = |c: &char| *c == '\n' || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'));
    lines.replace('\t', " ").chars().filter(visible).collect::<String>().trim().to_owned()
}

/// A text that must not be too long; nothing if it is empty.
pub(crate) fn short(
    text: Option<&str>,
    field: &'static str,
    most: usize,
    problems: &mut Vec<Problem<Refusal>>,
) -> Option<String> {
    let text = tidy(text?);
    if text.chars().count() > most {
        problems.push(Problem::at(Refusal::TextTooLong, field).with("most", most as u32));
        return None;
    }
    (!text.is_empty()).then_some(text)
}

/// Why something is done, which must be said.
pub(crate) fn reasoned(reason: &str) -> Result<String, Refused<Refusal>> {
    let mut problems = Vec::new();
    let reason = short(Some(reason), "reason", SHORT, &mut problems);
    if reason.is_none() && problems.is_empty() {
        problems.push(Problem::at(Refusal::ReasonMissing, "reason"));
    }
    kernel::refusal::none_of(problems)?;
    Ok(reason.unwrap_or_default())
}

/// The texts in the portal's order of languages, Polish first.
fn texts(given: &[(Lang, Words)], problems: &mut Vec<Problem<Refusal>>) -> Vec<(Lang, Words)> {
    let mut texts = Vec::new();
    for lang in Lang::ALL {
        let Some((_, words)) = given.iter().find(|(other, _)| *other == lang) else {
            if lang == Lang::default() {
                problems.push(Problem::at(Refusal::TextMissing, "texts.pl"));
            }
            continue;
        };
        let mut read = |text: &str, name: &str, most: usize, is_required: bool| {
            let text = tidy(text);
            let at = |kind| Problem::at(kind, format!("texts.{}.{name}", lang.tag()));
            if is_required && text.is_empty() {
                problems.push(at(Refusal::TextMissing));
            } else if text.chars().count() > most {
                problems.push(at(Refusal::TextTooLong).with("most", most as u32));
            }
            text
        };
        let one_line = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let words = Words {
            lang: lang.tag().to_owned(),
            event: one_line(read(&words.event, "event", EVENT, true)),
            headline: one_line(read(&words.headline, "headline", HEADLINE, true)),
            description: read(&words.description, "description", LONG, false),
            instruction: read(&words.instruction, "instruction", LONG, false),
        };
        texts.push((lang, words));
    }
    texts
}

fn times(now: DateTime<Utc>, draft: &Draft, replaces: bool, problems: &mut Vec<Problem<Refusal>>) {
    let most = TimeDelta::days(MAX_DAYS);
    let days = |kind, field: &'static str| Problem::at(kind, field).with("days", MAX_DAYS as u32);
    let begins = draft.effective.map_or(now, |effective| effective.max(now));
    if replaces && begins > now {
        problems.push(Problem::at(Refusal::EffectiveLater, "effective"));
    } else if begins - now > most {
        problems.push(days(Refusal::EffectiveTooLate, "effective"));
    }
    if draft.expires <= now {
        problems.push(Problem::at(Refusal::ExpiresPast, "expires"));
    } else if draft.expires <= begins {
        problems.push(Problem::at(Refusal::ExpiresBeforeStart, "expires"));
    } else if draft.expires - begins > most {
        problems.push(days(Refusal::ExpiresTooLate, "expires"));
    }
    if draft.onset.is_some_and(|onset| onset >= draft.expires) {
        problems.push(Problem::at(Refusal::OnsetTooLate, "onset"));
    }
}

/// Districts by id or name, as ids, without repetitions.
fn districts(tenant: &Tenant, given: &[String], problems: &mut Vec<Problem<Refusal>>) -> Vec<String> {
    let mut known: Vec<String> = Vec::new();
    for text in given {
        match directory::fields::district(tenant, text.trim()) {
            Some(id) if known.contains(&id) => {}
            Some(id) => known.push(id),
            None => {
                let value: String = text.chars().take(60).collect();
                problems.push(Problem::at(Refusal::DistrictUnknown, "districts").with("value", value));
                // Each is like the first, and there may be many.
                break;
            }
        }
    }
    known
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_can_be_carried_by_xml() {
        assert_eq!(tidy(" a\u{0}b\r\n\tc \u{fffe}\n"), "ab\n c");
    }

    #[test]
    fn all_languages_are_measured_and_polish_must_be_there() {
        let words = |headline: &str| Words { event: "X".into(), headline: headline.into(), ..Words::default() };
        let kinds = |given: &[(Lang, Words)]| {
            let mut problems = Vec::new();
            let texts = texts(given, &mut problems);
            let problems = problems.into_iter().map(|problem| (problem.kind, problem.field.unwrap().into_owned()));
            (texts.len(), problems.collect::<Vec<_>>())
        };
        let too_long = "ż".repeat(161);
        assert_eq!(kinds(&[(Lang::Uk, words("б")), (Lang::Pl, words("a"))]), (2, vec![]));
        let (_, problems) = kinds(&[(Lang::En, words(&too_long))]);
        let expected = [(Refusal::TextMissing, "texts.pl"), (Refusal::TextTooLong, "texts.en.headline")]
            .map(|(k, f)| (k, f.into()));
        assert_eq!(problems, expected);
    }
}
