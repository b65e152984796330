//! The sealer of PostgreSQL: gives entries and facts their place in commit order.

use kernel::ledger::{GENESIS, Sealed, chain};

use crate::error::{Error, Result};
use crate::facts;
use crate::ledger::entry::hex;
use crate::params;
use crate::session::Session;

/// Entries and facts a unit of work.
const ENTRIES: usize = 5_000;
const FACTS: i64 = 50_000;

pub(crate) struct Round {
    pub head: Sealed,
    /// There may be more to seal.
    pub more: bool,
}

/// Seals what is visible and not sealed, then folds. Whoever comes second waits at the first row
/// it reads, so nothing is sealed twice even without a lease.
pub(crate) fn seal(session: &mut dyn Session) -> Result<Round> {
    let (head, entries) = entries(session)?;
    let (until, numbered) = number(session)?;
    facts::fold(session, until)?;
    Ok(Round {
        head,
        more: entries == ENTRIES || numbered == FACTS as u64,
    })
}

/// The end of the chain, locked until the unit of work ends.
pub(crate) fn head(session: &mut dyn Session) -> Result<Sealed> {
    let rows = session.query(
        "/* postgres */ select seq, hash from position where name = 'ledger' for update",
        &params!(),
    )?;
    let Some(row) = rows.first() else {
        return Err(Error::NotFound);
    };
    Ok(Sealed {
        seq: row.int("seq")?,
        hash: row.opt_hash("hash")?.unwrap_or(GENESIS),
    })
}

fn entries(session: &mut dyn Session) -> Result<(Sealed, usize)> {
    let mut head = head(session)?;
    let rows = session.query(
        &format!(
            "select id, digest from ledger_entry where seq is null
             order by recorded_at, id limit {ENTRIES}"
        ),
        &params!(),
    )?;
    if rows.is_empty() {
        return Ok((head, 0));
    }
    // One statement for all: ids and hashes travel as one text, numbers follow from the order.
    let (mut ids, mut hashes) = (Vec::new(), Vec::new());
    let first = head.seq;
    for row in &rows {
        let id = row.id("id")?;
        let digest = row.hash("digest")?;
        let seq = head.seq + 1;
        let hash = chain(&head.hash, seq, &id, &digest);
        head = Sealed { seq, hash };
        ids.push(hex(id.bytes()));
        hashes.push(hex(&hash));
    }
    let sealed = session.execute(
        "/* postgres */ update ledger_entry e
         set seq = :first + v.place, hash = decode(v.hash, 'hex')
         from unnest(string_to_array(:ids, ','), string_to_array(:hashes, ','))
           with ordinality as v(id, hash, place)
         where e.id = decode(v.id, 'hex') and e.seq is null",
        &params! {
            "first" => first,
            "ids" => ids.join(","),
            "hashes" => hashes.join(","),
        },
    )?;
    if sealed != rows.len() as u64 {
        return Err(Error::Database(
            "entries changed while they were sealed".to_owned(),
        ));
    }
    session.execute(
        "update position set seq = :seq, hash = :hash where name = 'ledger'",
        &params! { "seq" => head.seq, "hash" => head.hash },
    )?;
    Ok((head, rows.len()))
}

/// Numbers the facts; gives the last number and how many were new.
fn number(session: &mut dyn Session) -> Result<(i64, u64)> {
    let rows = session.query(
        "/* postgres */ select seq from position where name = 'fact' for update",
        &params!(),
    )?;
    let last = rows.first().map_or(Ok(0), |row| row.int("seq"))?;
    let numbered = session.execute(
        &format!(
            "/* postgres */ update fact f set seq = :last + v.place
             from (select no, row_number() over (order by no) as place
               from (select no from fact where seq is null order by no limit {FACTS}) waiting
             ) v
             where f.no = v.no and f.seq is null"
        ),
        &params! { "last" => last },
    )?;
    let until = last + numbered as i64;
    if 0 < numbered {
        session.execute(
            "update position set seq = :until where name = 'fact'",
            &params! { "until" => until },
        )?;
    }
    Ok((until, numbered))
}
