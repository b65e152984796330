//! `anlan openapi [--check FILE]`

use super::docs;
use crate::outcome::{Done, Outcome, Refusal};
use clap::Args;
use std::path::PathBuf;

#[derive(Args)]
pub struct Wanted {
    /// Compares the document with a file instead of printing it.
    #[arg(long, value_name = "FILE")]
    check: Option<PathBuf>,
}

pub fn run(wanted: &Wanted) -> Outcome {
    let document =
        server::openapi::document().map_err(|error| Refusal::Failed(error.to_string()))?;
    let Some(file) = &wanted.check else {
        let value = serde_json::from_str(&document).unwrap_or_default();
        return Ok(Done::new(document, value));
    };
    docs::compared(&[(file.clone(), document)])
}
