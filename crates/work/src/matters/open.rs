//! Opening a matter: all its parties at the same moment, each with its own clocks.

use super::model::{Event, Grade, Matter, MatterParty, OPENED};
use super::{parties, rules, search, steps, store as rows};
use engine::sight;
use kernel::fact::Fact;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Moment;
use mechanism::Env;
use policy::{Lifecycle, Pack};
use registry::site::Site;
use serde_json::json;
use std::collections::BTreeMap;
use store::{Error, Result, Sql, Tx};

/// What somebody wants to open.
#[derive(Clone, Debug)]
pub struct Opening {
    pub lifecycle: String,
    pub title: String,
    pub description: String,
    pub source: Option<String>,
    pub grade: Grade,
    pub site: Site,
    /// Role → party, where it is not the one that the site gives.
    pub parties: BTreeMap<String, Id>,
    /// Body in whose series it is numbered.
    pub issuer: Id,
    /// Person who opens it; none where a rule does.
    pub opened_by: Option<Id>,
    pub outer_number: Option<String>,
    pub outer_due_at: Option<Moment>,
}

/// List of codes from which the source of a matter is taken.
const SOURCES: &str = "matter-sources";

/// Opens a matter with its parties, their obligations and clocks, sight, facts, messages and entries, all at once.
pub fn open(tx: &mut Tx, env: &Env, opening: &Opening) -> Result<Matter> {
    let Some((pack, cycle)) = env.policy.lifecycle(&opening.lifecycle) else {
        return Err(Error::refused(Reason::new(
            "matters.unknown_lifecycle.not_found",
        )));
    };
    if let Some(source) = &opening.source {
        known_source(env, source)?;
    }
    let now = tx.now();
    let today = env.calendar.zone().day_of(now);
    let parties = parties::resolve(tx, cycle, &opening.parties, &opening.site, today)?;
    let number = rows::next_number(tx, opening.issuer, &cycle.word, today.year())?;
    let matter = Matter {
        id: tx.new_id(),
        lifecycle: cycle.id.clone(),
        version: cycle.version,
        word: cycle.word.clone(),
        title: opening.title.clone(),
        description: opening.description.clone(),
        source: opening.source.clone(),
        grade: opening.grade,
        site: Some(opening.site.id),
        issuer: opening.issuer,
        number: format!("{}〔{}〕{number}号", cycle.word, today.year()),
        outer_number: opening.outer_number.clone(),
        outer_due_at: opening.outer_due_at,
        path: opening.site.path,
        sector: opening.site.sector.clone(),
        opened_at: now,
        opened_by: opening.opened_by,
        place: rules::place(cycle, &at_start(cycle, &parties)),
        closed_at: None,
        revision: 1,
    };
    rows::insert(tx, &matter)?;
    search::keep(tx, &matter)?;
    for party in &parties {
        rows::insert_party(tx, matter.id, party)?;
        sight::give(tx, matter.id, party.party, "party")?;
    }
    if let Some(person) = opening.opened_by {
        sight::give(tx, matter.id, person, "started")?;
    }
    note(tx, &matter, &parties)?;
    open_steps(tx, env, (pack, cycle), &matter, &parties)?;
    for kind in ["matter.opened", "matter.open"] {
        tx.fact(&fact(env, &matter, kind, 1, now))?;
    }
    Ok(matter)
}

fn known_source(env: &Env, source: &str) -> Result<()> {
    let known = env.policy.entries(SOURCES);
    if known.is_empty() || known.iter().any(|entry| entry.code == source) {
        return Ok(());
    }
    Err(Error::refused(
        Reason::new("matters.unknown_source").with("source", source),
    ))
}

/// The rows as they stand once the steps of the start are open.
fn at_start(cycle: &Lifecycle, parties: &[MatterParty]) -> Vec<rules::Standing> {
    let owes = |role: &str| {
        let steps = cycle
            .steps
            .iter()
            .filter(|step| step.at_start && step.role == role);
        steps.map(|step| step.id.clone()).collect()
    };
    parties
        .iter()
        .map(|party| rules::Standing {
            slot: party.slot.clone(),
            role: party.role.clone(),
            party: party.party,
            state: party.state.clone(),
            moved_by: None,
            owes: owes(&party.role),
        })
        .collect()
}

fn open_steps(
    tx: &mut Tx,
    env: &Env,
    (pack, cycle): (&Pack, &Lifecycle),
    matter: &Matter,
    parties: &[MatterParty],
) -> Result<()> {
    for party in parties {
        for step in cycle
            .steps
            .iter()
            .filter(|step| step.at_start && step.role == party.role)
        {
            steps::open(tx, env, (pack, cycle), matter, party, step)?;
        }
    }
    Ok(())
}

fn note(tx: &mut Tx, matter: &Matter, parties: &[MatterParty]) -> Result<()> {
    let states: BTreeMap<String, String> = parties
        .iter()
        .map(|party| (party.slot.clone(), party.state.clone()))
        .collect();
    let addressed: BTreeMap<&str, Id> = parties
        .iter()
        .map(|party| (party.slot.as_str(), party.party))
        .collect();
    let event = Event {
        seq: matter.revision,
        slot: None,
        transition: OPENED.to_owned(),
        actor: matter.opened_by,
        stated_at: matter.opened_at,
        received_at: matter.opened_at,
        reason: None,
        record: None,
        states,
    };
    rows::insert_event(tx, matter.id, &event)?;
    let body = json!({
        "number": matter.number, "issuer": matter.issuer, "lifecycle": matter.lifecycle, "version": matter.version,
        "grade": matter.grade.word(), "source": matter.source, "site": matter.site, "parties": addressed,
    });
    tx.note(matter.id, OPENED, body)
}

/// A fact about the matter, counted apart for each lifecycle.
pub fn fact(env: &Env, matter: &Matter, kind: &str, amount: i64, at: Moment) -> Fact {
    Fact {
        kind: format!("{kind}:{}", matter.lifecycle),
        subject: matter.id,
        area: matter.path,
        sector: matter.sector.clone(),
        occurred_on: env.calendar.zone().day_of(at),
        amount,
        source: matter.id,
        corrects: None,
    }
}
