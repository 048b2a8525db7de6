//! A connection to a mail server, kept open from mail to mail, and what the server says of each (RFC 5321).

use std::{sync::Arc, time::Duration};

use kernel::mail::{
    relay::{Relay, Security},
    suppression::Reason,
};
use lettre::{
    Address,
    transport::smtp::{
        Error,
        authentication::{Credentials, Mechanism},
        client::{AsyncSmtpConnection, TlsParameters},
        commands::{Data, Mail, Rcpt, Rset},
        extension::{ClientId, Extension, MailBodyParameter, MailParameter},
        response::Response,
    },
};
use tokio::time::timeout;

/// How long we wait for its goodbye.
const FAREWELL: Duration = Duration::from_secs(2);
/// Characters of a problem that are kept.
const MAX_PROBLEM: usize = 200;

/// How long is waited for a server.
#[derive(Clone, Copy, Debug)]
pub(super) struct Patience {
    /// Until it has greeted us, and until it answers a command.
    pub(super) answer: Duration,
    /// Until it answers for a mail that it was given.
    pub(super) content: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { answer: Duration::from_secs(30), content: Duration::from_secs(60) }
    }
}

/// What became of a mail.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// The server has it.
    Taken,
    /// It may be taken later. `full` says that the mailbox was full.
    Later {
        /// Why, without the server's own words: they mostly quote the recipient.
        why: String,
        /// Whether the mailbox was full.
        full: bool,
    },
    /// It will never be taken.
    Never {
        /// Why.
        why: String,
        /// What that says of its address.
        verdict: Option<Reason>,
    },
    /// Nothing would be taken just now, this mail or another.
    Away(String),
}

/// A connection that opens when there is something to send.
pub(super) struct Link {
    relay: Arc<Relay>,
    patience: Patience,
    open: Option<AsyncSmtpConnection>,
}

/// Where in the conversation something was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    Sender,
    Recipient,
    Content,
}

/// Why a command failed.
enum Failure {
    /// The server said no: its code, and its words.
    Refused(u16, String),
    /// There is no connection any more.
    Cut(String),
}

impl Failure {
    fn cut(err: &Error) -> Self {
        Self::Cut(err.to_string().chars().take(MAX_PROBLEM).collect())
    }
}

impl From<Error> for Failure {
    fn from(err: Error) -> Self {
        match err.status() {
            // The server is about to close the connection.
            Some(code) if u16::from(code) == 421 => Self::Cut("the server answered 421".to_owned()),
            Some(code) => {
                let words = std::error::Error::source(&err).map(ToString::to_string).unwrap_or_default();
                Self::Refused(code.into(), words)
            }
            None => Self::cut(&err),
        }
    }
}

impl Link {
    pub(super) fn new(relay: Arc<Relay>, patience: Patience) -> Self {
        Self { relay, patience, open: None }
    }

    /// Hands a mail over.
    pub(super) async fn hand_over(&mut self, sender: &Address, recipient: &Address, message: &[u8]) -> Answer {
        let was_open = self.open.is_some();
        let mut outcome = self.try_to(sender, recipient, message).await;
        // A server may have closed a connection that nobody used for a while: then nothing was said on it, and a new
        // one is tried at once.
        if was_open && matches!(outcome, Err((Stage::Sender, _))) {
            outcome = self.try_to(sender, recipient, message).await;
        }
        match outcome {
            Ok(answer) => answer,
            Err((Stage::Sender, problem)) => Answer::Away(problem),
            Err((_, why)) => Answer::Later { why, full: false },
        }
    }

    /// Says goodbye, if anything was said.
    pub(super) async fn close(&mut self) {
        if let Some(mut connection) = self.open.take() {
            let _ = timeout(FAREWELL, connection.quit()).await;
        }
    }

    /// What the server made of the mail; where the connection broke, if it did.
    async fn try_to(
        &mut self,
        sender: &Address,
        recipient: &Address,
        message: &[u8],
    ) -> Result<Answer, (Stage, String)> {
        let mut connection = match self.open.take() {
            Some(connection) => connection,
            None => connect(&self.relay, self.patience.answer).await.map_err(|problem| (Stage::Sender, problem))?,
        };
        let transparent = transparent(message);
        let parameters = match parameters(&connection, sender, recipient, message) {
            Ok(parameters) => parameters,
            Err(why) => {
                self.open = Some(connection);
                return Ok(Answer::Never { why, verdict: None });
            }
        };
        let Patience { answer, content } = self.patience;
        let mut stage = Stage::Sender;
        let outcome = async {
            said(answer, connection.command(Mail::new(Some(sender.clone()), parameters))).await?;
            stage = Stage::Recipient;
            said(answer, connection.command(Rcpt::new(recipient.clone(), Vec::new()))).await?;
            stage = Stage::Content;
            said(answer, connection.command(Data)).await?;
            // In one piece: a dot that comes after waits for what came before to be acknowledged, which takes a while.
            said(content, connection.command(&transparent)).await
        };
        let made = match outcome.await {
            Ok(()) => Answer::Taken,
            Err(Failure::Cut(problem)) => return Err((stage, problem)),
            Err(Failure::Refused(code, words)) => {
                let made = judge(stage, code, &words);
                // What was begun is taken back; a connection that does not even do that is given up.
                if said(answer, connection.command(Rset)).await.is_err() {
                    return Ok(made);
                }
                made
            }
        };
        self.open = Some(connection);
        Ok(made)
    }
}

async fn said(patience: Duration, answer: impl Future<Output = Result<Response, Error>>) -> Result<(), Failure> {
    match timeout(patience, answer).await {
        Ok(answer) => answer.map(|_| ()).map_err(Failure::from),
        Err(_) => Err(Failure::Cut(format!("no answer within {} seconds", patience.as_secs()))),
    }
}

/// Opens a connection; what is wrong, in words.
async fn connect(relay: &Relay, patience: Duration) -> Result<AsyncSmtpConnection, String> {
    let problem = |err: Error| match Failure::from(err) {
        Failure::Refused(code, _) => format!("the server answered {code} to our greeting"),
        Failure::Cut(problem) => problem,
    };
    let hello = relay.hello.clone().map_or_else(ClientId::default, ClientId::Domain);
    let work = async {
        let tls = match relay.security {
            Security::Plain => None,
            _ => Some(TlsParameters::new(relay.host.clone())?),
        };
        let from_the_first = tls.clone().filter(|_| relay.security == Security::Wrapped);
        let server = (relay.host.as_str(), relay.port);
        let mut connection =
            AsyncSmtpConnection::connect_tokio1(server, Some(patience), &hello, from_the_first, None).await?;
        if let Some(tls) = tls.filter(|_| !connection.is_encrypted())
            && (relay.security == Security::Required || connection.can_starttls())
        {
            connection.starttls(tls, &hello).await?;
        }
        if let Some((name, password)) = &relay.credentials {
            let credentials = Credentials::new(name.clone(), password.clone());
            connection.auth(&[Mechanism::Plain, Mechanism::Login], &credentials).await?;
        }
        Ok(connection)
    };
    match timeout(patience, work).await {
        Ok(connection) => connection.map_err(problem),
        Err(_) => Err(format!("no connection within {} seconds", patience.as_secs())),
    }
}

/// What the server must be told of a mail; what it would have to be able to, and is not.
fn parameters(
    connection: &AsyncSmtpConnection,
    sender: &Address,
    recipient: &Address,
    message: &[u8],
) -> Result<Vec<MailParameter>, String> {
    let mut parameters = Vec::new();
    let addresses: [&str; 2] = [sender.as_ref(), recipient.as_ref()];
    if !addresses.iter().all(|address| address.is_ascii()) {
        if !connection.server_info().supports_feature(Extension::SmtpUtfEight) {
            return Err("the server takes no addresses beyond ASCII".to_owned());
        }
        parameters.push(MailParameter::SmtpUtfEight);
    }
    if !message.is_ascii() {
        if !connection.server_info().supports_feature(Extension::EightBitMime) {
            return Err("the server takes no mail beyond ASCII".to_owned());
        }
        parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
    }
    Ok(parameters)
}

/// A message as it is sent after DATA: a dot at the beginning of a line is doubled, and one alone ends it (RFC 5321, 4.5.2).
fn transparent(message: &[u8]) -> String {
    let message = String::from_utf8_lossy(message);
    let mut sent = String::with_capacity(message.len() + 100);
    for line in message.split_inclusive("\r\n") {
        sent.push_str(if line.starts_with('.') { "." } else { "" });
        sent.push_str(line);
    }
    sent.push_str(if sent.ends_with("\r\n") { ".\r\n" } else { "\r\n.\r\n" });
    sent
}

/// The enhanced code at the beginning of the server's words: `5.1.1` (RFC 3463).
fn enhanced(words: &str) -> Option<(u16, u16, u16)> {
    let mut numbers = words.split_whitespace().next()?.split('.').map(str::parse);
    match (numbers.next()?.ok()?, numbers.next()?.ok()?, numbers.next()?.ok()?, numbers.next()) {
        (class @ (4 | 5), subject, detail, None) => Some((class, subject, detail)),
        _ => None,
    }
}

/// What a refusal means.
fn judge(stage: Stage, code: u16, words: &str) -> Answer {
    let enhanced = enhanced(words);
    let why = match enhanced {
        Some((class, subject, detail)) => format!("the server answered {code} {class}.{subject}.{detail}"),
        None => format!("the server answered {code}"),
    };
    let status = enhanced.map(|(_, subject, detail)| (subject, detail));
    let full = status == Some((2, 2)) || (code == 552 && status.is_none());
    // So far the server has seen whom we send as, and nothing of the mail: what it says is no fault of the mail's.
    let is_ours = stage == Stage::Sender;
    if code < 500 || full || is_ours {
        return Answer::Later { why, full };
    }
    let verdict = match (stage, status) {
        // No such mailbox or domain, a form that is none, moved without an address, null MX; a mailbox that is closed.
        (Stage::Recipient, Some((1, 1 | 2 | 3 | 6 | 10) | (2, 1))) => Some(Reason::HardBounce),
        // Without an enhanced code nobody can tell a mailbox that is gone from a server that takes nothing from us.
        (Stage::Recipient, None) if matches!(code, 550 | 551 | 553) => Some(Reason::Refused),
        _ => None,
    };
    Answer::Never { why, verdict }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_line_of_a_message_ends_it() {
        for (message, sent) in [
            ("a\r\n", "a\r\n.\r\n"),
            ("a", "a\r\n.\r\n"),
            (".\r\n..\r\na.b\r\n.", "..\r\n...\r\na.b\r\n..\r\n.\r\n"),
            ("", "\r\n.\r\n"),
        ] {
            assert_eq!(transparent(message.as_bytes()), sent);
        }
    }

    #[test]
    fn refusals_are_told_apart() {
        let later = |why: &str, full| Answer::Later { why: format!("the server answered {why}"), full };
        let never = |why: &str, verdict| Answer::Never { why: format!("the server answered {why}"), verdict };
        let cases = [
            (Stage::Recipient, 450, "4.7.1 Greylisted, come back", later("450 4.7.1", false)),
            (Stage::Recipient, 451, "try again", later("451", false)),
            (Stage::Recipient, 452, "4.2.2 over quota", later("452 4.2.2", true)),
            (Stage::Recipient, 552, "5.2.2 mailbox full", later("552 5.2.2", true)),
            (Stage::Content, 552, "no room", later("552", true)),
            (Stage::Content, 552, "5.3.4 too big", never("552 5.3.4", None)),
            (
                Stage::Recipient,
                550,
                "5.1.1 ola@poczta.example: no such user",
                never("550 5.1.1", Some(Reason::HardBounce)),
            ),
            (Stage::Recipient, 550, "5.2.1 disabled", never("550 5.2.1", Some(Reason::HardBounce))),
            (Stage::Recipient, 556, "5.1.10 null MX", never("556 5.1.10", Some(Reason::HardBounce))),
            (Stage::Recipient, 550, "no such user", never("550", Some(Reason::Refused))),
            (Stage::Recipient, 550, "5.7.1 you are on our list", never("550 5.7.1", None)),
            (Stage::Recipient, 554, "no", never("554", None)),
            (Stage::Content, 550, "5.1.1 late", never("550 5.1.1", None)),
            (Stage::Content, 554, "5.7.1 spam", never("554 5.7.1", None)),
            (Stage::Sender, 550, "5.1.8 who are you", later("550 5.1.8", false)),
            (Stage::Sender, 530, "5.7.0 sign in", later("530 5.7.0", false)),
        ];
        for (stage, code, words, answer) in cases {
            assert_eq!(judge(stage, code, words), answer, "{code} {words}");
        }
        for words in ["", "1.2", "5.1.1.1 x", "5..1 x", "6.1.1 x", "5.1.x", "999999.1.1"] {
            assert_eq!(enhanced(words), None, "{words}");
        }
    }
}
