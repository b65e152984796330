//! Routes of the tray: what lies there, signing in bulk, handing out, taking back.

mod hand_out;
mod sign_many;
mod tray;
mod withdraw;

use mechanism::{App, guarded};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded("trays.read", routes!(tray::tray)))
        .merge(guarded("obligations.sign", routes!(sign_many::sign_many)))
        .merge(guarded("trays.hand_out", routes!(hand_out::hand_out)))
        .merge(guarded("trays.hand_out", routes!(withdraw::withdraw)))
}
