//! Use-cases over files.

use std::{
    collections::{HashMap, HashSet},
    sync::Arc,
    time::Duration,
};

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
use uuid::Uuid;

use super::{in_turn, unused_before};
use crate::{
    document::{MAX_FILE_BYTES, recognise},
    file::{ActiveModel, Column, Entity, File, FileId, FileType},
    name::{disposition, safe_name},
    picture::Use,
    policy,
    refusal::FileRefusal,
    shown,
};

/// Files that an account may upload in a day.
const FILES: Rule = Rule { name: "media.files", tries: 100, window: Duration::from_secs(86_400) };
/// Kilobytes that an account may upload in a day.
const KILOBYTES: Rule = Rule { name: "media.file-kilobytes", tries: 80 * 1024, window: Duration::from_secs(86_400) };

/// A file that was checked, and is yet to be kept.
#[derive(Clone, Debug)]
pub struct AcceptedFile {
    name: String,
    kind: FileType,
    bytes: Vec<u8>,
}

/// A file as it is sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServedFile {
    /// What it is, for `Content-Type`.
    pub media_type: &'static str,
    /// That it is to be saved and under which name, for `Content-Disposition`.
    pub disposition: String,
    /// The file.
    pub bytes: Vec<u8>,
    /// What tells it from others, for `ETag`, in its quotes.
    pub etag: String,
}

/// The file of that id.
pub async fn find_file(scope: &Scope, id: FileId) -> Result<Option<File>> {
    Ok(Entity::find_by_id(id).into_partial_model().one(&*scope.db().await?).await?)
}

/// Files by id.
pub async fn many_files(scope: &Scope, ids: &[FileId]) -> Result<HashMap<FileId, Arc<File>>> {
    let found = Entity::find().filter(Column::Id.is_in(ids.iter().copied()));
    let rows: Vec<File> = found.into_partial_model().all(&*scope.db().await?).await?;
    Ok(rows.into_iter().map(|row| (row.id, Arc::new(row))).collect())
}

/// The file behind `/files/<id>/<name>`; nothing if there is none, or if it is called otherwise. It needs nobody's session,
/// and never changes. It is to be saved, not shown: a page of the portal is no place for what others wrote.
pub async fn served_file(scope: &Scope, id: &str, name: &str) -> Result<Option<ServedFile>> {
    let Some(id) = FileId::parse(id) else { return Ok(None) };
    let columns = [Column::Name, Column::MediaType, Column::Digest, Column::Body];
    let query = Entity::find_by_id(id).select_only().columns(columns);
    let row: Option<(String, FileType, String, Vec<u8>)> = query.into_tuple().one(&*scope.db().await?).await?;
    // Compared here, since not every database takes any text that an address can hold.
    Ok(row.filter(|(known, ..)| known == name).map(|(name, kind, digest, bytes)| ServedFile {
        media_type: kind.as_str(),
        disposition: disposition(&name),
        bytes,
        etag: format!("\"{digest}\""),
    }))
}

/// Checks a file, for who acts. Opens no transaction; [`store_file`] keeps what comes out.
pub async fn accept_file(scope: &Scope, bytes: Vec<u8>, name: &str) -> Outcome<AcceptedFile, FileRefusal> {
    if !policy::may_upload(&scope.actor) {
        return Err(Fault::unauthenticated().into());
    }
    if let Some(account) = scope.actor.account() {
        let limits = &scope.app().limits;
        let account = account.to_string();
        limits.take(scope, FILES, &account).await?;
        // What is too large is refused unread, and costs no more than the largest that is not.
        let kilobytes = bytes.len().min(MAX_FILE_BYTES).div_ceil(1024);
        limits.take_many(scope, KILOBYTES, &account, kilobytes as u32).await?;
    }
    let given = name.to_owned();
    let recognised = in_turn(move || (recognise(&bytes, &given), bytes)).await?;
    match recognised {
        Some((Ok(kind), bytes)) => Ok(AcceptedFile { name: safe_name(name, kind), kind, bytes }),
        Some((Err(kind), _)) => Err(of_upload(kind).into()),
        None => Err(of_upload(FileRefusal::FileBroken).into()),
    }
}

/// The problem of the file itself.
pub(crate) fn of_upload(kind: FileRefusal) -> Problem<FileRefusal> {
    Problem::at(kind, "dataBase64").with("megabytes", (MAX_FILE_BYTES / 1024 / 1024) as u32)
}

/// Keeps a file, as one that nothing uses yet.
pub async fn store_file(tx: &mut Tx, accepted: AcceptedFile) -> Result<FileId> {
    let now = tx.scope().now();
    let AcceptedFile { name, kind, bytes } = accepted;
    let id = FileId::new(now);
    let row = ActiveModel {
        id: Set(id),
        account_id: Set(tx.scope().actor.account()),
        name: Set(name),
        media_type: Set(kind),
        size: Set(bytes.len() as i32),
        digest: Set(URL_SAFE_NO_PAD.encode(digest::digest(&digest::SHA256, &bytes))),
        used_by: Set(None),
        used_since: Set(now),
        created_at: Set(now),
        body: Set(bytes),
    };
    Entity::insert(row).exec_without_returning(tx.db()).await?;
    Ok(id)
}

/// Checks a file and keeps it, in a unit of work of its own.
pub async fn upload_file(scope: &Scope, bytes: Vec<u8>, name: &str) -> Outcome<File, FileRefusal> {
    let accepted = accept_file(scope, bytes, name).await?;
    let mut tx = scope.begin().await?;
    let id = store_file(&mut tx, accepted).await?;
    tx.commit().await?;
    Ok(find_file(scope, id).await?.ok_or_else(Fault::not_found)?)
}

/// Says that the catalogue uses a file: the actor's own, or any if the actor is an editor, or one that it uses already.
pub(super) async fn attach_file(tx: &Tx, id: FileId) -> Result<()> {
    let file = locked(tx, id).await?;
    if file.used_by == Some(Use::Catalogue) {
        return Ok(());
    }
    if !policy::may_attach(&tx.scope().actor, file.account_id) {
        return Err(Fault::not_found());
    }
    set_use(tx, id, Some(Use::Catalogue)).await
}

/// Says that nothing uses a file any more: it is forgotten in two days, unless it is attached again.
pub(super) async fn release_file(tx: &Tx, id: FileId) -> Result<()> {
    set_use(tx, id, None).await
}

async fn set_use(tx: &Tx, id: FileId, used_by: Option<Use>) -> Result<()> {
    let change = ActiveModel { used_by: Set(used_by), used_since: Set(tx.scope().now()), ..Default::default() };
    Entity::update_many().set(change).filter(Column::Id.eq(id)).exec(tx.db()).await?;
    Ok(())
}

async fn locked(tx: &Tx, id: FileId) -> Result<File> {
    // On PostgreSQL, what is about to be forgotten must not be attached meanwhile.
    let found: Option<File> = Entity::find_by_id(id).lock_exclusive().into_partial_model().one(tx.db()).await?;
    found.ok_or_else(Fault::not_found)
}

/// Removes a file at once: one's own that the catalogue does not use, or any if the actor is an editor.
pub async fn remove_file(tx: &mut Tx, id: FileId) -> Outcome<(), FileRefusal> {
    let actor = tx.scope().actor.clone();
    if actor == Actor::Anonymous {
        return Err(Fault::unauthenticated().into());
    }
    let file = locked(tx, id).await?;
    let is_own = policy::is_own(&actor, file.account_id);
    if !policy::may_remove(&actor, file.account_id, file.used_by) {
        // Of other people's files, the catalogue's are there for all to see.
        return Err(match file.used_by {
            Some(Use::Catalogue) if is_own => Problem::at(FileRefusal::FileInUse, "id").into(),
            Some(Use::Catalogue) => Refused::Fault(Fault::forbidden()),
            _ => Refused::Fault(Fault::not_found()),
        });
    }
    Entity::delete_by_id(id).exec(tx.db()).await?;
    shown::forget(tx, id.0).await?;
    if !is_own && actor.person().is_some() {
        audit::append(tx, "file.remove", &id.global(), json!({})).await?;
    }
    Ok(())
}

/// Which of these files who acts may show in the catalogue, among those that are there.
pub(crate) async fn files_to_show(scope: &Scope, ids: &[Uuid]) -> Result<HashSet<Uuid>> {
    if ids.is_empty() {
        return Ok(HashSet::new());
    }
    let ids: Vec<_> = ids.iter().copied().map(FileId).collect();
    let files = many_files(scope, &ids).await?;
    let may_show =
        |file: &&Arc<File>| file.used_by == Some(Use::Catalogue) || policy::may_attach(&scope.actor, file.account_id);
    Ok(files.values().filter(may_show).map(|file| file.id.0).collect())
}

/// Forgets files that nothing has used for a while; returns how many that were.
pub(super) async fn forget_unused_files(tx: &Tx) -> Result<u64> {
    let unused = Column::UsedBy.is_null().and(Column::UsedSince.lt(unused_before(tx.scope())));
    Ok(Entity::delete_many().filter(unused).exec(tx.db()).await?.rows_affected)
}

/// An account's files, the oldest first.
pub(crate) async fn files_of_account(scope: &Scope, account: Uuid) -> Result<Vec<File>> {
    let found = Entity::find().filter(Column::AccountId.eq(account)).order_by_asc(Column::CreatedAt);
    Ok(found.into_partial_model().all(&*scope.db().await?).await?)
}

/// A file's bytes.
pub(crate) async fn file_body(scope: &Scope, id: FileId) -> Result<Option<Vec<u8>>> {
    let query = Entity::find_by_id(id).select_only().column(Column::Body);
    Ok(query.into_tuple().one(&*scope.db().await?).await?)
}

/// Removes an account's files; of the catalogue's, forgets only whose they were.
pub(super) async fn forget_account_files(tx: &Tx, account: Uuid) -> Result<()> {
    let theirs = Column::AccountId.eq(account);
    let personal = Column::UsedBy.is_null().or(Column::UsedBy.ne(Use::Catalogue));
    Entity::delete_many().filter(theirs.clone().and(personal)).exec(tx.db()).await?;
    let nobody = Expr::value(Option::<Uuid>::None);
    Entity::update_many().col_expr(Column::AccountId, nobody).filter(theirs).exec(tx.db()).await?;
    Ok(())
}

#[cfg(test)]
mod tests;
