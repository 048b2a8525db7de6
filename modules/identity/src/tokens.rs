//! API tokens: with which partners' own programs act, no further than the role and the institution that they were made
//! for, and no further than their account still reaches.
//!
//! A token is `tbl_`, 32 random characters (190 bits) and a checksum, so that one with a slip of the pen is told from one
//! that never was without asking the database, and scanners of public code find those that leak.

use chrono::{DateTime, Duration, Utc};
use directory::InstitutionId;
use kernel::{
    access::{Grant, Person, Role, Via},
    audit,
    error::{Fault, Result},
    keys::{Keys, fingerprint},
    refusal::{Outcome, Problem, none_of},
    scope::{Scope, Tx},
};
use sea_orm::{
    ActiveModelTrait as _,
    ActiveValue::Set,
    ColumnTrait as _, EntityTrait as _, PaginatorTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    sea_query::{Expr, ExprTrait as _},
};
use serde_json::json;

use crate::{
    account::AccountId,
    accounts,
    accounts::one_line,
    api_token::{ActiveModel, ApiTokenId, Column, Entity, Model},
    policy,
    refusal::Kind,
    roles,
};

/// What every token begins with.
pub const PREFIX: &str = "tbl_";
/// Days that a token lives if nobody says.
pub const USUAL_DAYS: i64 = 365;
/// Days that a token lives at most.
pub const MAX_DAYS: i64 = 730;
/// How exactly it is known when a token was last used.
pub const TOUCH_EVERY: Duration = Duration::minutes(5);
/// Tokens of one account that work.
pub const MAX_TOKENS: u64 = 20;
/// The longest name, in characters.
pub const MAX_NAME: usize = 60;
/// Random characters of a token.
const RANDOM: usize = 32;
/// Characters of its checksum: 62⁶ is more than 2³².
const CHECKSUM: usize = 6;
/// Characters by which people tell their tokens apart.
const HINT: usize = 4;
/// Tokens that are listed.
const MAX_LISTED: u64 = 200;
const BASE62: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/// A token to be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// What it is called.
    pub name: String,
    /// The role that it acts with.
    pub role: Role,
    /// The institution that the role is held at.
    pub party: Option<InstitutionId>,
    /// How many days it lives; [`USUAL_DAYS`] if nobody says.
    pub days: Option<i64>,
}

/// A token that works.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resumed {
    /// On whose behalf, with what is left of the token's rights.
    pub person: Person,
    /// The token.
    pub token: ApiTokenId,
    /// Whether it is time to call [`touch`].
    pub seen_long_ago: bool,
}

/// Makes a token for an account, and returns its text: the only time that it is known.
pub async fn create(tx: &mut Tx, account: AccountId, order: Order) -> Outcome<(Model, String), Kind> {
    let scope = tx.scope().clone();
    scope.actor.require(policy::may_make_token(&scope.actor, account.0))?;
    if accounts::find_in(tx.db(), account).await?.is_none() {
        return Err(Fault::not_found().into());
    }
    let grant = Grant { role: order.role, party: order.party.map(|party| party.0) };
    let name = one_line(&order.name);
    let days = order.days.unwrap_or(USUAL_DAYS);
    let mut problems = Vec::new();
    if name.is_empty() {
        problems.push(Problem::at(Kind::NameMissing, "name"));
    }
    if name.chars().count() > MAX_NAME {
        problems.push(Problem::at(Kind::NameTooLong, "name").with("most", MAX_NAME as u32));
    }
    if !(1..=MAX_DAYS).contains(&days) {
        problems.push(Problem::at(Kind::LifetimeWrong, "days").with("most", MAX_DAYS as u32));
    }
    if !policy::fits(grant.role, grant.party) && grant.role != Role::Citizen {
        let needs = if grant.party.is_none() { Kind::RoleNeedsInstitution } else { Kind::RoleOfWholeCity };
        problems.push(Problem::at(needs, "role"));
    } else if grant.role == Role::Citizen && grant.party.is_some() {
        problems.push(Problem::at(Kind::RoleOfEverybody, "role"));
    } else if policy::left_of(grant, &roles::held(tx.db(), account).await?) != Some(grant) {
        problems.push(Problem::at(Kind::RoleTooHigh, "role"));
    } else if let Some(party) = order.party
        && directory::service::find(&scope, party).await?.is_none()
    {
        problems.push(Problem::at(Kind::InstitutionUnknown, "institution"));
    }
    none_of(problems)?;
    accounts::lock(tx, account).await?;
    let now = scope.now();
    let working = Entity::find()
        .filter(Column::AccountId.eq(account))
        .filter(Column::RevokedAt.is_null())
        .filter(Column::ExpiresAt.is_null().or(Column::ExpiresAt.gt(now)));
    if working.count(tx.db()).await? >= MAX_TOKENS {
        return Err(Problem::new(Kind::TooManyTokens).with("most", MAX_TOKENS as u32).into());
    }
    let text = generate(&scope.app().keys)?;
    let row = Model {
        id: ApiTokenId::new(now),
        name,
        hint: text[text.len() - HINT..].to_owned(),
        token: fingerprint(&text),
        account_id: account,
        role: grant.role.as_str().to_owned(),
        party: grant.party,
        created_at: now,
        expires_at: Some(now + Duration::days(days)),
        last_used_at: None,
        revoked_at: None,
    };
    Entity::insert(ActiveModel::from(row.clone()).reset_all()).exec_without_returning(tx.db()).await?;
    audit::append(tx, "token.create", &row.id.global(), details(&row)).await?;
    Ok((row, text))
}

/// Who acts with a token, if it works; a slip of the pen costs no query.
pub async fn resume(scope: &Scope, text: &str) -> Result<Option<Resumed>> {
    if !is_well_formed(text) {
        return Ok(None);
    }
    let now = scope.now();
    let db = scope.db().await?;
    let row = Entity::find()
        .filter(Column::Token.eq(fingerprint(text)))
        .filter(Column::RevokedAt.is_null())
        .filter(Column::ExpiresAt.is_null().or(Column::ExpiresAt.gt(now)))
        .one(&*db)
        .await?;
    let Some(row) = row else { return Ok(None) };
    let Some(left) = policy::left_of(row.grant(), &roles::held(&*db, row.account_id).await?) else { return Ok(None) };
    let grants = if left.role == Role::Citizen { Vec::new() } else { vec![left] };
    let person = Person { account: row.account_id.0, via: Via::Token(row.id.0), grants };
    let seen_long_ago = row.last_used_at.is_none_or(|last| last + TOUCH_EVERY <= now);
    Ok(Some(Resumed { person, token: row.id, seen_long_ago }))
}

/// Notes that a token is being used.
pub async fn touch(tx: &mut Tx, id: ApiTokenId) -> Result<()> {
    let now = tx.scope().now();
    let Some(row) = Entity::find_by_id(id).one(tx.db()).await? else { return Ok(()) };
    let used = Entity::update_many().col_expr(Column::LastUsedAt, Expr::value(now)).filter(Column::Id.eq(id));
    used.exec(tx.db()).await?;
    // Who only ever comes by a program is here all the same.
    accounts::seen(tx, row.account_id).await
}

/// The tokens of an institution, whoever's they are, for its managers; or the person's own. The newest first.
pub async fn list(scope: &Scope, party: Option<InstitutionId>) -> Result<Vec<Model>> {
    let select = Entity::find().order_by_desc(Column::Id).limit(MAX_LISTED);
    let select = if let Some(party) = party {
        scope.actor.require(policy::may_see_members(&scope.actor, party.0))?;
        select.filter(Column::Party.eq(party.0))
    } else {
        let account = scope.person()?.account;
        scope.actor.require(policy::is_self(&scope.actor, account))?;
        select.filter(Column::AccountId.eq(account))
    };
    Ok(select.all(&*scope.db().await?).await?)
}

/// Makes a token worthless at once.
pub async fn revoke(tx: &mut Tx, id: ApiTokenId) -> Result<Model> {
    let scope = tx.scope().clone();
    scope.actor.require(scope.actor != kernel::scope::Actor::Anonymous)?;
    let row = Entity::find_by_id(id).one(tx.db()).await?;
    let may = |row: &Model| policy::may_revoke_token(&scope.actor, row.account_id.0, row.party);
    let mut row = row.filter(may).ok_or_else(Fault::not_found)?;
    if row.revoked_at.is_none() {
        end(tx, &row).await?;
        row.revoked_at = Some(scope.now());
    }
    Ok(row)
}

/// Revokes the tokens of an account that are for more than it holds: they must not come back to life with a role.
pub(crate) async fn revoke_beyond(tx: &mut Tx, account: AccountId) -> Result<()> {
    let held = roles::held(tx.db(), account).await?;
    let select = Entity::find().filter(Column::AccountId.eq(account)).filter(Column::RevokedAt.is_null());
    for row in select.all(tx.db()).await? {
        if policy::left_of(row.grant(), &held) != Some(row.grant()) {
            end(tx, &row).await?;
        }
    }
    Ok(())
}

async fn end(tx: &Tx, row: &Model) -> Result<()> {
    let change = ActiveModel { id: Set(row.id), revoked_at: Set(Some(tx.scope().now())), ..Default::default() };
    Entity::update(change).validate()?.exec(tx.db()).await?;
    audit::append(tx, "token.revoke", &row.id.global(), details(row)).await
}

fn details(row: &Model) -> serde_json::Value {
    let institution = row.party.map(|party| InstitutionId(party).global());
    json!({ "account": row.account_id.global(), "role": row.role, "institution": institution })
}

/// A new token.
fn generate(keys: &Keys) -> Result<String> {
    let mut text = PREFIX.to_owned();
    while text.len() < PREFIX.len() + RANDOM {
        // All characters of base64url are equally likely, but for the last, which stands for fewer bits. Without two of
        // them they are those of base62.
        let random = keys.random_token()?;
        let fit = random[..random.len() - 1].chars().filter(char::is_ascii_alphanumeric);
        text.extend(fit.take(PREFIX.len() + RANDOM - text.len()));
    }
    text.push_str(&checksum(&text));
    Ok(text)
}

/// Whether a text is a token, by its form and its checksum.
fn is_well_formed(text: &str) -> bool {
    let Some(rest) = text.strip_prefix(PREFIX) else { return false };
    let plain = rest.len() == RANDOM + CHECKSUM && rest.bytes().all(|b| b.is_ascii_alphanumeric());
    plain && {
        let (body, sum) = text.split_at(PREFIX.len() + RANDOM);
        checksum(body) == sum
    }
}

/// The CRC-32 of a text in base62, the greatest digit first.
fn checksum(text: &str) -> String {
    let mut rest = crc32fast::hash(text.as_bytes());
    let mut digits = [b'0'; CHECKSUM];
    for digit in digits.iter_mut().rev() {
        *digit = BASE62[(rest % 62) as usize];
        rest /= 62;
    }
    digits.iter().map(|digit| char::from(*digit)).collect()
}

/// All that is kept of an account's tokens, for its owner.
pub(crate) async fn known_of(scope: &Scope, account: AccountId) -> Result<Vec<Model>> {
    let select = Entity::find().filter(Column::AccountId.eq(account)).order_by_asc(Column::Id);
    Ok(select.all(&*scope.db().await?).await?)
}

/// Forgets an account's tokens.
pub(crate) async fn forget(tx: &mut Tx, account: AccountId) -> Result<()> {
    Entity::delete_many().filter(Column::AccountId.eq(account)).exec(tx.db()).await?;
    Ok(())
}

/// Forgets tokens that ended, by time or by hand, before a moment.
pub(crate) async fn forget_before(tx: &mut Tx, moment: DateTime<Utc>) -> Result<()> {
    let ended = Column::ExpiresAt.lt(moment).or(Column::RevokedAt.lt(moment));
    Entity::delete_many().filter(ended).exec(tx.db()).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_known_by_their_checksum() {
        let keys = Keys::new(&[7; 32]).unwrap();
        let token = generate(&keys).unwrap();
        assert!(token.len() == 42 && is_well_formed(&token), "{token}");
        assert_ne!(token, generate(&keys).unwrap());
        for at in PREFIX.len()..token.len() {
            let mut slipped = token.clone().into_bytes();
            slipped[at] = if slipped[at] == b'x' { b'y' } else { b'x' };
            assert!(!is_well_formed(std::str::from_utf8(&slipped).unwrap()), "{at}");
        }
        for wrong in ["", "tbl_", &token[1..], &token[..41], &format!("{token}0"), &token.replace("tbl_", "tbl-")] {
            assert!(!is_well_formed(wrong), "{wrong}");
        }
        assert!(!is_well_formed(&format!("tbl_{}", "ą".repeat(19))));
    }

    #[test]
    fn the_checksum_is_crc_32() {
        // The check value of CRC-32/ISO-HDLC over "123456789" is 0xCBF43926, 3 421 780 262.
        assert_eq!(crc32fast::hash(b"123456789"), 0xCBF4_3926);
        let digits = checksum("123456789")
            .bytes()
            .fold(0_u64, |number, digit| number * 62 + BASE62.iter().position(|known| *known == digit).unwrap() as u64);
        assert_eq!(digits, 0xCBF4_3926);
    }
}
