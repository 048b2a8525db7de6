//! Where a target is seen: the page of its results with the very search, or the page of its entry.

use kernel::{error::Result, page::path_name, scope::Scope, search::Snapshot};
use search_index::taxonomy;
use serde_json::{Map, Value};

use crate::{
    label::title_of,
    target::{Entry, SubscriptionTargetInput as Target},
};

/// The path of a target's page, without language, with its query string.
pub fn path(scope: &Scope, snapshot: &Snapshot, target: &Target) -> Result<String> {
    let page = match target {
        Target::Activities(_) => "/zajecia",
        Target::Events(_) => "/wydarzenia",
        Target::Institutions(_) => "/placowki",
        Target::News(_) => "/aktualnosci",
        Target::Advice(_) => "/bezpieczni",
        Target::Debates(_) => "/debaty",
        Target::Everything(_) => "/szukaj",
        Target::Alerts(_) => "/bezpieczni/ostrzezenia",
        Target::Entry(id) => return Ok(of_entry(snapshot, id)),
        Target::Interest(id) => return Ok(of_value(scope, "interests", id, interest_name(scope, id))),
        Target::District(id) => {
            let name = scope.tenant.area.district(id).map(|district| district.name.clone());
            return Ok(of_value(scope, "districts", id, name));
        }
    };
    let asked = target.to_json()?;
    let fields = asked.as_object().and_then(|asked| asked.values().next()).and_then(Value::as_object);
    let query = fields.filter(|_| !matches!(target, Target::Alerts(_))).map(query_string).unwrap_or_default();
    Ok(if query.is_empty() { page.to_owned() } else { format!("{page}?{query}") })
}

fn of_entry(snapshot: &Snapshot, id: &str) -> String {
    let folder = match Entry::parse(id) {
        Some(Entry::Institution(_)) => "placowki",
        Some(Entry::Activity(_)) => "zajecia",
        Some(Entry::Event(_)) => "wydarzenia",
        Some(Entry::Debate(_)) => "debaty",
        None => return "/".to_owned(),
    };
    format!("/{folder}/{id}/{}", path_name(&title_of(snapshot, id).unwrap_or_default()))
}

/// Where whatever has a value is seen: among activities, else by the value's name among everything.
fn of_value(scope: &Scope, name: &str, id: &str, named: Option<String>) -> String {
    let (page, pair) = match scope.tenant.has(Some(activities::MODULE)) {
        true => ("/zajecia", (name, id.to_owned())),
        false => ("/szukaj", ("q", named.unwrap_or_else(|| id.to_owned()))),
    };
    format!("{page}?{}", form_urlencoded::Serializer::new(String::new()).append_pair(pair.0, &pair.1).finish())
}

fn interest_name(scope: &Scope, id: &str) -> Option<String> {
    taxonomy().interest(id).map(|interest| interest.name.get(scope.lang.tag()).to_owned())
}

/// The fields of a search as its page's form names them.
fn query_string(asked: &Map<String, Value>) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    let mut put = |name: &str, value: &Value| match value {
        Value::String(text) => _ = query.append_pair(name, text),
        Value::Bool(true) => _ = query.append_pair(name, "1"),
        Value::Number(number) => _ = query.append_pair(name, &number.to_string()),
        _ => {}
    };
    if let Some(text) = asked.get("query") {
        put("q", text);
    }
    for (name, value) in asked {
        match (name.as_str(), value) {
            ("query", _) => {}
            ("filter", Value::Object(filter)) => {
                for (name, value) in filter {
                    let name = snake_case(name);
                    match value {
                        Value::Array(values) => values.iter().for_each(|value| put(&name, value)),
                        value => put(&name, value),
                    }
                }
            }
            ("near", Value::Object(near)) => {
                for (name, value) in near {
                    let name = match name.as_str() {
                        "place" => "near",
                        "radiusMeters" => "radius",
                        name => name,
                    };
                    put(name, value);
                }
            }
            (name, value) => put(name, value),
        }
    }
    query.finish()
}

fn snake_case(name: &str) -> String {
    let mut snake = String::with_capacity(name.len() + 4);
    for c in name.chars() {
        if c.is_ascii_uppercase() {
            snake.push('_');
        }
        snake.push(c.to_ascii_lowercase());
    }
    snake
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_search_is_told_as_its_page_s_form_tells_it() {
        let asked = json!({
            "query": "robotyka & piłka",
            "filter": { "maxPrice": "150", "free": true, "online": false, "weekdays": ["MONDAY", "FRIDAY"], "age": 8 },
            "near": { "place": "Pogodno", "radiusMeters": 3000 },
            "child": "kid_1",
        });
        let query = query_string(asked.as_object().unwrap());
        let mut pairs: Vec<_> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        pairs.sort();
        let expected = [
            ("age", "8"),
            ("child", "kid_1"),
            ("free", "1"),
            ("max_price", "150"),
            ("near", "Pogodno"),
            ("q", "robotyka & piłka"),
            ("radius", "3000"),
            ("weekdays", "FRIDAY"),
            ("weekdays", "MONDAY"),
        ];
        assert_eq!(pairs, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    }
}
