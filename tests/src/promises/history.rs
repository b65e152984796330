//! The history of a thing is open to whoever sees the thing; the whole ledger to its auditor.

use crate::world::{Actor, Place, World, on_each};
use axum::http::Method;
use serde_json::{Value, json};
use store::Sql;

async fn site(world: &World, office: &Actor) -> String {
    let area = world.read(|sql| {
        let row = sql.one("select id from area where code = '330523104'", &[])?;
        row.map(|row| row.id("id")).transpose()
    });
    let area = area.await.expect("a township");
    let wanted = json!({ "name": "杭垓老树口竹制品厂", "kind": "premises", "area": area });
    office.post("/sites", wanted).await.ok()["id"]
        .as_str()
        .expect("an id")
        .to_owned()
}

fn verbs(history: &Value) -> Vec<&str> {
    let entries = history["items"].as_array().expect("entries").iter();
    entries
        .map(|entry| entry["verb"].as_str().expect("a verb"))
        .collect()
}

#[tokio::test]
async fn whoever_sees_a_thing_reads_what_was_done_to_it_and_by_whom() {
    on_each(Place::Anji, |world| async move {
        let office = Actor::named(&world, "汪行林").await;
        let id = site(&world, &office).await;
        let headers = [("content-type", "application/json"), ("if-match", "\"1\"")];
        let change = json!({ "name": "杭垓竹制品厂" }).to_string().into_bytes();
        office
            .ask(Method::PATCH, &format!("/sites/{id}"), &headers, change)
            .await
            .ok();
        let history = office.get(&format!("/history/{id}")).await.ok();
        assert_eq!(verbs(&history), ["changed", "added"]);
        assert_eq!(history["items"][0]["actor"], "汪行林");
        let own = Actor::of_town(&world, "杭垓镇").await;
        let read = own.get(&format!("/history/{id}")).await.ok();
        assert_eq!(verbs(&read), ["changed", "added"]);
    })
    .await;
}

#[tokio::test]
async fn the_history_of_what_is_hidden_or_unknown_is_not_found() {
    on_each(Place::Anji, |world| async move {
        let office = Actor::named(&world, "汪行林").await;
        let id = site(&world, &office).await;
        let elsewhere = Actor::of_town(&world, "递铺街道").await;
        elsewhere.get(&format!("/history/{id}")).await.refused(404);
        office
            .get(&format!("/history/{}", world.fresh_id()))
            .await
            .refused(404);
        elsewhere.get("/ledger").await.refused(403);
    })
    .await;
}

/// Obligations are seen by more people than those of the area, and so is their history.
#[tokio::test]
async fn the_holder_of_an_obligation_reads_its_history() {
    on_each(Place::Anji, |world| async move {
        world.activate("anji-2022").await;
        let office = Actor::named(&world, "汪行林").await;
        let lead = world.org("县政府").await;
        let task = json!({
            "pack": "anji-2022", "number": "甲-1", "title": "整修通道", "leads": [lead], "due": "2022-09-30"
        });
        office.post("/tasks", task).await.ok();
        let holder = Actor::named(&world, "孔其然").await;
        let inbox = holder.get("/inbox").await.ok();
        let id = inbox["groups"][0]["items"][0]["id"].as_str().expect("something to do").to_owned();
        let seen = holder.get(&format!("/obligations/{id}")).await;
        let tag = seen.headers["etag"].to_str().expect("a version").to_owned();
        let path = format!("/obligations/{id}/sign");
        let stale = holder.ask(Method::POST, &path, &[("if-match", "\"77\"")], Vec::new()).await;
        assert_eq!(stale.body["params"]["found"], tag.trim_matches('"'), "the refusal names what is there");
        assert_eq!(stale.refused(412), "edge.stale");
        let signed = holder.ask(Method::POST, &path, &[("if-match", &tag)], Vec::new()).await;
        assert_ne!(signed.headers["etag"], tag.as_str());
        signed.ok();
        let history = holder.get(&format!("/history/{id}")).await.ok();
        assert_eq!(verbs(&history)[0], "signed");
    })
    .await;
}

#[tokio::test]
async fn the_auditor_reads_the_whole_ledger_page_by_page() {
    on_each(Place::Anji, |world| async move {
        let office = Actor::named(&world, "汪行林").await;
        let id = site(&world, &office).await;
        let auditor = Actor::extra(&world, "审计员", "audit_admin").await;
        auditor.get(&format!("/history/{id}")).await.refused(403);
        let about = auditor.get(&format!("/ledger?subject={id}")).await.ok();
        assert_eq!(
            (verbs(&about), &about["items"][0]["subject"]),
            (vec!["added"], &json!(id))
        );
        let whole = auditor.get("/ledger?limit=4").await.ok();
        let first = auditor.get("/ledger?limit=2").await.ok();
        let next = first["next"].as_str().expect("more");
        let second = auditor
            .get(&format!("/ledger?limit=2&after={next}"))
            .await
            .ok();
        let ids = |page: &Value| {
            page["items"]
                .as_array()
                .expect("entries")
                .iter()
                .map(|one| one["id"].clone())
                .collect()
        };
        let pages: Vec<Value> = [ids(&first), ids(&second)].concat();
        let whole: Vec<Value> = ids(&whole);
        assert_eq!(pages, whole);
    })
    .await;
}
