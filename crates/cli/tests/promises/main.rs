//! What the command line promises: the demonstration, refusals with their numbers, packs without a server.

mod demonstration;
mod packs;
mod program;
mod refusals;
