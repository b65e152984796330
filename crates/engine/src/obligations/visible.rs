//! Who may see one obligation.

use super::{Obligation, store};
use crate::sight;
use ::store::{Error, Result, Sql};
use kernel::id::Id;
use mechanism::Caller;

/// The row, if the caller may see it; otherwise it does not exist for him.
pub fn visible(sql: &mut dyn Sql, caller: &Caller, id: Id) -> Result<Obligation> {
    let row = store::by_id(sql, id)?.ok_or(Error::NotFound)?;
    let admitted = caller.acts_as(row.holder)
        || caller.acts_as(row.subject)
        || row
            .receiver
            .is_some_and(|receiver| caller.acts_as(receiver))
        || caller
            .scope
            .admits(&row.path, row.sector.as_deref(), Some(row.subject), &[])
        || sight::handed(sql, row.id, &caller.parties)?
        || sight::handed(sql, row.subject, &caller.parties)?;
    if admitted {
        Ok(row)
    } else {
        Err(Error::NotFound)
    }
}
