//! Long work is a job: the request ends at once, the result waits, and a wish to stop undoes everything.

use crate::world::{Actor, Place, World, on_each};
use axum::http::Method;
use kernel::id::Id;
use mechanism::job::{self, End};
use serde_json::{Value, json};
use std::sync::mpsc;
use store::{Act, Sql};

/// Sites, more than one request takes.
fn many() -> Vec<u8> {
    let mut rows = "名称,类型,区域代码\n".to_owned();
    for number in 0..2_100 {
        rows.push_str(&format!("沿街商铺{number:04},premises,330523104\n"));
    }
    rows.into_bytes()
}

/// The job once it has ended. The bound only ends a hang.
async fn ended(who: &Actor, id: &str) -> Value {
    for _ in 0..100_000 {
        let job = who.get(&format!("/jobs/{id}")).await.ok();
        if !["waiting", "running"].contains(&job["state"].as_str().expect("a state")) {
            return job;
        }
        tokio::task::yield_now().await;
    }
    panic!("the job does not end");
}

async fn import(who: &Actor, path: &str, bytes: Vec<u8>) -> Value {
    let answer = who
        .ask(
            Method::POST,
            path,
            &[("content-type", "application/octet-stream")],
            bytes,
        )
        .await;
    assert_eq!(answer.status.as_u16(), 202, "{}", answer.body);
    answer.ok()
}

async fn shops(world: &World) -> i64 {
    let count = world.read(|sql| {
        let row = sql.one(
            "select count(*) as n from site where name like '沿街商铺%'",
            &[],
        )?;
        row.map_or(Ok(0), |row| row.int("n"))
    });
    count.await
}

#[tokio::test]
async fn a_long_file_is_taken_by_a_job_whose_report_waits() {
    on_each(Place::Anji, |world| async move {
        let office = Actor::named(&world, "汪行林").await;
        let dry = import(&office, "/imports/sites?dry_run=true", many()).await;
        let job = ended(&office, dry["job"].as_str().expect("a job")).await;
        assert_eq!(
            (
                &job["state"],
                &job["result"]["added"],
                &job["result"]["kept"]
            ),
            (&json!("done"), &json!(2_100), &json!(false))
        );
        assert_eq!(shops(&world).await, 0);
        let begun = import(&office, "/imports/sites", many()).await;
        let id = begun["job"].as_str().expect("a job");
        let job = ended(&office, id).await;
        assert_eq!(
            (&job["result"]["kept"], &job["done"], &job["total"]),
            (&json!(true), &json!(2_100), &json!(2_100))
        );
        assert_eq!(shops(&world).await, 2_100);
        assert_eq!(office.get("/jobs").await.ok()["items"][0]["id"], id);
        let colleague =
            Actor::with_role(&world, world.person("孔其然").await, "safety_office").await;
        colleague.get(&format!("/jobs/{id}")).await.refused(404);
        colleague
            .post(&format!("/jobs/{id}/cancel"), Value::Null)
            .await
            .refused(404);
        office
            .post(&format!("/jobs/{id}/cancel"), Value::Null)
            .await
            .ok();
        assert_eq!(
            ended(&office, id).await["state"],
            "done",
            "what has ended stays as it ended"
        );
    })
    .await;
}

/// Whoever lost the right, or reaches less far, is refused when the job runs, with words.
#[tokio::test]
async fn a_job_has_no_more_rights_than_its_account() {
    on_each(Place::Anji, |world| async move {
        let town = Actor::of_town(&world, "递铺街道").await;
        let begun = import(&town, "/imports/sites", many()).await;
        let job = ended(&town, begun["job"].as_str().expect("a job")).await;
        assert_eq!(
            (&job["state"], &job["result"]["kept"]),
            (&json!("done"), &json!(false))
        );
        assert_eq!(job["result"]["errors"][0]["code"], "registry.out_of_scope");
        assert_eq!(shops(&world).await, 0);
    })
    .await;
}

#[tokio::test]
async fn a_wish_to_stop_is_heard_until_the_work_commits() {
    on_each(Place::Anji, |world| async move {
        let office = Actor::named(&world, "汪行林").await;
        let account = office.get("/me").await.ok()["account"]
            .as_str()
            .and_then(Id::parse)
            .expect("an account");
        let (go, wait) = mpsc::channel::<()>();
        let work = move |app: &mechanism::App, id: Id| {
            let _ = wait.recv();
            let stopped = app
                .store
                .write_blocking(Act::system("tests.work"), move |tx| job::stopped(tx, id));
            if stopped.expect("an answer") {
                End::Cancelled
            } else {
                End::Done(Value::Null)
            }
        };
        let id = job::begin(&world.app, "tests", account, 1, work)
            .await
            .expect("a job")
            .to_string();
        office
            .post(&format!("/jobs/{id}/cancel"), Value::Null)
            .await
            .ok();
        go.send(()).expect("the work waits");
        let job = ended(&office, &id).await;
        assert_eq!(
            (&job["state"], &job["cancel"]),
            (&json!("cancelled"), &json!(true))
        );
    })
    .await;
}
