//! The web client, its caching, and the headers that protect it.

use crate::house::training;
use axum::body::Body;
use axum::http::{Request, StatusCode};

#[tokio::test]
async fn every_path_without_a_dot_is_a_page() {
    let house = training();
    for path in ["/", "/plans/anji-2022", "/inbox"] {
        let page = house.get(path).await;
        assert_eq!(page.status, StatusCode::OK, "{path}");
        assert!(page.text.contains("<html"), "{path}");
        assert_eq!(page.header("cache-control"), "no-cache", "{path}");
    }
}

#[tokio::test]
async fn a_missing_file_is_never_answered_with_a_page() {
    let house = training();
    assert_eq!(
        house.get("/assets/none-1234.js").await.status,
        StatusCode::NOT_FOUND
    );
    assert_eq!(
        house.get("/nothing.svg").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn the_interface_never_falls_back_to_a_page() {
    let house = training();
    for path in ["/api/v1/none", "/api/v2/instance", "/api/v1/none.js"] {
        let answer = house.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert!(!answer.text.contains("<html"), "{path}");
    }
}

#[tokio::test]
async fn no_foreign_script_runs_in_a_page() {
    let house = training();
    for path in ["/", "/api/v1/instance", "/healthz"] {
        let answer = house.get(path).await;
        let policy = answer.header("content-security-policy");
        for rule in [
            "default-src 'self'",
            "script-src 'self';",
            "object-src 'none'",
            "frame-ancestors 'self'",
        ] {
            assert!(policy.contains(rule), "{path}: {policy}");
        }
        assert_eq!(answer.header("x-content-type-options"), "nosniff");
    }
}

#[tokio::test]
async fn a_page_that_did_not_change_is_not_sent_again() {
    let house = training();
    let first = house.get("/").await;
    let tag = first.header("etag").to_owned();
    if tag.is_empty() {
        // Built without its client: the stub page has no tag and is small.
        assert!(first.text.contains("/api/openapi.json"));
        return;
    }
    let again = Request::get("/")
        .header("if-none-match", &tag)
        .body(Body::empty())
        .unwrap();
    let again = house.send(again).await;
    assert_eq!(
        (again.status, again.text.as_str()),
        (StatusCode::NOT_MODIFIED, "")
    );
}
