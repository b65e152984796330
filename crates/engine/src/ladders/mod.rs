//! Ladders: who is reminded of an open obligation, and who after him.
//!
//! A rung is a timer. Duties of one definition and period share due instants, so they share timers; a step of a matter
//! has its own. A message leaves by the outbox under a key of obligation, rung and receiver, hence never twice.

mod climb;
pub mod rules;
mod unsigned;

use crate::obligations::{NewObligation, Obligation, Rule};
use kernel::id::Id;
use kernel::time::Moment;
use mechanism::{Env, timer};
use policy::Ladder;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::{Result, Sql, Tx};

pub use climb::urge;

pub const MECHANISM: mechanism::Mechanism = mechanism::Mechanism {
    name: "ladders",
    permissions: &[],
    routes: utoipa_axum::router::OpenApiRouter::new,
    timers: &[REMIND, unsigned::CLIMB],
    importers: &[],
    texts: &[],
};

/// Timer kind of a rung.
pub const REMIND: timer::Kind = timer::Kind {
    name: "engine.remind",
    run: climb::run,
};

/// Parameters of a rung's timer.
#[derive(Debug, Serialize, Deserialize)]
struct Rung {
    definition: String,
    period: String,
    /// Pack whose ladder it is: several packs may have one of the same name.
    pack: String,
    ladder: String,
    rung: usize,
    due: Moment,
    /// Set where the obligation is alone on its timer.
    obligation: Option<Id>,
}

/// A ladder as the pack of the rule sees it.
fn ladder<'a>(env: &'a Env, pack: &str, id: &str) -> Option<&'a Ladder> {
    env.policy.ladder_for(env.policy.pack(pack)?, Some(id))
}

/// Sets the timers of a batch that was just opened under one rule.
pub fn arm(tx: &mut Tx, env: &Env, rule: &Rule, batch: &[NewObligation]) -> Result<()> {
    let Some(ladder) = rule
        .ladder
        .as_deref()
        .and_then(|id| ladder(env, &rule.pack, id))
    else {
        return Ok(());
    };
    let mut dues: BTreeMap<(Moment, &str), Vec<&NewObligation>> = BTreeMap::new();
    for new in batch {
        dues.entry((new.due_at, new.period.as_str()))
            .or_default()
            .push(new);
    }
    for (_, group) in dues {
        // A step of one matter, and what was handed out, come alone; whatever shares period and due shares its timers.
        let alone = group[0].source.is_some() || group[0].parent.is_some();
        let members = if alone { group } else { vec![group[0]] };
        for new in members {
            let obligation = alone.then(|| new.id(&rule.definition));
            arm_one(tx, ladder, rule, new, obligation)?;
            unsigned::arm(tx, ladder, rule, new, obligation)?;
        }
    }
    Ok(())
}

/// Sets the timers of a correction: the same rungs, counted from the end of the correction clock.
pub fn arm_correction(
    tx: &mut Tx,
    env: &Env,
    rule: &Rule,
    row: &Obligation,
    until: Moment,
) -> Result<()> {
    let ladder = rule
        .ladder
        .as_deref()
        .and_then(|id| ladder(env, &rule.pack, id));
    let Some(ladder) = ladder else {
        return Ok(());
    };
    for (index, rung) in ladder.rungs.iter().enumerate() {
        let at = until.plus_minutes(rung.at_minutes);
        if at <= tx.now() {
            continue;
        }
        let body = Rung {
            definition: rule.definition.clone(),
            period: row.period.clone(),
            pack: rule.pack.clone(),
            ladder: ladder.id.clone(),
            rung: index,
            due: until,
            obligation: Some(row.id),
        };
        let key = format!("remind/{}/{}/{index}", row.id, until.0);
        timer::set(tx, at, &key, REMIND.name, &written(&body)?)?;
    }
    Ok(())
}

fn written<T: Serialize>(body: &T) -> Result<String> {
    serde_json::to_string(body).map_err(|error| store::Error::Database(error.to_string()))
}

fn arm_one(
    tx: &mut Tx,
    ladder: &Ladder,
    rule: &Rule,
    new: &NewObligation,
    obligation: Option<Id>,
) -> Result<()> {
    for (index, rung) in ladder.rungs.iter().enumerate() {
        let at = new.due_at.plus_minutes(rung.at_minutes);
        // A rung before the opening has nobody to remind yet.
        if at <= new.opened_at {
            continue;
        }
        let shared = || format!("{}/{}", rule.definition, new.period);
        let what = obligation.map_or_else(shared, |id| id.to_string());
        let key = format!("remind/{what}/{}/{index}", new.due_at.0);
        let body = Rung {
            definition: rule.definition.clone(),
            period: new.period.clone(),
            pack: rule.pack.clone(),
            ladder: ladder.id.clone(),
            rung: index,
            due: new.due_at,
            obligation,
        };
        timer::set(tx, at, &key, REMIND.name, &written(&body)?)?;
    }
    Ok(())
}
