//! Nothing open is without a holder, and a change of binding is answerable for any day.

use crate::world::{Actor, Place, on_each};
use serde_json::json;

#[tokio::test]
async fn a_change_of_binding_moves_what_is_open_and_keeps_who_answered_before() {
    on_each(Place::Wujin, |world| async move {
        world.import("orgs", "名称,类型,区域代码\n湖塘铸造厂,enterprise,320412100\n").await;
        world.import("posts", "岗位,单位,排序\n厂长,湖塘铸造厂,1\n").await;
        let people = "姓名,单位,岗位,任职起\n前厂长,湖塘铸造厂,厂长,2022-12-01\n新厂长,湖塘铸造厂,,\n局长甲,区应急管理局,局长,2022-12-01\n";
        world.import("persons", people).await;
        world
            .import("sites", "名称,类型,所属单位,区域代码,标签\n湖塘铸造厂,premises,湖塘铸造厂,320412100,高危和重点行业企业\n")
            .await;
        let site = world.site("湖塘铸造厂").await;
        let (before, after) = (world.person("前厂长").await, world.person("新厂长").await);
        world.bind(site, "主要负责人", before).await;
        world.activate("wujin-2023").await;
        world.advance("2023-03-05 10:00").await;

        let office = Actor::named(&world, "局长甲").await;
        let change = json!({ "role": "主要负责人", "party": after, "from": "2023-03-10", "instead": true });
        office.post(&format!("/sites/{site}/capacities"), change).await.ok();
        let path = format!("/obligations?subject={site}&definition=wujin.principal-check&period=2023-03");
        let row = |answer: serde_json::Value| answer["items"][0].clone();
        let then = row(office.get(&path).await.ok());
        assert_eq!(then["holder"]["id"], json!(before), "until the day comes the former one answers");

        world.advance("2023-03-10 08:00").await;
        let now = row(office.get(&path).await.ok());
        assert_eq!(now["holder"]["id"], json!(after));
        let id = now["id"].as_str().expect("an id");
        let detail = office.get(&format!("/obligations/{id}")).await.ok();
        let answered = detail["assignees"].as_array().expect("who answered");
        assert_eq!(answered.len(), 2);
        assert_eq!((&answered[0]["party"]["id"], &answered[1]["party"]["id"]), (&json!(before), &json!(after)));
        assert_eq!(answered[0]["until_at"], answered[1]["from_at"]);
        let ended = office.get(&format!("/obligations?subject={site}&definition=wujin.principal-check&period=2023-02")).await.ok();
        assert_eq!(row(ended)["holder"]["id"], json!(after), "what lapsed is still owed, by whoever answers now");
    })
    .await;
}

#[tokio::test]
async fn who_answers_is_the_same_asked_alone_or_together() {
    use store::Sql;
    on_each(Place::Anji, |world| async move {
        let day = world.today();
        let (together, alone) = world
            .read(move |sql| {
                let mut ids = Vec::new();
                for row in sql.query("select id from party order by id", &[])? {
                    ids.push(row.id("id")?);
                }
                let together = registry::party::current_people(sql, &ids, day)?;
                let mut alone = std::collections::BTreeMap::new();
                for id in ids {
                    alone.extend(
                        registry::party::store::current_person(sql, id, day)?
                            .map(|found| (id, found)),
                    );
                }
                Ok((together, alone))
            })
            .await;
        assert!(alone.len() > 100, "the county has people");
        assert_eq!(together, alone);
    })
    .await;
}
