//! Institutions in the schema.

mod audience;
mod details;
mod interest;
mod list;
mod place;
mod weekday;

use std::sync::Arc;

use async_graphql::{
    Context, ID, Object, Result, SimpleObject,
    connection::{Connection, Edge},
    dataloader::DataLoader,
};
use chrono::{DateTime, Utc};
use kernel::{
    error::Fault,
    graphql::{
        Base, ContextExt as _, Open,
        connection::{Cursor, DEFAULT_FIRST, highlights, page_size, query_text},
        scalars::Date,
    },
    page::{localised, path_name},
    scope::Scope,
    search::Snapshot,
};
use search_index::{Facet, Highlighter, Hit, Query, Reading, Sort, taxonomy};

use crate::{
    ENTITY,
    institution::{InstitutionId, Kind, Model, Sector},
    loader::{ByRspo, InstitutionLoader, MembersOf},
    search::KIND,
    service,
};

pub use audience::Audience;
pub use details::{AccessibilityFeature, AgeRange, Price};
pub use interest::{Interest, InterestCategory};
pub(crate) use list::kind_names;
pub use list::{
    InstitutionConnectionFields, InstitutionEdgeFields, InstitutionFacets, InstitutionFilter, InstitutionKind,
    InstitutionSector, InstitutionSort, labelled,
};
use list::{kind_label, sector_label, terms};
pub use place::{Address, District, Location, LocationPrecision, NearInput, Place, district_label};
pub use weekday::Weekday;

/// A school, preschool, culture house or anybody else around education.
pub type Institution = Open<InstitutionFields>;

/// A page of institutions.
pub type InstitutionConnection = Connection<Cursor, Institution, InstitutionConnectionFields, InstitutionEdgeFields>;

/// The fields of an institution that its own module knows.
#[derive(Clone, Debug)]
pub struct InstitutionFields(pub Arc<Model>);

impl Base for InstitutionFields {
    const NAME: &'static str = "Institution";
}

/// The institution of a row.
pub fn institution(row: Arc<Model>) -> Institution {
    Open(InstitutionFields(row))
}

/// A school, preschool, culture house or anybody else around education.
#[Object(name = "InstitutionFields")]
impl InstitutionFields {
    /// Its global id.
    pub async fn id(&self) -> ID {
        self.0.id.global().into()
    }

    /// The path of its page on the city's portal, in the request's language.
    async fn url(&self, ctx: &Context<'_>) -> String {
        localised(ctx.scope().lang, &format!("/placowki/{}/{}", self.0.id.global(), path_name(&self.0.name)))
    }

    /// Its number in the register of schools and educational institutions (RSPO).
    async fn rspo(&self) -> Option<i32> {
        self.0.rspo
    }

    /// Its full name.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// A shorter name, where it has one.
    async fn short_name(&self) -> Option<&str> {
        self.0.short_name.as_deref()
    }

    /// What it is.
    async fn kind(&self) -> InstitutionKind {
        self.0.kind.into()
    }

    /// What it is, for people: as the register calls it, else in the request's language.
    async fn kind_label(&self, ctx: &Context<'_>) -> String {
        kind_label(ctx.scope(), self.0.kind)
    }

    /// What the register calls its kind.
    async fn type_name(&self) -> Option<&str> {
        self.0.type_name.as_deref()
    }

    /// Public or not.
    async fn sector(&self) -> Option<InstitutionSector> {
        self.0.sector.map(Into::into)
    }

    /// Public or not, for people.
    async fn sector_label(&self, ctx: &Context<'_>) -> Option<String> {
        self.0.sector.map(|sector| sector_label(ctx.scope(), sector))
    }

    /// Who runs it.
    async fn founder(&self) -> Option<Founder> {
        let row = &*self.0;
        (row.founder.is_some() || row.founder_kind.is_some()).then(|| Founder {
            name: row.founder.clone(),
            kind: row.founder_kind.clone(),
            regon: row.founder_regon.clone(),
            nip: row.founder_nip.clone(),
            voivodeship: row.founder_voivodeship.clone(),
            county: row.founder_county.clone(),
            gmina: row.founder_gmina.clone(),
        })
    }

    /// Its address.
    async fn address(&self) -> Address {
        let Model { street, building, unit, postal_code, city, .. } = &*self.0;
        Address {
            street: street.clone(),
            building: building.clone(),
            unit: unit.clone(),
            postal_code: postal_code.clone(),
            city: city.clone(),
        }
    }

    /// Where it is, and how well that is known.
    async fn location(&self) -> Option<Location> {
        Location::of(self.0.location(), self.0.precision.as_deref())
    }

    /// The district it is in.
    async fn district(&self, ctx: &Context<'_>) -> Option<District> {
        District::find(ctx.scope(), self.0.district.as_deref())
    }

    /// Codes of the territorial register (TERYT) it is registered under.
    async fn territory(&self) -> Territory {
        let Model { teryt, locality_code, street_code, voivodeship, county, gmina, .. } = (*self.0).clone();
        Territory { gmina_code: teryt, locality_code, street_code, voivodeship, county, gmina }
    }

    /// Telephone number.
    async fn phone(&self) -> Option<&str> {
        self.0.phone.as_deref()
    }

    /// Fax number.
    async fn fax(&self) -> Option<&str> {
        self.0.fax.as_deref()
    }

    /// E-mail address.
    async fn email(&self) -> Option<&str> {
        self.0.email.as_deref()
    }

    /// Web site.
    async fn website(&self) -> Option<&str> {
        self.0.website.as_deref()
    }

    /// How many pupils it has.
    async fn pupils(&self) -> Option<i32> {
        self.0.pupils
    }

    /// Languages taught, by their Polish names.
    async fn languages(&self) -> &[String] {
        &self.0.languages.0
    }

    /// Whom it is for, as the register says.
    async fn pupil_category(&self) -> Option<&str> {
        self.0.pupil_category.as_deref()
    }

    /// What is special about it, as the register says.
    async fn specificity(&self) -> Option<&str> {
        self.0.specificity.as_deref()
    }

    /// Statistical number.
    async fn regon(&self) -> Option<&str> {
        self.0.regon.as_deref()
    }

    /// Tax number.
    async fn nip(&self) -> Option<&str> {
        self.0.nip.as_deref()
    }

    /// Sports grounds, as the register lists them.
    async fn sports_grounds(&self) -> Option<&str> {
        self.0.sports_grounds.as_deref()
    }

    /// Occupations taught.
    async fn occupations(&self) -> Option<&str> {
        self.0.occupations.as_deref()
    }

    /// Specialists it employs.
    async fn specialists(&self) -> Specialists {
        Specialists {
            speech_therapist: self.0.has_speech_therapist,
            psychologist: self.0.has_psychologist,
            counsellor: self.0.has_counsellor,
        }
    }

    /// What else the register says of it, in the register's own words.
    async fn register(&self) -> RegisterEntry {
        let row = (*self.0).clone();
        RegisterEntry {
            status: row.status,
            structure: row.structure,
            parent_name: row.parent_name,
            parent_kind: row.parent_kind,
            locality_kind: row.locality_kind,
            post_office: row.post_office,
            class_profiles: row.class_profiles,
            extra_classes: row.extra_classes,
            artistic_occupations: row.artistic_occupations,
            public_service_occupations: row.occupations_kpss,
            skills_centre_field: row.bcu_field,
        }
    }

    /// The complex it belongs to; null also if the portal does not know it (see `register.parentName`).
    async fn parent(&self, ctx: &Context<'_>) -> Result<Option<Institution>> {
        let Some(rspo) = self.0.parent_rspo else { return Ok(None) };
        Ok(ctx.data_unchecked::<DataLoader<InstitutionLoader>>().load_one(ByRspo(rspo)).await?.map(institution))
    }

    /// What belongs to it, if it is a complex.
    async fn members(&self, ctx: &Context<'_>) -> Result<Vec<Institution>> {
        let Some(rspo) = self.0.rspo else { return Ok(Vec::new()) };
        let members = ctx.data_unchecked::<DataLoader<InstitutionLoader>>().load_one(MembersOf(rspo)).await?;
        ctx.charge(members.as_ref().map_or(0, Vec::len))?;
        Ok(members.unwrap_or_default().into_iter().map(institution).collect())
    }

    /// When it was founded.
    async fn founded_on(&self) -> Option<Date> {
        self.0.founded_on.map(Date)
    }

    /// When it began to work.
    async fn opened_on(&self) -> Option<Date> {
        self.0.opened_on.map(Date)
    }

    /// When it closed, if it has.
    async fn closed_on(&self) -> Option<Date> {
        self.0.closed_on.map(Date)
    }

    /// When the portal first knew of it.
    async fn created_at(&self) -> DateTime<Utc> {
        self.0.created_at
    }

    /// When what the portal knows last changed.
    async fn updated_at(&self) -> DateTime<Utc> {
        self.0.updated_at
    }
}

/// Who runs an institution.
#[derive(SimpleObject)]
struct Founder {
    /// Its name.
    name: Option<String>,
    /// What kind of body it is.
    kind: Option<String>,
    /// Statistical number.
    regon: Option<String>,
    /// Tax number.
    nip: Option<String>,
    /// Voivodeship.
    voivodeship: Option<String>,
    /// County.
    county: Option<String>,
    /// Gmina.
    gmina: Option<String>,
}

/// What the school register says, in its own words.
#[derive(SimpleObject)]
struct RegisterEntry {
    /// Legal status.
    status: Option<String>,
    /// Whether it stands alone, is a complex or belongs to one.
    structure: Option<String>,
    /// The name of the complex it belongs to.
    parent_name: Option<String>,
    /// The kind of the complex it belongs to.
    parent_kind: Option<String>,
    /// Town or village.
    locality_kind: Option<String>,
    /// Post office.
    post_office: Option<String>,
    /// Class groups by what is special about them.
    class_profiles: Option<String>,
    /// Additional class groups.
    extra_classes: Option<String>,
    /// Artistic occupations taught.
    artistic_occupations: Option<String>,
    /// Occupations of public-service colleges.
    public_service_occupations: Option<String>,
    /// Field of a sector skills centre.
    skills_centre_field: Option<String>,
}

/// Specialists an institution employs; null where the register does not say.
#[derive(SimpleObject)]
struct Specialists {
    /// A speech therapist.
    speech_therapist: Option<bool>,
    /// A psychologist.
    psychologist: Option<bool>,
    /// A school counsellor.
    counsellor: Option<bool>,
}

/// Where in the territorial register (TERYT) something lies.
#[derive(SimpleObject)]
struct Territory {
    /// The gmina's code.
    gmina_code: Option<String>,
    /// The place's code.
    locality_code: Option<String>,
    /// The street's code.
    street_code: Option<String>,
    /// Voivodeship.
    voivodeship: Option<String>,
    /// County.
    county: Option<String>,
    /// Gmina.
    gmina: Option<String>,
}

/// Root fields of this module.
#[derive(Debug, Default)]
pub struct DirectoryQuery;

#[Object]
impl DirectoryQuery {
    /// The taxonomy of interests.
    async fn interests(&self) -> Vec<InterestCategory> {
        taxonomy().categories.iter().map(InterestCategory).collect()
    }

    /// The institution of that id or register number; null if there is none.
    async fn institution(&self, ctx: &Context<'_>, id: Option<ID>, rspo: Option<i32>) -> Result<Option<Institution>> {
        let scope = ctx.scope();
        let row = match (id, rspo) {
            (Some(id), None) => match InstitutionId::parse(&id) {
                Some(id) => service::find(scope, id).await?,
                None => None,
            },
            (None, Some(rspo)) => service::find_by_rspo(scope, rspo).await?,
            _ => return Err(Fault::bad_input("id", "give either `id` or `rspo`").into()),
        };
        Ok(row.map(Arc::new).map(institution))
    }

    /// The city's institutions.
    #[expect(clippy::too_many_arguments, reason = "the contract's arguments")]
    async fn institutions(
        &self,
        ctx: &Context<'_>,
        query: Option<String>,
        filter: Option<InstitutionFilter>,
        near: Option<NearInput>,
        #[graphql(default_with = "Some(InstitutionSort::Relevance)")] sort: Option<InstitutionSort>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<InstitutionConnection> {
        let scope = ctx.scope();
        let text = query_text(query)?;
        let snapshot = scope.snapshot().await?;
        let asked = asked(scope, &snapshot, &text, filter.unwrap_or_default(), near).await?;
        let sort = match sort.unwrap_or(InstitutionSort::Relevance) {
            InstitutionSort::Distance if asked.near.is_none() => {
                return Err(Fault::bad_input("sort", "DISTANCE needs `near`").into());
            }
            InstitutionSort::Distance => Sort::Distance,
            InstitutionSort::Relevance if !text.trim().is_empty() => Sort::Relevance,
            InstitutionSort::Relevance if asked.near.is_some() => Sort::Distance,
            InstitutionSort::Relevance | InstitutionSort::Name => Sort::Name,
        };
        let wants_facets = ctx.look_ahead().field("facets").exists();
        let query = Query {
            sort,
            first: page_size(first)?,
            after,
            facets: if wants_facets {
                vec![Facet::Terms("kind"), Facet::Terms("sector"), Facet::Terms("district")]
            } else {
                Vec::new()
            },
            ..asked
        };
        let page = snapshot.reader().search(&query).map_err(Fault::from)?;
        ctx.charge(page.hits.len())?;
        let mut facets = page.facets.into_iter();
        let mut label = |label: &dyn Fn(&str) -> String| labelled(facets.next().unwrap_or_default(), label);
        let facets = InstitutionFacets {
            kinds: label(&|value| Kind::parse(value).map_or_else(|| value.to_owned(), |kind| kind_label(scope, kind))),
            sectors: label(&|value| {
                Sector::parse(value).map_or_else(|| value.to_owned(), |sector| sector_label(scope, sector))
            }),
            districts: label(&|value| district_label(scope, value)),
        };
        let fields =
            InstitutionConnectionFields { total_count: page.total, full_match_count: page.full_matches, facets };
        let mut connection = Connection::with_additional_fields(query.after.is_some(), page.has_next, fields);
        let highlighter = Highlighter::new(&query.meaning);
        connection.edges.extend(page.hits.into_iter().filter_map(|hit| edge(&snapshot, hit, &highlighter)));
        Ok(connection)
    }

    /// The city's districts, by name.
    async fn districts(&self, ctx: &Context<'_>) -> Vec<District> {
        ctx.scope().tenant.area.districts.iter().cloned().map(District).collect()
    }
}

/// What a list of institutions asks the index for, whatever its order and page. Who is to be told of institutions that
/// come asks the very same.
pub async fn asked(
    scope: &Scope,
    snapshot: &Snapshot,
    text: &str,
    filter: InstitutionFilter,
    near: Option<NearInput>,
) -> Result<Query, Fault> {
    let near = match near {
        Some(near) => Some(near.resolve(scope).await?),
        None => None,
    };
    Ok(Query {
        meaning: snapshot.understand(text, Reading::Name),
        kinds: vec![KIND],
        filter: search_index::Filter { terms: terms(filter), ..Default::default() },
        near,
        now: scope.now().timestamp(),
        ..Query::default()
    })
}

fn edge(
    snapshot: &Snapshot,
    hit: Hit,
    highlighter: &Highlighter,
) -> Option<Edge<Cursor, Institution, InstitutionEdgeFields>> {
    let row = snapshot.card::<Model>(ENTITY, hit.id)?;
    let fields = InstitutionEdgeFields {
        distance_meters: hit.distance_meters.map(|metres| metres.round() as i32),
        highlights: highlights(highlighter, &[("name", &row.name)]),
    };
    Some(Edge::with_additional_fields(Cursor(hit.cursor), institution(row), fields))
}
