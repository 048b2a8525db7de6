//! Root fields that concern every module: the city, any node, search over all kinds.

use std::collections::HashSet;

use activities::graphql::{Activity, activity};
use async_graphql::{
    Context, Enum, ID, Interface, Object, Result, SimpleObject, Union,
    connection::{Connection, Edge},
};
use debates::graphql::{Debate, Question, debate};
use directory::graphql::{Institution, NearInput, institution};
use events::graphql::{Event, event};
use futures_util::future::try_join_all;
use kernel::{
    error::Fault,
    graphql::{
        ContextExt as _,
        connection::{Cursor, DEFAULT_FIRST, Highlight, MAX_FIRST, highlights, page_size, query_text},
    },
    scope::Scope,
    search::Snapshot,
};
use news::graphql::{Article, article};
use safety::graphql::{Advice, Alert, advice, alert};
use search_index::{Highlighter, Hit, Phrase, Query, Reading, taxonomy};

use super::{suggestions, tenant::TenantInfo};

/// How many suggestions there are if nobody says.
const SUGGESTIONS: i32 = 8;
/// How many suggestions there are at most.
const MAX_SUGGESTIONS: i32 = 20;

/// Anything with a global id.
#[derive(Interface)]
#[graphql(field(name = "id", ty = "ID", desc = "Its global id."))]
pub(super) enum Node {
    Institution(Institution),
    Activity(Activity),
    Event(Event),
    Article(Article),
    Advice(Advice),
    Alert(Alert),
    Debate(Debate),
    Question(Box<Question>),
}

/// Anything that search finds.
#[derive(Union)]
enum SearchHit {
    Institution(Institution),
    Activity(Activity),
    Event(Event),
    Article(Article),
    Advice(Advice),
    Alert(Alert),
    Debate(Debate),
}

/// What to search for.
#[derive(Clone, Copy, PartialEq, Eq, Enum)]
enum SearchKind {
    /// Institutions.
    Institution,
    /// After-school activities.
    #[graphql(tag = "module-activities")]
    Activity,
    /// Events that are not over.
    #[graphql(tag = "module-events")]
    Event,
    /// Articles.
    #[graphql(tag = "module-news")]
    Article,
    /// Advice on safety.
    #[graphql(tag = "module-safety")]
    Advice,
    /// Alerts in force.
    #[graphql(tag = "module-safety")]
    Alert,
    /// Debates.
    #[graphql(tag = "module-debates")]
    Debate,
}

impl SearchKind {
    /// All of them.
    const ALL: [Self; 7] =
        [Self::Institution, Self::Activity, Self::Event, Self::Article, Self::Advice, Self::Alert, Self::Debate];

    /// What the index calls it, and the module it belongs to.
    fn known(self) -> (&'static str, Option<&'static str>) {
        match self {
            Self::Institution => (directory::KIND, None),
            Self::Activity => (activities::KIND, Some(activities::MODULE)),
            Self::Event => (events::KIND, Some(events::MODULE)),
            Self::Article => (news::KIND, Some(news::MODULE)),
            Self::Advice => (safety::KIND, Some(safety::MODULE)),
            Self::Alert => (safety::ALERT_KIND, Some(safety::MODULE)),
            Self::Debate => (debates::KIND, Some(debates::MODULE)),
        }
    }
}

/// What a suggestion names.
#[derive(Clone, Copy, PartialEq, Eq, Enum)]
enum SuggestionKind {
    /// An interest.
    #[graphql(tag = "module-activities")]
    Interest,
    /// An activity.
    #[graphql(tag = "module-activities")]
    Activity,
    /// An institution.
    Institution,
    /// An event.
    #[graphql(tag = "module-events")]
    Event,
    /// An article.
    #[graphql(tag = "module-news")]
    Article,
    /// Advice on safety.
    #[graphql(tag = "module-safety")]
    Advice,
    /// A debate.
    #[graphql(tag = "module-debates")]
    Debate,
    /// A district.
    District,
    /// A ready query: an interest in a district, a kind of holiday.
    #[graphql(tag = "module-activities")]
    Query,
}

/// Somebody who vouches for people: an OpenID provider.
#[derive(SimpleObject)]
struct SignInProvider {
    /// Its name in addresses.
    id: String,
    /// Its name for people.
    name: String,
    /// The path that leads there.
    url: String,
}

/// A completion of what somebody has begun to type.
#[derive(SimpleObject)]
struct Suggestion {
    /// The text to search for.
    text: String,
    /// What it names.
    kind: SuggestionKind,
    /// How many entries stand behind it.
    count: u64,
    /// The id of the interest or district it names.
    target: Option<String>,
}

/// What a page of results says besides.
#[derive(SimpleObject)]
struct SearchConnectionFields {
    /// How many results there are on all pages.
    total_count: u64,
    /// How many of them meet everything that the text was understood to mean. They come first; where they are few,
    /// the nearest of the others follow.
    full_match_count: u64,
}

/// What is said of a result.
#[derive(SimpleObject)]
struct SearchEdgeFields {
    /// How far it is from `near`, or else from the place that the query names.
    distance_meters: Option<i32>,
    /// Where words of the query stand.
    highlights: Vec<Highlight>,
}

struct SearchNames;

impl async_graphql::connection::ConnectionNameType for SearchNames {
    fn type_name<T: async_graphql::OutputType>() -> String {
        "SearchConnection".to_owned()
    }
}

impl async_graphql::connection::EdgeNameType for SearchNames {
    fn type_name<T: async_graphql::OutputType>() -> String {
        "SearchEdge".to_owned()
    }
}

type SearchConnection =
    Connection<Cursor, SearchHit, SearchConnectionFields, SearchEdgeFields, SearchNames, SearchNames>;

/// Root fields that concern every module.
#[derive(Debug, Default)]
pub struct PortalQuery;

#[Object]
impl PortalQuery {
    /// The city whose portal this is.
    async fn tenant(&self, ctx: &Context<'_>) -> TenantInfo {
        let scope = ctx.scope();
        TenantInfo { tenant: scope.tenant.clone(), lang: scope.lang, now: scope.app().clock.now() }
    }

    /// Who can vouch for people who sign in here, besides their own mailbox.
    async fn sign_in_providers(&self, ctx: &Context<'_>) -> Vec<SignInProvider> {
        let scope = ctx.scope();
        let providers = scope.tenant.identity.iter().map(|provider| SignInProvider {
            id: provider.id.clone(),
            name: provider.name.get(scope.lang).to_owned(),
            url: format!("/auth/{}", provider.id),
        });
        providers.collect()
    }

    /// Anything by its global id; null if there is none.
    async fn node(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Node>> {
        Ok(find(ctx.scope(), &id).await?)
    }

    /// Several things by their global ids, in that order; null for each that there is not.
    async fn nodes(&self, ctx: &Context<'_>, ids: Vec<ID>) -> Result<Vec<Option<Node>>> {
        if ids.len() > MAX_FIRST.unsigned_abs() as usize {
            return Err(Fault::bad_input("ids", format!("at most {MAX_FIRST} ids at a time")).into());
        }
        Ok(try_join_all(ids.iter().map(|id| find(ctx.scope(), id))).await?)
    }

    /// Everything the city offers that fits a text.
    async fn search(
        &self,
        ctx: &Context<'_>,
        query: String,
        kinds: Option<Vec<SearchKind>>,
        near: Option<NearInput>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<SearchConnection> {
        let scope = ctx.scope();
        let near = match near {
            Some(near) => Some(near.resolve(scope).await?),
            None => None,
        };
        let wanted = |kind: &SearchKind| kinds.as_ref().is_none_or(|kinds| kinds.contains(kind));
        let known = SearchKind::ALL.into_iter().filter(wanted).map(SearchKind::known);
        let names = known.filter(|(_, module)| scope.tenant.has(*module)).map(|(name, _)| name).collect();
        let text = query_text(Some(query))?;
        let snapshot = scope.snapshot().await?;
        let query = Query {
            meaning: snapshot.understand(&text, Reading::Wish),
            kinds: names,
            near,
            first: page_size(first)?,
            after,
            now: scope.now().timestamp(),
            ..Query::default()
        };
        let page = snapshot.reader().search(&query).map_err(Fault::from)?;
        ctx.charge(page.hits.len())?;
        let fields = SearchConnectionFields { total_count: page.total, full_match_count: page.full_matches };
        let mut connection = SearchConnection::with_additional_fields(query.after.is_some(), page.has_next, fields);
        let highlighter = Highlighter::new(&query.meaning);
        connection.edges.extend(page.hits.into_iter().filter_map(|hit| edge(&snapshot, hit, &highlighter)));
        Ok(connection)
    }

    /// Completions of what somebody has begun to type: interests, districts, titles of what there is, and ready
    /// queries. A slip is forgiven.
    async fn suggest(
        &self,
        ctx: &Context<'_>,
        prefix: String,
        #[graphql(default_with = "Some(SUGGESTIONS)")] first: Option<i32>,
    ) -> Result<Vec<Suggestion>> {
        let scope = ctx.scope();
        let first = first.unwrap_or(SUGGESTIONS);
        if !(1..=MAX_SUGGESTIONS).contains(&first) {
            return Err(Fault::bad_input("first", format!("`first` goes from 1 to {MAX_SUGGESTIONS}")).into());
        }
        let prefix = query_text(Some(prefix))?;
        let with_activities = scope.tenant.has(Some(activities::MODULE));
        let snapshot = scope.snapshot().await?;
        let suggester = {
            let scope = scope.clone();
            snapshot.suggester(move |snapshot| suggestions::phrases(&scope, snapshot)).await?
        };
        let kind = |phrase: &Phrase| match phrase.kind {
            directory::KIND => Some(SuggestionKind::Institution),
            "district" => Some(SuggestionKind::District),
            "interest" if with_activities => Some(SuggestionKind::Interest),
            activities::KIND if with_activities => Some(SuggestionKind::Activity),
            events::KIND if scope.tenant.has(Some(events::MODULE)) => Some(SuggestionKind::Event),
            news::KIND if scope.tenant.has(Some(news::MODULE)) => Some(SuggestionKind::Article),
            safety::KIND if scope.tenant.has(Some(safety::MODULE)) => Some(SuggestionKind::Advice),
            debates::KIND if scope.tenant.has(Some(debates::MODULE)) => Some(SuggestionKind::Debate),
            // Ready queries are in one language each.
            "query" if with_activities && phrase.target.as_deref() == Some(scope.lang.tag()) => {
                Some(SuggestionKind::Query)
            }
            _ => None,
        };
        // An interest may come by its names in several languages, of which one is shown: ask for some more.
        let found = suggester.suggest(&prefix, first.unsigned_abs() as usize * 2, |phrase| kind(phrase).is_some());
        let mut named = HashSet::new();
        let mut suggestions = Vec::new();
        for phrase in &found {
            let Some(kind) = kind(phrase) else { continue };
            let mut text = &phrase.text;
            if let ("interest", Some(id)) = (phrase.kind, &phrase.target) {
                // Names of several languages may begin alike; the reader's own counts, once.
                if !named.insert(id) {
                    continue;
                }
                let own = taxonomy().interest(id).map(|interest| interest.name.get(scope.lang.tag()));
                let same =
                    found.iter().find(|other| other.target.as_ref() == Some(id) && own == Some(other.text.as_str()));
                text = same.map_or(text, |other| &other.text);
            }
            suggestions.push(Suggestion {
                text: text.clone(),
                kind,
                count: phrase.count,
                target: phrase.target.clone().filter(|_| phrase.kind != "query"),
            });
        }
        suggestions.truncate(first.unsigned_abs() as usize);
        Ok(suggestions)
    }
}

/// Anything by its global id, if who asks may see it.
pub(super) async fn find(scope: &Scope, id: &str) -> Result<Option<Node>, Fault> {
    let has = |module| scope.tenant.has(Some(module));
    if let Some(id) = directory::InstitutionId::parse(id) {
        return Ok(directory::service::find(scope, id).await?.map(|row| Node::Institution(institution(row.into()))));
    }
    if let Some(id) = activities::ActivityId::parse(id).filter(|_| has(activities::MODULE)) {
        return Ok(activities::service::find(scope, id).await?.map(|card| Node::Activity(activity(card))));
    }
    if let Some(id) = events::EventId::parse(id).filter(|_| has(events::MODULE)) {
        return Ok(events::service::find(scope, id).await?.map(|card| Node::Event(event(card))));
    }
    if let Some(id) = news::ArticleId::parse(id).filter(|_| has(news::MODULE)) {
        return Ok(news::service::find(scope, id).await?.map(|card| Node::Article(article(card))));
    }
    if let Some(id) = safety::AdviceId::parse(id).filter(|_| has(safety::MODULE)) {
        return Ok(safety::find_advice(scope, id).await?.map(|card| Node::Advice(advice(card))));
    }
    if let Some(id) = safety::AlertId::parse(id).filter(|_| has(safety::MODULE)) {
        return Ok(safety::service::find(scope, id).await?.map(|row| Node::Alert(alert(row))));
    }
    if let Some(id) = debates::DebateId::parse(id).filter(|_| has(debates::MODULE)) {
        return Ok(debates::service::find(scope, id).await?.map(|card| Node::Debate(debate(card))));
    }
    if has(debates::MODULE) {
        return Ok(debates::graphql::node(scope, id).await?.map(|question| Node::Question(Box::new(question))));
    }
    Ok(None)
}

/// A hit with what is found, and the texts in which words of the query may stand.
fn told(snapshot: &Snapshot, hit: &Hit) -> Option<(SearchHit, Vec<(&'static str, String)>)> {
    let titled = |title: &str, summary: &str| vec![("title", title.to_owned()), ("summary", summary.to_owned())];
    Some(match hit.kind {
        activities::KIND => {
            let card = snapshot.card::<activities::Card>(activities::ENTITY, hit.id)?;
            let texts = titled(&card.row.title, &card.summary);
            (SearchHit::Activity(activity(card)), texts)
        }
        events::KIND => {
            let card = snapshot.card::<events::Card>(events::ENTITY, hit.id)?;
            let texts = titled(&card.row.title, &card.summary);
            (SearchHit::Event(event(card)), texts)
        }
        news::KIND => {
            let card = snapshot.card::<news::Card>(news::ENTITY, hit.id)?;
            let texts = titled(&card.row.title, &card.summary);
            (SearchHit::Article(article(card)), texts)
        }
        safety::KIND => {
            let card = snapshot.card::<safety::Card>(safety::ENTITY, hit.id)?;
            let texts = titled(&card.row.title, &card.summary);
            (SearchHit::Advice(advice(card)), texts)
        }
        safety::ALERT_KIND => {
            let row = snapshot.card::<safety::Alert>(safety::ALERT_ENTITY, hit.id)?;
            (SearchHit::Alert(alert(row)), Vec::new())
        }
        debates::KIND => {
            let card = snapshot.card::<debates::Card>(debates::ENTITY, hit.id)?;
            let texts = titled(&card.row.title, &card.summary);
            (SearchHit::Debate(debate(card)), texts)
        }
        _ => {
            let row = snapshot.card::<directory::Institution>(directory::ENTITY, hit.id)?;
            let texts = vec![("name", row.name.clone())];
            (SearchHit::Institution(institution(row)), texts)
        }
    })
}

fn edge(
    snapshot: &Snapshot,
    hit: Hit,
    highlighter: &Highlighter,
) -> Option<Edge<Cursor, SearchHit, SearchEdgeFields, SearchNames>> {
    let (node, texts) = told(snapshot, &hit)?;
    let texts: Vec<_> = texts.iter().map(|(field, text)| (*field, text.as_str())).collect();
    let highlights = highlights(highlighter, &texts);
    let fields =
        SearchEdgeFields { distance_meters: hit.distance_meters.map(|metres| metres.round() as i32), highlights };
    Some(Edge::with_additional_fields(Cursor(hit.cursor), node, fields))
}
