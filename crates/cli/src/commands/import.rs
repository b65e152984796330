//! `anlan import KIND FILE [--dry-run]`

use crate::outcome::{Done, Outcome, Refusal, said};
use crate::place;
use clap::Args;
use kernel::reason::Reason;
use mechanism::App;
use mechanism::import::{ImportReport, Importer};
use serde_json::json;
use server::Settings;
use server::imports::{self, Run};
use std::path::PathBuf;
use store::Act;

#[derive(Args)]
pub struct Wanted {
    /// What the file holds: areas, orgs, persons, posts, sites, tasks.
    kind: String,
    /// CSV (UTF-8 or GBK) or xlsx.
    file: PathBuf,
    /// Checks everything and keeps nothing.
    #[arg(long)]
    dry_run: bool,
}

pub fn run(settings: &Settings, wanted: &Wanted) -> Outcome {
    let bytes = std::fs::read(&wanted.file)
        .map_err(|error| Refusal::Input(format!("{}: {error}", wanted.file.display())))?;
    let app = place::open(settings)?;
    let run = if wanted.dry_run { Run::Dry } else { Run::Keep };
    let report = take(&app, importer(&app, &wanted.kind)?, &bytes, run)?;
    let text = shown(&report, run);
    let value = json!({
        "added": report.added, "changed": report.changed, "same": report.same,
        "kept": run == Run::Keep && report.errors.is_empty(), "errors": report.errors,
    });
    if report.errors.is_empty() {
        return Ok(Done::new(text, value));
    }
    // Rows that cannot be taken are refused input; the JSON form carries them all.
    Ok(Done::new(text, value).refused())
}

pub fn importer(app: &App, kind: &str) -> Result<&'static Importer, Refusal> {
    let known = || {
        app.importers
            .iter()
            .map(|importer| importer.kind)
            .collect::<Vec<_>>()
            .join(", ")
    };
    let found = app.importers.iter().find(|importer| importer.kind == kind);
    found.copied().ok_or_else(|| {
        Refusal::Input(format!(
            "there is no import of `{kind}`, only of {}",
            known()
        ))
    })
}

/// Takes the file as the system itself does; see [`imports::take`].
pub fn take(
    app: &App,
    importer: &'static Importer,
    bytes: &[u8],
    run: Run,
) -> Result<ImportReport, Refusal> {
    Ok(imports::take(
        app,
        Act::system("imports.run"),
        importer,
        bytes,
        run,
    )?)
}

fn shown(report: &ImportReport, run: Run) -> String {
    let mut lines: Vec<String> = report
        .errors
        .iter()
        .map(|error| {
            let reason = Reason {
                code: error.code.clone(),
                params: error.params.clone(),
            };
            format!(
                "row {}, {} `{}`: {}",
                error.row,
                error.column,
                error.value,
                said(&reason)
            )
        })
        .collect();
    let kept = match (run, report.errors.is_empty()) {
        (Run::Keep, true) => "",
        (Run::Dry, true) => "; nothing was kept: dry run",
        (_, false) => "; nothing was kept",
    };
    lines.push(format!(
        "{} added, {} changed, {} as before, {} wrong{kept}",
        report.added,
        report.changed,
        report.same,
        report.errors.len()
    ));
    lines.join("\n")
}
