//! A sign-in under way.

use chrono::{DateTime, TimeDelta, Utc};
use openidconnect::{CsrfToken, Nonce, PkceCodeVerifier};
use serde::{Deserialize, Serialize};

use super::{Provider, Refusal};

/// How long a person may take at the provider.
const LIFETIME: TimeDelta = TimeDelta::minutes(10);
/// By how much clocks of our own servers may differ.
const SKEW: TimeDelta = TimeDelta::minutes(1);

/// A sign-in under way: what must be known again when the browser comes back.
///
/// It holds secrets. Whoever keeps it must see to three things, which cannot be seen to from here:
/// - only the browser that began brings it back, and only to the host where it began (a sealed `__Host-` cookie that
///   names its host, or a row that such a cookie names): else anybody could sign somebody else in as themselves;
/// - nobody can read or change it on the way (sealed, not just signed);
/// - it is taken away before [`finish`](super::Client::finish), whatever that answers. A callback that comes twice then
///   finds none; where a cookie was copied first, the provider still refuses the code.
#[derive(Debug, Serialize, Deserialize)]
pub struct Pending {
    pub(super) provider: String,
    pub(super) issuer: String,
    pub(super) redirect_uri: String,
    pub(super) state: CsrfToken,
    pub(super) nonce: Nonce,
    pub(super) verifier: PkceCodeVerifier,
    pub(super) begun_at: DateTime<Utc>,
}

impl Pending {
    /// The id of the provider it was begun with.
    pub fn provider(&self) -> &str {
        &self.provider
    }

    /// The `state` that the callback must bring; several sign-ins under way are told apart by it.
    pub fn state(&self) -> &str {
        self.state.secret()
    }

    /// Whether it was begun with this provider, for this address, and not long ago. The first two keep apart providers
    /// (one could otherwise be given the code of another) and cities.
    pub(super) fn check(&self, provider: &Provider, redirect_uri: &str, now: DateTime<Utc>) -> Result<(), Refusal> {
        if self.provider != provider.id || self.issuer != provider.issuer || self.redirect_uri != redirect_uri {
            return Err(Refusal::OtherSignIn);
        }
        let age = now.signed_duration_since(self.begun_at);
        if age > LIFETIME || age < -SKEW { Err(Refusal::PendingExpired) } else { Ok(()) }
    }
}
