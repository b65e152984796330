//! What a transition changes, and where the matter stands then.

use super::{Standing, cycle};
use crate::matters::model::Place;
use policy::{Lifecycle, Transition, TransitionJoin};
use std::collections::BTreeSet;

/// What a transition changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// All rows afterwards.
    pub parties: Vec<Standing>,
    /// Slot and step of what is met by it.
    pub answered: Vec<(String, String)>,
    /// Slot and step of what it opens.
    pub opened: Vec<(String, String)>,
}

/// Takes a transition for the party of a slot. Whoever calls has asked [`super::may_take`].
///
/// What it does to other roles waits until every party of the acting role has come as far.
pub fn take(cycle: &Lifecycle, transition: &Transition, parties: &[Standing], slot: &str) -> Taken {
    let mut taken = Taken {
        parties: parties.to_vec(),
        answered: Vec::new(),
        opened: Vec::new(),
    };
    answer(cycle, transition, &mut taken, slot);
    let to = transition.moves.get(&transition.by);
    if let (Some(to), Some(own)) = (
        to,
        taken.parties.iter_mut().find(|party| party.slot == slot),
    ) {
        own.state.clone_from(to);
        own.moved_by = Some(slot.to_owned());
    }
    let own_role = taken
        .parties
        .iter()
        .filter(|party| party.role == transition.by);
    let arrived = to.is_none_or(|to| own_role.into_iter().all(|party| party.state == *to));
    if arrived {
        move_others(transition, &mut taken, slot);
    }
    open(cycle, transition, &mut taken, slot, Reach::of(arrived));
    taken
}

/// How far the effects of a transition go.
#[derive(Clone, Copy, PartialEq)]
enum Reach {
    OwnParty,
    EveryParty,
}

impl Reach {
    fn of(arrived: bool) -> Reach {
        if arrived {
            Reach::EveryParty
        } else {
            Reach::OwnParty
        }
    }
}

fn answer(cycle: &Lifecycle, transition: &Transition, taken: &mut Taken, slot: &str) {
    let Some(own) = taken.parties.iter_mut().find(|party| party.slot == slot) else {
        return;
    };
    let (answered, left): (BTreeSet<String>, BTreeSet<String>) =
        std::mem::take(&mut own.owes).into_iter().partition(|id| {
            cycle::step(cycle, id).is_some_and(|step| cycle::answers(cycle, transition, step))
        });
    own.owes = left;
    taken
        .answered
        .extend(answered.into_iter().map(|step| (slot.to_owned(), step)));
}

fn move_others(transition: &Transition, taken: &mut Taken, slot: &str) {
    for party in taken
        .parties
        .iter_mut()
        .filter(|party| party.role != transition.by)
    {
        if let Some(to) = transition.moves.get(&party.role) {
            party.state.clone_from(to);
            party.moved_by = Some(slot.to_owned());
        }
    }
}

/// A step that is still owed is not opened again: its clock runs on.
fn open(cycle: &Lifecycle, transition: &Transition, taken: &mut Taken, slot: &str, reach: Reach) {
    for step in transition
        .opens
        .iter()
        .filter_map(|id| cycle::step(cycle, id))
    {
        for party in taken
            .parties
            .iter_mut()
            .filter(|party| party.role == step.role)
        {
            let concerned = match step.role == transition.by {
                true => party.slot == slot,
                false => reach == Reach::EveryParty,
            };
            if concerned && party.owes.insert(step.id.clone()) {
                taken.opened.push((party.slot.clone(), step.id.clone()));
            }
        }
    }
}

/// Whether the matter is closed: by its lead where the lifecycle says so, else by all its parties.
pub fn is_closed(cycle: &Lifecycle, parties: &[Standing]) -> bool {
    let closed =
        |party: &Standing| cycle::closed_state(cycle, &party.role) == Some(party.state.as_str());
    let by_lead = cycle
        .transitions
        .iter()
        .any(|it| it.join == TransitionJoin::Lead);
    let mut leads = parties.iter().filter(|party| party.role == LEAD).peekable();
    if by_lead && leads.peek().is_some() {
        return leads.all(closed);
    }
    !parties.is_empty() && parties.iter().all(closed)
}

const LEAD: &str = "lead";

/// Where the matter stands: with the party that is least far, of several with one that owes something.
pub fn place(cycle: &Lifecycle, parties: &[Standing]) -> Place {
    let stage = |party: &Standing| cycle::stage(cycle, &party.role, &party.state);
    let last = parties
        .iter()
        .min_by_key(|party| (stage(party), party.owes.is_empty(), party.slot.clone()));
    match last {
        Some(party) => Place {
            slot: party.slot.clone(),
            state: party.state.clone(),
            stage: stage(party),
        },
        None => Place {
            slot: String::new(),
            state: String::new(),
            stage: 0,
        },
    }
}
