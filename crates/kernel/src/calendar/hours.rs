//! Office time: a clock that stands still at night, on week ends and on holidays.

use super::{Calendar, UnknownYear};
use crate::time::{Day, Moment};

const HOUR: i64 = 3_600_000;

impl Calendar {
    /// The instant after so many hours of office time.
    ///
    /// Time outside office hours does not count, so an event in the night starts its clock in the
    /// morning. A term that uses up a day ends at the close of that day, not on the next morning.
    pub fn add_working_hours(&self, from: Moment, hours: i64) -> Result<Moment, UnknownYear> {
        let mut left = hours.saturating_mul(HOUR);
        let mut now = from;
        while 0 < left {
            now = self.next_office_moment(now)?;
            let close = self.close(self.zone().day_of(now));
            let available = close.millis_since(now);
            if left <= available {
                return Ok(now.plus_millis(left));
            }
            left -= available;
            now = close;
        }
        Ok(now)
    }

    /// The instant itself during office hours, else the next opening.
    pub fn next_office_moment(&self, from: Moment) -> Result<Moment, UnknownYear> {
        let today = self.zone().day_of(from);
        if self.is_workday(today)? && from < self.close(today) {
            return Ok(from.max(self.open(today)));
        }
        Ok(self.open(self.next_workday(today)?))
    }

    fn open(&self, day: Day) -> Moment {
        self.zone().at(day, 0, self.office_hours().0)
    }

    fn close(&self, day: Day) -> Moment {
        self.zone().at(day, 0, self.office_hours().1)
    }
}
