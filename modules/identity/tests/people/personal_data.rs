//! Archives, erasure, retention.

use std::io::{Cursor, Read as _};

use chrono::Duration;
use identity::{
    ChildProfile, Kind, PersonalData, accounts, children, invitations,
    oidc::Claims,
    personal_data, providers, retention, roles, sessions,
    sign_in::{self, Wish},
    tokens::{self, Order},
};
use kernel::{access::Role, audit, error::Code, scope::Scope};
use sea_orm::ConnectionTrait as _;
use serde_json::{Value, json};

use crate::support::{BROWSER, City, HOST, account_of, kinds, within};

/// A module that keeps a name in the account's stead.
const OF_OTHERS: [PersonalData; 1] = [PersonalData {
    name: "reviews",
    export: |_, account| Box::pin(async move { Ok(json!({ "account": account.global() })) }),
    erase: |tx, account| {
        Box::pin(async move {
            let sql = format!(
                "INSERT INTO job_run (name, started_at) VALUES ('erased {}', '2026-01-01 00:00:00+00')",
                account.global()
            );
            tx.db().execute_unprepared(&sql).await?;
            Ok(())
        })
    },
}];

/// Somebody of whom everything is known.
async fn anna(city: &City) -> Scope {
    let [school, _] = city.institutions().await;
    let scope = city.anonymous();
    let wish = Wish { email: "anna@example.org", browser: BROWSER, peer: "192.0.2.1", host: HOST, next: None };
    let id = within!(scope, |tx| sign_in::begin(tx, wish)).unwrap();
    let (code, _) = city.code_and_link().await;
    let account = sign_in::by_code(&scope, id, BROWSER, HOST, &code).await.unwrap().account;
    within!(scope, |tx| sign_in::begin(tx, wish)).unwrap();
    within!(scope, |tx| providers::join(tx, account, "https://login.example", "anna")).unwrap();
    city.grant(account, Role::Manager, Some(school)).await;
    let anna = city.signed_in(account).await;
    let child =
        ChildProfile { name: "Ania".to_owned(), birth_date: "2018-01-01".parse().unwrap(), ..Default::default() };
    within!(anna, |tx| children::create(tx, child)).unwrap();
    within!(anna, |tx| invitations::invite(tx, "friend@example.org", Role::Contributor, Some(school))).unwrap();
    let order = Order { name: "Dziennik".to_owned(), role: Role::Manager, party: Some(school), days: None };
    within!(anna, |tx| tokens::create(tx, account, order)).unwrap();
    let system = city.scope();
    within!(system, |tx| invitations::invite(tx, "anna@example.org", Role::Editor, None)).unwrap();
    anna
}

#[tokio::test]
async fn an_archive_holds_all_that_is_known() {
    let city = City::open().await;
    let anna = anna(&city).await;
    let account = account_of(&anna);
    let archive = personal_data::archive(&anna, &OF_OTHERS, account).await.unwrap();
    let mut zip = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    let names: Vec<_> = zip.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert_eq!(names, ["README.txt", "identity.json", "reviews.json"]);
    let mut text = String::new();
    zip.by_name("README.txt").unwrap().read_to_string(&mut text).unwrap();
    assert!(text.contains("Dębno") && text.contains("2026-09-15"), "{text}");
    let mut text = String::new();
    zip.by_name("identity.json").unwrap().read_to_string(&mut text).unwrap();
    let known: Value = serde_json::from_str(&text).unwrap();
    for (part, count) in [
        ("providers", 1),
        ("roles", 1),
        ("children", 1),
        ("sessions", 1),
        ("browsersSeenAt", 1),
        ("signIns", 2),
        ("invitations", 1),
        ("apiTokens", 1),
        ("mails", 2),
        ("auditLog", 2),
    ] {
        assert_eq!(known[part].as_array().map(Vec::len), Some(count), "{part}: {}", known[part]);
    }
    assert_eq!(known["account"]["email"], "anna@example.org");
    assert_eq!(known["children"][0]["name"], "Ania");

    let other = city.with_role("admin@example.org", Role::Admin, None).await;
    let denied = personal_data::archive(&other, &OF_OTHERS, account).await;
    assert_eq!(denied.unwrap_err().code, Code::NotFound);
    let stranger = personal_data::archive(&city.anonymous(), &OF_OTHERS, account).await;
    assert_eq!(stranger.unwrap_err().code, Code::Unauthenticated);
}

#[tokio::test]
async fn an_erased_account_leaves_nothing() {
    let city = City::open().await;
    let anna = anna(&city).await;
    let account = account_of(&anna);
    let wrong = within!(anna, |tx| personal_data::erase_confirmed(tx, &OF_OTHERS, account, "tak"));
    assert_eq!(kinds(wrong), [Kind::NotConfirmed]);
    within!(anna, |tx| personal_data::erase_confirmed(tx, &OF_OTHERS, account, " Anna@example.org ")).unwrap();

    let scope = city.scope();
    let db = scope.db().await.unwrap();
    let count = async |sql: String| {
        let row = db.query_one_raw(sea_orm::Statement::from_string(db.get_database_backend(), sql)).await.unwrap();
        row.unwrap().try_get_by_index::<i64>(0).unwrap()
    };
    for table in [
        "account",
        "identity_link",
        "sign_in",
        "known_browser",
        "session",
        "role_grant",
        "invitation",
        "child",
        "api_token",
    ] {
        assert_eq!(count(format!("SELECT count(*) FROM {table}")).await, 0, "{table}");
    }
    let to_her = "SELECT count(*) FROM mail_outbox WHERE recipient = 'anna@example.org'";
    assert_eq!(count(to_her.to_owned()).await, 0);
    let told = format!("SELECT count(*) FROM job_run WHERE name = 'erased {}'", account.global());
    assert_eq!(count(told).await, 1, "the other modules were asked");
    let entries = audit::newest(&scope, None, None, 100).await.unwrap();
    assert_eq!((entries[0].action.as_str(), entries[0].subject.as_str()), ("account.erase", account.global().as_str()));
    let log: String = entries.iter().map(|entry| format!("{entry:?}")).collect();
    assert!(!log.contains("anna@") && !log.contains("Ania"), "{log}");
    assert!(audit::check(&db).await.unwrap().is_ok());
}

#[tokio::test]
async fn the_last_admin_stays_and_who_has_no_address_types_a_phrase() {
    let city = City::open().await;
    let admin = city.with_role("admin@example.org", Role::Admin, None).await;
    let own = account_of(&admin);
    let last = within!(admin, |tx| personal_data::erase_confirmed(tx, &[], own, "admin@example.org"));
    assert_eq!(kinds(last), [Kind::LastAdmin]);
    assert!(accounts::find(&city.scope(), own).await.unwrap().is_some());
    let other = city.person("other@example.org").await;
    let foreign = within!(other, |tx| personal_data::erase(tx, &[], own));
    assert_eq!(crate::support::code(foreign), Code::NotFound);

    let claims = Claims {
        issuer: "https://login.example".to_owned(),
        subject: "1".to_owned(),
        email: None,
        email_verified: false,
        name: None,
        locale: None,
    };
    let scope = city.anonymous();
    let entrance = within!(scope, |tx| providers::enter_by_provider(tx, &claims)).unwrap();
    let providers::Entrance::Entered(entered) = entrance else { panic!("{entrance:?}") };
    let nameless = city.signed_in(entered.account).await;
    let account = accounts::own(&nameless).await.unwrap().unwrap();
    assert_eq!(personal_data::confirmation(&nameless, &account), "usuń moje konto");
    let typed = "Usuń moje konto";
    within!(nameless, |tx| personal_data::erase_confirmed(tx, &[], entered.account, typed)).unwrap();
    assert_eq!(accounts::find(&city.scope(), entered.account).await.unwrap(), None);
}

#[tokio::test]
async fn accounts_that_nobody_uses_go_after_a_warning() {
    let city = City::open().await;
    let unused = city.account("unused@example.org").await;
    let returning = city.account("returning@example.org").await;
    let editor = city.account("editor@example.org").await;
    city.grant(editor, Role::Editor, None).await;
    let exists = async |account| accounts::find(&city.scope(), account).await.unwrap().is_some();
    let run = async || retention::retire_unused(&city.scope(), &OF_OTHERS).await.unwrap();

    city.pass(Duration::days(3 * 365 - 40));
    run().await;
    assert!(city.mails().await.is_empty());
    city.pass(Duration::days(15));
    run().await;
    run().await;
    let mut told: Vec<_> = city.mails().await.into_iter().map(|mail| (mail.template, mail.to)).collect();
    told.sort_unstable();
    let retire = |to: &str| ("identity/retire".to_owned(), to.to_owned());
    assert_eq!(told, [retire("returning@example.org"), retire("unused@example.org")], "once each");
    let session = within!(city.scope(), |tx| sessions::open(tx, returning, HOST, "")).unwrap();
    assert!(sessions::resume(&city.scope(), &session, HOST).await.unwrap().is_some());
    city.pass(Duration::days(29));
    run().await;
    assert!(exists(unused).await, "not before its time");
    city.pass(Duration::days(1));
    run().await;
    assert!(!exists(unused).await && exists(returning).await && exists(editor).await);
    assert!(roles::of(&city.scope(), editor).await.unwrap().len() == 1);
}
