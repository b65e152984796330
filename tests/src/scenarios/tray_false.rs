//! What is not so keeps nothing: no time, no decision about one's own work, no belief of a device that was in contact.

use super::tray::{file, id, owed, person, report};
use crate::world::{Actor, Place, World, anew, on_each};
use kernel::id::Id;
use serde_json::{Value, json};

async fn state(world: &World, duty: &Value) -> Value {
    let office = person(world, "安办主任", "safety_office").await;
    office.get(&format!("/obligations/{}", id(duty))).await.ok()["row"].clone()
}

/// A report that the office typed for a township before it was due, found false once the county had it, or had accepted it.
async fn false_report(world: &World, town: &str, mayor: &Actor, accepted: bool) -> (Value, String) {
    let office = person(world, "安办主任", "safety_office").await;
    let original = office
        .attach("call.txt", "text/plain", "电话记录".as_bytes())
        .await;
    let body = world.org(town).await;
    let duty = owed(world, "tr.report", town, "2022-03").await;
    let about = json!({ "obligation": duty["id"], "covers": "2022-03-30", "on_behalf": { "channel": "call", "original": original } });
    let (record, _) = file(world, &office, body, "tr.report", report(), about).await;
    let path = format!("/records/{record}");
    mayor.post(&format!("{path}/approve"), json!({})).await.ok();
    if accepted {
        let county = person(world, "应急科员", "department").await;
        county.post(&format!("{path}/accept"), json!({})).await.ok();
        assert_eq!(state(world, &duty).await["state"], "met");
    }
    mayor
        .post(
            &format!("{path}/contest"),
            json!({ "reason": "没有排查过" }),
        )
        .await
        .ok();
    let head = person(world, "县长甲", "leader").await;
    head.post(
        &format!("{path}/settle"),
        json!({ "verdict": "falls", "reason": "已核实" }),
    )
    .await
    .ok();
    (duty, record)
}

/// What takes the place of a false record is new: it counts from when it came, not from when the false one did.
#[tokio::test]
async fn tray_what_takes_the_place_of_a_false_record_counts_from_when_it_came() {
    on_each(Place::Trays, |world| async move {
        world.activate("trays").await;
        world.advance("2022-03-30 09:00").await;
        let east = person(&world, "东河镇长", "township").await;
        let west = person(&world, "西山镇长", "township").await;
        let cases = [
            ("东河镇政府", &east, false_report(&world, "东河镇政府", &east, false).await),
            ("西山镇政府", &west, false_report(&world, "西山镇政府", &west, true).await),
        ];
        world.advance("2022-04-02 09:00").await;
        let office = person(&world, "安办主任", "safety_office").await;
        let county = person(&world, "应急科员", "department").await;
        for (town, mayor, (duty, first)) in cases {
            let original = office.attach("call.txt", "text/plain", "再次核实".as_bytes()).await;
            let again = json!({
                "obligation": duty["id"], "covers": "2022-03-30", "supersedes": first, "on_behalf": { "channel": "call", "original": original }
            });
            let (second, _) = file(&world, &office, world.org(town).await, "tr.report", report(), again).await;
            mayor.post(&format!("/records/{second}/approve"), json!({})).await.ok();
            county.post(&format!("/records/{second}/accept"), json!({})).await.ok();
            let row = state(&world, &duty).await;
            let late = (json!("met_late"), json!(world.now().0));
            assert_eq!((row["state"].clone(), row["met_at"].clone()), late, "{town}");
        }
    })
    .await;
}

/// Whoever did the work, or led it, does not receive it, whoever of his colleagues filed it.
#[tokio::test]
async fn tray_nobody_accepts_his_own_work_that_a_colleague_filed() {
    on_each(Place::Trays, |world| async move {
        world.activate("trays").await;
        world.advance("2022-03-02 09:00").await;
        let clerk = person(&world, "东河文书", "township").await;
        let guard = person(&world, "东河安监", "township").await;
        let mayor = person(&world, "东河镇长", "township").await;
        let receiving = person(&world, "东河文书", "receiving_clerk").await;
        let led = owed(&world, "tr.led", "东河镇政府", "2022Q1").await;
        let wanted = json!({ "to": guard.person, "due": "2022-03-20" });
        let child = receiving
            .post(&format!("/obligations/{}/hand-out", id(&led)), wanted)
            .await
            .ok();
        let values = json!({ "leader": guard.person });
        let body = world.org("东河镇政府").await;
        let (record, filed) = file(
            &world,
            &clerk,
            body,
            "tr.check",
            values,
            json!({ "obligation": child["id"] }),
        )
        .await;
        assert!(
            filed["awaiting"]
                .as_array()
                .expect("ids")
                .contains(&child["id"]),
            "{filed}"
        );
        let path = format!("/records/{record}");
        assert_eq!(
            guard
                .post(&format!("{path}/accept"), json!({}))
                .await
                .refused(422),
            "records.own_acceptance"
        );
        let back = json!({ "reason": "补照片" });
        assert_eq!(
            guard
                .post(&format!("{path}/return"), back)
                .await
                .refused(422),
            "records.own_acceptance"
        );
        mayor.post(&format!("{path}/accept"), json!({})).await.ok();
        assert_eq!(state(&world, &child).await["state"], "met");
    })
    .await;
}

/// A duty that was cut anew is handed out again to the same village, as often as it was before.
#[tokio::test]
async fn tray_what_was_cut_anew_is_handed_out_to_the_same_party() {
    on_each(Place::Trays, |world| async move {
        world.activate("trays").await;
        world.advance("2022-03-02 09:00").await;
        let clerk = person(&world, "东河文书", "receiving_clerk").await;
        let duty = owed(&world, "tr.report", "东河镇政府", "2022-03").await;
        let wanted = json!({ "to": world.org("柳塘村委会").await, "due": "2022-03-20" });
        let hand_out = |row: &Id| format!("/obligations/{row}/hand-out");
        let old: Id = id(&duty).parse().expect("an id");
        let mut children = Vec::new();
        for _ in 0..2 {
            let child = clerk.post(&hand_out(&old), wanted.clone()).await.ok();
            let back = json!({ "reason": "收回" });
            clerk
                .post(&format!("/obligations/{}/withdraw", id(&child)), back)
                .await
                .ok();
            children.push(child["id"].clone());
        }
        let new = world
            .arrange(move |tx| {
                use engine::obligations::store as rows;
                let row = rows::by_id(tx, old)?.expect("the duty");
                let rule = rows::rule(tx, row.rule)?;
                rows::end(tx, old, "withdrawn", None, "重新下达")?;
                tx.note(old, "withdrawn", json!({}))?;
                let new = anew(&row, 1);
                rows::insert(tx, row.rule, &rule, std::slice::from_ref(&new))?;
                Ok(new.id(&rule.definition))
            })
            .await;
        let child = clerk.post(&hand_out(&new), wanted).await.ok();
        assert_eq!(child["parent"], json!(new));
        assert!(!children.contains(&child["id"]), "a part of its own");
    })
    .await;
}

/// One filing made off line states when the device last had contact; an earlier one that says otherwise is not believed.
#[tokio::test]
async fn tray_a_device_is_believed_no_further_than_its_other_filings() {
    on_each(Place::Trays, |world| async move {
        world.activate("trays").await;
        world.advance("2022-03-07 08:00").await;
        let clerk = person(&world, "柳塘文书", "village").await;
        let body = world.org("柳塘村委会").await;
        let made = |stated: &str, contact: &str| json!({ "stated_at": world.at(stated).0, "last_contact": world.at(contact).0 });
        let people = json!({ "people": [world.person("柳塘书记").await] });
        file(&world, &clerk, body, "tr.talk", people, made("2022-03-06 21:30", "2022-03-06 21:00")).await;
        let duty = owed(&world, "tr.patrol", "柳塘村委会", "2022-03-06").await;
        let mut about = made("2022-03-06 20:30", "2022-03-06 20:00");
        about["obligation"] = duty["id"].clone();
        file(&world, &clerk, body, "tr.plan", json!({ "text": "巡查" }), about).await;
        assert_eq!(state(&world, &duty).await["state"], "met_late");
    })
    .await;
}
