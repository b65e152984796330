//! Work goes down from a township to a village and comes back up to the county.

use crate::world::{Actor, Place, World, on_each};
use kernel::id::Id;
use serde_json::{Value, json};

/// Somebody of the county with a role.
pub(super) async fn person(world: &World, name: &str, role: &str) -> Actor {
    Actor::with_role(world, world.person(name).await, role).await
}

/// The obligation of a body under a definition in a period.
pub(super) async fn owed(world: &World, definition: &str, holder: &str, period: &str) -> Value {
    let office = person(world, "安办主任", "safety_office").await;
    let holder = world.org(holder).await;
    let path =
        format!("/obligations?definition={definition}&holder={holder}&period={period}&state=all");
    let found = office.get(&path).await.ok();
    found["items"][0].clone()
}

pub(super) fn id(row: &Value) -> &str {
    row["id"].as_str().expect("an id")
}

/// Files a record for an obligation and says how it was taken.
pub(super) async fn file(
    world: &World,
    clerk: &Actor,
    body: Id,
    form: &str,
    values: Value,
    more: Value,
) -> (String, Value) {
    let mut filling = json!({ "form": form, "form_version": 1, "body": body, "values": values });
    for (key, value) in more.as_object().expect("an object") {
        filling[key] = value.clone();
    }
    let record = world.fresh_id().to_string();
    let filed = clerk.put(&format!("/records/{record}"), filling).await.ok();
    (record, filed)
}

/// What somebody finds in his inbox that is so.
pub(super) async fn in_inbox(actor: &Actor, is: impl Fn(&Value) -> bool) -> Value {
    let inbox = actor.get("/inbox").await.ok();
    let groups = inbox["groups"].as_array().expect("groups").clone();
    let mut rows = groups
        .iter()
        .flat_map(|group| group["items"].as_array().expect("items").clone());
    rows.find(|row| is(row))
        .unwrap_or_else(|| panic!("not in the inbox: {inbox}"))
}

pub(super) fn report() -> Value {
    json!({ "summary": "本月排查十二处", "count": 12 })
}

/// The names on the way of a record, in the order of their acts.
fn names(trace: &Value) -> Vec<(&str, &str)> {
    let steps = trace.as_array().expect("a trace").iter();
    steps
        .map(|step| {
            (
                step["act"].as_str().expect("an act"),
                step["person"]["name"].as_str().expect("a name"),
            )
        })
        .collect()
}

/// Given a duty of the township that the county accepts, when the clerk signs and hands it to a village, the village
/// files, the township approves and the county accepts, then the clause is green and all four names stand behind it.
#[tokio::test]
async fn tray_a_village_files_the_township_approves_the_county_accepts() {
    on_each(Place::Trays, |world| async move {
        world.activate("trays").await;
        world.advance("2022-03-02 09:00").await;
        let clerk = person(&world, "东河文书", "receiving_clerk").await;
        let village = person(&world, "柳塘文书", "village").await;
        let mayor = person(&world, "东河镇长", "township").await;
        let county = person(&world, "应急科员", "department").await;
        let office = person(&world, "安办主任", "safety_office").await;
        let body = world.org("柳塘村委会").await;
        let duty = owed(&world, "tr.report", "东河镇政府", "2022-03").await;

        let tray = clerk.get("/tray").await.ok();
        let lies = tray["items"]
            .as_array()
            .expect("items")
            .iter()
            .any(|item| item["row"]["id"] == duty["id"]);
        assert!(lies, "what is owed lies in the tray: {tray}");
        clerk
            .post(&format!("/obligations/{}/sign", id(&duty)), json!({}))
            .await
            .ok();
        world.advance("2022-03-03 09:00").await;
        let wanted = json!({ "to": body, "due": "2022-03-20", "note": "请逐处排查" });
        let child = clerk
            .post(&format!("/obligations/{}/hand-out", id(&duty)), wanted)
            .await
            .ok();
        assert_eq!(
            (&child["parent"], &child["holder"]["name"]),
            (&duty["id"], &json!("柳塘村委会"))
        );

        world.advance("2022-03-10 09:00").await;
        in_inbox(&village, |row| row["id"] == child["id"]).await;
        let (record, filed) = file(
            &world,
            &village,
            body,
            "tr.report",
            report(),
            json!({ "obligation": child["id"] }),
        )
        .await;
        assert_eq!(
            (&filed["counts_for"], &filed["awaiting"]),
            (&json!([]), &json!([child["id"]]))
        );

        world.advance("2022-03-11 09:00").await;
        let waits = mayor.get("/tray?part=awaiting").await.ok();
        assert_eq!(
            (&waits["items"][0]["record"], &waits["counts"]["awaiting"]),
            (&json!(record), &json!(1))
        );
        assert_eq!(
            village
                .post(&format!("/records/{record}/accept"), json!({}))
                .await
                .refused(422),
            "records.not_receiver"
        );
        mayor
            .post(&format!("/records/{record}/approve"), json!({}))
            .await
            .ok();
        let parent = mayor.get(&format!("/obligations/{}", id(&duty))).await.ok();
        assert_eq!(
            (
                &parent["children"][0]["row"]["state"],
                &parent["row"]["stage"]
            ),
            (&json!("met"), &json!("waiting"))
        );

        world.advance("2022-03-14 09:00").await;
        let owes = in_inbox(&county, |row| row["kind"] == "accept").await;
        assert_eq!(
            (&owes["action"], &owes["record"], &owes["clause"]["id"]),
            (&json!("accept"), &json!(record), &json!("TR-1"))
        );
        assert_eq!(
            mayor
                .post(&format!("/records/{record}/accept"), json!({}))
                .await
                .refused(409),
            "records.decided.conflict"
        );
        let accepted = county
            .post(&format!("/records/{record}/accept"), json!({}))
            .await
            .ok();
        assert!(
            accepted["counts_for"]
                .as_array()
                .expect("ids")
                .contains(&duty["id"]),
            "{accepted}"
        );

        let clause = office.get("/plans/trays/clauses/TR-1").await.ok();
        let march = clause["definitions"][0]["periods"]
            .as_array()
            .expect("periods")
            .iter()
            .find(|one| one["label"] == "2022-03");
        let march = &march.expect("March")["bar"];
        assert_eq!(
            (&march["met"], &march["open"]),
            (&json!(1), &json!(1)),
            "the other township's alone is open: {march}"
        );
        let behind = &clause["records"][0];
        assert_eq!(behind["id"], json!(record));
        assert_eq!(
            names(&behind["trace"]),
            [
                ("signed", "东河文书"),
                ("handed_out", "东河文书"),
                ("filed", "柳塘文书"),
                ("approved", "东河镇长"),
                ("accepted", "应急科员")
            ]
        );
        let plan = office.get("/plans/trays").await.ok();
        assert!(plan.to_string().contains("TR-1"));
    })
    .await;
}

/// What lies in the tray is listed page by page and counted; many are signed for at once, each with its own answer.
#[tokio::test]
async fn tray_what_lies_there_is_listed_counted_and_signed_in_bulk() {
    on_each(Place::Trays, |world| async move {
        world.activate("trays").await;
        world.advance("2022-02-02 09:00").await;
        let clerk = person(&world, "东河文书", "receiving_clerk").await;
        let first = clerk.get("/tray?limit=2").await.ok();
        let unsigned = first["counts"]["unsigned"].as_i64().expect("a count");
        assert_eq!(unsigned, 5, "two months, and the three of the quarter");
        let mut seen: Vec<Value> = Vec::new();
        let mut page = first;
        loop {
            seen.extend(
                page["items"]
                    .as_array()
                    .expect("items")
                    .iter()
                    .map(|item| item["row"]["id"].clone()),
            );
            let Some(next) = page["next"].as_str().map(str::to_owned) else {
                break;
            };
            page = clerk.get(&format!("/tray?limit=2&after={next}")).await.ok();
        }
        assert_eq!(seen.len(), 5);
        let hidden = owed(&world, "tr.report", "西山镇政府", "2022-02").await;
        let mut ids = seen.clone();
        ids.push(hidden["id"].clone());
        let signed = clerk
            .post("/obligations/sign", json!({ "ids": ids }))
            .await
            .ok();
        let answers = signed.as_array().expect("answers");
        assert!(
            answers[..5]
                .iter()
                .all(|one| one["signed_at"].is_i64() && one["refused"].is_null())
        );
        assert_eq!(
            answers[5]["refused"]["code"], "edge.not_found",
            "another body's does not exist for him"
        );
        let after = clerk.get("/tray?part=signed").await.ok();
        assert_eq!(
            (&after["counts"]["unsigned"], &after["counts"]["signed"]),
            (&json!(0), &json!(5))
        );
        let guard = person(&world, "东河安监", "township").await;
        let none = guard.get("/tray").await.ok();
        assert_eq!(
            none["bodies"],
            json!([]),
            "neither clerk nor leader looks into the tray"
        );
        assert_eq!(
            clerk.get("/tray?part=nowhere").await.refused(422),
            "trays.unknown_part"
        );
    })
    .await;
}

/// What nobody signs for climbs: the body's own people, the body above, the supervising office; a signature ends it.
#[tokio::test]
async fn tray_what_lies_unsigned_climbs_until_somebody_signs() {
    on_each(Place::Trays, |world| async move {
        world.activate("trays").await;
        let told = async |name: &str, role: &str| {
            let list = person(&world, name, role)
                .await
                .get("/messages?limit=200")
                .await
                .ok();
            let items = list["items"].as_array().expect("messages").clone();
            items
                .iter()
                .filter(|one| {
                    one["text"]
                        .as_str()
                        .is_some_and(|text| text.contains("未签收"))
                })
                .count()
        };
        world.advance("2022-01-01 23:00").await;
        assert_eq!(told("东河文书", "receiving_clerk").await, 0);
        world.advance("2022-01-02 01:00").await;
        assert_eq!(told("东河文书", "receiving_clerk").await, 1);
        assert_eq!(told("县长甲", "leader").await, 0);
        let clerk = person(&world, "东河文书", "receiving_clerk").await;
        let duty = owed(&world, "tr.report", "东河镇政府", "2022-01").await;
        clerk
            .post(&format!("/obligations/{}/sign", id(&duty)), json!({}))
            .await
            .ok();
        world.advance("2022-01-03 01:00").await;
        assert_eq!(
            told("县长甲", "leader").await,
            1,
            "only the other township's climbs"
        );
        world.advance("2022-01-04 01:00").await;
        assert_eq!(told("安办主任", "safety_office").await, 1);
        assert_eq!(
            told("东河文书", "receiving_clerk").await,
            1,
            "whoever signed hears no more of it"
        );
    })
    .await;
}

/// A child that is late shows so under its parent, whose own clock it does not move.
#[tokio::test]
async fn tray_a_late_child_shows_under_its_parent_and_moves_nothing_there() {
    on_each(Place::Trays, |world| async move {
        world.activate("trays").await;
        world.advance("2022-03-02 09:00").await;
        let clerk = person(&world, "东河文书", "receiving_clerk").await;
        let duty = owed(&world, "tr.report", "东河镇政府", "2022-03").await;
        for (body, due) in [("柳塘村委会", "2022-03-10"), ("石桥村委会", "2022-03-25")] {
            let wanted = json!({ "to": world.org(body).await, "due": due });
            clerk
                .post(&format!("/obligations/{}/hand-out", id(&duty)), wanted)
                .await
                .ok();
        }
        let own = json!({ "to": world.person("东河安监").await, "due": "2022-03-15" });
        clerk
            .post(&format!("/obligations/{}/hand-out", id(&duty)), own)
            .await
            .ok();
        world.advance("2022-03-13 09:00").await;
        let parent = clerk.get(&format!("/obligations/{}", id(&duty))).await.ok();
        let states: Vec<&Value> = parent["children"]
            .as_array()
            .expect("children")
            .iter()
            .map(|one| &one["row"]["state"])
            .collect();
        assert_eq!(
            states,
            [&json!("overdue"), &json!("due_soon"), &json!("open")]
        );
        assert_eq!(
            (&parent["row"]["state"], &parent["row"]["due_at"]),
            (&json!("open"), &duty["due_at"])
        );
        let list = clerk.get("/tray?part=handed_out").await.ok();
        assert_eq!(
            list["items"][0]["children"]
                .as_array()
                .expect("children")
                .len(),
            3
        );
        let all = person(&world, "安办主任", "safety_office")
            .await
            .get("/obligations?definition=tr.report&period=2022-03")
            .await
            .ok();
        assert_eq!(
            all["count"], 2,
            "a list of the plan shows the parents: {all}"
        );
    })
    .await;
}
