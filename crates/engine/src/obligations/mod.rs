//! Obligations: who owes what, on what subject, by when, proven how.
//!
//! How to open one more kind: build a [`Rule`] and [`NewObligation`]s and hand them to `satisfaction::open`; never
//! insert rows here directly, because a record filed earlier may already satisfy them.

mod amounts;
pub mod cells;
pub mod listing;
mod model;
pub mod rules;
pub mod sets;
pub mod store;
pub mod submissions;
pub mod tally;
mod texts;
mod trace;
pub mod view;
pub mod visible;

pub use model::{Beside, Kind, Member, NewObligation, Obligation, Progress, Rule, Stage, State};
pub use texts::TEXTS;
