//! What a place says about its own demonstration: `demo/place.toml` in the folder of its pack.
//!
//! Everything that differs between places stands there: the day at which the clock stands, how much is made up, in which
//! trades, for whom there are accounts. The code of the demonstration knows no place and no year.

mod events;
mod registers;

use super::Scale;
use crate::outcome::Refusal;
use kernel::time::Day;
use serde::Deserialize;
use server::packs;
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

pub use events::{Carried, Changes, Document, Evaluations, HandOut, Hazards, Instruction, Raised};
pub use registers::{Bind, Ground, OwnTag, Staff, Trade, Units};

/// The file, beneath the folder of the pack.
const FILE: &str = "demo/place.toml";

/// A place of which there is a demonstration.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    /// Pack that it shows; the folder says it.
    #[serde(skip)]
    pub pack: String,
    #[serde(skip)]
    folder: Option<PathBuf>,
    /// Shown where no place is named.
    #[serde(default)]
    pub default: bool,
    /// The same seed gives the same rows.
    pub seed: u64,
    pub clock: Standing,
    #[serde(default)]
    pub fate: Fate,
    pub map: Map,
    #[serde(default)]
    pub small: Small,
    #[serde(rename = "account")]
    pub accounts: Vec<Account>,
    #[serde(default)]
    pub staff: Vec<Staff>,
    #[serde(default, rename = "trade")]
    pub trades: Vec<Trade>,
    #[serde(default)]
    pub units: Vec<Units>,
    #[serde(default, rename = "ground")]
    pub grounds: Vec<Ground>,
    #[serde(default, rename = "bind")]
    pub binds: Vec<Bind>,
    #[serde(default)]
    pub hazards: Vec<Hazards>,
    #[serde(default)]
    pub carried: Option<Carried>,
    #[serde(default, rename = "document")]
    pub documents: Vec<Document>,
    #[serde(default)]
    pub changes: Vec<Changes>,
    #[serde(default)]
    pub evaluations: Option<Evaluations>,
    #[serde(default)]
    pub raised: Vec<Raised>,
    #[serde(default, rename = "instruction")]
    pub instructions: Vec<Instruction>,
    #[serde(default, rename = "hand_out")]
    pub hand_outs: Vec<HandOut>,
}

/// Where the story begins and ends.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standing {
    /// Absent: the first day of the pack.
    #[serde(default)]
    pub begins: Option<Day>,
    pub stands: Day,
    pub hour: u32,
}

/// Of a hundred obligations so many are met in time, and so many more late; the rest never.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fate {
    pub in_time: u64,
    pub late: u64,
}

impl Default for Fate {
    fn default() -> Self {
        Self {
            in_time: 84,
            late: 10,
        }
    }
}

/// The corner points between which positions are made up.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Map {
    pub south: f64,
    pub north: f64,
    pub west: f64,
    pub east: f64,
}

/// What the small scale keeps of the registers.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Small {
    /// Codes of areas that stay, with all beneath and above them; empty: all of them.
    #[serde(default)]
    pub areas: Vec<String>,
    /// Kind of body or object → how many of them stay.
    #[serde(default)]
    pub most: BTreeMap<String, usize>,
    /// The day at which it stands, where that is an earlier one.
    #[serde(default)]
    pub stands: Option<Day>,
}

/// How many there are at each scale.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Count {
    pub small: usize,
    pub full: usize,
}

impl Count {
    pub fn at(self, scale: Scale) -> usize {
        match scale {
            Scale::Small => self.small,
            Scale::Full => self.full,
        }
    }
}

/// Somebody who can sign in.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Account {
    pub login: String,
    pub role: String,
    pub org: String,
    pub post: String,
}

impl Place {
    /// The place of that pack; without a name the one that is the default.
    pub fn named(folder: Option<&Path>, pack: Option<&str>) -> Result<Place, Refusal> {
        let known = packs::holding(folder, FILE);
        if let Some(pack) = pack {
            if known.contains(pack) {
                return read(folder, pack);
            }
            let known: Vec<_> = known.into_iter().collect();
            return Err(Refusal::Input(format!(
                "there is no demonstration of `{pack}`, only of {}",
                known.join(", ")
            )));
        }
        for pack in known {
            let place = read(folder, &pack)?;
            if place.default {
                return Ok(place);
            }
        }
        Err(Refusal::Input(
            "no pack holds the demonstration that is the default; name one with --place".to_owned(),
        ))
    }

    /// The day at which the clock stands in the end.
    pub fn last_day(&self, scale: Scale) -> Day {
        match scale {
            Scale::Small => self.small.stands.unwrap_or(self.clock.stands),
            Scale::Full => self.clock.stands,
        }
    }

    /// A file of its demonstration, such as `orgs.csv`.
    pub fn file(&self, name: &str) -> Option<Cow<'static, [u8]>> {
        packs::file(
            self.folder.as_deref(),
            &format!("{}/demo/{name}", self.pack),
        )
    }
}

fn read(folder: Option<&Path>, pack: &str) -> Result<Place, Refusal> {
    let name = format!("{pack}/{FILE}");
    let bytes = packs::file(folder, &name).unwrap_or_default();
    let wrong = |error: &dyn std::fmt::Display| Refusal::Failed(format!("{name}: {error}"));
    let text = std::str::from_utf8(&bytes).map_err(|error| wrong(&error))?;
    let mut place: Place = toml::from_str(text).map_err(|error| wrong(&error))?;
    place.pack = pack.to_owned();
    place.folder = folder.map(Path::to_owned);
    Ok(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_can_be_read_and_one_is_the_default() {
        let all = packs::holding(None, FILE);
        let places: Vec<Place> = all
            .iter()
            .filter_map(|pack| Place::named(None, Some(pack)).ok())
            .collect();
        assert_eq!(places.len(), all.len());
        assert_eq!(places.iter().filter(|place| place.default).count(), 1);
    }

    #[test]
    fn a_place_that_there_is_not_is_refused_by_name() {
        let refused = Place::named(None, Some("nowhere-2022"));
        assert!(matches!(refused, Err(Refusal::Input(text)) if text.contains("nowhere-2022")));
    }
}
