//! Sight: whoever was handed something may open it, and keeps reading what was there until he handed it on.

use kernel::id::Id;
use kernel::time::Moment;
use store::{Result, Sql, Tx, params};

/// Gives a party sight of a subject from now on. Giving it twice keeps the first reason.
pub fn give(tx: &mut Tx, subject: Id, party: Id, why: &str) -> Result<()> {
    tx.execute(
        "insert into sight (subject, party, from_at, why) values (:subject, :party, :now, :why) on conflict do nothing",
        &params! { "subject" => subject, "party" => party, "now" => tx.now(), "why" => why },
    )?;
    Ok(())
}

/// Subjects that any of the parties sees for this reason, newest first.
pub fn seen(sql: &mut dyn Sql, parties: &[Id], why: &str, limit: i64) -> Result<Vec<(Id, Moment)>> {
    let mut seen = Vec::new();
    for party in parties {
        let rows = sql.query(
            "select subject, from_at from sight where party = :party and why = :why order by from_at desc limit :limit",
            &params! { "party" => *party, "why" => why, "limit" => limit },
        )?;
        for row in rows {
            seen.push((row.id("subject")?, row.moment("from_at")?));
        }
    }
    seen.sort_by_key(|(id, at)| (std::cmp::Reverse(*at), *id));
    seen.dedup_by_key(|(id, _)| *id);
    Ok(seen)
}

/// Whether any of the parties was handed the subject.
pub fn handed(sql: &mut dyn Sql, subject: Id, parties: &[Id]) -> Result<bool> {
    for party in parties {
        let row = sql.one(
            "select why from sight where subject = :subject and party = :party",
            &params! { "subject" => subject, "party" => *party },
        )?;
        if row.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}
