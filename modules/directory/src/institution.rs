use kernel::{entity_id, tenancy::LatLon, values::List};
use sea_orm::{Iterable as _, entity::prelude::*};

entity_id!(
    /// An institution's id.
    InstitutionId,
    "inst"
);

impl Default for InstitutionId {
    fn default() -> Self {
        Self(Uuid::nil())
    }
}

/// An institution: a row of the school register, or one that no register knows.
#[derive(Clone, Debug, Default, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "institution")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: InstitutionId,
    /// Where it came from: `rspo`, `csv`, `demo`.
    pub source: String,
    /// Its id there.
    pub source_id: String,
    /// Its number in the register of schools.
    pub rspo: Option<i32>,
    /// Its full name.
    pub name: String,
    /// A shorter name.
    pub short_name: Option<String>,
    /// What it is.
    pub kind: Kind,
    /// What the register calls its kind.
    pub type_name: Option<String>,
    /// Public or not.
    pub sector: Option<Sector>,
    /// What the register calls its legal status.
    pub status: Option<String>,
    /// Its statistical number.
    pub regon: Option<String>,
    /// Its tax number.
    pub nip: Option<String>,
    /// Who runs it.
    pub founder: Option<String>,
    /// What kind of body that is.
    pub founder_kind: Option<String>,
    /// The founder's statistical number.
    pub founder_regon: Option<String>,
    /// The founder's tax number.
    pub founder_nip: Option<String>,
    /// The founder's voivodeship.
    pub founder_voivodeship: Option<String>,
    /// The founder's county.
    pub founder_county: Option<String>,
    /// The founder's gmina.
    pub founder_gmina: Option<String>,
    /// Street, with its kind (`ul. Leśna`).
    pub street: Option<String>,
    /// Building.
    pub building: Option<String>,
    /// Flat or room.
    pub unit: Option<String>,
    /// Postcode, `70-001`.
    pub postal_code: Option<String>,
    /// Post office.
    pub post_office: Option<String>,
    /// Town or village.
    pub city: Option<String>,
    /// Kind of place.
    pub locality_kind: Option<String>,
    /// Voivodeship.
    pub voivodeship: Option<String>,
    /// County.
    pub county: Option<String>,
    /// Gmina.
    pub gmina: Option<String>,
    /// The gmina's code (TERYT TERC).
    pub teryt: Option<String>,
    /// The place's code (TERYT SIMC).
    pub locality_code: Option<String>,
    /// The street's code (TERYT ULIC).
    pub street_code: Option<String>,
    /// District, by the id that the tenant's declaration gives it.
    pub district: Option<String>,
    /// Latitude in degrees.
    pub lat: Option<f64>,
    /// Longitude in degrees.
    pub lon: Option<f64>,
    /// How well the location is known, a name of [`kernel::tenancy::Precision`].
    pub precision: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Fax.
    pub fax: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Web site, with its scheme.
    pub website: Option<String>,
    /// How many pupils it has.
    pub pupils: Option<i32>,
    /// Whom it is for.
    pub pupil_category: Option<String>,
    /// What is special about it.
    pub specificity: Option<String>,
    /// Whether it stands alone, is a complex or belongs to one.
    pub structure: Option<String>,
    /// The register number of the complex it belongs to.
    pub parent_rspo: Option<i32>,
    /// The complex's kind.
    pub parent_kind: Option<String>,
    /// The complex's name.
    pub parent_name: Option<String>,
    /// Languages taught, by their Polish names.
    pub languages: List<String>,
    /// Sports grounds.
    pub sports_grounds: Option<String>,
    /// Whether it employs a speech therapist.
    pub has_speech_therapist: Option<bool>,
    /// Whether it employs a psychologist.
    pub has_psychologist: Option<bool>,
    /// Whether it employs a counsellor.
    pub has_counsellor: Option<bool>,
    /// Class groups by what is special about them.
    pub class_profiles: Option<String>,
    /// Additional class groups.
    pub extra_classes: Option<String>,
    /// Occupations taught.
    pub occupations: Option<String>,
    /// Artistic occupations taught.
    pub artistic_occupations: Option<String>,
    /// Occupations of public-service colleges.
    pub occupations_kpss: Option<String>,
    /// Field of a sector skills centre.
    pub bcu_field: Option<String>,
    /// What it says of itself, Markdown.
    pub description: Option<String>,
    /// Founded on.
    pub founded_on: Option<Date>,
    /// Working since.
    pub opened_on: Option<Date>,
    /// Closed on.
    pub closed_on: Option<Date>,
    /// Columns that people corrected at the desk; imports leave them alone.
    pub corrected: List<String>,
    /// Its picture, an upload of the media module.
    pub picture_id: Option<Uuid>,
    /// When the row was made.
    pub created_at: ChronoDateTimeUtc,
    /// When the row last changed.
    pub updated_at: ChronoDateTimeUtc,
}

/// No relations: modules exchange ids and functions.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// Where it is, if that is known.
    pub fn location(&self) -> Option<LatLon> {
        LatLon::new(self.lat?, self.lon?)
    }

    /// Whether it exists no longer on that day.
    pub fn is_closed(&self, today: Date) -> bool {
        self.closed_on.is_some_and(|closed| closed <= today)
    }

    /// Street, building and unit on one line, without the town.
    pub fn street_line(&self) -> Option<String> {
        street_line(self.street.as_deref(), self.building.as_deref(), self.unit.as_deref())
    }
}

/// Street, building and unit on one line.
pub(crate) fn street_line(street: Option<&str>, building: Option<&str>, unit: Option<&str>) -> Option<String> {
    let number = match (building, unit) {
        (Some(building), Some(unit)) => Some(format!("{building}/{unit}")),
        (building, _) => building.map(str::to_owned),
    };
    let parts: Vec<_> = street.map(str::to_owned).into_iter().chain(number).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// What an institution is, for people who look for one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "SCREAMING_SNAKE_CASE")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Kind {
    Preschool,
    PrimarySchool,
    SecondarySchool,
    VocationalSchool,
    PostSecondarySchool,
    ArtSchool,
    SpecialSchool,
    SchoolComplex,
    CounsellingCentre,
    Dormitory,
    CultureCentre,
    SportsClub,
    Library,
    Museum,
    YouthCentre,
    ContinuingEducation,
    TeacherTraining,
    Police,
    FireBrigade,
    CityGuard,
    Organisation,
    #[default]
    Other,
}

/// Who answers for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Sector {
    /// The public.
    Public,
    /// Somebody else.
    NonPublic,
}

impl Kind {
    /// The kind of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::iter().find(|kind| kind.to_value() == name)
    }

    /// What a kind of the register ("Typ") is to people. The register has some sixty, and adds new ones: what is
    /// not recognised is `Other`, never an error.
    pub fn of_register(type_name: &str) -> Self {
        let name = type_name.to_lowercase();
        let rules: [(&[&str], Self); 15] = [
            (&["muzyczn", "plastyczn", "artystyczn", "sztuk pięknych", "baletow", "cyrkow"], Self::ArtSchool),
            (&["specjaln", "rewalidacyj", "socjoterapii", "ośrodek wychowawczy"], Self::SpecialSchool),
            (&["przedszkol"], Self::Preschool),
            (&["szkoła podstawowa"], Self::PrimarySchool),
            (&["policealn", "kolegium"], Self::PostSecondarySchool),
            (&["liceum", "gimnazjum", "szkoła realna"], Self::SecondarySchool),
            (&["technikum", "branżowa", "zasadnicza szkoła"], Self::VocationalSchool),
            (&["zespół szkół"], Self::SchoolComplex),
            (&["poradnia"], Self::CounsellingCentre),
            (&["bursa", "schronisko", "dom wczasów", "internat"], Self::Dormitory),
            (&["dom kultury"], Self::CultureCentre),
            (&["pałac młodzieży", "ognisko", "sportow", "pozaszkoln", "oświatowo-wychowawcza"], Self::YouthCentre),
            (&["bibliotek"], Self::Library),
            (&["doskonalenia nauczycieli"], Self::TeacherTraining),
            (
                &["kształcenia ustawicznego", "kształcenia zawodowego", "centrum umiejętności"],
                Self::ContinuingEducation,
            ),
        ];
        rules
            .into_iter()
            .find(|(words, _)| words.iter().any(|word| name.contains(word)))
            .map_or(Self::Other, |(_, kind)| kind)
    }
}

impl Sector {
    /// The sector of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::iter().find(|sector| sector.to_value() == name)
    }

    /// What the register's legal status says: everything that is not public begins with "niepubliczna".
    pub fn of_register(status: &str) -> Self {
        if status.to_lowercase().starts_with("publiczn") { Self::Public } else { Self::NonPublic }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_register_s_kinds_find_their_place() {
        for (name, kind) in [
            ("Przedszkole", Kind::Preschool),
            ("Zespół wychowania przedszkolnego", Kind::Preschool),
            ("Szkoła muzyczna I stopnia", Kind::ArtSchool),
            ("Szkoła specjalna przysposabiająca do pracy", Kind::SpecialSchool),
            ("Liceum ogólnokształcące", Kind::SecondarySchool),
            ("Branżowa szkoła II stopnia", Kind::VocationalSchool),
            ("Zespół szkół i placówek oświatowych", Kind::SchoolComplex),
            ("Młodzieżowy dom kultury", Kind::CultureCentre),
            ("Coś zupełnie nowego", Kind::Other),
        ] {
            assert_eq!(Kind::of_register(name), kind, "{name}");
        }
        assert_eq!(Sector::of_register("niepubliczna bez uprawnień szkoły publicznej"), Sector::NonPublic);
        assert_eq!(Kind::parse("CITY_GUARD"), Some(Kind::CityGuard));
    }
}
