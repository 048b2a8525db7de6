//! To whom an announcement goes: those who follow something and want to hear of it.

use std::collections::{BTreeMap, HashMap};

use activities::ActivityId;
use debates::DebateId;
use directory::InstitutionId;
use events::EventId;
use kernel::{error::Result, scope::Scope};
use notices::{Frequency, ReaderId, What};
use sea_orm::{
    ActiveEnum as _, ColumnTrait as _, ConnectionTrait, EntityTrait as _, QueryFilter as _, QueryOrder as _,
    QuerySelect as _, Select,
    sea_query::{Expr, ExprTrait as _},
};
use search_index::taxonomy;
use serde_json::{Value, json};
use uuid::Uuid;

use crate::subscription::{Column, Entity, Model as Subscription, fingerprint};

/// Those who follow what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Audience {
    /// An institution, or any of its entries.
    Institution(InstitutionId),
    /// An activity.
    Activity(ActivityId),
    /// An event.
    Event(EventId),
    /// A debate.
    Debate(DebateId),
    /// An interest of the taxonomy.
    Interest(String),
    /// A district.
    District(String),
    /// Anything at all.
    Everybody,
}

/// What an audience follows.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Followed {
    /// What it is called; nothing for everything.
    pub(crate) title: Option<String>,
    /// The path of its page, without the language.
    pub(crate) path: Option<String>,
    /// The institutions whose it is.
    pub(crate) owners: Vec<Uuid>,
}

/// How many people an announcement would reach.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reach {
    /// People who follow it, and are told things.
    pub(crate) readers: u32,
    /// Of these, who hear of it at once,
    pub(crate) at_once: u32,
    /// with their mail of the day,
    pub(crate) daily: u32,
    /// or with that of the week.
    pub(crate) weekly: u32,
}

impl Audience {
    /// The audience of an entry's global id; nothing if it cannot be followed.
    pub(crate) fn of_entry(global: &str) -> Option<Self> {
        let institution = InstitutionId::parse(global).map(Self::Institution);
        let activity = || ActivityId::parse(global).map(Self::Activity);
        let event = || EventId::parse(global).map(Self::Event);
        let debate = || DebateId::parse(global).map(Self::Debate);
        institution.or_else(activity).or_else(event).or_else(debate)
    }

    /// The audience as it is kept: but for everybody, the target of a subscription to the same.
    pub(crate) fn to_json(&self) -> Value {
        match self {
            Self::Institution(id) => json!({ "entry": id.global() }),
            Self::Activity(id) => json!({ "entry": id.global() }),
            Self::Event(id) => json!({ "entry": id.global() }),
            Self::Debate(id) => json!({ "entry": id.global() }),
            Self::Interest(id) => json!({ "interest": id }),
            Self::District(id) => json!({ "district": id }),
            Self::Everybody => json!({ "everybody": true }),
        }
    }

    /// The audience that was kept.
    pub(crate) fn from_json(kept: &Value) -> Option<Self> {
        let text = |name: &str| kept[name].as_str().map(str::to_owned);
        if kept["everybody"] == true {
            return Some(Self::Everybody);
        }
        let interest = || text("interest").map(Self::Interest);
        let district = || text("district").map(Self::District);
        text("entry").and_then(|id| Self::of_entry(&id)).or_else(interest).or_else(district)
    }

    /// What tells it from others.
    pub(crate) fn fingerprint(&self) -> String {
        fingerprint(&self.to_json())
    }

    /// What it follows; nothing if the city has no such thing, or not on its pages.
    pub(crate) async fn followed(&self, scope: &Scope) -> Result<Option<Followed>> {
        let owned = |id: Option<InstitutionId>| id.into_iter().map(|id| id.0).collect();
        let has = |module: &str| scope.tenant.has(Some(module));
        let at = |path: &str, global: String, title: &str| {
            Some(format!("{path}/{global}/{}", kernel::page::path_name(title)))
        };
        let followed = match self {
            Self::Institution(id) => directory::service::find(scope, *id).await?.map(|row| Followed {
                path: at("/placowki", id.global(), &row.name),
                title: Some(row.name),
                owners: vec![id.0],
            }),
            Self::Activity(id) if has(activities::MODULE) => {
                activities::service::find(scope, *id).await?.map(|card| Followed {
                    path: at("/zajecia", id.global(), &card.row.title),
                    title: Some(card.row.title.clone()),
                    owners: owned(card.row.institution_id),
                })
            }
            Self::Event(id) if has(events::MODULE) => events::service::find(scope, *id).await?.map(|card| Followed {
                path: at("/wydarzenia", id.global(), &card.row.title),
                title: Some(card.row.title.clone()),
                owners: card.organisers.iter().map(|id| id.0).collect(),
            }),
            Self::Debate(id) if has(debates::MODULE) => {
                debates::service::find(scope, *id).await?.map(|card| Followed {
                    path: at("/debaty", id.global(), &card.row.title),
                    title: Some(card.row.title.clone()),
                    owners: Vec::new(),
                })
            }
            Self::Activity(_) | Self::Event(_) | Self::Debate(_) => None,
            Self::Interest(id) => taxonomy().interest(id).map(|interest| Followed {
                title: Some(interest.name.get(scope.lang.tag()).to_owned()),
                ..Followed::default()
            }),
            Self::District(id) => scope
                .tenant
                .area
                .district(id)
                .map(|district| Followed { title: Some(district.name.clone()), ..Followed::default() }),
            Self::Everybody => Some(Followed::default()),
        };
        Ok(followed)
    }

    /// What tells the subscriptions that it means from others; nothing if it means all. Who follows an institution's
    /// entry hears what the institution has to say.
    pub(crate) async fn fingerprints(&self, scope: &Scope) -> Result<Option<Vec<String>>> {
        let mut targets = match self {
            Self::Everybody => return Ok(None),
            other => vec![other.fingerprint()],
        };
        if let Self::Institution(id) = self {
            if scope.tenant.has(Some(activities::MODULE)) {
                let rows = activities::service::of_institution(scope, *id).await?;
                targets.extend(rows.iter().map(|row| Self::Activity(row.id).fingerprint()));
            }
            if scope.tenant.has(Some(events::MODULE)) {
                let rows = events::service::of_institution(scope, *id).await?;
                targets.extend(rows.iter().map(|row| Self::Event(row.id).fingerprint()));
            }
        }
        Ok(Some(targets))
    }
}

/// Subscriptions that an announcement to these is for: turned on, and wanting to hear of announcements.
fn concerned(targets: Option<&[String]>) -> Select<Entity> {
    let announcement = format!("%\"{}\"%", What::Announcement.to_value());
    let mut found = Entity::find()
        .filter(Column::MutedAt.is_null())
        .filter(Column::RemovedAt.is_null())
        .filter(Expr::col(Column::About).cast_as("text").like(announcement));
    if let Some(targets) = targets {
        found = found.filter(Column::Fingerprint.is_in(targets.iter().cloned()));
    }
    found
}

/// The next readers after that one, in the order of their ids, each with the subscriptions that make them one.
pub(crate) async fn next(
    db: &impl ConnectionTrait,
    targets: Option<&[String]>,
    after: Option<ReaderId>,
    most: u64,
) -> Result<BTreeMap<ReaderId, Vec<Subscription>>> {
    let mut readers = concerned(targets);
    if let Some(after) = after {
        readers = readers.filter(Column::ReaderId.gt(after));
    }
    let readers: Vec<ReaderId> = readers
        .select_only()
        .column(Column::ReaderId)
        .distinct()
        .order_by_asc(Column::ReaderId)
        .limit(most)
        .into_tuple()
        .all(db)
        .await?;
    let rows = concerned(targets)
        .filter(Column::ReaderId.is_in(readers))
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id)
        .all(db)
        .await?;
    let mut found: BTreeMap<ReaderId, Vec<Subscription>> = BTreeMap::new();
    for row in rows {
        found.entry(row.reader_id).or_default().push(row);
    }
    Ok(found)
}

/// How many people an announcement to that audience would reach, and when.
pub(crate) async fn reach(scope: &Scope, audience: &Audience) -> Result<Reach> {
    let targets = audience.fingerprints(scope).await?;
    let rows: Vec<(ReaderId, Frequency)> = concerned(targets.as_deref())
        .select_only()
        .columns([Column::ReaderId, Column::Frequency])
        .into_tuple()
        .all(&*scope.db().await?)
        .await?;
    let mut soonest: HashMap<ReaderId, Frequency> = HashMap::new();
    for (reader, frequency) in rows {
        soonest.entry(reader).and_modify(|known| *known = std::cmp::min(frequency, *known)).or_insert(frequency);
    }
    let readers: Vec<ReaderId> = soonest.keys().copied().collect();
    let known = notices::readers::many(scope, &readers).await?;
    let mut reach = Reach::default();
    for (_, frequency) in soonest.iter().filter(|(id, _)| known.get(id).is_some_and(notices::Reader::is_listening)) {
        reach.readers += 1;
        match frequency {
            Frequency::AtOnce => reach.at_once += 1,
            Frequency::Daily => reach.daily += 1,
            Frequency::Weekly => reach.weekly += 1,
        }
    }
    Ok(reach)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_read_back() {
        let id = Uuid::from_u128(7);
        for audience in [
            Audience::Institution(InstitutionId(id)),
            Audience::Activity(ActivityId(id)),
            Audience::Event(EventId(id)),
            Audience::Debate(DebateId(id)),
            Audience::Interest("robotics".to_owned()),
            Audience::District("dabie".to_owned()),
            Audience::Everybody,
        ] {
            assert_eq!(Audience::from_json(&audience.to_json()), Some(audience));
        }
        assert_eq!(Audience::from_json(&json!({ "entry": "acc_1" })), None);
        assert_eq!(Audience::from_json(&json!({})), None);
    }
}
