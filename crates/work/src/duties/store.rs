//! Which packs are active since when.

use kernel::time::Moment;
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
