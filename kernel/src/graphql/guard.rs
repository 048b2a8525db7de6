//! What a document may cost, checked on the parsed document before validation and execution.
//!
//! async-graphql's own limits walk fragments inline, so that a few hundred bytes of doubling fragments cost
//! seconds, and never count `__typename`. Here every fragment is weighed once and its weight reused.

use std::collections::HashMap;

use async_graphql::{
    Name, Positioned,
    parser::{parse_query, types::*},
};

/// Bytes of a document.
pub const MAX_BYTES: usize = 16 * 1024;
/// Lexical tokens of a document.
pub const MAX_TOKENS: usize = 1000;
/// Levels of fields.
pub const MAX_DEPTH: u64 = 12;
/// Levels of fields below `__schema` and `__type`.
pub const MAX_INTROSPECTION_DEPTH: u64 = 20;
/// Selected fields once all fragments are unfolded, `__typename` among them.
pub const MAX_SELECTIONS: u64 = 500;
/// Aliases once all fragments are unfolded.
pub const MAX_ALIASES: u64 = 30;
/// Fields at the root, once fragments are unfolded.
pub const MAX_ROOT_FIELDS: u64 = 10;
/// Directives once all fragments are unfolded.
pub const MAX_DIRECTIVES: u64 = 20;
/// Levels of lists and objects in literal values and of selections; the parser works recursively.
const MAX_NESTING: usize = 64;

/// Why a document is not executed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It does not parse; with the parser's complaint.
    Syntax(String),
    /// It is larger than allowed; with the limit it broke.
    TooLarge(String),
    /// It is a subscription to something else than one field.
    Subscription(String),
}

/// Parses a document and refuses it if it costs too much.
pub fn parse(source: &str) -> Result<ExecutableDocument, Refusal> {
    if source.len() > MAX_BYTES {
        return Err(Refusal::TooLarge(format!("the document has {} bytes; {MAX_BYTES} are allowed", source.len())));
    }
    check_tokens(source)?;
    let document = parse_query(source).map_err(|err| Refusal::Syntax(first_line(&err.to_string())))?;
    check(&document)?;
    Ok(document)
}

/// Refuses a parsed document that costs too much.
pub fn check(document: &ExecutableDocument) -> Result<(), Refusal> {
    if document.operations.iter().count() != 1 {
        return Err(Refusal::TooLarge("send one operation at a time".to_owned()));
    }
    for (_, operation) in
        document.operations.iter().filter(|(_, operation)| operation.node.ty == OperationType::Subscription)
    {
        check_subscription(&operation.node)?;
    }
    let mut scales = Scales { document, fragments: HashMap::new() };
    let mut cost = Cost::default();
    for (_, operation) in document.operations.iter() {
        cost = cost.beside(scales.selections(&operation.node.selection_set)?);
        cost.directives = cost.directives.saturating_add(operation.node.directives.len() as u64);
    }
    // Fragments that nothing uses are refused by validation, which must not be made to unfold them either.
    for name in document.fragments.keys() {
        scales.fragment(name)?;
    }
    let limits = [
        ("levels of fields", cost.depth, MAX_DEPTH),
        ("fields", cost.selections, MAX_SELECTIONS),
        ("aliases", cost.aliases, MAX_ALIASES),
        ("fields at the root", cost.root_fields, MAX_ROOT_FIELDS),
        ("directives", cost.directives, MAX_DIRECTIVES),
    ];
    match limits.into_iter().find(|(_, count, limit)| count > limit) {
        Some((what, count, limit)) => {
            Err(Refusal::TooLarge(format!("the query has {count} {what}; {limit} are allowed")))
        }
        None => Ok(()),
    }
}

/// A subscription is to one field (GraphQL, 5.2.3.1), here plainly written: no fragment, nothing that may skip it.
fn check_subscription(operation: &OperationDefinition) -> Result<(), Refusal> {
    let plain = match operation.selection_set.node.items.as_slice() {
        [only] => matches!(&only.node, Selection::Field(field)
            if field.node.directives.is_empty() && !field.node.name.node.starts_with("__")),
        _ => false,
    };
    let why = || "a subscription asks for one field at its root, without fragments and directives".to_owned();
    if plain { Ok(()) } else { Err(Refusal::Subscription(why())) }
}

/// Counts tokens and nesting without parsing: names, numbers, strings and punctuators each count as one.
fn check_tokens(source: &str) -> Result<(), Refusal> {
    let mut tokens = 0usize;
    let mut nesting = 0usize;
    let mut rest = source;
    while let Some(c) = rest.chars().next() {
        let taken = match c {
            '#' => rest.find(['\n', '\r']).unwrap_or(rest.len()),
            c if c.is_whitespace() || c == ',' || c == '\u{feff}' => c.len_utf8(),
            '"' => {
                tokens += 1;
                string_length(rest)
            }
            c if c.is_alphanumeric() || c == '_' || c == '-' => {
                tokens += 1;
                rest.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '+' | '.'))).unwrap_or(rest.len())
            }
            c => {
                tokens += 1;
                match c {
                    '{' | '[' | '(' => nesting += 1,
                    '}' | ']' | ')' => nesting = nesting.saturating_sub(1),
                    _ => {}
                }
                if rest.starts_with("...") { 3 } else { c.len_utf8() }
            }
        };
        if tokens > MAX_TOKENS {
            return Err(Refusal::TooLarge(format!("the document has more than {MAX_TOKENS} tokens")));
        }
        if nesting > MAX_NESTING {
            return Err(Refusal::TooLarge(format!("the document is nested deeper than {MAX_NESTING} levels")));
        }
        rest = &rest[taken..];
    }
    Ok(())
}

/// The length of the string literal that `text` begins with, quotes included; of all of it if it does not end.
fn string_length(text: &str) -> usize {
    if let Some(block) = text.strip_prefix("\"\"\"") {
        return block.find("\"\"\"").map_or(text.len(), |end| end + 6);
    }
    let mut escaped = false;
    for (at, c) in text.char_indices().skip(1) {
        match c {
            '\\' if !escaped => escaped = true,
            '"' if !escaped => return at + 1,
            _ => escaped = false,
        }
    }
    text.len()
}

#[derive(Clone, Copy, Default)]
struct Cost {
    selections: u64,
    aliases: u64,
    directives: u64,
    depth: u64,
    root_fields: u64,
}

impl Cost {
    fn beside(self, other: Self) -> Self {
        Self {
            selections: self.selections.saturating_add(other.selections),
            aliases: self.aliases.saturating_add(other.aliases),
            directives: self.directives.saturating_add(other.directives),
            depth: self.depth.max(other.depth),
            root_fields: self.root_fields.saturating_add(other.root_fields),
        }
    }
}

struct Scales<'a> {
    document: &'a ExecutableDocument,
    /// Weights of fragments; none while one is being weighed.
    fragments: HashMap<&'a Name, Option<Cost>>,
}

impl<'a> Scales<'a> {
    fn fragment(&mut self, name: &'a Name) -> Result<Cost, Refusal> {
        match self.fragments.get(name) {
            Some(Some(cost)) => return Ok(*cost),
            Some(None) => return Err(Refusal::TooLarge(format!("the fragment {name} contains itself"))),
            None => {}
        }
        self.fragments.insert(name, None);
        let cost = match self.document.fragments.get(name) {
            Some(fragment) => {
                let mut cost = self.selections(&fragment.node.selection_set)?;
                cost.directives = cost.directives.saturating_add(fragment.node.directives.len() as u64);
                cost
            }
            // Validation says that it is missing.
            None => Cost::default(),
        };
        self.fragments.insert(name, Some(cost));
        Ok(cost)
    }

    fn selections(&mut self, set: &'a Positioned<SelectionSet>) -> Result<Cost, Refusal> {
        let mut sum = Cost::default();
        for item in &set.node.items {
            let (mut cost, directives) = match &item.node {
                Selection::Field(field) => {
                    let mut inner = self.selections(&field.node.selection_set)?;
                    if matches!(field.node.name.node.as_str(), "__schema" | "__type") {
                        // Tools ask for types of types of types; the schema is small and asking for it is cheap.
                        if inner.depth > MAX_INTROSPECTION_DEPTH {
                            return Err(Refusal::TooLarge(format!(
                                "introspection has {} levels; {MAX_INTROSPECTION_DEPTH} are allowed",
                                inner.depth
                            )));
                        }
                        inner.depth = 0;
                    }
                    let cost = Cost {
                        selections: inner.selections.saturating_add(1),
                        aliases: inner.aliases.saturating_add(field.node.alias.is_some().into()),
                        depth: inner.depth.saturating_add(1),
                        root_fields: 1,
                        ..inner
                    };
                    (cost, field.node.directives.len())
                }
                Selection::FragmentSpread(spread) => {
                    (self.fragment(&spread.node.fragment_name.node)?, spread.node.directives.len())
                }
                Selection::InlineFragment(inline) => {
                    (self.selections(&inline.node.selection_set)?, inline.node.directives.len())
                }
            };
            cost.directives = cost.directives.saturating_add(directives as u64);
            sum = sum.beside(cost);
        }
        Ok(sum)
    }
}

/// The parser quotes the whole source after its complaint.
fn first_line(complaint: &str) -> String {
    let last = complaint.lines().rev().find(|line| line.trim_start().starts_with('=')).unwrap_or(complaint);
    last.trim_start_matches([' ', '=']).chars().take(200).collect()
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    fn refusal(source: &str) -> String {
        match parse(source) {
            Err(Refusal::TooLarge(why) | Refusal::Syntax(why) | Refusal::Subscription(why)) => why,
            Ok(_) => panic!("accepted: {source}"),
        }
    }

    fn nested(levels: usize) -> String {
        format!("{}{}", "{ a ".repeat(levels), "}".repeat(levels))
    }

    #[test]
    fn documents_at_the_limits_pass_and_beyond_do_not() {
        assert!(parse(&nested(12)).is_ok());
        assert!(refusal(&nested(13)).contains("levels"));
        let fields = |count: usize| format!("{{ a {{ {} }} }}", "b ".repeat(count));
        assert!(parse(&fields(499)).is_ok());
        assert!(refusal(&fields(500)).contains("fields"));
        let aliases = |count: usize| {
            format!("{{ a {{ {} }} }}", (0..count).map(|i| format!("x{i}: __typename ")).collect::<String>())
        };
        assert!(parse(&aliases(30)).is_ok());
        assert!(refusal(&aliases(31)).contains("aliases"));
        assert!(parse(&format!("{{ {} }}", "a ".repeat(10))).is_ok());
        assert!(refusal(&format!("{{ {} }}", "a ".repeat(11))).contains("root"));
        assert!(refusal(&format!("{{ a(b: [{}]) }}", "1 ".repeat(1000))).contains("tokens"));
        assert!(refusal(&format!("{{ a #{}\n }}", "x".repeat(MAX_BYTES))).contains("bytes"));
        assert!(refusal("query A { a } query B { b }").contains("one operation"));
        assert!(refusal("{ a").starts_with("expected"), "{}", refusal("{ a"));
    }

    #[test]
    fn a_subscription_asks_for_one_field() {
        assert!(parse("subscription { a { b c } }").is_ok());
        assert!(parse("subscription S($id: ID!) { x: a(id: $id) { ...F } } fragment F on A { b }").is_ok());
        for source in [
            "subscription { a b }",
            "subscription { ...F } fragment F on S { a }",
            "subscription { ... on S { a b } }",
            "subscription { __typename }",
            "subscription ($x: Boolean!) { a @skip(if: $x) }",
        ] {
            assert!(refusal(source).contains("one field"), "{source}");
        }
    }

    #[test]
    fn tools_may_ask_for_the_schema() {
        let types = |levels: usize| {
            format!(
                "{{ __schema {{ types {{ fields {{ type {{ {}name{} }} }} }} }} }}",
                "ofType { ".repeat(levels),
                " }".repeat(levels)
            )
        };
        assert!(parse(&types(9)).is_ok());
        assert!(refusal(&types(30)).contains("introspection"));
    }

    #[test]
    fn hidden_cost_is_found_and_quickly() {
        let doubling: String =
            (0..40).map(|i| format!("fragment F{i} on Q {{ ...F{} ...F{} }} ", i + 1, i + 1)).collect();
        let attacks = [
            format!("{{ ...F0 }} {doubling} fragment F40 on Q {{ a }}"),
            format!("{{ a }} {doubling} fragment F40 on Q {{ a }}"),
            "{ ...A } fragment A on Q { ...B } fragment B on Q { ...A }".to_owned(),
            format!("{{ a(b: {}1{}) }}", "[".repeat(4000), "]".repeat(4000)),
            format!("{{ a {} }}", "@skip(if: false) ".repeat(30)),
            format!("{{ a(b: \"{}", "\\\"".repeat(4000)),
            "{".repeat(10_000),
        ];
        for attack in attacks {
            let started = Instant::now();
            let outcome = parse(&attack);
            assert!(outcome.is_err() || attack.starts_with("{ a } fragment"), "accepted: {attack:.80}");
            assert!(started.elapsed() < Duration::from_secs(2), "slow: {attack:.80}");
        }
    }
}
