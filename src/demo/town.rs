//! What happens in a demonstration city: events, news, advice, an alert and debates, all made through the API as an editor
//! makes them.

mod happenings;

use chrono::{Datelike as _, Days, NaiveDate, Weekday};
use kernel::{error::Result, scope::Scope};
use serde_json::{Value, json};

use super::people::{PARENTS, acting, call, holder};
use crate::graphql::Schemas;
use happenings::{ADVICE, ARTICLES, HAPPENINGS, Happening, QUESTIONS};

const SAVE: &str = "mutation($k: EntryKind!, $f: EntryFieldsInput!) { entrySave(input: { kind: $k, fields: $f }) { errors { field message } entry { id } } }";

/// Makes what happens in a city, on behalf of its editor.
pub(super) async fn happen(schemas: &Schemas, editor: &Scope) -> Result<()> {
    let holders = holders(schemas, editor).await?;
    let has = |module| editor.tenant.has(Some(module)) && editor.tenant.has(Some(editorial::MODULE));
    if has(events::MODULE) {
        for (number, happening) in HAPPENINGS.iter().enumerate() {
            let fields = happening.fields(editor.today(), holder(&holders, number));
            save(schemas, editor, "EVENT", fields).await?;
        }
    }
    if has(news::MODULE) {
        for (number, article) in ARTICLES.iter().enumerate() {
            let fields = article_fields(article, editor.today(), holder(&holders, number * 3 + 1));
            save(schemas, editor, "ARTICLE", fields).await?;
        }
    }
    if has(safety::MODULE) {
        for (title, lead, text, topic, seasons, audience) in ADVICE {
            let fields = json!({
                "title": title, "lead": lead, "description": text, "topic": topic, "seasons": seasons,
                "audience": audience, "provider": "Bezpieczni Razem",
            });
            save(schemas, editor, "ADVICE", fields).await?;
        }
        alert(schemas, editor).await?;
    }
    if has(debates::MODULE) {
        debates(schemas, editor).await?;
    }
    Ok(())
}

/// Institutions whose what happens is.
async fn holders(schemas: &Schemas, editor: &Scope) -> Result<Vec<Value>> {
    let document = "{ institutions(filter: { kinds: [CULTURE_CENTRE, YOUTH_CENTRE, LIBRARY, PRIMARY_SCHOOL, SECONDARY_SCHOOL] }, first: 40) { nodes { id } } }";
    let found = call(schemas, editor, document, json!({})).await?;
    Ok(found["institutions"]["nodes"].as_array().into_iter().flatten().map(|node| node["id"].clone()).collect())
}

async fn save(schemas: &Schemas, editor: &Scope, kind: &str, fields: Value) -> Result<Value> {
    let written: serde_json::Map<_, _> = fields
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(_, value)| !value.is_null() && **value != "")
        .map(|(name, value)| (name.clone(), value.clone()))
        .collect();
    let saved = call(schemas, editor, SAVE, json!({ "k": kind, "f": written })).await?;
    Ok(saved["entrySave"]["entry"]["id"].clone())
}

impl Happening {
    fn fields(&self, today: NaiveDate, institution: &Value) -> Value {
        let day = on(today, self.after, self.weekday);
        let (from, to) = self.hours;
        let whole_days = from.is_empty();
        let last = day + Days::new(4);
        let (mode, capacity) = self.sign_up;
        json!({
            "title": self.title,
            "description": self.text,
            "interests": self.interests,
            "institution": institution,
            "starts": if whole_days { day.to_string() } else { format!("{day}T{from}") },
            "ends": if whole_days { last.to_string() } else { format!("{day}T{to}") },
            "allDay": if whole_days { "yes" } else { "" },
            "recurrence": self.recurrence,
            "audience": self.audience,
            "minAge": self.ages.0,
            "maxAge": self.ages.1,
            "price": self.price,
            "signUp": mode,
            "capacity": capacity,
            "waitingList": if capacity.is_empty() { "" } else { "yes" },
            "languages": "pl",
            "accessibility": if self.after.is_multiple_of(2) { "wheelchair" } else { "" },
        })
    }
}

/// The first such weekday that many days from a day, or later.
fn on(today: NaiveDate, after: u64, weekday: Weekday) -> NaiveDate {
    let day = today + Days::new(after);
    let ahead = (7 + weekday.num_days_from_monday() - day.weekday().num_days_from_monday()) % 7;
    day + Days::new(ahead.into())
}

fn article_fields(
    (title, lead, text, category, is_pinned): &(&str, &str, &str, &str, bool),
    today: NaiveDate,
    institution: &Value,
) -> Value {
    // What is pinned on the front page is the city's own.
    json!({
        "title": title,
        "lead": lead,
        "description": text,
        "category": category,
        "institution": if *is_pinned { &Value::Null } else { institution },
        "provider": if *is_pinned { "Wydział Oświaty" } else { "" },
        "pinnedUntil": if *is_pinned { (today + Days::new(60)).to_string() } else { String::new() },
        "audience": "parents|pupils",
    })
}

async fn alert(schemas: &Schemas, editor: &Scope) -> Result<()> {
    let expires = editor.now() + chrono::TimeDelta::days(3);
    let document = "mutation($i: AlertIssueInput!) { alertIssue(input: $i) { errors { field message } } }";
    let input = json!({
        "texts": {
            "pl": {
                "event": "Gołoledź",
                "headline": "Śliskie chodniki rano i wieczorem",
                "description": "Marznące opady. Na chodnikach i przystankach może być ślisko.",
                "instruction": "Wyjdź wcześniej, załóż buty z bieżnikiem, nie wbiegaj na jezdnię.",
            },
            "en": {
                "event": "Black ice",
                "headline": "Slippery pavements in the morning and evening",
                "description": "Freezing rain. Pavements and stops may be slippery.",
                "instruction": "Leave earlier, wear shoes with a tread, do not run into the road.",
            },
            "uk": {
                "event": "Ожеледиця",
                "headline": "Слизькі тротуари вранці та ввечері",
                "description": "Крижаний дощ. На тротуарах і зупинках може бути слизько.",
                "instruction": "Виходьте раніше, взуйте черевики з протектором, не вибігайте на дорогу.",
            },
        },
        "categories": ["MET", "SAFETY"],
        "urgency": "EXPECTED",
        "severity": "MODERATE",
        "certainty": "LIKELY",
        "expires": expires.to_rfc3339(),
        "areaDescription": editor.tenant.name.pl,
        "districts": editor.tenant.area.districts.iter().map(|district| district.id.clone()).collect::<Vec<_>>(),
    });
    call(schemas, editor, document, json!({ "i": input })).await.map(|_| ())
}

async fn debates(schemas: &Schemas, editor: &Scope) -> Result<()> {
    let day = on(editor.today(), 20, Weekday::Thu);
    let fields = json!({
        "title": "Debata: szkoła bliżej domu",
        "description": "O sieci szkół, dojazdach i świetlicach. Pytania zbieramy wcześniej, żeby starczyło czasu na odpowiedzi.",
        "starts": format!("{day}T17:00"),
        "ends": format!("{day}T19:30"),
        "venue": "Sala sesyjna urzędu miasta",
        "city": editor.tenant.name.pl,
    });
    let debate = save(schemas, editor, "DEBATE", fields).await?;
    for (number, text) in QUESTIONS.iter().enumerate() {
        let document = "mutation($d: ID!, $t: String!, $n: String) { questionAsk(input: { debate: $d, text: $t, name: $n, consent: true }) { errors { field message } } }";
        let name = ["Rodzic drugoklasisty", "", "Marta K.", "", "Rada rodziców"][number];
        let parent = PARENTS[number % PARENTS.len()].to_lowercase();
        let parent = acting(editor, &format!("{parent}@{}.example", editor.tenant.slug)).await?;
        call(schemas, &parent, document, json!({ "d": debate, "t": text, "n": name })).await?;
    }
    let document = "query($d: ID!) { questionsToModerate(debate: $d, first: 50) { nodes { id } } }";
    let waiting = call(schemas, editor, document, json!({ "d": debate })).await?;
    let nodes = waiting["questionsToModerate"]["nodes"].as_array().cloned().unwrap_or_default();
    // One is left for whoever tries the desk.
    let ids: Vec<_> = nodes.iter().skip(1).map(|node| node["id"].clone()).collect();
    let document =
        "mutation($i: [ID!]!) { questionModerate(input: { ids: $i, decision: PUBLISH }) { errors { message } } }";
    call(schemas, editor, document, json!({ "i": ids })).await?;
    if let Some(first) = ids.first() {
        let document = "mutation($i: ID!) { questionAnswer(input: { id: $i, answeredBy: \"Wydział Oświaty\", answer: \"Tak. Otwieramy boiska **od kwietnia**, w soboty i niedziele od 9:00 do 20:00.\" }) { errors { message } } }";
        call(schemas, editor, document, json!({ "i": first })).await?;
    }
    Ok(())
}
