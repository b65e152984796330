//! Acceptance and return: in time stays in time while it lies elsewhere, and no longer than the correction clock.

use super::tray::{file, id, owed, person, report};
use crate::world::{Actor, Place, World, on_each};
use serde_json::{Value, json};

struct Cast {
    clerk: Actor,
    mayor: Actor,
    county: Actor,
    office: Actor,
    town: kernel::id::Id,
    duty: Value,
}

/// The township's report of March, approved by its own mayor on the last day.
async fn submitted(world: &World) -> (Cast, String) {
    world.activate("trays").await;
    world.advance("2022-03-30 09:00").await;
    let cast = Cast {
        clerk: person(world, "东河文书", "township").await,
        mayor: person(world, "东河镇长", "township").await,
        county: person(world, "应急科员", "department").await,
        office: person(world, "安办主任", "safety_office").await,
        town: world.org("东河镇政府").await,
        duty: owed(world, "tr.report", "东河镇政府", "2022-03").await,
    };
    let record = approved(world, &cast, json!({}), "2022-03-31 10:00").await;
    (cast, record)
}

async fn approved(world: &World, cast: &Cast, more: Value, at: &str) -> String {
    let mut about = json!({ "obligation": cast.duty["id"] });
    for (key, value) in more.as_object().expect("an object") {
        about[key] = value.clone();
    }
    let (record, filed) = file(world, &cast.clerk, cast.town, "tr.report", report(), about).await;
    assert_eq!(filed["awaiting"], json!([cast.duty["id"]]));
    let row = state(cast).await;
    assert_eq!(row["row"]["stage"], "approving");
    assert_eq!(
        cast.clerk
            .post(&format!("/records/{record}/approve"), json!({}))
            .await
            .refused(422),
        "records.own_approval"
    );
    world.advance(at).await;
    cast.mayor
        .post(&format!("/records/{record}/approve"), json!({}))
        .await
        .ok();
    record
}

async fn state(cast: &Cast) -> Value {
    cast.office
        .get(&format!("/obligations/{}", id(&cast.duty)))
        .await
        .ok()
}

#[tokio::test]
async fn tray_a_slow_receiver_never_makes_the_holder_late() {
    on_each(Place::Trays, |world| async move {
        let (cast, record) = submitted(&world).await;
        world.advance("2022-04-10 09:00").await;
        let waits = state(&cast).await;
        assert_eq!(
            (&waits["row"]["stage"], &waits["row"]["state"]),
            (&json!("waiting"), &json!("due_soon"))
        );
        assert_eq!(
            waits["row"]["distance"]["code"],
            "obligations.with_receiver"
        );
        let late = cast
            .office
            .get("/obligations?definition=tr.report&state=late&period=2022-03")
            .await
            .ok();
        let holders: Vec<&Value> = late["items"]
            .as_array()
            .expect("items")
            .iter()
            .map(|row| &row["holder"]["name"])
            .collect();
        assert_eq!(holders, [&json!("西山镇政府")]);
        let owes = cast.county.get("/inbox").await.ok();
        assert_eq!(
            owes["groups"][0]["key"], "overdue",
            "the receiver is late, and his alone is the delay"
        );
        let todo = cast.clerk.get("/inbox").await.ok();
        assert!(
            !todo["groups"].to_string().contains(id(&cast.duty)),
            "the holder has nothing to do"
        );
        cast.county
            .post(&format!("/records/{record}/accept"), json!({}))
            .await
            .ok();
        let met = state(&cast).await;
        assert_eq!(
            (&met["row"]["state"], &met["row"]["met_at"]),
            (&json!("met"), &json!(world.at("2022-03-31 10:00").0))
        );
        assert!(met["row"]["stage"].is_null());
    })
    .await;
}

/// Returned on the last day with two working days: Friday, and the Saturday that is worked before the holidays.
#[tokio::test]
async fn tray_a_correction_within_its_clock_keeps_the_first_time() {
    on_each(Place::Trays, |world| async move {
        let (cast, first) = submitted(&world).await;
        let path = format!("/records/{first}/return");
        assert_eq!(
            cast.county
                .post(&path, json!({ "reason": "" }))
                .await
                .refused(422),
            "records.return_reason"
        );
        let returned = cast
            .county
            .post(
                &path,
                json!({ "reason": "缺现场数据", "missing": ["count", "现场照片"] }),
            )
            .await
            .ok();
        assert_eq!(returned["obligations"], json!([cast.duty["id"]]));
        assert_eq!(
            cast.county
                .post(&path, json!({ "reason": "再退" }))
                .await
                .refused(409),
            "records.decided.conflict"
        );

        world.advance("2022-04-02 09:00").await;
        let back = state(&cast).await;
        assert_eq!(
            (&back["row"]["stage"], &back["row"]["state"]),
            (&json!("returned"), &json!("due_soon"))
        );
        assert_eq!(back["row"]["stage_due"], world.at("2022-04-03 00:00").0);
        assert_eq!(
            cast.clerk
                .get(&format!("/obligations/{}", id(&cast.duty)))
                .await
                .ok()["row"]["action"],
            "correct"
        );
        let second = approved(
            &world,
            &cast,
            json!({ "supersedes": first }),
            "2022-04-02 18:00",
        )
        .await;
        world.advance("2022-04-07 09:00").await;
        cast.county
            .post(&format!("/records/{second}/accept"), json!({}))
            .await
            .ok();
        let met = state(&cast).await;
        assert_eq!(
            (&met["row"]["state"], &met["row"]["met_at"]),
            (&json!("met"), &json!(world.at("2022-03-31 10:00").0))
        );
        let seen = met["submissions"].as_array().expect("submissions");
        let kept = seen
            .iter()
            .find(|put| put["record"] == json!(first) && put["step"] == "accept")
            .expect("the first one");
        assert_eq!(
            (&kept["state"], &kept["reason"]),
            (&json!("returned"), &json!("缺现场数据"))
        );
        assert_eq!(
            kept["missing"],
            json!(["count", "现场照片"]),
            "the first submission stays in sight"
        );
    })
    .await;
}

#[tokio::test]
async fn tray_a_correction_after_its_clock_is_late() {
    on_each(Place::Trays, |world| async move {
        let (cast, first) = submitted(&world).await;
        cast.county
            .post(
                &format!("/records/{first}/return"),
                json!({ "reason": "缺现场数据" }),
            )
            .await
            .ok();
        world.advance("2022-04-03 00:00").await;
        assert_eq!(
            state(&cast).await["row"]["state"],
            "overdue",
            "the clock has run out"
        );
        world.advance("2022-04-06 09:00").await;
        let second = approved(
            &world,
            &cast,
            json!({ "supersedes": first }),
            "2022-04-06 10:00",
        )
        .await;
        cast.county
            .post(&format!("/records/{second}/accept"), json!({}))
            .await
            .ok();
        let met = state(&cast).await;
        assert_eq!(
            (&met["row"]["state"], &met["row"]["met_at"]),
            (&json!("met_late"), &json!(world.at("2022-04-06 10:00").0))
        );
    })
    .await;
}

/// What the county returns to the township goes down to the village that filed it, and comes up again.
#[tokio::test]
async fn tray_what_comes_back_from_above_goes_back_to_the_one_who_filed() {
    on_each(Place::Trays, |world| async move {
        world.activate("trays").await;
        world.advance("2022-03-02 09:00").await;
        let clerk = person(&world, "东河文书", "receiving_clerk").await;
        let mayor = person(&world, "东河镇长", "township").await;
        let village = person(&world, "柳塘文书", "village").await;
        let county = person(&world, "应急科员", "department").await;
        let body = world.org("柳塘村委会").await;
        let duty = owed(&world, "tr.report", "东河镇政府", "2022-03").await;
        let wanted = json!({ "to": body, "due": "2022-03-20" });
        let child = clerk
            .post(&format!("/obligations/{}/hand-out", id(&duty)), wanted)
            .await
            .ok();
        let about = json!({ "obligation": child["id"] });
        let (first, _) = file(&world, &village, body, "tr.report", report(), about.clone()).await;
        world.advance("2022-03-30 09:00").await;
        mayor
            .post(&format!("/records/{first}/accept"), json!({}))
            .await
            .ok();
        world.advance("2022-03-31 20:00").await;
        county
            .post(
                &format!("/records/{first}/return"),
                json!({ "reason": "数字不对" }),
            )
            .await
            .ok();
        let part = clerk
            .get(&format!("/obligations/{}", id(&child)))
            .await
            .ok();
        assert_eq!(
            (&part["row"]["stage"], &part["row"]["state"]),
            (&json!("returned"), &json!("due_soon"))
        );

        world.advance("2022-04-01 10:00").await;
        let corrected = json!({ "summary": "本月排查十三处", "count": 13 });
        let again = json!({ "obligation": child["id"], "supersedes": first });
        let (second, filed) = file(&world, &village, body, "tr.report", corrected, again).await;
        assert_eq!(filed["awaiting"], json!([child["id"]]));
        mayor
            .post(&format!("/records/{second}/approve"), json!({}))
            .await
            .ok();
        county
            .post(&format!("/records/{second}/accept"), json!({}))
            .await
            .ok();
        let part = clerk
            .get(&format!("/obligations/{}", id(&child)))
            .await
            .ok();
        let whole = clerk.get(&format!("/obligations/{}", id(&duty))).await.ok();
        assert_eq!(
            (&part["row"]["state"], &whole["row"]["state"]),
            (&json!("met"), &json!("met"))
        );
        assert_eq!(
            whole["row"]["met_at"],
            world.at("2022-03-30 09:00").0,
            "the township's first time counts"
        );
    })
    .await;
}

#[tokio::test]
async fn tray_strangers_do_not_decide_and_nobody_decides_twice() {
    on_each(Place::Trays, |world| async move {
        let (cast, record) = submitted(&world).await;
        let stranger = person(&world, "西山镇长", "township").await;
        for path in ["accept", "return"] {
            let asked = json!({ "reason": "看看" });
            let asked = if path == "accept" { json!({}) } else { asked };
            assert_eq!(
                stranger
                    .post(&format!("/records/{record}/{path}"), asked)
                    .await
                    .refused(404),
                "edge.not_found"
            );
        }
        assert_eq!(
            cast.clerk
                .post(&format!("/records/{record}/accept"), json!({}))
                .await
                .refused(422),
            "records.not_receiver"
        );
        assert_eq!(
            cast.office
                .post(&format!("/records/{record}/accept"), json!({}))
                .await
                .refused(422),
            "records.not_receiver"
        );
        cast.county
            .post(&format!("/records/{record}/accept"), json!({}))
            .await
            .ok();
        assert_eq!(
            cast.county
                .post(&format!("/records/{record}/accept"), json!({}))
                .await
                .refused(409),
            "records.decided.conflict"
        );
        let way = cast
            .county
            .get(&format!("/records/{record}/way"))
            .await
            .ok();
        assert_eq!(way["submissions"].as_array().expect("submissions").len(), 2);
        assert_eq!(
            stranger
                .get(&format!("/records/{record}/way"))
                .await
                .refused(404),
            "edge.not_found"
        );
    })
    .await;
}

/// The body's own approver returns to the body: that buys no time, the body had not submitted yet.
#[tokio::test]
async fn tray_what_the_own_approver_returns_is_corrected_on_the_own_clock() {
    on_each(Place::Trays, |world| async move {
        world.activate("trays").await;
        world.advance("2022-03-31 09:00").await;
        let clerk = person(&world, "东河文书", "township").await;
        let mayor = person(&world, "东河镇长", "township").await;
        let town = world.org("东河镇政府").await;
        let plan = owed(&world, "tr.plan", "东河镇政府", "2022Q1").await;
        let about = json!({ "obligation": plan["id"] });
        let (first, _) = file(
            &world,
            &clerk,
            town,
            "tr.plan",
            json!({ "text": "安排" }),
            about,
        )
        .await;
        let waits = mayor.get("/tray?part=awaiting").await.ok();
        assert_eq!(
            waits["items"][0]["record"],
            json!(first),
            "the approver finds it in the tray"
        );
        mayor
            .post(
                &format!("/records/{first}/return"),
                json!({ "reason": "写具体" }),
            )
            .await
            .ok();
        assert_eq!(
            mayor
                .post(&format!("/records/{first}/approve"), json!({}))
                .await
                .refused(409),
            "records.returned.conflict"
        );
        world.advance("2022-04-01 09:00").await;
        let row = clerk.get(&format!("/obligations/{}", id(&plan))).await.ok();
        assert_eq!(
            (&row["row"]["stage"], &row["row"]["state"]),
            (&json!("returned"), &json!("overdue"))
        );
        let again = json!({ "obligation": plan["id"], "supersedes": first });
        let (second, _) = file(
            &world,
            &clerk,
            town,
            "tr.plan",
            json!({ "text": "具体安排" }),
            again,
        )
        .await;
        mayor
            .post(&format!("/records/{second}/approve"), json!({}))
            .await
            .ok();
        let row = clerk.get(&format!("/obligations/{}", id(&plan))).await.ok();
        assert_eq!(row["row"]["state"], "met_late");
    })
    .await;
}
