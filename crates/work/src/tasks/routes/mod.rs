//! Routes of tasks: one use case a file.

mod chart;
mod create;
mod evaluate;
mod export;
mod get;
mod list;
mod my_items;

use mechanism::{App, guarded};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded("tasks.read", routes!(list::list)))
        .merge(guarded("tasks.write", routes!(create::create)))
        .merge(guarded("tasks.read", routes!(export::export)))
        .merge(guarded("tasks.read", routes!(get::get)))
        .merge(guarded("tasks.evaluate", routes!(evaluate::evaluate)))
        .merge(guarded("tasks.read", routes!(chart::chart)))
        .merge(guarded("tasks.read", routes!(my_items::my_items)))
        .merge(super::issue::routes())
}
