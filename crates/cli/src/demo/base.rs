//! The registers that come with the pack, through the same importers as everybody's.

mod subset;

use super::Scale;
use super::place::Place;
use crate::commands::import::{importer, take};
use crate::outcome::Refusal;
use mechanism::App;
use server::imports::Run;
use subset::Subset;

/// In this order each finds what it refers to.
const REGISTERS: &[&str] = &["areas", "orgs", "groups", "posts", "persons"];
/// What may refer to people and bodies that are made up.
const OBJECTS: &[&str] = &["sites", "capacities"];
/// Tasks refer to clauses of a plan in force.
const TASKS: &[&str] = &["tasks"];

/// The tables of the pack, one after the other, so that each knows what the earlier ones left out.
pub struct Registers<'a> {
    app: &'a App,
    place: &'a Place,
    subset: Subset,
}

impl<'a> Registers<'a> {
    pub fn of(app: &'a App, place: &'a Place, scale: Scale) -> Self {
        let subset = match scale {
            Scale::Small => Subset::of(&place.small),
            Scale::Full => Subset::default(),
        };
        Self { app, place, subset }
    }

    pub fn bodies(&mut self) -> Result<(), Refusal> {
        self.load(REGISTERS)
    }

    pub fn objects(&mut self) -> Result<(), Refusal> {
        self.load(OBJECTS)
    }

    pub fn tasks(&mut self) -> Result<(), Refusal> {
        self.load(TASKS)
    }

    fn load(&mut self, kinds: &[&str]) -> Result<(), Refusal> {
        for kind in kinds {
            let name = format!("{kind}.csv");
            let Some(bytes) = self.place.file(&name) else {
                continue;
            };
            let path = format!("{}/demo/{name}", self.place.pack);
            let table = documents::read(&bytes)
                .map_err(|error| Refusal::Failed(format!("{path}: {error}")))?;
            match self.subset.of_table(table) {
                Some(text) => keep(self.app, kind, &path, text.as_bytes())?,
                None => keep(self.app, kind, &path, &bytes)?,
            };
        }
        Ok(())
    }
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
