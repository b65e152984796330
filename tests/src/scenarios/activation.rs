//! A plan is previewed, put in force by name on a day, changed by a further version, and read beside its own text.

use crate::world::{Actor, Place, World, on_each};
use policy::{Library, Source};
use serde_json::{Value, json};
use std::path::Path;
use store::Sql;

/// The pack of every rhythm, with its text changed.
fn changed(change: impl Fn(&str) -> String) -> Library {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("packs/cadences");
    let sources = server::packs::beneath(&folder).expect("packs can be read");
    let own = |source: &Source| source.path.contains("cadences");
    let sources = sources.into_iter().map(|source| match own(&source) {
        true => Source::new(source.path.clone(), change(&source.text)),
        false => source,
    });
    Library::from_sources(sources.collect()).expect("a well-formed pack")
}

/// The same database under another version of the packs, as after an upgrade.
async fn upgraded(mut world: World, library: Library) -> World {
    // The process of the version before has ended, and with it its lease.
    world
        .arrange(|tx| {
            tx.execute("delete from lease", &[])?;
            tx.note(
                kernel::id::Id::natural("tests", "upgrade"),
                "ended",
                json!({}),
            )
        })
        .await;
    let (app, router) = server::app(world.app.store.clone(), library).expect("an application");
    world.app = app;
    world.router = router;
    world
}

fn second_version(change: impl Fn(&str) -> String) -> Library {
    changed(|text| {
        change(&text.replace(
            "version = 1\ntitle = \"节律示例方案\"",
            "version = 2\ntitle = \"节律示例方案\"",
        ))
    })
}

async fn head(world: &World) -> Actor {
    Actor::named(world, "安办主任").await
}

async fn obligations(world: &World) -> i64 {
    world
        .read(|sql| {
            let row = sql.one("select count(*) as n from obligation", &[])?;
            row.map_or(Ok(0), |row| row.int("n"))
        })
        .await
}

fn of<'v>(list: &'v Value, key: &str, id: &str) -> &'v Value {
    let list = list.as_array().expect("a list");
    let found = list.iter().find(|one| one[key] == id);
    found.unwrap_or_else(|| panic!("{id} in {list:?}"))
}

#[tokio::test]
async fn a_preview_says_what_opens_for_whom_and_what_is_satisfied_and_keeps_nothing() {
    on_each(Place::Cadences, |world| async move {
        let office = head(&world).await;
        world.advance("2022-01-04 09:00").await;
        let clerk = Actor::named(&world, "甲厂厂长").await;
        let filling = json!({ "form": "ca.record", "form_version": 1, "body": world.org("甲厂").await, "values": { "what": "事项" } });
        clerk.put(&format!("/records/{}", world.fresh_id()), filling).await.ok();

        let preview = office.get("/packs/cadences/preview?on=2022-01-04&limit=30").await.ok();
        let day = of(&preview["opens"], "definition", "ca.day");
        assert_eq!((&day["first_opens"], &day["first_count"]), (&json!("2022-01-04"), &json!(1)));
        assert_eq!(day["year_count"], 365, "from 4 January over 365 days");
        assert_eq!(day["holders"], json!({ "enterprise": 1 }));
        assert_eq!(day["satisfied"], 1, "the record of today meets the day");
        assert_eq!(of(&preview["opens"], "definition", "ca.month")["satisfied"], 1);
        let week = of(&preview["opens"], "definition", "ca.week");
        assert_eq!((&week["first_count"], &week["satisfied"]), (&json!(2), &json!(0)));
        let themed = of(&preview["opens"], "definition", "ca.themed");
        assert_eq!(themed["first_opens"], "2022-07-01");

        // One enterprise holds the daily duties of everybody: more than thirty records a month.
        let over = preview["over"].as_array().expect("holders");
        assert_eq!(over.len(), 2, "the enterprise, and its team with two talks a shift: {over:?}");
        assert!(over.iter().any(|one| one["holder"]["name"] == "甲厂"));
        let towns = of(&preview["posts"], "kind", "town-government");
        assert_eq!((&towns["holders"], &towns["visits_most"]), (&json!(2), &json!(0.0)));
        assert_eq!(of(&preview["classes"], "class", "挂牌单位")["units"], 2);

        assert_eq!(obligations(&world).await, 0, "nothing was kept");
        let passed = office.get("/packs/cadences/preview?on=2022-01-03").await;
        assert_eq!(passed.refused(422), "plans.day_passed");
        let none = office.get("/packs/nowhere/preview").await;
        assert_eq!(none.refused(404), "plans.unknown.not_found");
    })
    .await;
}

#[tokio::test]
async fn an_activation_is_confirmed_by_name_dated_and_done_once() {
    on_each(Place::Cadences, |world| async move {
        let office = head(&world).await;
        let ask = |on: &str, name: &str| json!({ "on": on, "confirm": name });
        let path = "/packs/cadences/activate";
        let other = office.post(path, ask("2022-01-10", "别人")).await;
        assert_eq!(other.refused(422), "plans.not_your_name");
        let passed = office.post(path, ask("2021-12-31", "安办主任")).await;
        assert_eq!(passed.refused(422), "plans.day_passed");
        let late = office.post(path, ask("2099-01-01", "安办主任")).await;
        assert_eq!(late.refused(422), "plans.after_end");

        let asked = office.post(path, ask("2022-01-10", "安办主任")).await.ok();
        assert_eq!(
            (&asked["on"], &asked["done_at"]),
            (&json!("2022-01-10"), &Value::Null)
        );
        let again = office.post(path, ask("2022-01-11", "安办主任")).await;
        assert_eq!(again.refused(409), "plans.asked_before.conflict");

        world.advance("2022-01-09 23:59").await;
        assert_eq!(obligations(&world).await, 0);
        world.advance("2022-01-10 08:00").await;
        assert!(
            0 < obligations(&world).await,
            "from its day on it opens by itself"
        );
        let pack = office.get("/packs/cadences").await.ok();
        assert_eq!(pack["brief"]["active_version"], 1);
        let act = &pack["activations"][0];
        assert_eq!(act["confirmed_as"], "安办主任");
        assert_eq!(act["done_at"], world.at("2022-01-10 00:00").0);

        let twice = office.post(path, ask("2022-01-10", "安办主任")).await;
        assert_eq!(twice.refused(409), "plans.in_force.conflict");
    })
    .await;
}

/// What was confirmed is one version: where another is installed on the day, the act fails with the reason and holds up
/// no further one.
#[tokio::test]
async fn a_planned_activation_that_is_refused_on_its_day_can_be_asked_again() {
    on_each(Place::Cadences, |world| async move {
        let office = head(&world).await;
        let ask = |on: &str| json!({ "on": on, "confirm": "安办主任" });
        let path = "/packs/cadences/activate";
        office.post(path, ask("2022-01-10")).await.ok();
        let world = upgraded(world, second_version(str::to_owned)).await;
        let office = head(&world).await;
        world.advance("2022-01-11 08:00").await;
        assert_eq!(obligations(&world).await, 0, "nothing was put in force");
        let pack = office.get("/packs/cadences").await.ok();
        let act = &pack["activations"][0];
        assert_eq!(act["failed"]["code"], "plans.other_version.conflict");
        assert_eq!(act["failed"]["params"]["installed"], "2");
        office.post(path, ask("2022-01-11")).await.ok();
        world.advance("2022-01-11 08:01").await;
        assert!(0 < obligations(&world).await);
    })
    .await;
}

/// Each subject of a duty in proportion has a part of its own: a further version that changes nothing of it leaves it
/// alone, and one that does asks each for its part.
#[tokio::test]
async fn a_recut_asks_each_subject_for_its_own_part() {
    on_each(Place::Cadences, |world| async move {
        world.activate("cadences").await;
        let sites = "名称,类型,所属单位,区域代码,启用日期\n一车间,workshop,甲厂,320412100,2022-02-10\n\
                     二车间,workshop,甲厂,320412100,2022-01-10\n";
        world.import("sites", sites).await;
        world.advance("2022-02-12 09:00").await;
        let world = upgraded(world, second_version(str::to_owned)).await;
        let office = head(&world).await;
        let recut = office.get("/packs/cadences/preview").await.ok()["recut"].clone();
        assert_eq!(recut, json!([]), "a version alone changes nothing");

        let more = second_version(|text| {
            text.replace("count = 4, form = \"ca.visit\"", "count = 8, form = \"ca.visit\"")
        });
        let world = upgraded(world, more).await;
        let office = head(&world).await;
        let asked = json!({ "on": "2022-02-12", "confirm": "安办主任", "recut": true });
        office.post("/packs/cadences/activate", asked).await.ok();
        for (site, states, total) in [("一车间", ["open", "withdrawn"], 6), ("二车间", ["open", "withdrawn"], 8)] {
            let site = world.site(site).await;
            let path = format!("/registers/{site}?definition=ca.site-hours");
            let register = office.get(&path).await.ok();
            let february = register.as_array().expect("rows").iter();
            let february: Vec<&Value> = february.filter(|row| row["period"] == "2022-02").collect();
            let mut found: Vec<&str> = february.iter().filter_map(|row| row["state"].as_str()).collect();
            found.sort_unstable();
            assert_eq!(found, states);
            let open = february.iter().find(|row| row["state"] == "open").expect("the new one");
            assert_eq!(open["progress"]["total"], total, "{open}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_would_double_running_obligations_is_refused_by_name() {
    on_each(Place::Cadences, |world| async move {
        world.activate("cadences").await;
        world.advance("2022-02-02 09:00").await;
        let renamed = second_version(|text| text.replace("id = \"ca.year\"", "id = \"ca.yearly\""));
        let world = upgraded(world, renamed).await;
        let office = head(&world).await;
        let preview = office.get("/packs/cadences/preview").await.ok();
        let double = of(&preview["doubles"], "definition", "ca.yearly");
        assert_eq!(
            (&double["running"], &double["subjects"]),
            (&json!("ca.year"), &json!(1))
        );
        let ends = of(&preview["ends"], "definition", "ca.year");
        assert_eq!(ends["running"], 1);

        let before = obligations(&world).await;
        let refused = office
            .post(
                "/packs/cadences/activate",
                json!({ "on": "2022-02-02", "confirm": "安办主任" }),
            )
            .await;
        assert!(
            refused.body["params"]["pairs"]
                .as_str()
                .is_some_and(|pairs| pairs.contains("年述职"))
        );
        assert_eq!(refused.refused(409), "plans.doubles.conflict");
        assert_eq!(obligations(&world).await, before, "nothing half done");
    })
    .await;
}

/// A further version changes what begins later; what runs keeps its own, unless the act says so.
#[tokio::test]
async fn a_further_version_leaves_what_runs_and_a_recut_opens_it_again() {
    on_each(Place::Cadences, |world| async move {
        world.activate("cadences").await;
        world.advance("2022-02-02 09:00").await;
        let earlier = second_version(|text| {
            text.replace("due = { day_of_month = 25 }", "due = { day_of_month = 20 }")
        });
        let world = upgraded(world, earlier).await;
        let office = head(&world).await;
        let preview = office.get("/packs/cadences/preview").await.ok();
        assert_eq!(
            (&preview["version"], &preview["active_version"]),
            (&json!(2), &json!(1))
        );
        let change = of(&preview["changes"], "id", "ca.month-25");
        assert_eq!(
            (&change["change"], &change["fields"][0]["field"]),
            (&json!("changed"), &json!("when"))
        );
        assert!(
            change["fields"][0]["after"]
                .as_str()
                .is_some_and(|text| text.contains("20"))
        );
        let recut = of(&preview["recut"], "definition", "ca.month-25");
        assert_eq!(
            (&recut["period"], &recut["count"]),
            (&json!("2022-02"), &json!(1))
        );
        assert_eq!(
            preview["recut"].as_array().map(Vec::len),
            Some(1),
            "{}",
            preview["recut"]
        );

        let asked = json!({ "on": "2022-02-02", "confirm": "安办主任", "recut": true });
        let act = office.post("/packs/cadences/activate", asked).await.ok();
        assert_eq!(act["withdrawn"], 1);
        let register = office
            .get(&format!(
                "/registers/{}?definition=ca.month-25",
                world.org("甲厂").await
            ))
            .await
            .ok();
        let february: Vec<&Value> = register
            .as_array()
            .expect("rows")
            .iter()
            .filter(|row| row["period"] == "2022-02")
            .collect();
        assert_eq!(february.len(), 2);
        let state = |state: &str| february.iter().find(|row| row["state"] == state).copied();
        assert_eq!(
            state("withdrawn").expect("the old one")["due_at"],
            world.at("2022-02-26 00:00").0
        );
        assert_eq!(
            state("open").expect("the new one")["due_at"],
            world.at("2022-02-21 00:00").0
        );

        let packs = office.get("/packs").await.ok();
        assert_eq!(of(&packs, "pack", "cadences")["active_version"], 2);
    })
    .await;
}

#[tokio::test]
async fn a_further_version_without_recut_changes_only_what_begins_later() {
    on_each(Place::Cadences, |world| async move {
        world.activate("cadences").await;
        world.advance("2022-02-02 09:00").await;
        let earlier = second_version(|text| {
            text.replace("due = { day_of_month = 25 }", "due = { day_of_month = 20 }")
        });
        let world = upgraded(world, earlier).await;
        let office = head(&world).await;
        let asked = json!({ "on": "2022-02-02", "confirm": "安办主任" });
        let act = office.post("/packs/cadences/activate", asked).await.ok();
        assert_eq!(act["withdrawn"], 0);
        world.advance("2022-03-01 09:00").await;
        let register = office
            .get(&format!(
                "/registers/{}?definition=ca.month-25",
                world.org("甲厂").await
            ))
            .await
            .ok();
        let due = |period: &str| of(&register, "period", period)["due_at"].clone();
        assert_eq!(due("2022-02"), world.at("2022-02-26 00:00").0);
        assert_eq!(due("2022-03"), world.at("2022-03-21 00:00").0);
    })
    .await;
}

#[tokio::test]
async fn the_browser_finds_clauses_and_definitions_by_their_words() {
    on_each(Place::Cadences, |world| async move {
        let office = head(&world).await;
        let all = office.get("/packs/cadences").await.ok();
        assert!(20 < all["definitions"].as_array().expect("definitions").len());
        let found = office.get("/packs/cadences?q=主题").await.ok();
        let ids: Vec<&str> = found["definitions"]
            .as_array()
            .expect("definitions")
            .iter()
            .filter_map(|one| one["id"].as_str())
            .collect();
        assert_eq!(ids, ["ca.themed"]);
        assert_eq!(found["clauses"], json!([]));
        let forms = office.get("/packs/cadences?table=form").await.ok();
        assert!(
            forms["definitions"]
                .as_array()
                .expect("forms")
                .iter()
                .all(|one| one["table"] == "form")
        );
    })
    .await;
}

#[tokio::test]
async fn an_assumed_parameter_is_confirmed_once_by_name() {
    on_each(Place::Anji, |world| async move {
        let office = Actor::named(&world, "汪行林").await;
        let waiting = |packs: &Value| of(packs, "pack", "anji-2022")["to_confirm"].as_u64().expect("a count");
        let before = waiting(&office.get("/packs").await.ok());
        assert!(0 < before);
        let pack = office.get("/packs/anji-2022?table=clause").await.ok();
        let clauses = pack["clauses"].as_array().expect("clauses");
        let assumed = |clause: &&Value| {
            let own = clause["parameters"].as_array().expect("parameters");
            own.iter().any(|parameter| parameter["assumed"] == true)
        };
        let clause = clauses.iter().find(assumed).expect("an assumed one");
        let parameter = clause["parameters"]
            .as_array()
            .expect("parameters")
            .iter()
            .find(|parameter| parameter["assumed"] == true)
            .expect("an assumed one");
        let one = json!({ "clause": clause["id"], "name": parameter["name"] });

        let path = "/packs/anji-2022/parameters/confirm";
        let other = office.post(path, json!({ "confirm": "别人", "parameters": [one] })).await;
        assert_eq!(other.refused(422), "plans.not_your_name");
        let unknown = json!({ "confirm": "汪行林", "parameters": [{ "clause": clause["id"], "name": "没有这个" }] });
        assert_eq!(office.post(path, unknown).await.refused(422), "plans.nothing_to_confirm");
        let confirm = json!({ "confirm": "汪行林", "parameters": [one] });
        let done = office.post(path, confirm.clone()).await.ok();
        assert_eq!((&done["confirmed"], &done["brief"]["to_confirm"]), (&json!(1), &json!(before - 1)));
        assert_eq!(office.post(path, confirm).await.ok()["confirmed"], 0, "once");
        let shown = office
            .get(&format!("/plans/anji-2022/clauses/{}", clause["id"].as_str().expect("an id")))
            .await
            .ok();
        let shown = of(&shown["parameters"], "name", parameter["name"].as_str().expect("a name"));
        assert_eq!(shown["assumed"], false);

        let rest = office.post(path, json!({ "confirm": "汪行林" })).await.ok();
        assert_eq!(rest["confirmed"], before - 1);
        assert_eq!(waiting(&office.get("/packs").await.ok()), 0);
    })
    .await;
}

/// A made-up text in the manner of such documents; its words are nobody's.
const TEXT: &str = "关于示例工作的通知\n一、第一部分\n　　1．示例事项甲。\n2．示例事项乙。\n二、第二部分\n3．示例事项丙。\n4．示例事项丁，\
                    每季做四件事。\n4.5 单列的一句。\n5．示例事项戊。\n";

#[tokio::test]
async fn a_text_of_the_user_is_tied_to_the_clauses_and_shows_their_live_states() {
    on_each(Place::Anji, |world| async move {
        world.activate("anji-2022").await;
        world.advance("2022-04-05 09:00").await;
        let office = Actor::named(&world, "汪行林").await;
        let path = "/plans/anji-2022/text";
        assert_eq!(
            office.get(path).await.refused(404),
            "plans.no_text.not_found"
        );
        let empty = office.post(path, json!({ "text": " \n " })).await;
        assert_eq!(empty.refused(422), "plans.text_empty");

        office.post(path, json!({ "text": TEXT })).await.ok();
        let view = office.get(path).await.ok();
        let paragraphs = view["paragraphs"].as_array().expect("paragraphs");
        assert_eq!(paragraphs.len(), 9);
        let ids = |paragraph: &Value| -> Vec<String> {
            let clauses = paragraph["clauses"].as_array().expect("clauses");
            clauses
                .iter()
                .filter_map(|one| one["id"].as_str().map(str::to_owned))
                .collect()
        };
        assert_eq!(ids(&paragraphs[0]), Vec::<String>::new());
        let fourth = ids(&paragraphs[6]);
        assert!(
            fourth.contains(&"AJ-04.4".to_owned()) && !fourth.contains(&"AJ-04.5".to_owned()),
            "{fourth:?}"
        );
        assert_eq!(
            ids(&paragraphs[7]),
            ["AJ-04.5"],
            "what the document numbers in full needs no reading"
        );
        // The first quarter went by without a record: thirteen inspections are late, thirteen more are open.
        assert_eq!(
            (
                &paragraphs[7]["bar"]["overdue"],
                &paragraphs[7]["bar"]["open"]
            ),
            (&json!(13), &json!(13))
        );
        assert!(
            view["untied"]
                .as_array()
                .expect("others")
                .iter()
                .any(|one| one["id"] == "AJ-24.1")
        );

        let again = office.post(path, json!({ "text": TEXT })).await.ok();
        assert_eq!(again["edition"], 1, "the same text again changes nothing");
        let tied = office.send(
            axum::http::Method::PUT,
            "/plans/anji-2022/text/9",
            Some(json!({ "clauses": ["AJ-24.1"] })),
        );
        let tied = tied.await.ok();
        assert_eq!(ids(&tied["paragraphs"][8]), ["AJ-24.1"]);
        let unknown = office
            .put("/plans/anji-2022/text/9", json!({ "clauses": ["AJ-99"] }))
            .await;
        assert_eq!(unknown.refused(404), "plans.unknown.not_found");
        let beyond = office
            .put("/plans/anji-2022/text/99", json!({ "clauses": [] }))
            .await;
        assert_eq!(beyond.refused(404), "plans.unknown_paragraph.not_found");
        let longer = office
            .post(path, json!({ "text": format!("{TEXT}6．再加一句。\n") }))
            .await
            .ok();
        assert_eq!(longer["edition"], 2);
    })
    .await;
}

/// A matrix takes duties of every rhythm: what comes oftener stands together in one cell, what fits into no column has a
/// column of its own, and every cell leads to the obligations behind it.
#[tokio::test]
async fn a_matrix_has_columns_for_every_rhythm_and_obligations_behind_every_cell() {
    const MATRIX: &str = r#"
[[matrix]]
id = "ca.all"
title = "各种节律"
clauses = ["CA-1"]
duties = ["ca.shift", "ca.month", "ca.season", "ca.themed", "ca.once", "ca.week"]
every = "month"
"#;
    on_each(Place::Cadences, |world| async move {
        let library = changed(|text| match text.contains("[pack]") {
            true => format!("{text}{MATRIX}"),
            false => text.to_owned(),
        });
        let world = upgraded(world, library).await;
        world.activate("cadences").await;
        world.advance("2022-02-28 09:00").await;
        world.advance("2022-04-20 09:00").await;
        let office = head(&world).await;
        let matrix = office.get("/matrices/ca.all?year=2022").await.ok();
        let columns = matrix["columns"].as_array().expect("columns");
        assert_eq!(
            columns
                .iter()
                .filter(|column| column["regular"] == true)
                .count(),
            12
        );
        let season = of(&matrix["columns"], "period", "2022-04-15/2022-10-15");
        assert_eq!(
            (&season["regular"], &season["to"]),
            (&json!(false), &json!("2022-10-15"))
        );
        let once = of(&matrix["columns"], "period", "2022-12-31");
        assert_eq!(
            once["to"],
            Value::Null,
            "a fixed date has no last day of cover"
        );

        let cells = matrix["cells"].as_array().expect("cells");
        let team = world.org("甲厂一班").await.to_string();
        let shifts = cells
            .iter()
            .find(|cell| {
                cell["definition"] == "ca.shift"
                    && cell["period"] == "2022-02"
                    && cell["subject"] == team.as_str()
            })
            .expect("the shifts of February");
        assert_eq!(
            (&shifts["count"], &shifts["state"]),
            (&json!(56), &json!("lapsed")),
            "28 days × 2 shifts"
        );
        let behind = office
            .get(&format!(
                "/matrices/ca.all/cell?subject={team}&definition=ca.shift&period=2022-02&year=2022"
            ))
            .await
            .ok();
        assert_eq!(behind.as_array().map(Vec::len), Some(56));

        // A week that lies in two months fits into neither.
        let weeks = of(&matrix["columns"], "period", "2022-W05");
        assert_eq!(
            (&weeks["from"], &weeks["to"]),
            (&json!("2022-01-31"), &json!("2022-02-06"))
        );
        let month = of(&matrix["totals"], "period", "2022-02");
        // Shifts, the month itself, and two groups × the three whole weeks of February.
        assert_eq!(month["total"], 56 + 1 + 2 * 3);
    })
    .await;
}
