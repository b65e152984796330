//! Whether the server lives, whether it can take work, and how it goes.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::time::Moment;
use mechanism::App;
use std::fmt::Write;
use store::{Gauges, Read, Result, Sql, params};

/// The process answers.
pub async fn alive() -> &'static str {
    "ok\n"
}

/// Work can be taken: the last write went through, and reading works now.
pub async fn ready(State(app): State<App>) -> Response {
    let health = app.store.health();
    if !health.writable {
        return red(&health.reason.unwrap_or_default());
    }
    match app.store.read(|sql| sql.one("select 1 as one", &[])).await {
        Ok(_) => "ready\n".into_response(),
        Err(error) => red(&error.to_string()),
    }
}

fn red(reason: &str) -> Response {
    (
        StatusCode::SERVICE_UNAVAILABLE,
        format!("not ready: {reason}\n"),
    )
        .into_response()
}

/// What `/metrics` reads from the database.
struct Backlog {
    oldest_timer: Option<Moment>,
    timers_due: i64,
    store: Gauges,
}

/// Plain text, one figure a line.
pub async fn metrics(State(app): State<App>) -> Response {
    let clock = app.store.clock().clone();
    let now = clock.business();
    let backlog = match app.store.read(move |sql| backlog(sql, now)).await {
        Ok(backlog) => backlog,
        Err(error) => return red(&error.to_string()),
    };
    let meters = app.store.meters();
    let late = age(backlog.oldest_timer, now);
    let job = age(backlog.store.oldest_job, clock.machine());
    let message = age(backlog.store.oldest_message, now);
    let figures: [(&str, &str, String); 11] = [
        (
            "anlan_timer_oldest_due_seconds",
            "how late the oldest due timer is, in business time",
            seconds(late),
        ),
        (
            "anlan_timers_due",
            "timers that are due and not handled",
            backlog.timers_due.to_string(),
        ),
        (
            "anlan_ledger_unsealed_entries",
            "ledger entries without a place in the chain",
            backlog.store.unsealed.to_string(),
        ),
        (
            "anlan_facts_unfolded",
            "facts not yet added to the counters",
            backlog.store.unfolded.to_string(),
        ),
        (
            "anlan_outbox_waiting",
            "messages waiting to leave",
            backlog.store.outbox.to_string(),
        ),
        (
            "anlan_outbox_oldest_seconds",
            "how late the oldest waiting message is, in business time",
            seconds(message),
        ),
        (
            "anlan_jobs_waiting",
            "jobs that wait or run",
            backlog.store.jobs.to_string(),
        ),
        (
            "anlan_job_oldest_seconds",
            "age of the oldest job that is not done",
            seconds(job),
        ),
        (
            "anlan_commits_total",
            "commits since the start",
            meters.commits.to_string(),
        ),
        (
            "anlan_units_of_work_total",
            "units of work since the start",
            meters.units.to_string(),
        ),
        (
            "anlan_commit_group_largest",
            "most units of work in one commit",
            meters.largest_group.to_string(),
        ),
    ];
    let mut text = String::new();
    for (name, help, value) in figures {
        // Writing to a string does not fail.
        let _ = writeln!(
            text,
            "# HELP {name} {help}\n# TYPE {name} {}\n{name} {value}",
            kind(name)
        );
    }
    (
        [(
            header::CONTENT_TYPE,
            "text/plain; version=0.0.4; charset=utf-8",
        )],
        text,
    )
        .into_response()
}

fn kind(name: &str) -> &'static str {
    if name.ends_with("_total") {
        "counter"
    } else {
        "gauge"
    }
}

fn seconds(millis: i64) -> String {
    format!("{}.{:03}", millis / 1000, millis % 1000)
}

/// Milliseconds that something waits; what is not yet due waits for nothing.
fn age(since: Option<Moment>, now: Moment) -> i64 {
    since.map_or(0, |since| (now.0 - since.0).max(0))
}

fn backlog(sql: &mut Read<'_>, now: Moment) -> Result<Backlog> {
    let timers = sql.one(
        "select min(due_at) as oldest, count(*) as due from timer \
         where done_at is null and due_at <= :now",
        &params! { "now" => now },
    )?;
    Ok(Backlog {
        oldest_timer: timers
            .as_ref()
            .map_or(Ok(None), |row| row.opt_moment("oldest"))?,
        timers_due: timers.as_ref().map_or(Ok(0), |row| row.int("due"))?,
        store: store::gauges(sql)?,
    })
}
