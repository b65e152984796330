//! Whose scope reaches over a whole plan: only such a person acts for everything that the plan covers.

use kernel::scope::Scope;
use kernel::time::Day;
use mechanism::Env;
use policy::Pack;
use registry::area;
use store::{Result, Sql};

/// Whether a scope admits the area of a pack. Where the register does not know the area, only whoever sees everything
/// reaches over it.
pub fn governs(sql: &mut dyn Sql, scope: &Scope, pack: &Pack, day: Day) -> Result<bool> {
    let area = area::store::by_code(sql, &pack.header.area, day)?;
    let path = area.map(|area| area.path).unwrap_or_default();
    Ok(scope.admits(&path, None, None, &[]))
}

/// Whether a scope admits the areas of all active packs of which something holds.
pub fn governs_active(
    sql: &mut dyn Sql,
    env: &Env,
    scope: &Scope,
    day: Day,
    concerned: impl Fn(&Pack) -> bool,
) -> Result<bool> {
    for (id, _, _) in super::activations(sql)? {
        let Some(pack) = env.policy.pack(&id).filter(|pack| concerned(pack)) else {
            continue;
        };
        if !governs(sql, scope, pack, day)? {
            return Ok(false);
        }
    }
    Ok(true)
}
