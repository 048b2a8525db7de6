//! Lists of events in the schema.

use async_graphql::{
    Context, Result, SimpleObject,
    connection::{Connection, Edge},
};
use directory::graphql::NearInput;
use kernel::graphql::{
    ContextExt as _,
    connection::{Cursor, Highlight, highlights, page_size},
};
use search_index::Highlighter;

use super::{EventConnection, Occurrence, event};
use crate::{
    filter::EventFilter,
    lists::{self, Wanted},
};

/// What a page of events says besides.
#[derive(SimpleObject)]
pub struct EventConnectionFields {
    /// How many there are on all pages.
    pub total_count: u64,
}

/// What is said of an event in a list.
#[derive(SimpleObject)]
pub struct EventEdgeFields {
    /// How far it is from `near`, or else from the place that the query names.
    pub distance_meters: Option<i32>,
    /// Where words of the query stand.
    pub highlights: Vec<Highlight>,
    /// When it takes place, the first time that the filter asks for.
    pub occurrence: Occurrence,
}

/// A page of events, without the database.
pub(super) async fn connection(
    ctx: &Context<'_>,
    text: String,
    filter: EventFilter,
    near: Option<NearInput>,
    (first, after): (Option<i32>, Option<String>),
) -> Result<EventConnection> {
    let scope = ctx.scope();
    let first = page_size(first)?;
    let near = match near {
        Some(near) => Some(near.resolve(scope).await?),
        None => None,
    };
    let wanted = Wanted { text, selection: filter.resolve(scope, near)? };
    let page = lists::page(scope, wanted, first, after.as_deref()).await?;
    ctx.charge(page.found.len())?;
    let fields = EventConnectionFields { total_count: page.total as u64 };
    let mut connection = Connection::with_additional_fields(after.is_some(), page.has_next, fields);
    let highlighter = Highlighter::new(&page.meaning);
    connection.edges.extend(page.found.into_iter().map(|found| {
        let texts = [("title", found.card.row.title.as_str()), ("summary", found.card.summary.as_str())];
        let fields = EventEdgeFields {
            distance_meters: found.distance.map(|metres| metres.round() as i32),
            highlights: highlights(&highlighter, &texts),
            occurrence: Occurrence::of(&found.card, found.occurrence),
        };
        Edge::with_additional_fields(Cursor(found.cursor), event(found.card), fields)
    }));
    Ok(connection)
}
