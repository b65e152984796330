//! Writing one sheet.

use crate::sheet::{Cell, Sheet};
use kernel::time::Moment;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatBorder, Workbook, XlsxError};
use thiserror::Error;

/// The workbook could not be put together: too many rows, or a name that spreadsheets do not allow.
#[derive(Debug, Error)]
#[error("the workbook cannot be written: {0}")]
pub struct Unwritable(#[from] XlsxError);

/// `made` goes into the file's properties, so that the same rows at the same time are the same bytes.
pub fn write(sheet: &Sheet, made: Moment) -> Result<Vec<u8>, Unwritable> {
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::from_timestamp(made.0.div_euclid(1000))?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    // Text format keeps a code a code also when somebody edits the cell.
    let plain = Format::new().set_num_format("@");
    let head = plain
        .clone()
        .set_bold()
        .set_border_bottom(FormatBorder::Thin);
    let page = workbook.add_worksheet();
    page.set_name(plain_name(&sheet.name))?;
    page.set_freeze_panes(1, 0)?;
    for (place, column) in (0u16..).zip(&sheet.columns) {
        page.set_column_width(place, column.width)?;
        page.write_string_with_format(0, place, &column.heading, &head)?;
    }
    for (line, row) in (1u32..).zip(&sheet.rows) {
        for (place, cell) in (0u16..).zip(row) {
            match cell {
                Cell::Empty => {}
                // As a string, whatever it starts with: never a formula.
                Cell::Text(text) => {
                    page.write_string_with_format(line, place, text, &plain)?;
                }
                Cell::Number(number) => {
                    page.write_number(line, place, *number)?;
                }
            }
        }
    }
    Ok(workbook.save_to_buffer()?)
}

/// A name that every spreadsheet takes: at most 31 characters and none of its own marks.
pub(super) fn plain_name(wanted: &str) -> String {
    let name: String = wanted
        .chars()
        .filter(|c| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\''))
        .take(31)
        .collect();
    if name.is_empty() {
        "1".to_owned()
    } else {
        name
    }
}
