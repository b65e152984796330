//! Deciding about what was submitted: accepting it, or returning it for correction.
//!
//! Who filed does not decide, nor who decided about it before. What a body gets back from above goes down to the one to
//! whom it had handed the work.

use super::acting;
use super::matching::{self, Matched};
use super::staging::restage;
use super::store as satisfactions;
use super::submitting::{after_workdays, tell};
use crate::ladders;
use crate::obligations::store as rows;
use crate::obligations::submissions::{self, Before, Decision, Submission};
use crate::obligations::{Obligation, Rule};
use crate::records::Record;
use crate::records::store as records;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Moment;
use mechanism::{Caller, Env};
use registry::party::{self, PartyKind};
use serde_json::json;
use std::collections::BTreeSet;
use store::{Error, Result, Sql, Tx};

/// Working days for a correction, where the definition does not say.
const CORRECTION_WORKDAYS: i64 = 2;

/// Which of the waiting submissions of a record a caller decides about.
pub struct Asked {
    pub record: Id,
    /// One obligation of several for which it waits.
    pub obligation: Option<Id>,
}

/// The receiver takes what was submitted: it counts from the time at which it was put before him. Who filed does not
/// accept, nor who approved.
pub fn accept(tx: &mut Tx, env: &Env, caller: &Caller, asked: &Asked) -> Result<Matched> {
    let (record, waiting) = waiting(tx, caller, asked, &[Before::Receiver])?;
    not_again(tx, caller, &record)?;
    not_his_own(tx, caller, &record, &waiting)?;
    for put in &waiting {
        let decision = Decision {
            state: "accepted",
            by: Some(caller.person),
            reason: None,
            missing: &[],
            correct_until: None,
        };
        decide(tx, env, caller, put, &decision)?;
        let body = json!({ "record": record.id, "by": caller.person, "for": put.party });
        tx.note(put.obligation, "accepted", body)?;
    }
    tx.note(record.id, "accepted", json!({ "by": caller.person }))?;
    matching::count_for_all(tx, env, &record)
}

/// What is wanted of a returned submission.
pub struct Return {
    /// Fields, or words, one thing each.
    pub missing: Vec<String>,
    pub reason: String,
}

/// Returns what was submitted to the one who submitted it, and starts his correction clock. The submission stays in
/// sight. Returns the obligations to which it goes back.
pub fn give_back(
    tx: &mut Tx,
    env: &Env,
    caller: &Caller,
    asked: &Asked,
    wanted: &Return,
) -> Result<Vec<Id>> {
    let both = [Before::Receiver, Before::Approver];
    let (record, waiting) = waiting(tx, caller, asked, &both)?;
    not_again(tx, caller, &record)?;
    not_his_own(tx, caller, &record, &waiting)?;
    let mut returned = Vec::new();
    for put in &waiting {
        let Some(row) = rows::by_id(tx, put.obligation)? else {
            continue;
        };
        let rule = rows::rule(tx, row.rule)?;
        let days = rule
            .correction_workdays
            .map_or(CORRECTION_WORKDAYS, i64::from);
        let until = after_workdays(env, tx.now(), days);
        let decision = Decision {
            state: "returned",
            by: Some(caller.person),
            reason: Some(&wanted.reason),
            missing: &wanted.missing,
            correct_until: Some(until),
        };
        decide(tx, env, caller, put, &decision)?;
        hand_down(tx, env, put, &decision)?;
        reopen(tx, env, &row, &rule, until)?;
        let body = json!({
            "record": record.id, "by": caller.person, "reason": wanted.reason, "missing": wanted.missing,
            "until": until,
        });
        tx.note(row.id, "returned", body)?;
        returned.push(row.id);
    }
    let body = json!({ "by": caller.person, "reason": wanted.reason, "obligations": returned });
    tx.note(record.id, "returned", body)?;
    for id in &returned {
        tell(
            tx,
            *id,
            record.filed_by,
            "returned",
            Reason::new("obligations.returned"),
        )?;
    }
    Ok(returned)
}

/// What comes back to a body from above goes back to the one to whom it had handed the work: he corrects his record.
fn hand_down(tx: &mut Tx, env: &Env, put: &Submission, decision: &Decision<'_>) -> Result<()> {
    let (Before::Receiver, Some(until)) = (put.before, decision.correct_until) else {
        return Ok(());
    };
    for below in submissions::of_record(tx, put.record)? {
        let child = rows::by_id(tx, below.obligation)?;
        let Some(child) = child.filter(|child| child.parent == Some(put.obligation)) else {
            continue;
        };
        if below.state != "accepted" {
            continue;
        }
        let id = Id::natural("submission", &format!("{}\nreturned\n{}", below.id, put.id));
        let back = Submission {
            id,
            party: put.party,
            owed: None,
            ..below.clone()
        };
        submissions::insert(tx, &back)?;
        submissions::decide(tx, id, decision)?;
        satisfactions::reverse_for(tx, child.id, put.record, put.id)?;
        let rule = rows::rule(tx, child.rule)?;
        hand_down(tx, env, &below, decision)?;
        satisfactions::resettle(tx, env, child.id)?;
        reopen(tx, env, &child, &rule, until)?;
        tx.note(
            child.id,
            "returned",
            json!({ "record": put.record, "by": decision.by }),
        )?;
    }
    Ok(())
}

fn reopen(tx: &mut Tx, env: &Env, row: &Obligation, rule: &Rule, until: Moment) -> Result<()> {
    restage(tx, env, row.id)?;
    ladders::arm_correction(tx, env, rule, row, until)?;
    let today = env.calendar.zone().day_of(tx.now());
    if let Some((person, _)) = party::store::current_person(tx, row.holder, today)? {
        tell(
            tx,
            row.id,
            person,
            "returned",
            Reason::new("obligations.returned"),
        )?;
    }
    Ok(())
}

/// The record and its submissions that wait for one of the caller's parties.
fn waiting(
    tx: &mut Tx,
    caller: &Caller,
    asked: &Asked,
    steps: &[Before],
) -> Result<(Record, Vec<Submission>)> {
    let Some(record) = records::by_id(tx, asked.record)? else {
        return Err(Error::NotFound);
    };
    let mine: Vec<Submission> = submissions::of_record(tx, asked.record)?
        .into_iter()
        .filter(|put| caller.acts_as(put.party) && steps.contains(&put.before))
        .filter(|put| asked.obligation.is_none_or(|id| id == put.obligation))
        .collect();
    if mine.is_empty() {
        return Err(Error::refused(Reason::new("records.not_receiver")));
    }
    let waiting: Vec<Submission> = mine.into_iter().filter(Submission::is_waiting).collect();
    if waiting.is_empty() {
        return Err(Error::refused(Reason::new("records.decided.conflict")));
    }
    if record.state != "filed" && record.state != "approved" {
        return Err(Error::refused(Reason::new("records.not_in_force.conflict")));
    }
    Ok((record, waiting))
}

/// Whether a record waits for the approval of a body that had handed the work out, and the caller acts for that body.
pub fn waits_for(sql: &mut dyn Sql, caller: &Caller, record: Id) -> Result<bool> {
    for put in submissions::of_record(sql, record)? {
        if put.before != Before::Receiver || !put.is_waiting() || !caller.acts_as(put.party) {
            continue;
        }
        let row = rows::by_id(sql, put.obligation)?;
        if row.is_some_and(|row| row.parent.is_some()) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Nobody decides about what he filed, and nobody twice about the same record on its way up.
fn not_again(tx: &mut Tx, caller: &Caller, record: &Record) -> Result<()> {
    let mut people: BTreeSet<Id> = BTreeSet::from([record.filed_by]);
    people.extend(record.approved_by);
    let taken = submissions::of_record(tx, record.id)?;
    let taken = taken.iter().filter(|put| put.state == "accepted");
    people.extend(taken.filter_map(|put| put.decided_by));
    if people.contains(&caller.person) {
        return Err(Error::refused(Reason::new("records.own_acceptance")));
    }
    Ok(())
}

/// Nobody receives his own work, whoever filed it for him: what he himself, or a post of his, led or owed. A body is many
/// people, and another of them may decide; what the body's own approver returns never left it.
fn not_his_own(
    tx: &mut Tx,
    caller: &Caller,
    record: &Record,
    waiting: &[Submission],
) -> Result<()> {
    let mut workers: BTreeSet<Id> = BTreeSet::new();
    for put in waiting.iter().filter(|put| put.before == Before::Receiver) {
        workers.insert(record.body);
        workers.extend(record.lead);
        workers.extend(rows::by_id(tx, put.obligation)?.map(|row| row.holder));
    }
    for worker in workers.into_iter().filter(|party| caller.acts_as(*party)) {
        let kind = party::store::kind_of(tx, worker)?;
        if matches!(kind, Some(PartyKind::Person | PartyKind::Post)) {
            return Err(Error::refused(Reason::new("records.own_acceptance")));
        }
    }
    Ok(())
}

/// Ends the waiting, and with it what the receiver owed.
fn decide(
    tx: &mut Tx,
    env: &Env,
    caller: &Caller,
    put: &Submission,
    decision: &Decision<'_>,
) -> Result<()> {
    submissions::decide(tx, put.id, decision)?;
    let Some(owed) = put.owed else { return Ok(()) };
    let Some(row) = rows::by_id(tx, owed)? else {
        return Ok(());
    };
    if row.outcome.is_none() {
        let now = tx.now();
        rows::sign(tx, owed, caller.person)?;
        acting::meet(tx, env, &row, now)?;
        let body = json!({ "record": put.record, "by": caller.person, "as": decision.state });
        tx.note(owed, "met", body)?;
    }
    Ok(())
}
