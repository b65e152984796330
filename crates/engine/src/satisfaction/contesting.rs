//! A body says that what was filed for it is not so, and somebody decides.
//!
//! A contested record counts for nothing: its credits are reversed and what rested on it is open again, as late as it
//! then is. It stays so until the one who filed it files anew, or somebody above both decides.

use super::store as satisfactions;
use super::{staging, submitting};
use crate::obligations::store as rows;
use crate::obligations::submissions;
use crate::records::Record;
use crate::records::store as records;
use kernel::id::Id;
use kernel::reason::Reason;
use mechanism::Env;
use mechanism::reaction::Event;
use serde_json::json;
use store::{Error, Message, Result, Sql, Tx};

/// How a contest ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// What was filed holds and counts again, from the time at which it had counted.
    Stands,
    /// The body is right; the record stays out of every count.
    Falls,
}

impl Verdict {
    pub fn word(self) -> &'static str {
        match self {
            Self::Stands => "stands",
            Self::Falls => "falls",
        }
    }
}

/// Takes a record that was filed for a body out of every count. Says which obligations rested on it.
pub fn contest(tx: &mut Tx, env: &Env, record: &Record, by: Id, reason: &str) -> Result<Vec<Id>> {
    if record.channel.is_none() {
        return Err(Error::Refused(Reason::new("records.not_on_behalf")));
    }
    if record.state != "filed" && record.state != "approved" {
        return Err(Error::Refused(Reason::new("records.not_in_force.conflict")));
    }
    records::contest(tx, record.id, by, reason)?;
    let mark = mark(record.id, tx.now().0);
    let touched = satisfactions::reverse(tx, record.id, mark)?;
    for obligation in &touched {
        satisfactions::resettle(tx, env, *obligation)?;
    }
    // What waits for a decision goes on waiting; it does not hold while it is contested.
    staging::restage_all(tx, env, record.id)?;
    tx.note(
        record.id,
        "contested",
        json!({ "by": by, "reason": reason, "obligations": touched }),
    )?;
    tell(
        tx,
        record.id,
        record.filed_by,
        "contested",
        Reason::new("records.was_contested"),
    )?;
    Ok(touched)
}

/// Decides a contest. Neither the one who filed nor the body that contests decides; the caller's side is asked at the
/// edge, the filer's here.
pub fn settle(
    tx: &mut Tx,
    env: &Env,
    record: &Record,
    by: Id,
    verdict: Verdict,
    reason: &str,
) -> Result<Vec<Id>> {
    let contest = record
        .contest
        .as_ref()
        .filter(|_| record.state == "contested");
    let Some(contest) = contest else {
        return Err(Error::Refused(Reason::new(
            "records.not_contested.conflict",
        )));
    };
    if record.filed_by == by || contest.by == by {
        return Err(Error::Refused(Reason::new("records.own_contest")));
    }
    let state = match (verdict, record.approved_at) {
        (Verdict::Falls, _) => "rejected",
        (Verdict::Stands, Some(_)) => "approved",
        (Verdict::Stands, None) => "filed",
    };
    records::settle_contest(tx, record.id, by, verdict.word(), state)?;
    let mark = mark(record.id, contest.at.0);
    let touched = match verdict {
        Verdict::Stands => satisfactions::reinstate(tx, record.id, mark)?,
        Verdict::Falls => satisfactions::obligations_reversed(tx, record.id, mark)?,
    };
    if verdict == Verdict::Falls {
        let put = submissions::of_record(tx, record.id)?;
        submitting::drop_waiting(tx, env, &put, "withdrawn")?;
    }
    staging::restage_all(tx, env, record.id)?;
    for obligation in &touched {
        satisfactions::resettle(tx, env, *obligation)?;
        if verdict == Verdict::Falls {
            rows::note_reason(tx, *obligation, reason)?;
        }
    }
    tx.note(
        record.id,
        "settled",
        json!({ "by": by, "verdict": verdict.word(), "reason": reason, "obligations": touched }),
    )?;
    let said = Reason::new(format!("records.contest_{}", verdict.word()));
    tell(tx, record.id, record.filed_by, "contested", said.clone())?;
    tell(tx, record.id, record.body, "contested", said)?;
    if verdict == Verdict::Falls {
        // What is not so has raised nothing either.
        env.react(tx, &Event::Retired { record: record.id })?;
    }
    Ok(touched)
}

/// Tells a party about a record that was filed for somebody.
pub(super) fn tell(tx: &mut Tx, record: Id, to: Id, category: &str, reason: Reason) -> Result<()> {
    let message = Message {
        key: format!("{record}/{}/{}/{to}", reason.code, tx.now().0),
        receiver: to,
        channel: "in-app".to_owned(),
        category: category.to_owned(),
        subject: record,
        reason,
        must_know: true,
        due_at: None,
    };
    tx.send(&message)?;
    Ok(())
}

/// What reversed the credits of a contested record: the contest, by record and time.
fn mark(record: Id, at: i64) -> Id {
    Id::natural("records.contest", &format!("{record}\n{at}"))
}
