//! The number of a request, and its line in the access log.
//!
//! The log carries ids only: the pattern of the path instead of what was filled in, no query, no names. The number goes
//! back in `x-request-id`, into problems, and into the ledger where a handler passes it on.

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use kernel::chance::Chance;
use kernel::id::Id;
use kernel::time::{Clock, Moment};
use mechanism::Caller;
use std::sync::Arc;

pub const HEADER: HeaderName = HeaderName::from_static("x-request-id");

/// The number of the request, in its extensions.
#[derive(Clone, Debug)]
pub struct RequestId(pub String);

/// Whose account asked; the authentication leaves it in the answer for the log.
#[derive(Clone, Copy, Debug)]
pub struct Account(pub Id);

/// What numbering requests needs.
#[derive(Clone)]
pub struct Numbers {
    pub clock: Arc<dyn Clock>,
    pub chance: Arc<dyn Chance>,
}

/// Numbers the request, lets it pass, and writes its line.
pub async fn follow(State(numbers): State<Numbers>, mut request: Request, next: Next) -> Response {
    let began = numbers.clock.machine();
    let id =
        given(request.headers()).unwrap_or_else(|| Id::v7(began, &*numbers.chance).to_string());
    let value = HeaderValue::from_str(&id).unwrap_or_else(|_| HeaderValue::from_static("-"));
    request.headers_mut().insert(HEADER, value.clone());
    request.extensions_mut().insert(RequestId(id.clone()));
    let method = request.method().clone();
    let path = request.extensions().get::<MatchedPath>().cloned();

    let mut response = next.run(request).await;

    response.headers_mut().insert(HEADER, value);
    let took = since(began, numbers.clock.machine());
    let account = response
        .extensions()
        .get::<Account>()
        .map(|account| account.0.to_string());
    tracing::info!(
        target: "anlan::access",
        request = id,
        method = method.as_str(),
        path = path.as_ref().map_or("-", MatchedPath::as_str),
        status = response.status().as_u16(),
        account = account.as_deref().unwrap_or("-"),
        ms = took,
    );
    response
}

/// Leaves the caller's account in the answer, where [`follow`] finds it.
pub fn mark(response: &mut Response, caller: Option<&Caller>) {
    if let Some(caller) = caller {
        response.extensions_mut().insert(Account(caller.account));
    }
}

/// A number that a proxy gave already; only of the form of our own, so that no text gets into the log.
fn given(headers: &HeaderMap) -> Option<String> {
    let text = headers.get(HEADER)?.to_str().ok()?;
    Id::parse(text).map(|id| id.to_string())
}

fn since(began: Moment, ended: Moment) -> i64 {
    (ended.0 - began.0).max(0)
}
