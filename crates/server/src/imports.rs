//! Registers from files: one route for every importer of the table of contents.

use crate::catalogue::Catalogue;
use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use documents::Table;
use kernel::id::Id;
use kernel::reason::Reason;
use mechanism::import::{ImportReport, Importer, RowError};
use mechanism::job::{self, End};
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
/// The same for an import whose job shall stop.
const STOPPED: &str = "imports.stopped";
/// A longer file is taken in the background.
const MOST_AT_ONCE: usize = 2_000;

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
    match write(app, act, importer, read(bytes)?, run, None)? {
        Taken::Report(report) => Ok(report),
        Taken::Stopped => Err(Error::Stopped("an import was stopped".to_owned())),
    }
}

/// What became of an import.
enum Taken {
    Report(ImportReport),
    /// Somebody wished that its job stops; nothing was kept.
    Stopped,
}

fn read(bytes: &[u8]) -> Result<Table> {
    documents::read(bytes).map_err(|error| {
        let reason = Reason::new(error.code());
        let row = error.row().map_or(String::new(), |row| row.to_string());
        Error::refused(reason.with("row", row))
    })
}

fn write(
    app: &App,
    act: Act,
    importer: &'static Importer,
    table: Table,
    run: Run,
    job: Option<Id>,
) -> Result<Taken> {
    let (env, seen) = (app.env.clone(), Arc::new(Mutex::new(None)));
    let shown = seen.clone();
    let written = app.store.write_blocking(act, move |tx| {
        let report = (importer.run)(tx, &env, &table)?;
        let keep = run == Run::Keep && report.errors.is_empty();
        *shown.lock().unwrap_or_else(PoisonError::into_inner) = Some(report);
        // The wish to stop counts until the last moment.
        if let Some(job) = job
            && job::stopped(tx, job)?
        {
            return Err(Error::refused(Reason::new(STOPPED)));
        }
        // Refusing rolls everything back; the report was handed out already.
        if keep {
            Ok(())
        } else {
            Err(Error::refused(Reason::new(NOT_KEPT)))
        }
    });
    let report = seen.lock().unwrap_or_else(PoisonError::into_inner).take();
    match (report, written) {
        (Some(report), Ok(())) => Ok(Taken::Report(report)),
        (_, Err(Error::Refused(reason))) if reason.code == STOPPED => Ok(Taken::Stopped),
        (Some(report), Err(Error::Refused(reason))) if reason.code == NOT_KEPT => {
            Ok(Taken::Report(report))
        }
        (_, Err(error)) => Err(error),
        (None, Ok(())) => Err(Error::Stopped("an import gave no report".to_owned())),
    }
}

fn table() -> OpenApiRouter<App> {
    guarded("imports.run", routes!(import))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
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

/// The job that takes a long file.
#[derive(Debug, Serialize, ToSchema)]
struct Begun {
    #[schema(value_type = String)]
    job: Id,
}

/// Takes a register from CSV (UTF-8 or GBK) or xlsx: all rows or, when one of them is wrong, none. A long file is taken
/// by a job, whose result is the same report.
#[utoipa::path(post, path = "/imports/{kind}", tag = "imports",
    params(("kind" = String, Path, description = "areas, orgs, groups, posts, persons, sites, capacities, tasks"), Wanted),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, body = Report), (status = 202, body = Begun)))]
async fn import(
    State(app): State<App>,
    caller: Caller,
    Path(kind): Path<String>,
    Query(wanted): Query<Wanted>,
    bytes: Bytes,
) -> std::result::Result<Response, Problem> {
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
    let table = aside(move || read(&bytes)).await?;
    if MOST_AT_ONCE < table.rows.len() {
        let rows = i64::try_from(table.rows.len()).unwrap_or(i64::MAX);
        let work = move |app: &App, id| in_job(app, act, importer, table, run, language, id);
        let job = job::begin(&app, importer.kind, caller.account, rows, work).await?;
        return Ok((StatusCode::ACCEPTED, Json(Begun { job })).into_response());
    }
    let taken = aside(move || write(&app, act, importer, table, run, None)).await?;
    match taken {
        Taken::Report(report) => Ok(Json(shown(report, run, language)).into_response()),
        Taken::Stopped => Err(Problem::of(StatusCode::CONFLICT, STOPPED)),
    }
}

/// Runs what would hold up other requests on a thread of its own.
async fn aside<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    let done = tokio::task::spawn_blocking(work).await;
    done.unwrap_or_else(|error| Err(Error::Stopped(error.to_string())))
}

/// The importer asks for the rights of the account again when the job starts.
fn in_job(
    app: &App,
    act: Act,
    importer: &'static Importer,
    table: Table,
    run: Run,
    language: Lang,
    id: Id,
) -> End {
    match write(app, act, importer, table, run, Some(id)) {
        Ok(Taken::Report(report)) => {
            let report = serde_json::to_value(shown(report, run, language));
            report.map_or_else(
                |error| job::failed(Error::Database(error.to_string())),
                End::Done,
            )
        }
        Ok(Taken::Stopped) => End::Cancelled,
        Err(error) => job::failed(error),
    }
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

const TEXTS: &[Text] = &[
    Text {
        code: "imports.unknown_kind",
        zh: "没有“{kind}”这种导入",
        en: "There is no import of {kind}",
        zh_do: "从导入页面选择类型",
        en_do: "Choose a kind on the import page",
    },
    Text {
        code: STOPPED,
        zh: "导入已停止，没有保留任何内容",
        en: "The import was stopped; nothing was kept",
        zh_do: "需要时重新导入",
        en_do: "Import again when needed",
    },
];
