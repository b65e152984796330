//! Shifts: the parts into which the hours of a working place are cut. A night shift belongs to the day on which it began.

use serde::{Deserialize, Serialize};

use crate::time::Day;

const MINUTES_OF_DAY: u32 = 24 * 60;

/// When shifts begin, in minutes of the day, ascending. Each lasts until the next begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShiftTable(Vec<u32>);

/// One shift; `end` may lie beyond 24:00 of its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Shift {
    pub day: Day,
    pub start: u32,
    pub end: u32,
}

impl ShiftTable {
    /// None without a start, out of order, twice the same, or beyond the day.
    pub fn new(starts: Vec<u32>) -> Option<ShiftTable> {
        let ordered = starts.windows(2).all(|pair| pair[0] < pair[1]);
        let fits = starts.last().is_some_and(|last| *last < MINUTES_OF_DAY);
        (ordered && fits).then_some(ShiftTable(starts))
    }

    pub fn shifts_of(&self, day: Day) -> Vec<Shift> {
        let ends = self.0.iter().skip(1).copied();
        let last = self.0.first().map(|first| first + MINUTES_OF_DAY);
        self.0
            .iter()
            .zip(ends.chain(last))
            .map(|(start, end)| Shift {
                day,
                start: *start,
                end,
            })
            .collect()
    }

    /// The shift after this one.
    pub fn next(&self, shift: &Shift) -> Option<Shift> {
        let later = |found: &Shift| shift < found;
        let today = self.shifts_of(shift.day).into_iter().find(later);
        today.or_else(|| self.shifts_of(shift.day.plus_days(1)).into_iter().next())
    }
}

impl Shift {
    /// Day and start, `2022-10-01T08:00`; part of the keys of obligations.
    pub fn label(&self) -> String {
        format!("{}T{}", self.day, self.starts_at())
    }

    /// The start as it is written, `08:00`.
    pub fn starts_at(&self) -> String {
        clock(self.start)
    }

    /// The day and the start that a label names.
    pub fn parse_label(label: &str) -> Option<(Day, u32)> {
        let (day, time) = label.split_once('T')?;
        Some((Day::parse(day)?, minutes(time)?))
    }
}

/// Minutes of the day as a clock shows them.
pub fn clock(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Reads `08:00`.
pub fn minutes(text: &str) -> Option<u32> {
    let bytes = text.as_bytes();
    if bytes.len() != 5 || bytes[2] != b':' {
        return None;
    }
    let number = |from: usize| {
        let (tens, ones) = (char::from(bytes[from]), char::from(bytes[from + 1]));
        Some(tens.to_digit(10)? * 10 + ones.to_digit(10)?)
    };
    let (hour, minute) = (number(0)?, number(3)?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}
