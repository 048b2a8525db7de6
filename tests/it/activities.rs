//! Activities: brought in, filtered, counted, paged, told in three languages.

use serde_json::{Value, json};

use crate::support::{DEBNO, OFFERS, TestApp};

async fn with_offers() -> TestApp {
    let app = TestApp::start().await;
    assert_eq!(
        app.activities(DEBNO, OFFERS).await.to_string(),
        "created 5, updated 0, unchanged 0, closed 0, rejected 0"
    );
    app
}

#[tokio::test]
async fn importing_again_changes_nothing_and_a_change_is_one() {
    let app = with_offers().await;
    assert_eq!(
        app.activities(DEBNO, OFFERS).await.to_string(),
        "created 0, updated 0, unchanged 5, closed 0, rejected 0"
    );
    let commas = OFFERS.lines().map(|line| line.replace(';', ",") + "\r\n").collect::<String>();
    assert_eq!(
        app.activities(DEBNO, &format!("\u{feff}{commas}")).await.to_string(),
        "created 0, updated 0, unchanged 5, closed 0, rejected 0"
    );
    let dearer = OFFERS.replace(";120;month;", ";130;month;");
    assert_eq!(
        app.activities(DEBNO, &dearer).await.to_string(),
        "created 0, updated 1, unchanged 4, closed 0, rejected 0"
    );
}

#[tokio::test]
async fn every_filter_narrows_as_it_says() {
    let app = with_offers().await;
    let (robots, football, drawing, chess, babies) = (
        "Robotyka dla ciekawych",
        "Piłka nożna",
        "Гурток малювання",
        "Szachy online",
        "Gordonki – muzyka dla niemowląt",
    );
    for (arguments, mut expected) in [
        ("filter: { interests: [\"robotics\", \"chess\"] }", vec![robots, chess]),
        ("filter: { age: 8 }", vec![robots, football, drawing]),
        ("filter: { age: 10 }", vec![robots, football, chess]),
        ("filter: { age: 11 }", vec![football, chess]),
        ("filter: { ageMonths: 18 }", vec![babies]),
        ("filter: { ageMonths: 19 }", vec![]),
        ("filter: { birthDate: \"2026-03-15\" }", vec![babies]),
        ("filter: { weekdays: [MONDAY, TUESDAY] }", vec![robots, football]),
        ("filter: { weekdays: [MONDAY], startsAfter: \"17:00\" }", vec![]),
        ("filter: { startsAfter: \"16:00\", startsBefore: \"17:00\" }", vec![robots]),
        ("filter: { maxPrice: \"120\" }", vec![robots, football, drawing]),
        ("filter: { maxPrice: \"119.99\" }", vec![football, drawing]),
        ("filter: { free: true }", vec![football]),
        ("filter: { districts: [\"pogodno\"] }", vec![drawing, babies]),
        ("filter: { online: true }", vec![chess]),
        ("filter: { online: false, languages: [\"uk\"] }", vec![drawing]),
        ("filter: { accessibility: [WHEELCHAIR] }", vec![robots]),
        ("filter: { enrolment: [OPEN] }", vec![robots, babies]),
        ("filter: { enrolment: [FULL, NOT_YET] }", vec![football, drawing]),
        ("filter: { enrolment: [CLOSED] }", vec![chess]),
        (
            "filter: { interests: [], weekdays: [], enrolment: [], districts: [] }",
            vec![robots, football, drawing, chess, babies],
        ),
        ("filter: { languages: [\"UK\"] }", vec![drawing]),
        ("filter: { age: 9, districts: [\"pogodno\"], languages: [\"pl\"] }", vec![]),
        ("near: { lat: 52.74, lon: 14.69, radiusMeters: 2000 }", vec![robots, football]),
        ("near: { place: \"na Pogodnie\", radiusMeters: 100 }", vec![drawing, babies]),
        ("query: \"robotyki\"", vec![robots]),
        ("query: \"robots\"", vec![robots]),
        ("query: \"малюванням\"", vec![drawing]),
        ("query: \"pilka\"", vec![football]),
        ("query: \"zajęcia dla dzieci piłka nożna\"", vec![football]),
        // A street is a place to be near; what is nowhere is as near as anything.
        ("query: \"ul. Długa\"", vec![robots, football, chess]),
        ("query: \"xyzzy\"", vec![]),
    ] {
        let mut found = app.titles(DEBNO, arguments).await;
        found.sort();
        expected.sort_unstable();
        assert_eq!(found, expected, "{arguments}");
    }
}

#[tokio::test]
async fn orders_are_what_they_say() {
    let app = with_offers().await;
    let first = |titles: Vec<String>| {
        titles.into_iter().map(|title| title.split_whitespace().next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(first(app.titles(DEBNO, "sort: PRICE").await)[..4], ["Piłka", "Гурток", "Robotyka", "Szachy"]);
    assert_eq!(
        first(app.titles(DEBNO, "sort: DISTANCE, near: { lat: 52.74, lon: 14.69 }").await)[..2],
        ["Robotyka", "Piłka"]
    );
    assert_eq!(first(app.titles(DEBNO, "query: \"ul. Długa\"").await)[0], "Robotyka");
    assert_eq!(first(app.titles(DEBNO, "sort: NAME").await)[..4], ["Gordonki", "Piłka", "Robotyka", "Szachy"]);
    assert_eq!(app.code(DEBNO, "{ activities(sort: DISTANCE) { totalCount } }").await, "BAD_USER_INPUT");
}

#[tokio::test]
async fn a_facet_is_not_narrowed_by_its_own_filter() {
    let app = with_offers().await;
    let query = "{ activities(filter: { weekdays: [MONDAY], age: 8 }) { totalCount facets {
        weekdays { value count } ages { value count } prices { value label count } districts { value label count } enrolment { value count } interests { value label count } } } }";
    let data = app.data(DEBNO, query).await;
    let facets = &data["activities"]["facets"];
    assert_eq!(data["activities"]["totalCount"], 1);
    assert_eq!(
        facets["weekdays"],
        json!([{ "value": "MONDAY", "count": 1 }, { "value": "TUESDAY", "count": 1 }, { "value": "WEDNESDAY", "count": 1 }, { "value": "SATURDAY", "count": 1 }])
    );
    assert_eq!(
        facets["ages"],
        json!([{ "value": "8", "count": 1 }, { "value": "9", "count": 1 }, { "value": "10", "count": 1 }])
    );
    assert_eq!(facets["prices"], json!([{ "value": "200", "label": "do 200\u{a0}zł", "count": 1 }]));
    assert_eq!(facets["districts"], json!([{ "value": "rynek", "label": "Rynek", "count": 1 }]));
    assert_eq!(facets["enrolment"], json!([{ "value": "OPEN", "count": 1 }]));
    assert_eq!(facets["interests"][0]["count"], 1);
}

#[tokio::test]
async fn pages_hold_every_row_once_in_every_order() {
    let app = TestApp::start().await;
    app.activities(DEBNO, &crate::changes::many(57)).await;
    for sort in ["RELEVANCE", "PRICE", "NEWEST", "NAME", "STARTS_SOON"] {
        let mut seen = Vec::new();
        let mut after = Value::Null;
        loop {
            let query = format!(
                "{{ activities(sort: {sort}, first: 10, after: {after}) {{ totalCount nodes {{ id }} pageInfo {{ hasNextPage endCursor }} }} }}"
            );
            let page = app.data(DEBNO, &query).await["activities"].take();
            assert_eq!(page["totalCount"], 57);
            seen.extend(page["nodes"].as_array().unwrap().iter().map(|node| node["id"].as_str().unwrap().to_owned()));
            if page["pageInfo"]["hasNextPage"] != true {
                break;
            }
            after = page["pageInfo"]["endCursor"].clone();
        }
        assert_eq!(seen.len(), 57, "{sort}");
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 57, "{sort}");
    }
    let cursor = app.data(DEBNO, "{ activities(sort: PRICE, first: 1) { pageInfo { endCursor } } }").await["activities"]["pageInfo"]["endCursor"].to_string();
    assert_eq!(
        app.code(DEBNO, &format!("{{ activities(sort: NAME, after: {cursor}) {{ totalCount }} }}")).await,
        "BAD_USER_INPUT"
    );
}

#[tokio::test]
async fn one_activity_tells_everything_a_parent_decides_by() {
    let app = with_offers().await;
    let query = "{ activities(query: \"robotyka\", near: { lat: 52.74, lon: 14.69 }) { edges { distanceMeters highlights { field fragments { text isMatch } } node {
        title descriptionHtml summary interests { id name } provider ages { minMonths maxMonths label } slots { weekday startsAt endsAt label } from until
        price { amount currency unit isFree label } capacity placesLeft enrolment { state label opensAt closesAt url }
        place { name address { label } location { lat lon precision } district { id name } } online languages languageNames accessibility tags email phone } } } }";
    let data = app.data(DEBNO, query).await;
    insta::assert_json_snapshot!(data["activities"]["edges"][0]);
}

#[tokio::test]
async fn labels_follow_the_reader_s_language() {
    use axum::{
        body::Body,
        http::{Request, header},
    };
    let app = with_offers().await;
    let body = json!({ "query": "{ activities(query: \"robotyka\") { nodes { ages { label } price { label } slots { label } interests { name } enrolment { label } } } }" });
    let mut labels = Vec::new();
    for lang in ["pl", "en-GB,en;q=0.9", "uk", "de"] {
        let request = Request::post("/graphql")
            .header(header::HOST, "debno.localhost")
            .header(header::CONTENT_TYPE, "application/json")
            .header(header::ACCEPT_LANGUAGE, lang);
        let answer = app.send(request.body(Body::from(body.to_string())).unwrap(), "127.0.0.1").await;
        labels.push(answer.json()["data"]["activities"]["nodes"][0].take());
    }
    assert_eq!(labels[0], labels[3], "a language we do not speak gets Polish");
    insta::assert_json_snapshot!(labels[..3]);
}

#[tokio::test]
async fn a_bad_row_names_its_place_and_the_others_come_in() {
    let app = TestApp::start().await;
    let header = "id,title,provider,institution,interests,min_age,max_age,slots,from,until,price,price_unit,capacity,places_left,lat,lon,district,languages,accessibility,online,enrolment_url,enrolment_opens,email";
    let bad = [
        (",Bez id,x", "id", "must not be empty"),
        ("1,,x", "title", "must not be empty"),
        ("2,Niczyje", "provider", "institution or the provider"),
        ("3,A,,999999", "institution", "no institution with this register number"),
        ("4,A,x,,robotic", "interests", "did you mean robotics?"),
        ("5,A,x,,,osiem", "min_age", "an age is expected"),
        ("6,A,x,,,10,8", "max_age", "must not be above"),
        ("7,A,x,,,2,18m", "max_age", "must not be above"),
        ("8,A,x,,,,,pon 16:00-17:00", "slots", "like mon 16:00-17:30"),
        ("9,A,x,,,,,mon 17:00-16:00", "slots", "ends before it begins"),
        ("10,A,x,,,,,,01.09.2026", "from", "a date is expected"),
        ("11,A,x,,,,,,2026-09-01,2026-08-01", "until", "ends before it begins"),
        ("12,A,x,,,,,,,,-5", "price", "a price is expected"),
        ("13,A,x,,,,,,,,5,week", "price_unit", "class, month, term or once"),
        ("14,A,x,,,,,,,,,,ten", "capacity", "a whole number"),
        ("15,A,x,,,,,,,,,,5,6", "places_left", "more places left"),
        ("16,A,x,,,,,,,,,,,,200,14", "lat", "degrees from -90 to 90"),
        ("17,A,x,,,,,,,,,,,,52", "lon", "there must be a longitude"),
        ("18,A,x,,,,,,,,,,,,,,atlantyda", "district", "no such district"),
        ("19,A,x,,,,,,,,,,,,,,,polski", "languages", "a language tag"),
        ("20,A,x,,,,,,,,,,,,,,,,schody", "accessibility", "wheelchair, sign_language"),
        ("21,A,x,,,,,,,,,,,,,,,,,może", "online", "yes or no"),
        ("22,A,x,,,,,,,,,,,,,,,,,,javascript:alert(1)", "enrolment_url", "an address is expected"),
        ("23,A,x,,,,,,,,,,,,,,,,,,,jutro", "enrolment_opens", "a date or a time"),
        ("24,A,x,,,,,,,,,,,,,,,,,,,,ala", "email", "an e-mail address"),
    ];
    let width = header.split(',').count();
    // A row has as many values as the header; those left out here are empty.
    let whole = |row: &str| {
        format!(
            "{row}{}
",
            ",".repeat(width - row.split(',').count())
        )
    };
    let rows: String = bad.iter().map(|(row, ..)| whole(row) + &whole(&format!("g{},Dobre,x", row.len()))).collect();
    let report = app.activities(DEBNO, &format!("{header}\n{rows}")).await;
    assert_eq!(
        report.rejected.iter().filter(|rejection| !rejection.problem.contains("already")).count(),
        bad.len(),
        "{:#?}",
        report.rejected
    );
    for (index, (row, column, problem)) in bad.iter().enumerate() {
        let line = format!("row {}, column \"{column}\": ", index * 2 + 2);
        assert!(
            report
                .rejected
                .iter()
                .map(ToString::to_string)
                .any(|said| said.starts_with(&line) && said.contains(problem)),
            "{row}: {line}{problem}: {:#?}",
            report.rejected
        );
    }
    assert!(report.created > 5);
}

#[tokio::test]
async fn a_dry_run_writes_nothing() {
    let app = TestApp::start().await;
    let report = activities::import(&app.scope(DEBNO), OFFERS.as_bytes(), "csv", true, &|_, _| ()).await.unwrap();
    assert_eq!(report.created, 5);
    app.settle(DEBNO).await;
    assert_eq!(app.data(DEBNO, "{ activities { totalCount } }").await["activities"]["totalCount"], 0);
}

#[tokio::test]
async fn bad_arguments_are_told_apart_from_our_faults() {
    let app = with_offers().await;
    for (arguments, field) in [
        ("first: 0", "first"),
        ("first: 101", "first"),
        ("filter: { age: -1 }", "filter.age"),
        ("filter: { age: 5, ageMonths: 60 }", "filter.age"),
        ("filter: { birthDate: \"2030-01-01\" }", "filter.ageMonths"),
        ("filter: { maxPrice: \"-1\" }", "filter.maxPrice"),
        ("near: { lat: 200, lon: 14 }", "near.lat"),
        ("near: { lat: 52 }", "near"),
        ("near: { place: \"Atlantyda\" }", "near.place"),
        ("near: { lat: 52, lon: 14, radiusMeters: 0 }", "near.radiusMeters"),
        ("after: \"zzz\"", "after"),
    ] {
        let answer = app.gql(DEBNO, &format!("{{ activities({arguments}) {{ totalCount }} }}")).await;
        let extensions = &answer["errors"][0]["extensions"];
        assert_eq!(
            (extensions["code"].as_str(), extensions["field"].as_str()),
            (Some("BAD_USER_INPUT"), Some(field)),
            "{arguments}: {answer}"
        );
        assert!(extensions["requestId"].is_string());
    }
    for text in ["", "a", "!!!", "🙂🙂", "\\u0000", "AND OR NOT (\\\" *", "робоtyka"] {
        app.data(
            DEBNO,
            &format!("{{ activities(query: \"{text}\") {{ totalCount }} suggest(prefix: \"{text}\") {{ text }} }}"),
        )
        .await;
    }
    assert_eq!(
        app.code(DEBNO, &format!("{{ activities(query: \"{}\") {{ totalCount }} }}", "ż".repeat(501))).await,
        "BAD_USER_INPUT"
    );
}
