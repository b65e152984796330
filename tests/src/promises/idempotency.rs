//! A write that comes again under its key has happened once.

use crate::world::{Actor, Answer, Place, World, on_each};
use axum::http::Method;
use serde_json::{Value, json};
use store::Sql;

async fn post(who: &Actor, key: &str, path: &str, body: &Value) -> Answer {
    let headers = [
        ("content-type", "application/json"),
        ("idempotency-key", key),
    ];
    who.ask(Method::POST, path, &headers, body.to_string().into_bytes())
        .await
}

async fn wanted(world: &World, number: &str) -> Value {
    let lead = world.org("县政府").await;
    json!({ "pack": "anji-2022", "number": number, "title": "整修通道", "leads": [lead], "due": "2022-09-30" })
}

async fn tasks(world: &World) -> i64 {
    let count = world.read(|sql| {
        let row = sql.one(
            "select count(*) as n from task where title = '整修通道'",
            &[],
        )?;
        row.map_or(Ok(0), |row| row.int("n"))
    });
    count.await
}

#[tokio::test]
async fn the_same_request_again_gets_the_first_answer_and_changes_nothing() {
    on_each(Place::Anji, |world| async move {
        world.activate("anji-2022").await;
        let office = Actor::named(&world, "汪行林").await;
        let body = wanted(&world, "甲-1").await;
        let first = post(&office, "k-1", "/tasks", &body).await;
        let again = post(&office, "k-1", "/tasks", &body).await;
        assert_eq!(first.status, again.status);
        assert_eq!(again.headers["idempotent-replay"], "true");
        assert_eq!(first.ok(), again.ok());
        assert_eq!(tasks(&world).await, 1);
    })
    .await;
}

#[tokio::test]
async fn another_request_under_a_used_key_is_refused() {
    on_each(Place::Anji, |world| async move {
        world.activate("anji-2022").await;
        let office = Actor::named(&world, "汪行林").await;
        post(&office, "k-2", "/tasks", &wanted(&world, "甲-1").await)
            .await
            .ok();
        let other = post(&office, "k-2", "/tasks", &wanted(&world, "甲-2").await).await;
        assert_eq!(other.refused(409), "edge.key_reused");
        assert_eq!(tasks(&world).await, 1);
    })
    .await;
}

/// A key is its account's own, so nobody reads the answer of somebody else.
#[tokio::test]
async fn the_same_key_of_somebody_else_is_another_key() {
    on_each(Place::Anji, |world| async move {
        world.activate("anji-2022").await;
        let office = Actor::named(&world, "汪行林").await;
        let first = post(&office, "k-3", "/tasks", &wanted(&world, "甲-1").await)
            .await
            .ok();
        let colleague =
            Actor::with_role(&world, world.person("孔其然").await, "safety_office").await;
        let second = post(&colleague, "k-3", "/tasks", &wanted(&world, "甲-2").await)
            .await
            .ok();
        assert_ne!(first["id"], second["id"]);
        assert_eq!(tasks(&world).await, 2);
    })
    .await;
}

/// Keys are kept for a day of the machine; the training clock does not end them.
#[tokio::test]
async fn a_key_is_forgotten_by_the_time_of_the_machine() {
    on_each(Place::Anji, |world| async move {
        world.activate("anji-2022").await;
        let office = Actor::named(&world, "汪行林").await;
        post(&office, "k-4", "/tasks", &wanted(&world, "甲-1").await)
            .await
            .ok();
        world.advance("2022-03-01 09:00").await;
        let other = wanted(&world, "甲-2").await;
        assert_eq!(
            post(&office, "k-4", "/tasks", &other).await.refused(409),
            "edge.key_reused"
        );
        world
            .arrange(|tx| {
                let old = tx.machine_now().plus_hours(-25);
                tx.execute_machine(
                    "update idempotency set at = :old",
                    &store::params! { "old" => old },
                )?;
                Ok(())
            })
            .await;
        post(&office, "k-4", "/tasks", &other).await.ok();
        assert_eq!(tasks(&world).await, 2);
    })
    .await;
}
