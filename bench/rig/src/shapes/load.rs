//! Many threads that do the same unit of work for a while, through the store as handlers do.

use super::Where;
use crate::Outcome;
use crate::watch::Stopwatch;
use postgres::{Client, NoTls};
use server::machine;
use std::path::Path;
use std::sync::Arc;
use std::thread;
use store::{Act, Kind, Result, Store, StoreSettings, Tx};

/// Clients that wait for their commit before they begin the next one.
pub const CLIENTS: usize = 16;

const DATABASE: &str = "rig_shape";

/// A new database with tables of the benchmark beside those of the program.
pub fn open(place: &Where, tables: &str) -> Outcome<(Store, &'static str)> {
    let (settings, name) = match &place.server {
        Some(server) => (on_server(server, &place.work, tables)?, "postgres"),
        None => (in_folder(&place.work, tables)?, "sqlite"),
    };
    let store = Store::open_instance(
        settings,
        Arc::new(machine::now),
        Arc::new(machine::MachineChance),
    )?;
    Ok((store, name))
}

/// Units of work a second.
pub fn rate<F>(store: &Store, seconds: u64, act: &'static str, unit: F) -> Outcome<f64>
where
    F: Fn(&mut Tx<'_>) -> Result<()> + Send + Sync + Copy + 'static,
{
    let watch = Stopwatch::start();
    let limit = seconds as f64;
    let clients: Vec<_> = (0..CLIENTS)
        .map(|_| {
            let store = store.clone();
            thread::spawn(move || -> Result<u64> {
                let mut done = 0;
                while watch.seconds() < limit {
                    store.write_blocking(Act::system(act), move |tx| unit(tx))?;
                    done += 1;
                }
                Ok(done)
            })
        })
        .collect();
    let mut done = 0;
    for client in clients {
        done += client.join().map_err(|_| "a client broke down")??;
    }
    Ok(done as f64 / watch.seconds())
}

fn on_server(server: &str, work: &Path, tables: &str) -> Outcome<StoreSettings> {
    let mut client = Client::connect(server, NoTls)?;
    client.batch_execute(&format!("drop database if exists {DATABASE}"))?;
    client.batch_execute(&format!("create database {DATABASE} template template0"))?;
    let url = crate::tick::database(server, DATABASE)?;
    let folder = work.join("shape-postgres");
    empty(&folder)?;
    let settings = StoreSettings {
        writers: CLIENTS,
        ..StoreSettings::postgres(&url, folder, Kind::Production)
    };
    store::migrate(&settings)?;
    let tables = tables.replace("blob", "bytea");
    Client::connect(&url, NoTls)?.batch_execute(&tables)?;
    Ok(settings)
}

fn in_folder(work: &Path, tables: &str) -> Outcome<StoreSettings> {
    let folder = work.join("shape-sqlite");
    empty(&folder)?;
    let settings = StoreSettings::sqlite(&folder, Kind::Production);
    // Opened once, so that the program's own tables stand before those of the benchmark.
    drop(Store::open_instance(
        settings.clone(),
        Arc::new(machine::now),
        Arc::new(machine::MachineChance),
    )?);
    rusqlite::Connection::open(folder.join("anlan.db"))?.execute_batch(tables)?;
    Ok(settings)
}

/// Anchors of an earlier database would accuse the new one of a cut tail.
fn empty(folder: &Path) -> Outcome<()> {
    if folder.exists() {
        std::fs::remove_dir_all(folder)?;
    }
    std::fs::create_dir_all(folder)?;
    Ok(())
}
