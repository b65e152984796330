//! The three administrators of a fresh instance.

use super::accounts::{self, NewAccount, OneTime, Owner};
use super::rules::ADMINISTRATORS;
use super::store;
use ::store::{Result, Tx};
use kernel::time::Day;
use policy::Library;

/// Logins at the first start, in the order of the roles.
const LOGINS: [&str; 3] = ["system", "security", "audit"];

/// Makes those of the three that nobody is yet, each an account of its own, and gives their one-time passwords to be
/// printed. Run at each start: once they are there it changes nothing.
pub fn ensure(tx: &mut Tx, library: &Library, today: Day) -> Result<Vec<OneTime>> {
    let mut made = Vec::new();
    for (role, login) in ADMINISTRATORS.into_iter().zip(LOGINS) {
        // Without a pack that knows the role there is nothing to bear.
        let Some((_, definition)) = library.role(role) else {
            continue;
        };
        let taken = store::by_login(tx, login)?.is_some();
        if taken || !store::bearers(tx, role, today)?.is_empty() {
            continue;
        }
        let new = NewAccount {
            login: login.to_owned(),
            owner: Owner::New {
                name: definition.title.clone(),
                org: None,
            },
            role: role.to_owned(),
            org: None,
            language: "zh".to_owned(),
        };
        made.push(accounts::add(tx, library, today, &new)?);
    }
    Ok(made)
}
