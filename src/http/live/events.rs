//! Subscriptions as server-sent events: a request, and its answers as they come ("GraphQL over SSE", distinct connections).

use async_graphql::{Request, Response as Answer};
use axum::{
    body::{Body, Bytes},
    http::header,
    response::{IntoResponse as _, Response},
};
use futures_util::{StreamExt as _, stream};
use kernel::error::Code;
use serde_json::json;
use tokio::sync::mpsc;

use super::{End, Entry, Listener, Permit, Stopping, enter, operate, refuse, too_many};
use crate::{graphql, http::visit::Visit};

/// The media type of server-sent events.
pub(in crate::http) const EVENT_STREAM: &str = "text/event-stream";
/// Answers that wait for a client that is slow to take them.
const WAITING: usize = 16;
/// A comment, which clients pass over.
const HEARTBEAT: &str = ":\n\n";

/// What a connection holds for as long as it is open.
struct Held {
    _entry: Entry,
    _account: Option<Permit<(kernel::slug::Slug, uuid::Uuid)>>,
    _operation: Permit<(kernel::slug::Slug, String)>,
}

/// Answers a request with all that it is told until its client, or the server, has enough.
pub(in crate::http) async fn answer(
    visit: Visit,
    token: Option<String>,
    lang: Option<kernel::i18n::Lang>,
    request: Request,
    stopping: Option<Stopping>,
) -> Response {
    let held = match hold(&visit) {
        Ok(held) => held,
        Err(response) => return response,
    };
    let Some(scope) = visit.scope(lang) else {
        return refuse(&visit, Code::NotFound, "there is nothing to listen to here");
    };
    let (sender, receiver) = mpsc::channel::<Bytes>(WAITING);
    let listener = Listener { visit, token, lang };
    // In a task of its own: what resolvers hold must not depend on how fast a client reads.
    tokio::spawn(async move {
        let visit = &listener.visit;
        let answers = graphql::answers(&visit.server.schemas, scope, &visit.origin, &visit.request_id, request).await;
        tell(&listener, answers, stopping, &sender).await;
        drop(held);
    });
    let body = stream::unfold(receiver, |mut receiver| async {
        receiver.recv().await.map(|event| (Ok::<_, std::convert::Infallible>(event), receiver))
    });
    let headers = [
        (header::CONTENT_TYPE, "text/event-stream; charset=utf-8"),
        (header::CACHE_CONTROL, "no-store"),
        // Proxies that gather answers would keep events from their readers.
        (header::HeaderName::from_static("x-accel-buffering"), "no"),
    ];
    (headers, Body::from_stream(body)).into_response()
}

fn hold(visit: &Visit) -> Result<Held, Response> {
    let entry = enter(visit)?;
    let account = match (&visit.tenant, visit.actor.account()) {
        (Some(tenant), Some(account)) => {
            Some(visit.server.live.enter_as(&tenant.slug, account).ok_or_else(|| too_many(visit))?)
        }
        _ => None,
    };
    let operation = operate(visit).ok_or_else(|| too_many(visit))?;
    Ok(Held { _entry: entry, _account: account, _operation: operation })
}

async fn tell(
    listener: &Listener,
    mut answers: stream::BoxStream<'static, Answer>,
    mut stopping: Option<Stopping>,
    sender: &mpsc::Sender<Bytes>,
) {
    let pace = listener.visit.server.live.pace;
    let end = listener.end();
    tokio::pin!(end);
    loop {
        let stop = async {
            match &mut stopping {
                Some(stopping) => stopping.wait().await,
                None => std::future::pending().await,
            }
        };
        let (event, is_last) = tokio::select! {
            answer = answers.next() => match answer {
                Some(answer) => (next(&answer), false),
                None => (complete(), true),
            },
            end = &mut end => (format!("{}{}", next(&ended(end)), complete()), true),
            () = tokio::time::sleep(pace.heartbeat) => (HEARTBEAT.to_owned(), false),
            // Without a word that it is complete: the client comes again.
            () = stop => return,
            () = sender.closed() => return,
        };
        let sent = tokio::time::timeout(pace.patience, sender.send(event.into())).await;
        // Whoever does not take what they asked for is let go.
        if is_last || !matches!(sent, Ok(Ok(()))) {
            return;
        }
    }
}

fn ended(end: End) -> Answer {
    let mut error = async_graphql::ServerError::new(end.message(), None);
    error.extensions.get_or_insert_default().set("code", end.code().as_str());
    Answer::from_errors(vec![error])
}

/// An answer as an event. JSON has no line breaks of its own.
fn next(answer: &Answer) -> String {
    let data = serde_json::to_string(answer).unwrap_or_else(|err| {
        tracing::error!(error = %err, "an answer could not be written");
        json!({ "errors": [{ "message": "something went wrong", "extensions": { "code": "INTERNAL" } }] }).to_string()
    });
    format!("event: next\ndata: {data}\n\n")
}

fn complete() -> String {
    "event: complete\ndata:\n\n".to_owned()
}
