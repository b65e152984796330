//! A day of every year, such as the end of March.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use thiserror::Error;

use crate::time::Day;

/// A year that has every day that any year has.
const LONG_YEAR: i32 = 2000;

/// A month and a day of it, written `03-31`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct MonthDay {
    month: u32,
    day: u32,
}

/// The text is not a month and a day of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a month and day")]
pub struct NotAMonthDay;

impl MonthDay {
    /// None when no year has such a day.
    pub fn new(month: u32, day: u32) -> Option<MonthDay> {
        Day::new(LONG_YEAR, month, day).map(|_| MonthDay { month, day })
    }

    pub fn parse(text: &str) -> Option<MonthDay> {
        let bytes = text.as_bytes();
        if bytes.len() != 5 || bytes[2] != b'-' {
            return None;
        }
        let number = |from: usize| {
            let (tens, ones) = (char::from(bytes[from]), char::from(bytes[from + 1]));
            Some(tens.to_digit(10)? * 10 + ones.to_digit(10)?)
        };
        MonthDay::new(number(0)?, number(3)?)
    }

    /// Whether years without a leap day have it, too.
    pub fn is_in_every_year(self) -> bool {
        (self.month, self.day) != (2, 29)
    }

    /// The day in a year; the leap day is read as the end of February where there is none.
    pub fn in_year(self, year: i32) -> Day {
        let month = Day::new(year, self.month, 1).unwrap_or_default();
        month
            .plus_days(self.day as i32 - 1)
            .min(month.last_of_month())
    }
}

impl fmt::Display for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

impl fmt::Debug for MonthDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl FromStr for MonthDay {
    type Err = NotAMonthDay;

    fn from_str(text: &str) -> Result<MonthDay, NotAMonthDay> {
        MonthDay::parse(text).ok_or(NotAMonthDay)
    }
}

impl Serialize for MonthDay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for MonthDay {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<MonthDay, D::Error> {
        let text = String::deserialize(deserializer)?;
        MonthDay::parse(&text).ok_or_else(|| de::Error::custom(NotAMonthDay))
    }
}
