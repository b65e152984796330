//! Routes of obligations: one use case a file.

mod excuse;
pub(crate) mod get;
mod inbox;
mod list;
mod sign;
mod urge;

use mechanism::{App, guarded};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use list::Filter;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded("obligations.read", routes!(list::list)))
        .merge(guarded("obligations.read", routes!(get::get)))
        .merge(guarded("obligations.read", routes!(inbox::inbox)))
        .merge(guarded("obligations.sign", routes!(sign::sign)))
        .merge(guarded("obligations.urge", routes!(urge::urge)))
        .merge(guarded("obligations.excuse", routes!(excuse::excuse)))
}
