//! From what happened to what each reader is told of it, with the reasons.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use kernel::{
    error::{Fault, Result},
    i18n::Lang,
    scope::{Actor, Scope, Tx},
    search::{Snapshot, Told},
};
use notices::{Frequency, Item, Reader, ReaderId, Reason, What};
use sea_orm::{ActiveValue::Set, ColumnTrait as _, EntityTrait as _, QueryFilter as _, sea_query::Expr};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{
    area,
    compare::Became,
    watches::{Standing, Watches},
};
use crate::{
    label::label,
    subscription::{Column, Entity, Model, SubscriptionId},
};

/// Keys of one `SELECT`; databases take some ten thousand.
const KEYS_PER_SELECT: usize = 1000;
/// Rows of one `INSERT`: six values each.
const ROWS_PER_INSERT: usize = 1000;

pub(super) mod happening {
    use notices::What;
    use sea_orm::entity::prelude::*;

    /// Something that became of an entry.
    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "happening")]
    pub(in crate::engine) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub id: Uuid,
        pub what: What,
        pub entity: String,
        pub entity_id: Uuid,
        pub told: Json,
        pub at: ChronoDateTimeUtc,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(in crate::engine) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

/// What became of an entry, and whom that may concern.
#[derive(Debug)]
pub(super) struct Happened {
    pub(super) entity: &'static str,
    pub(super) id: Uuid,
    /// What is told of it; of what is gone, what was.
    pub(super) told: Told,
    pub(super) became: Became,
    /// Subscriptions, each as often as it has a standing.
    pub(super) concerned: Vec<(Uuid, Standing)>,
    /// Whether a place that was free is taken again.
    pub(super) is_full_again: bool,
}

impl Happened {
    /// What of it a subscription may be told that stands to it like this.
    fn telling(&self, standing: Standing) -> impl Iterator<Item = What> + '_ {
        // To a search that finds it for the first time it is new, however long it has been there.
        let appears = (standing == Standing::Entered).then_some(What::Appeared);
        let is_telling = move |what: &What| match standing {
            Standing::Entered | Standing::FollowsParty => true,
            Standing::Found | Standing::Follows => *what != What::Appeared,
            Standing::Left => *what == What::CalledOff,
            Standing::There => *what == What::Alert,
        };
        self.became.whats.iter().copied().filter(is_telling).chain(appears)
    }

    /// What is told of it as it is kept.
    fn content(&self) -> Result<Value> {
        let mut content = serde_json::to_value(&self.told).map_err(Fault::internal)?;
        content["from"] = json!(self.became.from);
        content["changed"] = json!(self.became.changed);
        Ok(content)
    }

    /// Whether there is anything to tell anybody at all.
    pub(super) fn is_news(&self) -> bool {
        !self.became.whats.is_empty() || self.is_full_again || !self.concerned.is_empty()
    }
}

/// What one reader is told of one entry.
#[derive(Default)]
struct Gathered {
    whats: BTreeSet<What>,
    reasons: Vec<Reason>,
    frequency: Option<Frequency>,
}

/// What readers are told, and the subscriptions because of which.
#[derive(Default)]
pub(super) struct Fan {
    pub(super) items: Vec<Item>,
    pub(super) because: BTreeSet<SubscriptionId>,
}

/// What readers are told of what happened.
pub(super) async fn fan(scope: &Scope, snapshot: &Snapshot, watches: &Watches, happened: &[Happened]) -> Result<Fan> {
    name(scope, snapshot, watches, happened).await?;
    let mut fan = Fan::default();
    for happened in happened {
        let mut gathered: BTreeMap<ReaderId, Gathered> = BTreeMap::new();
        for (id, standing) in &happened.concerned {
            let Some(who) = watches.who(*id) else { continue };
            let whats: Vec<What> = happened.telling(*standing).filter(|what| who.is_told_of(*what)).collect();
            if whats.is_empty() {
                continue;
            }
            let of_reader = gathered.entry(who.reader).or_default();
            of_reader.whats.extend(whats);
            of_reader.frequency = Some(of_reader.frequency.map_or(who.frequency, |known| known.min(who.frequency)));
            if of_reader.reasons.iter().all(|reason| reason.subscription != *id) {
                let label = who.label.get().map(ToString::to_string).unwrap_or_default();
                of_reader.reasons.push(Reason { subscription: *id, label, child: who.child });
                fan.because.insert(SubscriptionId(*id));
            }
        }
        if gathered.is_empty() {
            continue;
        }
        let told = happened.content()?;
        let is_urgent = area::is_urgent(&happened.told);
        for (reader, Gathered { whats, reasons, frequency }) in gathered {
            fan.items.extend(whats.into_iter().map(|what| Item {
                reader,
                what,
                entity: happened.entity.to_owned(),
                entity_id: happened.id,
                told: told.clone(),
                reasons: reasons.clone(),
                frequency: frequency.unwrap_or(Frequency::AtOnce),
                urgent: what == What::Alert && is_urgent,
            }));
        }
    }
    Ok(fan)
}

/// Names the subscriptions that are told something for the first time since they were read.
async fn name(scope: &Scope, snapshot: &Snapshot, watches: &Watches, happened: &[Happened]) -> Result<()> {
    let mut nameless: Vec<Uuid> = Vec::new();
    for happened in happened {
        let is_told = |(id, standing): &&(Uuid, Standing)| {
            watches.who(*id).is_some_and(|who| {
                who.label.get().is_none() && happened.telling(*standing).any(|what| who.is_told_of(what))
            })
        };
        nameless.extend(happened.concerned.iter().filter(is_told).map(|(id, _)| *id));
    }
    if nameless.is_empty() {
        return Ok(());
    }
    nameless.sort_unstable();
    nameless.dedup();
    let speaking = |lang| Scope::new(scope.app().clone(), scope.tenant.clone(), Actor::System, lang);
    let scopes = Lang::ALL.map(|lang| (lang, speaking(lang)));
    for chunk in nameless.chunks(KEYS_PER_SELECT) {
        let these = Column::Id.is_in(chunk.iter().copied().map(SubscriptionId));
        let rows = Entity::find().filter(these).all(&*scope.db().await?).await?;
        let langs = langs(scope, &rows).await?;
        for row in &rows {
            let lang = langs.get(&row.reader_id).copied().unwrap_or_default();
            let in_lang = scopes.iter().find(|(known, _)| *known == lang).map_or(scope, |(_, scope)| scope);
            if let Some(who) = watches.who(row.id.0) {
                who.label.get_or_init(|| label(in_lang, snapshot, row).into_boxed_str());
            }
        }
    }
    Ok(())
}

/// The languages of those whose subscriptions these are: of their accounts, else their own.
async fn langs(scope: &Scope, rows: &[Model]) -> Result<HashMap<ReaderId, Lang>> {
    let mut readers: Vec<ReaderId> = rows.iter().map(|row| row.reader_id).collect();
    readers.sort_unstable();
    readers.dedup();
    let readers = notices::readers::many(scope, &readers).await?;
    let accounts: Vec<_> = readers.values().filter_map(|reader| reader.account_id).collect();
    let accounts = identity::accounts::many(scope, &accounts).await?;
    let lang = |reader: &Reader| match reader.account_id.and_then(|id| accounts.get(&id)) {
        Some(account) => account.lang(),
        None => reader.lang(),
    };
    Ok(readers.iter().map(|(id, reader)| (*id, lang(reader))).collect())
}

/// Writes what readers are told, and what happened. Returns how many notices were written or changed.
pub(super) async fn write(tx: &mut Tx, happened: &[Happened], fan: Fan) -> Result<usize> {
    let full_again: Vec<&Happened> = happened.iter().filter(|happened| happened.is_full_again).collect();
    let mut readers: Vec<ReaderId> = fan.items.iter().map(|item| item.reader).collect();
    for happened in &full_again {
        readers.extend(notices::waiting_for(tx, happened.entity, happened.id).await?);
    }
    // All of them at once and before anything of theirs, as everybody does: two could wait for each other otherwise.
    notices::readers::hold(tx, &readers).await?;
    for happened in full_again {
        notices::take_back(tx, happened.entity, happened.id, What::PlaceFreed).await?;
    }
    log(tx, happened).await?;
    if fan.items.is_empty() {
        return Ok(0);
    }
    let now = tx.scope().now();
    let because: Vec<SubscriptionId> = fan.because.into_iter().collect();
    for chunk in because.chunks(KEYS_PER_SELECT) {
        Entity::update_many()
            .col_expr(Column::LastToldAt, Expr::value(now))
            .filter(Column::Id.is_in(chunk.iter().copied()))
            .exec(tx.db())
            .await?;
    }
    notices::add(tx, fan.items).await
}

/// Notes what happened, for those who are about to ask to be told.
async fn log(tx: &Tx, happened: &[Happened]) -> Result<()> {
    let now: DateTime<Utc> = tx.scope().now();
    let mut rows = Vec::new();
    for happened in happened {
        for what in &happened.became.whats {
            rows.push(happening::ActiveModel {
                id: Set(kernel::ids::at(now)),
                what: Set(*what),
                entity: Set(happened.entity.to_owned()),
                entity_id: Set(happened.id),
                told: Set(happened.content()?),
                at: Set(now),
            });
        }
    }
    for chunk in rows.chunks(ROWS_PER_INSERT) {
        happening::Entity::insert_many(chunk.iter().cloned()).exec_without_returning(tx.db()).await?;
    }
    Ok(())
}
