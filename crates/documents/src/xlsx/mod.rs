//! Tables in plain xlsx workbooks: one sheet, no macros, no formulas; sheets to be filled in; forms of others that are
//! filled with their layout kept.

mod form;
mod page;
mod read;
mod template;
mod write;

pub use form::{read_form, write_form};
pub use read::read;
pub use template::{Names, Unfillable, fill, names};
pub use write::{Unwritable, write};
