//! Routes of sites.

mod capacities;
mod change;
mod list;
mod show;
mod tags;

use super::{capacities as import_capacities, import};
use crate::listing::Register;
use mechanism::{App, Mechanism, Permission, guarded};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub const MECHANISM: Mechanism = Mechanism {
    name: "site",
    permissions: &[
        Permission {
            name: "sites.read",
            zh: "查看监管对象",
            en: "Read sites",
        },
        Permission {
            name: "sites.write",
            zh: "维护监管对象",
            en: "Maintain sites",
        },
    ],
    routes: table,
    timers: &[],
    importers: &[import::IMPORTER, import_capacities::IMPORTER],
    texts: &[],
};

/// Sites are handed to the body that runs them.
pub(crate) const REGISTER: Register = Register {
    table: "site",
    columns: super::store::COLUMNS,
    order: "name",
    site_column: Some("id"),
    handed_column: Some("org"),
};

fn table() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded("sites.read", routes!(list::list)))
        .merge(guarded("sites.write", routes!(change::add)))
        .merge(guarded("sites.read", routes!(show::show)))
        .merge(guarded("sites.write", routes!(change::change)))
        .merge(guarded("sites.write", routes!(tags::set)))
        .merge(guarded("sites.write", routes!(capacities::bind)))
        .merge(guarded("sites.write", routes!(capacities::unbind)))
}
