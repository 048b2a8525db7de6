//! What a list asks for, as others take it who follow the very filters of lists: feeds, by a page's query string, and
//! those who are to be told of events that come.

use async_graphql::InputType;
use directory::graphql::NearInput;
use kernel::{
    error::{Fault, Result},
    graphql::connection::query_text,
    page::PageRequest,
    scope::Scope,
    search::Snapshot,
};
use search_index::{Query, Reading};
use serde_json::{Map, Value};

use crate::{
    filter::EventFilter,
    lists::{self, Wanted},
    pages::PAGES,
    search::Card,
};

/// The page whose query string lists of feeds understand.
const LIST: &str = "events/list";

/// The events that the page of the list would ask for with this query string.
pub(crate) async fn wanted(request: &PageRequest<'_>) -> Result<Wanted> {
    let scope = request.scope;
    let page = PAGES.iter().find(|page| page.name == LIST);
    let mut asked = page.map(|page| (page.input)(request).variables).unwrap_or_default();
    let near = match parsed::<NearInput>(&mut asked, "near")? {
        Some(near) => Some(near.resolve(scope).await?),
        None => None,
    };
    let filter = parsed::<EventFilter>(&mut asked, "filter")?.unwrap_or_default();
    let text = asked.remove("query").and_then(|text| text.as_str().map(str::to_owned));
    Ok(Wanted { text: query_text(text)?, selection: filter.resolve(scope, near)? })
}

/// What a list of events asks the index for, whatever its page, and what it asks of the card of an event that the index
/// finds. Days that move with the clock are taken at the moment of asking.
pub async fn asked(
    scope: &Scope,
    snapshot: &Snapshot,
    text: &str,
    filter: EventFilter,
    near: Option<NearInput>,
) -> Result<(Query, impl Fn(&Scope, &Card) -> bool + Send + Sync + 'static)> {
    let near = match near {
        Some(near) => Some(near.resolve(scope).await?),
        None => None,
    };
    let selection = filter.clone().resolve(scope, near)?;
    let query = lists::query(scope, &selection, snapshot.understand(text, Reading::Wish));
    let admits = move |scope: &Scope, card: &Card| {
        let selection = filter.clone().resolve(scope, near);
        selection.is_ok_and(|selection| lists::admits(scope, &selection, card))
    };
    Ok((query, admits))
}

/// A variable of the page's document as the input that it stands for.
fn parsed<T: InputType>(variables: &mut Map<String, Value>, name: &'static str) -> Result<Option<T>> {
    let Some(value) = variables.remove(name) else { return Ok(None) };
    let value = async_graphql::Value::from_json(value).map_err(Fault::internal)?;
    T::parse(Some(value)).map(Some).map_err(|_| Fault::bad_input(name, "the filter is not understood"))
}
