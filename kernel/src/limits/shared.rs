//! Counters of a Redis server, which several servers share.

use std::{
    fmt,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use redis::{
    Client, RedisError, Script,
    aio::{ConnectionManager, ConnectionManagerConfig},
};
use tokio::time::timeout;

use super::Ask;
use crate::error::{Fault, Result};

/// How long a request waits for Redis.
const PATIENCE: Duration = Duration::from_millis(200);
/// How long nobody asks a Redis that did not answer.
const PAUSE: Duration = Duration::from_secs(1);
/// How long connecting may take; it goes on while requests do without.
const CONNECTING: Duration = Duration::from_secs(3);
/// How often we say that Redis is away.
const LOG_EVERY: Duration = Duration::from_secs(60);

/// One counter: the time up to which it is spent, in microseconds since 1970, by Redis's own clock. The same as
/// [`Ask::decide`], in one step that nobody gets in between.
const SCRIPT: &str = "\
local cost, burst = tonumber(ARGV[1]), tonumber(ARGV[2])
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000000 + tonumber(time[2])
local spent = tonumber(redis.call('GET', KEYS[1]) or now)
spent = math.min(math.max(spent, now), now + burst)
local later = spent + cost
local wait = later - now - burst
if wait > 0 then return wait end
if ARGV[3] == '1' then
  redis.call('SET', KEYS[1], string.format('%.0f', later), 'PX', math.max(1, math.ceil((later - now) / 1000)))
end
return 0
";

/// Counters of a Redis server.
pub(super) struct Shared {
    client: Client,
    script: Script,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    connection: Option<(ConnectionManager, Instant)>,
    away_until: Option<Instant>,
    logged_at: Option<Instant>,
}

/// Why Redis did not help.
enum Away {
    Silent,
    Failed(RedisError),
}

impl fmt::Debug for Shared {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Shared")
    }
}

impl Shared {
    /// Counters of the Redis server at that address; connects when it is first asked.
    pub(super) fn new(url: &str) -> Result<Self> {
        let client = Client::open(url).map_err(|_| {
            Fault::bad_input("redis_url", "an address such as redis://127.0.0.1:6379 or rediss://… is expected")
        })?;
        Ok(Self { client, script: Script::new(SCRIPT), state: Mutex::default() })
    }

    /// How long to wait, in microseconds; 0 if the tries pass. None if Redis is away.
    pub(super) async fn ask(&self, name: &str, ask: Ask) -> Option<i64> {
        let mut connection = self.connection()?;
        let mut call = self.script.key(name);
        call.arg(ask.cost).arg(ask.burst).arg(u8::from(ask.counts));
        let answer = timeout(PATIENCE, call.invoke_async::<i64>(&mut connection)).await;
        self.told(answer.map_err(|_| Away::Silent).and_then(|answer| answer.map_err(Away::Failed)))
    }

    /// Forgets the counter, if Redis is there.
    pub(super) async fn forget(&self, name: &str) {
        let Some(mut connection) = self.connection() else { return };
        let mut call = redis::cmd("DEL");
        call.arg(name);
        let answer = timeout(PATIENCE, call.query_async::<()>(&mut connection)).await;
        self.told(answer.map_err(|_| Away::Silent).and_then(|answer| answer.map_err(Away::Failed)));
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A connection; none while Redis is thought to be away. When the pause is over, one caller tries for all.
    fn connection(&self) -> Option<ConnectionManager> {
        let mut state = self.state();
        let now = Instant::now();
        if let Some(until) = state.away_until {
            if now < until {
                return None;
            }
            state.away_until = Some(now + PAUSE);
        }
        if let Some((connection, _)) = &state.connection {
            return Some(connection.clone());
        }
        let config = ConnectionManagerConfig::new()
            .set_number_of_retries(0)
            .set_connection_timeout(Some(CONNECTING))
            .set_response_timeout(Some(CONNECTING));
        let connection = match ConnectionManager::new_lazy_with_config(self.client.clone(), config) {
            Ok(connection) => connection,
            Err(err) => {
                drop(state);
                return self.told(Err(Away::Failed(err)));
            }
        };
        // A lazy connection gets on only while somebody waits for it, and those who ask may not wait for long.
        let mut first = connection.clone();
        tokio::spawn(async move { redis::cmd("PING").query_async::<()>(&mut first).await });
        state.connection = Some((connection.clone(), now));
        Some(connection)
    }

    /// Takes note of how a call went.
    fn told<T>(&self, answer: Result<T, Away>) -> Option<T> {
        let away = match answer {
            Ok(answer) => {
                self.state().away_until = None;
                return Some(answer);
            }
            Err(away) => away,
        };
        let mut state = self.state();
        let now = Instant::now();
        state.away_until = Some(now + PAUSE);
        // A new connection is made unless this one may still be on its way: one whose peer is gone without a farewell
        // would stay silent for a quarter of an hour.
        if state
            .connection
            .as_ref()
            .is_some_and(|(_, made_at)| matches!(away, Away::Failed(_)) || now.duration_since(*made_at) > CONNECTING)
        {
            state.connection = None;
        }
        if state.logged_at.is_none_or(|at| now.duration_since(at) >= LOG_EVERY) {
            state.logged_at = Some(now);
            let error = match away {
                Away::Silent => "no answer in time".to_owned(),
                Away::Failed(err) => err.to_string(),
            };
            tracing::warn!(error, "redis is away; each server limits tries by itself");
        }
        None
    }
}
