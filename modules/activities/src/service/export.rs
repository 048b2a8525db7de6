//! Activities as a file, in the columns in which they are imported.

use std::borrow::Cow;

use directory::{InstitutionId, sheet};
use kernel::{
    entry::State,
    error::{Fault, Result},
    scope::{Actor, Scope},
};

use super::{of_institution, rows_of};
use crate::{
    activity::ActivityId,
    fields::{COLUMNS, of},
    policy,
};

/// What a file is to hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selection {
    /// All that an institution offers and did not put away.
    Institution(InstitutionId),
    /// These.
    Activities(Vec<ActivityId>),
}

/// A file (UTF-8 with a byte order mark, semicolons) that can be imported again: `id` holds our ids. Whoever may not see
/// all of it sees nothing.
pub async fn export(scope: &Scope, selection: Selection) -> Result<String> {
    if scope.actor == Actor::Anonymous {
        return Err(Fault::unauthenticated());
    }
    let rows = match selection {
        Selection::Institution(institution) if !policy::may_see_all(&scope.actor, Some(institution)) => {
            return Err(Fault::forbidden());
        }
        Selection::Institution(institution) => {
            let mut rows = of_institution(scope, institution).await?;
            rows.retain(|row| row.state != State::Archived);
            rows
        }
        Selection::Activities(ids) => {
            let rows = rows_of(scope, &ids).await?;
            if rows.iter().any(|row| !policy::may_see_all(&scope.actor, row.institution_id)) {
                return Err(Fault::not_found());
            }
            rows
        }
    };
    let header: Vec<&str> = std::iter::once("id").chain(COLUMNS).collect();
    let lines = rows.iter().map(|row| {
        let mut fields = of(&scope.tenant, row);
        let values = COLUMNS.iter().map(|column| Cow::Owned(fields.remove(*column).unwrap_or_default()));
        std::iter::once(Cow::Owned(row.id.global())).chain(values).collect::<Vec<_>>()
    });
    sheet::table(&header, lines)
}
