//! Looking back at finished tasks: finished is not the end.

use super::model::{Evaluation, TaskParty};
use super::rules::{self, Verdict};
use super::store as rows;
use engine::obligations::Obligation;
use engine::{records, satisfaction};
use kernel::fact::Fact;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Moment;
use mechanism::{Caller, Env};
use std::collections::BTreeSet;
use store::{Error, Result, Sql, Tx};

/// What an evaluator says about a task.
#[derive(Clone, Debug)]
pub struct Judgement {
    pub failed: bool,
    pub reason: String,
    /// Parties whose sign-off fails; empty means all.
    pub parties: Vec<Id>,
}

/// Evaluates a finished task. A failure rejects the sign-offs, so that the task is open again, as late as it then is, and
/// carries the reason; whoever answers for the task, or signed it off, does not evaluate it.
pub fn evaluate(
    tx: &mut Tx,
    env: &Env,
    caller: &Caller,
    task: Id,
    judgement: &Judgement,
) -> Result<Evaluation> {
    let Some(task) = rows::by_id(tx, task)? else {
        return Err(Error::NotFound);
    };
    let parties = rows::parties(tx, &[task.id])?
        .remove(&task.id)
        .unwrap_or_default();
    let now = tx.now();
    if let Some(reason) = refusal(tx, caller, &parties, now)? {
        return Err(Error::refused(reason));
    }
    let judged = judged(&parties, judgement)?;
    let mut records: BTreeSet<Id> = BTreeSet::new();
    for row in &judged {
        records.extend(satisfaction::store::records_of(tx, row.id)?);
    }
    let evaluation = Evaluation {
        id: tx.new_id(),
        task: task.id,
        at: tx.now(),
        by: caller.person,
        failed: judgement.failed,
        reason: judgement.reason.clone(),
        parties: judged.iter().map(|row| row.holder).collect(),
    };
    rows::evaluate(tx, &evaluation)?;
    if judgement.failed {
        for record in records {
            satisfaction::reject(tx, env, record, caller.person, &judgement.reason)?;
        }
    }
    let verb = if judgement.failed {
        "evaluation_failed"
    } else {
        "evaluation_passed"
    };
    let body = serde_json::json!({ "by": caller.person, "reason": judgement.reason });
    tx.note(task.id, verb, body)?;
    tx.fact(&Fact {
        kind: format!("task.{verb}:{}", task.pack),
        subject: task.id,
        area: task.path,
        sector: task.sector.clone(),
        occurred_on: env.calendar.zone().day_of(evaluation.at),
        amount: 1,
        source: evaluation.id,
        corrects: None,
    })?;
    Ok(evaluation)
}

/// Why the caller may not evaluate a task now.
pub fn refusal(
    sql: &mut dyn Sql,
    caller: &Caller,
    parties: &[TaskParty],
    now: Moment,
) -> Result<Option<Reason>> {
    if !caller.may("tasks.evaluate") {
        return Ok(Some(
            Reason::new("edge.forbidden").with("permission", "tasks.evaluate"),
        ));
    }
    let own = parties
        .iter()
        .any(|party| party.role.is_responsible() && caller.acts_as(party.party));
    if own {
        return Ok(Some(Reason::new("tasks.own_evaluation")));
    }
    if !rules::status(&rules::parts(parties, now), Verdict::None).is_finished() {
        return Ok(Some(Reason::new("tasks.not_finished")));
    }
    for row in parties.iter().filter_map(|party| party.obligation.as_ref()) {
        for record in satisfaction::store::records_of(sql, row.id)? {
            let filer = records::store::by_id(sql, record)?.map(|record| record.filed_by);
            if filer == Some(caller.person) {
                return Ok(Some(Reason::new("tasks.own_evaluation")));
            }
        }
    }
    Ok(None)
}

/// The obligations that are judged: those of the named parties, else of all that answer for the task.
fn judged<'a>(parties: &'a [TaskParty], judgement: &Judgement) -> Result<Vec<&'a Obligation>> {
    let guarding = parties.iter().filter(|party| party.guards);
    let named = |party: &&TaskParty| {
        judgement.parties.is_empty() || judgement.parties.contains(&party.party)
    };
    let mut judged: Vec<&Obligation> = guarding
        .filter(named)
        .filter_map(|party| party.obligation.as_ref())
        .collect();
    judged.sort_by_key(|row| row.id);
    judged.dedup_by_key(|row| row.id);
    if judged.is_empty() {
        return Err(Error::refused(Reason::new("tasks.other_party")));
    }
    Ok(judged)
}
