//! Time of a training instance: forwards only, timers on the way, and what happened stands in the history.

use crate::house::{START, production, training};
use axum::http::StatusCode;
use kernel::id::Id;
use mechanism::timer;
use serde_json::json;
use store::{Act, Sql};

#[tokio::test]
async fn time_moves_forwards_and_the_timers_on_the_way_run() {
    let house = training();
    let office = house.person("office", "safety_office").await;
    let set = |tx: &mut store::Tx<'_>| {
        let now = tx.now();
        for hours in [1, 2, 30] {
            timer::set(
                tx,
                now.plus_hours(hours),
                &format!("test {hours}"),
                "test.none",
                "{}",
            )?;
        }
        tx.note(Id::natural("test", "timers"), "set", json!({}))
    };
    house
        .app
        .store
        .write(Act::system("test.timers"), set)
        .await
        .unwrap();
    let moved = office
        .post(
            "/api/v1/clock",
            &[],
            json!({ "to": START.plus_hours(24).0 }),
        )
        .await
        .json();
    assert_eq!(
        (&moved["ran"], &moved["now"]),
        (&json!(2), &json!(START.plus_hours(24).0))
    );
    let back = office
        .post("/api/v1/clock", &[], json!({ "to": START.0 }))
        .await;
    assert_eq!(
        (back.status, back.problem()),
        (
            StatusCode::UNPROCESSABLE_ENTITY,
            "instance.backwards".to_owned()
        )
    );
    assert!(
        back.json()["title"]
            .as_str()
            .unwrap()
            .contains("2022-01-02T00:00:00+08:00")
    );
}

#[tokio::test]
async fn production_time_is_nobodys_to_move() {
    let house = production();
    let office = house.person("office", "safety_office").await;
    let refused = office
        .post("/api/v1/clock", &[], json!({ "to": START.plus_hours(1).0 }))
        .await;
    assert_eq!(
        (refused.status, refused.problem()),
        (StatusCode::CONFLICT, "instance.not_training".to_owned())
    );
}

#[tokio::test]
async fn a_jump_of_years_is_taken_for_a_slip() {
    let house = training();
    let office = house.person("office", "safety_office").await;
    let refused = office
        .post(
            "/api/v1/clock",
            &[],
            json!({ "to": START.plus_hours(24 * 800).0 }),
        )
        .await;
    assert_eq!(refused.problem(), "instance.too_far");
}

#[tokio::test]
async fn the_ledger_says_who_did_what_page_by_page() {
    let house = training();
    let audit = house.person("auditor", "audit_admin").await;
    let subject = Id::natural("test", "thing");
    for number in 0..3 {
        let note =
            move |tx: &mut store::Tx<'_>| tx.note(subject, "touched", json!({ "number": number }));
        house
            .app
            .store
            .write(Act::system("test.touch"), note)
            .await
            .unwrap();
    }
    let first = audit
        .get(&format!("/api/v1/ledger?subject={subject}&limit=2"))
        .await
        .json();
    assert_eq!(first["items"].as_array().map(Vec::len), Some(2));
    assert_eq!(first["items"][0]["verb"], "touched");
    let next = first["next"].as_str().unwrap();
    let second = audit
        .get(&format!(
            "/api/v1/ledger?subject={subject}&limit=2&after={next}"
        ))
        .await
        .json();
    assert_eq!(
        (second["items"].as_array().map(Vec::len), &second["next"]),
        (Some(1), &json!(null))
    );
    let foreign = audit
        .get(&format!("/api/v1/ledger?subject={subject}&after=nonsense"))
        .await;
    assert_eq!(foreign.problem(), "ledger.bad_page_key");
    let whole = audit.get("/api/v1/ledger/verify").await.json();
    assert_eq!(
        (&whole["ok"], &whole["unsealed"]),
        (&json!(true), &json!(0))
    );
}
