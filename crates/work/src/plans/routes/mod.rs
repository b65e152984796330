//! Routes of plans and of the packs behind them.

mod activate;
mod clause;
mod list;
mod packs;
mod parameters;
mod plan;
mod preview;
mod text;

use mechanism::{App, guarded};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded("plans.read", routes!(list::list)))
        .merge(guarded("plans.read", routes!(plan::plan)))
        .merge(guarded("plans.read", routes!(clause::clause)))
        .merge(guarded("plans.read", routes!(text::get)))
        .merge(guarded("plans.activate", routes!(text::attach)))
        .merge(guarded("plans.activate", routes!(text::tie)))
        .merge(guarded("plans.read", routes!(packs::list)))
        .merge(guarded("plans.read", routes!(packs::get)))
        .merge(guarded("plans.activate", routes!(preview::preview)))
        .merge(guarded("plans.activate", routes!(activate::activate)))
        .merge(guarded("plans.activate", routes!(parameters::confirm)))
}
