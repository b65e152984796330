//! Promises that hold across systems.

mod cuts;
mod demonstration;
mod order;
mod scope_matrix;
mod tally;
