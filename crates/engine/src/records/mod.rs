//! Records: filled forms with people, place, time and attachments. They are never overwritten, only superseded.

mod attachments;
mod model;
pub mod routes;
pub mod rules;
pub mod store;
mod texts;

pub use model::{Filing, Record, Value};
pub use texts::TEXTS;
