//! A write with an `Idempotency-Key` that comes again gets the answer of the first time.
//!
//! The key belongs to the account. The first request leaves a mark before it runs and its answer afterwards; the same
//! request again reads the answer, another request under the same key is refused, and one that comes while the first
//! still runs is told to wait. Keys are kept a day of machine time. Requests without a caller (sign-in) and files, which
//! are stored by their content anyway, do not take part.

use axum::Json;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kernel::id::Id;
use kernel::ledger::digest;
use kernel::reason::Reason;
use kernel::time::Moment;
use mechanism::{App, Caller, Problem};
use serde_json::Value;
use store::{Act, Result, Row, Sql, Store, Tx, params};

const HEADER: &str = "idempotency-key";
const LONGEST_KEY: usize = 100;
const LONGEST_ANSWER: usize = 256 << 10;
const KEPT_HOURS: i64 = 24;
/// A mark without an answer for so long was left by a server that died.
const DEAD_MINUTES: i64 = 2;
/// Status of a mark whose request has not been answered yet.
const RUNNING: i64 = 0;

pub async fn repeat(State(app): State<App>, request: Request, next: Next) -> Response {
    let Some(asked) = Asked::of(&request) else {
        return next.run(request).await;
    };
    let (head, body) = request.into_parts();
    let Ok(bytes) = to_bytes(body, app.limits.body).await else {
        return Problem::of(StatusCode::PAYLOAD_TOO_LARGE, "edge.too_large").into_response();
    };
    let asked = asked.with(&bytes);
    match begin(&app.store, asked.clone()).await {
        Ok(Begun::Fresh) => {}
        Ok(Begun::Known(known)) => return known.answer(&asked),
        Err(error) => return Problem::from(error).into_response(),
    }
    let response = next.run(Request::from_parts(head, Body::from(bytes))).await;
    finish(&app.store, asked, response).await
}

/// Who asked for what under which key.
#[derive(Clone)]
struct Asked {
    account: Id,
    key: String,
    what: Vec<u8>,
}

impl Asked {
    fn of(request: &Request) -> Option<Self> {
        if *request.method() != Method::POST {
            return None;
        }
        let caller = request.extensions().get::<Caller>()?;
        let kind = request.headers().get(header::CONTENT_TYPE);
        if kind.is_some_and(|kind| !kind.as_bytes().starts_with(b"application/json")) {
            return None;
        }
        let key = request.headers().get(HEADER)?.to_str().ok()?;
        if key.is_empty() || LONGEST_KEY < key.len() {
            return None;
        }
        let what = request.uri().to_string().into_bytes();
        Some(Self {
            account: caller.account,
            key: key.to_owned(),
            what,
        })
    }

    fn with(mut self, body: &Bytes) -> Self {
        self.what.push(0);
        self.what.extend(body);
        self.what = digest(&self.what).to_vec();
        self
    }
}

enum Begun {
    Fresh,
    Known(Known),
}

struct Known {
    what: Vec<u8>,
    status: i64,
    answer: String,
}

impl Known {
    fn answer(self, asked: &Asked) -> Response {
        if self.what != asked.what {
            return Problem::conflict(Reason::new("edge.key_reused")).into_response();
        }
        let status = u16::try_from(self.status)
            .ok()
            .and_then(|status| StatusCode::from_u16(status).ok());
        let Some(status) = status.filter(|_| self.status != RUNNING) else {
            return Problem::conflict(Reason::new("edge.still_running")).into_response();
        };
        let value: Value = serde_json::from_str(&self.answer).unwrap_or(Value::Null);
        let mut response = match value {
            Value::Null => status.into_response(),
            value => (status, Json(value)).into_response(),
        };
        response
            .headers_mut()
            .insert("idempotent-replay", HeaderValue::from_static("true"));
        response
    }
}

async fn begin(store: &Store, asked: Asked) -> Result<Begun> {
    let act = Act::system("idempotency.begin");
    store.write(act, move |tx| mark(tx, &asked)).await
}

/// Leaves a mark, or reads the one that is there.
fn mark(tx: &mut Tx<'_>, asked: &Asked) -> Result<Begun> {
    let now = tx.machine_now();
    tx.execute_machine(
        "delete from idempotency where account = :account and (at < :old or (status = 0 and at < :dead))",
        &params! {
            "account" => asked.account,
            "old" => now.plus_hours(-KEPT_HOURS),
            "dead" => now.plus_minutes(-DEAD_MINUTES),
        },
    )?;
    let fresh = tx.execute_machine(
        "insert into idempotency (account, key, asked, status, answer, at) \
         values (:account, :key, :asked, 0, '', :at) on conflict do nothing",
        &params! { "account" => asked.account, "key" => &asked.key, "asked" => asked.what.clone(), "at" => now },
    )?;
    if fresh == 1 {
        return Ok(Begun::Fresh);
    }
    let known = tx.one(
        "select asked, status, answer from idempotency where account = :account and key = :key",
        &params! { "account" => asked.account, "key" => &asked.key },
    )?;
    known
        .as_ref()
        .map_or(Ok(Begun::Fresh), |row| Ok(Begun::Known(read(row)?)))
}

fn read(row: &Row) -> Result<Known> {
    Ok(Known {
        what: row.blob("asked")?,
        status: row.int("status")?,
        answer: row.text("answer")?,
    })
}

/// Keeps a success; what was refused or failed may be tried again under the same key.
async fn finish(store: &Store, asked: Asked, response: Response) -> Response {
    let (head, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, LONGEST_ANSWER).await else {
        return Problem::of(StatusCode::INTERNAL_SERVER_ERROR, "edge.failed").into_response();
    };
    let status = head.status;
    let answer = String::from_utf8_lossy(&bytes).into_owned();
    let act = Act::system("idempotency.finish");
    let kept = store
        .write(act, move |tx| keep(tx, &asked, status, &answer))
        .await;
    if let Err(error) = kept {
        tracing::warn!(%error, "an answer was not kept for a repeated request");
    }
    Response::from_parts(head, Body::from(bytes))
}

fn keep(tx: &mut Tx<'_>, asked: &Asked, status: StatusCode, answer: &str) -> Result<()> {
    if !status.is_success() {
        tx.execute_machine(
            "delete from idempotency where account = :account and key = :key",
            &params! { "account" => asked.account, "key" => &asked.key },
        )?;
        return Ok(());
    }
    let at: Moment = tx.machine_now();
    tx.execute_machine(
        "update idempotency set status = :status, answer = :answer, at = :at where account = :account and key = :key",
        &params! {
            "status" => i64::from(status.as_u16()), "answer" => answer, "at" => at,
            "account" => asked.account, "key" => &asked.key,
        },
    )?;
    Ok(())
}
