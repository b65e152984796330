//! The search finds everything under its names, numbers and codes, and nothing that is hidden.

use crate::world::{Actor, Place, World, on_each};
use serde_json::{Value, json};

/// Sites of two townships, one with a code.
async fn sites(world: &World) {
    world
        .import(
            "sites",
            "名称,类型,统一社会信用代码,区域代码\n\
             杭垓老树口竹制品厂,premises,91330523MA2B000004,330523104\n\
             递铺老树口木业,premises,,330523001\n",
        )
        .await;
}

/// Kind and title of what a search finds.
async fn found(who: &Actor, words: &str) -> Vec<(String, String)> {
    let answer = who.get(&format!("/search?q={}", encoded(words))).await.ok();
    let items = answer["items"].as_array().expect("results");
    assert!(items.len() <= 20, "one search answers with twenty at most");
    for item in items {
        let link = item["link"].as_str().expect("a link");
        assert!(
            link.starts_with('/') && item["subtitle"].is_string() && item["id"].is_string(),
            "{item}"
        );
    }
    let text = |item: &Value, name: &str| item[name].as_str().expect("a text").to_owned();
    items
        .iter()
        .map(|item| (text(item, "kind"), text(item, "title")))
        .collect()
}

fn encoded(words: &str) -> String {
    words.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

fn titles(found: &[(String, String)], kind: &str) -> Vec<String> {
    found
        .iter()
        .filter(|(own, _)| own == kind)
        .map(|(_, title)| title.clone())
        .collect()
}

#[tokio::test]
async fn two_characters_initials_and_codes_find_sites_bodies_persons_and_posts() {
    on_each(Place::Anji, |world| async move {
        sites(&world).await;
        let office = Actor::named(&world, "汪行林").await;
        let both = found(&office, "树口").await;
        assert_eq!(
            titles(&both, "site"),
            ["杭垓老树口竹制品厂", "递铺老树口木业"]
        );
        assert_eq!(
            titles(&found(&office, "老树口 竹制品").await, "site"),
            ["杭垓老树口竹制品厂"]
        );
        assert_eq!(
            titles(&found(&office, "dplskmy").await, "site"),
            ["递铺老树口木业"]
        );
        assert_eq!(
            titles(&found(&office, "91330523ma2b").await, "site"),
            ["杭垓老树口竹制品厂"]
        );
        assert_eq!(titles(&found(&office, "孔其").await, "person"), ["孔其然"]);
        assert_eq!(titles(&found(&office, "kqr").await, "person"), ["孔其然"]);
        assert!(titles(&found(&office, "县政").await, "org").contains(&"县政府".to_owned()));
        assert_eq!(
            titles(&found(&office, "县政府").await, "org")[0],
            "县政府",
            "the name itself stands first"
        );
        assert!(titles(&found(&office, "县长").await, "post").contains(&"县长".to_owned()));
        assert!(found(&office, "查无此物").await.is_empty());
        assert!(found(&office, "").await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn clauses_tasks_and_matters_are_found_by_number_and_title() {
    on_each(Place::Anji, |world| async move {
        world.activate("anji-2022").await;
        sites(&world).await;
        let office = Actor::named(&world, "汪行林").await;
        let clauses = titles(&found(&office, "AJ-04.5").await, "clause");
        assert!(clauses.iter().any(|title| title.starts_with("4.5 ")), "{clauses:?}");

        let lead = world.org("县政府").await;
        let task = json!({
            "pack": "anji-2022", "number": "甲乙-77", "title": "竹林防火通道整修", "leads": [lead], "due": "2022-09-30"
        });
        office.post("/tasks", task).await.ok();
        for words in ["火通", "甲乙", "zlfhtd"] {
            assert_eq!(titles(&found(&office, words).await, "task"), ["竹林防火通道整修"], "{words}");
        }

        let site = world.site("递铺老树口木业").await;
        let parties = json!({ "rectifier": lead, "regulator": world.org("县应急管理局").await });
        let matter = json!({
            "lifecycle": "hazard.double", "title": "配电箱未上锁", "description": "一号车间", "site": site,
            "source": "行政检查", "grade": "general", "parties": parties
        });
        let opened = office.post("/matters", matter).await.ok();
        let number = opened["number"].as_str().expect("a number");
        for words in ["电箱", number] {
            assert_eq!(titles(&found(&office, words).await, "matter"), ["配电箱未上锁"], "{words}");
        }
    })
    .await;
}

/// What the scope hides is not found, and it leaves no trace in the number of results.
#[tokio::test]
async fn nothing_outside_the_callers_scope_is_found() {
    on_each(Place::Anji, |world| async move {
        sites(&world).await;
        let town = Actor::of_town(&world, "递铺街道").await;
        assert_eq!(
            found(&town, "树口").await,
            [("site".to_owned(), "递铺老树口木业".to_owned())]
        );
        assert!(found(&town, "91330523MA2B000004").await.is_empty());
        let auditor = Actor::extra(&world, "审计员", "audit_admin").await;
        auditor.get("/search?q=a").await.refused(403);
        let unheard = Actor::extra(&world, "旁人", "receiving_clerk").await;
        assert!(
            found(&unheard, "树口").await.is_empty(),
            "a right to search shows nothing by itself"
        );
    })
    .await;
}

/// A word that a whole register bears is answered as well, from the first of its names.
#[tokio::test]
async fn a_word_that_everything_bears_shows_the_first_ones() {
    on_each(Place::Anji, |world| async move {
        let mut rows = "名称,类型,区域代码\n".to_owned();
        for number in 0..350 {
            rows.push_str(&format!(
                "连锁门店{number:03},premises,33052310{}\n",
                if number < 5 { 4 } else { 5 }
            ));
        }
        world.import("sites", &rows).await;
        let office = Actor::named(&world, "汪行林").await;
        let first = titles(&found(&office, "门店").await, "site");
        assert_eq!((first.len(), first[0].as_str()), (20, "连锁门店000"));
        let town = Actor::of_town(&world, "杭垓镇").await;
        assert_eq!(titles(&found(&town, "门店").await, "site").len(), 5);
        assert_eq!(
            titles(&found(&office, "门店 349").await, "site"),
            ["连锁门店349"]
        );
    })
    .await;
}
