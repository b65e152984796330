//! Windows of key periods: additional obligations beside a normal one, which a record of the window fills first.
//!
//! A window keeps its own credits like any obligation. What counts for it is what the normal one leaves over, and that
//! is computed each time from the credits of both, so the order in which records and obligations come does not matter.

pub mod rules;
mod store;

use super::model::Standing;
use super::store as satisfactions;
use crate::obligations::store as rows;
use crate::obligations::{Obligation, Rule};
use ::store::{Result, Sql, Tx};
use kernel::id::Id;
use mechanism::Env;

/// The credits of an obligation that count for it: all of its own, but of a window only what the normal one leaves.
pub fn left_over(
    sql: &mut dyn Sql,
    row: &Obligation,
    rule: &Rule,
    own: Vec<Standing>,
) -> Result<Vec<Standing>> {
    let Some(beside) = &rule.beside else {
        return Ok(own);
    };
    let siblings = store::of_subject(sql, &row.definition, row.subject)?;
    let normal = siblings
        .into_iter()
        .find(|other| other.slot == beside.slot && other.period == beside.period && asks(other));
    // Where nothing normal is asked, nothing has to be filled first.
    let Some(normal) = normal else {
        return Ok(own);
    };
    let normal_rule = rows::rule(sql, normal.rule)?;
    let filled = satisfactions::standing(sql, normal.id)?;
    Ok(rules::spill(&normal_rule, &filled, &own))
}

/// Settles the windows beside a normal obligation again, whose credits changed.
pub fn follow(tx: &mut Tx, env: &Env, row: &Obligation, rule: &Rule) -> Result<()> {
    let raised = |(_, duty): (&policy::Pack, &policy::Duty)| duty.intensify;
    if rule.beside.is_some() || !env.policy.duty(&row.definition).is_some_and(raised) {
        return Ok(());
    }
    for other in store::of_subject(tx, &row.definition, row.subject)? {
        let other_rule = rows::rule(tx, other.rule)?;
        let own = other_rule
            .beside
            .as_ref()
            .is_some_and(|beside| beside.slot == row.slot && beside.period == row.period);
        if own {
            satisfactions::resettle(tx, env, other.id)?;
        }
    }
    Ok(())
}

/// A normal obligation is ended by a decision and asks for nothing any more: what was filled into it is left over.
pub fn ended(tx: &mut Tx, env: &Env, id: Id) -> Result<()> {
    let Some(row) = rows::by_id(tx, id)? else {
        return Ok(());
    };
    let rule = rows::rule(tx, row.rule)?;
    follow(tx, env, &row, &rule)
}

fn asks(row: &Obligation) -> bool {
    !matches!(row.outcome.as_deref(), Some("excused" | "withdrawn"))
}
