//! Opens a data folder the way the program does: its settings, its packs, its table of contents.

use crate::Outcome;
use kernel::time::{Day, Moment, Zone};
use mechanism::App;
use server::{Birth, Settings, start};
use std::path::Path;

/// The pack of the benchmarks, and the folder that holds it, seen from the root of the repository.
pub const PACK: &str = "load";
const FOLDER: &str = "bench/pack";

/// Where business time stands in every data folder: inside a month, so that its obligations are open.
pub const TODAY: &str = "2022-07-20";

/// Settings of a data folder with the pack of the benchmarks.
pub fn settings(data: &Path, database: &str) -> Settings {
    Settings {
        packs: Some(FOLDER.into()),
        ..with_own_packs(data, database)
    }
}

/// The same with the packs inside the program.
pub fn with_own_packs(data: &Path, database: &str) -> Settings {
    Settings {
        data: data.to_owned(),
        database: database.to_owned(),
        ..Settings::default()
    }
}

/// Opens a database; a new one becomes a training instance that begins at a day's first instant.
pub fn open(settings: &Settings, begin: Day) -> Outcome<App> {
    let store = server::open(settings, Birth::Training(start_of(begin)?))?;
    Ok(start::state(settings, store)?)
}

pub fn day(text: &str) -> Outcome<Day> {
    Day::parse(text).ok_or_else(|| format!("{text} is no day").into())
}

/// The first instant of a day in the zone that the pack names.
pub fn start_of(day: Day) -> Outcome<Moment> {
    Ok(Zone::named("Asia/Shanghai")?.start_of(day))
}
