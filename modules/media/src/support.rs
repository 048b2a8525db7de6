//! What tests of this module stand on: a city of their own, and people.

use std::{
    fs,
    io::{Cursor, Write as _},
    sync::Arc,
};

use chrono::{DateTime, Duration as Span, Utc};
use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};
use kernel::{
    access::{Grant, Person, Role, Via},
    app::{App, PublicAddress},
    clock::FixedClock,
    i18n::{Lang, Messages},
    keys::Keys,
    limits::Limits,
    scope::{Actor, Scope},
    search::Search,
    slug::Slug,
    store::{Place, Store},
    tenancy::{Registry, read_folder},
};
use sqlx::{Connection as _, Executor as _, PgConnection};
use tempfile::TempDir;
use uuid::Uuid;
use zip::{ZipWriter, write::SimpleFileOptions};

const NOW: &str = "2026-09-15T10:00:00Z";
pub(crate) const ZOE: u128 = 1;
pub(crate) const JAN: u128 = 2;

pub(crate) fn messages() -> Messages {
    let file = |lang, text: &'static str| (lang, "media.ftl".to_owned(), text.into());
    let files = [
        file(Lang::Pl, include_str!("../../../web/i18n/pl/media_files.ftl")),
        file(Lang::En, include_str!("../../../web/i18n/en/media_files.ftl")),
        file(Lang::Uk, include_str!("../../../web/i18n/uk/media_files.ftl")),
        file(Lang::Pl, include_str!("../../../web/i18n/pl/media.ftl")),
        file(Lang::En, include_str!("../../../web/i18n/en/media.ftl")),
        file(Lang::Uk, include_str!("../../../web/i18n/uk/media.ftl")),
    ];
    Messages::load(files).unwrap()
}

/// A city of its own, on SQLite or on the PostgreSQL server that there is for tests.
pub(crate) struct City {
    folder: TempDir,
    database_url: Option<String>,
}

impl City {
    pub(crate) async fn found() -> Self {
        let server = std::env::vars().find(|(name, _)| name == "TABLICA_TEST_DATABASE_URL").map(|(_, url)| url);
        let mut database_url = None;
        if let Some(server) = server {
            let name = format!("test_{}", Uuid::now_v7().simple());
            let mut conn = PgConnection::connect(&format!("{server}/postgres")).await.unwrap();
            conn.execute(sqlx::AssertSqlSafe(format!("CREATE DATABASE {name}"))).await.unwrap();
            database_url = Some(format!("{server}/{name}"));
        }
        Self { folder: tempfile::tempdir().unwrap(), database_url }
    }

    /// The city as the system sees it, so long after the beginning.
    pub(crate) async fn after(&self, span: Span) -> Scope {
        let now = NOW.parse::<DateTime<Utc>>().unwrap() + span;
        let clock = Arc::new(FixedClock(now));
        let data = self.folder.path().join("data");
        let store = Arc::new(Store::connect(self.database_url.as_deref(), data.clone()).await.unwrap());
        store.migrate(Place::Platform).await.unwrap();
        let registry = Registry::open(store.clone(), clock.clone(), "localhost").await.unwrap();
        let declared = self.folder.path().join("debno");
        fs::create_dir_all(&declared).unwrap();
        let toml = "\
slug = \"debno\"
name = \"Dębno\"
hosts = [\"edu.debno.example\"]
modules = []

[area]
teryt = \"3210024\"
centre = [52.74, 14.69]
bounds = [52.6, 14.5, 52.9, 14.9]
districts = \"districts.geojson\"

[brand]
primary = \"#0a5f38\"
accent = \"#ffcc00\"

[brand.tagline]
pl = \"Dębno uczy\"
";
        fs::write(declared.join("tenant.toml"), toml).unwrap();
        fs::write(declared.join("districts.geojson"), "{\"type\":\"FeatureCollection\",\"features\":[]}").unwrap();
        registry.apply(&read_folder(&declared, &[]).unwrap(), false).await.unwrap();
        let tenant = registry.current().get(&"debno".parse::<Slug>().unwrap()).unwrap().clone();
        let app = App {
            clock,
            store,
            registry,
            messages: messages(),
            search: Search::new(data, Vec::new()),
            keys: Keys::new(&[7; 32]).unwrap(),
            limits: Limits::default(),
            public: PublicAddress { scheme: "http", port: None, base_domain: "localhost".to_owned() },
            bells: kernel::app::Bells::default(),
        };
        Scope::new(Arc::new(app), tenant, Actor::System, Lang::Pl)
    }

    pub(crate) async fn open(&self) -> Scope {
        self.after(Span::zero()).await
    }
}

pub(crate) fn person(account: u128, role: Role) -> Actor {
    let grants = if role == Role::Citizen { Vec::new() } else { vec![Grant { role, party: None }] };
    Actor::Person(Arc::new(Person { account: Uuid::from_u128(account), via: Via::Session(Uuid::nil()), grants }))
}

pub(crate) fn citizen(account: u128) -> Actor {
    person(account, Role::Citizen)
}

/// A PNG of one colour.
pub(crate) fn png(alpha: u8) -> Vec<u8> {
    let picture = DynamicImage::ImageRgba8(RgbaImage::from_pixel(600, 300, Rgba([10, 200, 100, alpha])));
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, ImageFormat::Png).unwrap();
    file.into_inner()
}

/// An archive of these members.
pub(crate) fn archive(members: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in members {
        writer.start_file(*name, SimpleFileOptions::default()).unwrap();
        writer.write_all(content).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The member of an OOXML file that lists its parts, with a main part of that type.
pub(crate) fn content_types(main: &str) -> String {
    format!(
        "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/main.xml\" ContentType=\"{main}\"/></Types>"
    )
}

/// A text of Word.
pub(crate) fn docx() -> Vec<u8> {
    let main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
    archive(&[("[Content_Types].xml", content_types(main).as_bytes()), ("word/document.xml", b"<w/>")])
}

/// A page as it is printed.
pub(crate) fn pdf() -> Vec<u8> {
    b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n".to_vec()
}
