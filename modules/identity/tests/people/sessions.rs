//! Sessions, and how long they last.

use chrono::Duration;
use identity::sessions;
use kernel::{
    access::{Role, Via},
    error::Code,
    scope::Actor,
};

use crate::support::{City, HOST, account_of, within};

#[tokio::test]
async fn a_session_ends_when_it_is_not_used_and_at_the_latest_after_its_life() {
    let city = City::open().await;
    let account = city.account("anna@example.org").await;
    let scope = city.scope();
    let token = within!(scope, |tx| sessions::open(tx, account, HOST, "Firefox/1 Android")).unwrap();
    let resume = async || sessions::resume(&scope.fresh(), &token, HOST).await.unwrap();

    city.pass(sessions::TOUCH_EVERY - Duration::seconds(1));
    assert!(!resume().await.unwrap().seen_long_ago);
    city.pass(Duration::seconds(1));
    let resumed = resume().await.unwrap();
    assert!(resumed.seen_long_ago);
    within!(scope, |tx| sessions::touch(tx, resumed.session)).unwrap();
    assert!(!resume().await.unwrap().seen_long_ago);

    city.pass(sessions::IDLE - Duration::seconds(1));
    let resumed = resume().await.unwrap();
    city.pass(Duration::seconds(1));
    assert_eq!(resume().await, None, "not used for long");
    // Used often, it lives sixty days and no more.
    within!(scope, |tx| sessions::touch(tx, resumed.session)).unwrap();
    for _ in 0..4 {
        city.pass(Duration::days(10));
        within!(scope, |tx| sessions::touch(tx, resumed.session)).unwrap();
    }
    assert!(resume().await.is_some());
    city.pass(Duration::days(6));
    assert_eq!(resume().await, None, "its life is over");
    identity::retention::forget_old(&scope).await.unwrap();
}

#[tokio::test]
async fn an_appointment_shortens_a_session_that_is_open() {
    let city = City::open().await;
    let account = city.account("anna@example.org").await;
    let scope = city.scope();
    let token = within!(scope, |tx| sessions::open(tx, account, HOST, "")).unwrap();
    city.pass(Duration::hours(13));
    assert!(sessions::resume(&scope.fresh(), &token, HOST).await.unwrap().is_some());
    city.grant(account, Role::Editor, None).await;
    assert_eq!(sessions::resume(&scope.fresh(), &token, HOST).await.unwrap(), None);

    let token = within!(scope, |tx| sessions::open(tx, account, HOST, "")).unwrap();
    let resumed = sessions::resume(&scope.fresh(), &token, HOST).await.unwrap().unwrap();
    for _ in 0..16 {
        city.pass(Duration::hours(11));
        assert!(sessions::resume(&scope.fresh(), &token, HOST).await.unwrap().is_some() || city_is_late(&city));
        within!(scope, |tx| sessions::touch(tx, resumed.session)).unwrap();
    }
    assert_eq!(sessions::resume(&scope.fresh(), &token, HOST).await.unwrap(), None, "seven days");
}

/// Whether the editor's seven days, begun 13 hours after noon, are over.
fn city_is_late(city: &City) -> bool {
    let opened = crate::support::NOW.parse::<chrono::DateTime<chrono::Utc>>().unwrap() + Duration::hours(13);
    city.scope().now() - opened >= sessions::LIFE_OF_POWERFUL
}

#[tokio::test]
async fn a_session_belongs_to_its_host_and_city() {
    let city = City::open().await;
    let account = city.account("anna@example.org").await;
    let scope = city.scope();
    let token = within!(scope, |tx| sessions::open(tx, account, HOST, "")).unwrap();
    let resumed = sessions::resume(&scope.fresh(), &token, HOST).await.unwrap().unwrap();
    assert_eq!(resumed.person.account, account.0);
    assert!(matches!(resumed.person.via, Via::Session(session) if session == resumed.session.0));
    assert_eq!(sessions::resume(&scope.fresh(), &token, "debno.localhost").await.unwrap(), None);
    let elsewhere = city.scope_in("goleniow", Actor::Anonymous);
    assert_eq!(sessions::resume(&elsewhere, &token, HOST).await.unwrap(), None);
    for wrong in ["", &token[1..], &format!("{token}A"), &token.to_lowercase()] {
        assert_eq!(sessions::resume(&scope.fresh(), wrong, HOST).await.unwrap(), None);
    }

    let newer = within!(scope, |tx| sessions::rotate(tx, &token)).unwrap().unwrap();
    assert_eq!(sessions::resume(&scope.fresh(), &token, HOST).await.unwrap(), None);
    let same = sessions::resume(&scope.fresh(), &newer, HOST).await.unwrap().unwrap();
    assert_eq!(same.session, resumed.session);
    assert_eq!(within!(scope, |tx| sessions::rotate(tx, &token)).unwrap(), None);
    within!(scope, |tx| sessions::close(tx, &newer)).unwrap();
    assert_eq!(sessions::resume(&scope.fresh(), &newer, HOST).await.unwrap(), None);
}

#[tokio::test]
async fn people_see_and_sign_out_their_own_devices() {
    let city = City::open().await;
    let phone = city.person("anna@example.org").await;
    let laptop = city.signed_in(account_of(&phone)).await;
    let other = city.person("other@example.org").await;
    let devices = sessions::list(&laptop).await.unwrap();
    assert_eq!(devices.len(), 2);
    assert_eq!(devices.iter().filter(|device| device.is_current).count(), 1);
    assert_eq!(devices[0].session.device, "Firefox, Android");

    let others = sessions::list(&other).await.unwrap()[0].session.id;
    assert_eq!(within!(laptop, |tx| sessions::revoke(tx, others)).unwrap_err().code, Code::NotFound);
    let far = devices.iter().find(|device| !device.is_current).unwrap().session.id;
    within!(laptop, |tx| sessions::revoke(tx, far)).unwrap();
    assert_eq!(sessions::list(&laptop).await.unwrap().len(), 1);
    city.signed_in(account_of(&phone)).await;
    assert_eq!(within!(laptop, |tx| sessions::revoke_others(tx)).unwrap(), 1);
    assert!(sessions::list(&laptop).await.unwrap().iter().all(|device| device.is_current));
    assert_eq!(sessions::list(&other).await.unwrap().len(), 1);
    assert_eq!(sessions::list(&city.anonymous()).await.unwrap_err().code, Code::Unauthenticated);
}
