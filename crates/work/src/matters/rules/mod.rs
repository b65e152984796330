//! What a lifecycle and the rows of the parties decide. Pure: no database and no clock.
//!
//! Three things hold whatever a pack says. Only the party itself takes its transitions. A party's row is ended by
//! another party only where that one accepts what the first has handed in. Whoever fixed something, as a person or as a
//! body, does not verify it.

mod clock;
mod cycle;
mod guard;
mod moving;
mod proof;

#[cfg(test)]
mod tests;

use kernel::id::Id;
use std::collections::BTreeSet;

pub use clock::{Clock, clock};
pub use cycle::{
    closed_state, definition, is_receipt, opening_state, role, stage, stage_words, step,
    transition, word,
};
pub use guard::{Actor, Fixers, may_take, not_yours};
pub use moving::{Taken, is_closed, place, take};
pub use proof::{Demand, Objection, Proof, proves};

/// A party's row as the rules see it.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing {
    pub slot: String,
    pub role: String,
    pub party: Id,
    pub state: String,
    /// Slot whose act put it into this state; none since the opening.
    pub moved_by: Option<String>,
    /// Steps that it owes now.
    pub owes: BTreeSet<String>,
}

/// The role whose work is verified. The statutory guards speak of it, so packs use this word for it.
pub const FIXER: &str = "rectifier";
/// The role that verifies for the place.
pub const REGULATOR: &str = "regulator";
