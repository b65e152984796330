//! S-39: the daily draw of a third of the skid stations for video roll call.

use crate::world::{Actor, Place, on_each};
use serde_json::json;
use std::collections::BTreeSet;

/// Given 17 stations, when a day's draw runs, then 6 are drawn; within 3 days each has been drawn at least once; an
/// unanswered call is absent and appears in the month's circular and in the crew's register.
#[tokio::test]
async fn s039_a_third_is_drawn_each_day_and_the_absent_are_named() {
    on_each(Place::Yangzhou, |world| async move {
        world.import("posts", "岗位,单位,排序,审核人,收件人\n值班长,支队指挥中心,1,是,是\n").await;
        world.import("persons", "姓名,单位,岗位,任职起\n值班长甲,支队指挥中心,值班长,2021-12-01\n").await;
        world.activate("yangzhou-2022").await;
        let seat = Actor::named(&world, "值班长甲").await;
        let centre = world.org("支队指挥中心").await;

        world.advance("2022-08-01 08:00").await;
        let mut seen = BTreeSet::new();
        let mut absent = None;
        for day in ["2022-08-01", "2022-08-02", "2022-08-03"] {
            world.advance(&format!("{day} 08:00")).await;
            let draws = seat.get(&format!("/draws/yangzhou.daily-third?period={day}")).await.ok();
            assert_eq!(draws[0]["population"], 17);
            let drawn = draws[0]["drawn"].as_array().expect("stations").clone();
            assert_eq!(drawn.len(), 6, "a third of 17, rounded up");
            for (index, station) in drawn.iter().enumerate() {
                let id = station["id"].as_str().expect("an id").to_owned();
                seen.insert(id.clone());
                let unanswered = day == "2022-08-02" && index == 0;
                let answer = if unanswered { "未应答" } else { "应答" };
                let mut values = json!({ "date": day, "station": id, "answer": answer });
                if unanswered {
                    absent = Some((id, station["name"].clone()));
                } else {
                    values["minute"] = json!(2);
                }
                let filling = json!({ "form": "yangzhou.roll-call", "form_version": 1, "body": centre, "values": values });
                seat.put(&format!("/records/{}", world.fresh_id()), filling).await.ok();
            }
        }
        // The same day's second look gives the same stations: nothing is drawn anew.
        let again = seat.get("/draws/yangzhou.daily-third?period=2022-08-03").await.ok();
        assert_eq!(again[0]["drawn"].as_array().expect("stations").len(), 6);
        let all: BTreeSet<String> = rolled(&seat, &["2022-08-01", "2022-08-02", "2022-08-03"]).await;
        assert_eq!(all, seen);
        assert_eq!(within_window(&seat).await, 17, "each was drawn within three days");

        world.advance("2022-09-01 00:00").await;
        let (absent, name) = absent.expect("an absent station");
        let circular = seat.get("/circulars/yangzhou.monthly?period=2022-08").await.ok();
        let named = circular["missing"].as_array().expect("the missing").iter().any(|missing| {
            missing["subject"]["name"] == name && missing["subject"]["id"] == absent.as_str()
        });
        assert!(named, "the circular names the absent station");
        let register = seat.get(&format!("/registers/{absent}?definition=yangzhou.roll-call")).await.ok();
        let row = register.as_array().expect("rows").iter().find(|row| row["period"] == "2022-08-02").cloned();
        assert_eq!(row.expect("the call stands in the crew's register")["state"], "lapsed");
    })
    .await;
}

async fn rolled(seat: &Actor, days: &[&str]) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for day in days {
        let draws = seat
            .get(&format!("/draws/yangzhou.daily-third?period={day}"))
            .await
            .ok();
        for station in draws[0]["drawn"].as_array().expect("stations") {
            all.insert(station["id"].as_str().expect("an id").to_owned());
        }
    }
    all
}

/// The first round begins with the plan; its three days name every station.
async fn within_window(seat: &Actor) -> usize {
    rolled(seat, &["2022-05-01", "2022-05-02", "2022-05-03"])
        .await
        .len()
}
