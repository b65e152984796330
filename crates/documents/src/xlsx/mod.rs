//! Tables in plain xlsx workbooks: one sheet, no macros, no formulas.

mod read;
mod write;

pub use read::read;
pub use write::{Unwritable, write};
