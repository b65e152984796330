//! Promises that hold across systems.

mod cuts;
mod order;
mod scope_matrix;
mod tally;
