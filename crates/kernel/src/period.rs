//! Calendar periods: the rhythm of duties. Periods of one cadence tile the days.
//!
//! Beside them stand what no calendar names: a [`Stretch`] of days with the windows of a key period, the
//! [`YearlySeason`], the [`Shift`], and the [`MonthDay`] of every year. Each has a label that names it alone.

mod month_day;
mod season;
mod shift;
mod stretch;

use std::fmt;
use std::iter;

use serde::{Deserialize, Serialize};

use crate::time::Day;

pub use month_day::{MonthDay, NotAMonthDay};
pub use season::YearlySeason;
pub use shift::{Shift, ShiftTable, clock, minutes};
pub use stretch::Stretch;

/// How often something recurs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Cadence {
    Day,
    /// From Monday to Sunday.
    Week,
    /// Until the 15th, and from the 16th.
    HalfMonth,
    Month,
    Quarter,
    HalfYear,
    Year,
}

/// One period; `end` is the first day that no longer belongs to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Period {
    pub cadence: Cadence,
    pub start: Day,
    pub end: Day,
}

impl Period {
    pub fn containing(cadence: Cadence, day: Day) -> Period {
        let month = day.first_of_month();
        let (start, end) = match cadence {
            Cadence::Day => (day, day.plus_days(1)),
            Cadence::Week => {
                let monday = day.plus_days(1 - day.weekday() as i32);
                (monday, monday.plus_days(7))
            }
            Cadence::HalfMonth if day.day() <= 15 => (month, month.plus_days(15)),
            Cadence::HalfMonth => (month.plus_days(15), month.plus_months(1)),
            Cadence::Month => months(month, 1),
            Cadence::Quarter => months(month, 3),
            Cadence::HalfYear => months(month, 6),
            Cadence::Year => months(month, 12),
        };
        Period {
            cadence,
            start,
            end,
        }
    }

    #[must_use]
    pub fn next(&self) -> Period {
        Period::containing(self.cadence, self.end)
    }

    #[must_use]
    pub fn previous(&self) -> Period {
        Period::containing(self.cadence, self.start.plus_days(-1))
    }

    pub fn last_day(&self) -> Day {
        self.end.plus_days(-1)
    }

    pub fn contains(&self, day: Day) -> bool {
        self.start <= day && day < self.end
    }

    /// The name of the period, part of the keys of obligations: `2022-05-03`, `2022-W18`,
    /// `2022-05a`, `2022-05`, `2022Q2`, `2022H1`, `2022`.
    pub fn label(&self) -> String {
        let (year, month) = (self.start.year(), self.start.month());
        match self.cadence {
            Cadence::Day => self.start.to_string(),
            Cadence::Week => {
                // By ISO 8601 a week belongs to the year of its Thursday.
                let thursday = self.start.plus_days(3);
                let day_of_year = thursday.days_since(months(thursday.first_of_month(), 12).0);
                format!("{:04}-W{:02}", thursday.year(), day_of_year / 7 + 1)
            }
            Cadence::HalfMonth if self.start.day() == 1 => format!("{year:04}-{month:02}a"),
            Cadence::HalfMonth => format!("{year:04}-{month:02}b"),
            Cadence::Month => format!("{year:04}-{month:02}"),
            Cadence::Quarter => format!("{year:04}Q{}", (month - 1) / 3 + 1),
            Cadence::HalfYear => format!("{year:04}H{}", (month - 1) / 6 + 1),
            Cadence::Year => format!("{year:04}"),
        }
    }

    /// The period of a label; the form of the label tells the cadence.
    pub fn parse_label(label: &str) -> Option<Period> {
        if !label.is_ascii() || label.len() < 4 {
            return None;
        }
        let (year, rest) = label.split_at(4);
        let year: i32 = year.parse().ok()?;
        let (cadence, day) = first_day(year, rest)?;
        let period = Period::containing(cadence, day);
        // Whatever lenient reading let through ("W60", "+1") does not come back as it was written.
        (period.label() == label).then_some(period)
    }

    /// All periods that overlap the days from `from` up to, but not including, `until`.
    pub fn between(cadence: Cadence, from: Day, until: Day) -> impl Iterator<Item = Period> {
        let first = (from < until).then(|| Period::containing(cadence, from));
        iter::successors(first, move |period| {
            let next = period.next();
            // At the very end of the range of days there is no later period.
            (period.start < next.start && next.start < until).then_some(next)
        })
    }
}

/// The block of `length` months, counted from January, in which the month lies.
fn months(month: Day, length: i32) -> (Day, Day) {
    let start = month.plus_months(-((month.month() as i32 - 1) % length));
    (start, start.plus_months(length))
}

/// A day of the period that a label names, by what follows the year.
fn first_day(year: i32, rest: &str) -> Option<(Cadence, Day)> {
    let number = |text: &str| text.parse::<u32>().ok();
    let Some(mark) = rest.chars().next() else {
        return Some((Cadence::Year, Day::new(year, 1, 1)?));
    };
    let tail = &rest[1..];
    match mark {
        'Q' => {
            let quarter = number(tail).filter(|quarter| (1..=4).contains(quarter))?;
            Some((Cadence::Quarter, Day::new(year, quarter * 3, 1)?))
        }
        'H' => {
            let half = number(tail).filter(|half| (1..=2).contains(half))?;
            Some((Cadence::HalfYear, Day::new(year, half * 6, 1)?))
        }
        '-' => match tail.len() {
            5 => {
                let month = number(&tail[..2])?;
                Some((Cadence::Day, Day::new(year, month, number(&tail[3..])?)?))
            }
            3 if tail.starts_with('W') => {
                let week = number(&tail[1..]).filter(|week| (1..=53).contains(week))?;
                // The fourth of January always lies in the first week.
                let first = Day::new(year, 1, 4)?;
                Some((Cadence::Week, first.plus_days((week as i32 - 1) * 7)))
            }
            3 => {
                let day = if tail.ends_with('a') { 1 } else { 16 };
                Some((
                    Cadence::HalfMonth,
                    Day::new(year, number(&tail[..2])?, day)?,
                ))
            }
            2 => Some((Cadence::Month, Day::new(year, number(tail)?, 1)?)),
            _ => None,
        },
        _ => None,
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.label())
    }
}
