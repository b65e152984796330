//! `anlan migrate`: brings a PostgreSQL database up to this program. SQLite does so by itself, after a backup.

use crate::outcome::{Done, Outcome};
use serde_json::json;
use server::{Birth, Settings, start};

pub fn run(settings: &Settings) -> Outcome {
    store::migrate(&start::store_settings(settings, Birth::Production))?;
    Ok(Done::new(
        "the database is up to date",
        json!({ "migrated": true }),
    ))
}
