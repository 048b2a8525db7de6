//! What a subscription asks: of the index, of the card of what the index finds, of one entry, of an area.

use std::{any::Any, fmt, sync::Arc};

use identity::Child;
use kernel::{error::Result, graphql::connection::query_text, scope::Scope, search::Snapshot, tenancy::LatLon};
use notices::What;
use search_index::{Filter, Query, Reading, TermFilter};
use uuid::Uuid;

use crate::{
    subscription::Model,
    target::{AlertsTargetInput, Entry, SubscriptionTargetInput as Target},
};

/// What a card must meet besides. It is asked of the card of a document that answers the query.
pub type Check = Arc<dyn Fn(&Scope, &(dyn Any + Send + Sync)) -> bool + Send + Sync>;

/// What a subscription asks; whatever of this is given is another way to be told something.
#[derive(Clone, Default)]
pub struct Compiled {
    /// A saved search; documents that answer it as full matches are meant.
    pub query: Option<Query>,
    /// What the card of such a document must meet besides.
    pub check: Option<Check>,
    /// One entry, by what the change log calls it.
    pub entry: Option<(&'static str, Uuid)>,
    /// Whatever is that party's.
    pub party: Option<Uuid>,
    /// Alerts that concern an area.
    pub area: Option<AreaAsked>,
    /// What becomes of it that is worth telling.
    pub about: Vec<What>,
}

/// Alerts of which area, and how severe. The whole city if neither a point nor a district is given.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AreaAsked {
    /// At a point.
    pub point: Option<LatLon>,
    /// As far around the point, in metres.
    pub radius: f64,
    /// In a district, by its id.
    pub district: Option<String>,
    /// At least so severe, from 0 (nobody knows) to 4 (extraordinary): the order of [`safety::Severity`].
    pub min_severity: u8,
}

impl fmt::Debug for Compiled {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Compiled")
            .field("query", &self.query)
            .field("has_check", &self.check.is_some())
            .field("entry", &self.entry)
            .field("party", &self.party)
            .field("area", &self.area)
            .field("about", &self.about)
            .finish()
    }
}

/// What a subscription asks at this moment: days and ages are those of today, so it is to be asked anew each day, and
/// when its child changes. What belongs to a module that the city has switched off, or to a child that is gone, asks for
/// nothing. A fault if what is kept means nothing any more.
pub async fn compile(scope: &Scope, snapshot: &Snapshot, row: &Model) -> Result<Compiled> {
    let target = Target::from_json(&row.target)?;
    let child = match row.child_id {
        Some(id) => match child_of(scope, row, id).await? {
            Some(child) => Some(child),
            None => return Ok(Compiled::default()),
        },
        None => None,
    };
    let compiled = compile_target(scope, snapshot, &target, child.as_ref()).await?;
    Ok(Compiled { about: row.about.0.clone(), ..compiled })
}

/// A child of the account whose reader the subscription is of.
async fn child_of(scope: &Scope, row: &Model, id: identity::ChildId) -> Result<Option<Child>> {
    let reader = notices::readers::find(scope, row.reader_id).await?;
    let Some(account) = reader.and_then(|reader| reader.account_id) else { return Ok(None) };
    let children = identity::children::of_guardian(scope, account).await?;
    Ok(children.into_iter().find(|child| child.id == id))
}

/// What a target asks, for a child where it names one; nothing is [told](Compiled::about) of it yet. Faults name what of
/// the input is wrong.
pub async fn compile_target(
    scope: &Scope,
    snapshot: &Snapshot,
    target: &Target,
    child: Option<&Child>,
) -> Result<Compiled> {
    if !scope.tenant.has(target.module()) {
        return Ok(Compiled::default());
    }
    let of_query = |query| Compiled { query: Some(query), ..Compiled::default() };
    let text = |text: &Option<String>| query_text(text.clone());
    let compiled = match target.clone() {
        Target::Activities(asked) => {
            let (text, filter) = (text(&asked.query)?, asked.filter.unwrap_or_default());
            of_query(activities::graphql::asked(scope, snapshot, &text, filter, asked.near, child).await?)
        }
        Target::Institutions(asked) => {
            let (text, filter) = (text(&asked.query)?, asked.filter.unwrap_or_default());
            of_query(directory::graphql::asked(scope, snapshot, &text, filter, asked.near).await?)
        }
        Target::Advice(asked) => {
            let (text, filter) = (text(&asked.query)?, asked.filter.unwrap_or_default());
            of_query(safety::graphql::advice_asked(scope, snapshot, &text, filter))
        }
        Target::Events(asked) => {
            let (text, filter) = (text(&asked.query)?, asked.filter.unwrap_or_default());
            let (query, admits) = events::graphql::asked(scope, snapshot, &text, filter, asked.near).await?;
            Compiled { query: Some(query), check: Some(check(admits)), ..Compiled::default() }
        }
        Target::News(asked) => {
            let (text, filter) = (text(&asked.query)?, asked.filter.unwrap_or_default());
            let (query, admits) = news::graphql::asked(scope, snapshot, &text, filter)?;
            Compiled { query: Some(query), check: Some(check(admits)), ..Compiled::default() }
        }
        Target::Debates(asked) => {
            let (text, filter) = (text(&asked.query)?, asked.filter.unwrap_or_default());
            let (query, admits) = debates::graphql::asked(scope, snapshot, &text, &filter);
            Compiled { query: Some(query), check: Some(check(admits)), ..Compiled::default() }
        }
        Target::Everything(asked) => {
            let near = match asked.near {
                Some(near) => Some(near.resolve(scope).await?),
                None => None,
            };
            let meaning = snapshot.understand(&query_text(Some(asked.query))?, Reading::Wish);
            of_query(Query { meaning, near, ..of_all_kinds(scope) })
        }
        Target::Interest(id) => of_query(within(scope, "interest", id.0)),
        Target::District(id) => of_query(within(scope, "district", id.0)),
        Target::Entry(id) => match Entry::parse(&id) {
            Some(entry) => {
                let party = match entry {
                    Entry::Institution(id) => Some(id.0),
                    _ => None,
                };
                Compiled { entry: Some(entry.row()), party, ..Compiled::default() }
            }
            None => Compiled::default(),
        },
        Target::Alerts(asked) => Compiled { area: Some(area(scope, asked).await?), ..Compiled::default() },
    };
    Ok(compiled)
}

fn check<T: Any>(admits: impl Fn(&Scope, &T) -> bool + Send + Sync + 'static) -> Check {
    Arc::new(move |scope, card| card.downcast_ref::<T>().is_some_and(|card| admits(scope, card)))
}

/// Everything of a value in a dimension.
fn within(scope: &Scope, dimension: &'static str, value: String) -> Query {
    let terms = TermFilter::new(dimension, vec![value]).into_iter().collect();
    Query { filter: Filter { terms, ..Filter::default() }, ..of_all_kinds(scope) }
}

/// What the portal's search asks before it is narrowed. Alerts are told to those who ask for alerts.
pub(crate) fn of_all_kinds(scope: &Scope) -> Query {
    let kinds = [
        (directory::KIND, None),
        (activities::KIND, Some(activities::MODULE)),
        (events::KIND, Some(events::MODULE)),
        (news::KIND, Some(news::MODULE)),
        (safety::KIND, Some(safety::MODULE)),
        (debates::KIND, Some(debates::MODULE)),
    ];
    let kinds = kinds.into_iter().filter(|(_, module)| scope.tenant.has(*module)).map(|(kind, _)| kind).collect();
    Query { kinds, now: scope.now().timestamp(), ..Query::default() }
}

async fn area(scope: &Scope, asked: AlertsTargetInput) -> Result<AreaAsked> {
    let near = match asked.near {
        Some(near) => Some(near.resolve(scope).await?),
        None => None,
    };
    let severity = asked.min_severity.map_or(safety::Severity::Moderate, Into::into);
    Ok(AreaAsked {
        point: near.and_then(|near| LatLon::new(near.point.lat, near.point.lon)),
        radius: near.and_then(|near| near.radius_meters).unwrap_or_default(),
        district: asked.district.map(|id| id.0),
        min_severity: severity as u8,
    })
}
