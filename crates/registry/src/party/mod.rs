//! Parties: whoever can owe or receive, under one foreign key.

pub mod model;
mod people;
pub mod store;

pub use model::PartyKind;
pub use people::current_people;
