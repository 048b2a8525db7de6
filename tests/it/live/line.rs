//! A server on the air, and clients that speak to it by hand.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use axum::http::StatusCode;
use futures_util::{SinkExt as _, StreamExt as _};
use serde_json::{Value, json};
use tablica::{
    http::{self, Live, Pace},
    server::Server,
};
use tokio::{
    io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
    sync::oneshot,
    task::JoinHandle,
    time::timeout,
};
use tokio_tungstenite::{
    WebSocketStream, client_async,
    tungstenite::{Error, Message, client::IntoClientRequest as _},
};

use crate::support::{Pass, TestApp, Who};

/// Longer than anything may take that comes at all.
const LONG: Duration = Duration::from_secs(20);

/// A server that listens at a port of its own.
pub(super) struct Station {
    pub(super) address: SocketAddr,
    pub(super) server: Arc<Server>,
    stop: oneshot::Sender<()>,
    served: JoinHandle<()>,
}

impl Station {
    pub(super) async fn start(app: &TestApp, pace: Pace) -> Self {
        let mut server = Server::new(app.app.clone(), app.server.config.clone(), true).unwrap();
        server.live = Live::with(pace);
        let server = Arc::new(server);
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let router = http::router(server.clone());
        let served = tokio::spawn(async move {
            let stopped = async {
                let _ = stopped.await;
            };
            http::serve(listener, router, stopped).await;
        });
        Self { address, server, stop, served }
    }

    /// Stops the server, and waits until it has.
    pub(super) async fn stop(self) {
        self.stop.send(()).unwrap();
        self.served.await.unwrap();
    }

    fn host(&self, city: &str) -> String {
        match city {
            "localhost" => format!("localhost:{}", self.address.port()),
            city => format!("{city}.localhost:{}", self.address.port()),
        }
    }

    /// What a page of ours sends along of who signed in.
    pub(super) fn cookies(&self, city: &str, who: &Who) -> Vec<(&'static str, String)> {
        match &who.pass {
            Pass::Nobody => Vec::new(),
            Pass::Session(token) => {
                vec![("cookie", format!("__Host-session={token}")), ("origin", format!("http://{}", self.host(city)))]
            }
            Pass::Token(token) => vec![("authorization", format!("Bearer {token}"))],
        }
    }

    pub(super) async fn dial(&self, city: &str, headers: &[(&'static str, &str)]) -> Result<Line, StatusCode> {
        self.dial_by(city, Some("graphql-transport-ws"), headers).await
    }

    pub(super) async fn dial_owned(&self, city: &str, headers: &[(&'static str, String)]) -> Result<Line, StatusCode> {
        let headers: Vec<_> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.dial(city, &headers).await
    }

    /// Opens a WebSocket; the status of an answer that is none.
    pub(super) async fn dial_by(
        &self,
        city: &str,
        protocols: Option<&str>,
        headers: &[(&'static str, &str)],
    ) -> Result<Line, StatusCode> {
        let mut request = format!("ws://{}/graphql", self.host(city)).into_client_request().unwrap();
        let protocols = protocols.map(|protocols| ("sec-websocket-protocol", protocols));
        for (name, value) in headers.iter().copied().chain(protocols) {
            request.headers_mut().insert(name, value.parse().unwrap());
        }
        let stream = TcpStream::connect(self.address).await.unwrap();
        match client_async(request, stream).await {
            Ok((socket, _)) => Ok(Line(socket)),
            Err(Error::Http(response)) => Err(StatusCode::from_u16(response.status().as_u16()).unwrap()),
            Err(err) => panic!("{err}"),
        }
    }

    /// A WebSocket of somebody, at which the server has nodded.
    pub(super) async fn listen(&self, city: &str, who: &Who) -> Line {
        let mut line = self.dial_owned(city, &self.cookies(city, who)).await.unwrap();
        line.say(&json!({ "type": "connection_init" })).await;
        assert_eq!(line.hear().await, json!({ "type": "connection_ack" }));
        line
    }

    pub(super) async fn post(
        &self,
        city: &str,
        accept: &str,
        headers: &[(&'static str, String)],
        call: &Value,
    ) -> Events {
        let body = call.to_string();
        let mut head = format!(
            "POST /graphql HTTP/1.1\r\nhost: {}\r\ncontent-type: application/json\r\naccept: {accept}\r\ncontent-length: {}\r\n",
            self.host(city),
            body.len()
        );
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        self.exchange(&format!("{head}connection: close\r\n\r\n{body}")).await
    }

    pub(super) async fn get(&self, city: &str, path: &str, headers: &[(&'static str, &str)]) -> Events {
        let mut head = format!("GET {path} HTTP/1.1\r\nhost: {}\r\n", self.host(city));
        for (name, value) in headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        self.exchange(&format!("{head}connection: close\r\n\r\n")).await
    }

    async fn exchange(&self, request: &str) -> Events {
        let mut stream = TcpStream::connect(self.address).await.unwrap();
        stream.write_all(request.as_bytes()).await.unwrap();
        let mut stream = BufReader::new(stream);
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            let read = timeout(LONG, stream.read_line(&mut head)).await.unwrap().unwrap();
            assert_ne!(read, 0, "{head}");
        }
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Events { status, head: head.to_ascii_lowercase(), stream }
    }
}

/// A WebSocket's client.
pub(super) struct Line(WebSocketStream<TcpStream>);

impl Line {
    pub(super) async fn say(&mut self, message: &Value) {
        self.say_text(&message.to_string()).await;
    }

    pub(super) async fn say_text(&mut self, text: &str) {
        // The server may have hung up already; what it said of that is heard next.
        let _ = self.0.send(Message::text(text)).await;
    }

    pub(super) async fn say_bytes(&mut self, bytes: &'static [u8]) {
        self.0.send(Message::binary(bytes)).await.unwrap();
    }

    /// Says something without reading anything; not if it cannot be said.
    pub(super) async fn try_say(&mut self, message: &Value) -> bool {
        let said = self.0.send(Message::text(message.to_string()));
        timeout(Duration::from_millis(200), said).await.is_ok_and(|outcome| outcome.is_ok())
    }

    async fn next(&mut self) -> Option<Result<Message, Error>> {
        let heard = async {
            loop {
                match self.0.next().await {
                    Some(Ok(Message::Ping(_) | Message::Pong(_))) => {}
                    message => return message,
                }
            }
        };
        timeout(LONG, heard).await.unwrap()
    }

    pub(super) async fn hear(&mut self) -> Value {
        match self.next().await {
            Some(Ok(Message::Text(text))) => serde_json::from_str(&text).unwrap(),
            other => panic!("{other:?}"),
        }
    }

    /// The code with which the server closes, whatever it says before.
    pub(super) async fn closes(&mut self) -> u16 {
        loop {
            match self.next().await {
                Some(Ok(Message::Text(_))) => {}
                Some(Ok(Message::Close(Some(frame)))) => return frame.code.into(),
                other => panic!("{other:?}"),
            }
        }
    }

    /// Whether the connection ends, with whatever word.
    pub(super) async fn ends(&mut self) -> bool {
        loop {
            match self.next().await {
                Some(Ok(Message::Text(_))) => {}
                Some(Ok(Message::Close(_)) | Err(_)) | None => return true,
                Some(Ok(_)) => return false,
            }
        }
    }

    /// Lets what was asked for begin.
    pub(super) async fn began(&mut self, app: &TestApp, city: &str) {
        app.settle(city).await;
        tokio::time::sleep(Duration::from_millis(300)).await;
    }
}

/// An answer that may go on and on.
pub(super) struct Events {
    pub(super) status: u16,
    /// Status line and headers, in small letters.
    pub(super) head: String,
    stream: BufReader<TcpStream>,
}

impl Events {
    async fn raw_line(&mut self) -> String {
        let mut line = String::new();
        timeout(LONG, self.stream.read_line(&mut line)).await.unwrap().unwrap();
        line
    }

    /// The next line that is no chunk's length and not empty.
    pub(super) async fn line(&mut self) -> String {
        loop {
            let line = self.raw_line().await;
            assert!(!line.is_empty(), "it ended");
            let text = line.trim_end();
            let is_length = line.ends_with("\r\n") && text.bytes().all(|b| b.is_ascii_hexdigit());
            if !text.is_empty() && !is_length {
                return text.to_owned();
            }
        }
    }

    /// The next event, and its data; heartbeats are passed over.
    pub(super) async fn event(&mut self) -> (String, Value) {
        let word = async {
            loop {
                let line = self.line().await;
                if line != ":" {
                    return line;
                }
            }
        };
        let line = timeout(LONG, word).await.unwrap();
        let event = line.strip_prefix("event: ").unwrap_or_else(|| panic!("{line}")).to_owned();
        let line = self.line().await;
        let data = line.strip_prefix("data:").unwrap_or_else(|| panic!("{line}")).trim();
        (event, if data.is_empty() { Value::Null } else { serde_json::from_str(data).unwrap() })
    }

    /// All that still comes.
    pub(super) async fn rest(&mut self) -> String {
        let mut rest = String::new();
        timeout(LONG, self.stream.read_to_string(&mut rest)).await.unwrap().unwrap();
        rest
    }
}

/// Waits until it is so.
pub(super) async fn patiently(what: &str, mut is_so: impl FnMut() -> bool) {
    for _ in 0..400 {
        if is_so() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("in vain: {what}");
}
