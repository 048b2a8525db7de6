//! A row of the register in any of its formats.

use chrono::NaiveDate;
use kernel::{
    import::{Rejection, Row, Table},
    scope::Scope,
    tenancy::LatLon,
};
use serde_json::Value as Json;

/// What the API writes for "never".
const NEVER: &str = "9999-12-31";

/// An institution as one of the formats has it.
pub(super) enum Record<'a> {
    Csv(Row<'a>, &'a Table),
    Api(usize, &'a Json),
}

/// A value of a record: `None` if the format does not say.
pub(super) type Given<T> = Option<Option<T>>;

impl Record<'_> {
    pub(super) fn reject(&self, names: &[&str], pointer: &str, problem: impl Into<String>) -> Rejection {
        match self {
            Self::Csv(row, _) => row.reject(names.first().copied().unwrap_or_default(), problem),
            Self::Api(number, _) => {
                Rejection { row: *number, column: pointer.trim_start_matches('/').to_owned(), problem: problem.into() }
            }
        }
    }

    pub(super) fn text(&self, names: &[&str], pointer: &str) -> Result<Given<String>, Rejection> {
        match self {
            Self::Csv(row, table) => match names.iter().find(|name| table.has(name)) {
                None => Ok(None),
                Some(name) => Ok(Some(row.text(name)?.and_then(without_armour).map(str::to_owned))),
            },
            Self::Api(_, json) => Ok(api_text(json, pointer)),
        }
    }

    pub(super) fn parsed<T>(
        &self,
        names: &[&str],
        pointer: &str,
        expected: &str,
        parse: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Given<T>, Rejection> {
        match self.text(names, pointer)? {
            Some(Some(text)) => match parse(&text) {
                Some(value) => Ok(Some(Some(value))),
                None => Err(self.reject(names, pointer, format!("\"{text}\": {expected}"))),
            },
            given => Ok(given.map(|_| None)),
        }
    }

    pub(super) fn date(&self, names: &[&str], pointer: &str) -> Result<Given<NaiveDate>, Rejection> {
        let given = self.text(names, pointer)?;
        if given.as_ref().is_some_and(|text| text.as_deref().is_some_and(|text| text.starts_with(NEVER))) {
            return Ok(Some(None));
        }
        self.parsed(names, pointer, "a date is expected, like 2025-09-01", |text| {
            let day = text.get(..10)?;
            NaiveDate::parse_from_str(day, "%Y-%m-%d").or_else(|_| NaiveDate::parse_from_str(day, "%Y.%m.%d")).ok()
        })
    }

    pub(super) fn number(&self, names: &[&str], pointer: &str) -> Result<Given<i32>, Rejection> {
        self.parsed(names, pointer, "a whole number is expected", |text| {
            text.rsplit('/').next()?.parse().ok().filter(|number| *number >= 0)
        })
    }

    pub(super) fn yes_no(&self, name: &str) -> Result<Given<bool>, Rejection> {
        self.parsed(&[name], "", "Tak or Nie is expected", |text| match text.to_lowercase().as_str() {
            "tak" => Some(true),
            "nie" => Some(false),
            _ => None,
        })
    }

    /// The coordinates that the API gives; `(0, 0)` and the like stand for none.
    pub(super) fn point(&self, scope: &Scope) -> Result<Option<LatLon>, Rejection> {
        let Self::Api(_, json) = self else { return Ok(None) };
        let Some(place) = json.get("geolokalizacja").filter(|place| place.is_object()) else { return Ok(None) };
        let degrees = |name: &str| match place.get(name) {
            Some(Json::String(text)) => text.trim().parse::<f64>().ok(),
            other => other.and_then(Json::as_f64),
        };
        match (degrees("latitude"), degrees("longitude")) {
            (Some(lat), Some(lon)) => {
                let point = LatLon::new(lat, lon).ok_or_else(|| {
                    self.reject(
                        &[],
                        "/geolokalizacja",
                        format!("[{lat}, {lon}] is no place on Earth; latitudes go from -90 to 90"),
                    )
                })?;
                Ok(Some(point).filter(|point| {
                    point.lat != 0.0
                        && point.lon != 0.0
                        && (scope.tenant.area.bounds.contains(*point) || !self.is_local(scope))
                }))
            }
            _ => Ok(None),
        }
    }

    pub(super) fn is_local(&self, scope: &Scope) -> bool {
        matches!(self.text(&["Kod terytorialny gmina"], "/gminaKodTERYT"), Ok(Some(Some(teryt))) if scope.tenant.area.covers(&teryt))
    }
}

/// `="3262011"` is how the export keeps Excel from eating leading zeros.
fn without_armour(text: &str) -> Option<&str> {
    let bare = text
        .strip_prefix('=')
        .map_or(text, |rest| rest.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(rest))
        .trim();
    (!bare.is_empty()).then_some(bare)
}

/// A web address with its scheme; `http://` alone is how some rows say that there is none.
pub(super) fn website(text: &str) -> Option<String> {
    let bare = text.trim_start_matches("http://").trim_start_matches("https://").trim();
    if bare.is_empty() || bare.contains(char::is_whitespace) {
        None
    } else if text.starts_with("http://") || text.starts_with("https://") {
        Some(text.to_owned())
    } else {
        Some(format!("http://{bare}"))
    }
}

/// A value of the API: texts and numbers as they are, lists and objects of names joined.
fn api_text(json: &Json, pointer: &str) -> Given<String> {
    let root = pointer.split('/').nth(1).filter(|root| !root.is_empty())?;
    let holder = json.get(root)?;
    // Since 2026 the founder is a list.
    let (holder, rest) = match holder {
        Json::Array(list) if list.is_empty() => return Some(None),
        Json::Array(list) if pointer.matches('/').count() > 1 => {
            (list.first()?, pointer.get(root.len() + 1..).unwrap_or_default())
        }
        other => (other, pointer.get(root.len() + 1..).unwrap_or_default()),
    };
    let value = holder.pointer(rest).unwrap_or(&Json::Null);
    Some(
        match value {
            Json::String(text) => Some(text.trim().to_owned()),
            Json::Number(number) => Some(number.to_string()),
            Json::Object(names) => Some(names.values().filter_map(Json::as_str).collect::<Vec<_>>().join(", ")),
            _ => None,
        }
        .filter(|text| !text.is_empty()),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn armour_comes_off_and_empty_is_nothing() {
        assert_eq!(without_armour("=\"3262011\""), Some("3262011"));
        assert_eq!(without_armour("=\"\""), None);
        assert_eq!(without_armour("a=b"), Some("a=b"));
    }

    #[test]
    fn web_addresses_get_a_scheme_or_go() {
        assert_eq!(website("www.sp1.pl").as_deref(), Some("http://www.sp1.pl"));
        assert_eq!(website("https://sp1.pl").as_deref(), Some("https://sp1.pl"));
        assert_eq!(website("http://"), None);
        assert_eq!(website("brak strony"), None);
    }

    #[test]
    fn the_api_s_values_come_in_many_shapes() {
        let json = serde_json::json!({"a": {"b": "x "}, "list": [{"b": 7}], "none": null, "names": {"1": "Kucharz", "2": "Kelner"}, "empty": []});
        assert_eq!(api_text(&json, "/a/b"), Some(Some("x".to_owned())));
        assert_eq!(api_text(&json, "/list/b"), Some(Some("7".to_owned())));
        assert_eq!(api_text(&json, "/names"), Some(Some("Kucharz, Kelner".to_owned())));
        assert_eq!(api_text(&json, "/none"), Some(None));
        assert_eq!(api_text(&json, "/empty"), Some(None));
        assert_eq!(api_text(&json, "/absent"), None);
    }
}
