//! What the schema of CAP 1.2 asks of a message, checked apart from what writes messages: names, order, numbers,
//! values.

use quick_xml::{Reader, events::Event};

/// The namespace of messages.
const NAMESPACE: &str = "urn:oasis:names:tc:emergency:cap:1.2";

/// What an element holds.
#[derive(Clone, Copy)]
enum Holds {
    Text,
    Moment,
    OneOf(&'static [&'static str]),
    Numbers(fn(&str) -> bool),
    Elements(&'static [Element]),
}

/// An element: its name, how often it comes, what it holds.
#[derive(Clone, Copy)]
struct Element(&'static str, usize, usize, Holds);

const MANY: usize = usize::MAX;

const ALERT: &[Element] = &[
    Element("identifier", 1, 1, Holds::Text),
    Element("sender", 1, 1, Holds::Text),
    Element("sent", 1, 1, Holds::Moment),
    Element("status", 1, 1, Holds::OneOf(&["Actual", "Exercise", "System", "Test", "Draft"])),
    Element("msgType", 1, 1, Holds::OneOf(&["Alert", "Update", "Cancel", "Ack", "Error"])),
    Element("source", 0, 1, Holds::Text),
    Element("scope", 1, 1, Holds::OneOf(&["Public", "Restricted", "Private"])),
    Element("restriction", 0, 1, Holds::Text),
    Element("addresses", 0, 1, Holds::Text),
    Element("code", 0, MANY, Holds::Text),
    Element("note", 0, 1, Holds::Text),
    Element("references", 0, 1, Holds::Numbers(are_references)),
    Element("incidents", 0, 1, Holds::Text),
    Element("info", 0, MANY, Holds::Elements(INFO)),
];

const INFO: &[Element] = &[
    Element("language", 0, 1, Holds::Text),
    Element(
        "category",
        1,
        MANY,
        Holds::OneOf(&[
            "Geo",
            "Met",
            "Safety",
            "Security",
            "Rescue",
            "Fire",
            "Health",
            "Env",
            "Transport",
            "Infra",
            "CBRNE",
            "Other",
        ]),
    ),
    Element("event", 1, 1, Holds::Text),
    Element(
        "responseType",
        0,
        MANY,
        Holds::OneOf(&["Shelter", "Evacuate", "Prepare", "Execute", "Avoid", "Monitor", "Assess", "AllClear", "None"]),
    ),
    Element("urgency", 1, 1, Holds::OneOf(&["Immediate", "Expected", "Future", "Past", "Unknown"])),
    Element("severity", 1, 1, Holds::OneOf(&["Extreme", "Severe", "Moderate", "Minor", "Unknown"])),
    Element("certainty", 1, 1, Holds::OneOf(&["Observed", "Likely", "Possible", "Unlikely", "Unknown"])),
    Element("audience", 0, 1, Holds::Text),
    Element("eventCode", 0, MANY, Holds::Elements(NAMED)),
    Element("effective", 0, 1, Holds::Moment),
    Element("onset", 0, 1, Holds::Moment),
    Element("expires", 0, 1, Holds::Moment),
    Element("senderName", 0, 1, Holds::Text),
    Element("headline", 0, 1, Holds::Text),
    Element("description", 0, 1, Holds::Text),
    Element("instruction", 0, 1, Holds::Text),
    Element("web", 0, 1, Holds::Text),
    Element("contact", 0, 1, Holds::Text),
    Element("parameter", 0, MANY, Holds::Elements(NAMED)),
    Element("area", 0, MANY, Holds::Elements(AREA)),
];

const AREA: &[Element] = &[
    Element("areaDesc", 1, 1, Holds::Text),
    Element("polygon", 0, MANY, Holds::Numbers(is_polygon)),
    Element("circle", 0, MANY, Holds::Numbers(is_circle)),
    Element("geocode", 0, MANY, Holds::Elements(NAMED)),
];

const NAMED: &[Element] = &[Element("valueName", 1, 1, Holds::Text), Element("value", 1, 1, Holds::Text)];

#[derive(Debug, Default)]
struct Node {
    name: String,
    text: String,
    children: Vec<Node>,
}

/// All that the schema finds wrong with a message.
pub(crate) fn faults(xml: &str) -> Vec<String> {
    let root = tree(xml);
    let mut faults = Vec::new();
    if root.name != "alert" || !xml.contains(&format!("<alert xmlns=\"{NAMESPACE}\">")) {
        faults.push(format!("the root is {}", root.name));
    }
    for name in ["identifier", "sender"] {
        let text = root.children.iter().find(|child| child.name == name).map_or("", |child| &child.text);
        if text.is_empty() || text.contains([' ', ',', '<', '&']) {
            faults.push(format!("{name} is \"{text}\""));
        }
    }
    elements(&root, ALERT, "alert", &mut faults);
    faults
}

fn elements(node: &Node, known: &[Element], path: &str, faults: &mut Vec<String>) {
    let place = |name: &str| known.iter().position(|element| element.0 == name);
    let mut last = 0;
    for child in &node.children {
        match place(&child.name) {
            None => faults.push(format!("{path} has a {}", child.name)),
            Some(at) if at < last => faults.push(format!("{path}.{} comes too late", child.name)),
            Some(at) => last = at,
        }
    }
    for Element(name, least, most, holds) in known {
        let found: Vec<_> = node.children.iter().filter(|child| child.name == *name).collect();
        if found.len() < *least || found.len() > *most {
            faults.push(format!("{path} has {} {name}", found.len()));
        }
        let path = format!("{path}.{name}");
        for child in found {
            let text = child.text.as_str();
            let is_good = match holds {
                Holds::Text => !text.is_empty(),
                Holds::Moment => is_moment(text),
                Holds::OneOf(words) => words.contains(&text),
                Holds::Numbers(are_good) => are_good(text),
                Holds::Elements(within) => {
                    elements(child, within, &path, faults);
                    true
                }
            };
            if !is_good {
                faults.push(format!("{path} is \"{text}\""));
            }
        }
    }
}

/// `\d\d\d\d-\d\d-\d\dT\d\d:\d\d:\d\d[-,+]\d\d:\d\d`, and a moment that there is.
fn is_moment(text: &str) -> bool {
    text.len() == 25
        && matches!(text.as_bytes()[19], b'+' | b'-')
        && chrono::DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M:%S%:z").is_ok()
}

fn are_references(text: &str) -> bool {
    text.split(' ').all(|reference| {
        let parts: Vec<_> = reference.split(',').collect();
        parts.len() == 3 && is_moment(parts[2])
    })
}

fn is_point(text: &str) -> bool {
    let numbers: Vec<_> = text.split(',').map(str::parse::<f64>).collect();
    numbers.len() == 2 && numbers.iter().all(Result::is_ok)
}

fn is_polygon(text: &str) -> bool {
    let points: Vec<_> = text.split(' ').collect();
    points.len() >= 4 && points.first() == points.last() && points.into_iter().all(is_point)
}

fn is_circle(text: &str) -> bool {
    text.split_once(' ').is_some_and(|(middle, km)| is_point(middle) && km.parse::<f64>().is_ok())
}

fn tree(xml: &str) -> Node {
    let mut reader = Reader::from_str(xml);
    let mut open = vec![Node::default()];
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                let name = String::from_utf8(start.name().as_ref().to_vec()).unwrap();
                open.push(Node { name, ..Node::default() });
            }
            Event::End(_) => {
                let done = open.pop().unwrap();
                if !done.children.is_empty() {
                    assert_eq!(done.text.trim(), "", "{}", done.name);
                }
                open.last_mut().unwrap().children.push(done);
            }
            Event::Text(text) => open.last_mut().unwrap().text.push_str(&text.decode().unwrap()),
            Event::GeneralRef(reference) => {
                let named = reference.decode().unwrap();
                let c = match &*named {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    "quot" => '"',
                    "apos" => '\'',
                    _ => reference.resolve_char_ref().unwrap().unwrap(),
                };
                open.last_mut().unwrap().text.push(c);
            }
            Event::Decl(_) => assert_eq!(open.len(), 1),
            Event::Eof => break,
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(open.len(), 1);
    open.pop().unwrap().children.pop().unwrap()
}
