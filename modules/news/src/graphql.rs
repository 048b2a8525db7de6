//! Articles in the schema, and what they add to institutions.

mod filter;

use std::sync::Arc;

use async_graphql::{
    Context, Enum, ID, Object, Result, SimpleObject,
    connection::{Connection, Edge},
    dataloader::DataLoader,
};
use chrono::{DateTime, Utc};
use directory::{
    InstitutionId, InstitutionLoader,
    graphql::{Audience, District, Institution, InstitutionFields, Interest, institution},
};
use kernel::{
    error::Fault,
    graphql::{
        Base, ContextExt as _, Open,
        connection::{Cursor, DEFAULT_FIRST, FacetCount, Highlight, highlights, page_size, query_text},
        extend,
        scalars::Date,
    },
    markdown::to_html,
    page::{localised, path_name},
    scope::Scope,
    search::Snapshot,
};
use media::graphql::{File, Picture};
use search_index::{Highlighter, Query, taxonomy};
use uuid::Uuid;

use crate::{
    article::{ArticleId, Category, Model, Pins},
    loader::DescriptionLoader,
    search::Card,
    service::{self, Selection},
};

pub use filter::NewsFilter;

/// An article.
pub type Article = Open<ArticleFields>;

/// A page of articles.
pub type ArticleConnection = Connection<Cursor, Article, ArticleConnectionFields, ArticleEdgeFields>;

/// Fields that this module adds to others' types. Called before a schema is built.
pub fn extensions() {
    extend::<InstitutionFields, OfInstitution>();
}

/// The fields of an article that its own module knows.
#[derive(Clone, Debug)]
pub struct ArticleFields {
    /// The article.
    pub card: Arc<Card>,
    /// On whose pages it is shown.
    pins: Pins,
}

impl Base for ArticleFields {
    const NAME: &'static str = "Article";
}

impl ArticleFields {
    fn row(&self) -> &Model {
        &self.card.row
    }

    /// The institutions whose it is; none for the city's own.
    pub fn owners(&self) -> Vec<Uuid> {
        self.row().institution_id.map(|id| id.0).into_iter().collect()
    }
}

/// The article of a card, as the city's pages show it.
pub fn article(card: Arc<Card>) -> Article {
    Open(ArticleFields { card, pins: Pins::City })
}

/// What an article tells of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "Category")]
pub enum ArticleCategory {
    /// What people are to know.
    Announcement,
    /// What somebody achieved.
    Success,
    /// How one is admitted to a school.
    Admissions,
    /// What is done together for a time, often with a grant.
    Project,
    /// Culture.
    Culture,
    /// Sport.
    Sport,
    /// Safety.
    Safety,
    /// Health.
    Health,
    /// Anything else.
    Other,
}

/// An article of a school, the city or a partner.
#[Object(name = "ArticleFields", tag = "module-news")]
impl ArticleFields {
    /// Its global id.
    pub async fn id(&self) -> ID {
        self.row().id.global().into()
    }

    /// The path of its page on the city's portal, in the request's language.
    async fn url(&self, ctx: &Context<'_>) -> String {
        let Model { id, title, .. } = self.row();
        localised(ctx.scope().lang, &format!("/aktualnosci/{}/{}", id.global(), path_name(title)))
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
        &self.card.summary
    }

    /// Its text, as safe HTML.
    async fn description_html(&self, ctx: &Context<'_>) -> Result<String> {
        if !self.card.without_description {
            return Ok(to_html(&self.row().description));
        }
        let description = ctx.data_unchecked::<DataLoader<DescriptionLoader>>().load_one(self.row().id).await?;
        Ok(to_html(&description.unwrap_or_default()))
    }

    /// What it tells of.
    async fn category(&self) -> ArticleCategory {
        self.row().category.into()
    }

    /// What it tells of, for people.
    async fn category_label(&self, ctx: &Context<'_>) -> String {
        ctx.scope().text(&self.row().category.key(), &[])
    }

    /// When it was published.
    async fn published_at(&self) -> DateTime<Utc> {
        self.row().published_at
    }

    /// When it will be withdrawn, if somebody said.
    async fn withdraw_at(&self) -> Option<DateTime<Utc>> {
        self.row().withdraw_at
    }

    /// The last day on which it stands first.
    async fn pinned_until(&self) -> Option<Date> {
        self.row().pinned_until.map(Date)
    }

    /// Whether it stands first where it was asked for: among an institution's articles by the institution's own pin, else
    /// by the city's.
    async fn is_pinned(&self, ctx: &Context<'_>) -> bool {
        self.row().is_pinned(self.pins, ctx.scope().today())
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

    /// The institution whose it is; null for the city's own.
    async fn institution(&self, ctx: &Context<'_>) -> Result<Option<Institution>> {
        let Some(id) = self.row().institution_id else { return Ok(None) };
        Ok(ctx.data_unchecked::<DataLoader<InstitutionLoader>>().load_one(id).await?.map(institution))
    }

    /// Who wrote it, if not an institution, or beside it.
    async fn provider(&self) -> Option<&str> {
        self.row().provider.as_deref()
    }

    /// For whom it is; empty if nobody said.
    async fn audience(&self) -> Vec<Audience> {
        self.row().audience.iter().filter_map(|id| Audience::parse(id)).collect()
    }

    /// For whom it is, for people.
    async fn audience_labels(&self, ctx: &Context<'_>) -> Vec<String> {
        let known = self.row().audience.iter().filter_map(|id| Audience::parse(id));
        known.map(|audience| audience.label(ctx.scope())).collect()
    }

    /// What it is about, in the taxonomy's terms.
    async fn interests(&self) -> Vec<Interest> {
        self.row().interests.iter().filter_map(|id| taxonomy().interest(id)).map(Interest).collect()
    }

    /// The district that it concerns: its own, else its institution's.
    async fn district(&self, ctx: &Context<'_>) -> Option<District> {
        District::find(ctx.scope(), self.card.district.as_deref())
    }

    /// Where it comes from.
    async fn source_url(&self) -> Option<&str> {
        self.row().source_url.as_deref()
    }

    /// Free words it can be found by.
    async fn tags(&self) -> &[String] {
        &self.row().tags.0
    }

    /// When the portal first knew of it.
    async fn created_at(&self) -> DateTime<Utc> {
        self.row().created_at
    }

    /// When it last changed.
    async fn updated_at(&self) -> DateTime<Utc> {
        self.row().updated_at
    }
}

/// What a page of articles says besides.
#[derive(SimpleObject)]
pub struct ArticleConnectionFields {
    /// How many there are on all pages; a text finds at most a thousand.
    pub total_count: u64,
    /// Counts to narrow the list by.
    pub facets: NewsFacets,
}

/// Counts to narrow a list of articles by. A facet's own filter does not narrow it.
#[derive(SimpleObject)]
pub struct NewsFacets {
    /// By what they tell of; only what there is.
    pub categories: Vec<FacetCount>,
}

/// What is said of an article in a list.
#[derive(SimpleObject)]
pub struct ArticleEdgeFields {
    /// Where words of the query stand.
    pub highlights: Vec<Highlight>,
}

/// Root fields of this module.
#[derive(Debug, Default)]
pub struct NewsQuery;

#[Object]
impl NewsQuery {
    /// The article of that id; null if there is none that everybody sees now.
    #[graphql(tag = "module-news")]
    async fn article(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Article>> {
        match ArticleId::parse(&id) {
            Some(id) => Ok(service::find(ctx.scope(), id).await?.map(article)),
            None => Ok(None),
        }
    }

    /// The city's news: what is pinned, then the newest; with a text, what fits it best. Of one institution, what it pinned
    /// itself stands first too.
    #[graphql(tag = "module-news")]
    async fn news(
        &self,
        ctx: &Context<'_>,
        query: Option<String>,
        filter: Option<NewsFilter>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<ArticleConnection> {
        let text = query_text(query)?;
        let selection = Selection { text, ..filter.unwrap_or_default().resolve()? };
        connection(ctx, &selection, first, after).await
    }
}

/// What a list of articles asks the index for, whatever its page, and what it asks of the card of an article that the
/// index finds. Who is to be told of news asks the very same.
pub fn asked(
    scope: &Scope,
    snapshot: &Snapshot,
    text: &str,
    filter: NewsFilter,
) -> Result<(Query, impl Fn(&Scope, &Card) -> bool + Send + Sync + 'static), Fault> {
    let selection = Selection { text: text.to_owned(), ..filter.resolve()? };
    let query = service::query(scope, snapshot, &selection);
    Ok((query, move |scope: &Scope, card: &Card| service::admits(scope, &selection, card)))
}

/// What articles add to institutions.
pub struct OfInstitution(InstitutionId);

impl From<&InstitutionFields> for OfInstitution {
    fn from(institution: &InstitutionFields) -> Self {
        Self(institution.0.id)
    }
}

#[Object(name = "NewsOfInstitution")]
impl OfInstitution {
    /// Its news: what it pinned, then the newest.
    #[graphql(tag = "module-news")]
    async fn news(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<ArticleConnection> {
        let selection = Selection { institution: Some(self.0), ..Selection::default() };
        connection(ctx, &selection, first, after).await
    }
}

/// Answers from the read model, without the database.
async fn connection(
    ctx: &Context<'_>,
    selection: &Selection,
    first: Option<i32>,
    after: Option<String>,
) -> Result<ArticleConnection> {
    let scope = ctx.scope();
    let page = service::list(scope, selection, page_size(first)?, after.as_deref()).await?;
    ctx.charge(page.articles.len())?;
    let counted = page.categories.into_iter().map(|(category, count)| FacetCount {
        value: category.name().to_ascii_uppercase(),
        label: scope.text(&category.key(), &[]),
        count: count as u64,
    });
    let fields = ArticleConnectionFields {
        total_count: page.total as u64,
        facets: NewsFacets { categories: counted.collect() },
    };
    let mut connection = Connection::with_additional_fields(after.is_some(), page.has_next, fields);
    let highlighter = Highlighter::new(&page.meaning);
    connection.edges.extend(page.articles.into_iter().map(|listed| {
        let card = listed.card;
        let marked = highlights(&highlighter, &[("title", &card.row.title), ("summary", &card.summary)]);
        let fields = ArticleEdgeFields { highlights: marked };
        Edge::with_additional_fields(Cursor(listed.cursor), Open(ArticleFields { card, pins: page.pins }), fields)
    }));
    Ok(connection)
}
