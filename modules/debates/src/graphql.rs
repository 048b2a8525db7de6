//! Debates and questions in the schema, and what they add to whoever looks.

mod debate;
mod link;
mod mutation;
mod question;

use async_graphql::{
    Context, Enum, ID, InputObject, Object, Result, SimpleObject,
    connection::{Connection, Edge, EmptyFields},
};
use identity::graphql::ViewerFields;
use kernel::{
    error::Fault,
    graphql::{
        ContextExt as _,
        connection::{Cursor, DEFAULT_FIRST, page_size},
        extend,
    },
    scope::Scope,
    search::Snapshot,
};
use search_index::{Query, Reading};

use crate::{
    Card, KIND,
    debate::DebateId,
    question::QuestionId,
    service::{self, Filter, Page, Sort},
    states::State,
};

pub use debate::{Debate, DebateFields, debate};
use link::QuestionLink;
pub use mutation::DebatesMutation;
pub use question::{Question, QuestionState, node};

/// What debates add to types of others. Called before a schema is built.
pub fn extensions() {
    extend::<ViewerFields, OfViewer>();
}

/// Where a request came from, to count by what is asked without signing in: the client's network address, or the part
/// of it that one household shares. Given with the request where it is known.
#[derive(Clone, Debug)]
pub struct AskedFrom(pub String);

/// A page of debates.
pub type DebateConnection = Connection<Cursor, Debate, TotalCount, EmptyFields>;

/// A page of published questions.
pub type QuestionConnection = Connection<Cursor, Question, TotalCount, EmptyFields>;

/// A page of what editors look through.
type QuestionQueue = Connection<Cursor, Question, TotalCount, EmptyFields, QueueName, QueueName>;

/// A page of what somebody asked.
type OwnQuestionConnection = Connection<Cursor, Question, TotalCount, EmptyFields, OwnName, OwnName>;

/// How many there are.
#[derive(SimpleObject)]
#[graphql(name = "DebatesTotalCount")]
pub struct TotalCount {
    /// How many there are on all pages.
    pub total_count: u64,
}

struct QueueName;

impl async_graphql::connection::ConnectionNameType for QueueName {
    fn type_name<T: async_graphql::OutputType>() -> String {
        "QuestionQueue".to_owned()
    }
}

impl async_graphql::connection::EdgeNameType for QueueName {
    fn type_name<T: async_graphql::OutputType>() -> String {
        "QuestionQueueEdge".to_owned()
    }
}

struct OwnName;

impl async_graphql::connection::ConnectionNameType for OwnName {
    fn type_name<T: async_graphql::OutputType>() -> String {
        "OwnQuestionConnection".to_owned()
    }
}

impl async_graphql::connection::EdgeNameType for OwnName {
    fn type_name<T: async_graphql::OutputType>() -> String {
        "OwnQuestionEdge".to_owned()
    }
}

/// Which debates are listed.
#[derive(Clone, Debug, Default, InputObject)]
pub struct DebateFilter {
    /// Only those that are over; or if false only those that are not.
    past: Option<bool>,
    /// Only those that take questions now; or if false only others.
    open: Option<bool>,
}

impl DebateFilter {
    /// What it asks for, a phrase for each condition, in the request's language.
    pub fn phrases(&self, scope: &Scope) -> Vec<String> {
        let said = |value: Option<bool>, [yes, no]: [&str; 2]| {
            value.map(|value| scope.text(if value { yes } else { no }, &[]))
        };
        let past = said(self.past, ["debates-filter-past", "debates-filter-to-come"]);
        let open = said(self.open, ["debates-filter-open", "debates-filter-not-open"]);
        past.into_iter().chain(open).collect()
    }
}

/// The order of questions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "Sort")]
enum QuestionSort {
    /// What most people support first; of equals the oldest.
    Support,
    /// The latest asked first.
    Newest,
    /// Only what was answered, the latest answer first.
    Answered,
}

/// Root fields of this module.
#[derive(Debug, Default)]
pub struct DebatesQuery;

#[Object]
impl DebatesQuery {
    /// Debates of the city's education forum: those to come, the soonest first, then those that are over, the latest
    /// first.
    #[graphql(tag = "module-debates")]
    async fn debates(
        &self,
        ctx: &Context<'_>,
        filter: Option<DebateFilter>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<DebateConnection> {
        let DebateFilter { past, open } = filter.unwrap_or_default();
        let after = after.map(|after| DebateId::parse(&after).ok_or_else(wrong_cursor)).transpose()?;
        let page = service::list(ctx.scope(), Filter { past, open }, after, page_size(first)?).await?;
        ctx.charge(page.cards.len())?;
        let fields = TotalCount { total_count: page.total as u64 };
        let mut connection = Connection::with_additional_fields(after.is_some(), page.has_next, fields);
        let edges = page.cards.into_iter().map(|card| Edge::new(Cursor(card.row.id.global()), debate(card)));
        connection.edges.extend(edges);
        Ok(connection)
    }

    /// The debate of that id; null if there is none.
    #[graphql(tag = "module-debates")]
    async fn debate(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Debate>> {
        match DebateId::parse(&id) {
            Some(id) => Ok(service::find(ctx.scope(), id).await?.map(debate)),
            None => Ok(None),
        }
    }

    /// The question of that id; null if there is none that whoever looks may see.
    #[graphql(tag = "module-debates")]
    async fn question(&self, ctx: &Context<'_>, id: ID) -> Result<Option<Question>> {
        Ok(node(ctx.scope(), &id).await?)
    }

    /// What was answered, over all debates, the latest answer first.
    #[graphql(tag = "module-debates")]
    async fn answered_questions(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<QuestionConnection> {
        let page = service::answered(ctx.scope(), after.as_deref(), page_size(first)?).await?;
        listed(ctx, page, Sort::Answered, after.is_some()).await
    }

    /// What waits for an editor, or stands otherwise, the oldest first; of one debate, or of all. For editors.
    #[graphql(tag = "module-debates")]
    async fn questions_to_moderate(
        &self,
        ctx: &Context<'_>,
        debate: Option<ID>,
        #[graphql(default_with = "Some(vec![QuestionState::Waiting])")] states: Option<Vec<QuestionState>>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<QuestionQueue> {
        let debate = debate
            .map(|id| DebateId::parse(&id).ok_or_else(|| Fault::bad_input("debate", "this is no debate's id")))
            .transpose()?;
        queue(ctx, debate, states, first, after).await
    }

    /// What a link in a mail is for, and whether it acts. Looking at it does nothing.
    #[graphql(tag = "module-debates")]
    async fn question_link(&self, ctx: &Context<'_>, token: String) -> Result<QuestionLink> {
        QuestionLink::of(ctx, service::look_at(ctx.scope(), &token).await?).await
    }
}

/// What the portal's search asks the index for among debates, and what a list asks of the card of one that the index
/// finds. Who is to be told of debates asks both.
pub fn asked(
    scope: &Scope,
    snapshot: &Snapshot,
    text: &str,
    filter: &DebateFilter,
) -> (Query, impl Fn(&Scope, &Card) -> bool + Send + Sync + 'static) {
    let query = Query {
        meaning: snapshot.understand(text, Reading::Wish),
        kinds: vec![KIND],
        now: scope.now().timestamp(),
        ..Query::default()
    };
    let filter = Filter { past: filter.past, open: filter.open };
    (query, move |scope: &Scope, card: &Card| service::admits(filter, card, scope.now()))
}

/// What debates add to whoever looks.
struct OfViewer;

impl From<&ViewerFields> for OfViewer {
    fn from(_: &ViewerFields) -> Self {
        Self
    }
}

#[Object(name = "DebatesOfViewer")]
impl OfViewer {
    /// What they asked for debates, the newest first, whatever became of it.
    #[graphql(tag = "module-debates")]
    async fn debate_questions(
        &self,
        ctx: &Context<'_>,
        #[graphql(default_with = "Some(DEFAULT_FIRST)")] first: Option<i32>,
        after: Option<String>,
    ) -> Result<OwnQuestionConnection> {
        let after = question_cursor(after)?;
        let page = service::owned(ctx.scope(), after, page_size(first)?).await?;
        ctx.charge(page.rows.len())?;
        let fields = TotalCount { total_count: page.total };
        let mut connection = Connection::with_additional_fields(after.is_some(), page.has_next, fields);
        let told = question::told(ctx, page.rows).await?;
        connection.edges.extend(told.into_iter().map(|one| Edge::new(Cursor(one.row().id.global()), one)));
        Ok(connection)
    }
}

/// A page of published questions as a connection.
async fn listed(ctx: &Context<'_>, page: Page, sort: Sort, has_previous: bool) -> Result<QuestionConnection> {
    ctx.charge(page.rows.len())?;
    let fields = TotalCount { total_count: page.total };
    let mut connection = Connection::with_additional_fields(has_previous, page.has_next, fields);
    let told = question::told(ctx, page.rows).await?;
    connection.edges.extend(told.into_iter().map(|one| Edge::new(Cursor(service::cursor(sort, one.row())), one)));
    Ok(connection)
}

async fn queue(
    ctx: &Context<'_>,
    debate: Option<DebateId>,
    states: Option<Vec<QuestionState>>,
    first: Option<i32>,
    after: Option<String>,
) -> Result<QuestionQueue> {
    let states = states.unwrap_or_else(|| vec![QuestionState::Waiting]);
    let states: Vec<State> = states.into_iter().map(Into::into).collect();
    let after = question_cursor(after)?;
    let page = service::queue(ctx.scope(), debate, &states, after, page_size(first)?).await?;
    ctx.charge(page.rows.len())?;
    let fields = TotalCount { total_count: page.total };
    let mut connection = Connection::with_additional_fields(after.is_some(), page.has_next, fields);
    let told = question::told(ctx, page.rows).await?;
    connection.edges.extend(told.into_iter().map(|one| Edge::new(Cursor(one.row().id.global()), one)));
    Ok(connection)
}

fn question_cursor(after: Option<String>) -> Result<Option<QuestionId>> {
    Ok(after.map(|after| QuestionId::parse(&after).ok_or_else(wrong_cursor)).transpose()?)
}

fn wrong_cursor() -> Fault {
    Fault::bad_input("after", "this cursor belongs to another list; start without one")
}
