//! `anlan ledger verify`

use crate::outcome::{Done, Outcome};
use crate::place;
use clap::{Args, Subcommand};
use serde_json::json;
use server::Settings;

#[derive(Args)]
pub struct Wanted {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Reads the whole ledger again and compares it with its chain and its anchors.
    Verify,
}

pub fn run(settings: &Settings, wanted: &Wanted) -> Outcome {
    match wanted.what {
        What::Verify => verify(settings),
    }
}

fn verify(settings: &Settings) -> Outcome {
    let verdict = place::open(settings)?.store.verify_ledger_blocking()?;
    let value = json!({
        "entries": verdict.entries,
        "sealed": verdict.sealed,
        "unsealed": verdict.unsealed,
        "ok": verdict.ok,
        "first_bad": verdict.first_bad,
    });
    let counts = format!(
        "{} entries, {} sealed, {} unsealed",
        verdict.entries, verdict.sealed, verdict.unsealed
    );
    let judged = match (verdict.ok, verdict.first_bad) {
        (true, _) => "the ledger is whole".to_owned(),
        (false, Some(number)) => {
            format!("the ledger is NOT whole: entry {number} is the first bad one")
        }
        (false, None) => "the ledger is NOT whole".to_owned(),
    };
    let done = Done::new(format!("{counts}: {judged}"), value);
    Ok(if verdict.ok { done } else { done.untrue() })
}
