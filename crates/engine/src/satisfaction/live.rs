//! Covered sets that follow the register until their obligation is due.
//!
//! The register is dated by days, so the sets are compared at the start of each day, at the due instant, and whenever a
//! record counts: nothing is met by leaving out what came into the register since.

use super::matching::count_earlier;
use super::store as satisfactions;
use crate::obligations::{Member, NewObligation, Obligation, Rule, sets, store as rows};
use crate::records::store as records;
use kernel::id::Id;
use kernel::time::Moment;
use mechanism::{Env, timer};
use policy::{Measure, SetOf};
use registry::party;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::{Result, Sql, Tx};

pub const FOLLOW: timer::Kind = timer::Kind {
    name: "engine.follow",
    run,
};

/// Which obligations a timer compares.
#[derive(Debug, Serialize, Deserialize)]
struct Followed {
    definition: String,
    period: String,
}

/// Sets the first timer of a batch whose rule follows the register.
pub fn arm(tx: &mut Tx, env: &Env, rule: &Rule, batch: &[NewObligation]) -> Result<()> {
    if live_parts(rule).next().is_none() {
        return Ok(());
    }
    let mut latest: BTreeMap<&str, Moment> = BTreeMap::new();
    for new in batch.iter().filter(|new| new.parent.is_none()) {
        let due = latest.entry(new.period.as_str()).or_insert(new.due_at);
        *due = (*due).max(new.due_at);
    }
    for (period, due) in latest {
        set_next(tx, env, &rule.definition, period, due)?;
    }
    Ok(())
}

/// The next start of a day, or the due instant where that comes first.
fn set_next(tx: &mut Tx, env: &Env, definition: &str, period: &str, due: Moment) -> Result<()> {
    let tomorrow = env
        .calendar
        .zone()
        .end_of(env.calendar.zone().day_of(tx.now()));
    let at = tomorrow.min(due);
    if at <= tx.now() {
        return Ok(());
    }
    let body = Followed {
        definition: definition.to_owned(),
        period: period.to_owned(),
    };
    let body =
        serde_json::to_string(&body).map_err(|error| store::Error::Database(error.to_string()))?;
    let key = format!("follow/{definition}/{period}/{}", at.0);
    timer::set(tx, at, &key, FOLLOW.name, &body)
}

fn run(tx: &mut Tx, env: &Env, timer: &timer::Timer) -> Result<()> {
    let followed: Followed = serde_json::from_str(&timer.body)
        .map_err(|error| store::Error::Database(error.to_string()))?;
    let mut latest: Option<Moment> = None;
    for row in rows::of_period(tx, &followed.definition, &followed.period)? {
        if row.outcome.is_some() {
            continue;
        }
        latest = latest.max(Some(row.due_at));
        follow(tx, env, &row)?;
        for child in rows::children(tx, row.id)? {
            follow(tx, env, &child)?;
        }
    }
    match latest {
        Some(due) => set_next(tx, env, &followed.definition, &followed.period, due),
        None => Ok(()),
    }
}

/// Compares one obligation with the register and works out anew what it amounts to.
pub fn follow(tx: &mut Tx, env: &Env, row: &Obligation) -> Result<()> {
    let rule = rows::rule(tx, row.rule)?;
    if refresh(tx, env, &rule, row)? {
        satisfactions::resettle(tx, env, row.id)?;
    }
    Ok(())
}

/// Brings the element rows of live sets up to the register; says whether any changed. What was met stays, also where the
/// register has let it go.
pub fn refresh(tx: &mut Tx, env: &Env, rule: &Rule, row: &Obligation) -> Result<bool> {
    let now = tx.now();
    if row.outcome.is_some() || row.due_at < now || live_parts(rule).next().is_none() {
        return Ok(false);
    }
    let zone = env.calendar.zone();
    // The due instant itself belongs to the day that ends with it.
    let day = zone.day_of(if now == row.due_at {
        now.plus_millis(-1)
    } else {
        now
    });
    let known = rows::members(tx, row.id)?;
    let mut added = Vec::new();
    let mut removed = Vec::new();
    for (part, set) in live_parts(rule) {
        let current = sets::elements(tx, set, &row.path, row.holder, day)?;
        let own = || known.iter().filter(|member| member.part == part);
        let fresh: Vec<Id> = current
            .iter()
            .filter(|id| own().all(|member| member.id != **id))
            .copied()
            .collect();
        let labels = party::store::labels(tx, &fresh)?;
        added.extend(fresh.into_iter().map(|id| Member {
            part,
            id,
            label: labels.get(&id).cloned().unwrap_or_default(),
            met_record: None,
            met_received: None,
        }));
        removed.extend(
            own()
                .filter(|m| m.met_record.is_none() && !current.contains(&m.id))
                .cloned(),
        );
    }
    if added.is_empty() && removed.is_empty() {
        return Ok(false);
    }
    rows::change_members(tx, row.id, &added, &removed)?;
    let body = serde_json::json!({ "added": added.len(), "removed": removed.len() });
    tx.note(row.id, "followed", body)?;
    if !added.is_empty() {
        // What was done there before it belonged to the set counts too.
        for record in records::anchored(tx, row.anchor, row.period_from, row.period_until)? {
            count_earlier(tx, env, row, &record)?;
        }
    }
    Ok(true)
}

fn live_parts(rule: &Rule) -> impl Iterator<Item = (usize, &SetOf)> {
    let parts = rule
        .requirement
        .iter()
        .flat_map(|requirement| &requirement.all);
    parts
        .enumerate()
        .filter_map(|(index, part)| match &part.measure {
            Measure::Cover { set, live: true } => Some((index, set)),
            _ => None,
        })
}
