//! Lists of institutions: filter, order, counts.

use async_graphql::{Enum, ID, InputObject, SimpleObject};
use kernel::{
    graphql::connection::{FacetCount, Highlight},
    scope::Scope,
};
use sea_orm::{ActiveEnum as _, Iterable as _};
use search_index::TermFilter;

use crate::{
    institution::{Kind, Sector},
    labels::{districts, phrase},
};

/// What an institution is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "Kind")]
#[expect(missing_docs, reason = "the names say it")]
pub enum InstitutionKind {
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
    Other,
}

/// Who answers for an institution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(name = "Sector", remote = "Sector")]
pub enum InstitutionSector {
    /// The public.
    Public,
    /// Somebody else.
    NonPublic,
}

/// What institutions must meet; all of it.
#[derive(Clone, Debug, Default, InputObject)]
pub struct InstitutionFilter {
    /// Any of these kinds.
    pub kinds: Option<Vec<InstitutionKind>>,
    /// Any of these sectors.
    pub sector: Option<Vec<InstitutionSector>>,
    /// In any of these districts.
    pub districts: Option<Vec<ID>>,
    /// Run by this body, by its name or kind as the register gives it.
    pub founder: Option<String>,
}

/// The order of institutions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum InstitutionSort {
    /// What fits best first; without a text, by name.
    Relevance,
    /// By name.
    Name,
    /// The nearest first; needs `near`.
    Distance,
}

/// What a page of institutions says besides.
#[derive(SimpleObject)]
pub struct InstitutionConnectionFields {
    /// How many there are on all pages.
    pub total_count: u64,
    /// How many of them meet everything that the query was understood to mean. They come first; where they are few,
    /// the nearest of the others follow.
    pub full_match_count: u64,
    /// Counts to narrow the list by.
    pub facets: InstitutionFacets,
}

/// Counts to narrow a list of institutions by. A facet's own filter does not narrow it.
#[derive(Default, SimpleObject)]
pub struct InstitutionFacets {
    /// By kind.
    pub kinds: Vec<FacetCount>,
    /// By sector.
    pub sectors: Vec<FacetCount>,
    /// By district.
    pub districts: Vec<FacetCount>,
}

/// What is said of an institution in a list.
#[derive(SimpleObject)]
pub struct InstitutionEdgeFields {
    /// How far it is from `near`, or else from the place that the query names.
    pub distance_meters: Option<i32>,
    /// Where words of the query stand.
    pub highlights: Vec<Highlight>,
}

impl InstitutionFilter {
    /// What it asks for, a phrase for each condition, in the request's language.
    pub fn phrases(&self, scope: &Scope) -> Vec<String> {
        let kinds = self.kinds.iter().flatten().map(|kind| kind_label(scope, Kind::from(*kind)));
        let sectors = self.sector.iter().flatten().map(|sector| sector_label(scope, Sector::from(*sector)));
        let districts = districts(scope, self.districts.as_deref().unwrap_or_default());
        [phrase(kinds), phrase(sectors), districts, self.founder.clone()].into_iter().flatten().collect()
    }
}

pub(super) fn terms(filter: InstitutionFilter) -> Vec<TermFilter> {
    let lists = [
        ("kind", filter.kinds.map(|kinds| kinds.into_iter().map(|kind| Kind::from(kind).to_value()).collect())),
        (
            "sector",
            filter.sector.map(|sectors| sectors.into_iter().map(|sector| Sector::from(sector).to_value()).collect()),
        ),
        ("district", filter.districts.map(|districts| districts.into_iter().map(|id| id.0).collect())),
        ("founder", filter.founder.map(|founder| vec![search_index::fold(&founder)])),
    ];
    lists.into_iter().filter_map(|(dimension, any_of)| TermFilter::new(dimension, any_of?)).collect()
}

/// A facet's counts with what its values are called.
pub fn labelled(counts: Vec<search_index::FacetCount>, label: impl Fn(&str) -> String) -> Vec<FacetCount> {
    counts
        .into_iter()
        .map(|facet| FacetCount { label: label(&facet.value), value: facet.value, count: facet.count })
        .collect()
}

pub(super) fn kind_label(scope: &Scope, kind: Kind) -> String {
    scope.text(&format!("institution-kind-{}", kind.to_value()), &[])
}

pub(super) fn sector_label(scope: &Scope, sector: Sector) -> String {
    scope.text(&format!("sector-{}", sector.to_value()), &[])
}

/// Names of every kind, as forms take them.
pub(crate) fn kind_names() -> Vec<String> {
    Kind::iter().map(|kind| kind.to_value()).collect()
}
