//! Putting a pack in force: a dated act, confirmed by name, that stands in the ledger.
//!
//! What the definitions ask of periods that begin later follows the installed version by itself; what already runs keeps
//! the version that opened it, unless the act says `recut`.

use super::ahead::Ahead;
use super::preview::Recut;
use super::preview::doubles::doubles;
use super::store::{self as rows, ActivationAct, Alike};
use crate::duties::rules::{Frame, Occasion, Turn, occasion, part_of};
use crate::duties::subjects::Subject;
use crate::duties::{open, partly, subjects};
use engine::obligations::{Obligation, Rule, store as obligations};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::{Day, Moment};
use mechanism::{Env, timer};
use policy::{Duty, Every, Pack, PartPeriod};
use std::collections::{BTreeMap, BTreeSet};
use store::{Error, Result, Sql, Tx};

/// Timer of an act that lies ahead.
pub const ACTIVATE: timer::Kind = timer::Kind {
    name: "plans.activate",
    run,
};

/// What somebody asks.
#[derive(Clone, Debug)]
pub struct Asked {
    pub on: Day,
    pub recut: bool,
    /// The name that was typed to confirm.
    pub confirmed_as: String,
    pub by: Option<Id>,
}

/// Puts a pack in force now: its duties open by themselves, its tasks are issued. Twice changes nothing.
pub fn activate(tx: &mut Tx, env: &Env, pack: &str) -> Result<bool> {
    let new = crate::duties::activate(tx, env, pack)?;
    if new {
        crate::tasks::activate(tx, env, pack)?;
        keep(tx, env, pack)?;
    }
    Ok(new)
}

/// Asks for a pack to be put in force on a day. Today it happens at once, else when the day begins.
pub fn ask(tx: &mut Tx, env: &Env, pack: &Pack, asked: &Asked) -> Result<ActivationAct> {
    let zone = env.calendar.zone();
    let today = zone.day_of(tx.now());
    if asked.on < today {
        return refuse(Reason::new("plans.day_passed").with("day", asked.on));
    }
    if pack.header.until < asked.on {
        return refuse(Reason::new("plans.after_end").with("until", pack.header.until));
    }
    let waiting = rows::acts(tx, pack.id())?
        .into_iter()
        .find(ActivationAct::is_waiting);
    if let Some(waiting) = waiting {
        return refuse(Reason::new("plans.asked_before.conflict").with("day", waiting.on));
    }
    may(tx, env, pack, asked.on)?;
    let act = ActivationAct {
        id: tx.new_id(),
        pack: pack.id().to_owned(),
        version: pack.header.version,
        on: asked.on,
        recut: asked.recut,
        asked_at: tx.now(),
        confirmed_as: asked.confirmed_as.clone(),
        done_at: None,
        withdrawn: None,
        failed: None,
    };
    rows::insert_act(tx, &act, asked.by)?;
    tx.note(
        Id::natural("pack", pack.id()),
        "activation_asked",
        serde_json::json!({
            "version": act.version, "on": act.on, "recut": act.recut, "as": act.confirmed_as
        }),
    )?;
    if asked.on == today {
        carry_out(tx, env, pack, &act)?;
    } else {
        let key = ActivationAct::timer(act.id);
        let body = serde_json::json!({ "act": act.id }).to_string();
        timer::set(tx, zone.start_of(asked.on), &key, ACTIVATE.name, &body)?;
    }
    rows::act_by_id(tx, act.id)?.ok_or(Error::NotFound)
}

fn run(tx: &mut Tx, env: &Env, timer: &timer::Timer) -> Result<()> {
    let body: serde_json::Value = serde_json::from_str(&timer.body).unwrap_or_default();
    let Some(id) = body["act"].as_str().and_then(Id::parse) else {
        return Ok(());
    };
    let Some(act) = rows::act_by_id(tx, id)?.filter(ActivationAct::is_waiting) else {
        return Ok(());
    };
    let Some(pack) = env.policy.pack(&act.pack) else {
        return fail(tx, &act, &Reason::new("plans.unknown.not_found"));
    };
    // What was previewed and confirmed is one version; another asks to be looked at first.
    if pack.header.version != act.version {
        let reason = Reason::new("plans.other_version.conflict")
            .with("asked", act.version)
            .with("installed", pack.header.version);
        return fail(tx, &act, &reason);
    }
    match may(tx, env, pack, act.on) {
        Err(Error::Refused(reason)) => fail(tx, &act, &reason),
        Err(error) => Err(error),
        Ok(()) => carry_out(tx, env, pack, &act),
    }
}

/// An act that is refused on its day says why and holds up no further one.
fn fail(tx: &mut Tx, act: &ActivationAct, reason: &Reason) -> Result<()> {
    rows::fail_act(tx, act.id, reason)?;
    tx.note(
        Id::natural("pack", &act.pack),
        "activation_failed",
        serde_json::json!({ "version": act.version, "on": act.on, "reason": reason.code }),
    )
}

fn carry_out(tx: &mut Tx, env: &Env, pack: &Pack, act: &ActivationAct) -> Result<()> {
    let mut withdrawn = 0;
    if !activate(tx, env, pack.id())? {
        // A further version of what is in force: what is new in it is armed and issued, the rest runs on.
        crate::duties::activate_again(tx, env, pack)?;
        crate::tasks::activate(tx, env, pack.id())?;
        rows::set_version(tx, pack.id(), pack.header.version)?;
        keep(tx, env, pack.id())?;
        if act.recut {
            withdrawn = recut(tx, env, pack)?;
        }
    }
    rows::finish_act(tx, act.id, withdrawn)?;
    tx.note(
        Id::natural("pack", pack.id()),
        "activation_done",
        serde_json::json!({ "version": pack.header.version, "recut": act.recut, "reopened": withdrawn }),
    )
}

/// Refuses what would double running obligations, and says which.
fn may(tx: &mut Tx, env: &Env, pack: &Pack, on: Day) -> Result<()> {
    let active = crate::duties::activations(tx)?
        .into_iter()
        .find(|(id, _, _)| id == pack.id())
        .map(|(_, version, _)| version);
    if active == Some(i64::from(pack.header.version)) {
        let mut running = 0;
        let mut named = Vec::new();
        for duty in &pack.duties {
            let own = rows::running(tx, &duty.id)?;
            running += own;
            if 0 < own && named.len() < NAMED {
                named.push(duty.title.clone());
            }
        }
        return refuse(
            Reason::new("plans.in_force.conflict")
                .with("pack", &pack.header.title)
                .with("version", pack.header.version)
                .with("running", running)
                .with("definitions", named.join("、")),
        );
    }
    let mut ahead = Ahead::over(tx, env, on, on.plus_days(1))?;
    let mut openings = Vec::new();
    for duty in &pack.duties {
        openings.push((duty, ahead.openings(tx, pack, duty)?));
    }
    let found = doubles(tx, env, pack, &openings)?;
    if found.is_empty() {
        return Ok(());
    }
    let pairs: Vec<String> = found
        .iter()
        .take(NAMED)
        .map(|one| format!("{}（{}）", one.title, one.running_title))
        .collect();
    refuse(
        Reason::new("plans.doubles.conflict")
            .with("pairs", pairs.join("、"))
            .with("count", found.iter().map(|one| one.subjects).sum::<i64>()),
    )
}

/// Definitions that a refusal names.
const NAMED: usize = 5;

fn refuse<T>(reason: Reason) -> Result<T> {
    Err(Error::refused(reason))
}

fn keep(tx: &mut Tx, env: &Env, pack: &str) -> Result<()> {
    let Some(pack) = env.policy.pack(pack) else {
        return Ok(());
    };
    rows::keep_pack(
        tx,
        pack.id(),
        pack.header.version,
        &policy::diff::written(pack),
    )
}

/// What runs under an earlier form of its definition, duty by duty and period by period.
pub fn recut_list(sql: &mut dyn Sql, env: &Env, pack: &Pack, on: Day) -> Result<Vec<Recut>> {
    let mut list = Vec::new();
    for duty in &pack.duties {
        for alike in outdated(sql, env, pack, duty, on)? {
            list.push(Recut {
                definition: duty.id.clone(),
                title: duty.title.clone(),
                title_en: duty.title_en.clone(),
                period: alike.period,
                count: alike.count,
            });
        }
    }
    Ok(list)
}

/// Running obligations of a duty that the installed definition would open otherwise. Only what a turn of the cadence
/// opened and whose days are not over: the past is not opened again.
fn outdated(sql: &mut dyn Sql, env: &Env, pack: &Pack, duty: &Duty, on: Day) -> Result<Vec<Alike>> {
    let frame = Frame::of(&env.policy, pack, duty);
    let mut found = Vec::new();
    for mut alike in rows::running_alike(sql, &duty.id)? {
        let Some(turn) = turn(&frame, &alike.period) else {
            continue;
        };
        let coming = Coming::of(sql, env, pack, duty, &turn, (on, alike.opened_at))?;
        let mut count = 0;
        for row in obligations::of_period(sql, &duty.id, &alike.period)? {
            let own = row.rule == alike.rule
                && row.slot == alike.slot
                && row.due_at == alike.due_at
                && row.lapses == alike.lapses;
            if own && row.outcome.is_none() && coming.replaces(sql, env, pack, duty, on, &row)? {
                count += 1;
            }
        }
        if 0 < count {
            alike.count = count;
            found.push(alike);
        }
    }
    Ok(found)
}

/// What the installed definition opens in a turn.
enum Coming {
    /// The same for every subject; none where it opens nothing.
    Same(Option<Occasion>),
    /// For each subject of the day the part of the period through which it lives.
    Parts(BTreeMap<Id, Option<Occasion>>),
}

impl Coming {
    fn of(
        sql: &mut dyn Sql,
        env: &Env,
        pack: &Pack,
        duty: &Duty,
        turn: &Turn,
        (day, at): (Day, Moment),
    ) -> Result<Coming> {
        let frame = Frame::of(&env.policy, pack, duty);
        let Turn::Period(period) = turn else {
            let whole = occasion(&frame, turn, &env.calendar, at).map_err(open::unknown_year)?;
            return Ok(Coming::Same(whole));
        };
        if duty.part_period == PartPeriod::Whole {
            let whole = occasion(&frame, turn, &env.calendar, at).map_err(open::unknown_year)?;
            return Ok(Coming::Same(whole));
        }
        let mut parts = BTreeMap::new();
        for subject in subjects::of(sql, env, pack, duty, day, &period.label())? {
            let life = partly::life(&subject);
            let part =
                part_of(&frame, period, life, &env.calendar, at).map_err(open::unknown_year)?;
            parts.insert(subject.id, part);
        }
        Ok(Coming::Parts(parts))
    }

    /// What is opened for a subject; none where nothing is.
    fn for_subject(&self, subject: Id) -> Option<&Occasion> {
        match self {
            Coming::Same(whole) => whole.as_ref(),
            Coming::Parts(parts) => parts.get(&subject)?.as_ref(),
        }
    }

    /// Whether a running obligation would be opened otherwise, or not at all. A subject that has left keeps what it owes.
    fn replaces(
        &self,
        sql: &mut dyn Sql,
        env: &Env,
        pack: &Pack,
        duty: &Duty,
        on: Day,
        row: &Obligation,
    ) -> Result<bool> {
        let Some(coming) = self.for_subject(row.subject) else {
            let nothing = matches!(self, Coming::Parts(parts) if parts.contains_key(&row.subject));
            return Ok(nothing && on < row.period_until);
        };
        if coming.until <= on {
            return Ok(false);
        }
        let kept = obligations::rule(sql, row.rule)?;
        let own = open::rule_for(env, pack, duty, coming);
        // A version alone changes nothing.
        let kept = Rule {
            version: own.version,
            ..Rule::clone(&kept)
        };
        let lapses = duty.after_due == policy::AfterDue::Lapses;
        let same = kept.id() == own.id()
            && row.due_at == coming.due_at
            && row.lapses == lapses
            && row.slot == duty.slot;
        Ok(!same)
    }
}

fn turn(frame: &Frame<'_>, period: &str) -> Option<Turn> {
    match frame.duty.every {
        Every::Once(day) => (period == day.to_string()).then_some(Turn::Once(day)),
        Every::RollingMonths(_) => None,
        _ => frame.named(period),
    }
}

/// Withdraws what runs under an earlier form and opens it again under the next generation number. What is met stays met.
fn recut(tx: &mut Tx, env: &Env, pack: &Pack) -> Result<i64> {
    let today = env.calendar.zone().day_of(tx.now());
    let mut reopened = 0;
    for duty in &pack.duties {
        let frame = Frame::of(&env.policy, pack, duty);
        let mut periods = BTreeSet::new();
        for alike in outdated(tx, env, pack, duty, today)? {
            periods.insert(alike.period);
        }
        for period in periods {
            let Some(turn) = turn(&frame, &period) else {
                continue;
            };
            reopened += reopen(tx, env, pack, duty, &turn, today)?;
        }
    }
    Ok(reopened)
}

fn reopen(
    tx: &mut Tx,
    env: &Env,
    pack: &Pack,
    duty: &Duty,
    turn: &Turn,
    today: Day,
) -> Result<i64> {
    let now = tx.now();
    let coming = Coming::of(tx, env, pack, duty, turn, (today, now))?;
    let mut generation = 0;
    let mut stays = BTreeSet::new();
    for row in obligations::of_period(tx, &duty.id, &turn.label())? {
        generation = generation.max(row.generation + 1);
        match row.outcome.as_deref() {
            // An earlier generation; what took its place has a row of its own.
            Some("withdrawn") => continue,
            None if coming.replaces(tx, env, pack, duty, today, &row)? => {
                let why = format!("{}（{}）", pack.header.title, pack.header.version);
                engine::trays::end(tx, env, row.id, "withdrawn", None, &why)?;
                tx.note(
                    row.id,
                    "withdrawn",
                    serde_json::json!({ "recut": pack.header.version }),
                )?;
            }
            _ => {
                stays.insert(row.subject);
            }
        }
    }
    let mut parts: Vec<(&Occasion, Vec<Subject>)> = Vec::new();
    for subject in subjects::of(tx, env, pack, duty, today, &turn.label())? {
        let Some(occasion) = coming.for_subject(subject.id) else {
            continue;
        };
        if stays.contains(&subject.id) {
            continue;
        }
        match parts.iter_mut().find(|(known, _)| *known == occasion) {
            Some((_, subjects)) => subjects.push(subject),
            None => parts.push((occasion, vec![subject])),
        }
    }
    let mut reopened = 0;
    for (occasion, subjects) in parts {
        let rule = open::rule_for(env, pack, duty, occasion);
        let batch: Vec<_> = subjects
            .into_iter()
            .map(|subject| {
                let mut new = open::obligation(duty, occasion, subject);
                new.generation = generation;
                new
            })
            .collect();
        engine::satisfaction::open(tx, env, &rule, &batch)?;
        reopened += batch.len() as i64;
    }
    Ok(reopened)
}
