//! Debates themselves, what programs read of them, and what is kept of people.

use kernel::{access::Role, entry::State, refusal::Kind as _};
use serde_json::json;

use crate::{LUNCH, NOBODY, POOL, kinds, support::World};

#[tokio::test]
async fn what_a_debate_says_is_told() {
    let world = World::start().await;
    let debate = world.debate(&[]).await;
    let document = format!(
        "{{ debate(id: \"{debate}\") {{ title descriptionHtml summary url isOpen opensLater isOver questionsCloseAt \
         needsMail canModerate languageNames place {{ name address {{ label }} }} pictures {{ id }} \
         forMeeting {{ rank }} exportUrl questionsToModerate {{ totalCount }} }} \
         debates(filter: {{ open: true }}) {{ totalCount nodes {{ descriptionHtml }} }} }}"
    );
    let data = world.data(&NOBODY, &document).await;
    let url = format!("/debaty/{debate}/szkoly-za-dziesiec-lat");
    assert_eq!(
        data["debate"],
        json!({ "title": "Szkoły za dziesięć lat", "descriptionHtml": "<p>O czym <strong>rozmawiamy</strong>?</p>\n",
            "summary": "O czym rozmawiamy?", "url": url, "isOpen": true, "opensLater": false, "isOver": false,
            "questionsCloseAt": "2026-12-04T23:00:00+00:00", "needsMail": true, "canModerate": false,
            "languageNames": ["polski", "ukraiński"], "pictures": [], "forMeeting": null, "exportUrl": null,
            "place": { "name": "Ratusz", "address": { "label": "Rynek 1, Dębno" } }, "questionsToModerate": null })
    );
    assert_eq!(data["debates"]["totalCount"], 1);
    assert_eq!(data["debates"]["nodes"][0]["descriptionHtml"], data["debate"]["descriptionHtml"]);

    let entry = (debates::ENTRIES.load)(&world.system(), vec![(debates::ENTRIES.parse)(&debate).unwrap()]).await;
    let entry = entry.unwrap().pop().unwrap();
    assert_eq!(entry.path(), url);
    let similar = (debates::ENTRIES.similar)(&world.system(), &entry.fields).await.unwrap();
    assert_eq!(similar, [entry.id]);
    let mut tx = world.system().begin().await.unwrap();
    let mut fields = entry.fields.clone();
    fields.insert("title".to_owned(), "Szkoły za pięć lat".to_owned());
    (debates::ENTRIES.update)(&mut tx, entry.id, &fields, "update", None).await.unwrap();
    let hide = debates::ENTRIES.set_state.unwrap();
    hide(&mut tx, entry.id, State::Archived, Some("Odwołana")).await.unwrap();
    tx.commit().await.unwrap();
    world.system().settle().await.unwrap();
    let gone = world.data(&NOBODY, &format!("{{ debate(id: \"{debate}\") {{ id }} debates {{ totalCount }} }}")).await;
    assert_eq!(gone, json!({ "debate": null, "debates": { "totalCount": 0 } }));
    let history = kernel::history::of(&world.system(), debates::ENTITY, entry.id, 10).await.unwrap();
    let told: Vec<_> = history.iter().map(|one| (one.action.as_str(), one.reason.as_deref())).collect();
    assert_eq!(told, [("archive", Some("Odwołana")), ("update", None), ("create", None)]);
    let asked = format!(
        "mutation {{ questionAsk(input: {{ debate: \"{debate}\", text: \"{POOL}\", consent: true }}) {{ state }} }}"
    );
    assert_eq!(world.code(&NOBODY, &asked).await, "NOT_FOUND");
}

#[tokio::test]
async fn who_asked_is_told_to_nobody_and_can_be_forgotten() {
    let world = World::start().await;
    let debate = world.debate(&[]).await;
    let editor = world.person("Ewa", Some(Role::Editor)).await;
    let anna = world.person("Anna", None).await;
    let pool = world.publish(&editor, &anna, &debate, POOL).await;
    let other = world.publish(&editor, &NOBODY, &debate, LUNCH).await;
    world.ask(&anna, &debate, "Pytanie, które jeszcze czeka?", None).await;
    world.support(&anna, &other, None).await;
    let found = world.count("SELECT COUNT(*) FROM question WHERE address LIKE '%@%' OR digest LIKE '%@%'").await;
    assert_eq!(found, 0, "addresses are sealed");
    assert_eq!(world.count("SELECT COUNT(*) FROM question WHERE address IS NOT NULL").await, 3);

    let account = identity::AccountId(anna.account().unwrap());
    let known = (debates::PERSONAL_DATA.export)(&world.system(), account).await.unwrap();
    assert_eq!(known["questions"].as_array().unwrap().len(), 2);
    assert_eq!(known["questions"][0]["text"], POOL);
    assert_eq!(known["supports"][0]["question"], other.as_str());
    let mut tx = world.system().begin().await.unwrap();
    (debates::PERSONAL_DATA.erase)(&mut tx, account).await.unwrap();
    tx.commit().await.unwrap();
    world.system().settle().await.unwrap();
    assert_eq!(world.supports(&pool).await, 0, "what is public stays");
    assert_eq!(world.supports(&other).await, 0, "a support goes as long as supports are taken");
    assert_eq!(world.count("SELECT COUNT(*) FROM question").await, 2);
    assert_eq!(world.count("SELECT COUNT(*) FROM question WHERE account_id IS NOT NULL").await, 0);
    let known = (debates::PERSONAL_DATA.export)(&world.system(), account).await.unwrap();
    assert_eq!(known, json!({ "questions": [], "supports": [] }));

    // Whoever has no account takes theirs back by a mail's link.
    world.letters().await;
    world.ask(&NOBODY, &debate, "Pytanie z poczty, do wycofania?", Some("iza@example.org")).await;
    let token = world.letters().await.pop().unwrap().token();
    world.confirm(&token).await;
    let id = world.waiting(&editor, &debate, "Pytanie z poczty, do wycofania?").await;
    world.moderate(&editor, &[&id], "PUBLISH").await;
    let token = world.letters().await.pop().unwrap().withdrawal();
    let look = format!("{{ questionLink(token: \"{token}\") {{ kind state text question {{ id }} }} }}");
    let seen = world.data(&NOBODY, &look).await;
    assert_eq!(seen["questionLink"]["state"], "READY");
    assert_eq!(seen["questionLink"]["kind"], "WITHDRAW");
    let withdrawn =
        world.payload(&NOBODY, "questionWithdraw", json!({ "token": token }), "withdrawn errors { code }").await;
    assert_eq!(withdrawn["withdrawn"], true);
    assert_eq!(world.supports(&id).await, -1);
    assert_eq!(world.data(&NOBODY, &look).await["questionLink"]["state"], "DONE");
    assert_eq!(world.count("SELECT COUNT(*) FROM question WHERE state = 'WITHDRAWN' AND address IS NOT NULL").await, 0);
}

#[tokio::test]
async fn what_has_been_kept_for_long_enough_is_forgotten() {
    let world = World::start().await;
    let debate = world.debate(&[]).await;
    let editor = world.person("Ewa", Some(Role::Editor)).await;
    let (anna, olek) = (world.person("Anna", None).await, world.person("Olek", None).await);
    let pool = world.publish(&editor, &NOBODY, &debate, POOL).await;
    let lunch = world.publish(&editor, &anna, &debate, LUNCH).await;
    for question in [&pool, &lunch] {
        world.support(&olek, question, None).await;
    }
    world.ask(&NOBODY, &debate, "Tego nikt nie potwierdzi?", Some("x@example.org")).await;
    let forget = async || (debates::JOBS[0].run)(&world.system()).await.unwrap();
    world.forward(6 * 24);
    forget().await;
    assert_eq!(world.count("SELECT COUNT(*) FROM question").await, 3);
    world.forward(2 * 24);
    forget().await;
    assert_eq!(world.count("SELECT COUNT(*) FROM question").await, 2);
    let addresses = "SELECT COUNT(*) FROM question WHERE address IS NOT NULL OR digest IS NOT NULL";
    world.forward(90 * 24);
    forget().await;
    assert_eq!(world.count(addresses).await, 2, "the debate is over for less than 90 days");
    world.forward(5 * 24);
    for _ in 0..2 {
        forget().await;
        assert_eq!(world.count(addresses).await, 0);
        assert_eq!(world.count("SELECT COUNT(*) FROM question_support WHERE digest = '1'").await, 2);
    }
    // Who supports both still counts once if they are merged.
    let merge = json!({ "ids": [pool], "decision": "MERGE", "into": lunch });
    assert_eq!(kinds(&world.moderated(&editor, merge).await), [""; 0]);
    assert_eq!(world.supports(&lunch).await, 1);
    assert_eq!(world.mailed().await.iter().filter(|(template, _)| template == "debates/merged").count(), 0);
}

#[tokio::test]
async fn debates_are_read_by_programs() {
    let world = World::start().await;
    let debate = world.debate(&[("title", "Szkoły <za> dziesięć lat & dalej; wszystko, co ważne")]).await;
    let hidden = world.debate(&[("title", "Ukryta")]).await;
    let mut tx = world.system().begin().await.unwrap();
    let hide = debates::ENTRIES.set_state.unwrap();
    hide(&mut tx, debates::DebateId::parse(&hidden).unwrap().0, State::Archived, None).await.unwrap();
    tx.commit().await.unwrap();
    world.system().settle().await.unwrap();
    let atom = world.feed("/feeds/debates.atom").await;
    assert!(atom.contains("<title>Debaty – Dębno</title>"), "{atom}");
    assert!(atom.contains("Szkoły &lt;za&gt; dziesięć lat &amp; dalej"), "{atom}");
    assert!(atom.contains(&format!("href=\"http://debno.localhost:8080/debaty/{debate}/")), "{atom}");
    assert!(!atom.contains("Ukryta"));
    let calendar = world.feed("/feeds/debates.ics").await.replace("\r\n ", "");
    for line in [
        "SUMMARY:Szkoły <za> dziesięć lat & dalej\\; wszystko\\, co ważne",
        "DTSTART:20261205T150000Z",
        "DTEND:20261205T170000Z",
        "LOCATION:Ratusz\\, Rynek 1\\, Dębno",
    ] {
        assert!(calendar.contains(&format!("\r\n{line}\r\n")), "{line}: {calendar}");
    }
    assert!(calendar.contains("\r\nDTSTAMP:20261124T"), "never the machine's own clock: {calendar}");
    assert_eq!(
        calendar,
        world.feed("/feeds/debates.ics").await.replace("\r\n ", ""),
        "the same as long as nothing changes"
    );
    assert_eq!(calendar.matches("BEGIN:VEVENT").count(), 1);
}

#[test]
fn every_refusal_has_its_text_in_every_language() {
    for lang in ["pl", "en", "uk"] {
        let path = format!("{}/../../web/i18n/{lang}/debates.ftl", env!("CARGO_MANIFEST_DIR"));
        let texts = std::fs::read_to_string(path).unwrap();
        let keys = debates::Refusal::ALL.iter().map(|kind| kind.key());
        for key in keys.chain(debates::DebateKind::ALL.iter().map(|kind| kind.key())) {
            assert!(texts.contains(&format!("\n{key} =")), "{lang}: {key}");
        }
    }
}
