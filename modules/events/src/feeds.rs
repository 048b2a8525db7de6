//! Feeds of events: calendars of one event and of any list, and a list for feed readers (Atom, RFC 4287).

use std::{cmp::Reverse, collections::HashMap, sync::Arc};

use atom_syndication::{Category, Content, Entry, Feed as Atom, Link, Person, Text};
use chrono::{DateTime, Utc};
use form_urlencoded::Serializer;
use kernel::{
    error::{Fault, Result},
    feed::Feed,
    markdown::{to_html, to_summary},
    page::{PageRequest, localised, path_name},
    scope::Scope,
};
use search_index::taxonomy;

use crate::{
    MODULE,
    event::EventId,
    family,
    graphql::wanted,
    ical::{Dates, Item, calendar, place_label},
    labels, lists,
    search::Card,
    service,
};

/// Events of a calendar of a list.
const MOST_IN_CALENDAR: usize = 1000;
/// Entries of a list for feed readers.
const MOST_ENTRIES: usize = 100;
/// Characters of what an event is about, in a calendar.
const DESCRIPTION: usize = 1000;

/// This module's feeds.
pub const FEEDS: [Feed; 4] = [
    Feed {
        path: "/feeds/events.ics",
        module: MODULE,
        media_type: "text/calendar; charset=utf-8",
        is_private: false,
        write: |request| Box::pin(list(request)),
    },
    Feed {
        path: "/feeds/event/{id}",
        module: MODULE,
        media_type: "text/calendar; charset=utf-8",
        is_private: false,
        write: |request| Box::pin(one(request)),
    },
    Feed {
        path: "/feeds/events.atom",
        module: MODULE,
        media_type: "application/atom+xml; charset=utf-8",
        is_private: false,
        write: |request| Box::pin(atom(request)),
    },
    family::FEED,
];

/// The calendar of one event, `/feeds/event/evt_….ics`.
async fn one(request: &PageRequest<'_>) -> Result<Option<Vec<u8>>> {
    let Some(id) = request.segment("id").strip_suffix(".ics").and_then(EventId::parse) else { return Ok(None) };
    let Some(card) = service::find(request.scope, id).await? else { return Ok(None) };
    let name = card.row.title.clone();
    let description = to_summary(&card.row.description, DESCRIPTION);
    let item = Item { card, description, dates: Dates::All, note: None, whom: None };
    Ok(Some(calendar(request.scope, &name, &[item]).into_bytes()))
}

/// The calendar of a list, with the query string of the list's page.
async fn list(request: &PageRequest<'_>) -> Result<Option<Vec<u8>>> {
    let cards = found(request).await?;
    let items = items(request.scope, cards).await?;
    Ok(Some(calendar(request.scope, &title(request.scope), &items).into_bytes()))
}

/// Events with what they are about, as a calendar holds them.
pub(crate) async fn items(scope: &Scope, cards: Vec<Arc<Card>>) -> Result<Vec<Item>> {
    let mut descriptions = descriptions(scope, &cards).await?;
    let item = |card: Arc<Card>| {
        let description = descriptions.remove(&card.row.id).unwrap_or_default();
        Item { description: to_summary(&description, DESCRIPTION), card, dates: Dates::All, note: None, whom: None }
    };
    Ok(cards.into_iter().map(item).collect())
}

async fn descriptions(scope: &Scope, cards: &[Arc<Card>]) -> Result<HashMap<EventId, String>> {
    let ids: Vec<_> = cards.iter().map(|card| card.row.id).collect();
    service::descriptions(scope, &ids).await
}

fn title(scope: &Scope) -> String {
    scope.text("event-feed-title", &[("city", scope.tenant.name.get(scope.lang).into())])
}

/// The events that the page of the list would show on all its pages, with the same query string.
async fn found(request: &PageRequest<'_>) -> Result<Vec<Arc<Card>>> {
    let wanted = wanted(request).await?;
    let page = lists::page(request.scope, wanted, MOST_IN_CALENDAR, None).await?;
    Ok(page.found.into_iter().map(|found| found.card).collect())
}

/// What is new in a list, the latest changed first.
async fn atom(request: &PageRequest<'_>) -> Result<Option<Vec<u8>>> {
    let scope = request.scope;
    let mut cards = found(request).await?;
    cards.sort_by_key(|card| (Reverse(card.row.updated_at), card.row.id));
    cards.truncate(MOST_ENTRIES);
    let descriptions = descriptions(scope, &cards).await?;
    let institutions: Vec<_> = cards.iter().flat_map(|card| card.organisers.iter().copied()).collect();
    let institutions = directory::service::many(scope, &institutions).await?;
    let updated = cards.first().map_or(DateTime::<Utc>::UNIX_EPOCH, |card| card.row.updated_at);
    let (base, path) = (scope.base_url(), localised(scope.lang, "/wydarzenia"));
    let query = query_string(request.query);
    let entry = |card: &Arc<Card>| {
        let organisers = card.organisers.iter().filter_map(|id| institutions.get(id)).map(|row| row.name.clone());
        let description = descriptions.get(&card.row.id).map_or("", String::as_str);
        entry(scope, &base, card, description, organisers.chain(card.row.provider.clone()).collect())
    };
    let feed = Atom {
        title: Text::plain(title(scope)),
        id: tag(scope, &format!("events{query}")),
        updated: updated.fixed_offset(),
        links: vec![
            link("self", format!("{base}/feeds/events.atom{query}"), "application/atom+xml"),
            link("alternate", format!("{base}{path}{query}"), "text/html"),
        ],
        authors: vec![Person { name: scope.tenant.name.get(scope.lang).to_owned(), ..Person::default() }],
        entries: cards.iter().map(entry).collect(),
        lang: Some(scope.lang.tag().to_owned()),
        ..Atom::default()
    };
    feed.write_to(Vec::new()).map(Some).map_err(Fault::internal)
}

fn entry(scope: &Scope, base: &str, card: &Card, description: &str, organisers: Vec<String>) -> Entry {
    let row = &card.row;
    let path = localised(scope.lang, &format!("/wydarzenia/{}/{}", row.id.global(), path_name(&row.title)));
    let when = card.next(scope.now()).or_else(|| card.occurrences.first());
    let when = when.map(|at| labels::occurrence(scope, at, row.all_day));
    let facts: Vec<String> = when.into_iter().chain(place_label(&card.place)).collect();
    let summary =
        if card.summary.is_empty() { facts.join(". ") } else { format!("{}. {}", facts.join(". "), card.summary) };
    let escaped = |text: &str| text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let facts: String = facts.iter().map(|fact| format!("<p>{}</p>", escaped(fact))).collect();
    let interests = row.interests.iter().filter_map(|id| taxonomy().interest(id));
    let category = |interest: &search_index::Interest| Category {
        term: interest.id.clone(),
        label: Some(interest.name.get(scope.lang.tag()).to_owned()),
        ..Category::default()
    };
    Entry {
        title: Text::plain(row.title.clone()),
        id: tag(scope, &row.id.global()),
        updated: row.updated_at.fixed_offset(),
        published: Some(row.created_at.fixed_offset()),
        authors: organisers.into_iter().map(|name| Person { name, ..Person::default() }).collect(),
        categories: interests.map(category).collect(),
        links: vec![
            link("alternate", format!("{base}{path}"), "text/html"),
            link("related", format!("{base}/feeds/event/{}.ics", row.id.global()), "text/calendar"),
        ],
        summary: Some(Text::plain(summary)),
        content: Some(Content {
            value: Some(format!("{facts}{}", to_html(description))),
            content_type: Some("html".to_owned()),
            ..Content::default()
        }),
        ..Entry::default()
    }
}

fn link(rel: &str, href: String, mime_type: &str) -> Link {
    Link { href, rel: rel.to_owned(), mime_type: Some(mime_type.to_owned()), ..Link::default() }
}

/// A name that stays the same wherever the portal is reached (RFC 4151).
fn tag(scope: &Scope, what: &str) -> String {
    format!("tag:{}.tablica,2026:{what}", scope.tenant.slug)
}

fn query_string(query: &[(String, String)]) -> String {
    if query.is_empty() {
        return String::new();
    }
    format!("?{}", Serializer::new(String::new()).extend_pairs(query).finish())
}
