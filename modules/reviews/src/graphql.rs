//! Reviews in the schema, and what they add to activities and to whoever looks.

mod mutation;
mod review;

use activities::{ActivityId, graphql::ActivityFields};
use async_graphql::{
    Context, ID, Object, Result, SimpleObject,
    connection::{Connection, Edge, EmptyFields},
};
use identity::graphql::ViewerFields;
use kernel::{
    error::Fault,
    graphql::{
        ContextExt as _,
        connection::{Cursor, DEFAULT_FIRST, page_size},
    },
};

use crate::{
    policy,
    review::{Model, ReviewId},
    service,
};

pub use mutation::ReviewsMutation;
pub use review::Review;

/// A page of an activity's reviews.
pub type ReviewConnection = Connection<Cursor, Review, ReviewConnectionFields, EmptyFields>;

/// A page of what somebody wrote.
type OwnReviewConnection =
    Connection<Cursor, Review, EmptyFields, EmptyFields, OwnReviewConnectionName, OwnReviewEdgeName>;

struct OwnReviewConnectionName;

impl async_graphql::connection::ConnectionNameType for OwnReviewConnectionName {
    fn type_name<T: async_graphql::OutputType>() -> String {
        "OwnReviewConnection".to_owned()
    }
}

struct OwnReviewEdgeName;

impl async_graphql::connection::EdgeNameType for OwnReviewEdgeName {
    fn type_name<T: async_graphql::OutputType>() -> String {
        "OwnReviewEdge".to_owned()
    }
}

/// What is said of all published reviews of an activity.
#[derive(SimpleObject)]
pub struct ReviewConnectionFields {
    /// How many there are.
    pub total_count: u64,
    /// How many give one star, two, up to five.
    pub star_counts: Vec<StarCount>,
}

/// How many reviews give so many stars.
#[derive(SimpleObject)]
pub struct StarCount {
    /// From 1 to 5.
    pub stars: i32,
    /// How many published reviews give them.
    pub count: u64,
}

/// What waits for an editor to look.
#[derive(SimpleObject)]
struct ReviewQueue {
    /// How much there is.
    total_count: u64,
    /// What was reported most, then what waits longest.
    nodes: Vec<Review>,
}

/// What reviews add to activities.
pub struct OfActivity(ActivityId);

impl From<&ActivityFields> for OfActivity {
    fn from(activity: &ActivityFields) -> Self {
        Self(activity.0.row.id)
    }
}

#[Object(name = "ReviewsOfActivity")]
impl OfActivity {
    /// What people say of it, the newest first, but that of whoever looks before all.
    #[graphql(tag = "module-reviews")]
    async fn reviews(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<ReviewConnection> {
        let scope = ctx.scope();
        let after = cursor(after)?;
        let page = service::published(scope, self.0, after, page_size(first)?).await?;
        ctx.charge(page.rows.len())?;
        let counts = service::by_stars(scope, self.0).await?;
        let fields = ReviewConnectionFields {
            total_count: counts.iter().sum(),
            star_counts: (1..).zip(counts).map(|(stars, count)| StarCount { stars, count }).collect(),
        };
        let mut connection = Connection::with_additional_fields(after.is_some(), page.has_next, fields);
        let told = review::told(ctx, page.rows).await?;
        connection.edges.extend(told.into_iter().map(|one| Edge::new(Cursor(one.row().id.global()), one)));
        Ok(connection)
    }

    /// What whoever looks wrote of it, whatever became of that; null if nothing.
    #[graphql(tag = "module-reviews")]
    async fn own_review(&self, ctx: &Context<'_>) -> Result<Option<Review>> {
        let own = service::own(ctx.scope(), self.0).await?;
        review::one(ctx, own).await
    }

    /// Whether whoever looks may review it, or change what they wrote: signed in, and not working for its institution.
    #[graphql(tag = "module-reviews")]
    async fn can_review(&self, ctx: &Context<'_>) -> Result<bool> {
        let scope = ctx.scope();
        Ok(policy::may_write(&scope.actor, service::party(scope, self.0).await?))
    }

    /// How many people took part, as its manager said; null for all but managers and editors.
    #[graphql(tag = "module-reviews")]
    async fn participant_count(&self, ctx: &Context<'_>) -> Result<Option<u64>> {
        Ok(service::participant_count(ctx.scope(), self.0).await?)
    }
}

/// What reviews add to whoever looks.
pub struct OfViewer;

impl From<&ViewerFields> for OfViewer {
    fn from(_: &ViewerFields) -> Self {
        Self
    }
}

#[Object(name = "ReviewsOfViewer")]
impl OfViewer {
    /// What they wrote, the newest first, whatever became of it.
    #[graphql(tag = "module-reviews")]
    async fn reviews(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<OwnReviewConnection> {
        let after = cursor(after)?;
        let page = service::written(ctx.scope(), after, page_size(first)?).await?;
        ctx.charge(page.rows.len())?;
        let mut connection = Connection::new(after.is_some(), page.has_next);
        let told = review::told(ctx, page.rows).await?;
        connection.edges.extend(told.into_iter().map(|one| Edge::new(Cursor(one.row().id.global()), one)));
        Ok(connection)
    }
}

/// Root fields of this module.
#[derive(Debug, Default)]
pub struct ReviewsQuery;

#[Object]
impl ReviewsQuery {
    /// The review of that id; null if there is none that whoever looks may see.
    #[graphql(tag = "module-reviews")]
    async fn review(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Review>> {
        let row: Option<Model> = match ReviewId::parse(&id) {
            Some(id) => service::find(ctx.scope(), id).await?,
            None => None,
        };
        review::one(ctx, row).await
    }

    /// What waits for an editor to look, what was reported most first, then what waits longest. For editors.
    #[graphql(tag = "module-reviews")]
    async fn reviews_to_moderate(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
    ) -> Result<ReviewQueue> {
        let (rows, total_count) = service::queue(ctx.scope(), page_size(first)?).await?;
        ctx.charge(rows.len())?;
        Ok(ReviewQueue { total_count, nodes: review::told(ctx, rows).await? })
    }
}

fn cursor(after: Option<String>) -> Result<Option<ReviewId>> {
    let wrong = || Fault::bad_input("after", "this cursor belongs to another list; start without one");
    Ok(after.map(|after| ReviewId::parse(&after).ok_or_else(wrong)).transpose()?)
}
