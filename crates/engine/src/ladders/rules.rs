//! Which reason a rung speaks. Pure.

use crate::obligations::Obligation;
use crate::obligations::rules::distance;
use kernel::reason::Reason;
use kernel::time::Moment;
use policy::Audience;

/// The message of a rung: what is owed and since when, never a name of a person.
pub fn message(row: &Obligation, to: Audience, now: Moment) -> Reason {
    let code = match to {
        Audience::Holder | Audience::StandIn if now < row.due_at => "ladders.due_soon",
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
