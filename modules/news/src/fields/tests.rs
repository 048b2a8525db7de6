use std::{borrow::Cow, fs, path::Path, sync::LazyLock};

use kernel::{
    i18n::{Lang, Messages},
    tenancy::{TenantState, read_folder},
};
use media::{FileId, PictureId};
use uuid::Uuid;

use super::*;

/// A city with one district.
static TENANT: LazyLock<Tenant> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let districts = r#"{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"rynek","name":"Stary Rynek"},"geometry":{"type":"Point","coordinates":[14.6,52.7]}}]}"#;
    fs::write(folder.path().join("districts.geojson"), districts).unwrap();
    let toml = "slug = \"debno\"\nname = \"Dębno\"\n[area]\nteryt = \"3210024\"\ncentre = [52.74, 14.69]\n\
                bounds = [52.6, 14.5, 52.9, 14.9]\ndistricts = \"districts.geojson\"\n\
                [brand]\nprimary = \"#0a5f38\"\naccent = \"#ffcc00\"\n";
    fs::write(folder.path().join("tenant.toml"), toml).unwrap();
    let declared = read_folder(folder.path(), &[]).unwrap();
    Tenant {
        slug: declared.slug,
        name: declared.name,
        hosts: declared.hosts,
        locale: Lang::Pl,
        time_zone: declared.time_zone,
        modules: declared.modules,
        area: declared.area,
        brand: declared.brand,
        vernacular: declared.vernacular,
        identity: declared.identity,
        mail: declared.mail,
        policy: declared.policy,
        privacy: declared.privacy,
        accessibility: declared.accessibility,
        demo: true,
        state: TenantState::Active,
    }
});

fn fields(pairs: &[(&str, &str)]) -> Fields {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn told(problems: &[Problem<Wrong>]) -> Vec<(&str, &'static str)> {
    problems.iter().map(|problem| (problem.field.as_deref().unwrap(), problem.kind.key())).collect()
}

#[test]
fn what_is_written_is_read_back() {
    let picture = |number| PictureId(Uuid::from_u128(number)).global();
    let (first, second, file) = (picture(1), picture(2), FileId(Uuid::from_u128(3)).global());
    let all = fields(&[
        ("title", "Ruszają zapisy"),
        ("lead", "Od poniedziałku, w sekretariacie."),
        ("description", "# Jak się zapisać\n\n- osobiście\n- *listem*"),
        ("category", "admissions"),
        ("provider", "Rada Rodziców"),
        ("audience", "pupils|parents"),
        ("interests", "chess|robotics"),
        ("district", "rynek"),
        ("publish_at", "2026-12-05T16:00"),
        ("withdraw_at", "2026-12-20"),
        ("pinned_until", "2026-12-10"),
        ("source_url", "https://example.org/?a=1"),
        ("pictures", &format!("{second}|{first}")),
        ("files", &file),
        ("tags", "zapisy|ferie"),
    ]);
    let draft = read(&TENANT, &all).unwrap();
    assert_eq!(of(&TENANT, &draft.row), all);
    assert_eq!(draft.row.pictures.0, [Uuid::from_u128(2), Uuid::from_u128(1)]);
    // The day on which it is hidden is still a day on which it is seen.
    assert_eq!(draft.row.withdraw_at.unwrap().to_rfc3339(), "2026-12-20T23:00:00+00:00");
    let least = read(&TENANT, &fields(&[("title", " Ala\n ma\tkota "), ("lead", "Dziś.")])).unwrap();
    assert_eq!(
        of(&TENANT, &least.row),
        fields(&[("title", "Ala ma kota"), ("lead", "Dziś."), ("category", "announcement")])
    );
}

#[test]
fn every_problem_is_told_at_its_field() {
    let bad = fields(&[
        ("category", "gossip"),
        ("audience", "pupils|dogs"),
        ("interests", "quidditch"),
        ("district", "atlantyda"),
        ("publish_at", "jutro"),
        ("withdraw_at", "2026-13-01"),
        ("pinned_until", "zawsze"),
        ("source_url", "javascript:alert(1)"),
        ("pictures", "pic_x"),
        ("files", "file_x"),
        ("tags", &"x".repeat(51)),
    ]);
    assert_eq!(
        told(&read(&TENANT, &bad).unwrap_err()),
        [
            ("title", "refusal-field-missing"),
            ("description", "refusal-article-text"),
            ("category", "refusal-field-choice"),
            ("audience", "refusal-field-choice"),
            ("interests", "refusal-field-interest"),
            ("district", "refusal-field-district"),
            ("publishAt", "refusal-field-moment"),
            ("withdrawAt", "refusal-field-moment"),
            ("pinnedUntil", "refusal-field-date"),
            ("sourceUrl", "refusal-field-link"),
            ("pictures", "refusal-field-picture"),
            ("files", "refusal-field-file"),
            ("tags", "refusal-field-tag"),
        ]
    );
    let reversed = fields(&[
        ("title", "A"),
        ("lead", "B"),
        ("publish_at", "2026-12-05T16:00"),
        ("withdraw_at", "2026-12-05T16:00"),
    ]);
    assert_eq!(told(&read(&TENANT, &reversed).unwrap_err()), [("withdrawAt", "refusal-article-withdrawn-first")]);
}

#[test]
fn what_is_too_long_is_refused_and_not_kept() {
    let megabytes = "ż".repeat(5 * 1024 * 1024);
    let long = fields(&[
        ("title", &megabytes),
        ("lead", &"ż".repeat(301)),
        ("description", &megabytes),
        ("provider", &megabytes),
        ("pictures", &megabytes),
    ]);
    let problems = read(&TENANT, &long).unwrap_err();
    let expected =
        ["title", "lead", "description", "provider", "pictures"].map(|field| (field, "refusal-field-too-long"));
    assert_eq!(told(&problems), expected);
    assert!(problems.iter().all(|problem| format!("{problem:?}").len() < 300), "nothing of it is quoted");
    let unseen = fields(&[("title", "a\u{0}b"), ("lead", "B")]);
    assert_eq!(told(&read(&TENANT, &unseen).unwrap_err()), [("title", "refusal-field-bad-character")]);
}

#[test]
fn everything_is_said_in_every_language() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let files = Lang::ALL.map(|lang| {
        let name = format!("web/i18n/{}/news.ftl", lang.tag());
        (lang, name.clone(), Cow::Owned(fs::read_to_string(root.join(name)).unwrap()))
    });
    let messages = Messages::load(files).unwrap();
    let mut keys: Vec<String> = ArticleKind::ALL.iter().map(|kind| kind.key().to_owned()).collect();
    keys.extend(Category::iter().map(Category::key));
    for (lang, key) in Lang::ALL.into_iter().flat_map(|lang| keys.iter().map(move |key| (lang, key))) {
        assert!(messages.has(lang, key), "{}: {key}", lang.tag());
    }
}
