//! A small world: an empty database on a training clock that stands, and a seed that repeats.

use kernel::calendar::Calendar;
use kernel::chance::SeededChance;
use kernel::time::{Clock, Day, ManualClock, Zone};
use mechanism::Env;
use mechanism::import::{ImportReport, Importer};
use std::cell::Cell;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use store::{Act, Error, Kind, Read, Result, Sql, Store, StoreSettings, Tx};
use tempfile::TempDir;

#[derive(Clone, Copy)]
enum Backend {
    Sqlite,
    Postgres,
}

thread_local! {
    /// Where the worlds of this test's thread stand.
    static BACKEND: Cell<Backend> = const { Cell::new(Backend::Sqlite) };
}

static NUMBER: AtomicU64 = AtomicU64::new(0);

/// Runs a promise on SQLite, and on PostgreSQL too when `ANLAN_TEST_PG` says where.
pub fn on_each(promise: impl Fn()) {
    BACKEND.set(Backend::Sqlite);
    promise();
    if server().is_some() {
        BACKEND.set(Backend::Postgres);
        promise();
    }
}

fn server() -> Option<String> {
    std::env::var("ANLAN_TEST_PG")
        .ok()
        .filter(|url| !url.is_empty())
}

/// A new database on the server, which goes away with it.
fn fresh_database() -> String {
    let url = server().unwrap();
    let number = NUMBER.fetch_add(1, Ordering::Relaxed);
    let name = format!("registry_{}_{number}", std::process::id());
    let mut client = postgres::Client::connect(&url, postgres::NoTls).unwrap();
    client
        .batch_execute(&format!("create database {name}"))
        .unwrap();
    let (front, _) = url.rsplit_once('/').unwrap();
    format!("{front}/{name}")
}

pub struct World {
    pub store: Store,
    pub env: Env,
    pub clock: Arc<ManualClock>,
    _folder: TempDir,
}

pub fn zone() -> Zone {
    Zone::named("Asia/Shanghai").unwrap()
}

pub fn day(text: &str) -> Day {
    Day::parse(text).unwrap()
}

impl World {
    /// Empty, at half past eight on a Tuesday.
    pub fn empty() -> World {
        World::with(policy::Library::default())
    }

    pub fn with(library: policy::Library) -> World {
        let folder = tempfile::tempdir().unwrap();
        let clock = Arc::new(ManualClock::new(zone().at(day("2022-05-03"), 8, 30)));
        let settings = match BACKEND.get() {
            Backend::Sqlite => StoreSettings::sqlite(folder.path(), Kind::Training),
            Backend::Postgres => {
                StoreSettings::postgres(&fresh_database(), folder.path(), Kind::Training)
            }
        };
        let chance = Arc::new(SeededChance::new(7));
        let store = Store::open(settings, clock.clone() as Arc<dyn Clock>, chance).unwrap();
        let env = Env {
            policy: Arc::new(library),
            calendar: Arc::new(Calendar::new(zone(), Vec::new())),
            key: [7; 32],
            reactions: &[],
        };
        World {
            store,
            env,
            clock,
            _folder: folder,
        }
    }

    /// With the roles and code lists of the embedded packs.
    pub fn with_roles() -> World {
        let packs = concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs/national");
        World::with(policy::Library::load_dirs(&[packs.into()]).unwrap())
    }

    /// The areas, bodies, posts and persons of the demonstration's base data.
    pub fn anji() -> World {
        let world = World::empty();
        world.load_anji();
        world
    }

    pub fn load_anji(&self) {
        for (importer, file) in [
            (&registry::area::import::IMPORTER, "areas"),
            (&registry::org::import::IMPORTER, "orgs"),
            (&registry::org::members::IMPORTER, "groups"),
            (&registry::person::import::posts::IMPORTER, "posts"),
            (&registry::person::import::persons::IMPORTER, "persons"),
        ] {
            let report = self.import(importer, &demo(file));
            assert!(report.errors.is_empty(), "{file}: {:?}", report.errors);
        }
    }

    /// Runs an import as the server does: a report with errors takes everything back.
    pub fn import(&self, importer: &'static Importer, text: &str) -> ImportReport {
        self.take(Act::system("test.import"), importer, text)
            .unwrap()
    }

    /// The same in the name of an account.
    pub fn import_as(
        &self,
        login: &str,
        importer: &'static Importer,
        text: &str,
    ) -> Result<ImportReport> {
        let login = login.to_owned();
        let account = self.read(move |sql| registry::identity::store::by_login(sql, &login));
        let act = Act::by(account.unwrap().id, "test.import", None);
        self.take(act, importer, text)
    }

    fn take(&self, act: Act, importer: &'static Importer, text: &str) -> Result<ImportReport> {
        let table = documents::read(text.as_bytes()).unwrap();
        let env = self.env.clone();
        let (kept, keep) = std::sync::mpsc::channel();
        let outcome = self.store.write_blocking(act, move |tx| {
            let report = (importer.run)(tx, &env, &table)?;
            let failed = !report.errors.is_empty();
            kept.send(report).unwrap();
            if failed { Err(Error::NotFound) } else { Ok(()) }
        });
        match keep.recv() {
            Ok(report) => {
                let right = outcome.is_err() != report.errors.is_empty();
                assert!(right, "{outcome:?} {report:?}");
                Ok(report)
            }
            Err(_) => Err(outcome.unwrap_err()),
        }
    }

    pub fn read<T: Send + 'static>(
        &self,
        run: impl FnOnce(&mut Read) -> Result<T> + Send + 'static,
    ) -> T {
        self.store.read_blocking(run).unwrap()
    }

    pub fn write<T: Send + 'static>(
        &self,
        run: impl FnMut(&mut Tx) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.store.write_blocking(Act::system("test.write"), run)
    }

    pub fn count(&self, table: &str) -> i64 {
        let sql = format!("select count(*) as n from {table}");
        self.read(move |read| read.one(&sql, &[])?.unwrap().int("n"))
    }

    pub fn today(&self) -> Day {
        zone().day_of(self.clock.business())
    }
}

pub fn demo(file: &str) -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../packs/anji-2022/demo");
    std::fs::read_to_string(format!("{folder}/{file}.csv")).unwrap()
}
