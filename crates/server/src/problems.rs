//! The last layer of the interface: problems get their texts in the receiver's language.
//!
//! Handlers refuse with a code and parameters. This layer finds the [`Problem`] in the answer and writes its texts,
//! what was kept, and the number of the request. Whatever else fails below (a query that does not parse, a path that
//! does not exist) becomes a problem here, so that the interface knows one form of refusal.

use crate::catalogue::Catalogue;
use crate::request::RequestId;
use axum::Json;
use axum::body::to_bytes;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kernel::reason::Reason;
use mechanism::{Lang, Problem};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::sync::Arc;

/// As much of a refusal of the framework as is read; they are one line.
const LONGEST_TEXT: usize = 4 << 10;

pub async fn render(
    State(catalogue): State<Arc<Catalogue>>,
    request: Request,
    next: Next,
) -> Response {
    let language = language(request.headers());
    let number = request.extensions().get::<RequestId>().cloned();
    let response = next.run(request).await;
    if response.status().is_success() || response.status().is_redirection() {
        return response;
    }
    if response.status() == StatusCode::NOT_MODIFIED || response.status().is_informational() {
        return response;
    }
    let (mut head, body) = response.into_parts();
    let problem = match head.extensions.remove::<Problem>() {
        Some(problem) => problem,
        None => {
            let text = to_bytes(body, LONGEST_TEXT).await.unwrap_or_default();
            of_framework(head.status, String::from_utf8_lossy(&text).into_owned())
        }
    };
    let mut answer = (
        problem.status,
        Json(wire(&catalogue, &problem, language, number.as_ref())),
    )
        .into_response();
    // Headers that a handler set (Allow, Retry-After, Set-Cookie) stay; those of the old body go.
    for (name, value) in &head.headers {
        if name != header::CONTENT_TYPE && name != header::CONTENT_LENGTH {
            answer.headers_mut().append(name, value.clone());
        }
    }
    let kind = HeaderValue::from_static("application/problem+json");
    answer.headers_mut().insert(header::CONTENT_TYPE, kind);
    answer
        .headers_mut()
        .insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    answer.extensions_mut().extend(head.extensions);
    answer
}

/// Chosen by `Accept-Language`; everything but English is Chinese.
pub fn language(headers: &HeaderMap) -> Lang {
    let wanted = headers
        .get(header::ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok());
    if wanted.unwrap_or_default().trim_start().starts_with("en") {
        Lang::En
    } else {
        Lang::Zh
    }
}

/// A refusal that no handler of ours made.
fn of_framework(status: StatusCode, text: String) -> Problem {
    let code = match status {
        StatusCode::NOT_FOUND => "edge.unknown_path",
        StatusCode::METHOD_NOT_ALLOWED => "edge.method",
        StatusCode::PAYLOAD_TOO_LARGE => "edge.too_large",
        status if status.is_server_error() => "edge.failed",
        _ => return Problem::new(status, Reason::new("edge.malformed").with("detail", text)),
    };
    Problem::of(status, code)
}

fn wire(
    catalogue: &Catalogue,
    problem: &Problem,
    language: Lang,
    number: Option<&RequestId>,
) -> Value {
    let (what, remedy) = catalogue.text(&problem.reason, language);
    let detail = if remedy.is_empty() {
        what.clone()
    } else {
        joined(&what, &remedy, language)
    };
    let mut body = json!({
        "type": format!("/problems/{}", problem.reason.code),
        "title": what,
        "status": problem.status.as_u16(),
        "detail": detail,
        "params": problem.reason.params,
    });
    let Some(object) = body.as_object_mut() else {
        return body;
    };
    if !remedy.is_empty() {
        object.insert("act".to_owned(), json!(remedy));
    }
    if let Some(kept) = &problem.kept {
        let (kept, _) = catalogue.text(&Reason::new(kept), language);
        object.insert("kept".to_owned(), json!(kept));
    }
    if let Some(number) = number {
        object.insert("request_id".to_owned(), json!(number.0));
    }
    if let Some(Value::Object(more)) = problem.more.clone() {
        object.extend(more);
        for list in ["errors", "fields"] {
            if let Some(Value::Array(errors)) = object.get_mut(list) {
                errors
                    .iter_mut()
                    .for_each(|error| say(catalogue, error, language));
            }
        }
    }
    body
}

fn joined(what: &str, remedy: &str, language: Lang) -> String {
    match language {
        Lang::Zh => format!("{what}。{remedy}"),
        Lang::En => format!("{what}. {remedy}"),
    }
}

/// An error of one field or row that carries a code gets its text as well.
fn say(catalogue: &Catalogue, error: &mut Value, language: Lang) {
    let Some(object) = error.as_object_mut() else {
        return;
    };
    let Some(code) = object.get("code").and_then(Value::as_str) else {
        return;
    };
    let params: BTreeMap<String, String> = object
        .get("params")
        .and_then(|params| serde_json::from_value(params.clone()).ok())
        .unwrap_or_default();
    let (what, remedy) = catalogue.text(
        &Reason {
            code: code.to_owned(),
            params,
        },
        language,
    );
    object.entry("message").or_insert(json!(what));
    if !remedy.is_empty() {
        object.entry("act").or_insert(json!(remedy));
    }
}
