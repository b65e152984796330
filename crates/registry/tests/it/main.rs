//! What the registry promises, each promise against a database of its own.

mod import;
mod lookups;
mod world;
