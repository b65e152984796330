//! Which tables and columns the database has, read once after the migrations.

use std::collections::BTreeMap;

/// Tables with their columns.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Catalog {
    tables: BTreeMap<String, BTreeMap<String, Column>>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// The portable type: `bigint`, `text`, `blob` or `double precision`.
    pub kind: String,
    pub not_null: bool,
}

impl Catalog {
    pub fn has(&self, table: &str, column: &str) -> bool {
        let columns = self.tables.get(table);
        columns.is_some_and(|columns| columns.contains_key(column))
    }

    pub fn tables(&self) -> impl Iterator<Item = (&str, &BTreeMap<String, Column>)> {
        self.tables.iter().map(|(name, columns)| (&**name, columns))
    }

    pub(crate) fn add(&mut self, table: &str, column: &str, kind: &str, not_null: bool) {
        let kind = match kind {
            "bytea" => "blob",
            "integer" => "bigint",
            other => other,
        };
        let columns = self.tables.entry(table.to_owned()).or_default();
        let kind = kind.to_owned();
        columns.insert(column.to_owned(), Column { kind, not_null });
    }
}
