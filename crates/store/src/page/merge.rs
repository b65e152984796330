//! Merges the pages of several branches into the first rows of their union.

use std::cmp::Ordering;
use std::collections::HashSet;

use kernel::id::Id;

use super::Direction;
use crate::error::Result;
use crate::row::Row;
use crate::value::Value;

pub(super) fn merge(
    mut found: Vec<Vec<Row>>,
    direction: Direction,
    limit: usize,
) -> Result<Vec<Row>> {
    if found.len() < 2 {
        return Ok(found.pop().unwrap_or_default());
    }
    let mut keyed: Vec<(Value, Id, Row)> = Vec::new();
    let mut seen: HashSet<Id> = HashSet::new();
    for row in found.into_iter().flatten() {
        let id = row.id("page_id")?;
        if seen.insert(id) {
            keyed.push((row.value("page_value")?.clone(), id, row));
        }
    }
    keyed.sort_by(|one, other| {
        let rising = compare(&one.0, &other.0).then(one.1.cmp(&other.1));
        match direction {
            Direction::Ascending => rising,
            Direction::Descending => rising.reverse(),
        }
    });
    keyed.truncate(limit);
    Ok(keyed.into_iter().map(|(_, _, row)| row).collect())
}

/// As both databases order values of one column: numbers by size, text and ids by bytes.
fn compare(one: &Value, other: &Value) -> Ordering {
    match (one, other) {
        (Value::Int(one), Value::Int(other)) => one.cmp(other),
        (Value::Real(one), Value::Real(other)) => one.total_cmp(other),
        (Value::Text(one), Value::Text(other)) => one.as_bytes().cmp(other.as_bytes()),
        (Value::Id(one), Value::Id(other)) => one.cmp(other),
        (Value::Blob(one), Value::Blob(other)) => one.cmp(other),
        _ => Ordering::Equal,
    }
}
