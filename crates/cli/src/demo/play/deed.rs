//! What somebody does, and what follows from it.

use super::paper::Desk;
use super::{changes, filing, hazards, raising};
use crate::outcome::Refusal;
use engine::satisfaction;
use kernel::id::Id;
use kernel::time::Moment;
use mechanism::App;
use std::sync::Arc;
use store::Act;

#[derive(Clone, Debug)]
pub enum Deed {
    /// File everything that the obligation asks for.
    File(Id),
    /// File for some of the members, and leave it at that.
    Begin(Id),
    Approve {
        record: Id,
        by: Id,
    },
    /// Find the hazard of that number of a table.
    Find {
        table: usize,
        number: usize,
    },
    /// Take a step of a matter, for the so-manieth time.
    Step {
        matter: Id,
        transition: String,
        round: u32,
    },
    /// The event of that number of a table happens and is reported.
    Report {
        table: usize,
        number: usize,
    },
    /// Somebody else takes over the post of that number of a table.
    Change {
        table: usize,
        number: usize,
    },
}

/// What came of it, and what follows from it.
#[derive(Clone, Debug, Default)]
pub struct Done {
    pub filed: usize,
    pub follow: Vec<(Moment, Deed)>,
}

impl Deed {
    pub async fn perform(
        self,
        app: &App,
        desk: Arc<Desk>,
        place: Arc<hazards::Tables>,
        at: Moment,
    ) -> Result<Done, Refusal> {
        let act = match self {
            Deed::File(_) | Deed::Begin(_) | Deed::Report { .. } => "records.file",
            Deed::Approve { .. } => "records.approve",
            Deed::Find { .. } => "matters.open",
            Deed::Step { .. } => "matters.act",
            Deed::Change { .. } => "imports.run",
        };
        let deed = self.clone();
        let done = app.store.write(Act::system(act), move |tx| {
            tx.set_now(at);
            match &deed {
                Deed::File(obligation) => filing::file(tx, &desk, *obligation, 100),
                Deed::Begin(obligation) => filing::file(tx, &desk, *obligation, 60),
                Deed::Find { table, number } => {
                    hazards::find(tx, &desk, &place.hazards[*table], *number)
                }
                Deed::Report { table, number } => {
                    raising::report(tx, &desk, &place.raised[*table], *number)
                }
                Deed::Step {
                    matter,
                    transition,
                    round,
                } => hazards::step(tx, &desk, *matter, transition, *round),
                Deed::Change { table, number } => {
                    changes::take_over(tx, &desk, &place.changes[*table], *number)
                }
                Deed::Approve { record, by } => {
                    satisfaction::approve(tx, &desk.env, *record, *by)?;
                    Ok(Done::default())
                }
            }
        });
        match done.await {
            // A rule said no: in the story, somebody did not get round to it.
            Err(store::Error::Refused(reason)) => {
                tracing::warn!(%reason, ?self, "refused in the demonstration");
                Ok(Done::default())
            }
            other => Ok(other?),
        }
    }
}
