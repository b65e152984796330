//! Policy packs: a plan as data.
//!
//! A pack is a folder of TOML that says what a plan demands: its header, its clauses, and the definitions that realise
//! them. This crate loads packs, checks them with line-exact messages, explains and traces them. It knows no database,
//! no clock and no network, and no place or year of its own.
//!
//! - [`Source`] is one file of a pack; [`sources_of`] reads folders.
//! - [`Library`] holds the loaded packs and answers look-ups across them.
//! - [`check()`] finds what is wrong, [`explain()`] says a clause in words, [`trace()`] lists how far each clause is.
//! - [`diff()`](diff::diff) says what a new version of a pack changes.
//! - [`Finding`] is what a check has against a pack, with the place in the file.

mod check;
mod draft;
mod explain;
mod finding;
mod library;
mod misfit;
mod notes;
mod pack;
mod place;
mod schema;
mod shape;
mod source;
mod table;
mod trace;
mod words;

pub mod definitions;
pub mod diff;

pub use check::check;
pub use definitions::*;
pub use diff::{Difference, diff};
pub use explain::{Explained, Explanation, explain};
pub use finding::{Finding, Rejected};
pub use library::{Definition, DefinitionKind, Library};
pub use pack::Pack;
pub use schema::schema_text;
pub use source::{Source, sources_of};
pub use trace::{State, TraceRow, state_of, trace};
pub use words::{Lang, Words, definition_words};
