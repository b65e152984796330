//! The tick on PostgreSQL, against one COPY of the same rows.

use super::{MONTH, measure, prepare};
use crate::sample::say;
use crate::watch::Stopwatch;
use crate::{Outcome, place};
use postgres::{Client, NoTls};
use std::io::{Read, Write};
use std::path::Path;
use store::{Kind, StoreSettings};

const REGISTERS: &str = "rig_registers";
const TICKED: &str = "rig_ticked";
const BULK: &str = "rig_bulk";

pub fn run(server: &str, work: &Path, sites: usize, rounds: usize) -> Outcome<()> {
    let begin = place::day(MONTH)?;
    again(server, REGISTERS, "template0")?;
    let url = database(server, REGISTERS)?;
    store::migrate(&StoreSettings::postgres(&url, work, Kind::Training))?;
    let app = place::open(&place::settings(work, &url), begin)?;
    prepare(&app, sites)?;
    drop(app);
    for round in 1..=rounds {
        again(server, TICKED, REGISTERS)?;
        let url = database(server, TICKED)?;
        let app = place::open(&place::settings(work, &url), begin)?;
        measure(&app, "postgres", round, sites)?;
        drop(app);
        again(server, BULK, REGISTERS)?;
        let seconds = copy(&url, &database(server, BULK)?)?;
        say("tick/postgres-copy", round, &[("s", seconds)])?;
    }
    Ok(())
}

/// Takes the rows out of one database and copies them into another; only the copying in is timed.
fn copy(from: &str, into: &str) -> Outcome<f64> {
    let mut rows = Vec::new();
    let mut source = Client::connect(from, NoTls)?;
    let mut reader = source.copy_out("copy obligation to stdout (format binary)")?;
    reader.read_to_end(&mut rows)?;
    drop(reader);
    let mut target = Client::connect(into, NoTls)?;
    let watch = Stopwatch::start();
    let mut writer = target.copy_in("copy obligation from stdin (format binary)")?;
    writer.write_all(&rows)?;
    writer.finish()?;
    Ok(watch.seconds())
}

/// A database made anew from another one. A checkpoint before each measurement gives every round the same start.
fn again(server: &str, name: &str, template: &str) -> Outcome<()> {
    let mut client = Client::connect(server, NoTls)?;
    client.batch_execute(&format!("drop database if exists {name}"))?;
    client.batch_execute(&format!("create database {name} template {template}"))?;
    client.batch_execute("checkpoint")?;
    Ok(())
}

/// The address of another database of the server.
pub fn database(server: &str, name: &str) -> Outcome<String> {
    let (head, _) = server
        .rsplit_once('/')
        .ok_or("the address names no database")?;
    Ok(format!("{head}/{name}"))
}
