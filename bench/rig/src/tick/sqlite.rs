//! The tick on SQLite, against a plain loop of prepared inserts with a commit each 10,000 rows.

use super::{MONTH, measure, prepare};
use crate::sample::say;
use crate::watch::Stopwatch;
use crate::{Outcome, place};
use rusqlite::types::Value;
use rusqlite::{Connection, params_from_iter};
use std::fs;
use std::path::{Path, PathBuf};

/// Rows a commit of the peer.
const COMMIT: usize = 10_000;

pub fn run(work: &Path, sites: usize, rounds: usize) -> Outcome<()> {
    let registers = fresh(work, "sqlite-registers")?;
    let app = place::open(&place::settings(&registers, ""), place::day(MONTH)?)?;
    prepare(&app, sites)?;
    drop(app);
    for round in 1..=rounds {
        let ticked = copy(&registers, work, "sqlite-ticked")?;
        let app = place::open(&place::settings(&ticked, ""), place::day(MONTH)?)?;
        measure(&app, "sqlite", round, sites)?;
        drop(app);
        let bulk = copy(&registers, work, "sqlite-bulk")?;
        let seconds = insert_all(&ticked.join("anlan.db"), &bulk.join("anlan.db"))?;
        say("tick/sqlite-bulk", round, &[("s", seconds)])?;
    }
    Ok(())
}

/// Reads the rows of one file and inserts them into another; only the inserting is timed.
fn insert_all(from: &Path, into: &Path) -> Outcome<f64> {
    let source = Connection::open(from)?;
    let mut target = Connection::open(into)?;
    // As the program opens it.
    target.execute_batch(
        "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;
         pragma temp_store = memory; pragma cache_size = -8192; pragma mmap_size = 268435456;",
    )?;
    let mut statement = source.prepare("select * from obligation order by rowid")?;
    let names = statement.column_names().collect::<Vec<_>>().join(", ");
    let width = statement.column_count();
    let places = vec!["?"; width].join(", ");
    let insert = format!("insert into obligation ({names}) values ({places})");
    let mut rows = statement.query([])?;
    let mut seconds = 0.0;
    let mut some: Vec<Vec<Value>> = Vec::with_capacity(COMMIT);
    loop {
        let next = rows.next()?;
        if let Some(row) = next {
            let values = (0..width).map(|place| row.get::<_, Value>(place));
            some.push(values.collect::<Result<_, _>>()?);
        }
        if some.is_empty() {
            return Ok(seconds);
        }
        if some.len() == COMMIT || next.is_none() {
            let watch = Stopwatch::start();
            let transaction = target.transaction()?;
            let mut insert = transaction.prepare_cached(&insert)?;
            for values in &some {
                insert.execute(params_from_iter(values))?;
            }
            drop(insert);
            transaction.commit()?;
            seconds += watch.seconds();
            some.clear();
        }
    }
}

fn fresh(work: &Path, name: &str) -> Outcome<PathBuf> {
    let folder = work.join(name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    Ok(folder)
}

/// A copy of a closed data folder.
fn copy(from: &Path, work: &Path, name: &str) -> Outcome<PathBuf> {
    let into = fresh(work, name)?;
    fs::create_dir_all(&into)?;
    for entry in fs::read_dir(from)? {
        let path = entry?.path();
        if let (true, Some(name)) = (path.is_file(), path.file_name()) {
            fs::copy(&path, into.join(name))?;
        }
    }
    Ok(into)
}
