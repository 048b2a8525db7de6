//! What a browser brings back from a provider.

use std::fmt;

use subtle::ConstantTimeEq as _;
use url::form_urlencoded;

use super::{Pending, Refusal};

/// The longest query string that is read, in bytes. Microsoft's codes have some 1500.
const MAX_QUERY: usize = 8192;

/// The parameters of the redirect back to us, as they came. Anybody can make them up.
///
/// `error_description` is not among them: it would be somebody else's text on our page or in our log.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Callback {
    /// What the tokens are given for.
    pub code: Option<String>,
    /// Which sign-in this answers.
    pub state: Option<String>,
    /// Whose answer this is (RFC 9207).
    pub iss: Option<String>,
    /// Why there is no code.
    pub error: Option<String>,
}

impl Callback {
    /// Reads a query string, without its question mark. Parameters of other names are left alone, as RFC 6749 wants; of
    /// ours, each may be there once.
    pub fn parse(query: &str) -> Result<Self, Refusal> {
        if query.len() > MAX_QUERY {
            return Err(Refusal::Callback("it is too long"));
        }
        let mut callback = Self::default();
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let slot = match &*name {
                "code" => &mut callback.code,
                "state" => &mut callback.state,
                "iss" => &mut callback.iss,
                "error" => &mut callback.error,
                _ => continue,
            };
            if slot.replace(value.into_owned()).is_some() {
                return Err(Refusal::Callback("a parameter is there twice"));
            }
        }
        Ok(callback)
    }

    /// The code, if this answers that sign-in. `says_issuer`: the provider promises to say whose answer it is.
    pub(super) fn check(self, pending: &Pending, says_issuer: bool) -> Result<String, Refusal> {
        let state = self.state.ok_or(Refusal::StateMismatch)?;
        if !bool::from(state.as_bytes().ct_eq(pending.state().as_bytes())) {
            return Err(Refusal::StateMismatch);
        }
        match self.iss {
            Some(iss) if iss != pending.issuer => return Err(Refusal::CallbackIssuer),
            None if says_issuer => return Err(Refusal::CallbackIssuer),
            _ => {}
        }
        if let Some(error) = self.error {
            return Err(Refusal::by_provider(&error));
        }
        self.code.filter(|code| !code.is_empty()).ok_or(Refusal::Callback("it has no code"))
    }
}

impl fmt::Debug for Callback {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Callback").field("iss", &self.iss).field("error", &self.error).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_read_once_each() {
        let some = |text: &str| Some(text.to_owned());
        let twice = Err(Refusal::Callback("a parameter is there twice"));
        for (query, expected) in [
            ("", Ok(Callback::default())),
            ("code=a%2Fb&state=c+d", Ok(Callback { code: some("a/b"), state: some("c d"), ..Callback::default() })),
            (
                "error=access_denied&error_description=Leave&iss=https%3A%2F%2Fid.example",
                Ok(Callback { error: some("access_denied"), iss: some("https://id.example"), ..Callback::default() }),
            ),
            ("session_state=1&session_state=2&code=x", Ok(Callback { code: some("x"), ..Callback::default() })),
            ("code", Ok(Callback { code: some(""), ..Callback::default() })),
            ("code=x&code=x", twice.clone()),
            ("state=x&code=y&st%61te=", twice.clone()),
            ("iss=x&iss=y", twice.clone()),
            ("error=x&error=y", twice),
        ] {
            assert_eq!(Callback::parse(query), expected, "{query}");
        }
        let long = format!("code={}", "x".repeat(MAX_QUERY));
        assert_eq!(Callback::parse(&long), Err(Refusal::Callback("it is too long")));
    }
}
