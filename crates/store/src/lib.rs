//! The store: the only crate that knows the databases, and the only one that commits.
//!
//! Callers read with a closure over [`Read`] and write with a closure over [`Tx`], a unit of work:
//! its rows, ledger entries, facts and outgoing messages commit together or not at all. One SQL
//! text serves SQLite and PostgreSQL: parameters by name, ids of sixteen bytes, instants and days
//! as integers, booleans 0 and 1, JSON as text, `insert … on conflict`, `returning`, row values,
//! common table expressions, sums cast to `bigint`; no database functions of time, chance, JSON or
//! language. Lists go through [`page`], which is where the one rule of sight is applied.
//!
//! To add a table: a file in `migrations/`; its rules are at the head of `migrations.rs`.

mod act;
mod birth;
mod catalog;
pub mod clock;
mod env;
mod error;
pub mod facts;
mod gauges;
mod guarded;
mod health;
pub mod lease;
mod ledger;
mod memo;
mod migrations;
mod outbox;
pub mod page;
mod postgres;
mod queue;
mod read;
mod row;
mod seal;
mod session;
mod settings;
mod sql;
mod sqlite;
mod start;
mod store;
mod texts;
mod tx;
mod value;
mod work;

pub use act::Act;
pub use catalog::{Catalog, Column};
pub use error::{Error, Result};
pub use gauges::{Gauges, gauges};
pub use health::{Health, Meters};
pub use memo::{Remembered, Shelf};
pub use outbox::Message;
pub use page::{Listing, Order, Page, PageKey};
pub use read::Read;
pub use row::Row;
pub use settings::{Instance, Kind, StoreSettings};
pub use sql::{Dialect, Sql};
pub use start::migrate;
pub use store::Store;
pub use texts::{Text, texts};
pub use tx::Tx;
pub use value::Value;
