//! Routes of persons and posts.

mod change;
mod holders;
mod list;
mod posts;
mod show;

use super::import::{persons, posts as import_posts};
use crate::listing::Register;
use mechanism::{App, Mechanism, Permission, guarded};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub const MECHANISM: Mechanism = Mechanism {
    name: "person",
    permissions: &[
        Permission {
            name: "persons.read",
            zh: "查看人员和岗位",
            en: "Read persons and posts",
        },
        Permission {
            name: "persons.write",
            zh: "维护人员和岗位",
            en: "Maintain persons and posts",
        },
    ],
    routes: table,
    timers: &[],
    importers: &[import_posts::IMPORTER, persons::IMPORTER],
    texts: &[],
};

/// Persons are handed to their main body: colleagues see each other.
pub(crate) const PERSONS: Register = Register {
    table: "person",
    columns: "t.id, t.name, t.org, t.sector, t.area_province, t.area_city, t.area_county,
        t.area_town, t.area_village, t.from_day, t.until_day, t.version",
    order: "name",
    site_column: None,
    handed_column: Some("org"),
};

pub(crate) const POSTS: Register = Register {
    table: "post",
    columns: "t.id, t.org, t.title, t.rank, t.approver, t.receiving_clerk, t.superior, t.stand_in,
        t.sector, t.area_province, t.area_city, t.area_county, t.area_town, t.area_village,
        t.from_day, t.until_day, t.version",
    order: "title",
    site_column: None,
    handed_column: Some("org"),
};

fn table() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded("persons.read", routes!(list::list)))
        .merge(guarded("persons.write", routes!(change::add)))
        .merge(guarded("persons.read", routes!(show::show)))
        .merge(guarded("persons.write", routes!(change::change)))
        .merge(guarded("persons.read", routes!(posts::list)))
        .merge(guarded("persons.write", routes!(posts::add)))
        .merge(guarded("persons.read", routes!(posts::show)))
        .merge(guarded("persons.write", routes!(posts::change)))
        .merge(guarded("persons.write", routes!(holders::appoint)))
        .merge(guarded("persons.write", routes!(holders::relieve)))
}
