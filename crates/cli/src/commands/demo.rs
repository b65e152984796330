//! `anlan demo`: the demonstration.

use crate::demo;
use crate::demo::Scale;
use crate::outcome::{Done, Outcome};
use clap::Args;
use serde_json::json;
use server::{Settings, start};

#[derive(Args)]
pub struct Wanted {
    /// Pack of the place that it shows; without it the one that is the default.
    #[arg(long, value_name = "PACK")]
    place: Option<String>,
    /// How many records: `small` for tests, `full` for looking around.
    #[arg(long, value_enum, default_value = "full")]
    scale: Scale,
    /// Serves the demonstration once it is there.
    #[arg(long)]
    serve: bool,
}

pub fn run(settings: &Settings, wanted: &Wanted) -> Outcome {
    let made = demo::make(settings, wanted.place.as_deref(), wanted.scale)?;
    if !wanted.serve {
        let value = json!({ "place": made.place, "made": made.made, "records": made.records, "accounts": made.accounts });
        return Ok(Done::new(made.text(), value));
    }
    println!("{}", made.text());
    // Opened again with the machine's own chance: sessions must not follow from the seed of the demonstration.
    let store = server::open(settings, server::Birth::Production)?;
    super::serve::listen(settings, start::state(settings, store)?)
}
