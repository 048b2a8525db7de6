//! Activities as a CSV file, in the columns of the public contract.

use std::collections::HashMap;

use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeZone as _, Utc};
use directory::{InstitutionId, service as institutions};
use kernel::{
    error::Result,
    graphql::scalars::{Decimal, LocalTime},
    import::{Rejection, Report, Row, Table},
    scope::Scope,
    tenancy::LatLon,
};
use search_index::taxonomy;

use crate::{
    activity::{ACCESSIBILITY, Model, PriceUnit, Slot},
    service,
};

/// Columns of the file.
const COLUMNS: [&str; 33] = [
    "id",
    "title",
    "description",
    "interests",
    "institution",
    "provider",
    "min_age",
    "max_age",
    "slots",
    "from",
    "until",
    "price",
    "price_unit",
    "capacity",
    "places_left",
    "street",
    "building",
    "postal_code",
    "city",
    "lat",
    "lon",
    "district",
    "languages",
    "accessibility",
    "online",
    "enrolment_url",
    "enrolment_opens",
    "enrolment_closes",
    "email",
    "phone",
    "tags",
    "source",
    "updated",
];
/// Columns that must be there.
const REQUIRED: [&str; 2] = ["id", "title"];
/// Days of the week as files name them, Monday first.
const DAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
/// Rows written in one transaction.
const BATCH: usize = 500;
/// Nobody is older, in years.
const MAX_AGE: i32 = 120;
/// The longest title, in characters.
const MAX_TITLE: usize = 300;

/// A row that was understood, but for what its institution stands for.
struct Parsed {
    row: usize,
    model: Model,
    institution: Option<String>,
    point: Option<LatLon>,
}

/// Imports a file of activities, told apart by the file's own ids; `source` names where it comes from.
pub async fn import(
    scope: &Scope,
    content: &[u8],
    source: &str,
    dry_run: bool,
    progress: &dyn Fn(usize, usize),
) -> Result<Report> {
    let table = Table::parse(content, &REQUIRED)?;
    let mut report = Report::default();
    report.notes.extend(
        table.unknown_columns(&COLUMNS).map(|name| format!("the column \"{name}\" is unknown and was left out")),
    );
    let mut seen: HashMap<String, usize> = HashMap::new();
    let mut parsed = Vec::with_capacity(table.len());
    for row in table.rows() {
        match row.and_then(|row| parse(scope, row, source)) {
            Ok(row) => match seen.insert(row.model.source_id.clone(), row.row) {
                None => parsed.push(row),
                Some(first) => {
                    let problem = format!("the id \"{}\" stands in row {first} already", row.model.source_id);
                    report.rejected.push(Rejection { row: row.row, column: "id".to_owned(), problem });
                }
            },
            Err(rejection) => report.rejected.push(rejection),
        }
    }
    resolve(scope, &mut parsed, &mut report).await?;
    let mut done = 0;
    for batch in parsed.chunks(BATCH) {
        let scope = scope.fresh();
        let ids: Vec<_> = batch.iter().map(|parsed| parsed.model.source_id.clone()).collect();
        let mut known = service::by_source(&scope, source, &ids).await?;
        let codes =
            institutions::postcodes(&scope, batch.iter().filter_map(|parsed| parsed.model.postal_code.clone())).await?;
        let rows = batch.iter().map(|parsed| {
            let mut after = parsed.model.clone();
            // Without an address of its own it takes place at its institution, or in its district.
            let place = institutions::place(
                &scope,
                parsed.point,
                after.postal_code.as_deref(),
                after.district.as_deref(),
                &codes,
            )
            .filter(|_| {
                parsed.point.is_some()
                    || after.street.is_some()
                    || after.postal_code.is_some()
                    || after.institution_id.is_none()
            });
            (after.lat, after.lon) = (place.map(|(point, _)| point.lat), place.map(|(point, _)| point.lon));
            after.precision = place.map(|(_, precision)| precision.as_str().to_owned());
            (known.remove(&after.source_id), after)
        });
        let rows = rows.collect();
        let mut tx = scope.begin().await?;
        service::save(&mut tx, rows).await?.into_iter().for_each(|fate| report.count(fate));
        if !dry_run {
            tx.commit().await?;
        }
        done += batch.len();
        progress(done, parsed.len());
    }
    report.rejected.sort_by_key(|rejection| rejection.row);
    Ok(report)
}

/// Finds the institutions that the rows name; rows that name none are rejected.
async fn resolve(scope: &Scope, parsed: &mut Vec<Parsed>, report: &mut Report) -> Result<()> {
    let mut references: Vec<String> = parsed.iter().filter_map(|row| row.institution.clone()).collect();
    references.sort_unstable();
    references.dedup();
    let known: HashMap<String, InstitutionId> = institutions::resolve_references(scope, &references).await?;
    parsed.retain_mut(|row| {
        let Some(reference) = &row.institution else { return true };
        row.model.institution_id = known.get(reference).copied();
        if row.model.institution_id.is_none() {
            let problem = format!("\"{reference}\": there is no institution with this register number or id here");
            report.rejected.push(Rejection { row: row.row, column: "institution".to_owned(), problem });
        }
        row.model.institution_id.is_some()
    });
    Ok(())
}

fn parse(scope: &Scope, row: Row<'_>, source: &str) -> Result<Parsed, Rejection> {
    let text = |column: &str| row.text(column).map(|text| text.map(str::to_owned));
    let title = row.required("title")?;
    if title.chars().count() > MAX_TITLE {
        return Err(row.reject("title", format!("a title has at most {MAX_TITLE} characters")));
    }
    let institution = text("institution")?;
    let provider = text("provider")?;
    if institution.is_none() && provider.is_none() {
        return Err(row.reject("provider", "either the institution or the provider must be given"));
    }
    let (min_months, max_months) = (age(row, "min_age", false)?, age(row, "max_age", true)?);
    if min_months.zip(max_months).is_some_and(|(min, max)| min > max) {
        return Err(
            row.reject("max_age", "the oldest are younger than the youngest; min_age must not be above max_age")
        );
    }
    let (starts_on, ends_on) = (date(row, "from")?, date(row, "until")?);
    if starts_on.zip(ends_on).is_some_and(|(from, until)| from > until) {
        return Err(row.reject("until", "it ends before it begins"));
    }
    let (opens, closes) =
        (moment(scope, row, "enrolment_opens", false)?, moment(scope, row, "enrolment_closes", true)?);
    if opens.zip(closes).is_some_and(|(opens, closes)| opens > closes) {
        return Err(row.reject("enrolment_closes", "enrolment closes before it opens"));
    }
    let (capacity, places_left) = (count(row, "capacity")?, count(row, "places_left")?);
    if capacity.zip(places_left).is_some_and(|(capacity, left)| left > capacity) {
        return Err(row.reject("places_left", "there are more places left than there are places"));
    }
    let model = Model {
        source: source.to_owned(),
        source_id: row.required("id")?.to_owned(),
        title: title.to_owned(),
        description: text("description")?.unwrap_or_default(),
        provider,
        interests: interests(row)?.into(),
        min_months,
        max_months,
        slots: slots(row)?.into(),
        starts_on,
        ends_on,
        price_minor: row.parsed("price", "a price is expected, like 120 or 49.50; 0 is free", price)?,
        price_unit: row.parsed("price_unit", "class, month, term or once is expected", PriceUnit::parse)?,
        capacity,
        places_left,
        street: text("street")?,
        building: text("building")?,
        postal_code: text("postal_code")?,
        city: text("city")?,
        district: directory::district_column(scope, row, "district")?,
        languages: tags(row, "languages", "a language tag (BCP 47) is expected, like pl or uk", is_language)?
            .into_iter()
            .map(|tag| tag.to_ascii_lowercase())
            .collect(),
        accessibility: tags(row, "accessibility", &format!("expected are {}", ACCESSIBILITY.join(", ")), |feature| {
            ACCESSIBILITY.contains(&feature)
        })?
        .into(),
        tags: tags(row, "tags", "a tag has at most 50 characters", |tag| tag.chars().count() <= 50)?.into(),
        online: row.parsed("online", "yes or no is expected", yes_no)?.unwrap_or_default(),
        enrolment_url: row.parsed(
            "enrolment_url",
            "an address is expected, like https://example.org/zapisy",
            directory::web_address,
        )?,
        enrolment_opens_at: opens,
        enrolment_closes_at: closes,
        email: row.parsed("email", "an e-mail address is expected", |text| is_email(text).then(|| text.to_owned()))?,
        phone: text("phone")?,
        ..Model::default()
    };
    Ok(Parsed { row: row.number(), model, institution, point: directory::location_columns(row)? })
}

/// Years, or months as `18m`. As a maximum, a year counts to its last month: who is "at most 10" may be 10 and 11
/// months.
fn age(row: Row<'_>, column: &str, is_max: bool) -> Result<Option<i32>, Rejection> {
    row.parsed(column, "an age is expected, in years (8) or in months (18m)", |text| {
        if let Some(months) = text.strip_suffix(['m', 'M']) {
            return months.trim().parse().ok().filter(|months| (0..=MAX_AGE * 12).contains(months));
        }
        let years: i32 = text.parse().ok().filter(|years| (0..=MAX_AGE).contains(years))?;
        Some(years * 12 + if is_max { 11 } else { 0 })
    })
}

fn interests(row: Row<'_>) -> Result<Vec<String>, Rejection> {
    let mut known = Vec::new();
    for id in row.list("interests")? {
        if taxonomy().interest(id).is_none() {
            let near = taxonomy()
                .interests()
                .filter(|interest| interest.id.contains(id) || id.contains(&interest.id))
                .map(|interest| interest.id.as_str())
                .take(3)
                .collect::<Vec<_>>();
            let hint = if near.is_empty() {
                "the list is in interests.yaml".to_owned()
            } else {
                format!("did you mean {}?", near.join(", "))
            };
            return Err(row.reject("interests", format!("\"{id}\" is no interest of the taxonomy; {hint}")));
        }
        known.push(id.to_owned());
    }
    Ok(known)
}

fn slots(row: Row<'_>) -> Result<Vec<Slot>, Rejection> {
    let mut slots = Vec::new();
    for text in row.list("slots")? {
        let expected =
            || row.reject("slots", format!("\"{text}\": a day and hours are expected, like mon 16:00-17:30"));
        let slot = parse_slot(text).ok_or_else(expected)?;
        if slot.starts >= slot.ends {
            return Err(row.reject("slots", format!("\"{text}\": it ends before it begins")));
        }
        slots.push(slot);
    }
    slots.sort_unstable();
    Ok(slots)
}

fn parse_slot(text: &str) -> Option<Slot> {
    let (day, hours) = text.split_once(char::is_whitespace)?;
    let weekday = DAYS.iter().position(|name| day.eq_ignore_ascii_case(name))?;
    let (starts, ends) = hours.split_once(['-', '–'])?;
    let time = |text: &str| text.trim().parse::<LocalTime>().ok();
    Some(Slot { weekday: weekday as u8, starts: time(starts)?.0, ends: time(ends)?.0 })
}

fn date(row: Row<'_>, column: &str) -> Result<Option<NaiveDate>, Rejection> {
    row.parsed(column, "a date is expected, like 2026-09-01", |text| text.parse().ok())
}

/// A moment; a plain date is its first moment in the city, or its last if something ends then.
fn moment(scope: &Scope, row: Row<'_>, column: &str, is_end: bool) -> Result<Option<DateTime<Utc>>, Rejection> {
    let local = |moment: NaiveDateTime| {
        scope.tenant.time_zone.from_local_datetime(&moment).earliest().map(|moment| moment.to_utc())
    };
    row.parsed(column, "a date or a time is expected, like 2026-09-01 or 2026-09-01T08:00", |text| {
        if let Ok(day) = text.parse::<NaiveDate>() {
            let day = if is_end { day.checked_add_days(Days::new(1))? } else { day };
            return local(day.and_time(NaiveTime::MIN));
        }
        if let Ok(moment) = DateTime::parse_from_rfc3339(text) {
            return Some(moment.to_utc());
        }
        ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S"]
            .iter()
            .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())
            .and_then(local)
    })
}

fn count(row: Row<'_>, column: &str) -> Result<Option<i32>, Rejection> {
    row.parsed(column, "a whole number is expected, 0 or more", |text| text.parse().ok().filter(|count| *count >= 0))
}

fn price(text: &str) -> Option<i64> {
    text.parse::<Decimal>().ok().map(|price| price.0).filter(|price| (0..=100_000_000).contains(price))
}

fn tags(row: Row<'_>, column: &str, expected: &str, is_good: impl Fn(&str) -> bool) -> Result<Vec<String>, Rejection> {
    let list = row.list(column)?;
    match list.iter().find(|tag| !is_good(tag)) {
        Some(bad) => Err(row.reject(column, format!("\"{bad}\": {expected}"))),
        None => Ok(list.into_iter().map(str::to_owned).collect()),
    }
}

fn yes_no(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "yes" | "true" | "1" | "tak" => Some(true),
        "no" | "false" | "0" | "nie" => Some(false),
        _ => None,
    }
}

fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let alphanumeric = |part: &str| part.bytes().all(|b| b.is_ascii_alphanumeric());
    parts.next().is_some_and(|first| (2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_alphabetic()))
        && parts.all(|part| (1..=8).contains(&part.len()) && alphanumeric(part))
}

fn is_email(text: &str) -> bool {
    let plain =
        !text.contains(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | ',' | ';' | '?' | '&' | '%'));
    plain
        && text
            .split_once('@')
            .is_some_and(|(local, domain)| !local.is_empty() && domain.contains('.') && !domain.contains('@'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slots_are_days_and_hours() {
        assert_eq!(parse_slot("mon 16:00-17:30"), Some(Slot { weekday: 0, starts: 960, ends: 1050 }));
        assert_eq!(parse_slot("Sun 9:00 - 10:00"), Some(Slot { weekday: 6, starts: 540, ends: 600 }));
        for bad in ["16:00-17:30", "mon", "pon 16:00-17:30", "mon 16-17", "mon 25:00-26:00"] {
            assert_eq!(parse_slot(bad), None, "{bad}");
        }
    }

    #[test]
    fn languages_and_addresses_are_checked_by_form() {
        assert!(is_language("pl") && is_language("zh-Hant-TW") && is_language("csb"));
        assert!(!is_language("polski") && !is_language("p") && !is_language("pl_PL"));
        assert!(is_email("a@b.pl") && !is_email("a@b") && !is_email("Ala <a@b.pl>"));
    }
}
