//! Payloads of mutations: the object, or errors that the caller can mend, each with a code of the mutation's own enum.

use std::borrow::Cow;

use async_graphql::{InputType, OutputType, SimpleObject, TypeName};

use crate::{
    error::{Fault, Result},
    refusal::{Kind, Outcome, Problem, Refused},
    scope::Scope,
};

/// Something that the caller can mend. Each mutation's errors have a type of their own, named after its codes.
#[derive(Clone, Debug, SimpleObject)]
#[graphql(name_type)]
pub struct UserError<C: OutputType> {
    /// What is wrong.
    pub code: C,
    /// The field of the input at fault, if it is one.
    pub field: Option<String>,
    /// What is wrong and what would be right, for people, in the request's language.
    pub message: String,
}

impl<C: OutputType> TypeName for UserError<C> {
    fn type_name() -> Cow<'static, str> {
        let codes = C::type_name();
        codes.strip_suffix("Code").map(str::to_owned).unwrap_or(codes.into_owned()).into()
    }
}

/// Splits what a use-case returned into what it made and what its caller can mend. A refusal that the mutation does not
/// declare is our fault.
pub fn split<T, K: Kind, C: InputType + OutputType>(
    scope: &Scope,
    outcome: Outcome<T, K>,
) -> Result<(Option<T>, Vec<UserError<C>>)> {
    match outcome {
        Ok(made) => Ok((Some(made), Vec::new())),
        Err(Refused::Fault(fault)) => Err(fault),
        Err(Refused::Problems(problems)) => {
            let errors: Result<Vec<_>> = problems.iter().map(|problem| user_error(scope, problem)).collect();
            Ok((None, errors?))
        }
    }
}

fn user_error<K: Kind, C: InputType + OutputType>(scope: &Scope, problem: &Problem<K>) -> Result<UserError<C>> {
    let code =
        C::parse(Some(async_graphql::Value::Enum(async_graphql::Name::new(problem.kind.code())))).map_err(|_| {
            Fault::internal(format!("{:?} is no error that {} has", problem.kind, <C as InputType>::type_name()))
        })?;
    let field = problem.field.as_deref().map(str::to_owned);
    Ok(UserError { code, field, message: problem.message(scope) })
}

/// Declares a mutation's payload and the codes of its errors:
///
/// ```text
/// payload! {
///     /// What became of a child's profile.
///     ChildSavePayload, ChildSaveErrorCode { child: Child } { NameMissing, BirthDateInFuture }
/// }
/// // in the resolver:
/// Ok(ChildSavePayload::of(scope, outcome.map(Child))?)
/// ```
///
/// The codes are names of the module's kinds of refusal; one that a mutation does not list is an internal fault, and a
/// test of the module should provoke each that it does.
#[macro_export]
macro_rules! payload {
    ($(#[$doc:meta])* $payload:ident, $codes:ident { $object:ident: $type:ty } { $($code:ident),* $(,)? }) => {
        $(#[$doc])*
        #[derive(async_graphql::SimpleObject)]
        pub(crate) struct $payload {
            /// What was made or changed; null if there are errors.
            $object: Option<$type>,
            /// What the caller can mend; empty if it is done.
            errors: Vec<$crate::graphql::payload::UserError<$codes>>,
        }

        /// What can be wrong with the input.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, async_graphql::Enum)]
        pub(crate) enum $codes {
            $(
                #[doc = concat!("See the message; ", stringify!($code), ".")]
                $code,
            )*
        }

        impl $payload {
            /// The payload of what a use-case returned.
            pub(crate) fn of<K: $crate::refusal::Kind>(
                scope: &$crate::scope::Scope,
                outcome: $crate::refusal::Outcome<$type, K>,
            ) -> $crate::error::Result<Self> {
                let (made, errors) = $crate::graphql::payload::split(scope, outcome)?;
                Ok(Self { $object: made, errors })
            }
        }
    };
}
