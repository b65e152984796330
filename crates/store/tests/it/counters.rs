//! Counters equal a recount at every moment, folded or not.

use kernel::fact::Fact;
use kernel::scope::{AreaPath, Level};
use kernel::time::Day;
use proptest::prelude::*;
use store::facts::{self, Figure};
use store::{Error, Sql, params};

use crate::bench::{ACT, Bench, day, each, id};

fn fact() -> impl Strategy<Value = Fact> {
    let sector = prop::option::of(0..2u64);
    (0..2u64, 0..3u64, sector, 0..100i32, -2..3i64).prop_map(
        |(kind, town, sector, days, amount)| Fact {
            kind: format!("kind{kind}"),
            subject: id(1),
            area: AreaPath::default()
                .with(Level::County, id(100))
                .with(Level::Town, id(town)),
            sector: sector.map(|sector| format!("s{sector}")),
            occurred_on: Day(day().0 + days),
            amount,
            source: id(2),
            corrects: None,
        },
    )
}

fn book(bench: &Bench, facts: Vec<Fact>, refuse: bool) {
    let outcome = bench.store.write_blocking(ACT, move |tx| {
        let numbers = tx.facts(&facts)?;
        assert_eq!(numbers.len(), facts.len());
        tx.note(id(1), "booked", serde_json::json!({}))?;
        match refuse {
            true => Err(Error::NotFound),
            false => Ok(()),
        }
    });
    assert_eq!(outcome.is_err(), refuse);
}

fn figure(kind: &str) -> Figure<'_> {
    Figure {
        kind,
        area: None,
        sector: None,
        from_month: facts::month_of(day()),
        until_month: facts::month_of(day()) + 1,
    }
}

fn sums(bench: &Bench) -> [i64; 4] {
    bench
        .store
        .read_blocking(|read| {
            let all = facts::sum(read, &figure("kind0"))?;
            let county = facts::sum(
                read,
                &Figure {
                    area: Some((Level::County, id(100))),
                    ..figure("kind0")
                },
            )?;
            let town = facts::sum(
                read,
                &Figure {
                    area: Some((Level::Town, id(2))),
                    sector: Some("s1"),
                    ..figure("kind1")
                },
            )?;
            let other = facts::sum(read, &figure("kind1"))?;
            Ok([all, county, town, other])
        })
        .unwrap()
}

fn recount(facts: &[Fact]) -> [i64; 4] {
    let months = figure("").from_month..=figure("").until_month;
    let of = |kind: &str, cell: fn(&Fact) -> bool| {
        facts
            .iter()
            .filter(|fact| fact.kind == kind && months.contains(&facts::month_of(fact.occurred_on)))
            .filter(|fact| cell(fact))
            .map(|fact| fact.amount)
            .sum()
    };
    let town = |fact: &Fact| {
        fact.area.at(Level::Town) == Some(id(2)) && fact.sector.as_deref() == Some("s1")
    };
    [
        of("kind0", |_| true),
        of("kind0", |_| true),
        of("kind1", town),
        of("kind1", |_| true),
    ]
}

#[test]
fn counters_equal_a_recount() {
    each(|bench| {
        let runs = ProptestConfig {
            cases: 12,
            failure_persistence: None,
            ..ProptestConfig::default()
        };
        let batches =
            prop::collection::vec((prop::collection::vec(fact(), 1..12), any::<bool>()), 1..5);
        let mut known: Vec<Fact> = Vec::new();
        let known = std::cell::RefCell::new(&mut known);
        proptest!(runs, |(batches in batches, settle in any::<bool>())| {
            for (facts, refuse) in batches {
                book(bench, facts.clone(), refuse);
                if !refuse {
                    known.borrow_mut().extend(facts);
                }
            }
            if settle {
                bench.store.settle_blocking().unwrap();
            }
            prop_assert_eq!(sums(bench), recount(&known.borrow()));
        });
        bench.store.settle_blocking().unwrap();
        let facts = bench.number("select count(*) as n from fact");
        assert_eq!(facts, known.borrow().len() as i64);
        // After settling everything is in the counters, once.
        let folded = bench.number("select cast(sum(facts) as bigint) as n from counter");
        assert_eq!(folded, facts);
        let total = bench.number("select cast(sum(total) as bigint) as n from counter");
        assert_eq!(
            total,
            bench.number("select cast(sum(amount) as bigint) as n from fact")
        );
        let places = bench.number("select count(distinct seq) as n from fact");
        assert_eq!(places, facts);
    });
}

#[test]
fn a_fact_of_a_frozen_month_is_booked_in_the_first_open_one() {
    each(|bench| {
        let frozen = facts::month_of(day());
        let fact = |days: i32| Fact {
            kind: "kind".to_owned(),
            subject: id(1),
            area: AreaPath::default(),
            sector: None,
            occurred_on: Day(day().0 + days),
            amount: 1,
            source: id(2),
            corrects: None,
        };
        bench
            .store
            .write_blocking(ACT, move |tx| {
                tx.execute(
                    "insert into frozen_month (month, seq, hash, frozen_at)
                     values (:month, 0, :hash, :now)",
                    &params! { "month" => frozen, "hash" => [0; 32], "now" => tx.now() },
                )?;
                tx.fact(&fact(0))?;
                tx.fact(&fact(-40))?;
                tx.fact(&fact(60))?;
                tx.note(id(1), "frozen", serde_json::json!({}))
            })
            .unwrap();
        let booked = bench.store.read_blocking(|read| {
            let rows = read.query(
                "select occurred_month, booked_month from fact order by no",
                &[],
            )?;
            rows.iter()
                .map(|row| Ok((row.int("occurred_month")?, row.int("booked_month")?)))
                .collect::<store::Result<Vec<_>>>()
        });
        assert_eq!(
            booked.unwrap(),
            [
                (frozen, frozen + 1),
                (frozen - 2, frozen + 1),
                (frozen + 2, frozen + 2)
            ]
        );
    });
}
