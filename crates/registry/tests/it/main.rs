//! What the registry promises, each promise against a database of its own.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first thing that is not as it says; helpers belong to the tests"
)]

mod identity;
mod import;
mod lookups;
mod routes;
mod server;
mod world;
