//! Accounts and their roles: adding, resetting, granting. The command line and the routes share these.

use super::model::{Account, AccountState, Grant};
use super::{password, rules, store};
use crate::person;
use crate::person::Person;
use crate::{org, since};
use ::store::{Error, Result, Tx};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::scope::AreaPath;
use kernel::time::Day;
use policy::Library;
use serde_json::json;

/// An account to be made.
#[derive(Clone, Debug)]
pub struct NewAccount {
    pub login: String,
    pub owner: Owner,
    pub role: String,
    /// The body for which the role is held; none is the person's main body.
    pub org: Option<Id>,
    /// `zh` or `en`.
    pub language: String,
}

/// Whose account it is.
#[derive(Clone, Debug)]
pub enum Owner {
    Person(Id),
    /// Somebody who is not in the register yet.
    New {
        name: String,
        org: Option<Id>,
    },
}

/// A password that is shown once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OneTime {
    pub account: Id,
    pub login: String,
    pub role: Option<String>,
    pub password: String,
}

/// Makes an account with a one-time password that must be changed at the first sign-in.
pub fn add(tx: &mut Tx, library: &Library, today: Day, new: &NewAccount) -> Result<OneTime> {
    let secret = password::one_time(tx.chance());
    let hash = password::hash(&secret, tx.chance())?;
    let account = create(tx, library, today, new, hash, true)?;
    Ok(OneTime {
        account,
        login: new.login.clone(),
        role: Some(new.role.clone()),
        password: secret,
    })
}

/// Makes an account of the demonstration, whose hash the caller prepared and whose password everybody knows.
/// The caller makes sure that the instance is a training one.
pub fn add_known(
    tx: &mut Tx,
    library: &Library,
    today: Day,
    new: &NewAccount,
    hash: &str,
) -> Result<Id> {
    create(tx, library, today, new, hash.to_owned(), false)
}

/// Gives an account a new one-time password, unlocks it and ends its sessions.
pub fn reset(tx: &mut Tx, login: &str) -> Result<OneTime> {
    let account = store::by_login(tx, login)?
        .ok_or_else(|| Error::Refused(Reason::new("identity.account.not_found")))?;
    let secret = password::one_time(tx.chance());
    let hash = password::hash(&secret, tx.chance())?;
    store::set_password(tx, account.id, &hash, true)?;
    let ended = store::revoke_all(tx, account.id)?;
    tx.note(
        account.id,
        "password_reset",
        json!({ "sessions_ended": ended }),
    )?;
    Ok(OneTime {
        account: account.id,
        login: account.login,
        role: None,
        password: secret,
    })
}

/// Gives an account a role from a day on. The three administrators stay apart, also over several accounts of a person.
pub fn grant(
    tx: &mut Tx,
    library: &Library,
    account: &Account,
    role: &str,
    org: Option<Id>,
    from: Day,
) -> Result<Grant> {
    if library.role(role).is_none() {
        let reason = Reason::new("identity.unknown_role").with("role", role);
        return Err(Error::Refused(reason));
    }
    let borne = store::roles_of_person(tx, account.person, from)?;
    rules::may_bear(&borne, role).map_err(Error::Refused)?;
    let running = store::grants(tx, account.id, from)?;
    if let Some(same) = running
        .into_iter()
        .find(|one| one.role == role && one.org == org)
    {
        return Ok(same);
    }
    let grant = Grant {
        id: tx.new_id(),
        account: account.id,
        role: role.to_owned(),
        org,
        from,
        until: None,
    };
    store::insert_grant(tx, &grant)?;
    tx.note(
        account.id,
        "role_granted",
        json!({ "role": role, "org": org, "from": from }),
    )?;
    Ok(grant)
}

fn create(
    tx: &mut Tx,
    library: &Library,
    today: Day,
    new: &NewAccount,
    hash: String,
    must_change: bool,
) -> Result<Id> {
    if !login_is_well_formed(&new.login) {
        return Err(Error::Refused(Reason::new("identity.login_form")));
    }
    if store::by_login(tx, &new.login)?.is_some() {
        let reason = Reason::new("identity.login_taken.conflict").with("login", &new.login);
        return Err(Error::Refused(reason));
    }
    let person = owner(tx, &new.owner)?;
    let account = Account {
        id: tx.new_id(),
        login: new.login.clone(),
        person,
        password_hash: hash,
        state: AccountState::Active,
        failed: 0,
        locked_until: None,
        must_change,
        language: new.language.clone(),
        version: 1,
    };
    store::insert(tx, &account)?;
    tx.note(
        account.id,
        "account_added",
        json!({ "login": account.login, "person": person }),
    )?;
    grant(tx, library, &account, &new.role, new.org, today)?;
    Ok(account.id)
}

fn owner(tx: &mut Tx, owner: &Owner) -> Result<Id> {
    match owner {
        Owner::Person(id) => {
            person::store::by_id(tx, *id)?.ok_or(Error::NotFound)?;
            Ok(*id)
        }
        Owner::New { name, org } => {
            let body = match org {
                Some(id) => Some(org::store::by_id(tx, *id)?.ok_or(Error::NotFound)?),
                None => None,
            };
            let person = Person {
                id: tx.new_id(),
                name: name.clone(),
                org: *org,
                sector: body.as_ref().and_then(|body| body.sector.clone()),
                path: body.map_or_else(AreaPath::default, |body| body.path),
                from: since::SINCE_ALWAYS,
                until: None,
                version: 1,
            };
            person::store::insert(tx, &person)?;
            tx.note(person.id, "person_added", json!({ "org": org }))?;
            Ok(person.id)
        }
    }
}

/// Letters, digits and a few marks of any script, 2 to 40 of them.
fn login_is_well_formed(login: &str) -> bool {
    let fits = |letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '-' | '_' | '@');
    (2..=40).contains(&login.chars().count()) && login.chars().all(fits)
}
