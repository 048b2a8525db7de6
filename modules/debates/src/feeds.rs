//! Debates as programs read them: an Atom feed (RFC 4287) of what is announced, and a calendar (RFC 5545).

use std::io::Cursor;

use atom_syndication::{
    Content, Entry, Feed as Atom, FixedDateTime, Generator, Link, Person, Text as AtomText, TextType,
};
use chrono::{DateTime, Utc};
use icalendar::{Calendar, Component as _, Event, EventLike as _};
use kernel::{
    error::{Fault, Result},
    feed::Feed,
    markdown::to_html,
    page::{PageRequest, localised},
    scope::Scope,
};

use crate::{
    MODULE,
    notify::debate_path,
    search::Card,
    service::{self, Filter},
};

/// How many debates a feed has.
const MOST: usize = 50;

/// The module's feeds.
pub const FEEDS: [Feed; 2] = [
    Feed {
        path: "/feeds/debates.atom",
        module: MODULE,
        media_type: "application/atom+xml; charset=utf-8",
        is_private: false,
        write: |request| Box::pin(atom(request)),
    },
    Feed {
        path: "/feeds/debates.ics",
        module: MODULE,
        media_type: "text/calendar; charset=utf-8",
        is_private: false,
        write: |request| Box::pin(calendar(request)),
    },
];

/// The debates, those announced last first.
async fn atom(request: &PageRequest<'_>) -> Result<Option<Vec<u8>>> {
    let scope = request.scope;
    let mut cards = listed(scope).await?;
    cards.sort_by_key(|card| std::cmp::Reverse(card.row.created_at));
    let ids: Vec<_> = cards.iter().map(|card| card.row.id).collect();
    let texts = service::descriptions(scope, &ids).await?;
    let city = scope.tenant.name.get(scope.lang).to_owned();
    let own = format!("{}{}", scope.base_url(), localised(scope.lang, "/feeds/debates.atom"));
    let list = format!("{}{}", scope.base_url(), localised(scope.lang, "/debaty"));
    let updated = cards.iter().map(|card| card.row.updated_at).max().unwrap_or(DateTime::UNIX_EPOCH);
    let entries = cards.iter().map(|card| {
        let row = &card.row;
        let text = texts.get(&row.id).map(String::as_str).unwrap_or_default();
        Entry {
            title: plain(&row.title),
            id: format!("urn:uuid:{}", row.id.0),
            updated: moment(row.updated_at),
            published: Some(moment(row.created_at)),
            authors: vec![person(&city)],
            links: vec![link("alternate", address(scope, card), "text/html")],
            summary: Some(plain(&when_and_where(scope, card))),
            content: Some(Content {
                value: Some(xml(&to_html(text))),
                content_type: Some("html".to_owned()),
                ..Content::default()
            }),
            ..Entry::default()
        }
    });
    let feed = Atom {
        title: plain(&scope.text("debates-feed-title", &[("city", city.as_str().into())])),
        id: own.clone(),
        updated: moment(updated),
        authors: vec![person(&city)],
        links: vec![link("self", own, "application/atom+xml"), link("alternate", list, "text/html")],
        generator: Some(Generator { value: "Tablica".to_owned(), ..Generator::default() }),
        lang: Some(scope.lang.tag().to_owned()),
        entries: entries.collect(),
        ..Atom::default()
    };
    let written = feed.write_to(Cursor::new(Vec::new())).map_err(Fault::internal)?;
    Ok(Some(written.into_inner()))
}

/// The debates, as a calendar.
async fn calendar(request: &PageRequest<'_>) -> Result<Option<Vec<u8>>> {
    let scope = request.scope;
    let city = scope.tenant.name.get(scope.lang);
    let mut calendar = Calendar::new();
    calendar.name(&scope.text("debates-feed-title", &[("city", city.into())]));
    for card in listed(scope).await? {
        let row = &card.row;
        let mut event = Event::new();
        // What is the same in every copy of the calendar: the row's id, and when it last changed.
        event.uid(&format!("{}@{}", row.id.0, scope.tenant.slug)).timestamp(row.updated_at);
        event.summary(&xml(&row.title)).description(&xml(&card.summary)).url(&address(scope, &card));
        event.starts(row.starts_at).ends(row.ends_at.unwrap_or(row.starts_at + chrono::Duration::hours(1)));
        if let Some(place) = place(&card) {
            event.location(&xml(&place));
        }
        calendar.push(event.done());
    }
    Ok(Some(calendar.to_string().into_bytes()))
}

async fn listed(scope: &Scope) -> Result<Vec<std::sync::Arc<Card>>> {
    Ok(service::list(scope, Filter::default(), None, MOST).await?.cards)
}

fn address(scope: &Scope, card: &Card) -> String {
    format!("{}{}", scope.base_url(), localised(scope.lang, &debate_path(&card.row)))
}

/// When a debate starts, and where.
fn when_and_where(scope: &Scope, card: &Card) -> String {
    let starts = crate::labels::moment(scope, card.row.starts_at);
    std::iter::once(starts).chain(place(card)).collect::<Vec<_>>().join(" · ")
}

/// The place on one line; nothing if there is none.
fn place(card: &Card) -> Option<String> {
    let row = &card.row;
    let street: Vec<&str> = row.street.iter().chain(&row.building).map(String::as_str).collect();
    let town: Vec<&str> = row.postal_code.iter().chain(&row.city).map(String::as_str).collect();
    let parts = [row.venue.clone().unwrap_or_default(), street.join(" "), town.join(" ")];
    let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn moment(at: DateTime<Utc>) -> FixedDateTime {
    at.fixed_offset()
}

fn link(rel: &str, href: String, mime_type: &str) -> Link {
    Link { href, rel: rel.to_owned(), mime_type: Some(mime_type.to_owned()), ..Link::default() }
}

fn person(name: &str) -> Person {
    Person { name: xml(name), ..Person::default() }
}

fn plain(text: &str) -> AtomText {
    AtomText { value: xml(text), r#type: TextType::Text, ..AtomText::default() }
}

/// The characters of a text that XML and calendars may have (XML 1.0, production 2; RFC 5545, section 3.1).
fn xml(text: &str) -> String {
    let is_char =
        |c: &char| !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    text.chars().filter(is_char).collect()
}
