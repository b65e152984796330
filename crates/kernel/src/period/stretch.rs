//! A stretch of days that no calendar names: a key period, a season of one year, a window of either.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::{Cadence, Period};
use crate::time::Day;

/// Days from `from` up to, but not including, `end`; never empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Stretch {
    pub from: Day,
    pub end: Day,
}

impl Stretch {
    /// From the first to the last day, both of which belong to it; none when that is the wrong way round.
    pub fn through(first: Day, last: Day) -> Option<Stretch> {
        let end = last.plus_days(1);
        (first < end).then_some(Stretch { from: first, end })
    }

    pub fn last_day(&self) -> Day {
        self.end.plus_days(-1)
    }

    pub fn length(&self) -> i64 {
        i64::from(self.end.0) - i64::from(self.from.0)
    }

    pub fn contains(&self, day: Day) -> bool {
        self.from <= day && day < self.end
    }

    /// The days that both have.
    pub fn overlap(&self, other: &Stretch) -> Option<Stretch> {
        let (from, end) = (self.from.max(other.from), self.end.min(other.end));
        (from < end).then_some(Stretch { from, end })
    }

    /// First and last day, `2022-10-01/2022-10-07`; part of the keys of obligations.
    pub fn label(&self) -> String {
        format!("{}/{}", self.from, self.last_day())
    }

    pub fn parse_label(label: &str) -> Option<Stretch> {
        let (first, last) = label.split_once('/')?;
        Stretch::through(Day::parse(first)?, Day::parse(last)?)
    }

    /// The windows of a key period: the parts of normal periods that lie in it, each with its normal period.
    ///
    /// A part shorter than half of its period is none. A key period that is itself shorter than half of every period
    /// that it touches is one window, and belongs to the period with most of its days, of equals to the earlier.
    pub fn windows(&self, cadence: Cadence) -> Vec<(Stretch, Period)> {
        let parts: Vec<(Stretch, Period)> = Period::between(cadence, self.from, self.end)
            .filter_map(|period| Some((self.overlap(&period.into())?, period)))
            .collect();
        let short =
            |days: &Stretch, period: &Period| days.length() * 2 < Stretch::from(*period).length();
        if parts.iter().all(|(_, period)| short(self, period)) {
            let most = parts.iter().rev().max_by_key(|(part, _)| part.length());
            return most
                .map(|(_, period)| (*self, *period))
                .into_iter()
                .collect();
        }
        parts
            .into_iter()
            .filter(|(part, period)| !short(part, period))
            .collect()
    }
}

impl From<Period> for Stretch {
    fn from(period: Period) -> Stretch {
        Stretch {
            from: period.start,
            end: period.end,
        }
    }
}

impl fmt::Display for Stretch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.label())
    }
}
