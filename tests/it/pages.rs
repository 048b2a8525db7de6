//! Pages: every one, in every language, without a missing text or an undefined value.

use std::path::Path;

use axum::http::StatusCode;
use chrono::TimeDelta;
use kernel::{access::Role, i18n::Lang, tenancy::read_folder};
use tablica::{modules, web::assets};

use crate::support::{CICHE, DEBNO, GOLENIOW, OFFERS, TestApp};

/// A city with an institution, offers of it and of others.
async fn furnished(slug: &str) -> TestApp {
    let app = TestApp::start().await;
    app.institutions(slug, "id,name,kind,sector,street,building,district,pupils\nd1,Dom Kultury „Latarnia”,CULTURE_CENTRE,PUBLIC,ul. Morska,1,rynek,\ns1,Szkoła Podstawowa nr 2,PRIMARY_SCHOOL,PUBLIC,,,,300\n").await;
    if slug == DEBNO {
        app.activities(slug, OFFERS).await;
        app.activities(slug, "id,title,institution\n1,Balet,d1\n").await;
    }
    app
}

/// Text that looks like a message's key is a message that is missing.
pub(crate) fn missing_messages(html: &str) -> Vec<&str> {
    let prefixes = [
        "menu-",
        "error-",
        "form-",
        "price-",
        "ages-",
        "weekday-",
        "enrolment-",
        "institution-kind-",
        "sector-",
        "filter-",
        "facet-",
        "sort-",
        "site-",
        "footer-",
        "header-",
        "nav-",
        "activities-",
        "activity-",
        "demo-",
        "home-",
        "chip-",
        "field-",
        "lang-",
        "month-",
        "date-",
        "event-",
        "events-",
        "calendar-",
        "sign-up-",
        "audience-",
        "news-",
        "article-",
        "safety-",
        "alert-",
        "advice-",
        "season-",
        "debate-",
        "debates-",
        "question-",
        "media-",
        "desk-",
        "entry-",
        "submission-",
        "refusal-",
        "statement-",
    ];
    let visible = html.split('>').filter_map(|piece| piece.split('<').next());
    visible
        .map(str::trim)
        .filter(|text| !text.contains(' ') && prefixes.iter().any(|prefix| text.starts_with(prefix)))
        .collect()
}

#[tokio::test]
async fn every_page_renders_in_every_language() {
    for slug in [DEBNO, CICHE] {
        let app = furnished(slug).await;
        let ids = app.data(slug, "{ institutions(sort: NAME) { nodes { url } } }").await;
        let mut paths = vec![
            "/".to_owned(),
            "/placowki".to_owned(),
            "/placowki?q=szkola&kinds=PRIMARY_SCHOOL&near=Pogodno".to_owned(),
            "/placowki?q=nic".to_owned(),
            "/deklaracja-dostepnosci".to_owned(),
            "/nie/ma".to_owned(),
        ];
        paths.extend(
            ids["institutions"]["nodes"]
                .as_array()
                .unwrap()
                .iter()
                .map(|node| node["url"].as_str().unwrap().to_owned()),
        );
        if slug == DEBNO {
            let offers = app.data(slug, "{ activities { nodes { url } } }").await;
            paths.extend(
                offers["activities"]["nodes"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|node| node["url"].as_str().unwrap().to_owned()),
            );
            paths.extend(
                [
                    "/zajecia",
                    "/zajecia?q=robotyka&age=8&weekdays=MONDAY&weekdays=WEDNESDAY&max_price=150&districts=rynek&enrolment=OPEN&near=Rynek&radius=3000&sort=DISTANCE",
                    "/zajecia?age=osiem&max_price=tanio&starts_after=rano&near=Atlantyda&radius=-1&after=zzz",
                    "/zajecia?q=nicniema&free=1&online=1&languages=uk&accessibility=WHEELCHAIR&interests=chess&interests=nieznane",
                ]
                .map(str::to_owned),
            );
        }
        for path in paths {
            for prefix in ["", "/en", "/uk"] {
                let path = format!("{prefix}{}", if path == "/" && !prefix.is_empty() { "" } else { &path });
                let page = app.get(slug, &path).await;
                let expected = if path.ends_with("/nie/ma") { StatusCode::NOT_FOUND } else { StatusCode::OK };
                assert_eq!(page.status, expected, "{slug} {path}");
                assert_eq!(missing_messages(&page.body), Vec::<&str>::new(), "{slug} {path}");
                let lang = if prefix.is_empty() { "pl" } else { &prefix[1..] };
                assert!(page.body.contains(&format!("<html lang=\"{lang}\"")), "{path}");
                assert!(
                    !page.body.contains("style=\"") && !page.body.contains("onclick"),
                    "the policy forbids inline code: {path}"
                );
            }
        }
    }
}

#[tokio::test]
async fn a_form_keeps_what_was_typed_and_says_what_is_wrong() {
    let app = furnished(DEBNO).await;
    let page = app.get(DEBNO, "/zajecia?q=robotyka&age=osiem&near=Atlantyda").await;
    assert_eq!(page.status, StatusCode::OK);
    for kept in ["value=\"robotyka\"", "value=\"osiem\"", "value=\"Atlantyda\"", "dla ciekawych"] {
        assert!(page.body.contains(kept), "{kept}");
    }
    assert!(page.body.matches("aria-invalid=\"true\"").count() >= 2, "both fields are marked");
}

#[tokio::test]
async fn what_is_typed_is_shown_and_not_run() {
    let app = furnished(DEBNO).await;
    let attack = "%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E";
    for path in [
        format!("/zajecia?q={attack}&near={attack}&age={attack}&interests={attack}"),
        format!("/placowki?q={attack}"),
        format!("/{attack}"),
    ] {
        let page = app.get(DEBNO, &path).await;
        assert!(!page.body.contains("<script>alert"), "{path}");
    }
    app.activities(DEBNO, "id,title,description,provider\nx,<img src=x onerror=alert(1)>,\"<script>alert(1)</script> [a](javascript:alert(1))\",<b>x\n").await;
    let url =
        app.data(DEBNO, "{ activities(query: \"onerror\") { nodes { url } } }").await["activities"]["nodes"][0]["url"]
            .as_str()
            .unwrap()
            .to_owned();
    let page = app.get(DEBNO, &url).await.body;
    assert!(
        !page.contains("<img src=x") && !page.contains("<script>alert") && !page.contains("href=\"javascript:"),
        "{page}"
    );
}

#[tokio::test]
async fn answers_carry_headers_that_protect() {
    let app = furnished(DEBNO).await;
    for path in ["/", "/zajecia", "/nie/ma", "/brand/mark.svg", "/graphql"] {
        let headers = app.get(DEBNO, path).await.headers;
        let policy = headers["content-security-policy"].to_str().unwrap();
        assert!(policy.contains("default-src") && !policy.contains("script-src 'unsafe"), "{path}: {policy}");
        assert_eq!(headers["x-content-type-options"], "nosniff", "{path}");
        assert!(headers.contains_key("x-request-id"), "{path}");
    }
}

#[tokio::test]
async fn a_city_s_look_is_its_own() {
    let app = furnished(DEBNO).await;
    let theme = app.get(DEBNO, "/brand/theme.css").await.body;
    assert!(theme.contains("--brand-primary: #0a5f38") && theme.contains("--brand-on-accent: #111418"), "{theme}");
    assert!(app.get("localhost", "/").await.status != StatusCode::OK);
    let request = axum::http::Request::get("/brand/cities.css")
        .header("host", "localhost")
        .body(axum::body::Body::empty())
        .unwrap();
    assert!(app.send(request, "127.0.0.1").await.body.contains(".city-goleniow {"));
}

#[test]
fn every_language_has_every_message() {
    let messages = assets::messages().unwrap();
    for file in walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("web/i18n")) {
        for line in std::fs::read_to_string(&file).unwrap().lines() {
            let Some((key, _)) = line.split_once('=') else { continue };
            let key = key.trim_end();
            if key.is_empty() || !key.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_')) {
                continue;
            }
            for lang in Lang::ALL {
                assert!(messages.has(lang, key), "{key} of {} is missing in {}", file.display(), lang.tag());
            }
        }
    }
}

/// What a city declares of its portal's accessibility.
const STATEMENT: &str = r#"
[accessibility]
operator = "Gmina Dębno"
conformance = "partial"
published = 2026-05-01
prepared = 2026-06-01
auditor = "Fundacja Krawężnik"
contact = { name = "Anna Próg", email = "dostepnosc@debno.example", phone = "+48 95 000 00 00" }
exceptions = { pl = "Skany *pism*.", en = "Scanned *letters*." }
building = { pl = "Wejście bez progu." }
"#;

#[tokio::test]
async fn a_city_declares_how_accessible_its_portal_is() {
    let app = TestApp::start_with(&[(DEBNO, STATEMENT)], None).await;
    let page = app.get(DEBNO, "/deklaracja-dostepnosci").await;
    assert_eq!(page.status, StatusCode::OK);
    // The ids that programs of supervision look for.
    for id in [
        "wstep",
        "podmiot",
        "url",
        "data-publikacja",
        "data-aktualizacja",
        "status",
        "data-sporzadzenie",
        "kontakt",
        "osoba",
        "email",
        "telefon",
        "procedura",
        "architektura",
        "aplikacje",
        "deklaracja",
        "ocena",
        "audytor",
        "data-przeglad",
    ] {
        assert_eq!(page.body.matches(&format!("id=\"a11y-{id}\"")).count(), 1, "a11y-{id}");
    }
    for said in [
        "<strong id=\"a11y-podmiot\">Gmina Dębno</strong>",
        "<time id=\"a11y-data-sporzadzenie\" datetime=\"2026-06-01\">1\u{a0}czerwca 2026</time>",
        "<strong id=\"a11y-status\">częściowo zgodny</strong>",
        "<a id=\"a11y-telefon\" href=\"tel:+48950000000\">",
        "Skany <em>pism</em>.",
    ] {
        assert!(page.body.contains(said), "{said}: {}", page.body);
    }
    let english = app.get(DEBNO, "/en/deklaracja-dostepnosci").await.body;
    assert!(english.contains("partially compliant") && english.contains("Scanned <em>letters</em>."));
    // Every page leads there, for people and for programs; a city without one says so.
    let home = app.get(CICHE, "/").await.body;
    assert!(home.contains("<a href=\"/deklaracja-dostepnosci\">Deklaracja dostępności</a>"));
    assert!(home.contains("<meta name=\"deklaracja-dostępności\" content=\"http://ciche."));
    let none = app.get(CICHE, "/deklaracja-dostepnosci").await;
    assert!(none.status == StatusCode::OK && none.body.contains("nie opublikowało jeszcze deklaracji"));
}

#[tokio::test]
async fn admins_are_told_when_the_declaration_is_missing_or_to_be_reviewed() {
    let app = TestApp::start_with(&[(DEBNO, STATEMENT)], None).await;
    let (missing, due) = ("nie ma jeszcze deklaracji", "trzeba przejrzeć deklarację");
    let desk = async |slug: &'static str, role: Role, address: &'static str| {
        let who = app.person(slug, address, Some(role), None).await;
        app.get_as(slug, &who, "/pulpit").await.body
    };
    assert!(desk(GOLENIOW, Role::Admin, "a@goleniow.example").await.contains(missing));
    assert!(!desk(GOLENIOW, Role::Editor, "e@goleniow.example").await.contains(missing), "no editor can mend it");
    let early = desk(DEBNO, Role::Admin, "a@debno.example").await;
    assert!(!early.contains(missing) && !early.contains(due));
    app.clock.advance(TimeDelta::days(140));
    let late = desk(DEBNO, Role::Admin, "b@debno.example").await;
    assert!(late.contains(due) && late.contains("31\u{a0}marca 2027"), "{late}");
}

#[tokio::test]
async fn a_page_says_where_it_lives_and_in_which_languages() {
    let app = furnished(DEBNO).await;
    let list = app.get(DEBNO, "/en/zajecia?q=robotyka&age=8").await.body;
    let base = app.data(DEBNO, "{ tenant { url } }").await["tenant"]["url"].as_str().unwrap().to_owned();
    for link in [
        format!("<link rel=\"canonical\" href=\"{base}/en/zajecia\">"),
        format!("<link rel=\"alternate\" hreflang=\"pl\" href=\"{base}/zajecia\">"),
        format!("<link rel=\"alternate\" hreflang=\"uk\" href=\"{base}/uk/zajecia\">"),
        format!("<link rel=\"alternate\" hreflang=\"x-default\" href=\"{base}/zajecia\">"),
        "<meta property=\"og:locale\" content=\"en_GB\">".to_owned(),
    ] {
        assert!(list.contains(&link), "{link}: {list}");
    }
    let offer = app.data(DEBNO, "{ activities(query: \"Balet\") { nodes { id url title } } }").await;
    let offer = &offer["activities"]["nodes"][0];
    let (id, url) = (offer["id"].as_str().unwrap(), offer["url"].as_str().unwrap());
    // However it is asked for, an entry lives at one address.
    let page = app.get(DEBNO, &format!("/zajecia/{id}/inna-nazwa")).await.body;
    assert_eq!(page.matches("rel=\"canonical\"").count(), 1);
    assert!(page.contains(&format!("<link rel=\"canonical\" href=\"{base}{url}\">")), "{page}");
    assert!(page.contains("<meta property=\"og:title\" content=\"Balet"), "{page}");

    let manifest = app.get(DEBNO, "/brand/app.webmanifest").await;
    assert_eq!(manifest.headers["content-type"], "application/manifest+json");
    let manifest = manifest.json();
    assert_eq!((&manifest["name"], &manifest["theme_color"]), (&"Dębno".into(), &"#0a5f38".into()));
}

#[test]
fn the_declared_cities_are_good() {
    let tenants = Path::new(env!("CARGO_MANIFEST_DIR")).join("tenants");
    let declared: Vec<_> = std::fs::read_dir(tenants)
        .unwrap()
        .map(|entry| read_folder(&entry.unwrap().path(), modules::SWITCHABLE).unwrap())
        .collect();
    assert_eq!(declared.len(), 4);
    for city in declared {
        let brand = &city.brand;
        assert!(brand.ink.contrast(brand.surface) >= 7.0, "{}: ink on the surface", city.slug);
        assert!(city.area.districts.iter().all(|district| city.area.bounds.contains(district.centre)), "{}", city.slug);
        assert!(city.area.districts.len() >= 10 && brand.mark.contains("<svg"));
    }
}

fn walk(folder: &Path) -> Vec<std::path::PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { walk(&path) } else { vec![path] }).collect()
}
