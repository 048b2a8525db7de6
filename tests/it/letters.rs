//! Every mail there is, in every language and as every city: whole, told in words, and with nothing in it that watches who
//! reads. What is rendered is left in the build's folder for people to look at.

use std::{collections::BTreeSet, fs, path::Path};

use kernel::i18n::Lang;
use serde_json::{Map, Value};

use crate::support::{DEBNO, GOLENIOW, TestApp};

/// Templates with arguments as modules hand them in: all that a mail can say, and as little as it can.
const SAMPLES: &str = include_str!("letters.json");

/// The templates that there are, without the parts of others.
fn templates() -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("web/emails");
    let mut found = BTreeSet::new();
    for module in fs::read_dir(folder).unwrap() {
        let module = module.unwrap();
        for file in fs::read_dir(module.path()).unwrap() {
            let path = file.unwrap().path();
            let is_mail = fs::read_to_string(&path).unwrap().starts_with("{% extends \"layouts/mail.");
            if is_mail {
                let name = path.file_stem().unwrap().to_str().unwrap();
                found.insert(format!("{}/{name}", module.file_name().to_str().unwrap()));
            }
        }
    }
    found
}

/// What stands behind each of these marks, up to a quotation mark.
fn values<'a>(html: &'a str, mark: &'a str) -> impl Iterator<Item = &'a str> {
    html.split(mark).skip(1).filter_map(|rest| rest.split('"').next())
}

#[tokio::test]
async fn every_mail_is_whole_in_every_language() {
    let app = TestApp::start().await;
    let samples: Map<String, Value> = serde_json::from_str(SAMPLES).unwrap();
    let known: BTreeSet<_> = samples.keys().cloned().collect();
    assert_eq!(known, templates(), "each mail has samples");
    let left = Path::new(env!("CARGO_TARGET_TMPDIR")).join("letters");
    fs::create_dir_all(&left).unwrap();
    for city in [DEBNO, GOLENIOW] {
        let scope = app.scope(city);
        let base = scope.base_url();
        for (template, variants) in &samples {
            for (index, args) in variants.as_array().unwrap().iter().enumerate() {
                for lang in Lang::ALL {
                    let name = format!("{template} {index} {city} {}", lang.tag());
                    let letter = app.server.web.letter(&scope.tenant, lang, template, &base, args);
                    let letter = letter.unwrap_or_else(|err| panic!("{name}: {err:#}"));
                    let file = left.join(format!("{}.html", name.replace(['/', ' '], "-")));
                    fs::write(file, &letter.html).unwrap();
                    check(&name, &letter, lang, &base);
                }
            }
        }
    }
}

fn check(name: &str, letter: &tablica::web::Letter, lang: Lang, base: &str) {
    let (html, text) = (&letter.html, &letter.text);
    assert!(!letter.subject.is_empty() && !letter.subject.contains(['\n', '\r']), "{name}: {}", letter.subject);
    // Screen readers: the language, one heading that says what it is, tables that are none, pictures in words.
    assert!(html.contains(&format!("<html lang=\"{}\"", lang.tag())), "{name}");
    assert_eq!(html.matches("<h1").count(), 1, "{name}");
    let tables = html.matches("<table ").count();
    assert_eq!(html.matches("<table role=\"presentation\"").count(), tables, "{name}: a table for looks");
    assert!(!html.contains("<img"), "{name}: a picture is loaded from somewhere");
    // Dark mode, and phones.
    assert!(html.contains("name=\"color-scheme\"") && html.contains("prefers-color-scheme: dark"), "{name}");
    assert!(html.contains("width=device-width"), "{name}");
    // Nothing is loaded, nothing watches.
    for watched in ["src=", "url(", "<link", "<script", "@import", "@font-face"] {
        assert!(!html.contains(watched), "{name}: {watched}");
    }
    for href in values(html, "href=\"") {
        let is_ours = href.starts_with(base) && !href.contains("//unsubscribe");
        assert!(is_ours || href.starts_with("https://sp3.example/"), "{name}: a link to {href}");
    }
    // Who reads the text alone misses nothing: each link is there too.
    for href in values(html, "href=\"") {
        assert!(text.contains(&href.replace("&amp;", "&")), "{name}: the text lacks {href}");
    }
    assert!(!text.contains("&quot;") && !text.contains("&amp;") && !text.contains("<p"), "{name}: {text}");
    // A text that is missing is said by its key.
    for said in [html, text, &letter.subject] {
        for key in ["mail-", "-subject", "notices-", "announcement-", "role-"] {
            let mut words = said.split(|c: char| !(c.is_ascii_alphanumeric() || "-_./:".contains(c)));
            let missing = words.find(|word| word.contains(key) && !word.contains("://") && !word.contains('/'));
            assert!(missing.is_none() || missing == Some("--"), "{name}: {missing:?}");
        }
    }
}
