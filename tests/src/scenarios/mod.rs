//! One file a system, named by its number.

mod chasing;
mod collecting;
mod collecting_on_behalf;
mod activation;
mod simulate;
mod s004;
mod s005;
mod s012;
mod s013;
mod s019;
mod s023;
mod s022;
mod s024;
mod s027;
mod s038;
mod s039;
mod s049;
mod s050;
mod s130;
