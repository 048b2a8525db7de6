//! Events: posted by one mutation, found, seen on every date they have, taken along in calendars.

mod people;
mod together;

use axum::http::StatusCode;
use chrono::{DateTime, Utc};
use kernel::access::Role;
use serde_json::{Value, json};

use crate::support::{DEBNO, PIXEL, TestApp, Who, bomb, each, moment};

/// Two institutions, an editor, and a manager of each.
pub(crate) struct Town {
    pub(crate) app: TestApp,
    pub(crate) editor: Who,
    pub(crate) school: Who,
    pub(crate) library: Who,
    pub(crate) ids: [String; 2],
}

impl Town {
    pub(crate) async fn new() -> Self {
        let app = TestApp::start().await;
        let csv = "id,name,kind,street,building,district\nsp2,Szkoła Podstawowa nr 2,PRIMARY_SCHOOL,ul. Długa,5,rynek\nbib,Biblioteka Miejska,LIBRARY,ul. Cicha,1,pogodno\n";
        app.institutions(DEBNO, csv).await;
        let (school, library) = (app.institution(DEBNO, "sp2").await, app.institution(DEBNO, "bib").await);
        Self {
            editor: app.person(DEBNO, "redaktor@poczta.example", Some(Role::Editor), None).await,
            school: app.person(DEBNO, "szkola@poczta.example", Some(Role::Manager), Some(school)).await,
            library: app.person(DEBNO, "biblioteka@poczta.example", Some(Role::Manager), Some(library)).await,
            ids: [school.global(), library.global()],
            app,
        }
    }

    /// Somebody with that address.
    pub(crate) async fn citizen(&self, email: &str) -> Who {
        self.app.person(DEBNO, email, None, None).await
    }

    pub(crate) async fn ask(&self, who: &Who, document: &str, variables: Value) -> Value {
        self.app.done_as(DEBNO, who, document, &variables).await
    }

    /// An event of the school, with these fields besides.
    pub(crate) async fn event(&self, more: Value) -> String {
        self.app.publish(DEBNO, &self.school, "EVENT", self.fields(more)).await
    }

    pub(crate) fn fields(&self, more: Value) -> Value {
        let mut fields = json!({
            "title": "Dzień otwarty", "description": "Zapraszamy.", "institution": self.ids[0],
            "starts": "2026-10-10T10:00", "ends": "2026-10-10T12:00",
        });
        fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        fields
    }
}

const EVENT: &str = "query($id: ID!) { event(id: $id) { title url calendarUrl timeZone recurrence recurrenceLabel organisers { name } pictures { url alt }
    signUp { mode capacity placesLeft hasWaitingList } occurrences { key startsAt endsAt isMoved } } }";

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

#[tokio::test]
async fn one_mutation_with_one_token_posts_a_weekly_event_with_its_picture() {
    let town = Town::new().await;
    let (app, school) = (&town.app, app_institution(&town).await);
    let program = app.token(DEBNO, &town.school, Role::Manager, Some(school)).await;
    let fields = town.fields(json!({
        "title": "Warsztaty robotyki", "recurrence": "FREQ=WEEKLY;COUNT=5", "exceptions": "2026-10-17T10:00",
        "moved": "2026-10-31T10:00>2026-11-01T11:00/2026-11-01T12:30", "interests": "robotics", "audience": "pupils|parents",
        "signUp": "date", "capacity": "12", "waitingList": "yes",
    }));
    let save = "mutation($f: EntryFieldsInput!, $p: [NewPictureInput!]!) { entrySave(input: { kind: EVENT, fields: $f, newPictures: $p }) { entry { id url } errors { code field message } } }";
    let pictures = json!([{ "dataBase64": PIXEL, "alt": "Robot na stole" }]);
    let saved = app.done_as(DEBNO, &program, save, &json!({ "f": fields, "p": pictures })).await;
    let id = saved["entrySave"]["entry"]["id"].as_str().unwrap();

    let event = app.done_as(DEBNO, &Who::nobody(), EVENT, &json!({ "id": id })).await["event"].take();
    assert_eq!(each(&event["organisers"], "name"), ["Szkoła Podstawowa nr 2"]);
    assert_eq!(each(&event["pictures"], "alt"), ["Robot na stole"]);
    assert_eq!(event["timeZone"], "Europe/Warsaw");
    assert_eq!(event["signUp"], json!({ "mode": "DATE", "capacity": 12, "placesLeft": null, "hasWaitingList": true }));
    // In winter ten o'clock is an hour later by UTC.
    let told = |date: &Value| {
        (moment(&date["key"]), moment(&date["startsAt"]), moment(&date["endsAt"]), date["isMoved"] == true)
    };
    let dates: Vec<_> = event["occurrences"].as_array().unwrap().iter().map(told).collect();
    let expected = [
        ("2026-10-10T08:00:00Z", "2026-10-10T08:00:00Z", "2026-10-10T10:00:00Z", false),
        ("2026-10-24T08:00:00Z", "2026-10-24T08:00:00Z", "2026-10-24T10:00:00Z", false),
        ("2026-10-31T09:00:00Z", "2026-11-01T10:00:00Z", "2026-11-01T11:30:00Z", true),
        ("2026-11-07T09:00:00Z", "2026-11-07T09:00:00Z", "2026-11-07T11:00:00Z", false),
    ];
    let expected = expected.map(|(key, from, until, moved)| (at(key), at(from), at(until), moved));
    assert_eq!(dates, expected);

    let picture = app.get(DEBNO, event["pictures"][0]["url"].as_str().unwrap()).await;
    assert_eq!((picture.status, picture.header("content-type").starts_with("image/")), (StatusCode::OK, true));
    let page = app.get(DEBNO, event["url"].as_str().unwrap()).await;
    assert_eq!(page.status, StatusCode::OK);
    for told in ["Warsztaty robotyki", "Szkoła Podstawowa nr 2", "alt=\"Robot na stole\"", "24\u{a0}października"] {
        assert!(page.body.contains(told), "{told} is not on the page");
    }
    let month = "{ calendar(from: \"2026-10-19\", until: \"2026-11-01\") { total truncated days { date occurrences { startsAt event { title } } } } }";
    let month = app.data(DEBNO, month).await["calendar"].take();
    assert_eq!((&month["total"], &month["truncated"]), (&json!(2), &json!(false)));
    let days = month["days"].as_array().unwrap();
    let full: Vec<_> =
        days.iter().filter(|day| day["occurrences"] != json!([])).map(|day| day["date"].as_str().unwrap()).collect();
    assert_eq!((days.len(), full), (14, vec!["2026-10-24", "2026-11-01"]));
    for feed in [event["calendarUrl"].as_str().unwrap(), "/feeds/events.ics", "/feeds/events.ics?interests=robotics"] {
        let calendar = app.get(DEBNO, feed).await;
        assert_eq!(
            (calendar.status, calendar.header("content-type")),
            (StatusCode::OK, "text/calendar; charset=utf-8")
        );
        assert!(calendar.body.contains("SUMMARY:Warsztaty robotyki") && calendar.body.contains("RRULE:"), "{feed}");
    }
    assert!(!app.get(DEBNO, "/feeds/events.ics?interests=chess").await.body.contains("Warsztaty"));
    assert!(app.get(DEBNO, "/feeds/events.atom").await.body.contains("Warsztaty robotyki"));
}

async fn app_institution(town: &Town) -> directory::InstitutionId {
    town.app.institution(DEBNO, "sp2").await
}

#[tokio::test]
async fn every_filter_narrows_as_it_says() {
    let town = Town::new().await;
    for more in [
        json!({ "title": "Koncert", "starts": "2026-09-19T18:00", "ends": "2026-09-19T20:00", "price": "20", "audience": "everybody", "lat": "52.70", "lon": "14.60", "city": "Dębno" }),
        json!({ "title": "Szachy", "starts": "2026-09-16T16:00", "ends": "2026-09-16T18:00", "price": "0", "interests": "chess", "minAge": "8", "maxAge": "12", "audience": "pupils", "recurrence": "FREQ=WEEKLY;COUNT=3", "levels": "primary_1_3|primary_4_8" }),
        json!({ "title": "Wykład", "starts": "2026-09-22T17:00", "ends": "2026-09-22T18:00", "online": "yes", "onlineUrl": "https://sp2.example/wyklad", "audience": "teachers", "languages": "en", "accessibility": "sign_language" }),
        json!({ "title": "Ferie w mieście", "starts": "2027-02-01", "ends": "2027-02-05", "allDay": "yes", "audience": "pupils" }),
        // It is over.
        json!({ "title": "Dożynki", "starts": "2026-09-05T12:00", "ends": "2026-09-05T18:00" }),
    ] {
        town.event(more).await;
    }
    for (arguments, expected) in [
        ("first: 10", &["Szachy", "Koncert", "Wykład", "Ferie w mieście"][..]),
        ("filter: { weekend: true }", &["Koncert"]),
        ("filter: { free: true }", &["Szachy"]),
        ("filter: { from: \"2026-09-20\", until: \"2026-09-25\" }", &["Wykład", "Szachy"]),
        ("filter: { from: \"2026-09-01\", until: \"2026-09-10\" }", &["Dożynki"]),
        ("filter: { age: 8, interests: [\"chess\"] }", &["Szachy"]),
        ("filter: { age: 15, interests: [\"chess\"] }", &[]),
        ("filter: { audience: [TEACHERS] }", &["Koncert", "Wykład"]),
        ("filter: { levels: [SECONDARY] }", &["Koncert", "Wykład", "Ferie w mieście"]),
        ("filter: { online: true }", &["Wykład"]),
        ("filter: { languages: [\"en\"] }", &["Wykład"]),
        ("near: { lat: 52.70, lon: 14.60, radiusMeters: 1000 }", &["Koncert"]),
        ("query: \"szachowe\"", &["Szachy"]),
    ] {
        let data = town.app.data(DEBNO, &format!("{{ events({arguments}) {{ totalCount nodes {{ title }} }} }}")).await;
        assert_eq!(each(&data["events"]["nodes"], "title"), expected, "{arguments}");
        assert_eq!(data["events"]["totalCount"], expected.len(), "{arguments}");
    }
    let of_school = format!("{{ institution(id: \"{}\") {{ events {{ totalCount }} }} }}", town.ids[0]);
    assert_eq!(town.app.data(DEBNO, &of_school).await["institution"]["events"]["totalCount"], 4);
    let none = format!("{{ institution(id: \"{}\") {{ events {{ totalCount }} }} }}", town.ids[1]);
    assert_eq!(town.app.data(DEBNO, &none).await["institution"]["events"]["totalCount"], 0);
    for (path, told, not) in [
        ("/wydarzenia", "Koncert", "Dożynki"),
        ("/wydarzenia?weekend=1", "Koncert", "Wykład"),
        ("/wydarzenia?free=1", "Szachy", "Koncert"),
        ("/wydarzenia/kalendarz/2026-09", "Wykład", "Ferie w mieście"),
    ] {
        let page = town.app.get(DEBNO, path).await;
        assert!(page.status == StatusCode::OK && page.body.contains(told) && !page.body.contains(not), "{path}");
    }
}

#[tokio::test]
async fn the_school_year_is_a_layer_of_the_calendar() {
    let app = TestApp::start().await;
    // Dębno lies in zachodniopomorskie.
    let query = "{ schoolYear(from: \"2026-09-01\", until: \"2027-08-31\") { kind name from until isFree } calendar(from: \"2026-11-09\", until: \"2026-11-15\") { days { date isFree schoolDays { kind } } } }";
    let data = app.data(DEBNO, query).await;
    let year = data["schoolYear"].as_array().unwrap();
    let of = |kind: &str| year.iter().filter(|days| days["kind"] == kind).count();
    assert!(of("HOLIDAY") >= 10 && of("BREAK") >= 3 && of("TERM_START") >= 1 && of("TERM_END") >= 1, "{year:?}");
    let free: Vec<_> = data["calendar"]["days"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|day| day["isFree"] == true)
        .map(|day| &day["date"])
        .collect();
    assert!(free.contains(&&json!("2026-11-11")), "Independence Day: {free:?}");
}

#[tokio::test]
async fn what_cannot_be_an_event_is_refused_and_nothing_is_written() {
    let town = Town::new().await;
    let long = "ą".repeat(2_500_000);
    for (more, field) in [
        (json!({ "recurrence": "FREQ=DAILY" }), "recurrence"),
        (json!({ "recurrence": "FREQ=DAILY;COUNT=1001" }), "recurrence"),
        (json!({ "recurrence": "FREQ=DAILY;UNTIL=20991231" }), "recurrence"),
        (json!({ "recurrence": "FREQ=SECONDLY;COUNT=5" }), "recurrence"),
        (json!({ "recurrence": "FREQ=MINUTELY;COUNT=99999999999999999999" }), "recurrence"),
        (json!({ "recurrence": "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=5" }), "recurrence"),
        (json!({ "recurrence": "; DROP TABLE event" }), "recurrence"),
        (json!({ "ends": "2026-10-10T09:00" }), "ends"),
        (json!({ "ends": "2036-10-10T12:00" }), "ends"),
        (json!({ "starts": "2026-10-10T10:00[America/New_York]" }), "starts"),
        (json!({ "starts": "TZID=Asia/Tokyo:20261010T100000" }), "starts"),
        (json!({ "starts": "99999-01-01T10:00" }), "starts"),
        (json!({ "title": long }), "title"),
        (json!({ "title": "" }), "title"),
        (json!({ "onlineUrl": "javascript:alert(1)", "online": "yes" }), "onlineUrl"),
        (json!({ "signUp": "link" }), "enrolmentUrl"),
        (json!({ "pictures": "pic_00000000000000000000000000" }), "pictures"),
        (json!({ "exceptions": "2026-10-11T10:00", "recurrence": "FREQ=WEEKLY;COUNT=2" }), "exceptions"),
    ] {
        let input = json!({ "kind": "EVENT", "fields": town.fields(more.clone()) });
        let told = town.app.unfit(DEBNO, &town.school, input).await;
        let what = format!("{more:.80}");
        assert!(
            told.iter().any(|(at, message)| at == field && !message.is_empty() && message.len() < 600),
            "{what}: {told:.900?}"
        );
    }
    for (upload, what) in [
        (json!({ "newPictures": [{ "dataBase64": bomb(60_000), "alt": "Bomba" }] }), "newPictures"),
        (json!({ "newPictures": [{ "dataBase64": "PHN2Zz48L3N2Zz4=", "alt": "SVG" }] }), "newPictures"),
        (json!({ "newPictures": [{ "dataBase64": PIXEL, "alt": "" }] }), "newPictures"),
        (json!({ "newFiles": [{ "dataBase64": "TVqQAAMAAAAEAAAA", "name": "program.exe" }] }), "newFiles"),
    ] {
        let mut input = json!({ "kind": "EVENT", "fields": town.fields(json!({})) });
        input.as_object_mut().unwrap().extend(upload.as_object().unwrap().clone());
        let told = town.app.unfit(DEBNO, &town.school, input).await;
        assert!(told.iter().any(|(at, message)| at == what && !message.is_empty()), "{told:?}");
    }
    town.app.settle(DEBNO).await;
    let all = town.app.data(DEBNO, "{ events(filter: { from: \"2000-01-01\" }) { totalCount } }").await;
    assert_eq!(all["events"]["totalCount"], 0);
    assert_eq!(
        town.ask(
            &town.school,
            "query($id: ID!) { institution(id: $id) { entries(state: [PUBLISHED, ARCHIVED, HIDDEN]) { kind } } }",
            json!({ "id": town.ids[0] })
        )
        .await["institution"]["entries"]
            .as_array()
            .unwrap()
            .iter()
            .filter(|entry| entry["kind"] == "EVENT")
            .count(),
        0
    );
    // A moment with an offset is understood, and what is written is the city's time.
    let id = town.event(json!({ "starts": "2026-10-10T10:00:00Z", "ends": "2026-10-10T14:00:00+03:00" })).await;
    let event = town.app.data(DEBNO, &format!("{{ event(id: \"{id}\") {{ startsAt endsAt }} }}")).await;
    assert_eq!(moment(&event["event"]["startsAt"]), at("2026-10-10T10:00:00Z"));
    assert_eq!(moment(&event["event"]["endsAt"]), at("2026-10-10T11:00:00Z"));
}

#[tokio::test]
async fn scripts_in_what_an_event_says_are_not_run() {
    let town = Town::new().await;
    let id = town
        .event(json!({
            "title": "<script>alert(1)</script> Koncert", "venue": "</script><script>alert(2)</script>",
            "description": "<img src=x onerror=alert(3)> [a](javascript:alert(4)) **Zapraszamy**",
        }))
        .await;
    let url = town.app.data(DEBNO, &format!("{{ event(id: \"{id}\") {{ url }} }}")).await["event"]["url"].clone();
    for path in [url.as_str().unwrap(), "/wydarzenia", "/", "/wydarzenia/kalendarz/2026-10"] {
        let page = town.app.get(DEBNO, path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        for bad in ["<script>alert", "<img src=x", "href=\"javascript:"] {
            assert!(!page.body.contains(bad), "{path}: {bad}");
        }
    }
    let page = town.app.get(DEBNO, url.as_str().unwrap()).await;
    assert_eq!(page.thing("Event")["name"], "<script>alert(1)</script> Koncert", "as it is, for programs");
    assert!(page.body.contains("<strong>Zapraszamy</strong>"));
}
