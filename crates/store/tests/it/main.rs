//! The promises of the store, on SQLite always and on PostgreSQL when `ANLAN_TEST_PG` says where.

mod bench;
mod group;
mod ledger;
mod unit;
