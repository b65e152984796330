//! Many rows at once: a few in one statement, very many through the copy protocol.

use std::fmt::Write as _;
use std::io::Write as _;

use kernel::ledger::digest;
use postgres::types::ToSql;

use super::cell::Bound;
use super::link::{Known, Link};
use super::session::Failure;
use crate::error::Error;
use crate::ledger::entry::hex;
use crate::value::Value;

/// From so many rows on the detour over a temporary table pays.
pub(super) const COPY_FROM: usize = 1_000;

/// Rows a statement. Few sizes, so that few texts are prepared.
const SIZES: [usize; 3] = [100, 10, 1];

/// Bytes that are handed to the connection at once.
const CHUNK: usize = 1 << 16;

pub(super) fn insert(
    link: &mut Link,
    table: &str,
    columns: &[&str],
    rows: &[Vec<Value>],
) -> Result<u64, Failure> {
    let mut inserted = 0;
    let mut rest = rows;
    for size in SIZES {
        while size <= rest.len() {
            let (some, others) = rest.split_at(size);
            inserted += statement(link, table, columns, some)?;
            rest = others;
        }
    }
    Ok(inserted)
}

/// The rows go into a temporary table first, since copying cannot pass over doubled keys.
pub(super) fn copy(
    link: &mut Link,
    table: &str,
    columns: &[&str],
    rows: &[Vec<Value>],
) -> Result<u64, Failure> {
    let names = columns.join(", ");
    let short = hex(&digest(names.as_bytes())[..4]);
    let own = format!("copy_{table}_{short}");
    let (client, _) = link.parts()?;
    client.batch_execute(&format!(
        "create temp table if not exists {own} on commit delete rows
           as select {names} from {table} with no data"
    ))?;
    let mut writer = client.copy_in(&format!("copy {own} ({names}) from stdin"))?;
    let mut text = String::with_capacity(CHUNK + 1_024);
    for row in rows {
        line(&mut text, row);
        if CHUNK <= text.len() {
            writer.write_all(text.as_bytes()).map_err(lost)?;
            text.clear();
        }
    }
    writer.write_all(text.as_bytes()).map_err(lost)?;
    writer.finish()?;
    let inserted = client.execute(
        &format!("insert into {table} ({names}) select {names} from {own} on conflict do nothing"),
        &[],
    )?;
    // The same unit of work may copy again.
    client.batch_execute(&format!("truncate {own}"))?;
    Ok(inserted)
}

fn statement(
    link: &mut Link,
    table: &str,
    columns: &[&str],
    rows: &[Vec<Value>],
) -> Result<u64, Failure> {
    let (client, known) = link.parts()?;
    let names = columns.join(", ");
    let key = format!("insert {} into {table} ({names})", rows.len());
    if !known.contains_key(&key) {
        let sql = insert_text(table, &names, columns.len(), rows.len());
        let plain = client.prepare(&sql)?;
        let entry = Known {
            sql,
            names: Vec::new(),
            types: Vec::new(),
            prepared: Some((plain, [].into())),
        };
        known.insert(key.clone(), entry);
    }
    let prepared = known.get(&key).and_then(|known| known.prepared.as_ref());
    let Some((prepared, _)) = prepared else {
        return Err(Failure::Ours(Error::Busy));
    };
    let bound: Vec<Bound<'_>> = rows.iter().flatten().map(Bound).collect();
    let params = bound.iter().map(|value| value as &(dyn ToSql + Sync));
    let params: Vec<_> = params.collect();
    Ok(client.execute(prepared, &params)?)
}

fn insert_text(table: &str, names: &str, width: usize, rows: usize) -> String {
    let mut sql = format!("insert into {table} ({names}) values ");
    for row in 0..rows {
        let places = (1..=width).map(|place| format!("${}", row * width + place));
        let places: Vec<_> = places.collect();
        sql.push_str(if row == 0 { "(" } else { ", (" });
        sql.push_str(&places.join(", "));
        sql.push(')');
    }
    sql.push_str(" on conflict do nothing");
    sql
}

fn line(text: &mut String, row: &[Value]) {
    for (place, value) in row.iter().enumerate() {
        if 0 < place {
            text.push('\t');
        }
        // Writing to a text cannot fail.
        let _ = match value {
            Value::Null => text.write_str("\\N"),
            Value::Int(number) => write!(text, "{number}"),
            Value::Real(number) => write!(text, "{number:?}"),
            Value::Text(letters) => {
                escaped(text, letters);
                Ok(())
            }
            Value::Blob(bytes) => write!(text, "\\\\x{}", hex(bytes)),
            Value::Id(id) => write!(text, "\\\\x{}", hex(id.bytes())),
        };
    }
    text.push('\n');
}

fn escaped(text: &mut String, letters: &str) {
    for letter in letters.chars() {
        match letter {
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            other => text.push(other),
        }
    }
}

/// The connection broke while rows were under way; what it says about it comes with the rollback.
fn lost(_: std::io::Error) -> Failure {
    Failure::Ours(Error::Busy)
}
