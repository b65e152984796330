//! From clauses to what carries them: nothing of a plan is silently left out.

use crate::definitions::{Clause, Every};
use crate::library::{DefinitionKind, Library};

/// How far a clause has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Definitions open what it demands.
    Runs,
    /// The software holds task, owner, date and evidence, and pretends nothing more.
    Tracked,
    /// An engine, or a part of one, is still to come.
    Planned,
}

/// One clause of one pack.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct TraceRow {
    pub clause: String,
    pub pack: String,
    pub state: State,
    pub definitions: Vec<String>,
    pub systems: Vec<String>,
}

/// Every clause of every pack, in the order of the documents.
pub fn trace(library: &Library) -> Vec<TraceRow> {
    let mut rows = Vec::new();
    for pack in library.packs() {
        for clause in &pack.clauses {
            let mut definitions: Vec<String> = library
                .definitions_of_clause(&clause.id)
                .iter()
                .map(|definition| definition.id.to_owned())
                .collect();
            definitions.dedup();
            rows.push(TraceRow {
                clause: clause.id.clone(),
                pack: pack.id().to_owned(),
                state: state_of(library, clause),
                definitions,
                systems: clause.systems.clone(),
            });
        }
    }
    rows
}

/// How far a clause has come. A page, a form or a code list alone carries nothing: only what opens something does.
pub fn state_of(library: &Library, clause: &Clause) -> State {
    let carried =
        library
            .definitions_of_clause(&clause.id)
            .iter()
            .any(|definition| match definition.kind {
                DefinitionKind::Duty
                | DefinitionKind::Task
                | DefinitionKind::Lifecycle
                | DefinitionKind::Draw => true,
                DefinitionKind::KeyPeriod => answered(library, definition.id),
                DefinitionKind::Matrix
                | DefinitionKind::Circular
                | DefinitionKind::Form
                | DefinitionKind::Codes => false,
            });
    match (carried, clause.waits_for.is_empty(), clause.tracked) {
        (false, _, _) | (_, false, _) => State::Planned,
        (true, true, true) => State::Tracked,
        (true, true, false) => State::Runs,
    }
}

/// A key period opens something only where a duty has its package, or is raised by its factor.
fn answered(library: &Library, id: &str) -> bool {
    let Some((_, period)) = library.key_period(id) else {
        return false;
    };
    library.packs().flat_map(|pack| &pack.duties).any(|duty| {
        let packaged = match (&duty.every, &period.package) {
            (Every::KeyPeriod(asked), Some(package)) => asked == package,
            _ => false,
        };
        packaged || (duty.intensify && 1.0 < period.factor)
    })
}
