//! Sites: whatever is supervised, its tags, and who answers for it.

pub mod capacities;
pub mod import;
pub mod model;
pub mod routes;
pub mod rules;
pub mod store;
pub mod tags;

pub use model::{Capacity, Site, Tag};
pub use routes::MECHANISM;
