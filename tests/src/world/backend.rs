//! The databases of a run: SQLite in a folder of its own, and PostgreSQL where `ANLAN_TEST_PG` names a server.

use kernel::chance::SeededChance;
use kernel::time::Moment;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use store::{Kind, Store, StoreSettings};
use tempfile::TempDir;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Backend {
    Sqlite,
    Postgres,
}

/// Keeps the database of a test until it ends.
pub struct Held {
    pub folder: TempDir,
    /// Address of the database; empty for the one in the folder.
    pub address: String,
}

static NUMBER: AtomicU64 = AtomicU64::new(0);
/// Machine time of tests: stands still but for a millisecond an asking, so that ids of people's things are in order.
static MACHINE: AtomicI64 = AtomicI64::new(1_640_966_400_000);

impl Backend {
    pub fn all() -> Vec<Backend> {
        let mut all = vec![Backend::Sqlite];
        if server().is_some() {
            all.push(Backend::Postgres);
        }
        all
    }
}

fn server() -> Option<String> {
    std::env::var("ANLAN_TEST_PG")
        .ok()
        .filter(|url| !url.is_empty())
}

fn machine() -> Moment {
    Moment(MACHINE.fetch_add(1, Ordering::Relaxed))
}

/// A prepared database that copies are made of.
pub struct Template {
    backend: Backend,
    folder: TempDir,
    /// Name of the database on the server.
    name: String,
}

impl Template {
    /// Prepares one with an open store, closes it, and keeps it for copies.
    pub fn prepare(backend: Backend, start: Moment, fill: impl FnOnce(&Store)) -> Template {
        let folder = tempfile::tempdir().expect("a folder");
        let name = fresh_name();
        if backend == Backend::Postgres {
            statement(&format!("create database {name}"));
        }
        let store = open(backend, folder.path(), &name, Some(start), 1);
        fill(&store);
        drop(store);
        Template {
            backend,
            folder,
            name,
        }
    }

    /// A store over a copy of it.
    pub fn copy(&self) -> (Store, Held) {
        let (name, held) = self.lay();
        let seed = NUMBER.fetch_add(1, Ordering::Relaxed) + 1000;
        (
            open(self.backend, held.folder.path(), &name, None, seed),
            held,
        )
    }

    /// The same, opened as the program opens it, with the machine's own time.
    pub fn copy_on_machine_time(&self) -> (Store, Held) {
        let (_, held) = self.lay();
        let settings = server::Settings {
            data: held.folder.path().to_owned(),
            database: held.address.clone(),
            ..server::Settings::default()
        };
        (
            server::open(&settings, server::Birth::Production).expect("a store"),
            held,
        )
    }

    /// A copy that nobody has opened yet.
    fn lay(&self) -> (String, Held) {
        let folder = tempfile::tempdir().expect("a folder");
        let name = fresh_name();
        copy_folder(self.folder.path(), folder.path());
        let mut to = String::new();
        if self.backend == Backend::Postgres {
            statement(&format!("create database {name} template {}", self.name));
            to = address(&name);
        }
        (
            name,
            Held {
                folder,
                address: to,
            },
        )
    }
}

/// A new, empty production database whose machine time comes from outside.
pub fn production(
    backend: Backend,
    machine: Arc<dyn Fn() -> Moment + Send + Sync>,
) -> (Store, Held) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut to = String::new();
    let settings = match backend {
        Backend::Sqlite => StoreSettings::sqlite(folder.path(), Kind::Production),
        Backend::Postgres => {
            let name = fresh_name();
            statement(&format!("create database {name}"));
            to = address(&name);
            StoreSettings::postgres(&to, folder.path(), Kind::Production)
        }
    };
    let settings = StoreSettings {
        readers: 2,
        writers: 2,
        ..settings
    };
    let seed = NUMBER.fetch_add(1, Ordering::Relaxed) + 9000;
    let store = Store::open_instance(settings, machine, Arc::new(SeededChance::new(seed)));
    let held = Held {
        folder,
        address: to,
    };
    (store.expect("a store"), held)
}

fn open(backend: Backend, folder: &Path, name: &str, start: Option<Moment>, seed: u64) -> Store {
    let settings = match backend {
        Backend::Sqlite => StoreSettings::sqlite(folder, Kind::Training),
        Backend::Postgres => StoreSettings::postgres(&address(name), folder, Kind::Training),
    };
    let settings = StoreSettings {
        business_start: start,
        readers: 2,
        writers: 2,
        ..settings
    };
    Store::open_instance(
        settings,
        Arc::new(machine),
        Arc::new(SeededChance::new(seed)),
    )
    .expect("a store")
}

/// The server's address with another database.
fn address(name: &str) -> String {
    let url = server().expect("a server");
    let (head, _) = url.rsplit_once('/').expect("an address with a database");
    format!("{head}/{name}")
}

fn fresh_name() -> String {
    format!(
        "t{}_{}",
        std::process::id(),
        NUMBER.fetch_add(1, Ordering::Relaxed)
    )
}

/// Runs on a thread of its own: the blocking client must not start inside an asynchronous task.
fn statement(text: &str) {
    let (url, text) = (server().expect("a server"), text.to_owned());
    let thread = std::thread::spawn(move || {
        let mut client = postgres::Client::connect(&url, postgres::NoTls).expect("a connection");
        client.batch_execute(&text).expect("a statement");
    });
    thread.join().expect("the statement ends");
}

fn copy_folder(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).expect("a folder") {
        let path: PathBuf = entry.expect("an entry").path();
        let target = to.join(path.file_name().expect("a name"));
        if path.is_dir() {
            std::fs::create_dir_all(&target).expect("a folder");
            copy_folder(&path, &target);
        } else {
            std::fs::copy(&path, &target).expect("a copy");
        }
    }
}
