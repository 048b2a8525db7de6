//! How fast mail goes: so many a minute for a city, and so many for a domain it goes to.
//!
//! What comes too early is given a turn of its own later, rather than asked again and again.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::Duration,
};

use chrono::{DateTime, TimeDelta, Utc};
use kernel::{
    error::Code,
    limits::Rule,
    mail::{Lane, Leased, normal_address},
    scope::Scope,
    slug::Slug,
};

/// The time that rates are told for.
const MINUTE: Duration = Duration::from_secs(60);
/// Turns that are remembered; those that passed are forgotten when there are more.
const MOST_TURNS: usize = 10_000;

/// When the next turn of each city, lane and domain is; of a city alone without a domain. Lanes have turns of their own:
/// what concerns one person does not stand behind a night's mails.
#[derive(Debug, Default)]
pub(super) struct Rates(Mutex<HashMap<(Slug, Lane, String), DateTime<Utc>>>);

impl Rates {
    /// Counts a mail that is to go now; when its turn is if it is too early. Codes go at once, and so does what warns of
    /// danger.
    pub(super) async fn take(&self, scope: &Scope, mail: &Leased) -> Result<(), DateTime<Utc>> {
        let settings = &scope.tenant.mail;
        let rule = |name, tries| Rule { name, tries, window: MINUTE };
        let of_city = settings.per_minute.map(|tries| rule("mail.city", tries));
        let of_domain = rule("mail.domain", settings.domain_per_minute());
        if mail.lane.is_express() {
            return Ok(());
        }
        let address = normal_address(&mail.to);
        let domain = address.rsplit_once('@').map_or("", |(_, domain)| domain);
        let limits = &scope.app().limits;
        // Counters that cannot be asked keep no mail back.
        let is_early = |code: Code| code == Code::RateLimited;
        if let Some(rule) = of_city
            && limits.peek(scope, rule, "").await.is_err_and(|fault| is_early(fault.code))
        {
            return Err(self.turn(scope, mail.lane, "", rule.tries));
        }
        if limits.take(scope, of_domain, domain).await.is_err_and(|fault| is_early(fault.code)) {
            return Err(self.turn(scope, mail.lane, domain, of_domain.tries));
        }
        if let Some(rule) = of_city {
            let _ = limits.take(scope, rule, "").await;
        }
        Ok(())
    }

    /// The next turn, which is nobody else's then.
    fn turn(&self, scope: &Scope, lane: Lane, domain: &str, per_minute: u32) -> DateTime<Utc> {
        let now = scope.now();
        let each = TimeDelta::milliseconds(60_000 / i64::from(per_minute.max(1)));
        let mut turns = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if turns.len() > MOST_TURNS {
            turns.retain(|_, turn| *turn > now);
        }
        let turn = turns.entry((scope.tenant.slug.clone(), lane, domain.to_owned())).or_insert(now);
        *turn = (*turn).max(now) + each;
        *turn
    }
}
