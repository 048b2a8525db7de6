use std::{borrow::Cow, fs, path::Path, sync::LazyLock};

use chrono::{DateTime, NaiveDate, Utc};
use kernel::{
    i18n::{Lang, Messages},
    refusal::Kind as _,
    tenancy::{Tenant, TenantState, read_folder},
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use sea_orm::Iterable as _;
use uuid::Uuid;

use directory::fields::ACCESSIBILITY;
use search_index::taxonomy;

use super::*;

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

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
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// Texts as rows have them: trimmed, without control characters, of any letters.
fn text() -> impl Strategy<Value = String> {
    "[a-zA-ZąęłżźćńśÓіїєґ0-9'=+@\"|;,.\\- ]{0,30}[a-zA-Zżі0-9]".prop_map(|text| text.trim().to_owned())
}

/// Texts of lists.
fn item() -> impl Strategy<Value = String> {
    "[a-zżі0-9=+' -]{0,10}[a-zі0-9]".prop_map(|text| text.trim().to_owned())
}

fn distinct(mut list: Vec<String>) -> Vec<String> {
    let mut seen = Vec::new();
    list.retain(|value| {
        !seen.contains(value) && {
            seen.push(value.clone());
            true
        }
    });
    list
}

fn day() -> impl Strategy<Value = NaiveDate> {
    (0..6000_i64).prop_map(|days| "2020-01-01".parse::<NaiveDate>().unwrap() + chrono::TimeDelta::days(days))
}

fn moment() -> impl Strategy<Value = DateTime<Utc>> {
    // Whole hours, minutes and seconds, among them the hour that comes twice.
    prop_oneof![
        (0..500_000_000_i64).prop_map(|seconds| 1_577_836_800 + seconds),
        (0..100_000_i64).prop_map(|hours| 1_577_836_800 + hours * 3600),
        (0..7200_i64).prop_map(|seconds| 1_792_886_400 + seconds),
    ]
    .prop_map(|seconds| DateTime::from_timestamp(seconds, 0).unwrap())
}

fn ordered<T: PartialOrd>(low: Option<T>, high: Option<T>) -> (Option<T>, Option<T>) {
    let is_reversed = low.as_ref().zip(high.as_ref()).is_some_and(|(low, high)| low > high);
    if is_reversed { (high, low) } else { (low, high) }
}

fn row() -> impl Strategy<Value = Model> {
    let interests: Vec<String> = taxonomy().interests().map(|interest| interest.id.clone()).collect();
    let districts: Vec<String> = TENANT.area.districts.iter().map(|district| district.id.clone()).collect();
    let units: Vec<PriceUnit> = PriceUnit::iter().collect();
    let features: Vec<String> = ACCESSIBILITY.iter().map(|feature| (*feature).to_owned()).collect();
    let slot = (0..7_u8, 0..1439_u16)
        .prop_flat_map(|(weekday, starts)| (starts + 1..1440).prop_map(move |ends| Slot { weekday, starts, ends }));
    let words = (
        text(),
        text(),
        option::of(any::<u128>().prop_map(|id| InstitutionId(Uuid::from_u128(id)))),
        text(),
        vec(select(interests), 0..4),
        vec(slot, 0..4),
        vec(item(), 0..4),
        vec(select(vec!["pl", "en", "uk", "zh-hant-tw"]), 0..3),
        vec(select(features), 0..3),
    );
    let numbers = (
        (option::of(0..=1440_i32), option::of(0..=1440_i32)),
        (option::of(day()), option::of(day())),
        (option::of(0..100_000_000_i64), option::of(select(units))),
        (option::of(0..100_i32), option::of(0..100_i32)),
        (option::of(moment()), option::of(moment())),
        option::of((-90.0..90.0, -180.0..180.0)),
        option::of(select(districts)),
        any::<bool>(),
        (option::of(text()), option::of(text()), option::of(text()), option::of(text())),
        option::of(select(vec!["a@b.pl", "sekretariat@sp5.example.org"])),
    );
    (words, numbers).prop_map(|(words, numbers)| {
        let (title, description, institution_id, provider, interests, mut slots, tags, languages, accessibility) =
            words;
        let (ages, days, price, places, enrolment, point, district, online, address, email) = numbers;
        let (min_months, max_months) = ordered(ages.0, ages.1);
        let (starts_on, ends_on) = ordered(days.0, days.1);
        let (places_left, capacity) = ordered(places.0, places.1);
        let (enrolment_opens_at, enrolment_closes_at) = ordered(enrolment.0, enrolment.1);
        slots.sort_unstable();
        slots.dedup();
        let (lat, lon): (Option<f64>, Option<f64>) = point.unzip();
        Model {
            title,
            description: format!("{description}\n\n* {description}"),
            institution_id,
            provider: Some(provider),
            interests: distinct(interests).into(),
            slots: slots.into(),
            tags: distinct(tags).into(),
            languages: distinct(languages.into_iter().map(str::to_owned).collect()).into(),
            accessibility: distinct(accessibility).into(),
            min_months,
            max_months,
            starts_on,
            ends_on,
            price_minor: price.0,
            price_unit: price.1,
            capacity,
            places_left,
            enrolment_opens_at,
            enrolment_closes_at,
            precision: lat.map(|_| "EXACT".to_owned()),
            lat,
            lon,
            district,
            online,
            street: address.0,
            building: address.1,
            city: address.2,
            phone: address.3,
            enrolment_url: Some("https://example.org/zapisy?a=1|2".to_owned()),
            email: email.map(str::to_owned),
            ..Model::default()
        }
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(row in row()) {
        let fields = of(&TENANT, &row);
        let draft = read(&TENANT, &fields).map_err(|problems| TestCaseError::fail(format!("{problems:?}")))?;
        let known = row.institution_id.map(|id| (id.global(), id)).into_iter().collect();
        prop_assert_eq!(draft.resolved(&known).unwrap(), row);
    }

    #[test]
    fn nothing_that_people_write_breaks_the_reader(
        values in vec((select(COLUMNS.to_vec()), ".{0,40}"), 0..30)
    ) {
        let values: Fields = values.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
        if let Ok(draft) = read(&TENANT, &values) {
            // What was understood is understood again.
            let mut written = of(&TENANT, &draft.row);
            written.extend(draft.institution.clone().map(|reference| ("institution".to_owned(), reference)));
            prop_assert_eq!(read(&TENANT, &written).map_err(|problems| format!("{problems:?}")), Ok(draft));
        }
    }
}

#[test]
fn every_problem_is_told_at_its_field() {
    let problems = read(
        &TENANT,
        &fields(&[
            ("interests", "robotic|chess|xyzzy"),
            ("min_age", "10"),
            ("max_age", "osiem"),
            ("slots", "pon 16:00-17:00|mon 17:00-16:00|tue 16:00-17:00"),
            ("from", "2026-09-01"),
            ("until", "2026-08-01"),
            ("price", "-5"),
            ("price_unit", "week"),
            ("capacity", "5"),
            ("places_left", "6"),
            ("lat", "200"),
            ("district", "atlantyda"),
            ("languages", "polski"),
            ("accessibility", "schody"),
            ("online", "może"),
            ("enrolment_url", "javascript:alert(1)"),
            ("enrolment_opens", "2026-09-02"),
            ("enrolment_closes", "2026-09-01T08:00"),
            ("email", "ala"),
            ("tags", &"x".repeat(51)),
            ("unknown", "x"),
        ]),
    )
    .unwrap_err();
    let told: Vec<_> = problems.iter().map(|problem| (problem.field.as_deref().unwrap(), problem.kind)).collect();
    assert_eq!(
        told,
        [
            ("title", FieldKind::Missing),
            ("interests", FieldKind::InterestUnknown),
            ("interests", FieldKind::InterestUnknown),
            ("provider", FieldKind::ProviderMissing),
            ("maxAge", FieldKind::AgeExpected),
            ("slots", FieldKind::SlotExpected),
            ("slots", FieldKind::SlotReversed),
            ("until", FieldKind::DatesReversed),
            ("price", FieldKind::PriceExpected),
            ("priceUnit", FieldKind::PriceUnitExpected),
            ("placesLeft", FieldKind::TooManyPlacesLeft),
            ("lat", FieldKind::DegreesExpected),
            ("district", FieldKind::DistrictUnknown),
            ("languages", FieldKind::LanguageExpected),
            ("accessibility", FieldKind::AccessibilityUnknown),
            ("online", FieldKind::YesOrNoExpected),
            ("enrolmentUrl", FieldKind::LinkExpected),
            ("enrolmentCloses", FieldKind::EnrolmentReversed),
            ("email", FieldKind::EmailExpected),
            ("tags", FieldKind::TagTooLong),
        ]
    );
}

#[test]
fn every_kind_is_said_in_every_language() {
    let files = Lang::ALL.map(|lang| {
        let name = format!("web/i18n/{}/catalogue.ftl", lang.tag());
        (lang, name.clone(), Cow::Owned(fs::read_to_string(root().join(name)).unwrap()))
    });
    let messages = Messages::load(files).unwrap();
    for lang in Lang::ALL {
        for kind in FieldKind::ALL {
            assert!(messages.has(lang, kind.key()), "{}: {}", lang.tag(), kind.key());
        }
    }
    let args = [("value", "robotic".into()), ("near", "robotics".into())];
    assert_eq!(
        messages.format(Lang::Pl, "refusal-field-interest", &args),
        "„robotic” nie ma na liście zainteresowań. Czy chodzi o robotics?"
    );
}
