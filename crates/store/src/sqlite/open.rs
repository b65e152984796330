//! Opens the data folder: lock, pragmas, migrations after a backup, catalogue.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use super::fault;
use crate::catalog::Catalog;
use crate::error::{Error, Result};
use crate::migrations::{self, Applied};
use crate::sql::Dialect;

const FILE: &str = "anlan.db";
const LOCK: &str = "anlan.lock";

/// Prepared statements that a connection keeps.
const STATEMENTS: usize = 512;

/// How long a foreign lock is waited for, in milliseconds.
const PATIENCE: u64 = 2_000;

pub(crate) struct Opened {
    pub writer: Connection,
    pub catalog: Catalog,
    path: PathBuf,
    /// Held as long as the store is open.
    pub lock: File,
}

pub(crate) fn open(folder: &Path) -> Result<Opened> {
    fs::create_dir_all(folder).map_err(Error::database)?;
    let lock = hold(folder)?;
    let path = folder.join(FILE);
    let mut writer = connect(&path, OpenFlags::default())?;
    writer
        .pragma_update(None, "journal_mode", "wal")
        .map_err(fault)?;
    migrate(&mut writer, folder)?;
    let catalog = catalog(&writer)?;
    Ok(Opened {
        writer,
        catalog,
        path,
        lock,
    })
}

impl Opened {
    pub fn reader(&self) -> Result<Connection> {
        let connection = connect(&self.path, OpenFlags::default())?;
        connection
            .pragma_update(None, "query_only", 1)
            .map_err(fault)?;
        Ok(connection)
    }
}

fn hold(folder: &Path) -> Result<File> {
    let path = folder.join(LOCK);
    let file = File::create(&path).map_err(Error::database)?;
    match file.try_lock() {
        Ok(()) => Ok(file),
        Err(fs::TryLockError::WouldBlock) => Err(Error::Held(folder.display().to_string())),
        Err(fs::TryLockError::Error(error)) => Err(Error::database(error)),
    }
}

fn connect(path: &Path, flags: OpenFlags) -> Result<Connection> {
    let connection = Connection::open_with_flags(path, flags).map_err(fault)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS);
    // Without this SQLite plans a statement anew whenever a parameter that could matter to a partial index is bound to
    // another value: measured once as two fifths of all the work of a list.
    connection
        .set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)
        .map_err(fault)?;
    connection
        .busy_timeout(std::time::Duration::from_millis(PATIENCE))
        .map_err(fault)?;
    for (name, value) in [
        ("synchronous", "full"),
        ("foreign_keys", "on"),
        ("temp_store", "memory"),
        // Negative is in KiB.
        ("cache_size", "-16384"),
        ("mmap_size", "268435456"),
        // Pages: bulk inserts touch the same pages again and again before they go home.
        ("wal_autocheckpoint", "8192"),
    ] {
        connection.pragma_update(None, name, value).map_err(fault)?;
    }
    Ok(connection)
}

fn migrate(connection: &mut Connection, folder: &Path) -> Result<()> {
    connection.execute_batch(migrations::TABLE).map_err(fault)?;
    let applied = applied(connection)?;
    let pending = migrations::pending(&applied)?;
    let Some(first) = pending.first() else {
        return Ok(());
    };
    if !applied.is_empty() {
        let backup = folder.join(format!("before-{}.db", first.name));
        if !backup.exists() {
            let backup = backup.display().to_string();
            connection
                .execute("vacuum into ?1", [backup])
                .map_err(fault)?;
        }
    }
    let transaction = connection.transaction().map_err(fault)?;
    for migration in pending {
        for statement in migration.statements(Dialect::Sqlite) {
            transaction.execute_batch(&statement).map_err(|error| {
                Error::Database(format!("migration {}: {error}", migration.name))
            })?;
        }
        transaction
            .execute(
                "insert into migration (number, name, digest) values (?1, ?2, ?3)",
                (migration.number, migration.name, migration.digest()),
            )
            .map_err(fault)?;
    }
    transaction.commit().map_err(fault)
}

fn applied(connection: &Connection) -> Result<Vec<Applied>> {
    let mut statement = connection
        .prepare("select number, digest from migration order by number")
        .map_err(fault)?;
    let rows = statement.query_map([], |row| {
        Ok(Applied {
            number: row.get(0)?,
            digest: row.get(1)?,
        })
    });
    rows.map_err(fault)?
        .collect::<rusqlite::Result<_>>()
        .map_err(fault)
}

fn catalog(connection: &Connection) -> Result<Catalog> {
    let mut statement = connection
        .prepare(
            "select m.name, c.name, lower(c.type), c.\"notnull\" <> 0 or c.pk <> 0
             from sqlite_master m join pragma_table_info(m.name) c
             where m.type = 'table' and m.name not like 'sqlite\\_%' escape '\\'",
        )
        .map_err(fault)?;
    let mut rows = statement.query([]).map_err(fault)?;
    let mut catalog = Catalog::default();
    while let Some(row) = rows.next().map_err(fault)? {
        let cell = |place| row.get::<_, String>(place).map_err(fault);
        let not_null = row.get(3).map_err(fault)?;
        catalog.add(&cell(0)?, &cell(1)?, &cell(2)?, not_null);
    }
    Ok(catalog)
}
