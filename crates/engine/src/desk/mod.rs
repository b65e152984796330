//! The desk: what a person finds and does about obligations. Lists, the inbox, one obligation with everything behind it,
//! receipt, urging, excusing; one use case a file.
//!
//! It stands last because it shows what all other folders of this crate know.

mod children;
mod excuse;
mod get;
mod inbox;
mod list;
mod parts;
mod sign;
mod urge;

use crate::obligations::TEXTS;
use mechanism::{App, Mechanism, Permission, guarded};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

/// Rights, routes and texts of obligations.
pub const MECHANISM: Mechanism = Mechanism {
    name: "obligations",
    permissions: &[
        Permission {
            name: "obligations.read",
            zh: "查看履职待办",
            en: "read obligations",
        },
        Permission {
            name: "obligations.sign",
            zh: "签收",
            en: "sign for obligations",
        },
        Permission {
            name: "obligations.urge",
            zh: "催办",
            en: "urge holders",
        },
        Permission {
            name: "obligations.excuse",
            zh: "免办",
            en: "excuse obligations",
        },
    ],
    routes,
    timers: &[],
    importers: &[],
    texts: TEXTS,
};

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded("obligations.read", routes!(list::list)))
        .merge(guarded("obligations.read", routes!(get::get)))
        .merge(guarded("obligations.read", routes!(inbox::inbox)))
        .merge(guarded("obligations.sign", routes!(sign::sign)))
        .merge(guarded("obligations.urge", routes!(urge::urge)))
        .merge(guarded("obligations.excuse", routes!(excuse::excuse)))
}
