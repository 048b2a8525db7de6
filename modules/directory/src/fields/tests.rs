use std::{borrow::Cow, fs, path::Path, sync::LazyLock};

use kernel::{
    i18n::{Lang, Messages},
    refusal::Kind as _,
    tenancy::{Tenant, TenantState, read_folder},
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use sea_orm::Iterable as _;

use super::*;

/// A city with two districts.
static TENANT: LazyLock<Tenant> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    let district = |id: &str, name: &str| {
        format!(
            r#"{{"type":"Feature","properties":{{"id":"{id}","name":"{name}"}},"geometry":{{"type":"Point","coordinates":[14.6,52.7]}}}}"#
        )
    };
    let districts = [district("pogodno", "Pogodno"), district("rynek", "Stary Rynek")].join(",");
    let collection = format!(r#"{{"type":"FeatureCollection","features":[{districts}]}}"#);
    fs::write(folder.path().join("districts.geojson"), collection).unwrap();
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

/// Texts as rows have them: trimmed, without control characters.
fn text() -> impl Strategy<Value = String> {
    "[a-zA-ZąęłżźćńśÓіїєґ0-9'=+@\"|;,.\\- ]{0,30}[a-zA-Zżі0-9]".prop_map(|text| text.trim().to_owned())
}

fn row() -> impl Strategy<Value = Model> {
    let kinds: Vec<Kind> = Kind::iter().collect();
    let sectors: Vec<Sector> = Sector::iter().collect();
    let texts = || (text(), option::of(text()), option::of(text()), option::of(text()), option::of(text()));
    let rest = (
        select(kinds),
        option::of(select(sectors)),
        option::of(select(vec!["pogodno", "rynek"])),
        option::of((-90.0..90.0, -180.0..180.0)),
        option::of(0..5000_i32),
        vec("[a-zż]{3,12}", 0..3),
        option::of(Just("sekretariat@sp5.example.org".to_owned())),
        option::of(Just("https://sp5.example.org/?a=1".to_owned())),
    );
    (texts(), texts(), rest).prop_map(|(names, address, rest)| {
        let (kind, sector, district, point, pupils, mut languages, email, website) = rest;
        languages.sort_unstable();
        languages.dedup();
        let (lat, lon): (Option<f64>, Option<f64>) = point.unzip();
        Model {
            name: names.0,
            short_name: names.1,
            founder: names.2,
            description: names.3.map(|text| format!("{text}\n\n{text}")),
            phone: names.4,
            street: address.1,
            building: address.2,
            postal_code: address.3,
            city: address.4,
            kind,
            sector,
            district: district.map(str::to_owned),
            precision: lat.map(|_| "EXACT".to_owned()),
            lat,
            lon,
            pupils,
            languages: languages.into(),
            email,
            website,
            ..Model::default()
        }
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(row in row()) {
        let read = read(&TENANT, &of(&row)).map_err(|problems| TestCaseError::fail(format!("{problems:?}")))?;
        prop_assert_eq!(read, row);
    }
}

#[test]
fn values_are_read_as_people_write_them() {
    let row =
        read(&TENANT, &fields(&[("name", "MDK"), ("kind", "culture_centre"), ("district", "stary rynek")])).unwrap();
    assert_eq!((row.kind, row.district.as_deref()), (Kind::CultureCentre, Some("rynek")));
}

#[test]
fn every_problem_is_told_at_its_field() {
    let bad = [
        ("sector", "half"),
        ("district", "atlantyda"),
        ("email", "Ala <a@b.pl>"),
        ("website", "www.sp1.pl"),
        ("pupils", "-1"),
        ("lat", "52"),
    ];
    let problems = read(&TENANT, &fields(&bad)).unwrap_err();
    let told: Vec<_> = problems.iter().map(|problem| (problem.field.as_deref().unwrap(), problem.kind)).collect();
    assert_eq!(
        told,
        [
            ("name", FieldKind::Missing),
            ("kind", FieldKind::Missing),
            ("sector", FieldKind::SectorExpected),
            ("district", FieldKind::DistrictUnknown),
            ("email", FieldKind::EmailExpected),
            ("website", FieldKind::LinkExpected),
            ("pupils", FieldKind::CountExpected),
            ("lon", FieldKind::LongitudeMissing),
        ]
    );
    let unknown = read(&TENANT, &fields(&[("name", "MDK"), ("kind", "KLUB")])).unwrap_err();
    assert_eq!(unknown.iter().map(|problem| problem.kind).collect::<Vec<_>>(), [FieldKind::KindExpected]);
}

#[test]
fn every_kind_is_said_in_every_language() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let files = Lang::ALL.map(|lang| {
        let name = format!("web/i18n/{}/catalogue.ftl", lang.tag());
        (lang, name.clone(), Cow::Owned(fs::read_to_string(root.join(name)).unwrap()))
    });
    let messages = Messages::load(files).unwrap();
    for (lang, kind) in Lang::ALL.into_iter().flat_map(|lang| FieldKind::ALL.iter().map(move |kind| (lang, kind))) {
        assert!(messages.has(lang, kind.key()), "{}: {}", lang.tag(), kind.key());
    }
}

#[test]
fn addresses_are_checked_by_form() {
    let is_email = |text: &str| email_address(text).is_some();
    assert!(is_email("a@b.pl") && !is_email("a@b") && !is_email("Ala <a@b.pl>") && !is_email("@b.pl"));
    assert!(web_address("https://a.pl").is_some() && web_address("javascript:alert(1)").is_none());
}
