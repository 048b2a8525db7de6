use std::{
    fmt,
    fs::{self, File},
    path::Path,
};

use tantivy::{IndexReader, IndexWriter, ReloadPolicy, Term, indexer::LogMergePolicy};
use uuid::Uuid;

use crate::{
    Hit, Page, Query, Result,
    collect::{Found, Outcome, Sieve},
    cursor::Position,
    document::{Document, Fields, VERSION},
    names::{self, Names},
    query::{Demand, build, keywords},
};

/// What tantivy needs for one indexing thread, in bytes; twice its least.
const WRITER_MEMORY: usize = 30_000_000;
/// Deleted documents distort scores until their segment is merged, so they must not pile up.
const MAX_DELETED_SHARE: f32 = 0.1;
/// Names the version of the documents inside an index folder.
const VERSION_FILE: &str = "documents.version";

/// A tenant's index.
#[derive(Clone)]
pub struct Index {
    inner: tantivy::Index,
    fields: Fields,
}

impl Index {
    /// Opens the index in a folder. An absent, damaged or outdated one is replaced by an empty one: everything in
    /// it can be built again.
    pub fn open(folder: &Path) -> Result<Self> {
        // Two processes that start together must not both make the folder: the second would delete the first's work.
        let _lock = lock_beside(folder)?;
        let fields = Fields::new();
        let version = fs::read_to_string(folder.join(VERSION_FILE)).ok();
        if version.as_deref() == Some(VERSION.to_string().as_str()) {
            match tantivy::Index::open_in_dir(folder) {
                Ok(inner) if inner.schema() == fields.schema => return Ok(Self { inner, fields }),
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
        Ok(Self { inner, fields })
    }

    /// An empty index in memory.
    pub fn in_memory() -> Self {
        let fields = Fields::new();
        Self { inner: tantivy::Index::create_in_ram(fields.schema.clone()), fields }
    }

    /// What the last commit was given to remember; nothing before the first.
    pub fn checkpoint(&self) -> Result<Option<String>> {
        Ok(self.inner.load_metas()?.payload)
    }

    /// Starts to write. There is one writer at a time, over all processes; another gets [`Error::Locked`].
    pub fn writer(&self) -> Result<Writer> {
        let inner: IndexWriter = self.inner.writer_with_num_threads(1, WRITER_MEMORY)?;
        let mut policy = LogMergePolicy::default();
        policy.set_del_docs_ratio_before_merge(MAX_DELETED_SHARE);
        inner.set_merge_policy(Box::new(policy));
        Ok(Writer { inner, fields: self.fields.clone() })
    }

    /// The index as it is now.
    pub fn reader(&self) -> Result<Reader> {
        let inner: IndexReader = self.inner.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let names = names::read(&inner.searcher())?;
        Ok(Reader { inner, fields: self.fields.clone(), names })
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
}

impl Writer {
    /// Puts documents in, in place of those with the same ids.
    pub fn put(&mut self, documents: &[Document]) -> Result<()> {
        for document in documents {
            self.remove(document.id);
            self.inner.add_document(self.fields.document(document))?;
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

    /// Answers a query. All its words must be met; where that finds nothing, any of them will do.
    pub fn search(&self, query: &Query) -> Result<Page> {
        let after = query.after.as_deref().map(|cursor| Position::decode(cursor, query.sort)).transpose()?;
        let keywords = keywords(&query.text);
        let mut outcome = self.collect(query, &keywords, Demand::Every)?;
        if outcome.found.is_empty() && keywords.len() > 1 {
            outcome = self.collect(query, &keywords, Demand::Any)?;
        }
        let total = outcome.found.len() as u64;
        let mut rest = outcome.found;
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
        });
        Ok(Page { hits: hits.collect(), total, has_next, facets: outcome.facets, keywords })
    }

    fn collect(&self, query: &Query, keywords: &[String], demand: Demand) -> Result<Outcome> {
        let words = build(&self.fields, query, keywords, demand);
        Ok(self.inner.searcher().search(&words, &Sieve::new(query, !keywords.is_empty(), self.names.clone()))?)
    }
}

impl fmt::Debug for Reader {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reader").finish_non_exhaustive()
    }
}
