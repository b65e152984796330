//! Files as bytes: tables in, tables out. No database, no clock, no network.
//!
//! [`read`] takes what people upload (CSV in UTF-8 or GBK, plain xlsx) and gives a [`Table`] whose rows know their
//! number in the spreadsheet, so that every complaint can name row and column. [`Sheet`] is written as xlsx or CSV;
//! codes stay text and no cell ever becomes a formula.

mod bundle;
pub mod csv;
pub mod xlsx;

mod form;
mod number;
mod read;
mod sheet;
mod table;

pub use bundle::{Bundle, file_name};
pub use form::{FormColumn, FormRow, FormSheet, Input, Returned, ReturnedRow};
pub use read::{MAX_COLUMNS, MAX_ROWS, Unreadable, read};
pub use sheet::{Cell, Column, Sheet};
pub use table::{Line, Table};
