//! S-19: meetings of creation and the monthly census.

use crate::world::{Actor, Place, World, on_each};
use serde_json::{Value, json};

const UNIT: &str = "金山纺织厂";

/// Given a unit that filed meetings in January and February and a census in January only, when 1 March comes, then
/// February shows meeting done and census overdue, and the January–February change column is empty with reason
/// "no February census".
#[tokio::test]
async fn s019_a_month_without_census_is_unknown_and_says_so() {
    on_each(Place::Hebi, |world| async move {
        let clerk = clerk_of_the_unit(&world).await;
        world.activate("hebi-2022").await;
        world.advance("2022-01-15 10:00").await;
        meeting(&world, &clerk, "2022-01-15").await;
        census(&world, &clerk, "2022-01-15", (3, 2), "有变化").await;
        world.advance("2022-02-15 10:00").await;
        meeting(&world, &clerk, "2022-02-15").await;
        world.advance("2022-03-01 00:00").await;

        let office = Actor::named(&world, "局长甲").await;
        let matrix = office.get("/matrices/hebi.month?year=2022").await.ok();
        let site = world.site(UNIT).await.to_string();
        let state = |definition: &str| {
            let cells = matrix["cells"].as_array().expect("cells");
            let found = cells.iter().find(|cell| {
                cell["definition"] == definition
                    && cell["period"] == "2022-02"
                    && cell["subject"] == site.as_str()
            });
            found.expect("the cell")["state"].clone()
        };
        assert_eq!(state("hebi.meeting.monthly"), "met");
        assert_eq!(state("hebi.census.monthly"), "overdue");

        let february = month(&office, "2022-02").await;
        assert_eq!(february["changes"], json!([]));
        assert_eq!(february["reason"]["code"], "census.none");
        assert_eq!(february["reason"]["params"]["month_en"], "February");
        assert_eq!(said(&february["reason"]), "no February census");
    })
    .await;
}

/// Two sheets give the change; "no change" is a value of the sheet, and against the own figures it shows.
#[tokio::test]
async fn s019_the_change_is_worked_out_from_two_sheets() {
    on_each(Place::Hebi, |world| async move {
        let clerk = clerk_of_the_unit(&world).await;
        world.activate("hebi-2022").await;
        let office = Actor::named(&world, "局长甲").await;
        let sheets = [
            ("2022-01-15", (3, 2), "有变化"),
            ("2022-02-15", (5, 2), "有变化"),
            ("2022-03-15", (5, 2), "无变化"),
            ("2022-04-15", (6, 2), "无变化"),
        ];
        for (day, figures, changed) in sheets {
            world.advance(&format!("{day} 10:00")).await;
            census(&world, &clerk, day, figures, changed).await;
        }
        let first = month(&office, "2022-01").await;
        assert_eq!(
            first["reason"]["params"]["month_en"], "December",
            "nothing came before"
        );

        let february = month(&office, "2022-02").await;
        assert_eq!(difference(&february, "risks"), json!(2.0));
        assert_eq!(difference(&february, "hazards"), json!(0.0));
        assert_eq!(february["stated_same"], false);

        let march = month(&office, "2022-03").await;
        assert_eq!(
            (&march["stated_same"], &march["contradicts"]),
            (&json!(true), &json!(false))
        );
        assert_eq!(difference(&march, "risks"), json!(0.0));

        let april = month(&office, "2022-04").await;
        assert_eq!(
            (&april["stated_same"], &april["contradicts"]),
            (&json!(true), &json!(true))
        );
        assert_eq!(difference(&april, "risks"), json!(1.0));

        let bad = office
            .get("/census/hebi.census.monthly?period=2022Q1")
            .await;
        assert_eq!(bad.refused(422), "census.bad_period");
        let none = office.get("/census/hebi.meeting.monthly").await;
        assert_eq!(none.refused(404), "census.unknown.not_found");
    })
    .await;
}

/// Whoever is shown one month of a unit is not thereby shown its record, nor the month before.
#[tokio::test]
async fn s019_a_month_out_of_sight_is_not_compared() {
    on_each(Place::Hebi, |world| async move {
        let clerk = clerk_of_the_unit(&world).await;
        world.activate("hebi-2022").await;
        let office = Actor::named(&world, "局长甲").await;
        for (day, figures) in [("2022-01-15", (3, 2)), ("2022-02-15", (5, 2))] {
            world.advance(&format!("{day} 10:00")).await;
            census(&world, &clerk, day, figures, "有变化").await;
        }
        let january = month(&office, "2022-01").await;
        let february = month(&office, "2022-02").await;
        assert_eq!(difference(&february, "risks"), json!(2.0));

        let other = Actor::extra(&world, "外人", "department").await;
        let shown = async |what: &Value| {
            let what = what
                .as_str()
                .and_then(kernel::id::Id::parse)
                .expect("an id");
            let party = other.person;
            world
                .arrange(move |tx| {
                    engine::sight::give(tx, what, party, "tests")?;
                    tx.note(what, "shown", json!({ "to": party }))
                })
                .await;
        };
        shown(&february["obligation"]).await;
        let seen = month(&other, "2022-02").await;
        assert_eq!(
            (&seen["record"], &seen["record_before"]),
            (&Value::Null, &Value::Null)
        );
        assert_eq!(
            (&seen["values"], &seen["changes"]),
            (&json!({}), &json!([]))
        );
        assert_eq!(seen["reason"]["code"], "census.out_of_sight");
        shown(&february["record"]).await;
        let seen = month(&other, "2022-02").await;
        assert_eq!(seen["record"], february["record"]);
        assert_eq!(
            (&seen["record_before"], &seen["changes"]),
            (&Value::Null, &json!([]))
        );
        assert_eq!(said(&seen["reason"]), "the January census is out of sight");
        shown(&january["obligation"]).await;
        shown(&january["record"]).await;
        assert_eq!(
            month(&other, "2022-02").await["changes"],
            february["changes"]
        );
    })
    .await;
}

/// The text of a reason as readers of English find it.
fn said(reason: &Value) -> String {
    let reason: kernel::reason::Reason = serde_json::from_value(reason.clone()).expect("a reason");
    let catalogue = server::catalogue::Catalogue::of_everything();
    catalogue.text(&reason, mechanism::Lang::En).0
}

/// The clerk of a creation unit of the register.
async fn clerk_of_the_unit(world: &World) -> Actor {
    Actor::named(world, "文员甲").await
}

async fn month(office: &Actor, period: &str) -> Value {
    let view = office
        .get(&format!("/census/hebi.census.monthly?period={period}"))
        .await
        .ok();
    let rows = view["rows"].as_array().expect("rows");
    let own = rows.iter().find(|row| row["subject"]["name"] == UNIT);
    own.expect("the unit").clone()
}

fn difference(row: &Value, field: &str) -> Value {
    let changes = row["changes"].as_array().expect("changes");
    let own = changes.iter().find(|change| change["field"] == field);
    own.expect("the field")["difference"].clone()
}

async fn meeting(world: &World, clerk: &Actor, day: &str) {
    let values = json!({
        "date": day, "level": "创建单位例会", "site": world.site(UNIT).await, "chair": clerk.person,
        "agenda": "分析问题并定措施", "found": "无",
    });
    file(world, clerk, "hebi.meeting", day, values).await;
}

async fn census(
    world: &World,
    clerk: &Actor,
    day: &str,
    (risks, hazards): (i32, i32),
    changed: &str,
) {
    let mut values = json!({
        "date": day, "site": world.site(UNIT).await, "type": "企业", "state": "创建中", "risks": risks,
        "hazards": hazards, "changed": changed,
    });
    if changed == "有变化" {
        values["changes"] = json!([{ "what": "风险点", "now": "已更新" }]);
    }
    file(world, clerk, "hebi.census", day, values).await;
}

async fn file(world: &World, clerk: &Actor, form: &str, day: &str, values: Value) {
    let filling = json!({
        "form": form, "form_version": 1, "body": world.org(UNIT).await, "covers": day, "values": values,
    });
    clerk
        .put(&format!("/records/{}", world.fresh_id()), filling)
        .await
        .ok();
}
