//! Sends what stands in the cities' outboxes: over SMTP, or into a folder where no server is named.
//!
//! In reading order: [`rounds`] finds out which cities have mail and sends couriers; a [`courier`] takes a few mails and
//! carries them one by one; [`message`] writes them; a [`link`] hands them over; [`rates`] says how fast.

mod courier;
pub(crate) mod intake;
mod link;
mod message;
mod rates;
mod rounds;

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    time::Duration,
};

use kernel::{
    app::App,
    error::{Fault, Result},
    mail::{dkim::Signer, relay::Relay},
    scope::Scope,
    slug::Slug,
    tenancy::{Dkim, Tenant},
};

use crate::web::Web;
use courier::{Courier, Group};
use link::Patience;
use rates::Rates;

/// Where a mail goes.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Server {
    /// A server that takes it (RFC 5321).
    Relay(Arc<Relay>),
    /// A file `<city>/<id>.eml` under this folder.
    Folder(PathBuf),
}

/// Where mails go: a city's own server, else the installation's, else a folder.
pub struct Transport {
    usual: Server,
    rates: Rates,
    patience: Patience,
    signers: Mutex<HashMap<Slug, (Dkim, Arc<Signer>)>>,
    /// Couriers on their way just now, and whether they are to come home.
    under_way: AtomicUsize,
    is_resting: AtomicBool,
}

/// How long a courier may take to come home.
const REST: Duration = Duration::from_secs(10);
/// How often it is looked whether all have.
const LOOK_HOME: Duration = Duration::from_millis(20);

/// A courier that is on its way, for as long as this lives.
struct UnderWay<'a>(&'a Transport);

impl Drop for UnderWay<'_> {
    fn drop(&mut self) {
        self.0.under_way.fetch_sub(1, Ordering::SeqCst);
    }
}

impl std::fmt::Debug for Transport {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Transport").field("usual", &self.usual).finish_non_exhaustive()
    }
}

impl Transport {
    /// The server at `url` (`smtp://host:25`, `smtps://user:password@host`), or a folder, for cities that have no server
    /// of their own.
    pub fn new(url: Option<&str>, folder: PathBuf) -> Result<Self> {
        let usual = match url {
            Some(url) => {
                Server::Relay(Arc::new(Relay::parse(url).map_err(|problem| Fault::bad_input("smtp_url", problem))?))
            }
            None => Server::Folder(folder),
        };
        Ok(Self {
            usual,
            rates: Rates::default(),
            patience: Patience::default(),
            signers: Mutex::default(),
            under_way: AtomicUsize::new(0),
            is_resting: AtomicBool::new(false),
        })
    }

    /// The same, waiting so long for answers, and so long for what is said of a whole mail.
    #[must_use]
    pub fn patient(self, answer: Duration, content: Duration) -> Self {
        Self { patience: Patience { answer, content }, ..self }
    }

    /// Ends all sending: each courier finishes its mail and gives back what it took besides. To be called before a
    /// process ends, while what sends is still polled; takes ten seconds at most.
    pub async fn rest(&self) {
        self.is_resting.store(true, Ordering::SeqCst);
        let come_home = async {
            while self.under_way.load(Ordering::SeqCst) > 0 {
                tokio::time::sleep(LOOK_HOME).await;
            }
        };
        if tokio::time::timeout(REST, come_home).await.is_err() {
            tracing::warn!("a mail server did not answer in time; a mail may be sent again");
        }
    }

    /// Sets out, unless all are to come home.
    fn set_out(&self) -> Option<UnderWay<'_>> {
        self.under_way.fetch_add(1, Ordering::SeqCst);
        let under_way = UnderWay(self);
        (!self.is_resting.load(Ordering::SeqCst)).then_some(under_way)
    }

    /// Where a city's mail goes. A city that names a server of its own never falls back to another.
    fn server(&self, tenant: &Tenant) -> Result<Server, String> {
        match &tenant.mail.smtp_url {
            Some(url) => Ok(Server::Relay(Arc::new(Relay::parse(url)?))),
            None => Ok(self.usual.clone()),
        }
    }

    /// Who signs a city's mail, if somebody does.
    fn signer(&self, tenant: &Tenant) -> Result<Option<Arc<Signer>>, String> {
        let Some(dkim) = &tenant.mail.dkim else { return Ok(None) };
        let mut signers = self.signers.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, signer)) = signers.get(&tenant.slug).filter(|(known, _)| known == dkim) {
            return Ok(Some(signer.clone()));
        }
        let signer = Arc::new(Signer::new(&dkim.domain, &dkim.selector, &dkim.key)?);
        signers.insert(tenant.slug.clone(), (dkim.clone(), signer.clone()));
        Ok(Some(signer))
    }
}

/// Sends mail for as long as the future is polled.
pub async fn run(app: &Arc<App>, web: &Web, transport: &Transport) {
    rounds::run(app, web, transport).await;
}

/// Sends what is due in one city, now and over a connection of its own. Returns how many mails were handed over.
pub async fn send_due(scope: &Scope, web: &Web, transport: &Transport) -> Result<usize> {
    let server = transport.server(&scope.tenant).map_err(Fault::internal)?;
    let mut courier = Courier::new(web, transport, &server);
    let mut sent = 0;
    for group in Group::ALL {
        loop {
            let mails = Courier::take(scope, group).await?;
            if mails.is_empty() {
                break;
            }
            let round = Box::pin(courier.carry(scope, mails)).await?;
            sent += round.sent;
            if round.is_away {
                break;
            }
        }
    }
    courier.close().await;
    Ok(sent)
}
