//! Asking and supporting: confirmed, in time, within limits.

use kernel::access::Role;
use serde_json::{Value, json};

use crate::{
    LUNCH, NOBODY, POOL, kinds,
    support::{self, World},
};

#[tokio::test]
async fn a_question_is_confirmed_read_published_supported_and_answered() {
    let world = World::start().await;
    let debate = world.debate(&[]).await;
    let editor = world.person("Ewa", Some(Role::Editor)).await;
    let input = json!({ "debate": debate, "text": format!("  {POOL}\u{202e}\r\n "), "name": " Mama\nAni ",
        "email": " Anna@Example.org", "consent": true });
    let asked = world.payload(&NOBODY, "questionAsk", input, "state errors { code }").await;
    assert_eq!(asked, json!({ "state": "CONFIRM_BY_MAIL", "errors": [] }));

    let queue = format!("{{ questionsToModerate(debate: \"{debate}\") {{ totalCount nodes {{ text author }} }} }}");
    assert_eq!(world.data(&editor, &queue).await["questionsToModerate"]["totalCount"], 0, "nobody sees it yet");
    let mut letters = world.letters().await;
    let letter = letters.pop().unwrap();
    assert!(letters.is_empty());
    assert_eq!((letter.template.as_str(), letter.to.as_str()), ("debates/confirm_question", "anna@example.org"));
    assert_eq!(letter.args["text"], Value::Null, "a mail quotes nothing that strangers type");

    let token = letter.token();
    let link =
        format!("{{ questionLink(token: \"{token}\") {{ kind state text debate {{ title }} question {{ id }} }} }}");
    let expected = json!({ "kind": "CONFIRM", "state": "READY", "text": POOL,
        "debate": { "title": "Szkoły za dziesięć lat" }, "question": null });
    for _ in 0..2 {
        assert_eq!(world.data(&NOBODY, &link).await["questionLink"], expected, "looking does nothing");
    }
    assert_eq!(kinds(&world.confirm(&token).await), [""; 0]);
    assert_eq!(world.data(&NOBODY, &link).await["questionLink"]["state"], "DONE");
    assert_eq!(kinds(&world.confirm(&token).await), ["LINK_USED"]);
    assert_eq!(
        world.data(&editor, &queue).await["questionsToModerate"],
        json!({ "totalCount": 1, "nodes": [{ "text": POOL, "author": "Mama Ani" }] })
    );

    let id = world.waiting(&editor, &debate, POOL).await;
    let by_id = format!("{{ question(id: \"{id}\") {{ text author supports answerHtml state }} }}");
    assert_eq!(world.data(&NOBODY, &by_id).await["question"], Value::Null);
    let published = world.moderate(&editor, &[&id], "PUBLISH").await;
    assert_eq!(published["questions"][0]["state"], "PUBLISHED");
    let letter = world.letters().await.pop().unwrap();
    assert_eq!((letter.template.as_str(), letter.to.as_str()), ("debates/published", "anna@example.org"));
    assert!(letter.args["path"].as_str().unwrap().ends_with(&format!("#pytanie-{id}")));

    let anna = world.person("Anna", None).await;
    assert_eq!(kinds(&world.support(&anna, &id, None).await), ["OWN_QUESTION"], "the address tells");
    let olek = world.person("Olek", None).await;
    let supported = world.support(&olek, &id, None).await;
    assert_eq!(supported["support"], json!({ "state": "COUNTED", "question": { "supports": 1, "isSupported": true } }));

    let answer =
        json!({ "id": id, "answer": "We **wrześniu**.\n\n<script>x()</script>", "answeredBy": "Wydział Oświaty" });
    let selection = "question { answerHtml answeredBy stateLabel } errors { code }";
    let answered = world.payload(&editor, "questionAnswer", answer, selection).await;
    assert_eq!(answered["question"]["answeredBy"], "Wydział Oświaty");
    assert_eq!(answered["question"]["stateLabel"], "Z odpowiedzią");
    let html = answered["question"]["answerHtml"].as_str().unwrap();
    assert!(html.contains("<strong>wrześniu</strong>") && !html.contains("script"), "{html}");
    let letter = world.letters().await.pop().unwrap();
    assert_eq!((letter.template.as_str(), letter.to.as_str()), ("debates/answered", "anna@example.org"));
    assert_eq!(letter.args["by"], "Wydział Oświaty");
    assert_eq!(letter.args.get("withdraw"), None, "what was answered stays");

    let archive =
        "{ answeredQuestions { totalCount nodes { text } } debates { nodes { questionCount answeredCount } } }";
    assert_eq!(
        world.data(&NOBODY, archive).await,
        json!({ "answeredQuestions": { "totalCount": 1, "nodes": [{ "text": POOL }] },
            "debates": { "nodes": [{ "questionCount": 1, "answeredCount": 1 }] } })
    );
    let removed = world.payload(&editor, "questionAnswer", json!({ "id": id, "answer": " " }), selection).await;
    assert_eq!(removed["question"]["answerHtml"], Value::Null);
    let audited = kernel::audit::newest(&world.system(), Some(&id), None, 10).await.unwrap();
    let acts: Vec<_> = audited.iter().map(|entry| entry.action.as_str()).collect();
    assert_eq!(acts, ["question.answer.remove", "question.answer", "question.moderate"]);
}

#[tokio::test]
async fn links_act_in_their_city_for_two_days_and_for_their_purpose() {
    let world = World::start().await;
    let debate = world.debate(&[]).await;
    let editor = world.person("Ewa", Some(Role::Editor)).await;
    world.ask(&NOBODY, &debate, POOL, Some("anna@example.org")).await;
    let token = world.letters().await.pop().unwrap().token();
    let elsewhere =
        world.response("radom", &NOBODY, "questionConfirm", json!({ "token": token }), "errors { code }").await;
    assert_eq!(kinds(&support::data(elsewhere)["questionConfirm"]), ["LINK_INVALID"]);
    let mut touched = token.clone().into_bytes();
    touched[30] = if touched[30] == b'A' { b'B' } else { b'A' };
    let touched = String::from_utf8(touched).unwrap();
    let long = "A".repeat(100_000);
    for bad in [touched.as_str(), "", "x", "ą", "../..", &long] {
        assert_eq!(kinds(&world.confirm(bad).await), ["LINK_INVALID"]);
        let look = format!("{{ questionLink(token: \"{bad}\") {{ kind state text }} }}");
        let seen = world.data(&NOBODY, &look).await;
        assert_eq!(seen["questionLink"], json!({ "kind": null, "state": "INVALID", "text": null }));
    }
    for (field, selection) in [("questionSupportConfirm", "errors { code }"), ("questionWithdraw", "errors { code }")] {
        let payload = world.payload(&NOBODY, field, json!({ "token": token }), selection).await;
        assert_eq!(kinds(&payload), ["LINK_INVALID"], "{field}");
    }
    world.forward(47);
    assert_eq!(kinds(&world.confirm(&token).await), [""; 0]);

    world.ask(&NOBODY, &debate, LUNCH, Some("anna@example.org")).await;
    let token = world.letters().await.pop().unwrap().token();
    world.forward(49);
    assert_eq!(kinds(&world.confirm(&token).await), ["LINK_EXPIRED"]);
    let look = format!("{{ questionLink(token: \"{token}\") {{ kind state text }} }}");
    let seen = world.data(&NOBODY, &look).await;
    assert_eq!(seen["questionLink"], json!({ "kind": "CONFIRM", "state": "EXPIRED", "text": null }));
    let queue = "{ questionsToModerate { totalCount } }";
    assert_eq!(world.data(&editor, queue).await["questionsToModerate"]["totalCount"], 1);
}

#[tokio::test]
async fn everybody_supports_once_by_account_or_address() {
    let world = World::start().await;
    let debate = world.debate(&[]).await;
    let editor = world.person("Ewa", Some(Role::Editor)).await;
    let id = world.publish(&editor, &NOBODY, &debate, POOL).await;
    let anna = world.person("Anna", None).await;
    world.letters().await;

    // By mail first: what is answered is the same for an address that supports it already.
    let mut tokens = Vec::new();
    for _ in 0..2 {
        let asked = world.support(&NOBODY, &id, Some("anna@example.org")).await;
        assert_eq!(asked, json!({ "support": { "state": "CONFIRM_BY_MAIL", "question": null }, "errors": [] }));
        let letter = world.letters().await.pop().unwrap();
        assert_eq!((letter.template.as_str(), &letter.args["text"]), ("debates/confirm_support", &POOL.into()));
        tokens.push(letter.token());
    }
    assert_eq!(world.supports(&id).await, 0);
    let confirm = async |token: &str| {
        let selection = "question { supports } errors { code }";
        world.payload(&NOBODY, "questionSupportConfirm", json!({ "token": token }), selection).await
    };
    assert_eq!(confirm(&tokens[0]).await["question"]["supports"], 1);
    for token in &tokens {
        assert_eq!(kinds(&confirm(token).await), ["ALREADY_SUPPORTED"]);
    }
    let asked = world.support(&NOBODY, &id, Some("ANNA@example.org")).await;
    assert_eq!(asked["support"]["state"], "CONFIRM_BY_MAIL", "still the same");
    assert_eq!(kinds(&world.support(&anna, &id, None).await), ["ALREADY_SUPPORTED"], "her account has that address");
    let seen = world.data(&anna, &format!("{{ question(id: \"{id}\") {{ isSupported canSupport }} }}")).await;
    assert_eq!(seen["question"], json!({ "isSupported": true, "canSupport": false }));

    let selection = "question { supports isSupported } errors { code }";
    let taken = world.payload(&anna, "questionSupportTakeBack", json!({ "question": id }), selection).await;
    assert_eq!(taken["question"], json!({ "supports": 0, "isSupported": false }));
    assert_eq!(world.support(&anna, &id, None).await["support"]["question"]["supports"], 1);
    // Whom the portal does not know by an address answers a mail, signed in or not.
    let stranger = world.account("Olek", None, false).await;
    assert_eq!(kinds(&world.support(&stranger, &id, None).await), ["EMAIL_INVALID"]);
    let asked = world.support(&stranger, &id, Some("olek@example.org")).await;
    assert_eq!(asked["support"]["state"], "CONFIRM_BY_MAIL");
    for bad in ["anna", "a@b@c.d", "anna@example.org\r\nBcc: x@example.org"] {
        assert_eq!(kinds(&world.support(&NOBODY, &id, Some(bad)).await), ["EMAIL_INVALID"]);
    }
    assert_eq!(world.supports(&id).await, 1);
}

#[tokio::test]
async fn questions_are_taken_in_their_window_only() {
    let world = World::start().await;
    let later = world.debate(&[("questions_open", "2026-12-01T08:00")]).await;
    let input = |debate: &str, text: &str, email: &str| {
        let (debate, text, email) = (debate.to_owned(), text.to_owned(), email.to_owned());
        json!({ "debate": debate, "text": text, "email": email, "consent": true })
    };
    let ask = async |debate: &str, email: &str| {
        world.payload(&NOBODY, "questionAsk", input(debate, POOL, email), "state errors { code message }").await
    };
    let early = ask(&later, "anna@example.org").await;
    assert_eq!(kinds(&early), ["NOT_YET_OPEN"]);
    let message = early["errors"][0]["message"].as_str().unwrap();
    assert!(message.contains("1\u{a0}grudnia 2026, 08:00"), "{message}");

    let debate = world.debate(&[]).await;
    let editor = world.person("Ewa", Some(Role::Editor)).await;
    let id = world.publish(&editor, &NOBODY, &debate, LUNCH).await;
    // On the evening of 4 December, the day before the debate.
    world.forward(10 * 24 + 10);
    assert_eq!(ask(&debate, "anna@example.org").await["state"], "CONFIRM_BY_MAIL");
    world.support(&NOBODY, &id, Some("olek@example.org")).await;
    assert_eq!(ask(&debate, "iza@example.org").await["state"], "CONFIRM_BY_MAIL");
    let letters = world.letters().await;
    let token = |to: &str| letters.iter().rev().find(|letter| letter.to == to).unwrap().token();
    world.forward(3);
    let late = ask(&debate, "jan@example.org").await;
    assert_eq!(kinds(&late), ["CLOSED"]);
    let message = late["errors"][0]["message"].as_str().unwrap();
    assert!(message.contains("5\u{a0}grudnia 2026, 00:00"), "{message}");
    assert_eq!(kinds(&world.support(&NOBODY, &id, Some("jan@example.org")).await), ["CLOSED"]);
    assert_eq!(kinds(&world.confirm(&token("anna@example.org")).await), [""; 0], "sent in time");
    // When the debate has begun, its list stands.
    world.forward(17);
    assert_eq!(kinds(&world.confirm(&token("iza@example.org")).await), ["CLOSED"]);
    let support = json!({ "token": token("olek@example.org") });
    let refused = world.payload(&NOBODY, "questionSupportConfirm", support, "errors { code }").await;
    assert_eq!(kinds(&refused), ["CLOSED"]);
    let look = format!("{{ questionLink(token: \"{}\") {{ state }} }}", token("iza@example.org"));
    assert_eq!(world.data(&NOBODY, &look).await["questionLink"]["state"], "CLOSED");
    let listed =
        "{ open: debates(filter: { open: true }) { totalCount } past: debates(filter: { past: true }) { totalCount } }";
    world.forward(24);
    let listed = world.data(&NOBODY, listed).await;
    assert_eq!(listed, json!({ "open": { "totalCount": 0 }, "past": { "totalCount": 2 } }));
}

#[tokio::test]
async fn nobody_asks_too_much() {
    let world = World::start().await;
    let debate = world.debate(&[]).await;
    let anna = world.person("Anna", None).await;
    let input =
        |text: &str, email: Option<&str>| json!({ "debate": debate, "text": text, "email": email, "consent": true });
    for number in 1..=5 {
        assert_eq!(world.ask(&anna, &debate, &format!("Pytanie numer {number}?"), None).await, "WAITING");
    }
    let selection = "state errors { code field }";
    let refused = world.payload(&anna, "questionAsk", input("Pytanie numer 6?", None), selection).await;
    assert_eq!(kinds(&refused), ["TOO_MANY_QUESTIONS"]);
    let again = world.payload(&anna, "questionAsk", input("Pytanie numer 5?", None), selection).await;
    assert_eq!(kinds(&again), ["ALREADY_ASKED"]);
    let seen =
        world.data(&anna, &format!("{{ debate(id: \"{debate}\") {{ askedByViewer needsMail maxQuestions }} }}")).await;
    assert_eq!(seen["debate"], json!({ "askedByViewer": 5, "needsMail": false, "maxQuestions": 5 }));
    // Strangers learn nothing of that; whoever has the mailbox does.
    let by_mail =
        world.payload(&NOBODY, "questionAsk", input("Pytanie numer 6?", Some("anna@example.org")), selection).await;
    assert_eq!(by_mail["state"], "CONFIRM_BY_MAIL");
    let token = world.letters().await.pop().unwrap().token();
    assert_eq!(kinds(&world.confirm(&token).await), ["TOO_MANY_QUESTIONS"]);

    // Mails to one address, wherever they are asked for from.
    let mut outcomes = Vec::new();
    for number in 0..10 {
        let input = input(&format!("Pytanie {number} z poczty?"), Some("olek@example.org"));
        let payload = world.payload_from(&format!("198.51.100.{number}"), "questionAsk", input, selection).await;
        outcomes.push(payload["errors"][0]["code"].as_str().unwrap_or("sent").to_owned());
    }
    assert_eq!(outcomes[..8], ["sent"; 8]);
    assert_eq!(outcomes[8..], ["MAIL_SENT_ALREADY"; 2]);
    // Mails from one place, wherever they go.
    let mut refused = 0;
    for number in 0..90 {
        let input = input("Pytanie z jednego miejsca?", Some(&format!("ktos{number}@example.org")));
        let payload = world.payload_from("203.0.113.7", "questionAsk", input, selection).await;
        refused += usize::from(payload["errors"][0]["code"] == "TOO_MANY_FROM_HERE");
    }
    assert!(refused > 20, "{refused}");
}

#[tokio::test]
async fn hostile_texts_are_refused_or_harmless() {
    let world = World::start().await;
    let debate = world.debate(&[]).await;
    let editor = world.person("Ewa", Some(Role::Editor)).await;
    let anna = world.person("Anna", None).await;
    let ask = async |text: &str, name: &str, consent: bool| {
        let input = json!({ "debate": debate, "text": text, "name": name, "consent": consent });
        world.payload(&anna, "questionAsk", input, "state errors { code field message }").await
    };
    let refused = ask(&"ż".repeat(5_000_000), &"x".repeat(81), false).await;
    assert_eq!(kinds(&refused), ["TEXT_TOO_LONG", "NAME_TOO_LONG", "CONSENT_MISSING"]);
    let fields: Vec<_> = refused["errors"].as_array().unwrap().iter().map(|error| &error["field"]).collect();
    assert_eq!(fields, ["text", "name", "consent"]);
    assert_eq!(kinds(&ask(" \u{200b}\u{202e}a\u{0}\n\n\n", "", true).await), ["TEXT_TOO_SHORT"]);
    let hostile = "=cmd|' /C calc'!A0 <script>alert(1)</script> '; DROP TABLE question; --";
    assert_eq!(ask(hostile, "=1+1\u{202e}<b>", true).await["state"], "WAITING");
    let id = world.waiting(&editor, &debate, hostile).await;
    world.moderate(&editor, &[&id], "PUBLISH").await;
    let told = world.data(&NOBODY, &format!("{{ question(id: \"{id}\") {{ text author }} }}")).await;
    assert_eq!(told["question"], json!({ "text": hostile, "author": "=1+1<b>" }), "as it was typed: pages escape it");

    let long = json!({ "ids": [id], "decision": "REJECT", "reason": "x".repeat(501) });
    assert_eq!(kinds(&world.moderated(&editor, long).await), ["REASON_TOO_LONG"]);
    assert_eq!(kinds(&world.moderate(&editor, &[&id], "REJECT").await), ["REASON_MISSING"]);
    let answer = json!({ "id": id, "answer": "x".repeat(10_001), "answeredBy": "y".repeat(121) });
    let refused = world.payload(&editor, "questionAnswer", answer, "errors { code field }").await;
    assert_eq!(kinds(&refused), ["ANSWER_TOO_LONG", "ANSWERED_BY_TOO_LONG"]);
    let many: Vec<_> = (0..101).map(|_| id.as_str()).collect();
    assert_eq!(kinds(&world.moderate(&editor, &many, "PUBLISH").await), ["TOO_MANY_CHOSEN"]);

    let id = debates::DebateId::parse(&debate).unwrap();
    let file = debates::service::export(&world.scope(editor.clone()), id).await.unwrap();
    assert!(file.starts_with("\u{feff}Miejsce;Pytanie;Poparcia;Podpis;Zadane;Stan;Odpowiedź\r\n"), "{file}");
    assert!(file.contains("\r\n1;\"'=cmd|") && file.contains(";'=1+1<b>;2026-11-24 12:"), "{file}");
    for (actor, code) in [(&NOBODY, "UNAUTHENTICATED"), (&anna, "FORBIDDEN")] {
        let refused = debates::service::export(&world.scope(actor.clone()), id).await.unwrap_err();
        assert_eq!(refused.code.as_str(), code);
    }
}
