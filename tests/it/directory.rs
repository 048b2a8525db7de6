//! Institutions: from the register's three formats, and from files of our own.

use directory::{Completeness, RspoOptions};
use kernel::import::Report;
use serde_json::json;

use crate::support::{DEBNO, TestApp};

/// The columns of the register's export of 2025, those of them that these rows fill.
const HEADER_54: &str = "Numer RSPO;REGON;NIP;Typ;Nazwa;Kod terytorialny województwo;Kod terytorialny gmina;Województwo;Powiat;Gmina;Miejscowość;Ulica;Numer budynku;Numer lokalu;Kod pocztowy;Telefon;E-mail;Strona www;Publiczność status;Imię i nazwisko dyrektora;Data założenia;Data likwidacji;Typ organu prowadzącego;Nazwa organu prowadzącego;RSPO podmiotu nadrzędnego;Liczba uczniów;Języki nauczane;Czy zatrudnia psychologa";

fn row_54(rspo: u32, name: &str, teryt: &str) -> String {
    format!(
        "\n\"{rspo}\";\"=\"\"32001\"\"\";\"=\"\"\"\"\";\"Szkoła podstawowa\";\"{name}\";\"=\"\"32\"\"\";\"=\"\"{teryt}\"\"\";\"ZACHODNIOPOMORSKIE\";\"myśliborski\";\"Dębno\";\"Dębno\";\"ul. Leśna\";\"=\"\"5\"\"\";\"=\"\"\"\"\";\"=\"\"74-400\"\"\";\"=\"\"957601234\"\"\";\"sp@debno.example\";\"www.sp.example\";\"publiczna\";\"Janina Tajna\";\"1990.09.01\";\"\";\"Gmina\";\"GMINA DĘBNO\";\"7\";\"321\";\"angielski, niemiecki\";\"Tak\""
    )
}

async fn rspo(app: &TestApp, content: &str, options: RspoOptions) -> kernel::error::Result<Report> {
    let report = directory::import_rspo(&app.scope(DEBNO), content.as_bytes(), options, &|_, _| ()).await;
    app.settle(DEBNO).await;
    report
}

async fn line(app: &TestApp, content: &str) -> String {
    rspo(app, content, RspoOptions::default()).await.unwrap().to_string()
}

const ALL: &str = "{ institutions(first: 100) { nodes { rspo name shortName kind kindLabel sector founder { name kind } address { label } location { lat lon precision } district { id }
    territory { gminaCode } phone email website pupils languages specialists { psychologist } parent { name } members { name } regon nip foundedOn closedOn } } }";

#[tokio::test]
async fn the_export_s_columns_all_arrive_and_head_teachers_do_not() {
    let app = TestApp::start().await;
    let file = format!(
        "\u{feff}{HEADER_54}{}{}{}",
        row_54(7, "ZESPÓŁ SZKÓŁ", "3210024"),
        row_54(8, "SZKOŁA „NR 1”", "3210024"),
        row_54(9, "OBCA", "3262011")
    );
    assert_eq!(line(&app, &file).await, "created 2, updated 0, unchanged 0, closed 0, rejected 0");
    assert_eq!(line(&app, &file).await, "created 0, updated 0, unchanged 2, closed 0, rejected 0");
    insta::assert_json_snapshot!(app.data(DEBNO, ALL).await["institutions"]["nodes"][0]);
    let everything = app.get(DEBNO, "/placowki").await.body
        + &format!("{:?}", directory::service::find_by_rspo(&app.scope(DEBNO), 8).await.unwrap());
    assert!(everything.contains("SZKOŁA") && !everything.contains("Tajna"));
}

#[tokio::test]
async fn an_older_format_leaves_alone_what_it_does_not_have() {
    let app = TestApp::start().await;
    line(&app, &format!("{HEADER_54}{}", row_54(8, "SZKOŁA", "3210024"))).await;
    let old = "Numer RSPO;Typ;Nazwa;Ulica;Numer budynku;Kod pocztowy;Miejscowość;Kod terytorialny gmina;Strona www;Liczba uczniów\n\
               8;Szkoła podstawowa;SZKOŁA;ul. Leśna;5 ;74-400 ;Dębno;3210024;http://;322\n";
    assert_eq!(line(&app, old).await, "created 0, updated 1, unchanged 0, closed 0, rejected 0");
    let school = &app.data(DEBNO, "{ institution(rspo: 8) { pupils languages website address { building } } }").await["institution"];
    assert_eq!(
        school,
        &json!({ "pupils": 322, "languages": ["angielski", "niemiecki"], "website": null, "address": { "building": "5" } })
    );
}

#[tokio::test]
async fn the_api_s_json_brings_coordinates() {
    let app = TestApp::start().await;
    let place = |rspo: u32, location: serde_json::Value| {
        json!({ "numerRspo": rspo, "nazwa": "PRZEDSZKOLE", "nazwaSkrocona": "PRZEDSZKOLE", "typ": { "id": 1, "nazwa": "Przedszkole" }, "dyrektorNazwisko": "Tajna",
            "statusPublicznoPrawny": { "nazwa": "niepubliczna" }, "gminaKodTERYT": "3210024", "dataLikwidacji": null, "dataZalozenia": "2001-09-01T00:00:00+02:00",
            "podmiotNadrzedny": null, "specyfikaSzkoly": [], "podmiotProwadzacy": [{ "nazwa": "OSOBA", "typ": { "nazwa": "Osoba fizyczna" } }],
            "stronaInternetowa": "https://p.example/", "kodPocztowy": "74-400", "geolokalizacja": location })
    };
    let exact = json!({ "latitude": 52.74, "longitude": 14.69 });
    let file = json!([
        place(1, exact),
        place(2, json!({ "latitude": 0, "longitude": 0 })),
        place(3, json!({ "latitude": 200, "longitude": 14 }))
    ])
    .to_string();
    let report = rspo(&app, &file, RspoOptions::default()).await.unwrap();
    assert_eq!(report.to_string(), "created 2, updated 0, unchanged 0, closed 0, rejected 1");
    assert!(
        report.rejected[0].to_string().starts_with("row 3, column \"geolokalizacja\": [200, 14] is no place"),
        "{}",
        report.rejected[0]
    );
    let data = app.data(DEBNO, "{ a: institution(rspo: 1) { location { precision } district { id } sector founder { kind } } b: institution(rspo: 2) { location { lat } } }").await;
    assert_eq!(
        data,
        json!({ "a": { "location": { "precision": "EXACT" }, "district": { "id": "rynek" }, "sector": "NON_PUBLIC", "founder": { "kind": "Osoba fizyczna" } }, "b": { "location": null } })
    );

    let codes = "kod,miejscowosc,lat,lon\n74-400,Dębno,52.735,14.695\n70-001,Szczecin,53.4,14.5\nx,,1,2\n";
    let report = directory::import_postcodes(&app.scope(DEBNO), codes.as_bytes(), false).await.unwrap();
    assert_eq!(report.to_string(), "created 1, updated 0, unchanged 0, closed 0, rejected 1");
    let file = json!([place(1, json!({ "latitude": 52.74, "longitude": 14.69 })), place(2, json!(null))]).to_string();
    assert_eq!(line(&app, &file).await, "created 0, updated 1, unchanged 1, closed 0, rejected 0");
    let data = app.data(DEBNO, "{ institution(rspo: 2) { location { lat precision } } }").await;
    assert_eq!(data["institution"]["location"], json!({ "lat": 52.735, "precision": "POSTCODE" }));
}

#[tokio::test]
async fn what_disappears_from_a_whole_file_closes_but_never_many_at_once() {
    let app = TestApp::start().await;
    let file = |numbers: std::ops::RangeInclusive<u32>| {
        format!(
            "{HEADER_54}{}",
            numbers.map(|rspo| row_54(rspo, &format!("SZKOŁA {rspo}"), "3210024")).collect::<String>()
        )
    };
    line(&app, &file(1..=40)).await;

    let refused = rspo(&app, &file(1..=30), RspoOptions::default()).await.unwrap_err();
    assert!(
        refused.message.contains("10 of 40")
            && refused.message.contains("--close-many")
            && refused.message.contains("SZKOŁA"),
        "{}",
        refused.message
    );
    assert_eq!(
        app.data(DEBNO, "{ institutions { totalCount } }").await["institutions"]["totalCount"],
        40,
        "nothing was written"
    );

    let partial = RspoOptions { completeness: Completeness::Partial, ..RspoOptions::default() };
    assert_eq!(rspo(&app, &file(1..=30), partial).await.unwrap().closed, 0);
    let few = rspo(&app, &file(1..=5), RspoOptions::default()).await.unwrap();
    assert_eq!((few.closed, few.notes.len()), (0, 1), "a small part is no whole: {:?}", few.notes);
    let unreadable = format!("{}\n\"x\";\"\"", file(1..=39));
    assert_eq!(
        rspo(&app, &unreadable, RspoOptions::default()).await.unwrap().closed,
        0,
        "what is missing is not known"
    );

    assert_eq!(line(&app, &file(1..=39)).await, "created 0, updated 0, unchanged 39, closed 1, rejected 0");
    assert_eq!(app.data(DEBNO, "{ institutions { totalCount } }").await["institutions"]["totalCount"], 39);
    let closed = app.data(DEBNO, "{ institution(rspo: 40) { closedOn } }").await;
    assert_eq!(closed["institution"]["closedOn"], "2026-09-15");
    assert_eq!(line(&app, &file(1..=39)).await, "created 0, updated 0, unchanged 39, closed 0, rejected 0");

    let dry = RspoOptions { close_many: true, dry_run: true, ..RspoOptions::default() };
    assert_eq!(rspo(&app, &file(1..=30), dry).await.unwrap().closed, 9);
    let many = RspoOptions { close_many: true, ..RspoOptions::default() };
    assert_eq!(rspo(&app, &file(1..=30), many).await.unwrap().closed, 9);
}

#[tokio::test]
async fn a_bad_row_names_its_place_and_the_others_come_in() {
    let app = TestApp::start().await;
    let good = row_54(1, "DOBRA", "3210024");
    let bad = [
        row_54(2, "", "3210024"),
        row_54(3, "BEZ KODU", ""),
        good.clone(),
        row_54(5, "ZŁA DATA", "3210024").replace("1990.09.01", "jesienią"),
        row_54(6, "UCZNIOWIE", "3210024").replace("\"321\"", "\"wielu\""),
        row_54(0, "ZERO", "3210024"),
    ];
    let report = rspo(&app, &format!("{HEADER_54}{good}{}", bad.concat()), RspoOptions::default()).await.unwrap();
    let said: Vec<_> = report.rejected.iter().map(ToString::to_string).collect();
    insta::assert_json_snapshot!(said);
    assert_eq!(report.created, 1);
    for (content, words) in
        [("[{]", "this is not JSON"), ("{\"a\": 1}", "a JSON list"), ("id;name\n1;x", "these columns are missing")]
    {
        let fault = rspo(&app, content, RspoOptions::default()).await.unwrap_err();
        assert!(fault.message.contains(words), "{}", fault.message);
    }
}

#[tokio::test]
async fn files_of_our_own_bring_whom_no_register_knows() {
    let app = TestApp::start().await;
    let csv = "id,name,kind,sector,district,lat,lon,website\np1,Komenda Policji,POLICE,PUBLIC,Rynek,,,https://policja.example\nk1,Klub Żagiel,SPORTS_CLUB,NON_PUBLIC,,52.75,14.70,\n\
               x1,Coś,SPACESHIP,,,,,\nx2,Coś,POLICE,,,,,ftp://x\np1,Drugi raz,POLICE,,,,,\n";
    let report = app.institutions(DEBNO, csv).await;
    assert_eq!(report.to_string(), "created 2, updated 0, unchanged 0, closed 0, rejected 3");
    let data = app.data(DEBNO, "{ institutions(filter: { kinds: [POLICE] }) { nodes { name location { precision } district { name } } facets { kinds { value label count } } } }").await;
    assert_eq!(
        data["institutions"],
        json!({ "nodes": [{ "name": "Komenda Policji", "location": { "precision": "DISTRICT" }, "district": { "name": "Rynek" } }],
        "facets": { "kinds": [{ "value": "POLICE", "label": "policja", "count": 1 }, { "value": "SPORTS_CLUB", "label": "klub sportowy", "count": 1 }] } })
    );
}

#[tokio::test]
async fn a_file_cut_off_or_badly_quoted_closes_nothing() {
    let app = TestApp::start().await;
    let file: String = std::iter::once(HEADER_54.to_owned())
        .chain((1..=60).map(|rspo| row_54(rspo, &format!("SZKOŁA {rspo}"), "3210024")))
        .collect();
    line(&app, &file).await;
    let cut_off = &file[..file.len() - 200];
    let unquoted = file.replace("\"SZKOŁA 10\"", "\"\"SZKOŁA 10\"").replace("\"SZKOŁA 12\"", "SZKOŁA 12\"");
    let open_quote = file.replace("\"=\"\"74-400\"\"\";\"=\"\"957601234\"\"\"", "74-400;\"957601234").replacen(
        "\"957601234",
        "957601234",
        58,
    );
    for (name, broken) in [("cut off", cut_off), ("stray quotes", &unquoted), ("open quotes", &open_quote)] {
        let report = rspo(&app, broken, RspoOptions { close_many: true, ..RspoOptions::default() }).await.unwrap();
        assert_eq!(report.closed, 0, "{name}: {report} {:?}", report.rejected);
    }
    assert_eq!(app.data(DEBNO, "{ institutions { totalCount } }").await["institutions"]["totalCount"], 60);
}
