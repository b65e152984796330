//! The clock of a step.

use super::cycle;
use crate::matters::model::Grade;
use kernel::calendar::{Calendar, Span, UnknownYear};
use kernel::time::Moment;
use policy::{Lifecycle, MatterStep};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Clock {
    pub soon_at: Moment,
    pub due_at: Moment,
}

/// When a step that opens now is due, and from when it shows as due soon.
///
/// Outside office hours nobody is there to sign for a general matter, so the clock of its receipt starts when the office
/// opens. A major one does not wait.
pub fn clock(
    cycle: &Lifecycle,
    step: &MatterStep,
    grade: Grade,
    calendar: &Calendar,
    soon_days: i64,
    now: Moment,
) -> Result<Clock, UnknownYear> {
    let waits = grade == Grade::General && step.hours.is_some() && cycle::is_receipt(cycle, step);
    let start = if waits {
        calendar.next_office_moment(now)?
    } else {
        now
    };
    let due_at = calendar.due_after(start, &span(step))?;
    let half = now.plus_millis((due_at.0 - now.0) / 2);
    Ok(Clock {
        soon_at: due_at.plus_hours(-24 * soon_days).max(half),
        due_at,
    })
}

/// The checker refuses a step without a clock; such a one would be due today.
fn span(step: &MatterStep) -> Span {
    match (step.hours, step.working_days, step.days) {
        (Some(hours), _, _) => Span::Hours(hours),
        (None, Some(days), _) => Span::WorkingDays(days),
        (None, None, Some(days)) => Span::Days(days),
        (None, None, None) => Span::Days(0),
    }
}
