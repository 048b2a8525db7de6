//! Subscriptions over a WebSocket, by the protocol `graphql-transport-ws`.

use std::collections::HashMap;

use async_graphql::{Response as Answer, Value as GraphQlValue};
use axum::{
    extract::{
        FromRequestParts as _, Request,
        ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade},
    },
    http::header,
    response::{IntoResponse as _, Response},
};
use futures_util::StreamExt as _;
use kernel::{error::Code, i18n::Lang, slug::Slug};
use serde::Deserialize;
use serde_json::{Map, Value, json};
use tokio::{sync::mpsc, task::JoinHandle, time::Instant};

use super::{End, Entry, Listener, Permit, Stopping, enter, operate, refuse};
use crate::{
    graphql::{self, Call, admit},
    http::{forms, graphql::equip, visit::Visit},
};

/// The protocol that is spoken.
const PROTOCOL: &str = "graphql-transport-ws";
/// Bytes of a message.
const MAX_MESSAGE: usize = 128 * 1024;
/// Characters of an operation's id.
const MAX_ID: usize = 100;
/// Answers of all operations that wait for a client that is slow to take them.
const WAITING: usize = 64;
/// Heartbeats that may pass without a word from the client.
const SILENT_BEATS: u32 = 3;

/// What a client says.
#[derive(Deserialize)]
#[serde(tag = "type", rename_all = "snake_case")]
enum Said {
    ConnectionInit {
        #[serde(default)]
        payload: Option<Map<String, Value>>,
    },
    Ping {
        #[serde(default)]
        payload: Option<Map<String, Value>>,
    },
    Pong {},
    Subscribe {
        id: String,
        payload: Call,
    },
    Complete {
        id: String,
    },
}

/// Why a socket closes: the protocol's codes and words.
type Close = (u16, &'static str);

const BAD_MESSAGE: Close = (4400, "Invalid message");
const UNAUTHORIZED: Close = (4401, "Unauthorized");
const FORBIDDEN: Close = (4403, "Forbidden");
const INIT_TOO_LATE: Close = (4408, "Connection initialisation timeout");
const TWICE: Close = (4409, "Subscriber already exists");
const INIT_TWICE: Close = (4429, "Too many initialisation requests");
/// RFC 6455, 7.4.1, and IANA's registry of close codes.
const GOING_AWAY: Close = (1001, "Going away");
const TRY_AGAIN: Close = (1013, "Try again later");

impl From<End> for Close {
    fn from(end: End) -> Self {
        match end {
            End::SignedOut => UNAUTHORIZED,
            End::Changed => (1012, "Rights or modules have changed"),
            End::Closed => FORBIDDEN,
        }
    }
}

/// Takes up a WebSocket, if it may be.
pub(in crate::http) async fn upgrade(
    visit: Visit,
    token: Option<String>,
    lang: Option<Lang>,
    request: Request,
    stopping: Option<Stopping>,
) -> Response {
    let (mut parts, _) = request.into_parts();
    // A browser sends its cookies along whoever's page opens a WebSocket, and no preflight asks first.
    let says_origin = parts.headers.contains_key(header::ORIGIN);
    if visit.session.is_some() && (!says_origin || forms::is_foreign(&parts.headers, &visit)) {
        return refuse(&visit, Code::Forbidden, "another site's page may not act for who is signed in here");
    }
    let upgrade = match WebSocketUpgrade::from_request_parts(&mut parts, &()).await {
        Ok(upgrade) => upgrade.protocols([PROTOCOL]),
        Err(rejection) => return rejection.into_response(),
    };
    if upgrade.selected_protocol().is_none() {
        return refuse(&visit, Code::BadUserInput, "the subprotocol is graphql-transport-ws");
    }
    let entry = match enter(&visit) {
        Ok(entry) => entry,
        Err(response) => return response,
    };
    let listener = Listener { visit, token, lang };
    upgrade
        .max_message_size(MAX_MESSAGE)
        .max_frame_size(MAX_MESSAGE)
        .on_failed_upgrade(|err| tracing::debug!(error = %err, "a WebSocket did not come about"))
        .on_upgrade(move |socket| Box::pin(run(socket, listener, entry, stopping)))
}

async fn run(mut socket: WebSocket, mut listener: Listener, entry: Entry, mut stopping: Option<Stopping>) {
    let outcome = match acknowledge(&mut socket, &mut listener, &mut stopping).await {
        Ok(()) => {
            let account = listener.visit.actor.account();
            let city = listener.visit.tenant.as_ref().map(|tenant| tenant.slug.clone());
            match (city, account) {
                (Some(city), Some(account)) => match listener.visit.server.live.enter_as(&city, account) {
                    Some(_permit) => serve(&mut socket, &listener, &mut stopping).await,
                    None => Err(Some(TRY_AGAIN)),
                },
                _ => serve(&mut socket, &listener, &mut stopping).await,
            }
        }
        Err(close) => Err(close),
    };
    if let Err(Some((code, reason))) = outcome {
        let frame = CloseFrame { code, reason: reason.into() };
        let patience = listener.visit.server.live.pace.patience;
        let _ = tokio::time::timeout(patience, socket.send(Message::Close(Some(frame)))).await;
    }
    drop(entry);
}

/// Nothing to say to a client that has gone or is to be cut off; else why the socket closes.
type Outcome = Result<(), Option<Close>>;

/// Waits for the client to say who it is.
async fn acknowledge(socket: &mut WebSocket, listener: &mut Listener, stopping: &mut Option<Stopping>) -> Outcome {
    let deadline = Instant::now() + listener.visit.server.live.pace.patience;
    loop {
        let message = tokio::select! {
            message = socket.recv() => message,
            () = tokio::time::sleep_until(deadline) => return Err(Some(INIT_TOO_LATE)),
            () = stop(stopping) => return Err(Some(GOING_AWAY)),
        };
        match read(message)? {
            Some(Said::ConnectionInit { payload }) => {
                if let Some(text) = payload.as_ref().and_then(authorization) {
                    let token = text.strip_prefix("Bearer ").map(str::trim).ok_or(Some(FORBIDDEN))?;
                    let known = listener.visit.clone().with_token(token).await;
                    listener.visit = known.map_err(|fault| {
                        if fault.code == Code::Unauthenticated {
                            return Some(FORBIDDEN);
                        }
                        fault.log();
                        Some(TRY_AGAIN)
                    })?;
                    listener.token = Some(token.to_owned());
                }
                return send(socket, listener, json!({ "type": "connection_ack" })).await;
            }
            Some(Said::Ping { payload }) => pong(socket, listener, payload).await?,
            Some(Said::Subscribe { .. }) => return Err(Some(UNAUTHORIZED)),
            Some(Said::Pong {} | Said::Complete { .. }) | None => {}
        }
    }
}

fn authorization(payload: &Map<String, Value>) -> Option<&str> {
    payload.iter().find(|(name, _)| name.eq_ignore_ascii_case("authorization"))?.1.as_str()
}

/// An operation under way; dropped, it ends.
struct Operation {
    number: u64,
    task: JoinHandle<()>,
}

impl Drop for Operation {
    fn drop(&mut self) {
        self.task.abort();
    }
}

/// What an operation has to say. Its number tells it from an earlier one of the same id.
struct Told {
    id: String,
    number: u64,
    message: Value,
    is_last: bool,
}

async fn serve(socket: &mut WebSocket, listener: &Listener, stopping: &mut Option<Stopping>) -> Outcome {
    let pace = listener.visit.server.live.pace;
    let (sender, mut told) = mpsc::channel::<Told>(WAITING);
    let mut operations: HashMap<String, Operation> = HashMap::new();
    let (mut number, mut silent) = (0, 0);
    let mut beats = tokio::time::interval_at(Instant::now() + pace.heartbeat, pace.heartbeat);
    let end = listener.end();
    tokio::pin!(end);
    loop {
        tokio::select! {
            message = socket.recv() => {
                silent = 0;
                match read(message)? {
                    Some(Said::ConnectionInit { .. }) => return Err(Some(INIT_TWICE)),
                    Some(Said::Ping { payload }) => pong(socket, listener, payload).await?,
                    Some(Said::Complete { id }) => {
                        operations.remove(&id);
                    }
                    Some(Said::Subscribe { id, payload }) => {
                        if operations.contains_key(&id) {
                            return Err(Some(TWICE));
                        }
                        if id.is_empty() || id.len() > MAX_ID {
                            return Err(Some(BAD_MESSAGE));
                        }
                        if operations.len() >= pace.operations {
                            let why = format!("at most {} operations at a time", pace.operations);
                            send(socket, listener, too_many(&id, &why)).await?;
                            continue;
                        }
                        let Some(permit) = operate(&listener.visit) else {
                            send(socket, listener, too_many(&id, "too many operations of this place")).await?;
                            continue;
                        };
                        number += 1;
                        let task = run_operation(listener, permit, payload, id.clone(), number, sender.clone());
                        operations.insert(id, Operation { number, task: tokio::spawn(task) });
                    }
                    Some(Said::Pong {}) | None => {}
                }
            }
            Some(told) = told.recv() => {
                // What an operation said before it was ended is not passed on.
                if operations.get(&told.id).is_some_and(|operation| operation.number == told.number) {
                    if told.is_last {
                        operations.remove(&told.id);
                    }
                    send(socket, listener, told.message).await?;
                }
            }
            _ = beats.tick() => {
                silent += 1;
                if silent > SILENT_BEATS {
                    return Err(None);
                }
                write(socket, listener, Message::Ping(axum::body::Bytes::new())).await?;
            }
            end = &mut end => return Err(Some(end.into())),
            () = stop(stopping) => return Err(Some(GOING_AWAY)),
        }
    }
}

/// What is said of an operation that is one too many.
fn too_many(id: &str, why: &str) -> Value {
    let error = json!({ "message": why, "extensions": { "code": Code::RateLimited.as_str() } });
    json!({ "type": "error", "id": id, "payload": [error] })
}

/// Runs an operation in a task of its own: what resolvers hold must not depend on how fast a client reads.
fn run_operation(
    listener: &Listener,
    permit: Permit<(Slug, String)>,
    call: Call,
    id: String,
    number: u64,
    sender: mpsc::Sender<Told>,
) -> impl Future<Output = ()> + Send + 'static {
    let visit = listener.visit.clone();
    let scope = visit.scope(listener.lang);
    async move {
        // It counts until its task is really gone.
        let _permit = permit;
        let told = |message, is_last| Told { id: id.clone(), number, message, is_last };
        let errors = |answer: &Answer| json!({ "type": "error", "id": id, "payload": answer.errors });
        let request = match admit(call) {
            Ok(request) => equip(&visit, request),
            Err(refused) => {
                let refused = graphql::finish(refused, &visit.request_id);
                let _ = sender.send(told(errors(&refused), true)).await;
                return;
            }
        };
        let Some(scope) = scope else { return };
        let answers = graphql::answers(&visit.server.schemas, scope, &visit.origin, &visit.request_id, request);
        let mut answers = answers.await;
        let mut is_first = true;
        while let Some(answer) = answers.next().await {
            // What never ran has errors and nothing else.
            if is_first && !answer.errors.is_empty() && answer.data == GraphQlValue::Null {
                let _ = sender.send(told(errors(&answer), true)).await;
                return;
            }
            is_first = false;
            let message = json!({ "type": "next", "id": id, "payload": answer });
            if sender.send(told(message, false)).await.is_err() {
                return;
            }
        }
        let _ = sender.send(told(json!({ "type": "complete", "id": id }), true)).await;
    }
}

/// Reads a message; nothing for what is WebSocket's own.
fn read(message: Option<Result<Message, axum::Error>>) -> Result<Option<Said>, Option<Close>> {
    match message {
        Some(Ok(Message::Text(text))) => serde_json::from_str(&text).map(Some).map_err(|_| Some(BAD_MESSAGE)),
        Some(Ok(Message::Binary(_))) => Err(Some(BAD_MESSAGE)),
        Some(Ok(Message::Ping(_) | Message::Pong(_))) => Ok(None),
        Some(Ok(Message::Close(_)) | Err(_)) | None => Err(None),
    }
}

async fn pong(socket: &mut WebSocket, listener: &Listener, payload: Option<Map<String, Value>>) -> Outcome {
    let message = match payload {
        Some(payload) => json!({ "type": "pong", "payload": payload }),
        None => json!({ "type": "pong" }),
    };
    send(socket, listener, message).await
}

async fn send(socket: &mut WebSocket, listener: &Listener, message: Value) -> Outcome {
    write(socket, listener, Message::Text(message.to_string().into())).await
}

/// Whoever does not take what they asked for is cut off.
async fn write(socket: &mut WebSocket, listener: &Listener, message: Message) -> Outcome {
    let sent = tokio::time::timeout(listener.visit.server.live.pace.patience, socket.send(message)).await;
    if matches!(sent, Ok(Ok(()))) { Ok(()) } else { Err(None) }
}

/// Resolves when the server is to stop.
async fn stop(stopping: &mut Option<Stopping>) {
    match stopping {
        Some(stopping) => stopping.wait().await,
        None => std::future::pending().await,
    }
}
