//! Everything that opens obligations: matters, duties, tasks, and the plan that they answer to.
//!
//! Folders, each using only those before it: `matters` (what went wrong, until verified), `duties` (what recurs),
//! `tasks` (what a plan breaks down), `plans` (the document with its live states).

pub mod duties;
pub mod matters;
pub mod plans;
pub mod tasks;
