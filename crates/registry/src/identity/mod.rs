//! Identity: accounts, roles and sessions; who may sign in and what follows from it.
//!
//! Everything here runs on machine time: a training clock never ends a session, and moving it never unlocks an account.
//! Only the validity of roles and posts is asked as of the business day. Passwords are kept as argon2id, tokens as
//! their digest; neither ever stands in the ledger.

pub mod accounts;
pub mod administrators;
pub mod callers;
pub mod model;
pub mod password;
pub mod rules;
pub mod sign_in;
pub mod store;
pub mod token;

mod resolve;
mod routes;
mod texts;

pub use accounts::{NewAccount, OneTime};
pub use resolve::resolve;
pub use routes::MECHANISM;
