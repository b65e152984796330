//! S-05: the standing office, its linked directors and the monthly reports of the committees.

use crate::world::{Actor, Place, World, on_each};
use serde_json::{Value, json};

const COMMITTEES: usize = 18;

/// Given 18 committees of which 17 have a linked director and a monthly report due on the last day of each month, when
/// May ends with 16 reports, then the board lists one unlinked committee and two missed May reports, overdue and still
/// owed.
#[tokio::test]
async fn s005_a_committee_without_director_and_a_month_without_report_are_visible() {
    on_each(Place::Wujin, |world| async move {
        register(&world).await;
        world.activate("wujin-2023").await;
        let board = Actor::named(&world, "局长甲").await;

        // The link is a dated binding in the register; the gap shows without anybody looking for it.
        let all = board.get("/sites?kind=special-committee").await.ok();
        assert_eq!(all["count"], COMMITTEES);
        let unlinked = board
            .get("/sites?kind=special-committee&without=挂钩主任")
            .await
            .ok();
        assert_eq!(unlinked["count"], 1);
        assert_eq!(unlinked["items"][0]["name"], name(18));

        // The last two of May: one that has a director, and the one that has none.
        world.advance("2023-05-20 10:00").await;
        for number in 1..=16 {
            report(&world, number, "2023-05-20").await;
        }
        world.advance("2023-05-31 23:59").await;
        let may = totals(&board, "2023-05").await;
        assert_eq!(
            (&may["done"], &may["late"]),
            (&json!(16), &json!(0)),
            "the last day is not over"
        );

        world.advance("2023-06-01 00:00").await;
        let may = totals(&board, "2023-05").await;
        assert_eq!(
            (&may["total"], &may["done"], &may["late"]),
            (&json!(COMMITTEES), &json!(16), &json!(2))
        );
        let missing = may["missing"].as_array().expect("the missing");
        let mut names: Vec<&str> = missing
            .iter()
            .filter_map(|one| one["subject"]["name"].as_str())
            .collect();
        names.sort_unstable();
        assert_eq!(names, [name(17).as_str(), name(18).as_str()]);
        assert!(
            missing.iter().all(|one| one["state"] == "overdue"),
            "overdue, not lapsed"
        );

        // Still owed: filed in June it is done, and stays late.
        world.advance("2023-06-05 09:00").await;
        let late = report_for(&world, 17, "2023-05-31").await;
        assert!(!late.is_empty());
        let may = totals(&board, "2023-05").await;
        assert_eq!(
            (&may["done"], &may["done_late"], &may["late"]),
            (&json!(17), &json!(1), &json!(1))
        );
    })
    .await;
}

fn name(number: usize) -> String {
    format!("第{number:02}专委会")
}

fn office(number: usize) -> String {
    format!("第{number:02}专委办")
}

/// Eighteen committees with their offices and clerks, each also an object of the link; the last one has no director.
async fn register(world: &World) {
    let mut orgs = String::from(
        "名称,类型,上级单位,办公室所属,区域代码,行业领域,别名\n区安委办,committee-office,,,320412,,\n",
    );
    let mut posts = String::from("岗位,单位,排序,审核人,收件人\n挂钩主任岗,区安委办,1,是,否\n");
    let mut people = String::from(
        "姓名,单位,岗位,任职起\n挂钩主任甲,区安委办,挂钩主任岗,2022-12-01\n局长甲,区应急管理局,局长,2022-12-01\n",
    );
    let mut sites = String::from("名称,类型,所属单位,区域代码\n");
    for number in 1..=COMMITTEES {
        let (name, office) = (name(number), office(number));
        orgs.push_str(&format!(
            "{name},special-committee,,,320412,,\n{office},committee-office,,{name},320412,,\n"
        ));
        posts.push_str(&format!("专管员,{office},1,是,是\n"));
        people.push_str(&format!("专管员{number:02},{office},专管员,2022-12-01\n"));
        sites.push_str(&format!("{name},special-committee,{name},320412\n"));
    }
    world.import("orgs", &orgs).await;
    world.import("posts", &posts).await;
    world.import("persons", &people).await;
    world.import("sites", &sites).await;
    let director = world.person("挂钩主任甲").await;
    for number in 1..COMMITTEES {
        let site = world.site(&name(number)).await;
        world.bind(site, "挂钩主任", director).await;
    }
}

async fn totals(board: &Actor, period: &str) -> Value {
    let matrix = board
        .get("/matrices/wujin.committee.monthly?year=2023")
        .await
        .ok();
    let totals = matrix["totals"].as_array().expect("totals");
    let found = totals.iter().find(|totals| totals["period"] == period);
    found.expect("the month").clone()
}

async fn report(world: &World, number: usize, day: &str) {
    report_for(world, number, day).await;
}

async fn report_for(world: &World, number: usize, covers: &str) -> String {
    let clerk = Actor::in_post(world, &office(number), "专管员").await;
    let values = json!({ "date": covers, "done": "本月履职情况", "next": "下月安排" });
    let filling = json!({
        "form": "wujin.committee-report", "form_version": 1, "body": world.org(&office(number)).await,
        "covers": covers, "values": values,
    });
    let id = world.fresh_id().to_string();
    clerk.put(&format!("/records/{id}"), filling).await.ok();
    id
}
