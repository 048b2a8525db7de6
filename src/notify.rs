//! Tells people what changed: follows every city's change log, and lets leave what is due.
//!
//! Both are done for many cities at a time, and neither waits for the other: while one city's nightly mails are being made,
//! its own alerts and those of all others still go out.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
    time::Duration,
};

use futures_util::{StreamExt as _, future::BoxFuture, stream::FuturesUnordered};
use kernel::{
    app::App,
    error::Result,
    i18n::Lang,
    scope::{Actor, Scope},
    slug::Slug,
    tenancy::{Tenant, TenantState},
};
use notifications::Engine;
use tokio::{
    sync::mpsc,
    time::{Instant, interval, timeout},
};

/// How soon is noticed what another process wrote.
const LOOK_EVERY: Duration = Duration::from_secs(1);
/// How soon leaves what became due by the clock.
const DELIVER_EVERY: Duration = Duration::from_secs(5);
/// How long a city is left alone in which something failed.
const PAUSE: Duration = Duration::from_secs(15);
/// Cities whose change logs are followed at the same time.
const AT_ONCE: usize = 4;

/// Tells people in all cities with the module for as long as the future is polled.
pub async fn run(app: &Arc<App>) {
    let (told, to_deliver) = mpsc::unbounded_channel();
    let (delivered, to_push) = mpsc::unbounded_channel();
    tokio::join!(
        follow(app, &told),
        see_to_all(app, to_deliver, |scope| Box::pin(deliver(scope)), Some(&delivered)),
        // Push services answer when they like, and keep no mail waiting.
        see_to_all(app, to_push, |scope| Box::pin(push(scope)), None),
    );
}

async fn deliver(scope: &Scope) -> Result<usize> {
    Ok(notices::deliver_due(scope).await?.pushes)
}

async fn push(scope: &Scope) -> Result<usize> {
    Ok(notices::push::deliver_due(scope).await?.sent)
}

/// Follows the change logs, and says in which cities there is something new to tell.
async fn follow(app: &Arc<App>, told: &mpsc::UnboundedSender<Slug>) {
    let engine = Engine::new();
    let mut paused: HashMap<Slug, Instant> = HashMap::new();
    loop {
        let _ = timeout(LOOK_EVERY, app.bells.changes.notified()).await;
        let cities = cities(app);
        engine.keep(&cities.iter().map(|tenant| tenant.slug.clone()).collect::<Vec<_>>());
        let now = Instant::now();
        paused.retain(|_, until| now < *until);
        let followed =
            futures_util::stream::iter(cities.into_iter().filter(|tenant| !paused.contains_key(&tenant.slug)))
                .map(|tenant| {
                    let engine = &engine;
                    async move {
                        let followed = engine.follow(&scope(app, &tenant)).await;
                        (tenant.slug.clone(), followed)
                    }
                })
                .buffer_unordered(AT_ONCE)
                .collect::<Vec<_>>()
                .await;
        for (slug, followed) in followed {
            match followed {
                Ok(0) => {}
                Ok(_) => {
                    // Nobody listens only when all is over.
                    let _ = told.send(slug);
                }
                Err(fault) => {
                    tracing::error!(tenant = %slug, error = fault.describe(), "changes could not be followed; trying again");
                    paused.insert(slug, now + PAUSE);
                }
            }
        }
    }
}

/// What is done in a city. Returns how much it left to those who come after.
type Work = for<'a> fn(&'a Scope) -> BoxFuture<'a, Result<usize>>;

/// Does what there is to do: at once in cities that are heard of, else every few seconds. A city that is heard of while it
/// is still being seen to is seen to once more right after. `next` hears of those in which something was left to do.
async fn see_to_all(
    app: &Arc<App>,
    mut heard: mpsc::UnboundedReceiver<Slug>,
    work: Work,
    next: Option<&mpsc::UnboundedSender<Slug>>,
) {
    let mut ticks = interval(DELIVER_EVERY);
    let mut under_way = FuturesUnordered::new();
    let mut busy: HashMap<Slug, bool> = HashMap::new();
    loop {
        let due: HashSet<Slug> = tokio::select! {
            slug = heard.recv() => slug.into_iter().collect(),
            _ = ticks.tick() => cities(app).into_iter().map(|tenant| tenant.slug.clone()).collect(),
            Some(done) = under_way.next(), if !under_way.is_empty() => {
                let (slug, left): (Slug, Option<usize>) = done;
                let is_asked_again = busy.remove(&slug) == Some(true);
                if let Some(next) = next.filter(|_| left.is_some_and(|left| left > 0)) {
                    // Nobody listens only when all is over.
                    let _ = next.send(slug.clone());
                }
                HashSet::from_iter((is_asked_again && left.is_some()).then_some(slug))
            }
        };
        for tenant in cities(app).into_iter().filter(|tenant| due.contains(&tenant.slug)) {
            if let Some(is_asked_again) = busy.get_mut(&tenant.slug) {
                *is_asked_again = true;
            } else {
                busy.insert(tenant.slug.clone(), false);
                under_way.push(see_to(app, tenant, work));
            }
        }
    }
}

/// Does what there is to do in one city; nothing if that failed, and then the city is left alone for a while.
async fn see_to(app: &Arc<App>, tenant: Arc<Tenant>, work: Work) -> (Slug, Option<usize>) {
    let outcome = work(&scope(app, &tenant)).await;
    if let Err(fault) = &outcome {
        tracing::error!(tenant = %tenant.slug, error = fault.describe(), "people could not be told; trying again");
        tokio::time::sleep(PAUSE).await;
    }
    (tenant.slug.clone(), outcome.ok())
}

fn cities(app: &App) -> Vec<Arc<Tenant>> {
    let is_served =
        |tenant: &&Arc<Tenant>| tenant.state == TenantState::Active && tenant.has(Some(notifications::MODULE));
    app.registry.current().tenants().filter(is_served).cloned().collect()
}

fn scope(app: &Arc<App>, tenant: &Arc<Tenant>) -> Scope {
    Scope::new(app.clone(), tenant.clone(), Actor::System, Lang::Pl)
}
