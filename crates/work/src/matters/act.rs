//! Taking a transition: one act of one party, with everything that it changes in one unit of work.

use super::model::{Event, Matter, MatterParty};
use super::rules::{self, Actor, Demand, Fixers, Proof, Standing};
use super::{open, proofs, steps, store as rows};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Moment;
use mechanism::Env;
use policy::{Lifecycle, Pack, Transition};
use serde_json::json;
use std::collections::BTreeMap;
use store::{Error, Result, Sql, Tx};

/// What somebody wants to do.
#[derive(Clone, Debug)]
pub struct Act {
    pub transition: String,
    /// Whoever acts, with every party as which he may.
    pub person: Id,
    pub parties: Vec<Id>,
    pub reason: Option<String>,
    pub record: Option<Id>,
    /// When it was done; absent means now. It shows, but clocks look at when it arrived.
    pub stated_at: Option<Moment>,
}

/// A matter with what the rules need to judge an act.
pub struct Case<'a> {
    pub pack: &'a Pack,
    pub cycle: &'a Lifecycle,
    pub parties: Vec<MatterParty>,
    pub standings: Vec<Standing>,
    pub events: Vec<Event>,
    pub fixers: Fixers,
}

impl<'a> Case<'a> {
    pub fn of(sql: &mut dyn Sql, env: &'a Env, matter: &Matter) -> Result<Case<'a>> {
        let Some((pack, cycle)) = env
            .policy
            .lifecycle_version(&matter.lifecycle, matter.version)
        else {
            return Err(Error::refused(Reason::new(
                "matters.unknown_lifecycle.not_found",
            )));
        };
        let parties = rows::parties(sql, matter.id)?;
        let standings = steps::standings(sql, matter, &parties)?;
        let events = rows::events(sql, matter.id)?;
        let fixers = proofs::fixers(sql, cycle, &parties, &events)?;
        Ok(Case {
            pack,
            cycle,
            parties,
            standings,
            events,
            fixers,
        })
    }

    /// The row for which the actor may take the transition; the reason why not is that of the row that is nearest.
    pub fn row_for(
        &self,
        transition: &Transition,
        actor: Actor,
    ) -> std::result::Result<&Standing, Reason> {
        let mut refusal = rules::not_yours(self.cycle, transition);
        let own = self
            .standings
            .iter()
            .filter(|row| row.role == transition.by);
        for row in own.filter(|row| actor.parties.contains(&row.party)) {
            match rules::may_take(
                self.cycle,
                transition,
                &self.standings,
                row,
                actor,
                &self.fixers,
            ) {
                Ok(()) => return Ok(row),
                Err(reason) => refusal = reason,
            }
        }
        Err(refusal)
    }
}

/// Takes a transition, or refuses it and changes nothing.
pub fn act(tx: &mut Tx, env: &Env, matter: &Matter, act: &Act) -> Result<Matter> {
    let case = Case::of(tx, env, matter)?;
    let Some(transition) = rules::transition(case.cycle, &act.transition) else {
        return Err(Error::refused(Reason::new(
            "matters.unknown_transition.not_found",
        )));
    };
    let actor = Actor {
        person: act.person,
        parties: &act.parties,
    };
    let own = case.row_for(transition, actor).map_err(Error::refused)?;
    let stated = stated(tx, matter, act.stated_at)?;
    let proof = match act.record {
        Some(record) => Some(proofs::proof(tx, env, matter, &case.events, record)?),
        None => None,
    };
    proven(env, &case, transition, own, act, proof.as_ref())?;
    let taken = rules::take(case.cycle, transition, &case.standings, &own.slot);
    write(tx, env, matter, &case, act, &own.slot, stated, &taken)?;
    rows::by_id(tx, matter.id)?.ok_or(Error::NotFound)
}

fn stated(tx: &Tx, matter: &Matter, stated: Option<Moment>) -> Result<Moment> {
    let now = tx.now();
    match stated {
        Some(at) if at > now => Err(Error::refused(Reason::new("matters.stated_in_future"))),
        Some(at) if at < matter.opened_at => {
            Err(Error::refused(Reason::new("matters.stated_before_opening")))
        }
        Some(at) => Ok(at),
        None => Ok(now),
    }
}

fn proven(
    env: &Env,
    case: &Case,
    transition: &Transition,
    own: &Standing,
    act: &Act,
    proof: Option<&Proof>,
) -> Result<()> {
    if act.reason.is_none() && Demand::of(case.cycle, transition).reason {
        return Err(Error::refused(Reason::new("matters.reason_needed")));
    }
    let proven = rules::proves(
        case.cycle,
        transition,
        own,
        &act.parties,
        proof,
        &case.fixers,
    );
    proven.map_err(|reason| {
        let form = transition
            .form
            .as_deref()
            .and_then(|form| env.policy.form(form));
        Error::refused(match form {
            Some((_, form)) => reason.with("form", &form.title),
            None => reason,
        })
    })
}

#[allow(clippy::too_many_arguments)]
fn write(
    tx: &mut Tx,
    env: &Env,
    matter: &Matter,
    case: &Case,
    act: &Act,
    slot: &str,
    stated: Moment,
    taken: &rules::Taken,
) -> Result<()> {
    let now = tx.now();
    let closes = matter.closed_at.is_none() && rules::is_closed(case.cycle, &taken.parties);
    let closed_at = if closes { Some(now) } else { matter.closed_at };
    // First of all, so that of two who act at once the second finds out before anything is written.
    rows::advance(
        tx,
        matter,
        &rules::place(case.cycle, &taken.parties),
        closed_at,
    )?;
    for (before, after) in case.standings.iter().zip(&taken.parties) {
        if (&before.state, &before.moved_by) != (&after.state, &after.moved_by) {
            rows::move_party(
                tx,
                matter.id,
                &after.slot,
                &after.state,
                after.moved_by.as_deref(),
            )?;
        }
    }
    for (slot, step) in &taken.answered {
        steps::meet(tx, env, matter, slot, step, act.person, stated)?;
    }
    steps::sign_all(tx, matter, slot, act.person)?;
    log(tx, matter, act, slot, stated, &taken.parties)?;
    for (slot, step) in &taken.opened {
        let party = case.parties.iter().find(|party| party.slot == *slot);
        if let (Some(party), Some(step)) = (party, rules::step(case.cycle, step)) {
            steps::open(tx, env, (case.pack, case.cycle), matter, party, step)?;
        }
    }
    if closes {
        tx.fact(&open::fact(env, matter, "matter.closed", 1, now))?;
        tx.fact(&open::fact(env, matter, "matter.open", -1, now))?;
    }
    Ok(())
}

fn log(
    tx: &mut Tx,
    matter: &Matter,
    act: &Act,
    slot: &str,
    stated: Moment,
    after: &[Standing],
) -> Result<()> {
    let states: BTreeMap<String, String> = after
        .iter()
        .map(|party| (party.slot.clone(), party.state.clone()))
        .collect();
    let body = json!({
        "party": slot, "by": act.person, "stated": stated, "record": act.record, "reason": act.reason,
        "states": states,
    });
    let event = Event {
        seq: matter.revision + 1,
        slot: Some(slot.to_owned()),
        transition: act.transition.clone(),
        actor: Some(act.person),
        stated_at: stated,
        received_at: tx.now(),
        reason: act.reason.clone(),
        record: act.record,
        states,
    };
    rows::insert_event(tx, matter.id, &event)?;
    tx.note(matter.id, &act.transition, body)
}
