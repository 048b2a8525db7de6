//! Why a sign-in did not come about.

use thiserror::Error;

/// Why a sign-in was refused. None of it is the server's fault, but [`Refusal::Configuration`].
///
/// Its text is for the log and holds nothing personal; people are told in their language by [`Refusal::code`].
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    /// The city's declaration of the provider, or the address to come back to, cannot be used.
    #[error("the provider's declaration: {0}")]
    Configuration(&'static str),
    /// No answer: refused connection, broken TLS, or too slow.
    #[error("no answer from the provider's {0}")]
    ProviderUnreachable(Part),
    /// An answer that cannot be used.
    #[error("the provider's {0}: {1}")]
    ProviderAnswer(Part, Flaw),
    /// The provider refused, with this code (RFC 6749, 4.1.2.1 and 5.2; `access_denied` if the person changed their
    /// mind).
    #[error("the provider says {0}")]
    ProviderError(String),
    /// The provider does not take the code: used, too old, or another client's.
    #[error("the provider refused the code")]
    CodeRejected,
    /// The sign-in that the browser began was with another provider or on another address.
    #[error("the browser began another sign-in")]
    OtherSignIn,
    /// The sign-in was begun too long ago.
    #[error("the sign-in was begun too long ago")]
    PendingExpired,
    /// The callback cannot be read, or lacks or repeats a parameter.
    #[error("the callback: {0}")]
    Callback(&'static str),
    /// The callback answers another sign-in than the one that this browser began.
    #[error("another state than the one sent")]
    StateMismatch,
    /// The callback is another provider's (RFC 9207), or does not say whose it is although this provider's would.
    #[error("the callback is not this issuer's")]
    CallbackIssuer,
    /// The ID token cannot be read, or has a type or a header that we do not take.
    #[error("the ID token cannot be read")]
    TokenMalformed,
    /// The ID token is another issuer's.
    #[error("the ID token is not this issuer's")]
    WrongIssuer,
    /// The ID token is not for us alone.
    #[error("the ID token is not for us alone")]
    WrongAudience,
    /// The ID token was issued to another client (`azp`).
    #[error("the ID token was issued to another client")]
    WrongParty,
    /// The ID token is signed by an algorithm that proves nothing here, or not at all.
    #[error("the ID token's algorithm is not allowed")]
    Algorithm,
    /// The provider has no such key.
    #[error("the provider has no key that the ID token may be signed with")]
    UnknownKey,
    /// The signature is not the key's.
    #[error("the ID token's signature is wrong")]
    BadSignature,
    /// The ID token is valid no more.
    #[error("the ID token has expired")]
    Expired,
    /// The ID token is not valid yet, or too old to be the answer to this sign-in.
    #[error("the ID token is not of this time")]
    NotOfThisTime,
    /// The ID token answers another request.
    #[error("another nonce than the one sent, or none")]
    NonceMismatch,
    /// The ID token came with another access token (`at_hash`).
    #[error("the access token is not the ID token's")]
    AccessTokenMismatch,
    /// The subject's identifier is longer than 255 characters, empty or not ASCII.
    #[error("the subject's identifier is not one")]
    Subject,
    /// The user information is about somebody else.
    #[error("the user information is about somebody else")]
    OtherSubject,
}

/// What of a provider was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Part {
    /// `.well-known/openid-configuration`.
    #[error("discovery document")]
    Discovery,
    /// Its signing keys.
    #[error("keys")]
    Keys,
    /// The endpoint that gives tokens for codes.
    #[error("token endpoint")]
    Token,
    /// The endpoint that says more about the person.
    #[error("userinfo endpoint")]
    UserInfo,
}

/// What is wrong with a provider's answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Flaw {
    /// More than 512 kB.
    #[error("larger than it may be")]
    TooLarge,
    /// Not the status that it should have; redirects are not followed.
    #[error("status {0}")]
    Status(u16),
    /// No JSON, or not what it should hold.
    #[error("not the JSON it should be")]
    Malformed,
    /// A discovery document of another issuer.
    #[error("another issuer")]
    OtherIssuer,
    /// An endpoint that is no https address (or one of this machine, for an issuer of this machine).
    #[error("an endpoint that must not be used")]
    Endpoint,
    /// More keys than anybody has.
    #[error("too many keys")]
    TooManyKeys,
    /// Not one key that we could use.
    #[error("no usable key")]
    NoKeys,
}

impl Refusal {
    /// Its name in text keys and counts; stable.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Configuration(_) => "configuration",
            Self::ProviderUnreachable(_) => "provider_unreachable",
            Self::ProviderAnswer(..) => "provider_answer",
            Self::ProviderError(_) => "provider_error",
            Self::CodeRejected => "code_rejected",
            Self::OtherSignIn => "other_sign_in",
            Self::PendingExpired => "pending_expired",
            Self::Callback(_) => "callback",
            Self::StateMismatch => "state_mismatch",
            Self::CallbackIssuer => "callback_issuer",
            Self::TokenMalformed => "token_malformed",
            Self::WrongIssuer => "wrong_issuer",
            Self::WrongAudience => "wrong_audience",
            Self::WrongParty => "wrong_party",
            Self::Algorithm => "algorithm",
            Self::UnknownKey => "unknown_key",
            Self::BadSignature => "bad_signature",
            Self::Expired => "expired",
            Self::NotOfThisTime => "not_of_this_time",
            Self::NonceMismatch => "nonce_mismatch",
            Self::AccessTokenMismatch => "access_token_mismatch",
            Self::Subject => "subject",
            Self::OtherSubject => "other_subject",
        }
    }

    /// Whether the person said no at the provider: nothing failed, and nothing need be explained.
    pub fn by_choice(&self) -> bool {
        matches!(self, Self::ProviderError(code) if code == "access_denied")
    }

    /// The provider's refusal with its own code, as far as that is one.
    pub(super) fn by_provider(code: &str) -> Self {
        /// Longer than any registered code.
        const MAX_LEN: usize = 64;
        Self::ProviderError(
            code.chars().filter(|c| c.is_ascii_alphanumeric() || "_-.".contains(*c)).take(MAX_LEN).collect(),
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_of_providers_cannot_carry_texts() {
        for (said, kept) in [
            ("access_denied", "access_denied"),
            ("<b>log in</b> at evil.example", "bloginbatevil.example"),
            ("a\r\nb\u{202e}c", "abc"),
            ("", ""),
        ] {
            assert_eq!(Refusal::by_provider(said), Refusal::ProviderError(kept.to_owned()), "{said:?}");
        }
        assert_eq!(Refusal::by_provider(&"x".repeat(1000)), Refusal::ProviderError("x".repeat(64)));
        assert!(Refusal::by_provider("access_denied").by_choice());
        assert!(!Refusal::by_provider("server_error").by_choice());
    }
}
