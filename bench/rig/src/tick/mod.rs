//! Half a million obligations of a month by one tick, beside the same rows written in bulk into the same table.
//!
//! Each round starts from a copy of a database that holds only the registers. The tick resolves holders, opens, counts
//! facts, writes the ledger and sets the next timers; the peer only inserts what the tick made. Then the tick is asked
//! again, and once more after its timers were made due again, which must find every row there.

mod postgres;
pub use self::postgres::database;
mod sqlite;

use crate::place::PACK;
use crate::sample::say;
use crate::watch::Stopwatch;
use crate::world::{DUTIES, Scale, register};
use crate::{Outcome, place};
use clap::{Args, ValueEnum};
use mechanism::{App, timer};
use std::path::PathBuf;
use store::{Act, Sql, params};

/// The month that opens; business time stands at its first instant.
const MONTH: &str = "2022-07-01";

#[derive(Args)]
pub struct Wanted {
    #[arg(long, value_enum)]
    database: Database,
    /// A folder for the databases of the rounds.
    #[arg(long)]
    work: PathBuf,
    /// Address of a PostgreSQL server, with any database of it.
    #[arg(long)]
    server: Option<String>,
    #[arg(long, default_value_t = 50_000)]
    sites: usize,
    #[arg(long, default_value_t = 5)]
    rounds: usize,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Database {
    Sqlite,
    Postgres,
}

pub fn run(wanted: &Wanted) -> Outcome<()> {
    std::fs::create_dir_all(&wanted.work)?;
    match (wanted.database, &wanted.server) {
        (Database::Sqlite, _) => sqlite::run(&wanted.work, wanted.sites, wanted.rounds),
        (Database::Postgres, Some(server)) => {
            postgres::run(server, &wanted.work, wanted.sites, wanted.rounds)
        }
        (Database::Postgres, None) => Err("PostgreSQL needs --server".into()),
    }
}

/// Fills the registers of an open database.
fn prepare(app: &App, sites: usize) -> Outcome<()> {
    register::write(app, &Scale::of_sites(sites), place::day("2020-01-01")?)?;
    Ok(())
}

/// Activates the pack and ticks three times; prints the seconds under the name of the database.
fn measure(app: &App, name: &str, round: usize, sites: usize) -> Outcome<()> {
    let env = app.env.clone();
    app.store
        .write_blocking(Act::system("rig.activate"), move |tx| {
            work::duties::activate(tx, &env, PACK).map(drop)
        })?;
    let rows = i64::try_from(sites * DUTIES)?;
    let first = tick(app, DUTIES)?;
    expect(app, rows)?;
    let second = tick(app, 0)?;
    expect(app, rows)?;
    again(app)?;
    let repeated = tick(app, DUTIES)?;
    expect(app, rows)?;
    say(&format!("tick/{name}"), round, &[("s", first)])?;
    say(&format!("tick/{name}-second"), round, &[("s", second)])?;
    say(&format!("tick/{name}-repeated"), round, &[("s", repeated)])
}

/// One tick up to the present; how many timers it must handle is known.
fn tick(app: &App, timers: usize) -> Outcome<f64> {
    let until = app.store.clock().business();
    let watch = Stopwatch::start();
    let handled = timer::tick(&app.store, &app.env, &app.timer_kinds, until)?;
    let seconds = watch.seconds();
    match handled == timers {
        true => Ok(seconds),
        false => Err(format!("the tick handled {handled} timers, not {timers}").into()),
    }
}

fn expect(app: &App, rows: i64) -> Outcome<()> {
    let found = app.store.read_blocking(|sql| {
        let row = sql.one("select count(*) as n from obligation", &[])?;
        row.map_or(Ok(0), |row| row.int("n"))
    })?;
    match found == rows {
        true => Ok(()),
        false => Err(format!("there are {found} obligations, not {rows}").into()),
    }
}

/// Makes the timers that ran due again.
fn again(app: &App) -> Outcome<()> {
    app.store.write_blocking(Act::system("rig.again"), |tx| {
        let now = tx.now();
        tx.execute_machine(
            "update timer set done_at = null where done_at is not null and due_at <= :now",
            &params! { "now" => now },
        )
        .map(drop)
    })?;
    Ok(())
}
