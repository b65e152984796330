//! What a submission does to the clock of the one who submitted: while what was in time lies with the receiver, or is
//! returned and the correction clock runs, the instant from which he is late is moved, and the old one kept.

use super::model::Standing;
use super::store as satisfactions;
use super::{matching, rules};
use crate::obligations::rules::WITH_RECEIVER;
use crate::obligations::store as rows;
use crate::obligations::submissions::{self, Before, Submission};
use crate::obligations::{Obligation, Stage};
use crate::records::Record;
use crate::records::store as records;
use kernel::id::Id;
use kernel::time::Moment;
use mechanism::Env;
use store::{Result, Sql, Tx};

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
    let until =
        |some: &[&(Submission, Record)]| some.iter().filter_map(|(put, _)| put.correct_until).max();
    let due = |some: &[&(Submission, Record)]| some.iter().map(|(put, _)| put.due_at).min();
    let in_time = |at: Moment| at <= row.in_time_until();
    if let Some(until) = until(&returned) {
        let both: Vec<&(Submission, Record)> = waiting.into_iter().chain(returned).collect();
        let held = complete_with(tx, env, &row, &both)?.filter(|at| in_time(*at));
        return rows::set_stage(
            tx,
            &row,
            Some((Stage::Returned, until)),
            held.map(|_| until),
        );
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
        let in_force =
            record.filter(|record| record.state == "filed" || record.state == "approved");
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
