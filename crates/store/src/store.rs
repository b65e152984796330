//! The door of the store: asynchronous outside, synchronous inside.

use std::fs::File;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread::{self, JoinHandle, ThreadId};

use kernel::chance::Chance;
use kernel::ledger::Verdict;
use kernel::time::{Clock, Moment};
use tokio::sync::oneshot;

use crate::act::Act;
use crate::birth;
use crate::clock::{InstanceClock, Machine};
use crate::env::Env;
use crate::error::{Error, Result};
use crate::health::{Health, Meters};
use crate::ledger::anchors::{self, Anchor};
use crate::ledger::verify::Progress;
use crate::memo::Remembered;
use crate::queue::Queue;
use crate::read::Read;
use crate::settings::{Instance, Kind, StoreSettings};
use crate::sql::{Dialect, Sql};
use crate::tx::Tx;
use crate::work::{Look, ReadJob, Reply, Work, WriteJob};
use crate::{seal, start};

/// A handle; clones share the same store, and the last one closes it.
#[derive(Clone)]
pub struct Store(Arc<Core>);

pub(crate) struct Core {
    pub env: Arc<Env>,
    pub dialect: Dialect,
    pub instance: Instance,
    /// Follows the stored business time, when the store was opened with machine time only.
    pub movable: Option<Arc<InstanceClock>>,
    pub folder: PathBuf,
    pub queues: Queues,
    /// Wakes the leader of PostgreSQL.
    pub bell: Arc<Queue<()>>,
    pub threads: Mutex<Vec<JoinHandle<()>>>,
    /// Ended last, so that units of work under way can still be answered.
    pub leader: Mutex<Option<JoinHandle<()>>>,
    /// Kept open so that no other process takes the folder.
    pub _lock: Option<File>,
}

/// What waits for the threads.
#[derive(Clone)]
pub(crate) struct Queues {
    pub writes: Arc<Queue<Box<dyn Work>>>,
    pub reads: Arc<Queue<Box<dyn Look>>>,
}

impl Store {
    /// Opens with a clock that others move, as tests do.
    pub fn open(
        settings: StoreSettings,
        clock: Arc<dyn Clock>,
        chance: Arc<dyn Chance>,
    ) -> Result<Store> {
        start::start(&settings, clock, chance, None).map(Store)
    }

    /// Opens with machine time; business time of a training instance is its stored row.
    pub fn open_instance(
        settings: StoreSettings,
        machine: Machine,
        chance: Arc<dyn Chance>,
    ) -> Result<Store> {
        let clock = Arc::new(InstanceClock::new(machine));
        start::start(&settings, clock.clone(), chance, Some(clock)).map(Store)
    }

    /// One consistent picture of the database.
    pub async fn read<T, F>(&self, run: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Read<'_>) -> Result<T> + Send + 'static,
    {
        let (sender, answer) = oneshot::channel();
        self.look(run, Reply::Task(sender))?;
        answer.await.map_err(|_| unanswered())?
    }

    /// The same for threads of their own: command line, tick.
    pub fn read_blocking<T, F>(&self, run: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Read<'_>) -> Result<T> + Send + 'static,
    {
        let (sender, answer) = mpsc::sync_channel(1);
        self.look(run, Reply::Thread(sender))?;
        answer.recv().map_err(|_| unanswered())?
    }

    /// One unit of work; answers after the durable commit. The closure may be run again.
    pub async fn write<T, F>(&self, act: Act, run: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T> + Send + 'static,
    {
        let (sender, answer) = oneshot::channel();
        self.work(act, run, Reply::Task(sender))?;
        answer.await.map_err(|_| unanswered())?
    }

    /// The same for threads of their own.
    pub fn write_blocking<T, F>(&self, act: Act, run: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T> + Send + 'static,
    {
        let (sender, answer) = mpsc::sync_channel(1);
        self.work(act, run, Reply::Thread(sender))?;
        answer.recv().map_err(|_| unanswered())?
    }

    /// Lets somebody look at what is remembered, without a picture of the database. Nothing may be kept this way.
    pub fn recall<T>(&self, look: impl FnOnce(&Remembered<'_>) -> Option<T>) -> Option<T> {
        let memo = self.0.env.memo.as_ref()?;
        look(&Remembered::new(memo, &memo.versions()))
    }

    pub fn dialect(&self) -> Dialect {
        self.0.dialect
    }

    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.0.env.clock
    }

    pub fn chance(&self) -> &Arc<dyn Chance> {
        &self.0.env.chance
    }

    pub fn instance(&self) -> &Instance {
        &self.0.instance
    }

    pub fn health(&self) -> Health {
        self.0.env.board.health()
    }

    pub fn meters(&self) -> Meters {
        self.0.env.board.meters()
    }

    pub fn catalog(&self) -> &crate::Catalog {
        &self.0.env.catalog
    }

    /// Moves business time of a training instance forwards.
    pub async fn advance_business(&self, to: Moment) -> Result<()> {
        self.check_movable()?;
        self.write(birth::ADVANCE, move |tx| birth::advance(tx, to))
            .await?;
        self.followed(to);
        Ok(())
    }

    pub fn advance_business_blocking(&self, to: Moment) -> Result<()> {
        self.check_movable()?;
        self.write_blocking(birth::ADVANCE, move |tx| birth::advance(tx, to))?;
        self.followed(to);
        Ok(())
    }

    /// Seals and folds what is committed so far. SQLite has always done it already.
    pub fn settle_blocking(&self) -> Result<()> {
        if self.0.dialect == Dialect::Sqlite {
            return Ok(());
        }
        let act = Act::system("ledger.seal");
        while self.write_blocking(act.clone(), |tx| Ok(seal::seal(tx.session)?.more))? {}
        Ok(())
    }

    /// Reads the whole ledger again and compares it with the anchors.
    pub async fn verify_ledger(&self) -> Result<Verdict> {
        let mut progress = Progress::default();
        loop {
            let (back, more) = self
                .read(move |sql| {
                    let more = progress.sealed(sql)?;
                    Ok((progress, more))
                })
                .await?;
            progress = back;
            if !more {
                break;
            }
        }
        let (progress, head) = self.read(move |sql| rest(progress, sql)).await?;
        Ok(self.verdict(progress, head))
    }

    pub fn verify_ledger_blocking(&self) -> Result<Verdict> {
        let mut progress = Progress::default();
        loop {
            let (back, more) = self.read_blocking(move |sql| {
                let more = progress.sealed(sql)?;
                Ok((progress, more))
            })?;
            progress = back;
            if !more {
                break;
            }
        }
        let (progress, head) = self.read_blocking(move |sql| rest(progress, sql))?;
        Ok(self.verdict(progress, head))
    }

    fn verdict(&self, progress: Progress, head: Option<Anchor>) -> Verdict {
        let mut anchors = anchors::read_folder(&self.0.folder);
        anchors.extend(head);
        progress.verifier.finish(&anchors)
    }

    fn check_movable(&self) -> Result<()> {
        if self.0.instance.kind == Kind::Production {
            return Err(birth::refuse("clock.production"));
        }
        if self.0.movable.is_none() {
            return Err(birth::refuse("clock.foreign"));
        }
        Ok(())
    }

    fn followed(&self, to: Moment) {
        if let Some(clock) = &self.0.movable {
            clock.follow(to);
        }
    }

    fn look<T, F>(&self, run: F, reply: Reply<T>) -> Result<()>
    where
        T: Send + 'static,
        F: FnOnce(&mut Read<'_>) -> Result<T> + Send + 'static,
    {
        let job = ReadJob {
            run: Some(run),
            value: None,
            reply,
        };
        self.0.queues.reads.push(Box::new(job))
    }

    fn work<T, F>(&self, act: Act, run: F, reply: Reply<T>) -> Result<()>
    where
        T: Send + 'static,
        F: FnMut(&mut Tx<'_>) -> Result<T> + Send + 'static,
    {
        let job = WriteJob {
            act,
            run,
            value: None,
            reply,
        };
        self.0.queues.writes.push(Box::new(job))
    }
}

impl Drop for Core {
    fn drop(&mut self) {
        // The leader still writes when it gives its lease back, so it goes first.
        self.bell.close();
        let own = thread::current().id();
        let mut leader = self.leader.lock().unwrap_or_else(PoisonError::into_inner);
        join(leader.take(), own);
        self.queues.writes.close();
        self.queues.reads.close();
        let mut threads = self.threads.lock().unwrap_or_else(PoisonError::into_inner);
        for thread in threads.drain(..) {
            join(Some(thread), own);
        }
    }
}

/// The last handle may have lived in a closure on the very thread that is to end.
fn join(thread: Option<JoinHandle<()>>, own: ThreadId) {
    let Some(thread) = thread else { return };
    if thread.thread().id() != own && thread.join().is_err() {
        tracing::error!("a thread of the store broke down");
    }
}

fn rest(mut progress: Progress, sql: &mut dyn Sql) -> Result<(Progress, Option<Anchor>)> {
    let head = progress.rest(sql)?;
    Ok((progress, head))
}

fn unanswered() -> Error {
    Error::Stopped("it was closed before it answered".to_owned())
}
