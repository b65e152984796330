//! Chasing: who still owes, grouped by body; the same as text for a group; everybody urged in one act.

use crate::world::{Actor, Place, World, on_each};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use store::Sql;

const REPORT: &str = "committee.quarterly-report";

async fn owing(who: &Actor, query: &str) -> Value {
    who.get(&format!("/owing?{query}")).await.ok()
}

fn items(list: &Value) -> &Vec<Value> {
    list["items"].as_array().expect("items")
}

async fn april(world: &World) -> Actor {
    world.activate("anji-2022").await;
    world.advance("2022-04-05 09:00").await;
    Actor::named(world, "汪行林").await
}

#[tokio::test]
async fn who_still_owes_is_grouped_by_body_with_the_person_answering_today() {
    on_each(Place::Anji, |world| async move {
        let office = april(&world).await;
        let all = owing(&office, &format!("definition={REPORT}")).await;
        assert_eq!(
            (&all["bodies"], &all["count"], &all["late"]),
            (&json!(13), &json!(26), &json!(13))
        );
        let first = &items(&all)[0];
        assert_eq!((&first["count"], &first["late"]), (&json!(2), &json!(1)));
        let end = world.at("2022-04-01 00:00");
        assert_eq!(first["oldest_due"], end.0, "the first quarter's last day");
        let person = first["person"]["name"].as_str().expect("a person answers");
        let body = first["body"]["name"].as_str().expect("a body");
        let director = Actor::in_post(&world, body, "主任").await;
        assert_eq!(
            first["person"]["id"],
            director.person.to_string(),
            "{person}"
        );

        let late = owing(&office, &format!("definition={REPORT}&state=late")).await;
        assert_eq!((&late["bodies"], &late["count"]), (&json!(13), &json!(13)));
        let clause = owing(&office, "plan=anji-2022&clause=AJ-04.6&period=2022Q1").await;
        assert_eq!(clause["count"], 13);
        assert_eq!(owing(&office, "plan=wujin-2023").await["count"], 0);
        let listed = office
            .get(&format!("/obligations?definition={REPORT}&state=late"))
            .await
            .ok();
        assert_eq!(
            listed["count"], late["count"],
            "the list and the groups count the same rows"
        );
    })
    .await;
}

#[tokio::test]
async fn pages_follow_each_other_and_a_township_sees_its_own() {
    on_each(Place::Anji, |world| async move {
        let office = april(&world).await;
        let whole = owing(&office, "limit=200").await;
        let wanted: Vec<Value> = items(&whole)
            .iter()
            .map(|row| row["body"]["id"].clone())
            .collect();
        let (mut pages, mut after) = (Vec::new(), String::new());
        loop {
            let page = owing(&office, &format!("limit=7{after}")).await;
            assert_eq!(page["count"], whole["count"], "every page knows the whole");
            pages.extend(items(&page).iter().map(|row| row["body"]["id"].clone()));
            let Some(next) = page["next"].as_str() else {
                break;
            };
            after = format!("&after={next}");
            if pages.len() > 250 {
                break;
            }
        }
        let seen: BTreeSet<String> = pages.iter().map(Value::to_string).collect();
        assert_eq!(seen.len(), pages.len(), "no body stands twice");
        assert_eq!(pages[..wanted.len()], wanted[..]);
        let foreign = office.get("/owing?after=nonsense").await;
        assert_eq!(foreign.refused(422), "page.foreign_key");

        let town = Actor::of_town(&world, "递铺街道").await;
        let own = owing(&town, "").await;
        assert!(own["count"].as_i64() < whole["count"].as_i64());
        let area = world.read(|sql| {
            let row = sql.one("select id from area where name = '递铺街道'", &[])?;
            row.map(|row| row.id("id")).transpose()
        });
        let area = area.await.expect("the township");
        let narrowed = owing(&office, &format!("area={area}")).await;
        let within: BTreeSet<String> = items(&narrowed)
            .iter()
            .map(|row| row["body"]["id"].to_string())
            .collect();
        assert!(!within.is_empty());
        for row in items(&own) {
            let body = row["body"]["id"].to_string();
            let held = row["body"]["name"].as_str().unwrap_or_default();
            assert!(within.contains(&body) || held.contains("递铺"), "{held}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_text_for_a_group_holds_bodies_and_counts_and_no_person() {
    on_each(Place::Anji, |world| async move {
        let office = april(&world).await;
        let bytes = office
            .download(&format!("/owing.txt?definition={REPORT}&state=late"))
            .await;
        let text = String::from_utf8(bytes).expect("text");
        assert!(text.starts_with("【演示数据，非真实情况】"), "{text}");
        assert!(
            text.contains("13 个单位共 13 项未办结，其中逾期 13 项"),
            "{text}"
        );
        assert!(text.contains("县燃气专委办：1 项（逾期 1 项）"), "{text}");
        let names = world.read(|sql| {
            let rows = sql.query("select name from person", &[])?;
            rows.iter()
                .map(|row| row.text("name"))
                .collect::<store::Result<Vec<String>>>()
        });
        for name in names.await {
            assert!(!text.contains(&name), "{name} stands in the text");
        }
    })
    .await;
}

#[tokio::test]
async fn all_are_urged_in_one_act_and_nobody_twice_a_day() {
    on_each(Place::Anji, |world| async move {
        let office = april(&world).await;
        let filter = json!({ "definition": REPORT, "state": "late" });
        let first = office.post("/owing/urge", filter.clone()).await.ok();
        assert_eq!(
            (&first["urged"], &first["passed_over"], &first["unreached"]),
            (&json!(13), &json!(0), &json!(0))
        );
        assert_eq!(items(&first).len(), 13);
        assert!(
            items(&first)
                .iter()
                .all(|row| row["urged"] == 1 && row["person"].is_object())
        );
        let director = Actor::in_post(&world, "县燃气专委办", "主任").await;
        let told = director.get("/messages").await.ok();
        let urges = || items(&told).iter().filter(|one| one["category"] == "urge");
        assert_eq!(urges().count(), 1);
        let message = urges().next().expect("a message");
        assert_eq!(message["must_know"], true);
        assert!(
            message["text"]
                .as_str()
                .expect("words")
                .contains("1 项待办未办结"),
            "{message}"
        );

        let again = office.post("/owing/urge", filter.clone()).await.ok();
        assert_eq!(
            (&again["urged"], &again["passed_over"]),
            (&json!(0), &json!(13))
        );
        // What lies outside of the first act is urged, what was in it is not.
        let wider = office
            .post("/owing/urge", json!({ "definition": REPORT }))
            .await
            .ok();
        assert_eq!(
            (&wider["urged"], &wider["passed_over"]),
            (&json!(13), &json!(13))
        );
        world.advance("2022-04-06 09:01").await;
        let next_day = office.post("/owing/urge", filter).await.ok();
        assert_eq!(next_day["urged"], 13);
        let entries = world.read(|sql| {
            let rows = sql.query(
                "select body from ledger_entry where act = 'chasing.urge'",
                &[],
            )?;
            rows.iter()
                .map(|row| row.text("body"))
                .collect::<store::Result<Vec<String>>>()
        });
        let entries = entries.await;
        assert_eq!(entries.len(), 3, "an act that urged nobody leaves no entry");
        assert!(
            entries
                .iter()
                .all(|body| body.contains(REPORT) && body.contains("\"count\":13"))
        );
    })
    .await;
}

/// What was urged one by one today is not urged again with all others.
#[tokio::test]
async fn a_single_urge_counts_for_the_limit_too() {
    on_each(Place::Anji, |world| async move {
        let office = april(&world).await;
        let late = office
            .get(&format!("/obligations?definition={REPORT}&state=late"))
            .await
            .ok();
        let one = items(&late)[0]["id"].as_str().expect("an id").to_owned();
        office
            .post(&format!("/obligations/{one}/urge"), Value::Null)
            .await
            .ok();
        let all = office
            .post(
                "/owing/urge",
                json!({ "definition": REPORT, "state": "late" }),
            )
            .await
            .ok();
        assert_eq!(
            (&all["urged"], &all["passed_over"]),
            (&json!(12), &json!(1))
        );
    })
    .await;
}

/// Yesterday's promise cannot be made any more: it stays missed, and nobody is chased for it.
#[tokio::test]
async fn what_lapsed_is_missed_and_not_owed() {
    on_each(Place::Cadences, |world| async move {
        world.activate("cadences").await;
        let office = Actor::named(&world, "安办主任").await;
        world.advance("2022-01-05 09:00").await;
        let owed = owing(&office, "definition=ca.day").await;
        assert_eq!((&owed["count"], &owed["late"]), (&json!(1), &json!(0)));
        let missed = office
            .get("/obligations?definition=ca.day&state=late")
            .await
            .ok();
        assert_eq!(missed["count"], 4, "the first four days of the year");
    })
    .await;
}

/// A county's open obligations are grouped in one walk of an index that holds all that is counted.
#[tokio::test]
async fn the_groups_of_a_county_are_counted_in_the_index() {
    let world = crate::world::on(Place::Anji, crate::world::Backend::Sqlite).await;
    let plan = world.read(|sql| {
        let text = "explain query plan select t.holder, count(*) as n, min(t.due_at) as oldest, \
             cast(sum(case when t.grace_until <= :now then 1 else 0 end) as bigint) as late \
             from obligation t where t.outcome is null and t.opened_at <= :now and (t.area_county = :b0) \
             and (t.after_due <> 'lapses' or t.grace_until > :now) group by t.holder";
        let params = store::params! { "now" => 0i64, "b0" => kernel::id::Id([1; 16]) };
        let rows = sql.query(text, &params)?;
        rows.iter().map(|row| row.text("detail")).collect::<store::Result<Vec<String>>>()
    });
    let plan = plan.await.join("; ");
    assert!(
        plan.contains("COVERING INDEX obligation_county_holder_open"),
        "{plan}"
    );
    assert!(!plan.contains("TEMP B-TREE"), "{plan}");
}
