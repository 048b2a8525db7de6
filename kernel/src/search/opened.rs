//! An open index, and how far it goes.
//!
//! Much of what the change log tells concerns nothing that is found: what people are told, what they asked to be told.
//! The index is spared those numbers: that it goes as far is noted in memory.

use search_index::Index;
use serde::{Deserialize, Serialize};

use crate::{changes::Head, error::Result};

/// Changes that concern no document, after which the index is told of them all the same: until then, whoever opens it
/// reads their numbers again.
const SPARED: u64 = 5000;

/// An index, and how far it is as good as caught up without having been told.
pub(super) struct Opened {
    pub(super) index: Index,
    spared: Option<Spared>,
}

/// Numbers of a change log that concern no document. An index that has the number before them has them, too.
struct Spared {
    epoch: String,
    after: u64,
    up_to: u64,
}

/// What the index remembers of the change log it was built from.
#[derive(Serialize, Deserialize)]
pub(super) struct Checkpoint {
    pub(super) epoch: String,
    pub(super) seq: u64,
}

impl Opened {
    pub(super) fn new(index: Index) -> Self {
        Self { index, spared: None }
    }

    /// How far the index goes, what it was spared among it.
    pub(super) fn done(&self) -> Result<Option<Checkpoint>> {
        let done = checkpoint(&self.index)?;
        let spared = |done: &Checkpoint| {
            let spared = self.spared.as_ref().filter(|spared| spared.epoch == done.epoch)?;
            (spared.after..spared.up_to).contains(&done.seq).then_some(spared.up_to)
        };
        Ok(done.map(|done| Checkpoint { seq: spared(&done).unwrap_or(done.seq), ..done }))
    }

    /// Whether the index is not yet so far behind that it had better be told.
    pub(super) fn can_be_spared(&self, head: &Head) -> Result<bool> {
        let done = checkpoint(&self.index)?.filter(|done| done.epoch == head.epoch);
        Ok(done.is_some_and(|done| head.seq.saturating_sub(done.seq) < SPARED))
    }

    /// Notes that the numbers up to the head's concern no document.
    pub(super) fn spare(&mut self, head: &Head) -> Result<()> {
        let Some(done) = checkpoint(&self.index)?.filter(|done| done.epoch == head.epoch) else { return Ok(()) };
        // Another process may have written in between: what it wrote reaches at least to where the gap began.
        self.spared = Some(Spared { epoch: done.epoch, after: done.seq, up_to: head.seq });
        Ok(())
    }
}

pub(super) fn checkpoint(index: &Index) -> Result<Option<Checkpoint>> {
    // An unreadable checkpoint is as good as none: the index is built again.
    Ok(index.checkpoint()?.and_then(|text| serde_json::from_str(&text).ok()))
}
