//! Alerts as programs fetch them: an Atom feed of what is in force, and each message by itself.

use std::collections::BTreeMap;

use atom_syndication::{
    Category, Entry, Feed as Atom, FixedDateTime, Generator, Link, Person, Text,
    extension::{Extension, ExtensionMap},
};
use chrono::{DateTime, Utc};
use kernel::{
    error::{Fault, Result},
    feed::Feed,
    page::{PageRequest, localised},
    scope::Scope,
};

use crate::{
    MODULE,
    alert::{AlertId, Model, Words},
    cap::{self, moment},
    codes::{Code as _, Status},
    notify::path,
    service,
};

/// Messages in the feed at most, the newest first.
const MOST: usize = 100;
/// The value of `status` that asks for exercises and tests. They are in the feed for nobody else.
const EXERCISE: &str = "exercise";
/// What the protocol's elements are called in the feed.
const PREFIX: &str = "cap";

/// This module's feeds.
pub const FEEDS: [Feed; 2] = [
    Feed {
        path: "/feeds/alerts.cap.atom",
        module: MODULE,
        media_type: "application/atom+xml; charset=utf-8",
        is_private: false,
        write: |request| Box::pin(index(request)),
    },
    Feed {
        path: "/feeds/alerts/{id}",
        module: MODULE,
        media_type: "application/cap+xml; charset=utf-8",
        is_private: false,
        write: |request| Box::pin(message(request)),
    },
];

/// The path of a message.
pub(crate) fn message_path(id: AlertId) -> String {
    format!("/feeds/alerts/{}.xml", id.global())
}

/// One message, whatever has become of it since it was issued.
async fn message(request: &PageRequest<'_>) -> Result<Option<Vec<u8>>> {
    let scope = request.scope;
    let id = request.segment("id");
    let Some(id) = AlertId::parse(id.strip_suffix(".xml").unwrap_or(id)) else { return Ok(None) };
    let Some(row) = service::issued(scope, id).await? else { return Ok(None) };
    let references = service::many(scope, row.references()).await?;
    Ok(Some(cap::write(scope, &row, &references)?))
}

/// What is in force, and what called it off while that would still be.
async fn index(request: &PageRequest<'_>) -> Result<Option<Vec<u8>>> {
    let scope = request.scope;
    let is_exercise = request.value("status") == Some(EXERCISE);
    let wanted: &[Status] = if is_exercise { &[Status::Exercise, Status::Test] } else { &[Status::Actual] };
    let rows = service::in_feed(scope, wanted, MOST).await?;
    let base = scope.base_url();
    let city = scope.tenant.name.get(scope.lang);
    let query = if is_exercise { "?status=exercise" } else { "" };
    let own = format!("{base}/feeds/alerts.cap.atom{query}");
    let title = if is_exercise { "alert-feed-exercise-title" } else { "alert-feed-title" };
    let newest = rows.iter().filter_map(|row| row.sent_at).max().unwrap_or(DateTime::UNIX_EPOCH);
    let feed = Atom {
        title: Text::plain(scope.text(title, &[("city", city.into())])),
        id: own.clone(),
        updated: at(scope, newest),
        authors: vec![Person { name: city.to_owned(), uri: Some(base.clone()), ..Person::default() }],
        generator: Some(Generator { value: "Tablica".to_owned(), ..Generator::default() }),
        links: vec![
            link("self", own, "application/atom+xml"),
            link("alternate", format!("{base}{}", localised(scope.lang, "/bezpieczni")), "text/html"),
        ],
        entries: rows.iter().filter_map(|row| entry(scope, &base, row)).collect(),
        namespaces: BTreeMap::from([(PREFIX.to_owned(), cap::NAMESPACE.to_owned())]),
        lang: Some(scope.lang.tag().to_owned()),
        ..Atom::default()
    };
    Ok(Some(feed.write_to(Vec::new()).map_err(Fault::internal)?))
}

fn entry(scope: &Scope, base: &str, row: &Model) -> Option<Entry> {
    let words = row.words(scope.lang)?;
    let sent = row.sent_at?;
    let summary = if words.description.is_empty() { &words.headline } else { &words.description };
    Some(Entry {
        title: Text::plain(words.headline.clone()),
        id: format!("urn:uuid:{}", row.id.0),
        updated: at(scope, sent),
        published: Some(at(scope, sent)),
        authors: vec![Person { name: row.sender_name.clone(), ..Person::default() }],
        categories: row
            .categories
            .iter()
            .map(|category| Category { term: category.cap().to_owned(), ..Category::default() })
            .collect(),
        links: vec![
            link("alternate", format!("{base}{}", message_path(row.id)), "application/cap+xml"),
            link("related", format!("{base}{}", localised(scope.lang, &path(row))), "text/html"),
        ],
        summary: Some(Text::plain(summary.clone())),
        extensions: extensions(scope, row, words, sent),
        ..Entry::default()
    })
}

/// What readers of the feed decide by, without fetching the message.
fn extensions(scope: &Scope, row: &Model, words: &Words, sent: DateTime<Utc>) -> ExtensionMap {
    let time = |at| moment(&scope.tenant, at);
    let told = [
        ("identifier", row.identifier.clone()),
        ("sender", row.sender.clone()),
        ("sent", time(sent)),
        ("status", row.status.cap().to_owned()),
        ("msgType", row.message_type.cap().to_owned()),
        ("event", words.event.clone()),
        ("urgency", row.urgency.cap().to_owned()),
        ("severity", row.severity.cap().to_owned()),
        ("certainty", row.certainty.cap().to_owned()),
        ("effective", time(row.effective())),
        ("expires", time(row.expires_at)),
        ("areaDesc", row.area.clone()),
    ];
    let element = |(name, value): (&str, String)| {
        let extension = Extension { name: format!("{PREFIX}:{name}"), value: Some(value), ..Extension::default() };
        (name.to_owned(), vec![extension])
    };
    BTreeMap::from([(PREFIX.to_owned(), told.into_iter().map(element).collect())])
}

fn link(rel: &str, href: String, media_type: &str) -> Link {
    Link { rel: rel.to_owned(), href, mime_type: Some(media_type.to_owned()), ..Link::default() }
}

fn at(scope: &Scope, moment: DateTime<Utc>) -> FixedDateTime {
    moment.with_timezone(&scope.tenant.time_zone).fixed_offset()
}
