//! What editors decide, and how questions are found and ranked.

use kernel::access::Role;
use serde_json::{Value, json};

use crate::{
    LUNCH, NOBODY, POOL, kinds,
    support::{self, World},
};

#[tokio::test]
async fn merged_questions_bring_their_supporters_each_once_and_take_them_back() {
    let world = World::start().await;
    let debate = world.debate(&[]).await;
    let editor = world.person("Ewa", Some(Role::Editor)).await;
    let mut people = Vec::new();
    for name in ["Anna", "Olek", "Iza", "Jan"] {
        people.push(world.person(name, None).await);
    }
    let [anna, olek, iza, jan] = &people[..] else { unreachable!() };
    let pool = world.publish(&editor, anna, &debate, POOL).await;
    let swim = world.publish(&editor, olek, &debate, "Czy basen przy szkole nr 3 będzie czynny?").await;
    let water = world.publish(&editor, iza, &debate, "Gdzie nasze dzieci mają się uczyć pływać?").await;
    for (person, question) in [(olek, &pool), (jan, &pool), (jan, &swim), (iza, &swim), (jan, &water), (anna, &water)] {
        assert_eq!(world.support(person, question, None).await["support"]["state"], "COUNTED");
    }
    world.letters().await;
    assert_eq!(world.supports(&pool).await, 2);

    let merge = |ids: Value, into: &str| json!({ "ids": ids, "decision": "MERGE", "into": into });
    for (input, kind) in [
        (json!({ "ids": [swim], "decision": "MERGE" }), "INTO_MISSING"),
        (merge(json!([swim]), &swim), "INTO_WRONG"),
        (merge(json!([swim]), &debate), "INTO_WRONG"),
        (merge(json!([]), &pool), "NOTHING_CHOSEN"),
    ] {
        assert_eq!(kinds(&world.moderated(&editor, input).await), [kind]);
    }
    let merged = world.moderated(&editor, merge(json!([water]), &swim)).await;
    assert_eq!(merged["questions"][0]["mergedInto"]["id"], swim.as_str());
    assert_eq!(world.supports(&swim).await, 3, "Jan counts once");
    let merged = world.moderated(&editor, merge(json!([swim]), &pool)).await;
    assert_eq!(merged["questions"][0]["state"], "MERGED");
    assert_eq!(world.supports(&pool).await, 4, "Olek, Jan, Iza and Anna");
    assert_eq!(world.supports(&swim).await, -1, "it is not public any more");
    assert_eq!(
        world.mailed().await,
        [("debates/merged", "iza@example.org"), ("debates/merged", "olek@example.org")]
            .map(|(template, to)| (template.to_owned(), to.to_owned()))
    );
    assert_eq!(kinds(&world.support(iza, &pool, None).await), ["ALREADY_SUPPORTED"], "through a merged one");
    let own = world.data(iza, "{ viewer { debateQuestions { nodes { state mergedInto { id } } } } }").await;
    assert_eq!(own["viewer"]["debateQuestions"]["nodes"], json!([{ "state": "MERGED", "mergedInto": null }]));

    // An answer reaches all who asked.
    let answer = json!({ "id": pool, "answer": "We wrześniu." });
    world.payload(&editor, "questionAnswer", answer, "errors { code }").await;
    assert_eq!(world.mailed().await.len(), 3);
    let stays = world.moderate(&editor, &[&pool], "UNDO").await;
    assert_eq!(kinds(&stays), ["WRONG_STATE"], "what is answered stands");
    world.payload(&editor, "questionAnswer", json!({ "id": pool }), "errors { code }").await;

    let undone = world.moderate(&editor, &[&swim], "UNDO").await;
    assert_eq!(undone["questions"][0]["state"], "WAITING");
    assert_eq!((world.supports(&pool).await, world.supports(&swim).await), (2, -1));
    world.moderate(&editor, &[&swim], "PUBLISH").await;
    assert_eq!(world.supports(&swim).await, 3, "with what was merged into it");
    assert_eq!(world.mailed().await, [], "Olek knows that it is public");

    // Who stands behind a question that goes does not go with it.
    let withdrawn =
        world.payload(olek, "questionWithdraw", json!({ "question": swim }), "withdrawn errors { code }").await;
    assert_eq!(withdrawn["withdrawn"], true);
    assert_eq!(world.waiting(&editor, &debate, "Gdzie nasze dzieci mają się uczyć pływać?").await, water);
    let reject = json!({ "ids": [water], "decision": "REJECT", "reason": "Nie na temat <b>debaty</b>." });
    assert_eq!(world.moderated(&editor, reject).await["questions"][0]["state"], "REJECTED");
    let letter = world.letters().await.pop().unwrap();
    assert_eq!((letter.template.as_str(), letter.to.as_str()), ("debates/rejected", "iza@example.org"));
    assert_eq!(letter.args["reason"], "Nie na temat <b>debaty</b>.");
}

#[tokio::test]
async fn questions_are_ranked_by_support_and_pages_neither_repeat_nor_skip() {
    let world = World::start().await;
    let debate = world.debate(&[]).await;
    let editor = world.person("Ewa", Some(Role::Editor)).await;
    let (anna, olek) = (world.person("Anna", None).await, world.person("Olek", None).await);
    let texts = ["Pytanie pierwsze?", "Pytanie drugie?", "Pytanie trzecie?", "Pytanie czwarte?"];
    let mut ids = Vec::new();
    for text in texts {
        ids.push(world.publish(&editor, &anna, &debate, text).await);
    }
    world.support(&olek, &ids[2], None).await;
    let mut after = Value::Null;
    let mut seen = Vec::new();
    loop {
        let cursor = after.as_str().map(|after| format!(", after: \"{after}\"")).unwrap_or_default();
        let document = format!(
            "{{ debate(id: \"{debate}\") {{ questions(first: 1{cursor}) {{ totalCount nodes {{ text }} \
             pageInfo {{ endCursor hasNextPage hasPreviousPage }} }} }} }}"
        );
        let mut page = world.data(&NOBODY, &document).await["debate"]["questions"].take();
        assert_eq!(page["totalCount"], 4);
        assert_eq!(page["pageInfo"]["hasPreviousPage"], !after.is_null());
        seen.push(page["nodes"][0]["text"].as_str().unwrap().to_owned());
        after = page["pageInfo"]["endCursor"].take();
        if page["pageInfo"]["hasNextPage"] == false {
            break;
        }
    }
    assert_eq!(seen, [texts[2], texts[0], texts[1], texts[3]]);
    let newest =
        format!("{{ debate(id: \"{debate}\") {{ questions(sort: NEWEST, first: 2) {{ nodes {{ text }} }} }} }}");
    let newest = world.data(&NOBODY, &newest).await;
    assert_eq!(newest["debate"]["questions"]["nodes"], json!([{ "text": texts[3] }, { "text": texts[2] }]));
    for bad in ["x", "1:deb_x", "99999999999:que_AAAAAAAAAAAAAAAAAAAAAA"] {
        let document = format!("{{ debate(id: \"{debate}\") {{ questions(after: \"{bad}\") {{ totalCount }} }} }}");
        assert_eq!(world.code(&NOBODY, &document).await, "BAD_USER_INPUT", "{bad}");
    }
}

#[tokio::test]
async fn similar_questions_are_found_by_stems_among_published_ones_of_the_debate() {
    let world = World::start().await;
    let debate = world.debate(&[]).await;
    let other = world.debate(&[("title", "Zdrowie w szkole")]).await;
    let editor = world.person("Ewa", Some(Role::Editor)).await;
    let anna = world.person("Anna", None).await;
    let pool = world.publish(&editor, &anna, &debate, POOL).await;
    world.publish(&editor, &anna, &debate, LUNCH).await;
    world.publish(&editor, &anna, &other, "Kiedy basen będzie otwarty w soboty?").await;
    world.ask(&anna, &debate, "Czy basen zostanie otwarty latem?", None).await;
    let found = async |text: &str| {
        let text = serde_json::to_string(text).unwrap();
        let document = format!("{{ debate(id: \"{debate}\") {{ similarQuestions(text: {text}) {{ id text }} }} }}");
        let data = world.data(&NOBODY, &document).await;
        let texts = data["debate"]["similarQuestions"].as_array().unwrap().clone();
        texts.into_iter().map(|one| one["text"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(found("czy otwarcie basenu przy szkole nr 3 się opóźni").await, [POOL]);
    assert_eq!(found("drogie obiady na stołówce").await, [LUNCH]);
    for nothing in ["", "?!", "czy i jak", "Ile mamy oddziałów przedszkolnych", &"ż".repeat(100_000), "\u{0}\u{202e}"]
    {
        assert_eq!(found(nothing).await, [""; 0]);
    }
    let waiting = world.waiting(&editor, &debate, "Czy basen zostanie otwarty latem?").await;
    let document = format!("{{ question(id: \"{waiting}\") {{ similar {{ id }} }} }}");
    assert_eq!(world.data(&editor, &document).await["question"]["similar"], json!([{ "id": pool }]));
    world.moderate(&editor, &[&pool], "UNDO").await;
    assert_eq!(found(POOL).await, [""; 0], "what is not public any more is not shown");
}

#[tokio::test]
async fn editors_decide_on_what_they_have_seen_and_never_on_their_own() {
    let world = World::start().await;
    let debate = world.debate(&[]).await;
    let editor = world.person("Ewa", Some(Role::Editor)).await;
    let other = world.person("Ola", Some(Role::Admin)).await;
    let anna = world.person("Anna", None).await;
    world.ask(&anna, &debate, POOL, None).await;
    world.ask(&anna, &debate, LUNCH, None).await;
    world.ask(&editor, &debate, "Pytanie samej redakcji?", None).await;
    let pool = world.waiting(&editor, &debate, POOL).await;
    let lunch = world.waiting(&editor, &debate, LUNCH).await;
    let own = world.waiting(&editor, &debate, "Pytanie samej redakcji?").await;

    let decide = |ids: Value| json!({ "ids": ids, "decision": "PUBLISH" });
    let selection = "errors { code }";
    let refused = world.response("debno", &editor, "questionModerate", decide(json!([pool, own])), selection).await;
    assert_eq!(support::code(&refused), "FORBIDDEN");
    let queue = format!(
        "{{ questionsToModerate(debate: \"{debate}\") {{ totalCount nodes {{ canModerate isOwn version }} }} }}"
    );
    let seen = world.data(&editor, &queue).await;
    assert_eq!(seen["questionsToModerate"]["totalCount"], 3, "all or none");
    assert_eq!(seen["questionsToModerate"]["nodes"][2], json!({ "canModerate": false, "isOwn": true, "version": 1 }));
    for (actor, code) in [(&NOBODY, "UNAUTHENTICATED"), (&anna, "FORBIDDEN")] {
        assert_eq!(world.code(actor, &queue).await, code);
        for (field, input) in [("questionModerate", decide(json!([pool]))), ("questionAnswer", json!({ "id": pool }))] {
            let refused = world.response("debno", actor, field, input, selection).await;
            assert_eq!(support::code(&refused), code, "{field}");
        }
    }
    let unknown = decide(json!(["que_AAAAAAAAAAAAAAAAAAAAAA"]));
    let refused = world.response("debno", &editor, "questionModerate", unknown, selection).await;
    assert_eq!(support::code(&refused), "NOT_FOUND");

    let with = |version: i32| json!({ "ids": [pool, lunch], "versions": [version, 1], "decision": "PUBLISH" });
    assert_eq!(kinds(&world.moderated(&editor, with(2)).await), ["OUTDATED"]);
    assert_eq!(world.supports(&lunch).await, -1, "all or none");
    let done = world.moderated(&editor, with(1)).await;
    assert_eq!(done["questions"][0]["version"], 2);
    assert_eq!(kinds(&world.moderated(&other, with(1)).await), ["OUTDATED"]);
    let stale = json!({ "id": pool, "answer": "Tak.", "version": 1 });
    assert_eq!(kinds(&world.payload(&editor, "questionAnswer", stale, "errors { code }").await), ["OUTDATED"]);
    world.moderate(&other, &[&own], "PUBLISH").await;
    assert_eq!(world.supports(&own).await, 0);

    // What its asker took back is gone for editors.
    let withdraw = json!({ "question": lunch });
    let payload = world.payload(&anna, "questionWithdraw", withdraw.clone(), "withdrawn errors { code }").await;
    assert_eq!(payload, json!({ "withdrawn": true, "errors": [] }));
    assert_eq!(kinds(&world.moderate(&editor, &[&lunch], "REJECT").await), ["REASON_MISSING"]);
    assert_eq!(kinds(&world.moderate(&editor, &[&lunch], "UNDO").await), ["OUTDATED"]);
    assert_eq!(
        world.data(&editor, &format!("{{ question(id: \"{lunch}\") {{ id }} }}")).await["question"],
        Value::Null
    );
    for (actor, code) in [(&NOBODY, "UNAUTHENTICATED"), (&editor, "NOT_FOUND")] {
        let refused = world.response("debno", actor, "questionWithdraw", withdraw.clone(), "withdrawn").await;
        assert_eq!(support::code(&refused), code);
    }
    let refused = world.response("debno", &editor, "questionWithdraw", json!({ "question": pool }), "withdrawn").await;
    assert_eq!(support::code(&refused), "FORBIDDEN");
}
