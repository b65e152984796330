//! A reader thread: each read sees one picture of the database.

use std::sync::Arc;
use std::time::Duration;

use super::fault;
use super::link::Link;
use super::session::PostgresSession;
use crate::env::Env;
use crate::error::Result;
use crate::guarded::guarded;
use crate::queue::{Next, Queue};
use crate::read::Read;
use crate::work::Look;

const PATIENCE: Duration = Duration::from_secs(3_600);

pub(crate) fn read_loop(mut link: Link, queue: &Queue<Box<dyn Look>>, env: &Arc<Env>) {
    loop {
        let mut look = match queue.next(PATIENCE) {
            Next::Job(look) => look,
            Next::Idle => continue,
            Next::Closed => return,
        };
        let outcome = one(&mut link, env, &mut *look);
        look.answer(outcome);
    }
}

fn one(link: &mut Link, env: &Env, look: &mut dyn Look) -> Result<()> {
    begin(link)?;
    let mut session = PostgresSession { link, retry: false };
    let mut read = Read::new(&mut session, env, None);
    let outcome = guarded(|| look.run(&mut read));
    if link.run("rollback").is_err() {
        link.forget();
    }
    outcome
}

/// A connection that the server closed meanwhile is noticed here, and replaced once.
fn begin(link: &mut Link) -> Result<()> {
    const BEGIN: &str = "begin isolation level repeatable read read only";
    link.client()?;
    if link.run(BEGIN).is_ok() {
        return Ok(());
    }
    link.forget();
    link.client()?;
    link.run(BEGIN).map_err(|error| fault(&error))
}
