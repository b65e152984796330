//! S-24: tasks that the software only holds: owner, date, evidence.

use super::s012::{activate, id};
use crate::world::{Actor, Place, on_each};
use serde_json::{Value, json};

/// Given the oath for a township with 60 responsible persons, when the record with date, place, 58 attendees and photo is
/// filed and confirmed, then the task is done and the two absent are listed.
#[tokio::test]
async fn s024_an_oath_with_58_of_60_is_done_and_names_the_two_who_were_absent() {
    on_each(Place::Yangzhou, |world| async move {
        let officials = "姓名,单位,岗位,任职起\n\
            何承安,瓜洲镇政府,镇长,2022-01-01\n\
            施从简,瓜洲镇政府,安全员,2022-01-01\n";
        world.import("persons", officials).await;
        world.advance("2022-07-01 09:00").await;
        activate(&world, "yangzhou-2022").await;
        let town = world.org("瓜洲镇政府").await;
        let day = world.today();
        let people = world
            .read(move |sql| {
                let mut people = Vec::new();
                for post in registry::person::store::posts_of_title(sql, "安全责任人", day)? {
                    let holders = registry::person::store::holders(sql, post.id, day)?;
                    people.extend(holders.iter().map(|holder| holder.person));
                }
                Ok(people)
            })
            .await;
        assert_eq!(people.len(), 60);
        let clerk = Actor::in_post(&world, "瓜洲镇政府", "安全员").await;
        let head = Actor::in_post(&world, "瓜洲镇政府", "镇长").await;

        let tasks = clerk.get("/tasks?pack=yangzhou-2022").await.ok();
        let oath = tasks["items"].as_array().expect("tasks").iter().find(|task| task["title"] == "安全责任人集体宣誓（首场）");
        let task = id(&oath.expect("the oath is the town's")["id"]);
        let before = clerk.get(&format!("/tasks/{task}")).await.ok();
        assert_eq!(before["state"], "open");
        let photo = clerk.attach("oath.png", "image/png", b"\x89PNG\r\n\x1a\nceremony").await;
        let record = world.fresh_id();
        let filling = json!({
            "form": "yangzhou.oath", "form_version": 1, "body": town, "subjects": [task],
            "values": {
                "date": "2022-07-01", "place": "镇文化广场", "attendees": &people[..58], "photos": [photo]
            }
        });
        clerk.put(&format!("/records/{record}"), filling).await.ok();
        assert_eq!(clerk.get(&format!("/tasks/{task}")).await.ok()["state"], "open", "filed and not yet confirmed");
        let own = clerk.post(&format!("/records/{record}/approve"), Value::Null).await;
        assert_eq!(own.refused(422), "records.own_approval");
        head.post(&format!("/records/{record}/approve"), Value::Null).await.ok();

        let after = clerk.get(&format!("/tasks/{task}")).await.ok();
        assert_eq!(after["state"], "met");
        let lead = &after["parties"][0];
        let mut missing: Vec<&str> = lead["missing"].as_array().expect("names").iter().filter_map(Value::as_str).collect();
        missing.sort_unstable();
        let absent = people[58..].to_vec();
        let labels = world.read(move |sql| registry::party::store::labels(sql, &absent)).await;
        let mut wanted: Vec<&str> = labels.values().map(String::as_str).collect();
        wanted.sort_unstable();
        assert_eq!(missing, wanted, "the two absent are named, and guard nothing");
    })
    .await;
}
