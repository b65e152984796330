//! Writing CSV that spreadsheets open as it is meant.

use crate::number;
use crate::sheet::{Cell, Sheet};
use std::borrow::Cow;

/// More digits than a spreadsheet keeps when it takes them for a number.
const DIGITS_KEPT: usize = 11;

/// UTF-8 with a mark in front, since spreadsheets take text without one for GBK.
pub fn write(sheet: &Sheet) -> Vec<u8> {
    let mut out = String::from('\u{feff}');
    let headings = sheet.columns.iter().map(|column| text(&column.heading));
    push_row(&mut out, headings);
    for row in &sheet.rows {
        push_row(&mut out, row.iter().map(cell));
    }
    out.into_bytes()
}

fn push_row<'a>(out: &mut String, cells: impl Iterator<Item = Cow<'a, str>>) {
    for (place, cell) in cells.enumerate() {
        if place != 0 {
            out.push(',');
        }
        if cell.contains(['"', ',', '\n', '\r']) {
            out.push('"');
            out.push_str(&cell.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&cell);
        }
    }
    out.push_str("\r\n");
}

fn cell(cell: &Cell) -> Cow<'_, str> {
    match cell {
        Cell::Empty => Cow::Borrowed(""),
        Cell::Number(value) => Cow::Owned(number::text_of(*value)),
        Cell::Text(value) => text(value),
    }
}

/// A text that would run as a formula gets a quote in front; one that would lose digits or leading zeros gets a tab,
/// which spreadsheets take for text and readers trim.
fn text(value: &str) -> Cow<'_, str> {
    // A formula also runs behind blanks and line breaks.
    if value.trim_start().starts_with(['=', '+', '-', '@']) {
        return Cow::Owned(format!("'{}", value.trim_start()));
    }
    let digits = !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit());
    if digits && (DIGITS_KEPT < value.len() || (value.len() != 1 && value.starts_with('0'))) {
        return Cow::Owned(format!("\t{value}"));
    }
    Cow::Borrowed(value)
}
