//! The protocol's words in the schema.

use async_graphql::Enum;
use kernel::scope::Scope;
use sea_orm::ActiveEnum;

use crate::{alert::State, codes};

/// What people call a word: the message `<name>-<WORD>`.
pub(super) fn label(scope: &Scope, name: &str, word: &impl ActiveEnum<Value = String>) -> String {
    scope.text(&format!("{name}-{}", word.to_value()), &[])
}

/// Whether a message is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "codes::Status", tag = "module-safety")]
pub(super) enum AlertStatus {
    /// It is.
    Actual,
    /// It is for those who take part in an exercise.
    Exercise,
    /// It tests the way that messages take, and is to be ignored.
    Test,
}

/// What a message is to those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "codes::MessageType", tag = "module-safety")]
pub(super) enum AlertMessageType {
    /// The first of what it is about.
    Alert,
    /// It replaces those that it refers to.
    Update,
    /// It calls off those that it refers to.
    Cancel,
}

/// What an alert is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "codes::Category", tag = "module-safety")]
pub(super) enum AlertCategory {
    /// The ground: earthquakes, landslides.
    Geo,
    /// Weather and floods.
    Met,
    /// Danger in general, and public safety.
    Safety,
    /// Police, military, guards.
    Security,
    /// Rescue and recovery.
    Rescue,
    /// Fire and its fighting.
    Fire,
    /// Medicine and public health.
    Health,
    /// Pollution and the environment.
    Env,
    /// Public and private transport.
    Transport,
    /// Water, power, heat, telecommunications.
    Infra,
    /// Chemical, biological, radiological, nuclear or explosive threats.
    Cbrne,
    /// Anything else.
    Other,
}

/// What people are advised to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "codes::Response", tag = "module-safety")]
pub(super) enum AlertResponse {
    /// Take shelter.
    Shelter,
    /// Leave.
    Evacuate,
    /// Make ready.
    Prepare,
    /// Do what was planned.
    Execute,
    /// Avoid what is dangerous.
    Avoid,
    /// Stay informed.
    Monitor,
    /// Weigh up what is told. Not for the public.
    Assess,
    /// The danger is over.
    AllClear,
    /// Nothing.
    None,
}

/// When one has to act.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "codes::Urgency", tag = "module-safety")]
pub(super) enum AlertUrgency {
    /// Nobody knows.
    Unknown,
    /// No more.
    Past,
    /// In the near future.
    Future,
    /// Within an hour.
    Expected,
    /// At once.
    Immediate,
}

/// How great the danger is, from what nobody knows to the greatest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "codes::Severity", tag = "module-safety")]
pub enum AlertSeverity {
    /// Nobody knows.
    Unknown,
    /// Little or none.
    Minor,
    /// Possible.
    Moderate,
    /// Significant.
    Severe,
    /// Extraordinary.
    Extreme,
}

/// How sure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "codes::Certainty", tag = "module-safety")]
pub(super) enum AlertCertainty {
    /// Nobody knows.
    Unknown,
    /// Not expected, nearly 0 %.
    Unlikely,
    /// At most 50 %.
    Possible,
    /// More than 50 %.
    Likely,
    /// It has happened, or goes on.
    Observed,
}

/// What has become of an alert by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "State", tag = "module-safety")]
pub(super) enum AlertState {
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

/// What people call a state.
pub(super) fn state_label(scope: &Scope, state: State) -> String {
    let name = match state {
        State::Pending => "PENDING",
        State::Rejected => "REJECTED",
        State::Scheduled => "SCHEDULED",
        State::Active => "ACTIVE",
        State::Expired => "EXPIRED",
        State::Updated => "UPDATED",
        State::Cancelled => "CANCELLED",
    };
    scope.text(&format!("alert-state-{name}"), &[])
}
