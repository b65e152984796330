//! From a session to a [`Caller`]: what the roles allow, and how far they reach.

use super::model::{Account, AccountState, Grant, Session};
use super::rules::{self, LIMITS};
use super::{store, token};
use crate::{org, person, site};
use ::store::{Result, Sql};
use kernel::id::Id;
use kernel::scope::{Branch, Level, Scope};
use kernel::time::{Day, Moment};
use mechanism::{Caller, Lang};
use policy::{Library, RoleScope};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Who bears the token: nobody when the session does not hold or the account is disabled.
pub fn resolve(
    sql: &mut dyn Sql,
    token: &str,
    now_machine: Moment,
    business_day: Day,
    library: &Library,
) -> Result<Option<Caller>> {
    let found = bearer(sql, token, now_machine, business_day, library)?;
    Ok(found.map(|(caller, _)| caller))
}

/// The caller together with his session.
pub(super) fn bearer(
    sql: &mut dyn Sql,
    token: &str,
    now_machine: Moment,
    business_day: Day,
    library: &Library,
) -> Result<Option<(Caller, Session)>> {
    let Some((session, account)) = store::session(sql, token::digest_of(token))? else {
        return Ok(None);
    };
    if account.state == AccountState::Disabled || !rules::holds(&session, now_machine, &LIMITS) {
        return Ok(None);
    }
    let caller = caller_of(sql, &account, business_day, library)?;
    Ok(Some((caller, session)))
}

/// What an account may do and see on a day. With a password that must be changed it may do nothing else.
pub fn caller_of(
    sql: &mut dyn Sql,
    account: &Account,
    day: Day,
    library: &Library,
) -> Result<Caller> {
    let standing = person::store::standing(sql, account.person, day)?;
    let mut caller = Caller {
        account: account.id,
        person: account.person,
        name: standing.name,
        parties: standing.parties,
        orgs: standing.orgs,
        permissions: Arc::default(),
        roles: Vec::new(),
        scope: Scope::nothing(),
        language: language(&account.language),
    };
    if account.must_change {
        return Ok(caller);
    }
    let mut reach = Reach::default();
    let mut permissions = BTreeSet::new();
    for grant in store::grants(sql, account.id, day)? {
        // A role that no installed pack knows gives nothing.
        let Some((_, role)) = library.role(&grant.role) else {
            continue;
        };
        permissions.extend(role.permissions.iter().cloned());
        reach.add(sql, role.scope, &grant, &caller, day)?;
        caller.roles.push(grant.role);
    }
    caller.permissions = Arc::new(permissions);
    caller.scope = reach.scope(&caller.parties);
    Ok(caller)
}

/// Branches by how much they matter: where a scope is full, single sites give way first.
#[derive(Default)]
struct Reach {
    areas: Vec<Branch>,
    sites: Vec<Branch>,
    handed: bool,
}

impl Reach {
    fn add(
        &mut self,
        sql: &mut dyn Sql,
        scope: RoleScope,
        grant: &Grant,
        caller: &Caller,
        day: Day,
    ) -> Result<()> {
        self.handed |= scope != RoleScope::Nothing;
        let body = grant.org.or(caller.orgs.first().copied());
        match (scope, body) {
            (RoleScope::Everything, _) => self.areas.push(Branch::Everything),
            (RoleScope::OwnArea, Some(body)) => self.add_area(sql, body)?,
            (RoleScope::OwnAreaSector, Some(body)) => self.add_sectors(sql, body)?,
            (RoleScope::OwnSite, _) => self.add_sites(sql, body, caller, day)?,
            (RoleScope::OwnArea | RoleScope::OwnAreaSector, None) => {}
            (RoleScope::Handed | RoleScope::Nothing, _) => {}
        }
        Ok(())
    }

    fn add_area(&mut self, sql: &mut dyn Sql, body: Id) -> Result<()> {
        if let Some((level, id)) = area_of(sql, body)? {
            self.areas.push(Branch::Area { level, id });
        }
        Ok(())
    }

    fn add_sectors(&mut self, sql: &mut dyn Sql, body: Id) -> Result<()> {
        let Some((level, id)) = area_of(sql, body)? else {
            return Ok(());
        };
        for sector in org::store::sectors(sql, body)? {
            self.areas.push(Branch::AreaSector { level, id, sector });
        }
        Ok(())
    }

    /// Sites that the body runs, and those for which the caller's parties answer.
    fn add_sites(
        &mut self,
        sql: &mut dyn Sql,
        body: Option<Id>,
        caller: &Caller,
        day: Day,
    ) -> Result<()> {
        if let Some(body) = body {
            let own = site::store::of_org(sql, body, day)?;
            self.sites
                .extend(own.into_iter().map(|site| Branch::Site(site.id)));
        }
        for party in &caller.parties {
            let bound = site::store::bound_sites(sql, *party, day)?;
            self.sites.extend(bound.into_iter().map(Branch::Site));
        }
        Ok(())
    }

    fn scope(self, parties: &[Id]) -> Scope {
        let handed = parties.iter().copied().map(Branch::Handed);
        let handed = handed.filter(|_| self.handed);
        let mut scope = Scope::nothing();
        for branch in self.areas.into_iter().chain(handed).chain(self.sites) {
            // A full scope shows too little, never too much.
            if scope.push(branch).is_err() {
                tracing::warn!("a scope is full; some of its sites are left out");
                break;
            }
        }
        scope.normalise()
    }
}

/// The narrowest area of a body.
fn area_of(sql: &mut dyn Sql, body: Id) -> Result<Option<(Level, Id)>> {
    let path = org::store::by_id(sql, body)?.map(|org| org.path);
    Ok(path.and_then(|path| path.leaf_level().zip(path.leaf())))
}

fn language(word: &str) -> Lang {
    match word {
        "en" => Lang::En,
        _ => Lang::Zh,
    }
}
