//! Leases: which of several server processes does the work that only one may do.
//!
//! A holder renews before its lease runs out in machine time. A successor gets a higher token, and
//! work that was begun under an older one finds with [`still_held`] that it may not commit. Work that
//! is handed a [`Fence`] asks in each of its units of work, before it writes anything else.

use kernel::time::Moment;

use crate::error::{Error, Result};
use crate::params;
use crate::tx::Tx;

/// The right to do some work, until somebody gets a newer one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    pub name: String,
    pub holder: String,
    pub number: i64,
}

/// Under which right some work is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fence {
    /// A database of one process, or a command that nobody competes with.
    Alone,
    /// As long as this is the newest token. Each unit of work that asks holds it for so many more milliseconds.
    Held { token: Token, ttl_ms: i64 },
}

impl Fence {
    /// Asked inside a unit of work; from there on nobody can take the lease until it ends.
    ///
    /// # Errors
    /// Somebody else has taken over: the unit of work is undone.
    pub fn check(&self, tx: &mut Tx<'_>) -> Result<()> {
        match self {
            Fence::Alone => Ok(()),
            Fence::Held { token, ttl_ms } if renew(tx, token, *ttl_ms)? => Ok(()),
            Fence::Held { token, .. } => Err(Error::Lost(token.name.clone())),
        }
    }
}

/// Holds a lease for longer, as long as nobody took it; also one that has run out meanwhile.
fn renew(tx: &mut Tx<'_>, token: &Token, ttl_ms: i64) -> Result<bool> {
    let until = tx.machine_now().plus_millis(ttl_ms);
    let touched = tx.execute_machine(
        "update lease set until_ms = case when until_ms < :until then :until else until_ms end
         where name = :name and holder = :holder and token = :token",
        &params! {
            "name" => &token.name,
            "holder" => &token.holder,
            "token" => token.number,
            "until" => until,
        },
    )?;
    Ok(touched == 1)
}

/// Takes or renews a lease of `ttl_ms` milliseconds; none when another holds it.
pub fn try_hold(
    tx: &mut Tx<'_>,
    name: &str,
    holder: &str,
    machine_now: Moment,
    ttl_ms: i64,
) -> Result<Option<Token>> {
    let rows = tx.query_machine(
        "insert into lease (name, holder, token, until_ms) values (:name, :holder, 1, :until)
         on conflict (name) do update set
           holder = excluded.holder,
           until_ms = excluded.until_ms,
           token = case when lease.holder = excluded.holder and lease.until_ms > :now
             then lease.token else lease.token + 1 end
         where lease.holder = excluded.holder or lease.until_ms <= :now
         returning token",
        &params! {
            "name" => name,
            "holder" => holder,
            "until" => machine_now.plus_millis(ttl_ms),
            "now" => machine_now,
        },
    )?;
    let Some(row) = rows.first() else {
        return Ok(None);
    };
    Ok(Some(Token {
        name: name.to_owned(),
        holder: holder.to_owned(),
        number: row.int("token")?,
    }))
}

/// Whether nobody took the lease since. Until this unit of work ends nobody can.
pub fn still_held(tx: &mut Tx<'_>, token: &Token) -> Result<bool> {
    let touched = tx.execute_machine(
        "update lease set token = token where name = :name and holder = :holder and token = :token",
        &params! {
            "name" => &token.name,
            "holder" => &token.holder,
            "token" => token.number,
        },
    )?;
    Ok(touched == 1)
}

/// Gives a lease back early, so that a successor need not wait for it to run out.
pub fn release(tx: &mut Tx<'_>, token: &Token) -> Result<()> {
    tx.execute_machine(
        "update lease set until_ms = 0 where name = :name and holder = :holder and token = :token",
        &params! {
            "name" => &token.name,
            "holder" => &token.holder,
            "token" => token.number,
        },
    )?;
    Ok(())
}
