//! S-22: supervision groups go on site every week, for one or two sectors.

use crate::world::{Actor, Place, World, on_each};
use kernel::id::Id;
use serde_json::{Value, json};

/// Given a county group in week 30, when its records name 3 sectors, then the week is flagged (rule 1–2); when week 31 has
/// no record, then it is flagged as missed.
#[tokio::test]
async fn s022_three_sectors_are_flagged_and_an_empty_week_is_missed() {
    on_each(Place::Yangzhou, |world| async move {
        world
            .import(
                "posts",
                "岗位,单位,排序,审核人,收件人\n组长,邗江区督导组,1,是,是\n",
            )
            .await;
        world
            .import(
                "persons",
                "姓名,单位,岗位,任职起\n组长甲,邗江区督导组,组长,2022-01-01\n",
            )
            .await;
        world.advance("2022-06-30 09:00").await;
        world.activate("yangzhou-2022").await;
        // A group looks at every sector of its area, so its people have the role of a safety office.
        let head = Actor::with_role(&world, world.person("组长甲").await, "safety_office").await;
        let group = world.org("邗江区督导组").await;
        world
            .import(
                "sites",
                "名称,类型,所属单位,区域代码\n瓜洲机械厂01,premises,瓜洲机械厂01,321003103\n",
            )
            .await;
        let site = world.site("瓜洲机械厂01").await;

        // Week 29 has two sectors, week 30 of Monday 25 July three, one of them on two days; week 31 none.
        for (day, sector) in [
            ("2022-07-19", "城镇燃气"),
            ("2022-07-21", "建筑施工"),
            ("2022-07-25", "城镇燃气"),
            ("2022-07-26", "城镇燃气"),
            ("2022-07-27", "道路交通"),
            ("2022-07-29", "消防"),
        ] {
            world.advance(&format!("{day} 16:00")).await;
            visit(&world, &head, group, site, day, sector).await;
        }
        world.advance("2022-08-08 00:00").await;

        let within = week(&head, group, "2022-W29").await;
        assert_eq!(within["row"]["state"], "met");
        assert_eq!(within["parts"][0]["amount"], 2);
        assert_eq!(within["parts"][0]["exceeded"], false);

        let beyond = week(&head, group, "2022-W30").await;
        assert_eq!(
            beyond["parts"][0]["amount"], 3,
            "two days of one sector are one sector"
        );
        assert_eq!(
            beyond["parts"][0]["exceeded"], true,
            "three are more than two"
        );
        assert_eq!(beyond["row"]["state"], "met", "and take nothing back");

        let missed = week(&head, group, "2022-W31").await;
        assert_eq!(missed["row"]["state"], "lapsed");
        assert_eq!(missed["parts"][0]["reached"], false);
    })
    .await;
}

/// A record without place or without saying what was found is refused: a week cannot be filled by a bare name.
#[tokio::test]
async fn s022_a_visit_names_sector_place_and_problems() {
    on_each(Place::Yangzhou, |world| async move {
        world.import("posts", "岗位,单位,排序,审核人,收件人\n组长,邗江区督导组,1,是,是\n").await;
        world.import("persons", "姓名,单位,岗位,任职起\n组长甲,邗江区督导组,组长,2022-01-01\n").await;
        world.advance("2022-07-20 09:00").await;
        world.activate("yangzhou-2022").await;
        // A group looks at every sector of its area, so its people have the role of a safety office.
        let head = Actor::with_role(&world, world.person("组长甲").await, "safety_office").await;
        let group = world.org("邗江区督导组").await;
        let values = json!({ "date": "2022-07-20", "sector": "消防", "leader": head.person });
        let filling = json!({ "form": "yangzhou.supervision", "form_version": 1, "body": group, "values": values });
        let answer = head.put(&format!("/records/{}", world.fresh_id()), filling).await;
        assert_eq!(answer.refused(422), "records.faults");
    })
    .await;
}

async fn visit(world: &World, head: &Actor, group: Id, site: Id, day: &str, sector: &str) {
    let problems = json!([{ "what": "责任人不清", "unit": "某单位" }]);
    let values = json!({
        "date": day, "sector": sector, "leader": head.person, "site": site, "found": "有", "problems": problems
    });
    let filling = json!({ "form": "yangzhou.supervision", "form_version": 1, "body": group, "values": values });
    head.put(&format!("/records/{}", world.fresh_id()), filling)
        .await
        .ok();
}

/// The obligation of a week with its parts.
async fn week(head: &Actor, group: Id, period: &str) -> Value {
    let register = head
        .get(&format!(
            "/registers/{group}?definition=yangzhou.supervision.weekly"
        ))
        .await
        .ok();
    let row = register
        .as_array()
        .expect("rows")
        .iter()
        .find(|row| row["period"] == period);
    let id = row.unwrap_or_else(|| panic!("{period}: {register}"))["id"]
        .as_str()
        .expect("an id")
        .to_owned();
    head.get(&format!("/obligations/{id}")).await.ok()
}
