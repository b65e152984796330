//! Bodies: organs, committees, departments, enterprises, schools, stations, teams.

pub mod model;
pub mod store;

pub use model::Org;
