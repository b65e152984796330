//! The caller's own jobs: how far they are, how they ended, and stopping them.

use crate::catalogue::Catalogue;
use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::id::Id;
use kernel::reason::Reason;
use mechanism::job::{self, Job};
use mechanism::text::Text;
use mechanism::{App, Caller, Lang, Listed, Mechanism, Permission, Problem, guarded};
use serde::Serialize;
use store::{Act, Dialect, Error, Result, Sql, Store};
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub const MECHANISM: Mechanism = Mechanism {
    name: "jobs",
    permissions: &[Permission {
        name: "jobs.read",
        zh: "查看和停止本人的后台作业",
        en: "See and stop one's own jobs",
    }],
    routes: table,
    timers: &[],
    importers: &[],
    texts: &[Text {
        code: "jobs.broken_off",
        zh: "服务在作业进行中停止，作业没有做完",
        en: "The server stopped while this job was running; it did not finish",
        zh_do: "核对结果：要么全部保留，要么没有保留；需要时重新提交，重复内容不会记两次",
        en_do: "Check the result: all of it was kept or nothing; submit it again where needed, nothing is taken twice",
    }],
};

/// Ends the jobs of processes that are gone. An embedded database has one process: when it starts, nobody else's jobs
/// can be running. On PostgreSQL a living job is known by its pulse.
pub async fn break_off(store: &Store, when: When, lease_ms: i64) -> Result<()> {
    let now = store.clock().machine();
    let since = match (store.dialect(), when) {
        (Dialect::Sqlite, When::Start) => now.plus_millis(1),
        (Dialect::Sqlite, When::Later) => return Ok(()),
        (Dialect::Postgres, _) => now.plus_millis(-(4 * lease_ms).max(SILENCE_MS)),
    };
    if !store.read(move |sql| job::broken_off(sql, since)).await? {
        return Ok(());
    }
    let ended = store
        .write(Act::system("jobs.break_off"), move |tx| {
            job::break_off(tx, since)
        })
        .await?;
    tracing::warn!(jobs = ended, "jobs of a process that is gone were ended");
    Ok(())
}

/// Whether the process has just started.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    Start,
    Later,
}

/// A job that has been silent for so long is dead, however short the leases are.
const SILENCE_MS: i64 = 4 * job::PULSE_MS as i64;

/// As many as a page shows; older ones are found by their number.
const MOST: usize = 50;

fn table() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded("jobs.read", routes!(list)))
        .merge(guarded("jobs.read", routes!(show)))
        .merge(guarded("jobs.read", routes!(cancel)))
}

#[derive(Clone, Debug, Serialize, ToSchema)]
struct JobView {
    #[schema(value_type = String)]
    id: Id,
    /// `import.sites` …
    kind: String,
    /// `waiting`, `running`, `done`, `failed` or `cancelled`.
    state: String,
    done: i64,
    total: Option<i64>,
    /// Somebody asked it to stop.
    cancel: bool,
    /// What it gave, once it is done.
    #[schema(value_type = Option<Object>)]
    result: Option<serde_json::Value>,
    /// Code of the reason why it failed, and its text.
    error: Option<String>,
    message: Option<String>,
    /// Machine time in UTC milliseconds.
    created_at: i64,
    changed_at: i64,
}

/// The caller's jobs, newest first.
#[utoipa::path(get, path = "/jobs", operation_id = "jobs_list", tag = "jobs",
    responses((status = 200, body = Listed<JobView>)))]
async fn list(
    State(app): State<App>,
    caller: Caller,
) -> std::result::Result<Json<Listed<JobView>>, Problem> {
    let language = caller.language;
    let jobs = app
        .store
        .read(move |sql| job::of_account(sql, caller.account, MOST))
        .await?;
    let catalogue = Catalogue::of_everything();
    let items = jobs.into_iter().map(|job| view(&catalogue, job, language));
    Ok(Json(Listed {
        items: items.collect(),
        next: None,
        count: None,
    }))
}

/// One of the caller's jobs.
#[utoipa::path(get, path = "/jobs/{id}", operation_id = "jobs_get", tag = "jobs", params(("id" = String, Path,)),
    responses((status = 200, body = JobView), (status = 404)))]
async fn show(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
) -> std::result::Result<Json<JobView>, Problem> {
    let language = caller.language;
    let job = app.store.read(move |sql| own(sql, &caller, id)).await?;
    Ok(Json(view(&Catalogue::of_everything(), job, language)))
}

/// Asks a job to stop. What it has not committed by then is undone; one that has ended stays as it ended.
#[utoipa::path(post, path = "/jobs/{id}/cancel", operation_id = "jobs_cancel", tag = "jobs",
    params(("id" = String, Path,)), responses((status = 204), (status = 404)))]
async fn cancel(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
) -> std::result::Result<StatusCode, Problem> {
    let known = app.store.read(move |sql| own(sql, &caller, id)).await?;
    job::cancel(&app.store, known.id).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Jobs of others do not exist for the caller.
fn own(sql: &mut dyn Sql, caller: &Caller, id: Id) -> Result<Job> {
    let job = job::by_id(sql, id)?.ok_or(Error::NotFound)?;
    if job.account == Some(caller.account) {
        Ok(job)
    } else {
        Err(Error::NotFound)
    }
}

fn view(catalogue: &Catalogue, job: Job, language: Lang) -> JobView {
    let reason: Option<Reason> = job
        .error
        .as_deref()
        .and_then(|text| serde_json::from_str(text).ok());
    let message = reason.as_ref().map(|reason| {
        let (what, remedy) = catalogue.text(reason, language);
        [what, remedy]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(if language == Lang::Zh { "。" } else { ". " })
    });
    JobView {
        id: job.id,
        kind: job.kind,
        state: job.state,
        done: job.done,
        total: job.total,
        cancel: job.cancel,
        result: job
            .result
            .as_deref()
            .and_then(|text| serde_json::from_str(text).ok()),
        error: reason.map(|reason| reason.code),
        message,
        created_at: job.created_at.0,
        changed_at: job.changed_at.0,
    }
}
