//! The template engine, and the functions that templates call.

use std::sync::Arc;

use chrono::{DateTime, Datelike as _, NaiveDate};
use chrono_tz::Tz;
use kernel::{
    app::App,
    i18n::{Lang, Value as Argument},
    markdown,
    page::localised,
};
use minijinja::{
    AutoEscape, Environment, Error, ErrorKind, Output, State, UndefinedBehavior, Value, escape_formatter,
    value::{Kwargs, ValueKind},
};

use super::{
    address::with_query,
    assets::{Manifest, sources},
    guard::{self, FormGuard},
};

/// Templates by name (`layouts/city.html`, `pages/activities/list.html`), all loaded or none.
pub(super) fn environment(strict: bool) -> Result<Environment<'static>, Error> {
    let mut environment = Environment::new();
    environment.set_undefined_behavior(if strict {
        UndefinedBehavior::SemiStrict
    } else {
        UndefinedBehavior::Chainable
    });
    // Markdown that people wrote, as HTML that passed the sanitiser.
    environment.add_filter("markdown", |text: &str| Value::from_safe_string(markdown::to_html(text)));
    environment.set_formatter(write_escaped);
    for (name, content) in sources(".html").chain(sources(".txt")) {
        environment.add_template_owned(name, content)?;
    }
    Ok(environment)
}

/// Escapes what HTML needs escaped. The engine's own way also turns every slash into a reference, which makes
/// addresses longer and sources unreadable, and protects nothing.
fn write_escaped(out: &mut Output<'_>, state: &mut State<'_, '_>, value: &Value) -> Result<(), Error> {
    let (AutoEscape::Html, false, Some(text)) = (state.auto_escape(), value.is_safe(), value.as_str()) else {
        return escape_formatter(out, state, value);
    };
    let mut rest = text;
    while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
        let (plain, special) = rest.split_at(at);
        out.write_str(plain)?;
        out.write_str(match special.as_bytes().first() {
            Some(b'&') => "&amp;",
            Some(b'<') => "&lt;",
            Some(b'>') => "&gt;",
            Some(b'"') => "&quot;",
            _ => "&#39;",
        })?;
        rest = special.get(1..).unwrap_or_default();
    }
    Ok(out.write_str(rest)?)
}

/// Whom a page is rendered for.
pub(super) struct Reader {
    pub(super) app: Arc<App>,
    pub(super) manifest: Arc<Manifest>,
    pub(super) lang: Lang,
    /// The page's path without the language.
    pub(super) path: String,
    pub(super) query: Vec<(String, String)>,
    /// What proves that forms are ours; none where there are none.
    pub(super) guard: Option<Arc<FormGuard>>,
    /// The portal's address, for what is read elsewhere.
    pub(super) base_url: Option<String>,
}

/// The environment of one rendering: its functions and filters know the reader's language and where the reader is.
/// They are globals and not part of the context, because macros of another file see only those.
pub(super) fn for_reader(environment: &Environment<'static>, reader: Reader) -> Environment<'static> {
    let mut environment = environment.clone();
    let reader = Arc::new(reader);
    let named: [(&'static str, fn(&Reader, &str, Kwargs) -> Result<Value, Error>); 7] = [
        ("t", text),
        ("url", url),
        ("link", link),
        ("lang_url", language_url),
        ("path_in", |reader, tag, _| Ok(localised(language(tag)?, &reader.path).into())),
        ("asset", |reader, entry, _| Ok(reader.manifest.script(entry).unwrap_or_default().into())),
        ("asset_css", |reader, entry, _| Ok(reader.manifest.styles(entry).into_iter().collect())),
    ];
    for (name, function) in named {
        let reader = reader.clone();
        environment.add_function(name, move |argument: &str, kwargs: Kwargs| function(&reader, argument, kwargs));
    }
    let here = reader.clone();
    environment.add_function("here", move |kwargs: Kwargs| changed(&here, &kwargs));
    let here = reader.clone();
    environment.add_function("toggled", move |name: &str, value: &str| toggle(&here, name, value));
    let own = reader.clone();
    environment.add_function("form_token", move || form_token(&own));
    environment.add_filter("as_list", |value: Value| values(&value).map(|list| list.into_iter().collect::<Value>()));
    environment.add_filter("json_text", json_text);
    let own = reader.clone();
    environment.add_filter("moment", move |value: Value, zone: &str| moment(&own, &value, zone));
    let own = reader.clone();
    environment.add_filter("date", move |value: Value| date(&own, &value));
    environment.add_filter("number", move |value: Value| number(reader.lang, &value));
    environment
}

fn text(reader: &Reader, key: &str, kwargs: Kwargs) -> Result<Value, Error> {
    let mut args = Vec::new();
    for name in kwargs.args() {
        let value: Value = kwargs.get(name)?;
        let argument = match value.kind() {
            ValueKind::Number => Argument::Number(f64::try_from(value)?),
            _ => Argument::Text(value.to_string().into()),
        };
        args.push((name, argument));
    }
    Ok(reader.app.messages.format(reader.lang, key, &args).into())
}

fn url(reader: &Reader, path: &str, kwargs: Kwargs) -> Result<Value, Error> {
    let mut query = Vec::new();
    for name in kwargs.args() {
        query.extend(values(&kwargs.get(name)?)?.into_iter().map(|value| (name.to_owned(), value)));
    }
    Ok(with_query(&localised(reader.lang, path), &query).into())
}

/// A path of the portal as an address that leads there from anywhere.
fn link(reader: &Reader, path: &str, kwargs: Kwargs) -> Result<Value, Error> {
    let base = reader.base_url.as_deref().unwrap_or_default();
    Ok(format!("{base}{}", url(reader, path, kwargs)?).into())
}

/// Parameters that say what was just done: no link from the page says it again.
const SAID_ONCE: [&str; 2] = ["done", "of"];

/// This page with some parameters changed.
fn changed(reader: &Reader, kwargs: &Kwargs) -> Result<Value, Error> {
    let mut query = reader.query.clone();
    query.retain(|(key, _)| !SAID_ONCE.contains(&key.as_str()));
    for name in kwargs.args() {
        query.retain(|(key, _)| key != name);
        query.extend(values(&kwargs.get(name)?)?.into_iter().map(|value| (name.to_owned(), value)));
    }
    query.retain(|(_, value)| !value.is_empty());
    Ok(with_query(&localised(reader.lang, &reader.path), &query).into())
}

/// This page from its beginning, with one value of a parameter on or off.
fn toggle(reader: &Reader, name: &str, value: &str) -> String {
    let mut query = reader.query.clone();
    let before = query.len();
    query.retain(|(key, chosen)| !(key == name && chosen == value));
    if query.len() == before {
        query.push((name.to_owned(), value.to_owned()));
    }
    query.retain(|(key, value)| key != "after" && !SAID_ONCE.contains(&key.as_str()) && !value.is_empty());
    with_query(&localised(reader.lang, &reader.path), &query)
}

fn language(tag: &str) -> Result<Lang, Error> {
    tag.parse().map_err(|()| Error::new(ErrorKind::InvalidOperation, format!("\"{tag}\" is no language of the portal")))
}

fn language_url(reader: &Reader, tag: &str, _: Kwargs) -> Result<Value, Error> {
    let lang = language(tag)?;
    let query: Vec<_> = reader.query.iter().filter(|(_, value)| !value.is_empty()).cloned().collect();
    Ok(with_query(&localised(lang, &reader.path), &query).into())
}

/// The hidden field that every form carries.
fn form_token(reader: &Reader) -> Result<Value, Error> {
    let guard = reader.guard.as_ref();
    let guard = guard.ok_or_else(|| Error::new(ErrorKind::InvalidOperation, "this page can have no form"))?;
    let token = guard.token().map_err(|fault| Error::new(ErrorKind::InvalidOperation, fault.describe()))?;
    let field = format!("<input type=\"hidden\" name=\"{}\" value=\"{token}\">", guard::FIELD);
    Ok(Value::from_safe_string(field))
}

/// A moment (RFC 3339) as people of a time zone write it: date and time of day.
fn moment(reader: &Reader, value: &Value, zone: &str) -> String {
    let text = value.as_str().unwrap_or_default();
    let (Ok(moment), Ok(zone)) = (DateTime::parse_from_rfc3339(text), zone.parse::<Tz>()) else {
        return text.to_owned();
    };
    let local = moment.with_timezone(&zone);
    let day = date(reader, &local.date_naive().to_string().into());
    reader.app.messages.format(
        reader.lang,
        "date-with-time",
        &[("date", day.into()), ("time", local.format("%H:%M").to_string().into())],
    )
}

/// An ISO date, or the date of a moment, as people write it.
fn date(reader: &Reader, value: &Value) -> String {
    let text = value.as_str().unwrap_or_default();
    let Some(date) = text.get(..10).and_then(|day| day.parse::<NaiveDate>().ok()) else { return text.to_owned() };
    let month = reader.app.messages.format(reader.lang, &format!("month-{}", date.month()), &[]);
    let args = [
        ("day", Argument::Text(date.day().to_string().into())),
        ("month", month.into()),
        ("year", date.year().to_string().into()),
    ];
    reader.app.messages.format(reader.lang, "date-long", &args)
}

/// A whole number with its thousands apart.
fn number(lang: Lang, value: &Value) -> String {
    let digits = value.to_string();
    let separator = if lang == Lang::En { ',' } else { '\u{a0}' };
    // Polish and Ukrainian leave numbers of four digits together.
    if digits.len() < if lang == Lang::En { 4 } else { 5 } || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return digits;
    }
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3 * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

/// A value as JSON, for an address or a field: a text like any other, which is escaped where it stands. The engine's own
/// `tojson` is for scripts.
fn json_text(value: Value) -> Result<String, Error> {
    serde_json::to_string(&value).map_err(|err| Error::new(ErrorKind::InvalidOperation, err.to_string()))
}

fn values(value: &Value) -> Result<Vec<String>, Error> {
    match value.kind() {
        ValueKind::None | ValueKind::Undefined => Ok(Vec::new()),
        ValueKind::Seq | ValueKind::Iterable => Ok(value.try_iter()?.map(|value| value.to_string()).collect()),
        _ => Ok(vec![value.to_string()]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_grouped_by_language() {
        assert_eq!(number(Lang::Pl, &Value::from(1234)), "1234");
        assert_eq!(number(Lang::Pl, &Value::from(21644)), "21\u{a0}644");
        assert_eq!(number(Lang::En, &Value::from(1_021_644)), "1,021,644");
    }
}
