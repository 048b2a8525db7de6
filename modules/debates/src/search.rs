//! Debates and their questions as the index and the read model see them.

use std::sync::Arc;

use directory::{NameKey, OwnAddress, Place};
use kernel::{
    error::Result,
    markdown::to_summary,
    scope::Scope,
    search::{Entry, Source, Told},
};
use search_index::{Document, Text};
use serde_json::json;
use uuid::Uuid;

use crate::{
    ENTITY, KIND, QUESTION_ENTITY, QUESTION_KIND,
    debate::{DebateId, Model},
    service,
};

/// Characters of a card's summary.
const SUMMARY: usize = 180;
/// The dimension of a question's debate.
pub(crate) const DIMENSION: &str = "debate";

/// A debate as lists show it: its row without the description, and what is counted of its questions.
#[derive(Clone, Debug)]
pub struct Card {
    /// The row. Its description is empty in the read model.
    pub row: Model,
    /// Whether the description was left out.
    pub without_description: bool,
    /// The description's beginning as plain text.
    pub summary: String,
    /// How many of its questions are published.
    pub questions: u32,
    /// How many of these are answered.
    pub answered: u32,
    /// Its topic as it is compared with others.
    pub(crate) name_key: NameKey,
}

/// A published question as it is compared with what somebody types.
#[derive(Clone, Debug)]
pub struct QuestionCard {
    /// Its debate.
    pub debate: DebateId,
    /// What it asks.
    pub text: String,
}

/// Debates in search.
pub const SOURCE: Source = Source {
    entity: ENTITY,
    ids: |scope| Box::pin(service::ids(scope)),
    load: |scope, ids| Box::pin(load(scope, ids)),
    dependents: |_, _, _| Box::pin(async { Ok(Vec::new()) }),
};

/// Published questions, found by those who are about to ask the same; the portal's search does not show them by
/// themselves.
pub const QUESTIONS: Source = Source {
    entity: QUESTION_ENTITY,
    ids: |scope| Box::pin(service::published(scope)),
    load: |scope, ids| Box::pin(load_questions(scope, ids)),
    dependents: |_, _, _| Box::pin(async { Ok(Vec::new()) }),
};

async fn load(scope: &Scope, ids: Vec<Uuid>) -> Result<Vec<Entry>> {
    let rows = service::rows(scope, ids).await?;
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
    Ok(cards(scope, rows).await?.into_iter().map(entry).collect())
}

/// Rows with all their details, and what is counted of their questions.
pub(crate) async fn cards(scope: &Scope, rows: Vec<Model>) -> Result<Vec<Card>> {
    let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
    let counts = service::counts(scope, &ids).await?;
    let card = |row: Model| {
        let (questions, answered) = counts.get(&row.id).copied().unwrap_or_default();
        Card {
            summary: to_summary(&row.description, SUMMARY),
            without_description: false,
            questions,
            answered,
            name_key: service::name_key(&row),
            row,
        }
    };
    Ok(rows.into_iter().map(card).collect())
}

impl Card {
    /// Where it takes place.
    pub fn place(&self) -> Place {
        let Model { street, building, postal_code, city, .. } = &self.row;
        let own = OwnAddress {
            street: street.as_deref(),
            building: building.as_deref(),
            postal_code: postal_code.as_deref(),
            city: city.as_deref(),
            ..OwnAddress::default()
        };
        Place { name: self.row.venue.clone(), ..own.at(None) }
    }
}

/// What people are told of it.
fn told(card: &Card) -> Told {
    let row = &card.row;
    let told = Told { title: row.title.clone(), path: crate::notify::debate_path(row), ..Told::default() };
    told.with("dates", Some(json!({ "starts": row.starts_at, "ends": row.ends_at })))
        .with("starts", Some(row.starts_at))
        .with("until", Some(row.over_at()))
        .with("opens", row.questions_open_at)
        .with("closes", Some(row.closes_at()))
        .with("place", card.place().line())
        .with("summary", Some(&card.summary).filter(|summary| !summary.is_empty()))
        .with("is_on", Some(true))
}

fn document(card: &Card) -> Document {
    let row = &card.row;
    let mut terms: Vec<(&'static str, String)> = Vec::new();
    terms.extend(row.languages.iter().map(|language| ("language", language.clone())));
    terms.extend(row.tags.iter().map(|tag| ("tag", tag.clone())));
    terms.push(("online", row.online_url.is_some().to_string()));
    let place: Vec<&str> = row.venue.iter().chain(&row.street).map(String::as_str).collect();
    Document {
        id: row.id.0,
        kind: KIND,
        text: Text {
            title: row.title.clone(),
            place: place.join("\n"),
            body: row.description.clone(),
            ..Text::default()
        },
        terms,
        created: row.created_at.timestamp(),
        confirmed: row.updated_at.timestamp(),
        starts: Some(row.starts_at.timestamp().div_euclid(86_400)),
        ..Document::default()
    }
}

async fn load_questions(scope: &Scope, ids: Vec<Uuid>) -> Result<Vec<Entry>> {
    let rows = service::texts(scope, ids).await?;
    let entry = |row: crate::question::Model| {
        let at = row.published_at.unwrap_or(row.created_at).timestamp();
        let document = Document {
            id: row.id.0,
            kind: QUESTION_KIND,
            text: Text { body: row.text.clone(), ..Text::default() },
            terms: vec![(DIMENSION, row.debate_id.global())],
            created: at,
            confirmed: at,
            ..Document::default()
        };
        let card = QuestionCard { debate: row.debate_id, text: row.text };
        Entry { id: row.id.0, card: Arc::new(card), document: Some(document), places: Vec::new(), told: None }
    };
    Ok(rows.into_iter().map(entry).collect())
}
