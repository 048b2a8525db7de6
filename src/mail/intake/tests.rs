use super::message::{Report, Returned, read};

/// Messages as servers write them, told of a mail to anna@example.org.
macro_rules! samples {
    ($($name:literal),+ $(,)?) => { &[$(($name, include_bytes!(concat!("samples/", $name, ".eml")))),+] };
}
const SAMPLES: &[(&str, &[u8])] = samples![
    "arf_abuse",
    "arf_authentication",
    "arf_headers_only",
    "arf_not_spam",
    "arf_of_somebody_else",
    "arf_only_the_quoted_mail",
    "arf_to_the_abuse_desk",
    "courier_xtext",
    "exchange_2010_base64",
    "exchange_5_plain",
    "exim_dsn",
    "exim_no_blank_line",
    "exim_plain",
    "exim_plain_delayed",
    "exim_quota",
    "gmail_delayed",
    "gmail_full",
    "gmail_unauthenticated",
    "gmail_unknown",
    "holiday",
    "international",
    "office365_access_denied",
    "office365_full",
    "office365_not_allowed",
    "office365_unknown",
    "person",
    "postfix_alias",
    "postfix_capitals",
    "postfix_delayed",
    "postfix_delivered",
    "postfix_expired",
    "postfix_forwarded",
    "postfix_full",
    "postfix_greylisted_for_days",
    "postfix_no_domain",
    "postfix_spam",
    "postfix_unknown",
    "qmail",
    "qmail_remote_full",
    "qmail_without_a_code",
    "receipt",
    "sendmail",
    "words_alone",
    "words_and_a_code",
    "words_that_say_nothing",
];
const VERP: &str = "bounce+VERP@odbicia.szczecin.example";

/// What a report says, in one line.
fn told(returned: &Returned) -> String {
    match &returned.report {
        Report::Delivery(told) => {
            let one = |told: &super::status::Told| {
                let status = told.status.map_or_else(|| "-".to_owned(), |status| status.to_string());
                format!("{:?} {status} {}", told.verdict, told.recipients.join("|")).trim_end().to_owned()
            };
            told.iter().map(one).collect::<Vec<_>>().join(", ")
        }
        Report::Complaint { kind, recipients } => format!("{kind} {}", recipients.join("|")).trim_end().to_owned(),
        Report::Automatic => "automatic".to_owned(),
        Report::Other => "other".to_owned(),
    }
}

#[test]
fn what_servers_write_is_understood() {
    let expected = [
        ("arf_abuse", "abuse anna@example.org"),
        ("arf_authentication", "automatic"),
        ("arf_headers_only", "fraud anna@example.org"),
        ("arf_not_spam", "automatic"),
        ("arf_of_somebody_else", "abuse somebody@example.org"),
        ("arf_only_the_quoted_mail", "abuse"),
        ("arf_to_the_abuse_desk", "abuse"),
        ("courier_xtext", "Gone 5.0.0 an+2Bna@example.org|an+na@example.org"),
        ("exchange_2010_base64", "Gone 5.1.1 anna@example.org"),
        ("exchange_5_plain", "Gone -"),
        ("exim_dsn", "Gone 5.1.1 anna@example.org"),
        ("exim_no_blank_line", "Full 5.2.2 other@example.org, Gone 5.1.1 anna@example.org"),
        ("exim_plain", "Gone - anna@example.org"),
        ("exim_plain_delayed", "Later 5.0.0"),
        ("exim_quota", "Full 5.0.0 anna@example.org"),
        ("gmail_delayed", "Later 4.4.1 anna@example.org"),
        ("gmail_full", "Full 5.2.2 anna@example.org"),
        ("gmail_unauthenticated", "Unwanted 5.7.26 anna@example.org"),
        ("gmail_unknown", "Gone 5.1.1 anna@example.org"),
        ("holiday", "automatic"),
        ("international", "Gone 5.1.1 anna@example.org|zaba@example.org"),
        ("office365_access_denied", "Gone 5.4.1 anna@example.org"),
        ("office365_full", "Full 5.2.2 anna@example.org"),
        ("office365_not_allowed", "Unwanted 5.7.133 anna@example.org"),
        ("office365_unknown", "Gone 5.1.10 anna@example.org"),
        ("person", "other"),
        ("postfix_alias", "Gone 5.1.1 anna@example.org|anna.n@inside.example.org"),
        ("postfix_capitals", "Gone 5.1.1 Anna@EXAMPLE.org"),
        ("postfix_delayed", "Later 4.4.1 anna@example.org"),
        ("postfix_delivered", "Delivered 2.0.0 anna@example.org"),
        ("postfix_expired", "Later 4.4.1 anna@example.org"),
        ("postfix_forwarded", "Gone 5.1.1 anna.n@elsewhere.example"),
        ("postfix_full", "Full 5.2.2 anna@example.org"),
        ("postfix_greylisted_for_days", "Later 4.7.1 anna@example.org"),
        ("postfix_no_domain", "Gone 5.4.4 anna@example.org"),
        ("postfix_spam", "Unwanted 5.7.1 anna@example.org"),
        ("postfix_unknown", "Gone 5.1.1 anna@example.org"),
        ("qmail", "Gone 5.1.1 anna@example.org"),
        ("qmail_remote_full", "Full 5.2.2 anna@example.org"),
        ("qmail_without_a_code", "Gone - anna@example.org"),
        ("receipt", "automatic"),
        ("sendmail", "Gone 5.1.1 anna@example.org"),
        ("words_alone", "Gone -"),
        ("words_and_a_code", "Gone 5.1.1"),
        ("words_that_say_nothing", "other"),
    ];
    let found: Vec<_> = SAMPLES.iter().map(|(name, bytes)| (*name, told(&read(bytes).unwrap()))).collect();
    let found: Vec<_> = found.iter().map(|(name, told)| (*name, told.as_str())).collect();
    for (found, expected) in found.iter().zip(&expected) {
        assert_eq!(found, expected);
    }
    assert_eq!(found.len(), expected.len());
}

#[test]
fn every_message_leads_to_the_mail_that_it_tells_of() {
    for (name, bytes) in SAMPLES {
        let returned = read(bytes).unwrap();
        let leads = |list: &[String]| list.iter().any(|address| address == VERP);
        match *name {
            "arf_to_the_abuse_desk" | "arf_only_the_quoted_mail" => {
                assert!(!leads(&returned.sent_to) && leads(&returned.about), "{name}: {returned:?}");
            }
            _ => assert!(leads(&returned.sent_to), "{name}: {returned:?}"),
        }
    }
}

#[test]
fn line_ends_of_either_kind_are_the_same() {
    for (name, bytes) in SAMPLES {
        let text = std::str::from_utf8(bytes).unwrap().replace('\n', "\r\n");
        assert_eq!(read(text.as_bytes()).map(|read| told(&read)), read(bytes).map(|read| told(&read)), "{name}");
    }
}

/// Messages that were cut, overwritten and mixed up are read as something or as nothing.
#[test]
fn no_bytes_are_too_broken() {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state % below.max(1) as u64) as usize
    };
    for _ in 0..6_000 {
        let mut bytes = SAMPLES[random(SAMPLES.len())].1.to_vec();
        for _ in 0..=random(6) {
            let at = random(bytes.len());
            match random(5) {
                0 => bytes.truncate(at),
                1 => bytes[at..].iter_mut().take(4).for_each(|byte| *byte = [0, b'\n', b'-', 0xff][random(4)]),
                2 => {
                    let other = SAMPLES[random(SAMPLES.len())].1;
                    let from = random(other.len());
                    bytes.splice(at..at, other[from..].iter().take(200).copied());
                }
                3 => drop(bytes.drain(at..bytes.len().min(at + 100))),
                _ => bytes.splice(at..at, "ż\u{2028}=?utf-8?B?".bytes()).for_each(drop),
            }
            if bytes.is_empty() {
                break;
            }
        }
        read(&bytes);
    }
    assert!(read(b"").is_none());
    read(&b"Content-Type: multipart/mixed; boundary=a\n\n--a\n".repeat(5_000));
    read(&b"Content-Type: message/rfc822\n\n".repeat(20_000));
}
