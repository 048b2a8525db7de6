use std::{fs, path::Path, sync::LazyLock};

use kernel::{
    i18n::Lang,
    refusal::Kind as _,
    tenancy::{TenantState, read_folder},
};
use proptest::{collection::vec, option, prelude::*, sample::select};

use super::*;
use crate::event::Moved;

/// A city with two districts.
static TENANT: LazyLock<Tenant> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let district = |id: &str, name: &str| {
        format!(
            r#"{{"type":"Feature","properties":{{"id":"{id}","name":"{name}"}},"geometry":{{"type":"Point","coordinates":[14.6,52.7]}}}}"#
        )
    };
    let districts = [district("pogodno", "Pogodno"), district("rynek", "Stary Rynek")].join(",");
    let collection = format!(r#"{{"type":"FeatureCollection","features":[{districts}]}}"#);
    fs::write(folder.path().join("districts.geojson"), collection).unwrap();
    let toml = "slug = \"debno\"\nname = \"Dębno\"\n[area]\nteryt = \"3210024\"\ncentre = [52.74, 14.69]\n\
                bounds = [52.6, 14.5, 52.9, 14.9]\ndistricts = \"districts.geojson\"\n\
                [brand]\nprimary = \"#0a5f38\"\naccent = \"#ffcc00\"\n";
    fs::write(folder.path().join("tenant.toml"), toml).unwrap();
    let declared = read_folder(folder.path(), &[]).unwrap();
    Tenant {
        slug: declared.slug,
        name: declared.name,
        hosts: declared.hosts,
        locale: Lang::Pl,
        time_zone: declared.time_zone,
        modules: declared.modules,
        area: declared.area,
        brand: declared.brand,
        vernacular: declared.vernacular,
        identity: declared.identity,
        mail: declared.mail,
        policy: declared.policy,
        privacy: declared.privacy,
        accessibility: declared.accessibility,
        demo: true,
        state: TenantState::Active,
    }
});

fn fields(pairs: &[(&str, &str)]) -> Fields {
    let base = [("title", "Turniej szachowy"), ("provider", "Klub"), ("starts", "2026-12-05T16:00")];
    base.iter().chain(pairs).map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn row(pairs: &[(&str, &str)]) -> Model {
    read(&TENANT, &fields(pairs)).unwrap().row
}

/// What is wrong, and where.
fn wrong(pairs: &[(&str, &str)]) -> Vec<(String, &'static str)> {
    let problems = read(&TENANT, &fields(pairs)).err().unwrap_or_default();
    problems.iter().map(|problem| (problem.field.as_deref().unwrap().to_owned(), problem.kind.key())).collect()
}

fn at(text: &str) -> chrono::DateTime<chrono::Utc> {
    text.parse().unwrap()
}

#[test]
fn a_title_is_of_one_line_and_of_what_feeds_can_carry() {
    assert_eq!(row(&[("title", "Bieg\r\nEND:VEVENT\tx")]).title, "Bieg END:VEVENT x");
    for bad in ["Bieg\u{0}", "Bieg\u{fffe}", "Bieg\u{ffff}"] {
        assert_eq!(wrong(&[("title", bad)]), [("title".to_owned(), "refusal-field-bad-character")], "{bad:?}");
    }
}

#[test]
fn ends_are_given_or_follow_from_the_start() {
    let hour = row(&[]);
    assert_eq!((hour.starts_at, hour.ends_at), (at("2026-12-05T15:00:00Z"), at("2026-12-05T16:00:00Z")));
    let day = row(&[("starts", "2026-12-05"), ("all_day", "yes")]);
    assert_eq!((day.starts_at, day.ends_at), (at("2026-12-04T23:00:00Z"), at("2026-12-05T23:00:00Z")));
    let days = row(&[("starts", "2026-12-05"), ("ends", "2026-12-06"), ("all_day", "yes")]);
    assert_eq!(days.ends_at, at("2026-12-06T23:00:00Z"));
    let told = of(&TENANT, &days);
    assert_eq!((told["starts"].as_str(), told["ends"].as_str()), ("2026-12-05", "2026-12-06"));
}

#[test]
fn foreign_clocks_are_told_as_the_city_s() {
    for (text, told) in [
        ("2026-12-05T16:00+05:00", "2026-12-05T12:00"),
        ("2026-12-05T16:00:00+05:00", "2026-12-05T12:00"),
        ("2026-12-05T15:00:00Z", "2026-12-05T16:00"),
        ("2026-12-05 16:00", "2026-12-05T16:00"),
        ("2026-10-25T02:30:00+01:00", "2026-10-25T02:30:00+01:00"),
    ] {
        assert_eq!(of(&TENANT, &row(&[("starts", text)]))["starts"], told, "{text}");
    }
}

#[test]
fn what_is_wrong_with_times_is_said_at_its_field() {
    let weekly = ("recurrence", "FREQ=WEEKLY;COUNT=3");
    for (pairs, field, key) in [
        (&[("starts", "")][..], "starts", "refusal-field-missing"),
        (&[("starts", "jutro")], "starts", "refusal-event-moment"),
        (&[("starts", "2026-12-05")], "starts", "refusal-event-hour"),
        (&[("starts", "2026-12-05T16:00"), ("all_day", "yes")], "starts", "refusal-event-day"),
        (&[("starts", "2027-03-28T02:30")], "starts", "refusal-event-hour-skipped"),
        (&[("starts", "1826-12-05T16:00")], "starts", "refusal-event-year"),
        (&[("starts", "+99999-12-05T16:00")], "starts", "refusal-event-year"),
        (&[("starts", "9999-12-31"), ("all_day", "yes")], "starts", "refusal-event-year"),
        (&[("ends", "2026-12-05T15:00")], "ends", "refusal-event-ends-before"),
        (&[("ends", "2026-12-05T16:00")], "ends", "refusal-event-ends-before"),
        (&[("ends", "2027-01-06T16:00")], "ends", "refusal-event-too-long"),
        (&[("starts", "2026-12-05"), ("ends", "2026-12-04"), ("all_day", "yes")], "ends", "refusal-event-ends-before"),
        (&[("recurrence", "FREQ=DAILY")], "recurrence", "refusal-event-rule-endless"),
        (&[("recurrence", "FREQ=SECONDLY;COUNT=3")], "recurrence", "refusal-event-rule-often"),
        (&[("recurrence", "FREQ=WEEKLY;BYDAY=MO;COUNT=3")], "recurrence", "refusal-event-rule-start"),
        (&[("exceptions", "2026-12-05")], "exceptions", "refusal-event-rule-missing"),
        (&[weekly, ("exceptions", "2026-12-06")], "exceptions", "refusal-event-date-unknown"),
        (&[weekly, ("exceptions", "2026-12-12T17:00")], "exceptions", "refusal-event-date-unknown"),
        (&[weekly, ("exceptions", "2026-12-05|2026-12-12|2026-12-19")], "exceptions", "refusal-event-nothing-left"),
        (&[weekly, ("moved", "2026-12-12")], "moved", "refusal-event-move"),
        (&[weekly, ("moved", "2026-12-13>2026-12-14T16:00")], "moved", "refusal-event-date-unknown"),
        (&[weekly, ("moved", "2026-12-12>2026-12-14")], "moved", "refusal-event-hour"),
        (&[weekly, ("moved", "2026-12-12>2026-12-14T16:00/2026-12-14T15:00")], "moved", "refusal-event-ends-before"),
        (&[weekly, ("moved", "2026-12-12>2026-12-14T16:00/2027-12-14T15:00")], "moved", "refusal-event-too-long"),
        (
            &[weekly, ("exceptions", "2026-12-12"), ("moved", "2026-12-12>2026-12-14T16:00")],
            "moved",
            "refusal-event-date-twice",
        ),
        (&[("sign_up", "link")], "enrolmentUrl", "refusal-event-sign-up-link"),
        (&[("sign_up", "telephone")], "signUp", "refusal-field-choice"),
        (&[("capacity", "0")], "capacity", "refusal-event-capacity"),
        (&[("audience", "pupils|cats")], "audience", "refusal-field-choice"),
        (&[("pictures", "evt_x")], "pictures", "refusal-field-picture"),
    ] {
        assert_eq!(wrong(pairs), [(field.to_owned(), key)], "{pairs:?}");
    }
}

#[test]
fn dates_are_named_by_their_day_or_their_start() {
    let row = row(&[
        ("recurrence", "FREQ=WEEKLY;COUNT=4"),
        ("exceptions", "2026-12-12"),
        ("moved", "2026-12-19T16:00>2026-12-20T10:00/2026-12-20T12:30|2026-12-26 > 2026-12-27T16:00"),
    ]);
    let told = of(&TENANT, &row);
    assert_eq!(told["exceptions"], "2026-12-12T16:00");
    assert_eq!(told["moved"], "2026-12-19T16:00>2026-12-20T10:00/2026-12-20T12:30|2026-12-26T16:00>2026-12-27T16:00");
    assert_eq!(row.last_ends_at, at("2026-12-27T16:00:00Z"));
    assert_eq!(row.occurrences(TENANT.time_zone).len(), 3);
}

#[test]
fn a_date_in_the_hour_that_is_skipped_can_be_left_out() {
    let daily = [("starts", "2027-03-27T02:30"), ("recurrence", "FREQ=DAILY;COUNT=3")];
    for text in ["2027-03-28", "2027-03-28T02:30", "2027-03-28T03:30"] {
        let row = row(&[daily[0], daily[1], ("exceptions", text)]);
        assert_eq!(row.occurrences(TENANT.time_zone).len(), 2, "{text}");
        assert_eq!(read(&TENANT, &of(&TENANT, &row)).unwrap().row, row);
    }
}

#[test]
fn who_gives_a_link_means_that_one_signs_up_there() {
    let link = ("enrolment_url", "https://example.org/zapisy");
    assert_eq!(row(&[link]).sign_up, SignUpMode::Link);
    let without = row(&[link, ("sign_up", "none")]);
    assert_eq!(without.sign_up, SignUpMode::None);
    assert_eq!(read(&TENANT, &of(&TENANT, &without)).unwrap().row, without);
    assert_eq!(row(&[("sign_up", "DATE"), ("capacity", "12")]).sign_up, SignUpMode::Date);
    assert!(row(&[("online_url", "https://example.org/")]).online);
}

#[test]
fn every_kind_is_said_in_every_language() {
    for lang in Lang::ALL {
        let path = format!("{}/../../web/i18n/{}/events.ftl", env!("CARGO_MANIFEST_DIR"), lang.tag());
        let texts = fs::read_to_string(Path::new(&path)).unwrap();
        for kind in EventKind::ALL {
            assert!(texts.contains(&format!("\n{} =", kind.key())), "{}: {}", lang.tag(), kind.key());
        }
    }
}

fn text() -> impl Strategy<Value = String> {
    "[a-zA-Ząęłżźćńś0-9'=+@\"|;,.\\- ]{0,30}[a-zA-Zż0-9]".prop_map(|text| text.trim().to_owned())
}

fn rows() -> impl Strategy<Value = Model> {
    let times =
        (0..90_000_i64, 1..44_000_i64, any::<bool>(), 1..32_i64).prop_map(|(quarters, minutes, all_day, days)| {
            let day = chrono::NaiveDate::from_ymd_opt(2026, 1, 1).unwrap().and_hms_opt(0, 0, 0).unwrap();
            let zone = TENANT.time_zone;
            let start = day + chrono::TimeDelta::minutes(quarters * 15);
            if all_day {
                let first = start.date().and_hms_opt(0, 0, 0).unwrap();
                let end = first + chrono::TimeDelta::days(days);
                (crate::recurrence::moment(zone, first), crate::recurrence::moment(zone, end), true)
            } else {
                let start = start.and_utc();
                (start, start + chrono::TimeDelta::minutes(minutes), false)
            }
        });
    let rule = option::of(select(vec![
        "FREQ=DAILY;COUNT=5",
        "FREQ=WEEKLY;INTERVAL=2;COUNT=4",
        "FREQ=WEEKLY;COUNT=20",
        "FREQ=YEARLY;COUNT=3",
    ]));
    let other = (
        option::of(text()),
        select(vec![SignUpMode::None, SignUpMode::Event, SignUpMode::Date]),
        option::of(1..50_i32),
        any::<bool>(),
        option::of(0..10_000_i64),
        vec(select(AUDIENCES.to_vec()), 0..3),
        vec(select(LEVELS.to_vec()), 0..3),
        vec(any::<u128>(), 0..3),
    );
    (text(), times, rule, (vec(0..20_usize, 0..3), option::of((0..20_usize, 1..100_i64, any::<bool>()))), other)
        .prop_map(|(title, (starts_at, ends_at, all_day), rule, (left_out, move_of), other)| {
            let (venue, sign_up, capacity, waiting_list, price_minor, mut audience, mut levels, pictures) = other;
            for list in [&mut audience, &mut levels] {
                let mut seen = std::collections::HashSet::new();
                list.retain(|value| seen.insert(*value));
            }
            let mut row = Model {
                title,
                provider: Some("Klub".to_owned()),
                starts_at,
                ends_at,
                last_ends_at: ends_at,
                all_day,
                recurrence: rule.map(str::to_owned),
                venue,
                sign_up,
                capacity,
                waiting_list,
                price_minor,
                audience: audience.into_iter().map(str::to_owned).collect(),
                levels: levels.into_iter().map(str::to_owned).collect(),
                pictures: pictures.into_iter().map(uuid::Uuid::from_u128).collect(),
                ..Model::default()
            };
            let originals: Vec<_> = row.occurrences(TENANT.time_zone).iter().map(|at| at.key).collect();
            // A rule may have no such day in three years, as 29 February.
            if row.recurrence.is_some() && originals.len() < 2 {
                row.recurrence = None;
                return row;
            }
            if row.recurrence.is_some() {
                let mut exceptions: Vec<_> =
                    left_out.into_iter().filter_map(|at| originals.get(at + 1)).copied().collect();
                exceptions.sort_unstable();
                exceptions.dedup();
                let moved = move_of.and_then(|(at, hours, has_end)| {
                    let original = *originals.get(at).filter(|at| !exceptions.contains(at))?;
                    let starts = match row.all_day {
                        true => row.series(TENANT.time_zone).end_of(original),
                        false => original + chrono::TimeDelta::hours(hours),
                    };
                    let ends = has_end.then(|| row.series(TENANT.time_zone).end_of(starts));
                    Some(Moved { original, starts, ends })
                });
                (row.exceptions, row.moved) = (exceptions.into(), moved.into_iter().collect());
            }
            let last = row.occurrences(TENANT.time_zone).iter().map(|at| at.ends).max();
            row.last_ends_at = last.unwrap_or(row.ends_at);
            row
        })
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(row in rows()) {
        let fields = of(&TENANT, &row);
        let draft = read(&TENANT, &fields).map_err(|problems| TestCaseError::fail(format!("{problems:?} {fields:?}")))?;
        prop_assert_eq!(draft.row, row);
    }

    #[test]
    fn nothing_that_people_write_breaks_the_reader(
        values in vec((select(COLUMNS.to_vec()), ".{0,40}"), 0..30),
        starts in select(vec!["2026-12-05T16:00", "2026-12-05", "2026-03-29T02:30"]),
        rule in select(vec!["", "FREQ=WEEKLY;COUNT=3", "FREQ=DAILY;UNTIL=20270101"]),
    ) {
        let mut values: Fields = values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        values.entry("starts".to_owned()).or_insert(starts.to_owned());
        values.entry("recurrence".to_owned()).or_insert(rule.to_owned());
        if let Ok(draft) = read(&TENANT, &values) {
            let mut written = of(&TENANT, &draft.row);
            written.extend(draft.institution.clone().map(|reference| ("institution".to_owned(), reference)));
            prop_assert_eq!(read(&TENANT, &written).map_err(|problems| format!("{problems:?}")), Ok(draft));
        }
    }
}
