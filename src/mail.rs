//! Sends what stands in the cities' outboxes: over SMTP, or into a folder where no server is named.

use std::{path::PathBuf, sync::Arc, time::Duration};

use futures_util::StreamExt as _;
use kernel::{
    app::App,
    error::{Fault, Result},
    i18n::Lang,
    mail::{Attempt, Leased, lease, settle},
    scope::{Actor, Scope},
    tenancy::TenantState,
};
use lettre::{
    AsyncSmtpTransport, AsyncTransport as _, Message, Tokio1Executor,
    message::{Mailbox, MultiPart},
};

use crate::web::{Letter, Web};

/// How soon a server notices mail that another wrote.
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// Mails taken at a time, of one city.
const BATCH: u64 = 20;
/// Mails of one city under way at once.
const AT_ONCE: usize = 4;
/// How long the server may take for one mail.
const PATIENCE: Duration = Duration::from_secs(60);
/// Characters of a server's complaint that are kept.
const MAX_COMPLAINT: usize = 300;

/// Where mails go.
pub enum Transport {
    /// A server that takes them (RFC 5321).
    Smtp(Box<AsyncSmtpTransport<Tokio1Executor>>),
    /// Files `<city>/<id>.eml` under this folder.
    Folder(PathBuf),
}

impl std::fmt::Debug for Transport {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Smtp(_) => "Smtp",
            Self::Folder(_) => "Folder",
        })
    }
}

impl Transport {
    /// The server at `url` (`smtp://host:25`, `smtps://user:password@host`), or a folder.
    pub fn new(url: Option<&str>, folder: PathBuf) -> Result<Self> {
        let Some(url) = url else { return Ok(Self::Folder(folder)) };
        let builder = AsyncSmtpTransport::<Tokio1Executor>::from_url(url)
            .map_err(|err| Fault::bad_input("smtp_url", format!("the address of the mail server is no good: {err}")))?;
        Ok(Self::Smtp(Box::new(builder.timeout(Some(PATIENCE)).build())))
    }

    async fn send(&self, city: &str, id: uuid::Uuid, message: Message) -> Attempt {
        match self {
            Self::Smtp(server) => match server.send(message).await {
                Ok(_) => Attempt::Sent,
                Err(err) if err.is_permanent() => Attempt::Refused(complaint(&err)),
                Err(err) => Attempt::Deferred(complaint(&err)),
            },
            Self::Folder(folder) => match write(folder.join(city), id, &message.formatted()).await {
                Ok(()) => Attempt::Sent,
                Err(err) => Attempt::Deferred(err.to_string()),
            },
        }
    }
}

/// Whole or not at all, under a name that a repeated attempt takes again.
async fn write(folder: PathBuf, id: uuid::Uuid, content: &[u8]) -> std::io::Result<()> {
    tokio::fs::create_dir_all(&folder).await?;
    let unfinished = folder.join(format!(".{id}"));
    tokio::fs::write(&unfinished, content).await?;
    tokio::fs::rename(unfinished, folder.join(format!("{id}.eml"))).await
}

/// What went wrong, without the server's own words: they mostly quote the recipient.
fn complaint(err: &lettre::transport::smtp::Error) -> String {
    match err.status() {
        Some(code) => format!("the server answered {code}"),
        None => err.to_string().chars().take(MAX_COMPLAINT).collect(),
    }
}

/// Sends mail for as long as the future is polled.
pub async fn run(app: &Arc<App>, web: &Web, transport: &Transport) {
    loop {
        let _ = tokio::time::timeout(LOOK_EVERY, app.bells.mail.notified()).await;
        let registered = app.registry.current();
        let cities: Vec<_> =
            registered.tenants().filter(|tenant| tenant.state == TenantState::Active).cloned().collect();
        for tenant in cities {
            let scope = Scope::new(app.clone(), tenant, Actor::System, Lang::Pl);
            if let Err(fault) = send_due(&scope, web, transport).await {
                tracing::warn!(tenant = %scope.tenant.slug, error = fault.describe(), "mail could not be sent; trying again");
            }
        }
    }
}

/// Sends what is due in one city. Returns how many mails were handed over.
pub async fn send_due(scope: &Scope, web: &Web, transport: &Transport) -> Result<usize> {
    let mut sent = 0;
    loop {
        let leased = lease(scope, BATCH).await?;
        if leased.is_empty() {
            return Ok(sent);
        }
        let outcomes: Vec<Result<bool>> = futures_util::stream::iter(leased)
            .map(|mail| async move {
                let attempt = match message(scope, web, &mail) {
                    Ok(message) => transport.send(scope.tenant.slug.as_str(), mail.id, message).await,
                    // What cannot be written today cannot be tomorrow.
                    Err(problem) => Attempt::Refused(problem),
                };
                match &attempt {
                    Attempt::Sent => {}
                    // No address: a mail's id is enough to find it.
                    Attempt::Deferred(why) => tracing::warn!(mail = %mail.id, why, "a mail was put off"),
                    Attempt::Refused(why) => tracing::error!(mail = %mail.id, why, "a mail was given up"),
                }
                let is_sent = matches!(attempt, Attempt::Sent);
                settle(scope, &mail, attempt).await?;
                Ok(is_sent)
            })
            .buffer_unordered(AT_ONCE)
            .collect()
            .await;
        for outcome in outcomes {
            sent += usize::from(outcome?);
        }
    }
}

/// The mail as it is sent: text and HTML of its template, as the city, under an id that all attempts share.
fn message(scope: &Scope, web: &Web, mail: &Leased) -> Result<Message, String> {
    let Letter { subject, text, html } = web
        .letter(&scope.tenant, mail.lang, &mail.template, &mail.base, &mail.args)
        .map_err(|err| format!("{err:#}"))?;
    let host = mail.base.split_once("://").map_or(mail.base.as_str(), |(_, host)| host);
    let host = host.split([':', '/']).next().unwrap_or_default();
    let settings = &scope.tenant.mail;
    let from = settings.from.clone().unwrap_or_else(|| format!("portal@{host}"));
    let mailbox = |address: &str, name: Option<String>| -> Result<Mailbox, String> {
        Ok(Mailbox::new(name, address.parse().map_err(|err| format!("an address is none: {err}"))?))
    };
    let mut builder = Message::builder()
        .from(mailbox(&from, Some(scope.tenant.name.get(mail.lang).to_owned()))?)
        .to(mailbox(&mail.to, None)?)
        .subject(subject)
        .date(mail.created_at.into())
        .message_id(Some(format!("<{}@{host}>", mail.id)));
    // Who writes to somebody through the portal may have wished to be answered directly.
    let answers_to = mail.args["reply_to"].as_str().or(settings.reply_to.as_deref());
    if let Some(address) = answers_to {
        builder = builder.reply_to(mailbox(address, None)?);
    }
    builder.multipart(MultiPart::alternative_plain_html(text, html)).map_err(|err| err.to_string())
}
