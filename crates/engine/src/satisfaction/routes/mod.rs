//! Routes that file and approve records.

mod approve;
mod contest;
mod file;
mod near;

pub use file::covered;

use mechanism::{App, guarded};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded("records.file", routes!(file::file)))
        .merge(guarded("records.approve", routes!(approve::approve)))
        .merge(guarded("records.contest", routes!(contest::contest)))
        .merge(guarded("records.settle", routes!(contest::settle)))
        .merge(guarded("obligations.read", routes!(near::near)))
}
