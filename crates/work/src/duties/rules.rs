//! When a duty opens, which span it covers and when it is due. Pure.

use kernel::calendar::{Calendar, UnknownYear};
use kernel::period::{Cadence, Period};
use kernel::time::{Day, Moment};
use policy::{Due, Duty, Every, Header};

/// Days before due from which an obligation shows as due soon, where the pack does not say.
const DUE_SOON_DAYS: i64 = 3;

/// One opening of a duty: the period it covers and its clocks.
#[derive(Clone, Debug, PartialEq)]
pub struct Occasion {
    pub label: String,
    pub from: Day,
    /// Exclusive.
    pub until: Day,
    pub opens_at: Moment,
    pub soon_at: Moment,
    pub due_at: Moment,
    pub grace_until: Moment,
}

/// First and last day (inclusive) on which the duty runs.
pub fn span(header: &Header, duty: &Duty) -> (Day, Day) {
    (
        duty.from.unwrap_or(header.from),
        duty.until.unwrap_or(header.until),
    )
}

/// The occasion whose period contains or follows `day`; none when the duty has ended by then, or for a day on which a
/// duty of working days does not open.
pub fn occasion(
    header: &Header,
    duty: &Duty,
    calendar: &Calendar,
    period: Option<&Period>,
    opens_at: Moment,
) -> Result<Option<Occasion>, UnknownYear> {
    let (_, last) = span(header, duty);
    match (&duty.every, period) {
        (Every::Once(day), _) => Ok(Some(once(header, duty, calendar, *day, opens_at)?)),
        (Every::Period(_), Some(period)) if period.start <= last => {
            if duty.workdays_only
                && period.cadence == Cadence::Day
                && !calendar.is_workday(period.start)?
            {
                return Ok(None);
            }
            Ok(Some(periodic(header, duty, calendar, period, opens_at)?))
        }
        _ => Ok(None),
    }
}

fn once(
    header: &Header,
    duty: &Duty,
    calendar: &Calendar,
    day: Day,
    opens_at: Moment,
) -> Result<Occasion, UnknownYear> {
    let (from, _) = span(header, duty);
    let due_at = due(duty, calendar, from, day)?;
    Ok(finish(
        header,
        duty,
        day.to_string(),
        from,
        Day(i32::MAX),
        opens_at,
        due_at,
    ))
}

fn periodic(
    header: &Header,
    duty: &Duty,
    calendar: &Calendar,
    period: &Period,
    opens_at: Moment,
) -> Result<Occasion, UnknownYear> {
    let due_at = due(duty, calendar, period.start, period.last_day())?;
    Ok(finish(
        header,
        duty,
        period.label(),
        period.start,
        period.end,
        opens_at,
        due_at,
    ))
}

fn due(duty: &Duty, calendar: &Calendar, first: Day, last: Day) -> Result<Moment, UnknownYear> {
    let zone = calendar.zone();
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
            let wanted = month.plus_days(day as i32 - 1).min(month.last_of_month());
            zone.end_of(wanted.clamp(first, last))
        }
    })
}

fn finish(
    header: &Header,
    duty: &Duty,
    label: String,
    from: Day,
    until: Day,
    opens_at: Moment,
    due_at: Moment,
) -> Occasion {
    let soon = due_at.plus_hours(-24 * header.due_soon_days.unwrap_or(DUE_SOON_DAYS));
    Occasion {
        label,
        from,
        until,
        opens_at,
        // A duty shorter than the warning is due soon from its second half on.
        soon_at: soon.max(opens_at.plus_millis((due_at.0 - opens_at.0) / 2)),
        due_at,
        grace_until: due_at.plus_hours(duty.grace_hours),
    }
}

/// The period whose opening timer comes first for a duty that is activated at this day.
pub fn first_period(header: &Header, duty: &Duty, day: Day) -> Option<Period> {
    let (from, last) = span(header, duty);
    let Every::Period(cadence) = duty.every else {
        return None;
    };
    let period = Period::containing(cadence, day.max(from));
    (period.start <= last).then_some(period)
}
