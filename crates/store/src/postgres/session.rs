//! A connection inside a transaction, with prepared statements.

use std::collections::HashMap;
use std::collections::hash_map::Entry;

use kernel::id::Id;
use kernel::ledger::Sealed;
use postgres::types::{ToSql, Type};
use postgres::{Client, Statement};

use super::cell::{Bound, Cell, type_of};
use super::copy::{self, COPY_FROM};
use super::link::{Known, Link};
use super::{fault, is_retryable};
use crate::error::{Error, Result};
use crate::row::{Columns, Row};
use crate::session::{FactNumbers, Session};
use crate::sql::Dialect;
use crate::value::Value;
use crate::{params, texts};

/// Beyond this a connection forgets what it prepared.
const LIMIT: usize = 2_048;

pub(crate) struct PostgresSession<'a> {
    pub link: &'a mut Link,
    /// Something failed that may succeed when the unit of work runs again.
    pub retry: bool,
}

type Params<'a> = Vec<&'a (dyn ToSql + Sync)>;

impl Session for PostgresSession<'_> {
    fn dialect(&self) -> Dialect {
        Dialect::Postgres
    }

    fn query(&mut self, sql: &str, params: &[(&str, Value)]) -> Result<Vec<Row>> {
        let outcome = query(self.link, sql, params);
        self.judged(outcome, sql)
    }

    fn execute(&mut self, sql: &str, params: &[(&str, Value)]) -> Result<u64> {
        let outcome = execute(self.link, sql, params);
        self.judged(outcome, sql)
    }

    fn insert_many(&mut self, table: &str, columns: &[&str], rows: &[Vec<Value>]) -> Result<u64> {
        if let Some(row) = rows.iter().find(|row| row.len() != columns.len()) {
            let (found, wanted) = (row.len(), columns.len());
            return Err(Error::Database(format!(
                "{table}: a row of {found} values for {wanted} columns"
            )));
        }
        let outcome = match COPY_FROM <= rows.len() {
            true => copy::copy(self.link, table, columns, rows),
            false => copy::insert(self.link, table, columns, rows),
        };
        self.judged(outcome, table)
    }

    fn fact_numbers(&mut self, count: i64) -> Result<FactNumbers> {
        let rows = self.query(
            "/* postgres */ select nextval('fact_no') as no from generate_series(1, :count)",
            &params! { "count" => count },
        )?;
        let numbers = rows.iter().map(|row| row.int("no"));
        Ok(FactNumbers {
            numbers: numbers.collect::<Result<_>>()?,
            sealed: false,
        })
    }

    fn seal(&mut self, _: &Id, _: &[u8; 32]) -> Option<Sealed> {
        None
    }

    fn check(&mut self, sql: &str, params: &[(&str, Value)]) -> Result<()> {
        let outcome = self.link.parts().map_err(Failure::Ours);
        let outcome = outcome.and_then(|(client, known)| {
            let known = known_text(known, sql, params);
            prepared(client, known, params).map(drop)
        });
        self.judged(outcome, sql)
    }
}

impl PostgresSession<'_> {
    fn judged<T>(&mut self, outcome: Result<T, Failure>, sql: &str) -> Result<T> {
        outcome.map_err(|failure| match failure {
            Failure::Ours(error) => error,
            Failure::Theirs(error) => {
                self.retry |= is_retryable(&error);
                match fault(&error) {
                    Error::Database(what) => Error::Database(format!("{what} in: {sql}")),
                    other => other,
                }
            }
        })
    }
}

/// A failure before or behind the wire.
pub(super) enum Failure {
    Ours(Error),
    Theirs(postgres::Error),
}

impl From<postgres::Error> for Failure {
    fn from(error: postgres::Error) -> Failure {
        Failure::Theirs(error)
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        Failure::Ours(error)
    }
}

fn query(link: &mut Link, sql: &str, params: &[(&str, Value)]) -> Result<Vec<Row>, Failure> {
    let (client, known) = link.parts()?;
    let known = known_text(known, sql, params);
    let (statement, columns) = prepared(client, known, params)?;
    let bound = bound(&known.names, params, sql)?;
    let rows = client.query(&statement, &by_reference(&bound))?;
    let mut answer = Vec::with_capacity(rows.len());
    for row in rows {
        let mut values = Vec::with_capacity(columns.len());
        for place in 0..columns.len() {
            let Cell(value) = row.try_get(place)?;
            values.push(value);
        }
        answer.push(Row::new(columns.clone(), values));
    }
    Ok(answer)
}

fn execute(link: &mut Link, sql: &str, params: &[(&str, Value)]) -> Result<u64, Failure> {
    let (client, known) = link.parts()?;
    let known = known_text(known, sql, params);
    let (statement, _) = prepared(client, known, params)?;
    let bound = bound(&known.names, params, sql)?;
    Ok(client.execute(&statement, &by_reference(&bound))?)
}

fn known_text<'k>(
    known: &'k mut HashMap<String, Known>,
    sql: &str,
    params: &[(&str, Value)],
) -> &'k mut Known {
    if LIMIT <= known.len() && !known.contains_key(sql) {
        known.clear();
    }
    match known.entry(sql.to_owned()) {
        Entry::Occupied(found) => found.into_mut(),
        Entry::Vacant(place) => {
            texts::record(sql, params);
            let (sql, names) = texts::positional(sql);
            let types = vec![Type::UNKNOWN; names.len()];
            place.insert(Known {
                sql,
                names,
                types,
                prepared: None,
            })
        }
    }
}

/// Prepares a text with the types of its values. A null that was a value before keeps that type,
/// so a text is prepared anew only when it learns something.
fn prepared(
    client: &mut Client,
    known: &mut Known,
    params: &[(&str, Value)],
) -> Result<(Statement, Columns), Failure> {
    for (name, kind) in known.names.iter().zip(&mut known.types) {
        let given = params.iter().find(|(given, _)| given == name);
        let wanted = given.map_or(Type::UNKNOWN, |(_, value)| type_of(value));
        if wanted != Type::UNKNOWN && wanted != *kind {
            *kind = wanted;
            known.prepared = None;
        }
    }
    if let Some((statement, columns)) = &known.prepared {
        return Ok((statement.clone(), columns.clone()));
    }
    let statement = client.prepare_typed(&known.sql, &known.types)?;
    let columns = statement.columns().iter();
    let columns: Columns = columns.map(|column| Box::from(column.name())).collect();
    known.prepared = Some((statement.clone(), columns.clone()));
    Ok((statement, columns))
}

fn bound<'a>(names: &[String], params: &'a [(&str, Value)], sql: &str) -> Result<Vec<Bound<'a>>> {
    let find = |name: &String| {
        let found = params.iter().find(|(given, _)| given == name);
        let missing = || Error::Database(format!("no parameter for :{name} in: {sql}"));
        found.map(|(_, value)| Bound(value)).ok_or_else(missing)
    };
    names.iter().map(find).collect()
}

fn by_reference<'a>(bound: &'a [Bound<'a>]) -> Params<'a> {
    let params = bound.iter();
    params.map(|value| value as &(dyn ToSql + Sync)).collect()
}
