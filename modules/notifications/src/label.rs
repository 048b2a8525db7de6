//! What a subscription is called: what it asks for in words, "Zajęcia: robotyka · 8 lat · do 3 km od domu · do 150 zł".
//!
//! It names no child: links in mails show it to whoever has them. Who signed in sees the child beside it.

use kernel::{scope::Scope, search::Snapshot};
use search_index::taxonomy;

use crate::{
    subscription::Model,
    target::{AlertsTargetInput, Entry, SubscriptionTargetInput as Target},
};
use directory::{graphql::NearInput, labels::districts};

/// What stands between phrases.
const BETWEEN: &str = " · ";

/// What a subscription is called where it must not name a child: in mails, and behind their links. In the scope's
/// language.
pub fn label(scope: &Scope, snapshot: &Snapshot, row: &Model) -> String {
    match &row.label {
        // Who named the subscription of a child may well have named it after the child.
        Some(own) if row.child_id.is_none() => own.clone(),
        _ => match Target::from_json(&row.target) {
            Ok(target) => in_words(scope, snapshot, &target, None),
            Err(_) => scope.text("subscription-of-gone", &[]),
        },
    }
}

/// A target in words. `child` is the name of the child whom it is for, where that may be said.
pub(crate) fn in_words(scope: &Scope, snapshot: &Snapshot, target: &Target, child: Option<&str>) -> String {
    let parts = parts(scope, snapshot, target, child).join(BETWEEN);
    match kind(target) {
        Some(kind) if parts.is_empty() => scope.text(kind, &[]),
        Some(kind) => format!("{}: {parts}", scope.text(kind, &[])),
        None => parts,
    }
}

/// What a target asks for, a phrase for each condition. `child` is the name of the child whom it is for, where that may
/// be said.
pub(crate) fn parts(scope: &Scope, snapshot: &Snapshot, target: &Target, child: Option<&str>) -> Vec<String> {
    let mut parts: Vec<String> =
        Some(target.text()).filter(|text| !text.is_empty()).map(str::to_owned).into_iter().collect();
    parts.extend(
        match target {
            Target::Activities(asked) => asked.filter.as_ref().map(|filter| filter.phrases(scope, snapshot)),
            Target::Events(asked) => asked.filter.as_ref().map(|filter| filter.phrases(scope, snapshot)),
            Target::Institutions(asked) => asked.filter.as_ref().map(|filter| filter.phrases(scope)),
            Target::News(asked) => asked.filter.as_ref().map(|filter| filter.phrases(scope, snapshot)),
            Target::Advice(asked) => asked.filter.as_ref().map(|filter| filter.phrases(scope, snapshot)),
            Target::Debates(asked) => asked.filter.as_ref().map(|filter| filter.phrases(scope)),
            Target::Everything(_) => None,
            Target::Entry(id) => Some(vec![title(scope, snapshot, id)]),
            Target::Interest(id) => Some(vec![interest(scope, id)]),
            Target::District(id) => {
                let name = districts(scope, std::slice::from_ref(id)).unwrap_or_else(|| id.to_string());
                Some(vec![scope.text("subscription-district", &[("name", name.into())])])
            }
            Target::Alerts(asked) => Some(alerts(scope, asked)),
        }
        .unwrap_or_default(),
    );
    if target.child().is_some() {
        parts.push(match child {
            Some(name) => scope.text("subscription-child-named", &[("name", name.to_owned().into())]),
            None => scope.text("subscription-child", &[]),
        });
    }
    if !matches!(target, Target::Alerts(_)) {
        parts.extend(target.near().and_then(|near| around(scope, near, target.child().is_some())));
    }
    parts
}

/// The message that says of what kind of entries a target is; nothing where it names one thing.
fn kind(target: &Target) -> Option<&'static str> {
    Some(match target {
        Target::Activities(_) => "subscription-of-activities",
        Target::Events(_) => "subscription-of-events",
        Target::Institutions(_) => "subscription-of-institutions",
        Target::News(_) => "subscription-of-news",
        Target::Advice(_) => "subscription-of-advice",
        Target::Debates(_) => "subscription-of-debates",
        Target::Everything(_) => "subscription-of-everything",
        Target::Alerts(_) => "subscription-of-alerts",
        Target::Entry(_) | Target::Interest(_) | Target::District(_) => return None,
    })
}

/// What an entry is called, if it is public.
pub(crate) fn title_of(snapshot: &Snapshot, id: &str) -> Option<String> {
    let (entity, row) = Entry::parse(id)?.row();
    Some(match Entry::parse(id)? {
        Entry::Institution(_) => snapshot.card::<directory::Institution>(entity, row)?.name.clone(),
        Entry::Activity(_) => snapshot.card::<activities::Card>(entity, row)?.row.title.clone(),
        Entry::Event(_) => snapshot.card::<events::Card>(entity, row)?.row.title.clone(),
        Entry::Debate(_) => snapshot.card::<debates::Card>(entity, row)?.row.title.clone(),
    })
}

fn title(scope: &Scope, snapshot: &Snapshot, id: &str) -> String {
    title_of(snapshot, id).unwrap_or_else(|| scope.text("subscription-of-gone", &[]))
}

fn interest(scope: &Scope, id: &str) -> String {
    let name = taxonomy().interest(id).map_or(id, |interest| interest.name.get(scope.lang.tag()));
    scope.text("subscription-interest", &[("name", name.to_owned().into())])
}

fn alerts(scope: &Scope, asked: &AlertsTargetInput) -> Vec<String> {
    let district = asked.district.as_ref().and_then(|id| districts(scope, std::slice::from_ref(id)));
    let place = match (district, &asked.near) {
        (Some(name), _) => scope.text("subscription-alerts-place", &[("place", name.into())]),
        (None, None) => scope.text("subscription-alerts-everywhere", &[]),
        (None, Some(near)) => around(scope, near, false).unwrap_or_else(|| match &near.place {
            Some(place) => scope.text("subscription-alerts-place", &[("place", place.clone().into())]),
            None => scope.text("subscription-alerts-point", &[]),
        }),
    };
    let severity = asked.min_severity.map(|severity| {
        let name = match safety::Severity::from(severity) {
            safety::Severity::Unknown => "UNKNOWN",
            safety::Severity::Minor => "MINOR",
            safety::Severity::Moderate => "MODERATE",
            safety::Severity::Severe => "SEVERE",
            safety::Severity::Extreme => "EXTREME",
        };
        scope.text(&format!("subscription-severity-{name}"), &[])
    });
    std::iter::once(place).chain(severity).collect()
}

/// How far from where; nothing where no distance was said, since then nothing is left out.
fn around(scope: &Scope, near: &NearInput, is_of_child: bool) -> Option<String> {
    let metres = near.radius_meters?.unsigned_abs();
    let distance = if metres < 1000 {
        scope.text("subscription-distance-m", &[("n", metres.to_string().into())])
    } else {
        let (whole, tenth) = (metres / 1000, metres % 1000 / 100);
        let point = if scope.lang == kernel::i18n::Lang::En { '.' } else { ',' };
        let number = if tenth == 0 { whole.to_string() } else { format!("{whole}{point}{tenth}") };
        scope.text("subscription-distance-km", &[("n", number.into())])
    };
    let distance = ("distance", distance.into());
    Some(match (&near.place, near.lat.is_some() && near.lon.is_some()) {
        (Some(place), _) => scope.text("subscription-near-place", &[distance, ("place", place.clone().into())]),
        (None, false) if is_of_child => scope.text("subscription-near-home", &[distance]),
        (None, _) => scope.text("subscription-near-point", &[distance]),
    })
}
