//! Scenario tests: each acceptance scenario of a system, driven over HTTP with the training clock.
//!
//! Every scenario runs on SQLite, and on PostgreSQL too where `ANLAN_TEST_PG` names a server. `world` builds the place;
//! `scenarios` holds a file a system, `promises` what holds across systems.
#![cfg(test)]

mod promises;
mod scenarios;
mod world;
