//! Areas: the administrative tree, dated, with successors.

pub mod import;
pub mod model;
pub mod routes;
pub mod store;

pub use model::Area;
pub use routes::MECHANISM;
