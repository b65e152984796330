//! Signing in, the cookie, rights, and repeated writes.

use crate::house::{START, training};
use axum::http::StatusCode;
use kernel::time::Clock;
use serde_json::json;

#[tokio::test]
async fn the_session_is_a_cookie_that_no_script_reads_and_no_foreign_form_sends() {
    let house = training();
    house.person("office", "safety_office").await;
    let answer = house.sign_in("office", "demo").await;
    let cookie = answer.header("set-cookie");
    assert!(cookie.starts_with("anlan_session="), "{cookie}");
    for part in ["HttpOnly", "SameSite=Lax", "Path=/"] {
        assert!(cookie.contains(part), "{cookie}");
    }
    assert!(
        !answer
            .text
            .contains(cookie.split(['=', ';']).nth(1).unwrap())
    );
}

#[tokio::test]
async fn who_signed_in_is_known_until_he_signs_out() {
    let house = training();
    let office = house.person("office", "safety_office").await;
    assert_eq!(office.get("/api/v1/me").await.status, StatusCode::OK);
    assert!(office.delete("/api/v1/session").await.status.is_success());
    assert_eq!(
        office.get("/api/v1/me").await.problem(),
        "edge.unauthenticated"
    );
}

#[tokio::test]
async fn a_session_ends_by_machine_time_and_not_by_the_training_clock() {
    let house = training();
    let office = house.person("office", "safety_office").await;
    let month = json!({ "to": START.plus_hours(24 * 30).0 });
    assert_eq!(
        office.post("/api/v1/clock", &[], month).await.status,
        StatusCode::OK
    );
    assert_eq!(office.get("/api/v1/me").await.status, StatusCode::OK);
    house.machine.advance_machine(13 * 60 * 60 * 1000);
    assert_eq!(
        office.get("/api/v1/me").await.problem(),
        "edge.unauthenticated"
    );
    assert!(house.machine.machine() < house.app.store.clock().business());
}

#[tokio::test]
async fn a_right_that_is_missing_is_named() {
    let house = training();
    let audit = house.person("auditor", "audit_admin").await;
    assert_eq!(
        audit.get("/api/v1/ledger/verify").await.status,
        StatusCode::OK
    );
    let refused = audit
        .post("/api/v1/clock", &[], json!({ "to": START.0 }))
        .await;
    assert_eq!(
        (refused.status, refused.problem()),
        (StatusCode::FORBIDDEN, "edge.forbidden".to_owned())
    );
    assert_eq!(refused.json()["params"]["permission"], "clock.advance");
}

#[tokio::test]
async fn a_foreign_page_cannot_use_the_cookie_of_the_reader() {
    let house = training();
    let office = house.person("office", "safety_office").await;
    let foreign = [("host", "anlan.test"), ("origin", "https://evil.test")];
    let refused = office
        .post(
            "/api/v1/clock",
            &foreign,
            json!({ "to": START.plus_hours(1).0 }),
        )
        .await;
    assert_eq!(refused.problem(), "edge.foreign_origin");
    assert_eq!(house.app.store.clock().business(), START);
}

#[tokio::test]
async fn a_write_that_comes_again_gets_the_answer_of_the_first_time() {
    let house = training();
    let office = house.person("office", "safety_office").await;
    let key = [("idempotency-key", "a-1")];
    let wish = json!({ "to": START.plus_hours(5).0 });
    let first = office.post("/api/v1/clock", &key, wish.clone()).await;
    let later = json!({ "to": START.plus_hours(9).0 });
    assert_eq!(
        office.post("/api/v1/clock", &[], later).await.status,
        StatusCode::OK
    );
    let again = office.post("/api/v1/clock", &key, wish).await;
    assert_eq!((again.status, again.json()), (StatusCode::OK, first.json()));
    let other = office
        .post(
            "/api/v1/clock",
            &key,
            json!({ "to": START.plus_hours(11).0 }),
        )
        .await;
    assert_eq!(other.problem(), "edge.key_reused");
    assert_eq!(house.app.store.clock().business(), START.plus_hours(9));
}

#[tokio::test]
async fn what_was_refused_may_be_tried_again_under_the_same_key() {
    let house = training();
    let office = house.person("office", "safety_office").await;
    let key = [("idempotency-key", "a-2")];
    let wish = json!({ "to": START.plus_hours(-5).0 });
    let first = office.post("/api/v1/clock", &key, wish.clone()).await;
    assert_eq!(first.problem(), "instance.backwards");
    assert_eq!(
        office.post("/api/v1/clock", &key, wish).await.problem(),
        "instance.backwards"
    );
}

#[tokio::test]
async fn a_body_above_the_limit_is_refused_as_a_problem() {
    let house = training();
    let office = house.person("office", "safety_office").await;
    let body = json!({ "to": 0, "more": "x".repeat(3 << 20) });
    let refused = office.post("/api/v1/clock", &[], body).await;
    assert_eq!(
        (refused.status, refused.problem()),
        (StatusCode::PAYLOAD_TOO_LARGE, "edge.too_large".to_owned())
    );
}
