//! A leader's written wish, and the report that he confirms or returns.

use super::tray::{file, id, in_inbox, owed, person};
use crate::world::{Place, on_each};
use serde_json::json;

const PAPER: &[u8] = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";

#[tokio::test]
async fn instruction_opens_a_report_that_the_leader_returns_and_then_confirms() {
    on_each(Place::Trays, |world| async move {
        world.activate("trays").await;
        world.advance("2022-03-02 09:00").await;
        let leader = person(&world, "县长甲", "leader").await;
        let town = person(&world, "东河文书", "township").await;
        let duty = owed(&world, "tr.report", "东河镇政府", "2022-03").await;
        let body = world.org("东河镇政府").await;
        let wanted = json!({ "on_kind": "obligation", "on_id": duty["id"], "wish": "请查清漏报原因，月底前报我。", "holder": body, "due": "2022-03-25" });
        let given = leader.post("/instructions", wanted).await.ok();
        assert_eq!((&given["wished_by"]["name"], &given["obligation"]["holder"]["name"]), (&json!("县长甲"), &json!("东河镇政府")));
        assert_eq!((&given["obligation"]["kind"], &given["obligation"]["receiver"]["name"]), (&json!("instruction"), &json!("县长甲")));
        let owed = given["obligation"]["id"].clone();

        let on_it = town.get(&format!("/instructions?on_kind=obligation&on_id={}", id(&duty))).await.ok();
        assert_eq!((&on_it["items"][0]["id"], &on_it["count"]), (&given["id"], &json!(1)));
        let inbox = town.get("/inbox").await.ok();
        assert!(inbox.to_string().contains("请查清漏报原因"));

        let values = json!({ "result": "正在推进", "done": "已核对台账" });
        let (first, filed) = file(&world, &town, body, "instruction.report", values, json!({ "obligation": owed })).await;
        assert_eq!(filed["awaiting"], json!([owed]));
        in_inbox(&leader, |row| row["record"] == json!(first)).await;
        world.advance("2022-03-05 09:00").await;
        leader.post(&format!("/records/{first}/return"), json!({ "reason": "说明原因", "missing": ["done"] })).await.ok();
        let values = json!({ "result": "已落实", "done": "漏报因人员更替，已补报" });
        let again = json!({ "obligation": owed, "supersedes": first });
        let (second, _) = file(&world, &town, body, "instruction.report", values, again).await;
        leader.post(&format!("/records/{second}/accept"), json!({})).await.ok();
        let done = leader.get(&format!("/instructions/{}", id(&given))).await.ok();
        assert_eq!(done["obligation"]["state"], "met");
        let states: Vec<&serde_json::Value> = done["reports"].as_array().expect("reports").iter().map(|put| &put["state"]).collect();
        assert_eq!(states, [&json!("returned"), &json!("accepted")]);
        let open = leader.get("/instructions?state=open").await.ok();
        assert_eq!(open["count"], 0);

        let other = person(&world, "西山镇长", "township").await;
        assert_eq!(other.get(&format!("/instructions/{}", id(&given))).await.refused(404), "edge.not_found");
        assert_eq!(other.get("/instructions").await.ok()["count"], 0);
    })
    .await;
}

/// The secretary enters what stands on paper: whose wish it is and who entered it both show, and the paper is kept.
#[tokio::test]
async fn instruction_entered_by_the_secretary_names_both_and_keeps_the_paper() {
    on_each(Place::Trays, |world| async move {
        world.activate("trays").await;
        world.advance("2022-03-02 09:00").await;
        let secretary = person(&world, "县府秘书", "safety_office").await;
        let leader = world.person("县长甲").await;
        let holder = world.org("县住建局").await;
        let wish = |more: serde_json::Value| {
            let mut wanted = json!({ "on_kind": "clause", "on_id": "TR-1", "wish": "请住建局牵头核查", "holder": holder, "due": "2022-03-25", "wished_by": leader });
            for (key, value) in more.as_object().expect("an object") {
                wanted[key] = value.clone();
            }
            wanted
        };
        assert_eq!(secretary.post("/instructions", wish(json!({}))).await.refused(422), "instructions.scan_needed");
        let stored = secretary.attach("批示.pdf", "application/pdf", PAPER).await;
        let given = secretary.post("/instructions", wish(json!({ "scan": stored }))).await.ok();
        assert_eq!((&given["wished_by"]["name"], &given["entered_by"]["name"]), (&json!("县长甲"), &json!("县府秘书")));
        assert_eq!(given["scan"], "批示.pdf");
        let builder = person(&world, "住建局长", "department").await;
        let seen = builder.get(&format!("/instructions/{}", id(&given))).await.ok();
        assert_eq!(seen["on_title"], "1 乡镇每月报送隐患排查情况，县局接收");
        assert_eq!(builder.download(&format!("/instructions/{}/scan", id(&given))).await, PAPER);
        let stranger = person(&world, "东河文书", "township").await;
        assert_eq!(stranger.get(&format!("/instructions/{}/scan", id(&given))).await.refused(404), "edge.not_found");

        // A colleague leads nobody: his wish is not entered, that of the head of the same body is.
        let scan = stranger.attach("批示.pdf", "application/pdf", PAPER).await;
        let below = world.org("柳塘村委会").await;
        let of = |wisher: kernel::id::Id| json!({ "scan": scan, "wished_by": wisher, "holder": below });
        let colleague = of(world.person("东河安监").await);
        assert_eq!(stranger.post("/instructions", wish(colleague)).await.refused(422), "instructions.not_your_leader");
        stranger.post("/instructions", wish(of(world.person("东河镇长").await))).await.ok();

        // A township's clerk enters no wish of a leader who is not his, nor does anybody report back to himself.
        let scan = stranger.attach("批示.pdf", "application/pdf", PAPER).await;
        let foreign = json!({ "scan": scan, "wished_by": world.person("住建局长").await, "holder": world.org("柳塘村委会").await });
        assert_eq!(stranger.post("/instructions", wish(foreign)).await.refused(422), "instructions.not_your_leader");
    })
    .await;
}

#[tokio::test]
async fn instruction_on_what_one_does_not_see_or_without_a_wish_is_refused() {
    on_each(Place::Trays, |world| async move {
        world.activate("trays").await;
        world.advance("2022-03-02 09:00").await;
        let town = person(&world, "西山镇长", "township").await;
        let hidden = owed(&world, "tr.report", "东河镇政府", "2022-03").await;
        let village = world.org("松坑村委会").await;
        let wish = |kind: &str, on: &str, holder: kernel::id::Id, text: &str, due: &str| {
            json!({ "on_kind": kind, "on_id": on, "wish": text, "holder": holder, "due": due })
        };
        let cases = [
            (wish("obligation", id(&hidden), village, "请办", "2022-03-20"), 404, "instructions.unknown_thing.not_found"),
            (wish("clause", "TR-99", village, "请办", "2022-03-20"), 404, "instructions.unknown_thing.not_found"),
            (wish("figure", "nowhere", village, "请办", "2022-03-20"), 404, "instructions.unknown_thing.not_found"),
            (wish("clause", "TR-1", village, " ", "2022-03-20"), 422, "instructions.wish_needed"),
            (wish("clause", "TR-1", village, "请办", "2022-03-01"), 422, "instructions.due_in_past"),
            (wish("clause", "TR-1", world.org("柳塘村委会").await, "请办", "2022-03-20"), 404, "instructions.unknown_holder.not_found"),
        ];
        for (wanted, status, code) in cases {
            let answer = town.post("/instructions", wanted.clone()).await.refused(status);
            let hidden = ["edge.not_found", code].contains(&answer.as_str());
            assert!(hidden && (status == 404 || answer == code), "{wanted}: {answer}");
        }
        let figure = town.post("/instructions", wish("figure", "tr.months/2022-03", village, "请说明缺报", "2022-03-20")).await.ok();
        assert_eq!(figure["on_title"], "乡镇月度报送 2022-03");
        let village = person(&world, "松坑书记", "village").await;
        let handed = village.get("/inbox").await.ok();
        assert!(handed.to_string().contains("请说明缺报"));
    })
    .await;
}
