//! Promises that hold across systems.

mod bad_input;
mod cuts;
mod demonstration;
mod faults;
mod holders;
mod order;
mod scope_matrix;
mod tally;
mod two_processes;
