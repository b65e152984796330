//! Which packs are active since when, and what of a duty stands on a subject.

use engine::obligations::{Obligation, Stage, store as rows};
use engine::trays;
use kernel::id::Id;
use kernel::time::Moment;
use mechanism::Env;
use store::{Result, Sql, Tx, params};

pub fn is_active(sql: &mut dyn Sql, pack: &str) -> Result<bool> {
    Ok(sql
        .one(
            "select pack from activation where pack = :pack",
            &params! { "pack" => pack },
        )?
        .is_some())
}

/// Pack, version, since when.
pub fn activations(sql: &mut dyn Sql) -> Result<Vec<(String, i64, Moment)>> {
    let rows = sql.query(
        "select pack, version, at from activation order by at, pack",
        &[],
    )?;
    rows.iter()
        .map(|row| Ok((row.text("pack")?, row.int("version")?, row.moment("at")?)))
        .collect()
}

pub fn insert(tx: &mut Tx, pack: &str, version: u32) -> Result<bool> {
    let inserted = tx.execute(
        "insert into activation (pack, version, at) values (:pack, :version, :now) on conflict do nothing",
        &params! { "pack" => pack, "version" => i64::from(version), "now" => tx.now() },
    )?;
    Ok(inserted > 0)
}

/// Subjects on which a definition ever opened something.
pub fn subjects_of(sql: &mut dyn Sql, definition: &str) -> Result<Vec<Id>> {
    let rows = sql.query(
        "select distinct subject from obligation where definition = :definition order by subject",
        &params! { "definition" => definition },
    )?;
    rows.iter().map(|row| row.id("subject")).collect()
}

/// Everything that a definition opened on a subject, oldest period first.
pub fn of_subject(sql: &mut dyn Sql, definition: &str, subject: Id) -> Result<Vec<Obligation>> {
    let mut found = rows::of_source(sql, subject)?;
    found.retain(|row| row.definition == definition && row.parent.is_none());
    found.sort_by_key(|row| (row.period_from, row.generation, row.id));
    Ok(found)
}

/// Takes back what nobody has met yet, with everything that was handed out of it.
pub fn withdraw(tx: &mut Tx, env: &Env, row: &Obligation, reason: &str) -> Result<()> {
    trays::end(tx, env, row.id, "withdrawn", None, reason)?;
    tx.note(row.id, "withdrawn", serde_json::json!({ "reason": reason }))
}

/// Takes back those of some obligations that still ask something of their holders: what is met stays, and so does what
/// the holder has submitted and the receiver has yet to decide. Says how many were taken back.
pub fn withdraw_unmet(tx: &mut Tx, env: &Env, found: &[Obligation], reason: &str) -> Result<usize> {
    let mut taken_back = 0;
    for row in found {
        let asks = row.outcome.is_none() && row.stage != Some(Stage::Waiting);
        if asks && row.parent.is_none() {
            withdraw(tx, env, row, reason)?;
            taken_back += 1;
        }
    }
    Ok(taken_back)
}
