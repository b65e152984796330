//! Reading the first filled sheet of a workbook.

use crate::number;
use crate::read::{MAX_COLUMNS, MAX_ROWS, Unreadable};
use crate::table::Table;
use calamine::{Data, ExcelDateTime, Range, Reader, Xlsx};
use std::io::Cursor;

/// Cells give the text that a person sees; formulas give their stored result.
pub fn read(bytes: &[u8]) -> Result<Table, Unreadable> {
    let broken = |error: calamine::XlsxError| Unreadable::Workbook(error.to_string());
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(broken)?;
    for name in workbook.sheet_names() {
        let range = workbook.worksheet_range(&name).map_err(broken)?;
        if !range.is_empty() {
            return table(&range);
        }
    }
    Err(Unreadable::Empty)
}

fn table(range: &Range<Data>) -> Result<Table, Unreadable> {
    let (height, width) = range.get_size();
    if MAX_ROWS < height {
        return Err(Unreadable::TooManyRows);
    }
    if MAX_COLUMNS < width {
        return Err(Unreadable::TooManyColumns);
    }
    let first = range.start().map_or(0, |(row, _)| row as usize) + 1;
    let rows = range
        .rows()
        .enumerate()
        .map(|(place, cells)| (first + place, cells.iter().map(cell_text).collect()));
    Ok(Table::from_rows(rows))
}

pub(super) fn cell_text(cell: &Data) -> String {
    match cell {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => number::text_of(*number),
        Data::Bool(true) => "是".to_owned(),
        Data::Bool(false) => "否".to_owned(),
        Data::DateTime(instant) => civil(instant),
        Data::DateTimeIso(text) | Data::DurationIso(text) => text.clone(),
        Data::Error(error) => error.to_string(),
    }
}

fn civil(instant: &ExcelDateTime) -> String {
    let (year, month, day, hour, minute, _, _) = instant.to_ymd_hms_milli();
    if hour == 0 && minute == 0 {
        return format!("{year:04}-{month:02}-{day:02}");
    }
    format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}")
}
