//! Links in mails by which a reader turns things off without signing in: signed for the city, good for as long as the
//! reader is known.
//!
//! A link names the reader and, if it is for one subscription, that. Whoever has it may see and change what its reader
//! is told of, and nothing else. It never expires: an old mail must be a way out, too. But a link from before the
//! reader turned things on again says so, since its mail may have been opened by anybody since: what it leads to asks
//! first.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use kernel::{error::Result, scope::Scope};
use uuid::Uuid;

use crate::{
    reader::{Model as Reader, ReaderId},
    readers,
};

/// Where the links lead, without language and without their token.
pub const FOLDER: &str = "/unsubscribe";
/// What the signatures are for.
const PURPOSE: &str = "notices-link";
/// The longest token there is, in characters: what is signed, a dot and 43 of the signature.
const MAX_TOKEN: usize = 120;
/// Bytes of what every link says: reader, generation, moment.
const HEAD: usize = 16 + 4 + 8;

/// A link as it was opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Whose it is.
    pub reader: Reader,
    /// For which subscription; none for all.
    pub subscription: Option<Uuid>,
    /// When it was made, to the second.
    pub made_at: DateTime<Utc>,
    /// Whether the reader has turned things on again since: what it leads to acts on nothing without asking.
    pub is_stale: bool,
}

/// The path, without language, at which a reader turns off that subscription, or all.
pub fn make(scope: &Scope, reader: &Reader, subscription: Option<Uuid>) -> Result<String> {
    let mut message = Vec::with_capacity(HEAD + 16);
    message.extend_from_slice(reader.id.0.as_bytes());
    message.extend_from_slice(&reader.generation.to_be_bytes());
    message.extend_from_slice(&scope.now().timestamp().to_be_bytes());
    message.extend_from_slice(subscription.as_ref().map_or(&[][..], |id| &id.as_bytes()[..]));
    let signature = scope.app().keys.sign(&scope.purpose(PURPOSE), &message)?;
    Ok(format!("{FOLDER}/{}.{signature}", URL_SAFE_NO_PAD.encode(message)))
}

/// The link of a token; nothing if we did not make it for this city, or its reader is gone.
pub async fn open(scope: &Scope, token: &str) -> Result<Option<Opened>> {
    let Some(read) = read(scope, token) else { return Ok(None) };
    let Some(reader) = readers::find(scope, read.reader).await? else { return Ok(None) };
    let is_stale = read.generation != reader.generation;
    Ok(Some(Opened { reader, subscription: read.subscription, made_at: read.made_at, is_stale }))
}

/// What a token says.
#[derive(Debug, PartialEq, Eq)]
struct Read {
    reader: ReaderId,
    generation: i32,
    made_at: DateTime<Utc>,
    subscription: Option<Uuid>,
}

fn read(scope: &Scope, token: &str) -> Option<Read> {
    let token = token.trim();
    let (message, signature) = token.split_once('.').filter(|_| token.len() <= MAX_TOKEN)?;
    let message = URL_SAFE_NO_PAD.decode(message).ok()?;
    if !scope.app().keys.verify(&scope.purpose(PURPOSE), &message, signature) {
        return None;
    }
    let (head, subscription) = message.split_at_checked(HEAD)?;
    let (reader, rest) = head.split_at_checked(16)?;
    let (generation, made_at) = rest.split_at_checked(4)?;
    let subscription = if subscription.is_empty() { None } else { Some(Uuid::from_slice(subscription).ok()?) };
    Some(Read {
        reader: ReaderId(Uuid::from_slice(reader).ok()?),
        generation: i32::from_be_bytes(generation.try_into().ok()?),
        made_at: DateTime::from_timestamp(i64::from_be_bytes(made_at.try_into().ok()?), 0)?,
        subscription,
    })
}
