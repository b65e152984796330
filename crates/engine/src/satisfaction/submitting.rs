//! A record put before somebody who decides: the holder's own approver, or the party that accepts.
//!
//! The decision of another party is an obligation of its own with a clock of its own, so that nothing waits without a
//! holder. How long it takes never makes the one late who submitted in time: while his submission lies there, or is
//! returned to him and the correction clock runs, the instant from which he is late is moved.

use super::matching::{self, Matched};
use super::model::Standing;
use super::store as satisfactions;
use super::{acting, opening, rules};
use crate::ladders;
use crate::obligations::rules::WITH_RECEIVER;
use crate::obligations::store as rows;
use crate::obligations::submissions::{self, Before, Decision, Submission};
use crate::obligations::{Kind, NewObligation, Obligation, Rule, Stage};
use crate::records::Record;
use crate::records::store as records;
use crate::sight;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::{Day, Moment};
use mechanism::{Caller, Env};
use policy::AfterDue;
use registry::party;
use serde_json::json;
use std::collections::BTreeSet;
use store::{Error, Message, Result, Sql, Tx};

/// Working days in which a receiver decides.
const DECIDE_WORKDAYS: i64 = 2;
/// Working days for a correction, where the definition does not say.
const CORRECTION_WORKDAYS: i64 = 2;

/// Puts a record before whoever decides next; false when it lay there before or the obligation wants nothing more.
pub(super) fn put(
    tx: &mut Tx,
    env: &Env,
    row: &Obligation,
    rule: &Rule,
    record: &Record,
    before: Before,
    received: Moment,
) -> Result<bool> {
    if row.outcome.is_some() {
        return Ok(false);
    }
    let party = match (before, row.receiver) {
        (Before::Receiver, Some(receiver)) => receiver,
        _ => record.body,
    };
    let mut new = Submission {
        id: Submission::key(row.id, record.id, before),
        obligation: row.id,
        record: record.id,
        before,
        party,
        state: "waiting".to_owned(),
        received,
        opened_at: tx.now(),
        due_at: row.due_at,
        owed: None,
        decided_at: None,
        decided_by: None,
        reason: None,
        missing: Vec::new(),
        correct_until: None,
    };
    if before == Before::Receiver {
        let (owed, due_at) = owe(tx, env, row, rule, record, party)?;
        (new.owed, new.due_at) = (Some(owed), due_at);
    }
    if !submissions::insert(tx, &new)? {
        return Ok(false);
    }
    let body = json!({ "record": record.id, "to": party, "step": before.word() });
    tx.note(row.id, "submitted", body)?;
    restage(tx, env, row.id)?;
    Ok(true)
}

/// Opens the receiver's own obligation to decide, with its clock, and lets him see what he decides about.
fn owe(
    tx: &mut Tx,
    env: &Env,
    row: &Obligation,
    rule: &Rule,
    record: &Record,
    receiver: Id,
) -> Result<(Id, Moment)> {
    let now = tx.now();
    let today = env.calendar.zone().day_of(now);
    let mut due_at = after_workdays(env, now, DECIDE_WORKDAYS);
    if let Some(parent) = row.parent
        && let Some(parent) = rows::by_id(tx, parent)?
        && now < parent.due_at
    {
        // Whoever handed it out has to hand it up in time himself.
        due_at = due_at.min(parent.due_at);
    }
    let (word, word_en) = match row.parent {
        Some(_) => ("审核", "Approve"),
        None => ("接收", "Accept"),
    };
    let title = row.title.as_ref().unwrap_or(&rule.title);
    let decision = Rule {
        definition: format!("{}/{}", rule.definition, Kind::Accept.word()),
        kind: Kind::Accept,
        title: format!("{word}：{}", rule.title),
        title_en: format!("{word_en}: {}", rule.title_en),
        // It answers to no clause itself: the figures of the plan count what is decided, not the deciding.
        clauses: Vec::new(),
        requirement: None,
        steps: Vec::new(),
        exclusive: false,
        receiver: None,
        correction_workdays: None,
        beside: None,
        ..rule.clone()
    };
    let (path, sector) = party::store::place_of(tx, receiver, today)?;
    let new = NewObligation {
        slot: format!("{}/{}", row.id, record.id),
        subject: row.subject,
        source: Some(row.id),
        parent: None,
        receiver: None,
        title: Some(format!("{word}：{title}")),
        holder: receiver,
        anchor: row.id,
        period: row.period.clone(),
        period_from: today,
        period_until: Day(i32::MAX),
        generation: 0,
        path,
        sector,
        opened_at: now,
        soon_at: now,
        due_at,
        grace_until: due_at,
        after_due: AfterDue::StillOwed,
        members: Vec::new(),
    };
    let owed = new.id(&decision.definition);
    opening::open(tx, env, &decision, &[new])?;
    sight::give(tx, row.id, receiver, "submitted")?;
    sight::give(tx, record.id, receiver, "submitted")?;
    if let Some((person, _)) = party::store::current_person(tx, receiver, today)? {
        tell(tx, owed, person, "submitted", Reason::new("obligations.submitted"))?;
    }
    Ok((owed, due_at))
}

/// The end of the n-th working day from now. In a year without a calendar civil days stand in: what somebody files is
/// not refused because the holidays of the next year are not published yet.
fn after_workdays(env: &Env, now: Moment, days: i64) -> Moment {
    let zone = env.calendar.zone();
    let today = zone.day_of(now);
    let day = env.calendar.plus_workdays(today, days).unwrap_or_else(|_| {
        today.plus_days(i32::try_from(days).unwrap_or_default())
    });
    zone.end_of(day)
}

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
    let mut returned = Vec::new();
    for put in &waiting {
        let Some(row) = rows::by_id(tx, put.obligation)? else {
            continue;
        };
        let rule = rows::rule(tx, row.rule)?;
        let days = rule.correction_workdays.map_or(CORRECTION_WORKDAYS, i64::from);
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
        tell(tx, *id, record.filed_by, "returned", Reason::new("obligations.returned"))?;
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
        tx.note(child.id, "returned", json!({ "record": put.record, "by": decision.by }))?;
    }
    Ok(())
}

fn reopen(tx: &mut Tx, env: &Env, row: &Obligation, rule: &Rule, until: Moment) -> Result<()> {
    restage(tx, env, row.id)?;
    ladders::arm_correction(tx, env, rule, row, until)?;
    let today = env.calendar.zone().day_of(tx.now());
    if let Some((person, _)) = party::store::current_person(tx, row.holder, today)? {
        tell(tx, row.id, person, "returned", Reason::new("obligations.returned"))?;
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

/// The body's own approver let a record go up: what waited for that is decided.
pub(super) fn approved(tx: &mut Tx, record: Id, by: Id) -> Result<()> {
    for put in submissions::of_record(tx, record)? {
        if put.before == Before::Approver && put.is_waiting() {
            let decision = Decision {
                state: "accepted",
                by: Some(by),
                reason: None,
                missing: &[],
                correct_until: None,
            };
            submissions::decide(tx, put.id, &decision)?;
        }
    }
    Ok(())
}

/// Whether the body's own approver returned the record: then its correction is what may be approved.
pub(super) fn returned_by_approver(sql: &mut dyn Sql, record: Id) -> Result<bool> {
    let all = submissions::of_record(sql, record)?;
    Ok(all.iter().any(|put| put.before == Before::Approver && put.is_returned()))
}

/// Ends what still waits of a record that is no longer in force, or of an obligation that is no longer owed.
pub(super) fn drop_waiting(
    tx: &mut Tx,
    env: &Env,
    all: &[Submission],
    state: &'static str,
) -> Result<()> {
    for put in all.iter().filter(|put| put.is_waiting()) {
        let decision = Decision {
            state,
            by: None,
            reason: None,
            missing: &[],
            correct_until: None,
        };
        submissions::decide(tx, put.id, &decision)?;
        if let Some(owed) = put.owed {
            rows::end(tx, owed, "withdrawn", None, "")?;
            tx.note(owed, "withdrawn", json!({ "record": put.record }))?;
        }
        restage(tx, env, put.obligation)?;
    }
    Ok(())
}

/// An obligation is no longer owed: nobody has to decide about what was submitted for it.
pub fn drop_for(tx: &mut Tx, env: &Env, obligation: Id) -> Result<()> {
    let all = submissions::of_obligation(tx, obligation)?;
    drop_waiting(tx, env, &all, "withdrawn")
}

/// Whether a record is in force has changed: so may have where its submissions stand.
pub(super) fn restage_all(tx: &mut Tx, env: &Env, record: Id) -> Result<()> {
    for put in submissions::of_record(tx, record)? {
        restage(tx, env, put.obligation)?;
    }
    Ok(())
}

/// Works out anew where the submission of an obligation stands, and until when the holder is in time because of it.
pub(super) fn restage(tx: &mut Tx, env: &Env, id: Id) -> Result<()> {
    let Some(row) = rows::by_id(tx, id)? else {
        return Ok(());
    };
    if row.outcome.is_some() {
        return rows::set_stage(tx, &row, None, None);
    }
    let all = open_ones(tx, id)?;
    let of = |before: Before, waiting: bool| -> Vec<&(Submission, Record)> {
        let own = all.iter().filter(|(put, _)| put.before == before);
        own.filter(|(put, _)| put.is_waiting() == waiting).collect()
    };
    let (waiting, returned) = (of(Before::Receiver, true), of(Before::Receiver, false));
    let (approving, refused) = (of(Before::Approver, true), of(Before::Approver, false));
    let until = |some: &[&(Submission, Record)]| {
        some.iter().filter_map(|(put, _)| put.correct_until).max()
    };
    let due = |some: &[&(Submission, Record)]| some.iter().map(|(put, _)| put.due_at).min();
    let in_time = |at: Moment| at <= row.in_time_until();
    if let Some(until) = until(&returned) {
        let both: Vec<&(Submission, Record)> = waiting.into_iter().chain(returned).collect();
        let held = complete_with(tx, env, &row, &both)?.filter(|at| in_time(*at));
        return rows::set_stage(tx, &row, Some((Stage::Returned, until)), held.map(|_| until));
    }
    if let Some(at) = complete_with(tx, env, &row, &waiting)? {
        let stage = due(&waiting).map(|due| (Stage::Waiting, due));
        return rows::set_stage(tx, &row, stage, in_time(at).then_some(WITH_RECEIVER));
    }
    let stage = match (until(&refused), due(&approving)) {
        (Some(until), _) => Some((Stage::Returned, until)),
        (None, Some(due)) => Some((Stage::Approving, due)),
        (None, None) => None,
    };
    rows::set_stage(tx, &row, stage, None)
}

/// Submissions that wait, or were returned and are not corrected yet, with their records.
fn open_ones(sql: &mut dyn Sql, obligation: Id) -> Result<Vec<(Submission, Record)>> {
    let mut open = Vec::new();
    for put in submissions::of_obligation(sql, obligation)? {
        if !put.is_waiting() && !put.is_returned() {
            continue;
        }
        let record = records::by_id(sql, put.record)?;
        let in_force = record.filter(|record| record.state == "filed" || record.state == "approved");
        open.extend(in_force.map(|record| (put, record)));
    }
    Ok(open)
}

/// When the obligation would be met if these were accepted: only then does the holder owe nothing more.
fn complete_with(
    tx: &mut Tx,
    env: &Env,
    row: &Obligation,
    some: &[&(Submission, Record)],
) -> Result<Option<Moment>> {
    if some.is_empty() {
        return Ok(None);
    }
    let rule = rows::rule(tx, row.rule)?;
    let members = rows::members(tx, row.id)?;
    let mut standing = satisfactions::standing(tx, row.id)?;
    for (put, record) in some {
        let bound = matching::bindings(tx, env, record, std::slice::from_ref(row))?;
        for credit in rules::worth(&rule, row, &members, record, &bound) {
            standing.push(Standing {
                id: put.id,
                part: credit.part,
                element: credit.element,
                record: record.id,
                amount: credit.amount,
                stated: record.stated_at,
                received: put.received,
            });
        }
    }
    let settled = rules::settle(&rule, &members, &standing);
    Ok(settled.met.map(|(_, received)| received))
}

/// Tells a person about something to decide or to correct, under a key that a second telling does not double.
fn tell(tx: &mut Tx, about: Id, person: Id, category: &str, reason: Reason) -> Result<()> {
    let message = Message {
        key: format!("{about}/{}/{}/{person}", reason.code, tx.now().0),
        receiver: person,
        channel: "in-app".to_owned(),
        category: category.to_owned(),
        subject: about,
        reason,
        must_know: category == "returned",
        due_at: None,
    };
    tx.send(&message)?;
    Ok(())
}
