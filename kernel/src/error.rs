//! What goes wrong, and what clients are told of it.

use std::{borrow::Cow, error::Error};

use sea_orm::{DbErr, RuntimeErr, SqlErr};

/// A fault's kind as clients see it in `extensions.code`. Small on purpose; think before adding a variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    /// Sign in first.
    Unauthenticated,
    /// Signed in, seen, and still not allowed.
    Forbidden,
    /// Absent, another tenant's, or not for the caller's eyes: all the same from outside.
    NotFound,
    /// The request's own values are wrong.
    BadUserInput,
    /// The request contradicts what is stored.
    Conflict,
    /// Too many requests.
    RateLimited,
    /// A part of the system is away for now.
    Unavailable,
    /// Our fault.
    Internal,
}

impl Code {
    /// The code's name in `extensions.code` and in text keys.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Unauthenticated => "UNAUTHENTICATED",
            Self::Forbidden => "FORBIDDEN",
            Self::NotFound => "NOT_FOUND",
            Self::BadUserInput => "BAD_USER_INPUT",
            Self::Conflict => "CONFLICT",
            Self::RateLimited => "RATE_LIMITED",
            Self::Unavailable => "UNAVAILABLE",
            Self::Internal => "INTERNAL",
        }
    }
}

/// What leaves the server when something did not work.
///
/// Deliberately not `Display`: async-graphql turns any `Display` error into a client-visible message, and a bare
/// `?` on a database error would then leak database text. A `Fault` carries its public message beside its
/// private source, and the source is only ever logged.
#[derive(Debug)]
pub struct Fault {
    /// Its kind.
    pub code: Code,
    /// What the client is told, in English.
    pub message: Cow<'static, str>,
    /// The argument at fault, as a path (`near.place`), where one is.
    pub field: Option<&'static str>,
    source: Option<Box<dyn Error + Send + Sync>>,
}

/// A result whose error may leave the server.
pub type Result<T, E = Fault> = std::result::Result<T, E>;

impl Fault {
    fn new(code: Code, message: impl Into<Cow<'static, str>>) -> Self {
        Self { code, message: message.into(), field: None, source: None }
    }

    /// Sign in first.
    pub fn unauthenticated() -> Self {
        Self::new(Code::Unauthenticated, "sign in first")
    }

    /// Signed in, seen, and still not allowed.
    pub fn forbidden() -> Self {
        Self::new(Code::Forbidden, "your account may not do this")
    }

    /// The same, where what is lacking can be told.
    pub fn forbidden_since(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Code::Forbidden, message)
    }

    /// Too many requests; it is worth trying again after so many seconds.
    pub fn rate_limited(seconds: u64) -> Self {
        Self::new(Code::RateLimited, format!("too many attempts; try again in {seconds} seconds"))
    }

    /// Absent, or not for the caller's eyes.
    pub fn not_found() -> Self {
        Self::new(Code::NotFound, "there is no such thing here")
    }

    /// The argument `field` is wrong in the way `message` says.
    pub fn bad_input(field: &'static str, message: impl Into<Cow<'static, str>>) -> Self {
        Self { field: Some(field), ..Self::new(Code::BadUserInput, message) }
    }

    /// What is stored says otherwise.
    pub fn conflict(message: impl Into<Cow<'static, str>>) -> Self {
        Self::new(Code::Conflict, message)
    }

    /// Our fault; `source` goes to the log and nowhere else.
    pub fn internal(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { source: Some(source.into()), ..Self::new(Code::Internal, "something went wrong on our side") }
    }

    /// Away for now; `source` goes to the log and nowhere else.
    pub fn unavailable(source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { source: Some(source.into()), ..Self::new(Code::Unavailable, "the service is busy, try again shortly") }
    }

    /// What lies behind it, for the log.
    pub fn source(&self) -> Option<&(dyn Error + Send + Sync + 'static)> {
        self.source.as_deref()
    }

    /// Logs what lies behind it. Whoever turns a fault into an answer does so, once.
    pub fn log(&self) {
        if let Some(source) = self.source() {
            tracing::error!(code = self.code.as_str(), error = %source, "request failed");
        }
    }

    /// The fault as GraphQL clients see it; its source is logged here, and here only.
    pub fn to_graphql(&self) -> async_graphql::Error {
        use async_graphql::ErrorExtensions as _;
        self.log();
        async_graphql::Error::new(self.message.clone()).extend_with(|_, extensions| {
            extensions.set("code", self.code.as_str());
            if let Some(field) = self.field {
                extensions.set("field", field);
            }
        })
    }

    /// Message and source in one line, for operators at a terminal; never for clients.
    pub fn describe(&self) -> String {
        match &self.source {
            Some(source) => format!("{}: {source}", self.message),
            None => self.message.clone().into_owned(),
        }
    }
}

impl From<DbErr> for Fault {
    fn from(err: DbErr) -> Self {
        if let Some(SqlErr::UniqueConstraintViolation(_)) = err.sql_err() {
            return Self { source: Some(err.into()), ..Self::conflict("it exists already") };
        }
        match err {
            DbErr::ConnectionAcquire(_) | DbErr::Conn(RuntimeErr::SqlxError(_)) => Self::unavailable(err),
            _ => Self::internal(err),
        }
    }
}

impl From<search_index::Error> for Fault {
    fn from(err: search_index::Error) -> Self {
        match err {
            search_index::Error::Cursor => {
                Self::bad_input("after", "this cursor belongs to another list; start without one")
            }
            other => Self::internal(other),
        }
    }
}

impl From<std::io::Error> for Fault {
    fn from(err: std::io::Error) -> Self {
        Self::internal(err)
    }
}

impl From<Fault> for async_graphql::Error {
    fn from(fault: Fault) -> Self {
        fault.to_graphql()
    }
}
