//! News as an Atom feed (RFC 4287): what programs and other portals read.

use std::io::Cursor;

use atom_syndication::{
    Category as Label, Content, Entry, Feed as Atom, FixedDateTime, Generator, Link, Person, Text, TextType,
};
use chrono::{DateTime, Utc};
use directory::{InstitutionId, fields::AUDIENCES};
use kernel::{
    error::{Fault, Result},
    feed::Feed,
    graphql::connection::query_text,
    markdown::to_html,
    page::{PageRequest, localised, path_name},
    scope::Scope,
};
use media::{FileId, PictureId};

use crate::{
    MODULE,
    article::Category,
    search::Card,
    service::{self, Listed, Selection},
};

/// How many articles a feed has.
const MOST: usize = 50;
/// How many values of one condition are looked at.
const MOST_VALUES: usize = 50;

/// The module's feeds.
pub const FEEDS: [Feed; 1] = [Feed {
    path: "/feeds/news.atom",
    module: MODULE,
    media_type: "application/atom+xml; charset=utf-8",
    is_private: false,
    write: |request| Box::pin(write(request)),
}];

/// The feed of a list, by the query string of the list's page; nothing for an institution that there is not.
async fn write(request: &PageRequest<'_>) -> Result<Option<Vec<u8>>> {
    let scope = request.scope;
    let Some(selection) = selection(request)? else { return Ok(None) };
    let institution = match selection.institution {
        Some(id) => match directory::service::find(scope, id).await? {
            Some(institution) => Some(institution.name),
            None => return Ok(None),
        },
        None => None,
    };
    let page = service::list(scope, &selection, MOST, None).await?;
    let city = scope.tenant.name.get(scope.lang).to_owned();
    let title = match &institution {
        Some(name) => scope.text("news-feed-of", &[("name", name.clone().into())]),
        None => scope.text("news-feed-title", &[("city", city.clone().into())]),
    };
    let query = query_of(request);
    let (base, list) = (scope.base_url(), localised(scope.lang, "/aktualnosci"));
    let own = format!("{base}{}{query}", localised(scope.lang, "/feeds/news.atom"));
    let updated = page.articles.iter().map(|listed| changed_at(&listed.card)).max().unwrap_or(DateTime::UNIX_EPOCH);
    let mut feed = Atom {
        title: plain(&title),
        id: own.clone(),
        updated: moment(updated),
        authors: vec![person(institution.unwrap_or(city))],
        links: vec![
            link("self", own, Some("application/atom+xml")),
            link("alternate", format!("{base}{list}{query}"), Some("text/html")),
        ],
        generator: Some(Generator { value: "Tablica".to_owned(), ..Generator::default() }),
        lang: Some(scope.lang.tag().to_owned()),
        ..Atom::default()
    };
    feed.entries = entries(scope, &base, page.articles).await?;
    let written = feed.write_to(Cursor::new(Vec::new())).map_err(Fault::internal)?;
    Ok(Some(written.into_inner()))
}

/// What a query string asks for. What it names that there is not is left out, as on the page; nothing if it is an
/// institution's id that is none.
fn selection(request: &PageRequest<'_>) -> Result<Option<Selection>> {
    let list = |name: &str| -> Vec<String> { request.values(name).take(MOST_VALUES).map(str::to_owned).collect() };
    let institution = match request.value("institution") {
        Some(id) => match InstitutionId::parse(id) {
            Some(id) => Some(id),
            None => return Ok(None),
        },
        None => None,
    };
    let audience = list("audience").into_iter().map(|audience| audience.to_ascii_lowercase());
    Ok(Some(Selection {
        text: query_text(request.value("q").map(str::to_owned))?,
        categories: list("categories").iter().filter_map(|name| Category::parse(name)).collect(),
        institution,
        audience: audience.filter(|audience| AUDIENCES.contains(&audience.as_str())).collect(),
        interests: list("interests"),
        districts: list("districts"),
        ..Selection::default()
    }))
}

/// The query string again, of what it was read from: the same conditions make the same address.
fn query_of(request: &PageRequest<'_>) -> String {
    const NAMES: [&str; 6] = ["q", "categories", "audience", "institution", "interests", "districts"];
    let pairs = NAMES.iter().flat_map(|name| {
        request.values(name).take(MOST_VALUES).map(move |value| format!("{name}={}", percent_encoded(value)))
    });
    let pairs: Vec<_> = pairs.collect();
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
}

async fn entries(scope: &Scope, base: &str, articles: Vec<Listed>) -> Result<Vec<Entry>> {
    let rows = || articles.iter().map(|listed| &listed.card.row);
    let ids: Vec<_> = rows().map(|row| row.id).collect();
    let pictures: Vec<_> = rows().flat_map(|row| row.pictures.iter().copied().map(PictureId)).collect();
    let files: Vec<_> = rows().flat_map(|row| row.files.iter().copied().map(FileId)).collect();
    let texts = service::descriptions(scope, &ids).await?;
    let pictures = media::service::many(scope, &pictures).await?;
    let files = media::service::many_files(scope, &files).await?;
    let mut entries = Vec::with_capacity(articles.len());
    for Listed { card, .. } in &articles {
        let mut links = vec![link("alternate", format!("{base}{}", path(scope, card)), Some("text/html"))];
        links.extend(card.row.source_url.clone().map(|url| link("via", url, None)));
        let shown = card.row.pictures.iter().filter_map(|id| pictures.get(&PictureId(*id)));
        links.extend(shown.map(|picture| Link {
            title: Some(xml(&picture.alt)),
            ..link("enclosure", format!("{base}{}", picture.path()), Some(picture.media_type.as_str()))
        }));
        let shown = card.row.files.iter().filter_map(|id| files.get(&FileId(*id)));
        links.extend(shown.map(|file| Link {
            title: Some(xml(&file.name)),
            length: Some(file.size.to_string()),
            ..link("enclosure", format!("{base}{}", file.path()), Some(file.media_type.essence()))
        }));
        let text = texts.get(&card.row.id).map(String::as_str).unwrap_or_default();
        entries.push(Entry { links, content: Some(html(&to_html(text))), ..told(scope, card) });
    }
    Ok(entries)
}

/// An article without its text and links.
fn told(scope: &Scope, card: &Card) -> Entry {
    let row = &card.row;
    let author = card.institution_name.clone().or_else(|| row.provider.clone());
    Entry {
        title: plain(&row.title),
        id: format!("urn:uuid:{}", row.id.0),
        updated: moment(changed_at(card)),
        published: Some(moment(row.published_at)),
        authors: vec![person(author.unwrap_or_else(|| scope.tenant.name.get(scope.lang).to_owned()))],
        categories: vec![Label {
            term: row.category.name(),
            label: Some(scope.text(&row.category.key(), &[])),
            ..Label::default()
        }],
        summary: Some(plain(&card.summary)),
        ..Entry::default()
    }
}

fn path(scope: &Scope, card: &Card) -> String {
    let slug = percent_encoded(&path_name(&card.row.title));
    localised(scope.lang, &format!("/aktualnosci/{}/{slug}", card.row.id.global()))
}

/// When readers last saw something new of it.
fn changed_at(card: &Card) -> DateTime<Utc> {
    card.row.updated_at.max(card.row.published_at)
}

fn moment(at: DateTime<Utc>) -> FixedDateTime {
    at.fixed_offset()
}

fn link(rel: &str, href: String, mime_type: Option<&str>) -> Link {
    Link { href, rel: rel.to_owned(), mime_type: mime_type.map(str::to_owned), ..Link::default() }
}

fn person(name: String) -> Person {
    Person { name: xml(&name), ..Person::default() }
}

fn plain(text: &str) -> Text {
    Text { value: xml(text), r#type: TextType::Text, ..Text::default() }
}

fn html(text: &str) -> Content {
    Content { value: Some(xml(text)), content_type: Some("html".to_owned()), ..Content::default() }
}

/// The characters of a text that XML may have (XML 1.0, production 2).
fn xml(text: &str) -> String {
    let is_char =
        |c: &char| !matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}');
    text.chars().filter(is_char).collect()
}

/// A value as part of an address: all but unreserved characters as percents (RFC 3986, section 2.1).
fn percent_encoded(text: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => encoded.push(char::from(byte)),
            byte => encoded.push_str(&format!("%{byte:02X}")),
        }
    }
    encoded
}
