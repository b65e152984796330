//! Filing for others (代填): both names, the channel and the original are kept; the body may contest it.

use crate::world::{Actor, Place, World, on_each};
use kernel::id::Id;
use serde_json::{Value, json};

const BODY: &str = "县燃气专委办";
const REPORT: &str = "committee.quarterly-report";

struct Scene {
    clerk: Actor,
    director: Actor,
    body: Id,
    original: Value,
}

async fn scene(world: &World) -> Scene {
    world.activate("anji-2022").await;
    world.advance("2022-05-16 10:00").await;
    let clerk = Actor::named(world, "汪行林").await;
    let original = clerk
        .attach(
            "call.txt",
            "text/plain",
            "电话记录：二季度已例会".as_bytes(),
        )
        .await;
    Scene {
        director: Actor::in_post(world, BODY, "主任").await,
        body: world.org(BODY).await,
        original,
        clerk,
    }
}

impl Scene {
    fn filling(&self, channel: &str) -> Value {
        json!({
            "form": "duty-report", "form_version": 1, "body": self.body,
            "values": { "date": "2022-05-13", "done": "二季度履职情况" },
            "on_behalf": { "channel": channel, "original": self.original }
        })
    }

    async fn quarter(&self) -> Value {
        let query = format!(
            "/obligations?definition={REPORT}&period=2022Q2&holder={}&state=all",
            self.body
        );
        self.clerk.get(&query).await.ok()["items"][0].clone()
    }
}

#[tokio::test]
async fn a_clerk_files_for_a_body_which_sees_it_and_approves() {
    on_each(Place::Anji, |world| async move {
        let scene = scene(&world).await;
        let record = world.fresh_id();
        let path = format!("/records/{record}");
        scene.clerk.put(&path, scene.filling("call")).await.ok();
        let seen = scene.director.get(&path).await.ok();
        assert_eq!(seen["on_behalf"]["channel"], "call");
        assert_eq!(seen["on_behalf"]["by_name"], "汪行林");
        assert_eq!(seen["body_name"], BODY);
        assert_eq!(seen["on_behalf"]["original"], scene.original["hash"]);
        let hash = scene.original["hash"].as_str().expect("an address");
        let original = scene
            .director
            .download(&format!("/attachments/{hash}"))
            .await;
        assert_eq!(
            original,
            "电话记录：二季度已例会".as_bytes(),
            "the body reads the original"
        );
        let told = scene.director.get("/messages").await.ok();
        let told = told["items"].as_array().expect("messages");
        assert!(
            told.iter()
                .any(|one| one["category"] == "filed_for" && one["must_know"] == true)
        );
        assert_eq!(
            scene.quarter().await["state"],
            "open",
            "filed and not approved"
        );
        scene
            .director
            .post(&format!("{path}/approve"), Value::Null)
            .await
            .ok();
        assert_eq!(scene.quarter().await["state"], "met");
    })
    .await;
}

#[tokio::test]
async fn a_contested_record_counts_for_nothing_until_somebody_above_decides() {
    on_each(Place::Anji, |world| async move {
        let scene = scene(&world).await;
        let record = world.fresh_id();
        let path = format!("/records/{record}");
        scene.clerk.put(&path, scene.filling("message")).await.ok();
        scene
            .director
            .post(&format!("{path}/approve"), Value::Null)
            .await
            .ok();
        let met = scene.quarter().await;
        assert_eq!(met["state"], "met");

        world.advance("2022-05-18 10:00").await;
        let colleague = Actor::in_post(&world, BODY, "专管员").await;
        let contest = format!("{path}/contest");
        let empty = colleague.post(&contest, json!({ "reason": " " })).await;
        assert_eq!(empty.refused(422), "records.reason_needed");
        let own = scene
            .clerk
            .post(&contest, json!({ "reason": "不是我单位" }))
            .await;
        assert_eq!(own.refused(422), "records.not_your_name");
        colleague
            .post(&contest, json!({ "reason": "那次例会没有开" }))
            .await
            .ok();
        assert_eq!(
            scene.quarter().await["state"],
            "open",
            "it does not count any more"
        );
        let seen = scene.clerk.get(&path).await.ok();
        assert_eq!(
            (&seen["state"], &seen["contest"]["reason"]),
            (&json!("contested"), &json!("那次例会没有开"))
        );
        let twice = colleague
            .post(&contest, json!({ "reason": "再说一次" }))
            .await;
        assert_eq!(twice.refused(409), "records.not_in_force.conflict");

        let settle = format!("{path}/settle");
        let verdict = |word: &str| json!({ "verdict": word, "reason": "已核实" });
        let filer = scene.clerk.post(&settle, verdict("stands")).await;
        assert_eq!(filer.refused(422), "records.own_contest");
        let head = Actor::with_role(&world, world.person("孔其然").await, "leader").await;
        let odd = head.post(&settle, verdict("maybe")).await;
        assert_eq!(odd.refused(422), "records.unknown_verdict");
        head.post(&settle, verdict("stands")).await.ok();
        let again = scene.quarter().await;
        assert_eq!(
            (&again["state"], &again["met_at"]),
            (&met["state"], &met["met_at"]),
            "from when it had counted"
        );
        let over = head.post(&settle, verdict("falls")).await;
        assert_eq!(over.refused(409), "records.not_contested.conflict");

        colleague
            .post(&contest, json!({ "reason": "仍不属实" }))
            .await
            .ok();
        head.post(&settle, verdict("falls")).await.ok();
        let after = scene.quarter().await;
        assert_eq!(
            (&after["state"], &after["reason"]),
            (&json!("open"), &json!("已核实"))
        );
        assert_eq!(
            scene.clerk.get(&path).await.ok()["contest"]["settled_as"],
            "falls"
        );
    })
    .await;
}

/// Until it is decided the clerk may file anew; the new record takes the place of the contested one.
#[tokio::test]
async fn the_clerk_may_file_anew_what_was_contested() {
    on_each(Place::Anji, |world| async move {
        let scene = scene(&world).await;
        let (first, second) = (world.fresh_id(), world.fresh_id());
        scene
            .clerk
            .put(&format!("/records/{first}"), scene.filling("paper"))
            .await
            .ok();
        let contest = json!({ "reason": "日期不对" });
        scene
            .director
            .post(&format!("/records/{first}/contest"), contest)
            .await
            .ok();
        let mut anew = scene.filling("paper");
        anew["supersedes"] = json!(first);
        anew["values"]["date"] = json!("2022-05-12");
        scene
            .clerk
            .put(&format!("/records/{second}"), anew)
            .await
            .ok();
        assert_eq!(
            scene.clerk.get(&format!("/records/{first}")).await.ok()["state"],
            "superseded"
        );
        scene
            .director
            .post(&format!("/records/{second}/approve"), Value::Null)
            .await
            .ok();
        assert_eq!(scene.quarter().await["state"], "met");
    })
    .await;
}

#[tokio::test]
async fn filing_for_others_needs_right_reach_channel_and_original() {
    on_each(Place::Anji, |world| async move {
        let scene = scene(&world).await;
        let path = || format!("/records/{}", world.fresh_id());
        let odd = scene.clerk.put(&path(), scene.filling("pigeon")).await;
        assert_eq!(odd.refused(422), "records.unknown_channel");
        let mut without = scene.filling("call");
        without["on_behalf"]["original"]["hash"] = json!("0".repeat(64));
        let missing = scene.clerk.put(&path(), without).await;
        assert_eq!(missing.refused(422), "records.attachment_missing");
        let own = scene.director.put(&path(), scene.filling("call")).await;
        assert_eq!(own.refused(422), "records.own_body");
        let mut plain = scene.filling("call");
        plain
            .as_object_mut()
            .expect("an object")
            .remove("on_behalf");
        let unsaid = scene.clerk.put(&path(), plain).await;
        assert_eq!(unsaid.refused(422), "records.not_yours");
        let village = Actor::with_role(&world, world.person("汪行林").await, "village").await;
        let powerless = village.put(&path(), scene.filling("call")).await;
        assert_eq!(powerless.refused(403), "edge.forbidden");
        let town = Actor::of_town(&world, "杭垓镇").await;
        town.put(&path(), scene.filling("call")).await.refused(404);
    })
    .await;
}
