//! Facts are booked in the unit of work that makes them true; a folder adds them to counters.
//!
//! A counter holds the sum of the facts up to the folder's place; what is above it is added when
//! reading, so a figure is exact at any moment and nobody waits for a hot counter row.

mod figure;
mod fold;

use kernel::fact::Fact;
use kernel::scope::Level;
use kernel::time::Day;

use crate::error::Result;
use crate::params;
use crate::tx::Tx;
use crate::value::Value;

pub use figure::{Figure, sum};
pub(crate) use fold::fold;

const COLUMNS: [&str; 17] = [
    "no",
    "seq",
    "kind",
    "subject",
    "area_province",
    "area_city",
    "area_county",
    "area_town",
    "area_village",
    "sector",
    "occurred_on",
    "occurred_month",
    "booked_month",
    "amount",
    "source",
    "corrects",
    "recorded_at",
];

/// Months are counted, so that the one after December follows without a rule.
pub fn month_of(day: Day) -> i64 {
    i64::from(day.year()) * 12 + i64::from(day.month()) - 1
}

/// The first day of a counted month.
pub fn first_day(month: i64) -> Option<Day> {
    let year = i32::try_from(month.div_euclid(12)).ok()?;
    Day::new(year, month.rem_euclid(12) as u32 + 1, 1)
}

pub(crate) fn book(tx: &mut Tx<'_>, facts: &[Fact]) -> Result<Vec<i64>> {
    let frozen = frozen(tx)?;
    let numbers = tx.session.fact_numbers(facts.len() as i64)?;
    let recorded_at = tx.machine_now();
    let rows = facts.iter().zip(&numbers.numbers).map(|(fact, &no)| {
        let month = month_of(fact.occurred_on);
        let mut row: Vec<Value> = Vec::with_capacity(COLUMNS.len());
        row.push(no.into());
        row.push(numbers.sealed.then_some(no).into());
        row.push(fact.kind.as_str().into());
        row.push(fact.subject.into());
        row.extend(Level::ALL.map(|level| Value::from(fact.area.at(level))));
        row.push(fact.sector.as_deref().into());
        row.push(fact.occurred_on.into());
        row.push(month.into());
        // What happened in a frozen month is booked in the first month that is still open.
        row.push(month.max(frozen + 1).into());
        row.push(fact.amount.into());
        row.push(fact.source.into());
        row.push(fact.corrects.into());
        row.push(recorded_at.into());
        row
    });
    let rows = rows.collect();
    tx.insert_many("fact", &COLUMNS, rows)?;
    Ok(numbers.numbers)
}

/// The last frozen month; before the first freeze, one that lies before everything.
fn frozen(tx: &mut Tx<'_>) -> Result<i64> {
    if let Some(known) = tx.frozen {
        return Ok(known);
    }
    let rows = tx.session.query(
        "select coalesce(max(month), -1) as month from frozen_month",
        &params!(),
    )?;
    let month = rows.first().map_or(Ok(-1), |row| row.int("month"))?;
    tx.frozen = Some(month);
    Ok(month)
}
