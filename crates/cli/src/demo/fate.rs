//! Which obligation is met when: most in time, some late, some never, spread evenly by the seed.

use super::luck::Luck;
use engine::obligations::Obligation;
use kernel::calendar::Calendar;
use kernel::time::{Day, Moment};

/// Of a hundred obligations so many are met in time, and so many more late; the rest never.
const IN_TIME: u64 = 84;
const LATE: u64 = 10;
const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// When the record arrives, if ever.
pub fn of(obligation: &Obligation, calendar: &Calendar) -> Option<Moment> {
    let luck = Luck::of(obligation.id, "fate").of_hundred();
    if luck < IN_TIME {
        return Some(in_time(obligation, calendar));
    }
    if luck < IN_TIME + LATE {
        Some(late(obligation, calendar))
    } else {
        None
    }
}

/// When those who never finish begin: in the middle of the term.
pub fn begun(obligation: &Obligation) -> Moment {
    obligation
        .opened_at
        .plus_millis((obligation.due_at.0 - obligation.opened_at.0) / 2)
}

/// Towards the end of the term, as people do, on a working day where there is one.
fn in_time(obligation: &Obligation, calendar: &Calendar) -> Moment {
    let term = (obligation.due_at.0 - obligation.opened_at.0).max(1);
    if term <= DAY_MS {
        let share = Luck::of(obligation.id, "share").between(10, 90);
        return obligation.opened_at.plus_millis(term * share / 100);
    }
    let share = Luck::of(obligation.id, "share").between(30, 95);
    let zone = calendar.zone();
    let wanted = zone.day_of(obligation.opened_at.plus_millis(term * share / 100));
    let last = zone.day_of(obligation.due_at.plus_millis(-1));
    let day = workday_at_or_before(calendar, wanted, zone.day_of(obligation.opened_at)).min(last);
    let at = office_hour(obligation, calendar, day);
    at.max(obligation.opened_at)
        .min(obligation.due_at.plus_millis(-1))
}

fn late(obligation: &Obligation, calendar: &Calendar) -> Moment {
    let days = Luck::of(obligation.id, "late").between(1, 12);
    let due = calendar.zone().day_of(obligation.due_at.plus_millis(-1));
    let day = due.plus_days(days as i32);
    office_hour(
        obligation,
        calendar,
        calendar.next_workday(day).unwrap_or(day),
    )
}

fn office_hour(obligation: &Obligation, calendar: &Calendar, day: Day) -> Moment {
    let minute = Luck::of(obligation.id, "minute").between(0, 8 * 60);
    calendar.zone().at(day, 9, 0).plus_minutes(minute)
}

fn workday_at_or_before(calendar: &Calendar, wanted: Day, first: Day) -> Day {
    let mut day = wanted;
    while first < day && !calendar.is_workday(day).unwrap_or(true) {
        day = day.plus_days(-1);
    }
    day
}
