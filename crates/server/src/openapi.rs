//! The description of the interface, written by the program and checked in as `schemas/openapi.json`.

use crate::router::{API, mechanisms};
use utoipa::openapi::{InfoBuilder, OpenApi, OpenApiBuilder, ServerBuilder};

/// Title, version and where the paths begin.
pub fn heading() -> OpenApi {
    let info = InfoBuilder::new()
        .title("Anlan")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(
            "Paths stand under /api/v1. Fields are only added. Refusals are problem details (RFC 9457) whose types are \
             listed in docs/errors.md; every operation names its one permission in x-permission.",
        ))
        .build();
    OpenApiBuilder::new()
        .info(info)
        .servers(Some([ServerBuilder::new().url(API).build()]))
        .build()
}

/// The whole document, as text that is the same on every machine.
///
/// # Errors
/// When the document cannot be written as JSON.
pub fn document() -> serde_json::Result<String> {
    let document = mechanisms().into_openapi();
    Ok(serde_json::to_string_pretty(&document)? + "\n")
}
