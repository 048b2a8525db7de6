//! Addresses that nothing is sent to any more, and why.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};
use sea_orm::{
    ActiveValue::Set, ColumnTrait as _, Condition, EntityTrait as _, PaginatorTrait as _, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, sea_query::OnConflict,
};

use super::normal_address;
use crate::{
    error::Result,
    scope::{Scope, Tx},
};

/// How many strikes suppress an address,
const STRIKES: i32 = 3;
/// if they come within this time,
const STRIKES_WITHIN: Duration = Duration::days(7);
/// and for how long.
const AFTER_STRIKES: Duration = Duration::days(30);
/// Addresses asked for with one query.
const AT_ONCE: usize = 500;
/// Characters of a reason's detail that are kept.
const MAX_DETAIL: usize = 300;

mod suppressed {
    use sea_orm::entity::prelude::*;

    #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
    #[sea_orm(table_name = "mail_suppressed")]
    pub(super) struct Model {
        #[sea_orm(primary_key, auto_increment = false)]
        pub address: String,
        pub reason: String,
        pub detail: String,
        pub strikes: i32,
        pub since: ChronoDateTimeUtc,
        pub until: Option<ChronoDateTimeUtc>,
    }

    #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
    pub(super) enum Relation {}

    impl ActiveModelBehavior for ActiveModel {}
}

use suppressed::{Column, Entity};

/// Why an address is sent nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// Its server would not take a mail, without saying that the address is gone; a strike.
    Refused,
    /// Its mailbox is full; a strike.
    MailboxFull,
    /// There is no such mailbox.
    HardBounce,
    /// Its reader complained to their provider.
    Complaint,
}

impl Reason {
    /// Its name, as it is kept and shown.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Refused => "REFUSED",
            Self::MailboxFull => "MAILBOX_FULL",
            Self::HardBounce => "HARD_BOUNCE",
            Self::Complaint => "COMPLAINT",
        }
    }

    fn named(name: &str) -> Self {
        [Self::Refused, Self::MailboxFull, Self::HardBounce]
            .into_iter()
            .find(|reason| reason.as_str() == name)
            .unwrap_or(Self::Complaint)
    }

    /// Whether it takes several within a time.
    fn is_strike(self) -> bool {
        matches!(self, Self::Refused | Self::MailboxFull)
    }
}

/// An address that is sent nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suppressed {
    /// The address, in the form in which it is compared.
    pub address: String,
    /// Why.
    pub reason: Reason,
    /// What its server said, or who complained; not for everybody's eyes.
    pub detail: String,
    /// When it began.
    pub since: DateTime<Utc>,
    /// When it ends; never by itself if there is none.
    pub until: Option<DateTime<Utc>>,
}

impl From<suppressed::Model> for Suppressed {
    fn from(row: suppressed::Model) -> Self {
        let reason = Reason::named(&row.reason);
        Self { address: row.address, reason, detail: row.detail, since: row.since, until: row.until }
    }
}

/// Notes what speaks against an address. A bounce or a complaint suppresses it at once; full mailboxes and refusals when
/// there are three within a week, for 30 days. Returns whether the address is suppressed now.
pub async fn add(tx: &mut Tx, address: &str, reason: Reason, detail: &str) -> Result<bool> {
    let (address, now) = (normal_address(address), tx.scope().now());
    let known = Entity::find_by_id(address.as_str()).one(tx.db()).await?;
    let is_active = known.as_ref().is_some_and(|row| row.until.is_none_or(|until| until > now));
    // What weighs more stays, and what is suppressed stays so for as long as was said.
    if is_active && known.as_ref().is_some_and(|row| row.until.is_none() && Reason::named(&row.reason) >= reason) {
        return Ok(true);
    }
    let (strikes, since, until) = if reason.is_strike() {
        let recent = known.filter(|row| row.strikes > 0 && row.since > now - STRIKES_WITHIN && !is_active);
        let (strikes, since) = recent.map_or((1, now), |row| (row.strikes + 1, row.since));
        // Under way to it: an end that has passed already.
        let until = if strikes >= STRIKES || is_active { now + AFTER_STRIKES } else { since };
        (strikes, since, Some(until))
    } else {
        (0, now, None)
    };
    let row = suppressed::ActiveModel {
        address: Set(address),
        reason: Set(reason.as_str().to_owned()),
        detail: Set(detail.chars().filter(|c| !c.is_control()).take(MAX_DETAIL).collect()),
        strikes: Set(strikes),
        since: Set(since),
        until: Set(until),
    };
    let on_conflict = OnConflict::column(Column::Address)
        .update_columns([Column::Reason, Column::Detail, Column::Strikes, Column::Since, Column::Until])
        .to_owned();
    Entity::insert(row).on_conflict(on_conflict).exec_without_returning(tx.db()).await?;
    Ok(until.is_none_or(|until| until > now))
}

/// Lets an address be written to again. Returns whether it was not.
pub async fn lift(tx: &mut Tx, address: &str) -> Result<bool> {
    let active = is_active(tx.scope().now()).add(Column::Address.eq(normal_address(address)));
    let was_suppressed = Entity::find().filter(active).one(tx.db()).await?.is_some();
    forget(tx, address).await?;
    Ok(was_suppressed)
}

/// Forgets what is known of an address.
pub(super) async fn forget(tx: &Tx, address: &str) -> Result<()> {
    Entity::delete_by_id(normal_address(address)).exec(tx.db()).await?;
    Ok(())
}

/// Forgets what ended before a moment.
pub(super) async fn forget_before(tx: &Tx, moment: DateTime<Utc>) -> Result<()> {
    Entity::delete_many().filter(Column::Until.lt(moment)).exec(tx.db()).await?;
    Ok(())
}

/// Those of the addresses that are sent nothing, by the text that was given.
pub async fn of(scope: &Scope, addresses: &[String]) -> Result<HashMap<String, Suppressed>> {
    let asked: Vec<(String, &String)> = addresses.iter().map(|address| (normal_address(address), address)).collect();
    let db = scope.db().await?;
    let mut found: HashMap<String, Suppressed> = HashMap::new();
    for some in asked.chunks(AT_ONCE) {
        let among = Column::Address.is_in(some.iter().map(|(normal, _)| normal.as_str()));
        let rows = Entity::find().filter(is_active(scope.now()).add(among)).all(&*db).await?;
        found.extend(rows.into_iter().map(|row| (row.address.clone(), row.into())));
    }
    let given = asked.into_iter().filter_map(|(normal, given)| Some((given.clone(), found.get(&normal)?.clone())));
    Ok(given.collect())
}

/// Addresses that are sent nothing, in their order; at most `first`, those after the address `after`.
pub async fn list(scope: &Scope, first: u64, after: Option<&str>) -> Result<Vec<Suppressed>> {
    let mut rows = Entity::find().filter(is_active(scope.now())).order_by_asc(Column::Address).limit(first);
    if let Some(after) = after {
        rows = rows.filter(Column::Address.gt(after));
    }
    Ok(rows.all(&*scope.db().await?).await?.into_iter().map(Into::into).collect())
}

/// How many addresses are sent nothing.
pub(super) async fn count(scope: &Scope) -> Result<u64> {
    Ok(Entity::find().filter(is_active(scope.now())).count(&*scope.db().await?).await?)
}

fn is_active(now: DateTime<Utc>) -> Condition {
    Condition::all().add(Condition::any().add(Column::Until.is_null()).add(Column::Until.gt(now)))
}
