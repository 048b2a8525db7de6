//! The address that a mail comes back to when it cannot be delivered: one of its own for each mail (VERP), signed, so
//! that what comes back names the mail, and nobody can make up what did not go out from here.

use std::fmt::Write as _;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use uuid::Uuid;

use crate::{
    error::{Fault, Result},
    scope::Scope,
};

/// What the addresses begin with.
const BEGINNING: &str = "bounce+";
/// What signatures are for.
const PURPOSE: &str = "mail.bounce";
/// Bytes of a signature: with all of them the part before the `@` would be longer than servers take (64 bytes, RFC
/// 5321, 4.5.3.1.1).
const SIGNATURE: usize = 10;

/// The envelope's sender of a mail: `bounce+<id>.<signature>@<host>`. The host is the city's own for bounces if it
/// declares one, else the one given. In small letters and digits only, since servers on the way may change letters.
pub fn sender(scope: &Scope, mail_id: Uuid, host: &str) -> Result<String> {
    let host = scope.tenant.mail.bounce_host.as_deref().unwrap_or(host);
    Ok(format!("{BEGINNING}{}.{}@{host}", mail_id.simple(), signature(scope, mail_id)?))
}

/// The mail that this address was made for. Nothing if it was made up, or made for another city.
pub fn returned(scope: &Scope, address: &str) -> Option<Uuid> {
    let address = address.trim().trim_start_matches('<').trim_end_matches('>').to_ascii_lowercase();
    let (local, _) = address.rsplit_once('@')?;
    let (id, claimed) = local.strip_prefix(BEGINNING)?.split_once('.')?;
    let id = Uuid::try_parse(id).ok().filter(|parsed| parsed.simple().to_string() == id)?;
    let expected = signature(scope, id).ok()?;
    let differing = expected.bytes().zip(claimed.bytes()).fold(0, |differing, (a, b)| differing | (a ^ b));
    (expected.len() == claimed.len() && differing == 0).then_some(id)
}

fn signature(scope: &Scope, mail_id: Uuid) -> Result<String> {
    let signed = scope.app().keys.sign(&scope.purpose(PURPOSE), mail_id.as_bytes())?;
    let bytes = URL_SAFE_NO_PAD.decode(signed).map_err(Fault::internal)?;
    Ok(bytes.iter().take(SIGNATURE).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    }))
}
