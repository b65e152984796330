//! Who is addressed when a matter opens.

use super::model::MatterParty;
use super::rules::{self, FIXER};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Day;
use policy::{HolderRule, Lifecycle};
use registry::site::Site;
use registry::{org, party, site};
use std::collections::BTreeMap;
use store::{Error, Result, Sql};

/// The rows of the parties, one for each role of the lifecycle: whoever is named, else whoever the role's rule finds for
/// the site. The one who puts it right is found first: nobody verifies what he must put right himself.
pub fn resolve(
    sql: &mut dyn Sql,
    cycle: &Lifecycle,
    named: &BTreeMap<String, Id>,
    site: &Site,
    day: Day,
) -> Result<Vec<MatterParty>> {
    if let Some(unknown) = named.keys().find(|role| !cycle.roles.contains_key(*role)) {
        return Err(Error::refused(
            Reason::new("matters.unknown_role").with("role", unknown),
        ));
    }
    let mut addressed: BTreeMap<String, Id> = named.clone();
    let first = cycle.roles.get_key_value(FIXER);
    let others = cycle.roles.iter().filter(|(role, _)| *role != FIXER);
    for (role, definition) in first.into_iter().chain(others) {
        if addressed.contains_key(role) {
            continue;
        }
        let fixer = addressed.get(FIXER).copied();
        let by_rule = match (&definition.holder, role.as_str()) {
            (Some(rule), _) => found(sql, rule, site, fixer, day)?,
            (None, FIXER) => site.org,
            (None, _) => None,
        };
        if let Some(party) = by_rule {
            addressed.insert(role.clone(), party);
        }
    }
    let mut rows = Vec::with_capacity(cycle.roles.len());
    for (role, definition) in &cycle.roles {
        let Some(party) = addressed.get(role).copied() else {
            return Err(Error::refused(
                Reason::new("matters.party_missing").with("role", &definition.title),
            ));
        };
        if rows.iter().any(|row: &MatterParty| row.party == party) {
            return Err(Error::refused(
                Reason::new("matters.same_party").with("role", &definition.title),
            ));
        }
        rows.push(row(sql, cycle, role, party, site)?);
    }
    Ok(rows)
}

/// Who takes a role by its rule, as of the opening day.
fn found(
    sql: &mut dyn Sql,
    rule: &HolderRule,
    site: &Site,
    fixer: Option<Id>,
    day: Day,
) -> Result<Option<Id>> {
    Ok(match rule {
        HolderRule::Subject => site.org,
        HolderRule::OfficeOfSubject => match site.org {
            Some(body) => org::store::office_of(sql, body, day)?,
            None => None,
        },
        HolderRule::Capacity(capacity) => site::store::bound(sql, site.id, capacity, day)?,
        HolderRule::Org(name) => org::store::by_name_or_alias(sql, name, day)?.map(|org| org.id),
        HolderRule::AreaOrg(kind) => match org::store::competent(sql, kind, &site.path, day)? {
            // Where the competent body is the one to be supervised, the body above it takes the role.
            Some(competent) if Some(competent.id) == fixer => competent.superior,
            Some(competent) => Some(competent.id),
            None => None,
        },
    })
}

fn row(
    sql: &mut dyn Sql,
    cycle: &Lifecycle,
    role: &str,
    id: Id,
    site: &Site,
) -> Result<MatterParty> {
    if party::store::kind_of(sql, id)?.is_none() {
        return Err(Error::refused(Reason::new(
            "matters.unknown_party.not_found",
        )));
    }
    let body = org::store::by_id(sql, id)?;
    let line = match &body {
        _ if site.org == Some(id) => Some("unit"),
        Some(body) if body.sector.is_some() && body.sector == site.sector => Some("sector"),
        Some(body)
            if body
                .path
                .leaf()
                .is_some_and(|area| site.path.ids.contains(&Some(area))) =>
        {
            Some("territory")
        }
        _ => None,
    };
    Ok(MatterParty {
        slot: role.to_owned(),
        role: role.to_owned(),
        party: id,
        line: line.map(str::to_owned),
        addressed_as: body.map(|body| body.kind),
        state: rules::opening_state(cycle, role)
            .unwrap_or_default()
            .to_owned(),
        moved_by: None,
        revision: 1,
    })
}
