//! Routes of matters: one use case a file.

mod get;
mod lifecycles;
mod list;
mod open;
mod transition;
mod view;

use engine::sight;
use kernel::id::Id;
use mechanism::{App, Caller, guarded};
use store::{Error, Result, Sql};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::model::Matter;
use super::store as rows;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded("matters.read", routes!(list::list)))
        .merge(guarded("matters.read", routes!(lifecycles::list)))
        .merge(guarded("matters.open", routes!(open::open)))
        .merge(guarded("matters.read", routes!(get::get)))
        .merge(guarded("matters.act", routes!(transition::transition)))
}

/// The matter, if the caller may see it; otherwise it does not exist for him.
pub fn visible(sql: &mut dyn Sql, caller: &Caller, id: Id) -> Result<Matter> {
    let matter = rows::by_id(sql, id)?.ok_or(Error::NotFound)?;
    let admitted = caller
        .scope
        .admits(&matter.path, matter.sector.as_deref(), matter.site, &[])
        || sight::handed(sql, matter.id, &caller.parties)?;
    if admitted {
        Ok(matter)
    } else {
        Err(Error::NotFound)
    }
}
