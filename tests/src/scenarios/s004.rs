//! S-04: thirteen special committees and the four quarterly mechanisms.

use crate::world::{Actor, Place, World, on_each};
use serde_json::{Value, json};

/// Given 13 committees and the second quarter closing on 30 June, when 12 have all four records and one lacks its
/// inspection, then 51 of 52 are done, the missing cell names committee and action, and the circular prints that.
#[tokio::test]
async fn s004_a_quarter_of_thirteen_committees_shows_51_of_52_and_names_the_missing() {
    on_each(Place::Anji, |world| async move {
        world.activate("anji-2022").await;
        world.advance("2022-04-01 09:00").await;
        let office = Actor::named(&world, "汪行林").await;
        let committees = committees(&world, &office).await;
        assert_eq!(committees.len(), 13);

        world.advance("2022-05-16 10:00").await;
        for committee in &committees {
            file_quarter(&world, committee, committee.name != "县燃气专委会").await;
        }
        world.advance("2022-06-30 23:59").await;
        let before = quarter(&office).await;
        assert_eq!(
            before["done"], 51,
            "on the last day the missing one is not late yet"
        );
        assert_eq!(before["late"], 0);

        world.advance("2022-07-01 00:00").await;
        let after = quarter(&office).await;
        assert_eq!(
            (&after["done"], &after["total"], &after["late"]),
            (&json!(51), &json!(52), &json!(1))
        );
        let missing = after["missing"].as_array().expect("the missing");
        assert_eq!(missing.len(), 1);
        assert_eq!(missing[0]["subject"]["name"], "县燃气专委会");
        assert!(
            missing[0]["action"]
                .as_str()
                .expect("an action")
                .contains("专项检查")
        );

        let circular = office
            .get("/circulars/committee.quarterly?period=2022Q2")
            .await
            .ok();
        assert_eq!(
            (&circular["done"], &circular["total"]),
            (&json!(51), &json!(52))
        );
        assert_eq!(circular["missing"][0]["subject"]["name"], "县燃气专委会");
        assert!(
            circular["missing"][0]["action"]
                .as_str()
                .expect("an action")
                .contains("专项检查")
        );

        let clause = office.get("/plans/anji-2022/clauses/AJ-04.5").await.ok();
        let late = clause["late"].as_array().expect("late ones");
        let late: Vec<&Value> = late
            .iter()
            .filter(|row| row["period"] == "2022Q2")
            .collect();
        assert_eq!(late.len(), 1);
        assert_eq!(
            (&late[0]["subject"]["name"], &late[0]["state"]),
            (&json!("县燃气专委会"), &json!("overdue"))
        );
    })
    .await;
}

/// A report without minutes or inspection turns only its own cell green.
#[tokio::test]
async fn s004_a_report_alone_turns_only_its_own_cell_green() {
    on_each(Place::Anji, |world| async move {
        world.activate("anji-2022").await;
        world.advance("2022-05-16 10:00").await;
        let office = Actor::named(&world, "汪行林").await;
        let committees = committees(&world, &office).await;
        let one = &committees[0];
        let clerk = one.clerk(&world).await;
        let report = report(&world, one, &clerk).await;
        assert_eq!(
            quarter(&office).await["done"],
            0,
            "a report that nobody approved counts for nothing"
        );
        let own = clerk
            .post(&format!("/records/{report}/approve"), json!({}))
            .await;
        assert_eq!(own.refused(422), "records.own_approval");
        one.director(&world)
            .await
            .post(&format!("/records/{report}/approve"), json!({}))
            .await
            .ok();
        let matrix = office
            .get("/matrices/committee.four-mechanisms?year=2022")
            .await
            .ok();
        let lit: Vec<&Value> = matrix["cells"]
            .as_array()
            .expect("cells")
            .iter()
            .filter(|cell| cell["period"] == "2022Q2" && cell["state"] == "met")
            .collect();
        assert_eq!(lit.len(), 1);
        assert_eq!(lit[0]["definition"], "committee.quarterly-report");
    })
    .await;
}

struct Committee {
    name: String,
    office: String,
}

impl Committee {
    async fn director(&self, world: &World) -> Actor {
        Actor::in_post(world, &self.office, "主任").await
    }

    async fn clerk(&self, world: &World) -> Actor {
        Actor::in_post(world, &self.office, "专管员").await
    }
}

async fn committees(_: &World, office: &Actor) -> Vec<Committee> {
    let matrix = office
        .get("/matrices/committee.four-mechanisms?year=2022")
        .await
        .ok();
    let subjects = matrix["subjects"].as_array().expect("subjects").clone();
    subjects
        .iter()
        .map(|subject| {
            let name = subject["name"].as_str().expect("a name").to_owned();
            let office = format!("{}办", name.strip_suffix('会').expect("a committee"));
            Committee { name, office }
        })
        .collect()
}

/// Totals of the second quarter as the matrix has them.
async fn quarter(office: &Actor) -> Value {
    let matrix = office
        .get("/matrices/committee.four-mechanisms?year=2022")
        .await
        .ok();
    let totals = matrix["totals"].as_array().expect("totals");
    totals
        .iter()
        .find(|totals| totals["period"] == "2022Q2")
        .expect("the second quarter")
        .clone()
}

async fn file_quarter(world: &World, committee: &Committee, with_inspection: bool) {
    let (clerk, director) = (
        committee.clerk(world).await,
        committee.director(world).await,
    );
    meeting(world, committee, &clerk).await;
    if with_inspection {
        inspection(world, committee, &clerk, &director).await;
    }
    for record in [
        report(world, committee, &clerk).await,
        circular(world, committee, &clerk).await,
    ] {
        director
            .post(&format!("/records/{record}/approve"), json!({}))
            .await
            .ok();
    }
}

async fn file(
    world: &World,
    committee: &Committee,
    clerk: &Actor,
    form: &str,
    values: Value,
) -> String {
    let id = world.fresh_id().to_string();
    let body = world.org(&committee.office).await;
    let filling = json!({ "form": form, "form_version": 1, "body": body, "values": values });
    clerk.put(&format!("/records/{id}"), filling).await.ok();
    id
}

async fn meeting(world: &World, committee: &Committee, clerk: &Actor) {
    let values = json!({
        "purpose": "专题例会", "date": "2022-05-10", "attendees": [clerk.person], "minutes": "研究二季度风险"
    });
    file(world, committee, clerk, "meeting-minutes", values).await;
}

async fn inspection(world: &World, committee: &Committee, clerk: &Actor, director: &Actor) {
    let values = json!({
        "purpose": "专项检查", "nature": "督导督查", "date": "2022-05-12", "leader": director.person, "found": "无"
    });
    file(world, committee, clerk, "inspection", values).await;
}

async fn report(world: &World, committee: &Committee, clerk: &Actor) -> String {
    let values = json!({ "date": "2022-05-13", "done": "二季度履职情况" });
    file(world, committee, clerk, "duty-report", values).await
}

async fn circular(world: &World, committee: &Committee, clerk: &Actor) -> String {
    let values = json!({ "date": "2022-05-14", "verdict": "良好" });
    file(world, committee, clerk, "evaluation-circular", values).await
}
