//! The agenda: what falls due on which day, and a leader's day on one screen.
//!
//! It stands last because it reads what all other folders wrote. It writes nothing.

mod calendar;
mod leader;
mod store;
mod texts;

use mechanism::{App, Mechanism, guarded};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub const MECHANISM: Mechanism = Mechanism {
    name: "agenda",
    permissions: &[],
    routes,
    timers: &[],
    importers: &[],
    texts: texts::TEXTS,
};

fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded("obligations.read", routes!(calendar::calendar)))
        .merge(guarded("obligations.read", routes!(leader::leader)))
}
