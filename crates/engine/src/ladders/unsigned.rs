//! What lies unsigned in a body's tray climbs until somebody signs for it.

use super::climb::{receivers, tell};
use super::{Ladder, written};
use crate::obligations::store as rows;
use crate::obligations::{NewObligation, Obligation, Rule};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::{Day, Moment};
use mechanism::{Env, timer};
use policy::Audience;
use registry::{party, person};
use serde::{Deserialize, Serialize};
use store::{Result, Sql, Tx};

pub const CLIMB: timer::Kind = timer::Kind {
    name: "engine.unsigned",
    run,
};

/// Who hears of it, one after the other.
const STEPS: [Audience; 3] = [
    Audience::Holder,
    Audience::Superior,
    Audience::SupervisingOffice,
];

#[derive(Debug, Serialize, Deserialize)]
struct Unsigned {
    definition: String,
    period: String,
    step: usize,
    /// Opened then; others of the period have their own timers.
    opened: Moment,
    hours: i64,
    /// Set where the obligation is alone on its timer.
    obligation: Option<Id>,
}

/// Sets the first timer; each one that still finds something unsigned sets the next.
pub fn arm(
    tx: &mut Tx,
    ladder: &Ladder,
    rule: &Rule,
    new: &NewObligation,
    obligation: Option<Id>,
) -> Result<()> {
    let Some(hours) = ladder.unsigned_hours else {
        return Ok(());
    };
    let first = Unsigned {
        definition: rule.definition.clone(),
        period: new.period.clone(),
        step: 0,
        opened: new.opened_at,
        hours,
        obligation,
    };
    set(tx, &first)
}

fn set(tx: &mut Tx, unsigned: &Unsigned) -> Result<()> {
    let hours = unsigned.hours * (unsigned.step as i64 + 1);
    let shared = || format!("{}/{}", unsigned.definition, unsigned.period);
    let what = unsigned.obligation.map_or_else(shared, |id| id.to_string());
    let key = format!("unsigned/{what}/{}/{}", unsigned.opened.0, unsigned.step);
    let at = unsigned.opened.plus_hours(hours);
    timer::set(tx, at, &key, CLIMB.name, &written(unsigned)?)
}

fn run(tx: &mut Tx, env: &Env, timer: &timer::Timer) -> Result<()> {
    let unsigned: Unsigned = serde_json::from_str(&timer.body)
        .map_err(|error| store::Error::Database(error.to_string()))?;
    let Some(to) = STEPS.get(unsigned.step).copied() else {
        return Ok(());
    };
    let day = env.calendar.zone().day_of(tx.now());
    let waiting = waiting(tx, &unsigned)?;
    if waiting.is_empty() {
        return Ok(());
    }
    for row in &waiting {
        let rule = rows::rule(tx, row.rule)?;
        for receiver in audience(tx, row, &rule, to, day)? {
            let reason = Reason::new("ladders.unsigned")
                .with("definition", &row.definition)
                .with("period", &row.period)
                .with("n", unsigned.hours * (unsigned.step as i64 + 1));
            let step = format!("unsigned{}", unsigned.step);
            tell(tx, row, receiver, &step, reason, unsigned.step > 0)?;
        }
    }
    let next = Unsigned {
        step: unsigned.step + 1,
        ..unsigned
    };
    if next.step < STEPS.len() {
        set(tx, &next)?;
    }
    Ok(())
}

/// Bodies' obligations that nobody signed. A person or a post has no tray.
fn waiting(sql: &mut dyn Sql, unsigned: &Unsigned) -> Result<Vec<Obligation>> {
    let all = match unsigned.obligation {
        Some(id) => rows::by_id(sql, id)?.into_iter().collect(),
        None => rows::of_period(sql, &unsigned.definition, &unsigned.period)?,
    };
    let mut waiting = Vec::new();
    for row in all {
        let open = row.outcome.is_none() && row.signed_at.is_none();
        let kind = if open && row.opened_at == unsigned.opened {
            party::store::kind_of(sql, row.holder)?
        } else {
            None
        };
        if kind == Some(party::PartyKind::Org) {
            waiting.push(row);
        }
    }
    Ok(waiting)
}

/// The body itself hears of it through its clerks and through whoever answers for it.
fn audience(
    sql: &mut dyn Sql,
    row: &Obligation,
    rule: &Rule,
    to: Audience,
    day: Day,
) -> Result<Vec<Id>> {
    let mut found = receivers(sql, row, rule, to, day)?;
    if to == Audience::Holder {
        for post in person::store::receiving_clerks(sql, row.holder, day)? {
            let holders = person::store::holders(sql, post.id, day)?;
            found.extend(holders.into_iter().map(|holder| holder.person));
        }
    }
    found.sort_unstable();
    found.dedup();
    Ok(found)
}
