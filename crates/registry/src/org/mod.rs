//! Bodies: organs, committees, departments, enterprises, schools, stations, teams.

pub mod import;
pub mod matching;
pub mod members;
pub mod model;
pub mod routes;
pub mod rules;
pub mod store;

pub use model::Org;
pub use routes::MECHANISM;
