//! Reading text with separators.

use super::decode::decode;
use crate::read::{MAX_ROWS, Unreadable};
use crate::table::Table;
use csv::{ReaderBuilder, StringRecord};

/// Reads comma, semicolon or tab separated text. Quoted cells may hold line breaks.
pub fn read(bytes: &[u8]) -> Result<Table, Unreadable> {
    let text = decode(bytes)?;
    let mut reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(&text))
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut rows_seen = Rows::default();
    for record in reader.records() {
        let record = record.map_err(|_| Unreadable::Broken {
            row: rows_seen.row + 1,
        })?;
        let row = rows_seen.next(&record);
        if MAX_ROWS < rows.len() {
            return Err(Unreadable::TooManyRows);
        }
        rows.push((row, record.iter().map(str::to_owned).collect()));
    }
    Ok(Table::from_rows(rows))
}

/// Rows as a spreadsheet counts them: a cell with line breaks is one row, an empty line is one too.
#[derive(Default)]
struct Rows {
    row: usize,
    next_line: u64,
}

impl Rows {
    fn next(&mut self, record: &StringRecord) -> usize {
        let line = record.position().map_or(self.next_line, |at| at.line());
        let expected = self.next_line.max(1);
        let empty_lines = line.saturating_sub(expected);
        self.row += 1 + usize::try_from(empty_lines).unwrap_or_default();
        let breaks: usize = record.iter().map(|cell| cell.matches('\n').count()).sum();
        self.next_line = line + 1 + breaks as u64;
        self.row
    }
}

/// The separator that the first line uses most; a comma when it uses none.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().find(|line| !line.trim().is_empty());
    let first = first.unwrap_or_default();
    let count = |mark: u8| first.bytes().filter(|byte| *byte == mark).count();
    [b',', b'\t', b';']
        .into_iter()
        .rev()
        .max_by_key(|mark| count(*mark))
        .unwrap_or(b',')
}
