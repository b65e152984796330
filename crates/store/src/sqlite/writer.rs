//! The writer thread: many units of work, one durable commit.
//!
//! A commit costs as much as the disk needs to make it durable, so all units of work that wait
//! share one. Each runs inside a savepoint of its own: one that is refused undoes only itself.
//! Because commits come one after the other, entries are sealed as they are written, and the
//! folder runs before each commit.

use std::sync::Arc;
use std::time::Duration;

use kernel::ledger::Sealed;
use rusqlite::Connection;

use super::fault;
use super::session::{Known, SqliteSession};
use crate::env::Env;
use crate::error::{Error, Result};
use crate::facts;
use crate::guarded::guarded;
use crate::ledger::anchors::Anchors;
use crate::params;
use crate::queue::{Next, Queue};
use crate::session::Session;
use crate::tx::Tx;
use crate::work::Work;

/// Units of work that share a commit.
const GROUP: usize = 256;

/// How often an idle writer looks whether an anchor is due.
const PATIENCE: Duration = Duration::from_secs(60);

/// How often it looks whether writing works again after it did not. Otherwise a server that nobody
/// sends work to, because it says that it cannot take any, would never say that it can.
const UNREST: Duration = Duration::from_secs(1);

/// Ends of the streams: the last sealed entry and the number of the last fact.
#[derive(Clone, Copy)]
pub(crate) struct Tail {
    pub ledger: Sealed,
    pub facts: i64,
}

pub(crate) struct Writer {
    pub connection: Connection,
    pub env: Arc<Env>,
    pub tail: Tail,
    pub anchors: Anchors,
    known: Known,
}

type Done = (Box<dyn Work>, Result<()>);

pub(crate) fn write_loop(mut writer: Writer, queue: &Queue<Box<dyn Work>>) {
    loop {
        let patience = match writer.env.board.is_red() {
            true => UNREST,
            false => PATIENCE,
        };
        match queue.next(patience) {
            Next::Job(first) => writer.group(first, queue),
            Next::Idle if writer.env.board.is_red() => writer.probe(),
            Next::Idle => writer.anchors.keep(writer.tail.ledger),
            Next::Closed => break,
        }
    }
    writer.anchors.keep(writer.tail.ledger);
}

impl Writer {
    pub fn new(connection: Connection, env: Arc<Env>, tail: Tail, anchors: Anchors) -> Writer {
        Writer {
            connection,
            env,
            tail,
            anchors,
            known: Known::default(),
        }
    }

    /// Writes a row as it stands, to see whether the disk takes it.
    fn probe(&mut self) {
        let tried = self
            .run("begin immediate")
            .and_then(|()| self.run("update position set seq = seq where name = 'fold'"))
            .and_then(|()| self.run("commit"));
        match tried {
            Ok(()) => self.env.board.wrote(),
            Err(error) => {
                self.env.board.troubled(&error);
                self.undo();
            }
        }
    }

    fn group(&mut self, first: Box<dyn Work>, queue: &Queue<Box<dyn Work>>) {
        if let Err(error) = self.run("begin immediate") {
            self.env.board.troubled(&error);
            first.answer(Err(error));
            return;
        }
        let before = self.tail;
        let changes = self.connection.total_changes();
        let mut done: Vec<Done> = Vec::new();
        let mut next = Some(first);
        while let Some(mut work) = next {
            let outcome = self.unit(&mut *work);
            done.push((work, outcome));
            // A full disk makes SQLite undo the whole transaction, not only the savepoint.
            let undone = self.connection.is_autocommit();
            next = if undone || GROUP <= done.len() {
                None
            } else {
                queue.take()
            };
        }
        match self.commit(before) {
            Ok(()) => {
                // A unit of work that only looked says nothing about the disk.
                if self.connection.total_changes() != changes {
                    self.env.board.wrote();
                }
                self.committed(done);
            }
            Err(error) => self.failed(done, before, error),
        }
    }

    fn unit(&mut self, work: &mut dyn Work) -> Result<()> {
        self.run("savepoint unit")?;
        let before = self.tail;
        let act = work.act().clone();
        let mut session = SqliteSession {
            connection: &self.connection,
            known: &mut self.known,
            tail: Some(&mut self.tail),
        };
        let mut tx = Tx::new(&mut session, &self.env, &act);
        let outcome = guarded(|| {
            work.run(&mut tx)?;
            tx.finish().map(drop)
        });
        if outcome.is_err() {
            self.tail = before;
            if !self.connection.is_autocommit() {
                self.run("rollback to unit")?;
            }
        }
        if !self.connection.is_autocommit() {
            self.run("release unit")?;
        }
        outcome
    }

    fn commit(&mut self, before: Tail) -> Result<()> {
        if self.connection.is_autocommit() {
            return Err(Error::Full);
        }
        let tail = self.tail;
        let mut session = SqliteSession {
            connection: &self.connection,
            known: &mut self.known,
            tail: None,
        };
        if before.ledger.seq != tail.ledger.seq {
            session.execute(
                "update position set seq = :seq, hash = :hash where name = 'ledger'",
                &params! { "seq" => tail.ledger.seq, "hash" => tail.ledger.hash },
            )?;
        }
        if before.facts != tail.facts {
            facts::fold(&mut session, tail.facts)?;
        }
        self.run("commit")?;
        let touched = self.known.take_touched();
        if let Some(memo) = &self.env.memo {
            memo.changed(touched.iter().map(String::as_str));
        }
        Ok(())
    }

    fn committed(&mut self, done: Vec<Done>) {
        self.env.board.committed(done.len());
        self.anchors.advance(self.tail.ledger);
        for (work, outcome) in done {
            if let Err(error) = &outcome
                && error.is_trouble()
            {
                self.env.board.troubled(error);
            }
            work.answer(outcome);
        }
    }

    /// Nothing was kept: whoever had succeeded hears why not.
    fn failed(&mut self, done: Vec<Done>, before: Tail, error: Error) {
        self.tail = before;
        self.undo();
        let cause = done.iter().find_map(|(_, outcome)| match outcome {
            Err(own) if own.is_trouble() => Some(own.clone()),
            _ => None,
        });
        let cause = cause.unwrap_or(error);
        self.env.board.troubled(&cause);
        for (work, outcome) in done {
            let own = outcome.err().unwrap_or_else(|| cause.clone());
            work.answer(Err(own));
        }
    }

    fn undo(&self) {
        if !self.connection.is_autocommit()
            && let Err(error) = self.run("rollback")
        {
            tracing::error!(%error, "a failed commit could not be rolled back");
        }
    }

    fn run(&self, sql: &str) -> Result<()> {
        let mut statement = self.connection.prepare_cached(sql).map_err(fault)?;
        statement.raw_execute().map(drop).map_err(fault)
    }
}
