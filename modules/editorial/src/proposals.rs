//! What authors do with their proposals: write, send, take back.

use std::time::Duration;

use identity::AccountId;
use kernel::{
    error::{Fault, Result},
    history::Fields,
    limits::Rule,
    refusal::{Outcome, Problem, none_of},
    scope::{Scope, Tx},
};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _,
    QueryFilter as _, QuerySelect as _, sea_query::ExprTrait as _,
};
use uuid::Uuid;

use crate::{
    columns, compare, desk,
    entries::{self, EntryKind},
    event, policy,
    refusal::Refusal,
    states::{self, Act, Status},
    submission::{ActiveModel, Column, Entity, Model, SubmissionId, json},
    uploads,
};

/// The longest note, reason or message, in characters.
pub(crate) const MAX_TEXT: usize = 4000;
/// How often somebody may write: forms save while one types.
const SAVES: Rule = Rule { name: "submission.save", tries: 600, window: Duration::from_secs(3600) };
/// How often somebody may send a proposal.
const SUBMISSIONS: Rule = Rule { name: "submission.submit", tries: 60, window: Duration::from_secs(3600) };

/// A proposal as its author writes it.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// The proposal that goes on; none for a new one.
    pub id: Option<SubmissionId>,
    /// Its version that the author saw.
    pub version: Option<i32>,
    /// What kind of entry it is about; that of a proposal never changes.
    pub kind: EntryKind,
    /// The entry it is about; none for a new one. Never changes either.
    pub target: Option<Uuid>,
    /// The institution on whose behalf it is made.
    pub institution: Option<Uuid>,
    /// What the entry is to say, all of it, by columns.
    pub fields: Fields,
    /// What the author tells the editors.
    pub note: Option<String>,
}

/// Keeps what an author wrote, right or wrong.
pub(crate) async fn save(tx: &mut Tx, draft: Draft) -> Outcome<Model, Refusal> {
    let scope = tx.scope().clone();
    if !policy::may_propose(&scope.actor) {
        return Err(Fault::unauthenticated().into());
    }
    let person = scope.person()?;
    scope.app().limits.take(&scope, SAVES, &person.account.to_string()).await?;
    let before = match draft.id {
        Some(id) => Some(own(tx, id).await?),
        None => None,
    };
    if let Some(institution) = draft.institution
        && !policy::may_propose_for(&scope.actor, institution)
    {
        return Err(Fault::forbidden().into());
    }
    if let Some(institution) = draft.institution
        && directory::service::find(&scope, directory::InstitutionId(institution)).await?.is_none()
    {
        return Err(Problem::at(Refusal::NoSuchInstitution, "institution").into());
    }
    let mut problems = too_long("note", draft.note.as_deref());
    problems.extend(columns::too_long(&draft.fields));
    none_of(problems)?;
    match before {
        Some(before) => {
            let status = step(&before, Act::Save, draft.version)?;
            let fields = columns::typed(before.kind, draft.fields, &before.seen());
            uploads::hold(tx, before.id, &fields).await?;
            let (title, folded) = described(&scope, before.kind, &fields);
            let row = ActiveModel {
                institution_id: Set(draft.institution),
                fields: Set(json(&fields)?),
                title: Set(title),
                folded: Set(folded),
                note: Set(blank(draft.note)),
                status: Set(status),
                ..Default::default()
            };
            write(tx, &before, row).await
        }
        None => begin(tx, draft, AccountId(person.account)).await,
    }
}

async fn begin(tx: &mut Tx, draft: Draft, account: AccountId) -> Outcome<Model, Refusal> {
    let scope = tx.scope().clone();
    let seen = match draft.target {
        None => Fields::new(),
        Some(target) => {
            let entry = entries::visible(&scope, draft.kind, target).await?;
            entry.ok_or_else(|| Problem::at(Refusal::NoSuchEntry, "entry"))?.fields
        }
    };
    let now = micros(&scope);
    let fields = columns::typed(draft.kind, draft.fields, &seen);
    let (title, folded) = described(&scope, draft.kind, &fields);
    let row = Model {
        id: SubmissionId::new(now),
        kind: draft.kind,
        target_id: draft.target,
        created_id: None,
        institution_id: draft.institution,
        account_id: Some(account),
        fields: json(&fields)?,
        base: json(&seen)?,
        title,
        folded,
        note: blank(draft.note),
        status: Status::Draft,
        reason: None,
        assignee_id: None,
        version: 1,
        created_at: now,
        updated_at: now,
        queued_at: now,
        submitted_at: None,
        decided_at: None,
        decided_by: None,
        undo: None,
    };
    Entity::insert(row.clone().into_active_model().reset_all()).exec_without_returning(tx.db()).await?;
    uploads::hold(tx, row.id, &fields).await?;
    Ok(row)
}

/// Sends a proposal to the editors.
pub(crate) async fn submit(tx: &mut Tx, id: SubmissionId, version: Option<i32>) -> Outcome<Model, Refusal> {
    let scope = tx.scope().clone();
    let before = own(tx, id).await?;
    let status = step(&before, Act::Submit, version)?;
    if let Some(institution) = before.institution_id
        && !policy::may_propose_for(&scope.actor, institution)
    {
        return Err(Fault::forbidden().into());
    }
    let published = match before.target_id {
        Some(target) => {
            let entry = entries::visible(&scope, before.kind, target).await?;
            Some(entry.ok_or_else(|| Problem::at(Refusal::NoSuchEntry, "entry"))?.fields)
        }
        None => None,
    };
    let proposed = entries::normal(&scope, before.kind, &before.proposed(), published.as_ref()).await?;
    if published.is_some_and(|published| compare::changes(&before.seen(), &published, &proposed).is_empty()) {
        return Err(Problem::new(Refusal::NothingChanged).into());
    }
    scope.app().limits.take(&scope, SUBMISSIONS, &scope.person()?.account.to_string()).await?;
    let now = micros(&scope);
    let row = ActiveModel {
        fields: Set(json(&proposed)?),
        status: Set(status),
        queued_at: Set(now),
        submitted_at: Set(Some(now)),
        ..Default::default()
    };
    let after = write(tx, &before, row).await?;
    event::note(tx, id, Act::Submit, after.note.as_deref()).await?;
    Ok(after)
}

/// Takes a proposal back before it is decided.
pub(crate) async fn withdraw(tx: &mut Tx, id: SubmissionId, version: Option<i32>) -> Outcome<Model, Refusal> {
    let before = own(tx, id).await?;
    let status = step(&before, Act::Withdraw, version)?;
    let row = ActiveModel { status: Set(status), assignee_id: Set(None), ..Default::default() };
    let after = write(tx, &before, row).await?;
    uploads::let_go(tx, id).await?;
    event::note(tx, id, Act::Withdraw, None).await?;
    Ok(after)
}

/// What is wrong with what a proposal says, as far as it can be said before it is sent.
pub(crate) async fn problems(scope: &Scope, row: &Model) -> Result<Vec<Problem<Refusal>>> {
    entries::check(scope, row.kind, &row.proposed(), Some(&row.seen())).await
}

/// Forgets drafts that nobody touched since a moment, and what was taken back or rejected before it.
pub(crate) async fn forget_abandoned(tx: &mut Tx, moment: chrono::DateTime<chrono::Utc>) -> Result<u64> {
    let unsent = Column::Status.is_in([Status::Draft, Status::Withdrawn]).and(Column::UpdatedAt.lt(moment));
    let rejected = Column::Status.eq(Status::Rejected).and(Column::DecidedAt.lt(moment));
    let abandoned = unsent.or(rejected);
    let ids: Vec<SubmissionId> =
        Entity::find().select_only().column(Column::Id).filter(abandoned.clone()).into_tuple().all(tx.db()).await?;
    for id in ids {
        uploads::let_go(tx, id).await?;
    }
    let gone = Entity::delete_many().filter(abandoned).exec(tx.db()).await?;
    Ok(gone.rows_affected)
}

/// The acting person's own proposal.
async fn own(tx: &Tx, id: SubmissionId) -> Result<Model> {
    tx.scope().person()?;
    let row = Entity::find_by_id(id).one(tx.db()).await?;
    row.filter(|row| policy::may_write(&tx.scope().actor, &desk::known(row))).ok_or_else(Fault::not_found)
}

/// The state that an act leads to, if it is possible there and nobody changed the proposal since it was looked at.
pub(crate) fn step(row: &Model, act: Act, version: Option<i32>) -> Outcome<Status, Refusal> {
    if version.is_some_and(|version| version != row.version) {
        return Err(Problem::new(Refusal::Outdated).into());
    }
    states::after(row.status, act).ok_or_else(|| Problem::new(Refusal::WrongState).into())
}

/// Writes what changed in a proposal, unless somebody else was faster.
pub(crate) async fn write(tx: &Tx, before: &Model, mut change: ActiveModel) -> Outcome<Model, Refusal> {
    change.version = Set(before.version + 1);
    change.updated_at = Set(micros(tx.scope()));
    let done = Entity::update_many()
        .set(change)
        .filter(Column::Id.eq(before.id))
        .filter(Column::Version.eq(before.version))
        .exec(tx.db())
        .await?;
    if done.rows_affected != 1 {
        return Err(Problem::new(Refusal::Outdated).into());
    }
    let after = Entity::find_by_id(before.id).one(tx.db()).await?;
    Ok(after.ok_or_else(Fault::not_found)?)
}

/// What a proposal calls the entry, and what it is found by.
fn described(scope: &Scope, kind: EntryKind, fields: &Fields) -> (String, String) {
    let title = columns::title_of(kind, fields);
    let title = if title.is_empty() { scope.text("desk-untitled", &[]) } else { title.to_owned() };
    let mut folded = search_index::fold(&title);
    for value in ["provider", "short_name", "street", "city"].into_iter().filter_map(|column| fields.get(column)) {
        folded.push(' ');
        folded.push_str(&search_index::fold(value));
    }
    (title, folded)
}

/// The problem of a text that is too long.
pub(crate) fn too_long(field: &'static str, text: Option<&str>) -> Vec<Problem<Refusal>> {
    let is_long = text.is_some_and(|text| text.chars().count() > MAX_TEXT);
    let most = u32::try_from(MAX_TEXT).unwrap_or(u32::MAX);
    is_long.then(|| Problem::at(Refusal::TooLong, field).with("most", most)).into_iter().collect()
}

/// A text without the spaces around it; nothing if nothing is left.
pub(crate) fn blank(text: Option<String>) -> Option<String> {
    text.map(|text| text.replace("\r\n", "\n").trim().to_owned()).filter(|text| !text.is_empty())
}

/// The present moment as exactly as every database keeps it: cursors and comparisons go by it.
pub(crate) fn micros(scope: &Scope) -> chrono::DateTime<chrono::Utc> {
    let now = scope.now();
    chrono::DateTime::from_timestamp_micros(now.timestamp_micros()).unwrap_or(now)
}
