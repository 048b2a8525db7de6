//! Children's profiles: kept by their guardian, seen by nobody else but the city's admins, and never unnoted by them.

use chrono::{Months, NaiveDate};
use directory::InstitutionId;
use kernel::{
    audit,
    changes::Operation,
    error::{Fault, Result},
    refusal::{Outcome, Problem, none_of},
    scope::{Scope, Tx},
    tenancy::LatLon,
};
use sea_orm::{
    ActiveModelTrait as _, ActiveValue::Set, ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _,
};
use search_index::taxonomy;
use serde_json::json;

use crate::{
    account::AccountId,
    accounts::one_line,
    child::{ActiveModel, ChildId, Column, Entity, Model},
    policy::{self, Sight},
    refusal::Kind,
};

/// What the change log calls a child's profile. It says that something changed, not what.
pub const ENTITY: &str = "child";
/// The longest name, in characters.
pub const MAX_NAME: usize = 60;
/// Years after its birth in which somebody counts as a child: those who have left school at 20, and then some.
pub const MAX_AGE: u32 = 25;
/// Profiles of one account.
pub const MAX_CHILDREN: u64 = 12;
/// Interests of one child.
pub const MAX_INTERESTS: usize = 30;
/// The longest text that says where a child lives, in characters.
const MAX_PLACE: usize = 120;

/// What a guardian says of a child; all of it, since a profile is saved whole.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Profile {
    /// A name or nickname.
    pub name: String,
    /// Born on.
    pub birth_date: NaiveDate,
    /// What it likes, ids of the taxonomy of interests.
    pub interests: Vec<String>,
    /// Where it lives, in the city's own words: a district, a street, an institution near by.
    pub home: Option<String>,
    /// The school it goes to.
    pub school: Option<InstitutionId>,
}

/// A child of the person who asks, or of anybody if an admin asks, which is noted. Nothing for everybody else.
pub async fn child(scope: &Scope, id: ChildId) -> Result<Option<Model>> {
    let row = Entity::find_by_id(id).one(&*scope.db().await?).await?;
    let Some(row) = row else { return Ok(None) };
    match policy::sight_of_child(&scope.actor, row.account_id.0) {
        Sight::Own => Ok(Some(row)),
        Sight::Nothing => Ok(None),
        Sight::Noted => {
            note(scope, &row).await?;
            Ok(Some(row))
        }
    }
}

/// The children of the person who asks, the eldest profile first.
pub async fn own(scope: &Scope) -> Result<Vec<Model>> {
    let account = guardian(scope)?;
    of_account(scope, account).await
}

/// The children of an account, for what speaks on its guardian's behalf without being signed in: a secret that only the
/// guardian has. Whoever calls this has seen the secret.
pub async fn of_guardian(scope: &Scope, account: AccountId) -> Result<Vec<Model>> {
    of_account(scope, account).await
}

/// The children of an account, for its own person, or for an admin, which is noted for each before it is shown.
pub async fn child_for(scope: &Scope, account: AccountId) -> Result<Vec<Model>> {
    match policy::sight_of_child(&scope.actor, account.0) {
        Sight::Own => of_account(scope, account).await,
        Sight::Nothing => {
            scope.person()?;
            Err(Fault::not_found())
        }
        Sight::Noted => {
            let rows = of_account(scope, account).await?;
            for row in &rows {
                note(scope, row).await?;
            }
            Ok(rows)
        }
    }
}

/// Makes a profile.
pub async fn create(tx: &mut Tx, profile: Profile) -> Outcome<Model, Kind> {
    let scope = tx.scope().clone();
    let account = guardian(&scope)?;
    let (name, home) = check(&scope, &profile, None).await?;
    if Entity::find().filter(Column::AccountId.eq(account)).count(tx.db()).await? >= MAX_CHILDREN {
        return Err(Problem::new(Kind::TooManyChildren).with("most", MAX_CHILDREN as u32).into());
    }
    let now = scope.now();
    let row = Model {
        id: ChildId::new(now),
        account_id: account,
        name,
        birth_date: profile.birth_date,
        interests: profile.interests.into(),
        home_label: home.as_ref().map(|(label, _)| label.clone()),
        home_lat: home.as_ref().map(|(_, point)| point.lat),
        home_lon: home.as_ref().map(|(_, point)| point.lon),
        school_id: profile.school,
        created_at: now,
        updated_at: now,
    };
    Entity::insert(ActiveModel::from(row.clone()).reset_all()).exec_without_returning(tx.db()).await?;
    tx.changed(ENTITY, row.id.0, Operation::Upsert);
    Ok(row)
}

/// Saves a profile whole.
pub async fn update(tx: &mut Tx, id: ChildId, profile: Profile) -> Outcome<Model, Kind> {
    let scope = tx.scope().clone();
    let before = own_child(tx, id).await?;
    let (name, home) = check(&scope, &profile, Some(&before)).await?;
    let change = ActiveModel {
        id: Set(id),
        name: Set(name),
        birth_date: Set(profile.birth_date),
        interests: Set(profile.interests.into()),
        home_label: Set(home.as_ref().map(|(label, _)| label.clone())),
        home_lat: Set(home.as_ref().map(|(_, point)| point.lat)),
        home_lon: Set(home.as_ref().map(|(_, point)| point.lon)),
        school_id: Set(profile.school),
        updated_at: Set(scope.now()),
        ..Default::default()
    };
    let row = Entity::update(change).validate()?.exec(tx.db()).await?;
    tx.changed(ENTITY, id.0, Operation::Upsert);
    Ok(row)
}

/// Deletes a profile for good.
pub async fn delete(tx: &mut Tx, id: ChildId) -> Result<()> {
    own_child(tx, id).await?;
    Entity::delete_by_id(id).exec(tx.db()).await?;
    tx.changed(ENTITY, id.0, Operation::Delete);
    Ok(())
}

/// What a child's profile says to a search: age in whole months on that day, interests, home.
pub fn age_in_months(child: &Model, today: NaiveDate) -> Option<u32> {
    use chrono::Datelike as _;
    let months =
        (today.year() - child.birth_date.year()) * 12 + today.month0() as i32 - child.birth_date.month0() as i32;
    let months = if today.day() < child.birth_date.day() { months - 1 } else { months };
    u32::try_from(months).ok()
}

fn guardian(scope: &Scope) -> Result<AccountId> {
    let person = scope.person()?;
    scope.actor.require(policy::is_self(&scope.actor, person.account))?;
    Ok(AccountId(person.account))
}

async fn own_child(tx: &Tx, id: ChildId) -> Result<Model> {
    let account = guardian(tx.scope())?;
    let row = Entity::find_by_id(id).one(tx.db()).await?;
    row.filter(|row| row.account_id == account).ok_or_else(Fault::not_found)
}

async fn of_account(scope: &Scope, account: AccountId) -> Result<Vec<Model>> {
    let select = Entity::find().filter(Column::AccountId.eq(account)).order_by_asc(Column::Id);
    Ok(select.all(&*scope.db().await?).await?)
}

async fn note(scope: &Scope, child: &Model) -> Result<()> {
    audit::record(scope, "child.read", &child.id.global(), json!({ "account": child.account_id.global() })).await
}

/// The name in one line, and the place where it lives; all that is wrong with the profile at once.
async fn check(
    scope: &Scope,
    profile: &Profile,
    before: Option<&Model>,
) -> Outcome<(String, Option<(String, LatLon)>), Kind> {
    let mut problems = Vec::new();
    let name = one_line(&profile.name);
    if name.is_empty() {
        problems.push(Problem::at(Kind::NameMissing, "name"));
    }
    if name.chars().count() > MAX_NAME {
        problems.push(Problem::at(Kind::NameTooLong, "name").with("most", MAX_NAME as u32));
    }
    let today = scope.today();
    if profile.birth_date > today {
        problems.push(Problem::at(Kind::BirthDateInFuture, "birthDate"));
    }
    if today.checked_sub_months(Months::new(MAX_AGE * 12)).is_some_and(|first| profile.birth_date < first) {
        problems.push(Problem::at(Kind::BirthDateTooEarly, "birthDate").with("years", MAX_AGE));
    }
    if profile.interests.len() > MAX_INTERESTS {
        problems.push(Problem::at(Kind::TooManyInterests, "interests").with("most", MAX_INTERESTS as u32));
    }
    let unknown = profile.interests.iter().take(MAX_INTERESTS).find(|id| taxonomy().interest(id).is_none());
    if let Some(unknown) = unknown {
        let shown: String = unknown.chars().take(MAX_NAME).collect();
        problems.push(Problem::at(Kind::InterestUnknown, "interests").with("interest", shown));
    }
    let label = profile.home.as_deref().map(one_line).filter(|label| !label.is_empty());
    let home = match label {
        Some(label) => {
            // What was found once stays where it was found, whatever the city's words become.
            let kept = before.filter(|child| child.home_label.as_ref() == Some(&label)).and_then(Model::home);
            let found = match kept {
                Some(point) => Some(point),
                None if label.chars().count() > MAX_PLACE => None,
                None => directory::service::locate(scope, &label).await?,
            };
            if found.is_none() {
                let shown: String = label.chars().take(MAX_PLACE).collect();
                problems.push(Problem::at(Kind::PlaceUnknown, "home").with("place", shown));
            }
            found.map(|point| (label, point))
        }
        None => None,
    };
    if let Some(school) = profile.school
        && directory::service::find(scope, school).await?.is_none()
    {
        problems.push(Problem::at(Kind::InstitutionUnknown, "school"));
    }
    none_of(problems)?;
    Ok((name, home))
}

/// All that is kept of an account's children, for its owner.
pub(crate) async fn known_of(scope: &Scope, account: AccountId) -> Result<Vec<Model>> {
    of_account(scope, account).await
}

/// Forgets an account's children.
pub(crate) async fn forget(tx: &mut Tx, account: AccountId) -> Result<()> {
    Entity::delete_many().filter(Column::AccountId.eq(account)).exec(tx.db()).await?;
    Ok(())
}
