//! What somebody writes, and whether it can be said so.

use directory::{InstitutionId, fields::web_address};
use kernel::{
    refusal::{Outcome, Problem, none_of},
    scope::Scope,
};

use super::{audience::Audience, policy, refusal::Refusal};

/// Characters of a subject: what programs show of it.
const MAX_SUBJECT: usize = 120;
/// Characters of a text.
const MAX_TEXT: usize = 5000;
/// Characters of an address.
const MAX_LINK: usize = 500;
/// Characters of what a link says.
const MAX_LINK_LABEL: usize = 60;
/// Characters of a reason.
const MAX_REASON: usize = 1000;

/// What somebody writes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Draft {
    /// On whose behalf; the city's if nobody's.
    pub(crate) sender: Option<InstitutionId>,
    /// To whom; nothing if it cannot be followed.
    pub(crate) audience: Option<Audience>,
    /// What it is called.
    pub(crate) subject: String,
    /// What it says, Markdown.
    pub(crate) text: String,
    /// Where more is to be found.
    pub(crate) link: Option<String>,
    /// What the link says.
    pub(crate) link_label: Option<String>,
}

/// A draft that can be said.
pub(crate) struct Checked {
    pub(crate) sender: Option<InstitutionId>,
    pub(crate) audience: Audience,
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) link: Option<String>,
    pub(crate) link_label: Option<String>,
}

/// Checks a draft of who may write on that behalf.
pub(crate) async fn check(scope: &Scope, draft: Draft) -> Outcome<Checked, Refusal> {
    let mut problems = Vec::new();
    if let Some(sender) = draft.sender
        && directory::service::find(scope, sender).await?.is_none()
    {
        problems.push(Problem::at(Refusal::SenderUnknown, "sender"));
    }
    match &draft.audience {
        None => problems.push(Problem::at(Refusal::AudienceUnknown, "audience")),
        Some(audience) => match audience.followed(scope).await? {
            None => problems.push(Problem::at(Refusal::AudienceUnknown, "audience")),
            Some(followed) => {
                if !policy::may_address(&scope.actor, draft.sender.map(|id| id.0), &followed.owners) {
                    problems.push(Problem::at(Refusal::AudienceForeign, "audience"));
                }
            }
        },
    }
    let too_long = |kind, field: &'static str, most: usize| {
        Problem::at(kind, field).with("most", u32::try_from(most).unwrap_or(u32::MAX))
    };
    // Whatever splits lines in a head of a mail is a space here.
    let subject = draft.subject.split(|c: char| c.is_whitespace() || c.is_control());
    let subject = subject.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    match subject.chars().count() {
        0 => problems.push(Problem::at(Refusal::SubjectMissing, "subject")),
        length if length > MAX_SUBJECT => problems.push(too_long(Refusal::SubjectTooLong, "subject", MAX_SUBJECT)),
        _ => {}
    }
    let text = draft.text.replace("\r\n", "\n").replace('\0', "").trim().to_owned();
    match text.chars().count() {
        0 => problems.push(Problem::at(Refusal::TextMissing, "text")),
        length if length > MAX_TEXT => problems.push(too_long(Refusal::TextTooLong, "text", MAX_TEXT)),
        _ => {}
    }
    let said = |text: Option<String>| text.map(|text| text.trim().to_owned()).filter(|text| !text.is_empty());
    let link = said(draft.link);
    if let Some(text) = &link
        && (text.chars().count() > MAX_LINK || web_address(text).is_none())
    {
        problems.push(Problem::at(Refusal::LinkExpected, "link").with("value", text.clone()));
    }
    let link_label = said(draft.link_label);
    if link_label.as_ref().is_some_and(|label| label.chars().count() > MAX_LINK_LABEL) {
        problems.push(too_long(Refusal::LinkLabelTooLong, "linkLabel", MAX_LINK_LABEL));
    }
    none_of(problems)?;
    let Some(audience) = draft.audience else { return Err(Problem::at(Refusal::AudienceUnknown, "audience").into()) };
    let link_label = link_label.filter(|_| link.is_some());
    Ok(Checked { sender: draft.sender, audience, subject, text, link, link_label })
}

/// Why something is not sent, in words.
pub(crate) fn reasoned(reason: &str) -> Outcome<String, Refusal> {
    let reason = reason.trim();
    match reason.chars().count() {
        0 => Err(Problem::at(Refusal::ReasonMissing, "reason").into()),
        length if length > MAX_REASON => Err(Problem::at(Refusal::TextTooLong, "reason")
            .with("most", u32::try_from(MAX_REASON).unwrap_or(u32::MAX))
            .into()),
        _ => Ok(reason.to_owned()),
    }
}
