//! Articles as the index and the read model see them.

use std::{collections::HashMap, sync::Arc};

use directory::{Institution, InstitutionId, NameKey};
use kernel::{
    entry::State,
    error::Result,
    markdown::to_summary,
    page::path_name,
    scope::Scope,
    search::{Entry, Source, Told},
};
use search_index::{Document, Text};
use uuid::Uuid;

use crate::{ENTITY, article::Model, service};

/// What articles are called in the index.
pub const KIND: &str = "article";
/// Characters of a summary where there is no lead.
const SUMMARY: usize = 240;

/// An article as lists show it: its row without the text.
#[derive(Clone, Debug)]
pub struct Card {
    /// The row. Its text is empty in the read model.
    pub row: Model,
    /// Whether the text was left out.
    pub without_description: bool,
    /// The lead, else the text's beginning, as plain text.
    pub summary: String,
    /// The district that it concerns: its own, else its institution's.
    pub district: Option<String>,
    /// The name of the institution whose it is.
    pub institution_name: Option<String>,
    /// Its title as it is compared with others.
    pub(crate) name_key: NameKey,
}

/// What this module contributes to search. Articles that are to be published later have cards, so that they are listed from
/// their very moment on; they are searched for once they are published.
pub const SOURCE: Source = Source {
    entity: ENTITY,
    ids: |scope| Box::pin(service::ids(scope)),
    load: |scope, ids| Box::pin(load(scope, ids)),
    dependents: |scope, entity, ids| {
        Box::pin(async move {
            if entity == directory::ENTITY { service::ids_of_institutions(scope, ids).await } else { Ok(Vec::new()) }
        })
    },
};

async fn load(scope: &Scope, ids: Vec<Uuid>) -> Result<Vec<Entry>> {
    let cards = cards(scope, service::rows(scope, ids).await?).await?;
    let entry = |mut card: Card| {
        let is_published = card.row.state == State::Published;
        let document = is_published.then(|| document(scope, &card));
        // Until its moment nobody hears of it.
        let told = is_published.then(|| told(&card));
        card.row.description = String::new();
        card.without_description = true;
        Entry { id: card.row.id.0, card: Arc::new(card), document, places: Vec::new(), told }
    };
    Ok(cards.into_iter().map(entry).collect())
}

/// Rows with all their details, beside what their institutions say.
pub(crate) async fn cards(scope: &Scope, rows: Vec<Model>) -> Result<Vec<Card>> {
    // From the database: the read model is being built from these very rows.
    let mut ids: Vec<_> = rows.iter().filter_map(|row| Some(row.institution_id?.0)).collect();
    ids.sort_unstable();
    ids.dedup();
    let institutions = directory::service::rows(scope, ids).await?;
    let institutions: HashMap<InstitutionId, Institution> = institutions.into_iter().map(|row| (row.id, row)).collect();
    let card = |row: Model| {
        let institution = row.institution_id.and_then(|id| institutions.get(&id));
        card(row, institution)
    };
    Ok(rows.into_iter().map(card).collect())
}

fn card(row: Model, institution: Option<&Institution>) -> Card {
    Card {
        summary: row.lead.clone().unwrap_or_else(|| to_summary(&row.description, SUMMARY)),
        without_description: false,
        district: row.district.clone().or_else(|| institution.and_then(|institution| institution.district.clone())),
        institution_name: institution.map(|institution| institution.name.clone()),
        name_key: NameKey::new(&row.title),
        row,
    }
}

/// What people are told of it.
fn told(card: &Card) -> Told {
    let Card { row, institution_name, .. } = card;
    let told = Told {
        title: row.title.clone(),
        path: format!("/aktualnosci/{}/{}", row.id.global(), path_name(&row.title)),
        owners: row.institution_id.into_iter().map(|id| id.0).collect(),
        ..Told::default()
    };
    told.with("organiser", row.provider.as_ref().or(institution_name.as_ref()))
        .with("summary", Some(&card.summary).filter(|summary| !summary.is_empty()))
        .with("published", Some(row.published_at))
}

fn document(scope: &Scope, card: &Card) -> Document {
    let Card { row, district, institution_name, .. } = card;
    let mut terms: Vec<(&'static str, String)> = vec![("category", row.category.name())];
    terms.extend(district.clone().map(|district| ("district", district)));
    terms.extend(row.institution_id.map(|id| ("institution", id.global())));
    terms.extend(row.audience.iter().map(|audience| ("audience", audience.clone())));
    terms.extend(row.tags.iter().map(|tag| ("tag", tag.clone())));
    let names: Vec<&str> = row.provider.as_deref().into_iter().chain(institution_name.as_deref()).collect();
    let district = district.as_deref().and_then(|id| scope.tenant.area.district(id));
    Document {
        id: row.id.0,
        kind: KIND,
        text: Text {
            title: row.title.clone(),
            names: names.join("\n"),
            place: district.map(|district| district.name.clone()).unwrap_or_default(),
            body: [row.lead.as_deref().unwrap_or_default(), &row.description].join("\n"),
        },
        terms,
        interests: row.interests.0.clone(),
        created: row.published_at.timestamp(),
        confirmed: row.published_at.timestamp(),
        until: row.withdraw_at.map(|at| at.timestamp()),
        ..Document::default()
    }
}
