//! The instant at which the days of an occasion are due.

use kernel::calendar::{Calendar, UnknownYear};
use kernel::period::Stretch;
use kernel::time::Moment;
use policy::{Due, Duty};

/// A due day that the part of a period lacks is moved to the nearest day that it has.
pub fn due(duty: &Duty, calendar: &Calendar, days: Stretch) -> Result<Moment, UnknownYear> {
    let zone = calendar.zone();
    let (first, last) = (days.from, days.last_day());
    Ok(match duty.due {
        Due::Last => zone.end_of(last),
        Due::DaysAfter(days) => zone.end_of(last.plus_days(days)),
        Due::WorkdaysAfter(days) => zone.end_of(calendar.plus_workdays(last, i64::from(days))?),
        Due::MinuteOfDay(minutes) => zone.start_of(first).plus_minutes(i64::from(minutes)),
        Due::DaysBefore(days) => zone.end_of(last.plus_days(-days).max(first)),
        Due::Weekday(weekday) => {
            let monday = first.plus_days(1 - first.weekday() as i32);
            let wanted = monday.plus_days(weekday.number() as i32 - 1);
            zone.end_of(wanted.clamp(first, last))
        }
        Due::DayOfMonth { day, .. } => {
            let month = last.first_of_month();
            let wanted = month.plus_days(day as i32 - 1);
            zone.end_of(wanted.min(month.last_of_month()).clamp(first, last))
        }
    })
}
