//! Activation of a pack: every task of it opens.

use super::model::{Origin, Task};
use super::names::{Names, fallback};
use super::open::{Wanted, open};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Day;
use mechanism::Env;
use policy::{Pack, Responsibility, TaskDefinition};
use std::collections::BTreeSet;
use store::{Error, Result, Sql, Tx};

/// Opens every task of a pack; says how many. Activating it again opens only what is new.
pub fn activate(tx: &mut Tx, env: &Env, pack_id: &str) -> Result<u64> {
    let Some(pack) = env.policy.pack(pack_id) else {
        return Err(Error::refused(
            Reason::new("tasks.unknown_plan.not_found").with("pack", pack_id),
        ));
    };
    let day = env.calendar.zone().day_of(tx.now());
    let fallback = fallback(tx, pack, day)?;
    let mut names = Names::default();
    let mut unknown = BTreeSet::new();
    let mut wanted = Vec::with_capacity(pack.tasks.len());
    for task in &pack.tasks {
        let (one, missing) = resolve(tx, &mut names, pack, task, fallback, day)?;
        wanted.push(one);
        unknown.extend(missing);
    }
    let opened = open(tx, env, pack, &wanted)?;
    if 0 < opened && !unknown.is_empty() {
        let body = serde_json::json!({ "pack": pack_id, "names": unknown });
        tx.note(Id::natural("pack", pack_id), "names_unknown", body)?;
    }
    Ok(opened)
}

/// The parties that the definition names, and those names that the register does not know. The issuer's office stands in
/// for whoever should answer and is not known: a vacancy climbs, it never disappears.
fn resolve(
    tx: &mut Tx,
    names: &mut Names,
    pack: &Pack,
    task: &TaskDefinition,
    fallback: Option<Id>,
    day: Day,
) -> Result<(Wanted, Vec<String>)> {
    let (mut leads, mut joint, mut cooperating) = (Vec::new(), Vec::new(), Vec::new());
    let mut unknown = Vec::new();
    match &task.responsibility {
        Responsibility::Lead {
            lead,
            cooperating: named,
        } => {
            leads = all(tx, names, lead, day, &mut unknown)?;
            leads.extend(fallback.filter(|office| !unknown.is_empty() && !leads.contains(office)));
            cooperating = all(tx, names, named, day, &mut unknown)?;
        }
        Responsibility::Joint { members, group } => {
            joint = all(tx, names, members, day, &mut unknown)?;
            joint.extend(all(tx, names, group.as_slice(), day, &mut unknown)?);
            joint.extend(fallback.filter(|office| !unknown.is_empty() && !joint.contains(office)));
        }
    }
    if leads.is_empty() && joint.is_empty() {
        return Err(Error::refused(
            Reason::new("tasks.nobody_answers").with("task", &task.title),
        ));
    }
    let answering: Vec<Id> = leads.iter().chain(&joint).copied().collect();
    let mut patrons = Vec::new();
    for name in &task.patrons {
        patrons.extend(names.leader(tx, name, &answering, pack, day)?);
    }
    let wanted = Wanted {
        id: Task::id_of(pack.id(), &task.id),
        origin: Origin::Plan,
        definition: task.id.clone(),
        number: String::new(),
        parent: task
            .parent
            .as_deref()
            .map(|parent| Task::id_of(pack.id(), parent)),
        title: task.title.clone(),
        title_en: task.title_en.clone(),
        item: task.item.clone().unwrap_or_default(),
        clauses: task.clauses.clone(),
        due: task.due,
        form: task.form.clone(),
        leads,
        joint,
        cooperating,
        patrons,
        milestones: task.milestones.clone(),
        requirement: task.requirement.clone(),
        generation: 1,
    };
    Ok((wanted, unknown))
}

fn all(
    tx: &mut Tx,
    names: &mut Names,
    wanted: &[String],
    day: Day,
    unknown: &mut Vec<String>,
) -> Result<Vec<Id>> {
    let mut found: Vec<Id> = Vec::new();
    for name in wanted {
        let parties = names.parties(tx, name, day)?;
        if parties.is_empty() {
            unknown.push(name.clone());
        }
        let new: Vec<Id> = parties
            .into_iter()
            .filter(|party| !found.contains(party))
            .collect();
        found.extend(new);
    }
    Ok(found)
}
