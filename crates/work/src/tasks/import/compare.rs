//! What a row changes about the task that stands. Pure.

use crate::tasks::model::{Role, Task, TaskParty};
use crate::tasks::open::Wanted;
use engine::obligations::Obligation;
use kernel::id::Id;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    None,
    /// Where it belongs and who looks after it: no obligation is touched.
    Place,
    /// What is owed, by whom or by when.
    Terms,
    /// The same, but somebody has done his part already.
    Closed,
}

pub fn difference(task: &Task, parties: &[TaskParty], wanted: &Wanted) -> Difference {
    let owing = |cast: Vec<(Id, Role)>| {
        let mut cast: Vec<(Id, Role)> = cast
            .into_iter()
            .filter(|(_, role)| *role != Role::Patron)
            .collect();
        cast.sort_unstable();
        cast
    };
    let patrons = |cast: Vec<(Id, Role)>| {
        let mut cast: Vec<Id> = cast
            .into_iter()
            .filter(|(_, role)| *role == Role::Patron)
            .map(|(id, _)| id)
            .collect();
        cast.sort_unstable();
        cast
    };
    let standing: Vec<(Id, Role)> = parties
        .iter()
        .map(|party| (party.party, party.role))
        .collect();
    let same_terms = task.title == wanted.title
        && task.clauses == wanted.clauses
        && task.due_day == wanted.due
        && task.form == wanted.form
        && owing(standing.clone()) == owing(wanted.cast());
    if !same_terms {
        let done = parties
            .iter()
            .filter_map(|party| party.obligation.as_ref())
            .any(is_done);
        return if done {
            Difference::Closed
        } else {
            Difference::Terms
        };
    }
    let same_place = task.item == wanted.item
        && task.parent == wanted.parent
        && patrons(standing) == patrons(wanted.cast());
    if same_place {
        Difference::None
    } else {
        Difference::Place
    }
}

fn is_done(row: &Obligation) -> bool {
    row.outcome.is_some()
}
