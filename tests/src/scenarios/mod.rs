//! One file a system, named by its number.

mod s004;
mod s012;
mod s013;
mod s024;
mod s027;
mod s039;
mod s049;
mod s050;
