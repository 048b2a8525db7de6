//! Use-cases over subscriptions.

mod by_link;
mod checking;
mod forgetting;
mod keeping;
mod reading;
mod requesting;

pub(crate) use by_link::{ByLink, after, frequency_by_link, look_at, mute_by_link, resume, unsubscribe};
pub(crate) use checking::{Checked, check};
pub(crate) use forgetting::{erase, forget_old};
pub(crate) use keeping::{Wish, remove, restore, save};
pub use reading::find;
pub(crate) use reading::{all_of, find_own, following, own, requests_of};
pub(crate) use requesting::{Asked, confirm, request};

/// Subscriptions that one reader can have.
pub(crate) const MAX_SUBSCRIPTIONS: u64 = 50;
