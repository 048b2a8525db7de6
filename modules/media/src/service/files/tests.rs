use std::collections::BTreeSet;

use chrono::Duration as Span;
use identity::AccountId;
use kernel::{access::Role, error::Code, i18n::Lang, refusal::Kind as _};
use sea_orm::Iterable as _;

use super::*;
use crate::{
    PERSONAL_DATA, PictureId,
    fields::{FieldKind, Shown, problems},
    service::{Use, attach, find, forget_unused, release, show, upload},
    support::{City, JAN, ZOE, citizen, docx, messages, pdf, person, png},
};

async fn uploaded(scope: &Scope) -> FileId {
    upload_file(scope, pdf(), "Regulamin.pdf").await.unwrap().id
}

async fn pictured(scope: &Scope) -> PictureId {
    upload(scope, png(255), "Roboty").await.unwrap().id
}

/// What became of letting an entry show this.
async fn shows(scope: &Scope, entity: &'static str, id: u128, pictures: &[PictureId], files: &[FileId]) -> Result<()> {
    let shown =
        Shown { pictures: pictures.iter().map(|id| id.0).collect(), files: files.iter().map(|id| id.0).collect() };
    let mut tx = scope.begin().await?;
    show(&mut tx, entity, Uuid::from_u128(id), &shown).await?;
    tx.commit().await
}

async fn use_of(scope: &Scope, file: FileId, picture: PictureId) -> (Option<Use>, Option<Use>) {
    let scope = scope.fresh();
    (find_file(&scope, file).await.unwrap().unwrap().used_by, find(&scope, picture).await.unwrap().unwrap().used_by)
}

fn refused<T>(outcome: Outcome<T, FileRefusal>) -> String {
    match outcome {
        Err(Refused::Problems(problems)) => {
            format!("{} {}", problems[0].kind.code(), problems[0].field.as_deref().unwrap_or_default())
        }
        Err(Refused::Fault(fault)) => fault.code.as_str().to_owned(),
        Ok(_) => "done".to_owned(),
    }
}

#[test]
fn everything_is_said_in_every_language() {
    let messages = messages();
    let mut keys: BTreeSet<String> = FileRefusal::ALL.iter().map(|kind| kind.key().to_owned()).collect();
    keys.extend(FieldKind::ALL.iter().map(|kind| kind.key().to_owned()));
    keys.extend(FileType::iter().map(|kind| format!("file-type-{}", kind.extension())));
    assert_eq!(keys.len(), 8 + 4 + 9);
    for lang in Lang::ALL {
        assert!(keys.iter().all(|key| messages.has(lang, key)), "{lang:?}");
    }
}

#[tokio::test]
async fn a_file_is_kept_and_served_under_its_name() {
    let city = City::found().await;
    let scope = city.open().await.acting_as(citizen(ZOE));
    let file = upload_file(&scope, docx(), "C:\\Pulpit\\Zgoda rodziców.exe").await.unwrap();
    assert_eq!((file.name.as_str(), file.media_type), ("Zgoda rodziców.exe.docx", FileType::Docx));
    assert_eq!((file.size, file.used_by, file.account_id), (docx().len() as i32, None, Some(Uuid::from_u128(ZOE))));
    let id = file.id.global();
    assert_eq!(file.path(), format!("/files/{id}/Zgoda%20rodzic%C3%B3w.exe.docx"));
    let everybody = scope.acting_as(Actor::Anonymous);
    let served = served_file(&everybody, &id, "Zgoda rodziców.exe.docx").await.unwrap().unwrap();
    assert_eq!((served.media_type, &served.bytes), (FileType::Docx.as_str(), &docx()));
    assert!(served.disposition.starts_with("attachment; filename=\"Zgoda rodzic_w.exe.docx\""), "{served:?}");
    assert!(served.etag.starts_with('"') && served.etag.ends_with('"') && served.etag.is_ascii());
    for (id, name) in [
        (id.as_str(), "inny.docx"),
        (&id, ""),
        (&id, "a\0b"),
        ("file_", "Zgoda rodziców.exe.docx"),
        ("pic_AAAAAAAAAAAAAAAAAAAAAA", "Zgoda rodziców.exe.docx"),
        (&FileId(Uuid::nil()).global(), "Zgoda rodziców.exe.docx"),
    ] {
        assert_eq!(served_file(&everybody, id, name).await.unwrap(), None, "{id} {name}");
    }
}

#[tokio::test]
async fn strangers_upload_nothing_and_nobody_too_much() {
    let city = City::found().await;
    let scope = city.open().await;
    let anonymous = scope.acting_as(Actor::Anonymous);
    assert_eq!(refused(upload_file(&anonymous, pdf(), "a.pdf").await), "UNAUTHENTICATED");
    let zoe = scope.acting_as(citizen(ZOE));
    for _ in 0..100 {
        assert_eq!(refused(upload_file(&zoe, b"?".to_vec(), "a.exe").await), "FILE_FORMAT dataBase64");
    }
    assert_eq!(refused(upload_file(&zoe, pdf(), "a.pdf").await), "RATE_LIMITED");
    let jan = scope.acting_as(citizen(JAN));
    for _ in 0..10 {
        assert_eq!(refused(upload_file(&jan, vec![0; 9_000_000], "a.pdf").await), "FILE_TOO_LARGE dataBase64");
    }
    assert_eq!(refused(upload_file(&jan, pdf(), "a.pdf").await), "RATE_LIMITED", "80 MB");
    let message = of_upload(FileRefusal::FileTooLarge).message(&scope);
    assert!(message.contains("8 MB"), "{message}");
}

#[tokio::test]
async fn what_no_entry_of_any_module_shows_is_forgotten() {
    let city = City::found().await;
    let scope = city.open().await;
    let zoe = scope.acting_as(citizen(ZOE));
    let (file, picture) = (uploaded(&zoe).await, pictured(&zoe).await);
    let used = Some(Use::Catalogue);
    shows(&zoe, "event", 1, &[picture], &[file]).await.unwrap();
    assert_eq!(use_of(&zoe, file, picture).await, (used, used));
    // Others may show what the catalogue shows; saying it twice changes nothing.
    let jan = scope.acting_as(citizen(JAN));
    for _ in 0..2 {
        shows(&jan, "article", 2, &[picture], &[file]).await.unwrap();
    }
    shows(&zoe, "event", 1, &[], &[]).await.unwrap();
    assert_eq!(use_of(&zoe, file, picture).await, (used, used), "the article shows them");
    shows(&zoe, "article", 2, &[picture], &[]).await.unwrap();
    assert_eq!(use_of(&zoe, file, picture).await, (None, used));
    let later = city.after(Span::hours(49)).await;
    assert_eq!(forget_unused(&later).await.unwrap(), 1);
    assert_eq!(find_file(&later.fresh(), file).await.unwrap(), None);
    assert!(find(&later.fresh(), picture).await.unwrap().is_some());
}

#[tokio::test]
async fn an_activity_s_picture_outlives_an_entry_that_shows_it_too() {
    let city = City::found().await;
    let scope = city.open().await.acting_as(citizen(ZOE));
    let picture = pictured(&scope).await;
    let used_by = async || find(&scope.fresh(), picture).await.unwrap().unwrap().used_by;
    let mut tx = scope.begin().await.unwrap();
    attach(&mut tx, picture, Use::Catalogue).await.unwrap();
    tx.commit().await.unwrap();
    shows(&scope, "article", 1, &[picture], &[]).await.unwrap();
    shows(&scope, "article", 1, &[], &[]).await.unwrap();
    assert_eq!(used_by().await, Some(Use::Catalogue));
    shows(&scope, "article", 1, &[picture], &[]).await.unwrap();
    let mut tx = scope.begin().await.unwrap();
    release(&mut tx, picture).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(used_by().await, Some(Use::Catalogue), "the article shows it still");
    shows(&scope, "article", 1, &[], &[]).await.unwrap();
    assert_eq!(used_by().await, None);
}

#[tokio::test]
async fn people_show_their_own_and_are_told_what_is_not() {
    let city = City::found().await;
    let scope = city.open().await;
    let [zoe, jan, editor] = [citizen(ZOE), citizen(JAN), person(3, Role::Editor)].map(|actor| scope.acting_as(actor));
    let (file, picture) = (uploaded(&zoe).await, pictured(&zoe).await);
    let gone = Uuid::from_u128(77);
    let shown = Shown { pictures: vec![picture.0, gone], files: vec![file.0, gone] };
    let codes = async |scope: &Scope| {
        let found = problems::<FieldKind>(&scope.fresh(), &shown).await.unwrap();
        found.iter().map(|problem| problem.kind.code()).collect::<Vec<_>>()
    };
    assert_eq!(codes(&zoe).await, ["PICTURE_UNKNOWN", "FILE_UNKNOWN"]);
    assert_eq!(codes(&editor).await, ["PICTURE_UNKNOWN", "FILE_UNKNOWN"]);
    assert_eq!(codes(&jan).await, ["PICTURE_UNKNOWN", "PICTURE_UNKNOWN", "FILE_UNKNOWN", "FILE_UNKNOWN"]);
    let message = problems::<FieldKind>(&jan, &shown).await.unwrap()[0].message(&scope);
    assert!(message.contains(&picture.global()), "{message}");
    for (pictures, files) in [(&[picture][..], &[][..]), (&[], &[file])] {
        let fault = shows(&jan, "article", 1, pictures, files).await.unwrap_err();
        assert_eq!(fault.code, Code::NotFound);
    }
    shows(&editor, "article", 1, &[picture], &[file]).await.unwrap();
    let removed = async |scope: &Scope| {
        let mut tx = scope.begin().await.unwrap();
        let outcome = remove_file(&mut tx, file).await;
        if outcome.is_ok() {
            tx.commit().await.unwrap();
        }
        refused(outcome)
    };
    assert_eq!(removed(&scope.acting_as(Actor::Anonymous)).await, "UNAUTHENTICATED");
    assert_eq!(removed(&jan).await, "FORBIDDEN");
    assert_eq!(removed(&zoe).await, "FILE_IN_USE id");
    assert_eq!(removed(&editor).await, "done");
    assert_eq!(removed(&editor).await, "NOT_FOUND");
    let entries = audit::newest(&scope.fresh(), Some(&file.global()), None, 10).await.unwrap();
    assert_eq!(entries.len(), 1);
    shows(&zoe, "article", 1, &[picture], &[]).await.unwrap();
}

#[tokio::test]
async fn files_go_with_the_account_but_for_the_catalogue_s() {
    let city = City::found().await;
    let scope = city.open().await;
    let zoe = scope.acting_as(citizen(ZOE));
    let [loose, catalogue] = [uploaded(&zoe).await, uploaded(&zoe).await];
    shows(&zoe, "article", 1, &[], &[catalogue]).await.unwrap();
    let account = AccountId(Uuid::from_u128(ZOE));
    let told = (PERSONAL_DATA.export)(&scope.fresh(), account).await.unwrap();
    assert_eq!(told.as_array().unwrap().len(), 2);
    assert_eq!((&told[0]["name"], &told[0]["mediaType"]), (&"Regulamin.pdf".into(), &"application/pdf".into()));
    let mut tx = scope.begin().await.unwrap();
    (PERSONAL_DATA.erase)(&mut tx, account).await.unwrap();
    tx.commit().await.unwrap();
    let left = many_files(&scope.fresh(), &[loose, catalogue]).await.unwrap();
    assert_eq!(left.into_iter().map(|(id, row)| (id, row.account_id)).collect::<Vec<_>>(), [(catalogue, None)]);
}
