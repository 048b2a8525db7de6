use std::{
    fmt,
    fs::{self, File},
    path::Path,
    sync::{Arc, OnceLock},
};

use tantivy::{IndexReader, IndexWriter, ReloadPolicy, Searcher, Term, indexer::LogMergePolicy};
use uuid::Uuid;

use crate::{
    CityWords, Constraint, Hit, Interpretation, LocalPhrases, Meaning, Page, Query, Reading, Relaxation, Result,
    collect::{Found, Outcome, Sieve},
    correct::Vocabulary,
    cursor::Position,
    document::{Document, Fields, VERSION},
    interpret::interpret,
    names::{self, Names},
    ontology::Phrases,
    plan::{Demand, Filtering, Group, Plan, UNKNOWN_WORD, plan},
};

/// What tantivy needs for one indexing thread, in bytes; twice its least.
const WRITER_MEMORY: usize = 30_000_000;
/// Deleted documents distort scores until their segment is merged, so they must not pile up.
const MAX_DELETED_SHARE: f32 = 0.1;
/// Names the version of the documents inside an index folder.
const VERSION_FILE: &str = "documents.version";
/// Where fewer documents than these meet everything, those that miss something follow, up to this many in all.
const ENOUGH: usize = 10;
/// What is left of a document's rank at least, if it is to be shown though something else is: a wrong day is forgiven,
/// another part of the city is not.
const LEAST_FORGIVEN: f64 = 0.35;
/// And if nothing meets everything.
const LEAST_OF_NEAREST: f64 = 0.05;

/// A tenant's index.
#[derive(Clone)]
pub struct Index {
    inner: tantivy::Index,
    fields: Fields,
    local: Arc<Phrases>,
    wording: LocalPhrases,
}

impl Index {
    /// Opens the index in a folder. An absent, damaged or outdated one is replaced by an empty one: everything in
    /// it can be built again. `phrases` are the city's own; with others, documents must be indexed anew.
    pub fn open(folder: &Path, phrases: &LocalPhrases) -> Result<Self> {
        let (local, wording) = (Arc::new(Phrases::local(phrases)), phrases.clone());
        // Two processes that start together must not both make the folder: the second would delete the first's work.
        let _lock = lock_beside(folder)?;
        let fields = Fields::new();
        let version = fs::read_to_string(folder.join(VERSION_FILE)).ok();
        if version.as_deref() == Some(VERSION.to_string().as_str()) {
            match tantivy::Index::open_in_dir(folder) {
                Ok(inner) if inner.schema() == fields.schema => return Ok(Self { inner, fields, local, wording }),
                Ok(_) => tracing::info!(folder = %folder.display(), "the index has another schema; building it anew"),
                Err(err) => {
                    tracing::warn!(folder = %folder.display(), error = %err, "the index cannot be opened; building it anew");
                }
            }
        }
        match fs::remove_dir_all(folder) {
            Err(err) if err.kind() != std::io::ErrorKind::NotFound => return Err(err.into()),
            _ => fs::create_dir_all(folder)?,
        }
        let inner = tantivy::Index::create_in_dir(folder, fields.schema.clone())?;
        fs::write(folder.join(VERSION_FILE), VERSION.to_string())?;
        Ok(Self { inner, fields, local, wording })
    }

    /// An empty index in memory.
    pub fn in_memory() -> Self {
        let fields = Fields::new();
        let inner = tantivy::Index::create_in_ram(fields.schema.clone());
        Self { inner, fields, local: Arc::default(), wording: LocalPhrases::default() }
    }

    /// Whether it was opened with these phrases.
    pub fn speaks(&self, phrases: &LocalPhrases) -> bool {
        self.wording == *phrases
    }

    /// What the last commit was given to remember; nothing before the first.
    pub fn checkpoint(&self) -> Result<Option<String>> {
        Ok(self.inner.load_metas()?.payload)
    }

    /// Starts to write. There is one writer at a time, over all processes; another gets [`crate::Error::Locked`].
    pub fn writer(&self) -> Result<Writer> {
        let inner: IndexWriter = self.inner.writer_with_num_threads(1, WRITER_MEMORY)?;
        let mut policy = LogMergePolicy::default();
        policy.set_del_docs_ratio_before_merge(MAX_DELETED_SHARE);
        inner.set_merge_policy(Box::new(policy));
        Ok(Writer { inner, fields: self.fields.clone(), local: self.local.clone() })
    }

    /// The index as it is now.
    pub fn reader(&self) -> Result<Reader> {
        let inner: IndexReader = self.inner.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let names = names::read(&inner.searcher())?;
        Ok(Reader { inner, fields: self.fields.clone(), names, vocabulary: Arc::default() })
    }
}

/// Waits for, and holds, the lock file beside a folder.
fn lock_beside(folder: &Path) -> Result<File> {
    if let Some(parent) = folder.parent() {
        fs::create_dir_all(parent)?;
    }
    let file = File::create(folder.with_extension("lock"))?;
    file.lock()?;
    Ok(file)
}

impl fmt::Debug for Index {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Index").finish_non_exhaustive()
    }
}

/// Changes on their way into an index. Dropping it forgets what was not committed.
pub struct Writer {
    inner: IndexWriter,
    fields: Fields,
    local: Arc<Phrases>,
}

impl Writer {
    /// Puts documents in, in place of those with the same ids.
    pub fn put(&mut self, documents: &[Document]) -> Result<()> {
        for document in documents {
            self.remove(document.id);
            self.inner.add_document(self.fields.document(document, &self.local))?;
        }
        Ok(())
    }

    /// Takes a document out; an unknown id is no error.
    pub fn remove(&mut self, id: Uuid) {
        self.inner.delete_term(Term::from_field_text(self.fields.id, &id.simple().to_string()));
    }

    /// Takes everything out.
    pub fn clear(&mut self) -> Result<()> {
        self.inner.delete_all_documents()?;
        Ok(())
    }

    /// Makes the changes last, all at once, and remembers `checkpoint` with them.
    pub fn commit(mut self, checkpoint: &str) -> Result<()> {
        let mut prepared = self.inner.prepare_commit()?;
        prepared.set_payload(checkpoint);
        prepared.commit()?;
        self.inner.wait_merging_threads()?;
        Ok(())
    }
}

impl fmt::Debug for Writer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Writer").finish_non_exhaustive()
    }
}

/// An index at the moment its reader was made.
#[derive(Clone)]
pub struct Reader {
    inner: IndexReader,
    fields: Fields,
    names: Names,
    /// The catalogue's own words; read when a word is first met that it lacks.
    vocabulary: Arc<OnceLock<Vocabulary>>,
}

impl Reader {
    /// How many documents there are.
    pub fn len(&self) -> u64 {
        self.inner.searcher().num_docs()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// What a text means in a city with this catalogue. Words that are neither in it nor known otherwise are read as
    /// the nearest that are.
    pub fn understand(&self, text: &str, reading: Reading, city: &CityWords) -> Interpretation {
        let searcher = self.inner.searcher();
        let is_known = |terms: &[(String, f32)]| {
            let fields = [self.fields.title, self.fields.names, self.fields.place, self.fields.body];
            terms.iter().any(|(term, _)| {
                fields.iter().any(|field| searcher.doc_freq(&Term::from_field_text(*field, term)).is_ok_and(|n| n > 0))
            })
        };
        let correct = |word: &str| {
            let vocabulary = self.vocabulary.get_or_init(|| Vocabulary::read(&searcher, self.fields.forms));
            vocabulary.correct(word, city)
        };
        interpret(text, reading, city, &is_known, &correct)
    }

    /// Answers a query. Topics must be met as they were understood, and without any, every word; where that finds
    /// nothing, any word will do, and at last what else was understood alone. Documents that miss something of what was
    /// understood follow those that miss nothing where these are few.
    pub fn search(&self, query: &Query) -> Result<Page> {
        let after = query.after.as_deref().map(|cursor| Position::decode(cursor, query.sort)).transpose()?;
        let searcher = self.inner.searcher();
        let documents = searcher.num_docs();
        let rarity = |group: &Group| rarity(&searcher, group, documents);
        let mut ready = plan(&self.fields, query, Demand::Every, Filtering::Early, &rarity);
        let mut outcome = self.collect(&searcher, query, &ready)?;
        let (mut is_whole, mut asked) = (true, Demand::Every);
        // Without words that could be given up there is nothing to ask again.
        let demands = if ready.wants.is_empty() { &[][..] } else { &[Demand::Known, Demand::Any, Demand::None] };
        for demand in demands {
            if !outcome.found.is_empty() || outcome.only.iter().any(|count| *count > 0) {
                break;
            }
            let less = plan(&self.fields, query, *demand, Filtering::Early, &rarity);
            // What is left must ask for something, or everything would be found.
            let says_more = query.meaning.parts.iter().any(|part| !matches!(part.meaning, Meaning::Topic(_)));
            if !says_more && less.wants.is_empty() && less.musts.len() <= ready.musts.len() {
                continue;
            }
            outcome = self.collect(&searcher, query, &less)?;
            (ready, is_whole, asked) = (less, false, *demand);
        }
        let Outcome { found, facets, only } = outcome;
        let (found, met) = settle(found);
        // What lacks a word of the query is no full match, whatever else it meets.
        let full_matches = if is_whole { met } else { 0 };
        let total = found.len() as u64;
        let mut rest = found;
        if let Some(after) = &after {
            rest.retain(|found| found.position.compare(after).is_gt());
        }
        let has_next = rest.len() > query.first;
        let order = |a: &Found, b: &Found| a.position.compare(&b.position);
        if has_next {
            rest.select_nth_unstable_by(query.first, order);
            rest.truncate(query.first);
        }
        rest.sort_unstable_by(order);
        let hits = rest.into_iter().map(|found| Hit {
            id: found.position.id,
            kind: query.kinds.get(found.kind as usize).copied().unwrap_or_default(),
            distance_meters: found.distance,
            cursor: found.position.encode(query.sort),
            misses: missed(&ready, found.misses),
        });
        let mut relaxations =
            if met >= ENOUGH as u64 { Vec::new() } else { self.relaxations(&searcher, query, asked, &ready, &only)? };
        for relaxation in &mut relaxations {
            relaxation.count += met;
        }
        Ok(Page { hits: hits.collect(), total, full_matches, has_next, facets, relaxations })
    }

    /// What giving up one condition would bring, the most first; only what brings something.
    fn relaxations(
        &self,
        searcher: &Searcher,
        query: &Query,
        demand: Demand,
        ready: &Plan,
        only: &[u64],
    ) -> Result<Vec<Relaxation>> {
        let documents = searcher.num_docs();
        let rarity = |group: &Group| rarity(searcher, group, documents);
        let weighing = plan(&self.fields, query, demand, Filtering::Late, &rarity);
        // Where the index itself left out what fails a filter, nobody has counted that.
        if weighing.conditions.len() == ready.conditions.len() && weighing.musts.len() == ready.musts.len() {
            return Ok(gains(ready, only));
        }
        let outcome = self.collect(searcher, &Query { facets: Vec::new(), ..query.clone() }, &weighing)?;
        Ok(gains(&weighing, &outcome.only))
    }

    fn collect(&self, searcher: &Searcher, query: &Query, plan: &Plan) -> Result<Outcome> {
        Ok(searcher.search(&plan.query(), &Sieve::new(query, plan, self.names.clone()))?)
    }
}

/// Everything that misses nothing; and where that is not enough, the best of what misses something. Also how many
/// miss nothing.
fn settle(found: Vec<Found>) -> (Vec<Found>, u64) {
    let (mut kept, mut others): (Vec<_>, Vec<_>) = found.into_iter().partition(|found| found.misses == 0);
    let full_matches = kept.len();
    if full_matches < ENOUGH && !others.is_empty() {
        let least = if full_matches > 0 { LEAST_FORGIVEN } else { LEAST_OF_NEAREST };
        let is_near = |found: &Found| found.forgiven >= least;
        if full_matches > 0 || others.iter().any(is_near) {
            others.retain(is_near);
        }
        others.sort_unstable_by(|a, b| b.forgiven.total_cmp(&a.forgiven).then_with(|| a.position.compare(&b.position)));
        others.truncate(ENOUGH - full_matches);
        kept.extend(others);
    }
    (kept, full_matches as u64)
}

/// The conditions behind the bits.
fn missed(plan: &Plan, misses: u32) -> Vec<Constraint> {
    let missed = plan.conditions.iter().enumerate().filter(|(number, _)| misses >> (*number).min(31) & 1 == 1);
    missed.map(|(_, condition)| condition.constraint).collect()
}

/// For each condition that is the only one some documents fail, how many.
fn gains(plan: &Plan, only: &[u64]) -> Vec<Relaxation> {
    let gains = plan.conditions.iter().zip(only).filter(|(_, only)| **only > 0);
    let mut relaxations: Vec<_> = gains
        .map(|(condition, only)| Relaxation {
            constraint: condition.constraint,
            understood: condition.soft,
            count: *only,
        })
        .collect();
    relaxations.sort_by_key(|relaxation| (std::cmp::Reverse(relaxation.count), relaxation.constraint));
    relaxations
}

/// How much a word tells: the more, the fewer documents have it (inverse document frequency).
fn rarity(searcher: &Searcher, group: &Group, documents: u64) -> f32 {
    let having = group.ways.iter().filter_map(|(term, _)| searcher.doc_freq(term).ok()).max().unwrap_or_default();
    if having == 0 { UNKNOWN_WORD } else { (1.0 + documents as f32 / having as f32).ln() }
}

impl fmt::Debug for Reader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reader").finish_non_exhaustive()
    }
}
