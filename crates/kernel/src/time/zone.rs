//! The zone of a place: the only bridge between instants and civil days.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{TimeZone, TimeZoneDatabase};
use thiserror::Error;

use super::{Day, Moment};

const MINUTES_OF_DAY: u32 = 24 * 60;

/// A time zone by its IANA name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    name: String,
    rules: TimeZone,
}

/// No zone has this name.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error("unknown time zone {0}")]
pub struct UnknownZone(pub String);

impl Zone {
    /// The rules are compiled in, so that every machine answers alike.
    pub fn named(name: &str) -> Result<Zone, UnknownZone> {
        let rules = TimeZoneDatabase::bundled().get(name);
        let rules = rules.map_err(|_| UnknownZone(name.to_owned()))?;
        Ok(Zone {
            name: name.to_owned(),
            rules,
        })
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn day_of(&self, moment: Moment) -> Day {
        self.civil(moment).0
    }

    pub fn start_of(&self, day: Day) -> Moment {
        self.at(day, 0, 0)
    }

    /// 24:00 of the day, which is the first instant that no longer belongs to it.
    pub fn end_of(&self, day: Day) -> Moment {
        self.start_of(day.plus_days(1))
    }

    /// The instant of a time of day; minutes beyond 24:00 run into the following days.
    ///
    /// A time that a clock change skips is read with the old offset; of two equal times the first.
    pub fn at(&self, day: Day, hour: u32, minute: u32) -> Moment {
        let minutes = hour.saturating_mul(60).saturating_add(minute);
        let day = day.plus_days((minutes / MINUTES_OF_DAY) as i32);
        let minutes = minutes % MINUTES_OF_DAY;
        let year = day.year();
        // The range of the zone rules ends with the year 9999.
        let civil = match i16::try_from(year) {
            Ok(short) => DateTime::new(
                short,
                day.month() as i8,
                day.day() as i8,
                (minutes / 60) as i8,
                (minutes % 60) as i8,
                0,
                0,
            )
            .ok(),
            Err(_) => None,
        };
        let bound = if year < 0 {
            Timestamp::MIN
        } else {
            Timestamp::MAX
        };
        let timestamp = civil
            .and_then(|civil| self.rules.to_ambiguous_timestamp(civil).compatible().ok())
            .unwrap_or(bound);
        Moment(timestamp.as_millisecond())
    }

    /// Day, hour, minute and second on the wall clock.
    pub fn civil(&self, moment: Moment) -> (Day, u32, u32, u32) {
        let civil = self.rules.to_datetime(timestamp(moment));
        let midnight = DateTime::from_parts(civil.date(), jiff::civil::Time::midnight());
        let epoch = jiff::civil::date(1970, 1, 1).at(0, 0, 0, 0);
        let days = midnight.duration_since(epoch).as_hours() / 24;
        (
            Day(days as i32),
            civil.hour() as u32,
            civil.minute() as u32,
            civil.second() as u32,
        )
    }

    /// The written form with the offset of the zone, to the second.
    pub fn iso(&self, moment: Moment) -> String {
        let (day, hour, minute, second) = self.civil(moment);
        let offset = self.rules.to_offset(timestamp(moment)).seconds();
        let sign = if offset < 0 { '-' } else { '+' };
        let minutes = offset.abs() / 60;
        let (east_hours, east_minutes) = (minutes / 60, minutes % 60);
        format!("{day}T{hour:02}:{minute:02}:{second:02}{sign}{east_hours:02}:{east_minutes:02}")
    }
}

/// Instants beyond the range of the zone rules are read as the nearest one inside it.
fn timestamp(moment: Moment) -> Timestamp {
    let bound = if moment.0 < 0 {
        Timestamp::MIN
    } else {
        Timestamp::MAX
    };
    Timestamp::from_millisecond(moment.0).unwrap_or(bound)
}
