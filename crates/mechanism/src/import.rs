//! Importers: each mechanism declares the columns of its registers and takes rows inside one unit of work.

use crate::Env;
use documents::Table;
use kernel::reason::Reason;
use serde::Serialize;
use std::collections::BTreeMap;
use store::Tx;
use utoipa::ToSchema;

/// One kind of import, `sites`.
pub struct Importer {
    pub kind: &'static str,
    /// Headings that a file may carry, the required ones marked.
    pub columns: &'static [Column],
    /// Takes all rows or, on errors, none: the caller rolls back when the report has errors or the run is dry.
    pub run: fn(&mut Tx, &Env, &Table) -> store::Result<ImportReport>,
}

#[derive(Clone, Copy, Debug)]
pub struct Column {
    pub heading: &'static str,
    pub aliases: &'static [&'static str],
    pub need: Need,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    Required,
    Optional,
}

/// What an import did, or would do.
#[derive(Clone, Debug, Default, Serialize, ToSchema)]
pub struct ImportReport {
    pub added: usize,
    pub changed: usize,
    pub same: usize,
    pub errors: Vec<RowError>,
}

/// A row that cannot be taken, and why. Rows count as the spreadsheet shows them, the heading being row 1.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct RowError {
    pub row: usize,
    pub column: String,
    pub value: String,
    pub code: String,
    pub params: BTreeMap<String, String>,
}

impl RowError {
    pub fn new(row: usize, column: &str, value: &str, reason: Reason) -> Self {
        Self {
            row,
            column: column.to_owned(),
            value: value.to_owned(),
            code: reason.code,
            params: reason.params,
        }
    }
}
