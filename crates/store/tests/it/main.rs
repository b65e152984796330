//! The promises of the store, on SQLite always and on PostgreSQL when `ANLAN_TEST_PG` says where.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first thing that is not as it says; helpers belong to the tests"
)]

mod bench;
mod bulk;
mod counters;
mod group;
mod instance;
mod leases;
mod ledger;
mod memo;
mod pages;
mod retry;
mod schema;
mod unit;
