//! Routes of forms, records and attachments that only read or store; filing and approving stand in `satisfaction`.

mod attach;
mod form;
mod get;
mod originals;

use mechanism::{App, guarded};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub use attach::content;
pub use attach::keep;
pub use get::visible;
pub use originals::readable;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded("records.read", routes!(form::form)))
        .merge(guarded("records.read", routes!(get::get)))
        .merge(guarded("records.file", routes!(attach::attach)))
        .merge(guarded("records.read", routes!(attach::download)))
}
