//! What the roof promises: health, protecting headers, refusals with texts, who may write, time of a training instance.

#![allow(clippy::unwrap_used, clippy::panic)] // What helps a test may stop it.

mod edge;
mod health;
mod house;
mod page;
mod signed_in;
mod time;
