//! Supporting a question that somebody else asked.

use kernel::{
    error::{Fault, Result},
    ids,
    refusal::{Outcome, Problem, Refused},
    scope::{Scope, Tx},
};
use sea_orm::{ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _, QueryFilter as _};

use super::{
    asking::{self, confirms, is_open, write_to},
    confirming::{acting, to_change},
    locked, merging,
};
use crate::{
    links::{Link, Purpose},
    person::Person,
    question::{Entity, Model, QuestionId},
    refusal::Refusal,
    states::State,
    support,
};

/// What became of a support.
#[derive(Clone, Debug)]
pub(crate) enum Supported {
    /// It counts.
    Counted(Box<Model>),
    /// A mail is on its way, with a link by which its reader shows that it is theirs.
    ConfirmByMail,
}

/// Supports a question. Nothing that is answered to those whom the portal does not know tells whether the address has
/// supported it. Begins and commits by itself, as asking does.
pub(crate) async fn support(
    scope: &Scope,
    id: Option<QuestionId>,
    email: Option<&str>,
    place: Option<&str>,
) -> Outcome<Supported, Refusal> {
    let id = id.ok_or_else(Fault::not_found)?;
    let row = Entity::find_by_id(id).one(&*scope.db().await?).await?;
    let row = row.filter(|row| row.state == State::Published).ok_or_else(Fault::not_found)?;
    let debate = super::find(scope, row.debate_id).await?.ok_or_else(Fault::not_found)?;
    is_open(scope, &debate.row)?;
    let person = Person::who_acts(scope, email).await?;
    asking::count(scope, &person, place).await?;
    let mut tx = scope.begin().await?;
    let debate = locked(&tx, row.debate_id).await?;
    let supported = if person.is_confirmed {
        let row = Entity::find_by_id(id).one(tx.db()).await?.ok_or_else(Fault::not_found)?;
        Supported::Counted(Box::new(add(&tx, row, &person).await?))
    } else {
        let link = Link::for_now(scope, Purpose::Support, id, Some(person.email.clone()));
        write_to(&mut tx, &person, "debates/confirm_support", &debate, &row, link).await?;
        Supported::ConfirmByMail
    };
    tx.commit().await?;
    Ok(supported)
}

/// Counts the support of a link. Its question may have been merged meanwhile: then it counts for that one.
pub(crate) async fn confirm_support(tx: &mut Tx, token: &str) -> Outcome<Model, Refusal> {
    let scope = tx.scope().clone();
    let link = acting(&scope, token, Purpose::Support)?;
    let row = to_change(tx, link.question).await?.ok_or_else(|| Problem::new(Refusal::LinkInvalid))?;
    let debate = super::find(&scope, row.debate_id).await?;
    confirms(&scope, &debate.ok_or_else(|| Problem::new(Refusal::LinkInvalid))?.row)?;
    let email = link.email.ok_or_else(|| Problem::new(Refusal::LinkInvalid))?;
    let person = Person::by_address(tx, email, None).await?;
    add(tx, row, &person).await
}

/// Takes back the support of whoever acts, as long as supports are taken; without one, nothing changes.
pub(crate) async fn take_back(tx: &mut Tx, id: Option<QuestionId>) -> Outcome<Model, Refusal> {
    let scope = tx.scope().clone();
    scope.person()?;
    let row = to_change(tx, id.ok_or_else(Fault::not_found)?).await?;
    let row = row.filter(|row| row.state == State::Published).ok_or_else(Fault::not_found)?;
    let debate = super::find(&scope, row.debate_id).await?.ok_or_else(Fault::not_found)?;
    is_open(&scope, &debate.row)?;
    let person = match Person::who_acts(&scope, None).await {
        Ok(person) => person,
        // Whom the portal does not know by an address has supported nothing by an account alone.
        Err(Refused::Problems(_)) => return Ok(row),
        Err(fault) => return Err(fault),
    };
    let own: Vec<_> = merging::supports_of(tx, &row, &person).await?.into_iter().map(|row| row.id).collect();
    if own.is_empty() {
        return Ok(row);
    }
    support::Entity::delete_many().filter(support::Column::Id.is_in(own)).exec(tx.db()).await?;
    Ok(counted(tx, row).await?)
}

/// Adds a person's support to a question, or to the one that it stands behind by now. The caller holds the debate's
/// lock.
async fn add(tx: &Tx, row: Model, person: &Person) -> Outcome<Model, Refusal> {
    let root = merging::root_of(tx, row).await?;
    if root.state != State::Published {
        return Err(Problem::new(Refusal::WrongState).into());
    }
    let is_own = root.digest.as_deref() == Some(person.digest.as_str())
        || root.account_id.is_some() && root.account_id == person.account;
    if is_own {
        return Err(Problem::new(Refusal::OwnQuestion).into());
    }
    if !merging::supports_of(tx, &root, person).await?.is_empty() {
        return Err(Problem::new(Refusal::AlreadySupported).into());
    }
    let now = tx.scope().now();
    let support = support::Model {
        id: ids::at(now),
        question_id: root.id,
        digest: Some(person.digest.clone()),
        account_id: person.account,
        created_at: now,
    };
    support::Entity::insert(support.into_active_model().reset_all()).exec_without_returning(tx.db()).await?;
    Ok(counted(tx, root).await?)
}

async fn counted(tx: &Tx, row: Model) -> Result<Model> {
    let supports = merging::recount(tx, row.debate_id, row.id).await?;
    Ok(Model { supports, ..row })
}
