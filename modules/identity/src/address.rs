//! E-mail addresses, checked by their form.

use url::Host;

/// The longest address that mail servers take (RFC 5321, 4.5.3.1.3, less its brackets), in bytes.
const MAX_ADDRESS: usize = 254;
/// The longest part before the `@` (RFC 5321, 4.5.3.1.1), in bytes.
const MAX_LOCAL: usize = 64;

/// An address as accounts keep it: without spaces around it, in small letters, its domain in ASCII (IDNA). Nothing if
/// the text has not the form of an address that one could write to.
///
/// Quoted local parts and addresses beyond ASCII (RFC 6531) are left out: many mail servers do not take them.
pub fn normalise_address(text: &str) -> Option<String> {
    let (local, domain) = text.trim().rsplit_once('@')?;
    let is_atom = |c: char| c.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~-".contains(c);
    let is_local =
        local.len() <= MAX_LOCAL && local.split('.').all(|atom| !atom.is_empty() && atom.chars().all(is_atom));
    let Ok(Host::Domain(domain)) = Host::parse(domain) else { return None };
    let mut labels = domain.split('.');
    let is_label = |label: &str| {
        let plain = label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        !label.is_empty() && label.len() <= 63 && plain && !label.starts_with('-') && !label.ends_with('-')
    };
    if !is_local || labels.clone().count() < 2 || !labels.all(is_label) {
        return None;
    }
    let address = format!("{local}@{domain}").to_ascii_lowercase();
    (address.len() <= MAX_ADDRESS).then_some(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_told_by_their_form() {
        for (text, address) in [
            (" Anna.Nowak+portal@Example.ORG ", "anna.nowak+portal@example.org"),
            ("o'neil@poczta.example", "o'neil@poczta.example"),
            ("ania@żółw.example", "ania@xn--w-uga1v8h.example"),
        ] {
            assert_eq!(normalise_address(text).as_deref(), Some(address));
        }
        let long = format!("{}@example.org", "a".repeat(65));
        let longer = format!("a@{}example.org", "abcdefgh.".repeat(28));
        for text in [
            "",
            "anna",
            "anna@",
            "@example.org",
            "anna@example",
            "anna@127.0.0.1",
            "anna@[::1]",
            "an na@example.org",
            "anna@exam ple.org",
            "a..b@example.org",
            ".a@example.org",
            "a@b@example.org",
            "anna@example.org\r\nBcc: x@example.org",
            "anna@-x.org",
            "anna@x..org",
            "żaba@example.org",
            "\"a b\"@example.org",
            &long,
            &longer,
        ] {
            assert_eq!(normalise_address(text), None, "{text}");
        }
    }
}
