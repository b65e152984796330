//! What is made up besides the registers of the pack: who is in office, units, grounds, who answers for them, tasks of
//! earlier years.
//!
//! All of it is written as the tables that a bureau would hand in, and goes through the same importers.

mod binds;
mod grounds;
mod names;
mod staff;
mod tasks;
mod units;

use super::luck::Dice;
use super::place::{Map, OwnTag, Place};
use super::{Scale, said};
use crate::outcome::Refusal;
use kernel::id::Id;
use kernel::scope::Level;
use kernel::time::Day;
use mechanism::App;
use registry::area::{self, Area};
use std::collections::BTreeMap;

pub use names::person;

/// What making things up draws on.
pub struct Workshop<'a> {
    pub app: &'a App,
    pub place: &'a Place,
    pub scale: Scale,
    pub dice: Dice,
    /// Day at which the story begins.
    pub day: Day,
}

/// Who is in office, and units with their people and grounds.
pub fn people(shop: &Workshop) -> Result<(), Refusal> {
    said("people and units");
    staff::load(shop)?;
    units::load(shop)
}

/// What bodies run that were there before, and who answers for all of it.
pub fn objects(shop: &Workshop) -> Result<(), Refusal> {
    said("objects and responsibility");
    grounds::load(shop)?;
    binds::load(shop)
}

pub fn tasks(shop: &Workshop) -> Result<(), Refusal> {
    tasks::load(shop)
}

impl Workshop<'_> {
    /// Areas of a level whose codes begin with one of the prefixes.
    fn areas(&self, level: &str, within: &[String]) -> Result<Vec<Area>, Refusal> {
        let named = Level::ALL
            .into_iter()
            .find(|known| known.column() == format!("area_{level}"));
        let level = named
            .ok_or_else(|| Refusal::Failed(format!("{}: no level `{level}`", self.place.pack)))?;
        let day = self.day;
        let all = self
            .app
            .store
            .read_blocking(move |sql| area::store::of_level(sql, level, day))?;
        let inside = |area: &Area| {
            within.is_empty()
                || within
                    .iter()
                    .any(|code| area.code.starts_with(code.as_str()))
        };
        Ok(all.into_iter().filter(inside).collect())
    }

    /// Somewhere on the map of the place.
    fn position(&self, thing: Id) -> (f64, f64) {
        spot(self.dice, &self.place.map, thing)
    }
}

pub fn spot(dice: Dice, map: &Map, thing: Id) -> (f64, f64) {
    let between = |from: f64, to: f64, question: &str| {
        let share = dice.of(thing, question).between(0, 100_000) as f64 / 100_000.0;
        from + (to - from) * share
    };
    (
        between(map.south, map.north, "lat"),
        between(map.west, map.east, "lng"),
    )
}

/// Which of the tags the thing of that number bears.
fn own_tags<'t>(shop: &Workshop, thing: Id, number: usize, tags: &'t [OwnTag]) -> Vec<&'t str> {
    let borne = |tag: &&OwnTag| {
        let counted = 0 < tag.every && number % tag.every == tag.at;
        let luck = shop.dice.of(thing, &tag.tag).of_hundred();
        counted || number < tag.first.at(shop.scale) || luck < tag.of_hundred
    };
    tags.iter()
        .filter(borne)
        .map(|tag| tag.tag.as_str())
        .collect()
}

/// Headings of further attributes, and their cells.
fn attributes(all: &BTreeMap<String, String>) -> (String, String) {
    let headings = all.keys().map(|name| format!(",属性：{name}")).collect();
    let cells = all.values().map(|value| format!(",{value}")).collect();
    (headings, cells)
}
