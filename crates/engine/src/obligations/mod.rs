//! Obligations: who owes what, on what subject, by when, proven how.
//!
//! How to open one more kind: build a [`Rule`] and [`NewObligation`]s and hand them to `satisfaction::open`; never
//! insert rows here directly, because a record filed earlier may already satisfy them.

pub mod listing;
mod model;
pub mod routes;
pub mod rules;
pub mod store;
mod texts;
pub mod view;

pub use model::{Kind, Member, NewObligation, Obligation, Progress, Rule, State};
pub use texts::TEXTS;
