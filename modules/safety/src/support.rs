//! What tests of this module begin with.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use crate::{
    alert::{AlertId, Decision, Model, Words},
    codes::{Category, Certainty, MessageType, Severity, Status, Urgency},
};

/// The moment at which the alert is sent.
pub(crate) const NOW: &str = "2026-11-27T10:00:00Z";

/// An alert of the city that holds for four hours.
pub(crate) fn alert() -> Model {
    let now: DateTime<Utc> = NOW.parse().unwrap();
    let id = AlertId(Uuid::from_u128(1));
    let words = Words {
        lang: "pl".to_owned(),
        event: "Burza".to_owned(),
        headline: "Silna burza nad miastem".to_owned(),
        description: "Wiatr do 110 km/h.".to_owned(),
        instruction: "Zostań w domu.".to_owned(),
    };
    Model {
        id,
        identifier: "debno.1".to_owned(),
        sender: "debno.example".to_owned(),
        sender_name: "Dębno".to_owned(),
        institution_id: None,
        account_id: None,
        origin: None,
        status: Status::Actual,
        message_type: MessageType::Alert,
        categories: vec![Category::Met].into(),
        responses: Vec::new().into(),
        urgency: Urgency::Immediate,
        severity: Severity::Severe,
        shown_as: Severity::Severe,
        certainty: Certainty::Likely,
        texts: vec![words].into(),
        effective_at: None,
        onset_at: None,
        expires_at: now + chrono::TimeDelta::hours(4),
        web: None,
        contact: None,
        note: None,
        area: "Dębno".to_owned(),
        districts: Vec::new().into(),
        polygon: Vec::new().into(),
        circle_lat: None,
        circle_lon: None,
        circle_km: None,
        chain_id: id,
        refers_to: Vec::new().into(),
        replaced_by: None,
        replaced_as: None,
        replaced_at: None,
        decision: Decision::NotNeeded,
        decided_by: None,
        decided_at: None,
        reason: None,
        sent_at: Some(now),
        created_at: now,
        updated_at: now,
    }
}
