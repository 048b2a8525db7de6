//! What happens in a demonstration city: events, news, advice, an alert and debates, all made through the API as an editor
//! makes them.

use chrono::{Datelike as _, Days, NaiveDate, Weekday};
use kernel::{error::Result, scope::Scope};
use serde_json::{Value, json};

use super::people::{PARENTS, acting, call, holder};
use crate::graphql::Schemas;

/// An event: its title, interests, what it says, hours, ages, price, and how often and where it takes place.
struct Happening {
    title: &'static str,
    interests: &'static str,
    text: &'static str,
    hours: (&'static str, &'static str),
    ages: (&'static str, &'static str),
    price: &'static str,
    audience: &'static str,
    /// Days from today, moved to this weekday.
    after: u64,
    weekday: Weekday,
    recurrence: &'static str,
    sign_up: (&'static str, &'static str),
}

const HAPPENINGS: [Happening; 16] = [
    Happening {
        title: "Warsztaty robotyki dla początkujących",
        interests: "robotics",
        text: "Składamy i programujemy pierwszego robota. Sprzęt czeka na miejscu, wystarczy ciekawość.",
        hours: ("10:00", "12:00"),
        ages: ("8", "12"),
        price: "0",
        audience: "pupils",
        after: 1,
        weekday: Weekday::Sat,
        recurrence: "FREQ=WEEKLY;COUNT=8",
        sign_up: ("date", "12"),
    },
    Happening {
        title: "Rodzinny turniej szachowy",
        interests: "chess",
        text: "Gramy systemem szwajcarskim, siedem rund po dziesięć minut. Każde dziecko dostanie dyplom.",
        hours: ("11:00", "15:00"),
        ages: ("6", "15"),
        price: "10",
        audience: "pupils|parents",
        after: 6,
        weekday: Weekday::Sun,
        recurrence: "",
        sign_up: ("event", "40"),
    },
    Happening {
        title: "Dzień otwarty: zobacz, jak się u nas uczymy",
        interests: "",
        text: "Zwiedzanie pracowni, lekcje pokazowe i rozmowa z nauczycielami. Zapraszamy całe rodziny.",
        hours: ("16:00", "19:00"),
        ages: ("", ""),
        price: "0",
        audience: "pupils|parents",
        after: 12,
        weekday: Weekday::Thu,
        recurrence: "",
        sign_up: ("none", ""),
    },
    Happening {
        title: "Miejski konkurs języka niemieckiego",
        interests: "german",
        text: "Test ze słuchania i czytania, a w finale rozmowa. Opiekunów prosimy o zgłoszenie uczniów.",
        hours: ("09:00", "12:00"),
        ages: ("12", "15"),
        price: "0",
        audience: "pupils|teachers",
        after: 20,
        weekday: Weekday::Tue,
        recurrence: "",
        sign_up: ("event", "60"),
    },
    Happening {
        title: "Konkurs „Deutsch macht Spaß”",
        interests: "german",
        text: "Konkurs piosenki i wiersza po niemiecku dla klas szóstych, siódmych i ósmych.",
        hours: ("10:00", "13:00"),
        ages: ("12", "15"),
        price: "0",
        audience: "pupils|teachers",
        after: 24,
        weekday: Weekday::Wed,
        recurrence: "",
        sign_up: ("event", "50"),
    },
    Happening {
        title: "Wieczorne obserwacje nieba",
        interests: "astronomy",
        text: "Przy pogodnym niebie oglądamy Księżyc i planety przez teleskop. Ubierzcie się ciepło!",
        hours: ("17:30", "19:30"),
        ages: ("7", ""),
        price: "0",
        audience: "everybody",
        after: 3,
        weekday: Weekday::Fri,
        recurrence: "FREQ=WEEKLY;INTERVAL=2;COUNT=5",
        sign_up: ("none", ""),
    },
    Happening {
        title: "Otwarty trening pływacki",
        interests: "swimming",
        text: "Sprawdzamy technikę i podpowiadamy, co dalej. Potrzebny strój, czepek i klapki.",
        hours: ("08:00", "09:30"),
        ages: ("7", "14"),
        price: "15",
        audience: "pupils",
        after: 2,
        weekday: Weekday::Sat,
        recurrence: "FREQ=WEEKLY;COUNT=6",
        sign_up: ("date", "16"),
    },
    Happening {
        title: "Koncert uczniów klas fortepianu i skrzypiec",
        interests: "piano",
        text: "Godzina muzyki od baroku do filmu. Po koncercie można spróbować swoich sił przy instrumencie.",
        hours: ("18:00", "19:15"),
        ages: ("", ""),
        price: "0",
        audience: "everybody",
        after: 9,
        weekday: Weekday::Fri,
        recurrence: "",
        sign_up: ("none", ""),
    },
    Happening {
        title: "Jak rozmawiać z nastolatkiem – spotkanie dla rodziców",
        interests: "",
        text: "Psycholożka opowie, co słyszy nastolatek, kiedy mówimy, i jak zacząć rozmowę od nowa.",
        hours: ("17:00", "18:30"),
        ages: ("", ""),
        price: "0",
        audience: "parents",
        after: 7,
        weekday: Weekday::Wed,
        recurrence: "",
        sign_up: ("event", "30"),
    },
    Happening {
        title: "Szkolenie: bezpieczny internet na lekcji",
        interests: "",
        text: "Scenariusze lekcji, ćwiczenia i materiały do wzięcia. Zaświadczenie dla uczestników.",
        hours: ("15:30", "18:00"),
        ages: ("", ""),
        price: "0",
        audience: "teachers",
        after: 15,
        weekday: Weekday::Mon,
        recurrence: "",
        sign_up: ("event", "25"),
    },
    Happening {
        title: "Warsztaty ceramiki",
        interests: "ceramics",
        text: "Lepimy kubki i miski, po wypale wracamy je szkliwić. Fartuchy są na miejscu.",
        hours: ("16:30", "18:00"),
        ages: ("7", "16"),
        price: "25",
        audience: "pupils|parents",
        after: 4,
        weekday: Weekday::Thu,
        recurrence: "FREQ=WEEKLY;COUNT=10",
        sign_up: ("date", "10"),
    },
    Happening {
        title: "Mikołajkowy bieg na orientację",
        interests: "orienteering",
        text: "Trasy rodzinne i sportowe, mapy rozdajemy na starcie. Na mecie herbata i pierniki.",
        hours: ("10:00", "13:00"),
        ages: ("5", ""),
        price: "0",
        audience: "everybody",
        after: 9,
        weekday: Weekday::Sun,
        recurrence: "",
        sign_up: ("event", "120"),
    },
    Happening {
        title: "Programowanie w Pythonie: pierwsze kroki",
        interests: "programming",
        text: "Piszemy grę tekstową i rysujemy żółwiem. Laptopy są na miejscu.",
        hours: ("17:00", "18:30"),
        ages: ("11", "16"),
        price: "0",
        audience: "pupils",
        after: 5,
        weekday: Weekday::Tue,
        recurrence: "FREQ=WEEKLY;COUNT=6",
        sign_up: ("event", "15"),
    },
    Happening {
        title: "Kiermasz świąteczny",
        interests: "",
        text: "Ozdoby, pierniki i kartki zrobione przez uczniów. Dochód wesprze szkolną bibliotekę.",
        hours: ("15:00", "18:00"),
        ages: ("", ""),
        price: "0",
        audience: "everybody",
        after: 14,
        weekday: Weekday::Fri,
        recurrence: "",
        sign_up: ("none", ""),
    },
    Happening {
        title: "Półkolonie na ferie",
        interests: "",
        text: "Pięć dni ruchu, lodowisko, muzeum i kino. Obiad i podwieczorek w cenie.",
        hours: ("", ""),
        ages: ("7", "12"),
        price: "390",
        audience: "pupils",
        after: 82,
        weekday: Weekday::Mon,
        recurrence: "",
        sign_up: ("event", "45"),
    },
    Happening {
        title: "Klub gier planszowych",
        interests: "board_games",
        text: "Kilkadziesiąt gier na półce i ktoś, kto wytłumaczy zasady. Można przyjść bez zapisów.",
        hours: ("16:00", "19:00"),
        ages: ("8", ""),
        price: "0",
        audience: "everybody",
        after: 3,
        weekday: Weekday::Mon,
        recurrence: "FREQ=WEEKLY;COUNT=12",
        sign_up: ("none", ""),
    },
];

/// Articles: title, lead, text, category, whether it is pinned.
const ARTICLES: [(&str, &str, &str, &str, bool); 9] = [
    (
        "Nabór do przedszkoli rusza w marcu",
        "Terminy, dokumenty i odpowiedzi na najczęstsze pytania w jednym miejscu.",
        "Wnioski będzie można składać **od 1 marca**.\n\n- Wybierz do trzech placówek.\n- Przygotuj oświadczenia do kryteriów.\n- Wyniki sprawdzisz po zalogowaniu.\n\nJeżeli nie masz dostępu do komputera, pomoże Ci każde przedszkole.",
        "admissions",
        true,
    ),
    (
        "Nowe zajęcia w pałacu młodzieży",
        "Od stycznia dwadzieścia nowych grup: od animacji po modelarstwo.",
        "Zapisy trwają do wyczerpania miejsc. Pierwsze zajęcia są **bezpłatne**, żeby każdy mógł sprawdzić, czy to dla niego.",
        "announcement",
        true,
    ),
    (
        "Nasi uczniowie w finale olimpiady matematycznej",
        "Troje uczniów miejskich liceów pojedzie na finał.",
        "Gratulujemy uczniom i nauczycielom. Finał odbędzie się wiosną, a my będziemy trzymać kciuki.",
        "success",
        false,
    ),
    (
        "Biblioteka otwarta dłużej",
        "W soboty do 18:00, a w czwartki z wieczorem głośnego czytania.",
        "O dłuższe godziny prosili rodzice. Próba potrwa do końca czerwca, potem zapytamy, czy warto ją utrzymać.",
        "culture",
        false,
    ),
    (
        "Sala gimnastyczna po remoncie",
        "Nowy parkiet, cichsza wentylacja i trybuny dla dwustu osób.",
        "Remont trwał osiem miesięcy. W pierwszą sobotę zapraszamy wszystkich na dzień sportu.",
        "sport",
        false,
    ),
    (
        "Szkoła sadzi las kieszonkowy",
        "Na dwustu metrach wyrośnie trzydzieści gatunków drzew i krzewów.",
        "Uczniowie sami wybrali gatunki i policzyli, ile wody zatrzyma las. Można przyjść i pomóc: wystarczą kalosze.",
        "project",
        false,
    ),
    (
        "Bezpłatne badania wzroku dla pierwszoklasistów",
        "Badanie trwa dziesięć minut i odbywa się w szkole.",
        "Potrzebna jest zgoda rodzica, którą można złożyć u wychowawcy.",
        "health",
        false,
    ),
    (
        "Uwaga na fałszywe zbiórki",
        "Nieznane osoby zbierają pieniądze, powołując się na szkoły.",
        "Szkoły nie prowadzą zbiórek na ulicy. O każdej prawdziwej zbiórce przeczytasz na tym portalu.",
        "safety",
        false,
    ),
    (
        "Rodzice pytają o obiady: odpowiedzi",
        "Zebraliśmy dziesięć pytań, które padały najczęściej.",
        "1. Stawka dzienna zależy od placówki.\n2. Nieobecność zgłoszona do 8:00 jest odliczana.\n3. Dietę można zgłosić w sekretariacie.",
        "announcement",
        false,
    ),
];

/// Advice: title, lead, text, topic, seasons, audience.
const ADVICE: [(&str, &str, &str, &str, &str, &str); 8] = [
    (
        "Lód na jeziorze: kiedy nie wchodzić",
        "Lód nigdy nie jest wszędzie tak samo gruby.",
        "Nie wchodź na lód przy ujściach rzek, pomostach i trzcinach.\n\nGdy lód trzeszczy, połóż się i wycofaj po własnych śladach. Gdy ktoś wpadnie: dzwoń **112** i podaj mu szalik lub gałąź, leżąc.",
        "water_ice",
        "winter",
        "pupils|parents",
    ),
    (
        "Czad: cichy i bezwonny",
        "Czujnik tlenku węgla kosztuje mniej niż wizyta w szpitalu.",
        "Raz w roku zamów przegląd komina, nie zasłaniaj kratek, uchylaj okno podczas kąpieli. Ból głowy i nudności? Wyjdź na powietrze i dzwoń **112**.",
        "fire_gas_co",
        "autumn|winter",
        "parents",
    ),
    (
        "Droga do szkoły po ciemku",
        "Odblask widać z 150 metrów, ciemną kurtkę z 30.",
        "Przypnij odblask z prawej strony i na tornister. Przechodź tam, gdzie widać Cię z obu stron.",
        "road",
        "autumn|winter|school_start",
        "pupils|parents",
    ),
    (
        "Ktoś obcy pisze do dziecka w grze",
        "Nie kasuj rozmowy: jest dowodem.",
        "Zrób zrzuty ekranu, zablokuj konto i porozmawiaj z dzieckiem bez krzyku. Pomoc: **116 111**.",
        "cyber",
        "",
        "parents|pupils",
    ),
    (
        "Bezpiecznie nad wodą",
        "Tonący zwykle nie krzyczy.",
        "Kąp się tam, gdzie jest ratownik, i nie skacz do nieznanej wody. Materac to nie łódka.",
        "water_ice",
        "summer|holidays",
        "everybody",
    ),
    (
        "Gdy w szkole dzieje się krzywda",
        "Do kogo pójść i co powiedzieć.",
        "Wychowawca, pedagog, dyrektor, a jeśli to nie pomaga: kuratorium. Dziecko może zadzwonić bezpłatnie na **116 111**.",
        "violence",
        "",
        "everybody",
    ),
    (
        "Burza na wycieczce",
        "Zasada 30: policz sekundy od błysku do grzmotu.",
        "Mniej niż trzydzieści sekund? Schodź z otwartej przestrzeni, nie stój pod samotnym drzewem, odłóż kijki.",
        "weather",
        "summer",
        "everybody",
    ),
    (
        "Na imprezie masowej: umów punkt spotkania",
        "Gdy się zgubicie, telefon może nie działać.",
        "Napisz numer na ręce młodszego dziecka i pokaż mu, jak wygląda służba porządkowa.",
        "public_events",
        "",
        "parents",
    ),
];

/// Questions for a debate.
const QUESTIONS: [&str; 5] = [
    "Czy w naszej dzielnicy powstanie nowa szkoła podstawowa, skoro obecna uczy na dwie zmiany?",
    "Kiedy szkolne boiska będą otwarte także w weekendy?",
    "Czy miasto dopłaci do zajęć dodatkowych rodzinom z trójką dzieci?",
    "Jak będzie wyglądał dojazd do szkół po zmianie rozkładu autobusów?",
    "Czy w każdej szkole będzie psycholog na cały etat?",
];

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
