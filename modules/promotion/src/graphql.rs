//! Promoted places in the schema: what is shown, and the city's book of what it sold.

use std::{collections::HashMap, sync::Arc};

use activities::{
    Card,
    graphql::{Activity, activity},
};
use async_graphql::{
    Context, Enum, ID, InputObject, MaybeUndefined, Object, Result, SimpleObject,
    connection::{Connection, Edge, EmptyFields},
    dataloader::DataLoader,
};
use chrono::{DateTime, Utc};
use directory::{
    InstitutionLoader,
    graphql::{District, Institution, Interest, institution},
};
use kernel::{
    error::Fault,
    graphql::{
        ContextExt as _,
        connection::{Cursor, DEFAULT_FIRST, page_size},
        scalars::Date,
    },
    payload,
    refusal::Outcome,
    scope::Tx,
};
use search_index::taxonomy;

use crate::{
    choice::Wish,
    counters::{Counters, Uncounted},
    day::Model as Day,
    policy,
    promotion::{Model, PromotionId, State},
    refusal::Refusal,
    service::{self, Details},
};

/// The most places that a page shows: a front page's.
const MAX_SHOWN: i32 = 3;
/// Interests that a page may be about.
const MAX_INTERESTS: usize = 50;
/// Nobody is older, in years.
const MAX_AGE: i32 = 120;

/// An activity in a place that the city sold. To be shown beside the list, with its label, and never in it.
#[derive(SimpleObject)]
struct PromotedActivity {
    /// The place's global id.
    id: ID,
    /// What it must be labelled with, in the request's language.
    label: String,
    /// The activity.
    activity: Activity,
    /// The path by which it is to be opened, so that the click is counted.
    click_path: String,
}

/// A place that the city sold.
struct Promotion {
    row: Model,
    days: Vec<Day>,
    activity: Option<Arc<Card>>,
}

/// A place that the city sold.
#[Object(tag = "module-promotion")]
impl Promotion {
    /// Its global id.
    async fn id(&self) -> ID {
        self.row.id.global().into()
    }

    /// What is promoted; null while it is not published.
    async fn activity(&self) -> Option<Activity> {
        self.activity.clone().map(activity)
    }

    /// Who it was sold to.
    async fn institution(&self, ctx: &Context<'_>) -> Result<Option<Institution>> {
        let loader = ctx.data_unchecked::<DataLoader<InstitutionLoader>>();
        Ok(loader.load_one(self.row.institution_id).await?.map(institution))
    }

    /// Whether it is shown on its days.
    async fn state(&self) -> PromotionState {
        self.row.state.into()
    }

    /// Whether it is shown today.
    async fn is_shown(&self, ctx: &Context<'_>) -> bool {
        self.row.runs_on(ctx.scope().today()) && self.activity.is_some()
    }

    /// Its first day.
    async fn starts_on(&self) -> Date {
        Date(self.row.starts_on)
    }

    /// Its last day, that day included.
    async fn ends_on(&self) -> Date {
        Date(self.row.ends_on)
    }

    /// The interests it is for; none for all.
    async fn interests(&self) -> Vec<Interest> {
        self.row.interests.iter().filter_map(|id| taxonomy().interest(id)).map(Interest).collect()
    }

    /// The districts it is for; none for all.
    async fn districts(&self, ctx: &Context<'_>) -> Vec<District> {
        self.row.districts.iter().filter_map(|id| District::find(ctx.scope(), Some(id))).collect()
    }

    /// Its share of the views, from 1 to 10.
    async fn weight(&self) -> i32 {
        self.row.weight
    }

    /// What the city notes of it.
    async fn note(&self) -> Option<&str> {
        self.row.note.as_deref()
    }

    /// When it was sold.
    async fn created_at(&self) -> DateTime<Utc> {
        self.row.created_at
    }

    /// How it did, by day; the last half minute may be missing.
    async fn days(&self) -> Vec<PromotionDay> {
        let told =
            self.days.iter().map(|day| PromotionDay { day: Date(day.day), views: day.views, clicks: day.clicks });
        told.collect()
    }

    /// How often it was shown.
    async fn views(&self) -> i64 {
        self.days.iter().map(|day| day.views).sum()
    }

    /// How often somebody followed it.
    async fn clicks(&self) -> i64 {
        self.days.iter().map(|day| day.clicks).sum()
    }

    /// Clicks by view; null before the first view.
    async fn click_rate(&self) -> Option<f64> {
        let (views, clicks) =
            self.days.iter().fold((0, 0), |(views, clicks), day| (views + day.views, clicks + day.clicks));
        (views > 0).then(|| clicks as f64 / views as f64)
    }
}

/// How a promoted place did on one day.
#[derive(SimpleObject)]
struct PromotionDay {
    /// The day, by the city's clock.
    day: Date,
    /// How often it was shown.
    views: i64,
    /// How often somebody followed it.
    clicks: i64,
}

/// Whether a promoted place is shown on its days.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "State")]
enum PromotionState {
    /// It is.
    Active,
    /// Not for now.
    Paused,
    /// Never again.
    Ended,
}

/// What is said of all that was sold.
#[derive(SimpleObject)]
struct PromotionConnectionFields {
    /// How much was sold.
    total_count: u64,
}

type PromotionConnection = Connection<Cursor, Promotion, PromotionConnectionFields, EmptyFields>;

/// Places with their counts and activities.
async fn told(ctx: &Context<'_>, rows: Vec<Model>) -> Result<Vec<Promotion>> {
    let scope = ctx.scope();
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let activities: Vec<_> = rows.iter().map(|row| row.activity_id).collect();
    let mut days = service::days(scope, &ids).await?;
    let cards: HashMap<_, _> = activities::service::many(scope, &activities).await?;
    let told = rows.into_iter().map(|row| Promotion {
        days: days.remove(&row.id).unwrap_or_default(),
        activity: cards.get(&row.activity_id).cloned(),
        row,
    });
    Ok(told.collect())
}

/// Root fields of this module.
#[derive(Debug, Default)]
pub struct PromotionQuery;

#[Object]
impl PromotionQuery {
    /// What is promoted to whoever looks at a page about these interests, this district and this age: at most one for a
    /// page of results, up to three for a front page. No part of any ranking.
    #[graphql(tag = "module-promotion")]
    async fn promoted_activities(
        &self,
        ctx: &Context<'_>,
        interests: Option<Vec<ID>>,
        district: Option<ID>,
        age: Option<i32>,
        #[graphql(default_with = "Some(1)")] first: Option<i32>,
    ) -> Result<Vec<PromotedActivity>> {
        let first = usize::try_from(first.unwrap_or(1)).ok().filter(|first| (1..=MAX_SHOWN as usize).contains(first));
        let first =
            first.ok_or_else(|| Fault::bad_input("first", format!("`first` goes from 1 to {MAX_SHOWN} here")))?;
        let age = match age {
            None => None,
            Some(years) if (0..=MAX_AGE).contains(&years) => Some(years.unsigned_abs()),
            Some(_) => return Err(Fault::bad_input("age", format!("an age goes from 0 to {MAX_AGE} years")).into()),
        };
        let interests = interests.unwrap_or_default().into_iter().take(MAX_INTERESTS).map(|id| id.0).collect();
        let wish = Wish { interests, district: district.map(|id| id.0), age };
        ctx.charge(first)?;
        let scope = ctx.scope();
        let is_counted = ctx.data_opt::<Uncounted>().is_none();
        let shown = service::shown(scope, ctx.data_unchecked::<Arc<Counters>>(), &wish, first, is_counted).await?;
        let promoted = shown.into_iter().map(|(id, card)| PromotedActivity {
            id: id.global().into(),
            label: scope.text("promotion-label", &[]),
            activity: activity(card),
            click_path: format!("/promowane/{}", id.global()),
        });
        Ok(promoted.collect())
    }

    /// What the city sold, the newest first. For editors.
    #[graphql(tag = "module-promotion")]
    async fn promotions(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<PromotionConnection> {
        let wrong = || Fault::bad_input("after", "this cursor belongs to another list; start without one");
        let start = after.as_deref().map(|cursor| PromotionId::parse(cursor).ok_or_else(wrong)).transpose()?;
        let sold = service::sold(ctx.scope(), start, page_size(first)?).await?;
        ctx.charge(sold.rows.len())?;
        let fields = PromotionConnectionFields { total_count: sold.total };
        let mut connection = Connection::with_additional_fields(start.is_some(), sold.has_next, fields);
        let told = told(ctx, sold.rows).await?;
        connection.edges.extend(told.into_iter().map(|one| Edge::new(Cursor(one.row.id.global()), one)));
        Ok(connection)
    }

    /// What the city sold under that id; null if it sold no such place. For editors.
    #[graphql(tag = "module-promotion")]
    async fn promotion(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Promotion>> {
        let row = match PromotionId::parse(&id) {
            Some(id) => service::find(ctx.scope(), id).await?,
            None => ctx.scope().actor.require(policy::may_manage(&ctx.scope().actor)).map(|()| None)?,
        };
        Ok(told(ctx, row.into_iter().collect()).await?.pop())
    }
}

/// A place that is sold.
#[derive(InputObject)]
struct PromotionCreateInput {
    /// The activity: published, and an institution's.
    activity: ID,
    /// The first day.
    starts_on: Date,
    /// The last day, that day included; at most a year later.
    ends_on: Date,
    /// The interests it is for; none for all.
    interests: Option<Vec<ID>>,
    /// The districts it is for; none for all.
    districts: Option<Vec<ID>>,
    /// Its share of the views, from 1 to 10.
    #[graphql(default = 1)]
    weight: i32,
    /// What the city notes of it: the number of an invoice.
    note: Option<String>,
}

/// What changes of a place; what is left out stays.
#[derive(InputObject)]
struct PromotionUpdateInput {
    /// The place.
    promotion: ID,
    /// The first day.
    starts_on: Option<Date>,
    /// The last day, that day included.
    ends_on: Option<Date>,
    /// The interests it is for; none for all.
    interests: Option<Vec<ID>>,
    /// The districts it is for; none for all.
    districts: Option<Vec<ID>>,
    /// Its share of the views, from 1 to 10.
    weight: Option<i32>,
    /// What the city notes of it; null for nothing.
    note: MaybeUndefined<String>,
    /// Whether it is not to be shown for now.
    paused: Option<bool>,
}

/// A place that ends.
#[derive(InputObject)]
struct PromotionEndInput {
    /// The place.
    promotion: ID,
}

payload! {
    /// What became of selling a place.
    PromotionCreatePayload, PromotionCreateErrorCode { promotion: Promotion } {
        ActivityUnknown, NoInstitution, DatesReversed, DatesPast, DatesTooLong, InterestUnknown, DistrictUnknown,
        WeightOutOfRange, NoteTooLong,
    }
}

payload! {
    /// What became of changing a place.
    PromotionUpdatePayload, PromotionUpdateErrorCode { promotion: Promotion } {
        DatesReversed, DatesPast, DatesTooLong, InterestUnknown, DistrictUnknown, WeightOutOfRange, NoteTooLong, Ended,
    }
}

/// What became of ending a place.
#[derive(SimpleObject)]
struct PromotionEndPayload {
    /// The place.
    promotion: Promotion,
}

/// Mutations of this module.
#[derive(Debug, Default)]
pub struct PromotionMutation;

#[Object]
impl PromotionMutation {
    /// Sells a place to an activity of an institution. For editors.
    #[graphql(tag = "module-promotion")]
    async fn promotion_create(&self, ctx: &Context<'_>, input: PromotionCreateInput) -> Result<PromotionCreatePayload> {
        let details = Details {
            starts_on: input.starts_on.0,
            ends_on: input.ends_on.0,
            interests: ids(input.interests.unwrap_or_default()),
            districts: ids(input.districts.unwrap_or_default()),
            weight: input.weight,
            note: input.note.and_then(noted),
            paused: false,
        };
        let scope = ctx.scope();
        let mut tx = scope.begin().await?;
        let outcome = service::create(&mut tx, activities::ActivityId::parse(&input.activity), details).await;
        let outcome = settled(ctx, tx, outcome).await?;
        Ok(PromotionCreatePayload::of(scope, outcome)?)
    }

    /// Changes a place that was sold. For editors.
    #[graphql(tag = "module-promotion")]
    async fn promotion_update(&self, ctx: &Context<'_>, input: PromotionUpdateInput) -> Result<PromotionUpdatePayload> {
        let id = PromotionId::parse(&input.promotion);
        let change = |details: &mut Details| {
            details.starts_on = input.starts_on.map_or(details.starts_on, |day| day.0);
            details.ends_on = input.ends_on.map_or(details.ends_on, |day| day.0);
            if let Some(interests) = input.interests {
                details.interests = ids(interests);
            }
            if let Some(districts) = input.districts {
                details.districts = ids(districts);
            }
            details.weight = input.weight.unwrap_or(details.weight);
            match input.note {
                MaybeUndefined::Undefined => {}
                MaybeUndefined::Null => details.note = None,
                MaybeUndefined::Value(note) => details.note = noted(note),
            }
            details.paused = input.paused.unwrap_or(details.paused);
        };
        let scope = ctx.scope();
        let mut tx = scope.begin().await?;
        let outcome = service::update(&mut tx, id, change).await;
        let outcome = settled(ctx, tx, outcome).await?;
        Ok(PromotionUpdatePayload::of(scope, outcome)?)
    }

    /// Ends a place for good. For editors.
    #[graphql(tag = "module-promotion")]
    async fn promotion_end(&self, ctx: &Context<'_>, input: PromotionEndInput) -> Result<PromotionEndPayload> {
        let scope = ctx.scope();
        let mut tx = scope.begin().await?;
        let row = service::end(&mut tx, PromotionId::parse(&input.promotion)).await?;
        tx.commit().await?;
        scope.settle().await?;
        let promotion = told(ctx, vec![row]).await?.pop().ok_or_else(Fault::not_found)?;
        Ok(PromotionEndPayload { promotion })
    }
}

/// Commits what was done and reads it back; a refusal stays one.
async fn settled(ctx: &Context<'_>, tx: Tx, outcome: Outcome<Model, Refusal>) -> Result<Outcome<Promotion, Refusal>> {
    let row = match outcome {
        Ok(row) => row,
        Err(refused) => return Ok(Err(refused)),
    };
    tx.commit().await?;
    ctx.scope().settle().await?;
    Ok(Ok(told(ctx, vec![row]).await?.pop().ok_or_else(Fault::not_found)?))
}

/// Ids as they are stored, each once.
fn ids(given: Vec<ID>) -> Vec<String> {
    let mut ids: Vec<String> = Vec::with_capacity(given.len());
    for ID(id) in given {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    ids
}

/// A note that says something.
fn noted(note: String) -> Option<String> {
    Some(note.trim().to_owned()).filter(|note| !note.is_empty())
}
