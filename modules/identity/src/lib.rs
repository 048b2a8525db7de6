//! Who people are and what they may do: accounts, sign-in, sessions, roles, children, API tokens.
//!
//! Owns the tables `account`, `identity_link`, `sign_in`, `known_browser`, `session`, `role_grant`, `invitation`,
//! `child` and `api_token`. Knows `directory` (where roles are held, which school a child goes to); knows nothing of
//! what people do once they are signed in. Cannot be switched off.

mod account;
pub mod accounts;
mod address;
mod api_token;
mod attempt;
mod child;
pub mod children;
mod device;
mod grant;
pub mod graphql;
mod invitation;
pub mod invitations;
mod known_browser;
mod link;
mod loader;
pub mod oidc;
mod pages;
pub mod personal_data;
mod policy;
pub mod providers;
mod refusal;
pub mod retention;
pub mod roles;
mod session;
pub mod sessions;
pub mod sign_in;
pub mod tokens;

pub use account::{AccountId, Model as Account, display_name};
pub use address::normalise_address;
pub use api_token::{ApiTokenId, Model as ApiToken};
pub use attempt::SignInId;
pub use child::{ChildId, Model as Child};
pub use children::{Profile as ChildProfile, child};
pub use invitation::{InvitationId, Model as Invitation};
pub use link::Model as Link;
pub use loader::{AccountLoader, RolesOf};
pub use pages::{ACTIONS, PAGES};
pub use personal_data::PersonalData;
pub use refusal::Kind;
pub use retention::JOBS;
pub use session::{Model as Session, SessionId};
