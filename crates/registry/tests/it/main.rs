//! What the registry promises, each promise against a database of its own.

mod identity;
mod import;
mod lookups;
mod routes;
mod server;
mod world;
