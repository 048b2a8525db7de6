//! Events in the schema, and what they add to institutions.

mod asked;
mod calendar;
mod family;
mod joining;
mod list;
mod occurrence;
mod people;
mod sign_up;
mod sources;

use std::sync::Arc;

use async_graphql::{Context, ID, MergedObject, Object, Result, connection::Connection, dataloader::DataLoader};
use chrono::{DateTime, Utc};
use directory::{
    InstitutionId, InstitutionLoader,
    graphql::{
        AccessibilityFeature, AgeRange, Audience, Institution, InstitutionFields, Interest, NearInput, Place, Price,
        institution,
    },
    labels::language,
};
use identity::graphql::ViewerFields;
use kernel::{
    graphql::{
        Base, ContextExt as _, Open,
        connection::{Cursor, DEFAULT_FIRST, page_size, query_text},
        extend,
        scalars::Date,
    },
    markdown::to_html,
    page::{localised, path_name},
};
use media::graphql::{File, Picture, files, pictures};
use search_index::taxonomy;

use crate::{
    event::{EventId, Model},
    filter::EventLevel,
    loader::EventLoader,
    recurrence::{Rule, label},
    search::Card,
    service,
};

pub use crate::filter::EventFilter;
pub use asked::asked;
pub(crate) use asked::wanted;
use calendar::{Calendar, EventOverlap, SchoolDays};
pub use joining::EventInvitation;
use list::{EventConnectionFields, EventEdgeFields, connection};
pub use occurrence::Occurrence;
pub use people::SignUp;
use sign_up::EventSignUp;
pub use sources::CalendarSource;

/// What looking for similar events costs, in rows.
const SIMILAR_COST: usize = 100;

/// An event.
pub type Event = Open<EventFields>;

/// A page of events.
pub type EventConnection = Connection<Cursor, Event, EventConnectionFields, EventEdgeFields>;

/// The fields of an event that its own module knows.
#[derive(Clone, Debug)]
pub struct EventFields(pub Arc<Card>);

impl Base for EventFields {
    const NAME: &'static str = "Event";
}

impl EventFields {
    fn row(&self) -> &Model {
        &self.0.row
    }
}

/// The event of a card.
pub fn event(card: Arc<Card>) -> Event {
    Open(EventFields(card))
}

/// Something that happens in town: once, or again and again.
#[Object(name = "EventFields", tag = "module-events")]
impl EventFields {
    /// Its global id.
    pub async fn id(&self) -> ID {
        self.row().id.global().into()
    }

    /// The path of its page on the city's portal, in the request's language.
    async fn url(&self, ctx: &Context<'_>) -> String {
        localised(ctx.scope().lang, &format!("/wydarzenia/{}/{}", self.row().id.global(), path_name(&self.row().title)))
    }

    /// The path of a calendar (iCalendar) of it alone, to be fetched again and again.
    async fn calendar_url(&self) -> String {
        format!("/feeds/event/{}.ics", self.row().id.global())
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
        let description = ctx.data_unchecked::<DataLoader<EventLoader>>().load_one(self.row().id).await?;
        Ok(to_html(&description.unwrap_or_default()))
    }

    /// The beginning of what it is about, as plain text.
    async fn summary(&self) -> &str {
        &self.0.summary
    }

    /// What it looks like, the main picture first.
    async fn pictures(&self, ctx: &Context<'_>) -> Result<Vec<Picture>> {
        if self.row().pictures.0.is_empty() {
            return Ok(Vec::new());
        }
        pictures(ctx, &self.row().pictures.0).await
    }

    /// Files to be saved.
    async fn files(&self, ctx: &Context<'_>) -> Result<Vec<File>> {
        if self.row().files.0.is_empty() {
            return Ok(Vec::new());
        }
        files(ctx, &self.row().files.0).await
    }

    /// The institution that it is entered under.
    async fn institution(&self, ctx: &Context<'_>) -> Result<Option<Institution>> {
        let Some(id) = self.row().institution_id else { return Ok(None) };
        Ok(ctx.data_unchecked::<DataLoader<InstitutionLoader>>().load_one(id).await?.map(institution))
    }

    /// The institutions that organise it together: the one that it is entered under, then those that joined.
    async fn organisers(&self, ctx: &Context<'_>) -> Result<Vec<Institution>> {
        let ids = &self.0.organisers;
        if ids.is_empty() {
            return Ok(Vec::new());
        }
        let mut found = ctx.data_unchecked::<DataLoader<InstitutionLoader>>().load_many(ids.iter().copied()).await?;
        Ok(ids.iter().filter_map(|id| found.remove(id)).map(institution).collect())
    }

    /// Who organises it, if not an institution, or beside it.
    async fn provider(&self) -> Option<&str> {
        self.row().provider.as_deref()
    }

    /// Whether it lasts all day, or several days.
    async fn all_day(&self) -> bool {
        self.row().all_day
    }

    /// When it first starts.
    async fn starts_at(&self) -> DateTime<Utc> {
        self.row().starts_at
    }

    /// When that ends; if it lasts all day, the first moment of the day after.
    async fn ends_at(&self) -> DateTime<Utc> {
        self.row().ends_at
    }

    /// The time zone of its clocks (IANA).
    async fn time_zone(&self, ctx: &Context<'_>) -> &str {
        ctx.scope().tenant.time_zone.name()
    }

    /// What is on, or comes next; null if all of it is over.
    async fn next(&self, ctx: &Context<'_>) -> Option<Occurrence> {
        self.0.next(ctx.scope().now()).map(|at| Occurrence::of(&self.0, *at))
    }

    /// The rule by which it happens again (RFC 5545, the value of `RRULE`); null if it does not.
    async fn recurrence(&self) -> Option<&str> {
        self.row().recurrence.as_deref()
    }

    /// The rule for people.
    async fn recurrence_label(&self, ctx: &Context<'_>) -> Option<String> {
        let rule: Rule = self.row().recurrence.as_deref()?.parse().ok()?;
        Some(label(ctx.scope(), &rule))
    }

    /// When it takes place: on these days, else from now on; in order.
    async fn occurrences(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "The first day.")] from: Option<Date>,
        #[graphql(desc = "The last day.")] until: Option<Date>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
    ) -> Result<Vec<Occurrence>> {
        let first = page_size(first)?;
        let selection = EventFilter { from, until, ..EventFilter::default() }.resolve(ctx.scope(), None)?;
        let at = self.0.between(selection.from, selection.until).take(first);
        let occurrences: Vec<_> = at.map(|at| Occurrence::of(&self.0, *at)).collect();
        ctx.charge(occurrences.len())?;
        Ok(occurrences)
    }

    /// For whom it is; nothing if nobody said.
    async fn audience(&self) -> Vec<Audience> {
        self.row().audience.iter().filter_map(|id| Audience::parse(id)).collect()
    }

    /// For whom it is, for people.
    async fn audience_labels(&self, ctx: &Context<'_>) -> Vec<String> {
        let audience = self.row().audience.iter().filter_map(|id| Audience::parse(id));
        audience.map(|audience| audience.label(ctx.scope())).collect()
    }

    /// For which levels of education; nothing if nobody said.
    async fn levels(&self) -> Vec<EventLevel> {
        self.row().levels.iter().filter_map(|id| EventLevel::parse(id)).collect()
    }

    /// The levels of education for people.
    async fn level_labels(&self, ctx: &Context<'_>) -> Vec<String> {
        let levels = self.row().levels.iter().filter_map(|id| EventLevel::parse(id));
        levels.map(|level| level.label(ctx.scope())).collect()
    }

    /// For which ages.
    async fn ages(&self, ctx: &Context<'_>) -> AgeRange {
        AgeRange::of(ctx.scope(), self.row().min_months, self.row().max_months)
    }

    /// What it is about, in the taxonomy's terms.
    async fn interests(&self) -> Vec<Interest> {
        self.row().interests.iter().filter_map(|id| taxonomy().interest(id)).map(Interest).collect()
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

    /// What its organisers call the place, if they said.
    async fn venue(&self) -> Option<&str> {
        self.row().venue.as_deref()
    }

    /// Where it takes place.
    async fn place(&self) -> Place {
        Place(self.0.place.clone())
    }

    /// Whether one can take part from home.
    async fn online(&self) -> bool {
        self.row().online
    }

    /// Where one takes part from home.
    async fn online_url(&self) -> Option<&str> {
        self.row().online_url.as_deref()
    }

    /// What it costs; null if nobody said.
    async fn price(&self) -> Option<Price> {
        self.row().price_minor.map(|minor| Price { minor, unit: None })
    }

    /// Whether and how one signs up.
    async fn sign_up(&self) -> EventSignUp {
        EventSignUp(self.0.clone())
    }

    /// E-mail for questions.
    async fn email(&self) -> Option<&str> {
        self.row().email.as_deref()
    }

    /// Telephone for questions.
    async fn phone(&self) -> Option<&str> {
        self.row().phone.as_deref()
    }

    /// Free words it can be found by.
    async fn tags(&self) -> &[String] {
        &self.row().tags.0
    }

    /// Events of other institutions for the same interests, ages and levels, within three weeks, the most alike first.
    async fn similar(&self, ctx: &Context<'_>, #[graphql(default = 5)] first: i32) -> Result<Vec<Event>> {
        // All events are looked at, however few are found.
        ctx.charge(SIMILAR_COST)?;
        let scope = ctx.scope();
        let snapshot = scope.snapshot().await?;
        let ids = service::similar_to(&snapshot, &self.0, scope.now(), page_size(Some(first))?);
        ctx.charge(ids.len())?;
        let mut found = service::many(scope, &ids).await?;
        Ok(ids.iter().filter_map(|id| found.remove(id)).map(event).collect())
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

/// Root fields of this module.
#[derive(Debug, Default, MergedObject)]
pub struct EventsQuery(CoreQuery, sources::SourcesQuery);

/// Mutations of this module.
#[derive(Debug, Default, MergedObject)]
pub struct EventsMutation(
    people::PeopleMutation,
    family::FamilyMutation,
    joining::JoiningMutation,
    sources::SourcesMutation,
);

/// Fields that this module adds to types of others, and to its own events. Called before a schema is built.
pub fn extensions() {
    extend::<InstitutionFields, OfInstitution>();
    extend::<EventFields, people::PeopleOfEvent>();
    extend::<EventFields, joining::JoiningOfEvent>();
    extend::<ViewerFields, people::PeopleOfViewer>();
    extend::<ViewerFields, family::FamilyOfViewer>();
    extend::<ViewerFields, joining::JoiningOfViewer>();
}

/// Root fields of events themselves.
#[derive(Debug, Default)]
struct CoreQuery;

#[Object(name = "EventsCoreQuery")]
impl CoreQuery {
    /// The event of that id; null if there is none.
    #[graphql(tag = "module-events")]
    async fn event(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Event>> {
        match EventId::parse(&id) {
            Some(id) => Ok(service::find(ctx.scope(), id).await?.map(event)),
            None => Ok(None),
        }
    }

    /// What happens in town: what takes place soonest first; with a text, what fits best.
    #[graphql(tag = "module-events")]
    async fn events(
        &self,
        ctx: &Context<'_>,
        query: Option<String>,
        filter: Option<EventFilter>,
        near: Option<NearInput>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<EventConnection> {
        let text = query_text(query)?;
        connection(ctx, text, filter.unwrap_or_default(), near, (first, after)).await
    }

    /// A calendar of at most 45 days, with everything that takes place on each.
    #[graphql(tag = "module-events")]
    async fn calendar(
        &self,
        ctx: &Context<'_>,
        from: Date,
        until: Date,
        query: Option<String>,
        filter: Option<EventFilter>,
        near: Option<NearInput>,
    ) -> Result<Calendar> {
        let text = query_text(query)?;
        Calendar::of(ctx, (from.0, until.0), text, filter.unwrap_or_default(), near).await
    }

    /// Holidays, breaks and terms of the city's schools on these days, at most 800.
    #[graphql(tag = "module-events")]
    async fn school_year(&self, ctx: &Context<'_>, from: Date, until: Date) -> Result<Vec<SchoolDays>> {
        Ok(SchoolDays::between(ctx.scope(), from.0, until.0)?)
    }

    /// Events of different institutions whose people could join forces: for the same interests, ages and levels, within
    /// three weeks of each other. From today on, or on these days, the soonest first. For editors.
    #[graphql(tag = "module-events")]
    async fn event_overlaps(
        &self,
        ctx: &Context<'_>,
        from: Option<Date>,
        until: Option<Date>,
    ) -> Result<Vec<EventOverlap>> {
        EventOverlap::between(ctx, from, until).await
    }
}

/// What events add to institutions.
pub struct OfInstitution(InstitutionId);

impl From<&InstitutionFields> for OfInstitution {
    fn from(institution: &InstitutionFields) -> Self {
        Self(institution.0.id)
    }
}

#[Object(name = "EventsOfInstitution")]
impl OfInstitution {
    /// What it organises, alone or with others, from now on or on these days; what takes place soonest first.
    #[graphql(tag = "module-events")]
    async fn events(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
        after: Option<String>,
        #[graphql(desc = "On this day or later.")] from: Option<Date>,
        #[graphql(desc = "On this day or before.")] until: Option<Date>,
    ) -> Result<EventConnection> {
        let institution = Some(self.0.global().into());
        let filter = EventFilter { from, until, institution, ..EventFilter::default() };
        connection(ctx, String::new(), filter, None, (first, after)).await
    }
}
