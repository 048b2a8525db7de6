//! A message as headers and parts.
//!
//! Whoever knows a bounce address can send to it, so what is read here may be made to break readers: parts are split
//! only as deep as reports go, without recursion into the mails that they quote.

use std::borrow::Cow;

use mail_parser::{
    MessageParser,
    decoders::{
        base64::base64_decode, charsets::map::charset_decoder, html::html_to_text,
        quoted_printable::quoted_printable_decode,
    },
};

use super::message::cut;

/// Multiparts within multiparts that are split: a list server puts one around a report, a scanner another.
const MAX_DEPTH: usize = 4;
/// Parts that are looked at.
const MAX_PARTS: usize = 60;
/// Bytes of one part's headers that are looked at.
const MAX_HEADERS: usize = 128 << 10;

/// A part that is no multipart.
pub(super) struct Part<'a> {
    /// Main type and subtype in small letters, `message/delivery-status`.
    pub(super) media_type: String,
    charset: Option<String>,
    content: Cow<'a, [u8]>,
}

/// A message: its headers and its parts, in their order.
pub(super) struct Message<'a> {
    pub(super) headers: Headers,
    pub(super) parts: Vec<Part<'a>>,
}

impl<'a> Message<'a> {
    /// Splits a message. Nothing if it has no headers.
    pub(super) fn parse(bytes: &'a [u8]) -> Option<Self> {
        let (headers, _) = entity(bytes);
        let mut parts = Vec::new();
        let mut open = vec![(bytes, 0)];
        while let Some((bytes, depth)) = open.pop() {
            let (headers, body) = entity(bytes);
            let typed = ContentType::parse(headers.get("content-type"));
            match typed.parameter("boundary").filter(|_| typed.name.starts_with("multipart/")) {
                // What comes first is on top.
                Some(boundary) if depth < MAX_DEPTH => {
                    open.extend(pieces(body, &boundary).into_iter().rev().map(|piece| (piece, depth + 1)));
                }
                _ => parts.push(Part {
                    charset: typed.parameter("charset"),
                    content: decoded(headers.get("content-transfer-encoding"), body),
                    media_type: typed.name,
                }),
            }
            if parts.len() == MAX_PARTS {
                break;
            }
        }
        (!headers.0.is_empty()).then_some(Self { headers, parts })
    }

    /// The first part of one of these types.
    pub(super) fn part(&self, media_types: &[&str]) -> Option<&Part<'a>> {
        self.parts.iter().find(|part| media_types.contains(&part.media_type.as_str()))
    }

    /// What people read of it.
    pub(super) fn text(&self) -> String {
        match (self.part(&["text/plain"]), self.part(&["text/html"])) {
            (Some(part), _) => part.text(),
            (None, Some(part)) => html_to_text(&part.text()),
            (None, None) => String::new(),
        }
    }
}

impl Part<'_> {
    /// Its content as text.
    pub(super) fn text(&self) -> String {
        let decoder = self.charset.as_deref().and_then(|charset| charset_decoder(charset.as_bytes()));
        decoder.map_or_else(|| String::from_utf8_lossy(&self.content).into_owned(), |decode| decode(&self.content))
    }

    /// The headers that it begins with, if it is a mail.
    pub(super) fn quoted_headers(&self) -> Headers {
        entity(&self.content).0
    }
}

/// Headers in their order, names in small letters, values unfolded.
#[derive(Debug)]
pub(super) struct Headers(pub(super) Vec<(String, String)>);

impl Headers {
    /// Every value of a name.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The first value of a name, else nothing.
    pub(super) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
    }

    /// The first value of a name with its encoded words read (RFC 2047).
    pub(super) fn words(&self, name: &str) -> String {
        let header = format!("Subject: {}\n\n", self.get(name));
        let parsed = MessageParser::default().parse_headers(header.as_bytes());
        parsed.and_then(|parsed| parsed.subject().map(str::to_owned)).unwrap_or_default()
    }
}

/// Groups of fields, divided by empty lines: how headers and reports are written (RFC 3464, 2.1).
pub(super) fn fields(text: &str) -> Vec<Headers> {
    let mut groups: Vec<Headers> = Vec::new();
    let mut is_open = false;
    for line in text.lines() {
        let group = groups.last_mut().filter(|_| is_open);
        if line.trim().is_empty() {
            is_open = false;
        } else if line.starts_with([' ', '\t']) {
            if let Some((_, value)) = group.and_then(|group| group.0.last_mut()) {
                value.push(' ');
                value.push_str(line.trim());
            }
        } else if let Some((name, value)) = line.split_once(':') {
            let field = (name.trim().to_ascii_lowercase(), value.trim().to_owned());
            match group {
                Some(group) => group.0.push(field),
                None => groups.push(Headers(vec![field])),
            }
            is_open = true;
        }
    }
    groups
}

/// Headers and body of a message or part.
fn entity(bytes: &[u8]) -> (Headers, &[u8]) {
    let mut end = 0;
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let is_empty = matches!(line, b"\n" | b"\r\n");
        if is_empty {
            let headers = headers(&bytes[..end]);
            return (headers, &bytes[end + line.len()..]);
        }
        end += line.len();
    }
    (headers(bytes), &[])
}

fn headers(bytes: &[u8]) -> Headers {
    let text = String::from_utf8_lossy(&bytes[..bytes.len().min(MAX_HEADERS)]);
    fields(&text).into_iter().next().unwrap_or(Headers(Vec::new()))
}

/// What stands between the lines of a boundary (RFC 2046, 5.1).
fn pieces<'a>(body: &'a [u8], boundary: &str) -> Vec<&'a [u8]> {
    let (mut pieces, mut start, mut at) = (Vec::new(), None, 0);
    for line in body.split_inclusive(|byte| *byte == b'\n') {
        let rest = line.strip_prefix(b"--").and_then(|line| line.strip_prefix(boundary.as_bytes()));
        let rest = rest.map(<[u8]>::trim_ascii);
        if matches!(rest, Some(b"" | b"--")) {
            if let Some(start) = start {
                pieces.push(&body[start..at]);
            }
            start = Some(at + line.len());
            if rest == Some(b"--") || pieces.len() >= MAX_PARTS {
                return pieces;
            }
        }
        at += line.len();
    }
    // The last line is missing: the report was cut.
    pieces.extend(start.map(|start| &body[start..]));
    pieces
}

fn decoded<'a>(encoding: &str, body: &'a [u8]) -> Cow<'a, [u8]> {
    let done = match encoding.to_ascii_lowercase().as_str() {
        "base64" => base64_decode(body),
        "quoted-printable" => quoted_printable_decode(body),
        _ => None,
    };
    done.map_or(Cow::Borrowed(body), Cow::Owned)
}

struct ContentType {
    name: String,
    parameters: Vec<(String, String)>,
}

impl ContentType {
    /// Reads `multipart/report; report-type=delivery-status; boundary="=_a;b"` (RFC 2045, 5.1).
    fn parse(value: &str) -> Self {
        let mut pieces = vec![String::new()];
        let mut is_quoted = false;
        let mut is_escaped = false;
        for c in cut(value, 4_000).chars() {
            match c {
                '\\' if is_quoted && !is_escaped => {
                    is_escaped = true;
                    continue;
                }
                '"' if !is_escaped => is_quoted = !is_quoted,
                ';' if !is_quoted => pieces.push(String::new()),
                _ => {
                    if let Some(piece) = pieces.last_mut() {
                        piece.push(c);
                    }
                }
            }
            is_escaped = false;
        }
        let mut pieces = pieces.into_iter();
        let name = pieces.next().unwrap_or_default().trim().to_ascii_lowercase();
        let name = if name.contains('/') { name } else { "text/plain".to_owned() };
        let parameters = pieces.filter_map(|piece| {
            let (name, value) = piece.split_once('=')?;
            Some((name.trim().to_ascii_lowercase(), value.trim().to_owned()))
        });
        Self { name, parameters: parameters.collect() }
    }

    fn parameter(&self, name: &str) -> Option<String> {
        let found = self.parameters.iter().find(|(known, value)| known == name && !value.is_empty());
        found.map(|(_, value)| value.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn types(text: &str) -> Vec<(String, String)> {
        let message = Message::parse(text.as_bytes()).unwrap();
        message.parts.iter().map(|part| (part.media_type.clone(), part.text())).collect()
    }

    #[test]
    fn parts_are_split_at_their_boundary_and_decoded() {
        let text = "MIME-Version: 1.0\nContent-Type: Multipart/Mixed;\n\tboundary=\"a;\\\"b\"\n\npreamble\n--a;\"b\n\
                    Content-Type: multipart/report; boundary=a\n\n--a\nContent-Type: text/plain; charset=ISO-8859-2\n\
                    Content-Transfer-Encoding: quoted-printable\n\n=BF=F3=B3w\n--a\n\
                    Content-Type: message/delivery-status\nContent-Transfer-Encoding: BASE64\n\nQWN0aW9uOiBmYWlsZWQ=\n\
                    --a--\nepilogue\n--a;\"b \nContent-Type: message/rfc822\n\nTo: x\n\n--a\n--a;\"b--\nepilogue\n";
        let expected = [
            ("text/plain", "żółw\n"),
            ("message/delivery-status", "Action: failed"),
            ("message/rfc822", "To: x\n\n--a\n"),
        ];
        let found = types(text);
        let found: Vec<_> = found.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_cut_or_has_no_type_is_read_as_far_as_it_goes() {
        assert_eq!(types("To: x\n\nhello"), [("text/plain".to_owned(), "hello".to_owned())]);
        assert_eq!(types("To: x"), [("text/plain".to_owned(), String::new())]);
        let cut =
            "Content-Type: multipart/report; boundary=a\n\n--a\nContent-Type: message/delivery-status\n\nStatus: 5";
        assert_eq!(types(cut), [("message/delivery-status".to_owned(), "Status: 5".to_owned())]);
        assert!(Message::parse(b"").is_none() && Message::parse(b"\n\nhello").is_none());
    }

    #[test]
    fn nothing_is_split_without_end() {
        let deep = "Content-Type: multipart/mixed; boundary=a\n\n--a\n".repeat(50_000);
        assert!(types(&deep).len() <= MAX_PARTS);
        let wide = format!("Content-Type: multipart/mixed; boundary=a\n\n{}", "--a\n\nx\n".repeat(50_000));
        assert!(types(&wide).len() <= MAX_PARTS);
        assert_eq!(types(&"Content-Type: message/rfc822\n\n".repeat(50_000)).len(), 1);
    }

    #[test]
    fn headers_are_unfolded_and_their_words_read() {
        let headers = headers("Subject: =?utf-8?Q?=C5=BC=C3=B3=C5=82w?=\r\n  i\tko\u{17a}\r\nX: 1\nx: 2\n".as_bytes());
        assert_eq!(headers.words("subject"), "żółw i\tkoź");
        assert_eq!((headers.get("x"), headers.all("x").count(), headers.get("y")), ("1", 2, ""));
    }
}
