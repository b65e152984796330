//! A sheet that is sent out to be filled in: fixed cells, cells to fill, and marks by which it is known again.

use crate::sheet::Cell;

/// A sheet for one addressee.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FormSheet {
    pub name: String,
    pub title: String,
    /// Lines under the title: who asks, until when, how to fill.
    pub notes: Vec<String>,
    /// Known to the sender only; stands in a hidden cell.
    pub mark: String,
    pub columns: Vec<FormColumn>,
    pub rows: Vec<FormRow>,
}

/// A column with what helps to fill it.
#[derive(Clone, Debug, PartialEq)]
pub struct FormColumn {
    pub heading: String,
    /// Stands under the heading: what is asked, in which form.
    pub hint: String,
    pub width: f64,
    pub input: Input,
}

/// What may stand in the cells of a column.
#[derive(Clone, Debug, PartialEq)]
pub enum Input {
    /// Written by the sender; not to be changed.
    Fixed,
    Text {
        most: usize,
    },
    Number,
    Date,
    /// One of these; the cell offers them.
    Choice(Vec<String>),
}

/// A row with the mark by which it is known again.
#[derive(Clone, Debug, PartialEq)]
pub struct FormRow {
    pub key: String,
    /// As many as there are columns; those to fill may be empty.
    pub cells: Vec<Cell>,
}

/// A sheet that came back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Returned {
    pub mark: String,
    pub headings: Vec<String>,
    pub rows: Vec<ReturnedRow>,
}

/// A row that holds anything at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturnedRow {
    /// Number as the spreadsheet shows it.
    pub row: usize,
    /// Empty where somebody added the row.
    pub key: String,
    pub cells: Vec<String>,
}
