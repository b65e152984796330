//! Finding out what a file is, by its bytes and not by its name.

use crate::table::Table;
use crate::{csv, xlsx};
use thiserror::Error;

/// A file with more rows is no register that somebody fills in.
pub const MAX_ROWS: usize = 200_000;
pub const MAX_COLUMNS: usize = 200;

/// Why a file gives no table.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Unreadable {
    #[error("the file is empty")]
    Empty,
    #[error("a workbook of the old binary kind")]
    OldWorkbook,
    #[error("neither a workbook nor text")]
    Unknown,
    #[error("row {row} is neither UTF-8 nor GBK")]
    Encoding { row: usize },
    #[error("row {row} is broken")]
    Broken { row: usize },
    #[error("the workbook is broken: {0}")]
    Workbook(String),
    #[error("the workbook unpacks to more than is taken")]
    TooLarge,
    #[error("more than {MAX_ROWS} rows")]
    TooManyRows,
    #[error("more than {MAX_COLUMNS} columns")]
    TooManyColumns,
}

impl Unreadable {
    /// The code of the catalogue.
    pub fn code(&self) -> &'static str {
        match self {
            Unreadable::Empty => "files.empty",
            Unreadable::OldWorkbook => "files.old_workbook",
            Unreadable::Unknown => "files.unknown_kind",
            Unreadable::Encoding { .. } => "files.encoding",
            Unreadable::Broken { .. } => "files.broken_row",
            Unreadable::Workbook(_) => "files.broken_workbook",
            Unreadable::TooLarge => "files.too_large",
            Unreadable::TooManyRows => "files.too_many_rows",
            Unreadable::TooManyColumns => "files.too_many_columns",
        }
    }

    /// The row that the text of the code names, where there is one.
    pub fn row(&self) -> Option<usize> {
        match self {
            Unreadable::Encoding { row } | Unreadable::Broken { row } => Some(*row),
            _ => None,
        }
    }
}

/// Reads a table from CSV (UTF-8 with or without mark, UTF-16 with mark, GBK) or from the first filled sheet of an
/// xlsx workbook.
pub fn read(bytes: &[u8]) -> Result<Table, Unreadable> {
    let table = match bytes {
        [] => return Err(Unreadable::Empty),
        [b'P', b'K', 3, 4, ..] => xlsx::read(bytes)?,
        [0xd0, 0xcf, 0x11, 0xe0, ..] => return Err(Unreadable::OldWorkbook),
        _ => csv::read(bytes)?,
    };
    if table.headings.is_empty() {
        return Err(Unreadable::Empty);
    }
    if MAX_COLUMNS < table.headings.len() {
        return Err(Unreadable::TooManyColumns);
    }
    Ok(table)
}
