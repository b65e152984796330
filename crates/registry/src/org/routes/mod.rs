//! Routes of bodies.

mod change;
mod list;
mod members;
mod show;

use super::{import, members as import_members};
use crate::listing::Register;
use mechanism::{App, Mechanism, Permission, guarded};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub const MECHANISM: Mechanism = Mechanism {
    name: "org",
    permissions: &[
        Permission {
            name: "orgs.read",
            zh: "查看单位",
            en: "Read bodies",
        },
        Permission {
            name: "orgs.write",
            zh: "维护单位",
            en: "Maintain bodies",
        },
    ],
    routes: table,
    timers: &[],
    importers: &[import::IMPORTER, import_members::IMPORTER],
    texts: &[],
};

/// The list of bodies. A body is handed to itself: whoever acts for it sees it.
pub(crate) const REGISTER: Register = Register {
    table: "org",
    columns: "t.id, t.name, t.kind, t.credit_code, t.sector, t.office_of, t.superior, t.area,
        t.area_province, t.area_city, t.area_county, t.area_town, t.area_village,
        t.from_day, t.until_day, t.version",
    order: "name",
    site_column: None,
    handed_column: Some("id"),
};

fn table() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded("orgs.read", routes!(list::list)))
        .merge(guarded("orgs.write", routes!(change::add)))
        .merge(guarded("orgs.read", routes!(show::show)))
        .merge(guarded("orgs.write", routes!(change::change)))
        .merge(guarded("orgs.write", routes!(members::add)))
        .merge(guarded("orgs.write", routes!(members::end)))
}
