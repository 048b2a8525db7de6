//! Asking a question.

use std::time::Duration;

use kernel::{
    error::{Code, Fault, Result},
    limits::Rule,
    mail::{self, Lane, Mail},
    refusal::{Outcome, Problem, Refused, none_of},
    scope::{Scope, Tx},
};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait as _, EntityTrait as _, IntoActiveModel as _, PaginatorTrait as _,
    QueryFilter as _,
};
use serde_json::json;

use super::{locked, questions::counting};
use crate::{
    debate::{self, DebateId, Window},
    labels,
    links::{ACTS_FOR, Link, Purpose},
    notify,
    person::{self, Person},
    question::{Column, Entity, Model, QuestionId},
    refusal::Refusal,
    states::State,
    text::{check, line, tidy},
};

/// Questions that one person can ask for one debate.
pub(crate) const MAX_QUESTIONS: u64 = 5;

const QUARTER: Duration = Duration::from_secs(15 * 60);
/// How often an account may ask or support.
const ACCOUNT: Rule = Rule { name: "debate.account", tries: 120, window: Duration::from_secs(3600) };
/// Mails to one address.
const ADDRESS: Rule = Rule { name: "debate.address", tries: 8, window: Duration::from_secs(3600) };
/// Mails that are asked for from one place: a school's computer room shares one.
const FROM_HERE: Rule = Rule { name: "debate.from-here", tries: 40, window: QUARTER };
/// Mails of the whole city: so many people do not ask at once.
const CITY: Rule = Rule { name: "debate.city", tries: 1000, window: QUARTER };

/// What somebody asks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wish<'a> {
    /// For which debate.
    pub(crate) debate: Option<DebateId>,
    /// What is asked.
    pub(crate) text: &'a str,
    /// What they want to be called, if anything.
    pub(crate) name: Option<&'a str>,
    /// Where to write to, of those whom the portal does not know.
    pub(crate) email: Option<&'a str>,
    /// Whether they agree that it is kept and shown.
    pub(crate) consent: bool,
    /// From where, if that is known.
    pub(crate) place: Option<&'a str>,
}

/// What became of a question that was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asked {
    /// An editor is to read it.
    Waiting,
    /// A mail is on its way, with a link by which its reader shows that it is theirs.
    ConfirmByMail,
}

/// Asks a question. Nothing that is answered tells whether the address is known.
///
/// Begins and commits by itself: what is counted is counted before a unit of work is begun, so that no writer waits for
/// counters.
pub(crate) async fn ask(scope: &Scope, wish: Wish<'_>) -> Outcome<Asked, Refusal> {
    let id = wish.debate.ok_or_else(Fault::not_found)?;
    let debate = super::find(scope, id).await?.ok_or_else(Fault::not_found)?;
    is_open(scope, &debate.row)?;
    let (text, name) = (tidy(wish.text), wish.name.and_then(line));
    let mut problems = check(&text, name.as_deref());
    if !wish.consent {
        problems.push(Problem::at(Refusal::ConsentMissing, "consent"));
    }
    let person = match Person::who_acts(scope, wish.email).await {
        Ok(person) => person,
        Err(Refused::Problems(more)) => {
            problems.extend(more);
            return Err(Refused::Problems(problems));
        }
        Err(fault) => return Err(fault),
    };
    none_of(problems)?;
    count(scope, &person, wish.place).await?;

    let mut tx = scope.begin().await?;
    let debate = locked(&tx, id).await?;
    let now = scope.now();
    let row = Model {
        id: QuestionId::new(now),
        debate_id: id,
        text,
        name,
        digest: Some(person.digest.clone()),
        address: Some(person::sealed(scope, &person.email)?),
        account_id: person.account,
        lang: scope.lang.tag().to_owned(),
        state: State::Unconfirmed,
        reason: None,
        merged_into: None,
        answer: None,
        answerer: None,
        answered_at: None,
        answered_by: None,
        supports: 0,
        version: 1,
        created_at: now,
        confirmed_at: None,
        published_at: None,
        decided_at: None,
        decided_by: None,
    };
    let row = if person.is_confirmed {
        may_ask(&tx, &row, &person).await?;
        Model { state: State::Waiting, confirmed_at: Some(now), ..row }
    } else {
        row
    };
    Entity::insert(row.clone().into_active_model().reset_all()).exec_without_returning(tx.db()).await?;
    if !person.is_confirmed {
        let link = Link::for_now(scope, Purpose::Confirm, row.id, None);
        write_to(&mut tx, &person, "debates/confirm_question", &debate, &row, link).await?;
    }
    tx.commit().await?;
    Ok(if person.is_confirmed { Asked::Waiting } else { Asked::ConfirmByMail })
}

/// Whether a person may ask this too: not more than so many, and nothing twice.
pub(super) async fn may_ask(tx: &Tx, row: &Model, person: &Person) -> Outcome<(), Refusal> {
    let own = Entity::find()
        .filter(Column::DebateId.eq(row.debate_id))
        .filter(counting())
        .filter(person.rows(Column::Digest, Column::AccountId));
    if own.clone().filter(Column::Text.eq(row.text.as_str())).count(tx.db()).await? > 0 {
        return Err(Problem::at(Refusal::AlreadyAsked, "text").into());
    }
    if own.count(tx.db()).await? >= MAX_QUESTIONS {
        return Err(Problem::new(Refusal::TooManyQuestions).with("max", MAX_QUESTIONS as u32).into());
    }
    Ok(())
}

/// Whether a debate takes questions and supports now; else when it does or did.
pub(super) fn is_open(scope: &Scope, debate: &debate::Model) -> Outcome<(), Refusal> {
    let told = |kind: Refusal, at| Problem::new(kind).with("moment", labels::moment(scope, at));
    match debate.window(scope.now()) {
        Window::Open => Ok(()),
        Window::NotYet(at) => Err(told(Refusal::NotYetOpen, at).into()),
        Window::Closed(at) => Err(told(Refusal::Closed, at).into()),
    }
}

/// Whether what was sent in time can still be confirmed.
pub(super) fn confirms(scope: &Scope, debate: &debate::Model) -> Outcome<(), Refusal> {
    let until = debate.confirms_until();
    if scope.now() < until {
        return Ok(());
    }
    Err(Problem::new(Refusal::Closed).with("moment", labels::moment(scope, until)).into())
}

/// Counts what somebody sends: of those whom the portal knows by their account, of others the mails that it costs.
pub(super) async fn count(scope: &Scope, person: &Person, place: Option<&str>) -> Outcome<(), Refusal> {
    if let Some(account) = person.account.filter(|_| person.is_confirmed) {
        scope.app().limits.take(scope, ACCOUNT, &account.global()).await?;
        return Ok(());
    }
    if let Some(place) = place {
        take(scope, FROM_HERE, place, Refusal::TooManyFromHere).await?;
    }
    take(scope, ADDRESS, &person.digest, Refusal::MailSentAlready).await?;
    take(scope, CITY, "", Refusal::TooManyFromHere).await
}

async fn take(scope: &Scope, rule: Rule, key: &str, kind: Refusal) -> Outcome<(), Refusal> {
    match scope.app().limits.take(scope, rule, key).await {
        Err(fault) if fault.code == Code::RateLimited => Err(Problem::at(kind, "email").into()),
        outcome => outcome.map_err(Refused::from),
    }
}

/// Writes a mail with a link to somebody whom the portal does not know. It quotes what is public only, or strangers
/// could have the city mail whatever they like to whomever they like.
pub(super) async fn write_to(
    tx: &mut Tx,
    person: &Person,
    template: &'static str,
    debate: &debate::Model,
    question: &Model,
    link: Link,
) -> Result<()> {
    let scope = tx.scope().clone();
    let args = json!({
        "title": debate.title,
        "text": Some(&question.text).filter(|_| question.state == State::Published),
        "path": notify::debate_path(debate),
        "link": link.path(&scope)?,
        "hours": ACTS_FOR.num_hours(),
    });
    let account = person.account.map(|account| account.0);
    // Whoever asked for it waits for it.
    let mail = Mail {
        lane: Lane::Security,
        template,
        lang: scope.lang,
        to: person.email.clone(),
        account,
        args,
        unsubscribe: None,
    };
    mail::enqueue(tx, mail).await
}
