//! Everything that opens obligations: matters, duties, tasks, and the plan that they answer to.
//!
//! Folders, each using only those before it: `matters` (what went wrong, until verified), `duties` (what recurs),
//! `tasks` (what a plan breaks down), `plans` (the document with its live states), `chasing` (who still
//! owes), `collections` (records by spreadsheet),
//! `instructions` (a leader's written wish), `census` (a snapshot each month), `agenda` (what falls due when).

pub mod agenda;
pub mod census;
pub mod chasing;
pub mod collections;
pub mod duties;
pub mod instructions;
pub mod matters;
pub mod plans;
pub mod tasks;
