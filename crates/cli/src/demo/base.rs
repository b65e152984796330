//! The registers that come with the pack, through the same importers as everybody's.

use crate::commands::import::{importer, take};
use crate::outcome::Refusal;
use mechanism::App;
use server::imports::Run;

/// In this order each finds what it refers to.
const REGISTERS: &[&str] = &[
    "areas",
    "orgs",
    "groups",
    "posts",
    "persons",
    "sites",
    "capacities",
];

pub fn load(app: &App) -> Result<(), Refusal> {
    for kind in REGISTERS {
        let path = format!("{}/demo/{kind}.csv", super::PACK);
        if let Some(bytes) = server::packs::file(&path) {
            keep(app, kind, &path, &bytes)?;
        }
    }
    Ok(())
}

/// Imports a table; rows that cannot be taken are a mistake of the demonstration and end it.
pub fn keep(app: &App, kind: &str, name: &str, bytes: &[u8]) -> Result<usize, Refusal> {
    let report = take(app, importer(app, kind)?, bytes, Run::Keep)?;
    match report.errors.first() {
        None => Ok(report.added + report.changed),
        Some(error) => Err(Refusal::Failed(format!(
            "{name}: row {}, {} `{}`: {} ({} rows in all)",
            error.row,
            error.column,
            error.value,
            error.code,
            report.errors.len()
        ))),
    }
}
