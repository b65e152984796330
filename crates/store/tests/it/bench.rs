//! Stores of their own for tests.

use std::sync::Arc;

use kernel::chance::SeededChance;
use kernel::id::Id;
use kernel::time::{Day, ManualClock, Moment};
use store::{Act, Kind, Result, Sql, Store, StoreSettings, params};
use tempfile::TempDir;

pub const ACT: Act = Act {
    actor: None,
    name: "test.act",
    request: None,
};

pub const START: Moment = Moment(1_651_536_000_000);

/// A store and the folder in which it lives.
pub struct Bench {
    pub store: Store,
    pub clock: Arc<ManualClock>,
    pub folder: TempDir,
}

/// One bench per database at hand.
pub fn each(run: impl Fn(&Bench)) {
    run(&sqlite());
}

pub fn sqlite() -> Bench {
    let folder = TempDir::new().unwrap();
    let settings = StoreSettings::sqlite(folder.path(), Kind::Training);
    let clock = Arc::new(ManualClock::new(START));
    let chance = Arc::new(SeededChance::new(1));
    let store = Store::open(settings, clock.clone(), chance).unwrap();
    Bench {
        store,
        clock,
        folder,
    }
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
}

pub fn put(tx: &mut store::Tx<'_>, name: &str, value: &str) -> Result<()> {
    tx.execute(
        "insert into setting (name, from_day, value, changed_at) values (:name, 0, :value, :now)",
        &params! { "name" => name, "value" => value, "now" => tx.now() },
    )?;
    Ok(())
}
