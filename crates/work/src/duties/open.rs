//! The timer of a duty: opens the obligations of a turn for every subject, then sets the timer of the next one.

use super::rules::{Frame, Occasion, Own, Turn, amounts};
use super::subjects::Subject;
use super::{partly, rolling, rules, subjects};
use engine::obligations::{Kind, NewObligation, Rule};
use engine::satisfaction;
use kernel::time::{Day, Moment};
use mechanism::{Env, timer};
use policy::{Duty, Pack, PartPeriod, SubjectRule};
use store::{Error, Result, Sql, Tx};

pub const OPEN: timer::Kind = timer::Kind {
    name: "duties.open",
    run,
};

/// Timer of a turn that waits for the holidays of a year.
pub const AGAIN: timer::Kind = timer::Kind {
    name: "duties.again",
    run: again,
};

const UNKNOWN_YEAR: &str = "duties.unknown_year";

/// Sets the timer of the first turn that runs now or comes next.
pub fn arm_first(tx: &mut Tx, env: &Env, pack: &Pack, duty: &Duty, now: Moment) -> Result<()> {
    partly::arm(tx, env, pack, duty, now)?;
    let frame = Frame::of(&env.policy, pack, duty);
    match frame.first(now, env.calendar.zone()) {
        Some(turn) => arm(tx, env, &frame, &turn, now),
        None => Ok(()),
    }
}

/// Sets the timer of a turn.
fn arm(tx: &mut Tx, env: &Env, frame: &Frame<'_>, turn: &Turn, not_before: Moment) -> Result<()> {
    let (id, mark) = (&frame.duty.id, turn.mark());
    let at = frame.opens(turn, env.calendar.zone()).max(not_before);
    let body = serde_json::json!({ "duty": id, "period": mark }).to_string();
    timer::set(tx, at, &format!("duty/{id}/{mark}"), OPEN.name, &body)
}

fn run(tx: &mut Tx, env: &Env, timer: &timer::Timer) -> Result<()> {
    let body: serde_json::Value = serde_json::from_str(&timer.body).unwrap_or_default();
    let (id, mark) = (
        body["duty"].as_str().unwrap_or_default(),
        body["period"].as_str().unwrap_or_default(),
    );
    let Some((pack, duty)) = env.policy.duty(id) else {
        return Ok(());
    };
    let frame = Frame::of(&env.policy, pack, duty);
    // A new version may have another cadence; its own timers were set when it came into force.
    let Some(turn) = frame.named(mark) else {
        return Ok(());
    };
    if let Turn::Sweep(day) = turn {
        rolling::sweep(tx, env, pack, duty, day)?;
    } else if let Err(error) = open(tx, env, pack, duty, &turn, timer.due) {
        waits(tx, env, &frame, &turn, error)?;
    }
    match frame.next(&turn) {
        Some(next) => arm(tx, env, &frame, &next, timer.due),
        None => Ok(()),
    }
}

/// A turn whose due day needs the holidays of a year that is not announced yet is tried again on the next day. The turns
/// after it come all the same: one year without a table must not end a duty.
fn waits(tx: &mut Tx, env: &Env, frame: &Frame<'_>, turn: &Turn, error: Error) -> Result<()> {
    let Error::Refused(reason) = &error else {
        return Err(error);
    };
    if reason.code != UNKNOWN_YEAR {
        return Err(error);
    }
    let zone = env.calendar.zone();
    let tomorrow = zone.day_of(tx.now()).plus_days(1);
    let (id, mark) = (&frame.duty.id, turn.mark());
    let body = serde_json::json!({ "duty": id, "period": mark }).to_string();
    let key = format!("duty/{id}/{mark}/again/{tomorrow}");
    timer::set(tx, zone.start_of(tomorrow), &key, AGAIN.name, &body)
}

/// Tries a turn again while its days last; after that the refusal stands and shows.
fn again(tx: &mut Tx, env: &Env, timer: &timer::Timer) -> Result<()> {
    let body: serde_json::Value = serde_json::from_str(&timer.body).unwrap_or_default();
    let text = |key: &str| body[key].as_str().unwrap_or_default();
    let Some((pack, duty)) = env.policy.duty(text("duty")) else {
        return Ok(());
    };
    let frame = Frame::of(&env.policy, pack, duty);
    let Some(turn) = frame.named(text("period")) else {
        return Ok(());
    };
    let Err(error) = open(tx, env, pack, duty, &turn, timer.due) else {
        return Ok(());
    };
    let lasts = match frame.next(&turn) {
        Some(next) => timer.due < frame.opens(&next, env.calendar.zone()),
        None => false,
    };
    match lasts {
        true => waits(tx, env, &frame, &turn, error),
        false => Err(error),
    }
}

fn open(tx: &mut Tx, env: &Env, pack: &Pack, duty: &Duty, turn: &Turn, at: Moment) -> Result<()> {
    let frame = Frame::of(&env.policy, pack, duty);
    let day = env.calendar.zone().day_of(at);
    if let (Turn::Period(period), true) = (turn, duty.part_period != PartPeriod::Whole) {
        let found = subjects::of(tx, env, pack, duty, day, &period.label())?;
        return partly::open(tx, env, pack, duty, period, found);
    }
    let occasion = rules::occasion(&frame, turn, &env.calendar, at).map_err(unknown_year)?;
    let Some(occasion) = occasion else {
        return Ok(());
    };
    let found = subjects::of(tx, env, pack, duty, day, &occasion.label)?;
    let rule = rule_for(env, pack, duty, &occasion);
    open_for(tx, env, duty, &rule, &occasion, found)
}

/// Opens an occasion for subjects, under the rule that it has.
pub fn open_for(
    tx: &mut Tx,
    env: &Env,
    duty: &Duty,
    rule: &Rule,
    occasion: &Occasion,
    found: Vec<Subject>,
) -> Result<()> {
    let batch: Vec<NewObligation> = found
        .into_iter()
        .map(|subject| obligation(duty, occasion, subject))
        .collect();
    satisfaction::open(tx, env, rule, &batch)?;
    Ok(())
}

/// The start of tomorrow, when something that needs the holidays of a year not announced yet is tried again; an error of
/// another kind is given back, and so is one after a year of trying, so that it shows.
pub fn tried_again(env: &Env, error: Error, began: Day, now: Moment) -> Result<Moment> {
    const DAYS: i32 = 366;
    let zone = env.calendar.zone();
    let today = zone.day_of(now);
    match &error {
        Error::Refused(reason) if reason.code == UNKNOWN_YEAR && today < began.plus_days(DAYS) => {
            Ok(zone.start_of(today.plus_days(1)))
        }
        _ => Err(error),
    }
}

/// A refusal where working days would have to be counted in a year without a table.
pub fn unknown_year(year: kernel::calendar::UnknownYear) -> Error {
    Error::Refused(kernel::reason::Reason::new(UNKNOWN_YEAR).with("year", year.0))
}

/// The rule of one occasion: what it asks, and what it is called where that is its own.
pub fn rule_for(env: &Env, pack: &Pack, duty: &Duty, occasion: &Occasion) -> Rule {
    let mut rule = rule(env, pack, duty);
    rule.requirement = Some(amounts::asked(&duty.requirement, &occasion.own));
    if let Own::Theme(theme, theme_en) = &occasion.own {
        rule.title = format!("{}：{theme}", duty.title);
        if !duty.title_en.is_empty() && !theme_en.is_empty() {
            rule.title_en = format!("{}: {theme_en}", duty.title_en);
        }
    }
    rule
}

/// What the running obligations keep of the definition.
pub fn rule(env: &Env, pack: &Pack, duty: &Duty) -> Rule {
    Rule {
        definition: duty.id.clone(),
        pack: pack.id().to_owned(),
        version: pack.header.version,
        kind: Kind::Duty,
        title: duty.title.clone(),
        title_en: duty.title_en.clone(),
        clauses: duty.clauses.clone(),
        issuer: pack.header.issuer.clone(),
        requirement: Some(duty.requirement.clone()),
        steps: duty.steps.clone(),
        exclusive: duty.exclusive,
        ladder: env
            .policy
            .ladder_for(pack, duty.ladder.as_deref())
            .map(|ladder| ladder.id.clone()),
        receiver: duty.receiver.clone(),
        // The usual days are not written down, so that rules from before they could be given stay the same.
        correction_workdays: Some(duty.correction_workdays).filter(|days| *days != 2),
        beside: None,
    }
}

/// One obligation of an occasion.
pub fn obligation(duty: &Duty, occasion: &Occasion, subject: Subject) -> NewObligation {
    let about_subject = duty
        .requirement
        .all
        .iter()
        .any(|part| part.evidence.subject == SubjectRule::Subject);
    NewObligation {
        slot: duty.slot.clone(),
        subject: subject.id,
        source: None,
        parent: None,
        receiver: subject.receiver,
        title: None,
        holder: subject.holder,
        anchor: if about_subject {
            subject.id
        } else {
            subject.holder
        },
        period: occasion.label.clone(),
        period_from: occasion.from,
        period_until: occasion.until,
        generation: 0,
        path: subject.path,
        sector: subject.sector,
        opened_at: occasion.opens_at,
        soon_at: occasion.soon_at,
        due_at: occasion.due_at,
        grace_until: occasion.grace_until,
        after_due: duty.after_due,
        members: subject.members,
    }
}
