//! What a window of a key period counts does not depend on the order in which records come.

use super::{file, in_force, rows};
use crate::world::{Actor, Place, World, on, on_each};
use engine::obligations::{Kind, Rule};
use engine::satisfaction::Standing;
use engine::satisfaction::beside::rules::spill;
use kernel::id::Id;
use kernel::time::Moment;
use policy::{Filter, Measure, Part, Requirement};
use proptest::prelude::*;
use serde_json::{Value, json};

fn rule(least: i64) -> Rule {
    let part = Part {
        measure: Measure::Count,
        min: Some(least),
        max: None,
        evidence: Filter {
            form: "check".to_owned(),
            actor: Default::default(),
            subject: Default::default(),
            fields: Default::default(),
            filled: Vec::new(),
            members: None,
        },
        name: String::new(),
    };
    Rule {
        definition: "check".to_owned(),
        pack: "plan".to_owned(),
        version: 1,
        kind: Kind::Duty,
        title: String::new(),
        title_en: String::new(),
        clauses: Vec::new(),
        issuer: String::new(),
        requirement: Some(Requirement { all: vec![part] }),
        steps: Vec::new(),
        exclusive: false,
        ladder: None,
        receiver: None,
        correction_workdays: None,
        beside: None,
    }
}

fn credit(number: u8, at: i64) -> Standing {
    Standing {
        id: Id([number; 16]),
        part: 0,
        element: None,
        record: Id([number; 16]),
        amount: 1,
        stated: Moment(at),
        received: Moment(at),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_normal_obligation_is_filled_first_in_any_order(
        records in prop::collection::vec((any::<bool>(), 0i64..20), 0..12),
        least in 0i64..4,
        turned in any::<prop::sample::Index>(),
    ) {
        let all: Vec<(bool, Standing)> = records
            .iter()
            .enumerate()
            .map(|(number, (inside, at))| (*inside, credit(number as u8, *at)))
            .collect();
        let normal: Vec<Standing> = all.iter().map(|(_, credit)| credit.clone()).collect();
        let own: Vec<Standing> =
            all.iter().filter(|(inside, _)| *inside).map(|(_, credit)| credit.clone()).collect();
        let spilled = spill(&rule(least), &normal, &own);

        // As many are left as there are above what the normal one asks, at most those of the window.
        let left: i64 = spilled.iter().map(|credit| credit.amount).sum();
        let above = (normal.len() as i64 - least).max(0);
        prop_assert_eq!(left, above.min(own.len() as i64));

        // The same whatever the order, and never sooner than the records were there.
        let (mut turned_normal, mut turned_own) = (normal.clone(), own.clone());
        if !turned_normal.is_empty() {
            let at = turned.index(turned_normal.len());
            turned_normal.rotate_left(at);
        }
        turned_own.reverse();
        let again = spill(&rule(least), &turned_normal, &turned_own);
        let facts = |found: &[Standing]| -> Vec<(Id, i64, Moment)> {
            found.iter().map(|credit| (credit.record, credit.amount, credit.received)).collect()
        };
        prop_assert_eq!(facts(&spilled), facts(&again));
        for (index, credit) in spilled.iter().enumerate() {
            let by_then = normal.iter().filter(|one| one.received <= credit.received).count() as i64;
            prop_assert!(least + (index as i64) < by_then);
        }
    }
}

/// Whether the key period was entered before the records or after them, the window is met at the same time.
#[tokio::test]
async fn records_before_the_window_opened_count_as_those_after_it() {
    on_each(Place::Cadences, |early| async move {
        let late = on(Place::Cadences, early.backend).await;
        let first = window(&early, Entered::Before).await;
        let second = window(&late, Entered::After).await;
        for key in ["state", "met_at", "due_at", "period"] {
            assert_eq!(first[key], second[key], "{key}");
        }
        assert_eq!(first["state"], "met");
    })
    .await;
}

#[derive(PartialEq)]
enum Entered {
    Before,
    After,
}

async fn window(world: &World, entered: Entered) -> Value {
    let office = in_force(world).await;
    let (body, group) = (
        world.org("督导一组").await,
        Actor::named(world, "组长甲").await,
    );
    world.advance("2022-09-20 09:00").await;
    let enter = async || {
        let period =
            json!({ "title": "国庆节", "from": "2022-10-01", "until": "2022-10-07", "factor": 2 });
        office.post("/key-periods", period).await.ok();
    };
    if entered == Entered::Before {
        enter().await;
    }
    for day in ["2022-10-03", "2022-10-04"] {
        world.advance(&format!("{day} 10:00")).await;
        file(
            world,
            &group,
            body,
            "ca.check",
            day,
            json!({ "kind": "日常检查" }),
        )
        .await;
    }
    world.advance("2022-10-06 09:00").await;
    if entered == Entered::After {
        enter().await;
    }
    let rows = rows(&office, body, "ca.week").await;
    let window = rows
        .into_iter()
        .find(|row| row["period"] == "2022-10-03/2022-10-07");
    window.expect("the window")
}

/// What is excused asks for nothing, so nothing has to be filled before the window.
#[tokio::test]
async fn beside_an_excused_check_one_record_meets_the_window() {
    on_each(Place::Cadences, |world| async move {
        let office = in_force(&world).await;
        let (body, group) = (
            world.org("督导一组").await,
            Actor::named(&world, "组长甲").await,
        );
        world.advance("2022-09-20 09:00").await;
        let period =
            json!({ "title": "国庆节", "from": "2022-10-01", "until": "2022-10-07", "factor": 2 });
        office.post("/key-periods", period).await.ok();
        world.advance("2022-10-04 09:00").await;
        let week = rows(&office, body, "ca.week")
            .await
            .into_iter()
            .find(|row| row["period"] == "2022-W40");
        let id = week.expect("the week")["id"]
            .as_str()
            .expect("an id")
            .to_owned();
        office
            .post(
                &format!("/obligations/{id}/excuse"),
                json!({ "reason": "抽调集中督查" }),
            )
            .await
            .ok();
        file(
            &world,
            &group,
            body,
            "ca.check",
            "2022-10-04",
            json!({ "kind": "日常检查" }),
        )
        .await;
        let rows = rows(&office, body, "ca.week").await;
        let window = rows
            .iter()
            .find(|row| row["period"] == "2022-10-03/2022-10-07")
            .expect("the window");
        assert_eq!(window["state"], "met");
    })
    .await;
}
