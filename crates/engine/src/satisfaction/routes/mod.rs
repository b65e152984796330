//! Routes that file records and decide about them.

mod accept;
mod approve;
mod contest;
mod file;
mod near;
mod way;

pub use file::covered;

use mechanism::{App, guarded};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded("records.file", routes!(file::file)))
        .merge(guarded("records.approve", routes!(approve::approve)))
        .merge(guarded("records.read", routes!(way::way)))
        .merge(guarded("records.accept", routes!(accept::accept)))
        .merge(guarded("records.accept", routes!(accept::give_back)))
        .merge(guarded("records.contest", routes!(contest::contest)))
        .merge(guarded("records.settle", routes!(contest::settle)))
        .merge(guarded("obligations.read", routes!(near::near)))
}
