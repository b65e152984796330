//! Registers from files: one route for every importer of the table of contents.

use crate::catalogue::Catalogue;
use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use kernel::reason::Reason;
use mechanism::import::{ImportReport, Importer, RowError};
use mechanism::text::Text;
use mechanism::{App, Caller, Lang, Mechanism, Permission, Problem, guarded};
use serde::{Deserialize, Serialize};
use std::sync::{Arc, Mutex, PoisonError};
use store::{Act, Error, Result};
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub const MECHANISM: Mechanism = Mechanism {
    name: "imports",
    permissions: &[Permission {
        name: "imports.run",
        zh: "导入台账",
        en: "Import registers",
    }],
    routes: table,
    timers: &[],
    importers: &[],
    texts: TEXTS,
};

/// Refuses inside the unit of work so that nothing is kept; it never reaches a reader.
const NOT_KEPT: &str = "imports.not_kept";

/// Whether what was taken stays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    Keep,
    Dry,
}

/// Takes all rows of a file in one unit of work, or none when one of them is wrong or the run is dry.
///
/// # Errors
/// A file that is no table, and whatever the database says.
pub fn take(
    app: &App,
    act: Act,
    importer: &'static Importer,
    bytes: &[u8],
    run: Run,
) -> Result<ImportReport> {
    let table = documents::read(bytes).map_err(|error| {
        let reason = Reason::new(error.code());
        let row = error.row().map_or(String::new(), |row| row.to_string());
        Error::refused(reason.with("row", row))
    })?;
    let (env, seen) = (app.env.clone(), Arc::new(Mutex::new(None)));
    let shown = seen.clone();
    let written = app.store.write_blocking(act, move |tx| {
        let report = (importer.run)(tx, &env, &table)?;
        let keep = run == Run::Keep && report.errors.is_empty();
        *shown.lock().unwrap_or_else(PoisonError::into_inner) = Some(report);
        // Refusing rolls everything back; the report was handed out already.
        if keep {
            Ok(())
        } else {
            Err(Error::refused(Reason::new(NOT_KEPT)))
        }
    });
    let report = seen.lock().unwrap_or_else(PoisonError::into_inner).take();
    match (report, written) {
        (Some(report), Ok(())) => Ok(report),
        (Some(report), Err(Error::Refused(reason))) if reason.code == NOT_KEPT => Ok(report),
        (_, Err(error)) => Err(error),
        (None, Ok(())) => Err(Error::Stopped("an import gave no report".to_owned())),
    }
}

fn table() -> OpenApiRouter<App> {
    guarded("imports.run", routes!(import))
}

#[derive(Debug, Deserialize, IntoParams)]
struct Wanted {
    /// Checks everything and keeps nothing.
    #[serde(default)]
    dry_run: bool,
    /// File name as people know it.
    name: Option<String>,
}

/// What an import did, or would do. Rows that cannot be taken are named; then nothing was kept.
#[derive(Debug, Serialize, ToSchema)]
struct Report {
    added: usize,
    changed: usize,
    same: usize,
    kept: bool,
    errors: Vec<Fault>,
}

/// A row that cannot be taken, with its text in the reader's language.
#[derive(Debug, Serialize, ToSchema)]
struct Fault {
    #[serde(flatten)]
    error: RowError,
    message: String,
    act: String,
}

/// Takes a register from CSV (UTF-8 or GBK) or xlsx: all rows or, when one of them is wrong, none.
#[utoipa::path(post, path = "/imports/{kind}", tag = "imports",
    params(("kind" = String, Path, description = "areas, orgs, groups, posts, persons, sites, capacities, tasks"), Wanted),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, body = Report)))]
async fn import(
    State(app): State<App>,
    caller: Caller,
    Path(kind): Path<String>,
    Query(wanted): Query<Wanted>,
    bytes: Bytes,
) -> std::result::Result<Json<Report>, Problem> {
    let importer = app
        .importers
        .iter()
        .copied()
        .find(|importer| importer.kind == kind);
    let importer = importer.ok_or_else(|| {
        let reason = Reason::new("imports.unknown_kind").with("kind", &kind);
        Problem::new(StatusCode::NOT_FOUND, reason)
    })?;
    // The name of the file stays out of log and ledger: people put names of people into it.
    let _ = wanted.name;
    let run = if wanted.dry_run { Run::Dry } else { Run::Keep };
    let act = Act::by(caller.account, "imports.run", None);
    let language = caller.language;
    let work = move || take(&app, act, importer, &bytes, run);
    let taken = tokio::task::spawn_blocking(work).await;
    let report = taken.unwrap_or_else(|error| Err(Error::Stopped(error.to_string())))?;
    Ok(Json(shown(report, run, language)))
}

fn shown(report: ImportReport, run: Run, language: Lang) -> Report {
    let catalogue = Catalogue::of_everything();
    let kept = run == Run::Keep && report.errors.is_empty();
    let fault = |error: RowError| {
        let reason = Reason {
            code: error.code.clone(),
            params: error.params.clone(),
        };
        let (message, act) = catalogue.text(&reason, language);
        Fault {
            error,
            message,
            act,
        }
    };
    let errors = report.errors.into_iter().map(fault).collect();
    Report {
        added: report.added,
        changed: report.changed,
        same: report.same,
        kept,
        errors,
    }
}

const TEXTS: &[Text] = &[Text {
    code: "imports.unknown_kind",
    zh: "没有“{kind}”这种导入",
    en: "There is no import of {kind}",
    zh_do: "从导入页面选择类型",
    en_do: "Choose a kind on the import page",
}];
