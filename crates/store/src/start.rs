//! Opens a database, starts the threads that own its connections, asks it who it is.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, mpsc};
use std::thread::{self, JoinHandle};

use kernel::chance::Chance;
use kernel::time::Clock;

use crate::birth;
use crate::catalog::Catalog;
use crate::clock::InstanceClock;
use crate::env::Env;
use crate::error::{Error, Result};
use crate::health::Board;
use crate::ledger::anchors::Anchors;
use crate::memo::Memo;
use crate::postgres::{self, Leader, Link};
use crate::queue::Queue;
use crate::settings::StoreSettings;
use crate::sql::Dialect;
use crate::sqlite::{self, Writer};
use crate::store::{Core, Queues};
use crate::tx::Tx;
use crate::work::{Reply, WriteJob};

/// Runs the pending migrations of PostgreSQL; opening SQLite does it by itself.
pub fn migrate(settings: &StoreSettings) -> Result<()> {
    match settings.is_postgres() {
        true => postgres::migrate(&settings.url),
        false => Ok(()),
    }
}

pub(crate) fn start(
    settings: &StoreSettings,
    clock: Arc<dyn Clock>,
    chance: Arc<dyn Chance>,
    movable: Option<Arc<InstanceClock>>,
) -> Result<Arc<Core>> {
    let alone = !settings.is_postgres();
    let env = |catalog: Catalog| {
        Arc::new(Env {
            clock,
            chance,
            memo: alone.then(|| Memo::new(&catalog)),
            catalog,
            board: Board::default(),
        })
    };
    let core = match settings.is_postgres() {
        true => start_postgres(settings, env)?,
        false => start_sqlite(settings, env)?,
    };
    introduce(core, settings, movable)
}

fn start_sqlite(settings: &StoreSettings, env: impl FnOnce(Catalog) -> Arc<Env>) -> Result<Core> {
    let folder = sqlite_folder(settings)?;
    let opened = sqlite::open(&folder)?;
    let env = env(opened.catalog.clone());
    let readers = (0..settings.readers.max(1))
        .map(|_| opened.reader())
        .collect::<Result<Vec<_>>>()?;
    let tail = birth::sqlite_tail(&opened.writer)?;
    let anchors = Anchors::in_folder(&folder);
    let writer = Writer::new(opened.writer, env.clone(), tail, anchors);

    let queues = queues();
    let mut threads = Vec::new();
    let writes = queues.writes.clone();
    threads.push(spawn("store-writer", move || {
        sqlite::write_loop(writer, &writes);
    })?);
    for connection in readers {
        let (reads, env) = (queues.reads.clone(), env.clone());
        threads.push(spawn("store-reader", move || {
            sqlite::read_loop(&connection, &reads, &env);
        })?);
    }
    Ok(Core {
        env,
        dialect: Dialect::Sqlite,
        instance: birth::unborn(),
        movable: None,
        folder,
        queues,
        bell: Arc::new(Queue::new()),
        threads: Mutex::new(threads),
        leader: Mutex::new(None),
        _lock: Some(opened.lock),
    })
}

fn start_postgres(settings: &StoreSettings, env: impl FnOnce(Catalog) -> Arc<Env>) -> Result<Core> {
    fs::create_dir_all(&settings.data).map_err(Error::database)?;
    let env = env(postgres::open(&settings.url)?);
    let queues = queues();
    let mut threads = Vec::new();
    for _ in 0..settings.writers.max(1) {
        let (writes, env, link) = (queues.writes.clone(), env.clone(), Link::new(&settings.url));
        threads.push(spawn("store-writer", move || {
            postgres::write_loop(link, &writes, &env);
        })?);
    }
    for _ in 0..settings.readers.max(1) {
        let (reads, env, link) = (queues.reads.clone(), env.clone(), Link::new(&settings.url));
        threads.push(spawn("store-reader", move || {
            postgres::read_loop(link, &reads, &env);
        })?);
    }
    Ok(Core {
        env,
        dialect: Dialect::Postgres,
        instance: birth::unborn(),
        movable: None,
        folder: settings.data.clone(),
        queues,
        bell: Arc::new(Queue::new()),
        threads: Mutex::new(threads),
        leader: Mutex::new(None),
        _lock: None,
    })
}

/// The threads run; now the database says who it is, or is told.
fn introduce(
    mut core: Core,
    settings: &StoreSettings,
    movable: Option<Arc<InstanceClock>>,
) -> Result<Arc<Core>> {
    let (sender, answer) = mpsc::sync_channel(1);
    let (kind, start) = (settings.instance, settings.business_start);
    core.queues.writes.push(Box::new(WriteJob {
        act: birth::CREATE,
        run: move |tx: &mut Tx<'_>| birth::find_or_create(tx, kind, start),
        value: None,
        reply: Reply::Thread(sender),
    }))?;
    let stopped = |_| Error::Stopped("the database did not answer".to_owned());
    let born = answer.recv().map_err(stopped)??;
    if let (Some(clock), Some(stored)) = (&movable, born.business) {
        clock.follow(stored);
    }
    core.instance = born.instance;
    core.movable = movable;
    if core.dialect == Dialect::Postgres {
        lead(&core, settings)?;
    }
    Ok(Arc::new(core))
}

fn lead(core: &Core, settings: &StoreSettings) -> Result<()> {
    let leader = Leader {
        env: core.env.clone(),
        writes: core.queues.writes.clone(),
        anchors: Anchors::in_folder(&core.folder),
        holder: postgres::holder_name(&core.env),
        lease_ms: settings.lease_ms,
        movable: core.movable.clone(),
    };
    let bell = core.bell.clone();
    let thread = spawn("store-leader", move || postgres::lead_loop(leader, &bell))?;
    if let Ok(mut place) = core.leader.lock() {
        *place = Some(thread);
    }
    Ok(())
}

fn queues() -> Queues {
    Queues {
        writes: Arc::new(Queue::new()),
        reads: Arc::new(Queue::new()),
    }
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
