//! A season: the same days of every year, such as those in which floods come.

use serde::{Deserialize, Serialize};

use super::{MonthDay, Stretch};
use crate::time::Day;

/// First and last day, both of which belong to it; it may go over the turn of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct YearlySeason {
    pub from: MonthDay,
    pub until: MonthDay,
}

impl YearlySeason {
    /// The season that begins in the year.
    pub fn of_year(&self, year: i32) -> Stretch {
        let from = self.from.in_year(year);
        let wraps = self.until < self.from;
        let last = self
            .until
            .in_year(if wraps { year.saturating_add(1) } else { year });
        Stretch {
            from,
            // A season of one leap day would be empty in a year without one.
            end: last.plus_days(1).max(from.plus_days(1)),
        }
    }

    /// The season in which the day lies, or else the next one.
    pub fn at_or_after(&self, day: Day) -> Stretch {
        let year = day.year();
        [year.saturating_sub(1), year]
            .into_iter()
            .map(|year| self.of_year(year))
            .find(|season| day < season.end)
            .unwrap_or_else(|| self.of_year(year.saturating_add(1)))
    }

    /// The season after this one.
    pub fn after(&self, season: &Stretch) -> Stretch {
        self.of_year(season.from.year().saturating_add(1))
    }

    /// The parts of a stretch that lie in the season, in order.
    pub fn within(&self, stretch: &Stretch) -> Vec<Stretch> {
        let mut parts = Vec::new();
        let mut season = self.at_or_after(stretch.from);
        while season.from < stretch.end {
            parts.extend(season.overlap(stretch));
            let next = self.after(&season);
            // At the very end of the range of days there is no later season.
            if next.from <= season.from {
                break;
            }
            season = next;
        }
        parts
    }
}
