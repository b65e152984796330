//! `anlan import KIND FILE [--dry-run]`

use crate::outcome::{Done, Outcome, Refusal, said};
use crate::place;
use clap::Args;
use kernel::reason::Reason;
use mechanism::App;
use mechanism::import::{ImportReport, Importer};
use serde_json::json;
use server::Settings;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
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

/// Whether what was taken stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    Keep,
    Dry,
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

/// Takes all rows in one unit of work, or none when one of them is wrong or the run is dry.
pub fn take(
    app: &App,
    importer: &'static Importer,
    bytes: &[u8],
    run: Run,
) -> Result<ImportReport, Refusal> {
    let table = documents::read(bytes).map_err(|error| Refusal::Input(error.to_string()))?;
    let (env, seen) = (app.env.clone(), Arc::new(Mutex::new(None)));
    let shown = seen.clone();
    let written = app.store.write_blocking(Act::system("import"), move |tx| {
        let report = (importer.run)(tx, &env, &table)?;
        let keep = run == Run::Keep && report.errors.is_empty();
        *shown.lock().unwrap_or_else(PoisonError::into_inner) = Some(report);
        // Refusing rolls everything back; the report was handed out already.
        if keep {
            Ok(())
        } else {
            Err(store::Error::refused(Reason::new("import.not_kept")))
        }
    });
    let report = seen.lock().unwrap_or_else(PoisonError::into_inner).take();
    match (report, written) {
        (Some(report), Err(store::Error::Refused(reason))) if reason.code == "import.not_kept" => {
            Ok(report)
        }
        (_, Err(error)) => Err(error.into()),
        (Some(report), Ok(())) => Ok(report),
        (None, Ok(())) => Err(Refusal::Failed("the import gave no report".to_owned())),
    }
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
