//! Routes of chasing.

mod owing;
mod text;
mod urge;

use mechanism::{App, guarded};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded("obligations.read", routes!(owing::owing)))
        .merge(guarded("obligations.read", routes!(text::text)))
        .merge(guarded("obligations.urge", routes!(urge::urge)))
}
