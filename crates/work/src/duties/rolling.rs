//! Rolling duties: due so many months after they were last met, or after the subject began.
//!
//! A sweep at the start of each day finds subjects whose time begins. Meeting the obligation opens the next one at once,
//! so that the subject always has exactly one clock; where the evidence falls, the next one is withdrawn again. Excusing it
//! opens the next one too: an excuse is for one time.

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
    // An excuse opens the next turn once; what is credited to the excused one later moves nothing.
    if row.outcome.as_deref() == Some("excused") && is_followed(tx, duty, &row)? {
        return Ok(());
    }
    let next = next(env, &row, tx.now());
    withdraw_others(tx, env, pack, duty, &row, next.map(|next| next.since))?;
    match next {
        Some(next) => open_next(tx, env, pack, duty, row.subject, next),
        None => Ok(()),
    }
}

/// Whether a later turn of the subject stands.
fn is_followed(tx: &mut Tx, duty: &Duty, row: &Obligation) -> Result<bool> {
    let all = own::of_subject(tx, &duty.id, row.subject)?;
    Ok(all.iter().any(|other| {
        row.period_from < other.period_from && other.outcome.as_deref() != Some("withdrawn")
    }))
}

/// From when the next turn runs, and the first day whose records count for it.
#[derive(Clone, Copy)]
struct Next {
    since: Day,
    counts_from: Day,
}

/// The turn after one that was met or excused. An excuse spares the subject the time that it was given, so the next turn
/// runs from the last day of that time, or from the excuse where it came later; what is done after the excuse counts.
fn next(env: &Env, row: &Obligation, now: Moment) -> Option<Next> {
    let zone = env.calendar.zone();
    if row.outcome.as_deref() == Some("excused") {
        let today = zone.day_of(now);
        return Some(Next {
            since: zone.day_of(row.due_at.plus_millis(-1)).max(today),
            counts_from: today.max(row.period_from).plus_days(1),
        });
    }
    let since = zone.day_of(row.met_stated?);
    Some(Next {
        since,
        // What met the last one does not meet the next one as well.
        counts_from: since.plus_days(1),
    })
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
            own::withdraw(tx, env, &other, "")?;
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
    next: Next,
) -> Result<()> {
    let frame = Frame::of(&env.policy, pack, duty);
    let at = tx.now();
    let today = env.calendar.zone().day_of(at);
    if frame.span().1 < today {
        return Ok(());
    }
    let occasion = rules::rolling(&frame, next.since, &env.calendar, at);
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
    new.period_from = next.counts_from;
    new.generation = i64::try_from(before.len()).unwrap_or_default();
    engine::satisfaction::open(tx, env, &rule, &[new])?;
    Ok(())
}
