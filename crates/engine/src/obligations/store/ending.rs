//! What becomes of an obligation: signed, put forward, met, ended, handed over.

use super::super::model::{Obligation, Progress, Stage};
use kernel::id::Id;
use kernel::time::Moment;
use store::{Result, Sql, Tx, params};

/// Writes what satisfaction computed.
pub struct Settled {
    pub met: Option<(Moment, Moment)>,
    pub progress: Progress,
}

pub fn settle(tx: &mut Tx, row: &Obligation, settled: &Settled) -> Result<()> {
    let outcome = match row.outcome.as_deref() {
        Some("excused") | Some("withdrawn") => row.outcome.clone(),
        _ => settled.met.map(|_| "met".to_owned()),
    };
    // What was moved while the submission was elsewhere is put back as soon as it is met.
    let (stage, stage_due, kept) = match settled.met {
        Some(_) => (None, None, None),
        None => (row.stage, row.stage_due, row.kept_grace),
    };
    let grace = match kept {
        Some(_) => row.grace_until,
        None => row.in_time_until(),
    };
    tx.execute(
        "update obligation set met_stated = :stated, met_received = :received, outcome = :outcome, \
         grace_until = :grace, kept_grace = :kept, stage = :stage, stage_due = :stage_due, \
         progress_done = :done, progress_total = :total, revision = revision + 1 where id = :id",
        &params! {
            "stated" => settled.met.map(|(stated, _)| stated),
            "received" => settled.met.map(|(_, received)| received),
            "outcome" => outcome,
            "grace" => grace,
            "kept" => kept,
            "stage" => stage.map(Stage::word),
            "stage_due" => stage_due,
            "done" => settled.progress.done,
            "total" => settled.progress.total,
            "id" => row.id
        },
    )?;
    Ok(())
}

/// Writes where the submission stands, and until when the holder is in time because of it. Nothing is written where
/// nothing changed.
pub fn set_stage(
    tx: &mut Tx,
    row: &Obligation,
    stage: Option<(Stage, Moment)>,
    held_until: Option<Moment>,
) -> Result<()> {
    let own = row.in_time_until();
    let held = held_until.filter(|until| *until > own);
    let (grace, kept) = match held {
        Some(until) => (until, Some(own)),
        None => (own, None),
    };
    let (stage, stage_due) = (stage.map(|(stage, _)| stage), stage.map(|(_, due)| due));
    if (row.grace_until, row.kept_grace, row.stage, row.stage_due)
        == (grace, kept, stage, stage_due)
    {
        return Ok(());
    }
    tx.execute(
        "update obligation set grace_until = :grace, kept_grace = :kept, stage = :stage, stage_due = :due, \
         revision = revision + 1 where id = :id",
        &params! {
            "grace" => grace, "kept" => kept, "stage" => stage.map(Stage::word), "due" => stage_due, "id" => row.id
        },
    )?;
    Ok(())
}

/// Ends an obligation by a named decision: excused or withdrawn.
pub fn end(tx: &mut Tx, id: Id, outcome: &str, by: Option<Id>, reason: &str) -> Result<()> {
    tx.execute(
        "update obligation set outcome = :outcome, excused_by = :by, reason = :reason, revision = revision + 1 \
         where id = :id",
        &params! { "outcome" => outcome, "by" => by, "reason" => reason, "id" => id },
    )?;
    Ok(())
}

/// Receipt by the holder's clerk. The first one stays.
pub fn sign(tx: &mut Tx, id: Id, by: Id) -> Result<()> {
    tx.execute(
        "update obligation set signed_at = :now, signed_by = :by, revision = revision + 1 \
         where id = :id and signed_at is null",
        &params! { "now" => tx.now(), "by" => by, "id" => id },
    )?;
    Ok(())
}

/// Met by an act instead of a record: a step of a matter, a receipt.
pub fn meet(tx: &mut Tx, id: Id, stated: Moment, received: Moment) -> Result<()> {
    tx.execute(
        "update obligation set met_stated = :stated, met_received = :received, outcome = 'met', progress_done = 1, \
         revision = revision + 1 where id = :id and outcome is null",
        &params! { "stated" => stated, "received" => received, "id" => id },
    )?;
    Ok(())
}

/// Takes a met obligation back to open: its evidence was withdrawn.
pub fn note_reason(tx: &mut Tx, id: Id, reason: &str) -> Result<()> {
    tx.execute(
        "update obligation set reason = :reason, revision = revision + 1 where id = :id",
        &params! { "reason" => reason, "id" => id },
    )?;
    Ok(())
}

/// Who answered for it beside the first holder: party, from, until.
pub fn assignees(sql: &mut dyn Sql, id: Id) -> Result<Vec<(Id, Moment, Option<Moment>)>> {
    let rows = sql.query(
        "select party, from_at, until_at from assignee where obligation = :id order by from_at",
        &params! { "id" => id },
    )?;
    rows.iter()
        .map(|row| {
            Ok((
                row.id("party")?,
                row.moment("from_at")?,
                row.opt_moment("until_at")?,
            ))
        })
        .collect()
}

/// Moves an open obligation to another holder and keeps who answered for it until then.
pub fn reassign(tx: &mut Tx, row: &Obligation, to: Id) -> Result<()> {
    let now = tx.now();
    if assignees(tx, row.id)?.is_empty() {
        tx.execute(
            "insert into assignee (obligation, party, from_at) values (:id, :party, :at) on conflict do nothing",
            &params! { "id" => row.id, "party" => row.holder, "at" => row.opened_at },
        )?;
    }
    tx.execute(
        "update assignee set until_at = :now where obligation = :id and until_at is null",
        &params! { "now" => now, "id" => row.id },
    )?;
    tx.execute(
        "insert into assignee (obligation, party, from_at) values (:id, :party, :now) on conflict do nothing",
        &params! { "id" => row.id, "party" => to, "now" => now },
    )?;
    tx.execute(
        "update obligation set holder = :to, revision = revision + 1 where id = :id",
        &params! { "to" => to, "id" => row.id },
    )?;
    // What was handed out comes back to whoever answers from now on.
    tx.execute(
        "update obligation set receiver = :to, revision = revision + 1 where parent = :id and outcome is null",
        &params! { "to" => to, "id" => row.id },
    )?;
    tx.execute(
        "update submission set party = :to where party = :from and state = 'waiting' \
         and obligation in (select c.id from obligation c where c.parent = :id)",
        &params! { "to" => to, "from" => row.holder, "id" => row.id },
    )?;
    tx.execute(
        "update obligation set holder = :to, revision = revision + 1 where kind = 'accept' and outcome is null \
         and holder = :from and source in (select c.id from obligation c where c.parent = :id)",
        &params! { "to" => to, "from" => row.holder, "id" => row.id },
    )?;
    Ok(())
}
