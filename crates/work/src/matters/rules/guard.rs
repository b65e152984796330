//! Whether somebody may take a transition now, and if not, why.

use super::{FIXER, Standing, cycle};
use kernel::id::Id;
use kernel::reason::Reason;
use policy::{Lifecycle, MatterGuard, Transition};
use std::collections::BTreeSet;

/// Whoever acts, with every party as which he may.
#[derive(Clone, Copy, Debug)]
pub struct Actor<'a> {
    pub person: Id,
    pub parties: &'a [Id],
}

/// Who had a hand in the work that is verified: persons who submitted or are named as having done it, and bodies.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Fixers {
    pub persons: BTreeSet<Id>,
    pub parties: BTreeSet<Id>,
}

/// Whether the actor may take the transition for the party of this slot. What must be proven by a record comes after.
pub fn may_take(
    cycle: &Lifecycle,
    transition: &Transition,
    parties: &[Standing],
    own: &Standing,
    actor: Actor,
    fixers: &Fixers,
) -> Result<(), Reason> {
    if own.role != transition.by || !actor.parties.contains(&own.party) {
        return Err(not_yours(cycle, transition));
    }
    if !transition.from.contains(&own.state) {
        return Err(not_now(cycle, own));
    }
    for guard in &transition.guard {
        match guard {
            MatterGuard::RectifierSubmitted => submitted(cycle, parties)?,
            MatterGuard::NotTheFixer => not_the_fixer(own, actor, fixers)?,
            // Proven by the record that comes with the act.
            MatterGuard::ProofAttached => {}
        }
    }
    ends_nothing_unasked(cycle, transition, parties, own)
}

/// The refusal for whoever does not act for a party of the role.
pub fn not_yours(cycle: &Lifecycle, transition: &Transition) -> Reason {
    let title = cycle::role(cycle, &transition.by).map(|role| role.title.clone());
    Reason::new("matters.not_your_part").with("role", title.unwrap_or_default())
}

fn not_now(cycle: &Lifecycle, own: &Standing) -> Reason {
    let word = cycle::word(cycle, &own.role, &own.state);
    Reason::new("matters.not_now.conflict").with("state", word)
}

fn submitted(cycle: &Lifecycle, parties: &[Standing]) -> Result<(), Reason> {
    let waiting = parties
        .iter()
        .find(|party| party.role == FIXER && !cycle::has_handed_in(cycle, party));
    match waiting {
        Some(party) => Err(not_submitted(cycle, &party.role)),
        None => Ok(()),
    }
}

fn not_submitted(cycle: &Lifecycle, role: &str) -> Reason {
    let title = cycle::role(cycle, role).map(|role| role.title.clone());
    Reason::new("matters.not_submitted").with("role", title.unwrap_or_default())
}

fn not_the_fixer(own: &Standing, actor: Actor, fixers: &Fixers) -> Result<(), Reason> {
    if fixers.persons.contains(&actor.person) {
        return Err(Reason::new("matters.own_work"));
    }
    if fixers.parties.contains(&own.party)
        || actor.parties.iter().any(|id| fixers.parties.contains(id))
    {
        return Err(Reason::new("matters.own_body_work"));
    }
    Ok(())
}

/// Neither side closes for the other: a row ends by its own party's act or by accepting what that party handed in, and
/// not while its party owes something else.
fn ends_nothing_unasked(
    cycle: &Lifecycle,
    transition: &Transition,
    parties: &[Standing],
    own: &Standing,
) -> Result<(), Reason> {
    for (role, to) in &transition.moves {
        if cycle::closed_state(cycle, role) != Some(to.as_str()) {
            continue;
        }
        for party in parties
            .iter()
            .filter(|party| party.role == *role && party.state != *to)
        {
            let is_own = party.slot == own.slot;
            if !is_own && *role != transition.by && !cycle::accepts(cycle, transition, party) {
                return Err(not_submitted(cycle, role));
            }
            if is_own || *role != transition.by {
                owes_nothing_else(cycle, transition, party)?;
            }
        }
    }
    Ok(())
}

fn owes_nothing_else(
    cycle: &Lifecycle,
    transition: &Transition,
    party: &Standing,
) -> Result<(), Reason> {
    let left = party
        .owes
        .iter()
        .filter_map(|id| cycle::step(cycle, id))
        .find(|step| !cycle::answers(cycle, transition, step));
    match left {
        Some(step) => Err(Reason::new("matters.still_owes").with("step", &step.title)),
        None => Ok(()),
    }
}
