//! Which obligation is met when: most in time, some late, some never, spread evenly by the seed.

use super::luck::{Dice, Luck};
use super::place::Fate;
use engine::obligations::Obligation;
use kernel::calendar::Calendar;
use kernel::time::{Day, Moment};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;

/// The shares of a place with its dice and its calendar.
#[derive(Clone, Copy)]
pub struct Fates<'a> {
    pub shares: Fate,
    pub dice: Dice,
    pub calendar: &'a Calendar,
}

impl Fates<'_> {
    /// When the record arrives, if ever.
    pub fn of(self, obligation: &Obligation) -> Option<Moment> {
        let luck = self.luck(obligation, "fate").of_hundred();
        if luck < self.shares.in_time {
            return Some(self.in_time(obligation));
        }
        (luck < self.shares.in_time + self.shares.late).then(|| self.late(obligation))
    }

    /// Towards the end of the term, as people do, on a working day where there is one.
    fn in_time(self, obligation: &Obligation) -> Moment {
        let term = (obligation.due_at.0 - obligation.opened_at.0).max(1);
        let share = self.luck(obligation, "share");
        if term <= DAY_MS {
            let passed = term * share.between(10, 90) / 100;
            return obligation.opened_at.plus_millis(passed);
        }
        let zone = self.calendar.zone();
        let passed = term * share.between(30, 95) / 100;
        let wanted = zone.day_of(obligation.opened_at.plus_millis(passed));
        let first = zone.day_of(obligation.opened_at);
        let last = zone.day_of(obligation.due_at.plus_millis(-1));
        let day = self.workday_at_or_before(wanted, first).min(last);
        self.office_hour(obligation, day)
            .max(obligation.opened_at)
            .min(obligation.due_at.plus_millis(-1))
    }

    fn late(self, obligation: &Obligation) -> Moment {
        let days = self.luck(obligation, "late").between(1, 12);
        let zone = self.calendar.zone();
        let due = zone.day_of(obligation.due_at.plus_millis(-1));
        let day = due.plus_days(days as i32);
        self.office_hour(obligation, self.calendar.next_workday(day).unwrap_or(day))
    }

    fn office_hour(self, obligation: &Obligation, day: Day) -> Moment {
        let minute = self.luck(obligation, "minute").between(0, 8 * 60);
        self.calendar.zone().at(day, 9, 0).plus_minutes(minute)
    }

    fn workday_at_or_before(self, wanted: Day, first: Day) -> Day {
        let mut day = wanted;
        while first < day && !self.calendar.is_workday(day).unwrap_or(true) {
            day = day.plus_days(-1);
        }
        day
    }

    fn luck(self, obligation: &Obligation, question: &str) -> Luck {
        self.dice.of(obligation.id, question)
    }
}

/// When those who never finish begin: in the middle of the term.
pub fn begun(obligation: &Obligation) -> Moment {
    let half = (obligation.due_at.0 - obligation.opened_at.0) / 2;
    obligation.opened_at.plus_millis(half)
}
