//! `anlan docs [--check]`: writes the generated lists, or says which are behind.

use crate::outcome::{Done, Outcome, Refusal};
use clap::Args;
use serde_json::json;
use server::generated;
use std::path::PathBuf;

#[derive(Args)]
pub struct Wanted {
    /// Writes nothing; names the files that would change.
    #[arg(long)]
    check: bool,
    /// Root of the repository.
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
}

pub fn run(wanted: &Wanted) -> Outcome {
    let document =
        server::openapi::document().map_err(|error| Refusal::Failed(error.to_string()))?;
    let files = [
        (wanted.root.join("schemas/openapi.json"), document),
        (wanted.root.join("docs/errors.md"), generated::errors()),
        (
            wanted.root.join("docs/permissions.md"),
            generated::permissions_page(),
        ),
    ];
    if wanted.check {
        return compared(&files);
    }
    for (file, text) in &files {
        let failed = |error| Refusal::Failed(format!("{}: {error}", file.display()));
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).map_err(failed)?;
        }
        std::fs::write(file, text).map_err(failed)?;
    }
    Ok(Done::new(
        format!("{} files written", files.len()),
        json!({ "written": files.len() }),
    ))
}

/// Says which files are not what would be written now.
pub fn compared(files: &[(PathBuf, String)]) -> Outcome {
    let differs = |(file, text): &&(PathBuf, String)| {
        std::fs::read_to_string(file).ok().as_deref() != Some(text)
    };
    let behind: Vec<String> = files
        .iter()
        .filter(differs)
        .map(|(file, _)| file.display().to_string())
        .collect();
    if behind.is_empty() {
        return Ok(Done::new("fresh", json!({ "fresh": true })));
    }
    let text = format!("not what would be written now: {}", behind.join(", "));
    Ok(Done::new(text, json!({ "fresh": false, "behind": behind })).untrue())
}
