use std::{
    fs,
    path::{Path, PathBuf},
};

use chrono_tz::Tz;
use search_index::LocalPhrases;
use serde::{Deserialize, Serialize};

use super::{
    AccessibilityStatement, Area, Brand, District, IdentityProvider, MailSettings, ModuleSet, Policy,
    area::{Bounds, LatLon},
    brand::Colour,
    mail::MailSection,
    people::ProviderSection,
    statement::AccessibilitySection,
};
use crate::{
    i18n::{Lang, LocalText},
    slug::Slug,
};

/// Modules that every city has.
const ALWAYS_ON: [&str; 2] = ["directory", "identity"];
/// The register's Szczecin is `3262011`: voivodeship, county, gmina, kind.
const TERYT_DIGITS: usize = 7;

/// A tenant as declared, with its files read in: what the registry stores.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Declaration {
    /// Its short name.
    pub slug: Slug,
    /// What people call it.
    pub name: LocalText,
    /// Host names of its own.
    pub hosts: Vec<HostName>,
    /// The language of its pages when nobody asks for another, a BCP 47 tag.
    pub locale: String,
    /// The time zone of its clocks, an IANA name.
    pub time_zone: Tz,
    /// What it switches on.
    pub modules: ModuleSet,
    /// Where it is.
    pub area: Area,
    /// How it looks and speaks.
    pub brand: Brand,
    /// What its people call things.
    #[serde(default)]
    pub vernacular: Vernacular,
    /// Who can vouch for its people.
    #[serde(default)]
    pub identity: Vec<IdentityProvider>,
    /// As whom it writes mail.
    #[serde(default)]
    pub mail: MailSettings,
    /// What the city decides of how its portal works.
    #[serde(default)]
    pub policy: Policy,
    /// Who answers for people's data, and how, Markdown.
    #[serde(default)]
    pub privacy: LocalText,
    /// What it declares of its portal's accessibility.
    #[serde(default)]
    pub accessibility: Option<AccessibilityStatement>,
}

/// What the people of a city call things, beside what everybody does.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Vernacular {
    /// Phrases of its own for interests and topics.
    pub phrases: LocalPhrases,
    /// Places that people measure from, besides districts and what is in the catalogue.
    pub places: Vec<Landmark>,
}

/// A place by its name.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Landmark {
    /// What people call it.
    pub name: String,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<LatLon>,
    /// What else people call it, also in other languages.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<String>,
    /// The districts it is made of, by their ids, instead of a point.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub districts: Vec<String>,
}

/// A host name as DNS has it: lower case, ASCII, no port.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct HostName(String);

impl HostName {
    /// The name as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for HostName {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let label = |label: &str| {
            (1..=63).contains(&label.len())
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-' || b == b'_')
        };
        if text.len() <= 253 && text.split('.').all(label) {
            Ok(Self(text))
        } else {
            Err(format!(
                "\"{text}\" is no host name; write it like \"edu.szczecin.example\", in lower case, without port or path"
            ))
        }
    }
}

impl From<HostName> for String {
    fn from(host: HostName) -> Self {
        host.0
    }
}

/// What is wrong with a declaration, and where.
#[derive(Debug, thiserror::Error)]
#[error("{}{}: {problem}", file.display(), line.map(|line| format!(":{line}")).unwrap_or_default())]
pub struct DeclarationError {
    /// The file at fault.
    pub file: PathBuf,
    /// The line, counted from one, where the fault has one.
    pub line: Option<usize>,
    /// The key at fault and what would be right.
    pub problem: String,
}

impl DeclarationError {
    fn whole_file(file: &Path, problem: impl Into<String>) -> Self {
        Self { file: file.to_owned(), line: None, problem: problem.into() }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    slug: Slug,
    name: String,
    #[serde(default)]
    names: Names,
    #[serde(default)]
    hosts: Vec<HostName>,
    #[serde(default)]
    locale: Locale,
    #[serde(default = "warsaw")]
    time_zone: Tz,
    #[serde(default)]
    modules: Vec<toml::Spanned<String>>,
    area: AreaSection,
    brand: BrandSection,
    #[serde(default)]
    search: SearchSection,
    #[serde(default)]
    mail: MailSection,
    #[serde(default)]
    identity: Vec<toml::Spanned<ProviderSection>>,
    #[serde(default)]
    policy: Policy,
    #[serde(default)]
    privacy: PrivacySection,
    accessibility: Option<toml::Spanned<AccessibilitySection>>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Names {
    en: Option<String>,
    uk: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(try_from = "String")]
struct Locale(Lang);

impl TryFrom<String> for Locale {
    type Error = String;

    fn try_from(tag: String) -> Result<Self, String> {
        tag.parse().map(Self).map_err(|()| format!("\"{tag}\" is none of pl, en, uk"))
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AreaSection {
    teryt: Teryt,
    centre: LatLon,
    bounds: Bounds,
    districts: Option<String>,
}

#[derive(Deserialize)]
#[serde(try_from = "String")]
struct Teryt(String);

impl TryFrom<String> for Teryt {
    type Error = String;

    fn try_from(code: String) -> Result<Self, String> {
        if code.len() == TERYT_DIGITS && code.bytes().all(|b| b.is_ascii_digit()) {
            Ok(Self(code))
        } else {
            Err(format!("\"{code}\" is no TERYT code of a gmina; it has seven digits, like \"3262011\""))
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BrandSection {
    primary: Colour,
    accent: Colour,
    #[serde(default = "ink")]
    ink: Colour,
    #[serde(default = "white")]
    surface: Colour,
    #[serde(default = "text_face")]
    typeface: String,
    mark: Option<String>,
    pattern: Option<String>,
    #[serde(default)]
    tagline: LocalText,
    #[serde(default)]
    intro: LocalText,
}

/// Files of the notice on people's data, by language.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct PrivacySection {
    pl: Option<String>,
    en: Option<String>,
    uk: Option<String>,
}

#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct SearchSection {
    phrases: Option<String>,
    #[serde(default)]
    places: Vec<Landmark>,
}

fn warsaw() -> Tz {
    Tz::Europe__Warsaw
}

fn ink() -> Colour {
    Colour::INK
}

fn white() -> Colour {
    Colour::WHITE
}

fn text_face() -> String {
    "Onest".to_owned()
}

/// Reads `<folder>/tenant.toml` and the files it names. `modules` are those this release has.
pub fn read_folder(folder: &Path, modules: &[&str]) -> Result<Declaration, DeclarationError> {
    let file = folder.join("tenant.toml");
    let content = read(&file)?;
    let declared: File = toml::from_str(&content).map_err(|err| {
        let at = err.span().map(|span| span.start);
        located(&file, &content, at, err.message())
    })?;
    let mut switched_on = ModuleSet::new();
    for module in declared.modules {
        let at = module.span().start;
        let name = module.into_inner();
        if modules.contains(&name.as_str()) {
            switched_on.insert(name);
        } else if !ALWAYS_ON.contains(&name.as_str()) {
            let problem = format!("there is no module \"{name}\"; there are {}", modules.join(", "));
            return Err(located(&file, &content, Some(at), &problem));
        }
    }
    let area = declared.area;
    if !area.bounds.contains(area.centre) {
        return Err(located(&file, &content, content.find("centre"), "the centre lies outside the bounds"));
    }
    let districts = match area.districts {
        Some(name) => read_districts(&folder.join(name))?,
        None => Vec::new(),
    };
    for landmark in &declared.search.places {
        let unknown = landmark.districts.iter().find(|id| !districts.iter().any(|district| district.id == **id));
        let problem = match unknown {
            Some(id) => format!("the place \"{}\": there is no district \"{id}\"", landmark.name),
            None if landmark.at.is_some() != landmark.districts.is_empty() => {
                format!("the place \"{}\": give `at`, a [latitude, longitude], or `districts`", landmark.name)
            }
            None => continue,
        };
        return Err(located(&file, &content, content.find("[[search.places]]"), &problem));
    }
    let phrases = match declared.search.phrases {
        Some(name) => {
            let file = folder.join(name);
            LocalPhrases::parse(&read(&file)?).map_err(|err| DeclarationError::whole_file(&file, err.to_string()))?
        }
        None => LocalPhrases::default(),
    };
    let mut identity: Vec<IdentityProvider> = Vec::new();
    for section in declared.identity {
        let at = section.span().start;
        let provider = section.into_inner().read(folder).and_then(|provider| {
            match identity.iter().any(|other| other.id == provider.id) {
                true => Err(format!("id: \"{}\" appears twice", provider.id)),
                false => Ok(provider),
            }
        });
        identity.push(provider.map_err(|problem| located(&file, &content, Some(at), &problem))?);
    }
    let mail = declared.mail.read(folder).map_err(|(at, problem)| located(&file, &content, Some(at), &problem))?;
    let privacy = read_privacy(folder, declared.privacy)?;
    let accessibility = declared.accessibility.map(|section| {
        let at = section.span().start;
        section.into_inner().read().map_err(|problem| located(&file, &content, Some(at), &problem))
    });
    let accessibility = accessibility.transpose()?;
    let brand = declared.brand;
    let mark = match brand.mark {
        Some(name) => read(&folder.join(name))?,
        None => plain_mark(brand.primary, &declared.name),
    };
    let brand = Brand {
        primary: brand.primary,
        accent: brand.accent,
        ink: brand.ink,
        surface: brand.surface,
        typeface: brand.typeface,
        mark,
        pattern: brand.pattern.map(|name| read(&folder.join(name))).transpose()?,
        tagline: brand.tagline,
        intro: brand.intro,
    };
    if let Err((key, problem)) = brand.check() {
        let section = content.find("[brand]").unwrap_or_default();
        let at = content[section..].find(&format!("\n{key}")).map(|at| section + at + 1);
        return Err(located(&file, &content, at, &problem));
    }
    Ok(Declaration {
        slug: declared.slug,
        name: LocalText { pl: declared.name, en: declared.names.en, uk: declared.names.uk },
        hosts: declared.hosts,
        locale: declared.locale.0.tag().to_owned(),
        time_zone: declared.time_zone,
        modules: switched_on,
        area: Area { teryt: area.teryt.0, centre: area.centre, bounds: area.bounds, districts },
        brand,
        vernacular: Vernacular { phrases, places: declared.search.places },
        identity,
        mail,
        policy: declared.policy,
        privacy,
        accessibility,
    })
}

/// A city without a notice of its own says what holds for all.
fn read_privacy(folder: &Path, section: PrivacySection) -> Result<LocalText, DeclarationError> {
    let text = |name: Option<String>| name.map(|name| read(&folder.join(name))).transpose();
    Ok(LocalText { pl: text(section.pl)?.unwrap_or_default(), en: text(section.en)?, uk: text(section.uk)? })
}

fn read(file: &Path) -> Result<String, DeclarationError> {
    fs::read_to_string(file).map_err(|err| DeclarationError::whole_file(file, err.to_string()))
}

/// A fault at a byte of the file, as its line and key.
fn located(file: &Path, content: &str, at: Option<usize>, problem: &str) -> DeclarationError {
    let Some(at) = at.filter(|at| *at <= content.len() && content.is_char_boundary(*at)) else {
        return DeclarationError::whole_file(file, problem);
    };
    let line = content[..at].matches('\n').count() + 1;
    // A table's own fault stands at its head.
    let above: Vec<_> = content.lines().take(line).collect();
    let table = above
        .iter()
        .rev()
        .find_map(|line| line.trim().strip_prefix('[')?.split_once(']').map(|(name, _)| name.trim_start_matches('[')));
    let key = content.lines().nth(line - 1).and_then(|line| line.split_once('=')).map(|(key, _)| key.trim());
    let path = [table, key].into_iter().flatten().collect::<Vec<_>>().join(".");
    let problem = if path.is_empty() { problem.to_owned() } else { format!("{path}: {problem}") };
    DeclarationError { file: file.to_owned(), line: Some(line), problem }
}

/// A city that declares no mark gets its initial on its colour.
fn plain_mark(ground: Colour, name: &str) -> String {
    let initial = name.chars().find(|c| c.is_alphabetic()).unwrap_or('•');
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 64 64\"><rect width=\"64\" height=\"64\" rx=\"12\" fill=\"{ground}\"/>\
         <text x=\"32\" y=\"45\" text-anchor=\"middle\" font-family=\"sans-serif\" font-size=\"38\" font-weight=\"700\" fill=\"{}\">{initial}</text></svg>",
        ground.text_on()
    )
}

/// Districts as a GeoJSON feature collection (RFC 7946): properties `id` and `name`; a point is the district's
/// middle, a polygon its border.
fn read_districts(file: &Path) -> Result<Vec<District>, DeclarationError> {
    let fault = |problem: String| DeclarationError::whole_file(file, problem);
    let collection: geojson::FeatureCollection =
        read(file)?.parse().map_err(|err: geojson::Error| fault(err.to_string()))?;
    let mut districts = Vec::with_capacity(collection.features.len());
    for (index, feature) in collection.features.into_iter().enumerate() {
        let text = |name: &str| {
            feature
                .property(name)
                .and_then(|value| value.as_str())
                .map(str::to_owned)
                .ok_or_else(|| fault(format!("feature {}: the property \"{name}\" is missing", index + 1)))
        };
        let (id, name) = (text("id")?, text("name")?);
        let geometry = feature.geometry.as_ref().ok_or_else(|| fault(format!("district \"{id}\" has no geometry")))?;
        let shape =
            geo::Geometry::<f64>::try_from(geometry).map_err(|err| fault(format!("district \"{id}\": {err}")))?;
        let (middle, outline) = match &shape {
            geo::Geometry::Point(point) => (Some(*point), None),
            geo::Geometry::Polygon(_) | geo::Geometry::MultiPolygon(_) => {
                (geo::Centroid::centroid(&shape), Some(geometry.clone()))
            }
            _ => (None, None),
        };
        let centre = middle.and_then(|point| LatLon::new(point.y(), point.x())).ok_or_else(|| {
            fault(format!(
                "district \"{id}\": the geometry is a Point, Polygon or MultiPolygon in degrees, longitude first"
            ))
        })?;
        if districts.iter().any(|other: &District| other.id == id) {
            return Err(fault(format!("district \"{id}\" appears twice")));
        }
        districts.push(District { id, name, centre, outline });
    }
    districts.sort_by_cached_key(|district| search_index::sort_key(&district.name));
    Ok(districts)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r##"
slug = "debno"
name = "Dębno"
hosts = ["edu.debno.example"]
modules = ["activities", "directory"]

[area]
teryt = "3210024"
centre = [52.74, 14.69]
bounds = [52.60, 14.50, 52.90, 14.90]

[brand]
primary = "#0a5f38"
accent = "#ffcc00"
"##;

    fn parse(content: &str) -> Result<Declaration, DeclarationError> {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("tenant.toml"), content).unwrap();
        read_folder(folder.path(), &["activities"])
    }

    #[test]
    fn a_plain_declaration_gets_sensible_defaults() {
        let city = parse(GOOD).unwrap();
        assert_eq!((city.locale.as_str(), city.time_zone), ("pl", Tz::Europe__Warsaw));
        assert_eq!(
            city.modules.iter().map(String::as_str).collect::<Vec<_>>(),
            ["activities"],
            "what every city has is no switch"
        );
        assert!(city.brand.mark.contains(">D<"));
    }

    #[test]
    fn a_fault_names_file_line_and_key() {
        let cases = [
            ("teryt = \"3210024\"", "teryt = \"321\"", ":8: area.teryt: "),
            ("centre = [52.74, 14.69]", "centre = [200.0, 14.69]", ":9: area.centre: "),
            ("centre = [52.74, 14.69]", "centre = [50.0, 14.69]", ":9: area.centre: the centre lies outside"),
            ("primary = \"#0a5f38\"", "primary = \"green\"", ":13: brand.primary: "),
            (
                "accent = \"#ffcc00\"",
                "accent = \"#ffcc00\"\nink = \"#8a9aa8\"",
                ":15: brand.ink: text (#8a9aa8) on #ffffff has a contrast of 2.9",
            ),
            ("accent = \"#ffcc00\"", "accent = \"#ffcc00\"\nsurface = \"#3a4450\"", ":15: brand.surface: "),
            ("\"activities\", \"directory\"", "\"activites\"", ":5: modules: there is no module"),
            ("name = \"Dębno\"", "nam = \"Dębno\"", ":3: nam: unknown field"),
            ("edu.debno.example", "https://debno/", ":4: hosts: "),
            ("slug = \"debno\"", "slug = \"Dębno\"", ":2: slug: "),
            ("[area]", "[area", ":7"),
        ];
        for (from, to, expected) in cases {
            let message = parse(&GOOD.replace(from, to)).unwrap_err().to_string();
            assert!(message.contains("tenant.toml") && message.contains(expected), "{to}: {message}");
        }
    }

    #[test]
    fn a_fault_of_the_statement_names_its_table_and_key() {
        let statement = "\n[privacy]\n\n[accessibility]\noperator = \" \"\nconformance = \"full\"\npublished = 2026-11-01\nprepared = 2026-11-20\n\
            contact = { name = \"A\", email = \"a@b.example\", phone = \"+48 123456789\" }\nbuilding = { pl = \"B\" }\n";
        let message = parse(&format!("{GOOD}{statement}")).unwrap_err().to_string();
        assert!(message.contains(":18: accessibility: operator: "), "{message}");
    }

    #[test]
    fn faults_of_mail_are_told_like_others() {
        let cases = [
            ("from = \"portal\"", ":17: mail.from: "),
            ("from = \"a@b.example\\r\\nBcc: x@y.example\"", ":17: mail.from: "),
            ("reply_to = \"Urzad <urzad@debno.example>\"", ":17: mail.reply_to: "),
            ("smtp_url = \"http://mail.example\"", ":17: mail.smtp_url: "),
            ("smtp_url_file = \"missing\"", ":17: mail.smtp_url_file: missing: "),
            ("smtp_url = \"smtp://a\"\nsmtp_url_file = \"b\"", ":18: mail.smtp_url_file: give smtp_url or"),
            ("bounce_host = \"a b\"", ":17: mail.bounce_host: "),
            ("per_minute = 0", ":17: mail.per_minute: a number from 1"),
            ("connections = 9", ":17: mail.connections: a number from 1 to 8"),
            ("smpt_url = \"smtp://a\"", ":17: mail.smpt_url: unknown field"),
            (
                "dkim = { domain = \"debno.example\", selector = \"s\", key_file = \"missing\" }",
                ":17: mail.dkim: missing: ",
            ),
            (
                "dkim = { domain = \"debno.example\", selector = \"s\", key_file = \"tenant.toml\" }",
                ":17: mail.dkim: key_file: ",
            ),
        ];
        for (lines, expected) in cases {
            let message = parse(&format!("{GOOD}\n[mail]\n{lines}\n")).unwrap_err().to_string();
            assert!(message.contains(expected), "{lines}: {message}");
        }
        let mail =
            parse(&format!("{GOOD}\n[mail]\nsmtp_url = \"smtp://u:tajne@a.example\"\nconnections = 2\n")).unwrap().mail;
        assert_eq!((mail.connections(), mail.domain_per_minute(), mail.per_minute), (2, 300, None));
        assert!(!format!("{mail:?}").contains("tajne"));
    }
}
