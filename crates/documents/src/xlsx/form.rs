//! Writing a sheet to be filled in, and reading it when it comes back.
//!
//! The first column is hidden and holds the marks: the sheet's in its first cell, a row's in each row. The sheet is
//! protected without a password: that keeps honest hands from slips; what is changed all the same shows by the marks.

use super::page::{Page, open};
use super::write::{Unwritable, plain_name};
use crate::form::{FormColumn, FormSheet, Input, Returned, ReturnedRow};
use crate::read::Unreadable;
use crate::sheet::Cell;
use calamine::Reader;
use kernel::time::Moment;
use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, DataValidationRule, DocProperties, ExcelDateTime,
    Format, FormatAlign, FormatBorder, Formula, ProtectionOptions, Workbook, Worksheet, XlsxError,
};

/// Rows over the first one to fill: title, notes, headings, hints.
const TITLE: u32 = 0;
const NOTES: u32 = 1;
const HEADINGS: u32 = 2;
const HINTS: u32 = 3;
const FIRST: u32 = 4;

/// A list longer than this does not fit into the cell's own rule and stands on a hidden page.
const LIST_IN_PLACE: usize = 200;
const LISTS: &str = "选项";

/// Writes a sheet to be filled in.
pub fn write_form(sheet: &FormSheet, made: Moment) -> Result<Vec<u8>, Unwritable> {
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::from_timestamp(made.0.div_euclid(1000))?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let page = workbook.add_worksheet();
    page.set_name(plain_name(&sheet.name))?;
    page.set_freeze_panes(FIRST, 0)?;
    head(page, sheet)?;
    rows(page, sheet)?;
    let lists = inputs(page, sheet)?;
    page.set_column_hidden(0)?;
    page.protect_with_options(&ProtectionOptions {
        format_cells: true,
        format_columns: true,
        format_rows: true,
        ..ProtectionOptions::default()
    });
    if !lists.is_empty() {
        let page = workbook.add_worksheet();
        page.set_name(LISTS)?;
        for (place, choices) in (0u16..).zip(&lists) {
            for (line, choice) in (0u32..).zip(choices.iter()) {
                page.write_string(line, place, choice)?;
            }
        }
        page.set_very_hidden(true);
    }
    Ok(workbook.save_to_buffer()?)
}

fn head(page: &mut Worksheet, sheet: &FormSheet) -> Result<(), XlsxError> {
    let title = Format::new()
        .set_bold()
        .set_font_size(14)
        .set_align(FormatAlign::VerticalCenter);
    let note = Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_font_color("#555555");
    let heading = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_background_color("#E8EEF7")
        .set_border(FormatBorder::Thin);
    let hint = Format::new()
        .set_text_wrap()
        .set_font_size(9)
        .set_font_color("#777777")
        .set_border(FormatBorder::Thin);
    page.write_string(TITLE, 0, &sheet.mark)?;
    let last = u16::try_from(sheet.columns.len()).unwrap_or(u16::MAX);
    let notes = sheet.notes.join("\n");
    // A single cell cannot be merged with itself.
    if 1 < last {
        page.merge_range(TITLE, 1, TITLE, last, &sheet.title, &title)?;
        page.merge_range(NOTES, 1, NOTES, last, &notes, &note)?;
    } else {
        page.write_string_with_format(TITLE, 1, &sheet.title, &title)?;
        page.write_string_with_format(NOTES, 1, &notes, &note)?;
    }
    page.set_row_height(TITLE, 26)?;
    page.set_row_height(NOTES, 16.0 * sheet.notes.len().max(1) as f64)?;
    for (place, column) in (1u16..).zip(&sheet.columns) {
        page.set_column_width(place, column.width)?;
        page.write_string_with_format(HEADINGS, place, &column.heading, &heading)?;
        page.write_string_with_format(HINTS, place, &column.hint, &hint)?;
    }
    Ok(())
}

fn rows(page: &mut Worksheet, sheet: &FormSheet) -> Result<(), XlsxError> {
    let text = Format::new()
        .set_num_format("@")
        .set_text_wrap()
        .set_border(FormatBorder::Thin);
    let fixed = text.clone().set_background_color("#F3F3F3");
    let open = text.set_unlocked();
    let number = Format::new().set_border(FormatBorder::Thin).set_unlocked();
    for (line, row) in (FIRST..).zip(&sheet.rows) {
        page.write_string(line, 0, &row.key)?;
        for (place, (column, cell)) in (1u16..).zip(sheet.columns.iter().zip(&row.cells)) {
            let format = match column.input {
                Input::Fixed => &fixed,
                Input::Number => &number,
                _ => &open,
            };
            match cell {
                Cell::Empty => page.write_blank(line, place, format)?,
                Cell::Text(text) => page.write_string_with_format(line, place, text, format)?,
                Cell::Number(value) => {
                    page.write_number_with_format(line, place, *value, format)?
                }
            };
        }
    }
    Ok(())
}

/// The rules of the cells to fill; gives the lists that need a page of their own.
fn inputs<'a>(page: &mut Worksheet, sheet: &'a FormSheet) -> Result<Vec<&'a [String]>, XlsxError> {
    let mut lists: Vec<&[String]> = Vec::new();
    let Ok(count) = u32::try_from(sheet.rows.len()) else {
        return Ok(lists);
    };
    if count == 0 {
        return Ok(lists);
    }
    for (place, column) in (1u16..).zip(&sheet.columns) {
        let rule = match &column.input {
            Input::Fixed | Input::Text { .. } | Input::Date => continue,
            Input::Number => {
                let wide = DataValidationRule::Between(-1e12, 1e12);
                DataValidation::new().allow_decimal_number(wide)
            }
            Input::Choice(choices) => choice(choices, &mut lists)?,
        };
        let rule = rule
            .set_error_style(DataValidationErrorStyle::Stop)
            .set_error_title("填写不对")?
            .set_error_message(short(column))?;
        page.add_data_validation(FIRST, place, FIRST + count - 1, place, &rule)?;
    }
    Ok(lists)
}

fn choice<'a>(
    choices: &'a [String],
    lists: &mut Vec<&'a [String]>,
) -> Result<DataValidation, XlsxError> {
    let length: usize = choices
        .iter()
        .map(|choice| choice.chars().count() + 1)
        .sum();
    let separated = choices.iter().any(|choice| choice.contains(','));
    if length <= LIST_IN_PLACE && !separated {
        return DataValidation::new().allow_list_strings(choices);
    }
    let letter = letters(lists.len());
    lists.push(choices);
    let source = format!("={LISTS}!${letter}$1:${letter}${}", choices.len());
    Ok(DataValidation::new().allow_list_formula(Formula::new(source)))
}

/// What the cell says when something else is typed; spreadsheets take no more than 255 characters.
fn short(column: &FormColumn) -> String {
    let text = if column.hint.is_empty() {
        &column.heading
    } else {
        &column.hint
    };
    text.chars().take(200).collect()
}

/// The name of a column: A, B … Z, AA.
pub(super) fn letters(mut place: usize) -> String {
    let mut name = Vec::new();
    loop {
        name.push(b'A' + u8::try_from(place % 26).unwrap_or_default());
        if place < 26 {
            break;
        }
        place = place / 26 - 1;
    }
    name.iter()
        .rev()
        .map(|letter| char::from(*letter))
        .collect()
}

/// Reads a sheet that came back: the first page, whatever was done to it.
pub fn read_form(bytes: &[u8]) -> Result<Returned, Unreadable> {
    match bytes {
        [] => return Err(Unreadable::Empty),
        [b'P', b'K', 3, 4, ..] => {}
        [0xd0, 0xcf, 0x11, 0xe0, ..] => return Err(Unreadable::OldWorkbook),
        _ => return Err(Unreadable::Unknown),
    }
    let mut workbook = open(bytes)?;
    let Some(name) = workbook.sheet_names().first().cloned() else {
        return Err(Unreadable::Empty);
    };
    let page = Page::read(&mut workbook, &name)?;
    if page.is_empty() {
        return Err(Unreadable::Empty);
    }
    let text = |row, column| page.text(row, column).trim().to_owned();
    let line = |row| (1..=page.last_column()).map(move |column| text(row, column));
    let mut headings: Vec<String> = line(HEADINGS).collect();
    while headings.last().is_some_and(String::is_empty) {
        headings.pop();
    }
    let mut rows = Vec::new();
    for row in page.rows().filter(|row| FIRST <= *row) {
        let key = text(row, 0);
        let cells: Vec<String> = line(row).collect();
        if key.is_empty() && cells.iter().all(String::is_empty) {
            continue;
        }
        rows.push(ReturnedRow {
            row: row as usize + 1,
            key,
            cells,
        });
    }
    Ok(Returned {
        mark: text(TITLE, 0),
        headings,
        rows,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_named_as_spreadsheets_do() {
        let named: Vec<String> = [0, 25, 26, 51, 52, 701, 702].map(letters).into();
        assert_eq!(named, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }
}
