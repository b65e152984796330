//! The connection was lost while committing: was it kept?
//!
//! The server process of the lost connection may still be committing. It is ended first; then the
//! ledger entry of the unit of work is there, or never will be.

use kernel::id::Id;

use super::{fault, link::Link};
use crate::error::{Error, Result};

/// How often the end of the lost server process is looked for; each look takes a round trip.
const LOOKS: usize = 1_000;

pub(super) fn was_kept(link: &mut Link, backend: i32, entry: Option<Id>) -> Result<bool> {
    let Some(entry) = entry else {
        return Err(Error::Unknown);
    };
    let client = link.client().map_err(|_| Error::Unknown)?;
    for _ in 0..LOOKS {
        let row = client
            .query_one(
                "select count(pg_terminate_backend(pid)) from pg_stat_activity where pid = $1",
                &[&backend],
            )
            .map_err(|error| fault(&error))?;
        if row.get::<_, i64>(0) == 0 {
            let bytes = entry.bytes();
            let found = client
                .query_opt("select 1 from ledger_entry where id = $1", &[&bytes])
                .map_err(|_| Error::Unknown)?;
            return Ok(found.is_some());
        }
    }
    Err(Error::Unknown)
}
