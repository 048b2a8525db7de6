//! Use-cases over promoted places.

use std::{collections::HashMap, sync::Arc};

use activities::{ActivityId, Card};
use chrono::NaiveDate;
use kernel::{
    audit,
    error::{Fault, Result},
    history::{self, Fields},
    refusal::{Outcome, Problem, none_of},
    scope::{Scope, Tx},
};
use sea_orm::{
    ActiveModelTrait as _,
    ActiveValue::Set,
    ColumnTrait as _, EntityTrait as _, IntoActiveModel as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _,
    sea_query::{Expr, ExprTrait as _, OnConflict},
};
use search_index::taxonomy;
use serde_json::json;
use uuid::Uuid;

use crate::{
    ENTITY,
    choice::{Ages, Wish, choose},
    counters::{Count, Counters, OfDay},
    day::{self, Model as Day},
    places::{self, Places},
    policy,
    promotion::{Column, Entity, Model, PromotionId, State},
    refusal::Refusal,
};

/// The longest time that a place is sold for, in days.
const MAX_DAYS: i64 = 366;
/// The largest share.
const MAX_WEIGHT: i32 = 10;
/// Characters of a note.
const MAX_NOTE: usize = 200;
/// Interests or districts that a place can be for.
const MAX_TARGETS: usize = 50;

/// What is said of a place when it is sold or changed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Details {
    pub(crate) starts_on: NaiveDate,
    pub(crate) ends_on: NaiveDate,
    pub(crate) interests: Vec<String>,
    pub(crate) districts: Vec<String>,
    pub(crate) weight: i32,
    pub(crate) note: Option<String>,
    pub(crate) paused: bool,
}

impl From<&Model> for Details {
    fn from(row: &Model) -> Self {
        Self {
            starts_on: row.starts_on,
            ends_on: row.ends_on,
            interests: row.interests.0.clone(),
            districts: row.districts.0.clone(),
            weight: row.weight,
            note: row.note.clone(),
            paused: row.state == State::Paused,
        }
    }
}

/// A page of what was sold, and how much there is.
pub(crate) struct Sold {
    pub(crate) rows: Vec<Model>,
    pub(crate) has_next: bool,
    pub(crate) total: u64,
}

/// What was sold, the newest first, after that one if one is given.
pub(crate) async fn sold(scope: &Scope, after: Option<PromotionId>, first: usize) -> Result<Sold> {
    scope.actor.require(policy::may_manage(&scope.actor))?;
    let db = scope.db().await?;
    let mut query = Entity::find().order_by_desc(Column::Id).limit(first as u64 + 1);
    if let Some(after) = after {
        query = query.filter(Column::Id.lt(after));
    }
    let mut rows = query.all(&*db).await?;
    let has_next = rows.len() > first;
    rows.truncate(first);
    Ok(Sold { rows, has_next, total: Entity::find().count(&*db).await? })
}

/// The place of that id.
pub(crate) async fn find(scope: &Scope, id: PromotionId) -> Result<Option<Model>> {
    scope.actor.require(policy::may_manage(&scope.actor))?;
    Ok(Entity::find_by_id(id).one(&*scope.db().await?).await?)
}

/// How places did, by day, each day that something was counted on.
pub(crate) async fn days(scope: &Scope, ids: &[PromotionId]) -> Result<HashMap<PromotionId, Vec<Day>>> {
    scope.actor.require(policy::may_manage(&scope.actor))?;
    let rows = day::Entity::find()
        .filter(day::Column::PromotionId.is_in(ids.iter().copied()))
        .order_by_asc(day::Column::Day)
        .all(&*scope.db().await?)
        .await?;
    let mut days: HashMap<PromotionId, Vec<Day>> = HashMap::new();
    for row in rows {
        days.entry(row.promotion_id).or_default().push(row);
    }
    Ok(days)
}

/// What is shown to somebody: the places, and their activities. Counts a view of each if it is to be counted.
pub(crate) async fn shown(
    scope: &Scope,
    counters: &Counters,
    wish: &Wish,
    first: usize,
    is_counted: bool,
) -> Result<Vec<(PromotionId, Arc<Card>)>> {
    let snapshot = scope.snapshot().await?;
    let places = Places::of(&snapshot);
    let (city, today) = (&scope.tenant.slug, scope.today());
    let card = |id: ActivityId| snapshot.card::<Card>(activities::ENTITY, id.0);
    let ages = |id| card(id).map(|card| Ages { min_months: card.row.min_months, max_months: card.row.max_months });
    let chosen = choose(&places.0, wish, today, first, ages, |id| counters.views(city, (id, today)));
    let shown: Vec<_> = chosen.iter().filter_map(|place| Some((place.id, card(place.activity_id)?))).collect();
    if is_counted {
        let ids: Vec<_> = shown.iter().map(|(id, _)| *id).collect();
        counters.shown(city, today, &ids);
    }
    Ok(shown)
}

/// Where a click on a promoted place leads; nothing if there is no such place, or its activity is not published.
/// Counted if it is to be counted and the place is one that is shown today.
pub async fn click(
    scope: &Scope,
    counters: &Counters,
    id: PromotionId,
    is_counted: bool,
) -> Result<Option<ActivityId>> {
    let snapshot = scope.snapshot().await?;
    let today = scope.today();
    let current = Places::of(&snapshot).get(id).cloned();
    if is_counted && current.as_ref().is_some_and(|place| place.runs_on(today)) {
        counters.clicked(&scope.tenant.slug, today, id);
    }
    // Somebody may follow it from a page that was opened while it ran.
    let place = match current {
        Some(place) => Some(place),
        None => Entity::find_by_id(id).one(&*scope.db().await?).await?,
    };
    let activity = place.map(|place| place.activity_id);
    Ok(activity.filter(|id| snapshot.card::<Card>(activities::ENTITY, id.0).is_some()))
}

/// What may be shown today or later, the oldest first.
pub(crate) async fn current(scope: &Scope) -> Result<Vec<Model>> {
    let rows = Entity::find()
        .filter(Column::State.ne(State::Ended))
        .filter(Column::EndsOn.gte(scope.today()))
        .order_by_asc(Column::Id)
        .all(&*scope.db().await?)
        .await?;
    Ok(rows)
}

/// Sells a place to an activity.
pub(crate) async fn create(tx: &mut Tx, activity: Option<ActivityId>, details: Details) -> Outcome<Model, Refusal> {
    tx.scope().actor.require(policy::may_manage(&tx.scope().actor))?;
    let mut problems = check(tx.scope(), &details);
    // What the public cannot see is not promoted: the read model holds what is published.
    let card = match activity {
        Some(id) => tx.scope().snapshot().await?.card::<Card>(activities::ENTITY, id.0),
        None => None,
    };
    let offered = card.as_ref().and_then(|card| Some((card.row.id, card.row.institution_id?)));
    if offered.is_none() {
        let kind = if card.is_some() { Refusal::NoInstitution } else { Refusal::ActivityUnknown };
        problems.push(Problem::at(kind, "activity"));
    }
    none_of(problems)?;
    let Some((activity_id, institution_id)) = offered else { return Err(Fault::not_found().into()) };
    let now = tx.scope().now();
    let row = Model {
        id: PromotionId::new(now),
        activity_id,
        institution_id,
        starts_on: details.starts_on,
        ends_on: details.ends_on,
        interests: details.interests.into(),
        districts: details.districts.into(),
        weight: details.weight,
        state: if details.paused { State::Paused } else { State::Active },
        note: details.note,
        created_by: tx.scope().actor.account(),
        created_at: now,
        updated_at: now,
    };
    Entity::insert(row.clone().into_active_model().reset_all()).exec_without_returning(tx.db()).await?;
    note(tx, "create", None, &row).await?;
    Ok(row)
}

/// Changes what is said of a place, unless it has ended.
pub(crate) async fn update(
    tx: &mut Tx,
    id: Option<PromotionId>,
    change: impl FnOnce(&mut Details),
) -> Outcome<Model, Refusal> {
    let before = to_change(tx, id).await?;
    if before.state == State::Ended {
        return Err(Problem::new(Refusal::Ended).into());
    }
    let mut details = Details::from(&before);
    change(&mut details);
    let mut problems = check(tx.scope(), &details);
    // A place that is over can still be noted upon.
    if details.ends_on == before.ends_on {
        problems.retain(|problem| problem.kind != Refusal::DatesPast);
    }
    none_of(problems)?;
    let after = Model {
        starts_on: details.starts_on,
        ends_on: details.ends_on,
        interests: details.interests.into(),
        districts: details.districts.into(),
        weight: details.weight,
        state: if details.paused { State::Paused } else { State::Active },
        note: details.note,
        ..before.clone()
    };
    Ok(write(tx, "update", before, after).await?)
}

/// Ends a place for good; ending it again changes nothing.
pub(crate) async fn end(tx: &mut Tx, id: Option<PromotionId>) -> Result<Model> {
    let before = to_change(tx, id).await?;
    let after = Model { state: State::Ended, ..before.clone() };
    write(tx, "end", before, after).await
}

async fn to_change(tx: &Tx, id: Option<PromotionId>) -> Result<Model> {
    tx.scope().actor.require(policy::may_manage(&tx.scope().actor))?;
    let id = id.ok_or_else(Fault::not_found)?;
    Entity::find_by_id(id).lock_exclusive().one(tx.db()).await?.ok_or_else(Fault::not_found)
}

async fn write(tx: &mut Tx, action: &'static str, before: Model, after: Model) -> Result<Model> {
    if before == after {
        return Ok(before);
    }
    let after = Model { updated_at: tx.scope().now(), ..after };
    Entity::update(after.clone().into_active_model().reset_all()).validate()?.exec(tx.db()).await?;
    note(tx, action, Some(&before), &after).await?;
    Ok(after)
}

/// What a change leaves behind: in the history, in the audit log, and for the read model.
async fn note(tx: &mut Tx, action: &'static str, before: Option<&Model>, after: &Model) -> Result<()> {
    let told = before.map(fields).unwrap_or_default();
    history::record(tx, ENTITY, after.id.0, action, (&told, &fields(after)), None).await?;
    let audited = match action {
        "create" => "promotion.create",
        "end" => "promotion.end",
        _ => "promotion.update",
    };
    audit::append(tx, audited, &after.id.global(), json!({ "activity": after.activity_id.global() })).await?;
    places::changed(tx);
    Ok(())
}

fn fields(row: &Model) -> Fields {
    let told = [
        ("activity", row.activity_id.global()),
        ("starts_on", row.starts_on.to_string()),
        ("ends_on", row.ends_on.to_string()),
        ("interests", row.interests.0.join("|")),
        ("districts", row.districts.0.join("|")),
        ("weight", row.weight.to_string()),
        ("state", sea_orm::ActiveEnum::to_value(&row.state)),
        ("note", row.note.clone().unwrap_or_default()),
    ];
    let told = told.into_iter().filter(|(_, value)| !value.is_empty());
    told.map(|(name, value)| (name.to_owned(), value)).collect()
}

fn check(scope: &Scope, details: &Details) -> Vec<Problem<Refusal>> {
    let mut problems = Vec::new();
    let days = (details.ends_on - details.starts_on).num_days();
    if days < 0 {
        problems.push(Problem::at(Refusal::DatesReversed, "endsOn"));
    } else if days >= MAX_DAYS {
        problems.push(Problem::at(Refusal::DatesTooLong, "endsOn").with("days", MAX_DAYS as u32));
    }
    if details.ends_on < scope.today() {
        problems.push(Problem::at(Refusal::DatesPast, "endsOn"));
    }
    if let Some(id) = unknown(&details.interests, |id| taxonomy().interest(id).is_some()) {
        problems.push(Problem::at(Refusal::InterestUnknown, "interests").with("id", id));
    }
    if let Some(id) = unknown(&details.districts, |id| scope.tenant.area.district(id).is_some()) {
        problems.push(Problem::at(Refusal::DistrictUnknown, "districts").with("id", id));
    }
    if !(1..=MAX_WEIGHT).contains(&details.weight) {
        let problem = Problem::at(Refusal::WeightOutOfRange, "weight");
        problems.push(problem.with("max", MAX_WEIGHT.unsigned_abs()));
    }
    if details.note.as_ref().is_some_and(|note| note.chars().count() > MAX_NOTE) {
        problems.push(Problem::at(Refusal::NoteTooLong, "note").with("max", MAX_NOTE as u32));
    }
    problems
}

/// The first of a list that is not known, shortened; or the first that is too many.
fn unknown(ids: &[String], is_known: impl Fn(&str) -> bool) -> Option<String> {
    let found = ids.iter().find(|id| !is_known(id)).or_else(|| ids.get(MAX_TARGETS));
    found.map(|id| id.chars().take(40).collect())
}

/// Adds what was counted to what is stored, in one statement.
pub(crate) async fn write_counts(scope: &Scope, counts: &HashMap<OfDay, Count>) -> Result<()> {
    let number = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
    let mut rows: Vec<_> = counts.iter().collect();
    // Processes that write the same rows at once wait for each other instead of for ever.
    rows.sort_unstable_by_key(|(of, _)| **of);
    let rows = rows.into_iter().map(|((id, day), count)| day::ActiveModel {
        promotion_id: Set(*id),
        day: Set(*day),
        views: Set(number(count.views)),
        clicks: Set(number(count.clicks)),
    });
    let more = |column: day::Column| Expr::col((day::Entity, column)).add(Expr::col(("excluded", column)));
    let add = OnConflict::columns([day::Column::PromotionId, day::Column::Day])
        .value(day::Column::Views, more(day::Column::Views))
        .value(day::Column::Clicks, more(day::Column::Clicks))
        .to_owned();
    let tx = scope.begin().await?;
    day::Entity::insert_many(rows).on_conflict(add).exec_without_returning(tx.db()).await?;
    tx.commit().await
}

/// The places that an account sold, the oldest first.
pub(crate) async fn made_by(scope: &Scope, account: Uuid) -> Result<Vec<Model>> {
    let made = Entity::find().filter(Column::CreatedBy.eq(account)).order_by_asc(Column::Id);
    Ok(made.all(&*scope.db().await?).await?)
}

/// Forgets that an account sold places.
pub(crate) async fn forget_maker(tx: &mut Tx, account: Uuid) -> Result<()> {
    Entity::update_many()
        .col_expr(Column::CreatedBy, Expr::value(Option::<Uuid>::None))
        .filter(Column::CreatedBy.eq(account))
        .exec(tx.db())
        .await?;
    places::changed(tx);
    Ok(())
}
