//! Subscriptions of people without an account: asked for with an address, made once its reader follows the link that is
//! mailed there (double opt-in). What they agreed to is kept with the reader.
//!
//! Whatever is answered is the same whether or not the address is known. The mail says what is asked for in words of ours
//! only: what somebody typed stays on the portal, or strangers could have the city mail whatever they like to whomever
//! they like.

use std::time::Duration;

use identity::normalise_address;
use kernel::{
    error::{Code, Result},
    limits::Rule,
    mail::{self, Lane, Mail},
    refusal::{Outcome, Problem, Refused, none_of},
    scope::Scope,
    search::Snapshot,
};
use notices::{
    Frequency, Reader, What,
    readers::{self, CONFIRM_WITHIN, Proof},
};
use sea_orm::{
    ActiveEnum as _, ActiveModelTrait as _,
    ActiveValue::{Set, Unchanged},
    EntityTrait as _, IntoActiveModel as _,
};
use search_index::Reading;
use serde_json::json;

use super::{
    Checked, check,
    keeping::{has_room, new, same, write},
};
use crate::{
    about, label,
    refusal::Refusal,
    request::{self, RequestId},
    subscription::{Entity, Model},
    target::SubscriptionTargetInput as Target,
};

/// The edition of the words that somebody agrees to: the message `subscription-consent`. To be raised with every change of
/// what they mean.
const CONSENT_VERSION: &str = "2026-11-27";

const QUARTER: Duration = Duration::from_secs(15 * 60);
/// Mails to one address.
const ADDRESS: Rule = Rule { name: "subscription.address", tries: 6, window: Duration::from_secs(3600) };
/// Mails that are asked for from one place: a school's computer room shares one.
const FROM_HERE: Rule = Rule { name: "subscription.from-here", tries: 20, window: QUARTER };
/// Mails of the whole city: so many people do not ask at once.
const CITY: Rule = Rule { name: "subscription.city", tries: 1000, window: QUARTER };

/// What somebody without an account asks for.
#[derive(Debug)]
pub(crate) struct Asked<'a> {
    /// Where to.
    pub(crate) email: &'a str,
    /// Whether they agree to be written to.
    pub(crate) consent: bool,
    /// Of what.
    pub(crate) target: Target,
    /// What of it is worth telling, if they say.
    pub(crate) about: Option<Vec<What>>,
    /// How often, if they say.
    pub(crate) frequency: Option<Frequency>,
    /// A field that no person sees: what is in it was put there by a program.
    pub(crate) website: Option<&'a str>,
    /// From where, if that is known.
    pub(crate) place: Option<&'a str>,
}

/// What somebody confirmed.
#[derive(Debug)]
pub(crate) struct Confirmed {
    /// The subscription.
    pub(crate) subscription: Model,
    /// Whose it is.
    pub(crate) reader: Reader,
}

/// Asks for a subscription. A mail is on its way then, with a link that makes it.
///
/// Begins and commits by itself: what is counted is counted before a unit of work is begun.
pub(crate) async fn request(scope: &Scope, asked: Asked<'_>) -> Outcome<(), Refusal> {
    let mut problems = Vec::new();
    let email = normalise_address(asked.email);
    if email.is_none() {
        problems.push(Problem::at(Refusal::EmailInvalid, "email"));
    }
    if !asked.consent {
        problems.push(Problem::at(Refusal::ConsentMissing, "consent"));
    }
    let snapshot = scope.snapshot().await?;
    let checked = match check(scope, &snapshot, asked.target).await {
        Ok(checked) if checked.child.is_some() => {
            // A child's profile belongs to an account, and what is told to an address is told to whoever reads there.
            problems.push(Problem::at(Refusal::ChildUnknown, "target.activities.child"));
            None
        }
        Ok(checked) => Some(checked),
        Err(Refused::Problems(more)) => {
            problems.extend(more);
            None
        }
        Err(fault) => return Err(fault),
    };
    let about = checked.as_ref().map(|checked| match &asked.about {
        Some(wanted) => about::chosen(&checked.target, wanted),
        None => about::usual(&checked.target).to_vec(),
    });
    if about.as_ref().is_some_and(Vec::is_empty) {
        problems.push(Problem::at(Refusal::AboutMissing, "about"));
    }
    none_of(problems)?;
    let (Some(email), Some(checked), Some(about)) = (email, checked, about) else {
        return Err(Problem::at(Refusal::TargetMissing, "target").into());
    };
    if asked.website.is_some_and(|website| !website.trim().is_empty()) {
        return Ok(());
    }
    count(scope, &email, asked.place).await?;

    let frequency = asked.frequency.unwrap_or_else(|| about::usual_frequency(&checked.target));
    let label = public_label(scope, &snapshot, &checked.target);
    let mut tx = scope.begin().await?;
    let id = RequestId::new(scope.now());
    let proof = Proof {
        text: scope.text("subscription-consent", &[]),
        version: CONSENT_VERSION.to_owned(),
        from: asked.place.map(|place| Proof::digest(scope, place)).transpose()?,
    };
    let known = readers::of_address(&mut tx, &email, scope.lang, proof, id.0).await?;
    let row = request::Model {
        id,
        reader_id: known.reader.id,
        target: checked.json,
        about: about.into(),
        frequency,
        subscription_id: None,
        created_at: scope.now(),
    };
    request::Entity::insert(row.into_active_model().reset_all()).exec_without_returning(tx.db()).await?;
    let mail = Mail {
        lane: Lane::Security,
        template: "notifications/confirm",
        lang: scope.lang,
        to: email,
        account: known.reader.account_id.map(|account| account.0),
        args: json!({
            "label": label,
            "frequency": frequency.to_value(),
            "link": format!("/powiadom/potwierdz/{}", known.token),
            "days": CONFIRM_WITHIN.num_days(),
        }),
        unsubscribe: None,
    };
    mail::enqueue(&mut tx, mail).await?;
    tx.commit().await?;
    Ok(())
}

/// What is asked for, in words of ours alone: of what somebody typed, what it was understood to be about.
fn public_label(scope: &Scope, snapshot: &Snapshot, target: &Target) -> String {
    let meaning = snapshot.understand(target.text(), Reading::Wish);
    let topics: Vec<String> = meaning.topics().map(|topic| topic.name.get(scope.lang.tag()).to_owned()).collect();
    let mut target = target.clone();
    let about = Some(topics.join(", ")).filter(|topics| !topics.is_empty());
    let near = match &mut target {
        Target::Activities(asked) => {
            asked.query = about;
            asked.near.as_mut()
        }
        Target::Events(asked) => {
            asked.query = about;
            asked.near.as_mut()
        }
        Target::Institutions(asked) => {
            asked.query = about;
            if let Some(filter) = &mut asked.filter {
                filter.founder = None;
            }
            asked.near.as_mut()
        }
        Target::Everything(asked) => {
            asked.query = about.unwrap_or_default();
            asked.near.as_mut()
        }
        Target::News(asked) => {
            asked.query = about;
            None
        }
        Target::Advice(asked) => {
            asked.query = about;
            None
        }
        Target::Debates(asked) => {
            asked.query = about;
            None
        }
        Target::Alerts(asked) => asked.near.as_mut(),
        Target::Entry(_) | Target::Interest(_) | Target::District(_) => None,
    };
    if let Some(near) = near {
        near.place = None;
    }
    match &mut target {
        Target::Activities(asked) => asked.filter.iter_mut().for_each(|filter| filter.languages = None),
        Target::Events(asked) => asked.filter.iter_mut().for_each(|filter| filter.languages = None),
        _ => {}
    }
    label::in_words(scope, snapshot, &target, None)
}

/// Makes the subscription of a link's request: its reader has shown that the address is theirs. Done again, it changes
/// nothing more, whatever became of the subscription since.
///
/// Begins and commits by itself: what is looked up is looked up before a unit of work is begun.
pub(crate) async fn confirm(scope: &Scope, token: &str, place: Option<&str>) -> Outcome<Confirmed, Refusal> {
    let invalid = || Problem::new(Refusal::LinkInvalid);
    let asked = readers::asked_by(scope, token).await?.ok_or_else(invalid)?;
    let row = request::Entity::find_by_id(RequestId(asked.subject)).one(&*scope.db().await?).await?;
    let row = row.filter(|row| row.reader_id == asked.reader.id).ok_or_else(invalid)?;
    let snapshot = scope.snapshot().await?;
    let checked = match row.subscription_id {
        None => Some(check(scope, &snapshot, Target::from_json(&row.target)?).await.map_err(gone)?),
        Some(_) => None,
    };
    let from = place.map(|place| Proof::digest(scope, place)).transpose()?;

    let mut tx = scope.begin().await?;
    let confirmed = readers::confirm(&mut tx, token, from).await?.ok_or_else(invalid)?;
    let row = request::Entity::find_by_id(row.id).one(tx.db()).await?.ok_or_else(invalid)?;
    let subscription = match (row.subscription_id, checked) {
        (Some(id), _) => Entity::find_by_id(id).one(tx.db()).await?.ok_or_else(invalid)?,
        (None, None) => return Err(invalid().into()),
        (None, Some(checked)) => make(&mut tx, &confirmed.reader, &row, checked).await?,
    };
    tx.commit().await?;
    Ok(Confirmed { subscription, reader: confirmed.reader })
}

async fn make(
    tx: &mut kernel::scope::Tx,
    reader: &Reader,
    row: &request::Model,
    checked: Checked,
) -> Outcome<Model, Refusal> {
    let before = same(tx, reader.id, &checked.fingerprint).await?;
    if before.as_ref().is_none_or(|before| before.removed_at.is_some()) {
        has_room(tx, reader.id).await?;
    }
    let fresh = match &before {
        Some(before) => Model { muted_at: None, removed_at: None, ..before.clone() },
        None => new(reader.id, checked, tx.scope()).0,
    };
    let after = Model { about: row.about.clone(), frequency: row.frequency, ..fresh };
    let made = write(tx, before.as_ref(), after).await?;
    let change =
        request::ActiveModel { id: Unchanged(row.id), subscription_id: Set(Some(made.id)), ..Default::default() };
    request::Entity::update(change).validate()?.exec(tx.db()).await?;
    Ok(made)
}

/// What was there when it was asked for may be gone by now.
fn gone(refused: Refused<Refusal>) -> Refused<Refusal> {
    match refused {
        Refused::Problems(_) => Problem::new(Refusal::LinkInvalid).into(),
        Refused::Fault(fault) => Refused::Fault(fault),
    }
}

async fn count(scope: &Scope, email: &str, place: Option<&str>) -> Outcome<(), Refusal> {
    if let Some(place) = place {
        take(scope, FROM_HERE, place, Refusal::TooManyFromHere).await?;
    }
    let digest: Result<String> = scope.app().keys.sign(&scope.purpose("subscription-address"), email.as_bytes());
    take(scope, ADDRESS, &digest?, Refusal::MailSentAlready).await?;
    take(scope, CITY, "", Refusal::TooManyFromHere).await
}

async fn take(scope: &Scope, rule: Rule, key: &str, kind: Refusal) -> Outcome<(), Refusal> {
    match scope.app().limits.take(scope, rule, key).await {
        Err(fault) if fault.code == Code::RateLimited => Err(Problem::at(kind, "email").into()),
        outcome => outcome.map_err(Refused::from),
    }
}
