//! Who sees a collection: the body that collects, and of the addressees each its own sheet.

use crate::collections::model::{Collection, Sheet};
use crate::collections::store;
use ::store::{Error, Result, Sql};
use kernel::id::Id;
use mechanism::Caller;

/// A collection with the sheets of it that the caller may open.
pub struct Seen {
    pub collection: Collection,
    pub sheets: Vec<Sheet>,
    /// The caller collects; otherwise he was asked.
    pub own: bool,
}

pub fn visible(sql: &mut dyn Sql, caller: &Caller, id: Id) -> Result<Seen> {
    let collection = store::by_id(sql, id)?.ok_or(Error::NotFound)?;
    let own = caller.acts_as(collection.issued_for) || collection.issued_by == caller.person;
    let mut sheets = store::sheets(sql, id)?;
    if !own {
        sheets.retain(|sheet| caller.acts_as(sheet.body));
    }
    if !own && sheets.is_empty() {
        return Err(Error::NotFound);
    }
    Ok(Seen {
        collection,
        sheets,
        own,
    })
}
