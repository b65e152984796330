//! Areas: the administrative tree, dated, with successors.

pub mod import;
pub mod model;
pub mod store;

pub use model::Area;
