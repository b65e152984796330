//! Persons, the posts they hold, and who stands in for them.

pub mod import;
pub mod model;
pub mod routes;
pub mod rules;
pub mod store;

pub use model::{Holder, Person, Post};
pub use routes::MECHANISM;
