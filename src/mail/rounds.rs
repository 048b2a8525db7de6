//! Which courier goes where: a line for each server and each group of lanes, at which cities with mail take turns.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use futures_util::{StreamExt as _, future::BoxFuture, stream::FuturesUnordered};
use kernel::{
    app::App,
    i18n::Lang,
    mail::due,
    scope::{Actor, Scope},
    slug::Slug,
    tenancy::{Tenant, TenantState},
};
use tokio::{
    sync::{Notify, mpsc},
    time::{Instant, sleep, timeout, timeout_at},
};

use super::{
    Server, Transport,
    courier::{Courier, Group},
};
use crate::web::Web;

/// How soon mail is noticed that another process wrote, or that is due again.
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// A city without mail for so long is looked at each third time only.
const QUIET: Duration = Duration::from_secs(600);
const QUIET_EACH: u64 = 3;
/// How long a courier without work keeps its connection.
const IDLE: Duration = Duration::from_secs(30);
/// How long nobody goes to a server that took nothing, the first time and at most.
const PAUSE: Duration = Duration::from_secs(5);
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// The cities that have mail for one server, of one group.
struct Line {
    server: Server,
    group: Group,
    state: Mutex<State>,
    bell: Notify,
}

#[derive(Default)]
struct State {
    cities: VecDeque<Arc<Tenant>>,
    couriers: usize,
}

impl Line {
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts a city at the end, unless it stands there already.
    fn join(&self, tenant: &Arc<Tenant>) {
        let mut state = self.state();
        match state.cities.iter_mut().find(|city| city.slug == tenant.slug) {
            Some(city) => *city = tenant.clone(),
            None => state.cities.push_back(tenant.clone()),
        }
        self.bell.notify_one();
    }

    /// How many couriers are to be hired, so that there are as many as a city wants. They count from now on.
    fn missing(&self, tenant: &Tenant) -> usize {
        let mut state = self.state();
        let missing = tenant.mail.connections().saturating_sub(state.couriers);
        state.couriers += missing;
        missing
    }

    fn next(&self) -> Option<Arc<Tenant>> {
        self.state().cities.pop_front()
    }

    /// Lets a courier go, unless there is work.
    fn leave(&self) -> bool {
        let mut state = self.state();
        let has_left = state.cities.is_empty();
        state.couriers -= usize::from(has_left);
        has_left
    }
}

/// Sends mail for as long as the future is polled.
pub(super) async fn run(app: &Arc<App>, web: &Web, transport: &Transport) {
    let (hire, mut hired) = mpsc::unbounded_channel::<Arc<Line>>();
    let couriers = async {
        let mut couriers: FuturesUnordered<BoxFuture<'_, ()>> = FuturesUnordered::new();
        loop {
            tokio::select! {
                line = hired.recv() => match line {
                    Some(line) => couriers.push(Box::pin(serve(app, web, transport, line))),
                    None => return,
                },
                Some(()) = couriers.next() => {}
            }
        }
    };
    tokio::join!(look(app, transport, &hire), couriers);
}

/// Finds out which cities have mail.
async fn look(app: &Arc<App>, transport: &Transport, hire: &mpsc::UnboundedSender<Arc<Line>>) {
    let mut lines: HashMap<(Server, Group), Arc<Line>> = HashMap::new();
    let mut busy: HashMap<Slug, Instant> = HashMap::new();
    let (mut tick, mut next_tick) = (0, Instant::now());
    loop {
        let is_rung = timeout_at(next_tick, app.bells.mail.notified()).await.is_ok();
        let rung = app.bells.take_cities_with_mail();
        let now = Instant::now();
        // A bell that never rests must not keep us from looking around.
        let is_rung = is_rung && now < next_tick;
        if !is_rung {
            (tick, next_tick) = (tick + 1, now + LOOK_EVERY);
        }
        let registered = app.registry.current();
        for (number, tenant) in (0..).zip(registered.tenants()) {
            let is_turn = || {
                let is_quiet = busy.get(&tenant.slug).is_none_or(|last| last.elapsed() > QUIET);
                // Who has just begun knows of no city whether it is quiet.
                !is_rung && (tick == 1 || !is_quiet || (tick + number) % QUIET_EACH == 0)
            };
            if tenant.state != TenantState::Active || !(rung.contains(&tenant.slug) || is_turn()) {
                continue;
            }
            let scope = Scope::new(app.clone(), tenant.clone(), Actor::System, Lang::Pl);
            let lanes = match due(&scope).await {
                Ok(lanes) => lanes,
                Err(fault) => {
                    tracing::warn!(tenant = %tenant.slug, error = fault.describe(), "mail could not be looked for");
                    continue;
                }
            };
            if lanes.is_empty() {
                continue;
            }
            busy.insert(tenant.slug.clone(), now);
            let server = match transport.server(tenant) {
                Ok(server) => server,
                Err(problem) => {
                    tracing::error!(tenant = %tenant.slug, problem, "a city's mail cannot be sent");
                    continue;
                }
            };
            for group in Group::ALL.into_iter().filter(|group| lanes.iter().any(|lane| group.lanes().contains(lane))) {
                let line = lines.entry((server.clone(), group)).or_insert_with(|| {
                    let (server, state, bell) = (server.clone(), Mutex::default(), Notify::new());
                    Arc::new(Line { server, group, state, bell })
                });
                line.join(tenant);
                for _ in 0..line.missing(tenant) {
                    // Nobody listens only when all is over.
                    let _ = hire.send(line.clone());
                }
            }
        }
    }
}

/// Works at a line until there is nothing to do for a while.
async fn serve(app: &Arc<App>, web: &Web, transport: &Transport, line: Arc<Line>) {
    let mut courier = Courier::new(web, transport, &line.server);
    let mut pause = PAUSE;
    loop {
        let Some(tenant) = line.next() else {
            if timeout(IDLE, line.bell.notified()).await.is_err() && line.leave() {
                courier.close().await;
                return;
            }
            continue;
        };
        let Some(under_way) = transport.set_out() else { return };
        let scope = Scope::new(app.clone(), tenant.clone(), Actor::System, Lang::Pl);
        let round = async {
            let mails = Courier::take(&scope, line.group).await?;
            // There may be more: the city stands at the end of the line already while these are carried.
            if mails.len() as u64 == line.group.batch() {
                line.join(&tenant);
            }
            courier.carry(&scope, mails).await
        };
        let round = Box::pin(round).await;
        drop(under_way);
        match round {
            Ok(round) if round.is_away => {
                sleep(pause).await;
                pause = (pause * 2).min(LONGEST_PAUSE);
            }
            Ok(round) if round.sent > 0 => pause = PAUSE,
            Ok(_) => {}
            Err(fault) => {
                tracing::warn!(tenant = %tenant.slug, error = fault.describe(), "mail could not be sent; trying again");
            }
        }
    }
}
