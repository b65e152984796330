//! Lifecycles: every state can be left and reached, every step has a clock, a role and an act that meets it.

use super::known::View;
use super::{duties, say};
use crate::definitions::{HolderRule, Lifecycle, MatterGuard, MatterStep, PartyRole, Transition};
use crate::draft::Draft;
use crate::notes::Notes;
use crate::place::Step;
use crate::shape::Written;
use crate::table::Table;

const ROLE: (&str, &str) = ("角色", "role");
const STATE: (&str, &str) = ("状态", "state");
const STEP: (&str, &str) = ("环节", "step");
const TRANSITION: (&str, &str) = ("动作", "transition");

pub fn check(draft: &Draft<'_>, view: &View<'_>, notes: &mut Notes<'_>) {
    for (lifecycle, written) in &draft.lifecycles {
        duties::clauses(&lifecycle.clauses, written, view, notes);
        if lifecycle.roles.is_empty() {
            notes.at(
                written,
                &[],
                say::no_holder("流程没有角色", "the lifecycle has no role"),
            );
        }
        for (name, role) in &lifecycle.roles {
            holder(name, role, written, view, notes);
            states(name, role, written, notes);
            ways(name, role, lifecycle, written, notes);
        }
        for (index, step) in lifecycle.steps.iter().enumerate() {
            check_step(index, step, lifecycle, written, view, notes);
        }
        for (index, transition) in lifecycle.transitions.iter().enumerate() {
            check_transition(index, transition, lifecycle, written, view, notes);
        }
    }
}

/// Whoever takes a role by a rule is of a kind that exists.
fn holder(
    name: &str,
    role: &PartyRole,
    written: &Written<'_>,
    view: &View<'_>,
    notes: &mut Notes<'_>,
) {
    match &role.holder {
        Some(HolderRule::AreaOrg(kind)) => {
            let here = at!["roles", name, "holder", "area_org"];
            view.code("org-kinds", kind, written, here, notes);
        }
        Some(HolderRule::Capacity(capacity)) => {
            let here = at!["roles", name, "holder", "capacity"];
            view.code("capacities", capacity, written, here, notes);
        }
        Some(HolderRule::Org(body)) if body.trim().is_empty() => {
            let said = say::no_holder("角色的单位名称为空", "the body of the role is empty");
            notes.at(written, at!["roles", name, "holder"], said);
        }
        _ => {}
    }
}

fn states(name: &str, role: &PartyRole, written: &Written<'_>, notes: &mut Notes<'_>) {
    let states = at!["roles", name, "states"];
    if role.states.len() < 2 {
        notes.at(
            written,
            states,
            say::lifecycle(
                format!("角色 `{name}` 至少要有起始和办结两个状态"),
                format!("the role `{name}` needs an opening and a closed state"),
            ),
        );
    }
    for (index, state) in role.states.iter().enumerate() {
        let here = at!["roles", name, "states", index];
        if role.states[..index].contains(state) {
            notes.at(written, here, say::two_parts(STATE, state));
        }
        if !role.words.contains_key(state) {
            notes.at(
                written,
                here,
                say::lifecycle(
                    format!("状态 `{state}` 没有屏幕用语（words）"),
                    format!("the state `{state}` has no on-screen word in `words`"),
                ),
            );
        }
    }
    for word in role.words.keys().filter(|word| !role.states.contains(word)) {
        let steps = [
            Step::from("roles"),
            Step::from(name),
            Step::from("words"),
            Step::KeyItself(word.clone()),
        ];
        notes.at(written, &steps, say::unknown_part(STATE, word, name));
    }
}

/// Whether the party can leave each state and reach it, by its own act or by that of another role.
fn ways(
    name: &str,
    role: &PartyRole,
    lifecycle: &Lifecycle,
    written: &Written<'_>,
    notes: &mut Notes<'_>,
) {
    // An act of another role that waits for a submission cannot lead out of the state in which nothing is submitted.
    let waits = |transition: &Transition, state: &String| {
        transition.guard.contains(&MatterGuard::RectifierSubmitted)
            && role.states.first() == Some(state)
    };
    let leaves = |transition: &Transition, state: &String| {
        let can = if transition.by == name {
            transition.from.contains(state)
        } else {
            !waits(transition, state)
        };
        can && transition.moves.get(name).is_some_and(|to| to != state)
    };
    let last = role.states.len().saturating_sub(1);
    for (index, state) in role.states.iter().enumerate() {
        let here = at!["roles", name, "states", index];
        if index < last && !lifecycle.transitions.iter().any(|it| leaves(it, state)) {
            notes.at(written, here, say::no_way_out(name, state));
        }
        let reached = lifecycle
            .transitions
            .iter()
            .any(|it| it.moves.get(name) == Some(state));
        if index > 0 && !reached {
            notes.at(
                written,
                here,
                say::lifecycle(
                    format!("角色 `{name}` 的状态 `{state}` 无法到达"),
                    format!("nothing leads to the state `{state}` of role `{name}`"),
                ),
            );
        }
    }
}

fn check_step(
    index: usize,
    step: &MatterStep,
    lifecycle: &Lifecycle,
    written: &Written<'_>,
    view: &View<'_>,
    notes: &mut Notes<'_>,
) {
    let id = &lifecycle.id;
    if lifecycle.steps[..index]
        .iter()
        .any(|before| before.id == step.id)
    {
        notes.at(
            written,
            at!["step", index, "id"],
            say::two_parts(STEP, &step.id),
        );
    }
    if !lifecycle.roles.contains_key(&step.role) {
        notes.at(
            written,
            at!["step", index, "role"],
            say::unknown_part(ROLE, &step.role, id),
        );
    }
    let clocks = [
        ("hours", step.hours),
        ("working_days", step.working_days),
        ("days", step.days),
    ];
    let given: Vec<_> = clocks
        .iter()
        .filter_map(|(key, clock)| Some((*key, (*clock)?)))
        .collect();
    match given.as_slice() {
        [(_, clock)] if *clock > 0 => {}
        [(key, _)] => {
            let said = say::period("期限须大于 0", "a clock runs for more than nothing");
            notes.at(written, at!["step", index, *key], said);
        }
        [] => notes.at(
            written,
            at!["step", index],
            say::period(
                format!(
                    "环节 `{}` 没有期限：写 hours、days、working_days 之一",
                    step.id
                ),
                format!(
                    "the step `{}` has no clock: give `hours`, `days` or `working_days`",
                    step.id
                ),
            ),
        ),
        [_, (second, _), ..] => notes.at(
            written,
            at!["step", index, *second],
            say::period(
                format!("环节 `{}` 只能有一个期限", step.id),
                format!("the step `{}` has more than one clock", step.id),
            ),
        ),
    }
    if let Some(ladder) = &step.ladder {
        view.refer(
            Table::Ladder,
            ladder,
            written,
            at!["step", index, "ladder"],
            notes,
        );
    }
    met(index, step, lifecycle, written, notes);
}

fn met(
    index: usize,
    step: &MatterStep,
    lifecycle: &Lifecycle,
    written: &Written<'_>,
    notes: &mut Notes<'_>,
) {
    let here = at!["step", index, "met_by"];
    match lifecycle
        .transitions
        .iter()
        .find(|transition| transition.id == step.met_by)
    {
        None => {
            notes.at(
                written,
                here,
                say::unknown_part(TRANSITION, &step.met_by, &lifecycle.id),
            );
        }
        Some(transition) if transition.by != step.role => notes.at(
            written,
            here,
            say::lifecycle(
                format!(
                    "`{}` 是 `{}` 的动作，不能替 `{}` 完成",
                    transition.id, transition.by, step.role
                ),
                format!(
                    "`{}` is an act of `{}` and cannot meet what `{}` owes",
                    transition.id, transition.by, step.role
                ),
            ),
        ),
        Some(_) => {}
    }
    let opened = lifecycle
        .transitions
        .iter()
        .any(|transition| transition.opens.contains(&step.id));
    if !step.at_start && !opened {
        notes.at(
            written,
            at!["step", index, "id"],
            say::lifecycle(
                format!("环节 `{}` 从未打开", step.id),
                format!("nothing opens the step `{}`", step.id),
            ),
        );
    }
}

fn check_transition(
    index: usize,
    transition: &Transition,
    lifecycle: &Lifecycle,
    written: &Written<'_>,
    view: &View<'_>,
    notes: &mut Notes<'_>,
) {
    let id = &lifecycle.id;
    if lifecycle.transitions[..index]
        .iter()
        .any(|before| before.id == transition.id)
    {
        let said = say::two_parts(TRANSITION, &transition.id);
        notes.at(written, at!["transition", index, "id"], said);
    }
    match lifecycle.roles.get(&transition.by) {
        None => {
            let said = say::unknown_part(ROLE, &transition.by, id);
            notes.at(written, at!["transition", index, "by"], said);
        }
        Some(role) => {
            for (at, state) in transition.from.iter().enumerate() {
                if !role.states.contains(state) {
                    let said = say::unknown_part(STATE, state, &transition.by);
                    notes.at(written, at!["transition", index, "from", at], said);
                }
            }
        }
    }
    if transition.from.is_empty() {
        notes.at(
            written,
            at!["transition", index, "from"],
            say::lifecycle(
                format!("动作 `{}` 没有起始状态", transition.id),
                format!(
                    "the transition `{}` can be taken from no state",
                    transition.id
                ),
            ),
        );
    }
    for (name, state) in &transition.moves {
        moves(index, name, state, lifecycle, written, notes);
    }
    for (at, step) in transition.opens.iter().enumerate() {
        if !lifecycle.steps.iter().any(|known| known.id == *step) {
            let said = say::unknown_part(STEP, step, id);
            notes.at(written, at!["transition", index, "opens", at], said);
        }
    }
    if let Some(form) = &transition.form {
        view.refer(
            Table::Form,
            form,
            written,
            at!["transition", index, "form"],
            notes,
        );
    }
}

fn moves(
    index: usize,
    name: &str,
    state: &str,
    lifecycle: &Lifecycle,
    written: &Written<'_>,
    notes: &mut Notes<'_>,
) {
    match lifecycle.roles.get(name) {
        None => {
            let steps = [
                Step::from("transition"),
                Step::from(index),
                Step::from("moves"),
                Step::KeyItself(name.to_owned()),
            ];
            notes.at(
                written,
                &steps,
                say::unknown_part(ROLE, name, &lifecycle.id),
            );
        }
        Some(role) if !role.states.iter().any(|known| known == state) => {
            let steps = at!["transition", index, "moves", name];
            notes.at(written, steps, say::unknown_part(STATE, state, name));
        }
        Some(_) => {}
    }
}
