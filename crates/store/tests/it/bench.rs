//! Stores of their own for tests.

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, OnceLock};

use kernel::chance::SeededChance;
use kernel::id::Id;
use kernel::time::{Day, ManualClock, Moment};
use postgres::{Client, NoTls};
use store::{Act, Kind, Result, Sql, Store, StoreSettings, params};
use tempfile::TempDir;

pub const ACT: Act = Act {
    actor: None,
    name: "test.act",
    request: None,
};

/// 2022-05-03, eight in the morning in Anji.
pub const START: Moment = Moment(1_651_536_000_000);

/// A store and the folder in which it lives.
pub struct Bench {
    pub store: Store,
    pub clock: Arc<ManualClock>,
    pub settings: StoreSettings,
    pub folder: TempDir,
}

/// Runs a promise on every database at hand.
pub fn each(run: impl Fn(&Bench)) {
    run(&sqlite());
    match postgres() {
        Some(bench) => run(&bench),
        None => println!("only SQLite was tested: ANLAN_TEST_PG names no server"),
    }
}

pub fn sqlite() -> Bench {
    let folder = TempDir::new().unwrap();
    let settings = StoreSettings::sqlite(folder.path(), Kind::Training);
    open(settings, folder)
}

/// A new database on the server that `ANLAN_TEST_PG` names.
pub fn postgres() -> Option<Bench> {
    let url = database()?;
    let folder = TempDir::new().unwrap();
    let settings = StoreSettings {
        readers: 1,
        writers: 4,
        ..StoreSettings::postgres(&url, folder.path(), Kind::Training)
    };
    Some(open(settings, folder))
}

pub fn chance() -> Arc<SeededChance> {
    static SEED: AtomicU64 = AtomicU64::new(1);
    Arc::new(SeededChance::new(SEED.fetch_add(1, Ordering::Relaxed)))
}

pub fn id(number: u64) -> Id {
    Id::natural("test", &number.to_string())
}

pub fn day() -> Day {
    Day::new(2022, 5, 3).unwrap()
}

impl Bench {
    /// Stores a business setting: the plainest table there is.
    pub fn set(&self, name: &str, value: &str) -> Result<()> {
        let (name, value) = (name.to_owned(), value.to_owned());
        self.store.write_blocking(ACT, move |tx| {
            put(tx, &name, &value)?;
            tx.note(id(1), "set", serde_json::json!({ "name": name }))
        })
    }

    pub fn number(&self, sql: &str) -> i64 {
        let sql = sql.to_owned();
        self.store
            .read_blocking(move |read| {
                let row = read.one(&sql, &[])?;
                row.map_or(Ok(-1), |row| row.int("n"))
            })
            .unwrap()
    }

    /// A second store on the same server database.
    pub fn second(&self) -> Store {
        Store::open(self.settings.clone(), self.clock.clone(), chance()).unwrap()
    }

    /// Foreign hands on the database, behind the back of the store.
    pub fn tamper(&self, sql: &str) {
        tamper(&self.settings, sql);
    }

    pub fn close(self) -> Closed {
        drop(self.store);
        Closed {
            clock: self.clock,
            settings: self.settings,
            _folder: self.folder,
        }
    }
}

/// A store that is not open at the moment.
pub struct Closed {
    pub clock: Arc<ManualClock>,
    pub settings: StoreSettings,
    _folder: TempDir,
}

impl Closed {
    pub fn tamper(&self, sql: &str) {
        tamper(&self.settings, sql);
    }

    pub fn open(&self) -> Store {
        Store::open(self.settings.clone(), self.clock.clone(), chance()).unwrap()
    }
}

fn tamper(settings: &StoreSettings, sql: &str) {
    if settings.url.is_empty() {
        let path = settings.data.join("anlan.db");
        let connection = rusqlite::Connection::open(path).unwrap();
        connection.execute_batch(sql).unwrap();
    } else {
        let mut client = Client::connect(&settings.url, NoTls).unwrap();
        client.batch_execute(sql).unwrap();
    }
}

pub fn put(tx: &mut store::Tx<'_>, name: &str, value: &str) -> Result<()> {
    tx.execute(
        "insert into setting (name, from_day, value, changed_at) values (:name, 0, :value, :now)",
        &params! { "name" => name, "value" => value, "now" => tx.now() },
    )?;
    Ok(())
}

fn open(settings: StoreSettings, folder: TempDir) -> Bench {
    let clock = Arc::new(ManualClock::new(START));
    let store = Store::open(settings.clone(), clock.clone(), chance()).unwrap();
    Bench {
        store,
        clock,
        settings,
        folder,
    }
}

/// A copy of a migrated database that this process makes once.
fn database() -> Option<String> {
    static TEMPLATE: OnceLock<()> = OnceLock::new();
    static NUMBER: AtomicU64 = AtomicU64::new(1);
    let server = std::env::var("ANLAN_TEST_PG").ok()?;
    let process = std::process::id();
    let template = format!("store_{process}");
    TEMPLATE.get_or_init(|| {
        create(&server, &template, "template0");
        let url = address(&server, &template);
        store::migrate(&StoreSettings::postgres(&url, ".", Kind::Training)).unwrap();
    });
    let name = format!("{template}_{}", NUMBER.fetch_add(1, Ordering::Relaxed));
    create(&server, &name, &template);
    Some(address(&server, &name))
}

fn create(server: &str, name: &str, template: &str) {
    static ONE: std::sync::Mutex<()> = std::sync::Mutex::new(());
    let _one = ONE
        .lock()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    let mut client = Client::connect(server, NoTls).unwrap();
    let sql = format!("create database {name} template {template}");
    client.batch_execute(&sql).unwrap();
}

/// The address of another database on the same server.
fn address(server: &str, name: &str) -> String {
    let (before, _) = server.rsplit_once('/').unwrap();
    format!("{before}/{name}")
}
