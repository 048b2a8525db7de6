//! What the proposals of a page refer to, looked up for all of them at once when it is needed for the first.

use std::collections::HashMap;

use directory::InstitutionId;
use identity::{Account, AccountId};
use kernel::{entry::Entry, error::Result, history::Fields, scope::Scope};
use tokio::sync::OnceCell;
use uuid::Uuid;

use crate::{
    desk,
    entries::{self, EntryKind},
    policy,
    submission::Model,
};

/// What some proposals refer to.
#[derive(Debug, Default)]
pub(crate) struct Related {
    accounts: Vec<AccountId>,
    ids: Vec<(EntryKind, Uuid)>,
    references: Vec<String>,
    people: OnceCell<HashMap<AccountId, Account>>,
    entries: OnceCell<HashMap<(EntryKind, Uuid), Entry>>,
    institutions: OnceCell<HashMap<String, InstitutionId>>,
}

impl Related {
    /// What these proposals refer to; looks nothing up yet.
    pub(crate) fn to(scope: &Scope, rows: &[Model]) -> Self {
        let accounts = rows.iter().flat_map(|row| [row.account_id, row.assignee_id, row.decided_by]).flatten();
        let entries = rows.iter().flat_map(|row| {
            let done = row.undo().map(|undo| undo.entry);
            [done, row.target_id, row.created_id].into_iter().flatten().map(|id| (row.kind, id))
        });
        // Editors decide everything, whosever it is.
        let others = rows.iter().filter(|row| is_in_question(scope, row));
        Self {
            accounts: once(accounts.collect()),
            ids: once(entries.collect()),
            references: once(others.filter_map(|row| entries::reference(row.kind, &row.proposed())).collect()),
            ..Self::default()
        }
    }

    /// The accounts that the proposals name.
    pub(crate) async fn people(&self, scope: &Scope) -> Result<&HashMap<AccountId, Account>> {
        self.people.get_or_try_init(|| identity::accounts::many(scope, &self.accounts)).await
    }

    /// An entry that one of the proposals is about, or went into, in any state, whoever asks.
    pub(crate) async fn entry(&self, scope: &Scope, kind: EntryKind, id: Uuid) -> Result<Option<&Entry>> {
        Ok(self.entries.get_or_try_init(|| entries::many(scope, &self.ids)).await?.get(&(kind, id)))
    }

    /// All that rights to one of the proposals depend on.
    pub(crate) async fn facts(&self, scope: &Scope, row: &Model) -> Result<policy::Proposal> {
        let mut facts = desk::known(row);
        if !is_in_question(scope, row) {
            return Ok(facts);
        }
        let target = match row.target_id.or(row.created_id) {
            Some(id) => self.entry(scope, row.kind, id).await?,
            None => None,
        };
        let references = || directory::service::resolve_references(scope, &self.references);
        let institutions = self.institutions.get_or_try_init(references).await?;
        let becomes = entries::institution_among(row.kind, row.target_id, &row.proposed(), institutions);
        let is_own =
            |institutions: &[Uuid]| institutions.iter().any(|institution| Some(*institution) == row.institution_id);
        // What is several institutions' own stays where it is entered, or is for editors.
        let reference = |fields: &Fields| entries::reference(row.kind, fields);
        let stays = target.is_some_and(|entry| reference(&entry.fields) == reference(&row.proposed()));
        let is_shared = target.is_some_and(|entry| entry.owners.len() > 1);
        let becomes = stays || !is_shared && becomes.is_some() && becomes == row.institution_id;
        facts.is_own = target.is_none_or(|entry| is_own(&entry.owners)) && becomes;
        Ok(facts)
    }
}

/// Whether it matters if all that a proposal concerns is its institution's own.
fn is_in_question(scope: &Scope, row: &Model) -> bool {
    row.institution_id.is_some() && !policy::may_edit_all(&scope.actor)
}

fn once<T: Ord>(mut ids: Vec<T>) -> Vec<T> {
    ids.sort_unstable();
    ids.dedup();
    ids
}
