//! The ledger: who chains inside his own transaction holds the end of the chain until his commit is on the disk.

use super::{Where, load};
use crate::Outcome;
use crate::sample::say;
use kernel::id::Id;
use kernel::ledger::{GENESIS, chain, digest};
use store::{Dialect, Error, Result, Sql, Tx, params};

const TABLES: &str = "create table rig_row (id blob primary key, body text not null);
    create table rig_chain (name text primary key, seq bigint not null, hash blob);
    insert into rig_chain (name, seq, hash) values ('ledger', 0, null);";

pub fn run(place: &Where, rounds: usize, seconds: u64) -> Outcome<()> {
    let (store, name) = load::open(place, TABLES)?;
    for round in 1..=rounds {
        let sealed = load::rate(&store, seconds, "rig.sealed", sealed)?;
        say(&format!("shape/{name}-sealed"), round, &[("rps", sealed)])?;
        let chained = load::rate(&store, seconds, "rig.chained", chained)?;
        say(&format!("shape/{name}-chained"), round, &[("rps", chained)])?;
    }
    store.settle_blocking()?;
    let verdict = store.verify_ledger_blocking()?;
    match verdict.ok {
        true => Ok(()),
        false => Err(format!("the ledger does not hold: {verdict:?}").into()),
    }
}

/// A row and its entry, sealed by whoever seals.
fn sealed(tx: &mut Tx<'_>) -> Result<()> {
    row(tx).map(drop)
}

/// The same, and its place in a chain that this transaction locks.
fn chained(tx: &mut Tx<'_>) -> Result<()> {
    let id = row(tx)?;
    // SQLite has one writer and needs no lock; the text is the same but for it.
    let text = match tx.dialect() {
        Dialect::Sqlite => "select seq, hash from rig_chain where name = 'ledger'",
        Dialect::Postgres => {
            "/* postgres */ select seq, hash from rig_chain where name = 'ledger' for update"
        }
    };
    let rows = tx.query_machine(text, &params!())?;
    let end = rows.first().ok_or(Error::NotFound)?;
    let (seq, before) = (
        end.int("seq")? + 1,
        end.opt_hash("hash")?.unwrap_or(GENESIS),
    );
    let hash = chain(&before, seq, &id, &digest(id.bytes()));
    tx.execute(
        "update rig_chain set seq = :seq, hash = :hash where name = 'ledger'",
        &params! { "seq" => seq, "hash" => hash },
    )?;
    Ok(())
}

fn row(tx: &mut Tx<'_>) -> Result<Id> {
    let id = tx.new_id();
    tx.execute(
        "insert into rig_row (id, body) values (:id, :body)",
        &params! { "id" => id, "body" => "a row like any other" },
    )?;
    tx.note(id, "written", serde_json::json!({}))?;
    Ok(id)
}
