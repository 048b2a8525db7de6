use std::{collections::HashMap, sync::LazyLock};

use indexmap::IndexMap;
use serde::Deserialize;

use super::{Names, taxonomy};

/// Something a query can be about.
#[derive(Debug)]
pub struct Concept {
    /// Its stable id, unique among all concepts.
    pub id: String,
    /// What sort of thing it is.
    pub kind: ConceptKind,
    /// What people call it.
    pub name: Names,
    /// The interests that answer it: an interest itself, the members of a category or group; none for a topic.
    pub exact: Vec<String>,
    /// The interests that answer it in part, nearest first.
    pub related: Vec<String>,
    /// Of a topic, the tags that offers carry it under.
    pub(crate) tags: Vec<String>,
    /// Of a topic, whether it only makes offers better: nobody who wants something for girls wants only that.
    pub(crate) is_trait: bool,
}

/// What sort of thing a concept is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ConceptKind {
    /// An interest of the taxonomy.
    Interest,
    /// A category of the taxonomy.
    Category,
    /// A wider wish over several categories or interests (sport).
    Group,
    /// A trait of an offer that is no interest (a camp, for girls, for the shy).
    Topic,
}

/// `data/ontology/relations.yaml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Relations {
    related: HashMap<String, Vec<String>>,
    /// The interests of a category that the bare wish for it means; its others then answer in part.
    #[serde(default)]
    core: HashMap<String, Vec<String>>,
    groups: IndexMap<String, Group>,
    topics: IndexMap<String, Topic>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    name: Names,
    members: Vec<String>,
    #[serde(default)]
    related: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Topic {
    name: Names,
    /// Whether it only makes offers better, and none is left out for lacking it.
    #[serde(default)]
    only_trait: bool,
    /// Other tags of offers that mean the same as its id.
    #[serde(default)]
    tags: Vec<String>,
    #[serde(default)]
    related: Vec<String>,
}

static CONCEPTS: LazyLock<IndexMap<String, Concept>> = LazyLock::new(|| {
    #[expect(clippy::expect_used, reason = "the file is part of the binary, and a test reads it")]
    let relations: Relations =
        serde_saphyr::from_str(include_str!("../../data/ontology/relations.yaml")).expect("relations.yaml parses");
    gather(&relations)
});

fn gather(relations: &Relations) -> IndexMap<String, Concept> {
    let related = |id: &str| relations.related.get(id).cloned().unwrap_or_default();
    let mut all = Vec::new();
    for interest in taxonomy().interests() {
        all.push(Concept {
            id: interest.id.clone(),
            kind: ConceptKind::Interest,
            name: interest.name.clone(),
            exact: vec![interest.id.clone()],
            related: related(&interest.id),
            tags: Vec::new(),
            is_trait: false,
        });
    }
    for category in &taxonomy().categories {
        let members: Vec<_> = category.interests.iter().map(|interest| interest.id.clone()).collect();
        let exact = relations.core.get(&category.id).cloned().unwrap_or_else(|| members.clone());
        let mut others: Vec<String> = Vec::new();
        for id in members.into_iter().chain(related(&category.id)) {
            if !exact.contains(&id) && !others.contains(&id) {
                others.push(id);
            }
        }
        all.push(Concept {
            id: category.id.clone(),
            kind: ConceptKind::Category,
            name: category.name.clone(),
            exact,
            related: others,
            tags: Vec::new(),
            is_trait: false,
        });
    }
    for (id, group) in &relations.groups {
        let exact: Vec<_> = group.members.iter().flat_map(|member| interests_of(member)).collect();
        let others = group.related.iter().flat_map(|member| interests_of(member));
        let related = others.filter(|id| !exact.contains(id)).collect();
        let (kind, name, tags) = (ConceptKind::Group, group.name.clone(), Vec::new());
        all.push(Concept { id: id.clone(), kind, name, exact, related, tags, is_trait: false });
    }
    for (id, topic) in &relations.topics {
        let related = topic.related.iter().flat_map(|member| interests_of(member)).collect();
        let (kind, name) = (ConceptKind::Topic, topic.name.clone());
        let (tags, is_trait) = (topic.tags.iter().chain([id]).cloned().collect(), topic.only_trait);
        all.push(Concept { id: id.clone(), kind, name, exact: Vec::new(), related, tags, is_trait });
    }
    all.into_iter().map(|concept| (concept.id.clone(), concept)).collect()
}

/// An interest itself, or the interests of a category.
fn interests_of(id: &str) -> Vec<String> {
    match taxonomy().category(id) {
        Some(category) => category.interests.iter().map(|interest| interest.id.clone()).collect(),
        None => vec![id.to_owned()],
    }
}

/// The concept of that id.
pub fn concept(id: &str) -> Option<&'static Concept> {
    CONCEPTS.get(id)
}

/// Where a concept stands among all.
pub(crate) fn order(concept: &Concept) -> usize {
    CONCEPTS.get_index_of(&concept.id).unwrap_or(usize::MAX)
}

/// The topic that a tag of an offer means.
pub(crate) fn topic_of(tag: &str) -> Option<&'static Concept> {
    CONCEPTS.values().find(|concept| concept.tags.iter().any(|known| known == tag))
}

/// A concept, and which of its interests (counted from 0) one is.
type Ranked = (&'static Concept, usize);

/// The concepts that an interest answers exactly, and those that it answers in part.
pub(crate) fn concepts_around(interest: &str) -> [&'static [Ranked]; 2] {
    static AROUND: LazyLock<HashMap<&str, [Vec<Ranked>; 2]>> = LazyLock::new(|| {
        let mut around: HashMap<&str, [Vec<Ranked>; 2]> = HashMap::new();
        for concept in CONCEPTS.values() {
            for (at, ids) in [&concept.exact, &concept.related].into_iter().enumerate() {
                for (rank, id) in ids.iter().enumerate() {
                    if let Some(list) = around.entry(id).or_default().get_mut(at) {
                        list.push((concept, rank));
                    }
                }
            }
        }
        around
    });
    AROUND.get(interest).map_or([&[], &[]], |[exactly, nearly]| [exactly, nearly])
}

/// Every concept.
pub fn concepts() -> impl Iterator<Item = &'static Concept> {
    CONCEPTS.values()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_relation_leads_to_an_interest() {
        for concept in concepts() {
            for id in concept.exact.iter().chain(&concept.related) {
                assert!(taxonomy().interest(id).is_some(), "{}: \"{id}\" is no interest", concept.id);
            }
            assert!(concept.related.iter().all(|id| !concept.exact.contains(id)), "{}", concept.id);
            match concept.kind {
                ConceptKind::Topic => assert!(concept.exact.is_empty()),
                ConceptKind::Interest => assert!(!concept.related.is_empty(), "{} has nothing near it", concept.id),
                ConceptKind::Category | ConceptKind::Group => assert!(concept.exact.len() > 1, "{}", concept.id),
            }
        }
    }
}
