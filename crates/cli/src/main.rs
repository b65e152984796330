//! `anlan`: the server and everything that is done to it from a terminal.
//!
//! One file for each command in [`commands`]. Every command takes `--data`, `--database` and `--format`, and ends with 0
//! when it is done, 1 when it failed or what was asked is not true, 2 when what it was given cannot be taken.

mod commands;
mod demo;
mod options;
mod outcome;
mod place;

use clap::Parser;
use mimalloc::MiMalloc;
use options::{Command, Line};
use outcome::Outcome;
use std::process::ExitCode;

/// An answer is many small texts made on one thread and freed on another, which the system's allocator does slowly.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    let line = Line::parse();
    let format = line.options.format;
    match run(line) {
        Ok(done) => done.show(format),
        Err(refusal) => refusal.show(format),
    }
}

fn run(line: Line) -> Outcome {
    let settings = line.options.settings()?;
    server::log::start(&settings);
    // Without a command the program does what it is there for.
    match line.command.unwrap_or(Command::Serve) {
        Command::Serve => commands::serve::run(&settings),
        Command::Demo(wanted) => commands::demo::run(&settings, &wanted),
        Command::Import(wanted) => commands::import::run(&settings, &wanted),
        Command::Policy(wanted) => commands::policy::run(&settings, &wanted),
        Command::Simulate(wanted) => commands::simulate::run(&settings, &wanted),
        Command::Tick(wanted) => commands::tick::run(&settings, &wanted),
        Command::Ledger(wanted) => commands::ledger::run(&settings, &wanted),
        Command::User(wanted) => commands::user::run(&settings, &wanted),
        Command::Migrate => commands::migrate::run(&settings),
        Command::Doctor => commands::doctor::run(&settings),
        Command::Openapi(wanted) => commands::openapi::run(&wanted),
        Command::Docs(wanted) => commands::docs::run(&wanted),
    }
}
