//! Working days and terms. Official holidays are data handed in year by year.
//!
//! The council announces the holidays of the next year only in autumn. Until its table is there,
//! arithmetic that would need it is refused with the year; a guess could cost somebody his term.

mod hours;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::time::{Day, Moment, Zone};

const DEFAULT_OFFICE_START: u32 = 8 * 60 + 30;
const DEFAULT_OFFICE_END: u32 = 17 * 60 + 30;
const MINUTES_OF_DAY: u32 = 24 * 60;

/// The official arrangement for one year.
///
/// It may name days of the neighbouring years: a New Year holiday can begin in December.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct YearTable {
    pub year: i32,
    /// Days on which nobody works, week ends among them or not.
    pub off: Vec<Day>,
    /// Days of week ends on which people work instead.
    pub makeup: Vec<Day>,
    /// Where the arrangement was published.
    pub source: String,
}

/// The working calendar of a place.
#[derive(Debug, Clone)]
pub struct Calendar {
    zone: Zone,
    years: BTreeMap<i32, YearTable>,
    marks: BTreeMap<Day, Mark>,
    office_start: u32,
    office_end: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Off,
    Makeup,
}

/// How long a term lasts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Span {
    /// Elapsed hours, night and day.
    Hours(i64),
    /// Hours of office time.
    WorkingHours(i64),
    /// Civil days; the last one ends at 24:00.
    Days(i64),
    WorkingDays(i64),
    Months(i64),
}

/// There is no holiday table for this year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("no holiday table for the year {0}")]
pub struct UnknownYear(pub i32);

/// Office hours must end after they start, and on the same day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("office hours must start before they end, within one day")]
pub struct BadOfficeHours;

impl Calendar {
    /// Of two tables for one year the later one in the list counts.
    pub fn new(zone: Zone, tables: Vec<YearTable>) -> Calendar {
        let years: BTreeMap<i32, YearTable> = tables
            .into_iter()
            .map(|table| (table.year, table))
            .collect();
        let mut marks = BTreeMap::new();
        // In order of years, so that what a later year says about a December wins.
        for table in years.values() {
            marks.extend(table.off.iter().map(|day| (*day, Mark::Off)));
            marks.extend(table.makeup.iter().map(|day| (*day, Mark::Makeup)));
        }
        Calendar {
            zone,
            years,
            marks,
            office_start: DEFAULT_OFFICE_START,
            office_end: DEFAULT_OFFICE_END,
        }
    }

    /// Sets the office hours in minutes of the day.
    pub fn with_office_hours(mut self, start: u32, end: u32) -> Result<Calendar, BadOfficeHours> {
        if end <= start || MINUTES_OF_DAY < end {
            return Err(BadOfficeHours);
        }
        self.office_start = start;
        self.office_end = end;
        Ok(self)
    }

    pub fn zone(&self) -> &Zone {
        &self.zone
    }

    /// Start and end of the office hours in minutes of the day.
    pub fn office_hours(&self) -> (u32, u32) {
        (self.office_start, self.office_end)
    }

    pub fn years(&self) -> &BTreeMap<i32, YearTable> {
        &self.years
    }

    pub fn is_workday(&self, day: Day) -> Result<bool, UnknownYear> {
        let year = day.year();
        if !self.years.contains_key(&year) {
            return Err(UnknownYear(year));
        }
        Ok(match self.marks.get(&day) {
            Some(Mark::Off) => false,
            Some(Mark::Makeup) => true,
            None => day.weekday() <= 5,
        })
    }

    /// The first working day after the day.
    pub fn next_workday(&self, day: Day) -> Result<Day, UnknownYear> {
        self.plus_workdays(day, 1)
    }

    /// The nth working day after the day, or before it when `count` is negative. The day itself
    /// is not counted and need not be a working day; a count of 0 gives it back.
    pub fn plus_workdays(&self, day: Day, count: i64) -> Result<Day, UnknownYear> {
        let step = if count < 0 { -1 } else { 1 };
        let mut left = count.unsigned_abs();
        let mut day = day;
        while 0 < left {
            day = day.plus_days(step);
            if self.is_workday(day)? {
                left -= 1;
            }
        }
        Ok(day)
    }

    /// How many working days there are from `from` up to, but not including, `until`.
    pub fn workdays_between(&self, from: Day, until: Day) -> Result<i64, UnknownYear> {
        let mut count = 0;
        let mut day = from;
        while day < until {
            if self.is_workday(day)? {
                count += 1;
            }
            day = day.plus_days(1);
        }
        Ok(count)
    }

    /// The exclusive instant at which a term ends that an event at `from` started.
    ///
    /// Terms in days and months start the day after the event and end at 24:00 of the last day.
    /// A term that is not positive ends with the day of the event.
    pub fn due_after(&self, from: Moment, span: &Span) -> Result<Moment, UnknownYear> {
        let day = self.zone.day_of(from);
        let last = match *span {
            Span::Hours(count) => return Ok(from.plus_hours(count.max(0))),
            Span::WorkingHours(count) => return self.add_working_hours(from, count),
            Span::Days(count) => day.plus_days(bounded(count)),
            Span::WorkingDays(count) => self.plus_workdays(day, count.max(0))?,
            Span::Months(count) => day.plus_months(bounded(count)),
        };
        Ok(self.zone.end_of(last))
    }
}

fn bounded(count: i64) -> i32 {
    i32::try_from(count.max(0)).unwrap_or(i32::MAX)
}
