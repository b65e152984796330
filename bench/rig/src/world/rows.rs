//! Obligations of many months, written past the store: ten million rows through eleven indexes would take an hour.
//!
//! The indexes are dropped, the rows inserted, the indexes made again from their own texts; what comes out is the same
//! table. Rows follow each other as their months opened, their ids lie anywhere, as those of generated rows do.

use super::callers::{Callers, HANDED_IN};
use super::land::scattered;
use super::luck::luck;
use super::register::{Place, Register};
use super::{DUTIES, Scale};
use crate::Outcome;
use kernel::id::Id;
use kernel::period::{Cadence, Period};
use kernel::time::{Day, Moment, Zone};
use rusqlite::{Connection, Statement, params};
use std::path::Path;

/// Rows between two commits.
const COMMIT: usize = 500_000;

/// Handed records of the caller who has everything.
const HANDED: usize = 500;

const HOUR: i64 = 3_600_000;

/// A month of a duty.
struct Occasion {
    definition: String,
    rule: Id,
    period: String,
    from: Day,
    until: Day,
    opened_at: Moment,
    due_at: Moment,
    /// The month is still running.
    runs: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Fate {
    Open,
    Met,
    Excused,
}

pub fn write(
    database: &Path,
    register: &Register,
    callers: &Callers,
    rules: &[Id],
    scale: &Scale,
    today: Day,
) -> Outcome<usize> {
    let mut connection = Connection::open(database)?;
    connection.execute_batch(
        "pragma journal_mode = delete; pragma journal_mode = off; pragma synchronous = off;
         pragma cache_size = -1500000; pragma temp_store = file; pragma threads = 2;",
    )?;
    let indexes = drop_indexes(&connection)?;
    let zone = Zone::named("Asia/Shanghai")?;
    let mut written = 0;
    for occasion in occasions(rules, scale, today, &zone) {
        let transaction = connection.transaction()?;
        let mut statement = transaction.prepare(INSERT)?;
        for place in &register.sites {
            if written < scale.rows {
                insert(&mut statement, &occasion, place, written as u64)?;
                written += 1;
            }
        }
        drop(statement);
        transaction.commit()?;
        if written % COMMIT < register.sites.len() {
            eprintln!("rig: {written} obligations");
        }
    }
    for text in &indexes {
        connection.execute_batch(text)?;
    }
    hand_over(&connection, register, callers)?;
    connection.execute_batch("pragma journal_mode = wal;")?;
    Ok(written)
}

/// Oldest month first; within a month one duty after the other, as their timers run.
fn occasions(rules: &[Id], scale: &Scale, today: Day, zone: &Zone) -> Vec<Occasion> {
    let current = Period::containing(Cadence::Month, today);
    let mut months = vec![current];
    for _ in 1..scale.months {
        let earlier = months.last().map_or(current, Period::previous);
        months.push(earlier);
    }
    let mut occasions = Vec::new();
    for month in months.iter().rev() {
        for (number, rule) in rules.iter().enumerate().take(DUTIES) {
            let after = i32::try_from(number).unwrap_or(0);
            occasions.push(Occasion {
                definition: super::definition(number),
                rule: *rule,
                period: month.label(),
                from: month.start,
                until: month.end,
                opened_at: zone.start_of(month.start),
                due_at: zone.end_of(month.last_day().plus_days(after)),
                runs: *month == current,
            });
        }
    }
    occasions
}

/// In the running month two of five are met; of those before, six in a hundred are still owed.
fn fate(number: u64, runs: bool) -> Fate {
    let (met, excused) = if runs { (40, 42) } else { (92, 94) };
    match luck(number, 11) % 100 {
        hundredth if hundredth < met => Fate::Met,
        hundredth if hundredth < excused => Fate::Excused,
        _ => Fate::Open,
    }
}

const INSERT: &str = "insert into obligation (id, rule, definition, kind, slot, subject, holder, anchor, period,
    period_from, period_until, generation, area_province, area_city, area_county, area_town, area_village, sector,
    opened_at, soon_at, due_at, grace_until, after_due, met_stated, met_received, outcome, progress_done,
    progress_total, revision)
  values (?1, ?2, ?3, 'duty', '', ?4, ?5, ?4, ?6, ?7, ?8, 0, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?17,
    'still_owed', ?18, ?18, ?19, ?20, 1, 1)";

fn insert(
    statement: &mut Statement<'_>,
    occasion: &Occasion,
    place: &Place,
    number: u64,
) -> Outcome<()> {
    let id = scattered(luck(number, 21), luck(number, 22));
    let fate = fate(number, occasion.runs);
    let span = (occasion.due_at.0 - occasion.opened_at.0) / HOUR;
    let after = i64::try_from(luck(number, 12) % span.unsigned_abs().max(1)).unwrap_or(0);
    let met = (fate == Fate::Met).then(|| occasion.opened_at.plus_hours(after).0);
    let outcome = match fate {
        Fate::Open => None,
        Fate::Met => Some("met"),
        Fate::Excused => Some("excused"),
    };
    let [province, city, county, town, village] = place.path.ids.map(|id| id.map(|id| id.0));
    statement.execute(params![
        id.0,
        occasion.rule.0,
        occasion.definition,
        place.id.0,
        place.run_by.0,
        occasion.period,
        occasion.from.0,
        occasion.until.0,
        province,
        city,
        county,
        town,
        village,
        place.sector,
        occasion.opened_at.0,
        occasion.due_at.plus_hours(-72).0,
        occasion.due_at.0,
        met,
        outcome,
        i64::from(fate == Fate::Met),
    ])?;
    Ok(())
}

/// The texts of the indexes, to make them again.
fn drop_indexes(connection: &Connection) -> Outcome<Vec<String>> {
    let mut statement = connection.prepare(
        "select name, sql from sqlite_master where type = 'index' and tbl_name = 'obligation' and sql is not null",
    )?;
    let found = statement.query_map([], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?))
    })?;
    let found: Vec<(String, String)> = found.collect::<Result<_, _>>()?;
    for (name, _) in &found {
        connection.execute_batch(&format!("drop index {name}"))?;
    }
    Ok(found.into_iter().map(|(_, text)| text).collect())
}

fn hand_over(connection: &Connection, register: &Register, callers: &Callers) -> Outcome<()> {
    let each = HANDED / HANDED_IN.len();
    for county in HANDED_IN {
        let county = register.land.counties[county].id;
        let handed = connection.execute(
            "insert into sight (subject, party, from_at, until_at, why)
             select id, ?1, opened_at, null, 'handed' from obligation
             where area_county = ?2 and outcome is null order by id limit ?3",
            params![callers.wide.0, county.0, i64::try_from(each)?],
        )?;
        if handed < each {
            return Err(format!("only {handed} of {each} records could be handed over").into());
        }
    }
    Ok(())
}
