//! S-101: the three grass-roots standards, item by item.

use crate::world::{Actor, Place, World, on_each};
use kernel::id::Id;
use serde_json::{Value, json};

/// Given a township with five of the six items of its standard proven, then it is 5 of 6 and the missing fire safety
/// service centre is named; a village has four items.
#[tokio::test]
async fn s101_five_of_six_items_name_the_sixth_and_a_village_has_four() {
    on_each(Place::Hebi, |world| async move {
        world.advance("2022-01-04 09:00").await;
        world.activate("hebi-2022").await;
        let mayor = Actor::named(&world, "镇长甲").await;
        let town = world.org("大赉店镇政府").await;
        for item in ["应急委", "应急办", "救援队", "物资仓库", "指挥平台"] {
            prove(&world, &mayor, town, item, "已建成").await;
        }
        // What is under way is on record and does not count.
        prove(&world, &mayor, town, "消防服务中心", "建设中").await;

        let row = of(&mayor, town, "hebi.standard.town").await;
        assert_eq!(
            (&row["progress"]["done"], &row["progress"]["total"]),
            (&json!(5), &json!(6))
        );
        assert_eq!(row["progress"]["missing"], json!(["消防安全服务中心"]));
        assert_eq!(row["state"], "open");

        let village = of(
            &mayor,
            world.site("大赉店一村").await,
            "hebi.standard.village",
        )
        .await;
        assert_eq!(village["progress"]["total"], 4);

        prove(&world, &mayor, town, "消防服务中心", "已建成").await;
        assert_eq!(of(&mayor, town, "hebi.standard.town").await["state"], "met");
    })
    .await;
}

async fn prove(world: &World, actor: &Actor, body: Id, item: &str, state: &str) {
    let photo = actor
        .attach("item.png", "image/png", b"\x89PNG\r\n\x1a\nitem")
        .await;
    let values = json!({ "date": "2022-01-04", "item": item, "state": state, "photos": [photo] });
    let filling =
        json!({ "form": "hebi.town-standard", "form_version": 1, "body": body, "values": values });
    actor
        .put(&format!("/records/{}", world.fresh_id()), filling)
        .await
        .ok();
}

async fn of(actor: &Actor, subject: Id, definition: &str) -> Value {
    let register = actor
        .get(&format!("/registers/{subject}?definition={definition}"))
        .await
        .ok();
    register
        .as_array()
        .expect("rows")
        .first()
        .unwrap_or_else(|| panic!("{definition}"))
        .clone()
}
