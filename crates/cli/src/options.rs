//! What may stand on the command line.

use crate::commands::{demo, docs, import, ledger, openapi, policy, simulate, tick, user};
use crate::outcome::Refusal;
use clap::{Args, Parser, Subcommand, ValueEnum};
use server::Settings;
use std::path::{Path, PathBuf};

/// Anlan: work safety and emergency management as obligations, records and a ledger.
#[derive(Parser)]
#[command(name = "anlan", version, disable_help_subcommand = true)]
pub struct Line {
    #[command(flatten)]
    pub options: Options,
    #[command(subcommand)]
    pub command: Option<Command>,
}

/// Options of every command. They win over `ANLAN_*`, and that over `anlan.toml`.
#[derive(Args)]
pub struct Options {
    /// Folder of the database, the attachments and the anchors [default: data].
    #[arg(long, global = true, value_name = "DIR")]
    data: Option<PathBuf>,
    /// Address of a PostgreSQL database; without it SQLite in the data folder.
    #[arg(long, global = true, value_name = "URL")]
    database: Option<String>,
    /// Address and port to listen on [default: 127.0.0.1:8080].
    #[arg(long, global = true, value_name = "ADDRESS")]
    listen: Option<String>,
    /// Folder of policy packs; without it those inside the program.
    #[arg(long, global = true, value_name = "DIR")]
    packs: Option<PathBuf>,
    #[arg(long, global = true, value_enum, default_value = "text")]
    pub format: Format,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    Text,
    Json,
}

#[derive(Subcommand)]
pub enum Command {
    /// Serves the database; an empty data folder becomes a production instance.
    Serve,
    /// Makes the demonstration: a training instance with months of records.
    Demo(demo::Wanted),
    /// Takes a register from a CSV or xlsx file.
    Import(import::Wanted),
    /// Checks and explains policy packs.
    Policy(policy::Wanted),
    /// Counts what packs would open in a span of days, without records.
    Simulate(simulate::Wanted),
    /// Moves business time of a training instance to the end of a day.
    Tick(tick::Wanted),
    /// Verifies the ledger.
    Ledger(ledger::Wanted),
    /// Adds an account or resets its password.
    User(user::Wanted),
    /// Brings a PostgreSQL database up to this program.
    Migrate,
    /// Looks whether everything is in order.
    Doctor,
    /// Prints the description of the interface.
    Openapi(openapi::Wanted),
    /// Writes the lists of problems and permissions in docs.
    Docs(docs::Wanted),
}

impl Options {
    /// The settings of the machine with the options of this line.
    pub fn settings(&self) -> Result<Settings, Refusal> {
        let mut settings = server::settings::read(Path::new("anlan.toml"), std::env::vars())?;
        let text = |path: &PathBuf| path.display().to_string();
        let options = [
            ("data", self.data.as_ref().map(text)),
            ("database", self.database.clone()),
            ("listen", self.listen.clone()),
            ("packs", self.packs.as_ref().map(text)),
        ];
        for (name, value) in options {
            if let Some(value) = value {
                settings.set("command line", name, &value)?;
            }
        }
        Ok(settings)
    }
}
