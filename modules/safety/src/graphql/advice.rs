//! Advice in the schema.

use std::sync::Arc;

use async_graphql::{
    Context, Enum, ID, InputObject, Object, Result, SimpleObject,
    connection::{Connection, Edge},
    dataloader::DataLoader,
};
use chrono::{DateTime, Utc};
use directory::{
    InstitutionLoader,
    graphql::{AgeRange, Audience, Institution, institution},
    labels::phrase,
};
use kernel::{
    error::Fault,
    graphql::{
        Base, ContextExt as _, Open,
        connection::{Cursor, DEFAULT_FIRST, Highlight, highlights, page_size, query_text},
    },
    markdown::to_html,
    page::{localised, path_name},
    scope::Scope,
    search::Snapshot,
};
use media::graphql::{File, Picture};
use search_index::{Filter, Highlighter, Query, Reading, Sort, TermFilter};
use uuid::Uuid;

use crate::{
    ENTITY, KIND,
    advice::{ALWAYS, AdviceId, Card, DescriptionLoader, Model, Season, Topic, service},
};

/// A piece of advice.
pub type Advice = Open<AdviceFields>;

/// A page of advice.
pub type AdviceConnection = Connection<Cursor, Advice, AdviceConnectionFields, AdviceEdgeFields>;

/// The fields of advice that its own module knows.
#[derive(Clone, Debug)]
pub struct AdviceFields(Arc<Card>);

impl Base for AdviceFields {
    const NAME: &'static str = "Advice";
}

impl AdviceFields {
    fn row(&self) -> &Model {
        &self.0.row
    }

    /// Its id.
    pub fn advice_id(&self) -> AdviceId {
        self.row().id
    }

    /// The institutions whose it is; none for the city's own.
    pub fn owners(&self) -> Vec<Uuid> {
        self.row().institution_id.map(|id| id.0).into_iter().collect()
    }
}

/// The advice of a card.
pub fn advice(card: Arc<Card>) -> Advice {
    Open(AdviceFields(card))
}

/// What advice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "Topic", tag = "module-safety")]
pub enum AdviceTopic {
    /// Traffic.
    Road,
    /// Water and ice.
    WaterIce,
    /// Fire, gas and carbon monoxide.
    FireGasCo,
    /// The internet.
    Cyber,
    /// Drugs, alcohol, tobacco.
    Drugs,
    /// Violence and bullying.
    Violence,
    /// A child that is missing.
    MissingChild,
    /// Weather.
    Weather,
    /// Events and crowds.
    PublicEvents,
    /// Health.
    Health,
    /// Anything else.
    Other,
}

/// A part of the year in which some advice matters most. They overlap.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "Season", tag = "module-safety")]
pub enum AdviceSeason {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February.
    Winter,
    /// The last third of August, and September.
    SchoolStart,
    /// When children are at home for long.
    Holidays,
}

/// How to keep safe: what police, fire brigade, rescuers and others advise.
#[Object(name = "AdviceFields", tag = "module-safety")]
impl AdviceFields {
    /// Its global id.
    pub async fn id(&self) -> ID {
        self.row().id.global().into()
    }

    /// The path of its page on the city's portal, in the request's language.
    async fn url(&self, ctx: &Context<'_>) -> String {
        let Model { id, title, .. } = self.row();
        localised(ctx.scope().lang, &format!("/bezpieczni/porady/{}/{}", id.global(), path_name(title)))
    }

    /// Its title.
    async fn title(&self) -> &str {
        &self.row().title
    }

    /// Its first sentences, as plain text, if somebody wrote them.
    async fn lead(&self) -> Option<&str> {
        self.row().lead.as_deref()
    }

    /// The lead, else the beginning of its text, as plain text.
    async fn summary(&self) -> &str {
        &self.0.summary
    }

    /// Its text, as safe HTML.
    async fn description_html(&self, ctx: &Context<'_>) -> Result<String> {
        if !self.0.without_description {
            return Ok(to_html(&self.row().description));
        }
        let description = ctx.data_unchecked::<DataLoader<DescriptionLoader>>().load_one(self.row().id).await?;
        Ok(to_html(&description.unwrap_or_default()))
    }

    /// What it is about.
    async fn topic(&self) -> AdviceTopic {
        self.row().topic.into()
    }

    /// What it is about, for people.
    async fn topic_label(&self, ctx: &Context<'_>) -> String {
        ctx.scope().text(&self.row().topic.key(), &[])
    }

    /// When it matters most; always without any.
    async fn seasons(&self) -> Vec<AdviceSeason> {
        self.row().seasons().map(Into::into).collect()
    }

    /// When it matters most, for people.
    async fn season_labels(&self, ctx: &Context<'_>) -> Vec<String> {
        self.row().seasons().map(|season| ctx.scope().text(&season.key(), &[])).collect()
    }

    /// Whether it matters today.
    async fn is_in_season(&self, ctx: &Context<'_>) -> bool {
        self.row().is_in_season(ctx.scope().today())
    }

    /// For whom it is; for everybody without any.
    async fn audience(&self) -> Vec<Audience> {
        self.row().audience.iter().filter_map(|id| Audience::parse(id)).collect()
    }

    /// For whom it is, for people.
    async fn audience_labels(&self, ctx: &Context<'_>) -> Vec<String> {
        let audience = self.row().audience.iter().filter_map(|id| Audience::parse(id));
        audience.map(|audience| audience.label(ctx.scope())).collect()
    }

    /// For what ages it is.
    async fn ages(&self, ctx: &Context<'_>) -> AgeRange {
        AgeRange::of(ctx.scope(), self.row().min_months, self.row().max_months)
    }

    /// The institution whose it is; null for the city's own.
    async fn institution(&self, ctx: &Context<'_>) -> Result<Option<Institution>> {
        let Some(id) = self.row().institution_id else { return Ok(None) };
        Ok(ctx.data_unchecked::<DataLoader<InstitutionLoader>>().load_one(id).await?.map(institution))
    }

    /// Who wrote it, if not an institution, or beside it.
    async fn provider(&self) -> Option<&str> {
        self.row().provider.as_deref()
    }

    /// Where there is more to read.
    async fn website(&self) -> Option<&str> {
        self.row().website.as_deref()
    }

    /// E-mail for questions.
    async fn email(&self) -> Option<&str> {
        self.row().email.as_deref()
    }

    /// Telephone for questions.
    async fn phone(&self) -> Option<&str> {
        self.row().phone.as_deref()
    }

    /// What it shows: the main picture first.
    async fn pictures(&self, ctx: &Context<'_>) -> Result<Vec<Picture>> {
        let ids = &self.row().pictures.0;
        ctx.charge(ids.len())?;
        media::graphql::pictures(ctx, ids).await
    }

    /// What can be saved with it.
    async fn files(&self, ctx: &Context<'_>) -> Result<Vec<File>> {
        let ids = &self.row().files.0;
        ctx.charge(ids.len())?;
        media::graphql::files(ctx, ids).await
    }

    /// Free words it can be found by.
    async fn tags(&self) -> &[String] {
        &self.row().tags.0
    }

    /// When it was published.
    async fn created_at(&self) -> DateTime<Utc> {
        self.row().created_at
    }

    /// When it last changed.
    async fn updated_at(&self) -> DateTime<Utc> {
        self.row().updated_at
    }
}

/// What advice must meet; all of it.
#[derive(Clone, Debug, Default, InputObject)]
#[graphql(tag = "module-safety")]
pub struct AdviceFilter {
    /// About any of these.
    topics: Option<Vec<AdviceTopic>>,
    /// What matters most in any of these.
    seasons: Option<Vec<AdviceSeason>>,
    /// For any of these; what does not say is for all.
    audience: Option<Vec<Audience>>,
    /// Of this institution, by its id.
    institution: Option<ID>,
    /// What matters today, what matters always included.
    now: Option<bool>,
}

impl AdviceFilter {
    /// What it asks for, a phrase for each condition, in the request's language. What it names that is not there is left
    /// out.
    pub fn phrases(&self, scope: &Scope, snapshot: &Snapshot) -> Vec<String> {
        let topics = self.topics.iter().flatten().map(|topic| scope.text(&Topic::from(*topic).key(), &[]));
        let seasons = self.seasons.iter().flatten().map(|season| scope.text(&Season::from(*season).key(), &[]));
        let phrases = [
            phrase(topics),
            phrase(seasons),
            self.now.filter(|is_wanted| *is_wanted).map(|_| scope.text("advice-filter-now", &[])),
            phrase(self.audience.iter().flatten().map(|audience| audience.label(scope))),
            self.institution.as_ref().and_then(|id| directory::labels::institution(snapshot, id)),
        ];
        phrases.into_iter().flatten().collect()
    }

    /// The institution that it names.
    pub fn institution(&self) -> Option<&ID> {
        self.institution.as_ref()
    }
}

/// What a page of advice says besides.
#[derive(SimpleObject)]
#[graphql(tag = "module-safety")]
pub struct AdviceConnectionFields {
    /// How many there are on all pages.
    pub total_count: u64,
}

/// What is said of advice in a list.
#[derive(SimpleObject)]
#[graphql(tag = "module-safety")]
pub struct AdviceEdgeFields {
    /// Where words of the query stand.
    pub highlights: Vec<Highlight>,
}

/// Root fields of advice.
#[derive(Debug, Default)]
pub(super) struct AdviceQuery;

#[Object]
impl AdviceQuery {
    /// The advice of that id; null if there is none.
    #[graphql(tag = "module-safety")]
    async fn advice_item(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Advice>> {
        match AdviceId::parse(&id) {
            Some(id) => Ok(service::find(ctx.scope(), id).await?.map(advice)),
            None => Ok(None),
        }
    }

    /// How to keep safe: what fits a text best first, else the newest.
    #[graphql(tag = "module-safety")]
    async fn advice(
        &self,
        ctx: &Context<'_>,
        query: Option<String>,
        filter: Option<AdviceFilter>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<AdviceConnection> {
        let scope = ctx.scope();
        let text = query_text(query)?;
        let snapshot = scope.snapshot().await?;
        let query =
            Query { first: page_size(first)?, after, ..asked(scope, &snapshot, &text, filter.unwrap_or_default()) };
        let page = snapshot.reader().search(&query).map_err(Fault::from)?;
        ctx.charge(page.hits.len())?;
        let fields = AdviceConnectionFields { total_count: page.total };
        let mut connection = Connection::with_additional_fields(query.after.is_some(), page.has_next, fields);
        let highlighter = Highlighter::new(&query.meaning);
        connection.edges.extend(page.hits.into_iter().filter_map(|hit| {
            let card = snapshot.card::<Card>(ENTITY, hit.id)?;
            let texts = [("title", card.row.title.as_str()), ("summary", card.summary.as_str())];
            let fields = AdviceEdgeFields { highlights: highlights(&highlighter, &texts) };
            Some(Edge::with_additional_fields(Cursor(hit.cursor), advice(card), fields))
        }));
        Ok(connection)
    }
}

/// What a list of advice asks the index for, whatever its page. Who is to be told of advice asks the very same.
pub fn asked(scope: &Scope, snapshot: &Snapshot, text: &str, filter: AdviceFilter) -> Query {
    let AdviceFilter { topics, seasons, audience, institution, now } = filter;
    let in_season = now.filter(|now| *now).map(|_| {
        let seasons = Season::of(scope.today()).map(Season::name);
        seasons.chain([ALWAYS.to_owned()]).collect()
    });
    let topics = topics.map(|list| list.into_iter().map(|topic| Topic::from(topic).name()).collect());
    let seasons = seasons.map(|list| list.into_iter().map(|season| Season::from(season).name()).collect());
    let audience = audience.map(|list| list.into_iter().map(|audience| audience.id().to_owned()).collect());
    let terms = [
        ("advice_topic", topics),
        ("season", seasons),
        ("season", in_season),
        ("audience", audience),
        ("institution", institution.map(|id| vec![id.0])),
    ];
    let terms = terms.into_iter().filter_map(|(dimension, any_of)| TermFilter::new(dimension, any_of?)).collect();
    Query {
        sort: if text.trim().is_empty() { Sort::Newest } else { Sort::Relevance },
        meaning: snapshot.understand(text, Reading::Wish),
        kinds: vec![KIND],
        filter: Filter { terms, ..Filter::default() },
        now: scope.now().timestamp(),
        ..Query::default()
    }
}
