use async_graphql::{EmptySubscription, Request, Schema};
use kernel::scope::{Actor, Scope};
use serde_json::{Value, json};

use super::*;
use crate::{
    picture::Use,
    support::{City, JAN, ZOE, archive, citizen, content_types, pdf, png},
};

/// The answer to a document, of a schema of pictures only.
async fn ask(scope: &Scope, document: &str, input: Value) -> Value {
    let schema = Schema::new(MediaQuery, MediaMutation, EmptySubscription);
    let variables = async_graphql::Variables::from_json(json!({ "input": input }));
    let scope = scope.fresh();
    let loader = DataLoader::new(PictureLoader(scope.clone()), tokio::spawn);
    let files = DataLoader::new(crate::FileLoader(scope.clone()), tokio::spawn);
    let request = Request::new(document).variables(variables).data(scope).data(loader).data(files);
    let answer = schema.execute(request).await;
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

async fn upload_file(scope: &Scope, data: &str, name: &str) -> Value {
    let document = "mutation ($input: FileUploadInput!) { fileUpload(input: $input) {
        file { id name url mediaType mediaTypeLabel size sizeLabel } errors { code field message } } }";
    ask(scope, document, json!({ "dataBase64": data, "name": name })).await
}

async fn remove_file(scope: &Scope, id: &str) -> Value {
    let document = "mutation ($input: FileRemoveInput!) {
        fileRemove(input: $input) { removedId errors { code field message } } }";
    ask(scope, document, json!({ "id": id })).await
}

#[tokio::test]
async fn a_file_is_uploaded_told_and_removed() {
    let city = City::found().await;
    let scope = city.open().await;
    let zoe = scope.acting_as(citizen(ZOE));
    let anonymous = scope.acting_as(Actor::Anonymous);
    let data = STANDARD.encode(pdf());
    for data in [data.as_str(), "no base64"] {
        assert_eq!(code(&upload_file(&anonymous, data, "a.pdf").await), "UNAUTHENTICATED");
    }
    let answer = upload_file(&zoe, &data, "Regulamin").await;
    let file = &answer["data"]["fileUpload"]["file"];
    let id = file["id"].as_str().unwrap_or_else(|| panic!("{answer}"));
    let told = json!({
        "id": id, "name": "Regulamin.pdf", "url": format!("/files/{id}/Regulamin.pdf"), "mediaType": "application/pdf",
        "mediaTypeLabel": "PDF", "size": pdf().len(), "sizeLabel": "1 KB",
    });
    assert_eq!(*file, told);
    let shown = "query ($input: ID!) { file(id: $input) { id name url mediaType mediaTypeLabel size sizeLabel } }";
    assert_eq!(ask(&anonymous, shown, json!(id)).await["data"]["file"], told);
    assert_eq!(ask(&anonymous, shown, json!("pic_x")).await, json!({ "data": { "file": null } }));
    assert_eq!(code(&remove_file(&anonymous, id).await), "UNAUTHENTICATED");
    assert_eq!(code(&remove_file(&anonymous, "x").await), "UNAUTHENTICATED");
    assert_eq!(code(&remove_file(&scope.acting_as(citizen(JAN)), id).await), "NOT_FOUND");
    assert_eq!(code(&remove_file(&zoe, "x").await), "NOT_FOUND");
    let gone = json!({ "data": { "fileRemove": { "removedId": id, "errors": [] } } });
    assert_eq!(remove_file(&zoe, id).await, gone);
    assert_eq!(ask(&zoe, shown, json!(id)).await["data"]["file"], Value::Null);
}

#[tokio::test]
async fn each_code_of_files_is_told_at_its_field() {
    let city = City::found().await;
    let scope = city.open().await.acting_as(citizen(ZOE));
    let macros = content_types("application/vnd.ms-word.document.macroEnabled.main+xml");
    let macros = archive(&[("[Content_Types].xml", macros.as_bytes())]);
    for (data, name, expected) in [
        ("?".to_owned(), "a.pdf", "FILE_ENCODING"),
        (String::new(), "a.pdf", "FILE_EMPTY"),
        (STANDARD.encode(vec![b' '; 9_000_000]), "a.txt", "FILE_TOO_LARGE"),
        (STANDARD.encode(b"MZ"), "a.pdf", "FILE_FORMAT"),
        (STANDARD.encode(macros), "a.docx", "FILE_MACROS"),
        (STANDARD.encode(b"%PDF-1.7"), "a.pdf", "FILE_BROKEN"),
        (STANDARD.encode(b"a\0"), "a.txt", "TEXT_ENCODING"),
    ] {
        let answer = upload_file(&scope, &data, name).await;
        let error = &answer["data"]["fileUpload"]["errors"][0];
        assert_eq!((error["code"].as_str(), error["field"].as_str()), (Some(expected), Some("dataBase64")), "{answer}");
        assert_eq!(answer["data"]["fileUpload"]["file"], Value::Null);
        assert!(!error["message"].as_str().unwrap().starts_with("refusal-"), "{answer}");
    }
    let id = service::upload_file(&scope, pdf(), "a.pdf").await.unwrap().id;
    let mut tx = scope.begin().await.unwrap();
    let shown = crate::fields::Shown { files: vec![id.0], ..Default::default() };
    service::show(&mut tx, "article", Uuid::nil(), &shown).await.unwrap();
    tx.commit().await.unwrap();
    let answer = remove_file(&scope, &id.global()).await;
    assert_eq!(answer["data"]["fileRemove"]["errors"][0]["code"], "FILE_IN_USE");
}
