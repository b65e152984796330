//! Routes of instructions.

mod give;
mod list;
mod scan;
mod view;

use super::model::Instruction;
use super::store as rows;
use engine::sight;
use kernel::id::Id;
use mechanism::{App, Caller, guarded};
use store::{Error, Result, Sql};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

pub fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .merge(guarded("instructions.write", routes!(give::give)))
        .merge(guarded("instructions.read", routes!(list::list)))
        .merge(guarded("instructions.read", routes!(list::get)))
        .merge(guarded("instructions.read", routes!(scan::scan)))
}

/// The instruction, if the caller may see it; otherwise it does not exist for him.
fn visible(sql: &mut dyn Sql, caller: &Caller, id: Id) -> Result<Instruction> {
    let found = rows::by_id(sql, id)?.ok_or(Error::NotFound)?;
    let admitted = caller.acts_as(found.holder)
        || caller
            .scope
            .admits(&found.path, found.sector.as_deref(), None, &[])
        || sight::handed(sql, id, &caller.parties)?;
    if admitted {
        Ok(found)
    } else {
        Err(Error::NotFound)
    }
}
