//! One file for each command: what it takes, and what it does.

pub mod demo;
pub mod docs;
pub mod doctor;
pub mod import;
pub mod ledger;
pub mod migrate;
pub mod openapi;
pub mod policy;
pub mod serve;
pub mod simulate;
pub mod tick;
pub mod user;
