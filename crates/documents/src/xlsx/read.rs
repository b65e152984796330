//! Reading the first filled sheet of a workbook.

use super::page::{Page, open};
use crate::number;
use crate::read::Unreadable;
use crate::table::Table;
use calamine::{Data, ExcelDateTime, Reader};

/// Cells give the text that a person sees; formulas give their stored result.
pub fn read(bytes: &[u8]) -> Result<Table, Unreadable> {
    let mut workbook = open(bytes)?;
    for name in workbook.sheet_names() {
        let page = Page::read(&mut workbook, &name)?;
        if !page.is_empty() {
            return Ok(table(&page));
        }
    }
    Err(Unreadable::Empty)
}

/// Columns that are empty before the first filled one are no part of the table.
fn table(page: &Page) -> Table {
    let columns = page.first_column()..=page.last_column();
    let rows = page.rows().map(|row| {
        let cells = columns.clone().map(|column| page.text(row, column));
        (row as usize + 1, cells.map(str::to_owned).collect())
    });
    Table::from_rows(rows)
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
