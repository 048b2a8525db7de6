//! The table, as it is committed, and the schema that it must cover.

use std::collections::{BTreeMap, BTreeSet};

use async_graphql::parser::{
    parse_query, parse_schema,
    types::{DocumentOperations, TypeKind, TypeSystemDefinition},
};
use serde::Deserialize;

use super::world::ROLES;

/// The role that stands for those whom no other line names.
const OTHERS: &str = "others";

/// A thing that is no city's: somebody has the same address in both.
pub(crate) const SAME_EVERYWHERE: &str = "selfAddress";

/// A document, and what becomes of it by who sends it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    /// The document. Its variables are things of the world.
    pub(crate) document: String,
    /// Things that are there although the document does not name them.
    #[serde(default)]
    pub(crate) needs: Vec<String>,
    /// Where in the answer to look, if not at the field itself.
    at: Option<String>,
    /// What becomes of it in the own city: who, by outcome.
    #[serde(default)]
    here: BTreeMap<String, String>,
    /// The same with the other city's things.
    #[serde(default)]
    foreign: BTreeMap<String, String>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Cases {
    One(Case),
    Several(Vec<Case>),
}

#[derive(Deserialize)]
pub(crate) struct Table {
    /// Fields that whoever sees the type's value sees too.
    with_parent: Vec<String>,
    #[serde(flatten)]
    types: BTreeMap<String, BTreeMap<String, Cases>>,
}

/// What a case expects of the roles; who is named twice or not at all is a mistake in the table.
fn by_role(lines: &BTreeMap<String, String>) -> Result<BTreeMap<&'static str, String>, String> {
    let mut found = BTreeMap::new();
    for (outcome, who) in lines {
        for role in who.split_whitespace().filter(|role| *role != OTHERS) {
            let known = ROLES.iter().find(|known| **known == role).ok_or_else(|| format!("no role \"{role}\""))?;
            if found.insert(*known, outcome.clone()).is_some() {
                return Err(format!("{role} is named twice"));
            }
        }
    }
    if let Some((outcome, _)) = lines.iter().find(|(_, who)| who.split_whitespace().any(|role| role == OTHERS)) {
        for role in ROLES {
            found.entry(role).or_insert_with(|| outcome.clone());
        }
    }
    match ROLES.iter().find(|role| !found.contains_key(*role)) {
        Some(role) => Err(format!("{role} is missing")),
        None => Ok(found),
    }
}

/// Who gets what, as the table would say it.
pub(crate) fn line(name: &str, found: &BTreeMap<&'static str, String>) -> String {
    let mut by_outcome: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for role in ROLES {
        by_outcome.entry(&found[role]).or_default().push(role);
    }
    let told = by_outcome.iter().map(|(outcome, who)| format!("{outcome} = \"{}\"", who.join(" ")));
    format!("{name} = {{ {} }}", told.collect::<Vec<_>>().join(", "))
}

impl Case {
    pub(crate) fn here(&self) -> Result<BTreeMap<&'static str, String>, String> {
        by_role(&self.here)
    }

    pub(crate) fn foreign(&self) -> Result<BTreeMap<&'static str, String>, String> {
        by_role(&self.foreign)
    }

    /// The steps to what is looked at.
    pub(crate) fn path<'a>(&'a self, field: &'a str) -> Vec<&'a str> {
        self.at.as_deref().unwrap_or(field).split('.').collect()
    }

    /// What the document needs.
    pub(crate) fn things(&self) -> Vec<String> {
        let document = parse_query(&self.document).unwrap_or_else(|err| panic!("{err}: {}", self.document));
        let DocumentOperations::Single(operation) = document.operations else { panic!("{}", self.document) };
        let definitions = operation.node.variable_definitions;
        definitions.into_iter().map(|definition| definition.node.name.node.to_string()).collect()
    }

    /// Whether it names something that could be another city's.
    pub(crate) fn has_foreign(&self) -> bool {
        self.things().iter().any(|name| name != SAME_EVERYWHERE)
    }
}

impl Table {
    pub(crate) fn read(text: &str) -> Self {
        toml::from_str(text).unwrap_or_else(|err| panic!("{err}"))
    }

    /// The cases of types' fields, in the file's order of names.
    pub(crate) fn cases(&self, of: impl Fn(&str) -> bool) -> Vec<(String, String, Case)> {
        let mut cases = Vec::new();
        for (type_, fields) in self.types.iter().filter(|(type_, _)| of(type_)) {
            for (field, found) in fields {
                let several = match found {
                    Cases::One(case) => vec![case.clone()],
                    Cases::Several(several) => several.clone(),
                };
                cases.extend(several.into_iter().map(|case| (type_.clone(), field.clone(), case)));
            }
        }
        cases
    }

    /// What is wrong with the table, seen beside the schema.
    pub(crate) fn faults(&self, sdl: &str, protected: &[&str]) -> Vec<String> {
        let fields = fields_of(sdl);
        let mut faults = Vec::new();
        let told: BTreeSet<(String, String)> =
            self.cases(|_| true).into_iter().map(|(type_, field, _)| (type_, field)).collect();
        for (type_, field) in &told {
            if !fields.contains_key(&(type_.clone(), field.clone())) {
                faults.push(format!("{type_}.{field} stands in the table, and not in the schema"));
            }
        }
        for name in &self.with_parent {
            let (type_, field) = name.split_once('.').unwrap();
            if !fields.contains_key(&(type_.to_owned(), field.to_owned())) {
                faults.push(format!("{name} stands in `with_parent`, and not in the schema"));
            }
        }
        for ((type_, field), leads_to) in fields {
            let is_root = type_ == "Query" || type_ == "Mutation";
            // What a mutation did, and lists' own parts, are seen by whom the field is for.
            let is_part = ["Payload", "Connection", "Edge"].iter().any(|end| type_.ends_with(end));
            let is_protected = !is_part && protected.contains(&leads_to.as_str());
            let is_told = told.contains(&(type_.clone(), field.clone()))
                || self.with_parent.contains(&format!("{type_}.{field}"));
            if (is_root || is_protected) && !is_told {
                faults.push(format!("{type_}.{field} is missing in the table: say who may"));
            }
        }
        for (type_, field, case) in self.cases(|_| true) {
            if let Err(fault) = case.here() {
                faults.push(format!("{type_}.{field}: here: {fault}"));
            }
            let wants_foreign = case.has_foreign();
            match case.foreign() {
                Err(fault) if wants_foreign => faults.push(format!("{type_}.{field}: foreign: {fault}")),
                Ok(_) if !wants_foreign => faults.push(format!("{type_}.{field} names nothing that could be foreign")),
                _ => {}
            }
        }
        faults
    }
}

/// The fields of the schema's objects, and the type that each leads to.
fn fields_of(sdl: &str) -> BTreeMap<(String, String), String> {
    let mut fields = BTreeMap::new();
    for definition in parse_schema(sdl).unwrap().definitions {
        let TypeSystemDefinition::Type(definition) = definition else { continue };
        let TypeKind::Object(object) = &definition.node.kind else { continue };
        for field in &object.fields {
            let leads_to = field.node.ty.node.to_string().replace(['[', ']', '!'], "");
            fields.insert((definition.node.name.node.to_string(), field.node.name.node.to_string()), leads_to);
        }
    }
    fields
}
