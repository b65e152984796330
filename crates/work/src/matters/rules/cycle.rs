//! Reading a lifecycle: which of its parts mean what.

use super::Standing;
use policy::{Lifecycle, MatterStep, PartyRole, Transition};

pub fn role<'a>(cycle: &'a Lifecycle, role: &str) -> Option<&'a PartyRole> {
    cycle.roles.get(role)
}

pub fn step<'a>(cycle: &'a Lifecycle, id: &str) -> Option<&'a MatterStep> {
    cycle.steps.iter().find(|step| step.id == id)
}

pub fn transition<'a>(cycle: &'a Lifecycle, id: &str) -> Option<&'a Transition> {
    cycle
        .transitions
        .iter()
        .find(|transition| transition.id == id)
}

/// Lineage of the obligations that a step opens.
pub fn definition(cycle: &str, step: &str) -> String {
    format!("{cycle}/{step}")
}

/// On-screen word of a state.
pub fn word(cycle: &Lifecycle, role: &str, state: &str) -> String {
    let word = self::role(cycle, role).and_then(|role| role.words.get(state));
    word.cloned().unwrap_or_default()
}

pub fn opening_state<'a>(cycle: &'a Lifecycle, role: &str) -> Option<&'a str> {
    self::role(cycle, role)?.states.first().map(String::as_str)
}

pub fn closed_state<'a>(cycle: &'a Lifecycle, role: &str) -> Option<&'a str> {
    self::role(cycle, role)?.states.last().map(String::as_str)
}

/// What the stages are called: after the first role that has something to do there.
pub fn stage_words(cycle: &Lifecycle) -> Vec<String> {
    let most = cycle
        .roles
        .values()
        .map(|role| role.states.len())
        .max()
        .unwrap_or_default();
    (0..most).map(|stage| stage_word(cycle, stage)).collect()
}

fn stage_word(cycle: &Lifecycle, stage: usize) -> String {
    let states = cycle
        .roles
        .iter()
        .filter_map(|(id, role)| Some((id, role.states.get(stage)?)));
    let mut states = states.peekable();
    let first = states.peek().copied();
    let busy = states.find(|(role, state)| {
        let mut steps = cycle.steps.iter().filter(|step| step.role == **role);
        steps.any(|step| transition(cycle, &step.met_by).is_some_and(|it| it.from.contains(*state)))
    });
    busy.or(first)
        .map(|(role, state)| word(cycle, role, state))
        .unwrap_or_default()
}

/// How far a state is on the way of its role.
pub fn stage(cycle: &Lifecycle, role: &str, state: &str) -> usize {
    let states = self::role(cycle, role).map_or(&[][..], |role| &role.states);
    states
        .iter()
        .position(|known| known == state)
        .unwrap_or_default()
}

/// A step of the start that is met by signing: an act out of the opening state that needs no form.
pub fn is_receipt(cycle: &Lifecycle, step: &MatterStep) -> bool {
    let Some(opening) = opening_state(cycle, &step.role) else {
        return false;
    };
    let signed = transition(cycle, &step.met_by);
    step.at_start
        && signed.is_some_and(|it| it.form.is_none() && it.from.iter().any(|from| from == opening))
}

/// True when the party is where an act of its own put it that gave another role something to do.
pub fn has_handed_in(cycle: &Lifecycle, party: &Standing) -> bool {
    hand_ins(cycle, party).next().is_some()
}

/// True when the transition answers what the party itself handed in to come into its state.
pub fn accepts(cycle: &Lifecycle, transition: &Transition, party: &Standing) -> bool {
    hand_ins(cycle, party).any(|handed_in| {
        let opened = handed_in.opens.iter().filter_map(|id| step(cycle, id));
        opened
            .into_iter()
            .any(|it| it.role == transition.by && it.met_by == transition.id)
    })
}

/// Whether the transition is what a party of its role owes under this step.
///
/// That is the act named by the step; any act at all where the step is a receipt, because whoever acts has received;
/// and handing back what another role handed in, because that answers it too.
pub fn answers(cycle: &Lifecycle, transition: &Transition, step: &MatterStep) -> bool {
    if step.role != transition.by {
        return false;
    }
    step.met_by == transition.id || is_receipt(cycle, step) || hands_back(cycle, transition, step)
}

/// True when the transition sends back what another role handed in.
pub fn is_return(cycle: &Lifecycle, transition: &Transition) -> bool {
    cycle
        .steps
        .iter()
        .any(|step| step.role == transition.by && hands_back(cycle, transition, step))
}

fn hands_back(cycle: &Lifecycle, transition: &Transition, step: &MatterStep) -> bool {
    let asked_by = cycle
        .transitions
        .iter()
        .filter(|it| it.by != step.role && it.opens.contains(&step.id));
    asked_by.into_iter().any(|asked| {
        let again = transition
            .opens
            .iter()
            .filter_map(|id| self::step(cycle, id));
        again
            .into_iter()
            .any(|it| it.role == asked.by && it.met_by == asked.id)
    })
}

/// Acts of the party by which it may have come into its state while another role got something to do. Whoever was moved
/// there by somebody else has handed in nothing, whatever the state is called.
fn hand_ins<'a>(cycle: &'a Lifecycle, party: &'a Standing) -> impl Iterator<Item = &'a Transition> {
    let itself = party.moved_by.as_ref() == Some(&party.slot);
    let own = cycle
        .transitions
        .iter()
        .filter(move |it| itself && it.by == party.role);
    own.filter(|it| {
        let opens_for_others = it
            .opens
            .iter()
            .any(|id| step(cycle, id).is_some_and(|step| step.role != party.role));
        it.moves.get(&party.role) == Some(&party.state) && opens_for_others
    })
}
