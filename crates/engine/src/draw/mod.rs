//! Draws: one mechanism for roll calls, double-random checks and quality spot-checks.
//!
//! A draw keeps its population, quota, round, seed and result, so that anybody who knows the instance's key can repeat
//! it. Within a round nobody is drawn twice; a round ends when everybody was drawn once.

mod hold;
mod routes;
pub mod rules;
mod store;

pub use hold::hold;
pub use routes::routes;
pub use store::drawn;
