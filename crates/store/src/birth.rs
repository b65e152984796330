//! What a database is told once, when it is created: who it is, and whether it is for training.

use kernel::id::Id;
use kernel::ledger::{GENESIS, Sealed};
use kernel::reason::Reason;
use kernel::time::Moment;
use rusqlite::Connection;

use crate::act::Act;
use crate::error::{Error, Result};
use crate::params;
use crate::settings::{Instance, Kind};
use crate::sql::{Dialect, Sql};
use crate::sqlite::{Tail, fault};
use crate::tx::Tx;

pub(crate) const CREATE: Act = Act {
    actor: None,
    name: "instance.create",
    request: None,
};

pub(crate) const ADVANCE: Act = Act {
    actor: None,
    name: "clock.advance",
    request: None,
};

pub(crate) struct Born {
    pub instance: Instance,
    /// The stored business time of a training instance.
    pub business: Option<Moment>,
}

/// Stands in until the database has been asked.
pub(crate) fn unborn() -> Instance {
    Instance {
        id: Id([0; 16]),
        kind: Kind::Production,
        created_at: Moment::ZERO,
        key: [0; 32],
    }
}

pub(crate) fn refuse(code: &str) -> Error {
    Error::Refused(Reason::new(code))
}

pub(crate) fn find_or_create(tx: &mut Tx<'_>, kind: Kind, start: Option<Moment>) -> Result<Born> {
    if tx.dialect() == Dialect::Postgres {
        // Two processes that start together create it one after the other.
        tx.execute_machine("/* postgres */ lock table instance", &params!())?;
    }
    if let Some(born) = find(tx)? {
        return Ok(born);
    }
    create(tx, kind, start)?;
    find(tx)?.ok_or(Error::NotFound)
}

pub(crate) fn advance(tx: &mut Tx<'_>, to: Moment) -> Result<()> {
    let moved = tx.execute(
        "update business_clock set now = :to where now <= :to",
        &params! { "to" => to },
    )?;
    if moved == 0 {
        return Err(refuse("clock.backwards"));
    }
    let instance = find(tx)?.ok_or(Error::NotFound)?.instance.id;
    tx.note(instance, "advanced", serde_json::json!({ "to": to }))
}

pub(crate) fn find(sql: &mut dyn Sql) -> Result<Option<Born>> {
    let row = sql.one("select id, kind, created_at, key from instance", &params!())?;
    let Some(row) = row else { return Ok(None) };
    let name = row.text("kind")?;
    let unknown = || Error::Database(format!("an instance of unknown kind {name}"));
    let instance = Instance {
        id: row.id("id")?,
        kind: Kind::named(&name).ok_or_else(unknown)?,
        created_at: row.moment("created_at")?,
        key: row.hash("key")?,
    };
    Ok(Some(Born {
        instance,
        business: business(sql)?,
    }))
}

/// The stored business time; none on a production instance.
pub(crate) fn business(sql: &mut dyn Sql) -> Result<Option<Moment>> {
    let row = sql.one("select now from business_clock", &params!())?;
    row.map(|row| row.moment("now")).transpose()
}

/// Where the streams of a SQLite database end.
pub(crate) fn sqlite_tail(connection: &Connection) -> Result<Tail> {
    let ledger = connection.query_row(
        "select seq, hash from ledger_entry order by seq desc limit 1",
        [],
        |row| {
            Ok(Sealed {
                seq: row.get(0)?,
                hash: row.get(1)?,
            })
        },
    );
    let ledger = match ledger {
        Ok(head) => head,
        Err(rusqlite::Error::QueryReturnedNoRows) => Sealed {
            seq: 0,
            hash: GENESIS,
        },
        Err(error) => return Err(fault(error)),
    };
    let facts = connection.query_row("select coalesce(max(no), 0) from fact", [], |row| {
        row.get(0)
    });
    Ok(Tail {
        ledger,
        facts: facts.map_err(fault)?,
    })
}

fn create(tx: &mut Tx<'_>, kind: Kind, start: Option<Moment>) -> Result<()> {
    let id = tx.new_id();
    let mut key = [0; 32];
    tx.chance().fill(&mut key);
    let now = start.unwrap_or(tx.now());
    tx.execute(
        "insert into instance (id, kind, created_at, key) values (:id, :kind, :at, :key)",
        &params! { "id" => id, "kind" => kind.name(), "at" => now, "key" => key },
    )?;
    if kind == Kind::Training {
        tx.execute(
            "insert into business_clock (id, now) values (1, :now)",
            &params! { "now" => now },
        )?;
    }
    for (name, hash) in [("ledger", Some(GENESIS)), ("fact", None), ("fold", None)] {
        tx.execute(
            "insert into position (name, seq, hash) values (:name, 0, :hash)",
            &params! { "name" => name, "hash" => hash },
        )?;
    }
    tx.note(
        id,
        "created",
        serde_json::json!({ "kind": kind.name(), "start": now }),
    )
}
