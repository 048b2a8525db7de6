//! What a use-case refuses, and the person can mend: said at its field, in their language, without losing what they typed.

use std::borrow::Cow;

use crate::{error::Fault, i18n::Value, scope::Scope};

/// A module's kinds of refusal: a plain enum. [`kinds!`](crate::kinds) declares one.
pub trait Kind: Copy + std::fmt::Debug + PartialEq + Send + Sync + 'static {
    /// The message that says it: `refusal-name-missing`.
    fn key(self) -> &'static str;

    /// Its name in enums of the schema: `NAME_MISSING`.
    fn code(self) -> &'static str;
}

/// One thing that is refused.
#[derive(Clone, Debug)]
pub struct Problem<K> {
    /// What.
    pub kind: K,
    /// The input's field at fault, as the schema names it; none if it is no single one.
    pub field: Option<Cow<'static, str>>,
    /// What the message is to say besides.
    pub args: Vec<(&'static str, Value<'static>)>,
}

impl<K: Kind> Problem<K> {
    /// A problem of no single field.
    pub fn new(kind: K) -> Self {
        Self { kind, field: None, args: Vec::new() }
    }

    /// A problem of that field.
    pub fn at(kind: K, field: impl Into<Cow<'static, str>>) -> Self {
        Self { field: Some(field.into()), ..Self::new(kind) }
    }

    /// The same with an argument of its message.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value<'static>>) -> Self {
        self.args.push((name, value.into()));
        self
    }

    /// The sentence that people read.
    pub fn message(&self, scope: &Scope) -> String {
        scope.text(self.kind.key(), &self.args)
    }
}

/// Why a use-case did not do what it was asked for.
#[derive(Debug)]
pub enum Refused<K> {
    /// For reasons that the person can mend, all that were found.
    Problems(Vec<Problem<K>>),
    /// Something is broken, absent or forbidden.
    Fault(Fault),
}

/// What a use-case returns that people can get wrong.
pub type Outcome<T, K> = Result<T, Refused<K>>;

impl<K> From<Fault> for Refused<K> {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl<K> From<sea_orm::DbErr> for Refused<K> {
    fn from(err: sea_orm::DbErr) -> Self {
        Self::Fault(err.into())
    }
}

impl<K> From<Problem<K>> for Refused<K> {
    fn from(problem: Problem<K>) -> Self {
        Self::Problems(vec![problem])
    }
}

/// Goes on if there are no problems.
pub fn none_of<K>(problems: Vec<Problem<K>>) -> Outcome<(), K> {
    if problems.is_empty() { Ok(()) } else { Err(Refused::Problems(problems)) }
}

/// Declares a module's kinds of refusal:
/// `kinds! { /// Docs. pub enum Refusal { /// Docs. NameMissing = ("refusal-name-missing", "NAME_MISSING"), } }`.
#[macro_export]
macro_rules! kinds {
    ($(#[$doc:meta])* $vis:vis enum $name:ident { $($(#[$variant_doc:meta])* $variant:ident = ($key:literal, $code:literal),)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        $vis enum $name { $($(#[$variant_doc])* $variant,)+ }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)+];
        }

        impl $crate::refusal::Kind for $name {
            fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)+ }
            }

            fn code(self) -> &'static str {
                match self { $(Self::$variant => $code,)+ }
            }
        }
    };
}
