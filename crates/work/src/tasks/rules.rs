//! What the obligations of its parties make of a task. Pure functions of rows and time.

use super::model::{Role, Shape, TaskParty};
use engine::obligations::{Obligation, State, rules};
use kernel::id::Id;
use kernel::scope::AreaPath;
use kernel::time::Moment;

/// How a task stands. Nobody types it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Status {
    pub state: State,
    /// A failed evaluation stands and nothing better has come since.
    pub reopened: bool,
    /// Guarding parties that have done their part, of how many.
    pub done: i64,
    pub total: i64,
}

impl Status {
    pub fn is_finished(&self) -> bool {
        is_finished(self.state)
    }
}

/// One party's part, as the status needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    pub guards: bool,
    pub state: State,
}

/// The parts of a task's parties at a time.
pub fn parts(parties: &[TaskParty], now: Moment) -> Vec<Part> {
    let owing = parties
        .iter()
        .filter_map(|party| Some((party.guards, party.obligation.as_ref()?)));
    owing
        .map(|(guards, row)| Part {
            guards,
            state: rules::state(row, now),
        })
        .collect()
}

/// A task is done when every guarding party has done its part, and as late as the latest of them. While it is not, it
/// stands as badly as the worst of those that still owe. Cooperating parties decide nothing.
pub fn status(parts: &[Part], failed_last: Verdict) -> Status {
    let guarding: Vec<State> = parts
        .iter()
        .filter(|part| part.guards && part.state != State::Withdrawn)
        .map(|part| part.state)
        .collect();
    let done = guarding.iter().filter(|state| is_finished(**state)).count();
    let state = if done < guarding.len() {
        worst(
            guarding
                .iter()
                .copied()
                .filter(|state| !is_finished(*state)),
        )
    } else {
        worst(guarding.iter().copied())
    };
    let state = state.unwrap_or(State::Withdrawn);
    Status {
        state,
        reopened: failed_last == Verdict::Failed && !is_finished(state),
        done: count(done),
        total: count(guarding.len()),
    }
}

/// What the last evaluation said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Passed,
    Failed,
    None,
}

impl Verdict {
    pub fn of(failed: Option<bool>) -> Verdict {
        match failed {
            Some(true) => Verdict::Failed,
            Some(false) => Verdict::Passed,
            None => Verdict::None,
        }
    }
}

/// True for the states in which nobody has to act any more.
pub fn is_finished(state: State) -> bool {
    matches!(
        state,
        State::Met | State::MetLate | State::Excused | State::Withdrawn
    )
}

/// The state that a reader must see first, of several.
pub fn worst(states: impl Iterator<Item = State>) -> Option<State> {
    states.max_by_key(|state| weight(*state))
}

/// How much a state asks for attention.
pub fn weight(state: State) -> u8 {
    match state {
        State::Withdrawn => 0,
        State::Excused => 1,
        State::Met => 2,
        State::MetLate => 3,
        State::Upcoming => 4,
        State::Open => 5,
        State::DueSoon => 6,
        State::Lapsed => 7,
        State::Overdue => 8,
    }
}

/// The shape that the named parties make.
pub fn shape(leads: &[Id]) -> Shape {
    match leads.len() {
        0 => Shape::Joint,
        1 => Shape::Lead,
        _ => Shape::Leads,
    }
}

/// Each party once, under the role that asks most of it: who leads does not cooperate with himself.
pub fn cast(leads: &[Id], joint: &[Id], cooperating: &[Id], patrons: &[Id]) -> Vec<(Id, Role)> {
    let mut cast: Vec<(Id, Role)> = Vec::new();
    let named = [
        (leads, Role::Lead),
        (joint, Role::Joint),
        (cooperating, Role::Cooperating),
        (patrons, Role::Patron),
    ];
    for (parties, role) in named {
        for party in parties {
            // A leader may look after a task for which his own post answers.
            let known = cast
                .iter()
                .any(|(id, of)| id == party && (*of == role || role != Role::Patron));
            if !known {
                cast.push((*party, role));
            }
        }
    }
    cast
}

/// The deepest area that all places share: whoever sees it sees the task.
pub fn common_path(places: &[AreaPath]) -> AreaPath {
    let mut common = places.first().copied().unwrap_or_default();
    for place in places {
        for (id, own) in common.ids.iter_mut().zip(place.ids) {
            if *id != own {
                *id = None;
            }
        }
    }
    common
}

/// When the task was finished: the latest of what its guarding parties reached.
pub fn finished_at(parties: &[TaskParty]) -> Option<Moment> {
    let guarding = parties.iter().filter(|party| party.guards);
    let rows: Vec<&Obligation> = guarding
        .filter_map(|party| party.obligation.as_ref())
        .collect();
    let met = |row: &&Obligation| row.met_received;
    if rows.iter().any(|row| row.outcome.is_none()) {
        return None;
    }
    rows.iter().filter_map(met).max()
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guarding(states: &[State]) -> Vec<Part> {
        states
            .iter()
            .map(|state| Part {
                guards: true,
                state: *state,
            })
            .collect()
    }

    fn check(parts: &[Part], state: State, done: i64) {
        let status = status(parts, Verdict::None);
        assert_eq!((status.state, status.done), (state, done));
    }

    #[test]
    fn a_lead_alone_decides_and_cooperating_bodies_guard_nothing() {
        let cooperating = |state| Part {
            guards: false,
            state,
        };
        let mut parts = guarding(&[State::Open]);
        parts.extend([cooperating(State::Met), cooperating(State::Met)]);
        check(&parts, State::Open, 0);
        parts[0].state = State::Met;
        parts[1].state = State::Overdue;
        check(&parts, State::Met, 1);
    }

    #[test]
    fn several_leads_must_all_sign() {
        check(
            &guarding(&[State::Met, State::Met, State::DueSoon]),
            State::DueSoon,
            2,
        );
        check(
            &guarding(&[State::Met, State::MetLate, State::Met]),
            State::MetLate,
            3,
        );
    }

    #[test]
    fn a_joint_task_waits_for_its_last_member() {
        let mut states = vec![State::Met; 24];
        states[7] = State::Overdue;
        check(&guarding(&states), State::Overdue, 23);
        states[7] = State::Met;
        check(&guarding(&states), State::Met, 24);
    }

    #[test]
    fn the_excused_and_the_withdrawn_do_not_hold_a_task_up() {
        check(&guarding(&[State::Excused, State::Met]), State::Met, 2);
        check(&guarding(&[State::Withdrawn, State::Met]), State::Met, 1);
        check(&guarding(&[State::Withdrawn]), State::Withdrawn, 0);
    }

    #[test]
    fn a_failed_evaluation_reopens_until_the_task_is_signed_again() {
        let open = status(&guarding(&[State::Overdue]), Verdict::Failed);
        assert!(open.reopened);
        let again = status(&guarding(&[State::MetLate]), Verdict::Failed);
        assert!(!again.reopened);
        assert!(!status(&guarding(&[State::Overdue]), Verdict::Passed).reopened);
    }

    #[test]
    fn nobody_cooperates_with_himself_but_a_leader_may_look_after_his_own_task() {
        let id = |name: &str| Id::natural("org", name);
        let (a, b) = (id("a"), id("b"));
        let cast = cast(&[a], &[], &[a, b, b], &[a]);
        assert_eq!(
            cast,
            [(a, Role::Lead), (b, Role::Cooperating), (a, Role::Patron)]
        );
        assert_eq!(shape(&[a]), Shape::Lead);
        assert_eq!(shape(&[a, b]), Shape::Leads);
        assert_eq!(shape(&[]), Shape::Joint);
    }

    #[test]
    fn a_task_lies_where_all_its_parties_lie() {
        let id = |name: &str| Some(Id::natural("area", name));
        let town = |name| AreaPath {
            ids: [id("p"), id("c"), id("k"), id(name), None],
        };
        assert_eq!(common_path(&[town("x"), town("x")]), town("x"));
        let county = AreaPath {
            ids: [id("p"), id("c"), id("k"), None, None],
        };
        assert_eq!(common_path(&[town("x"), town("y")]), county);
        assert_eq!(common_path(&[town("x"), county]), county);
    }
}
