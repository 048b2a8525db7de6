//! The change log, and what is derived from it.

use kernel::changes::{Changed, Operation, head, since};
use sea_orm::{EntityTrait as _, PaginatorTrait as _};
use search_index::Query;
use uuid::Uuid;

use crate::support::{DEBNO, OFFERS, TestApp};

/// A city of many offers, as CSV.
pub(crate) fn many(count: usize) -> String {
    let rows = (0..count).map(|row| format!("r{row},Zajęcia numer {row},Klub,robotics,{}\n", row % 15));
    format!("id,title,provider,interests,min_age\n{}", rows.collect::<String>())
}

/// How many activities database and index have.
async fn counts(app: &TestApp) -> (u64, u64) {
    let scope = app.scope(DEBNO);
    let rows = activities_in_database(&scope).await;
    let query = Query { kinds: vec![activities::KIND], now: scope.now().timestamp(), ..Query::default() };
    let snapshot = app.app.search.catch_up(&scope).await.unwrap();
    (rows, snapshot.reader().search(&query).unwrap().total)
}

async fn activities_in_database(scope: &kernel::scope::Scope) -> u64 {
    mod table {
        use sea_orm::entity::prelude::*;

        #[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
        #[sea_orm(table_name = "activity")]
        pub(super) struct Model {
            #[sea_orm(primary_key, auto_increment = false)]
            pub id: Uuid,
        }

        #[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
        pub(super) enum Relation {}

        impl ActiveModelBehavior for ActiveModel {}
    }
    table::Entity::find().count(&*scope.db().await.unwrap()).await.unwrap()
}

#[tokio::test]
async fn what_is_not_committed_never_happened() {
    let app = TestApp::start().await;
    let scope = app.scope(DEBNO);
    let mut tx = scope.begin().await.unwrap();
    tx.changed("activity", Uuid::from_u128(1), Operation::Upsert);
    drop(tx);
    assert_eq!(head(&scope.db().await.unwrap()).await.unwrap(), None);
}

#[tokio::test]
async fn concurrent_writers_leave_no_gap_and_no_late_number() {
    let app = TestApp::start().await;
    let watch = async {
        // Whoever reads up to the head must never find a number below it later.
        let mut seen = 0;
        for _ in 0..40 {
            let scope = app.scope(DEBNO);
            let db = scope.db().await.unwrap();
            let Some(head) = head(&db).await.unwrap() else { continue };
            let new = since(&db, seen).await.unwrap();
            assert_eq!(new.len() as u64, head.seq - seen, "every number up to the head is there");
            seen = head.seq;
            tokio::time::sleep(std::time::Duration::from_millis(2)).await;
        }
    };
    let writers = (0..20u128).map(|writer| {
        let scope = app.scope(DEBNO);
        async move {
            for turn in 0..5u128 {
                let mut tx = scope.begin().await.unwrap();
                tx.changed("note", Uuid::from_u128(writer * 10 + turn), Operation::Upsert);
                tx.changed("note", Uuid::from_u128(1_000 + writer * 10 + turn), Operation::Delete);
                tx.commit().await.unwrap();
            }
        }
    });
    tokio::join!(watch, futures_util::future::join_all(writers));
    let scope = app.scope(DEBNO);
    let db = scope.db().await.unwrap();
    assert_eq!(head(&db).await.unwrap().unwrap().seq, 200);
    assert_eq!(since(&db, 0).await.unwrap().len(), 200);
    assert_eq!(since(&db, 198).await.unwrap().len(), 2);
    assert!(since(&db, 200).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_scope_reads_one_snapshot_and_its_own_writes() {
    let app = TestApp::start().await;
    let reader = app.scope(DEBNO);
    assert_eq!(activities_in_database(&reader).await, 0);
    let writer = app.scope(DEBNO);
    activities::import(&writer, OFFERS.as_bytes(), "csv", false, &|_, _| ()).await.unwrap();
    assert_eq!(activities_in_database(&reader).await, 0, "still the snapshot of the first read");
    let mut tx = reader.begin().await.unwrap();
    tx.changed("note", Uuid::from_u128(1), Operation::Upsert);
    tx.commit().await.unwrap();
    assert_eq!(activities_in_database(&reader).await, 5, "after its own commit a scope looks again");
}

#[tokio::test]
async fn the_index_follows_every_write() {
    let app = TestApp::start().await;
    app.activities(DEBNO, OFFERS).await;
    assert_eq!(counts(&app).await, (5, 5));
    app.activities(DEBNO, &OFFERS.replace("Robotyka dla ciekawych", "Kosmonautyka")).await;
    assert_eq!(app.titles(DEBNO, "query: \"kosmonautyka\"").await, ["Kosmonautyka"]);
    assert!(!app.titles(DEBNO, "query: \"ciekawych\"").await.contains(&"Robotyka dla ciekawych".to_owned()));
    assert_eq!(counts(&app).await, (5, 5));
}

#[tokio::test]
async fn a_deleted_index_is_built_again() {
    let app = TestApp::start().await;
    app.activities(DEBNO, OFFERS).await;
    let index = app.folder.path().join("data/tenants/debno/index");
    for damage in ["gone", "emptied", "garbled"] {
        match damage {
            "gone" => std::fs::remove_dir_all(&index).unwrap(),
            "emptied" => {
                for file in std::fs::read_dir(&index).unwrap() {
                    std::fs::write(file.unwrap().path(), "").unwrap();
                }
            }
            _ => std::fs::write(index.join("meta.json"), "{").unwrap(),
        }
        let restarted = tablica::server::open(&app.server.config, app.app.clock.clone()).await.unwrap();
        let scope = kernel::scope::Scope::new(
            restarted.clone(),
            app.scope(DEBNO).tenant,
            kernel::scope::Actor::System,
            kernel::i18n::Lang::Pl,
        );
        let snapshot = restarted.search.snapshot(&scope).await.unwrap();
        assert_eq!(snapshot.reader().len(), 5, "{damage}");
        assert_eq!(snapshot.count(activities::ENTITY), 5, "{damage}");
    }
}

#[tokio::test]
async fn a_rebuild_is_an_entry_of_the_log_that_everybody_follows() {
    let app = TestApp::start().await;
    app.activities(DEBNO, OFFERS).await;
    let scope = app.scope(DEBNO);
    let seq = scope.begin().await.unwrap().request_rebuild().await.unwrap();
    assert_eq!(since(&scope.db().await.unwrap(), seq - 1).await.unwrap(), [Changed::Everything]);
    let snapshot = app.app.search.catch_up(&scope).await.unwrap();
    assert_eq!((snapshot.seq(), snapshot.reader().len()), (seq, 5));
}

#[tokio::test]
async fn an_institution_s_new_name_reaches_its_activities() {
    let app = TestApp::start().await;
    app.institutions(DEBNO, "id,name,kind,street,district\nd1,Dom Kultury Latarnia,CULTURE_CENTRE,ul. Morska,rynek\n")
        .await;
    app.activities(DEBNO, "id,title,institution\n1,Balet,d1\n").await;
    assert_eq!(app.titles(DEBNO, "query: \"latarnia\"").await, ["Balet"]);
    assert_eq!(
        app.titles(DEBNO, "query: \"morska\"").await,
        ["Balet"],
        "an activity without an address is where its institution is"
    );
    app.institutions(DEBNO, "id,name,kind\nd1,Dom Kultury Kotwica,CULTURE_CENTRE\n").await;
    assert_eq!(app.titles(DEBNO, "query: \"kotwica\"").await, ["Balet"]);
    assert!(app.titles(DEBNO, "query: \"latarnia\"").await.is_empty());
}

#[tokio::test]
async fn two_processes_share_an_index() {
    let app = TestApp::start().await;
    let elsewhere = tablica::server::open(&app.server.config, app.app.clock.clone()).await.unwrap();
    let scope = kernel::scope::Scope::new(
        elsewhere.clone(),
        app.scope(DEBNO).tenant,
        kernel::scope::Actor::System,
        kernel::i18n::Lang::Pl,
    );
    activities::import(&scope, many(1200).as_bytes(), "csv", false, &|_, _| ()).await.unwrap();
    let own = app.scope(DEBNO);
    let (here, there) = tokio::join!(app.app.search.catch_up(&own), elsewhere.search.catch_up(&scope));
    assert_eq!((here.unwrap().reader().len(), there.unwrap().reader().len()), (1200, 1200));
    assert_eq!(counts(&app).await, (1200, 1200));
}
