use std::{
    io::{Read as _, Write as _},
    net::TcpListener,
    sync::{Arc, Mutex},
    thread,
    time::Instant,
};

use super::*;

/// A server on loopback that answers each request with the next of these, and keeps what it was asked.
fn server(answers: Vec<Vec<u8>>) -> (u16, Arc<Mutex<Vec<String>>>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    let asked = Arc::new(Mutex::new(Vec::new()));
    let told = asked.clone();
    thread::spawn(move || {
        for answer in answers {
            let Ok((mut stream, _)) = listener.accept() else { return };
            let mut request = Vec::new();
            let mut buffer = [0; 4096];
            while !request.ends_with(b"\r\n\r\n") {
                match stream.read(&mut buffer) {
                    Ok(0) | Err(_) => break,
                    Ok(read) => request.extend_from_slice(&buffer[..read]),
                }
            }
            told.lock().unwrap().push(String::from_utf8(request).unwrap());
            // Who asked may have hung up.
            let _ = stream.write_all(&answer);
        }
    });
    (port, asked)
}

fn answer(status: &str, headers: &[&str], body: &[u8]) -> Vec<u8> {
    let headers: String = headers.iter().map(|header| format!("{header}\r\n")).collect();
    let length = body.len();
    let mut answer =
        format!("HTTP/1.1 {status}\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n").into_bytes();
    answer.extend_from_slice(body);
    answer
}

async fn fetch(text: &str) -> Result<Option<Document>, Failure> {
    ready();
    get(&parse(text, Reach::OwnMachine)?, Reach::OwnMachine, &Validators::default()).await
}

fn ready() {
    // The second time it is there already.
    let _ = rustls::crypto::ring::default_provider().install_default();
}

/// What is wrong, without details.
fn kind<T>(outcome: Result<T, Failure>) -> String {
    match outcome {
        Ok(_) => "Ok".to_owned(),
        Err(Failure::Unreachable(_)) => "Unreachable".to_owned(),
        Err(failure) => format!("{failure:?}"),
    }
}

#[test]
fn addresses_are_checked_as_they_are_typed() {
    for (text, public, own) in [
        ("https://szkola.example/kalendarz.ics", "Ok", "Ok"),
        ("  HTTP://Szkola.Example:80/kalendarz.ics?x=1#y ", "Ok", "Ok"),
        ("https://szkola.example:443/", "Ok", "Ok"),
        ("http://1.1.1.1/", "Ok", "Ok"),
        ("", "NoAddress", "NoAddress"),
        ("szkola.example/kalendarz.ics", "NoAddress", "NoAddress"),
        ("http://", "NoAddress", "NoAddress"),
        ("webcal://szkola.example/", "Scheme", "Scheme"),
        ("file:///etc/passwd", "Scheme", "Scheme"),
        ("gopher://szkola.example/", "Scheme", "Scheme"),
        ("ftp://szkola.example/", "Scheme", "Scheme"),
        ("data:text/calendar,BEGIN", "Scheme", "Scheme"),
        ("https://anna@szkola.example/", "Credentials", "Credentials"),
        ("https://anna:haslo@szkola.example/", "Credentials", "Credentials"),
        ("https://:haslo@szkola.example/", "Credentials", "Credentials"),
        ("http://szkola.example:8080/", "Port", "Port"),
        ("http://szkola.example:6379/", "Port", "Port"),
        ("https://szkola.example:22/", "Port", "Port"),
        ("http://localhost/", "Internal", "Ok"),
        ("http://localhost.:5432/", "Internal", "Ok"),
        ("http://szczecin.LOCALHOST:8080/", "Internal", "Ok"),
        ("http://127.0.0.1:8080/", "Internal", "Ok"),
        ("http://[::1]:8080/", "Internal", "Ok"),
        ("http://0.0.0.0:8080/", "Internal", "Internal"),
        ("http://[::]/", "Internal", "Internal"),
        ("http://10.0.0.1/", "Internal", "Internal"),
        ("http://169.254.169.254/latest/meta-data/", "Internal", "Internal"),
        ("http://[fd00:ec2::254]/", "Internal", "Internal"),
        ("http://[fe80::1]/", "Internal", "Internal"),
        ("http://[::ffff:192.168.0.1]/", "Internal", "Internal"),
        // Other notations of loopback, of 10.0.0.1 and of the metadata server.
        ("http://2130706433/", "Internal", "Ok"),
        ("http://0x7f.1/", "Internal", "Ok"),
        ("http://0177.0.0.1/", "Internal", "Ok"),
        ("http://127.1/", "Internal", "Ok"),
        ("http://１２７.0.0.1/", "Internal", "Ok"),
        ("http://167772161/", "Internal", "Internal"),
        ("http://0xa9fea9fe/", "Internal", "Internal"),
        ("http://0/", "Internal", "Internal"),
        ("http://256.256.256.256/", "NoAddress", "NoAddress"),
        ("http://szkola.example\\@10.0.0.1/", "Ok", "Ok"),
        ("http://10.0.0.1\\@szkola.example/", "Internal", "Internal"),
    ] {
        assert_eq!(kind(parse(text, Reach::Public)), public, "{text}");
        assert_eq!(kind(parse(text, Reach::OwnMachine)), own, "{text}");
    }
    assert_eq!(kind(parse(&format!("https://szkola.example/{}", "a".repeat(2000)), Reach::Public)), "NoAddress");
}

#[test]
fn only_an_installation_of_this_machine_reaches_it() {
    for (scheme, base_domain, reach) in [
        ("http", "localhost", Reach::OwnMachine),
        ("http", "demo.localhost", Reach::OwnMachine),
        ("https", "localhost", Reach::Public),
        ("http", "tablica.example", Reach::Public),
        ("https", "tablica.example", Reach::Public),
        ("http", "localhost.example", Reach::Public),
    ] {
        let public = PublicAddress { scheme, port: Some(8080), base_domain: base_domain.to_owned() };
        assert_eq!(Reach::of(&public), reach, "{scheme} {base_domain}");
    }
}

#[tokio::test]
async fn a_document_comes_with_what_to_ask_with_next() {
    let whole = answer(
        "200 OK",
        &["ETag: \"a\"", "Last-Modified: Fri, 27 Nov 2026 10:00:00 GMT", "Content-Type: text/calendar"],
        b"BEGIN",
    );
    let (port, asked) = server(vec![whole, answer("304 Not Modified", &[], b""), answer("304 Not Modified", &[], b"")]);
    let text = format!("http://127.0.0.1:{port}/a.ics");
    let document = fetch(&text).await.unwrap().unwrap();
    assert_eq!((document.body.as_slice(), document.media_type.as_deref()), (&b"BEGIN"[..], Some("text/calendar")));
    let url = parse(&text, Reach::OwnMachine).unwrap();
    assert_eq!(get(&url, Reach::OwnMachine, &document.validators).await.unwrap(), None);
    assert_eq!(kind(fetch(&text).await), "Status(304)", "nobody asked whether it changed");
    let asked = asked.lock().unwrap();
    assert!(!asked[0].to_lowercase().contains("if-"), "{}", asked[0]);
    let second = asked[1].to_lowercase();
    assert!(
        second.contains("if-none-match: \"a\"\r\n") && second.contains("if-modified-since: fri, 27 nov"),
        "{second}"
    );
    assert!(second.contains("accept-encoding: identity\r\n") && !second.contains("referer"), "{second}");
}

#[tokio::test]
async fn answers_are_bounded() {
    let small = vec![b'x'; MAX_BYTES];
    let large = vec![b'x'; MAX_BYTES + 1];
    let (port, _) = server(vec![
        answer("200 OK", &[], &small),
        answer("200 OK", &[], &large),
        // Without a length, as if it never ended.
        [b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".to_vec(), large].concat(),
        answer("200 OK", &["Content-Encoding: gzip"], b"\x1f\x8b"),
        answer("404 Not Found", &[], b""),
        answer("500 Internal Server Error", &[], b""),
        b"HTTP/1.1 nonsense\r\n\r\n".to_vec(),
        Vec::new(),
    ]);
    let text = format!("http://localhost:{port}/");
    for expected in
        ["Ok", "TooLarge", "TooLarge", "Encoded", "Status(404)", "Status(500)", "Unreachable", "Unreachable"]
    {
        assert_eq!(kind(fetch(&text).await), expected);
    }
}

#[tokio::test]
async fn redirects_are_checked_as_if_they_were_typed() {
    let to = |location: &str| answer("302 Found", &[&format!("Location: {location}")], b"");
    for (location, expected) in [
        ("http://10.0.0.1/", "Internal"),
        ("http://169.254.169.254/latest/", "Internal"),
        ("http://[::ffff:10.0.0.1]/", "Internal"),
        ("//192.168.0.1/", "Internal"),
        ("file:///etc/passwd", "Scheme"),
        ("http://anna:haslo@szkola.example/", "Credentials"),
        ("http://szkola.example:6379/", "Port"),
        ("", "Unreachable"),
    ] {
        let (port, _) = server(vec![to(location)]);
        assert_eq!(kind(fetch(&format!("http://127.0.0.1:{port}/")).await), expected, "{location}");
    }
    let (port, asked) = server(vec![to("/b"), to("c"), to("?d"), answer("200 OK", &[], b"there")]);
    assert_eq!(fetch(&format!("http://127.0.0.1:{port}/a")).await.unwrap().unwrap().body, b"there");
    assert_eq!(asked.lock().unwrap().iter().filter(|one| one.starts_with("GET /c?d ")).count(), 1);
    let (port, _) = server((0..9).map(|_| to("/again")).collect());
    assert_eq!(kind(fetch(&format!("http://127.0.0.1:{port}/")).await), "Redirects");
    let (port, _) = server(vec![answer("301 Moved Permanently", &[], b"")]);
    assert_eq!(kind(fetch(&format!("http://127.0.0.1:{port}/")).await), "Redirects");
}

#[tokio::test]
async fn a_redirect_from_the_public_does_not_reach_loopback() {
    let url = Url::parse("http://127.0.0.1:9/").unwrap();
    ready();
    assert_eq!(kind(get(&url, Reach::Public, &Validators::default()).await), "Internal", "whoever parsed it");
}

#[tokio::test]
async fn nobody_is_waited_for_long() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = Url::parse(&format!("http://{}/", listener.local_addr().unwrap())).unwrap();
    ready();
    let begun = Instant::now();
    let outcome = within(Duration::from_millis(200), &url, Reach::OwnMachine, &Validators::default()).await;
    assert_eq!(kind(outcome), "TooSlow");
    assert!(begun.elapsed() < MAX_TIME / 2);
}

#[tokio::test]
async fn names_that_are_this_machine_s_are_looked_up_nowhere() {
    assert!(look_up("nobody.localhost").await.unwrap().iter().all(IpAddr::is_loopback));
    assert_eq!(kind(fetch("http://nobody.invalid/").await), "NameUnknown");
}

#[tokio::test]
async fn what_is_posted_goes_to_public_addresses_and_follows_no_redirect() {
    ready();
    let (port, asked) = server(vec![
        answer("201 Created", &[], b"made"),
        answer("307 Temporary Redirect", &["Location: http://127.0.0.1:1/"], b""),
        answer("429 Too Many Requests", &["Retry-After: 120"], b""),
        answer("503 Service Unavailable", &["Retry-After: Fri, 27 Nov 2026 06:00:00 GMT"], b""),
    ]);
    let url = parse(&format!("http://127.0.0.1:{port}/x"), Reach::OwnMachine).unwrap();
    for (status, retry_after) in [(201, None), (307, None), (429, Some(120)), (503, None)] {
        let headers = [(HeaderName::from_static("ttl"), "60".to_owned())];
        let taken = post(&url, Reach::OwnMachine, &headers, Vec::new()).await.unwrap();
        assert_eq!(taken, Taken { status, retry_after });
    }
    assert!(asked.lock().unwrap().iter().all(|asked| asked.starts_with("POST /x") && asked.contains("ttl: 60")));
    assert!(matches!(post(&url, Reach::Public, &[], Vec::new()).await, Err(Failure::Internal)));
    let internal = Url::parse("https://10.0.0.1/x").unwrap();
    assert!(matches!(post(&internal, Reach::OwnMachine, &[], Vec::new()).await, Err(Failure::Internal)));
}
