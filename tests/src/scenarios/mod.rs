//! One file a system, named by its number.

mod activation;
mod chasing;
mod collecting;
mod collecting_on_behalf;
mod instruction;
mod s004;
mod s005;
mod s012;
mod s013;
mod s019;
mod s022;
mod s023;
mod s024;
mod s027;
mod s038;
mod s039;
mod s049;
mod s050;
mod s130;
mod simulate;
mod tray;
mod tray_engine;
mod tray_returns;
mod tray_rules;
