//! How often somebody may try something.
//!
//! A rule is a bucket of tries that fills again evenly (the generic cell rate algorithm): all its tries at once, then
//! one each `window / tries`. A try that is refused costs nothing, so somebody who hammers at an account keeps its
//! owner out no longer than the next try takes to come back.
//!
//! Counters are this process's own, or Redis's where servers share them. While Redis is away, each process counts for
//! itself: limits get laxer then, and nothing fails.

mod local;
mod shared;

use std::time::Duration;

use crate::{
    error::{Fault, Result},
    scope::Scope,
};
use local::Local;
use shared::Shared;

/// So many tries in such a time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// What is tried: part of the key, `sign-in.address`.
    pub name: &'static str,
    /// How often at once.
    pub tries: u32,
    /// The time in which all tries come back, one after the other.
    pub window: Duration,
}

/// Counters of this process, or of Redis where servers share them.
#[derive(Debug, Default)]
pub struct Limits {
    local: Local,
    shared: Option<Shared>,
}

/// A question to the counters, in microseconds.
#[derive(Clone, Copy, Debug)]
struct Ask {
    /// What the tries cost: the time in which they come back.
    cost: i64,
    /// How much may be spent at once.
    burst: i64,
    /// Whether the tries count.
    counts: bool,
}

impl Ask {
    fn new(rule: Rule, tries: u32, counts: bool) -> Self {
        let window = i64::try_from(rule.window.as_micros()).unwrap_or(i64::MAX);
        let each = (window / i64::from(rule.tries.max(1))).max(1);
        let times = |tries: u32| each.saturating_mul(i64::from(tries));
        Self { cost: times(tries), burst: times(rule.tries), counts }
    }

    /// What becomes of a counter at this moment: the time up to which it is spent then, or how long to wait.
    fn decide(self, spent_until: i64, now: i64) -> Result<i64, i64> {
        // A clock that was set back must not keep people out for longer than a window.
        let spent_until = spent_until.clamp(now, now.saturating_add(self.burst));
        let then = spent_until.saturating_add(self.cost);
        let wait = then.saturating_sub(now).saturating_sub(self.burst);
        if wait > 0 { Err(wait) } else { Ok(then) }
    }
}

impl Limits {
    /// Counters of the Redis server at that address (`redis://` or `rediss://`), else of this process. Connects when
    /// it is first asked.
    pub fn connect(redis_url: Option<&str>) -> Result<Self> {
        Ok(Self { local: Local::default(), shared: redis_url.map(Shared::new).transpose()? })
    }

    /// Counts a try of `key`; a fault that says when to try again if there were too many.
    pub async fn take(&self, scope: &Scope, rule: Rule, key: &str) -> Result<()> {
        self.take_many(scope, rule, key, 1).await
    }

    /// Counts several tries of `key` at once, all or none: what is measured in kilobytes, say.
    pub async fn take_many(&self, scope: &Scope, rule: Rule, key: &str, tries: u32) -> Result<()> {
        self.ask(&name(scope, rule, key)?, Ask::new(rule, tries, true), now(scope)).await
    }

    /// Whether a try of `key` would pass now, without counting one. Between this and a [`take`](Self::take) others may
    /// try: where each try must count, take it before and [`forget`](Self::forget) it if all went well.
    pub async fn peek(&self, scope: &Scope, rule: Rule, key: &str) -> Result<()> {
        self.ask(&name(scope, rule, key)?, Ask::new(rule, 1, false), now(scope)).await
    }

    /// Forgets the tries of `key`: it was their owner.
    pub async fn forget(&self, scope: &Scope, rule: Rule, key: &str) -> Result<()> {
        self.drop_counter(&name(scope, rule, key)?).await;
        Ok(())
    }

    async fn ask(&self, name: &str, ask: Ask, now: i64) -> Result<()> {
        let shared = match &self.shared {
            Some(shared) => shared.ask(name, ask).await,
            None => None,
        };
        let wait = shared.unwrap_or_else(|| self.local.ask(name, ask, now));
        match wait {
            0 => Ok(()),
            wait => Err(Fault::rate_limited(wait.unsigned_abs().div_ceil(1_000_000))),
        }
    }

    async fn drop_counter(&self, name: &str) {
        self.local.forget(name);
        if let Some(shared) = &self.shared {
            shared.forget(name).await;
        }
    }
}

fn now(scope: &Scope) -> i64 {
    scope.now().timestamp_micros()
}

/// A counter's name. Keys are addresses of people and machines, few enough to be guessed from a mere hash, so they are
/// told by a signature that only this installation can make.
fn name(scope: &Scope, rule: Rule, key: &str) -> Result<String> {
    let message = format!("{}\0{key}", rule.name);
    let key = scope.app().keys.sign(&scope.purpose("limit"), message.as_bytes())?;
    Ok(format!("tablica:{}:limit:{}:{key}", scope.tenant.slug, rule.name))
}

#[cfg(test)]
mod tests {
    use std::{
        net::TcpListener,
        process::{Child, Command, Stdio},
        time::Instant,
    };

    use super::*;
    use crate::error::Code;

    const RULE: Rule = Rule { name: "test", tries: 5, window: Duration::from_secs(600) };
    const SECOND: i64 = 1_000_000;

    /// Seconds to wait; none if the try passed.
    async fn wait(limits: &Limits, name: &str, ask: Ask, now: i64) -> Option<String> {
        let fault = limits.ask(name, ask, now).await.err()?;
        assert_eq!(fault.code, Code::RateLimited);
        Some(fault.message.split(' ').rev().nth(1).unwrap().to_owned())
    }

    async fn take(limits: &Limits, name: &str, now: i64) -> Option<String> {
        wait(limits, name, Ask::new(RULE, 1, true), now).await
    }

    #[tokio::test]
    async fn tries_are_spent_and_come_back_evenly() {
        let limits = Limits::default();
        let mut now = 1_800_000_000 * SECOND;
        for _ in 0..5 {
            assert_eq!(take(&limits, "a", now).await, None);
        }
        for _ in 0..100 {
            assert_eq!(take(&limits, "a", now).await.as_deref(), Some("120"), "what is refused costs nothing");
        }
        assert_eq!(take(&limits, "b", now).await, None, "somebody else");
        now += 119 * SECOND + 1;
        assert_eq!(take(&limits, "a", now).await.as_deref(), Some("1"));
        now += SECOND;
        assert_eq!(take(&limits, "a", now).await, None);
        assert_eq!(take(&limits, "a", now).await.as_deref(), Some("120"));
        now += 600 * SECOND;
        for _ in 0..5 {
            assert_eq!(take(&limits, "a", now).await, None);
        }
        assert!(take(&limits, "a", now).await.is_some());
    }

    #[tokio::test]
    async fn peeking_counts_nothing_and_forgetting_gives_all_back() {
        let limits = Limits::default();
        let peek = Ask::new(RULE, 1, false);
        for _ in 0..50 {
            assert_eq!(wait(&limits, "a", peek, 0).await, None);
        }
        for _ in 0..5 {
            assert_eq!(take(&limits, "a", 0).await, None);
        }
        assert!(wait(&limits, "a", peek, 0).await.is_some());
        limits.drop_counter("a").await;
        assert_eq!(wait(&limits, "a", peek, 0).await, None);
        assert_eq!(take(&limits, "a", 0).await, None);
    }

    #[tokio::test]
    async fn several_tries_pass_together_or_not_at_all() {
        let limits = Limits::default();
        let many = |tries| Ask::new(RULE, tries, true);
        assert_eq!(wait(&limits, "a", many(3), 0).await, None);
        assert_eq!(wait(&limits, "a", many(3), 0).await.as_deref(), Some("120"));
        assert_eq!(wait(&limits, "a", many(2), 0).await, None);
        assert!(wait(&limits, "b", many(6), 0).await.is_some(), "more than there ever are");
        let none = Rule { tries: 0, ..RULE };
        assert!(wait(&limits, "c", Ask::new(none, 1, true), 0).await.is_some());
    }

    #[tokio::test]
    async fn a_clock_set_back_locks_nobody_out_for_long() {
        let limits = Limits::default();
        for _ in 0..5 {
            assert_eq!(take(&limits, "a", 1_000_000 * SECOND).await, None);
        }
        assert_eq!(take(&limits, "a", 0).await.as_deref(), Some("120"));
    }

    #[test]
    fn bad_addresses_of_redis_are_refused() {
        for bad in ["", "localhost:6379", "http://localhost:6379", "redis://", "redis://:pass word@x:99999"] {
            let fault = Limits::connect(Some(bad)).unwrap_err();
            assert_eq!((fault.code, fault.field), (Code::BadUserInput, Some("redis_url")), "{bad}");
            assert!(!fault.describe().contains("pass word"));
        }
        assert!(Limits::connect(Some("redis://user:secret@127.0.0.1:1/3")).is_ok(), "connects later");
        assert!(Limits::connect(None).is_ok());
    }

    #[tokio::test]
    async fn without_its_redis_each_process_counts_for_itself() {
        // Nobody listens at the one; the other takes connections and never says a word.
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let silent = listener.local_addr().unwrap();
        for url in ["redis://127.0.0.1:1".to_owned(), format!("redis://{silent}"), format!("rediss://{silent}")] {
            let limits = Limits::connect(Some(&url)).unwrap();
            let begun = Instant::now();
            for _ in 0..5 {
                assert_eq!(take(&limits, "a", 0).await, None);
            }
            assert!(take(&limits, "a", 0).await.is_some());
            limits.drop_counter("a").await;
            assert_eq!(take(&limits, "a", 0).await, None);
            assert!(begun.elapsed() < Duration::from_secs(2), "only the first has to wait: {:?}", begun.elapsed());
        }
    }

    fn redis_url() -> Option<String> {
        std::env::vars().find(|(name, _)| name == "TABLICA_TEST_REDIS_URL").map(|(_, url)| url)
    }

    #[tokio::test]
    async fn processes_share_what_redis_counts() {
        let Some(url) = redis_url() else { return };
        let one = Limits::connect(Some(&url)).unwrap();
        let two = Limits::connect(Some(&url)).unwrap();
        let name = format!("tablica:test:limit:test:{}", uuid::Uuid::now_v7());
        // The time is Redis's own: the servers' clocks may differ.
        for now in 0..5 {
            let limits = if now % 2 == 0 { &one } else { &two };
            assert_eq!(take(limits, &name, now * 1_000 * SECOND).await, None);
        }
        assert_eq!(take(&one, &name, 0).await.as_deref(), Some("120"));
        assert_eq!(take(&two, &name, 0).await.as_deref(), Some("120"));
        two.drop_counter(&name).await;
        assert_eq!(wait(&one, &name, Ask::new(RULE, 5, false), 0).await, None);
        assert_eq!(wait(&one, &name, Ask::new(RULE, 3, true), 0).await, None);
        assert_eq!(wait(&two, &name, Ask::new(RULE, 3, true), 0).await.as_deref(), Some("120"));
        // Of many at the same time, no more pass than may.
        let crowd = format!("{name}-crowd");
        let ask = Ask::new(RULE, 1, true);
        let tries = (0..40).map(|i| if i % 2 == 0 { &one } else { &two }.ask(&crowd, ask, 0));
        let passed = futures_util::future::join_all(tries).await.into_iter().flatten().count();
        assert_eq!(passed, 5);
        let quick = Rule { window: Duration::from_millis(300), tries: 1, ..RULE };
        let quick = Ask::new(quick, 1, true);
        let short = format!("{name}-short");
        assert_eq!(wait(&one, &short, quick, 0).await, None);
        assert_eq!(wait(&two, &short, quick, 0).await.as_deref(), Some("1"));
        tokio::time::sleep(Duration::from_millis(350)).await;
        assert_eq!(wait(&two, &short, quick, 0).await, None);
    }

    /// A Redis server of one's own, that ends with the test.
    struct Redis(Child);

    impl Redis {
        fn start(port: u16) -> Self {
            let server = Command::new("redis-server")
                .args(["--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--port", &port.to_string()])
                .stdout(Stdio::null())
                .spawn();
            Self(server.unwrap())
        }

        fn signal(&self, signal: &str) {
            let done = Command::new("kill").args([signal, &self.0.id().to_string()]).status();
            assert!(done.unwrap().success());
        }
    }

    impl Drop for Redis {
        fn drop(&mut self) {
            let _ = self.0.kill();
            let _ = self.0.wait();
        }
    }

    /// Whether a server counts, and not this process: of two that share a counter, the second sees the first's try.
    async fn is_shared(one: &Limits, two: &Limits) -> bool {
        let name = uuid::Uuid::now_v7().to_string();
        let all = Ask::new(RULE, 5, true);
        one.ask(&name, all, 0).await.is_ok() && two.ask(&name, all, 0).await.is_err()
    }

    async fn becomes_shared(one: &Limits, two: &Limits) {
        let begun = Instant::now();
        while !is_shared(one, two).await {
            assert!(begun.elapsed() < Duration::from_secs(20), "Redis is back, and nobody asks it");
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }

    #[tokio::test]
    async fn a_redis_that_stops_or_hangs_is_missed_and_found_again() {
        if redis_url().is_none() {
            return;
        }
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let url = format!("redis://127.0.0.1:{port}");
        let (one, two) = (Limits::connect(Some(&url)).unwrap(), Limits::connect(Some(&url)).unwrap());
        let redis = Redis::start(port);
        becomes_shared(&one, &two).await;
        redis.signal("-STOP");
        for limits in [&one, &two] {
            let begun = Instant::now();
            assert_eq!(take(limits, "hanging", 0).await, None);
            assert!(begun.elapsed() < Duration::from_millis(400), "{:?}", begun.elapsed());
        }
        assert!(!is_shared(&one, &two).await);
        redis.signal("-CONT");
        becomes_shared(&one, &two).await;
        drop(redis);
        for limits in [&one, &two] {
            for _ in 0..5 {
                assert_eq!(take(limits, "stopped", 0).await, None);
            }
            assert!(take(limits, "stopped", 0).await.is_some(), "each counts for itself");
        }
        let _redis = Redis::start(port);
        becomes_shared(&one, &two).await;
    }
}
