//! Ladders: who is reminded of an open obligation, and who after him.
//!
//! A rung is a timer. Duties of one definition and period share due instants, so they share timers; a step of a matter
//! has its own. A message leaves by the outbox under a key of obligation, rung and receiver, hence never twice.

mod climb;
pub mod rules;

use crate::obligations::NewObligation;
use kernel::id::Id;
use kernel::time::Moment;
use mechanism::{Env, timer};
use policy::Ladder;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use store::{Result, Tx};

pub use climb::urge;

pub const MECHANISM: mechanism::Mechanism = mechanism::Mechanism {
    name: "ladders",
    permissions: &[],
    routes: utoipa_axum::router::OpenApiRouter::new,
    timers: &[REMIND],
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
    ladder: String,
    rung: usize,
    due: Moment,
    /// Set where the obligation is alone on its timer.
    obligation: Option<Id>,
}

/// Sets the timers of a batch that was just opened under one definition.
pub fn arm(
    tx: &mut Tx,
    env: &Env,
    definition: &str,
    ladder: Option<&str>,
    batch: &[NewObligation],
) -> Result<()> {
    let Some(ladder) = ladder
        .and_then(|id| env.policy.ladder(id))
        .map(|(_, ladder)| ladder)
    else {
        return Ok(());
    };
    let mut dues: BTreeMap<(Moment, &str), Vec<&NewObligation>> = BTreeMap::new();
    for new in batch {
        dues.entry((new.due_at, new.period.as_str()))
            .or_default()
            .push(new);
    }
    for ((due, period), group) in dues {
        // A step of one matter comes alone; whatever shares period and due shares its timers.
        let alone = group[0].source.is_some();
        let members = if alone { group } else { vec![group[0]] };
        for new in members {
            let obligation = alone.then(|| new.id(definition));
            arm_one(
                tx,
                ladder,
                definition,
                period,
                due,
                new.opened_at,
                obligation,
            )?;
        }
    }
    Ok(())
}

fn arm_one(
    tx: &mut Tx,
    ladder: &Ladder,
    definition: &str,
    period: &str,
    due: Moment,
    opened: Moment,
    obligation: Option<Id>,
) -> Result<()> {
    for (index, rung) in ladder.rungs.iter().enumerate() {
        let at = due.plus_minutes(rung.at_minutes);
        // A rung before the opening has nobody to remind yet.
        if at <= opened {
            continue;
        }
        let what = obligation.map_or_else(|| format!("{definition}/{period}"), |id| id.to_string());
        let key = format!("remind/{what}/{}/{index}", due.0);
        let body = Rung {
            definition: definition.to_owned(),
            period: period.to_owned(),
            ladder: ladder.id.clone(),
            rung: index,
            due,
            obligation,
        };
        let body = serde_json::to_string(&body)
            .map_err(|error| store::Error::Database(error.to_string()))?;
        timer::set(tx, at, &key, REMIND.name, &body)?;
    }
    Ok(())
}
