//! A write that comes with a session cookie must come from our own pages.
//!
//! Browsers say where a request comes from (`Sec-Fetch-Site`, `Origin`). Where a client says neither, it must show
//! something that a foreign page cannot send without being asked first: a JSON body or the header `X-Anlan: 1`.
//! Requests with a bearer token carry nothing that a browser would add by itself and pass.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use mechanism::Problem;
use std::sync::Arc;

/// `https://host[:port]` under which browsers reach us, where a proxy stands before the server.
#[derive(Clone, Debug, Default)]
pub struct PublicOrigin(pub Arc<str>);

pub async fn check(State(public): State<PublicOrigin>, request: Request, next: Next) -> Response {
    if request.method().is_safe() || request.headers().contains_key(header::AUTHORIZATION) {
        return next.run(request).await;
    }
    if !is_ours(request.headers(), &public.0) {
        return Problem::of(StatusCode::FORBIDDEN, "edge.foreign_origin").into_response();
    }
    next.run(request).await
}

fn is_ours(headers: &HeaderMap, public: &str) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(origin) = text("origin") {
        let host = text("host").unwrap_or_default();
        return is_same(origin, host, public);
    }
    if let Some(site) = text("sec-fetch-site") {
        return site == "same-origin" || site == "none";
    }
    let json = text("content-type").is_some_and(|kind| kind.starts_with("application/json"));
    json || text("x-anlan") == Some("1")
}

/// The scheme is left out where the host decides: behind a proxy we only know that of the inner connection.
fn is_same(origin: &str, host: &str, public: &str) -> bool {
    if !public.is_empty() && origin == public {
        return true;
    }
    let Some((_, place)) = origin.split_once("://") else {
        return false;
    };
    !host.is_empty() && place == host
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(public: &str, headers: &[(&'static str, &'static str)]) -> bool {
        let mut map = HeaderMap::new();
        for (name, value) in headers {
            map.insert(*name, value.parse().unwrap());
        }
        is_ours(&map, public)
    }

    #[test]
    fn our_own_pages_may_write() {
        assert!(check(
            "",
            &[
                ("host", "anlan.test:8080"),
                ("origin", "http://anlan.test:8080")
            ]
        ));
        assert!(check(
            "https://anlan.test",
            &[("host", "10.0.0.1:80"), ("origin", "https://anlan.test")]
        ));
        assert!(check("", &[("sec-fetch-site", "same-origin")]));
    }

    #[test]
    fn foreign_pages_may_not_whatever_else_they_send() {
        let foreign = ("origin", "http://evil.test");
        assert!(!check("", &[("host", "anlan.test"), foreign]));
        assert!(!check(
            "",
            &[
                ("host", "anlan.test"),
                foreign,
                ("x-anlan", "1"),
                ("content-type", "application/json")
            ]
        ));
        assert!(!check(
            "",
            &[("sec-fetch-site", "cross-site"), ("x-anlan", "1")]
        ));
        assert!(!check("", &[("host", "anlan.test"), ("origin", "null")]));
    }

    #[test]
    fn a_client_without_origin_shows_what_a_form_cannot_send() {
        assert!(check(
            "",
            &[("content-type", "application/json; charset=utf-8")]
        ));
        assert!(check("", &[("x-anlan", "1")]));
        assert!(!check("", &[("content-type", "text/plain")]));
        assert!(!check("", &[]));
    }
}
