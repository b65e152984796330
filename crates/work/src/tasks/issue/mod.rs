//! Documents sent out: each addressee signs for his own receipt, and nobody signs for another.

mod model;
mod routes;
mod store;

pub use routes::routes;
