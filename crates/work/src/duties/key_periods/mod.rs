//! Key periods add and never change: beside what is always asked they open the duties of their package once, and a window
//! for each raised duty. From its last day on nothing of it opens, and what it asked lapses or stays owed as ever.

pub mod rules;
pub mod store;

use super::rules::{self as times, Frame, amounts};
use super::{open, store as own, subjects};
use ::store::{Error, Result, Sql, Tx};
use engine::obligations::{Beside, Rule, store as rows};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Moment;
use mechanism::{Env, timer};
use policy::{Duty, Every, Pack};
use rules::{KeyPeriod, Opening};

/// Timer of one opening that lies ahead.
pub const OPEN: timer::Kind = timer::Kind {
    name: "duties.key_period",
    run,
};

/// Enters a key period and arms what it opens.
pub fn enter(tx: &mut Tx, env: &Env, period: &KeyPeriod) -> Result<()> {
    store::insert(tx, period)?;
    tx.note(
        Id::natural("key_period", &period.id),
        "entered",
        serde_json::json!({
            "id": period.id, "days": period.days.label(), "factor": period.factor, "package": period.package,
        }),
    )?;
    for (pack, _, _) in own::activations(tx)? {
        if let Some(pack) = env.policy.pack(&pack) {
            arm(tx, env, pack, period)?;
        }
    }
    Ok(())
}

/// A pack comes into force: its own key periods are entered, and those that stand are armed for its duties.
pub fn take_in(tx: &mut Tx, env: &Env, pack: &Pack) -> Result<()> {
    let today = env.calendar.zone().day_of(tx.now());
    let standing = store::standing(tx, today)?;
    for period in &standing {
        arm(tx, env, pack, period)?;
    }
    for defined in &pack.key_periods {
        let Some(period) = rules::of_pack(pack.id(), defined, tx.now()) else {
            continue;
        };
        let known = store::by_id(tx, &period.id)?.is_some();
        if !known && today < period.days.end {
            enter(tx, env, &period)?;
        }
    }
    Ok(())
}

/// Withdraws a key period: what it would still open does not open, and what is unmet is taken back. What was met in it
/// or submitted in it stays. Says how many were taken back.
pub fn withdraw(tx: &mut Tx, env: &Env, period: &KeyPeriod, by: Id) -> Result<usize> {
    store::withdraw(tx, &period.id, by)?;
    let mut taken_back = 0;
    for opening in store::openings(tx, &period.id)? {
        let mut found = rows::of_period(tx, &opening.definition, &opening.period)?;
        found.retain(|row| row.slot == opening.slot);
        taken_back += own::withdraw_unmet(tx, env, &found, &period.title)?;
    }
    tx.note(
        Id::natural("key_period", &period.id),
        "withdrawn",
        serde_json::json!({ "by": by, "taken_back": taken_back }),
    )?;
    Ok(taken_back)
}

/// Sets timers for what a key period opens among the duties of a pack; what has begun already opens at once.
fn arm(tx: &mut Tx, env: &Env, pack: &Pack, period: &KeyPeriod) -> Result<()> {
    if !holds_for(env, period, pack) {
        return Ok(());
    }
    let now = tx.now();
    let today = env.calendar.zone().day_of(now);
    for duty in &pack.duties {
        let frame = Frame::of(&env.policy, pack, duty);
        for opening in rules::openings(&frame, period) {
            if opening.days.end <= today {
                continue;
            }
            let at = env.calendar.zone().start_of(opening.days.from);
            if at <= now {
                open_one(tx, env, pack, duty, period, &opening, now)?;
                continue;
            }
            let key = format!("key-period/{}/{}/{}", period.id, duty.id, opening.label);
            set(tx, at, &key, duty, period, &opening)?;
        }
    }
    Ok(())
}

/// One of a pack holds for that pack and those that build on it; one that was entered for the packs for which it was.
pub fn holds_for(env: &Env, period: &KeyPeriod, pack: &Pack) -> bool {
    if let Some(packs) = &period.packs
        && !packs.iter().any(|id| id == pack.id())
    {
        return false;
    }
    let Some(of) = &period.pack else { return true };
    let reach = env.policy.reach(pack.id());
    reach.iter().any(|pack| pack.id() == of)
}

fn run(tx: &mut Tx, env: &Env, timer: &timer::Timer) -> Result<()> {
    let body: serde_json::Value = serde_json::from_str(&timer.body).unwrap_or_default();
    let text = |key: &str| body[key].as_str().unwrap_or_default();
    let Some(period) = store::by_id(tx, text("key_period"))? else {
        return Ok(());
    };
    let Some((pack, duty)) = env.policy.duty(text("duty")) else {
        return Ok(());
    };
    if period.withdrawn {
        return Ok(());
    }
    let frame = Frame::of(&env.policy, pack, duty);
    let openings = rules::openings(&frame, &period);
    match openings.iter().find(|it| it.label == text("label")) {
        Some(opening) => open_one(tx, env, pack, duty, &period, opening, timer.due),
        None => Ok(()),
    }
}

fn open_one(
    tx: &mut Tx,
    env: &Env,
    pack: &Pack,
    duty: &Duty,
    period: &KeyPeriod,
    opening: &Opening,
    at: Moment,
) -> Result<()> {
    let Some(rule) = rule_of(env, pack, duty, period, opening) else {
        return Ok(());
    };
    let frame = Frame::of(&env.policy, pack, duty);
    let occasion = times::in_key_period(&frame, &opening.label, opening.days, &env.calendar, at);
    let occasion = match occasion {
        Ok(occasion) => occasion,
        Err(year) => return again(tx, env, duty, period, opening, open::unknown_year(year)),
    };
    let day = env.calendar.zone().day_of(at);
    let slot = slot_of(duty, period);
    let batch: Vec<_> = subjects::of(tx, env, pack, duty, day, &opening.label)?
        .into_iter()
        .map(|subject| {
            let mut new = open::obligation(duty, &occasion, subject);
            new.slot.clone_from(&slot);
            new
        })
        .collect();
    store::opened(tx, &period.id, &duty.id, &slot, &opening.label)?;
    engine::satisfaction::open(tx, env, &rule, &batch)?;
    Ok(())
}

/// The key period stands, whether the holidays that a due day needs are announced or not: the opening is tried again on
/// the next day.
fn again(
    tx: &mut Tx,
    env: &Env,
    duty: &Duty,
    period: &KeyPeriod,
    opening: &Opening,
    error: Error,
) -> Result<()> {
    let at = open::tried_again(env, error, opening.days.from, tx.now())?;
    let day = env.calendar.zone().day_of(at);
    let key = format!(
        "key-period/{}/{}/{}/again/{day}",
        period.id, duty.id, opening.label
    );
    set(tx, at, &key, duty, period, opening)
}

fn set(
    tx: &mut Tx,
    at: Moment,
    key: &str,
    duty: &Duty,
    period: &KeyPeriod,
    opening: &Opening,
) -> Result<()> {
    let body = serde_json::json!({
        "key_period": period.id, "duty": duty.id, "label": opening.label,
    });
    timer::set(tx, at, key, OPEN.name, &body.to_string())
}

/// The rule of an opening; none where the factor adds nothing.
fn rule_of(
    env: &Env,
    pack: &Pack,
    duty: &Duty,
    period: &KeyPeriod,
    opening: &Opening,
) -> Option<Rule> {
    let mut rule = open::rule(env, pack, duty);
    rule.title = format!("{}：{}", duty.title, period.title);
    if !duty.title_en.is_empty() && !period.title_en.is_empty() {
        rule.title_en = format!("{}: {}", duty.title_en, period.title_en);
    }
    if let Some(normal) = &opening.normal {
        rule.requirement = Some(amounts::raised(&duty.requirement, period.factor())?);
        rule.beside = Some(Beside {
            slot: duty.slot.clone(),
            period: normal.label(),
        });
    }
    Some(rule)
}

/// Windows of two key periods may have the same days; the slot keeps their keys apart.
fn slot_of(duty: &Duty, period: &KeyPeriod) -> String {
    match duty.every {
        Every::KeyPeriod(_) => duty.slot.clone(),
        _ => format!("{}+{}", duty.slot, period.id),
    }
}

/// What somebody asks to enter, against what stands already.
pub fn may_enter(sql: &mut dyn Sql, env: &Env, period: &KeyPeriod, now: Moment) -> Result<()> {
    let today = env.calendar.zone().day_of(now);
    let packages = packages(env);
    rules::check(period, today, &packages).map_err(Error::Refused)?;
    let standing = store::standing(sql, today)?;
    if let Some(equal) = rules::equal(period, &standing) {
        return Err(Error::Refused(
            Reason::new("duties.key_period_overlaps.conflict")
                .with("title", &equal.title)
                .with("days", equal.days.label()),
        ));
    }
    Ok(())
}

/// Packages to which duties of the installed packs answer.
pub fn packages(env: &Env) -> Vec<String> {
    let duties = env.policy.packs().flat_map(|pack| &pack.duties);
    let mut found: Vec<String> = duties
        .filter_map(|duty| match &duty.every {
            Every::KeyPeriod(package) => Some(package.clone()),
            _ => None,
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}
