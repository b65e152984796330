//! S-132: publicity in five kinds of venue, each counted apart.

use crate::world::{Actor, Place, on_each};
use serde_json::json;

/// Given activities in four kinds in a quarter, then the fifth is shown as empty.
#[tokio::test]
async fn s132_four_kinds_of_venue_show_the_fifth_as_empty() {
    on_each(Place::Hebi, |world| async move {
        world.advance("2022-01-04 09:00").await;
        world.activate("hebi-2022").await;
        let head = Actor::named(&world, "区局长甲").await;
        let bureau = world.org("淇滨区应急管理局").await;
        // Twice among the enterprises: kinds are counted, not activities.
        for venue in ["企业", "企业", "农村", "社区", "学校"] {
            let values = json!({
                "date": "2022-01-04", "kind": "宣讲活动", "venue": venue, "topic": "用电", "place": "礼堂", "people": 80
            });
            let filling = json!({ "form": "hebi.activity", "form_version": 1, "body": bureau, "values": values });
            head.put(&format!("/records/{}", world.fresh_id()), filling).await.ok();
        }
        let register = head.get(&format!("/registers/{bureau}?definition=hebi.five-entries.quarterly")).await.ok();
        let row = register[0].clone();
        assert_eq!(row["period"], "2022Q1");
        assert_eq!((&row["progress"]["done"], &row["progress"]["total"]), (&json!(4), &json!(5)));
        assert_eq!(row["progress"]["missing"], json!(["进家庭"]));
        let view = head.get(&format!("/obligations/{}", row["id"].as_str().expect("an id"))).await.ok();
        let amounts: Vec<i64> = view["parts"].as_array().expect("parts").iter().filter_map(|part| part["amount"].as_i64()).collect();
        assert_eq!(amounts, [2, 1, 1, 1, 0]);
    })
    .await;
}
