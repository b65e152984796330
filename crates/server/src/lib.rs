//! The roof: puts the mechanisms of the table of contents together and serves them.
//!
//! - [`contents`] lists every mechanism; [`router`] shows every layer around their routes.
//! - [`start`] opens the store and builds the state; [`serve`] listens.
//! - [`machine`] is the one place with real time and chance, [`settings`] the one with settings of the machine.
//!
//! Invariants: no rule of work safety stands here; every route of the interface comes from the table of contents and
//! names one permission; every refusal is a problem with texts in both languages.

mod asking;
pub mod auth;
pub mod catalogue;
pub mod channels;
pub mod contents;
pub mod generated;
mod health;
mod history;
mod idempotency;
pub mod imports;
mod instance;
mod jobs;
mod leading;
pub mod log;
pub mod machine;
mod messages;
pub mod openapi;
mod outbox;
pub mod packs;
mod problems;
mod request;
pub mod router;
mod same_origin;
mod search;
pub mod serve;
pub mod settings;
pub mod start;
mod subject;
mod texts;
pub mod ticking;
mod web;

pub use serve::serve;
pub use settings::Settings;
pub use start::{Birth, Error, Started, app, open};
