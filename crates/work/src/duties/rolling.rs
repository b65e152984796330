//! Rolling duties: due so many months after they were last met, or after the subject began.
//!
//! A sweep at the start of each day finds subjects whose time begins. Meeting the obligation opens the next one at once,
//! so that the subject always has exactly one clock; where the evidence falls, the next one is withdrawn again.

use super::rules::{self, Frame};
use super::store as own;
use super::{open, subjects};
use engine::obligations::{Obligation, store as rows};
use kernel::id::Id;
use kernel::time::{Day, Moment};
use mechanism::Env;
use mechanism::reaction::{Event, Reaction};
use policy::{Duty, Every, Pack};
use std::collections::BTreeSet;
use store::{Result, Sql, Tx};

/// What the table of contents lists.
pub const ROLL: Reaction = Reaction {
    name: "duties.roll",
    run: react,
};

/// Opens the first turn of every subject that has none yet.
pub fn sweep(tx: &mut Tx, env: &Env, pack: &Pack, duty: &Duty, day: Day) -> Result<()> {
    let at = tx.now();
    let frame = Frame::of(&env.policy, pack, duty);
    let known: BTreeSet<Id> = own::subjects_of(tx, &duty.id)?.into_iter().collect();
    let rule = open::rule(env, pack, duty);
    for subject in subjects::of(tx, env, pack, duty, day, "")? {
        if known.contains(&subject.id) {
            continue;
        }
        // What began before the plan has its whole time from the plan's first day on.
        let since = subject.since.unwrap_or(day).max(frame.span().0);
        let occasion = rules::rolling(&frame, since, &env.calendar, at);
        open::open_for(tx, env, duty, &rule, &occasion, vec![subject])?;
    }
    Ok(())
}

fn react(tx: &mut Tx, env: &Env, event: &Event) -> Result<()> {
    let Event::Settled {
        obligation,
        definition,
    } = event
    else {
        return Ok(());
    };
    let Some((pack, duty)) = env.policy.duty(definition) else {
        return Ok(());
    };
    if !matches!(duty.every, Every::RollingMonths(_)) {
        return Ok(());
    }
    // What was handed out runs under the clock of the body.
    let row = rows::by_id(tx, *obligation)?;
    let Some(row) = row.filter(|row| row.parent.is_none()) else {
        return Ok(());
    };
    let next = row
        .met_stated
        .map(|stated| env.calendar.zone().day_of(stated));
    withdraw_others(tx, env, pack, duty, &row, next)?;
    match next {
        Some(since) => open_next(tx, env, pack, duty, row.subject, since),
        None => Ok(()),
    }
}

/// Withdraws what rested on another time of meeting and is still unmet.
fn withdraw_others(
    tx: &mut Tx,
    env: &Env,
    pack: &Pack,
    duty: &Duty,
    row: &Obligation,
    next: Option<Day>,
) -> Result<()> {
    let frame = Frame::of(&env.policy, pack, duty);
    let label = next.map(|since| rules::rolling(&frame, since, &env.calendar, Moment::ZERO).label);
    for other in own::of_subject(tx, &duty.id, row.subject)? {
        let rests = other.period_from > row.period_from && other.id != row.id;
        if rests && other.outcome.is_none() && Some(&other.period) != label.as_ref() {
            own::withdraw(tx, &other, "")?;
        }
    }
    Ok(())
}

fn open_next(
    tx: &mut Tx,
    env: &Env,
    pack: &Pack,
    duty: &Duty,
    subject: Id,
    since: Day,
) -> Result<()> {
    let frame = Frame::of(&env.policy, pack, duty);
    let at = tx.now();
    let today = env.calendar.zone().day_of(at);
    if frame.span().1 < today {
        return Ok(());
    }
    let occasion = rules::rolling(&frame, since, &env.calendar, at);
    let before: Vec<Obligation> = own::of_subject(tx, &duty.id, subject)?
        .into_iter()
        .filter(|row| row.period == occasion.label)
        .collect();
    // One that was withdrawn stays so; the next generation takes its place.
    if before
        .iter()
        .any(|row| row.outcome.as_deref() != Some("withdrawn"))
    {
        return Ok(());
    }
    let Some(subject) = subjects::one(tx, env, pack, duty, today, subject)? else {
        return Ok(());
    };
    let rule = open::rule(env, pack, duty);
    let mut new = open::obligation(duty, &occasion, subject);
    new.generation = i64::try_from(before.len()).unwrap_or_default();
    engine::satisfaction::open(tx, env, &rule, &[new])?;
    Ok(())
}
