use std::{fs, sync::LazyLock};

use kernel::{
    i18n::Lang,
    tenancy::{TenantState, read_folder},
};
use uuid::Uuid;

use super::*;

static TENANT: LazyLock<Tenant> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let toml = "slug = \"debno\"\nname = \"Dębno\"\n[area]\nteryt = \"3210024\"\ncentre = [52.74, 14.69]\n\
                bounds = [52.6, 14.5, 52.9, 14.9]\n[brand]\nprimary = \"#0a5f38\"\naccent = \"#ffcc00\"\n";
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

fn wrong(pairs: &[(&str, &str)]) -> Vec<(String, &'static str)> {
    let (_, problems) = understood(&TENANT, &fields(pairs));
    problems.into_iter().map(|problem| (problem.field.unwrap_or_default().into_owned(), problem.kind.0)).collect()
}

#[test]
fn what_is_written_is_read_back() {
    let picture = media::PictureId(Uuid::from_u128(1)).global();
    let file = media::FileId(Uuid::from_u128(2)).global();
    let told = fields(&[
        ("title", "Szkoły za dziesięć lat"),
        ("description", "**O czym** rozmawiamy?"),
        ("starts", "2026-12-05T16:00"),
        ("ends", "2026-12-05T18:30"),
        ("venue", "Ratusz, sala 12"),
        ("street", "Rynek"),
        ("building", "1"),
        ("postal_code", "74-400"),
        ("city", "Dębno"),
        ("online_url", "https://example.org/debata"),
        ("questions_open", "2026-11-20"),
        ("questions_close", "2026-12-04"),
        ("languages", "pl|uk"),
        ("pictures", &picture),
        ("files", &file),
        ("tags", "oświata|forum"),
    ]);
    assert_eq!(told.len(), COLUMNS.len());
    let (row, problems) = understood(&TENANT, &told);
    assert!(problems.is_empty(), "{problems:?}");
    assert_eq!(row.questions_close_at, "2026-12-04T23:00:00Z".parse().ok(), "a day counts to its end");
    assert_eq!(of(&TENANT, &row), told);
}

#[test]
fn what_is_wrong_is_said_at_its_column() {
    let missing = [("title", "refusal-field-missing"), ("starts", "refusal-field-missing")];
    assert_eq!(wrong(&[]), missing.map(|(field, key)| (field.to_owned(), key)));
    let good = ("title", "Szkoły");
    for (pairs, field, key) in [
        (vec![good, ("starts", "jutro")], "starts", "refusal-field-moment"),
        (vec![good, ("starts", "+262142-01-01T00:00:00Z")], "starts", "refusal-field-moment"),
        (vec![good, ("starts", "0001-01-01")], "starts", "refusal-field-moment"),
        (vec![good, ("starts", "2026-12-05"), ("ends", "2026-12-04")], "ends", "refusal-field-dates"),
        (
            vec![good, ("starts", "2026-12-05"), ("questions_open", "2026-12-06")],
            "questionsClose",
            "refusal-field-questions-reversed",
        ),
        (
            vec![good, ("starts", "2026-12-05"), ("questions_close", "2027-01-01")],
            "questionsClose",
            "refusal-field-questions-too-late",
        ),
        (vec![good, ("starts", "2026-12-05"), ("online_url", "javascript:x")], "onlineUrl", "refusal-field-link"),
        (vec![good, ("starts", "2026-12-05"), ("pictures", "pic_x")], "pictures", "refusal-field-picture"),
    ] {
        assert_eq!(wrong(&pairs), [(field.to_owned(), key)], "{pairs:?}");
    }
    // A day that something ends on counts to its end.
    assert_eq!(wrong(&[good, ("starts", "2026-12-05"), ("ends", "2026-12-05")]), []);
    let long = "ż".repeat(5_000_000);
    assert_eq!(wrong(&[("title", &long), ("starts", "2026-12-05")]).len(), 1);
}
