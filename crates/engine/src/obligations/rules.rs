//! What time alone decides about an obligation. Pure functions of the row and `now`.

use super::model::{Obligation, Stage, State};
use kernel::reason::Reason;
use kernel::time::Moment;

/// Where `grace_until` stands while what was submitted in time lies with the receiver: the holder is asked for nothing.
pub const WITH_RECEIVER: Moment = Moment(i64::MAX);

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// The outcome word of the row at this time (DESIGN 4, "Outcome").
pub fn state(row: &Obligation, now: Moment) -> State {
    match row.outcome.as_deref() {
        Some("excused") => return State::Excused,
        Some("withdrawn") => return State::Withdrawn,
        _ => {}
    }
    if let Some(received) = row.met_received {
        return if received <= row.grace_until {
            State::Met
        } else {
            State::MetLate
        };
    }
    if now < row.opened_at {
        State::Upcoming
    } else if now >= row.grace_until {
        // The due day's instant is exclusive: at 24:00 the day is over.
        if row.lapses {
            State::Lapsed
        } else {
            State::Overdue
        }
    } else if now >= row.soon_at {
        State::DueSoon
    } else {
        State::Open
    }
}

/// How far from due, as a reason that the page sets in words: late by, or left.
pub fn distance(row: &Obligation, now: Moment) -> Reason {
    let due_at = current_due(row);
    let (word, millis) = match row.met_received {
        Some(received) if received > row.grace_until => ("late_by", received.0 - row.due_at.0),
        Some(_) => return Reason::new("obligations.in_time"),
        None if row.stage == Some(Stage::Waiting) && now < row.grace_until && row.due_at <= now => {
            return Reason::new("obligations.with_receiver");
        }
        None if now >= due_at => ("late_by", now.0 - due_at.0),
        None => ("left", due_at.0 - now.0),
    };
    let (unit, amount) = if millis < HOUR {
        ("minutes", millis / MINUTE)
    } else if millis < DAY {
        ("hours", millis / HOUR)
    } else {
        ("days", millis / DAY)
    };
    Reason::new(format!("obligations.{word}_{unit}")).with("n", amount.to_string())
}

/// The instant to which the holder works: its due, or the end of the correction while what he submitted in time is
/// returned to him.
pub fn current_due(row: &Obligation) -> Moment {
    match (row.stage, row.kept_grace, row.stage_due) {
        (Some(Stage::Returned), Some(_), Some(until)) => until,
        _ => row.due_at,
    }
}

/// True while the holder is asked for nothing: what he submitted lies with the receiver.
pub fn is_with_receiver(row: &Obligation) -> bool {
    row.outcome.is_none() && row.stage == Some(Stage::Waiting)
}

/// True for the states that count as not in time.
pub fn is_late(state: State) -> bool {
    matches!(state, State::Overdue | State::Lapsed | State::MetLate)
}

/// True while somebody still has to act.
pub fn is_open(state: State) -> bool {
    matches!(
        state,
        State::Open | State::DueSoon | State::Overdue | State::Lapsed
    )
}
