//! Reads the whole log again, a piece at a time, and says whether it still holds.

use kernel::ledger::Verifier;

use super::anchors::Anchor;
use super::entry::Entry;
use crate::error::Result;
use crate::params;
use crate::sql::Sql;

const COLUMNS: &str =
    "id, at, recorded_at, actor, act, request, subject, verb, body, digest, hash, seq";

/// Entries a read; no read stays open for long.
const PIECE: i64 = 5_000;

/// What the verification has seen so far. A changed column makes the bytes fail their digest.
#[derive(Default)]
pub(crate) struct Progress {
    pub verifier: Verifier,
    after: i64,
}

impl Progress {
    /// Takes the next sealed entries; says whether there may be more.
    pub fn sealed(&mut self, sql: &mut dyn Sql) -> Result<bool> {
        let text = format!(
            "select {COLUMNS} from ledger_entry where seq > :after order by seq limit {PIECE}"
        );
        let rows = sql.query(&text, &params! { "after" => self.after })?;
        for row in &rows {
            let entry = Entry::read(row)?;
            let seq = row.int("seq")?;
            // A digest or hash of another length cannot be right; zeros never are.
            let stored = row.hash("digest").unwrap_or_default();
            let hash = row.hash("hash").unwrap_or_default();
            self.verifier
                .feed(seq, &entry.id, &entry.bytes(), &stored, &hash);
            self.after = seq;
        }
        Ok(rows.len() as i64 == PIECE)
    }

    /// Takes the last sealed entries and those that wait for the sealer, in one picture.
    ///
    /// Returns the head of the chain that the database keeps, which serves as one more anchor.
    pub fn rest(&mut self, sql: &mut dyn Sql) -> Result<Option<Anchor>> {
        while self.sealed(sql)? {}
        let text = format!("select {COLUMNS} from ledger_entry where seq is null order by at, id");
        for row in sql.query(&text, &params!())? {
            let entry = Entry::read(&row)?;
            let stored = row.hash("digest").unwrap_or_default();
            self.verifier.feed_unsealed(&entry.bytes(), &stored);
        }
        let head = sql.one(
            "select seq, hash from position where name = 'ledger'",
            &params!(),
        )?;
        let Some(head) = head else { return Ok(None) };
        let hash = head.opt_hash("hash")?.unwrap_or_default();
        Ok(Some((head.int("seq")?, hash)))
    }
}
