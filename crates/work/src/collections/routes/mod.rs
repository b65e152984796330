//! Routes of collecting, a use case a file.

mod download;
mod fill;
mod get;
mod issue;
mod take;
mod visible;

use mechanism::{App, guarded};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded("collections.issue", routes!(issue::issue)))
        .merge(guarded("collections.issue", routes!(fill::fill)))
        .merge(guarded("collections.read", routes!(get::list)))
        .merge(guarded("collections.read", routes!(get::get)))
        .merge(guarded("collections.read", routes!(download::all)))
        .merge(guarded("collections.read", routes!(download::one)))
        .merge(guarded("collections.return", routes!(take::take)))
}
