//! The form of an alert: what browsers send of it, as the inputs of the mutations.

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, SecondsFormat, Utc};
use kernel::page::{PageInput, PageRequest};
use serde_json::{Map, Value, json};

/// Languages in which an alert can be told.
const LANGUAGES: [&str; 3] = ["pl", "en", "uk"];
/// What is told in each of them.
const TEXTS: [&str; 4] = ["event", "headline", "description", "instruction"];
/// The most hours that an alert can be said to last.
const MAX_HOURS: i64 = 24 * 31;

/// A new alert.
pub(super) fn issue(request: &PageRequest<'_>) -> PageInput {
    let mut page = PageInput::default();
    let mut fields = fields(request, &mut page);
    fields.insert("institution".to_owned(), request.value("institution").into());
    fields.extend(request.value("status").map(|status| ("status".to_owned(), status.into())));
    page.variables.insert("input".to_owned(), fields.into());
    page
}

/// What an alert says from now on.
pub(super) fn update(request: &PageRequest<'_>) -> PageInput {
    let mut page = PageInput::default();
    let mut fields = fields(request, &mut page);
    fields.insert("references".to_owned(), request.segment("id").into());
    page.variables.insert("input".to_owned(), fields.into());
    page
}

/// What was typed, to be looked at. Only what the form itself cannot read is refused here.
pub(super) fn preview(request: &PageRequest<'_>) -> PageInput {
    let mut page = PageInput::default();
    fields(request, &mut page);
    page
}

/// Texts by language; only of languages in which something is told.
pub(super) fn texts(request: &PageRequest<'_>) -> Option<Map<String, Value>> {
    let mut texts = Map::new();
    for language in LANGUAGES {
        let told = TEXTS.map(|name| (name, request.value(&format!("texts.{language}.{name}"))));
        if told.iter().any(|(_, text)| text.is_some()) {
            let told = told.into_iter().map(|(name, text)| (name.to_owned(), text.unwrap_or_default().into()));
            texts.insert(language.to_owned(), Value::Object(told.collect()));
        }
    }
    (!texts.is_empty()).then_some(texts)
}

/// What new alerts and changed ones say alike.
fn fields(request: &PageRequest<'_>, page: &mut PageInput) -> Map<String, Value> {
    let empty = || json!({ "pl": { "event": "", "headline": "", "description": "", "instruction": "" } });
    let mut told = texts(request).map_or_else(empty, Value::Object);
    if told["pl"].is_null() {
        told["pl"] = empty()["pl"].take();
    }
    let mut fields = Map::new();
    fields.insert("texts".to_owned(), told);
    for name in ["categories", "responseTypes"] {
        fields.insert(name.to_owned(), request.values(name).collect::<Vec<_>>().into());
    }
    for (name, missing) in [
        ("urgency", "alert-urgency-missing"),
        ("severity", "alert-severity-missing"),
        ("certainty", "alert-certainty-missing"),
    ] {
        let value = request.value(name);
        if value.is_none() {
            page.errors.insert(name, missing);
        }
        fields.insert(name.to_owned(), value.into());
    }
    for name in ["effective", "onset"] {
        fields.insert(name.to_owned(), moment(request, name, page).into());
    }
    fields.insert("expires".to_owned(), end(request, page).into());
    for name in ["web", "contact", "note", "areaDescription"] {
        fields.insert(name.to_owned(), request.value(name).into());
    }
    area(request, page, &mut fields);
    fields
}

/// Where it holds: the whole city, districts, or a shape, whichever was chosen.
fn area(request: &PageRequest<'_>, page: &mut PageInput, fields: &mut Map<String, Value>) {
    match request.value("where") {
        Some("districts") => {
            let districts: Vec<_> = request.values("districts").collect();
            if districts.is_empty() {
                page.errors.insert("districts", "alert-districts-missing");
            }
            fields.insert("districts".to_owned(), districts.into());
        }
        Some("shape") => {
            let (polygon, circle) = (request.value("polygon"), request.value("circle"));
            if polygon.is_none() && circle.is_none() {
                page.errors.insert("polygon", "alert-shape-missing");
            }
            if let Some(text) = polygon {
                match points(text) {
                    Some(points) => _ = fields.insert("polygon".to_owned(), points),
                    None => _ = page.errors.insert("polygon", "alert-polygon-wrong"),
                }
            }
            if let Some(text) = circle {
                match circle_of(text) {
                    Some(circle) => _ = fields.insert("circle".to_owned(), circle),
                    None => _ = page.errors.insert("circle", "alert-circle-wrong"),
                }
            }
        }
        _ => {}
    }
}

/// Points as CAP writes them: `53.43,14.55 53.44,14.56 …`.
fn points(text: &str) -> Option<Value> {
    let points: Option<Vec<_>> = text.split_whitespace().map(point).collect();
    let points = points?.into_iter().map(|(lat, lon)| json!({ "lat": lat, "lon": lon }));
    Some(points.collect())
}

/// A circle as CAP writes it: `53.43,14.55 2.5`, a point and a radius in kilometres.
fn circle_of(text: &str) -> Option<Value> {
    let (centre, radius) = text.split_once(char::is_whitespace)?;
    let (lat, lon) = point(centre)?;
    let radius = radius.trim().replace(',', ".").parse::<f64>().ok()?;
    Some(json!({ "lat": lat, "lon": lon, "radiusKm": radius }))
}

fn point(text: &str) -> Option<(f64, f64)> {
    let (lat, lon) = text.split_once(',')?;
    Some((lat.parse().ok()?, lon.parse().ok()?))
}

/// When it ends: so many hours from now, or at a day and a time.
fn end(request: &PageRequest<'_>, page: &mut PageInput) -> Option<String> {
    let hours = request.value("lasts").and_then(|hours| hours.parse::<i64>().ok());
    if let Some(hours) = hours.filter(|hours| (1..=MAX_HOURS).contains(hours)) {
        return Some(written(request.scope.now() + Duration::hours(hours)));
    }
    let end = moment(request, "expires", page);
    if end.is_none() && !page.errors.contains_key("expires") {
        page.errors.insert("expires", "alert-expires-missing");
    }
    end
}

/// A day and a time in the city, as a moment. A day alone ends where it is over, and begins with it.
fn moment(request: &PageRequest<'_>, name: &'static str, page: &mut PageInput) -> Option<String> {
    let (day, time) = (request.value(name), request.value(&format!("{name}Time")));
    if day.is_none() && time.is_none() {
        return None;
    }
    let midnight = if name == "expires" { "23:59" } else { "00:00" };
    let local = day.and_then(|day| day.parse::<NaiveDate>().ok()).and_then(|day| {
        let time = NaiveTime::parse_from_str(time.unwrap_or(midnight), "%H:%M").ok()?;
        // An hour that the clocks leave out is told by the one after it.
        let zone = request.scope.tenant.time_zone;
        let at = |moment: chrono::NaiveDateTime| moment.and_local_timezone(zone).earliest();
        at(day.and_time(time)).or_else(|| at(day.and_time(time) + Duration::hours(1)))
    });
    if local.is_none() {
        page.errors.insert(name, "alert-moment-wrong");
    }
    local.map(|local| written(local.to_utc()))
}

fn written(moment: DateTime<Utc>) -> String {
    moment.to_rfc3339_opts(SecondsFormat::Secs, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_read_as_cap_writes_them() {
        let point = |lat: f64, lon: f64| json!({ "lat": lat, "lon": lon });
        assert_eq!(
            points("53.43,14.55  53.44,14.56\n53.42,14.57"),
            Some(json!([point(53.43, 14.55), point(53.44, 14.56), point(53.42, 14.57)]))
        );
        for wrong in ["53.43 14.55", "53,43,14,55", "here,there"] {
            assert_eq!(points(wrong), None, "{wrong}");
        }
        let circle = json!({ "lat": 53.43, "lon": 14.55, "radiusKm": 2.5 });
        assert_eq!(circle_of("53.43,14.55 2.5"), Some(circle.clone()));
        assert_eq!(circle_of("53.43,14.55 2,5"), Some(circle));
        assert_eq!(circle_of("53.43,14.55"), None);
    }
}
