//! What a city suggests to people who have begun to type.

use kernel::{i18n::Lang, scope::Scope, search::Snapshot};
use search_index::{
    Concept, ConceptKind, Facet, FacetCount, Filter, Interpretation, Phrase, Query, TermFilter, concepts, names_of,
    taxonomy,
};

/// Interests with ready queries, the most frequent first.
const READY_INTERESTS: usize = 60;
/// Ready queries of one interest.
const READY_DISTRICTS: usize = 4;

/// Interests and districts with how many activities stand behind each, and ready queries. Interests are found by
/// their names in every language and by whatever else people call them.
pub(super) fn phrases(scope: &Scope, snapshot: &Snapshot) -> Vec<Phrase> {
    let [interest_counts, district_counts] = counted(scope, snapshot, Query::default());
    let count =
        |counts: &[FacetCount], id: &str| counts.iter().find(|count| count.value == id).map_or(0, |count| count.count);
    // An interest that nobody offers would lead nowhere.
    let offered = taxonomy().interests().filter(|interest| count(&interest_counts, &interest.id) > 0);
    let interests = offered.flat_map(|interest| {
        let named = interest.name.all().into_iter().enumerate();
        let aliases = search_index::concept(&interest.id).map(names_of).unwrap_or_default();
        named.map(|(at, name)| Phrase {
            text: name.to_owned(),
            kind: "interest",
            target: Some(interest.id.clone()),
            count: count(&interest_counts, &interest.id),
            aliases: if at == 0 { aliases.to_vec() } else { Vec::new() },
        })
    });
    let districts = scope.tenant.area.districts.iter().map(|district| Phrase {
        text: district.name.clone(),
        kind: "district",
        target: Some(district.id.clone()),
        count: count(&district_counts, &district.id),
        ..Phrase::default()
    });
    let ready = concepts()
        .filter(|concept| concept.kind != ConceptKind::Interest)
        .flat_map(|concept| wishes(scope, snapshot, concept))
        .chain(
            interest_counts.iter().take(READY_INTERESTS).flat_map(|interest| in_districts(scope, snapshot, interest)),
        );
    interests.chain(districts).chain(ready).collect()
}

/// How many activities there are by interest and by district.
fn counted(scope: &Scope, snapshot: &Snapshot, query: Query) -> [Vec<FacetCount>; 2] {
    let query = Query {
        kinds: vec![activities::KIND],
        facets: vec![Facet::Terms("interest"), Facet::Terms("district")],
        now: scope.now().timestamp(),
        ..query
    };
    let facets = snapshot.reader().search(&query).map(|page| page.facets).unwrap_or_default();
    let mut facets = facets.into_iter();
    [facets.next().unwrap_or_default(), facets.next().unwrap_or_default()]
}

/// A wider wish by its names, if there is anything for it.
fn wishes(scope: &Scope, snapshot: &Snapshot, concept: &'static Concept) -> Vec<Phrase> {
    let query = Query {
        meaning: Interpretation::about(concept),
        kinds: vec![activities::KIND],
        now: scope.now().timestamp(),
        ..Query::default()
    };
    let count = snapshot.reader().search(&query).map_or(0, |page| page.full_matches);
    let named = Lang::ALL.into_iter().enumerate().filter(|_| count > 0);
    named
        .map(|(at, lang)| Phrase {
            text: concept.name.get(lang.tag()).to_owned(),
            kind: "query",
            target: Some(lang.tag().to_owned()),
            count,
            aliases: if at == 0 { names_of(concept).to_vec() } else { Vec::new() },
        })
        .collect()
}

/// An interest in the districts that have most of it.
fn in_districts(scope: &Scope, snapshot: &Snapshot, interest: &FacetCount) -> Vec<Phrase> {
    let Some(named) = taxonomy().interest(&interest.value) else { return Vec::new() };
    let own = TermFilter::new("interest", vec![interest.value.clone()]);
    let filter = Filter { terms: own.into_iter().collect(), ..Filter::default() };
    let [_, districts] = counted(scope, snapshot, Query { filter, ..Query::default() });
    let mut ready = Vec::new();
    for FacetCount { value, count } in districts.into_iter().filter(|district| district.count > 1).take(READY_DISTRICTS)
    {
        let Some(district) = scope.tenant.area.district(&value) else { continue };
        for lang in Lang::ALL {
            ready.push(Phrase {
                text: format!("{} {}", named.name.get(lang.tag()), district.name),
                kind: "query",
                target: Some(lang.tag().to_owned()),
                count,
                ..Phrase::default()
            });
        }
    }
    ready
}
