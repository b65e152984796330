//! The three shapes of the design, each beside the one that it refused, under the same load in the same minute.

mod chain;
mod counter;
mod load;
mod scope;

use crate::Outcome;
use clap::{Args, Subcommand};
use std::path::PathBuf;

#[derive(Args)]
pub struct Wanted {
    #[command(subcommand)]
    shape: Shape,
    #[arg(long, global = true, default_value_t = 5)]
    rounds: usize,
    /// Seconds a side and round.
    #[arg(long, global = true, default_value_t = 3)]
    seconds: u64,
}

#[derive(Subcommand)]
enum Shape {
    /// A counter row that every request updates, against facts that a folder adds up.
    Counter(Where),
    /// A chain that every transaction takes hold of, against a sealer that follows.
    Chain(Where),
    /// One query with all conditions joined by OR, against one walk a branch, merged.
    Scope {
        /// A folder that `rig fill` made.
        #[arg(long)]
        data: PathBuf,
    },
}

#[derive(Args)]
pub struct Where {
    /// A folder for anchors, and for the database of SQLite.
    #[arg(long)]
    work: PathBuf,
    /// Address of a PostgreSQL server; without it SQLite.
    #[arg(long)]
    server: Option<String>,
}

pub fn run(wanted: &Wanted) -> Outcome<()> {
    match &wanted.shape {
        Shape::Counter(place) => counter::run(place, wanted.rounds, wanted.seconds),
        Shape::Chain(place) => chain::run(place, wanted.rounds, wanted.seconds),
        Shape::Scope { data } => scope::run(data, wanted.rounds),
    }
}
