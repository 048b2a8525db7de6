//! Advice as the index and the read model see it.

use std::{collections::HashMap, sync::Arc};

use directory::{Institution, InstitutionId, NameKey, fields::AUDIENCES};
use kernel::{
    error::Result,
    markdown::to_summary,
    page::path_name,
    scope::Scope,
    search::{Entry, Source, Told},
};
use search_index::{Document, Text};
use uuid::Uuid;

use super::{Model, service};
use crate::{ENTITY, KIND};

/// The season, in the index, of what matters always.
pub(crate) const ALWAYS: &str = "always";
/// Characters of a summary where there is no lead.
const SUMMARY: usize = 240;
/// The audience that everybody belongs to.
const EVERYBODY: &str = "everybody";

/// Advice as lists show it: its row without the text.
#[derive(Clone, Debug)]
pub struct Card {
    /// The row. Its text is empty in the read model.
    pub row: Model,
    /// Whether the text was left out.
    pub without_description: bool,
    /// The lead, else the text's beginning, as plain text.
    pub summary: String,
    /// The name of the institution whose it is.
    pub institution_name: Option<String>,
    /// Its title as it is compared with others.
    pub(crate) name_key: NameKey,
}

/// What advice contributes to search.
pub(crate) const SOURCE: Source = Source {
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
        let document = document(&card);
        let told = told(&card);
        card.row.description = String::new();
        card.without_description = true;
        Entry {
            id: card.row.id.0,
            card: Arc::new(card),
            document: Some(document),
            places: Vec::new(),
            told: Some(told),
        }
    };
    Ok(cards.into_iter().map(entry).collect())
}

/// Rows with all their details, beside what their institutions say.
pub(super) async fn cards(scope: &Scope, rows: Vec<Model>) -> Result<Vec<Card>> {
    // From the database: the read model is being built from these very rows.
    let mut ids: Vec<_> = rows.iter().filter_map(|row| Some(row.institution_id?.0)).collect();
    ids.sort_unstable();
    ids.dedup();
    let institutions = directory::service::rows(scope, ids).await?;
    let institutions: HashMap<InstitutionId, Institution> = institutions.into_iter().map(|row| (row.id, row)).collect();
    let card = |row: Model| Card {
        summary: row.lead.clone().unwrap_or_else(|| to_summary(&row.description, SUMMARY)),
        without_description: false,
        institution_name: row.institution_id.and_then(|id| Some(institutions.get(&id)?.name.clone())),
        name_key: NameKey::new(&row.title),
        row,
    };
    Ok(rows.into_iter().map(card).collect())
}

/// What people are told of it.
fn told(card: &Card) -> Told {
    let Card { row, institution_name, .. } = card;
    let told = Told {
        title: row.title.clone(),
        path: format!("/bezpieczni/porady/{}/{}", row.id.global(), path_name(&row.title)),
        owners: row.institution_id.into_iter().map(|id| id.0).collect(),
        ..Told::default()
    };
    told.ages(row.min_months, row.max_months)
        .with("organiser", row.provider.as_ref().or(institution_name.as_ref()))
        .with("summary", Some(&card.summary).filter(|summary| !summary.is_empty()))
}

fn document(card: &Card) -> Document {
    let Card { row, institution_name, .. } = card;
    let mut terms: Vec<(&'static str, String)> = vec![("advice_topic", row.topic.name())];
    if row.seasons.0.is_empty() {
        terms.push(("season", ALWAYS.to_owned()));
    }
    terms.extend(row.seasons.iter().map(|season| ("season", season.clone())));
    // What is for everybody, or does not say, is for each.
    let is_for_all = row.audience.0.is_empty() || row.audience.iter().any(|audience| audience == EVERYBODY);
    let is_for = |audience: &&str| is_for_all || row.audience.iter().any(|known| known == audience);
    terms.extend(AUDIENCES.into_iter().filter(is_for).map(|audience| ("audience", audience.to_owned())));
    terms.extend(row.institution_id.map(|id| ("institution", id.global())));
    terms.extend(row.tags.iter().map(|tag| ("tag", tag.clone())));
    let names: Vec<&str> = row.provider.as_deref().into_iter().chain(institution_name.as_deref()).collect();
    let months = |months: Option<i32>| months.and_then(|months| u32::try_from(months).ok());
    Document {
        id: row.id.0,
        kind: KIND,
        text: Text {
            title: row.title.clone(),
            names: names.join("\n"),
            place: String::new(),
            body: [row.lead.as_deref().unwrap_or_default(), &row.description].join("\n"),
        },
        terms,
        ages: (months(row.min_months), months(row.max_months)),
        created: row.created_at.timestamp(),
        confirmed: row.updated_at.timestamp(),
        ..Document::default()
    }
}
