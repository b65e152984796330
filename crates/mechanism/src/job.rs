//! Work that takes longer than a request: a row that says how far it is, how it ended, and takes the wish to stop.
//!
//! Rows of jobs are state of the machine; what a job does to the business goes through its own unit of work. A job that
//! writes all in one unit of work asks [`stopped`] before it commits, so that a wish to stop still undoes everything.
//!
//! A running job shows that it lives: its row is touched every few seconds. One whose process has ended is found by that
//! and ends as failed, with a reason that says what is known of it ([`break_off`]).

use crate::App;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Moment;
use serde_json::Value;
use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;
use store::{Act, Error, Result, Row, Sql, Store, Tx, params};

#[derive(Clone, Debug)]
pub struct Job {
    pub id: Id,
    pub kind: String,
    /// `waiting`, `running`, `done`, `failed` or `cancelled`.
    pub state: String,
    pub account: Option<Id>,
    pub done: i64,
    pub total: Option<i64>,
    pub result: Option<String>,
    /// The reason why it failed, as JSON.
    pub error: Option<String>,
    /// Somebody wishes that it stops.
    pub cancel: bool,
    pub created_at: Moment,
    pub changed_at: Moment,
}

/// How a job ended.
#[derive(Clone, Debug)]
pub enum End {
    Done(Value),
    Failed(Reason),
    Cancelled,
}

/// Jobs that shall stop, known here before the row is written: on one database the writer may be busy with the job.
static ASKED: Mutex<BTreeSet<Id>> = Mutex::new(BTreeSet::new());

const COLUMNS: &str = "select id, kind, state, account, done, total, result, error, cancel, created_at, changed_at \
     from job";

/// Makes the row of a job and runs it in the background; gives its number at once.
pub async fn begin(
    app: &App,
    kind: &'static str,
    account: Id,
    total: i64,
    work: impl FnOnce(&App, Id) -> End + Send + 'static,
) -> Result<Id> {
    let id = app
        .store
        .write(Act::system("jobs.begin"), move |tx| {
            create(tx, kind, account, total)
        })
        .await?;
    let app = app.clone();
    let living = tokio::spawn(live(app.store.clone(), id));
    tokio::task::spawn_blocking(move || {
        run(&app, id, work);
        living.abort();
    });
    Ok(id)
}

/// How often a running job shows that it lives, in milliseconds.
pub const PULSE_MS: u64 = 3_000;

async fn live(store: Store, id: Id) {
    loop {
        tokio::time::sleep(Duration::from_millis(PULSE_MS)).await;
        let touched = store.write(Act::system("jobs.live"), move |tx| {
            tx.execute_machine(
                "update job set changed_at = :now where id = :id and state in ('waiting', 'running')",
                &params! { "id" => id, "now" => tx.machine_now() },
            )
        });
        if let Err(error) = touched.await {
            tracing::warn!(%error, job = %id, "a job could not show that it lives");
        }
    }
}

/// Ends the jobs that have not shown since that they live: their process is gone. Says how many there were.
pub fn break_off(tx: &mut Tx<'_>, since: Moment) -> Result<u64> {
    let reason = serde_json::to_string(&Reason::new("jobs.broken_off"));
    let reason = reason.map_err(|error| Error::Database(error.to_string()))?;
    tx.execute_machine(
        "update job set state = 'failed', error = :error, changed_at = :now \
         where state in ('waiting', 'running') and changed_at < :since",
        &params! { "error" => reason, "now" => tx.machine_now(), "since" => since },
    )
}

/// Whether there is any such job; asked first, so that an idle server writes nothing.
pub fn broken_off(sql: &mut dyn Sql, since: Moment) -> Result<bool> {
    let row = sql.one(
        "select 1 as one from job where state in ('waiting', 'running') and changed_at < :since limit 1",
        &params! { "since" => since },
    )?;
    Ok(row.is_some())
}

pub fn by_id(sql: &mut dyn Sql, id: Id) -> Result<Option<Job>> {
    let row = sql.one(
        &format!("{COLUMNS} where id = :id"),
        &params! { "id" => id },
    )?;
    row.map(|row| read(&row)).transpose()
}

/// Jobs of an account, newest first.
pub fn of_account(sql: &mut dyn Sql, account: Id, limit: usize) -> Result<Vec<Job>> {
    let rows = sql.query(
        &format!(
            "{COLUMNS} where account = :account order by created_at desc, id desc limit :limit"
        ),
        &params! { "account" => account, "limit" => limit },
    )?;
    rows.iter().map(read).collect()
}

/// Asks a job to stop. One that has ended stays as it ended.
pub async fn cancel(store: &Store, id: Id) -> Result<()> {
    asked(|ids| ids.insert(id));
    store
        .write(Act::system("jobs.cancel"), move |tx| {
            tx.execute_machine(
                "update job set cancel = 1, changed_at = :now where id = :id and state in ('waiting', 'running')",
                &params! { "id" => id, "now" => tx.machine_now() },
            )
        })
        .await?;
    Ok(())
}

/// Whether the job shall stop; asked inside its unit of work, right before the commit.
pub fn stopped(tx: &mut Tx<'_>, id: Id) -> Result<bool> {
    if asked(|ids| ids.contains(&id)) {
        return Ok(true);
    }
    Ok(by_id(tx, id)?.is_some_and(|job| job.cancel))
}

fn run(app: &App, id: Id, work: impl FnOnce(&App, Id) -> End) {
    let begun = app
        .store
        .write_blocking(Act::system("jobs.run"), move |tx| start(tx, id));
    let end = match begun {
        Ok(true) => work(app, id),
        Ok(false) => End::Cancelled,
        Err(error) => failed(error),
    };
    let ended = app
        .store
        .write_blocking(Act::system("jobs.end"), move |tx| finish(tx, id, &end));
    if let Err(error) = ended {
        tracing::error!(%error, job = %id, "the end of a job was not kept");
    }
    asked(|ids| ids.remove(&id));
}

/// What an error of the store means for a job.
pub fn failed(error: Error) -> End {
    match error {
        Error::Refused(reason) => End::Failed(reason),
        other => {
            tracing::error!(error = %other, "a job failed in the store");
            End::Failed(Reason::new("edge.failed"))
        }
    }
}

fn asked<T>(look: impl FnOnce(&mut BTreeSet<Id>) -> T) -> T {
    look(&mut ASKED.lock().unwrap_or_else(PoisonError::into_inner))
}

fn create(tx: &mut Tx<'_>, kind: &str, account: Id, total: i64) -> Result<Id> {
    let (id, now) = (tx.new_id(), tx.machine_now());
    tx.execute_machine(
        "insert into job (id, kind, state, account, params, done, total, cancel, created_at, changed_at) \
         values (:id, :kind, 'waiting', :account, '{}', 0, :total, 0, :now, :now)",
        &params! { "id" => id, "kind" => kind, "account" => account, "total" => total, "now" => now },
    )?;
    Ok(id)
}

/// False when it shall not begin at all.
fn start(tx: &mut Tx<'_>, id: Id) -> Result<bool> {
    if stopped(tx, id)? {
        return Ok(false);
    }
    tx.execute_machine(
        "update job set state = 'running', changed_at = :now where id = :id",
        &params! { "id" => id, "now" => tx.machine_now() },
    )?;
    Ok(true)
}

fn finish(tx: &mut Tx<'_>, id: Id, end: &End) -> Result<()> {
    let (state, result, error) = match end {
        End::Done(value) => ("done", Some(value.to_string()), None),
        End::Failed(reason) => {
            let text = serde_json::to_string(reason);
            (
                "failed",
                None,
                Some(text.map_err(|error| Error::Database(error.to_string()))?),
            )
        }
        End::Cancelled => ("cancelled", None, None),
    };
    // One that was given up for dead has ended: what it says now would contradict what was told.
    tx.execute_machine(
        "update job set state = :state, result = :result, error = :error, changed_at = :now, \
         done = case when :state = 'done' then coalesce(total, done) else done end \
         where id = :id and state in ('waiting', 'running')",
        &params! {
            "state" => state, "result" => result, "error" => error, "now" => tx.machine_now(), "id" => id
        },
    )?;
    Ok(())
}

fn read(row: &Row) -> Result<Job> {
    Ok(Job {
        id: row.id("id")?,
        kind: row.text("kind")?,
        state: row.text("state")?,
        account: row.opt_id("account")?,
        done: row.int("done")?,
        total: row.opt_int("total")?,
        result: row.opt_text("result")?,
        error: row.opt_text("error")?,
        cancel: row.flag("cancel")?,
        created_at: row.moment("created_at")?,
        changed_at: row.moment("changed_at")?,
    })
}
