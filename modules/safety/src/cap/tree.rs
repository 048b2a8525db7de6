//! XML that others send: read into a small tree, within bounds, and without anything that XML can be harmful with.
//!
//! There is no document type, so no entity can be declared, fetched or multiplied; whatever is beyond the bounds is
//! refused before more of it is read.

use kernel::refusal::Problem;
use quick_xml::{
    NsReader,
    events::{BytesRef, BytesStart, Event},
    name::{Namespace, ResolveResult},
};

use crate::refusal::Refusal;

/// How deep elements may stand within each other: signatures, the deepest that messages have, need seven.
const DEPTH: usize = 12;
/// How many elements there may be.
const ELEMENTS: usize = 2000;

/// An element.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Node {
    /// Its name, without its prefix.
    pub(super) name: String,
    /// Whether it is in the namespace that was asked for.
    pub(super) is_ours: bool,
    /// Its own text.
    pub(super) text: String,
    /// The elements within it.
    pub(super) children: Vec<Node>,
}

impl Node {
    /// The elements of that name within it.
    pub(super) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children.iter().filter(move |child| child.is_ours && child.name == name)
    }
}

/// The root element of a document, or what is wrong with it.
pub(super) fn read(text: &str, namespace: &str) -> Result<Node, Problem<Refusal>> {
    let wrong = |kind| Problem::at(kind, "cap");
    let not_xml = |problem: String| wrong(Refusal::CapNotXml).with("problem", problem);
    let mut reader = NsReader::from_str(text.trim_start_matches('\u{feff}'));
    reader.config_mut().expand_empty_elements = true;
    let mut open: Vec<Node> = Vec::new();
    let mut root: Option<Node> = None;
    let mut elements = 0_usize;
    loop {
        let (resolved, event) = reader.read_resolved_event().map_err(|err| not_xml(err.to_string()))?;
        match event {
            Event::Start(start) => {
                elements += 1;
                if open.len() == DEPTH || elements > ELEMENTS {
                    return Err(wrong(Refusal::CapUnsafe));
                }
                if open.is_empty() && root.is_some() {
                    return Err(not_xml("two roots".to_owned()));
                }
                let is_ours = resolved == ResolveResult::Bound(Namespace(namespace.as_bytes()));
                open.push(begun(&start, is_ours).map_err(not_xml)?);
            }
            Event::End(_) => {
                let done = open.pop().ok_or_else(|| not_xml("an end without a beginning".to_owned()))?;
                match open.last_mut() {
                    Some(parent) => parent.children.push(done),
                    None => root = Some(done),
                }
            }
            Event::Text(text) => {
                let text = text.xml10_content().map_err(|err| not_xml(err.to_string()))?;
                match open.last_mut() {
                    Some(node) => node.text.push_str(&text),
                    None if text.trim().is_empty() => {}
                    None => return Err(not_xml("text outside of the root".to_owned())),
                }
            }
            Event::CData(data) => {
                let text = data.xml10_content().map_err(|err| not_xml(err.to_string()))?;
                let node = open.last_mut().ok_or_else(|| not_xml("text outside of the root".to_owned()))?;
                node.text.push_str(&text);
            }
            Event::GeneralRef(reference) => {
                let c = character(&reference).ok_or_else(|| wrong(Refusal::CapUnsafe))?;
                let node = open.last_mut().ok_or_else(|| wrong(Refusal::CapUnsafe))?;
                node.text.push(c);
            }
            Event::DocType(_) => return Err(wrong(Refusal::CapUnsafe)),
            Event::Decl(_) | Event::Comment(_) | Event::PI(_) | Event::Empty(_) => {}
            Event::Eof => break,
        }
    }
    match root {
        Some(root) if open.is_empty() => Ok(root),
        _ => Err(not_xml("it ends too early".to_owned())),
    }
}

fn begun(start: &BytesStart<'_>, is_ours: bool) -> Result<Node, String> {
    // Nothing is taken from attributes, but they must be attributes.
    for attribute in start.attributes() {
        attribute.map_err(|err| err.to_string())?;
    }
    let name = std::str::from_utf8(start.local_name().into_inner()).map_err(|err| err.to_string())?.to_owned();
    Ok(Node { name, is_ours, ..Node::default() })
}

/// The character that a reference stands for: by its number, or one of the five that XML itself names.
fn character(reference: &BytesRef<'_>) -> Option<char> {
    if reference.is_char_ref() {
        return reference.resolve_char_ref().ok().flatten();
    }
    match reference.decode().ok()?.as_ref() {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(text: &str) -> Option<Refusal> {
        read(text, "urn:x").err().map(|problem| problem.kind)
    }

    #[test]
    fn a_document_becomes_a_tree() {
        let text = "\u{feff}<?xml version=\"1.0\" encoding=\"UTF-8\"?><!-- a --><x:a xmlns:x=\"urn:x\"><x:b k='&y;'>1 &lt; &#50;<![CDATA[&z;]]></x:b><b>other</b></x:a>\n";
        let root = read(text, "urn:x").unwrap();
        assert_eq!((root.name.as_str(), root.is_ours, root.children.len()), ("a", true, 2));
        assert_eq!(root.all("b").map(|node| node.text.as_str()).collect::<Vec<_>>(), ["1 < 2&z;"]);
    }

    #[test]
    fn what_can_harm_is_refused() {
        let laughs = "<!DOCTYPE a [<!ENTITY l \"ha\"><!ENTITY m \"&l;&l;&l;&l;&l;&l;&l;&l;&l;&l;\">]><a>&m;</a>";
        let outside = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>";
        let deep = format!("{}{}", "<a>".repeat(13), "</a>".repeat(13));
        let many = format!("<a>{}</a>", "<b/>".repeat(2000));
        for (what, text, expected) in [
            ("a billion laughs", laughs, Refusal::CapUnsafe),
            ("a file", outside, Refusal::CapUnsafe),
            ("a document type", "<!DOCTYPE a SYSTEM \"http://internal.example/a.dtd\"><a/>", Refusal::CapUnsafe),
            ("an unknown entity", "<a>&nbsp;</a>", Refusal::CapUnsafe),
            ("a character that is none", "<a>&#xD800;</a>", Refusal::CapUnsafe),
            ("depth", &deep, Refusal::CapUnsafe),
            ("number", &many, Refusal::CapUnsafe),
            ("nothing", "", Refusal::CapNotXml),
            ("a text", "Uwaga!", Refusal::CapNotXml),
            ("an open element", "<a><b></b>", Refusal::CapNotXml),
            ("crossing elements", "<a><b></a></b>", Refusal::CapNotXml),
            ("two roots", "<a/><b/>", Refusal::CapNotXml),
            ("the same attribute twice", "<a k='1' k='2'/>", Refusal::CapNotXml),
            ("text after the end", "<a/>x", Refusal::CapNotXml),
        ] {
            assert_eq!(kind(text), Some(expected), "{what}");
        }
        let twelve = format!("{}{}", "<a>".repeat(12), "</a>".repeat(12));
        assert_eq!(kind(&twelve), None);
    }
}
