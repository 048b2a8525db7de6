//! Whom a question's fate is told to, by mail and in the centre: its asker, who has shown that the address is theirs.

use kernel::{
    error::Result,
    mail::{self, Lane, Mail},
    markdown::to_summary,
    page::path_name,
    scope::Tx,
};
use notices::Telling;
use serde_json::{Map, Value};

use crate::{
    FOLDER, QUESTION_ENTITY, debate,
    links::{Link, Purpose},
    person,
    question::{Model, QuestionId},
    service,
};

/// Characters of an answer that a mail quotes.
const QUOTED: usize = 600;

/// The path of a debate's page, without language.
pub(crate) fn debate_path(debate: &debate::Model) -> String {
    format!("/{FOLDER}/{}/{}", debate.id.global(), path_name(&debate.title))
}

/// The path of a question on its debate's page, without language.
pub(crate) fn question_path(debate: &debate::Model, question: QuestionId) -> String {
    format!("{}#pytanie-{}", debate_path(debate), question.global())
}

/// Tells the asker that it is public.
pub(crate) async fn published(tx: &mut Tx, question: &Model) -> Result<()> {
    write(tx, "debates/published", question, Some(question.id), &[]).await
}

/// Tells the asker that it was not taken, and why.
pub(crate) async fn rejected(tx: &mut Tx, question: &Model) -> Result<()> {
    let reason = question.reason.clone().unwrap_or_default();
    write(tx, "debates/rejected", question, None, &[("reason", reason)]).await
}

/// Tells the asker that it stands behind one that asks the same.
pub(crate) async fn merged(tx: &mut Tx, question: &Model, into: &Model) -> Result<()> {
    write(tx, "debates/merged", question, Some(into.id), &[("into", into.text.clone())]).await
}

/// Tells the asker that it was answered, and those whose questions stand behind it.
pub(crate) async fn answered(tx: &mut Tx, question: &Model) -> Result<()> {
    let answer = to_summary(question.answer.as_deref().unwrap_or_default(), QUOTED);
    let by = question.answerer.clone().unwrap_or_default();
    for asked in service::family_rows(tx, question).await? {
        let told = [("answer", answer.clone()), ("by", by.clone())];
        write(tx, "debates/answered", &asked, Some(question.id), &told).await?;
    }
    Ok(())
}

/// A mail to a question's asker, if their address is known still. It leads to the question `shown`, else to the
/// debate, and lets those take theirs back who have no account for that.
async fn write(
    tx: &mut Tx,
    template: &'static str,
    question: &Model,
    shown: Option<QuestionId>,
    told: &[(&'static str, String)],
) -> Result<()> {
    let scope = tx.scope().clone();
    let address = question.address.as_deref().and_then(|sealed| person::opened(&scope, sealed));
    let (Some(to), Some(debate)) = (address, service::record(&scope, question.debate_id).await?) else {
        return Ok(());
    };
    // Who has an account reads mails in its language, and where it says by now.
    let account = match question.account_id {
        Some(id) => identity::accounts::find(&scope, id).await?,
        None => None,
    };
    let mut args = Map::new();
    args.insert("title".to_owned(), debate.title.clone().into());
    args.insert("text".to_owned(), question.text.clone().into());
    let path = shown.map_or_else(|| debate_path(&debate), |shown| question_path(&debate, shown));
    args.insert("path".to_owned(), path.clone().into());
    if service::may_go(question) {
        let link = Link { purpose: Purpose::Withdraw, question: question.id, expires: None, email: None };
        args.insert("withdraw".to_owned(), link.path(&scope)?.into());
    }
    args.extend(told.iter().map(|(name, value)| ((*name).to_owned(), Value::from(value.clone()))));
    let args = Value::from(args);
    match account {
        Some(account) if account.verified_email().is_some() => {
            let title = debate.title.clone();
            let about = (QUESTION_ENTITY, question.id.0);
            let telling = Telling { lane: Lane::Normal, template, args, title, path, about };
            notices::tell(tx, &account, telling).await?;
            Ok(())
        }
        account => {
            let lang = account.as_ref().map_or_else(|| question.lang(), identity::Account::lang);
            let account = account.map(|account| account.id.0);
            mail::enqueue(tx, Mail { lane: Lane::Normal, template, lang, to, account, args, unsubscribe: None }).await
        }
    }
}
