//! Promises that hold across systems.

mod cuts;
mod demonstration;
mod holders;
mod order;
mod scope_matrix;
mod tally;
