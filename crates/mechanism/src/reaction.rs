//! Reactions: where something on the left must cause something on the right, in the same unit of work.
//!
//! A mechanism may not reach right. It says what happened; the server's table of contents lists who reacts.

use crate::Env;
use kernel::id::Id;
use kernel::time::Day;
use store::{Result, Tx};

/// What happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Event {
    /// From a day on somebody else, or nobody, answers for a site in a role.
    CapacityChanged { site: Id, role: String, from: Day },
    /// An obligation was met, at another time than before, no longer is, or was excused.
    Settled { obligation: Id, definition: String },
    /// A record counts from now on: it was filed, or approved.
    Counted { record: Id, form: String },
    /// A record counts no longer.
    Retired { record: Id },
}

/// What a mechanism does about it.
pub struct Reaction {
    pub name: &'static str,
    pub run: fn(&mut Tx, &Env, &Event) -> Result<()>,
}

impl Env {
    /// Lets every listed reaction see the event. One that fails undoes the whole unit of work.
    pub fn react(&self, tx: &mut Tx, event: &Event) -> Result<()> {
        for reaction in self.reactions {
            (reaction.run)(tx, self, event)?;
        }
        Ok(())
    }
}
