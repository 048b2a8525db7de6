//! Whether there is what somebody wants to be told of.

use identity::Child;
use kernel::{
    error::{Code, Fault},
    refusal::{Outcome, Problem, Refused, none_of},
    scope::Scope,
    search::Snapshot,
};
use search_index::taxonomy;
use serde_json::Value;

use crate::{
    compile::{Compiled, compile_target},
    label::title_of,
    policy,
    refusal::Refusal,
    subscription::fingerprint,
    target::SubscriptionTargetInput as Target,
};

/// The longest target that is kept, in bytes of its JSON.
const MAX_TARGET: usize = 8_000;

/// A target that there is.
#[derive(Debug)]
pub(crate) struct Checked {
    /// The target.
    pub(crate) target: Target,
    /// As it is kept.
    pub(crate) json: Value,
    /// What tells it from others.
    pub(crate) fingerprint: String,
    /// The child whom it is for.
    pub(crate) child: Option<Child>,
    /// What it asks.
    pub(crate) compiled: Compiled,
}

/// Looks whether everything is there that a target names: in this city, and of the person's own. Problems name the field
/// of the input: `target.activities.filter.interests`.
pub(crate) async fn check(scope: &Scope, snapshot: &Snapshot, target: Target) -> Outcome<Checked, Refusal> {
    let json = target.to_json()?;
    let name = json.as_object().and_then(|fields| fields.keys().next()).cloned().unwrap_or_default();
    let field = |path: &str| format!("target.{name}{}{path}", if path.is_empty() { "" } else { "." });
    let wrong =
        |path: &str, reason: &str| Problem::at(Refusal::TargetWrong, field(path)).with("reason", reason.to_owned());
    if json.to_string().len() > MAX_TARGET {
        return Err(wrong("", "this search is too long").into());
    }
    let is_here = match &target {
        Target::Entry(id) => title_of(snapshot, id).is_some(),
        Target::Interest(id) => taxonomy().interest(id).is_some(),
        Target::District(id) => scope.tenant.area.district(id).is_some(),
        _ => true,
    };
    if !is_here || !scope.tenant.has(target.module()) {
        return Err(Problem::at(Refusal::TargetUnknown, field("")).into());
    }
    let mut problems: Vec<_> = unknown_values(scope, snapshot, &json[&name])
        .into_iter()
        .map(|path| Problem::at(Refusal::TargetUnknown, field(path)))
        .collect();
    match &target {
        Target::Everything(asked) if asked.query.trim().is_empty() => {
            problems.push(wrong("query", "words are expected"));
        }
        Target::Alerts(asked) if asked.near.is_some() && asked.district.is_some() => {
            problems.push(wrong("near", "give `near` or `district`, not both"));
        }
        _ => {}
    }
    let child = match target.child_id() {
        Some(id) if policy::may_subscribe(&scope.actor) => {
            identity::children::own(scope).await?.into_iter().find(|child| child.id == id)
        }
        _ => None,
    };
    if target.child().is_some() && child.is_none() {
        problems.push(Problem::at(Refusal::ChildUnknown, field("child")));
    }
    let compiled = match compile_target(scope, snapshot, &target, child.as_ref()).await {
        Ok(compiled) => compiled,
        Err(fault) => {
            problems.push(told(fault, field)?);
            Compiled::default()
        }
    };
    none_of(problems)?;
    let fingerprint = fingerprint(&json);
    Ok(Checked { target, json, fingerprint, child, compiled })
}

/// What a list's own check says of a filter, at the field of the target.
fn told(fault: Fault, field: impl Fn(&str) -> String) -> Outcome<Problem<Refusal>, Refusal> {
    match (fault.code, fault.field) {
        (Code::BadUserInput, Some(path @ "near.place")) => Ok(Problem::at(Refusal::PlaceUnknown, field(path))),
        (Code::BadUserInput, path) => {
            let reason = fault.message.into_owned();
            Ok(Problem::at(Refusal::TargetWrong, field(path.unwrap_or_default())).with("reason", reason))
        }
        _ => Err(Refused::Fault(fault)),
    }
}

/// The fields in which a search names an interest, a district or an institution that this city does not have. Lists find
/// nothing then; nobody wants to be told of nothing.
fn unknown_values(scope: &Scope, snapshot: &Snapshot, asked: &Value) -> Vec<&'static str> {
    let filter = &asked["filter"];
    let all = |values: &Value, is_known: &dyn Fn(&str) -> bool| match values {
        Value::Array(values) => values.iter().all(|value| value.as_str().is_some_and(is_known)),
        Value::String(value) => is_known(value),
        _ => true,
    };
    let interest = |id: &str| taxonomy().interest(id).is_some();
    let district = |id: &str| scope.tenant.area.district(id).is_some();
    let institution = |id: &str| directory::InstitutionId::parse(id).is_some() && title_of(snapshot, id).is_some();
    [
        ("filter.interests", all(&filter["interests"], &interest)),
        ("filter.districts", all(&filter["districts"], &district)),
        ("filter.institution", all(&filter["institution"], &institution)),
        ("district", all(&asked["district"], &district)),
    ]
    .into_iter()
    .filter(|(_, is_known)| !is_known)
    .map(|(path, _)| path)
    .collect()
}
