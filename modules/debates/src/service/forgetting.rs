//! What is forgotten: with an account, and after a while.
//!
//! | what | until |
//! | --- | --- |
//! | questions that nobody confirmed | seven days after they were written |
//! | addresses of those who asked and supported, sealed or digested | 90 days after the debate was over |
//! | questions that were rejected or taken back | as long |
//! | who asked and supported what, of those with an account | the account goes |

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};
use identity::AccountId;
use kernel::{
    changes::Operation,
    error::Result,
    scope::{Scope, Tx},
};
use sea_orm::{
    ActiveModelTrait as _,
    ActiveValue::Set,
    ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    sea_query::{Expr, Query},
};

use super::{lock, merging, moderation};
use crate::{
    QUESTION_ENTITY,
    debate::{self, DebateId, Window},
    person,
    question::{Column, Entity, Model, QuestionId},
    states::State,
    support,
};

/// How long a question waits for its asker.
const UNCONFIRMED: Duration = Duration::days(7);
/// How long addresses are kept after a debate was over.
const ADDRESSES: Duration = Duration::days(90);

/// Forgets what has been kept for long enough. Run again it does nothing more.
pub(crate) async fn forget_old(scope: &Scope) -> Result<()> {
    let now = scope.now();
    let tx = scope.begin().await?;
    Entity::delete_many()
        .filter(Column::State.eq(State::Unconfirmed))
        .filter(Column::CreatedAt.lt(now - UNCONFIRMED))
        .exec(tx.db())
        .await?;
    tx.commit().await?;
    // When a debate was over is computed where no end was given, so the database finds only what may be due.
    let due = debate::Entity::find()
        .filter(debate::Column::ForgottenAt.is_null())
        .filter(debate::Column::StartsAt.lt(now - ADDRESSES));
    let due = due.order_by_asc(debate::Column::Id).all(&*scope.fresh().db().await?).await?;
    for debate in due.into_iter().filter(|debate| is_due(debate, now)) {
        forget_addresses(scope, debate.id).await?;
    }
    Ok(())
}

fn is_due(debate: &debate::Model, now: DateTime<Utc>) -> bool {
    debate.forgotten_at.is_none() && debate.over_at().max(debate.closes_at()) + ADDRESSES < now
}

/// Forgets the addresses of a debate. Who supports several questions is still told from others by a number.
async fn forget_addresses(scope: &Scope, id: DebateId) -> Result<()> {
    let now = scope.now();
    let mut tx = scope.begin().await?;
    // Somebody may have put it off since it was looked for.
    if lock(&tx, id).await?.is_none_or(|debate| !is_due(&debate, now)) {
        return Ok(());
    }
    let gone = [State::Rejected, State::Withdrawn, State::Unconfirmed];
    Entity::delete_many()
        .filter(Column::DebateId.eq(id))
        .filter(Column::State.is_in(gone))
        .filter(Column::MergedInto.is_null())
        .exec(tx.db())
        .await?;
    let nothing = || Expr::value(Option::<String>::None);
    Entity::update_many()
        .col_expr(Column::Digest, nothing())
        .col_expr(Column::Address, nothing())
        .filter(Column::DebateId.eq(id))
        .exec(tx.db())
        .await?;
    let of_debate = || Query::select().column(Column::Id).from(Entity).and_where(Column::DebateId.eq(id)).to_owned();
    let digests: Vec<Option<String>> = support::Entity::find()
        .select_only()
        .column(support::Column::Digest)
        .distinct()
        .filter(support::Column::Digest.is_not_null())
        .filter(support::Column::QuestionId.in_subquery(of_debate()))
        .into_tuple()
        .all(tx.db())
        .await?;
    let mut numbers: HashMap<String, String> = HashMap::new();
    // In an order that tells nothing of who came first.
    let mut sorted: Vec<String> = digests.into_iter().flatten().collect();
    sorted.sort_unstable();
    for digest in sorted {
        let number = numbers.len() + 1;
        numbers.insert(digest, number.to_string());
    }
    for (digest, number) in numbers {
        support::Entity::update_many()
            .col_expr(support::Column::Digest, Expr::value(number))
            .filter(support::Column::Digest.eq(digest))
            .filter(support::Column::QuestionId.in_subquery(of_debate()))
            .exec(tx.db())
            .await?;
    }
    let row = debate::ActiveModel { id: Set(id), forgotten_at: Set(Some(now)), ..Default::default() };
    row.update(tx.db()).await?;
    tx.changed(crate::ENTITY, id.0, Operation::Upsert);
    tx.commit().await
}

/// All that an account asked, the oldest first.
pub(crate) async fn all_by(scope: &Scope, account: AccountId) -> Result<Vec<Model>> {
    let whose = of_account(scope, account, Column::AccountId, Column::Digest).await?;
    Ok(Entity::find().filter(whose).order_by_asc(Column::Id).all(&*scope.db().await?).await?)
}

/// All that an account supports, the oldest first, and since when.
pub(crate) async fn supported_by(scope: &Scope, account: AccountId) -> Result<Vec<(QuestionId, DateTime<Utc>)>> {
    let whose = of_account(scope, account, support::Column::AccountId, support::Column::Digest).await?;
    let rows = support::Entity::find().filter(whose).order_by_asc(support::Column::Id);
    let rows = rows.all(&*scope.db().await?).await?;
    Ok(rows.into_iter().map(|row| (row.question_id, row.created_at)).collect())
}

/// The rows of an account, by itself or by its address.
async fn of_account<C: sea_orm::ColumnTrait>(
    scope: &Scope,
    account: AccountId,
    by_account: C,
    by_digest: C,
) -> Result<Condition> {
    let whose = Condition::any().add(by_account.eq(account));
    let row = identity::accounts::find(scope, account).await?;
    // An address that nobody has shown to be theirs may be anybody's.
    let address = row.as_ref().and_then(|account| account.verified_email());
    Ok(match address {
        Some(address) => whose.add(by_digest.eq(person::digest(scope, address)?)),
        None => whose,
    })
}

/// Forgets who an account's person was: what is public, or stands behind what is, stays without them; anything else
/// they asked goes. Their supports go while supports are taken, or whoever erases an account and makes another could
/// support again and again; afterwards they stay, nobody's.
pub(crate) async fn erase(tx: &mut Tx, account: AccountId) -> Result<()> {
    let scope = tx.scope().clone();
    let asked = of_account(&scope, account, Column::AccountId, Column::Digest).await?;
    let supports = of_account(&scope, account, support::Column::AccountId, support::Column::Digest).await?;
    let asked: Vec<Model> = Entity::find().filter(asked).order_by_asc(Column::Id).all(tx.db()).await?;
    let supports = support::Entity::find().filter(supports).all(tx.db()).await?;
    let supported = supports.iter().map(|support| support.question_id);
    let supported: Vec<Model> = Entity::find().filter(Column::Id.is_in(supported)).all(tx.db()).await?;
    let mut debates: Vec<DebateId> = asked.iter().chain(&supported).map(|row| row.debate_id).collect();
    // In one order, so that two who erase do not wait for each other for ever.
    debates.sort_unstable();
    debates.dedup();
    let mut open = Vec::new();
    for id in debates {
        let debate = lock(tx, id).await?;
        if debate.is_some_and(|debate| !matches!(debate.window(scope.now()), Window::Closed(_))) {
            open.push(id);
        }
    }
    let (gone, kept): (Vec<_>, Vec<_>) = supports.iter().partition(|support| {
        supported.iter().any(|row| row.id == support.question_id && open.contains(&row.debate_id))
    });
    let ids = |rows: Vec<&support::Model>| rows.into_iter().map(|row| row.id).collect::<Vec<_>>();
    support::Entity::delete_many().filter(support::Column::Id.is_in(ids(gone))).exec(tx.db()).await?;
    support::Entity::update_many()
        .col_expr(support::Column::AccountId, Expr::value(Option::<AccountId>::None))
        .col_expr(support::Column::Digest, Expr::value(Option::<String>::None))
        .filter(support::Column::Id.is_in(ids(kept)))
        .exec(tx.db())
        .await?;
    for row in supported.into_iter().filter(|row| open.contains(&row.debate_id)) {
        let root = merging::root_of(tx, row).await?;
        merging::recount(tx, root.debate_id, root.id).await?;
    }
    for row in asked {
        unlink(tx, row).await?;
    }
    for column in [Column::AnsweredBy, Column::DecidedBy] {
        Entity::update_many()
            .col_expr(column, Expr::value(Option::<AccountId>::None))
            .filter(column.eq(account))
            .exec(tx.db())
            .await?;
    }
    Ok(())
}

/// Forgets whose a question was, or the question if nobody sees it.
async fn unlink(tx: &mut Tx, row: Model) -> Result<()> {
    let stays = matches!(row.state, State::Published | State::Merged) || row.merged_into.is_some();
    if !stays {
        moderation::set_free(tx, &row).await?;
        Entity::delete_by_id(row.id).exec(tx.db()).await?;
        tx.changed(QUESTION_ENTITY, row.id.0, Operation::Delete);
        return Ok(());
    }
    let nothing = || Expr::value(Option::<String>::None);
    Entity::update_many()
        .col_expr(Column::Name, nothing())
        .col_expr(Column::Digest, nothing())
        .col_expr(Column::Address, nothing())
        .col_expr(Column::AccountId, Expr::value(Option::<AccountId>::None))
        .filter(Column::Id.eq(row.id))
        .exec(tx.db())
        .await?;
    tx.changed(QUESTION_ENTITY, row.id.0, Operation::Upsert);
    Ok(())
}
