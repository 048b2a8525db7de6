//! A courier carries mail to one server over one connection: mail after mail, each settled before the next, so that a
//! process that dies leaves one mail of which nobody knows whether it arrived.

use std::{collections::HashMap, path::Path, sync::atomic::Ordering, time::Duration};

use kernel::{
    error::Result,
    mail::{
        Attempt, Lane, Leased, give_back, lease_of, settle_in,
        suppression::{self, Reason, Suppressed},
    },
    scope::Scope,
};
use tokio::time::Instant;

use super::{
    Server, Transport,
    link::{Answer, Link},
    message::{self, Ready, Unwritten},
};
use crate::web::Web;

/// How long a courier works at what it took: the rest goes back, long before others may take it.
const ROUND: Duration = Duration::from_secs(60);
/// How often, and after what pause, it is tried to note what became of a mail.
const NOTES: u32 = 20;
const BETWEEN_NOTES: Duration = Duration::from_millis(500);

/// Lanes that share a connection.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Group {
    /// What goes ahead of all others.
    Express,
    /// Everything else.
    Ordinary,
}

impl Group {
    pub(super) const ALL: [Self; 2] = [Self::Express, Self::Ordinary];

    /// Its lanes, in their order.
    pub(super) fn lanes(self) -> &'static [Lane] {
        match self {
            Self::Express => &[Lane::Security, Lane::Urgent],
            Self::Ordinary => &[Lane::Normal, Lane::Bulk],
        }
    }

    /// Mails taken at a time, of one city: few where one may come that is more urgent.
    pub(super) fn batch(self) -> u64 {
        match self {
            Self::Express => 4,
            Self::Ordinary => 20,
        }
    }
}

/// What became of a round.
#[derive(Clone, Debug, Default)]
pub(super) struct Round {
    /// Mails handed over.
    pub(super) sent: usize,
    /// Whether the server took nothing, of anybody.
    pub(super) is_away: bool,
}

/// Where a courier goes.
enum Way {
    Link(Box<Link>),
    Folder(std::path::PathBuf),
}

/// Carries mail to one server.
pub(super) struct Courier<'a> {
    web: &'a Web,
    transport: &'a Transport,
    way: Way,
}

impl<'a> Courier<'a> {
    pub(super) fn new(web: &'a Web, transport: &'a Transport, server: &Server) -> Self {
        let way = match server {
            Server::Relay(relay) => Way::Link(Box::new(Link::new(relay.clone(), transport.patience))),
            Server::Folder(folder) => Way::Folder(folder.clone()),
        };
        Self { web, transport, way }
    }

    /// Takes what is due in a city.
    pub(super) async fn take(scope: &Scope, group: Group) -> Result<Vec<Leased>> {
        lease_of(scope, group.lanes(), group.batch()).await
    }

    /// Carries what was taken. What is not tried goes back, whatever happens to the rest.
    pub(super) async fn carry(&mut self, scope: &Scope, mails: Vec<Leased>) -> Result<Round> {
        let begun = Instant::now();
        let mut round = Round::default();
        let mut returned = Vec::new();
        let suppressed = suppressed(scope, &mails).await;
        let mut fault = None;
        let suppressed = suppressed.unwrap_or_else(|err| {
            fault = Some(err);
            HashMap::new()
        });
        for mail in &mails {
            let is_over = begun.elapsed() > ROUND || self.transport.is_resting.load(Ordering::SeqCst);
            if fault.is_some() || round.is_away || is_over {
                returned.push((mail, scope.now()));
                continue;
            }
            let suppressed = suppressed.get(&mail.to).filter(|_| !mail.lane.is_express());
            let (attempt, verdict) = if let Some(suppressed) = suppressed {
                (Attempt::Refused(format!("suppressed: {}", suppressed.reason.as_str())), None)
            } else {
                if let Err(turn) = self.transport.rates.take(scope, mail).await {
                    returned.push((mail, turn));
                    continue;
                }
                match self.answer(scope, mail).await {
                    Answer::Taken => {
                        round.sent += 1;
                        (Attempt::Sent, None)
                    }
                    Answer::Later { why, full } => {
                        (Attempt::Deferred(why), (full && mail.is_last_attempt()).then_some(Reason::MailboxFull))
                    }
                    Answer::Never { why, verdict } => (Attempt::Refused(why), verdict),
                    // Nothing was said of any mail: none has lost an attempt, and all wait for the server.
                    Answer::Away(why) => {
                        tracing::warn!(mail = %mail.id, why, "the mail server takes nothing just now");
                        round.is_away = true;
                        returned.push((mail, scope.now()));
                        continue;
                    }
                }
            };
            fault = settle(scope, mail, attempt, verdict).await.err();
        }
        let given_back = give_back(scope, &returned).await;
        match fault {
            Some(fault) => Err(fault),
            None => given_back.map(|()| round),
        }
    }

    /// Says goodbye to the server.
    pub(super) async fn close(&mut self) {
        if let Way::Link(link) = &mut self.way {
            link.close().await;
        }
    }

    /// What becomes of a mail.
    async fn answer(&mut self, scope: &Scope, mail: &Leased) -> Answer {
        let signer = match self.transport.signer(&scope.tenant) {
            Ok(signer) => signer,
            // Nothing leaves unsigned that was to be signed.
            Err(problem) => return Answer::Later { why: format!("dkim: {problem}"), full: false },
        };
        match message::write(scope, self.web, signer.as_deref(), mail, scope.now()) {
            Ok(ready) => self.hand_over(scope, mail, &ready).await,
            // Another release or another secret may be able to; an address that is none never will be.
            Err(Unwritten::Unreadable(why)) => Answer::Later { why, full: false },
            Err(Unwritten::Impossible(why)) => Answer::Never { why, verdict: None },
        }
    }

    async fn hand_over(&mut self, scope: &Scope, mail: &Leased, ready: &Ready) -> Answer {
        match &mut self.way {
            Way::Link(link) => link.hand_over(&ready.sender, &ready.recipient, &ready.bytes).await,
            Way::Folder(folder) => {
                let folder = folder.join(scope.tenant.slug.as_str());
                match put(&folder, mail.id, &ready.bytes).await {
                    Ok(()) => Answer::Taken,
                    Err(err) => Answer::Later { why: err.to_string(), full: false },
                }
            }
        }
    }
}

/// Whole or not at all, under a name that a repeated attempt takes again.
async fn put(folder: &Path, id: uuid::Uuid, content: &[u8]) -> std::io::Result<()> {
    tokio::fs::create_dir_all(&folder).await?;
    let unfinished = folder.join(format!(".{id}"));
    tokio::fs::write(&unfinished, content).await?;
    tokio::fs::rename(unfinished, folder.join(format!("{id}.eml"))).await
}

async fn suppressed(scope: &Scope, mails: &[Leased]) -> Result<HashMap<String, Suppressed>> {
    let addresses: Vec<String> =
        mails.iter().filter(|mail| !mail.lane.is_express()).map(|mail| mail.to.clone()).collect();
    if addresses.is_empty() {
        return Ok(HashMap::new());
    }
    suppression::of(&scope.fresh(), &addresses).await
}

/// Notes what became of a mail. A busy database is asked again: what was sent and is not noted would be sent twice.
async fn settle(scope: &Scope, mail: &Leased, attempt: Attempt, verdict: Option<Reason>) -> Result<()> {
    // No address: a mail's id is enough to find it.
    match &attempt {
        Attempt::Sent => {}
        Attempt::Deferred(why) => tracing::warn!(mail = %mail.id, why, "a mail was put off"),
        Attempt::Refused(why) => tracing::error!(mail = %mail.id, why, "a mail was given up"),
    }
    let mut tries = 0;
    loop {
        let noted = async {
            let mut tx = scope.begin().await?;
            let is_noted = settle_in(&tx, mail, attempt.clone()).await?;
            // Of somebody who was erased meanwhile nothing is noted.
            if let (true, Some(reason), Attempt::Deferred(why) | Attempt::Refused(why)) = (is_noted, verdict, &attempt)
            {
                suppression::add(&mut tx, &mail.to, reason, why).await?;
            }
            tx.commit().await
        };
        tries += 1;
        match noted.await {
            Err(fault) if tries < NOTES => {
                tracing::warn!(mail = %mail.id, error = fault.describe(), "what became of a mail could not be noted yet");
                tokio::time::sleep(BETWEEN_NOTES).await;
            }
            outcome => return outcome,
        }
    }
}
