//! How much waits in the store, for `/metrics`.

use kernel::time::Moment;

use crate::error::Result;
use crate::params;
use crate::sql::Sql;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gauges {
    /// Ledger entries without a place in the chain.
    pub unsealed: i64,
    /// Facts that no counter holds yet.
    pub unfolded: i64,
    /// Messages that wait to be sent.
    pub outbox: i64,
    pub oldest_message: Option<Moment>,
    /// Jobs that wait or run.
    pub jobs: i64,
    pub oldest_job: Option<Moment>,
}

pub fn gauges(sql: &mut dyn Sql) -> Result<Gauges> {
    let row = sql.one(
        "select
           (select count(*) from ledger_entry where seq is null) as unsealed,
           (select count(*) from fact where seq is null)
             + (select count(*) from fact
                where seq > (select seq from position where name = 'fold')) as unfolded,
           (select count(*) from outbox where state = 'waiting') as outbox,
           (select min(due_at) from outbox where state = 'waiting') as oldest_message,
           (select count(*) from job where state in ('waiting', 'running')) as jobs,
           (select min(created_at) from job where state in ('waiting', 'running')) as oldest_job",
        &params!(),
    )?;
    let row = row.ok_or(crate::Error::NotFound)?;
    Ok(Gauges {
        unsealed: row.int("unsealed")?,
        unfolded: row.int("unfolded")?,
        outbox: row.int("outbox")?,
        oldest_message: row.opt_moment("oldest_message")?,
        jobs: row.int("jobs")?,
        oldest_job: row.opt_moment("oldest_job")?,
    })
}
