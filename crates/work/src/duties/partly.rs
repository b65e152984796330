//! Subjects whose own time covers only a part of a period, where a duty asks in proportion or for whole periods only.
//!
//! What ends within a period is known when the period opens. For what begins within it a duty in proportion looks at the
//! start of each day; a period that is owed whole, or not at all, needs no such look: the next one opens as ever.

use super::open;
use super::rules::{self, Frame, Occasion, Turn};
use super::subjects::{self, Subject};
use engine::obligations::store as rows;
use kernel::id::Id;
use kernel::period::{Period, Stretch};
use kernel::time::{Day, Moment};
use mechanism::{Env, timer};
use policy::{Duty, Pack, PartPeriod};
use std::collections::BTreeSet;
use store::{Result, Sql, Tx};

/// Timer of the look at the start of a day.
pub const LOOK: timer::Kind = timer::Kind {
    name: "duties.newcomers",
    run,
};

/// Opens a period for subjects, each for the part that it lives through.
pub fn open(
    tx: &mut Tx,
    env: &Env,
    pack: &Pack,
    duty: &Duty,
    period: &Period,
    found: Vec<Subject>,
) -> Result<()> {
    let frame = Frame::of(&env.policy, pack, duty);
    let at = tx.now();
    // Most live through all of it, so the parts are few.
    let mut parts: Vec<(Occasion, Vec<Subject>)> = Vec::new();
    for subject in found {
        let life = life(&subject);
        let occasion =
            rules::part_of(&frame, period, life, &env.calendar, at).map_err(open::unknown_year)?;
        let Some(occasion) = occasion else { continue };
        match parts.iter_mut().find(|(known, _)| *known == occasion) {
            Some((_, subjects)) => subjects.push(subject),
            None => parts.push((occasion, vec![subject])),
        }
    }
    for (occasion, subjects) in parts {
        let rule = open::rule_for(env, pack, duty, &occasion);
        open::open_for(tx, env, duty, &rule, &occasion, subjects)?;
    }
    Ok(())
}

/// Sets the timer of the next look, where the duty needs one.
pub fn arm(tx: &mut Tx, env: &Env, pack: &Pack, duty: &Duty, now: Moment) -> Result<()> {
    if duty.part_period != PartPeriod::Prorate {
        return Ok(());
    }
    let (from, _) = rules::span(&pack.header, duty);
    let tomorrow = env.calendar.zone().day_of(now).plus_days(1);
    set(tx, env, pack, duty, tomorrow.max(from))
}

fn set(tx: &mut Tx, env: &Env, pack: &Pack, duty: &Duty, day: Day) -> Result<()> {
    if rules::span(&pack.header, duty).1 < day {
        return Ok(());
    }
    let at = env.calendar.zone().start_of(day);
    let body = serde_json::json!({ "duty": duty.id, "day": day }).to_string();
    timer::set(
        tx,
        at,
        &format!("newcomers/{}/{day}", duty.id),
        LOOK.name,
        &body,
    )
}

fn run(tx: &mut Tx, env: &Env, timer: &timer::Timer) -> Result<()> {
    let body: serde_json::Value = serde_json::from_str(&timer.body).unwrap_or_default();
    let day = body["day"].as_str().and_then(Day::parse);
    let duty = env.policy.duty(body["duty"].as_str().unwrap_or_default());
    let (Some(day), Some((pack, duty))) = (day, duty) else {
        return Ok(());
    };
    if duty.part_period != PartPeriod::Prorate {
        return Ok(());
    }
    newcomers(tx, env, pack, duty, day)?;
    set(tx, env, pack, duty, day.plus_days(1))
}

fn newcomers(tx: &mut Tx, env: &Env, pack: &Pack, duty: &Duty, day: Day) -> Result<()> {
    let frame = Frame::of(&env.policy, pack, duty);
    let zone = env.calendar.zone();
    let period = match frame.first(zone.start_of(day), zone) {
        Some(Turn::Period(period)) if period.start < day && period.contains(day) => period,
        _ => return Ok(()),
    };
    let label = period.label();
    let mut found = subjects::of(tx, env, pack, duty, day, &label)?;
    found.retain(|subject| subject.since.is_some_and(|since| period.start < since));
    if found.is_empty() {
        return Ok(());
    }
    let known: BTreeSet<Id> = rows::of_period(tx, &duty.id, &label)?
        .into_iter()
        .map(|row| row.subject)
        .collect();
    found.retain(|subject| !known.contains(&subject.id));
    open(tx, env, pack, duty, &period, found)
}

/// The days on which a subject is in the register.
pub fn life(subject: &Subject) -> Stretch {
    Stretch {
        from: subject.since.unwrap_or(Day(i32::MIN)),
        end: subject.until.unwrap_or(Day(i32::MAX)),
    }
}
