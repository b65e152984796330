//! S-13: the wall chart of 401 carried-over tasks.

use super::s012::{activate, department, id, import, sign_off, someone_of};
use crate::world::{Actor, Place, on_each};
use serde_json::{Value, json};
use std::fmt::Write;

/// Given 401 tasks of which 350 are finished, when 5 finished ones fail the regular evaluation, then the board shows 345
/// finished, 56 open, and the five carry the reason. Signed off again, they are finished, and late stays late.
#[tokio::test]
async fn s013_five_of_350_finished_tasks_fail_and_the_board_shows_345_and_56() {
    on_each(Place::Anji, |world| async move {
        activate(&world, "anji-2022").await;
        let report = import(&world, table().as_bytes()).await;
        assert_eq!(
            (report.added, report.errors.first().map(|error| &error.code)),
            (401, None)
        );
        assert_eq!(import(&world, table().as_bytes()).await.same, 401);
        world.advance("2022-06-20 09:00").await;
        let office = Actor::named(&world, "汪行林").await;
        let programme = programme(&office).await;
        let board = format!("/wall-chart?plan=anji-2022&parent={programme}&origin=table");
        let tasks = tasks(&office, &programme).await;
        assert_eq!(tasks.len(), 401);
        for task in &tasks[..350] {
            sign_off(&world, id(&task["leads"][0]["id"]), id(&task["id"])).await;
        }
        let before = office.get(&board).await.ok();
        assert_eq!(counts(&before), [401, 350, 51, 0, 0]);

        world.advance("2022-09-10 10:00").await;
        for (place, task) in tasks[..5].iter().enumerate() {
            let own = someone_of(&world, id(&task["leads"][0]["id"])).await;
            let judgement = json!({ "failed": true, "reason": format!("复查第 {place} 处不到位") });
            let path = format!("/tasks/{}/evaluate", task["id"].as_str().expect("an id"));
            assert_eq!(
                own.post(&path, judgement.clone()).await.refused(422),
                "tasks.own_evaluation"
            );
            let judged = office.post(&path, judgement).await.ok();
            assert_eq!(judged["row"]["reopened"], true);
        }
        let open = format!(
            "/tasks/{}/evaluate",
            tasks[400]["id"].as_str().expect("an id")
        );
        assert_eq!(
            office
                .post(&open, json!({ "failed": false }))
                .await
                .refused(422),
            "tasks.not_finished"
        );

        let after = office.get(&board).await.ok();
        assert_eq!(counts(&after), [401, 345, 56, 5, 5]);
        let reopened = after["reopened"].as_array().expect("the reopened");
        let mut reasons: Vec<&str> = reopened
            .iter()
            .filter_map(|one| one["reason"].as_str())
            .collect();
        reasons.sort_unstable();
        let wanted: Vec<String> = (0..5)
            .map(|place| format!("复查第 {place} 处不到位"))
            .collect();
        assert_eq!(reasons, wanted);
        for (state, count) in [("met", 345), ("open", 56), ("late", 5), ("reopened", 5)] {
            let list = office
                .get(&format!(
                    "/tasks?parent={programme}&origin=table&state={state}&limit=1"
                ))
                .await
                .ok();
            assert_eq!(
                list["count"], count,
                "the list and the board count the same {state}"
            );
        }

        world.advance("2022-09-20 09:00").await;
        sign_off(&world, id(&tasks[0]["leads"][0]["id"]), id(&tasks[0]["id"])).await;
        let again = office
            .get(&format!(
                "/tasks/{}",
                tasks[0]["id"].as_str().expect("an id")
            ))
            .await
            .ok();
        assert_eq!(
            (&again["state"], &again["reopened"]),
            (&json!("met_late"), &json!(false))
        );
        assert_eq!(
            again["evaluations"][0]["failed"], true,
            "the failed evaluation stays in sight"
        );
        assert_eq!(counts(&office.get(&board).await.ok()), [401, 346, 55, 4, 4]);
    })
    .await;
}

/// The board is drawn from what the reader may see: a township sees none of the county's tasks.
#[tokio::test]
async fn s013_the_board_counts_only_what_its_reader_may_see() {
    on_each(Place::Anji, |world| async move {
        activate(&world, "anji-2022").await;
        import(&world, table().as_bytes()).await;
        let town = Actor::of_town(&world, "孝丰").await;
        assert_eq!(
            counts(&town.get("/wall-chart?plan=anji-2022").await.ok()),
            [0; 5]
        );
        assert_eq!(town.get("/tasks").await.ok()["count"], 0);
        let lead = department(&world, "县水利局").await;
        let own = lead
            .get("/wall-chart?plan=anji-2022&origin=table")
            .await
            .ok();
        assert_eq!(own["counts"]["total"], 100, "a lead sees what it leads");
        let all = lead.get("/tasks?origin=table&limit=1").await.ok();
        let other = Actor::named(&world, "汪行林")
            .await
            .get("/tasks?origin=table&limit=200")
            .await
            .ok();
        assert_eq!((&all["count"], &other["count"]), (&json!(100), &json!(401)));
        let mut hidden = other["items"].as_array().expect("tasks").iter();
        let hidden = hidden
            .rfind(|row| row["leads"][0]["name"] != "县水利局")
            .expect("another's task");
        let path = format!("/tasks/{}", hidden["id"].as_str().expect("an id"));
        assert_eq!(lead.get(&path).await.refused(404), "edge.not_found");
    })
    .await;
}

/// 401 tasks of the closing year: 350 due by the middle of the year, the rest at its end.
fn table() -> String {
    const LEADS: [&str; 4] = ["县水利局", "县住建局", "县交通运输局", "县农业农村局"];
    let mut table = "编号,任务,所属行动,牵头单位,完成时限,所属要点,条款\n".to_owned();
    for number in 1..=401 {
        let lead = LEADS[number % 4];
        let due = if number <= 350 {
            "2022-06-30"
        } else {
            "2022-12-31"
        };
        let item = if lead == "县住建局" { "10" } else { "3" };
        let line =
            format!("{number},第 {number} 项,programme.three-year,{lead},{due},{item},AJ-00.3\n");
        table.write_str(&line).expect("text");
    }
    table
}

async fn programme(office: &Actor) -> String {
    let found = office
        .get("/tasks?clause=AJ-00.3&origin=plan&limit=10")
        .await
        .ok();
    let found = found["items"].as_array().expect("tasks").clone();
    let three = found
        .iter()
        .find(|row| row["title"] == "第二轮安全生产综合治理三年行动")
        .expect("the programme");
    three["id"].as_str().expect("an id").to_owned()
}

/// All pages of the list.
async fn tasks(office: &Actor, parent: &str) -> Vec<Value> {
    let mut tasks = Vec::new();
    let mut after = String::new();
    loop {
        let page = office
            .get(&format!(
                "/tasks?parent={parent}&origin=table&limit=200{after}"
            ))
            .await
            .ok();
        tasks.extend(page["items"].as_array().expect("tasks").clone());
        match page["next"].as_str() {
            Some(next) => after = format!("&after={next}"),
            None => return tasks,
        }
    }
}

/// Total, done, open, late, reopened.
fn counts(board: &Value) -> [i64; 5] {
    ["total", "done", "open", "late", "reopened"]
        .map(|key| board["counts"][key].as_i64().expect("a count"))
}
