//! Parties: whoever can owe or receive, under one foreign key.

pub mod model;
pub mod store;

pub use model::PartyKind;
