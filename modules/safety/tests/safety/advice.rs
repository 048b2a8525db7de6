//! Advice: written through the desk's kind, listed by season, found by words.

use chrono::TimeDelta;
use kernel::{
    entry::State,
    history::Fields,
    scope::{Actor, Scope},
};
use safety::ENTRIES;
use serde_json::json;
use uuid::Uuid;

use crate::support::City;

fn fields(pairs: &[(&str, &str)]) -> Fields {
    pairs.iter().map(|(column, value)| ((*column).to_owned(), (*value).to_owned())).collect()
}

async fn written(scope: &Scope, pairs: &[(&str, &str)]) -> Uuid {
    let mut tx = scope.begin().await.unwrap();
    let id = (ENTRIES.create)(&mut tx, &fields(pairs), "create").await.unwrap();
    tx.commit().await.unwrap();
    scope.settle().await.unwrap();
    id
}

const ICE: [(&str, &str); 6] = [
    ("title", "Cienki lód"),
    ("description", "Nie wchodź na **jezioro**."),
    ("topic", "water_ice"),
    ("seasons", "winter"),
    ("audience", "pupils"),
    ("min_age", "7"),
];
const ROAD: [(&str, &str); 4] = [
    ("title", "Odblaski"),
    ("lead", "Widać cię z daleka."),
    ("description", "Przypnij odblask do plecaka."),
    ("topic", "road"),
];

async fn titles(city: &City, arguments: &str) -> Vec<String> {
    let told = city.ask(&Actor::Anonymous, &format!("{{ advice{arguments} {{ nodes {{ title }} }} }}")).await;
    let titles = told["advice"]["nodes"].as_array().unwrap().iter();
    titles.map(|advice| advice["title"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn advice_is_listed_by_topic_season_and_words() {
    let city = City::open().await;
    let police = city.institution("Komenda Policji", "POLICE").await;
    let scope = city.system();
    let ice = written(&scope, &ICE).await;
    city.wait(TimeDelta::seconds(1));
    let id = police.global();
    written(&scope, &[&ROAD[..], &[("institution", id.as_str())]].concat()).await;
    for (arguments, expected) in [
        ("", &["Odblaski", "Cienki lód"][..]),
        ("(first: 1)", &["Odblaski"]),
        ("(filter: { topics: [WATER_ICE, CYBER] })", &["Cienki lód"]),
        ("(filter: { seasons: [WINTER] })", &["Cienki lód"]),
        ("(filter: { now: true })", &["Odblaski"]),
        ("(filter: { audience: [PUPILS] })", &["Odblaski", "Cienki lód"]),
        ("(filter: { audience: [PARENTS] })", &["Odblaski"]),
        ("(query: \"na jeziorach\")", &["Cienki lód"]),
        ("(query: \"policja\")", &["Odblaski"]),
    ] {
        assert_eq!(titles(&city, arguments).await, expected, "{arguments}");
    }
    let of_police = format!("(filter: {{ institution: \"{}\" }})", police.global());
    assert_eq!(titles(&city, &of_police).await, ["Odblaski"]);
    city.wait(TimeDelta::days(10));
    assert_eq!(titles(&city, "(filter: { now: true })").await, ["Odblaski", "Cienki lód"]);
    let id = (ENTRIES.global)(ice);
    let whole = format!(
        "{{ adviceItem(id: \"{id}\") {{ url title lead summary descriptionHtml topic topicLabel seasons seasonLabels isInSeason
        audience audienceLabels ages {{ label }} institution {{ name }} pictures {{ id }} files {{ id }} }}
        advice(filter: {{ topics: [WATER_ICE] }}) {{ totalCount nodes {{ descriptionHtml }} }} }}"
    );
    let told = city.ask(&Actor::Anonymous, &whole).await;
    assert_eq!(
        told["adviceItem"],
        json!({
            "url": format!("/en/bezpieczni/porady/{id}/cienki-lod"), "title": "Cienki lód", "lead": null,
            "summary": "Nie wchodź na jezioro.",
            "descriptionHtml": "<p>Nie wchodź na <strong>jezioro</strong>.</p>\n",
            "topic": "WATER_ICE", "topicLabel": "by the water and on ice", "seasons": ["WINTER"], "seasonLabels": ["winter"],
            "isInSeason": true, "audience": ["PUPILS"], "audienceLabels": ["pupils"], "ages": { "label": "from 7 years" },
            "institution": null, "pictures": [], "files": [],
        })
    );
    assert_eq!(told["advice"]["nodes"][0]["descriptionHtml"], told["adviceItem"]["descriptionHtml"]);
}

#[tokio::test]
async fn the_desk_writes_changes_and_puts_away() {
    let city = City::open().await;
    let scope = city.system();
    let id = written(&scope, &ICE).await;
    let checked = (ENTRIES.check)(&scope, &fields(&[("title", "x"), ("institution", "999999")]), None).await.unwrap();
    let told: Vec<_> = checked.iter().map(|problem| problem.field.as_deref().unwrap()).collect();
    assert_eq!(told, ["description", "topic", "institution"]);
    let alike = (ENTRIES.similar)(&scope, &fields(&[("title", "cienki lod")])).await.unwrap();
    assert_eq!(alike, [id]);
    let entry = (ENTRIES.load)(&scope.fresh(), vec![id]).await.unwrap().pop().unwrap();
    assert_eq!((entry.title.as_str(), entry.state, entry.owners.len()), ("Cienki lód", State::Published, 0));
    assert_eq!(entry.path(), format!("/bezpieczni/porady/{}/cienki-lod", entry.global()));
    assert_eq!((ENTRIES.normal)(&scope.fresh(), &entry.fields).await.unwrap(), entry.fields);

    let mut changed = entry.fields.clone();
    changed.insert("title".to_owned(), "Bardzo cienki lód".to_owned());
    let mut tx = scope.begin().await.unwrap();
    (ENTRIES.update)(&mut tx, id, &changed, "update", Some("Lepiej")).await.unwrap();
    tx.commit().await.unwrap();
    let mut tx = scope.begin().await.unwrap();
    (ENTRIES.set_state.unwrap())(&mut tx, id, State::Archived, None).await.unwrap();
    tx.commit().await.unwrap();
    scope.settle().await.unwrap();
    assert_eq!(titles(&city, "").await, [""; 0]);
    let hidden = format!("{{ adviceItem(id: \"{}\") {{ title }} }}", (ENTRIES.global)(id));
    assert_eq!(city.ask(&Actor::Anonymous, &hidden).await["adviceItem"], json!(null));
    let history = kernel::history::of(&scope.fresh(), safety::ENTITY, id, 10).await.unwrap();
    let actions: Vec<_> = history.iter().map(|revision| revision.action.as_str()).collect();
    assert_eq!(actions, ["archive", "update", "create"]);
    let mut tx = scope.begin().await.unwrap();
    (ENTRIES.set_state.unwrap())(&mut tx, id, State::Published, None).await.unwrap();
    tx.commit().await.unwrap();
    scope.settle().await.unwrap();
    assert_eq!(titles(&city, "").await, ["Bardzo cienki lód"]);
}

#[tokio::test]
async fn pictures_that_are_not_there_are_refused() {
    let city = City::open().await;
    let scope = city.system();
    let picture = media::PictureId(Uuid::from_u128(1)).global();
    let with = fields(&[&ICE[..], &[("pictures", &picture)]].concat());
    let checked = (ENTRIES.check)(&scope, &with, None).await.unwrap();
    assert_eq!(checked[0].field.as_deref(), Some("pictures"));
    let mut tx = scope.begin().await.unwrap();
    assert!((ENTRIES.create)(&mut tx, &with, "create").await.is_err());
}
