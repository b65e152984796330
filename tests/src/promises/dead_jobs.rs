//! A job whose process is gone does not run for ever: it ends as failed and says so.

use crate::world::{Actor, Backend, Ground, Place, Serving, World, until};
use kernel::id::Id;
use serde_json::Value;
use store::{Sql, params};

/// Leaves a job behind as a process does that was killed while it worked.
async fn left_behind(world: World) -> (World, (String, String)) {
    let office = Actor::named(&world, "汪行林").await;
    let account = office.get("/me").await.ok()["account"]
        .as_str()
        .and_then(Id::parse)
        .expect("an account");
    let job = world
        .arrange(move |tx| {
            let (id, then) = (tx.new_id(), tx.machine_now().plus_minutes(-1));
            tx.execute_machine(
                "insert into job (id, kind, state, account, params, done, total, cancel, created_at, changed_at) \
                 values (:id, 'sites', 'running', :account, '{}', 0, 2100, 0, :then, :then)",
                &params! { "id" => id, "account" => account, "then" => then },
            )?;
            Ok(id)
        })
        .await;
    let token = office.token();
    (world, (token, job.to_string()))
}

#[test]
fn a_job_of_a_process_that_is_gone_ends_and_says_so() {
    for backend in Backend::all() {
        let (ground, (token, job)) = Ground::lay(Place::Anji, backend, left_behind);
        let server = Serving::start(&ground);
        let mut last = Value::Null;
        until("the job has ended", || {
            last = server.get(&format!("/api/v1/jobs/{job}"), &token).json();
            last["state"] != "running"
        });
        assert_eq!(last["state"], "failed", "{last}");
        assert_eq!(last["error"], "jobs.broken_off");
        let words = last["message"].as_str().expect("words");
        assert!(words.contains("要么全部保留"), "{words}");
    }
}

/// What is still said to be running is not ended while its process lives: on PostgreSQL by its pulse, on SQLite because
/// only a start looks for the dead.
#[tokio::test]
async fn a_living_job_is_left_alone() {
    for backend in Backend::all() {
        let world = crate::world::on(Place::Anji, backend).await;
        let (world, (_, job)) = left_behind(world).await;
        let id = Id::parse(&job).expect("an id");
        let now = world.app.store.clock().machine();
        let ended = world
            .arrange(move |tx| mechanism::job::break_off(tx, now.plus_minutes(-2)))
            .await;
        assert_eq!(ended, 0, "it showed a minute ago that it lives");
        let state = world.read(move |sql| {
            let row = sql.one(
                "select state from job where id = :id",
                &params! { "id" => id },
            )?;
            row.map(|row| row.text("state")).transpose()
        });
        assert_eq!(state.await.as_deref(), Some("running"));
    }
}
