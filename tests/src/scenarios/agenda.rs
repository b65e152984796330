//! The calendar, a leader's page, and a matrix whose columns fit every rhythm.

use crate::world::{Actor, Place, World, on_each};
use serde_json::{Value, json};

async fn office(world: &World) -> Actor {
    Actor::named(world, "安办主任").await
}

fn day<'v>(calendar: &'v Value, wanted: &str) -> &'v Value {
    let days = calendar["days"].as_array().expect("days");
    let found = days.iter().find(|one| one["day"] == wanted);
    found.unwrap_or_else(|| panic!("{wanted} in {days:?}"))
}

/// Each day says how much is owed by its end, and gives the rows behind the figure; what is done is no longer there.
#[tokio::test]
async fn the_calendar_counts_what_is_owed_by_each_day_and_lists_it() {
    on_each(Place::Cadences, |world| async move {
        world.activate("cadences").await;
        world.advance("2022-01-05 09:00").await;
        let office = office(&world).await;
        let month = office.get("/calendar?from=2022-01-01&to=2022-01-31&day=2022-01-05").await.ok();
        assert_eq!(month["days"].as_array().map(Vec::len), Some(31));
        let wednesday = day(&month, "2022-01-05");
        assert_eq!((&wednesday["workday"], &wednesday["late"]), (&json!(true), &json!(false)));
        let rows = month["rows"]["items"].as_array().expect("rows");
        assert_eq!(wednesday["owed"], rows.len());
        let mut definitions: Vec<&str> = rows.iter().filter_map(|row| row["definition"].as_str()).collect();
        definitions.sort_unstable();
        // The promise and the patrol of the day, and the shift that ended this morning beside the one that runs.
        assert_eq!(definitions, ["ca.day", "ca.shift", "ca.shift", "ca.workday"]);
        let sunday = day(&month, "2022-01-09");
        assert_eq!(sunday["workday"], false);
        assert_eq!(day(&month, "2022-01-03")["late"], true);

        let clerk = Actor::named(&world, "甲厂厂长").await;
        let filling = json!({
            "form": "ca.record", "form_version": 1, "body": world.org("甲厂").await, "values": { "what": "事项" },
        });
        clerk.put(&format!("/records/{}", world.fresh_id()), filling).await.ok();
        let after = office.get("/calendar?from=2022-01-05&to=2022-01-05").await.ok();
        assert_eq!(day(&after, "2022-01-05")["owed"], 2, "only the team's shifts are left");

        let back = office.get("/calendar?from=2022-01-31&to=2022-01-01").await;
        assert_eq!(back.refused(422), "agenda.bad_span");
        let long = office.get("/calendar?from=2022-01-01&to=2022-12-31").await;
        assert_eq!(long.refused(422), "agenda.bad_span");
    })
    .await;
}

/// Whoever sees one town only finds its days only.
#[tokio::test]
async fn the_calendar_of_a_town_holds_its_own_obligations_only() {
    on_each(Place::Cadences, |world| async move {
        world.activate("cadences").await;
        world.advance("2022-01-05 09:00").await;
        let town = Actor::named(&world, "牛塘镇长").await;
        let month = town
            .get("/calendar?from=2022-01-01&to=2022-01-31&day=2022-01-05")
            .await
            .ok();
        assert_eq!(
            month["rows"]["items"],
            json!([]),
            "the factory lies in the other town"
        );
        let days = month["days"].as_array().expect("days");
        assert!(
            days.iter().all(|one| one["owed"] == 0),
            "nothing of this town falls due in January"
        );
    })
    .await;
}

/// What waits for a leader, what is new since yesterday, and the clause that stands worst.
#[tokio::test]
async fn a_leader_finds_what_waits_what_is_new_and_what_is_worst() {
    on_each(Place::Anji, |world| async move {
        world.activate("anji-2022").await;
        world.advance("2022-04-01 09:00").await;
        let leader = Actor::in_post(&world, "县安委办", "主任").await;
        let page = leader.get("/leader").await.ok();
        let worst = page["worst"].as_array().expect("clauses");
        assert!(!worst.is_empty() && worst.len() <= 3);
        let late: Vec<i64> = worst
            .iter()
            .filter_map(|one| one["late"].as_i64())
            .collect();
        assert!(
            late.windows(2).all(|two| two[0] >= two[1]),
            "the worst first: {late:?}"
        );
        assert!(late.iter().all(|late| 0 < *late));
        // The quarter ended at midnight: its obligations are new among the late ones.
        assert!(0 < page["new"]["late_count"].as_i64().expect("a count"));
        assert_eq!(page["new"]["since"], world.at("2022-03-31 00:00").0);

        // A report that somebody else of his office filed waits for his approval, and for nobody's once it is given.
        let own = page["waiting"]["count"].as_i64().expect("a count");
        let committee = Actor::in_post(&world, "县燃气专委办", "专管员").await;
        let record = world.fresh_id();
        let filling = json!({
            "form": "duty-report", "form_version": 1, "body": world.org("县燃气专委办").await,
            "values": { "date": "2022-03-30", "done": "一季度情况" },
        });
        committee
            .put(&format!("/records/{record}"), filling)
            .await
            .ok();
        let director = Actor::in_post(&world, "县燃气专委办", "主任").await;
        let waiting = director.get("/leader").await.ok()["waiting"].clone();
        assert_eq!(waiting["approvals"][0]["id"], record.to_string());
        director
            .post(&format!("/records/{record}/approve"), json!({}))
            .await
            .ok();
        let after = director.get("/leader").await.ok()["waiting"].clone();
        assert_eq!(after["approvals"], json!([]));
        assert_eq!(
            leader.get("/leader").await.ok()["waiting"]["count"],
            own,
            "nothing of it was his"
        );
    })
    .await;
}

/// Plans list what they print and draw.
#[tokio::test]
async fn circulars_and_draws_are_listed() {
    on_each(Place::Anji, |world| async move {
        let office = Actor::named(&world, "汪行林").await;
        let circulars = office.get("/circulars").await.ok();
        let circulars = circulars.as_array().expect("circulars");
        let quarterly = circulars
            .iter()
            .find(|one| one["id"] == "committee.quarterly")
            .expect("the circular");
        assert_eq!(
            (&quarterly["every"], &quarterly["issuer"]),
            (&json!("quarter"), &json!("县安委办"))
        );
        assert!(
            !quarterly["title_en"]
                .as_str()
                .unwrap_or_default()
                .is_empty()
        );
        let draws = office.get("/draws").await.ok();
        for draw in draws.as_array().expect("draws") {
            let id = draw["id"].as_str().expect("an id");
            office.get(&format!("/draws/{id}")).await.ok();
        }
    })
    .await;
}
