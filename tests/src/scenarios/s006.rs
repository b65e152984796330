//! S-06: three responsible persons of a key object: a visit a month, all objects within the half year, presence when it
//! matters. Each is a test of its own.

use crate::world::{Actor, Place, World, on_each};
use kernel::id::Id;
use serde_json::{Value, json};

const UNITS: usize = 8;

/// Given an administrative head with 8 plated units who makes one visit a month from January to June to six different
/// units, then the monthly duty is met 6 of 6, and half-year coverage is 6 of 8 with two units listed on 30 June.
#[tokio::test]
async fn s006_a_visit_a_month_is_not_yet_every_unit_within_the_half_year() {
    on_each(Place::Guanyinqiao, |world| async move {
        register(&world).await;
        world.activate("guanyinqiao-2023").await;
        for unit in 1..=6 {
            let day = format!("2023-{unit:02}-15");
            world.advance(&format!("{day} 10:00")).await;
            let values = json!({
                "date": day, "site": world.site(&name(unit)).await, "leader": world.person("行政甲").await, "found": "无"
            });
            file(&world, "街道应急办", "guanyinqiao.head-visit", values).await;
        }
        world.advance("2023-06-30 23:00").await;
        let office = Actor::named(&world, "街道主任").await;
        let post = post(&world, "街道应急办", "行政负责人").await;
        let months = register_of(&office, post, "guanyinqiao.head.administrative.month").await;
        assert_eq!(months.len(), 6);
        assert!(months.iter().all(|row| row["state"] == "met"), "{months:?}");

        let half = register_of(&office, post, "guanyinqiao.head.administrative.coverage").await;
        assert_eq!((&half[0]["period"], &half[0]["state"]), (&json!("2023H1"), &json!("due_soon")));
        let progress = &half[0]["progress"];
        assert_eq!((&progress["done"], &progress["total"]), (&json!(6), &json!(UNITS)));
        assert_eq!(progress["missing"], json!([name(7), name(8)]));

        // The sector head's visits are counted apart: he has made none.
        let sector = self::post(&world, "区住建委驻街道站", "行业监管负责人").await;
        let own = register_of(&office, sector, "guanyinqiao.head.sector.month").await;
        assert_eq!(own.iter().filter(|row| row["state"] == "met").count(), 0);

        world.advance("2023-07-01 00:00").await;
        let half = register_of(&office, post, "guanyinqiao.head.administrative.coverage").await;
        assert_eq!(half[0]["state"], "overdue");
    })
    .await;
}

/// When an accident is entered for a unit, a presence duty opens for its administrative head and another for its sector
/// head; each stays open until that person's presence is proven.
#[tokio::test]
async fn s006_an_accident_asks_both_heads_to_be_present() {
    on_each(Place::Guanyinqiao, |world| async move {
        register(&world).await;
        world.activate("guanyinqiao-2023").await;
        world.advance("2023-05-03 10:00").await;
        let (struck, other) = (world.site(&name(8)).await, world.site(&name(1)).await);
        let values = json!({ "date": "2023-05-03", "site": struck, "what": "装卸时货物倾倒" });
        file(&world, "街道应急办", "guanyinqiao.accident-notice", values).await;

        let office = Actor::named(&world, "街道主任").await;
        let of = async |site: Id, head: &str| {
            register_of(&office, site, &format!("guanyinqiao.presence.{head}.accident")).await
        };
        let (administrative, sector) = (of(struck, "administrative").await, of(struck, "sector").await);
        assert_eq!((administrative.len(), sector.len()), (1, 1));
        assert_eq!(administrative[0]["holder"]["name"], "街道应急办行政负责人");
        assert_eq!(sector[0]["holder"]["name"], "区住建委驻街道站行业监管负责人");
        let due = world.at("2023-05-03 14:00").0;
        assert_eq!(administrative[0]["due_at"], due);
        assert!(of(other, "administrative").await.is_empty(), "nobody is called to another unit");

        // One signs a roster on the spot; a record that somebody else led proves nothing for him who stayed away.
        world.advance("2023-05-03 11:00").await;
        let values = json!({
            "date": "2023-05-03", "site": struck, "leader": world.person("行政甲").await, "proof": "指挥确认", "what": "组织疏散"
        });
        file(&world, "街道应急办", "guanyinqiao.presence", values).await;
        assert_eq!(of(struck, "administrative").await[0]["state"], "met");
        assert_ne!(of(struck, "sector").await[0]["state"], "met");
        world.advance("2023-05-04 09:00").await;
        assert_eq!(of(struck, "sector").await[0]["state"], "overdue", "still owed");

        let values = json!({
            "date": "2023-05-04", "site": struck, "leader": world.person("监管乙").await, "proof": "证人确认", "what": "当日到场，次日补证"
        });
        file(&world, "区住建委驻街道站", "guanyinqiao.presence", values).await;
        let late = of(struck, "sector").await;
        assert_eq!(late[0]["state"], "met_late", "late stays late");
    })
    .await;
}

fn name(unit: usize) -> String {
    format!("挂牌单位{unit:02}")
}

/// One section, one branch of a district department, and eight units bound to a head of each.
async fn register(world: &World) {
    world.import("areas", "区域代码,名称,级别,上级区域\n50,重庆市,province,\n5001,市辖区,city,50\n500105,江北区,county,5001\n500105006,观音桥街道,town,500105\n").await;
    let mut orgs = String::from(
        "名称,类型,上级单位,区域代码\n观音桥街道办事处,town-government,,500105006\n街道应急办,section,观音桥街道办事处,500105006\n区住建委驻街道站,district-branch,,500105006\n",
    );
    let mut sites = String::from("名称,类型,所属单位,区域代码,标签\n");
    let mut bound = String::from("监管对象,区域代码,责任角色,单位,岗位\n");
    for unit in 1..=UNITS {
        let name = name(unit);
        orgs.push_str(&format!("{name}公司,enterprise,,500105006\n"));
        sites.push_str(&format!(
            "{name},premises,{name}公司,500105006,重点管控对象\n"
        ));
        bound.push_str(&format!("{name},500105006,行政负责人,街道应急办,行政负责人\n{name},500105006,行业监管负责人,区住建委驻街道站,行业监管负责人\n"));
    }
    world.import("orgs", &orgs).await;
    let posts = "岗位,单位,排序,审核人,收件人\n主任,观音桥街道办事处,1,是,是\n行政负责人,街道应急办,1,是,否\n经办人,街道应急办,2,否,是\n行业监管负责人,区住建委驻街道站,1,是,否\n经办人,区住建委驻街道站,2,否,是\n";
    world.import("posts", posts).await;
    let people = "姓名,单位,岗位,任职起\n街道主任,观音桥街道办事处,主任,2022-12-01\n行政甲,街道应急办,行政负责人,2022-12-01\n街道应急办经办,街道应急办,经办人,2022-12-01\n\
                  监管乙,区住建委驻街道站,行业监管负责人,2022-12-01\n区住建委驻街道站经办,区住建委驻街道站,经办人,2022-12-01\n";
    world.import("persons", people).await;
    world.import("sites", &sites).await;
    world.import("capacities", &bound).await;
}

/// The clerk of a body files.
async fn file(world: &World, body: &str, form: &str, values: Value) {
    let clerk = world.person(&format!("{body}经办")).await;
    let clerk = Actor::with_role(world, clerk, "township").await;
    let filling =
        json!({ "form": form, "form_version": 1, "body": world.org(body).await, "values": values });
    clerk
        .put(&format!("/records/{}", world.fresh_id()), filling)
        .await
        .ok();
}

async fn post(world: &World, body: &str, title: &str) -> Id {
    let (org, title) = (world.org(body).await, title.to_owned());
    let found = world
        .read(move |sql| registry::person::store::post_by_title(sql, org, &title))
        .await;
    found.expect("a post of that title").id
}

async fn register_of(actor: &Actor, subject: Id, definition: &str) -> Vec<Value> {
    let register = actor
        .get(&format!("/registers/{subject}?definition={definition}"))
        .await
        .ok();
    register.as_array().expect("rows").clone()
}
