//! Who is told what: readers, what they are told, and the one mail that gathers it.
//!
//! Owns the tables `reader`, `notice`, `push_endpoint` and `push_outbox`. Knows `identity` (whose account a reader is);
//! knows no kind of entry and nothing of subscriptions but their ids and what they are called. Other modules hand it
//! [`Item`]s with [`add`], or tell one account something at once with [`tell`]; [`deliver_due`] lets leave what is due.
//!
//! A *reader* is somebody who is told things: an account, or a confirmed address without one. A *notice* is one thing
//! that one reader is told, with the reasons for it. A *moment* is when waiting notices leave: one mail per reader and
//! moment.

mod add;
mod centre;
mod content;
mod deliver;
mod gathered;
pub mod graphql;
pub mod link;
mod notice;
mod pages;
mod personal;
mod policy;
pub mod post;
pub mod push;
mod reader;
pub mod readers;
mod reason;
mod refusal;
mod retention;
mod schedule;
mod tell;
mod what;
mod words;

pub use add::{Item, add, take_back, waiting_for};
pub use deliver::{Delivered, deliver_due};
pub use notice::{Model as Notice, NoticeId};
pub use pages::{ACTIONS, PAGES, SECTIONS};
pub use personal::PERSONAL_DATA;
pub use reader::{Model as Reader, ReaderId, State};
pub use reason::Reason;
pub use refusal::Refusal;
pub use retention::JOBS;
pub use schedule::{Settings, due};
pub use tell::{Telling, tell};
pub use what::{Frequency, What};

/// The module whose city shows people what they were told; mails go out without it.
pub const MODULE: &str = "notifications";
/// What the change log calls what one reader is told; its ids are readers', of those who have an account.
pub const ENTITY: &str = "notices";
/// The path of all that somebody was told, without language.
pub const CENTRE: &str = "/konto/powiadomienia";
/// The path of what somebody asked to be told of, without language.
pub const SUBSCRIPTIONS: &str = "/konto/subskrypcje";
/// What the change log calls a reader.
pub const READER: &str = "reader";
