//! Meeting an obligation by an act instead of a record: a step of a matter.

use super::store;
use crate::obligations::Obligation;
use crate::obligations::store as rows;
use ::store::{Result, Sql, Tx};
use kernel::time::Moment;
use mechanism::Env;

/// Meets an open obligation. Its clock looks at now, when the act arrived; the stated time only shows.
pub fn meet(tx: &mut Tx, env: &Env, row: &Obligation, stated: Moment) -> Result<()> {
    let now = tx.now();
    let rule = rows::rule(tx, row.rule)?;
    rows::meet(tx, row.id, stated, now)?;
    store::count(tx, env, row, &rule, Some((stated, now)))
}
