//! An alert: one message of the Common Alerting Protocol, and what became of it.
//!
//! What a message says never changes once it is issued. What its row keeps besides is which message replaced it, and
//! what the second person said.

use chrono::{DateTime, Utc};
use directory::InstitutionId;
use identity::AccountId;
use kernel::{entity_id, i18n::Lang, tenancy::LatLon, values::List};
use sea_orm::entity::prelude::*;
use serde::{Deserialize, Serialize};

use crate::codes::{Category, Certainty, MessageType, Response, Severity, Status, Urgency};

entity_id!(
    /// An alert's id.
    AlertId,
    "alert"
);

/// A message.
#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "alert")]
pub struct Model {
    /// Its id.
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: AlertId,
    /// What other systems know it by; unique, without spaces, commas, `<` and `&`.
    pub identifier: String,
    /// What other systems know its sender by, of the same characters.
    pub sender: String,
    /// What people know its sender by.
    pub sender_name: String,
    /// On whose behalf; none for the city.
    pub institution_id: Option<InstitutionId>,
    /// Who wrote it; none for the system itself, and for people whose account is no more.
    pub account_id: Option<AccountId>,
    /// The message of another system that it was made of: who handed it in, a space, sender, comma, identifier.
    pub origin: Option<String>,
    /// Whether it is meant.
    pub status: Status,
    /// What it is to those before it.
    pub message_type: MessageType,
    /// What it is about.
    pub categories: List<Category>,
    /// What people are advised to do.
    pub responses: List<Response>,
    /// When one has to act.
    pub urgency: Urgency,
    /// How great the danger is.
    pub severity: Severity,
    /// How prominent it is: as great as the danger, or, where it says that the danger is over, as that was.
    pub shown_as: Severity,
    /// How sure it is.
    pub certainty: Certainty,
    /// What it says, Polish first.
    pub texts: List<Words>,
    /// From when on it holds; from when it is sent if nothing is said.
    pub effective_at: Option<ChronoDateTimeUtc>,
    /// When what it is about is expected to begin.
    pub onset_at: Option<ChronoDateTimeUtc>,
    /// From when on it holds no more.
    pub expires_at: ChronoDateTimeUtc,
    /// Where there is more to read.
    pub web: Option<String>,
    /// Whom to ask.
    pub contact: Option<String>,
    /// What the message itself is for.
    pub note: Option<String>,
    /// Where it holds, in words.
    pub area: String,
    /// Where it holds, by ids of districts; without any, and without a shape, in the whole city.
    pub districts: List<String>,
    /// Where it holds: corners, the last the same as the first.
    pub polygon: List<LatLon>,
    /// Where it holds: the latitude of a circle's middle.
    pub circle_lat: Option<f64>,
    /// The longitude of that.
    pub circle_lon: Option<f64>,
    /// The circle's radius in kilometres.
    pub circle_km: Option<f64>,
    /// The first message of what it is about. Its row's lock orders those who add to the chain, or decide.
    pub chain_id: AlertId,
    /// The messages that it refers to, the first first.
    pub refers_to: List<Uuid>,
    /// The message that replaced it or called it off.
    pub replaced_by: Option<AlertId>,
    /// What that message is.
    pub replaced_as: Option<MessageType>,
    /// When.
    pub replaced_at: Option<ChronoDateTimeUtc>,
    /// What the second person said.
    pub decision: Decision,
    /// Who that was; none once their account is no more.
    pub decided_by: Option<AccountId>,
    /// When.
    pub decided_at: Option<ChronoDateTimeUtc>,
    /// Why it was rejected.
    pub reason: Option<String>,
    /// When it was issued, in whole seconds; none before.
    pub sent_at: Option<ChronoDateTimeUtc>,
    /// When it was written.
    pub created_at: ChronoDateTimeUtc,
    /// When the row last changed.
    pub updated_at: ChronoDateTimeUtc,
}

/// No relations: modules exchange ids and functions.
#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

/// What a message says in one language; plain texts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// The language, by its tag.
    pub lang: String,
    /// What happens: "Burza".
    pub event: String,
    /// A sentence that says it all.
    pub headline: String,
    /// More about it.
    pub description: String,
    /// What to do.
    pub instruction: String,
}

/// What a second person said of a message that needs one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Decision {
    /// It needs none.
    NotNeeded,
    /// Nothing yet.
    Waiting,
    /// It is issued.
    Approved,
    /// It is not issued.
    Rejected,
}

/// What has become of a message by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// It waits for a second person.
    Pending,
    /// A second person said no, or its author took it back.
    Rejected,
    /// It is issued and will hold.
    Scheduled,
    /// It holds.
    Active,
    /// It held until its end.
    Expired,
    /// A newer message replaced it.
    Updated,
    /// It was called off, or is what calls another off.
    Cancelled,
}

impl Model {
    /// What has become of it at that moment.
    pub fn state(&self, now: DateTime<Utc>) -> State {
        match (self.decision, self.replaced_as) {
            (Decision::Rejected, _) => State::Rejected,
            (Decision::Waiting, _) if now < self.expires_at => State::Pending,
            (_, Some(MessageType::Cancel)) => State::Cancelled,
            (_, Some(MessageType::Update | MessageType::Alert)) => State::Updated,
            _ if self.message_type == MessageType::Cancel && !self.is_all_clear() => State::Cancelled,
            _ if now >= self.expires_at => State::Expired,
            _ if now < self.effective() => State::Scheduled,
            _ => State::Active,
        }
    }

    /// Whether it says that a danger is over of which a message before told.
    pub fn is_all_clear(&self) -> bool {
        self.message_type != MessageType::Alert && self.responses.0.contains(&Response::AllClear)
    }

    /// From when on it holds.
    pub fn effective(&self) -> DateTime<Utc> {
        self.effective_at.or(self.sent_at).unwrap_or(self.created_at)
    }

    /// Whether everybody may see it at that moment: it is issued, meant and has begun.
    pub fn is_public(&self, now: DateTime<Utc>) -> bool {
        self.status == Status::Actual && self.is_issued() && now >= self.effective()
    }

    /// Whether it was ever sent.
    pub fn is_issued(&self) -> bool {
        self.sent_at.is_some()
    }

    /// What it says in a language, else in Polish.
    pub fn words(&self, lang: Lang) -> Option<&Words> {
        self.texts.iter().find(|words| words.lang == lang.tag()).or_else(|| self.texts.iter().next())
    }

    /// The messages that it refers to, the first first.
    pub fn references(&self) -> impl Iterator<Item = AlertId> {
        self.refers_to.iter().copied().map(AlertId)
    }

    /// The circle in which it holds: middle and radius in kilometres.
    pub fn circle(&self) -> Option<(LatLon, f64)> {
        Some((LatLon::new(self.circle_lat?, self.circle_lon?)?, self.circle_km?))
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::support::alert;

    #[test]
    fn a_state_follows_from_clock_decision_and_what_came_after() {
        let base = alert();
        let (sent, end) = (base.sent_at.unwrap(), base.expires_at);
        let later = Model { effective_at: Some(sent + TimeDelta::hours(1)), ..base.clone() };
        let waiting = Model { decision: Decision::Waiting, sent_at: None, ..base.clone() };
        let rejected = Model { decision: Decision::Rejected, sent_at: None, ..base.clone() };
        let updated = Model { replaced_as: Some(MessageType::Update), ..base.clone() };
        let called_off = Model { replaced_as: Some(MessageType::Cancel), ..base.clone() };
        let cancel = Model { message_type: MessageType::Cancel, ..base.clone() };
        let clear = Model { responses: vec![Response::AllClear].into(), ..cancel.clone() };
        let (before_end, long_after) = (end - TimeDelta::seconds(1), end + TimeDelta::days(9));
        for (what, row, moment, state) in [
            ("sent", &base, sent, State::Active),
            ("its last second", &base, before_end, State::Active),
            ("its end", &base, end, State::Expired),
            ("to come", &later, sent, State::Scheduled),
            ("begun", &later, later.effective(), State::Active),
            ("waiting", &waiting, sent, State::Pending),
            ("waited too long", &waiting, end, State::Expired),
            ("rejected", &rejected, long_after, State::Rejected),
            ("updated", &updated, sent, State::Updated),
            ("updated and over", &updated, long_after, State::Updated),
            ("called off", &called_off, sent, State::Cancelled),
            ("a cancellation", &cancel, sent, State::Cancelled),
            ("an all-clear", &clear, sent, State::Active),
            ("an all-clear that is over", &clear, end, State::Expired),
        ] {
            assert_eq!(row.state(moment), state, "{what}");
        }
        assert!(!base.is_public(sent - TimeDelta::seconds(1)) && base.is_public(sent) && base.is_public(long_after));
        assert!(!waiting.is_public(sent) && !Model { status: Status::Test, ..base }.is_public(sent));
    }
}
