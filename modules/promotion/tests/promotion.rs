//! Promoted places from end to end: through the schema, on SQLite.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::sync::Arc;

use activities::{ActivityId, State, graphql::ActivitiesQuery};
use async_graphql::{EmptySubscription, MergedObject, Schema};
use kernel::{access::Role, graphql::prune::Pruned, i18n::Lang, refusal::Kind as _, scope::Actor};
use promotion::{
    Counters, PromotionId, Uncounted, click, flush, flush_all,
    graphql::{PromotionMutation, PromotionQuery},
};
use serde_json::{Value, json};
use support::{City, code, data};

#[derive(MergedObject, Default)]
struct Query(ActivitiesQuery, PromotionQuery);

struct World {
    city: City,
    schema: Schema<Pruned<Query>, Pruned<PromotionMutation>, EmptySubscription>,
    counters: Arc<Counters>,
    editor: Actor,
}

const SHOWN: &str = "id label clickPath activity { title }";
const SOLD: &str = "promotion { id state isShown weight note } errors { code field message }";

impl World {
    async fn start() -> Self {
        let city = City::start(vec![directory::SOURCE, activities::SOURCE, promotion::SOURCE], "").await;
        let schema = City::schema(&["activities", "promotion"], Query::default(), PromotionMutation);
        let editor = city.person("Ewa", Some(Role::Editor)).await;
        Self { city, schema, counters: Arc::default(), editor }
    }

    async fn run(&self, actor: &Actor, document: &str) -> async_graphql::Response {
        self.schema.execute(self.city.request(actor, document).data(self.counters.clone())).await
    }

    async fn data(&self, actor: &Actor, document: &str) -> Value {
        data(self.run(actor, document).await)
    }

    async fn payload(&self, field: &str, input: &str) -> Value {
        let selection = if field == "promotionEnd" { "promotion { state isShown }" } else { SOLD };
        let document = format!("mutation {{ {field}(input: {input}) {{ {selection} }} }}");
        self.data(&self.editor, &document).await[field].take()
    }

    /// Sells a place from today on; its id.
    async fn sell(&self, title: &str, more: &str) -> String {
        let activity = self.city.activity(title).await;
        let dates = "startsOn: \"2026-09-15\", endsOn: \"2026-09-30\"";
        let payload = self.payload("promotionCreate", &format!("{{ activity: \"{activity}\", {dates} {more} }}")).await;
        payload["promotion"]["id"].as_str().unwrap_or_else(|| panic!("{payload}")).to_owned()
    }

    /// Titles of what is shown.
    async fn shown(&self, arguments: &str) -> Vec<String> {
        let arguments = if arguments.is_empty() { String::new() } else { format!("({arguments})") };
        let document = format!("{{ promotedActivities{arguments} {{ {SHOWN} }} }}");
        let data = self.data(&Actor::Anonymous, &document).await;
        let shown = data["promotedActivities"].as_array().unwrap().iter();
        shown.map(|one| one["activity"]["title"].as_str().unwrap().to_owned()).collect()
    }

    /// Views and clicks as the book has them, the newest place first.
    async fn counts(&self) -> Vec<(i64, i64)> {
        let data = self.data(&self.editor, "{ promotions { nodes { views clicks } } }").await;
        let nodes = data["promotions"]["nodes"].as_array().unwrap().iter();
        nodes.map(|one| (one["views"].as_i64().unwrap(), one["clicks"].as_i64().unwrap())).collect()
    }
}

#[tokio::test]
async fn a_place_is_sold_shown_counted_and_ended() {
    let world = World::start().await;
    assert_eq!(world.shown("").await, [""; 0]);
    let id = world.sell("Robotyka", ", interests: [\"robotics\"], note: \" FV 7/2026 \"").await;
    let document = format!("{{ promotedActivities(interests: [\"robotics\"]) {{ {SHOWN} }} }}");
    let shown = json!([{ "id": id, "label": "Promowane", "clickPath": format!("/promowane/{id}"),
        "activity": { "title": "Robotyka" } }]);
    assert_eq!(world.data(&Actor::Anonymous, &document).await["promotedActivities"], shown);
    assert_eq!(world.shown("interests: [\"chess\"]").await, [""; 0]);
    assert_eq!(world.shown("age: 11").await, [""; 0]);
    assert_eq!(world.shown("age: 9").await, ["Robotyka"]);

    let robot = world.city.request(&Actor::Anonymous, &document).data(world.counters.clone()).data(Uncounted);
    assert_eq!(data(world.schema.execute(robot).await)["promotedActivities"], shown);
    let system = world.city.system();
    let promotion = PromotionId::parse(&id).unwrap();
    let robots = ActivityId::parse(&world.city.activity("Robotyka").await);
    assert_eq!(click(&system, &world.counters, promotion, true).await.unwrap(), robots);
    assert_eq!(click(&system, &world.counters, promotion, false).await.unwrap(), robots);
    let unknown = PromotionId(uuid::Uuid::nil());
    assert_eq!(click(&system, &world.counters, unknown, true).await.unwrap(), None);

    assert_eq!(world.counts().await, [(0, 0)]);
    flush(&system, &world.counters).await.unwrap();
    assert_eq!(world.counts().await, [(2, 1)]);
    world.shown("").await;
    flush_all(&world.city.app, &world.counters).await.unwrap();
    flush_all(&world.city.app, &world.counters).await.unwrap();
    assert_eq!(world.counts().await, [(3, 1)]);
    world.city.wait_days(1);
    world.shown("").await;
    flush(&world.city.system(), &world.counters).await.unwrap();
    let book = format!("{{ promotion(id: \"{id}\") {{ note clickRate days {{ day views clicks }} }} }}");
    assert_eq!(
        world.data(&world.editor, &book).await["promotion"],
        json!({ "note": "FV 7/2026", "clickRate": 0.25, "days": [
            { "day": "2026-09-15", "views": 3, "clicks": 1 }, { "day": "2026-09-16", "views": 1, "clicks": 0 },
        ] })
    );

    let ended = world.payload("promotionEnd", &format!("{{ promotion: \"{id}\" }}")).await;
    assert_eq!(ended["promotion"], json!({ "state": "ENDED", "isShown": false }));
    world.payload("promotionEnd", &format!("{{ promotion: \"{id}\" }}")).await;
    assert_eq!(world.shown("").await, [""; 0]);
    assert_eq!(
        click(&world.city.system(), &world.counters, promotion, true).await.unwrap(),
        robots,
        "old pages lead on"
    );
    flush(&world.city.system(), &world.counters).await.unwrap();
    assert_eq!(world.counts().await, [(4, 1)], "and count for nothing");
    let late = world.payload("promotionUpdate", &format!("{{ promotion: \"{id}\", weight: 2 }}")).await;
    assert_eq!(late["errors"][0]["code"], "ENDED");

    let history = kernel::history::of(&world.city.system(), promotion::ENTITY, promotion.0, 10).await.unwrap();
    assert_eq!(history.iter().map(|one| one.action.as_str()).collect::<Vec<_>>(), ["end", "create"]);
    let audited = kernel::audit::newest(&world.city.system(), Some(&id), None, 10).await.unwrap();
    assert_eq!(
        audited.iter().map(|one| one.action.as_str()).collect::<Vec<_>>(),
        ["promotion.end", "promotion.create"]
    );
}

#[tokio::test]
async fn places_take_turns_and_end_with_their_dates() {
    let world = World::start().await;
    let robots = world.sell("Robotyka", "").await;
    world.sell("Szachy", "").await;
    let mut seen = Vec::new();
    for _ in 0..4 {
        seen.extend(world.shown("").await);
    }
    assert_eq!(seen, ["Robotyka", "Szachy", "Robotyka", "Szachy"]);
    assert_eq!(world.shown("first: 3").await.len(), 2);
    for first in ["0", "4"] {
        let document = format!("{{ promotedActivities(first: {first}) {{ id }} }}");
        assert_eq!(code(&world.run(&Actor::Anonymous, &document).await), "BAD_USER_INPUT");
    }
    let paused = world.payload("promotionUpdate", &format!("{{ promotion: \"{robots}\", paused: true }}")).await;
    assert_eq!(paused["promotion"]["state"], "PAUSED");
    assert_eq!(world.shown("first: 3").await, ["Szachy"]);
    world.payload("promotionUpdate", &format!("{{ promotion: \"{robots}\", paused: false, note: null }}")).await;
    assert_eq!(world.shown("first: 3").await.len(), 2);

    // What the public cannot see is not promoted either.
    let system = world.city.system();
    let chess = ActivityId::parse(&world.city.activity("Szachy").await).unwrap();
    let mut tx = system.begin().await.unwrap();
    activities::service::set_state(&mut tx, chess, State::Archived, None).await.unwrap();
    tx.commit().await.unwrap();
    system.settle().await.unwrap();
    assert_eq!(world.shown("first: 3").await, ["Robotyka"]);
    world.city.wait_days(15);
    assert_eq!(world.shown("first: 3").await, ["Robotyka"], "on the last day too");
    world.city.wait_days(1);
    assert_eq!(world.shown("first: 3").await, [""; 0]);
}

#[tokio::test]
async fn what_is_typed_wrong_is_said_at_its_field() {
    let world = World::start().await;
    let (robots, football) = (world.city.activity("Robotyka").await, world.city.activity("Piłka nożna").await);
    let codes = |payload: &Value| -> Vec<(String, String)> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let errors = payload["errors"].as_array().unwrap().iter();
        errors.map(|error| (text(&error["code"]), text(&error["field"]))).collect()
    };
    let dates = "startsOn: \"2026-09-15\", endsOn: \"2026-09-30\"";
    let long = "a".repeat(201);
    for (input, expected) in [
        (format!("activity: \"{football}\", {dates}"), &[("NO_INSTITUTION", "activity")][..]),
        (format!("activity: \"act_x\", {dates}"), &[("ACTIVITY_UNKNOWN", "activity")]),
        (
            format!("activity: \"{robots}\", startsOn: \"2026-09-15\", endsOn: \"2026-09-14\""),
            &[("DATES_REVERSED", "endsOn"), ("DATES_PAST", "endsOn")],
        ),
        (
            format!("activity: \"{robots}\", startsOn: \"2026-09-15\", endsOn: \"2027-09-16\""),
            &[("DATES_TOO_LONG", "endsOn")],
        ),
        (
            format!(
                "activity: \"{robots}\", {dates}, interests: [\"x\"], districts: [\"y\"], weight: 11, note: \"{long}\""
            ),
            &[
                ("INTEREST_UNKNOWN", "interests"),
                ("DISTRICT_UNKNOWN", "districts"),
                ("WEIGHT_OUT_OF_RANGE", "weight"),
                ("NOTE_TOO_LONG", "note"),
            ],
        ),
    ] {
        let payload = world.payload("promotionCreate", &format!("{{ {input} }}")).await;
        let expected: Vec<_> = expected.iter().map(|(code, at)| ((*code).to_owned(), (*at).to_owned())).collect();
        assert_eq!(codes(&payload), expected, "{payload}");
        assert!(payload["promotion"].is_null());
    }
    let id = world.sell("Robotyka", ", districts: [\"rynek\", \"rynek\"]").await;
    let payload = world.payload("promotionUpdate", &format!("{{ promotion: \"{id}\", weight: 0 }}")).await;
    assert_eq!(codes(&payload), [("WEIGHT_OUT_OF_RANGE".to_owned(), "weight".to_owned())]);
    for lang in Lang::ALL {
        for kind in promotion::Refusal::ALL {
            assert!(world.city.app.messages.has(lang, kind.key()), "{} {}", lang.tag(), kind.key());
        }
    }
}

#[tokio::test]
async fn editors_sell_and_nobody_else_does() {
    let world = World::start().await;
    let id = world.sell("Robotyka", "").await;
    let robots = world.city.activity("Robotyka").await;
    let manager = world.city.person("Marek", Some(Role::Manager)).await;
    let citizen = world.city.person("Anna", None).await;
    let dates = "startsOn: \"2026-09-15\", endsOn: \"2026-09-30\"";
    for document in [
        "{ promotions { totalCount } }".to_owned(),
        format!("{{ promotion(id: \"{id}\") {{ note }} }}"),
        "{ promotion(id: \"x\") { note } }".to_owned(),
        format!(
            "mutation {{ promotionCreate(input: {{ activity: \"{robots}\", {dates} }}) {{ promotion {{ id }} }} }}"
        ),
        format!("mutation {{ promotionUpdate(input: {{ promotion: \"{id}\", weight: 2 }}) {{ promotion {{ id }} }} }}"),
        format!("mutation {{ promotionEnd(input: {{ promotion: \"{id}\" }}) {{ promotion {{ id }} }} }}"),
    ] {
        for (actor, expected) in
            [(&Actor::Anonymous, "UNAUTHENTICATED"), (&citizen, "FORBIDDEN"), (&manager, "FORBIDDEN")]
        {
            assert_eq!(code(&world.run(actor, &document).await), expected, "{document}");
        }
        world.data(&world.editor, &document).await;
    }
    let page =
        world.data(&world.editor, "{ promotions(first: 1) { totalCount pageInfo { hasNextPage endCursor } } }").await;
    assert_eq!(
        (&page["promotions"]["totalCount"], &page["promotions"]["pageInfo"]["hasNextPage"]),
        (&json!(2), &json!(true))
    );
    let after = page["promotions"]["pageInfo"]["endCursor"].as_str().unwrap();
    let rest = format!("{{ promotions(first: 1, after: \"{after}\") {{ nodes {{ id institution {{ name }} }} }} }}");
    assert_eq!(
        world.data(&world.editor, &rest).await["promotions"]["nodes"],
        json!([{ "id": id, "institution": { "name": "Szkoła Muzyczna" } }])
    );
}

#[tokio::test]
async fn who_sold_is_told_and_forgotten() {
    let world = World::start().await;
    world.sell("Robotyka", "").await;
    let editor = identity::AccountId(world.editor.account().unwrap());
    let told = (promotion::PERSONAL_DATA.export)(&world.city.system(), editor).await.unwrap();
    assert_eq!(told.as_array().unwrap().len(), 1);
    let system = world.city.system();
    let mut tx = system.begin().await.unwrap();
    (promotion::PERSONAL_DATA.erase)(&mut tx, editor).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!((promotion::PERSONAL_DATA.export)(&system.fresh(), editor).await.unwrap(), json!([]));
}

/// A mutation that no module takes away: a schema has at least one.
#[derive(Default)]
struct Others;

#[async_graphql::Object]
impl Others {
    async fn nothing(&self) -> bool {
        true
    }
}

#[derive(MergedObject, Default)]
struct Mutations(Others, PromotionMutation);

#[test]
fn a_city_without_the_module_has_none_of_it() {
    let sdl = City::schema(&["activities"], Query::default(), Mutations::default()).sdl();
    assert!(!sdl.contains("romot"), "{sdl}");
}
