//! What somebody may see, as a value: a small union of branches.
//!
//! The store turns each branch into one indexed query; [`Scope::admits`] is the same rule for a
//! single row in memory. Both must agree, which is why the predicate exists only here.

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::id::Id;

/// More branches than this make a scope that no database answers quickly.
pub const MAX_BRANCHES: usize = 40;

/// The levels of the administrative tree, from the widest to the narrowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    Province,
    City,
    County,
    Town,
    Village,
}

/// The ancestors of a row's area and the area itself, province first.
///
/// A level may be missing in the middle: some cities have towns but no counties.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize, PartialOrd, Ord,
)]
#[serde(transparent)]
pub struct AreaPath {
    pub ids: [Option<Id>; 5],
}

/// One way in which a row can be in sight.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Branch {
    Everything,
    /// All rows in the area, at whatever depth.
    Area {
        level: Level,
        id: Id,
    },
    /// Rows of one sector in the area.
    AreaSector {
        level: Level,
        id: Id,
        sector: String,
    },
    /// Rows of one site.
    Site(Id),
    /// Rows that were handed to a party.
    Handed(Id),
}

/// The union of its branches. Without branches it admits nothing.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Scope {
    pub branches: Vec<Branch>,
}

/// A scope already has as many branches as it may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("a scope has at most {MAX_BRANCHES} branches")]
pub struct TooManyBranches;

impl Scope {
    pub fn nothing() -> Scope {
        Scope::default()
    }

    pub fn everything() -> Scope {
        Scope {
            branches: vec![Branch::Everything],
        }
    }

    /// Widens the scope. A branch that is already contained costs nothing.
    ///
    /// When full, the scope is left as it is: an overfull scope shows too little, never too much.
    pub fn push(&mut self, branch: Branch) -> Result<(), TooManyBranches> {
        if self.branches.iter().any(|wider| wider.contains(&branch)) {
            return Ok(());
        }
        let kept = self
            .branches
            .iter()
            .filter(|kept| !branch.contains(kept))
            .count();
        if MAX_BRANCHES <= kept {
            return Err(TooManyBranches);
        }
        self.branches.retain(|kept| !branch.contains(kept));
        self.branches.push(branch);
        Ok(())
    }

    /// The same scope without branches that others contain, in an order that does not depend on
    /// how it was put together, so that it can serve as a key.
    #[must_use]
    pub fn normalise(mut self) -> Scope {
        self.branches.sort();
        self.branches.dedup();
        let all = self.branches.clone();
        let swallowed = |branch: &Branch| {
            all.iter()
                .any(|wider| wider != branch && wider.contains(branch))
        };
        self.branches.retain(|branch| !swallowed(branch));
        self
    }

    pub fn is_nothing(&self) -> bool {
        self.branches.is_empty()
    }

    /// Whether a row with these attributes is in sight; `handed` are the parties it was handed to.
    pub fn admits(
        &self,
        path: &AreaPath,
        sector: Option<&str>,
        site: Option<Id>,
        handed: &[Id],
    ) -> bool {
        self.branches
            .iter()
            .any(|branch| branch.admits(path, sector, site, handed))
    }
}

impl Branch {
    fn admits(
        &self,
        path: &AreaPath,
        sector: Option<&str>,
        site: Option<Id>,
        handed: &[Id],
    ) -> bool {
        match self {
            Branch::Everything => true,
            Branch::Area { level, id } => path.at(*level) == Some(*id),
            Branch::AreaSector {
                level,
                id,
                sector: wanted,
            } => path.at(*level) == Some(*id) && sector == Some(wanted.as_str()),
            Branch::Site(id) => site == Some(*id),
            Branch::Handed(party) => handed.contains(party),
        }
    }

    /// Whether the branch alone shows that it admits all that the other admits. The tree of areas
    /// is not known here, so a town is not recognised as a part of its county.
    fn contains(&self, other: &Branch) -> bool {
        match (self, other) {
            (Branch::Everything, _) => true,
            (
                Branch::Area { level, id },
                Branch::AreaSector {
                    level: other_level,
                    id: other_id,
                    ..
                },
            ) => level == other_level && id == other_id,
            _ => self == other,
        }
    }
}

impl Level {
    pub const ALL: [Level; 5] = [
        Level::Province,
        Level::City,
        Level::County,
        Level::Town,
        Level::Village,
    ];

    /// The column that holds a row's area of this level.
    pub fn column(self) -> &'static str {
        match self {
            Level::Province => "area_province",
            Level::City => "area_city",
            Level::County => "area_county",
            Level::Town => "area_town",
            Level::Village => "area_village",
        }
    }
}

impl AreaPath {
    pub fn at(&self, level: Level) -> Option<Id> {
        self.ids[level as usize]
    }

    /// The narrowest area of the path.
    pub fn leaf(&self) -> Option<Id> {
        self.ids.iter().rev().find_map(|id| *id)
    }

    pub fn leaf_level(&self) -> Option<Level> {
        Level::ALL
            .into_iter()
            .rev()
            .find(|level| self.at(*level).is_some())
    }

    #[must_use]
    pub fn with(mut self, level: Level, id: Id) -> AreaPath {
        self.ids[level as usize] = Some(id);
        self
    }
}
