//! A server that takes mail (RFC 5321), or does as its script says.

use std::{
    collections::VecDeque,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use tokio::{
    io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader},
    net::{TcpListener, TcpStream},
};

use crate::support::Letter;

/// Where in the conversation about a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum At {
    Sender,
    Recipient,
    Data,
    Content,
}

/// What the server does there.
#[derive(Clone, Copy, Debug)]
pub(super) enum Does {
    Say(&'static str),
    /// Closes the connection without a word.
    Cut,
    /// Says nothing any more.
    Hang,
}

/// A mail as it came.
#[derive(Clone, Debug)]
pub(super) struct Came {
    pub(super) sender: String,
    pub(super) recipient: String,
    pub(super) letter: Letter,
    /// As it was sent, without what made it transparent.
    pub(super) raw: String,
}

type Rule = Box<dyn Fn(&str) -> Option<(At, Does)> + Send + Sync>;

/// Each mail meets the next step of the script, then what the rule says of its recipient; what meets nothing is taken.
#[derive(Default)]
pub(super) struct Post {
    script: Mutex<VecDeque<(At, Does)>>,
    rule: Mutex<Option<Rule>>,
    pub(super) taken: Mutex<Vec<Came>>,
    pub(super) refused: Mutex<Vec<Came>>,
    /// Recipients that were named, taken or not.
    pub(super) named: Mutex<Vec<String>>,
    pub(super) connections: AtomicUsize,
}

impl Post {
    /// A server that meets mails with these answers to their content, one after the other.
    pub(super) async fn open(answers: &[&'static str]) -> (Arc<Self>, String) {
        Self::with(answers.iter().map(|answer| (At::Content, Does::Say(answer)))).await
    }

    pub(super) async fn with(script: impl IntoIterator<Item = (At, Does)>) -> (Arc<Self>, String) {
        let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
        let url = format!("smtp://{}", listener.local_addr().unwrap());
        let post = Arc::new(Self { script: Mutex::new(script.into_iter().collect()), ..Self::default() });
        let own = post.clone();
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                own.connections.fetch_add(1, Ordering::SeqCst);
                tokio::spawn(own.clone().talk(stream));
            }
        });
        (post, url)
    }

    /// What is done to mails by their recipient from now on.
    pub(super) fn rule(&self, rule: impl Fn(&str) -> Option<(At, Does)> + Send + Sync + 'static) {
        *self.rule.lock().unwrap() = Some(Box::new(rule));
    }

    pub(super) fn ids(came: &Mutex<Vec<Came>>) -> Vec<String> {
        came.lock().unwrap().iter().map(|came| came.letter.headers["message-id"].clone()).collect()
    }

    /// The recipients of what was taken, in their order.
    pub(super) fn recipients(&self) -> Vec<String> {
        self.taken.lock().unwrap().iter().map(|came| came.recipient.clone()).collect()
    }

    async fn talk(self: Arc<Self>, stream: TcpStream) {
        let mut stream = BufReader::new(stream);
        stream.write_all(b"220 poczta.example ESMTP\r\n").await.unwrap();
        let (mut sender, mut recipient) = (String::new(), String::new());
        let mut step = None;
        loop {
            let mut line = String::new();
            if stream.read_line(&mut line).await.unwrap_or(0) == 0 {
                return;
            }
            let path = || line.split_once('<').and_then(|(_, rest)| rest.rsplit_once('>')).unwrap().0.to_owned();
            let (at, usual) = match line.split_whitespace().next().unwrap_or_default().to_uppercase().as_str() {
                "EHLO" => (None, "250-poczta.example\r\n250-SMTPUTF8\r\n250 8BITMIME"),
                "MAIL" => {
                    sender = path();
                    step = self.script.lock().unwrap().pop_front();
                    (Some(At::Sender), "250 ok")
                }
                "RCPT" => {
                    recipient = path();
                    self.named.lock().unwrap().push(recipient.clone());
                    step = step.or_else(|| self.rule.lock().unwrap().as_ref()?(&recipient));
                    (Some(At::Recipient), "250 ok")
                }
                "DATA" => (Some(At::Data), "354 go on"),
                "QUIT" => (None, "221 bye"),
                _ => (None, "250 ok"),
            };
            match step.filter(|(when, _)| Some(*when) == at) {
                Some((_, does)) => {
                    step = None;
                    if !act(&mut stream, does).await {
                        return;
                    }
                    continue;
                }
                None => stream.write_all(format!("{usual}\r\n").as_bytes()).await.unwrap_or(()),
            }
            if at == Some(At::Data) {
                let Some(raw) = content(&mut stream).await else { return };
                let letter = Letter::parse(&raw);
                let came = Came { sender: sender.clone(), recipient: recipient.clone(), letter, raw };
                // Long enough for another worker to come by.
                tokio::time::sleep(Duration::from_millis(5)).await;
                if let Some((_, does)) = step.take() {
                    self.refused.lock().unwrap().push(came);
                    if !act(&mut stream, does).await {
                        return;
                    }
                } else {
                    self.taken.lock().unwrap().push(came);
                    stream.write_all(b"250 taken\r\n").await.unwrap_or(());
                }
            }
        }
    }
}

/// Whether the conversation goes on.
async fn act(stream: &mut BufReader<TcpStream>, does: Does) -> bool {
    match does {
        Does::Say(words) => stream.write_all(format!("{words}\r\n").as_bytes()).await.is_ok(),
        Does::Cut => false,
        Does::Hang => {
            tokio::time::sleep(Duration::from_secs(600)).await;
            false
        }
    }
}

async fn content(stream: &mut BufReader<TcpStream>) -> Option<String> {
    let mut mail = String::new();
    loop {
        let mut line = String::new();
        if stream.read_line(&mut line).await.ok()? == 0 {
            return None;
        }
        if line == ".\r\n" {
            return Some(mail);
        }
        mail.push_str(line.strip_prefix('.').unwrap_or(&line));
    }
}
