//! What an area is.

use kernel::id::Id;
use kernel::scope::{AreaPath, Level};
use kernel::time::Day;

/// A node of the administrative tree while it exists under this code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Area {
    pub id: Id,
    pub code: String,
    pub name: String,
    pub level: Level,
    pub parent: Option<Id>,
    /// Ancestors and the area itself.
    pub path: AreaPath,
    pub from: Day,
    pub until: Option<Day>,
}

impl Area {
    /// The id follows from code and first day, so that the same file gives the same rows anywhere.
    pub fn id_of(code: &str, from: Day) -> Id {
        Id::natural("area", &format!("{code}@{from}"))
    }
}

/// The word of a level in files and rows.
pub fn level_word(level: Level) -> &'static str {
    match level {
        Level::Province => "province",
        Level::City => "city",
        Level::County => "county",
        Level::Town => "town",
        Level::Village => "village",
    }
}

pub fn level_of_word(word: &str) -> Option<Level> {
    Level::ALL
        .into_iter()
        .find(|level| level_word(*level) == word)
}
