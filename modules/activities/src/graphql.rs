//! Activities in the schema, and what they add to institutions.

mod details;
mod facets;
mod interpretation;
mod picture;

use std::sync::Arc;

use async_graphql::{
    Context, ID, Object, Result, SimpleObject,
    connection::{Connection, Edge},
    dataloader::DataLoader,
};
use chrono::{DateTime, Utc};
use directory::{
    InstitutionId, InstitutionLoader,
    graphql::{
        AccessibilityFeature, AgeRange, Institution, InstitutionFields, Interest, NearInput, Place, Price, institution,
    },
    labels::language,
};
use identity::Child;
use kernel::{
    error::Fault,
    graphql::{
        Base, ContextExt as _, Open,
        connection::{Cursor, DEFAULT_FIRST, Highlight, highlights, page_size, query_text},
        scalars::Date,
    },
    markdown::to_html,
    page::{localised, path_name},
    scope::Scope,
    search::Snapshot,
};
use media::{PictureId, graphql::Picture};
use search_index::{Filter, Highlighter, Query, Reading, Sort, TermFilter, taxonomy};

use crate::{
    ENTITY,
    activity::{ActivityId, Model},
    filter::ActivitySort,
    loader::DescriptionLoader,
    search::{Card, KIND},
    service,
};

pub use crate::filter::ActivityFilter;
pub use details::Rating;
use details::{EnrolmentInfo, SlotOfWeek};
pub use facets::ActivityFacets;
use facets::{COUNTED, labelled_facets};
pub use interpretation::QueryInterpretation;
use interpretation::{Relaxation, SearchConstraint, interpretation};
pub use picture::ActivitiesMutation;

/// An after-school activity.
pub type Activity = Open<ActivityFields>;

/// A page of activities.
pub type ActivityConnection = Connection<Cursor, Activity, ActivityConnectionFields, ActivityEdgeFields>;

/// The fields of an activity that its own module knows.
#[derive(Clone, Debug)]
pub struct ActivityFields(pub Arc<Card>);

impl Base for ActivityFields {
    const NAME: &'static str = "Activity";
}

impl ActivityFields {
    fn row(&self) -> &Model {
        &self.0.row
    }
}

/// The activity of a card.
pub fn activity(card: Arc<Card>) -> Activity {
    Open(ActivityFields(card))
}

/// An after-school activity.
#[Object(name = "ActivityFields", tag = "module-activities")]
impl ActivityFields {
    /// Its global id.
    pub async fn id(&self) -> ID {
        self.row().id.global().into()
    }

    /// The path of its page on the city's portal, in the request's language.
    async fn url(&self, ctx: &Context<'_>) -> String {
        localised(ctx.scope().lang, &format!("/zajecia/{}/{}", self.row().id.global(), path_name(&self.row().title)))
    }

    /// Its title.
    async fn title(&self) -> &str {
        &self.row().title
    }

    /// What it is about, as safe HTML.
    async fn description_html(&self, ctx: &Context<'_>) -> Result<String> {
        if !self.0.without_description {
            return Ok(to_html(&self.row().description));
        }
        let description = ctx.data_unchecked::<DataLoader<DescriptionLoader>>().load_one(self.row().id).await?;
        Ok(to_html(&description.unwrap_or_default()))
    }

    /// The beginning of what it is about, as plain text.
    async fn summary(&self) -> &str {
        &self.0.summary
    }

    /// What it is about, in the taxonomy's terms.
    async fn interests(&self) -> Vec<Interest> {
        self.row().interests.iter().filter_map(|id| taxonomy().interest(id)).map(Interest).collect()
    }

    /// The institution that offers it.
    async fn institution(&self, ctx: &Context<'_>) -> Result<Option<Institution>> {
        let Some(id) = self.row().institution_id else { return Ok(None) };
        Ok(ctx.data_unchecked::<DataLoader<InstitutionLoader>>().load_one(id).await?.map(institution))
    }

    /// Who offers it, if not an institution, or beside it.
    async fn provider(&self) -> Option<&str> {
        self.row().provider.as_deref()
    }

    /// For whom.
    async fn ages(&self, ctx: &Context<'_>) -> AgeRange {
        let Model { min_months, max_months, .. } = *self.row();
        AgeRange::of(ctx.scope(), min_months, max_months)
    }

    /// When it takes place in a week.
    async fn slots(&self) -> Vec<SlotOfWeek> {
        self.row().slots.iter().copied().map(SlotOfWeek).collect()
    }

    /// Its first day.
    async fn from(&self) -> Option<Date> {
        self.row().starts_on.map(Date)
    }

    /// Its last day.
    async fn until(&self) -> Option<Date> {
        self.row().ends_on.map(Date)
    }

    /// What it costs; null if nobody said.
    async fn price(&self) -> Option<Price> {
        self.row().price_minor.map(|minor| Price { minor, unit: self.row().price_unit })
    }

    /// How many can take part.
    async fn capacity(&self) -> Option<i32> {
        self.row().capacity
    }

    /// How many more can.
    async fn places_left(&self) -> Option<i32> {
        self.row().places_left
    }

    /// What it looks like.
    async fn picture(&self, ctx: &Context<'_>) -> Result<Option<Picture>> {
        match self.row().picture_id {
            Some(id) => Ok(media::graphql::load(ctx, PictureId(id)).await?),
            None => Ok(None),
        }
    }

    /// Whether one can enrol.
    async fn enrolment(&self, ctx: &Context<'_>) -> EnrolmentInfo {
        let state = self.row().enrolment(ctx.scope()).state(ctx.scope().now().timestamp());
        EnrolmentInfo {
            state: state.into(),
            label: ctx.scope().text(&format!("enrolment-{}", state.as_str()), &[]),
            opens_at: self.row().enrolment_opens_at,
            closes_at: self.row().enrolment_closes_at,
            url: self.row().enrolment_url.clone(),
        }
    }

    /// Where it takes place.
    async fn place(&self) -> Place {
        Place(self.0.place.clone())
    }

    /// Whether one can take part from home.
    async fn online(&self) -> bool {
        self.row().online
    }

    /// Languages it is held in (BCP 47).
    async fn languages(&self) -> &[String] {
        &self.row().languages.0
    }

    /// What people call the languages it is held in.
    async fn language_names(&self, ctx: &Context<'_>) -> Vec<String> {
        self.row().languages.iter().map(|tag| language(ctx.scope(), tag)).collect()
    }

    /// What makes it accessible.
    async fn accessibility(&self) -> Vec<AccessibilityFeature> {
        self.row().accessibility.iter().filter_map(|id| AccessibilityFeature::parse(id)).collect()
    }

    /// Free words it can be found by.
    async fn tags(&self) -> &[String] {
        &self.row().tags.0
    }

    /// E-mail for questions.
    async fn email(&self) -> Option<&str> {
        self.row().email.as_deref()
    }

    /// Telephone for questions.
    async fn phone(&self) -> Option<&str> {
        self.row().phone.as_deref()
    }

    /// What people who were there think of it; null if nobody said.
    #[graphql(tag = "module-reviews")]
    async fn rating(&self) -> Option<Rating> {
        Rating::of(self.row())
    }

    /// When somebody last said that all this is true.
    async fn confirmed_at(&self) -> Option<DateTime<Utc>> {
        self.row().confirmed_at
    }

    /// When the portal first knew of it.
    async fn created_at(&self) -> DateTime<Utc> {
        self.row().created_at
    }

    /// When what the portal knows last changed.
    async fn updated_at(&self) -> DateTime<Utc> {
        self.row().updated_at
    }
}

/// What a page of activities says besides.
#[derive(SimpleObject)]
pub struct ActivityConnectionFields {
    /// How many there are on all pages.
    pub total_count: u64,
    /// How many of them meet everything that the query was understood to mean. They come first; where they are few,
    /// the nearest of the others follow.
    pub full_match_count: u64,
    /// Counts to narrow the list by.
    pub facets: ActivityFacets,
    /// How the query was understood; null without one.
    pub interpretation: Option<QueryInterpretation>,
    /// What giving up one condition would bring, the most first.
    pub relaxations: Vec<Relaxation>,
}

/// What is said of an activity in a list.
#[derive(SimpleObject)]
pub struct ActivityEdgeFields {
    /// How far it is from `near`, or else from the place that the query names.
    pub distance_meters: Option<i32>,
    /// Where words of the query stand.
    pub highlights: Vec<Highlight>,
    /// What of the query's meaning it misses: nothing for a full match, nor where words of the query had to be given up.
    pub misses: Vec<SearchConstraint>,
}

/// Root fields of this module.
#[derive(Debug, Default)]
pub struct ActivitiesQuery;

#[Object]
impl ActivitiesQuery {
    /// The activity of that id; null if there is none.
    #[graphql(tag = "module-activities")]
    async fn activity(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Activity>> {
        match ActivityId::parse(&id) {
            Some(id) => Ok(service::find(ctx.scope(), id).await?.map(activity)),
            None => Ok(None),
        }
    }

    /// The city's after-school activities.
    #[graphql(tag = "module-activities")]
    #[expect(clippy::too_many_arguments, reason = "the contract's arguments")]
    async fn activities(
        &self,
        ctx: &Context<'_>,
        query: Option<String>,
        filter: Option<ActivityFilter>,
        near: Option<NearInput>,
        #[graphql(default_with = "Some(ActivitySort::Relevance)")] sort: Option<ActivitySort>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
        after: Option<String>,
        #[graphql(
            desc = "One of the viewer's children: what `filter` and `near` leave open of age, interests and place is theirs."
        )]
        child: Option<ID>,
    ) -> Result<ActivityConnection> {
        let scope = ctx.scope();
        let text = query_text(query)?;
        let child = match child {
            Some(id) => Some(service::child(scope, &id).await?),
            None => None,
        };
        let snapshot = scope.snapshot().await?;
        let query = asked(scope, &snapshot, &text, filter.unwrap_or_default(), near, child.as_ref()).await?;
        let sort = sort.unwrap_or(ActivitySort::Relevance);
        if sort == ActivitySort::Distance && query.near.is_none() {
            return Err(Fault::bad_input("sort", "DISTANCE needs `near`").into());
        }
        let query = Query { sort: Sort::from(sort), first: page_size(first)?, after, ..query };
        connection(ctx, &snapshot, query)
    }
}

/// What a list asks the index for, whatever its order and page: text, filter and place, and what they leave open as a
/// child is and likes it. Who is to be told of activities that come asks the very same.
pub async fn asked(
    scope: &Scope,
    snapshot: &Snapshot,
    text: &str,
    filter: ActivityFilter,
    near: Option<NearInput>,
    child: Option<&Child>,
) -> Result<Query, Fault> {
    let (filter, near) = match child {
        Some(child) => (filter.filled_for(child, !text.trim().is_empty()), near_home(near, child)),
        None => (filter, near),
    };
    let near = match near {
        Some(near) => Some(near.resolve(scope).await?),
        None => None,
    };
    Ok(Query {
        meaning: snapshot.understand(text, Reading::Wish),
        kinds: vec![KIND],
        filter: filter.resolve(scope)?,
        near,
        now: scope.now().timestamp(),
        ..Query::default()
    })
}

/// The place that was named, else the child's home; a radius alone is one around it.
fn near_home(near: Option<NearInput>, child: &Child) -> Option<NearInput> {
    let Some(home) = child.home() else { return near };
    let radius_meters = match near {
        None => None,
        Some(NearInput { lat: None, lon: None, place: None, radius_meters }) => radius_meters,
        named => return named,
    };
    Some(NearInput { lat: Some(home.lat), lon: Some(home.lon), place: None, radius_meters })
}

/// What activities add to institutions.
pub struct OfInstitution(InstitutionId);

impl From<&InstitutionFields> for OfInstitution {
    fn from(institution: &InstitutionFields) -> Self {
        Self(institution.0.id)
    }
}

#[Object(name = "ActivitiesOfInstitution")]
impl OfInstitution {
    /// What it offers.
    #[graphql(tag = "module-activities")]
    async fn activities(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<ActivityConnection> {
        let own = TermFilter::new("institution", vec![self.0.global()]);
        let filter = Filter { terms: own.into_iter().collect(), ..Filter::default() };
        let snapshot = ctx.scope().snapshot().await?;
        connection(ctx, &snapshot, Query { filter, first: page_size(first)?, after, ..Query::default() })
    }
}

/// Answers from the index and the read model, without the database.
fn connection(ctx: &Context<'_>, snapshot: &Snapshot, query: Query) -> Result<ActivityConnection> {
    let scope = ctx.scope();
    let facets = if ctx.look_ahead().field("facets").exists() { COUNTED.to_vec() } else { Vec::new() };
    let query = Query {
        kinds: vec![KIND],
        facets,
        now: scope.now().timestamp(),
        stale_after: Some(scope.tenant.policy.stale_after_days),
        ..query
    };
    let page = snapshot.reader().search(&query).map_err(Fault::from)?;
    ctx.charge(page.hits.len())?;
    let relaxations = page.relaxations.iter().filter_map(|relaxation| {
        Some(Relaxation {
            constraint: SearchConstraint::of(relaxation.constraint)?,
            understood: relaxation.understood,
            count: relaxation.count,
        })
    });
    let fields = ActivityConnectionFields {
        total_count: page.total,
        full_match_count: page.full_matches,
        facets: labelled_facets(scope, page.facets),
        interpretation: interpretation(scope, &query),
        relaxations: relaxations.collect(),
    };
    let mut connection = Connection::with_additional_fields(query.after.is_some(), page.has_next, fields);
    let highlighter = Highlighter::new(&query.meaning);
    connection.edges.extend(page.hits.into_iter().filter_map(|hit| {
        let card = snapshot.card::<Card>(ENTITY, hit.id)?;
        let fields = ActivityEdgeFields {
            distance_meters: hit.distance_meters.map(|metres| metres.round() as i32),
            highlights: highlights(&highlighter, &[("title", &card.row.title), ("summary", &card.summary)]),
            misses: hit.misses.into_iter().filter_map(SearchConstraint::of).collect(),
        };
        Some(Edge::with_additional_fields(Cursor(hit.cursor), activity(card), fields))
    }));
    Ok(connection)
}
