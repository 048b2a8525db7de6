//! Checks of a whole catalogue.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::ages::{Band, fit, fitting};
use super::{City, District, activities_csv, institutions_csv, topics};

const DISTRICTS: &[District<'static>] = &[
    District { id: "polnoc", name: "Północ", location: (53.48, 14.55) },
    District { id: "centrum", name: "Centrum", location: (53.43, 14.55) },
    District { id: "pogodno", name: "Pogodno", location: (53.44, 14.51) },
    District { id: "podjuchy", name: "Podjuchy", location: (53.36, 14.60) },
    District { id: "dabie", name: "Dąbie", location: (53.40, 14.67) },
];

fn city(slug: &str) -> City<'_> {
    City { slug, name: "Przykładowo", districts: DISTRICTS, centre: (53.43, 14.55), postal_prefix: "70" }
}

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, 5).unwrap()
}

/// Records by column name.
fn records(text: &str) -> Vec<BTreeMap<String, String>> {
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    reader.deserialize().map(Result::unwrap).collect()
}

fn months(age: &str) -> u32 {
    age.strip_suffix('m').map_or_else(|| age.parse::<u32>().unwrap() * 12, |months| months.parse().unwrap())
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let one = city("alfa");
    assert_eq!(institutions_csv(&one, 7), institutions_csv(&one, 7));
    assert_eq!(activities_csv(&one, 7, today()), activities_csv(&one, 7, today()));
    assert_ne!(activities_csv(&one, 7, today()), activities_csv(&one, 8, today()));
    assert_ne!(activities_csv(&one, 7, today()).replace("alfa", "beta"), activities_csv(&city("beta"), 7, today()));
}

#[test]
fn the_day_moves_only_the_dates() {
    let one = city("alfa");
    let dates = ["from", "until", "enrolment_opens", "enrolment_closes"];
    let without_dates = |today| {
        let mut all = records(&activities_csv(&one, 7, today));
        for record in &mut all {
            record.retain(|column, _| !dates.contains(&column.as_str()));
        }
        all
    };
    assert_eq!(without_dates(today()), without_dates(NaiveDate::from_ymd_opt(2027, 3, 1).unwrap()));
}

#[test]
fn dates_are_in_order_on_any_day() {
    let one = city("alfa");
    for day in (0..365).step_by(97) {
        let today = today() + chrono::Days::new(day);
        for record in records(&activities_csv(&one, 1, today)) {
            assert!(record["from"] <= record["until"], "{today} {record:?}");
            assert!(record["until"].is_empty() || record["until"] >= today.to_string(), "{today} {record:?}");
            assert!(record["enrolment_opens"] <= record["enrolment_closes"], "{today} {record:?}");
        }
    }
}

#[test]
fn counts_are_as_promised() {
    for seed in 0..3 {
        let institutions = records(&institutions_csv(&city("alfa"), seed)).len();
        let activities = records(&activities_csv(&city("alfa"), seed, today())).len();
        assert!((140..=160).contains(&institutions), "{institutions} institutions");
        assert!((1_400..=1_600).contains(&activities), "{activities} activities");
    }
}

#[test]
fn every_interest_and_district_is_used() {
    let activities = records(&activities_csv(&city("alfa"), 1, today()));
    let used =
        activities.iter().flat_map(|record| record["interests"].split('|').map(str::to_owned)).collect::<BTreeSet<_>>();
    for topic in topics::all() {
        assert!(used.contains(topic.id), "no activity for {}", topic.id);
        for related in topic.related {
            assert!(topics::all().any(|other| other.id == *related), "{related} is no interest");
        }
    }
    assert_eq!(topics::all().map(|topic| topic.id).collect::<BTreeSet<_>>().len(), 136);
    for district in DISTRICTS {
        assert!(activities.iter().any(|record| record["district"] == district.id), "nothing in {}", district.name);
        assert!(records(&institutions_csv(&city("alfa"), 1)).iter().any(|record| record["district"] == district.id));
    }
}

#[test]
fn a_city_without_districts_is_fine() {
    let bare = City { districts: &[], ..city("alfa") };
    assert!(records(&activities_csv(&bare, 1, today())).iter().all(|record| record["district"].is_empty()));
}

#[test]
fn institutions_are_known_and_somebody_is_named() {
    let all = records(&institutions_csv(&city("alfa"), 1));
    let known = all.iter().map(|record| record["id"].as_str()).collect::<BTreeSet<_>>();
    assert_eq!(known.len(), all.len());
    assert_eq!(all.iter().map(|record| record["name"].as_str()).collect::<BTreeSet<_>>().len(), all.len());
    assert_eq!(all.iter().map(|record| record["website"].as_str()).collect::<BTreeSet<_>>().len(), all.len());
    for record in records(&activities_csv(&city("alfa"), 1, today())) {
        let institution = record["institution"].as_str();
        assert!(if institution.is_empty() { !record["provider"].is_empty() } else { known.contains(institution) });
        assert!(record["email"].ends_with(".example"));
        assert!(!record["title"].is_empty() && record["description"].chars().count() > 20, "{record:?}");
    }
}

#[test]
fn ages_prices_and_hours_make_sense() {
    let mut free = 0;
    let all = records(&activities_csv(&city("alfa"), 1, today()));
    for record in &all {
        let min = months(&record["min_age"]);
        assert!((18..=18 * 12).contains(&min));
        assert!(record["max_age"].is_empty() || min < months(&record["max_age"]), "{record:?}");
        free += usize::from(record["price"] == "0");
        assert_eq!(record["price_unit"].is_empty(), matches!(record["price"].as_str(), "" | "0"));
        if let (Ok(left), Ok(capacity)) = (record["places_left"].parse::<u32>(), record["capacity"].parse::<u32>()) {
            assert!(left <= capacity);
        }
        for slot in record["slots"].split('|') {
            let (day, hours) = slot.split_once(' ').unwrap();
            let (start, end) = hours.split_once('-').unwrap();
            assert!("08:00" <= start && start < end && end <= "21:30", "{record:?}");
            let school_age = min >= 72 && !record["tags"].contains("camp_");
            assert!(!school_age || day.starts_with('s') || start >= "15:00", "{record:?}");
        }
    }
    let percent = free * 100 / all.len();
    assert!((15..=25).contains(&percent), "{percent} % are free");
}

#[test]
fn every_band_of_a_topic_has_its_texts() {
    for topic in topics::all() {
        let bands = topic.bands.chars().map(|letter| Band::of(letter).unwrap());
        for band in bands {
            for (what, texts) in [("title", topic.titles), ("about", topic.about), ("doing", topic.doing)] {
                assert!(!fitting(texts, band).is_empty(), "{}: no {what} for {band:?}", topic.id);
            }
        }
        for text in topic.titles.iter().chain(topic.about).chain(topic.doing) {
            if let Some((letters, rest)) = text.split_once('|') {
                assert!(letters.chars().all(|letter| Band::of(letter).is_some()), "{text}");
                assert!(!rest.contains('|'));
            }
            assert!(
                topic.bands.chars().any(|letter| Band::of(letter).and_then(|band| fit(text, band)).is_some()),
                "{}: {text} never fits",
                topic.id
            );
        }
        assert!(topic.titles.len() >= 2 && topic.about.len() >= 2 && topic.doing.len() >= 2 && topic.items.len() >= 3);
    }
}

#[test]
fn languages_and_online_have_their_share() {
    let all = records(&activities_csv(&city("alfa"), 1, today()));
    let share = |holds: &dyn Fn(&BTreeMap<String, String>) -> bool| {
        all.iter().filter(|record| holds(record)).count() * 1000 / all.len()
    };
    let foreign = share(&|record| matches!(record["languages"].as_str(), "en" | "uk"));
    let online = share(&|record| record["online"] == "yes");
    let untagged = share(&|record| record["tags"].is_empty());
    assert!((60..=100).contains(&foreign), "{foreign} ‰ in other languages");
    assert!((25..=55).contains(&online), "{online} ‰ online");
    assert!(untagged > 200, "{untagged} ‰ without tags");
}
