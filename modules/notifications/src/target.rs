//! What one can ask to be told of.
//!
//! A target is the very input by which lists are asked, kept as it came: so a search and the subscription to it have the
//! same filters by their type. It is therefore the one thing here that services share with the schema.

use activities::graphql::ActivityFilter;
use async_graphql::{ID, InputObject, InputType as _, OneofObject};
use debates::graphql::DebateFilter;
use directory::graphql::{InstitutionFilter, NearInput};
use events::graphql::EventFilter;
use identity::ChildId;
use kernel::error::{Fault, Result};
use news::graphql::NewsFilter;
use safety::graphql::{AdviceFilter, AlertSeverity};
use serde_json::Value;

/// Of what somebody wants to be told: exactly one of these.
#[derive(Clone, Debug, OneofObject)]
pub enum SubscriptionTargetInput {
    /// Activities that a search finds.
    #[graphql(tag = "module-activities")]
    Activities(ActivitiesTargetInput),
    /// Events that a search finds.
    #[graphql(tag = "module-events")]
    Events(EventsTargetInput),
    /// Institutions that a search finds.
    Institutions(InstitutionsTargetInput),
    /// Articles that a search finds.
    #[graphql(tag = "module-news")]
    News(NewsTargetInput),
    /// Advice that a search finds.
    #[graphql(tag = "module-safety")]
    Advice(AdviceTargetInput),
    /// Debates that a search finds.
    #[graphql(tag = "module-debates")]
    Debates(DebatesTargetInput),
    /// Whatever a search over all kinds finds.
    Everything(EverythingTargetInput),
    /// An institution and what it offers, an activity, an event or a debate, by its global id.
    Entry(ID),
    /// Whatever is about an interest of the taxonomy, by its id.
    Interest(ID),
    /// Whatever is in a district, by its id.
    District(ID),
    /// Alerts that concern a place.
    #[graphql(tag = "module-safety")]
    Alerts(AlertsTargetInput),
}

/// A search for activities.
#[derive(Clone, Debug, Default, InputObject)]
pub struct ActivitiesTargetInput {
    /// What somebody typed.
    pub query: Option<String>,
    /// What activities must meet.
    pub filter: Option<ActivityFilter>,
    /// Where.
    pub near: Option<NearInput>,
    /// One of the viewer's children: what `filter` and `near` leave open of age, interests and place is theirs, and stays
    /// so as the child grows.
    pub child: Option<ID>,
}

/// A search for events.
#[derive(Clone, Debug, Default, InputObject)]
pub struct EventsTargetInput {
    /// What somebody typed.
    pub query: Option<String>,
    /// What events must meet.
    pub filter: Option<EventFilter>,
    /// Where.
    pub near: Option<NearInput>,
}

/// A search for institutions.
#[derive(Clone, Debug, Default, InputObject)]
pub struct InstitutionsTargetInput {
    /// What somebody typed.
    pub query: Option<String>,
    /// What institutions must meet.
    pub filter: Option<InstitutionFilter>,
    /// Where.
    pub near: Option<NearInput>,
}

/// A search for articles.
#[derive(Clone, Debug, Default, InputObject)]
pub struct NewsTargetInput {
    /// What somebody typed.
    pub query: Option<String>,
    /// What articles must meet.
    pub filter: Option<NewsFilter>,
}

/// A search for advice.
#[derive(Clone, Debug, Default, InputObject)]
pub struct AdviceTargetInput {
    /// What somebody typed.
    pub query: Option<String>,
    /// What advice must meet.
    pub filter: Option<AdviceFilter>,
}

/// A search for debates.
#[derive(Clone, Debug, Default, InputObject)]
pub struct DebatesTargetInput {
    /// What somebody typed.
    pub query: Option<String>,
    /// Which debates.
    pub filter: Option<DebateFilter>,
}

/// A search over all kinds.
#[derive(Clone, Debug, Default, InputObject)]
pub struct EverythingTargetInput {
    /// What somebody typed.
    pub query: String,
    /// Where.
    pub near: Option<NearInput>,
}

/// Alerts that concern a place; the whole city without one.
#[derive(Clone, Debug, Default, InputObject)]
pub struct AlertsTargetInput {
    /// At a place, and as far around it as its radius.
    pub near: Option<NearInput>,
    /// In a district, by its id; instead of `near`.
    pub district: Option<ID>,
    /// At least so severe; moderate if nothing is said.
    pub min_severity: Option<AlertSeverity>,
}

impl SubscriptionTargetInput {
    /// The target as it is kept: what was not said is left out.
    pub fn to_json(&self) -> Result<Value> {
        let mut json = self.to_value().into_json().map_err(Fault::internal)?;
        strip(&mut json);
        if let Some(Value::Object(fields)) = json.get_mut("everything") {
            // A search over all kinds always has words.
            fields.entry("query").or_insert_with(|| "".into());
        }
        Ok(json)
    }

    /// The target that was kept; a fault of the argument `target` if it is none.
    pub fn from_json(json: &Value) -> Result<Self> {
        let unknown = || Fault::bad_input("target", "this is nothing that one can be told of");
        let value = async_graphql::Value::from_json(json.clone()).map_err(|_| unknown())?;
        Self::parse(Some(value)).map_err(|_| unknown())
    }

    /// The child whom it is for.
    pub fn child(&self) -> Option<&ID> {
        match self {
            Self::Activities(asked) => asked.child.as_ref(),
            _ => None,
        }
    }

    /// The id of the child whom it is for, as it is kept.
    pub(crate) fn child_id(&self) -> Option<ChildId> {
        ChildId::parse(self.child()?)
    }

    /// The place that it names.
    pub(crate) fn near(&self) -> Option<&NearInput> {
        match self {
            Self::Activities(asked) => asked.near.as_ref(),
            Self::Events(asked) => asked.near.as_ref(),
            Self::Institutions(asked) => asked.near.as_ref(),
            Self::Everything(asked) => asked.near.as_ref(),
            Self::Alerts(asked) => asked.near.as_ref(),
            Self::News(_)
            | Self::Advice(_)
            | Self::Debates(_)
            | Self::Entry(_)
            | Self::Interest(_)
            | Self::District(_) => None,
        }
    }

    /// The words that are searched for.
    pub(crate) fn text(&self) -> &str {
        let text = match self {
            Self::Activities(asked) => asked.query.as_deref(),
            Self::Events(asked) => asked.query.as_deref(),
            Self::Institutions(asked) => asked.query.as_deref(),
            Self::News(asked) => asked.query.as_deref(),
            Self::Advice(asked) => asked.query.as_deref(),
            Self::Debates(asked) => asked.query.as_deref(),
            Self::Everything(asked) => Some(asked.query.as_str()),
            Self::Entry(_) | Self::Interest(_) | Self::District(_) | Self::Alerts(_) => None,
        };
        text.map(str::trim).unwrap_or_default()
    }

    /// The module without which there is nothing to be told.
    pub(crate) fn module(&self) -> Option<&'static str> {
        match self {
            Self::Activities(_) => Some(activities::MODULE),
            Self::Events(_) => Some(events::MODULE),
            Self::News(_) => Some(news::MODULE),
            Self::Advice(_) | Self::Alerts(_) => Some(safety::MODULE),
            Self::Debates(_) => Some(debates::MODULE),
            Self::Entry(id) => Entry::parse(id).and_then(Entry::module),
            Self::Institutions(_) | Self::Everything(_) | Self::Interest(_) | Self::District(_) => None,
        }
    }
}

/// Takes out what is null, and what is empty then.
fn strip(json: &mut Value) {
    match json {
        Value::Object(fields) => {
            for value in fields.values_mut() {
                strip(value);
            }
            fields.retain(|_, value| !value.is_null());
            // An empty filter is none; a whole target may well be empty: all activities.
            if fields.get("filter").and_then(Value::as_object).is_some_and(serde_json::Map::is_empty) {
                fields.remove("filter");
            }
            if fields.get("query").and_then(Value::as_str).is_some_and(|text| text.trim().is_empty()) {
                fields.remove("query");
            }
        }
        Value::Array(values) => values.iter_mut().for_each(strip),
        _ => {}
    }
}

/// An entry that can be followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Entry {
    /// An institution, and what it offers.
    Institution(directory::InstitutionId),
    /// An activity.
    Activity(activities::ActivityId),
    /// An event.
    Event(events::EventId),
    /// A debate.
    Debate(debates::DebateId),
}

impl Entry {
    /// The entry of a global id; nothing if it is none that can be followed.
    pub(crate) fn parse(global: &str) -> Option<Self> {
        let institution = directory::InstitutionId::parse(global).map(Self::Institution);
        let activity = || activities::ActivityId::parse(global).map(Self::Activity);
        let event = || events::EventId::parse(global).map(Self::Event);
        let debate = || debates::DebateId::parse(global).map(Self::Debate);
        institution.or_else(activity).or_else(event).or_else(debate)
    }

    /// The module that it belongs to.
    pub(crate) fn module(self) -> Option<&'static str> {
        match self {
            Self::Institution(_) => None,
            Self::Activity(_) => Some(activities::MODULE),
            Self::Event(_) => Some(events::MODULE),
            Self::Debate(_) => Some(debates::MODULE),
        }
    }

    /// What the change log calls it.
    pub(crate) fn row(self) -> (&'static str, uuid::Uuid) {
        match self {
            Self::Institution(id) => (directory::ENTITY, id.0),
            Self::Activity(id) => (activities::ENTITY, id.0),
            Self::Event(id) => (events::ENTITY, id.0),
            Self::Debate(id) => (debates::ENTITY, id.0),
        }
    }
}
