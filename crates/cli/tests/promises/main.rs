//! What the command line promises: the demonstration, refusals with their numbers, packs without a server.

#![allow(clippy::unwrap_used, clippy::panic)] // What helps a test may stop it.

mod demonstration;
mod packs;
mod program;
mod refusals;
