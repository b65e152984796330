//! Promises that hold across systems.

mod bad_input;
mod cadences;
mod cuts;
mod dead_jobs;
mod demonstration;
mod faults;
mod history;
mod holders;
mod idempotency;
mod jobs;
mod messages;
mod order;
mod scope_matrix;
mod search;
mod tally;
mod two_processes;
