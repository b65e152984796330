//! A connection inside a transaction, with cached statements.

use std::collections::{BTreeSet, HashMap};

use kernel::id::Id;
use kernel::ledger::{Sealed, chain};
use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{CachedStatement, Connection, ToSql};

use super::fault;
use super::writer::Tail;
use crate::error::{Error, Result};
use crate::row::{Columns, Row};
use crate::session::{FactNumbers, Session};
use crate::sql::Dialect;
use crate::texts;
use crate::value::Value;

/// What is known of the texts that a connection has met.
#[derive(Default)]
pub(crate) struct Known {
    texts: HashMap<Box<str>, Met>,
    /// Tables that were changed since somebody last asked.
    touched: BTreeSet<String>,
}

struct Met {
    columns: Columns,
    /// Tables that the text changes.
    writes: Box<[String]>,
}

/// Texts are few and written by hand; a set that grows beyond this is made of variations.
const LIMIT: usize = 2_048;

pub(crate) struct SqliteSession<'a> {
    pub connection: &'a Connection,
    pub known: &'a mut Known,
    /// The ends of the streams; a reader has none.
    pub tail: Option<&'a mut Tail>,
}

impl Session for SqliteSession<'_> {
    fn dialect(&self) -> Dialect {
        Dialect::Sqlite
    }

    fn query(&mut self, sql: &str, params: &[(&str, Value)]) -> Result<Vec<Row>> {
        let mut statement = self.prepared(sql, params)?;
        let columns = self.known.columns(sql, &statement, params);
        let width = columns.len();
        let mut rows = statement.raw_query();
        let mut answer = Vec::new();
        while let Some(row) = rows.next().map_err(fault)? {
            let mut values = Vec::with_capacity(width);
            for place in 0..width {
                values.push(value(row.get_ref(place).map_err(fault)?)?);
            }
            answer.push(Row::new(columns.clone(), values));
        }
        Ok(answer)
    }

    fn execute(&mut self, sql: &str, params: &[(&str, Value)]) -> Result<u64> {
        let mut statement = self.prepared(sql, params)?;
        self.known.columns(sql, &statement, params);
        Ok(statement.raw_execute().map_err(fault)? as u64)
    }

    fn insert_many(&mut self, table: &str, columns: &[&str], rows: &[Vec<Value>]) -> Result<u64> {
        let places = vec!["?"; columns.len()].join(", ");
        let sql = format!(
            "insert into {table} ({}) values ({places}) on conflict do nothing",
            columns.join(", ")
        );
        touch(&mut self.known.touched, &[table.to_owned()]);
        let mut statement = self.connection.prepare_cached(&sql).map_err(fault)?;
        let mut inserted = 0;
        for row in rows {
            if row.len() != columns.len() {
                let (found, wanted) = (row.len(), columns.len());
                return Err(Error::Database(format!(
                    "{table}: a row of {found} values for {wanted} columns"
                )));
            }
            for (place, value) in row.iter().enumerate() {
                statement
                    .raw_bind_parameter(place + 1, Bound(value))
                    .map_err(fault)?;
            }
            inserted += statement.raw_execute().map_err(fault)? as u64;
        }
        Ok(inserted)
    }

    fn fact_numbers(&mut self, count: i64) -> Result<FactNumbers> {
        let tail = self.tail.as_mut().ok_or_else(only_reading)?;
        let first = tail.facts + 1;
        tail.facts += count;
        Ok(FactNumbers {
            numbers: (first..first + count).collect(),
            sealed: true,
        })
    }

    fn check(&mut self, sql: &str, _: &[(&str, Value)]) -> Result<()> {
        let prepared = self.connection.prepare(sql);
        prepared.map(drop).map_err(|error| explain(error, sql))
    }

    fn seal(&mut self, id: &Id, digest: &[u8; 32]) -> Option<Sealed> {
        let tail = self.tail.as_mut()?;
        let seq = tail.ledger.seq + 1;
        let hash = chain(&tail.ledger.hash, seq, id, digest);
        tail.ledger = Sealed { seq, hash };
        Some(tail.ledger)
    }
}

impl<'a> SqliteSession<'a> {
    fn prepared(&self, sql: &str, params: &[(&str, Value)]) -> Result<CachedStatement<'a>> {
        let prepared = self.connection.prepare_cached(sql);
        let mut statement = prepared.map_err(|error| explain(error, sql))?;
        for place in 1..=statement.parameter_count() {
            let name = statement.parameter_name(place).unwrap_or_default();
            // The name still has its colon.
            let found = params
                .iter()
                .find(|(given, _)| name.get(1..) == Some(*given));
            let Some((_, value)) = found else {
                return Err(Error::Database(format!(
                    "no parameter for {name} in: {sql}"
                )));
            };
            statement
                .raw_bind_parameter(place, Bound(value))
                .map_err(fault)?;
        }
        Ok(statement)
    }
}

impl Known {
    fn columns(
        &mut self,
        sql: &str,
        statement: &CachedStatement<'_>,
        params: &[(&str, Value)],
    ) -> Columns {
        if let Some(met) = self.texts.get(sql) {
            touch(&mut self.touched, &met.writes);
            return met.columns.clone();
        }
        if LIMIT <= self.texts.len() {
            self.texts.clear();
        }
        texts::record(sql, params);
        let names = statement.column_names();
        let met = Met {
            columns: names.into_iter().map(Box::from).collect(),
            writes: texts::written(sql).into(),
        };
        touch(&mut self.touched, &met.writes);
        let columns = met.columns.clone();
        self.texts.insert(sql.into(), met);
        columns
    }

    /// Tables that were changed, also by what was undone since: once too often does no harm.
    pub fn take_touched(&mut self) -> BTreeSet<String> {
        std::mem::take(&mut self.touched)
    }
}

fn touch(touched: &mut BTreeSet<String>, tables: &[String]) {
    for table in tables {
        if !touched.contains(table) {
            touched.insert(table.clone());
        }
    }
}

/// Lends a value to a statement without copying it.
struct Bound<'a>(&'a Value);

impl ToSql for Bound<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let value = match self.0 {
            Value::Null => ValueRef::Null,
            Value::Int(number) => ValueRef::Integer(*number),
            Value::Real(number) => ValueRef::Real(*number),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Blob(bytes) => ValueRef::Blob(bytes),
            Value::Id(id) => ValueRef::Blob(id.bytes()),
        };
        Ok(ToSqlOutput::Borrowed(value))
    }
}

fn value(cell: ValueRef<'_>) -> Result<Value> {
    Ok(match cell {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(number) => Value::Int(number),
        ValueRef::Real(number) => Value::Real(number),
        ValueRef::Text(bytes) => {
            let text = std::str::from_utf8(bytes).map_err(Error::database)?;
            Value::Text(text.to_owned())
        }
        ValueRef::Blob(bytes) => match Id::from_slice(bytes) {
            Some(id) => Value::Id(id),
            None => Value::Blob(bytes.to_vec()),
        },
    })
}

fn explain(error: rusqlite::Error, sql: &str) -> Error {
    match fault(error) {
        Error::Database(what) => Error::Database(format!("{what} in: {sql}")),
        other => other,
    }
}

fn only_reading() -> Error {
    Error::Database("facts are booked in a unit of work".to_owned())
}
