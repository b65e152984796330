//! A writer thread: one transaction a unit of work, run again when the database asks for it.

use std::sync::Arc;
use std::time::Duration;

use kernel::id::Id;

use super::link::Link;
use super::session::PostgresSession;
use super::{fault, is_lost, is_retryable, unknown};
use crate::env::Env;
use crate::error::{Error, Result};
use crate::guarded::guarded;
use crate::queue::{Next, Queue};
use crate::tx::Tx;
use crate::work::Work;

const PATIENCE: Duration = Duration::from_secs(3_600);

/// How often a unit of work runs before its caller hears that the database is busy.
const RUNS: usize = 6;

/// What became of one run.
enum Run {
    Done(Result<()>),
    Again(Error),
}

pub(crate) fn write_loop(mut link: Link, queue: &Queue<Box<dyn Work>>, env: &Arc<Env>) {
    loop {
        let mut work = match queue.next(PATIENCE) {
            Next::Job(work) => work,
            Next::Idle => continue,
            Next::Closed => return,
        };
        let outcome = unit(&mut link, env, &mut *work);
        match &outcome {
            Ok(()) => {
                env.board.committed(1);
                env.board.wrote();
            }
            Err(error) if error.is_trouble() => env.board.troubled(error),
            Err(_) => {}
        }
        work.answer(outcome);
    }
}

fn unit(link: &mut Link, env: &Env, work: &mut dyn Work) -> Result<()> {
    let mut last = Error::Busy;
    for _ in 0..RUNS {
        match run(link, env, work) {
            Run::Done(outcome) => return outcome,
            Run::Again(error) => last = error,
        }
    }
    Err(last)
}

fn run(link: &mut Link, env: &Env, work: &mut dyn Work) -> Run {
    let begun = link.client().map(drop);
    if let Err(error) = begun {
        return Run::Done(Err(error));
    }
    if let Err(error) = link.run("begin") {
        link.forget();
        return Run::Again(fault(&error));
    }
    let act = work.act().clone();
    let mut session = PostgresSession { link, retry: false };
    let mut tx = Tx::new(&mut session, env, &act);
    let mut entry = None;
    let outcome = guarded(|| {
        work.run(&mut tx)?;
        entry = tx.finish()?;
        Ok(())
    });
    let retry = session.retry;
    match outcome {
        Ok(()) => commit(link, entry),
        Err(error) => {
            if link.run("rollback").is_err() {
                link.forget();
            }
            match retry {
                true => Run::Again(error),
                false => Run::Done(Err(error)),
            }
        }
    }
}

fn commit(link: &mut Link, entry: Option<Id>) -> Run {
    let Err(error) = link.run("commit") else {
        return Run::Done(Ok(()));
    };
    if is_lost(&error) {
        let backend = link.backend;
        link.forget();
        return match unknown::was_kept(link, backend, entry) {
            Ok(true) => Run::Done(Ok(())),
            Ok(false) => Run::Again(Error::Busy),
            Err(error) => Run::Done(Err(error)),
        };
    }
    if link.run("rollback").is_err() {
        link.forget();
    }
    match is_retryable(&error) {
        true => Run::Again(fault(&error)),
        false => Run::Done(Err(fault(&error))),
    }
}
