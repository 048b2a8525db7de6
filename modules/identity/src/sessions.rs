//! Sessions: kept on the server, known to the browser by a random token in a cookie.
//!
//! A session ends when it was not used for so long, and at the latest so long after it was opened; sooner for those who
//! may do much. Both are judged by what the person holds when it is used: an old session does not outlive an appointment.

use chrono::{DateTime, Duration, Utc};
use kernel::{
    access::{Grant, Person, Role, Via},
    error::{Fault, Result},
    keys::fingerprint,
    scope::{Scope, Tx},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    sea_query::{Expr, ExprTrait as _},
};

use crate::{
    account::AccountId,
    accounts, device, policy, roles,
    session::{ActiveModel, Column, Entity, Model, SessionId},
};

/// The longest time between two uses.
pub const IDLE: Duration = Duration::days(14);
/// The longest life.
pub const LIFE: Duration = Duration::days(60);
/// The longest time between two uses, for editors and above.
pub const IDLE_OF_POWERFUL: Duration = Duration::hours(12);
/// The longest life, for editors and above.
pub const LIFE_OF_POWERFUL: Duration = Duration::days(7);
/// How exactly it is known when a session was last used.
pub const TOUCH_EVERY: Duration = Duration::minutes(5);
/// Sessions that are listed.
const MAX_LISTED: u64 = 100;

/// A session that goes on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resumed {
    /// Who is signed in, with what they hold now.
    pub person: Person,
    /// The session.
    pub session: SessionId,
    /// Whether it is time to call [`touch`].
    pub seen_long_ago: bool,
}

/// A browser that somebody is signed in with.
#[derive(Clone, Debug, PartialEq)]
pub struct Device {
    /// Its session.
    pub session: Model,
    /// Whether it is the one that asks.
    pub is_current: bool,
}

/// How long somebody may stay away, and how long a session lives.
fn limits(grants: &[Grant]) -> (Duration, Duration) {
    if grants.iter().any(|grant| grant.role >= Role::Editor) {
        (IDLE_OF_POWERFUL, LIFE_OF_POWERFUL)
    } else {
        (IDLE, LIFE)
    }
}

/// Opens a session on a host and returns its token, for the browser's cookie. Every sign-in opens one: no token from
/// before a sign-in means anything after it.
pub async fn open(tx: &mut Tx, account: AccountId, host: &str, user_agent: &str) -> Result<String> {
    let now = tx.scope().now();
    let (_, life) = limits(&roles::held(tx.db(), account).await?);
    let token = tx.scope().app().keys.random_token()?;
    let row = ActiveModel {
        id: Set(SessionId::new(now)),
        token: Set(fingerprint(&token)),
        account_id: Set(account),
        host: Set(host.to_owned()),
        device: Set(device::label(user_agent)),
        created_at: Set(now),
        seen_at: Set(now),
        expires_at: Set(now + life),
    };
    Entity::insert(row).exec_without_returning(tx.db()).await?;
    accounts::seen(tx, account).await?;
    Ok(token)
}

/// The session of a token, if it goes on: two queries, since every request of a signed-in browser asks.
pub async fn resume(scope: &Scope, token: &str, host: &str) -> Result<Option<Resumed>> {
    let now = scope.now();
    let db = scope.db().await?;
    let row = Entity::find()
        .filter(Column::Token.eq(fingerprint(token)))
        .filter(Column::Host.eq(host))
        .filter(Column::ExpiresAt.gt(now))
        .one(&*db)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let grants = roles::held(&*db, row.account_id).await?;
    let (idle, life) = limits(&grants);
    if row.seen_at + idle <= now || row.created_at + life <= now {
        return Ok(None);
    }
    let person = Person { account: row.account_id.0, via: Via::Session(row.id.0), grants };
    Ok(Some(Resumed { person, session: row.id, seen_long_ago: row.seen_at + TOUCH_EVERY <= now }))
}

/// Notes that a session is being used.
pub async fn touch(tx: &mut Tx, id: SessionId) -> Result<()> {
    let Some(row) = Entity::find_by_id(id).one(tx.db()).await? else { return Ok(()) };
    let now = tx.scope().now();
    let seen = Entity::update_many().col_expr(Column::SeenAt, Expr::value(now)).filter(Column::Id.eq(id));
    seen.exec(tx.db()).await?;
    accounts::seen(tx, row.account_id).await
}

/// Gives a session a new token, which is returned, and makes the old one worthless; nothing if there is no such session.
pub async fn rotate(tx: &mut Tx, token: &str) -> Result<Option<String>> {
    let new = tx.scope().app().keys.random_token()?;
    let changed = Entity::update_many()
        .col_expr(Column::Token, Expr::value(fingerprint(&new)))
        .filter(Column::Token.eq(fingerprint(token)))
        .exec(tx.db())
        .await?;
    Ok((changed.rows_affected == 1).then_some(new))
}

/// Signs out.
pub async fn close(tx: &mut Tx, token: &str) -> Result<()> {
    Entity::delete_many().filter(Column::Token.eq(fingerprint(token))).exec(tx.db()).await?;
    Ok(())
}

/// The browsers that the person is signed in with, the last used first.
pub async fn list(scope: &Scope) -> Result<Vec<Device>> {
    let (account, current) = own(scope)?;
    let now = scope.now();
    let (idle, life) = limits(&scope.person()?.grants);
    let rows = Entity::find()
        .filter(Column::AccountId.eq(account))
        .filter(Column::ExpiresAt.gt(now))
        .filter(Column::SeenAt.gt(now - idle))
        .filter(Column::CreatedAt.gt(now - life))
        .order_by_desc(Column::SeenAt)
        .order_by_desc(Column::Id)
        .limit(MAX_LISTED)
        .all(&*scope.db().await?)
        .await?;
    Ok(rows.into_iter().map(|session| Device { is_current: session.id == current, session }).collect())
}

/// Signs one of the person's own browsers out.
pub async fn revoke(tx: &mut Tx, id: SessionId) -> Result<()> {
    let (account, _) = own(tx.scope())?;
    let which = Entity::delete_many().filter(Column::Id.eq(id)).filter(Column::AccountId.eq(account));
    if which.exec(tx.db()).await?.rows_affected == 0 {
        return Err(Fault::not_found());
    }
    Ok(())
}

/// Signs all of the person's browsers out but the one that asks; how many they were.
pub async fn revoke_others(tx: &mut Tx) -> Result<u64> {
    let (account, current) = own(tx.scope())?;
    let which = Entity::delete_many().filter(Column::AccountId.eq(account)).filter(Column::Id.ne(current));
    Ok(which.exec(tx.db()).await?.rows_affected)
}

/// The person's account and the session that asks. Programs have no devices.
fn own(scope: &Scope) -> Result<(AccountId, SessionId)> {
    let person = scope.person()?;
    scope.actor.require(policy::is_self(&scope.actor, person.account))?;
    let Via::Session(session) = person.via else { return Err(Fault::forbidden()) };
    Ok((AccountId(person.account), SessionId(session)))
}

/// Forgets sessions that have ended.
pub(crate) async fn forget_ended(tx: &mut Tx, now: DateTime<Utc>) -> Result<()> {
    let ended = Column::ExpiresAt.lte(now).or(Column::SeenAt.lte(now - IDLE));
    Entity::delete_many().filter(ended).exec(tx.db()).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_who_may_do_much_are_asked_again_sooner() {
        let grant = |role| Grant { role, party: None };
        assert_eq!(limits(&[]), (IDLE, LIFE));
        assert_eq!(limits(&[grant(Role::Contributor), grant(Role::Manager)]), (IDLE, LIFE));
        for role in [Role::Editor, Role::Admin, Role::Operator] {
            assert_eq!(limits(&[grant(Role::Manager), grant(role)]), (IDLE_OF_POWERFUL, LIFE_OF_POWERFUL));
        }
    }
}
