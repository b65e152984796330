//! `rig`: fills data folders for the benchmarks, runs the cases that need no network, and writes the table.
//!
//! Nothing here belongs to the product. Every case prints one JSON line for each round (see [`sample`]); what the lines
//! must show stands in one table, [`report::goals`]. The scripts in `bench/` call the commands in the right order.

mod place;
mod report;
mod sample;
mod shapes;
mod start;
mod tick;
mod tokens;
mod watch;
mod world;

use clap::{Parser, Subcommand};
use std::error::Error;
use std::process::ExitCode;

/// A tool for benchmarks stops at the first thing that is not as it should be.
type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

#[derive(Parser)]
#[command(name = "rig", version)]
struct Line {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Fills a data folder with registers, callers and obligations; one of the same stamp is left as it is.
    Fill(world::Wanted),
    /// Opens a session for accounts of a data folder that no server holds at the moment.
    Tokens(tokens::Wanted),
    /// A month of duties by one tick, against the same rows written in bulk.
    Tick(tick::Wanted),
    /// The shapes that the design chose, against those that it refused.
    Shapes(shapes::Wanted),
    /// From the start of the program to its first answer, and its memory at rest.
    Start(start::Wanted),
    /// Reads the lines of all cases and writes the table.
    Table(report::Wanted),
}

fn main() -> ExitCode {
    let outcome = match Line::parse().command {
        Command::Fill(wanted) => world::fill(&wanted),
        Command::Tokens(wanted) => tokens::run(&wanted),
        Command::Tick(wanted) => tick::run(&wanted),
        Command::Shapes(wanted) => shapes::run(&wanted),
        Command::Start(wanted) => start::run(&wanted),
        Command::Table(wanted) => report::run(&wanted),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("rig: {error}");
            ExitCode::FAILURE
        }
    }
}
