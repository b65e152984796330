//! A civil day of the Gregorian calendar, without a zone and without an hour.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use thiserror::Error;

/// Days from 0001-01-01 until 1970-01-01.
const EPOCH: i64 = 719_162;
const DAYS_IN_400_YEARS: i64 = 146_097;

/// A civil day, counted in days since 1970-01-01; written `2022-05-03`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct Day(pub i32);

/// The text is not a day written as year, month and day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a day")]
pub struct NotADay;

impl Day {
    /// None when there is no such day; years are 1 to 9999, as the written form has four digits.
    pub fn new(year: i32, month: u32, day: u32) -> Option<Day> {
        let exists = (1..=9999).contains(&year)
            && (1..=12).contains(&month)
            && (1..=days_in_month(year, month)).contains(&day);
        exists.then(|| assemble(year, month, day))
    }

    pub fn parse(text: &str) -> Option<Day> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let year = digits(&bytes[..4])?;
        let month = digits(&bytes[5..7])?;
        let day = digits(&bytes[8..])?;
        Day::new(year as i32, month, day)
    }

    pub fn year(self) -> i32 {
        self.civil().0
    }

    pub fn month(self) -> u32 {
        self.civil().1
    }

    pub fn day(self) -> u32 {
        self.civil().2
    }

    /// 1 is Monday, 7 is Sunday.
    pub fn weekday(self) -> u32 {
        // The first day of 1970 was a Thursday.
        (i64::from(self.0) + 3).rem_euclid(7) as u32 + 1
    }

    #[must_use]
    pub fn plus_days(self, days: i32) -> Day {
        Day(self.0.saturating_add(days))
    }

    /// The same day of the month so many months later; the last day when that month is shorter.
    #[must_use]
    pub fn plus_months(self, months: i32) -> Day {
        let (year, month, day) = self.civil();
        let count = i64::from(year) * 12 + i64::from(month) - 1 + i64::from(months);
        let year = count.div_euclid(12) as i32;
        let month = count.rem_euclid(12) as u32 + 1;
        assemble(year, month, day.min(days_in_month(year, month)))
    }

    #[must_use]
    pub fn first_of_month(self) -> Day {
        let (year, month, _) = self.civil();
        assemble(year, month, 1)
    }

    #[must_use]
    pub fn last_of_month(self) -> Day {
        let (year, month, _) = self.civil();
        assemble(year, month, days_in_month(year, month))
    }

    /// Days from `earlier` until this day; negative when it lies before.
    pub fn days_since(self, earlier: Day) -> i32 {
        self.0.saturating_sub(earlier.0)
    }

    fn civil(self) -> (i32, u32, u32) {
        let count = i64::from(self.0) + EPOCH;
        // The estimate is at most one year off, as leap days are spread almost evenly.
        let mut year = (count * 400).div_euclid(DAYS_IN_400_YEARS) + 1;
        while count < days_before_year(year) {
            year -= 1;
        }
        while days_before_year(year + 1) <= count {
            year += 1;
        }
        let year_number = year as i32;
        let mut rest = (count - days_before_year(year)) as u32;
        let mut month = 1;
        while month < 12 && days_in_month(year_number, month) <= rest {
            rest -= days_in_month(year_number, month);
            month += 1;
        }
        (year_number, month, rest + 1)
    }
}

fn assemble(year: i32, month: u32, day: u32) -> Day {
    let months: u32 = (1..month).map(|earlier| days_in_month(year, earlier)).sum();
    let count = days_before_year(i64::from(year)) + i64::from(months + day) - 1 - EPOCH;
    Day(count.clamp(i64::from(i32::MIN), i64::from(i32::MAX)) as i32)
}

fn days_before_year(year: i64) -> i64 {
    let past = year - 1;
    past * 365 + past.div_euclid(4) - past.div_euclid(100) + past.div_euclid(400)
}

fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

fn digits(bytes: &[u8]) -> Option<u32> {
    let mut number = 0;
    for byte in bytes {
        number = number * 10 + char::from(*byte).to_digit(10)?;
    }
    Some(number)
}

impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.civil();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

impl fmt::Debug for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Day, NotADay> {
        Day::parse(text).ok_or(NotADay)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Day, D::Error> {
        let text = String::deserialize(deserializer)?;
        Day::parse(&text).ok_or_else(|| de::Error::custom(NotADay))
    }
}
