//! Who reads a stored file by the records that name it.
//!
//! A sheet that was handed in is the original of a record a row, so whoever sees one of these records has not seen the
//! others. It is open to the bodies in whose name it was filed, to the body that collected it, and to whoever sees every
//! record that came of it.

use super::get::visible;
use crate::records::{ORIGINAL, store};
use ::store::{Error, Result, Sql};
use mechanism::Caller;

pub fn readable(sql: &mut dyn Sql, caller: &Caller, hash: &str) -> Result<bool> {
    let named = store::named_by(sql, hash)?;
    let (originals, fields): (Vec<_>, Vec<_>) =
        named.into_iter().partition(|one| one.field == ORIGINAL);
    let own = originals.iter().any(|one| {
        caller.acts_as(one.body) || one.collector.is_some_and(|body| caller.acts_as(body))
    });
    if own {
        return Ok(true);
    }
    for one in &fields {
        if seen(visible(sql, caller, one.record))? {
            return Ok(true);
        }
    }
    for one in &originals {
        if !seen(visible(sql, caller, one.record))? {
            return Ok(false);
        }
    }
    Ok(!originals.is_empty())
}

fn seen<T>(found: Result<T>) -> Result<bool> {
    match found {
        Ok(_) => Ok(true),
        Err(Error::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}
