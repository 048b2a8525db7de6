use std::collections::BTreeSet;

use chrono::Duration as Span;
use identity::AccountId;
use kernel::{access::Role, error::Code, i18n::Lang, refusal::Kind as _};

use super::*;
use crate::{
    PERSONAL_DATA,
    support::{City, JAN, ZOE, citizen, messages, person, png},
};

async fn uploaded(scope: &Scope) -> PictureId {
    upload(scope, png(255), "Roboty z klocków").await.unwrap().id
}

async fn in_tx(scope: &Scope, id: PictureId, used_by: Use) -> Result<()> {
    let mut tx = scope.begin().await?;
    attach(&mut tx, id, used_by).await?;
    tx.commit().await
}

/// What became of removing a picture: nothing, or the refusal's or the fault's code.
async fn removed(scope: &Scope, id: PictureId) -> Option<&'static str> {
    let mut tx = scope.begin().await.unwrap();
    match remove(&mut tx, id).await {
        Ok(()) => {
            tx.commit().await.unwrap();
            None
        }
        Err(Refused::Problems(problems)) => Some(problems[0].kind.code()),
        Err(Refused::Fault(fault)) => Some(fault.code.as_str()),
    }
}

fn problems<T>(outcome: Outcome<T, Refusal>) -> Vec<(Refusal, String)> {
    match outcome {
        Err(Refused::Problems(problems)) => {
            problems.into_iter().map(|problem| (problem.kind, problem.field.unwrap_or_default().into_owned())).collect()
        }
        Err(Refused::Fault(fault)) => panic!("{fault:?}"),
        Ok(_) => Vec::new(),
    }
}

fn fault<T>(outcome: Outcome<T, Refusal>) -> Option<Code> {
    match outcome {
        Err(Refused::Fault(fault)) => Some(fault.code),
        _ => None,
    }
}

#[test]
fn every_refusal_is_said_in_every_language() {
    let messages = messages();
    let keys: BTreeSet<_> = Refusal::ALL.iter().map(|kind| kind.key()).collect();
    assert_eq!(keys.len(), Refusal::ALL.len());
    for lang in Lang::ALL {
        assert!(keys.iter().all(|key| messages.has(lang, key)), "{lang:?}");
    }
}

#[tokio::test]
async fn a_picture_is_kept_and_served_in_both_sizes() {
    let city = City::found().await;
    let scope = city.open().await.acting_as(citizen(ZOE));
    let picture = upload(&scope, png(255), "  Roboty\n z   klocków ").await.unwrap();
    assert_eq!((picture.width, picture.height, picture.used_by), (600, 300, None));
    assert_eq!((picture.alt.as_str(), picture.account_id), ("Roboty z klocków", Some(Uuid::from_u128(ZOE))));
    assert_eq!(find(&scope.fresh(), picture.id).await.unwrap().as_ref(), Some(&picture));
    let id = picture.id.global();
    assert_eq!(picture.path(), format!("/media/{id}/full.jpg"));
    assert_eq!(picture.thumb_path(), format!("/media/{id}/thumb.jpg"));
    let everybody = scope.acting_as(Actor::Anonymous);
    let full = served(&everybody, &id, "full.jpg").await.unwrap().unwrap();
    let thumb = served(&everybody, &id, "thumb.jpg").await.unwrap().unwrap();
    assert_eq!(full.media_type, "image/jpeg");
    assert_eq!(image::load_from_memory(&full.bytes).unwrap().width(), 600);
    assert_eq!(image::load_from_memory(&thumb.bytes).unwrap().width(), 480);
    assert!(full.etag != thumb.etag && full.etag.starts_with('"') && full.etag.ends_with('"'), "{full:?}");
    for (id, file) in [
        (id.as_str(), "full.webp"),
        (&id, "full.png"),
        (&id, "FULL.jpg"),
        (&id, "../full.jpg"),
        (&id, ""),
        ("pic_", "full.jpg"),
        ("act_AAAAAAAAAAAAAAAAAAAAAA", "full.jpg"),
        (&PictureId(Uuid::nil()).global(), "full.jpg"),
    ] {
        assert_eq!(served(&everybody, id, file).await.unwrap(), None, "{id} {file}");
    }
    let seen_through = upload(&scope, png(100), "Logo").await.unwrap();
    assert_eq!(seen_through.media_type, MediaType::Webp);
    let id = seen_through.id.global();
    assert_eq!(served(&everybody.fresh(), &id, "thumb.webp").await.unwrap().unwrap().media_type, "image/webp");
    let loaded = many(&scope.fresh(), &[picture.id, seen_through.id, PictureId(Uuid::nil())]).await.unwrap();
    assert_eq!(loaded.len(), 2);
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_field() {
    let city = City::found().await;
    let scope = city.open().await.acting_as(citizen(ZOE));
    let both = problems(upload(&scope, b"GIF89a".to_vec(), " ").await);
    assert_eq!(both, [(Refusal::PictureFormat, "dataBase64".into()), (Refusal::AltMissing, "alt".into())]);
    assert_eq!(problems(upload(&scope, png(255), &"ą".repeat(301)).await), [(Refusal::AltTooLong, "alt".into())]);
    assert_eq!(problems(upload(&scope, png(255), &"ą".repeat(300)).await), []);
    let large = problems(upload(&scope, vec![0; 9_000_000], "Duże").await);
    assert_eq!(large, [(Refusal::PictureTooLarge, "dataBase64".into())]);
    let message = of_file(Refusal::PictureTooLarge).message(&scope);
    assert!(message.contains("8 MB"), "{message}");
    let message = of_file(Refusal::PictureDimensions).message(&scope);
    assert!(message.contains("40 mln") && message.contains("12000"), "{message}");
}

#[tokio::test]
async fn strangers_upload_nothing_and_nobody_too_much() {
    let city = City::found().await;
    let scope = city.open().await;
    let anonymous = scope.acting_as(Actor::Anonymous);
    assert_eq!(fault(upload(&anonymous, png(255), "x").await), Some(Code::Unauthenticated));
    let zoe = scope.acting_as(citizen(ZOE));
    for _ in 0..100 {
        assert_eq!(problems(upload(&zoe, b"no picture".to_vec(), "x").await)[0].0, Refusal::PictureFormat);
    }
    assert_eq!(fault(upload(&zoe, png(255), "x").await), Some(Code::RateLimited));
    let jan = scope.acting_as(citizen(JAN));
    for _ in 0..5 {
        assert_eq!(problems(upload(&jan, vec![0; MAX_BYTES], "x").await)[0].0, Refusal::PictureFormat);
    }
    assert_eq!(fault(upload(&jan, png(255), "x").await), Some(Code::RateLimited), "40 MB");
    assert!(upload(&scope, png(255), "x").await.is_ok(), "the system itself");
}

#[tokio::test]
async fn what_nothing_uses_is_forgotten() {
    let city = City::found().await;
    let scope = city.open().await.acting_as(citizen(ZOE));
    let (unused, used, freed) = (uploaded(&scope).await, uploaded(&scope).await, uploaded(&scope).await);
    for (id, used_by) in [(used, Use::Person), (freed, Use::Person)] {
        in_tx(&scope, id, used_by).await.unwrap();
    }
    let later = city.after(Span::hours(47)).await;
    assert_eq!(forget_unused(&later).await.unwrap(), 0);
    let mut tx = later.begin().await.unwrap();
    release(&mut tx, freed).await.unwrap();
    tx.commit().await.unwrap();
    let later = city.after(Span::hours(49)).await;
    assert_eq!(forget_unused(&later).await.unwrap(), 1);
    assert_eq!(find(&later.fresh(), unused).await.unwrap(), None);
    let fault = in_tx(&later.acting_as(citizen(ZOE)), unused, Use::Person).await.unwrap_err();
    assert_eq!(fault.code, Code::NotFound);
    let later = city.after(Span::hours(96)).await;
    assert_eq!(forget_unused(&later).await.unwrap(), 1);
    assert!(find(&later.fresh(), used).await.unwrap().is_some());
}

#[tokio::test]
async fn people_use_and_remove_their_own() {
    let city = City::found().await;
    let scope = city.open().await;
    let [zoe, jan, editor, anonymous] =
        [citizen(ZOE), citizen(JAN), person(3, Role::Editor), Actor::Anonymous].map(|actor| scope.acting_as(actor));
    let id = uploaded(&zoe).await;
    for other in [&jan, &anonymous] {
        assert_eq!(in_tx(other, id, Use::Person).await.unwrap_err().code, Code::NotFound);
    }
    assert_eq!(removed(&anonymous, id).await, Some("UNAUTHENTICATED"));
    assert_eq!(removed(&jan, id).await, Some("NOT_FOUND"));
    in_tx(&zoe, id, Use::Person).await.unwrap();
    assert_eq!(removed(&jan, id).await, Some("NOT_FOUND"));
    in_tx(&editor, id, Use::Catalogue).await.unwrap();
    in_tx(&zoe, id, Use::Person).await.unwrap();
    assert_eq!(find(&zoe.fresh(), id).await.unwrap().unwrap().used_by, Some(Use::Catalogue), "it stays the city's");
    assert_eq!(removed(&jan, id).await, Some("FORBIDDEN"));
    assert_eq!(removed(&zoe, id).await, Some("PICTURE_IN_USE"));
    assert_eq!(removed(&editor, id).await, None);
    assert_eq!(removed(&editor, id).await, Some("NOT_FOUND"));
    let own = uploaded(&zoe).await;
    assert_eq!(removed(&zoe, own).await, None);
    let entries = audit::newest(&scope.fresh(), Some(&id.global()), None, 10).await.unwrap();
    assert_eq!(entries.len(), 1, "an editor's removal is an act of administration");
    assert_eq!(audit::newest(&scope.fresh(), Some(&own.global()), None, 10).await.unwrap().len(), 0);
}

#[tokio::test]
async fn pictures_go_with_the_account_but_for_the_catalogue_s() {
    let city = City::found().await;
    let scope = city.open().await;
    let zoe = scope.acting_as(citizen(ZOE));
    let jan = scope.acting_as(citizen(JAN));
    let [loose, own, catalogue, other] =
        [uploaded(&zoe).await, uploaded(&zoe).await, uploaded(&zoe).await, uploaded(&jan).await];
    in_tx(&zoe, own, Use::Person).await.unwrap();
    in_tx(&zoe, catalogue, Use::Catalogue).await.unwrap();
    let account = AccountId(Uuid::from_u128(ZOE));
    let told = (PERSONAL_DATA.export)(&scope.fresh(), account).await.unwrap();
    let told = told.as_array().unwrap();
    assert_eq!(told.len(), 3);
    assert!(told.iter().any(|picture| picture["id"] == loose.global() && picture["alt"] == "Roboty z klocków"));
    assert!(told[0]["dataBase64"].as_str().unwrap().starts_with("/9j/"), "the file itself");
    let mut tx = scope.begin().await.unwrap();
    (PERSONAL_DATA.erase)(&mut tx, account).await.unwrap();
    tx.commit().await.unwrap();
    let left = many(&scope.fresh(), &[loose, own, catalogue, other]).await.unwrap();
    let owners: HashMap<_, _> = left.into_iter().map(|(id, row)| (id, row.account_id)).collect();
    assert_eq!(owners, HashMap::from([(catalogue, None), (other, Some(Uuid::from_u128(JAN)))]));
}
