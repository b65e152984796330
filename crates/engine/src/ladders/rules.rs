//! Which reason a rung speaks, and of which clock. Pure.

use crate::obligations::Obligation;
use crate::obligations::rules::{current_due, distance, is_with_receiver};
use kernel::reason::Reason;
use kernel::time::Moment;
use policy::Audience;

/// Whether a rung that counts from `due` speaks of the clock that runs now. Nobody is reminded of what lies with the
/// receiver.
pub fn is_meant(row: &Obligation, due: Moment) -> bool {
    !is_with_receiver(row) && current_due(row) == due
}

/// The message of a rung: what is owed and since when, never a name of a person.
pub fn message(row: &Obligation, to: Audience, now: Moment) -> Reason {
    let code = match to {
        Audience::Holder | Audience::StandIn if now < current_due(row) => "ladders.due_soon",
        Audience::Holder | Audience::StandIn => "ladders.overdue",
        Audience::Superior | Audience::SupervisingOffice => "ladders.climbed",
    };
    let mut reason = Reason::new(code)
        .with("definition", &row.definition)
        .with("period", &row.period);
    let distance = distance(row, now);
    reason = reason.with("distance", distance.code);
    match distance.params.get("n") {
        Some(n) => reason.with("n", n),
        None => reason,
    }
}
