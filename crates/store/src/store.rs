//! The door of the store: asynchronous outside, synchronous inside.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, mpsc};
use std::thread::{self, JoinHandle};

use kernel::chance::Chance;
use kernel::ledger::Verdict;
use kernel::time::{Clock, Moment};
use tokio::sync::oneshot;

use crate::act::Act;
use crate::birth;
use crate::clock::{InstanceClock, Machine};
use crate::env::Env;
use crate::error::{Error, Result};
use crate::health::{Board, Health, Meters};
use crate::ledger::anchors::{self, Anchors};
use crate::ledger::verify::Progress;
use crate::queue::Queue;
use crate::read::Read;
use crate::settings::{Instance, Kind, StoreSettings};
use crate::sql::{Dialect, Sql};
use crate::sqlite;
use crate::tx::Tx;
use crate::work::{Look, ReadJob, Reply, Work, WriteJob};

/// A handle; clones share the same store, and the last one closes it.
#[derive(Clone)]
pub struct Store(Arc<Core>);

struct Core {
    env: Arc<Env>,
    dialect: Dialect,
    instance: Instance,
    /// Follows the stored business time, when the store was opened with machine time only.
    movable: Option<Arc<InstanceClock>>,
    folder: PathBuf,
    writes: Arc<Queue<Box<dyn Work>>>,
    reads: Arc<Queue<Box<dyn Look>>>,
    threads: Mutex<Vec<JoinHandle<()>>>,
    /// Kept open so that no other process takes the folder.
    _lock: Option<std::fs::File>,
}

impl Store {
    /// Opens with a clock that others move, as tests do.
    pub fn open(
        settings: StoreSettings,
        clock: Arc<dyn Clock>,
        chance: Arc<dyn Chance>,
    ) -> Result<Store> {
        Store::start(settings, clock, chance, None)
    }

    /// Opens with machine time; business time of a training instance is its stored row.
    pub fn open_instance(
        settings: StoreSettings,
        machine: Machine,
        chance: Arc<dyn Chance>,
    ) -> Result<Store> {
        let clock = Arc::new(InstanceClock::new(machine));
        Store::start(settings, clock.clone(), chance, Some(clock))
    }

    fn start(
        settings: StoreSettings,
        clock: Arc<dyn Clock>,
        chance: Arc<dyn Chance>,
        movable: Option<Arc<InstanceClock>>,
    ) -> Result<Store> {
        if settings.is_postgres() {
            return Err(Error::Database("not yet".to_owned()));
        }
        let folder = sqlite_folder(&settings)?;
        let opened = sqlite::open(&folder)?;
        let env = Arc::new(Env {
            clock,
            chance,
            catalog: opened.catalog.clone(),
            board: Board::default(),
        });
        let anchors = Anchors::in_folder(&folder);
        let readers = (0..settings.readers.max(1))
            .map(|_| opened.reader())
            .collect::<Result<Vec<_>>>()?;
        let tail = birth::sqlite_tail(&opened.writer)?;
        let writer = sqlite::Writer::new(opened.writer, env.clone(), tail, anchors);

        let writes: Arc<Queue<Box<dyn Work>>> = Arc::new(Queue::new());
        let reads: Arc<Queue<Box<dyn Look>>> = Arc::new(Queue::new());
        let mut threads = Vec::new();
        let queue = writes.clone();
        threads.push(spawn("store-writer", move || {
            sqlite::write_loop(writer, &queue);
        })?);
        for connection in readers {
            let (queue, env) = (reads.clone(), env.clone());
            threads.push(spawn("store-reader", move || {
                sqlite::read_loop(&connection, &queue, &env);
            })?);
        }
        let half_open = HalfOpen {
            env,
            dialect: Dialect::Sqlite,
            folder,
            writes,
            reads,
            threads,
            lock: Some(opened.lock),
        };
        half_open.finish(&settings, movable)
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

    fn verdict(&self, progress: Progress, head: Option<(i64, [u8; 32])>) -> Verdict {
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
        self.0.reads.push(Box::new(job))
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
        self.0.writes.push(Box::new(job))
    }
}

/// The threads run, but the database has not yet said who it is.
struct HalfOpen {
    env: Arc<Env>,
    dialect: Dialect,
    folder: PathBuf,
    writes: Arc<Queue<Box<dyn Work>>>,
    reads: Arc<Queue<Box<dyn Look>>>,
    threads: Vec<JoinHandle<()>>,
    lock: Option<std::fs::File>,
}

impl HalfOpen {
    fn finish(
        self,
        settings: &StoreSettings,
        movable: Option<Arc<InstanceClock>>,
    ) -> Result<Store> {
        let placeholder = birth::unborn();
        let mut core = Core {
            env: self.env,
            dialect: self.dialect,
            instance: placeholder,
            movable,
            folder: self.folder,
            writes: self.writes,
            reads: self.reads,
            threads: Mutex::new(self.threads),
            _lock: self.lock,
        };
        let (sender, answer) = mpsc::sync_channel(1);
        let (kind, start) = (settings.instance, settings.business_start);
        core.writes.push(Box::new(WriteJob {
            act: birth::CREATE,
            run: move |tx: &mut Tx<'_>| birth::find_or_create(tx, kind, start),
            value: None,
            reply: Reply::Thread(sender),
        }))?;
        let born = answer.recv().map_err(|_| unanswered())??;
        if let (Some(clock), Some(stored)) = (&core.movable, born.business) {
            clock.follow(stored);
        }
        core.instance = born.instance;
        Ok(Store(Arc::new(core)))
    }
}

impl Drop for Core {
    fn drop(&mut self) {
        self.writes.close();
        self.reads.close();
        let mut threads = self.threads.lock().unwrap_or_else(PoisonError::into_inner);
        let own = thread::current().id();
        for thread in threads.drain(..) {
            // The last handle may have lived in a closure on one of these threads.
            if thread.thread().id() != own && thread.join().is_err() {
                tracing::error!("a thread of the store broke down");
            }
        }
    }
}

fn rest(mut progress: Progress, sql: &mut dyn Sql) -> Result<(Progress, Option<(i64, [u8; 32])>)> {
    let head = progress.rest(sql)?;
    Ok((progress, head))
}

fn sqlite_folder(settings: &StoreSettings) -> Result<PathBuf> {
    if settings.url.is_empty() {
        return Ok(settings.data.clone());
    }
    match settings.url.strip_prefix("sqlite:") {
        Some(folder) => Ok(Path::new(folder).to_owned()),
        None => Err(Error::Database(format!(
            "the address of a database begins with sqlite: or postgres://, not {}",
            settings.url
        ))),
    }
}

fn spawn(name: &str, run: impl FnOnce() + Send + 'static) -> Result<JoinHandle<()>> {
    let builder = thread::Builder::new().name(name.to_owned());
    builder.spawn(run).map_err(Error::database)
}

fn unanswered() -> Error {
    Error::Stopped("it was closed before it answered".to_owned())
}
