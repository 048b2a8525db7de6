//! What is due leaves: one mail per reader and moment, in the transaction that notes that it left.
//!
//! Whatever stops in between takes mail and note back together, so nothing is told twice or lost. Readers are locked
//! while they are told, so that nobody adds to what is just leaving.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};
use identity::{Account, AccountId, ChildId};
use kernel::{
    error::Result,
    holidays,
    i18n::Lang,
    mail::{self, Lane, Mail},
    scope::{Actor, Scope, Tx},
    search::Snapshot,
};
use sea_orm::{
    ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _, sea_query::Expr,
};

use crate::{
    add::AT_ONCE_AGAIN,
    content::Content,
    gathered::Gathered,
    link,
    notice::{Column, Entity, Model, NoticeId, WAITING},
    push::{self, Push},
    reader::{self, Model as Reader, ReaderId},
    readers,
    schedule::due,
    what::{Frequency, What},
    words,
};

/// Readers who are told in one transaction.
const READERS_AT_ONCE: usize = 200;
/// Notices that are looked at to find them.
const LOOKED_AT: u64 = 4000;

/// How long after the last of it happened a notice may be newer than what is known to be public.
const UNSETTLED: TimeDelta = TimeDelta::seconds(30);

/// What left.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Delivered {
    /// Notices that are dealt with.
    pub notices: usize,
    /// Mails that were written.
    pub mails: usize,
    /// Messages that were written to browsers.
    pub pushes: usize,
    /// Notices that were dropped: their entries are no longer public.
    pub dropped: usize,
}

/// Lets leave what is due in the city, the urgent first.
pub async fn deliver_due(scope: &Scope) -> Result<Delivered> {
    let mut all = Delivered::default();
    if readers_due(scope, true).await?.is_empty() && readers_due(scope, false).await?.is_empty() {
        return Ok(all);
    }
    let scope = scope.acting_as(Actor::System);
    loop {
        let mut readers = readers_due(&scope, true).await?;
        if readers.is_empty() {
            readers = readers_due(&scope, false).await?;
        }
        if readers.is_empty() {
            return Ok(all);
        }
        let settled_at = scope.now();
        // What was published a moment ago is public, and what was hidden is not.
        scope.settle().await?;
        let snapshot = scope.snapshot().await?;
        let mut tx = scope.begin().await?;
        let left = tell(&mut tx, &Public { snapshot: &snapshot, settled_at }, &readers).await?;
        tx.commit().await?;
        all.notices += left.notices;
        all.mails += left.mails;
        all.pushes += left.pushes;
        all.dropped += left.dropped;
    }
}

/// Some readers for whom something is due, those who wait longest first.
async fn readers_due(scope: &Scope, is_urgent: bool) -> Result<Vec<ReaderId>> {
    // In the index's own order, so that no more is read than is taken.
    let due = Entity::find()
        .select_only()
        .column(Column::ReaderId)
        .filter(Column::Waiting.eq(WAITING))
        .filter(Column::IsUrgent.eq(is_urgent))
        .filter(Column::DueAt.lte(scope.now()))
        .order_by_asc(Column::DueAt)
        .order_by_asc(Column::ReaderId)
        .limit(LOOKED_AT);
    let mut readers: Vec<ReaderId> = due.into_tuple().all(&*scope.fresh().db().await?).await?;
    let mut seen = HashSet::new();
    readers.retain(|reader| seen.insert(*reader));
    readers.truncate(READERS_AT_ONCE);
    Ok(readers)
}

/// What becomes of the notices of one batch.
#[derive(Default)]
struct Outcome {
    /// They left by mail.
    mailed: Vec<NoticeId>,
    /// They wait no more, without a mail.
    kept: Vec<NoticeId>,
    /// Their entries are no longer public.
    gone: Vec<NoticeId>,
    /// They wait on, until then.
    later: BTreeMap<DateTime<Utc>, Vec<NoticeId>>,
    /// Who was told something at once.
    told_at_once: Vec<ReaderId>,
    mails: Vec<Mail>,
    pushes: Vec<Push>,
}

async fn tell(tx: &mut Tx, public: &Public<'_>, ids: &[ReaderId]) -> Result<Delivered> {
    let scope = tx.scope().clone();
    let now = scope.now();
    let readers = readers::lock(tx, ids).await?;
    let rows = Entity::find()
        .filter(Column::ReaderId.is_in(ids.iter().copied()))
        .filter(Column::Waiting.eq(WAITING))
        .filter(Column::DueAt.lte(now))
        .order_by_asc(Column::Id)
        .all(tx.db())
        .await?;
    let mut by_reader: BTreeMap<ReaderId, Vec<Model>> = BTreeMap::new();
    for row in rows {
        by_reader.entry(row.reader_id).or_default().push(row);
    }
    let accounts: Vec<AccountId> = readers.values().filter_map(|reader| reader.account_id).collect();
    let accounts = identity::accounts::many(&scope, &accounts).await?;
    let mut outcome = Outcome::default();
    for (id, rows) in &by_reader {
        let Some(reader) = readers.get(id) else { continue };
        let account = reader.account_id.and_then(|account| accounts.get(&account));
        let children = children(&scope, reader, rows).await?;
        one(&scope, public, Told { reader, account, children: &children }, rows, &mut outcome)?;
    }
    note(tx, outcome).await
}

/// Who is told.
struct Told<'a> {
    reader: &'a Reader,
    account: Option<&'a Account>,
    children: &'a HashMap<ChildId, String>,
}

/// The names of a reader's children, if something is told for one.
async fn children(scope: &Scope, reader: &Reader, rows: &[Model]) -> Result<HashMap<ChildId, String>> {
    let for_child = rows.iter().flat_map(|row| &row.reasons).any(|reason| reason.child.is_some());
    match reader.account_id.filter(|_| for_child) {
        Some(account) => {
            let rows = identity::children::of_guardian(scope, account).await?;
            Ok(rows.into_iter().map(|row| (row.id, row.name)).collect())
        }
        None => Ok(HashMap::new()),
    }
}

/// What people can see.
struct Public<'a> {
    snapshot: &'a Snapshot,
    /// When the snapshot was brought up to what was committed.
    settled_at: DateTime<Utc>,
}

impl Public<'_> {
    /// Whether people can still see what a notice is about.
    fn has(&self, row: &Model) -> bool {
        self.snapshot.is_public(&row.entity, row.entity_id)
    }

    /// Whether the snapshot may be older than what a notice is about: another server may have published it since.
    fn is_behind(&self, row: &Model) -> bool {
        self.settled_at < row.updated_at + UNSETTLED
    }
}

/// Whether it is told only while it can be seen. Of what was called off and of decisions people hear all the same.
fn must_be_public(what: What) -> bool {
    !matches!(what, What::CalledOff | What::Alert | What::Announcement | What::Decision)
}

/// Whether an alert is over.
fn is_over(row: &Model, now: DateTime<Utc>) -> bool {
    let expires = Content::read(&row.told).facts.remove("expires");
    let expires = expires.as_ref().and_then(|at| at.as_str()).and_then(|at| at.parse::<DateTime<Utc>>().ok());
    row.what == What::Alert && expires.is_some_and(|at| at <= now)
}

fn one(scope: &Scope, public: &Public<'_>, told: Told<'_>, rows: &[Model], outcome: &mut Outcome) -> Result<()> {
    let (now, reader) = (scope.now(), told.reader);
    if !reader.is_listening() {
        outcome.kept.extend(rows.iter().map(|row| row.id));
        return Ok(());
    }
    let (mut urgent, mut rest) = (Vec::new(), Vec::new());
    for row in rows {
        let is_public = public.has(row);
        let is_missing = must_be_public(row.what) && !is_public;
        if is_over(row, now) || (is_missing && !public.is_behind(row)) {
            outcome.gone.push(row.id);
        } else if is_missing {
            outcome.later.entry(now + UNSETTLED).or_default().push(row.id);
        } else if row.is_urgent {
            urgent.push((row, is_public));
        } else {
            rest.push((row, is_public));
        }
    }
    // Somebody who got a mail a moment ago gets what came meanwhile in one more, not in one each.
    let again = reader.last_at_once.map(|last| last + AT_ONCE_AGAIN).filter(|again| *again > now);
    if let Some(again) = again
        && rest.iter().all(|(row, _)| row.frequency == Frequency::AtOnce)
        && !rest.is_empty()
    {
        let zone = scope.tenant.time_zone;
        let moment = due(Frequency::AtOnce, &reader.settings(), &holidays::is_holiday, zone, again);
        outcome.later.entry(moment).or_default().extend(rest.drain(..).map(|(row, _)| row.id));
    }
    if rest.iter().any(|(row, _)| row.frequency == Frequency::AtOnce) {
        outcome.told_at_once.push(reader.id);
    }
    let lang = told.account.map_or_else(|| reader.lang(), Account::lang);
    let speaking = words::speaking(scope, lang);
    for (rows, is_urgent) in [(urgent, true), (rest, false)] {
        if rows.is_empty() {
            continue;
        }
        let ids: Vec<NoticeId> = rows.iter().map(|(row, _)| row.id).collect();
        let gathered = Gathered::new(reader, rows, told.children);
        outcome.pushes.push(Push {
            reader: reader.id,
            title: gathered.subject(&speaking),
            body: gathered.body(&speaking),
            path: gathered.path(),
            tag: ids.first().map(|id| id.global()).unwrap_or_default(),
            is_urgent,
        });
        let address = match reader.account_id {
            Some(_) => told.account.and_then(Account::verified_email).map(str::to_owned),
            None => reader.email.clone(),
        };
        match address {
            Some(to) => {
                outcome.mails.push(letter(&speaking, &gathered, (to, lang), is_urgent)?);
                outcome.mailed.extend(ids);
            }
            None => outcome.kept.extend(ids),
        }
    }
    Ok(())
}

fn letter(scope: &Scope, gathered: &Gathered<'_>, (to, lang): (String, Lang), is_urgent: bool) -> Result<Mail> {
    let lane = match (is_urgent, gathered.frequency()) {
        (true, _) => Lane::Urgent,
        (false, Frequency::AtOnce) => Lane::Normal,
        (false, Frequency::Daily | Frequency::Weekly) => Lane::Bulk,
    };
    Ok(Mail {
        lane,
        template: if is_urgent { "notices/alert" } else { "notices/gathered" },
        lang,
        to,
        account: gathered.reader.account_id.map(|account| account.0),
        args: gathered.args(scope)?,
        unsubscribe: Some(link::make(scope, gathered.reader, gathered.only_reason())?),
    })
}

/// Writes what leaves, and that it left.
async fn note(tx: &mut Tx, outcome: Outcome) -> Result<Delivered> {
    let now = tx.scope().now();
    let delivered = Delivered {
        notices: outcome.mailed.len() + outcome.kept.len(),
        mails: outcome.mails.len(),
        pushes: push::enqueue(tx, &outcome.pushes).await?,
        dropped: outcome.gone.len(),
    };
    mail::enqueue_many(tx, outcome.mails).await?;
    for (ids, mailed_at) in [(outcome.mailed, Some(now)), (outcome.kept, None)] {
        for chunk in ids.chunks(readers::KEYS_PER_SELECT) {
            Entity::update_many()
                .col_expr(Column::Waiting, Expr::value(Option::<i32>::None))
                .col_expr(Column::MailedAt, Expr::value(mailed_at))
                .filter(Column::Id.is_in(chunk.iter().copied()))
                .exec(tx.db())
                .await?;
        }
    }
    for chunk in outcome.gone.chunks(readers::KEYS_PER_SELECT) {
        Entity::delete_many().filter(Column::Id.is_in(chunk.iter().copied())).exec(tx.db()).await?;
    }
    for (moment, ids) in outcome.later {
        Entity::update_many()
            .col_expr(Column::DueAt, Expr::value(moment))
            .filter(Column::Id.is_in(ids))
            .exec(tx.db())
            .await?;
    }
    if !outcome.told_at_once.is_empty() {
        reader::Entity::update_many()
            .col_expr(reader::Column::LastAtOnce, Expr::value(Some(now)))
            .filter(reader::Column::Id.is_in(outcome.told_at_once))
            .exec(tx.db())
            .await?;
    }
    Ok(delivered)
}
