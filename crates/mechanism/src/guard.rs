//! One permission per route.

use crate::{App, Caller, Problem};
use axum::extract::Request;
use axum::middleware::{Next, from_fn};
use axum::response::{IntoResponse, Response};
use utoipa::openapi::extensions::Extensions;
use utoipa::openapi::path::Operation;
use utoipa_axum::router::{OpenApiRouter, UtoipaMethodRouter};

/// No session is needed: health, sign-in, the public texts.
pub const PUBLIC: &str = "public";
/// Any signed-in account, whatever its roles.
pub const SESSION: &str = "session";

/// A right that a role may contain.
#[derive(Clone, Copy, Debug)]
pub struct Permission {
    /// `<mechanism>.<verb>`.
    pub name: &'static str,
    pub zh: &'static str,
    pub en: &'static str,
}

/// Binds the methods of one path to the permission they need, in the router and in the OpenAPI document alike.
pub fn guarded(permission: &'static str, routes: UtoipaMethodRouter<App>) -> OpenApiRouter<App> {
    let (schemas, mut paths, methods) = routes;
    for item in paths.paths.values_mut() {
        let operations = [
            &mut item.get,
            &mut item.put,
            &mut item.post,
            &mut item.delete,
            &mut item.patch,
            &mut item.head,
            &mut item.options,
            &mut item.trace,
        ];
        for operation in operations.into_iter().flatten() {
            declare(operation, permission);
        }
    }
    let methods = methods.layer(from_fn(move |request: Request, next: Next| {
        check(permission, request, next)
    }));
    OpenApiRouter::new().routes((schemas, paths, methods))
}

fn declare(operation: &mut Operation, permission: &str) {
    let extensions = Extensions::builder()
        .add("x-permission", permission)
        .build();
    operation
        .extensions
        .get_or_insert_with(Extensions::default)
        .merge(extensions);
}

async fn check(permission: &'static str, request: Request, next: Next) -> Response {
    if permission == PUBLIC {
        return next.run(request).await;
    }
    let Some(caller) = request.extensions().get::<Caller>() else {
        return Problem::unauthenticated().into_response();
    };
    if permission != SESSION && !caller.may(permission) {
        return Problem::forbidden(permission).into_response();
    }
    next.run(request).await
}
