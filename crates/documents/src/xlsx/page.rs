//! The cells of one page of a workbook that somebody sent, as texts, within bounds.
//!
//! A few bytes of file can say a cell in the last row and column that a spreadsheet knows, repeat one long text a
//! million times, or unpack to more than the machine has. So what unpacks is counted before it is read, and cells are
//! taken one by one and kept where they stand instead of in a rectangle around them.

use super::read::cell_text;
use crate::read::{MAX_COLUMNS, MAX_ROWS, Unreadable};
use calamine::{Data, Reader, Xlsx, XlsxError};
use std::collections::BTreeMap;
use std::io::{Cursor, Read, copy, sink};
use zip::ZipArchive;

/// The largest register that is taken unpacks to less.
const MOST_BYTES: u64 = 128 << 20;
const MOST_PARTS: usize = 2_000;
/// Rows by columns: what a table of the page holds in memory at most.
const MOST_CELLS: usize = 5_000_000;

pub type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Rows and columns count from 0, as the file has them.
#[derive(Debug, Default)]
pub struct Page {
    rows: BTreeMap<u32, BTreeMap<u32, String>>,
    first_column: u32,
    last_column: u32,
}

pub fn open(bytes: &[u8]) -> Result<Book<'_>, Unreadable> {
    bounded(bytes)?;
    Xlsx::new(Cursor::new(bytes)).map_err(broken)
}

/// The stated sizes may lie, so it is the reading that is bounded.
fn bounded(bytes: &[u8]) -> Result<(), Unreadable> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    if MOST_PARTS < archive.len() {
        return Err(Unreadable::TooLarge);
    }
    let mut left = MOST_BYTES;
    for place in 0..archive.len() {
        let part = archive.by_index(place).map_err(broken)?;
        let read = copy(&mut part.take(left + 1), &mut sink()).map_err(broken)?;
        left = left.checked_sub(read).ok_or(Unreadable::TooLarge)?;
    }
    Ok(())
}

fn broken(error: impl std::fmt::Display) -> Unreadable {
    Unreadable::Workbook(error.to_string())
}

impl Page {
    /// The page of a name. One that holds no cells, such as a chart, is empty.
    pub fn read(book: &mut Book<'_>, name: &str) -> Result<Page, Unreadable> {
        let mut page = Page::default();
        let mut cells = match book.worksheet_cells_reader(name) {
            Ok(cells) => cells,
            Err(XlsxError::NotAWorksheet(_)) => return Ok(page),
            Err(error) => return Err(broken(error)),
        };
        let mut left = MOST_BYTES;
        while let Some(cell) = cells.next_cell().map_err(broken)? {
            let value = Data::from(cell.get_value().clone());
            if value == Data::Empty {
                continue;
            }
            let text = cell_text(&value);
            left = left
                .checked_sub(text.len() as u64)
                .ok_or(Unreadable::TooLarge)?;
            page.put(cell.get_position(), text)?;
        }
        Ok(page)
    }

    fn put(&mut self, (row, column): (u32, u32), text: String) -> Result<(), Unreadable> {
        if MAX_ROWS < row as usize {
            return Err(Unreadable::TooManyRows);
        }
        if MAX_COLUMNS < column as usize {
            return Err(Unreadable::TooManyColumns);
        }
        if self.rows.is_empty() {
            self.first_column = column;
        }
        self.first_column = self.first_column.min(column);
        self.last_column = self.last_column.max(column);
        self.rows.entry(row).or_default().insert(column, text);
        if MOST_CELLS < self.rows.len() * (self.last_column as usize + 1) {
            return Err(Unreadable::TooManyRows);
        }
        Ok(())
    }

    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    pub fn first_column(&self) -> u32 {
        self.first_column
    }

    pub fn last_column(&self) -> u32 {
        self.last_column
    }

    /// Rows that hold something, from the top.
    pub fn rows(&self) -> impl Iterator<Item = u32> + '_ {
        self.rows.keys().copied()
    }

    /// What stands in a cell; empty where nothing does.
    pub fn text(&self, row: u32, column: u32) -> &str {
        let cell = self.rows.get(&row).and_then(|cells| cells.get(&column));
        cell.map_or("", String::as_str)
    }
}
