//! Routes that file and approve records.

mod approve;
mod file;
mod near;

use mechanism::{App, guarded};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded("records.file", routes!(file::file)))
        .merge(guarded("records.approve", routes!(approve::approve)))
        .merge(guarded("obligations.read", routes!(near::near)))
}
