//! Sign-in by mail: a link for the browser that began, and a code to type there if the mail is read elsewhere.
//!
//! Both work once, for a quarter of an hour, on the host where the sign-in was begun. The link alone and the code alone
//! work in the browser that began; in another, the code of the same mail is typed behind the link. Stored are a
//! fingerprint of the link's token and a keyed hash of the code: whoever reads the database can use neither.
//!
//! **What is counted, and why it never locks the owner out.** Only requests for *mails* are counted, never what somebody
//! does with an account: no number of wrong codes, wherever they are typed, keeps anybody from signing in.
//! - Wrong codes are counted per sign-in, five at most. Only the browser that began and who holds the mail can try one,
//!   so nobody else can use up its tries; its link goes on working when they are used up.
//! - Mails per address and per place they are asked from ([`ADDRESS_FROM_HERE`]): who asks too often is told to use what
//!   was sent already, which goes on working.
//! - Mails per address from everywhere ([`ADDRESS`]). It bounds guessing: five mails of five tries each in a quarter of
//!   an hour are one in 40 000. It also keeps mailboxes from being flooded. Strangers can use it up on purpose, so a
//!   browser in which the address has signed in before does not fall under it, nor under the two that follow; it has a
//!   limit of its own ([`KNOWN_BROWSER`]). In a browser that was never used, the owner waits for the next try to come
//!   back, three minutes at most if nobody else takes it. Open sessions stay open, and providers go on vouching.
//! - Mails from one place for all addresses ([`FROM_HERE`]), and on one host of the portal ([`HOST`]).

use std::time::Duration;

use chrono::{DateTime, Utc};
use kernel::{
    error::{Code, Fault, Result},
    i18n::Value,
    keys::fingerprint,
    limits::Rule,
    mail::{self, Lane, Mail},
    refusal::{Outcome, Problem, Refused},
    scope::{Scope, Tx},
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, EntityTrait as _, QueryFilter as _,
    sea_query::{Expr, ExprTrait as _, OnConflict},
};
use serde_json::json;
use subtle::ConstantTimeEq as _;

use crate::{
    account::AccountId,
    accounts,
    address::normalise_address,
    attempt::{ActiveModel, Column, Entity, Model, SignInId},
    known_browser,
    refusal::Kind,
};

/// How long link and code work, in minutes.
pub const MINUTES: i64 = 15;
/// How many codes may be tried.
pub const TRIES: i32 = 5;
/// The longest path to go to afterwards, in bytes.
const MAX_NEXT: usize = 500;
/// The path of a link's page, before its token.
const LINK_PATH: &str = "/logowanie/link/";
/// What the keyed hashes of codes are for.
const PURPOSE: &str = "sign-in code";

const QUARTER: Duration = Duration::from_secs(15 * 60);
/// Mails to one address, asked for from one place.
const ADDRESS_FROM_HERE: Rule = Rule { name: "sign-in.address-from-here", tries: 3, window: QUARTER };
/// Mails to one address, asked for from browsers that it has never signed in with.
const ADDRESS: Rule = Rule { name: "sign-in.address", tries: 5, window: QUARTER };
/// Mails to one address, asked for from one browser that it has signed in with.
const KNOWN_BROWSER: Rule = Rule { name: "sign-in.known-browser", tries: 5, window: QUARTER };
/// Mails to all addresses, asked for from one place: a school's computer room shares one.
const FROM_HERE: Rule = Rule { name: "sign-in.from-here", tries: 40, window: QUARTER };
/// Mails that one host of the portal sends to browsers it has never seen.
const HOST: Rule = Rule { name: "sign-in.host", tries: 1000, window: QUARTER };

/// What somebody asks for who wants to sign in.
#[derive(Clone, Copy, Debug)]
pub struct Wish<'a> {
    /// The address, as typed.
    pub email: &'a str,
    /// The random token in the browser's own cookie. It should outlive the sign-in, for a year say: by it the browser is
    /// known again.
    pub browser: &'a str,
    /// From where: the client's network address.
    pub peer: &'a str,
    /// The host that the request came to.
    pub host: &'a str,
    /// The path to go to afterwards; one that leads elsewhere is left out.
    pub next: Option<&'a str>,
}

/// Somebody who has shown who they are. The caller opens a session next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entered {
    /// Their account.
    pub account: AccountId,
    /// Whether it was made just now.
    pub is_new: bool,
    /// The path to go to.
    pub next: Option<String>,
}

/// Writes a mail with a link and a code, whether or not the address has an account: one is made when somebody enters.
pub async fn begin(tx: &mut Tx, wish: Wish<'_>) -> Outcome<SignInId, Kind> {
    let Some(email) = normalise_address(wish.email) else {
        return Err(Problem::at(Kind::EmailInvalid, "email").into());
    };
    let account = accounts::by_address(tx.db(), &email).await?;
    let browser = fingerprint(wish.browser);
    let is_known = match &account {
        Some(account) => known_browser::Entity::find_by_id((account.id, browser.clone())).one(tx.db()).await?.is_some(),
        None => false,
    };
    count(tx.scope(), &email, &browser, &wish, is_known).await?;

    let scope = tx.scope().clone();
    let (now, keys) = (scope.now(), &scope.app().keys);
    let id = SignInId::new(now);
    let (code, link) = (keys.random_code()?, keys.random_token()?);
    let row = ActiveModel {
        id: Set(id),
        browser: Set(browser),
        host: Set(wish.host.to_owned()),
        email: Set(email.clone()),
        code: Set(keys.sign(&scope.purpose(PURPOSE), coded(id, &code).as_bytes())?),
        link: Set(fingerprint(&link)),
        next: Set(wish.next.filter(|next| is_own_path(next)).map(str::to_owned)),
        created_at: Set(now),
        expires_at: Set(now + chrono::Duration::minutes(MINUTES)),
        tries: Set(0),
        used_at: Set(None),
    };
    Entity::insert(row).exec_without_returning(tx.db()).await?;
    let args = json!({ "code": code, "link": format!("{LINK_PATH}{link}"), "host": wish.host, "minutes": MINUTES });
    let mail = Mail {
        lane: Lane::Security,
        template: "identity/sign_in",
        lang: scope.lang,
        to: email,
        account: account.map(|account| account.id.0),
        args,
        unsubscribe: None,
    };
    mail::enqueue(tx, mail).await?;
    Ok(id)
}

/// Enters with the code, in the browser that began.
///
/// Begins and commits by itself: a wrong try must stay counted although it is refused.
pub async fn by_code(scope: &Scope, id: SignInId, browser: &str, host: &str, code: &str) -> Outcome<Entered, Kind> {
    let tx = scope.begin().await?;
    let row = Entity::find_by_id(id).one(tx.db()).await?;
    let row = check(row, browser, host, scope.now())?;
    try_code(tx, row, code).await
}

/// Enters with the link and the code of one mail, in any browser: who has both has the mail, and means to sign in where
/// they typed. Programs that only open links get nowhere. Begins and commits by itself, as [`by_code`] does.
pub async fn by_link_and_code(
    scope: &Scope,
    token: &str,
    browser: &str,
    host: &str,
    code: &str,
) -> Outcome<Entered, Kind> {
    let tx = scope.begin().await?;
    let row = Entity::find().filter(Column::Link.eq(fingerprint(token))).one(tx.db()).await?;
    let row = check_anywhere(row, host, scope.now())?;
    // From here on this is the browser that the person signs in with.
    try_code(tx, Model { browser: fingerprint(browser), ..row }, code).await
}

async fn try_code(tx: Tx, row: Model, code: &str) -> Outcome<Entered, Kind> {
    let (scope, id) = (tx.scope().clone(), row.id);
    // Counted before it is looked at, so that tries at the same moment do not come for free.
    let counted = Entity::update_many()
        .col_expr(Column::Tries, Expr::col(Column::Tries).add(1))
        .filter(Column::Id.eq(id))
        .filter(Column::Tries.lt(TRIES))
        .exec(tx.db())
        .await?;
    if counted.rows_affected == 0 {
        return Err(Problem::at(Kind::TooManyTries, "code").into());
    }
    let typed: String = code.chars().filter(|c| !c.is_whitespace() && *c != '-').collect();
    if !scope.app().keys.verify(&scope.purpose(PURPOSE), coded(id, &typed).as_bytes(), &row.code) {
        let tries = Entity::find_by_id(id).one(tx.db()).await?.map_or(TRIES, |row| row.tries);
        tx.commit().await?;
        let left = u32::try_from(TRIES - tries).unwrap_or(0);
        let kind = if left == 0 { Kind::TooManyTries } else { Kind::WrongCode };
        return Err(Problem::at(kind, "code").with("left", left).into());
    }
    finish(tx, row).await
}

/// Whether the link can be used in this browser; nothing is used up by looking.
pub async fn look_at_link(scope: &Scope, token: &str, browser: &str, host: &str) -> Outcome<(), Kind> {
    let row = Entity::find().filter(Column::Link.eq(fingerprint(token))).one(&*scope.db().await?).await?;
    check(row, browser, host, scope.now()).map(|_| ())
}

/// Enters with the link, in the browser that began. Begins and commits by itself, as [`by_code`] does.
///
/// To be called when somebody asks for it, never for merely opening the link: programs that check mails open them too.
pub async fn by_link(scope: &Scope, token: &str, browser: &str, host: &str) -> Outcome<Entered, Kind> {
    let tx = scope.begin().await?;
    let row = Entity::find().filter(Column::Link.eq(fingerprint(token))).one(tx.db()).await?;
    let row = check(row, browser, host, scope.now())?;
    finish(tx, row).await
}

/// The address that a sign-in of this browser was begun for, to say where the mail went.
pub async fn address_of(scope: &Scope, id: SignInId, browser: &str, host: &str) -> Outcome<String, Kind> {
    let row = Entity::find_by_id(id).one(&*scope.db().await?).await?;
    Ok(check(row, browser, host, scope.now())?.email)
}

/// Whether a sign-in can still be used in this browser; else why not, and what to do.
fn check(row: Option<Model>, browser: &str, host: &str, now: DateTime<Utc>) -> Outcome<Model, Kind> {
    let row = check_anywhere(row, host, now)?;
    if bool::from(fingerprint(browser).as_bytes().ct_eq(row.browser.as_bytes())) {
        Ok(row)
    } else {
        Err(Problem::new(Kind::SignInOtherBrowser).into())
    }
}

/// Whether a sign-in can still be used, in whatever browser.
fn check_anywhere(row: Option<Model>, host: &str, now: DateTime<Utc>) -> Outcome<Model, Kind> {
    let Some(row) = row else { return Err(Problem::new(Kind::SignInUnknown).into()) };
    let refusal = if row.host != host {
        Some(Problem::new(Kind::SignInOtherHost).with("host", row.host.clone()))
    } else if row.used_at.is_some() {
        Some(Problem::new(Kind::SignInUsed))
    } else if row.expires_at <= now {
        Some(Problem::new(Kind::SignInExpired))
    } else {
        None
    };
    refusal.map_or(Ok(row), |problem| Err(problem.into()))
}

async fn finish(mut tx: Tx, row: Model) -> Outcome<Entered, Kind> {
    let (email, scope) = (row.email.clone(), tx.scope().clone());
    let entered = enter(&mut tx, row).await?;
    tx.commit().await?;
    // It was the owner who asked for mails.
    scope.app().limits.forget(&scope, ADDRESS, &fingerprint(&email)).await?;
    Ok(entered)
}

/// Uses the sign-in up, and lets the person in.
async fn enter(tx: &mut Tx, row: Model) -> Outcome<Entered, Kind> {
    let now = tx.scope().now();
    let used = Entity::update_many()
        .col_expr(Column::UsedAt, Expr::value(now))
        .filter(Column::Id.eq(row.id))
        .filter(Column::UsedAt.is_null())
        .exec(tx.db())
        .await?;
    if used.rows_affected == 0 {
        return Err(Problem::new(Kind::SignInUsed).into());
    }
    let lang = tx.scope().lang;
    let (account, is_new) = accounts::find_or_make(tx, Some(&row.email), None, lang).await?;
    accounts::verified(tx, account.id).await?;
    let known =
        known_browser::ActiveModel { account_id: Set(account.id), browser: Set(row.browser), seen_at: Set(now) };
    let again = OnConflict::columns([known_browser::Column::AccountId, known_browser::Column::Browser])
        .update_column(known_browser::Column::SeenAt)
        .to_owned();
    known_browser::Entity::insert(known).on_conflict(again).exec_without_returning(tx.db()).await?;
    Ok(Entered { account: account.id, is_new, next: row.next })
}

/// Counts a request for a mail.
async fn count(scope: &Scope, email: &str, browser: &str, wish: &Wish<'_>, is_known: bool) -> Outcome<(), Kind> {
    let sent = |kind| Problem::at(kind, "email").with("minutes", Value::Number(MINUTES as f64));
    if is_known {
        return take(scope, KNOWN_BROWSER, &format!("{email} {browser}"), || sent(Kind::MailSentAlready)).await;
    }
    take(scope, FROM_HERE, wish.peer, || sent(Kind::TooManyFromHere)).await?;
    take(scope, ADDRESS_FROM_HERE, &format!("{email} {}", wish.peer), || sent(Kind::MailSentAlready)).await?;
    take(scope, ADDRESS, email, || sent(Kind::MailSentAlready)).await?;
    take(scope, HOST, wish.host, || sent(Kind::TooManyFromHere)).await
}

async fn take(scope: &Scope, rule: Rule, key: &str, problem: impl FnOnce() -> Problem<Kind>) -> Outcome<(), Kind> {
    // Counters may be kept outside of the database, where an address has no business.
    match scope.app().limits.take(scope, rule, &fingerprint(key)).await {
        Err(fault) if fault.code == Code::RateLimited => Err(problem().into()),
        outcome => outcome.map_err(Refused::from),
    }
}

/// What the keyed hash of a code is made of: a code means nothing to another sign-in.
fn coded(id: SignInId, code: &str) -> String {
    format!("{}:{code}", id.global())
}

/// Whether a path leads to a page of this portal, and cannot be read as an address of another.
pub fn is_own_path(path: &str) -> bool {
    let plain = path.bytes().all(|b| b.is_ascii_graphic() && b != b'\\');
    path.len() <= MAX_NEXT && path.starts_with('/') && !path.starts_with("//") && plain
}

/// A sign-in whose id a client sent; unknown if it is no id.
pub fn parse_id(global: &str) -> Outcome<SignInId, Kind> {
    SignInId::parse(global).ok_or_else(|| Problem::new(Kind::SignInUnknown).into())
}

/// Forgets sign-ins that ended before a moment, and browsers not seen since another.
pub(crate) async fn forget_before(tx: &mut Tx, ended: DateTime<Utc>, seen: DateTime<Utc>) -> Result<()> {
    Entity::delete_many().filter(Column::ExpiresAt.lt(ended)).exec(tx.db()).await.map_err(Fault::from)?;
    let unseen = known_browser::Column::SeenAt.lt(seen);
    known_browser::Entity::delete_many().filter(unseen).exec(tx.db()).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sign_in_leads_to_pages_of_the_portal_only() {
        for path in ["/", "/zajecia?q=szachy&age=8", "/en/konto#dzieci"] {
            assert!(is_own_path(path), "{path}");
        }
        let long = format!("/{}", "a".repeat(MAX_NEXT));
        for path in
            ["", "zajecia", "//evil.example", "https://evil.example", "/\\evil.example", "/a\r\nX: y", "/a b", &long]
        {
            assert!(!is_own_path(path), "{path}");
        }
    }

    #[test]
    fn each_refusal_has_its_kind() {
        let now = DateTime::UNIX_EPOCH + chrono::Duration::days(1);
        let row = |used: bool, expired: bool| Model {
            id: SignInId::new(now),
            browser: fingerprint("browser"),
            host: "debno.example".to_owned(),
            email: "anna@example.org".to_owned(),
            code: String::new(),
            link: String::new(),
            next: None,
            created_at: now,
            expires_at: if expired { now } else { now + chrono::Duration::seconds(1) },
            tries: 0,
            used_at: used.then_some(now),
        };
        for (row, browser, host, kind) in [
            (Some(row(false, false)), "browser", "debno.example", None),
            (None, "browser", "debno.example", Some(Kind::SignInUnknown)),
            (Some(row(false, false)), "browser", "edu.debno.example", Some(Kind::SignInOtherHost)),
            (Some(row(false, false)), "other", "debno.example", Some(Kind::SignInOtherBrowser)),
            (Some(row(false, true)), "browser", "debno.example", Some(Kind::SignInExpired)),
            (Some(row(true, false)), "browser", "debno.example", Some(Kind::SignInUsed)),
            (Some(row(true, true)), "other", "debno.example", Some(Kind::SignInUsed)),
        ] {
            let found = match check(row, browser, host, now) {
                Ok(_) => None,
                Err(Refused::Problems(problems)) => Some(problems[0].kind),
                Err(Refused::Fault(fault)) => panic!("{fault:?}"),
            };
            assert_eq!(found, kind);
        }
    }
}
