//! How far an import may reach: as far as whoever runs it.

use crate::identity;
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::scope::{AreaPath, Scope};
use mechanism::Env;
use store::{Error, Result, Sql, Tx};

/// The scope of the account that acts. The system itself (command line, demonstration) reaches everything.
///
/// An import is no way around a right: whoever lacks the right to write a register cannot import it either.
pub(crate) fn reach(tx: &mut Tx, env: &Env, permission: &str) -> Result<Scope> {
    let Some(account) = tx.act().actor else {
        return Ok(Scope::everything());
    };
    let day = env.calendar.zone().day_of(tx.now());
    let account = identity::store::by_id(tx, account)?.ok_or(Error::NotFound)?;
    let caller = identity::callers::caller_of(tx, &account, day, &env.policy)?;
    if !caller.may(permission) {
        let reason = Reason::new("registry.import_forbidden").with("permission", permission);
        return Err(Error::Refused(reason));
    }
    Ok(caller.scope)
}

/// Where a row stands, as the scope sees it.
pub(crate) struct Place<'a> {
    pub path: &'a AreaPath,
    pub sector: Option<&'a str>,
    pub site: Option<Id>,
    /// The body to which it is handed.
    pub org: Option<Id>,
}

/// Why a row cannot be written by somebody with this scope.
pub(crate) fn refuse_outside(scope: &Scope, place: &Place) -> Option<Reason> {
    let handed: Vec<Id> = place.org.into_iter().collect();
    let inside = scope.admits(place.path, place.sector, place.site, &handed);
    (!inside).then(|| Reason::new("registry.out_of_scope"))
}
