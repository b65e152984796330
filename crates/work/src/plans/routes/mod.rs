//! Routes of plans.

mod activate;
mod clause;
mod list;
mod plan;

use mechanism::{App, guarded};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded("plans.read", routes!(list::list)))
        .merge(guarded("plans.read", routes!(plan::plan)))
        .merge(guarded("plans.read", routes!(clause::clause)))
        .merge(guarded("plans.activate", routes!(activate::activate)))
}
