use async_graphql::{EmptySubscription, Request, Schema};
use kernel::scope::{Actor, Scope};
use serde_json::{Value, json};

use super::*;
use crate::{
    picture::Use,
    support::{City, JAN, ZOE, citizen, png},
};

/// The answer to a document, of a schema of pictures only.
async fn ask(scope: &Scope, document: &str, input: Value) -> Value {
    let schema = Schema::new(MediaQuery, MediaMutation, EmptySubscription);
    let variables = async_graphql::Variables::from_json(json!({ "input": input }));
    let scope = scope.fresh();
    let loader = DataLoader::new(PictureLoader(scope.clone()), tokio::spawn);
    let answer = schema.execute(Request::new(document).variables(variables).data(scope).data(loader)).await;
    serde_json::to_value(answer).unwrap()
}

async fn upload(scope: &Scope, data: &str, alt: &str) -> Value {
    let document = "mutation ($input: PictureUploadInput!) {
        pictureUpload(input: $input) { picture { id url thumbUrl width height alt } errors { code field message } }
    }";
    ask(scope, document, json!({ "dataBase64": data, "alt": alt })).await
}

async fn remove(scope: &Scope, id: &str) -> Value {
    let document = "mutation ($input: PictureRemoveInput!) {
        pictureRemove(input: $input) { removedId errors { code field message } }
    }";
    ask(scope, document, json!({ "id": id })).await
}

fn code(answer: &Value) -> &str {
    answer["errors"][0]["extensions"]["code"].as_str().unwrap_or_else(|| panic!("no fault: {answer}"))
}

#[tokio::test]
async fn a_picture_is_uploaded_shown_and_removed() {
    let city = City::found().await;
    let scope = city.open().await;
    let zoe = scope.acting_as(citizen(ZOE));
    let anonymous = scope.acting_as(Actor::Anonymous);
    let data = STANDARD.encode(png(255));
    for data in [data.as_str(), "no base64"] {
        assert_eq!(code(&upload(&anonymous, data, "Logo").await), "UNAUTHENTICATED");
    }
    let answer = upload(&zoe, &data, "Logo").await;
    let picture = &answer["data"]["pictureUpload"]["picture"];
    let id = picture["id"].as_str().unwrap_or_else(|| panic!("{answer}"));
    let told = json!({
        "id": id, "url": format!("/media/{id}/full.jpg"), "thumbUrl": format!("/media/{id}/thumb.jpg"),
        "width": 600, "height": 300, "alt": "Logo",
    });
    assert_eq!(*picture, told);
    let shown = "query ($input: ID!) { picture(id: $input) { id url thumbUrl width height alt } }";
    assert_eq!(ask(&anonymous, shown, json!(id)).await["data"]["picture"], told);
    assert_eq!(ask(&anonymous, shown, json!("act_x")).await, json!({ "data": { "picture": null } }));
    assert_eq!(code(&remove(&anonymous, id).await), "UNAUTHENTICATED");
    assert_eq!(code(&remove(&anonymous, "x").await), "UNAUTHENTICATED");
    assert_eq!(code(&remove(&scope.acting_as(citizen(JAN)), id).await), "NOT_FOUND");
    assert_eq!(code(&remove(&zoe, "x").await), "NOT_FOUND");
    let gone = json!({ "data": { "pictureRemove": { "removedId": id, "errors": [] } } });
    assert_eq!(remove(&zoe, id).await, gone);
    assert_eq!(ask(&zoe, shown, json!(id)).await["data"]["picture"], Value::Null);
}

#[tokio::test]
async fn each_code_is_told_at_its_field() {
    let city = City::found().await;
    let scope = city.open().await.acting_as(citizen(ZOE));
    let good = png(255);
    let with = |at: usize, more: &[u8]| [&good[..at], more, &good[at..]].concat();
    let mut huge = good.clone();
    huge[16..20].copy_from_slice(&50_000u32.to_be_bytes());
    huge[29..33].copy_from_slice(&0x6ccd_7ed2_u32.to_be_bytes());
    for (data, alt, expected, field) in [
        ("?".to_owned(), "Logo", "PICTURE_ENCODING", "dataBase64"),
        (STANDARD.encode(b"GIF89a"), "Logo", "PICTURE_FORMAT", "dataBase64"),
        (STANDARD.encode(vec![0; 9_000_000]), "Logo", "PICTURE_TOO_LARGE", "dataBase64"),
        (STANDARD.encode(&good[..100]), "Logo", "PICTURE_BROKEN", "dataBase64"),
        (STANDARD.encode(&huge), "Logo", "PICTURE_DIMENSIONS", "dataBase64"),
        (STANDARD.encode(with(33, b"\0\0\0\0acTL\0\0\0\0")), "Logo", "PICTURE_MOVING", "dataBase64"),
        (STANDARD.encode(with(good.len(), b"<html>")), "Logo", "PICTURE_FOREIGN", "dataBase64"),
        (STANDARD.encode(&good), " ", "ALT_MISSING", "alt"),
        (STANDARD.encode(&good), &"x".repeat(301), "ALT_TOO_LONG", "alt"),
    ] {
        let answer = upload(&scope, &data, alt).await;
        let error = &answer["data"]["pictureUpload"]["errors"][0];
        assert_eq!((error["code"].as_str(), error["field"].as_str()), (Some(expected), Some(field)), "{answer}");
        assert_eq!(answer["data"]["pictureUpload"]["picture"], Value::Null);
        assert!(!error["message"].as_str().unwrap().starts_with("refusal-"), "{answer}");
    }
    let id = service::upload(&scope, good, "Logo").await.unwrap().id;
    let mut tx = scope.begin().await.unwrap();
    service::attach(&mut tx, id, Use::Catalogue).await.unwrap();
    tx.commit().await.unwrap();
    let answer = remove(&scope, &id.global()).await;
    assert_eq!(answer["data"]["pictureRemove"]["errors"][0]["code"], "PICTURE_IN_USE");
    assert_eq!(answer["data"]["pictureRemove"]["removedId"], Value::Null);
}
