//! What happens in town: entries made as the desk makes them, what pages tell programs, pictures that are none.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::{Answer, TestApp, Who};

/// The smallest picture there is.
pub(crate) const PIXEL: &str =
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

const SAVE: &str =
    "mutation($input: EntrySaveInput!) { entrySave(input: $input) { entry { id } errors { code field message } } }";

impl TestApp {
    /// Publishes an entry on somebody's behalf, and gives its id.
    pub(crate) async fn publish(&self, slug: &str, who: &Who, kind: &str, fields: Value) -> String {
        let input = json!({ "kind": kind, "fields": fields });
        let saved = self.done_as(slug, who, SAVE, &json!({ "input": input })).await;
        saved["entrySave"]["entry"]["id"].as_str().unwrap().to_owned()
    }

    /// Says something else of an entry.
    pub(crate) async fn change(&self, slug: &str, who: &Who, id: &str, fields: Value) {
        self.done_as(slug, who, SAVE, &json!({ "input": { "id": id, "fields": fields } })).await;
    }

    /// What is wrong with an entry, which is not made: fields with what is said of them.
    pub(crate) async fn unfit(&self, slug: &str, who: &Who, input: Value) -> Vec<(String, String)> {
        let answer = self.gql_as(slug, who, SAVE, &json!({ "input": input })).await.json();
        let payload = &answer["data"]["entrySave"];
        let errors = payload["errors"].as_array().unwrap_or_else(|| panic!("{answer}"));
        assert!(payload["entry"].is_null() && !errors.is_empty(), "it was made: {answer}");
        let text = |error: &Value, name: &str| error[name].as_str().unwrap_or_default().to_owned();
        errors.iter().map(|error| (text(error, "field"), text(error, "message"))).collect()
    }

    /// Does the recurring work that is due, and lets it be seen.
    pub(crate) async fn work(&self, slug: &str) {
        tablica::jobs::run_due(&self.scope(slug)).await;
        self.settle(slug).await;
    }

    /// The mails that went to an address.
    pub(crate) async fn mails_to(&self, slug: &str, to: &str) -> Vec<super::Letter> {
        self.mails(slug).await.into_iter().filter(|mail| mail.to() == to).collect()
    }
}

impl Answer {
    /// What the page tells programs, each thing a document of JSON.
    pub(crate) fn structured(&self) -> Vec<Value> {
        let scripts = self.body.split("<script type=\"application/ld+json\">").skip(1);
        let documents = scripts.map(|rest| rest.split("</script>").next().unwrap());
        documents.map(|text| serde_json::from_str(text).unwrap_or_else(|err| panic!("{err}: {text}"))).collect()
    }

    /// The thing of that type (schema.org) that the page tells.
    pub(crate) fn thing(&self, type_: &str) -> Value {
        let found = self.structured().into_iter().find(|thing| thing["@type"] == type_);
        found.unwrap_or_else(|| panic!("no {type_}: {:?}", self.structured()))
    }
}

/// The moment that a value says.
pub(crate) fn moment(value: &Value) -> DateTime<Utc> {
    value.as_str().and_then(|text| text.parse().ok()).unwrap_or_else(|| panic!("no moment: {value}"))
}

/// A field of each item of a list.
pub(crate) fn each<'a>(list: &'a Value, field: &str) -> Vec<&'a str> {
    let items = list.as_array().unwrap_or_else(|| panic!("no list: {list}"));
    items.iter().map(|item| item.pointer(&format!("/{field}")).and_then(Value::as_str).unwrap_or("")).collect()
}

/// A PNG in base64 that says it is so wide and high, and has one dot: unpacked it would fill the memory.
pub(crate) fn bomb(side: u32) -> String {
    use base64::{Engine as _, prelude::BASE64_STANDARD};
    let png = BASE64_STANDARD.decode(PIXEL).unwrap();
    let header = [b"IHDR", &side.to_be_bytes()[..], &side.to_be_bytes(), &png[24..29]].concat();
    let mut crc = u32::MAX;
    for byte in &header {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    BASE64_STANDARD.encode([&png[..12], &header, &(!crc).to_be_bytes(), &png[33..]].concat())
}
