//! Who is addressed when a matter opens.

use super::model::MatterParty;
use super::rules::{self, FIXER, REGULATOR};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Day;
use policy::Lifecycle;
use registry::site::Site;
use registry::{org, party};
use std::collections::BTreeMap;
use store::{Error, Result, Sql};

/// Kind of body that supervises a place where nobody else is named: the lowest government that has one of its own.
const OF_THE_PLACE: &str = "town-government";

/// The rows of the parties, one for each role of the lifecycle: whoever is named, else the body that runs the site as
/// the one that puts it right and the competent body of the place as the one that verifies.
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
    if cycle.roles.contains_key(FIXER)
        && !addressed.contains_key(FIXER)
        && let Some(run_by) = site.org
    {
        addressed.insert(FIXER.to_owned(), run_by);
    }
    if cycle.roles.contains_key(REGULATOR) && !addressed.contains_key(REGULATOR) {
        let fixer = addressed.get(FIXER).copied();
        if let Some(regulator) = regulator(sql, site, fixer, day)? {
            addressed.insert(REGULATOR.to_owned(), regulator);
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

/// The competent body of the place. Where that is the one to be supervised, the body above it.
fn regulator(sql: &mut dyn Sql, site: &Site, fixer: Option<Id>, day: Day) -> Result<Option<Id>> {
    let Some(competent) = org::store::competent(sql, OF_THE_PLACE, &site.path, day)? else {
        return Ok(None);
    };
    Ok(if Some(competent.id) == fixer {
        competent.superior
    } else {
        Some(competent.id)
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
