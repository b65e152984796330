//! Every address of the server, and the layers around them.
//!
//! From outside to inside: number and access log, compression, protecting headers, texts of problems, same origin,
//! limit of bodies, caller, repeated writes. Inside stand the routes of the mechanisms, each with its one permission.

use crate::catalogue::Catalogue;
use crate::contents::CONTENTS;
use crate::same_origin::{self, PublicOrigin};
use crate::ticking::Ticking;
use crate::{auth, health, idempotency, openapi, problems, request, web};
use axum::extract::{DefaultBodyLimit, Request, State};
use axum::http::{StatusCode, header};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get};
use axum::{Extension, Json, Router};
use mechanism::{App, Limits, Problem};
use std::sync::Arc;
use tower_http::compression::CompressionLayer;
use utoipa_axum::router::OpenApiRouter;

/// Where the interface begins; what is under it never falls back to a page.
pub const API: &str = "/api/v1";

/// The routes of all mechanisms, not yet under [`API`].
pub fn mechanisms() -> OpenApiRouter<App> {
    let empty = OpenApiRouter::with_openapi(openapi::heading());
    CONTENTS
        .iter()
        .fold(empty, |all, mechanism| all.merge((mechanism.routes)()))
}

/// The whole server as a value that answers requests, for the listener and for tests alike.
pub fn router(app: &App, ticking: Arc<Ticking>, public: PublicOrigin) -> Router {
    let (routes, document) = mechanisms().split_for_parts();
    let texts = from_fn_with_state(Arc::new(Catalogue::of_everything()), problems::render);
    let api = routes
        .method_not_allowed_fallback(wrong_method)
        .layer(Extension(ticking))
        .layer(from_fn_with_state(app.clone(), idempotency::repeat))
        .layer(from_fn_with_state(app.clone(), auth::resolve))
        .layer(from_fn_with_state(app.limits, limit_body))
        .layer(from_fn_with_state(public.clone(), auth::secure))
        .layer(from_fn_with_state(public, same_origin::check))
        .layer(texts.clone());
    let numbers = request::Numbers {
        clock: app.store.clock().clone(),
        chance: app.store.chance().clone(),
    };
    Router::new()
        .nest(API, api)
        .route(
            "/api/openapi.json",
            get(move || async move { Json(document) }),
        )
        // Neither a mistyped path nor an old version of the interface falls back to a page.
        .route("/api/{*rest}", any(unknown).layer(texts))
        .route("/healthz", get(health::alive))
        .route("/readyz", get(health::ready))
        .route("/metrics", get(health::metrics))
        .fallback(web::serve)
        .layer(from_fn(web::protect))
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(numbers, request::follow))
        .with_state(app.clone())
}

/// What is typed stays small; a file may be larger.
async fn limit_body(State(limits): State<Limits>, mut request: Request, next: Next) -> Response {
    let kind = request.headers().get(header::CONTENT_TYPE);
    let typed = kind.is_none_or(|kind| kind.as_bytes().starts_with(b"application/json"));
    let most = if typed {
        limits.body
    } else {
        limits.attachment
    };
    DefaultBodyLimit::max(most).apply(&mut request);
    next.run(request).await
}

async fn unknown() -> impl IntoResponse {
    Problem::of(StatusCode::NOT_FOUND, "edge.unknown_path")
}

async fn wrong_method() -> impl IntoResponse {
    Problem::of(StatusCode::METHOD_NOT_ALLOWED, "edge.method")
}
