//! S-49: the principal's monthly, quarterly and half-yearly duties.

use crate::world::{Actor, Place, World, on_each};
use serde_json::{Value, json};

/// Given six checks from January to June of which one was led by a deputy, two studies and one drill, when July begins,
/// then checks show 5 of 6 with the month named, studies 2 of 2, drill 1 of 1.
#[tokio::test]
async fn s049_only_what_the_principal_led_counts() {
    on_each(Place::Wujin, |world| async move {
        let plant = registered_plant(&world).await;
        world.activate("wujin-2023").await;
        let clerk = Actor::named(&world, "厂办文员").await;
        let (principal, deputy) = (plant.principal, plant.deputy);

        for (month, leader) in
            [("01", principal), ("02", principal), ("03", principal), ("04", deputy), ("05", principal), ("06", principal)]
        {
            let day = format!("2023-{month}-15");
            world.advance(&format!("{day} 10:00")).await;
            let values = json!({ "date": day, "site": plant.site, "leader": leader, "found": "无" });
            file(&world, &clerk, &plant, "wujin.check", values).await;
            if month == "02" || month == "05" {
                let values = json!({ "date": day, "site": plant.site, "leader": principal, "decisions": "议定三件事" });
                file(&world, &clerk, &plant, "wujin.study", values).await;
            }
            if month == "06" {
                let values = json!({ "date": day, "site": plant.site, "leader": principal, "content": "火灾疏散演练" });
                file(&world, &clerk, &plant, "wujin.drill", values).await;
            }
        }
        world.advance("2023-07-01 00:00").await;

        let office = Actor::named(&world, "局长甲").await;
        let checks = register(&office, &plant, "wujin.principal-check").await;
        let past: Vec<&Value> = checks.iter().filter(|row| row["period"] != "2023-07").collect();
        assert_eq!(past.len(), 6);
        let met: Vec<&&Value> = past.iter().filter(|row| row["state"] == "met").collect();
        assert_eq!(met.len(), 5);
        let missing = past.iter().find(|row| row["state"] != "met").expect("one is missing");
        assert_eq!((&missing["period"], &missing["state"]), (&json!("2023-04"), &json!("lapsed")));

        let met = |rows: Vec<Value>, next: &str| {
            let past: Vec<Value> = rows.into_iter().filter(|row| row["period"] != next).collect();
            (past.iter().filter(|row| row["state"] == "met").count(), past.len())
        };
        assert_eq!(met(register(&office, &plant, "wujin.principal-study").await, "2023Q3"), (2, 2));
        assert_eq!(met(register(&office, &plant, "wujin.principal-drill").await, "2023H2"), (1, 1));
    })
    .await;
}

struct Plant {
    site: kernel::id::Id,
    body: kernel::id::Id,
    principal: kernel::id::Id,
    deputy: kernel::id::Id,
}

/// One enterprise with a principal bound to its site, and a deputy who is not.
async fn registered_plant(world: &World) -> Plant {
    world
        .import(
            "orgs",
            "名称,类型,区域代码\n湖塘铸造厂,enterprise,320412100\n",
        )
        .await;
    world
        .import("posts", "岗位,单位,排序,审核人,收件人\n厂长,湖塘铸造厂,1,是,否\n副厂长,湖塘铸造厂,2,否,否\n文员,湖塘铸造厂,3,否,是\n")
        .await;
    let people = "姓名,单位,岗位,任职起\n厂长甲,湖塘铸造厂,厂长,2022-12-01\n副厂长乙,湖塘铸造厂,副厂长,2022-12-01\n\
                  厂办文员,湖塘铸造厂,文员,2022-12-01\n局长甲,区应急管理局,局长,2022-12-01\n";
    world.import("persons", people).await;
    world
        .import("sites", "名称,类型,所属单位,区域代码,标签\n湖塘铸造厂,premises,湖塘铸造厂,320412100,高危和重点行业企业\n")
        .await;
    let site = world.site("湖塘铸造厂").await;
    let principal = world.person("厂长甲").await;
    world.bind(site, "主要负责人", principal).await;
    Plant {
        site,
        body: world.org("湖塘铸造厂").await,
        principal,
        deputy: world.person("副厂长乙").await,
    }
}

async fn file(world: &World, clerk: &Actor, plant: &Plant, form: &str, values: Value) {
    let filling = json!({ "form": form, "form_version": 1, "body": plant.body, "values": values });
    clerk
        .put(&format!("/records/{}", world.fresh_id()), filling)
        .await
        .ok();
}

async fn register(office: &Actor, plant: &Plant, definition: &str) -> Vec<Value> {
    let path = format!("/registers/{}?definition={definition}", plant.site);
    office
        .get(&path)
        .await
        .ok()
        .as_array()
        .expect("rows")
        .clone()
}
