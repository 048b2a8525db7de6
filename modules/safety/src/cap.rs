//! Alerts as messages of the Common Alerting Protocol 1.2 (OASIS standard, July 2010).

mod read;
mod tree;

use std::{fmt::Display, io};

use chrono::{DateTime, TimeZone, Utc};
use kernel::{
    error::{Fault, Result},
    scope::Scope,
    tenancy::Tenant,
};
use quick_xml::{
    Writer,
    events::{BytesDecl, BytesText, Event},
};

pub use read::{Incoming, MAX_BYTES, Message, parse};

use crate::{
    alert::{Model, Words},
    codes::{Code as _, Status},
};

/// The protocol's namespace.
pub(crate) const NAMESPACE: &str = "urn:oasis:names:tc:emergency:cap:1.2";
/// What codes of the territorial register are called.
pub(crate) const TERYT: &str = "TERYT";
/// What our ids of districts are called.
pub(crate) const DISTRICT: &str = "tablica:district";
/// The portal's languages by their tags, as messages name them.
pub(crate) const LANGUAGES: [(&str, &str); 3] = [("pl", "pl-PL"), ("en", "en-GB"), ("uk", "uk-UA")];
/// What messages of exercises say they are for, where their senders do not.
const EXERCISE: &str = "Exercise";

/// A moment by the city's clocks.
pub(crate) fn moment(tenant: &Tenant, at: DateTime<Utc>) -> String {
    spelled(at.with_timezone(&tenant.time_zone))
}

/// A moment with its offset from UTC. The protocol spells UTC itself `-00:00`, and never `Z`.
fn spelled<Z: TimeZone<Offset: Display>>(at: DateTime<Z>) -> String {
    let text = at.format("%Y-%m-%dT%H:%M:%S%:z").to_string();
    text.strip_suffix("+00:00").map_or(text.clone(), |clock| format!("{clock}-00:00"))
}

/// A message that was issued, with those that it refers to.
pub(crate) fn write(scope: &Scope, row: &Model, references: &[impl AsRef<Model>]) -> Result<Vec<u8>> {
    let mut xml = Writer::new_with_indent(Vec::new(), b' ', 2);
    message(&mut xml, scope, row, references).map_err(Fault::internal)?;
    let mut bytes = xml.into_inner();
    bytes.push(b'\n');
    Ok(bytes)
}

fn message(xml: &mut Writer<Vec<u8>>, scope: &Scope, row: &Model, references: &[impl AsRef<Model>]) -> io::Result<()> {
    let tenant = &scope.tenant;
    let sent = |row: &Model| moment(tenant, row.sent_at.unwrap_or(row.created_at));
    let note = row.note.as_deref().or((row.status == Status::Exercise).then_some(EXERCISE));
    let references = references.iter().map(AsRef::as_ref);
    let references = references.map(|row| format!("{},{},{}", row.sender, row.identifier, sent(row)));
    let references = references.collect::<Vec<_>>().join(" ");
    xml.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    xml.create_element("alert").with_attribute(("xmlns", NAMESPACE)).write_inner_content(|xml| {
        element(xml, "identifier", &row.identifier)?;
        element(xml, "sender", &row.sender)?;
        element(xml, "sent", &sent(row))?;
        element(xml, "status", row.status.cap())?;
        element(xml, "msgType", row.message_type.cap())?;
        element(xml, "scope", "Public")?;
        element(xml, "note", note.unwrap_or_default())?;
        element(xml, "references", &references)?;
        row.texts.iter().try_for_each(|words| info(xml, tenant, row, words))
    })?;
    Ok(())
}

fn info(xml: &mut Writer<Vec<u8>>, tenant: &Tenant, row: &Model, words: &Words) -> io::Result<()> {
    let language = LANGUAGES.iter().find(|(tag, _)| *tag == words.lang).map_or(words.lang.as_str(), |(_, full)| full);
    xml.create_element("info").write_inner_content(|xml| {
        element(xml, "language", language)?;
        for category in &row.categories {
            element(xml, "category", category.cap())?;
        }
        element(xml, "event", &words.event)?;
        for response in &row.responses {
            element(xml, "responseType", response.cap())?;
        }
        element(xml, "urgency", row.urgency.cap())?;
        element(xml, "severity", row.severity.cap())?;
        element(xml, "certainty", row.certainty.cap())?;
        element(xml, "effective", &moment(tenant, row.effective()))?;
        if let Some(onset) = row.onset_at {
            element(xml, "onset", &moment(tenant, onset))?;
        }
        element(xml, "expires", &moment(tenant, row.expires_at))?;
        element(xml, "senderName", &row.sender_name)?;
        element(xml, "headline", &words.headline)?;
        element(xml, "description", &words.description)?;
        element(xml, "instruction", &words.instruction)?;
        element(xml, "web", row.web.as_deref().unwrap_or_default())?;
        element(xml, "contact", row.contact.as_deref().unwrap_or_default())?;
        area(xml, tenant, row)
    })?;
    Ok(())
}

fn area(xml: &mut Writer<Vec<u8>>, tenant: &Tenant, row: &Model) -> io::Result<()> {
    xml.create_element("area").write_inner_content(|xml| {
        element(xml, "areaDesc", &row.area)?;
        let corners = row.polygon.iter().map(|point| format!("{},{}", point.lat, point.lon));
        element(xml, "polygon", &corners.collect::<Vec<_>>().join(" "))?;
        if let Some((middle, km)) = row.circle() {
            element(xml, "circle", &format!("{},{} {km}", middle.lat, middle.lon))?;
        }
        geocode(xml, TERYT, &tenant.area.teryt)?;
        row.districts.iter().try_for_each(|district| geocode(xml, DISTRICT, district))
    })?;
    Ok(())
}

fn geocode(xml: &mut Writer<Vec<u8>>, name: &str, value: &str) -> io::Result<()> {
    xml.create_element("geocode").write_inner_content(|xml| {
        element(xml, "valueName", name)?;
        element(xml, "value", value)
    })?;
    Ok(())
}

/// An element with a text; none if there is no text.
fn element(xml: &mut Writer<Vec<u8>>, name: &str, text: &str) -> io::Result<()> {
    if !text.is_empty() {
        xml.create_element(name).write_text_content(BytesText::new(text))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use chrono::FixedOffset;

    use super::*;

    #[test]
    fn moments_are_spelled_as_the_schema_asks() {
        let at: DateTime<Utc> = "2026-11-27T09:00:00.75Z".parse().unwrap();
        assert_eq!(spelled(at), "2026-11-27T09:00:00-00:00");
        let east = |hours: i32| FixedOffset::east_opt(hours * 3600).unwrap();
        assert_eq!(spelled(at.with_timezone(&east(1))), "2026-11-27T10:00:00+01:00");
        assert_eq!(spelled(at.with_timezone(&east(-3))), "2026-11-27T06:00:00-03:00");
    }
}
