//! Messages that others hand in: what is missing or wrong is told by the name of its element.

use chrono::{DateTime, Utc};
use kernel::{
    i18n::Lang,
    refusal::Problem,
    tenancy::{LatLon, Tenant},
};

use super::{
    DISTRICT, NAMESPACE, TERYT,
    tree::{self, Node},
};
use crate::{
    alert::Words,
    area::Circle,
    codes::{Certainty, Code, MessageType, Response, Severity, Status, Urgency},
    draft::{Draft, tidy},
    refusal::Refusal,
};

/// The longest message, in bytes.
pub const MAX_BYTES: usize = 64 * 1024;
/// Characters of an identifier or a sender.
const MAX_NAME: usize = 200;
/// Messages that one refers to at most.
const MAX_REFERENCES: usize = 50;
/// Areas of a message at most.
const MAX_AREAS: usize = 50;
/// The language of what says none, by the standard.
const DEFAULT_LANGUAGE: &str = "en-US";

/// A message of another system.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Who sent it, as that system knows them.
    pub sender: String,
    /// What that system knows it by.
    pub identifier: String,
    /// Whether it is meant.
    pub status: Status,
    /// The messages that it refers to, by sender and identifier.
    pub references: Vec<(String, String)>,
    /// What it is for.
    pub note: Option<String>,
    /// What it asks for.
    pub asks: Incoming,
}

/// What a message asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Incoming {
    /// A new alert.
    Alert(Draft),
    /// What replaces those that it refers to.
    Update(Draft),
    /// To call off those that it refers to.
    Cancel,
    /// To say that their danger is over: in these words, until then.
    AllClear(Vec<(Lang, Words)>, DateTime<Utc>),
}

/// Reads a message, or tells all that is wrong with it.
pub fn parse(tenant: &Tenant, text: &str) -> Result<Message, Vec<Problem<Refusal>>> {
    if text.len() > MAX_BYTES {
        let most = (MAX_BYTES / 1024) as u32;
        return Err(vec![Problem::at(Refusal::CapTooLarge, "cap").with("most", most)]);
    }
    let root = tree::read(text, NAMESPACE).map_err(|problem| vec![problem])?;
    if root.name != "alert" || !root.is_ours {
        return Err(vec![Problem::at(Refusal::CapForeign, "cap")]);
    }
    let mut reader = Reader { problems: Vec::new() };
    let message = reader.message(tenant, &root);
    match message {
        Some(message) if reader.problems.is_empty() => Ok(message),
        _ => Err(reader.problems),
    }
}

/// Collects what is wrong.
struct Reader {
    problems: Vec<Problem<Refusal>>,
}

impl Reader {
    fn message(&mut self, tenant: &Tenant, root: &Node) -> Option<Message> {
        let identifier = self.name(root, "identifier");
        let sender = self.name(root, "sender");
        self.required(root, "alert", "sent").and_then(|text| self.moment("alert.sent", text));
        let status: Option<Status> = self.code(root, "alert", "status");
        let message_type: Option<MessageType> = self.code(root, "alert", "msgType");
        if let Some(scope) = self.required(root, "alert", "scope").filter(|scope| *scope != "Public") {
            self.wrong("alert.scope", scope, "Public");
        }
        let note = self.optional(root, "alert", "note").map(tidy).filter(|note| !note.is_empty());
        let references = self.references(root, message_type);
        let infos: Vec<&Node> = root.all("info").collect();
        let asks = match (message_type, infos.is_empty()) {
            (Some(MessageType::Cancel), true) => Some(Incoming::Cancel),
            (_, true) => {
                self.missing("alert.info");
                None
            }
            (message_type, false) => {
                let draft = self.draft(tenant, &infos);
                match (message_type?, draft) {
                    // What ends another need say no more than that.
                    (MessageType::Cancel, draft) => Some(match draft {
                        Some(draft) if draft.responses.contains(&Response::AllClear) => {
                            Incoming::AllClear(draft.texts, draft.expires)
                        }
                        _ => Incoming::Cancel,
                    }),
                    (MessageType::Update, draft) => draft.map(Incoming::Update),
                    (MessageType::Alert, draft) => draft.map(Incoming::Alert),
                }
            }
        };
        Some(Message { sender: sender?, identifier: identifier?, status: status?, references, note, asks: asks? })
    }

    /// An identifier or a sender: without what would break a list of references.
    fn name(&mut self, root: &Node, name: &str) -> Option<String> {
        let text = self.required(root, "alert", name)?;
        let is_name = text.chars().count() <= MAX_NAME
            && !text.contains(|c: char| c.is_whitespace() || c.is_control() || matches!(c, ',' | '<' | '&'));
        if !is_name {
            self.wrong(&format!("alert.{name}"), text, "a-zA-Z0-9.-_@:/");
            return None;
        }
        Some(text.to_owned())
    }

    fn references(&mut self, root: &Node, message_type: Option<MessageType>) -> Vec<(String, String)> {
        let needs = matches!(message_type, Some(MessageType::Update | MessageType::Cancel));
        let text =
            if needs { self.required(root, "alert", "references") } else { self.optional(root, "alert", "references") };
        let mut references = Vec::new();
        for part in text.unwrap_or_default().split_whitespace().take(MAX_REFERENCES) {
            let parts: Vec<&str> = part.split(',').collect();
            match parts.as_slice() {
                [sender, identifier, sent] if is_moment(sent) => {
                    references.push(((*sender).to_owned(), (*identifier).to_owned()));
                }
                _ => self.wrong("alert.references", part, "sender,identifier,sent"),
            }
        }
        references
    }

    fn draft(&mut self, tenant: &Tenant, infos: &[&Node]) -> Option<Draft> {
        let mut texts: Vec<(Lang, Words)> = Vec::new();
        let mut main: Option<&Node> = None;
        for info in infos {
            let path = "alert.info";
            let language = self.optional(info, path, "language").unwrap_or(DEFAULT_LANGUAGE);
            let words = self.words(info);
            let tag = language.split('-').next().unwrap_or_default().to_ascii_lowercase();
            // Languages that the portal does not speak are left out.
            let Ok(lang) = tag.parse::<Lang>() else { continue };
            if texts.iter().any(|(known, _)| *known == lang) {
                self.problems.push(of(Refusal::CapRepeated, &format!("alert.info ({language})")));
                continue;
            }
            if lang == Lang::default() {
                main = Some(info);
            }
            texts.push((lang, Words { lang: lang.tag().to_owned(), ..words }));
        }
        let Some(main) = main else {
            self.missing("alert.info (pl-PL)");
            return None;
        };
        let path = "alert.info";
        let categories = self.codes(main, path, "category");
        if main.all("category").next().is_none() {
            self.missing("alert.info.category");
        }
        let responses: Vec<Response> = self.codes(main, path, "responseType");
        let urgency: Option<Urgency> = self.code(main, path, "urgency");
        let severity: Option<Severity> = self.code(main, path, "severity");
        let certainty: Option<Certainty> = self.code(main, path, "certainty");
        let moment = |reader: &mut Self, name: &str| {
            let text = reader.optional(main, path, name)?;
            reader.moment(&format!("{path}.{name}"), text)
        };
        let (effective, onset) = (moment(self, "effective"), moment(self, "onset"));
        let expires = self.required(main, path, "expires").and_then(|text| self.moment("alert.info.expires", text));
        for name in ["urgency", "severity", "certainty", "expires"] {
            self.same_in_all(infos, main, name);
        }
        let owned = |text: Option<&str>| text.map(str::to_owned);
        let web = owned(self.optional(main, path, "web"));
        let contact = owned(self.optional(main, path, "contact"));
        let area = self.area(tenant, main);
        Some(Draft {
            texts,
            categories,
            responses,
            urgency: urgency?,
            severity: severity?,
            certainty: certainty?,
            effective,
            onset,
            expires: expires?,
            web,
            contact,
            note: None,
            area: area.described,
            districts: area.districts,
            polygon: area.polygon,
            circle: area.circle,
        })
    }

    fn words(&mut self, info: &Node) -> Words {
        let path = "alert.info";
        let event = self.required(info, path, "event").map(str::to_owned);
        let mut owned = |name: &str| self.optional(info, path, name).map(str::to_owned);
        let (headline, description, instruction) = (owned("headline"), owned("description"), owned("instruction"));
        if headline.is_none() {
            self.missing("alert.info.headline");
        }
        Words {
            lang: String::new(),
            event: event.unwrap_or_default(),
            headline: headline.unwrap_or_default(),
            description: description.unwrap_or_default(),
            instruction: instruction.unwrap_or_default(),
        }
    }

    /// What must not depend on a reader's language.
    fn same_in_all(&mut self, infos: &[&Node], main: &Node, name: &str) {
        let said = |info: &Node| info.all(name).next().map(|node| node.text.trim().to_owned()).unwrap_or_default();
        let expected = said(main);
        if let Some(other) = infos.iter().map(|info| said(info)).find(|other| *other != expected) {
            self.wrong(&format!("alert.info.{name}"), &other, &expected);
        }
    }

    fn area(&mut self, tenant: &Tenant, info: &Node) -> Shape {
        let mut shape = Shape::default();
        let mut described = Vec::new();
        let mut territories = Vec::new();
        for area in info.all("area").take(MAX_AREAS) {
            let path = "alert.info.area";
            described.extend(self.required(area, path, "areaDesc").map(str::to_owned));
            for polygon in area.all("polygon").map(|node| node.text.trim()) {
                if !shape.polygon.is_empty() {
                    self.problems.push(of(Refusal::CapRepeated, "alert.info.area.polygon"));
                }
                match points(polygon) {
                    Some(corners) => shape.polygon = corners,
                    None => self.wrong("alert.info.area.polygon", polygon, "lat,lon lat,lon lat,lon lat,lon"),
                }
            }
            for circle in area.all("circle").map(|node| node.text.trim()) {
                if shape.circle.is_some() {
                    self.problems.push(of(Refusal::CapRepeated, "alert.info.area.circle"));
                }
                let read = circle.split_once(char::is_whitespace).and_then(|(middle, km)| {
                    let (lat, lon) = point(middle)?;
                    Some((lat, lon, km.trim().parse().ok()?))
                });
                match read {
                    Some(read) => shape.circle = Some(read),
                    None => self.wrong("alert.info.area.circle", circle, "lat,lon km"),
                }
            }
            for geocode in area.all("geocode") {
                let path = "alert.info.area.geocode";
                let (name, value) = (self.required(geocode, path, "valueName"), self.required(geocode, path, "value"));
                match (name, value) {
                    (Some(TERYT), Some(code)) => territories.push(code.to_owned()),
                    (Some(DISTRICT), Some(id)) => shape.districts.push(id.to_owned()),
                    _ => {}
                }
            }
        }
        // A code of a county or voivodeship is the beginning of that of each gmina there.
        let is_here = |code: &String| {
            tenant.area.covers(code) || (code.len() >= 2 && tenant.area.teryt.starts_with(code.as_str()))
        };
        if !territories.is_empty() && !territories.iter().any(is_here) {
            let (value, expected) = (territories.join(" "), tenant.area.teryt.clone());
            self.wrong("alert.info.area.geocode.value", &value, &expected);
        }
        shape.described = (!described.is_empty()).then(|| described.join(", "));
        shape
    }

    /// The text of an element that may come once at most, without the spaces around it; nothing if it is empty.
    fn optional<'a>(&mut self, node: &'a Node, path: &str, name: &str) -> Option<&'a str> {
        let mut found = node.children.iter().filter(|child| child.is_ours && child.name == name);
        let first = found.next()?;
        if found.next().is_some() {
            self.problems.push(of(Refusal::CapRepeated, &format!("{path}.{name}")));
        }
        Some(first.text.trim()).filter(|text| !text.is_empty())
    }

    fn required<'a>(&mut self, node: &'a Node, path: &str, name: &str) -> Option<&'a str> {
        let text = self.optional(node, path, name);
        if text.is_none() {
            self.missing(&format!("{path}.{name}"));
        }
        text
    }

    fn code<T: Code>(&mut self, node: &Node, path: &str, name: &str) -> Option<T> {
        let text = self.required(node, path, name)?;
        let code = T::from_cap(text);
        if code.is_none() {
            self.wrong(&format!("{path}.{name}"), text, &T::all_cap());
        }
        code
    }

    fn codes<T: Code>(&mut self, node: &Node, path: &str, name: &str) -> Vec<T> {
        let mut codes = Vec::new();
        for text in node.all(name).map(|node| node.text.trim()) {
            match T::from_cap(text) {
                Some(code) => codes.push(code),
                None => self.wrong(&format!("{path}.{name}"), text, &T::all_cap()),
            }
        }
        codes
    }

    fn moment(&mut self, element: &str, text: &str) -> Option<DateTime<Utc>> {
        let moment = DateTime::parse_from_rfc3339(text).ok().filter(|_| is_moment(text));
        if moment.is_none() {
            self.wrong(element, text, "2026-11-27T10:00:00+01:00");
        }
        moment.map(|moment| moment.to_utc())
    }

    fn missing(&mut self, element: &str) {
        let problem = of(Refusal::CapMissing, element);
        // What misses in each language is missing once.
        let same = |known: &Problem<Refusal>| {
            known.kind == Refusal::CapMissing && format!("{:?}", known.args) == format!("{:?}", problem.args)
        };
        if !self.problems.iter().any(same) {
            self.problems.push(problem);
        }
    }

    fn wrong(&mut self, element: &str, value: &str, expected: &str) {
        let value: String = value.chars().take(60).collect();
        let problem = of(Refusal::CapValue, element).with("value", value);
        self.problems.push(problem.with("expected", expected.to_owned()));
    }
}

/// Where a message says that it holds.
#[derive(Default)]
struct Shape {
    described: Option<String>,
    districts: Vec<String>,
    polygon: Vec<(f64, f64)>,
    circle: Option<Circle>,
}

fn of(kind: Refusal, element: &str) -> Problem<Refusal> {
    Problem::at(kind, "cap").with("element", element.to_owned())
}

/// Points as messages write them: `lat,lon lat,lon`. Nothing if one is no pair of numbers, or there are none.
fn points(text: &str) -> Option<Vec<(f64, f64)>> {
    let points: Option<Vec<_>> = text.split_whitespace().map(point).collect();
    points.filter(|points| !points.is_empty())
}

fn point(text: &str) -> Option<(f64, f64)> {
    let (lat, lon) = text.split_once(',')?;
    let (lat, lon) = (lat.parse().ok()?, lon.parse().ok()?);
    LatLon::new(lat, lon).map(|_| (lat, lon))
}

/// Whether a text has the one form that the protocol allows for moments: with an offset, and never with `Z`.
fn is_moment(text: &str) -> bool {
    let form = "dddd-dd-ddTdd:dd:ddsdd:dd";
    text.len() == form.len()
        && text.bytes().zip(form.bytes()).all(|(byte, form)| match form {
            b'd' => byte.is_ascii_digit(),
            b's' => matches!(byte, b'+' | b'-'),
            _ => byte == form,
        })
        && DateTime::parse_from_rfc3339(text).is_ok()
}
