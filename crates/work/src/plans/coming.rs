//! One coming of a duty that lies ahead, whatever brings it: a turn of its cadence, a key period, or a subject whose own
//! time begins. The arithmetic is that of the duties themselves.

use crate::duties::key_periods::holds_for;
use crate::duties::key_periods::rules::KeyPeriod;
use crate::duties::key_periods::{rules as key_periods, store as entered};
use crate::duties::rules::{self, Frame, Occasion, amounts};
use crate::duties::{open, subjects};
use kernel::time::Day;
use mechanism::Env;
use policy::{Duty, Every, Pack};
use store::{Result, Sql};

/// What an occasion comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The cadence of the duty.
    Turn,
    /// A key period: its package, or a window of it.
    KeyPeriod(String),
    /// Subjects that begin, or are there on the first day.
    Beginning,
}

#[derive(Clone, Debug)]
pub struct Coming {
    pub occasion: Occasion,
    pub source: Source,
}

/// Key periods that stand, and those that the packs bring with them.
pub fn key_periods_of(sql: &mut dyn Sql, env: &Env) -> Result<Vec<KeyPeriod>> {
    let mut all = entered::all(sql)?;
    for pack in env.policy.packs() {
        for defined in &pack.key_periods {
            let known = all.iter().any(|period| period.id == defined.id);
            let withdrawn = !known && entered::by_id(sql, &defined.id)?.is_some();
            let brought = key_periods::of_pack(pack.id(), defined, kernel::time::Moment::ZERO);
            all.extend(brought.filter(|_| !known && !withdrawn));
        }
    }
    Ok(all)
}

/// Everything by which a duty opens in the days from the first up to, but not including, the last. `changes` are days on
/// which the registers change, on which alone a subject may begin.
pub fn of(
    env: &Env,
    pack: &Pack,
    duty: &Duty,
    periods: &[KeyPeriod],
    changes: &[Day],
    (from, until): (Day, Day),
) -> Result<Vec<Coming>> {
    let frame = Frame::of(&env.policy, pack, duty);
    if let Every::RollingMonths(_) = duty.every {
        return Ok(beginnings(env, &frame, changes, (from, until)));
    }
    let turns = rules::occasions(&frame, &env.calendar, from, until).map_err(open::unknown_year)?;
    let mut found: Vec<Coming> = turns
        .into_iter()
        .map(|occasion| Coming {
            occasion,
            source: Source::Turn,
        })
        .collect();
    for period in periods {
        if holds_for(env, period, pack) {
            found.extend(of_key_period(env, &frame, period, (from, until))?);
        }
    }
    found.sort_by_key(|one| one.occasion.opens_at);
    Ok(found)
}

fn of_key_period(
    env: &Env,
    frame: &Frame<'_>,
    period: &KeyPeriod,
    (from, until): (Day, Day),
) -> Result<Vec<Coming>> {
    let zone = env.calendar.zone();
    let mut found = Vec::new();
    for opening in key_periods::openings(frame, period) {
        let raises = || amounts::raised(&frame.duty.requirement, period.factor()).is_some();
        let asks = opening.normal.is_none() || raises();
        if !asks || opening.days.end <= from || until <= opening.days.from {
            continue;
        }
        let at = zone.start_of(opening.days.from.max(from));
        let occasion = rules::in_key_period(frame, &opening.label, opening.days, &env.calendar, at)
            .map_err(open::unknown_year)?;
        found.push(Coming {
            occasion,
            source: Source::KeyPeriod(period.id.clone()),
        });
    }
    Ok(found)
}

/// A rolling duty opens for each subject once: on the first day, or when the subject begins. What follows hangs on when
/// it is met, which nobody knows beforehand.
fn beginnings(
    env: &Env,
    frame: &Frame<'_>,
    changes: &[Day],
    (from, until): (Day, Day),
) -> Vec<Coming> {
    let (first, last) = frame.span();
    let days = std::iter::once(from.max(first)).chain(changes.iter().copied());
    days.filter(|day| from.max(first) <= *day && *day < until && *day <= last)
        .map(|day| {
            let at = env.calendar.zone().start_of(day);
            Coming {
                occasion: rules::rolling(frame, day, &env.calendar, at),
                source: Source::Beginning,
            }
        })
        .collect()
}

/// Over whom it opens, as of a day.
pub fn subjects(
    sql: &mut dyn Sql,
    env: &Env,
    pack: &Pack,
    duty: &Duty,
    coming: &Coming,
    day: Day,
) -> Result<Vec<subjects::Subject>> {
    subjects::of(sql, env, pack, duty, day, &coming.occasion.label)
}
