//! A year counted ahead: the same as what time then opens, and as what can be counted by hand.

use crate::world::{Place, World, on_each};
use kernel::time::Day;
use std::collections::BTreeMap;
use store::Sql;
use work::plans::simulate::{self, Simulation};

/// Definition, kind of holder and month → how many.
type Counts = BTreeMap<(String, String, String), i64>;

async fn ahead(world: &World, pack: &str, from: &str, to: &str) -> Simulation {
    let (env, pack) = (world.app.env.clone(), pack.to_owned());
    let day = |text: &str| Day::parse(text).expect("a day");
    let (from, to) = (day(from), day(to));
    world
        .read(move |sql| {
            let pack = env.policy.pack(&pack).expect("the pack");
            simulate::simulate(sql, &env, &[pack], from, to)
        })
        .await
}

fn counted(simulation: &Simulation) -> Counts {
    let mut counts = Counts::new();
    for row in &simulation.definitions {
        for (month, count) in &row.months {
            let key = (row.definition.clone(), row.holder.clone(), month.clone());
            *counts.entry(key).or_default() += count;
        }
    }
    counts
}

/// Everything that duties opened, by the same keys.
async fn opened(world: &World) -> Counts {
    let zone = world.calendar().zone().clone();
    world
        .read(move |sql| {
            let rows = sql.query(
                "select t.definition, t.opened_at, coalesce(o.kind, p.kind) as holder from obligation t \
                 join party p on p.id = t.holder left join org o on o.id = t.holder where t.kind = 'duty'",
                &[],
            )?;
            let mut counts = Counts::new();
            for row in &rows {
                let day = zone.day_of(row.moment("opened_at")?);
                let month = format!("{:04}-{:02}", day.year(), day.month());
                let key = (row.text("definition")?, row.text("holder")?, month);
                *counts.entry(key).or_default() += 1;
            }
            Ok(counts)
        })
        .await
}

/// Moves through a year in steps that the clock allows at once.
async fn through(world: &World, days: [&str; 6]) {
    for day in days {
        world.advance(&format!("{day} 23:59")).await;
    }
}

/// For every rhythm that a plan may have, the count of a year equals what the tick opens in it.
#[tokio::test]
async fn a_year_counted_ahead_is_what_time_then_opens() {
    on_each(Place::Cadences, |world| async move {
        let simulation = ahead(&world, "cadences", "2022-01-01", "2022-12-31").await;
        world.activate("cadences").await;
        through(
            &world,
            [
                "2022-02-28",
                "2022-04-30",
                "2022-06-30",
                "2022-08-31",
                "2022-10-31",
                "2022-12-31",
            ],
        )
        .await;
        let (wanted, found) = (counted(&simulation), opened(&world).await);
        assert_eq!(wanted, found);
        let rhythms: std::collections::BTreeSet<&str> = simulation
            .sums
            .iter()
            .map(|sum| sum.cadence.as_str())
            .collect();
        let all = [
            "day",
            "each_year",
            "half-month",
            "half-year",
            "month",
            "once",
            "quarter",
            "rolling_months",
            "season",
            "shift",
            "themed",
            "week",
            "year",
        ];
        assert_eq!(rhythms.into_iter().collect::<Vec<_>>(), all);
    })
    .await;
}

/// A register that changes in the year: what begins is counted from its own day on.
#[tokio::test]
async fn a_subject_that_begins_in_the_year_is_counted_from_then_on() {
    on_each(Place::Cadences, |world| async move {
        world
            .import("orgs", "名称,类型,上级单位,区域代码,成立日期\n甲厂二班,team,甲厂,320412100,2022-03-10\n")
            .await;
        world
            .import("sites", "名称,类型,所属单位,区域代码,标签,启用日期\n甲厂新库,warehouse,甲厂,320412101,挂牌单位,2022-05-03\n")
            .await;
        let simulation = ahead(&world, "cadences", "2022-01-01", "2022-06-30").await;
        world.activate("cadences").await;
        for day in ["2022-02-28", "2022-04-30", "2022-06-30"] {
            world.advance(&format!("{day} 23:59")).await;
        }
        assert_eq!(counted(&simulation), opened(&world).await);
        let shifts = simulation.definitions.iter().find(|row| row.definition == "ca.shift");
        let shifts = &shifts.expect("shifts").months;
        // One team until 9 March, two from the 10th on, two shifts a day: 9 × 2 + 22 × 4.
        assert_eq!(shifts["2022-03"], 106);
        assert_eq!(shifts["2022-04"], 120);
    })
    .await;
}

/// Counted by hand from the clauses and the registers, each with its arithmetic.
#[tokio::test]
async fn at_least_twenty_definitions_equal_what_is_counted_by_hand() {
    on_each(Place::Cadences, |world| async move {
        let simulation = ahead(&world, "cadences", "2022-01-01", "2022-12-31").await;
        let hand = [
            ("ca.shift", 730),         // one team, two shifts on each of 365 days
            ("ca.day", 365),           // one enterprise, every day
            ("ca.workday", 249), // 260 weekdays − 18 of them off + 7 Saturdays and Sundays worked
            ("ca.week-friday", 53), // 52 Mondays of the year, and the week that runs on 1 January
            ("ca.half-month", 24), // twice in each of 12 months
            ("ca.month", 12),    // once a month
            ("ca.month-25", 12), // once a month, due on the 25th
            ("ca.month-report", 12), // once a month, due after its end
            ("ca.hours", 2), // 11 April – 14 June: 20 of 30 days, May; 14 of 30 days are under half
            ("ca.whole-months", 1), // May is the only whole month from 11 April to 14 June
            ("ca.quarter", 4), // four quarters
            ("ca.half-year", 2), // two halves
            ("ca.year", 1),  // one year
            ("ca.once", 1),  // one fixed date
            ("ca.end-of-march", 1), // one 31 March in the year
            ("ca.themed", 3), // July, August, September
            ("ca.season", 1), // one flood season
            ("ca.season-week", 54), // two towns × the 27 weeks that 15 April – 15 October touch (11 April – 16 October)
            ("ca.rolling", 2),      // two plated sites, each once until it is met
            ("ca.week", 106),       // two groups × 53 weeks
            ("ca.presence", 0),     // no accident is foreseen
            ("ca.accident-report", 0), // no accident is foreseen
            ("ca.package", 0),      // no key period of that package stands
        ];
        for (definition, wanted) in hand {
            let rows = simulation
                .definitions
                .iter()
                .filter(|row| row.definition == definition);
            let found: i64 = rows.map(|row| row.total).sum();
            assert_eq!(found, wanted, "{definition}");
        }
    })
    .await;
}

/// The plan of the county, by its register: 13 committees, 20 bureaus, 15 towns.
#[tokio::test]
async fn the_plan_of_the_county_counts_by_hand() {
    on_each(Place::Anji, |world| async move {
        let simulation = ahead(&world, "anji-2022", "2022-01-01", "2022-12-31").await;
        let hand = [
            ("committee.quarterly-meeting", "committee-office", 52), // 13 committees × 4 quarters
            ("committee.quarterly-inspection", "committee-office", 52), // 13 × 4
            ("committee.quarterly-report", "committee-office", 52),  // 13 × 4
            ("committee.quarterly-circular", "committee-office", 52), // 13 × 4
            ("committee.roster", "committee-office", 13),            // 13 once
            ("closing-year.supervision", "committee-office", 12),    // one office × 12 months
            ("closing-year.evaluation", "committee-office", 4),      // one office × 4 quarters
            ("key-period.games-inspection", "committee-office", 13), // 13 once
            ("key-period.games-daily", "committee-office", 16),      // 10 – 25 September
            ("key-period.congress-daily", "committee-office", 7),    // 16 – 22 October
            ("criminal-link.statistics", "bureau", 80),              // 20 bureaus × 4 quarters
            ("duty-room.self-check", "town-government", 180),        // 15 towns × 12 months
            ("water-project.inspection", "bureau", 12),              // one bureau × 12 months
            ("battery.process-guidance", "bureau", 4),               // one bureau × 4 quarters
            ("drill.county", "bureau", 1),                           // one bureau × one year
        ];
        for (definition, holder, wanted) in hand {
            let row = simulation
                .definitions
                .iter()
                .find(|row| row.definition == definition && row.holder == holder);
            assert_eq!(row.map(|row| row.total), Some(wanted), "{definition}");
        }
        let whole: i64 = simulation.sums.iter().map(|sum| sum.total).sum();
        assert_eq!(
            whole, simulation.total,
            "cadences and holders add up to all of it"
        );
    })
    .await;
}

/// A span that is inside out is refused, and says so.
#[tokio::test]
async fn a_span_inside_out_is_refused() {
    on_each(Place::Cadences, |world| async move {
        let env = world.app.env.clone();
        let refused = world
            .app
            .store
            .read(move |sql| {
                let (from, to) = (Day::parse("2022-02-01"), Day::parse("2022-01-01"));
                let (from, to) = (from.expect("a day"), to.expect("a day"));
                simulate::simulate(sql, &env, &[], from, to)
            })
            .await;
        match refused {
            Err(store::Error::Refused(reason)) => assert_eq!(reason.code, "plans.inside_out"),
            other => panic!("not refused: {other:?}"),
        }
    })
    .await;
}
