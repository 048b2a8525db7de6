//! What this module contributes to index and read model.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use kernel::{
    error::Result,
    i18n::Lang,
    scope::Scope,
    search::{Covered, Entry, Source, Told},
};
use sea_orm::ActiveEnum as _;
use search_index::{Document, GeoPoint, Text};
use uuid::Uuid;

use crate::{
    ALERT_ENTITY, ALERT_KIND, RIGHT_ENTITY,
    alert::{Model, State},
    codes::MessageType,
    service,
};

/// Alerts: every message is in the read model, and what holds is found.
pub(crate) const ALERTS: Source = Source {
    entity: ALERT_ENTITY,
    ids: |scope| Box::pin(service::ids(scope)),
    load: |scope, ids| Box::pin(load(scope, ids)),
    dependents: |_, _, _| Box::pin(async { Ok(Vec::new()) }),
};

/// Rights to alert: in the read model alone.
pub(crate) const RIGHTS: Source = Source {
    entity: RIGHT_ENTITY,
    ids: |scope| Box::pin(service::right_ids(scope)),
    load: |scope, ids| {
        Box::pin(async move {
            let rows = service::right_rows(scope, ids).await?;
            let entry = |row: Arc<crate::right::Model>| Entry {
                id: row.id,
                card: row,
                document: None,
                places: Vec::new(),
                told: None,
            };
            Ok(rows.into_iter().map(entry).collect())
        })
    },
    dependents: |_, _, _| Box::pin(async { Ok(Vec::new()) }),
};

async fn load(scope: &Scope, ids: Vec<Uuid>) -> Result<Vec<Entry>> {
    let now = scope.now();
    let entry = |row: Model| {
        // What is yet to begin is indexed when it has (see `jobs`); what is over leaves by its own end.
        let is_found = row.is_public(now) && matches!(row.state(now), State::Active | State::Expired);
        Entry {
            id: row.id.0,
            document: is_found.then(|| document(scope, &row)),
            places: Vec::new(),
            told: is_told(&row, now).then(|| told(&row)),
            card: Arc::new(row),
        }
    };
    Ok(service::rows(scope, ids).await?.into_iter().map(entry).collect())
}

/// Whether people are told of it: it holds, or says that another does no more.
fn is_told(row: &Model, now: DateTime<Utc>) -> bool {
    let is_last_word = row.message_type == MessageType::Cancel && row.replaced_by.is_none() && now < row.expires_at;
    row.is_public(now) && (is_last_word || row.state(now) == State::Active)
}

/// What people are told of it who are there.
fn told(row: &Model) -> Told {
    let polish = row.words(Lang::Pl);
    let told = Told {
        title: polish.map(|words| words.headline.clone()).unwrap_or_default(),
        path: crate::notify::path(row),
        owners: row.institution_id.into_iter().map(|id| id.0).collect(),
        area: Some(Covered {
            districts: row.districts.0.clone(),
            polygon: row.polygon.0.clone(),
            circle: row.circle(),
        }),
        ..Told::default()
    };
    told.with("severity", Some(row.severity.to_value()))
        .with("shown_as", Some(row.shown_as.to_value()))
        .with("headline", polish.map(|words| &words.headline))
        .with("messageType", Some(row.message_type.to_value()))
        .with("all_clear", Some(row.is_all_clear()))
        .with("identifier", Some(&row.identifier))
        .with("chain", Some(row.chain_id.0))
        .with("refers_to", Some(&row.refers_to.0))
        .with("place", Some(&row.area))
        .with("organiser", Some(&row.sender_name))
        .with("starts", row.onset_at)
        .with("expires", Some(row.expires_at))
}

fn document(scope: &Scope, row: &Model) -> Document {
    let area = &scope.tenant.area;
    let polish = row.words(Lang::Pl);
    let said = |of: fn(&crate::alert::Words) -> &str| row.texts.iter().map(of).collect::<Vec<_>>().join("\n");
    let mut terms: Vec<(&'static str, String)> = vec![("severity", row.severity.to_value())];
    terms.extend(row.districts.iter().map(|district| ("district", district.clone())));
    terms.extend(row.institution_id.map(|id| ("institution", id.global())));
    let middle = row.circle().map(|(middle, _)| middle);
    let district = row.districts.iter().next().and_then(|id| area.district(id)).map(|district| district.centre);
    Document {
        id: row.id.0,
        kind: ALERT_KIND,
        text: Text {
            title: polish.map(|words| words.headline.clone()).unwrap_or_default(),
            names: row.sender_name.clone(),
            place: row.area.clone(),
            body: [
                said(|words| &words.event),
                said(|words| &words.headline),
                said(|words| &words.description),
                said(|words| &words.instruction),
            ]
            .join("\n"),
        },
        terms,
        location: middle.or(district).map(|point| GeoPoint { lat: point.lat, lon: point.lon }),
        created: row.created_at.timestamp(),
        confirmed: row.sent_at.unwrap_or(row.created_at).timestamp(),
        until: Some(row.expires_at.timestamp()),
        ..Document::default()
    }
}
