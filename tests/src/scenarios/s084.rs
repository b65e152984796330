//! S-84: an order for a deep check, made by the event itself. The case that follows from it comes with the cases.

use crate::world::{Actor, Place, World, on_each};
use kernel::id::Id;
use serde_json::{Value, json};

/// Given a fire at enterprise E on 3 May at 10:00, then an order to E's squadron exists at once with a deadline of 24
/// hours; without a check by 4 May at 10:00 it is overdue; a level-four injury (if the set of grades is 1 to 3) creates
/// none.
#[tokio::test]
async fn s084_a_fire_orders_a_deep_check_and_a_light_injury_does_not() {
    on_each(Place::Wujin, |world| async move {
        let (site, town) = register(&world).await;
        world.activate("wujin-2023").await;
        world.advance("2023-05-03 10:00").await;
        let notice = json!({ "date": "2023-05-03", "site": site, "what": "喷漆房起火，无人伤亡" });
        file(&world, &town, "湖塘镇政府", "wujin.fire-notice", notice).await;

        let bureau = Actor::named(&world, "局长甲").await;
        let orders = orders(&bureau, site, "fire").await;
        assert_eq!(orders.len(), 1, "the event makes the order, nobody writes it");
        assert_eq!(orders[0]["holder"]["name"], "派驻湖塘中队");
        assert_eq!(orders[0]["due_at"], world.at("2023-05-04 10:00").0);
        assert_eq!(orders[0]["clause"]["id"], "WJ-4.6.8");

        let light = json!({ "date": "2023-05-03", "site": site, "level": "四级", "what": "手指划伤" });
        let clerk = report(&world, "湖塘镇政府", "wujin.grave-injury-notice", light).await;
        let refused = town.put(&format!("/records/{}", world.fresh_id()), clerk).await;
        assert_eq!(refused.refused(422), "records.faults");
        assert!(self::orders(&bureau, site, "injury").await.is_empty());

        world.advance("2023-05-04 09:59").await;
        assert_ne!(self::orders(&bureau, site, "fire").await[0]["state"], "overdue");
        world.advance("2023-05-04 10:00").await;
        assert_eq!(self::orders(&bureau, site, "fire").await[0]["state"], "overdue");

        // A grave one orders a check of its own; one deep check answers for both, late for the first.
        let grave = json!({ "date": "2023-05-04", "site": site, "level": "三级", "what": "高处坠落" });
        file(&world, &town, "湖塘镇政府", "wujin.grave-injury-notice", grave).await;
        world.advance("2023-05-04 15:00").await;
        let squadron = Actor::named(&world, "中队长甲").await;
        let squadron = Actor::with_role(&world, squadron.person, "township").await;
        let check = json!({
            "date": "2023-05-04", "site": site, "leader": squadron.person, "cause": "异常", "system": "正常",
            "training": "异常", "similar": "正常", "found": "无", "demand": "停用喷漆房，补训"
        });
        file(&world, &squadron, "派驻湖塘中队", "wujin.deep-check", check).await;
        assert_eq!(self::orders(&bureau, site, "fire").await[0]["state"], "met_late");
        assert_eq!(self::orders(&bureau, site, "injury").await[0]["state"], "met");
    })
    .await;
}

/// A notice that was typed for the town and is not so orders nothing: with it goes the order that it raised.
#[tokio::test]
async fn s084_a_false_notice_takes_its_order_with_it() {
    on_each(Place::Wujin, |world| async move {
        let (site, town) = register(&world).await;
        world.activate("wujin-2023").await;
        world.advance("2023-05-03 10:00").await;
        let bureau = Actor::named(&world, "局长甲").await;
        let original = bureau
            .attach("call.txt", "text/plain", "电话记录".as_bytes())
            .await;
        let notice = json!({ "date": "2023-05-03", "site": site, "what": "听说起火" });
        let mut filling = report(&world, "湖塘镇政府", "wujin.fire-notice", notice).await;
        filling["on_behalf"] = json!({ "channel": "call", "original": original });
        let path = format!("/records/{}", world.fresh_id());
        bureau.put(&path, filling).await.ok();
        assert_ne!(orders(&bureau, site, "fire").await[0]["state"], "withdrawn");

        town.post(&format!("{path}/contest"), json!({ "reason": "没有起火" }))
            .await
            .ok();
        let leader = Actor::with_role(&world, world.person("L1").await, "leader").await;
        let verdict = json!({ "verdict": "falls", "reason": "已到场核实" });
        leader.post(&format!("{path}/settle"), verdict).await.ok();
        let left = orders(&bureau, site, "fire").await;
        assert!(
            left.iter().all(|order| order["state"] == "withdrawn"),
            "{left:?}"
        );
    })
    .await;
}

/// An enterprise, the town that reports, and the squadron that is stationed there.
async fn register(world: &World) -> (Id, Actor) {
    let orgs = "名称,类型,上级单位,区域代码\n湖塘镇政府,town-government,,320412100\n派驻湖塘中队,squadron,区应急管理局,320412100\n湖塘家具厂,enterprise,,320412100\n";
    world.import("orgs", orgs).await;
    let posts =
        "岗位,单位,排序,审核人,收件人\n安监员,湖塘镇政府,1,是,是\n中队长,派驻湖塘中队,1,是,是\n";
    world.import("posts", posts).await;
    let people = "姓名,单位,岗位,任职起\n安监员甲,湖塘镇政府,安监员,2022-12-01\n中队长甲,派驻湖塘中队,中队长,2022-12-01\n局长甲,区应急管理局,局长,2022-12-01\n";
    world.import("persons", people).await;
    world
        .import(
            "sites",
            "名称,类型,所属单位,区域代码\n湖塘家具厂,premises,湖塘家具厂,320412100\n",
        )
        .await;
    (
        world.site("湖塘家具厂").await,
        Actor::named(world, "安监员甲").await,
    )
}

async fn report(world: &World, body: &str, form: &str, values: Value) -> Value {
    json!({ "form": form, "form_version": 1, "body": world.org(body).await, "values": values })
}

async fn file(world: &World, actor: &Actor, body: &str, form: &str, values: Value) {
    let filling = report(world, body, form, values).await;
    actor
        .put(&format!("/records/{}", world.fresh_id()), filling)
        .await
        .ok();
}

/// The orders for a deep check at a site.
async fn orders(actor: &Actor, site: Id, after: &str) -> Vec<Value> {
    let path = format!("/registers/{site}?definition=wujin.dispatch-order.{after}");
    actor
        .get(&path)
        .await
        .ok()
        .as_array()
        .expect("rows")
        .clone()
}
