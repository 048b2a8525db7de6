//! A query made ready: which terms a document must have, which make it better, and which conditions it must meet.
//!
//! The index runs a plan over its documents, and a watchlist puts many plans to one document. Both ask the same
//! [`Plan`], so that what a search finds and what an alert tells of are the same.

use tantivy::{
    Term,
    query::{AllQuery, BooleanQuery, ConstScoreQuery, DisjunctionMaxQuery, Occur, Query as TantivyQuery, TermQuery},
    schema::IndexRecordOption,
};

use crate::{
    analysis,
    condition::{Condition, Constraint, Test, conditions},
    document::Fields,
    ontology::{Concept, ConceptKind, relatives},
    query::Query,
};

/// Words of a query beyond these are not looked at.
const MAX_WORDS: usize = 32;
/// A related word ("plastyczny" for "plastyka") in place of the one asked for.
const RELATIVE: f32 = 0.6;
/// How much the words that every offer uses count.
const GENERIC_HELP: f32 = 0.02;
/// How much words count beside a topic that was understood.
const WORDS_HELP: f32 = 0.35;
/// How much it counts that an offer calls itself what the reader called it.
const OWN_WORDS_HELP: f32 = 0.05;
/// The rarity of a word that no document has.
pub(crate) const UNKNOWN_WORD: f32 = 100.0;

/// Terms any of which will do, each with its weight.
#[derive(Clone, Debug, Default)]
pub(crate) struct Group {
    pub(crate) ways: Vec<(Term, f32)>,
}

/// A query made ready.
#[derive(Clone, Debug, Default)]
pub(crate) struct Plan {
    /// Each must be met, without counting.
    pub(crate) musts: Vec<Group>,
    /// Each must be met, and counts.
    pub(crate) wants: Vec<Group>,
    /// These count where they are met.
    pub(crate) helps: Vec<Group>,
    /// None of these terms may be there.
    pub(crate) lacks: Vec<Term>,
    /// What else a document must meet.
    pub(crate) conditions: Vec<Condition>,
    /// What every document has that meets the plan; its words come on top.
    pub(crate) base: f64,
    /// Whether words make a difference at all.
    pub(crate) scored: bool,
}

/// How a query's words must be met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Demand {
    /// As they were understood: topics by what an offer is about, every other word by itself.
    Every,
    /// The same, but for words that no document has.
    Known,
    /// Any word, wherever it stands.
    Any,
    /// No word: only what else was understood counts.
    None,
}

/// Who sees to filters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Filtering {
    /// The index, which never visits what fails them, as far as no facet counts them.
    Early,
    /// The collector, for only so is it known what each of them leaves out.
    Late,
}

/// Makes a query ready. `rarity` weighs a word by how few documents have it: it is [`UNKNOWN_WORD`] for one that none
/// has.
pub(crate) fn plan(
    fields: &Fields,
    query: &Query,
    demand: Demand,
    filtering: Filtering,
    rarity: &dyn Fn(&Group) -> f32,
) -> Plan {
    let mut plan = Plan { conditions: conditions(query), ..Plan::default() };
    let kinds = query.kinds.iter().map(|kind| (Term::from_field_text(fields.kind, kind), 0.0)).collect();
    plan.musts.push(Group { ways: kinds });
    plan.conditions.retain(|condition| match (&condition.constraint, &condition.test) {
        (Constraint::Terms(dimension), Test::Terms(values))
            if filtering == Filtering::Early && !query.counts(dimension) =>
        {
            let ways = values.iter().map(|value| (Term::from_field_text(fields.terms, value), 0.0)).collect();
            plan.musts.push(Group { ways });
            false
        }
        _ => true,
    });
    let near = query.near.filter(|_| filtering == Filtering::Early);
    let cells = near.and_then(|near| crate::geo::cells(near.point, near.radius_meters?));
    if let Some(cells) = cells {
        let ways = cells.into_iter().map(|cell| (Term::from_field_text(fields.cell, &cell), 0.0)).collect();
        plan.musts.push(Group { ways });
    }
    let meaning = &query.meaning;
    for concept in &meaning.excluded {
        // Whoever wants no ball wants no hockey ball either: of a category, all; of an interest, what is nearest too.
        let near = if concept.kind == ConceptKind::Interest { 0..=0 } else { 0..=RANKS };
        let ways = (0..=RANKS).map(About::Exactly).chain(near.map(About::Nearly));
        plan.lacks.extend(ways.map(|way| Term::from_field_text(fields.about, &about(way, concept))));
    }
    for word in &meaning.excluded_words {
        plan.lacks
            .extend(analysis::asked(word).into_iter().map(|(term, _)| Term::from_field_text(fields.title, &term)));
    }
    // Interests that a filter names are stronger than those that the text does.
    let listens = query.listens_to(Constraint::Terms("interest"));
    let mut meant = meaning.meant();
    meant.retain(|concept| listens || concept.kind == ConceptKind::Topic);
    let topic = topic_group(fields, meant);
    let own_words = || meaning.said.iter().map(|word| word_group(fields, word, 1.0)).collect::<Vec<_>>();
    let telling: Vec<_> = meaning.keywords.iter().take(MAX_WORDS).map(|word| word_group(fields, word, 1.0)).collect();
    let generic: Vec<_> = meaning.generic.iter().take(MAX_WORDS).map(|word| word_group(fields, word, 1.0)).collect();
    match demand {
        Demand::Every | Demand::Known if !topic.ways.is_empty() => {
            plan.wants.push(topic);
            plan.helps.extend(weighed(telling, WORDS_HELP, rarity));
        }
        Demand::Every if !telling.is_empty() => plan.wants.extend(weighed(telling, 1.0, rarity)),
        // A word that no document has cannot be met, and says nothing of those that have the others.
        Demand::Known if !telling.is_empty() => {
            let known = telling.into_iter().filter(|group| rarity(group) < UNKNOWN_WORD).collect();
            plan.wants.extend(weighed(known, 1.0, rarity));
        }
        Demand::Every | Demand::Known if meaning.parts.is_empty() && !generic.is_empty() => {
            plan.wants.extend(weighed(generic.clone(), 1.0, rarity));
        }
        Demand::Every | Demand::Known | Demand::None => plan.base = 1.0,
        Demand::Any => {
            let all: Vec<_> = telling.into_iter().chain(own_words()).collect();
            let all = if all.is_empty() { generic.clone() } else { all };
            let ways = all.iter().flat_map(|group| group.ways.iter().cloned()).collect::<Vec<_>>();
            if !ways.is_empty() {
                plan.musts.push(Group { ways: ways.into_iter().map(|(term, _)| (term, 0.0)).collect() });
                plan.helps.extend(weighed(all, 1.0, rarity));
            }
        }
    }
    if demand != Demand::Any {
        let fillers = meaning.fillers.iter().take(MAX_WORDS).map(|word| word_group(fields, word, 1.0)).collect();
        plan.helps.extend(weighed(own_words(), OWN_WORDS_HELP, rarity));
        plan.helps.extend(weighed(fillers, OWN_WORDS_HELP, rarity));
    }
    plan.scored = !plan.wants.is_empty() || !plan.helps.is_empty();
    if plan.scored {
        let help = GENERIC_HELP / generic.len().max(1) as f32;
        plan.helps.extend(generic.into_iter().map(|group| group.times(help)));
    }
    plan
}

/// Groups with their share of `weight`, by rarity.
fn weighed(groups: Vec<Group>, weight: f32, rarity: &dyn Fn(&Group) -> f32) -> Vec<Group> {
    let shares: Vec<f32> = groups.iter().map(rarity).collect();
    let sum: f32 = shares.iter().filter(|share| **share < UNKNOWN_WORD).sum::<f32>().max(1.0);
    groups.into_iter().zip(shares).map(|(group, share)| group.times(weight * share.min(sum) / sum)).collect()
}

/// In what way a document is about something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum About {
    /// It declares an interest that answers exactly: of several, the one of that number.
    Exactly(usize),
    /// It declares one that answers in part: the one of that number, the nearest first.
    Nearly(usize),
    /// It declares none, and its title or tags name one that answers exactly.
    GuessedExactly,
    /// It declares none, and its title or tags name one that answers in part.
    GuessedNearly,
    /// It declares other interests, but its title names this one.
    Titled,
    /// It declares none, and its text names this one somewhere.
    Mentioned,
}

/// Interests of a concept beyond these count alike.
const RANKS: usize = 5;

impl About {
    /// Every way in which a document can be about a concept.
    fn all(concept: &Concept) -> impl Iterator<Item = Self> {
        let ranks = |count: usize| 0..count.min(RANKS + 1);
        // A topic has no interests that answer it exactly; an offer's own tag does.
        ranks(concept.exact.len().max(1))
            .map(Self::Exactly)
            .chain(ranks(concept.related.len()).map(Self::Nearly))
            .chain([Self::GuessedExactly, Self::GuessedNearly, Self::Titled, Self::Mentioned])
    }

    /// How much it counts.
    fn weight(self) -> f32 {
        match self {
            Self::Exactly(rank) => 1.0 - 0.01 * rank.min(RANKS) as f32,
            Self::Nearly(rank) => 0.58 - 0.02 * rank.min(RANKS) as f32,
            Self::GuessedExactly => 0.92,
            Self::GuessedNearly => 0.48,
            Self::Titled => 0.5,
            Self::Mentioned => 0.4,
        }
    }
}

/// The term of a document that is about a concept in some way.
pub(crate) fn about(way: About, concept: &Concept) -> String {
    let id = &concept.id;
    match way {
        About::Exactly(rank) => format!("e{}:{id}", rank.min(RANKS)),
        About::Nearly(rank) => format!("n{}:{id}", rank.min(RANKS)),
        About::GuessedExactly => format!("g:{id}"),
        About::GuessedNearly => format!("h:{id}"),
        About::Titled => format!("t:{id}"),
        About::Mentioned => format!("m:{id}"),
    }
}

/// Any of these concepts, by what a document is about.
fn topic_group(fields: &Fields, concepts: Vec<&'static Concept>) -> Group {
    let mut ways = Vec::new();
    for concept in concepts {
        for way in About::all(concept) {
            ways.push((Term::from_field_text(fields.about, &about(way, concept)), way.weight()));
        }
    }
    Group { ways }
}

/// A word in any field: how often it stands in how many fields must not add up.
fn word_group(fields: &Fields, word: &str, weight: f32) -> Group {
    let by_weight = [(fields.title, 0.9), (fields.names, 0.75), (fields.place, 0.6), (fields.body, 0.4)];
    let mut ways = vec![(Term::from_field_text(fields.forms, &analysis::fold(word)), weight)];
    let asked = analysis::asked(word);
    let kin = asked
        .iter()
        .flat_map(|(lemma, sure)| relatives(lemma).iter().map(move |kin| ((*kin).to_owned(), sure * RELATIVE)));
    for (term, sure) in asked.iter().cloned().chain(kin.collect::<Vec<_>>()) {
        for (field, share) in by_weight {
            ways.push((Term::from_field_text(field, &term), weight * sure * share));
        }
    }
    Group { ways }
}

impl Group {
    fn times(mut self, factor: f32) -> Self {
        for (_, weight) in &mut self.ways {
            *weight *= factor;
        }
        self
    }

    fn query(&self) -> Box<dyn TantivyQuery> {
        let ways = self.ways.iter().map(|(term, weight)| -> Box<dyn TantivyQuery> {
            let found = TermQuery::new(term.clone(), IndexRecordOption::Basic);
            Box::new(ConstScoreQuery::new(Box::new(found), *weight))
        });
        Box::new(DisjunctionMaxQuery::new(ways.collect()))
    }

    fn unscored(&self) -> Box<dyn TantivyQuery> {
        let ways = self.ways.iter().map(|(term, _)| -> Box<dyn TantivyQuery> {
            Box::new(TermQuery::new(term.clone(), IndexRecordOption::Basic))
        });
        Box::new(ConstScoreQuery::new(Box::new(BooleanQuery::union(ways.collect())), 0.0))
    }
}

impl Plan {
    /// The plan's words as tantivy finds them; its conditions are the collector's.
    pub(crate) fn query(&self) -> BooleanQuery {
        let mut clauses: Vec<(Occur, Box<dyn TantivyQuery>)> = Vec::new();
        clauses.extend(self.musts.iter().map(|group| (Occur::Must, group.unscored())));
        clauses.extend(self.wants.iter().map(|group| (Occur::Must, group.query())));
        clauses.extend(self.helps.iter().map(|group| (Occur::Should, group.query())));
        if !self.lacks.is_empty() {
            let lacks = Group { ways: self.lacks.iter().map(|term| (term.clone(), 0.0)).collect() };
            clauses.push((Occur::MustNot, lacks.unscored()));
        }
        if self.musts.is_empty() && self.wants.is_empty() {
            clauses.push((Occur::Must, Box::new(AllQuery)));
        }
        BooleanQuery::new(clauses)
    }
}
