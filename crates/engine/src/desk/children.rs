//! What was handed out of an obligation, and of what it was handed out itself.

use crate::obligations::view::{self, Named, ObligationRow, SubmissionView};
use crate::obligations::visible::visible;
use crate::obligations::{Obligation, store, submissions};
use crate::trays;
use ::store::{Error, Result, Sql};
use kernel::id::Id;
use kernel::time::Moment;
use mechanism::{Caller, Env};
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Debug, Serialize, ToSchema)]
pub struct HandedOutView {
    pub by: Named,
    pub at: i64,
    pub note: String,
}

/// One part that was handed out. Its delay shows here and moves nothing in the parent.
#[derive(Debug, Serialize, ToSchema)]
pub struct ChildView {
    pub row: ObligationRow,
    pub handed_out: Option<HandedOutView>,
    /// What was submitted to the body for its approval.
    pub submissions: Vec<SubmissionView>,
}

/// The parent, where the reader may see it.
pub fn parent(
    sql: &mut dyn Sql,
    env: &Env,
    caller: &Caller,
    now: Moment,
    row: &Obligation,
) -> Result<Option<ObligationRow>> {
    let Some(parent) = row.parent else {
        return Ok(None);
    };
    let parent = match visible(sql, caller, parent) {
        Ok(parent) => parent,
        Err(Error::NotFound) => return Ok(None),
        Err(other) => return Err(other),
    };
    let rows = view::rows(sql, env, caller, now, std::slice::from_ref(&parent))?;
    Ok(rows.into_iter().next())
}

pub fn children(
    sql: &mut dyn Sql,
    env: &Env,
    caller: &Caller,
    now: Moment,
    id: Id,
) -> Result<Vec<ChildView>> {
    let children = store::children(sql, id)?;
    let rows = view::rows(sql, env, caller, now, &children)?;
    let mut views = Vec::with_capacity(rows.len());
    for row in rows {
        let put = submissions::of_obligation(sql, row.id)?;
        views.push(ChildView {
            handed_out: handed_out(sql, row.id)?,
            submissions: view::submissions(sql, &put)?,
            row,
        });
    }
    Ok(views)
}

pub fn handed_out(sql: &mut dyn Sql, child: Id) -> Result<Option<HandedOutView>> {
    let Some(handed) = trays::store::of_child(sql, child)? else {
        return Ok(None);
    };
    let name = registry::party::store::label(sql, handed.handed_by)?;
    Ok(Some(HandedOutView {
        by: Named {
            id: handed.handed_by,
            name,
        },
        at: handed.handed_at.0,
        note: handed.note,
    }))
}
