//! A record put before somebody who decides: the holder's own approver, or the party that accepts.
//!
//! The decision of another party is an obligation of its own with a clock of its own, so that nothing waits without a
//! holder. How it is taken stands in `deciding`, what it does to the holder's clock in `staging`.

use super::opening;
use super::staging::restage;
use crate::obligations::store as rows;
use crate::obligations::submissions::{self, Before, Decision, Submission};
use crate::obligations::{Kind, NewObligation, Obligation, Rule};
use crate::records::Record;
use crate::sight;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::{Day, Moment};
use mechanism::Env;
use policy::AfterDue;
use registry::party;
use serde_json::json;
use store::{Message, Result, Sql, Tx};

/// Working days in which a receiver decides.
const DECIDE_WORKDAYS: i64 = 2;

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
        tell(
            tx,
            owed,
            person,
            "submitted",
            Reason::new("obligations.submitted"),
        )?;
    }
    Ok((owed, due_at))
}

/// The end of the n-th working day from now. In a year without a calendar civil days stand in: what somebody files is
/// not refused because the holidays of the next year are not published yet.
pub(super) fn after_workdays(env: &Env, now: Moment, days: i64) -> Moment {
    let zone = env.calendar.zone();
    let today = zone.day_of(now);
    let day = env
        .calendar
        .plus_workdays(today, days)
        .unwrap_or_else(|_| today.plus_days(i32::try_from(days).unwrap_or_default()));
    zone.end_of(day)
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
    Ok(all
        .iter()
        .any(|put| put.before == Before::Approver && put.is_returned()))
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

/// Tells a person about something to decide or to correct, under a key that a second telling does not double.
pub(super) fn tell(
    tx: &mut Tx,
    about: Id,
    person: Id,
    category: &str,
    reason: Reason,
) -> Result<()> {
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
