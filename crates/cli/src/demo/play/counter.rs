//! What somebody does at the counter: through the same routes that people use, signed in as himself.

use crate::demo::Scale;
use crate::demo::place::{Document, Place};
use crate::outcome::Refusal;
use axum::body::{Body, to_bytes};
use axum::http::Request;
use kernel::time::{Day, Moment};
use mechanism::{App, Caller};
use registry::identity::{callers, store as accounts};
use registry::org;
use serde_json::{Value, json};
use server::{Settings, start};
use store::Sql;
use tokio::runtime::Runtime;
use tower::ServiceExt;

/// What he comes for.
#[derive(Clone, Debug)]
pub enum Visit {
    Issue { pack: String, document: Document },
}

/// The hour at which the counter opens.
const HOUR: u32 = 10;

/// Visits that the place foresees, before the story ends.
pub fn planned(app: &App, place: &Place, _scale: Scale, until: Moment) -> Vec<(Moment, Visit)> {
    let zone = app.env.calendar.zone();
    let issues = place.documents.iter().map(|document| {
        let visit = Visit::Issue {
            pack: place.pack.clone(),
            document: document.clone(),
        };
        (zone.at(document.on, HOUR, 0), visit)
    });
    issues.filter(|(at, _)| *at < until).collect()
}

/// Does it; the clock must stand there, since the routes ask it.
pub fn go(app: &App, runtime: &Runtime, at: Moment, visit: &Visit) -> Result<(), Refusal> {
    app.store.advance_business_blocking(at)?;
    match visit {
        Visit::Issue { pack, document } => issue(app, runtime, at, pack, document),
    }
}

fn issue(
    app: &App,
    runtime: &Runtime,
    at: Moment,
    pack: &str,
    document: &Document,
) -> Result<(), Refusal> {
    let (kinds, day) = (document.to.clone(), app.env.calendar.zone().day_of(at));
    let receivers = app
        .store
        .read_blocking(move |sql| of_kinds(sql, &kinds, day))?;
    let body = json!({
        "title": document.title, "pack": pack, "number": document.number, "summary": document.summary,
        "addressees": receivers,
    });
    post(app, runtime, &document.issuer, "/api/v1/documents", &body)?;
    Ok(())
}

fn of_kinds(sql: &mut dyn Sql, kinds: &[String], day: Day) -> store::Result<Vec<String>> {
    let mut found = Vec::new();
    for kind in kinds {
        let orgs = org::store::of_kind(sql, kind, day)?;
        found.extend(orgs.iter().map(|org| org.id.to_string()));
    }
    Ok(found)
}

/// Hands something in under a login; what is refused is said and passed over.
fn post(
    app: &App,
    runtime: &Runtime,
    login: &str,
    path: &str,
    body: &Value,
) -> Result<Value, Refusal> {
    let Some(caller) = caller(app, login)? else {
        tracing::warn!(login, "there is no such account in the demonstration");
        return Ok(Value::Null);
    };
    let request = Request::post(path)
        .header("content-type", "application/json")
        // In process the caller comes along; over the network only a session brings one.
        .extension(caller)
        .body(Body::from(body.to_string()))
        .map_err(|error| Refusal::Failed(error.to_string()))?;
    let router = start::put_together(app.clone(), &Settings::default()).router;
    let (status, bytes) = runtime.block_on(async {
        let Ok(answer) = router.oneshot(request).await;
        let status = answer.status();
        let bytes = to_bytes(answer.into_body(), 1 << 20).await;
        (status, bytes.unwrap_or_default())
    });
    if !status.is_success() {
        tracing::warn!(path, answer = %String::from_utf8_lossy(&bytes), "refused in the demonstration");
        return Ok(Value::Null);
    }
    Ok(serde_json::from_slice(&bytes).unwrap_or_default())
}

fn caller(app: &App, login: &str) -> Result<Option<Caller>, Refusal> {
    let day = app.env.calendar.zone().day_of(app.store.clock().business());
    let (policy, login) = (app.env.policy.clone(), login.to_owned());
    let found = app.store.read_blocking(move |sql| {
        let Some(account) = accounts::by_login(sql, &login)? else {
            return Ok(None);
        };
        callers::caller_of(sql, &account, day, &policy).map(Some)
    })?;
    Ok(found)
}
