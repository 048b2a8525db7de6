//! What a provider says about a person, cut to what we use and can trust.

use openidconnect::{EndUserFamilyName, EndUserGivenName, EndUserName, LocalizedClaim, SubjectIdentifier};

use super::token::{PersonClaims, TokenClaims};

/// The longest name that is kept, in characters.
const MAX_NAME: usize = 120;
/// The longest address there is (RFC 5321, 4.5.3.1.3, less its brackets), in bytes.
const MAX_EMAIL: usize = 254;
/// The longest language tag that is kept (RFC 5646, 4.4.1), in bytes.
const MAX_LOCALE: usize = 35;
/// Google's issuer, and the domains of its own addresses.
const GOOGLE: (&str, [&str; 2]) = ("https://accounts.google.com", ["gmail.com", "googlemail.com"]);

/// Who has signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims {
    /// The provider's issuer; with the subject, what an account is known by. An address is not: it may change hands.
    pub issuer: String,
    /// The person's identifier at the issuer, 1 to 255 ASCII characters, compared letter by letter.
    pub subject: String,
    /// The person's address, if the provider says one that could be one.
    pub email: Option<String>,
    /// Whether the provider has seen that the address is the person's. Else it is what somebody typed, and says nothing
    /// about whose account this is.
    pub email_verified: bool,
    /// The person's name, in one line, at most 120 characters.
    pub name: Option<String>,
    /// The person's language (BCP 47).
    pub locale: Option<String>,
}

/// What one of a provider's answers says, as it says it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) email: Option<String>,
    email_verified: bool,
    hosted_domain: Option<String>,
    name: Option<String>,
    locale: Option<String>,
}

/// Both kinds of answers have these claims, and no type for them in common.
macro_rules! said {
    ($claims:expr) => {
        Said {
            email: $claims.email().map(|email| email.as_str().to_owned()),
            email_verified: $claims.email_verified() == Some(true),
            hosted_domain: $claims.additional_claims().hd.clone(),
            name: name($claims.name(), $claims.given_name(), $claims.family_name()),
            locale: $claims.locale().map(|locale| locale.as_str().to_owned()),
        }
    };
}

impl Said {
    /// What the ID token says.
    pub(super) fn in_token(claims: &TokenClaims) -> Self {
        said!(claims)
    }

    /// What the userinfo endpoint says.
    pub(super) fn in_userinfo(claims: &PersonClaims) -> Self {
        said!(claims)
    }

    /// This, and what only the other says. An address is taken together with what is said of it.
    pub(super) fn or(self, other: Self) -> Self {
        let (name, locale) = (self.name.or(other.name), self.locale.or(other.locale));
        let of_address = if self.email.is_some() {
            (self.email, self.email_verified, self.hosted_domain)
        } else {
            (other.email, other.email_verified, other.hosted_domain)
        };
        let (email, email_verified, hosted_domain) = of_address;
        Self { email, email_verified, hosted_domain, name, locale }
    }

    /// What is kept of it.
    pub(super) fn into_claims(self, issuer: &str, subject: &SubjectIdentifier) -> Claims {
        let email = self.email.as_deref().and_then(address);
        let vouched = email.as_deref().is_some_and(|email| is_hosted(issuer, email, self.hosted_domain.as_deref()));
        Claims {
            issuer: issuer.to_owned(),
            subject: subject.as_str().to_owned(),
            email_verified: self.email_verified && vouched,
            email,
            name: self.name.as_deref().and_then(line),
            locale: self.locale.as_deref().and_then(locale),
        }
    }
}

/// The name, or else its parts together, which is all that some gateways send.
fn name(
    whole: Option<&LocalizedClaim<EndUserName>>,
    given: Option<&LocalizedClaim<EndUserGivenName>>,
    family: Option<&LocalizedClaim<EndUserFamilyName>>,
) -> Option<String> {
    let whole = whole.and_then(|name| name.get(None)).map(|name| name.as_str().to_owned());
    let given = given.and_then(|name| name.get(None)).map_or("", |name| name.as_str());
    let family = family.and_then(|name| name.get(None)).map_or("", |name| name.as_str());
    // One that says nothing must not stand before what userinfo may say.
    whole.or_else(|| Some(format!("{given} {family}"))).filter(|name| !name.trim().is_empty())
}

/// Text in one line, without control characters and what turns the direction of writing.
fn line(text: &str) -> Option<String> {
    let visible: String = text
        .chars()
        .map(|c| if c.is_whitespace() { ' ' } else { c })
        .filter(|c| !c.is_control() && !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'))
        .collect();
    let words = visible.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
    let cut: String = words.chars().take(MAX_NAME).collect();
    let cut = cut.trim_end();
    (!cut.is_empty()).then(|| cut.to_owned())
}

/// The address, if it could be one. What it must be to get mail is not decided here.
fn address(text: &str) -> Option<String> {
    let text = text.trim();
    let (local, domain) = text.split_once('@')?;
    let fits = text.len() <= MAX_EMAIL && !local.is_empty() && !domain.is_empty() && !domain.contains('@');
    (fits && !text.chars().any(|c| c.is_control() || c.is_whitespace() || "<>,;:\"\\".contains(c)))
        .then(|| text.to_owned())
}

/// The language tag, if it looks like one. Some providers write `pl_PL`.
fn locale(text: &str) -> Option<String> {
    let tag = text.replace('_', "-");
    let fits = (2..=MAX_LOCALE).contains(&tag.len()) && tag.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
    fits.then_some(tag)
}

/// Whether the provider's word on that address counts.
///
/// Google has also verified addresses of other mail services, once, at some time; it answers only for its own and those
/// of organisations that it hosts (`hd`), as it says itself. Microsoft says nothing of verification, and its addresses
/// are whatever an organisation's administrator typed: they never count.
fn is_hosted(issuer: &str, email: &str, hosted_domain: Option<&str>) -> bool {
    let (google, domains) = GOOGLE;
    issuer != google
        || hosted_domain.is_some()
        || email.rsplit_once('@').is_some_and(|(_, domain)| domains.iter().any(|own| domain.eq_ignore_ascii_case(own)))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CITY: &str = "https://id.debno.example";
    const MICROSOFT: &str = "https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0";

    #[test]
    fn an_address_is_verified_only_by_who_can_know() {
        for (issuer, email, said, hosted_domain, expected) in [
            (CITY, "a@poczta.example", true, None, true),
            (CITY, "a@poczta.example", false, None, false),
            (CITY, "no address", true, None, false),
            (GOOGLE.0, "a@gmail.com", true, None, true),
            (GOOGLE.0, "a@GMail.com", true, None, true),
            (GOOGLE.0, "a@gmail.com", false, None, false),
            (GOOGLE.0, "a@gmail.com.evil.example", true, None, false),
            (GOOGLE.0, "a@poczta.example", true, None, false),
            (GOOGLE.0, "a@szkola.example", true, Some("szkola.example"), true),
            (GOOGLE.0, "a@szkola.example", false, Some("szkola.example"), false),
            (MICROSOFT, "a@outlook.com", false, None, false),
        ] {
            let said = Said {
                email: Some(email.to_owned()),
                email_verified: said,
                hosted_domain: hosted_domain.map(ToOwned::to_owned),
                ..Said::default()
            };
            let claims = said.into_claims(issuer, &SubjectIdentifier::new("1".to_owned()));
            assert_eq!(claims.email_verified, expected, "{issuer} {email}");
        }
    }

    #[test]
    fn one_answers_address_never_gets_the_others_verification() {
        let said = |email: Option<&str>, email_verified| Said {
            email: email.map(ToOwned::to_owned),
            email_verified,
            ..Said::default()
        };
        for (token, userinfo, expected) in [
            (said(None, true), said(Some("b@x.example"), false), said(Some("b@x.example"), false)),
            (said(Some("a@x.example"), false), said(Some("b@x.example"), true), said(Some("a@x.example"), false)),
            (said(None, false), said(Some("b@x.example"), true), said(Some("b@x.example"), true)),
        ] {
            assert_eq!(token.or(userinfo), expected);
        }
    }

    #[test]
    fn names_are_one_visible_line() {
        let long = "ż".repeat(MAX_NAME + 1);
        for (text, expected) in [
            ("Anna Nowak", Some("Anna Nowak")),
            (" Anna\t\r\n Nowak ", Some("Anna Nowak")),
            ("Anna\u{0}\u{7}\u{202e}Nowak", Some("AnnaNowak")),
            ("O’Brien-Żółć", Some("O’Brien-Żółć")),
            (&long, Some(&long[..2 * MAX_NAME])),
            ("", None),
            (" \u{200b} ", None),
        ] {
            assert_eq!(line(text).as_deref(), expected, "{text:?}");
        }
    }

    #[test]
    fn addresses_could_be_addresses() {
        let long = format!("{}@x.example", "a".repeat(MAX_EMAIL));
        for (text, good) in [
            ("anna.nowak+x@poczta.example", true),
            (" anna@poczta.example ", true),
            ("żółć@poczta.example", true),
            ("anna", false),
            ("@poczta.example", false),
            ("anna@", false),
            ("a@b@c.example", false),
            ("Anna <anna@poczta.example>", false),
            ("a@b.example,c@d.example", false),
            ("a@b.example\r\nBcc: c@d.example", false),
            (&long, false),
        ] {
            assert_eq!(address(text).is_some(), good, "{text:?}");
        }
    }

    #[test]
    fn locales_look_like_tags() {
        for (text, expected) in [
            ("pl", Some("pl")),
            ("pl_PL", Some("pl-PL")),
            ("zh-Hant-TW", Some("zh-Hant-TW")),
            ("", None),
            ("p", None),
            ("pl;q=1", None),
            (&"a".repeat(36), None),
        ] {
            assert_eq!(locale(text).as_deref(), expected, "{text:?}");
        }
    }
}
