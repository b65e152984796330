//! Routes over the obligations of duties: matrix, circular, the register of one subject's calls; key periods and events.

mod circular;
mod columns;
mod events;
mod key_periods;
mod matrix;
mod register;

use mechanism::{App, guarded};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded("figures.read", routes!(matrix::list)))
        .merge(guarded("figures.read", routes!(matrix::matrix)))
        .merge(guarded("figures.read", routes!(matrix::cell_of)))
        .merge(guarded("figures.read", routes!(circular::list)))
        .merge(guarded("figures.read", routes!(circular::circular)))
        .merge(guarded("obligations.read", routes!(register::register)))
        .merge(guarded(
            "duties.key_periods",
            routes!(key_periods::list, key_periods::enter),
        ))
        .merge(guarded(
            "duties.key_periods",
            routes!(key_periods::withdraw),
        ))
        .merge(guarded(
            "duties.events",
            routes!(events::list, events::enter),
        ))
        .merge(guarded("duties.events", routes!(events::withdraw)))
}
