//! Use-cases over pictures; those over files, and over what entries show of both, stand beside.

mod files;
mod show;

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
    time::Duration,
};

use chrono::{DateTime, Utc};

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use kernel::{
    audit,
    error::{Fault, Result},
    limits::Rule,
    refusal::{Outcome, Problem, Refused},
    scope::{Actor, Scope, Tx},
};
use ring::digest;
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    sea_query::{Expr, ExprTrait as _},
};
use serde_json::json;
use tokio::{sync::Semaphore, task, time::timeout};
use uuid::Uuid;

use crate::{
    picture::{ActiveModel, Column, Entity, MediaType, Picture, PictureId, Size, Use},
    policy,
    prepare::{MAX_BYTES, MAX_MEGAPIXELS, MAX_SIDE, Prepared, prepare},
    refusal::Refusal,
    shown,
};

pub use files::{
    AcceptedFile, ServedFile, accept_file, find_file, many_files, remove_file, served_file, store_file, upload_file,
};
pub(crate) use files::{file_body, files_of_account, files_to_show, of_upload};
pub use show::show;

/// How much may be said of what a picture shows, in characters.
const MAX_ALT: usize = 300;
/// How long a picture or file that nothing uses is kept.
const UNUSED_DAYS: i64 = 2;
/// Pictures that an account may upload in a day.
const PICTURES: Rule = Rule { name: "media.pictures", tries: 100, window: Duration::from_secs(86_400) };
/// Kilobytes that an account may upload in a day.
const KILOBYTES: Rule = Rule { name: "media.kilobytes", tries: 40 * 1024, window: Duration::from_secs(86_400) };
/// Uploads of all cities that are prepared at the same time: each takes a core, and memory by the hundred megabytes.
static PREPARING: Semaphore = Semaphore::const_new(2);
/// How long an upload waits for its turn.
const PATIENCE: Duration = Duration::from_secs(20);

/// A picture that was checked and made anew, and is yet to be kept.
#[derive(Clone, Debug)]
pub struct Accepted {
    prepared: Prepared,
    alt: String,
}

/// A picture's file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Served {
    /// What it is, for `Content-Type`.
    pub media_type: &'static str,
    /// The file.
    pub bytes: Vec<u8>,
    /// What tells it from others, for `ETag`, in its quotes.
    pub etag: String,
}

/// The picture of that id.
pub async fn find(scope: &Scope, id: PictureId) -> Result<Option<Picture>> {
    Ok(Entity::find_by_id(id).into_partial_model().one(&*scope.db().await?).await?)
}

/// Pictures by id.
pub async fn many(scope: &Scope, ids: &[PictureId]) -> Result<HashMap<PictureId, Arc<Picture>>> {
    let found = Entity::find().filter(Column::Id.is_in(ids.iter().copied()));
    let rows: Vec<Picture> = found.into_partial_model().all(&*scope.db().await?).await?;
    Ok(rows.into_iter().map(|row| (row.id, Arc::new(row))).collect())
}

/// The file behind `/media/<id>/<file>`; nothing if there is none. It needs nobody's session, and never changes: to
/// change a picture is to upload another.
pub async fn served(scope: &Scope, id: &str, file: &str) -> Result<Option<Served>> {
    let (Some(id), Some((size, media_type))) = (PictureId::parse(id), Size::parse(file)) else { return Ok(None) };
    let column = match size {
        Size::Full => Column::Body,
        Size::Thumb => Column::Thumb,
    };
    let query = Entity::find_by_id(id).select_only().columns([Column::MediaType, Column::Digest, column]);
    let row: Option<(MediaType, String, Vec<u8>)> = query.into_tuple().one(&*scope.db().await?).await?;
    Ok(row.filter(|(kept, ..)| *kept == media_type).map(|(media_type, digest, bytes)| Served {
        media_type: media_type.as_str(),
        bytes,
        etag: format!("\"{digest}-{}\"", if size == Size::Full { "full" } else { "thumb" }),
    }))
}

/// Checks a picture and what is said of it, and makes it anew, for who acts. Opens no transaction, since it takes its
/// time; [`store`] keeps what comes out.
pub async fn accept(scope: &Scope, bytes: Vec<u8>, alt: &str) -> Outcome<Accepted, Refusal> {
    if !policy::may_upload(&scope.actor) {
        return Err(Fault::unauthenticated().into());
    }
    let mut problems = Vec::new();
    let alt = alt.split_whitespace().collect::<Vec<_>>().join(" ");
    if alt.is_empty() {
        problems.push(Problem::at(Refusal::AltMissing, "alt"));
    } else if alt.chars().count() > MAX_ALT {
        problems.push(Problem::at(Refusal::AltTooLong, "alt").with("max", MAX_ALT as u32));
    }
    if let Some(account) = scope.actor.account() {
        let limits = &scope.app().limits;
        let account = account.to_string();
        limits.take(scope, PICTURES, &account).await?;
        // What is too large is refused unread, and costs no more than the largest that is not.
        let kilobytes = bytes.len().min(MAX_BYTES).div_ceil(1024);
        limits.take_many(scope, KILOBYTES, &account, kilobytes as u32).await?;
    }
    match made_anew(bytes).await? {
        Ok(prepared) if problems.is_empty() => return Ok(Accepted { prepared, alt }),
        Ok(_) => {}
        Err(kind) => problems.insert(0, of_file(kind)),
    }
    Err(Refused::Problems(problems))
}

/// The problem of the file itself.
pub(crate) fn of_file(kind: Refusal) -> Problem<Refusal> {
    let problem = Problem::at(kind, "dataBase64");
    match kind {
        Refusal::PictureTooLarge => problem.with("megabytes", (MAX_BYTES / 1024 / 1024) as u32),
        Refusal::PictureDimensions => problem.with("megapixels", MAX_MEGAPIXELS).with("side", MAX_SIDE),
        _ => problem,
    }
}

async fn made_anew(bytes: Vec<u8>) -> Result<Result<Prepared, Refusal>> {
    Ok(in_turn(move || prepare(&bytes)).await?.unwrap_or(Err(Refusal::PictureBroken)))
}

/// Does work that takes a core and memory, no more than two at a time; nothing if it panicked.
async fn in_turn<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<Option<T>> {
    let turn = timeout(PATIENCE, PREPARING.acquire()).await;
    let turn = turn.map_err(|_| Fault::unavailable("too many uploads at once"))?.map_err(Fault::internal)?;
    let done = task::spawn_blocking(move || {
        // Held here, since the work goes on when nobody waits for it any more.
        let _turn = turn;
        work()
    });
    match done.await {
        Err(err) if err.is_panic() => {
            tracing::error!("a decoder gave up");
            Ok(None)
        }
        done => Ok(Some(done.map_err(Fault::internal)?)),
    }
}

/// Keeps a picture, as one that nothing uses yet.
pub async fn store(tx: &mut Tx, accepted: Accepted) -> Result<PictureId> {
    let now = tx.scope().now();
    let Accepted { prepared, alt } = accepted;
    let id = PictureId::new(now);
    let row = ActiveModel {
        id: Set(id),
        account_id: Set(tx.scope().actor.account()),
        alt: Set(alt),
        width: Set(prepared.width as i32),
        height: Set(prepared.height as i32),
        media_type: Set(prepared.media_type),
        digest: Set(URL_SAFE_NO_PAD.encode(digest::digest(&digest::SHA256, &prepared.body))),
        used_by: Set(None),
        used_since: Set(now),
        created_at: Set(now),
        body: Set(prepared.body),
        thumb: Set(prepared.thumb),
    };
    Entity::insert(row).exec_without_returning(tx.db()).await?;
    Ok(id)
}

/// Checks a picture and keeps it, in a unit of work of its own.
pub async fn upload(scope: &Scope, bytes: Vec<u8>, alt: &str) -> Outcome<Picture, Refusal> {
    let accepted = accept(scope, bytes, alt).await?;
    let mut tx = scope.begin().await?;
    let id = store(&mut tx, accepted).await?;
    tx.commit().await?;
    Ok(find(scope, id).await?.ok_or_else(Fault::not_found)?)
}

/// Says that a picture is used: the actor's own, or any if the actor is an editor. What the catalogue uses stays its.
pub async fn attach(tx: &mut Tx, id: PictureId, used_by: Use) -> Result<()> {
    let picture = locked(tx, id).await?;
    if !policy::may_attach(&tx.scope().actor, picture.account_id) {
        return Err(Fault::not_found());
    }
    if picture.used_by == Some(Use::Catalogue) {
        return Ok(());
    }
    set_use(tx, id, Some(used_by)).await
}

/// Says that the catalogue uses a picture, for an entry that it is new to: the actor's own, or any if the actor is an
/// editor, or one that the catalogue uses already.
async fn attach_for_catalogue(tx: &Tx, id: PictureId) -> Result<()> {
    let picture = locked(tx, id).await?;
    if picture.used_by == Some(Use::Catalogue) {
        if !shown::is_shown(tx, id.0).await? {
            shown::add_elsewhere(tx, id.0).await?;
        }
        return Ok(());
    }
    if !policy::may_attach(&tx.scope().actor, picture.account_id) {
        return Err(Fault::not_found());
    }
    set_use(tx, id, Some(Use::Catalogue)).await
}

/// Says that nothing uses a picture any more: it is forgotten in two days, unless it is attached again, or an entry shows
/// it ([`show`]). To be called by whoever attached it, and has made sure that no other row of theirs shows it.
pub async fn release(tx: &mut Tx, id: PictureId) -> Result<()> {
    shown::remove_elsewhere(tx, id.0).await?;
    if shown::is_shown(tx, id.0).await? { Ok(()) } else { let_go(tx, id).await }
}

async fn let_go(tx: &Tx, id: PictureId) -> Result<()> {
    set_use(tx, id, None).await
}

async fn set_use(tx: &Tx, id: PictureId, used_by: Option<Use>) -> Result<()> {
    let change = ActiveModel { used_by: Set(used_by), used_since: Set(tx.scope().now()), ..Default::default() };
    Entity::update_many().set(change).filter(Column::Id.eq(id)).exec(tx.db()).await?;
    Ok(())
}

async fn locked(tx: &Tx, id: PictureId) -> Result<Picture> {
    // On PostgreSQL, what is about to be forgotten must not be attached meanwhile.
    let found: Option<Picture> = Entity::find_by_id(id).lock_exclusive().into_partial_model().one(tx.db()).await?;
    found.ok_or_else(Fault::not_found)
}

/// Removes a picture at once: one's own that the catalogue does not use, or any if the actor is an editor.
pub async fn remove(tx: &mut Tx, id: PictureId) -> Outcome<(), Refusal> {
    let actor = tx.scope().actor.clone();
    if actor == Actor::Anonymous {
        return Err(Fault::unauthenticated().into());
    }
    let picture = locked(tx, id).await?;
    let is_own = policy::is_own(&actor, picture.account_id);
    if !policy::may_remove(&actor, picture.account_id, picture.used_by) {
        // Of other people's pictures, the catalogue's are there for all to see.
        return Err(match picture.used_by {
            Some(Use::Catalogue) if is_own => Problem::at(Refusal::PictureInUse, "id").into(),
            Some(Use::Catalogue) => Fault::forbidden().into(),
            _ => Fault::not_found().into(),
        });
    }
    Entity::delete_by_id(id).exec(tx.db()).await?;
    shown::forget(tx, id.0).await?;
    if !is_own && actor.person().is_some() {
        audit::append(tx, "picture.remove", &id.global(), json!({})).await?;
    }
    Ok(())
}

/// Forgets what nothing has used for two days, pictures and files; returns how many that were.
pub async fn forget_unused(scope: &Scope) -> Result<u64> {
    let tx = scope.begin().await?;
    let unused = Column::UsedBy.is_null().and(Column::UsedSince.lt(unused_before(scope)));
    let gone = Entity::delete_many().filter(unused).exec(tx.db()).await?.rows_affected;
    let gone = gone + files::forget_unused_files(&tx).await?;
    tx.commit().await?;
    Ok(gone)
}

/// What was last used before this moment is forgotten.
fn unused_before(scope: &Scope) -> DateTime<Utc> {
    scope.now() - chrono::Duration::days(UNUSED_DAYS)
}

/// Which of these pictures who acts may show in the catalogue, among those that are there.
pub(crate) async fn pictures_to_show(scope: &Scope, ids: &[Uuid]) -> Result<HashSet<Uuid>> {
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    let ids: Vec<_> = ids.iter().copied().map(PictureId).collect();
    let pictures = many(scope, &ids).await?;
    let may_show = |picture: &&Arc<Picture>| {
        picture.used_by == Some(Use::Catalogue) || policy::may_attach(&scope.actor, picture.account_id)
    };
    Ok(pictures.values().filter(may_show).map(|picture| picture.id.0).collect())
}

/// An account's pictures, the oldest first.
pub(crate) async fn of_account(scope: &Scope, account: Uuid) -> Result<Vec<Picture>> {
    let found = Entity::find().filter(Column::AccountId.eq(account)).order_by_asc(Column::CreatedAt);
    Ok(found.into_partial_model().all(&*scope.db().await?).await?)
}

/// A picture's file.
pub(crate) async fn body(scope: &Scope, id: PictureId) -> Result<Option<Vec<u8>>> {
    let query = Entity::find_by_id(id).select_only().column(Column::Body);
    Ok(query.into_tuple().one(&*scope.db().await?).await?)
}

/// Removes an account's pictures and files; of the catalogue's, forgets only whose they were.
pub(crate) async fn forget_account(tx: &mut Tx, account: Uuid) -> Result<()> {
    let theirs = Column::AccountId.eq(account);
    let personal = Column::UsedBy.is_null().or(Column::UsedBy.ne(Use::Catalogue));
    Entity::delete_many().filter(theirs.clone().and(personal)).exec(tx.db()).await?;
    let nobody = Expr::value(Option::<Uuid>::None);
    Entity::update_many().col_expr(Column::AccountId, nobody).filter(theirs).exec(tx.db()).await?;
    files::forget_account_files(tx, account).await
}

#[cfg(test)]
mod tests;
