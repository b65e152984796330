//! What the crate promises, seen from outside. One program, because every one more is linked again.
#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a test may stop at the first thing that is not as it says"
)]

mod census;
mod checking;
mod differing;
mod explaining;
mod hostile;
mod loading;
mod manual;
mod packs;
mod schema;
