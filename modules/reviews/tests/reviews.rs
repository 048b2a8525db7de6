//! Reviews from end to end: through the schema, on SQLite.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod support;

use std::sync::Once;

use activities::graphql::{ActivitiesQuery, ActivityFields};
use async_graphql::{EmptySubscription, MergedObject, Schema};
use identity::graphql::{IdentityQuery, ViewerFields};
use kernel::{
    access::Role,
    graphql::{extend, prune::Pruned},
    i18n::Lang,
    mail,
    refusal::Kind as _,
    scope::Actor,
};
use reviews::graphql::{OfActivity, OfViewer, ReviewsMutation, ReviewsQuery};
use serde_json::{Value, json};
use support::{City, code, data};

#[derive(MergedObject, Default)]
struct Query(ActivitiesQuery, IdentityQuery, ReviewsQuery);

fn extended() {
    static EXTENDED: Once = Once::new();
    EXTENDED.call_once(|| {
        extend::<ActivityFields, OfActivity>();
        extend::<ViewerFields, OfViewer>();
    });
}

struct World {
    city: City,
    schema: Schema<Pruned<Query>, Pruned<ReviewsMutation>, EmptySubscription>,
}

impl World {
    async fn start(moderation: &str) -> Self {
        extended();
        let sources = vec![directory::SOURCE, activities::SOURCE];
        let city = City::start(sources, &format!("[policy]\nreviews = \"{moderation}\"\n")).await;
        let schema = City::schema(&["activities", "reviews"], Query::default(), ReviewsMutation);
        Self { city, schema }
    }

    async fn run(&self, actor: &Actor, document: &str) -> async_graphql::Response {
        self.schema.execute(self.city.request(actor, document)).await
    }

    async fn data(&self, actor: &Actor, document: &str) -> Value {
        data(self.run(actor, document).await)
    }

    async fn code(&self, actor: &Actor, document: &str) -> String {
        code(&self.run(actor, document).await)
    }

    /// The payload of a mutation.
    async fn payload(&self, actor: &Actor, field: &str, input: &str, selection: &str) -> Value {
        let document = mutation(field, input, selection);
        self.data(actor, &document).await[field].take()
    }

    /// Writes a review; its id.
    async fn save(&self, actor: &Actor, activity: &str, stars: i32, text: &str) -> String {
        let input = format!("{{ activity: \"{activity}\", stars: {stars}, text: \"{text}\" }}");
        let payload = self.payload(actor, "reviewSave", &input, "review { id } errors { message }").await;
        payload["review"]["id"].as_str().unwrap_or_else(|| panic!("{payload}")).to_owned()
    }

    /// Sum and number of stars, as everybody sees them.
    async fn rating(&self, activity: &str) -> (i32, i32) {
        let id = activities::ActivityId::parse(activity).unwrap();
        let row = activities::service::record(&self.city.system(), id).await.unwrap().unwrap();
        (row.rating_sum, row.rating_count)
    }

    /// Templates and recipients of mails that were written since the last look.
    async fn mails(&self) -> Vec<(String, String)> {
        let system = self.city.system();
        let mut sent = Vec::new();
        for letter in mail::lease(&system, 100).await.unwrap() {
            mail::settle(&system, &letter, mail::Attempt::Sent).await.unwrap();
            sent.push((letter.template, letter.to));
        }
        sent.sort();
        sent
    }
}

fn mutation(field: &str, input: &str, selection: &str) -> String {
    format!("mutation {{ {field}(input: {input}) {{ {selection} }} }}")
}

fn moderate(review: &str, decision: &str, reason: Option<&str>) -> String {
    let reason = reason.map(|reason| format!(", reason: \"{reason}\"")).unwrap_or_default();
    format!("{{ review: \"{review}\", decision: {decision}{reason} }}")
}

const MODERATED: &str = "review { status reason } errors { code field message }";

#[tokio::test]
async fn a_review_waits_is_sent_back_and_becomes_public() {
    let world = World::start("before").await;
    let robots = world.city.activity("Robotyka").await;
    let parent = world.city.person("Anna", None).await;
    let editor = world.city.person("Ewa", Some(Role::Editor)).await;
    world.city.person("Marek", Some(Role::Manager)).await;
    let own = format!(
        "{{ activity(id: \"{robots}\") {{ canReview ownReview {{ status reason stars isOwn }} reviews {{ totalCount }} }} }}"
    );

    let id = world.save(&parent, &robots, 4, "Bardzo **dobre** zajęcia").await;
    assert_eq!(world.rating(&robots).await, (0, 0));
    assert_eq!(
        world.data(&parent, &own).await["activity"],
        json!({ "canReview": true, "ownReview": { "status": "WAITING", "reason": null, "stars": 4, "isOwn": true },
            "reviews": { "totalCount": 0 } })
    );
    assert_eq!(
        world.data(&Actor::Anonymous, &own).await["activity"],
        json!({ "canReview": false, "ownReview": null, "reviews": { "totalCount": 0 } })
    );
    let by_id = format!("{{ review(id: \"{id}\") {{ stars }} }}");
    assert_eq!(world.data(&Actor::Anonymous, &by_id).await["review"], Value::Null);
    let queue = "{ reviewsToModerate { totalCount nodes { stars author { displayName } } } }";
    assert_eq!(
        world.data(&editor, queue).await["reviewsToModerate"],
        json!({ "totalCount": 1, "nodes": [{ "stars": 4, "author": { "displayName": "Anna" } }] })
    );

    let unsaid = world.payload(&editor, "reviewModerate", &moderate(&id, "REJECT", Some("  ")), MODERATED).await;
    assert_eq!(unsaid["errors"][0]["code"], "REASON_MISSING");
    assert_eq!(unsaid["errors"][0]["field"], "reason");
    let why = Some("Proszę bez nazwisk");
    let sent_back = world.payload(&editor, "reviewModerate", &moderate(&id, "REJECT", why), MODERATED).await;
    assert_eq!(sent_back["review"], json!({ "status": "REJECTED", "reason": "Proszę bez nazwisk" }));
    assert_eq!(world.mails().await, [("reviews/rejected".to_owned(), "anna@example.org".to_owned())]);
    assert_eq!(world.data(&parent, &own).await["activity"]["ownReview"]["reason"], "Proszę bez nazwisk");
    assert_eq!(world.data(&editor, queue).await["reviewsToModerate"]["totalCount"], 0);

    assert_eq!(world.save(&parent, &robots, 5, "Bardzo dobre zajęcia, polecam").await, id, "one each");
    let published = world.payload(&editor, "reviewModerate", &moderate(&id, "PUBLISH", None), MODERATED).await;
    assert_eq!(published["review"], json!({ "status": "PUBLISHED", "reason": null }));
    assert_eq!(world.mails().await, [("reviews/published".to_owned(), "marek@example.org".to_owned())]);
    assert_eq!(world.rating(&robots).await, (5, 1));
    assert_eq!(world.data(&Actor::Anonymous, &by_id).await["review"]["stars"], 5);

    let withdrawn =
        world.payload(&parent, "reviewWithdraw", &format!("{{ review: \"{id}\" }}"), "review { status }").await;
    assert_eq!(withdrawn["review"]["status"], "WITHDRAWN");
    assert_eq!(world.rating(&robots).await, (0, 0));
    let mine = "{ viewer { reviews { nodes { status activity { title } } pageInfo { hasNextPage } } } }";
    assert_eq!(
        world.data(&parent, mine).await["viewer"]["reviews"],
        json!({ "nodes": [{ "status": "WITHDRAWN", "activity": { "title": "Robotyka" } }],
            "pageInfo": { "hasNextPage": false } })
    );
    let too_late = world.payload(&editor, "reviewModerate", &moderate(&id, "PUBLISH", None), MODERATED).await;
    assert_eq!(too_late["errors"][0]["code"], "WITHDRAWN");

    let id = reviews::ReviewId::parse(&id).unwrap();
    let history = kernel::history::of(&world.city.system(), reviews::ENTITY, id.0, 10).await.unwrap();
    let told: Vec<_> = history.iter().map(|one| (one.action.as_str(), one.reason.as_deref())).collect();
    assert_eq!(told, [("publish", None), ("reject", why)]);
    let audited = kernel::audit::newest(&world.city.system(), Some(&id.global()), None, 10).await.unwrap();
    assert_eq!(audited.len(), 2);
}

#[tokio::test]
async fn what_is_typed_wrong_is_said_at_its_field() {
    let world = World::start("after").await;
    let robots = world.city.activity("Robotyka").await;
    let parent = world.city.person("Anna", None).await;
    let input = format!("{{ activity: \"{robots}\", stars: 6, text: \"ok\" }}");
    let payload = world.payload(&parent, "reviewSave", &input, "review { id } errors { code field message }").await;
    assert_eq!(
        payload,
        json!({ "review": null, "errors": [
            { "code": "STARS_OUT_OF_RANGE", "field": "stars", "message": "Wybierz od jednej do pięciu gwiazdek." },
            { "code": "TEXT_TOO_SHORT", "field": "text", "message": "To za mało. Napisz co najmniej 10 znaków." },
        ] })
    );
    let long = "a".repeat(2001);
    let input = format!("{{ activity: \"{robots}\", stars: 5, text: \"{long}\" }}");
    let payload = world.payload(&parent, "reviewSave", &input, "errors { code message }").await;
    assert_eq!(payload["errors"][0]["code"], "TEXT_TOO_LONG");
    for lang in Lang::ALL {
        for kind in reviews::Refusal::ALL {
            assert!(world.city.app.messages.has(lang, kind.key()), "{} {}", lang.tag(), kind.key());
        }
    }
}

#[tokio::test]
async fn reviews_come_newest_first_but_one_s_own_before_all() {
    let world = World::start("after").await;
    let robots = world.city.activity("Robotyka").await;
    let mut people = Vec::new();
    for (at, name) in ["Anna", "Beata", "Celina", "Dorota"].into_iter().enumerate() {
        let person = world.city.person(name, None).await;
        world.save(&person, &robots, at as i32 + 1, &format!("Opinia osoby {name}")).await;
        people.push(person);
    }
    assert_eq!(world.rating(&robots).await, (10, 4));
    let page = |arguments: &str| {
        format!(
            "{{ activity(id: \"{robots}\") {{ reviews({arguments}) {{ totalCount starCounts {{ stars count }} nodes {{ stars textHtml }} pageInfo {{ hasNextPage endCursor }} }} }} }}"
        )
    };
    let stars = |data: &Value| -> Vec<i64> {
        let nodes = data["activity"]["reviews"]["nodes"].as_array().unwrap();
        nodes.iter().map(|node| node["stars"].as_i64().unwrap()).collect()
    };
    let all = world.data(&Actor::Anonymous, &page("first: 10")).await;
    assert_eq!(stars(&all), [4, 3, 2, 1]);
    assert_eq!(all["activity"]["reviews"]["starCounts"][4], json!({ "stars": 5, "count": 0 }));
    assert_eq!(all["activity"]["reviews"]["nodes"][0]["textHtml"], "<p>Opinia osoby Dorota</p>\n");
    for (viewer, expected) in [(&Actor::Anonymous, [4, 3, 2, 1]), (&people[1], [2, 4, 3, 1])] {
        let mut seen = Vec::new();
        let mut arguments = "first: 1".to_owned();
        loop {
            let data = world.data(viewer, &page(&arguments)).await;
            seen.extend(stars(&data));
            let info = &data["activity"]["reviews"]["pageInfo"];
            if info["hasNextPage"] == false {
                break;
            }
            arguments = format!("first: 1, after: \"{}\"", info["endCursor"].as_str().unwrap());
        }
        assert_eq!(seen, expected, "page by page");
    }
    assert_eq!(world.code(&Actor::Anonymous, &page("after: \"x\"")).await, "BAD_USER_INPUT");
    let scripted = world.city.person("Zofia", None).await;
    world.save(&scripted, &robots, 1, "<script>x()</script> **zło**").await;
    let all = world.data(&Actor::Anonymous, &page("first: 1")).await;
    let html = all["activity"]["reviews"]["nodes"][0]["textHtml"].as_str().unwrap();
    assert!(!html.contains("script") && !html.contains("x()"), "{html}");
}

#[tokio::test]
async fn enough_reports_hide_a_review_until_somebody_looks() {
    let world = World::start("after").await;
    let robots = world.city.activity("Robotyka").await;
    let author = world.city.person("Anna", None).await;
    let editor = world.city.person("Ewa", Some(Role::Editor)).await;
    let id = world.save(&author, &robots, 1, "Wszyscy tu oszukują").await;
    let report = format!("{{ review: \"{id}\", reason: UNTRUE }}");
    let status = format!("{{ review(id: \"{id}\") {{ status reports {{ reason }} }} }}");
    assert_eq!(world.code(&Actor::Anonymous, &mutation("reviewReport", &report, "reported")).await, "UNAUTHENTICATED");
    assert_eq!(world.code(&author, &mutation("reviewReport", &report, "reported")).await, "FORBIDDEN");
    let mut reporters = Vec::new();
    for name in ["Beata", "Celina", "Dorota"] {
        let reporter = world.city.person(name, None).await;
        assert_eq!(world.rating(&robots).await, (1, 1));
        let payload = world.payload(&reporter, "reviewReport", &report, "reported errors { code }").await;
        assert_eq!(payload, json!({ "reported": id, "errors": [] }));
        reporters.push(reporter);
    }
    assert_eq!(world.rating(&robots).await, (0, 0));
    assert_eq!(world.data(&reporters[0], &status).await["review"], Value::Null);
    assert_eq!(world.data(&author, &status).await["review"], json!({ "status": "HIDDEN", "reports": [] }));
    let untrue = json!({ "reason": "UNTRUE" });
    assert_eq!(
        world.data(&editor, &status).await["review"],
        json!({ "status": "HIDDEN", "reports": [untrue, untrue, untrue] })
    );
    world.save(&author, &robots, 1, "Wszyscy tu oszukują, poważnie").await;
    assert_eq!(world.data(&author, &status).await["review"]["status"], "WAITING", "editing puts nothing back");
    world.payload(&author, "reviewWithdraw", &format!("{{ review: \"{id}\" }}"), "review { id }").await;
    world.save(&author, &robots, 1, "Wszyscy tu oszukują, poważnie").await;
    assert_eq!(world.data(&author, &status).await["review"]["status"], "WAITING", "nor does taking it back");

    world.payload(&editor, "reviewModerate", &moderate(&id, "PUBLISH", None), MODERATED).await;
    assert_eq!(world.rating(&robots).await, (1, 1));
    let again = world.payload(&reporters[0], "reviewReport", &report, "errors { code }").await;
    assert_eq!(again["errors"][0]["code"], "ALREADY_REPORTED");
    assert_eq!(world.rating(&robots).await, (1, 1));
}

#[tokio::test]
async fn what_is_reported_most_is_looked_at_first_and_decided_on_together() {
    let world = World::start("after").await;
    let (robots, chess) = (world.city.activity("Robotyka").await, world.city.activity("Szachy").await);
    let (anna, beata) = (world.city.person("Anna", None).await, world.city.person("Beata", None).await);
    let editor = world.city.person("Ewa", Some(Role::Editor)).await;
    let first = world.save(&anna, &robots, 3, "Pierwsza opinia").await;
    let second = world.save(&anna, &chess, 3, "Druga opinia").await;
    let third = world.save(&beata, &robots, 3, "Trzecia opinia").await;
    let gone = world.save(&beata, &chess, 3, "Czwarta opinia").await;
    world.payload(&beata, "reviewWithdraw", &format!("{{ review: \"{gone}\" }}"), "review { id }").await;
    let report = format!("{{ review: \"{second}\", reason: OTHER }}");
    world.payload(&beata, "reviewReport", &report, "reported").await;
    let queue = "{ reviewsToModerate(first: 10) { totalCount nodes { id } } }";
    let waiting = world.data(&editor, queue).await;
    let ids: Vec<_> = waiting["reviewsToModerate"]["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|node| node["id"].as_str().unwrap())
        .collect();
    assert_eq!(ids, [&second, &first, &third]);
    let all = format!("reviews: [\"{first}\", \"{second}\", \"{third}\", \"{gone}\"]");
    let selection = "reviews { id status } errors { code field }";
    let bulk = format!("{{ {all}, decision: REJECT }}");
    let unsaid = world.payload(&editor, "reviewsModerate", &bulk, selection).await;
    assert_eq!(unsaid, json!({ "reviews": null, "errors": [{ "code": "REASON_MISSING", "field": "reason" }] }));
    let done = world.payload(&editor, "reviewsModerate", &format!("{{ {all}, decision: HIDE }}"), selection).await;
    assert_eq!(done["reviews"].as_array().unwrap().len(), 3, "{done}");
    assert_eq!((world.rating(&robots).await, world.rating(&chess).await), ((0, 0), (0, 0)));
    assert_eq!(world.data(&editor, queue).await["reviewsToModerate"]["totalCount"], 0);
    let none = world.payload(&editor, "reviewsModerate", "{ reviews: [], decision: HIDE }", selection).await;
    assert_eq!(none["errors"][0]["code"], "NOTHING_CHOSEN");
    let ids = vec![format!("\"{first}\""); 101].join(",");
    let many = format!("{{ reviews: [{ids}], decision: HIDE }}");
    let many = world.payload(&editor, "reviewsModerate", &many, selection).await;
    assert_eq!(many["errors"][0]["code"], "TOO_MANY_CHOSEN");
    let unknown = mutation("reviewsModerate", "{ reviews: [\"x\"], decision: HIDE }", selection);
    assert_eq!(world.code(&editor, &unknown).await, "NOT_FOUND");
}

#[tokio::test]
async fn providers_answer_and_review_nothing_of_their_own() {
    let world = World::start("after").await;
    let (robots, football) = (world.city.activity("Robotyka").await, world.city.activity("Piłka nożna").await);
    let parent = world.city.person("Anna", None).await;
    let manager = world.city.person("Marek", Some(Role::Manager)).await;
    let contributor = world.city.person("Kuba", Some(Role::Contributor)).await;
    let editor = world.city.person("Ewa", Some(Role::Editor)).await;
    let own = format!("{{ activity: \"{robots}\", stars: 5, text: \"Najlepsze zajęcia!\" }}");
    for (actor, expected) in
        [(&Actor::Anonymous, "UNAUTHENTICATED"), (&manager, "FORBIDDEN"), (&contributor, "FORBIDDEN")]
    {
        assert_eq!(world.code(actor, &mutation("reviewSave", &own, "review { id }")).await, expected);
    }
    let unknown = "{ activity: \"act_x\", stars: 5, text: \"Najlepsze zajęcia!\" }";
    assert_eq!(world.code(&parent, &mutation("reviewSave", unknown, "review { id }")).await, "NOT_FOUND");
    world.save(&manager, &football, 5, "Świetna drużyna").await;

    let id = world.save(&parent, &robots, 2, "Za mało miejsca").await;
    world.mails().await;
    let reply = format!("{{ review: \"{id}\", text: \"Mamy już *większą* salę.\" }}");
    let selection = "review { canReply reply { textHtml } } errors { code }";
    for (actor, expected) in [(&Actor::Anonymous, "UNAUTHENTICATED"), (&parent, "FORBIDDEN"), (&editor, "FORBIDDEN")] {
        assert_eq!(world.code(actor, &mutation("reviewReply", &reply, selection)).await, expected);
    }
    let answered = world.payload(&contributor, "reviewReply", &reply, selection).await;
    assert_eq!(answered["review"]["canReply"], true);
    assert_eq!(answered["review"]["reply"]["textHtml"], "<p>Mamy już <em>większą</em> salę.</p>\n");
    assert_eq!(world.mails().await, [("reviews/replied".to_owned(), "anna@example.org".to_owned())]);
    let short = format!("{{ review: \"{id}\", text: \"x\" }}");
    assert_eq!(world.payload(&manager, "reviewReply", &short, selection).await["errors"][0]["code"], "TEXT_TOO_SHORT");
    let changed = format!("{{ review: \"{id}\", text: \"Mamy już dwie sale.\" }}");
    world.payload(&manager, "reviewReply", &changed, selection).await;
    assert_eq!(world.mails().await, [], "the author was told once");
    let none = format!("{{ review: \"{id}\" }}");
    assert_eq!(world.code(&parent, &mutation("reviewReply", &none, selection)).await, "FORBIDDEN");
    let taken_down = world.payload(&editor, "reviewReply", &none, selection).await;
    assert_eq!(taken_down["review"]["reply"], Value::Null);
}

#[tokio::test]
async fn participants_have_a_badge_and_leave_no_address() {
    let world = World::start("after").await;
    let robots = world.city.activity("Robotyka").await;
    let parent = world.city.person("Anna", None).await;
    let manager = world.city.person("Marek", Some(Role::Manager)).await;
    let contributor = world.city.person("Kuba", Some(Role::Contributor)).await;
    world.save(&parent, &robots, 4, "Bardzo dobre zajęcia").await;
    let input = |emails: &str| format!("{{ activity: \"{robots}\", emails: [{emails}] }}");
    let selection = "participants { changed total } errors { code field message }";
    let two = input("\" ANNA@Example.org \", \"ktos@example.org\", \"anna@example.org\"");
    for (actor, expected) in
        [(&Actor::Anonymous, "UNAUTHENTICATED"), (&parent, "FORBIDDEN"), (&contributor, "FORBIDDEN")]
    {
        assert_eq!(world.code(actor, &mutation("participantsAdd", &two, selection)).await, expected);
        assert_eq!(world.code(actor, &mutation("participantsRemove", &two, selection)).await, expected);
    }
    let badge = format!(
        "{{ activity(id: \"{robots}\") {{ participantCount reviews {{ nodes {{ isVerifiedParticipant }} }} }} }}"
    );
    let has_badge = |data: &Value| data["activity"]["reviews"]["nodes"][0]["isVerifiedParticipant"] == true;
    assert!(!has_badge(&world.data(&Actor::Anonymous, &badge).await));
    let added = world.payload(&manager, "participantsAdd", &two, selection).await;
    assert_eq!(added["participants"], json!({ "changed": 2, "total": 2 }));
    let again = world.payload(&manager, "participantsAdd", &two, selection).await;
    assert_eq!(again["participants"], json!({ "changed": 0, "total": 2 }));
    let seen = world.data(&Actor::Anonymous, &badge).await;
    assert!(has_badge(&seen) && seen["activity"]["participantCount"].is_null());
    assert_eq!(world.data(&manager, &badge).await["activity"]["participantCount"], 2);

    let wrong = world.payload(&manager, "participantsAdd", &input("\"anna@\""), selection).await;
    assert_eq!(wrong["errors"][0]["code"], "ADDRESS_WRONG");
    assert!(wrong["errors"][0]["message"].as_str().unwrap().contains("„anna@”"), "{wrong}");
    assert_eq!(
        world.payload(&manager, "participantsAdd", &input(""), selection).await["errors"][0]["code"],
        "ADDRESSES_MISSING"
    );
    let many: Vec<_> = (0..201).map(|at| format!("\"a{at}@example.org\"")).collect();
    assert_eq!(
        world.payload(&manager, "participantsAdd", &input(&many.join(",")), selection).await["errors"][0]["code"],
        "TOO_MANY_ADDRESSES"
    );
    let removed = world.payload(&manager, "participantsRemove", &input("\"anna@example.org\""), selection).await;
    assert_eq!(removed["participants"], json!({ "changed": 1, "total": 1 }));
    assert!(!has_badge(&world.data(&Actor::Anonymous, &badge).await));
}

#[tokio::test]
async fn what_is_known_of_somebody_is_told_and_forgotten() {
    let world = World::start("after").await;
    let robots = world.city.activity("Robotyka").await;
    let (anna, beata) = (world.city.person("Anna", None).await, world.city.person("Beata", None).await);
    let manager = world.city.person("Marek", Some(Role::Manager)).await;
    let id = world.save(&anna, &robots, 1, "Nie podobało się nam").await;
    let other = world.save(&beata, &robots, 5, "Podobało się nam").await;
    world.payload(&anna, "reviewReport", &format!("{{ review: \"{other}\", reason: UNTRUE }}"), "reported").await;
    let input = format!("{{ activity: \"{robots}\", emails: [\"anna@example.org\"] }}");
    world.payload(&manager, "participantsAdd", &input, "participants { total }").await;
    world.payload(&manager, "reviewReply", &format!("{{ review: \"{id}\", text: \"Szkoda\" }}"), "review { id }").await;
    assert_eq!(world.rating(&robots).await, (6, 2));

    let anna = identity::AccountId(anna.account().unwrap());
    let told = (reviews::PERSONAL_DATA.export)(&world.city.system(), anna).await.unwrap();
    assert_eq!(told["reviews"][0]["text"], "Nie podobało się nam");
    assert_eq!(told["reviews"][0]["reply"], "Szkoda");
    assert_eq!(told["reports"][0]["reason"], "UNTRUE");
    assert_eq!(told["tookPartIn"], json!([robots]));

    let system = world.city.system();
    let mut tx = system.begin().await.unwrap();
    (reviews::PERSONAL_DATA.erase)(&mut tx, anna).await.unwrap();
    tx.commit().await.unwrap();
    let told = (reviews::PERSONAL_DATA.export)(&world.city.system(), anna).await.unwrap();
    assert_eq!(told, json!({ "reviews": [], "reports": [], "tookPartIn": [] }));
    assert_eq!(world.rating(&robots).await, (5, 1));
}

#[tokio::test]
async fn rights_hold_for_every_field() {
    let world = World::start("before").await;
    let robots = world.city.activity("Robotyka").await;
    let author = world.city.person("Anna", None).await;
    let stranger = world.city.person("Beata", None).await;
    let manager = world.city.person("Marek", Some(Role::Manager)).await;
    let editor = world.city.person("Ewa", Some(Role::Editor)).await;
    let id = world.save(&author, &robots, 4, "Bardzo dobre zajęcia").await;
    let own = world.save(&editor, &robots, 4, "Bardzo dobre zajęcia").await;
    let queue = "{ reviewsToModerate { totalCount } }".to_owned();
    let decide = mutation("reviewModerate", &moderate(&id, "PUBLISH", None), MODERATED);
    let decide_own = mutation("reviewModerate", &moderate(&own, "PUBLISH", None), MODERATED);
    let several = format!("{{ reviews: [\"{own}\"], decision: PUBLISH }}");
    let several = mutation("reviewsModerate", &several, "reviews { id }");
    let withdraw = mutation("reviewWithdraw", &format!("{{ review: \"{id}\" }}"), "review { id }");
    let report = mutation("reviewReport", &format!("{{ review: \"{id}\", reason: OTHER }}"), "reported");
    let reply = mutation("reviewReply", &format!("{{ review: \"{id}\", text: \"Dziękujemy\" }}"), "review { id }");
    for (document, anonymous, citizen, provider, as_editor) in [
        (&queue, "UNAUTHENTICATED", "FORBIDDEN", "FORBIDDEN", ""),
        (&decide_own, "UNAUTHENTICATED", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN"),
        (&several, "UNAUTHENTICATED", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN"),
        (&withdraw, "UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND", "FORBIDDEN"),
        (&report, "UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND", ""),
        (&reply, "UNAUTHENTICATED", "NOT_FOUND", "NOT_FOUND", "FORBIDDEN"),
        (&decide, "UNAUTHENTICATED", "FORBIDDEN", "FORBIDDEN", ""),
        (&withdraw, "UNAUTHENTICATED", "FORBIDDEN", "FORBIDDEN", "FORBIDDEN"),
        (&reply, "UNAUTHENTICATED", "FORBIDDEN", "", "FORBIDDEN"),
    ] {
        let table = [(&Actor::Anonymous, anonymous), (&stranger, citizen), (&manager, provider), (&editor, as_editor)];
        for (actor, expected) in table {
            match expected {
                "" => drop(world.data(actor, document).await),
                expected => assert_eq!(world.code(actor, document).await, expected, "{actor:?} {document}"),
            }
        }
    }
}

#[tokio::test]
async fn nobody_writes_without_end() {
    let world = World::start("after").await;
    let robots = world.city.activity("Robotyka").await;
    let parent = world.city.person("Anna", None).await;
    for at in 0..20 {
        world.save(&parent, &robots, 4, &format!("Zmieniona opinia {at}")).await;
    }
    let input = format!("{{ activity: \"{robots}\", stars: 4, text: \"Jeszcze jedna zmiana\" }}");
    assert_eq!(world.code(&parent, &mutation("reviewSave", &input, "review { id }")).await, "RATE_LIMITED");
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
struct Mutations(Others, ReviewsMutation);

#[test]
fn a_city_without_the_module_has_none_of_it() {
    extended();
    let sdl = City::schema(&["activities"], Query::default(), Mutations::default()).sdl();
    for word in ["eview", "articipant", "StarCount"] {
        assert!(!sdl.contains(word), "{word}: {sdl}");
    }
}
