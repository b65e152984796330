//! How far somebody may hand out work: as far as he sees.

use super::model::Role;
use super::open::Wanted;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::scope::Scope;
use kernel::time::Day;
use mechanism::Env;
use registry::{identity, party};
use store::{Error, Result, Sql, Tx};

/// The scope of the account that acts. The system itself (command line, demonstration) reaches everything.
///
/// An import is no way around a right: whoever may not write tasks cannot import them either.
pub fn of_actor(tx: &mut Tx, env: &Env) -> Result<Scope> {
    let Some(account) = tx.act().actor else {
        return Ok(Scope::everything());
    };
    let day = env.calendar.zone().day_of(tx.now());
    let account = identity::store::by_id(tx, account)?.ok_or(Error::NotFound)?;
    let caller = identity::callers::caller_of(tx, &account, day, &env.policy)?;
    if !caller.may("tasks.write") {
        let reason = Reason::new("edge.forbidden").with("permission", "tasks.write");
        return Err(Error::refused(reason));
    }
    Ok(caller.scope)
}

/// Whether every party that the task would oblige lies within the scope. Leaders who look after it may stand above.
pub fn admits(sql: &mut dyn Sql, scope: &Scope, wanted: &Wanted, day: Day) -> Result<bool> {
    let obliged = wanted
        .cast()
        .into_iter()
        .filter(|(_, role)| *role != Role::Patron);
    all_within(sql, scope, obliged.map(|(party, _)| party), day)
}

pub fn all_within(
    sql: &mut dyn Sql,
    scope: &Scope,
    parties: impl Iterator<Item = Id>,
    day: Day,
) -> Result<bool> {
    for party in parties {
        let (path, sector) = party::store::place_of(sql, party, day)?;
        if !scope.admits(&path, sector.as_deref(), None, &[party]) {
            return Ok(false);
        }
    }
    Ok(true)
}
