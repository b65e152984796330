//! A span of time gives the same rows however it is cut into ticks.

use crate::world::{Actor, Backend, Place, World, on, on_each};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use store::{Sql, Value};

/// Tables that time writes, with every column but those of machine time.
const TABLES: [&str; 6] = [
    "obligation",
    "element",
    "draw",
    "timer",
    "satisfaction",
    "key_period_opening",
];

#[tokio::test]
async fn time_in_one_jump_or_day_by_day_gives_the_same_rows() {
    on_each(Place::Yangzhou, |whole| async move {
        whole.activate("yangzhou-2022").await;
        whole.advance("2022-07-20 12:00").await;
        let daily = on(Place::Yangzhou, whole.backend).await;
        daily.activate("yangzhou-2022").await;
        for day in 1..=30 {
            daily.advance(&format!("2022-06-{day:02} 07:30")).await;
        }
        daily.advance("2022-07-20 12:00").await;
        assert_same(&whole, &daily).await;
    })
    .await;
}

/// Any cut, not only a regular one. On SQLite only: the rule does not touch the database.
#[test]
fn any_cut_of_a_span_gives_the_same_rows() {
    let mut runner = TestRunner::new(Config {
        cases: 6,
        failure_persistence: None,
        ..Config::default()
    });
    let cuts = prop::collection::btree_set(1u32..(45 * 24 * 60), 0..8);
    let outcome = runner.run(&cuts, |cuts| {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(async {
            let whole = started().await;
            let cut = started().await;
            let start = cut.now();
            for minute in &cuts {
                Actor::clock_keeper(&cut)
                    .await
                    .move_to(start.plus_minutes(i64::from(*minute)))
                    .await;
            }
            for world in [&whole, &cut] {
                Actor::clock_keeper(world)
                    .await
                    .move_to(start.plus_minutes(45 * 24 * 60))
                    .await;
            }
            assert_same(&whole, &cut).await;
        });
        Ok(())
    });
    outcome.expect("the same rows for every cut");
}

/// The same for every rhythm that a plan knows, with a key period and a planned event on the way.
#[test]
fn any_cut_of_a_span_gives_the_same_rows_for_every_cadence() {
    let mut runner = TestRunner::new(Config {
        cases: 4,
        failure_persistence: None,
        ..Config::default()
    });
    const MINUTES: u32 = 50 * 24 * 60;
    let cuts = prop::collection::btree_set(1u32..MINUTES, 0..8);
    let outcome = runner.run(&cuts, |cuts| {
        let runtime = tokio::runtime::Runtime::new().expect("a runtime");
        runtime.block_on(async {
            let (whole, cut) = (every_cadence().await, every_cadence().await);
            let start = cut.now();
            let keeper = Actor::clock_keeper(&cut).await;
            for minute in &cuts {
                keeper.move_to(start.plus_minutes(i64::from(*minute))).await;
            }
            for world in [&whole, &cut] {
                let keeper = Actor::clock_keeper(world).await;
                keeper.move_to(start.plus_minutes(i64::from(MINUTES))).await;
            }
            assert_same(&whole, &cut).await;
        });
        Ok(())
    });
    outcome.expect("the same rows for every cut");
}

/// From the middle of September over National Day to the end of the flood season.
async fn every_cadence() -> World {
    let world = on(Place::Cadences, Backend::Sqlite).await;
    world.advance("2022-09-10 09:00").await;
    world.activate("cadences").await;
    let (site, by) = (world.site("甲厂厂区").await, world.person("安办主任").await);
    let env = world.app.env.clone();
    world
        .arrange(move |tx| {
            let at = tx.now();
            let day = |text| kernel::time::Day::parse(text).expect("a day");
            let days = kernel::period::Stretch::through(day("2022-10-01"), day("2022-10-07"));
            let period = work::duties::key_periods::rules::KeyPeriod {
                id: "national-day".to_owned(),
                title: "国庆节".to_owned(),
                title_en: String::new(),
                days: days.expect("days in order"),
                factor: 2_000,
                package: Some("three-in-one".to_owned()),
                pack: None,
                packs: None,
                entered_by: Some(by),
                entered_at: at,
                withdrawn: false,
            };
            work::duties::key_periods::enter(tx, &env, &period)?;
            let event = work::duties::events::store::Event {
                id: kernel::id::Id::natural("tests.event", "resumption"),
                kind: "ca.resumption".to_owned(),
                subject: Some(site),
                title: "复工".to_owned(),
                on: day("2022-10-08"),
                at,
                record: None,
                path: Default::default(),
                sector: None,
                entered_by: Some(by),
                entered_at: at,
                withdrawn: false,
            };
            work::duties::events::enter(tx, &env, &event)?;
            Ok(())
        })
        .await;
    world
}

async fn started() -> World {
    let world = on(Place::Yangzhou, Backend::Sqlite).await;
    world.activate("yangzhou-2022").await;
    world.advance("2022-05-30 09:00").await;
    world
}

async fn assert_same(one: &World, other: &World) {
    for table in TABLES {
        let (one, other) = (rows(one, table).await, rows(other, table).await);
        assert!(
            table != "obligation" || !one.is_empty(),
            "the span opened something"
        );
        assert_eq!(one.len(), other.len(), "rows of {table}");
        for (one, other) in one.iter().zip(&other) {
            assert_eq!(one, other, "a row of {table}");
        }
    }
}

/// Every row as (column, value), in the order of all columns.
async fn rows(world: &World, table: &'static str) -> Vec<Vec<(String, Value)>> {
    let mut rows: Vec<Vec<(String, Value)>> = world
        .read(move |sql| {
            let found = sql.query(&format!("select * from {table}"), &[])?;
            found
                .iter()
                .map(|row| {
                    let names: Vec<String> = row.columns().map(str::to_owned).collect();
                    names
                        .into_iter()
                        .map(|name| Ok((name.clone(), row.value(&name)?.clone())))
                        .collect()
                })
                .collect()
        })
        .await;
    rows.sort_by_key(|row| format!("{row:?}"));
    rows
}
