//! A reader thread: each read sees one picture of the database.

use std::sync::Arc;
use std::time::Duration;

use rusqlite::Connection;

use super::fault;
use super::session::{Known, SqliteSession};
use crate::env::Env;
use crate::error::{Error, Result};
use crate::guarded::guarded;
use crate::queue::{Next, Queue};
use crate::read::Read;
use crate::work::Look;

/// Nothing is to be done when no reads come.
const PATIENCE: Duration = Duration::from_secs(3_600);

pub(crate) fn read_loop(connection: &Connection, queue: &Queue<Box<dyn Look>>, env: &Arc<Env>) {
    let mut known = Known::default();
    loop {
        let mut look = match queue.next(PATIENCE) {
            Next::Job(look) => look,
            Next::Idle => continue,
            Next::Closed => return,
        };
        let outcome = one(connection, &mut known, env, &mut *look);
        look.answer(outcome);
    }
}

fn one(connection: &Connection, known: &mut Known, env: &Env, look: &mut dyn Look) -> Result<()> {
    let versions = env.memo.as_ref().map(|memo| memo.versions());
    run(connection, "begin")?;
    let mut session = SqliteSession {
        connection,
        known,
        tail: None,
    };
    let mut read = Read::new(&mut session, env, versions);
    let outcome = guarded(|| look.run(&mut read));
    run(connection, "rollback")?;
    outcome.map_err(|error| match error {
        Error::Full => Error::Database("the disk could not be read".to_owned()),
        other => other,
    })
}

fn run(connection: &Connection, sql: &str) -> Result<()> {
    let mut statement = connection.prepare_cached(sql).map_err(fault)?;
    statement.raw_execute().map(drop).map_err(fault)
}
