//! Over whom a duty runs, who holds it, and the members of its covered sets, all as of the opening day.

use engine::obligations::Member;
use kernel::id::Id;
use kernel::scope::{AreaPath, Level};
use kernel::time::Day;
use mechanism::Env;
use policy::{Duty, HolderRule, Measure, Pack, SetOf, Subjects};
use registry::{area, org, party, person, site};
use std::collections::BTreeMap;
use store::{Result, Sql};

/// A subject with its holder.
#[derive(Clone, Debug)]
pub struct Subject {
    pub id: Id,
    pub holder: Id,
    pub path: AreaPath,
    pub sector: Option<String>,
    pub members: Vec<Member>,
}

/// A subject before its holder is known.
struct Found {
    id: Id,
    /// The body that runs it, where the subject is not a body itself.
    run_by: Option<Id>,
    path: AreaPath,
    sector: Option<String>,
}

/// Subjects of a duty with holders. A subject for which nobody can be found falls to the body that issued the plan: a
/// vacancy climbs, it never disappears.
pub fn of(
    sql: &mut dyn Sql,
    env: &Env,
    pack: &Pack,
    duty: &Duty,
    day: Day,
    period: &str,
) -> Result<Vec<Subject>> {
    let found = find(sql, env, &duty.for_each, day, period)?;
    let capacities = match &duty.holder {
        HolderRule::Capacity(role) => site::store::bindings(sql, role, day)?.into_iter().collect(),
        _ => BTreeMap::new(),
    };
    let fallback = fallback(sql, pack, day)?;
    let mut subjects = Vec::with_capacity(found.len());
    for one in found {
        let holder = holder(sql, duty, &one, &capacities, day)?
            .or(one.run_by)
            .or(fallback);
        let Some(holder) = holder else { continue };
        let members = members(sql, duty, &one, holder, day)?;
        subjects.push(Subject {
            id: one.id,
            holder,
            path: one.path,
            sector: one.sector,
            members,
        });
    }
    Ok(subjects)
}

fn find(
    sql: &mut dyn Sql,
    _env: &Env,
    subjects: &Subjects,
    day: Day,
    period: &str,
) -> Result<Vec<Found>> {
    Ok(match subjects {
        Subjects::OrgKind(kind) => org::store::of_kind(sql, kind, day)?
            .into_iter()
            .map(body)
            .collect(),
        Subjects::Org(name) => org::store::by_name_or_alias(sql, name, day)?
            .into_iter()
            .map(body)
            .collect(),
        Subjects::SiteKind(kind) => site::store::of_kind(sql, kind, day)?
            .into_iter()
            .map(place)
            .collect(),
        Subjects::SiteTag(tag) => site::store::with_tag(sql, tag, day)?
            .into_iter()
            .map(place)
            .collect(),
        Subjects::Post(title) => {
            let mut found = Vec::new();
            for post in person::store::posts_of_title(sql, title, day)? {
                let (path, sector) = party::store::place_of(sql, post.id, day)?;
                found.push(Found {
                    id: post.id,
                    run_by: Some(post.id),
                    path,
                    sector,
                });
            }
            found
        }
        Subjects::AreaLevel(level) => {
            let Some(level) = level_of(level) else {
                return Ok(Vec::new());
            };
            let areas = area::store::of_level(sql, level, day)?;
            areas
                .into_iter()
                .map(|a| Found {
                    id: a.id,
                    run_by: None,
                    path: a.path,
                    sector: None,
                })
                .collect()
        }
        Subjects::Draw(id) => {
            let mut found = Vec::new();
            for drawn in engine::draw::drawn(sql, id, period)? {
                found.extend(site::store::by_id(sql, drawn)?.map(place));
            }
            found
        }
    })
}

fn body(org: registry::org::Org) -> Found {
    Found {
        id: org.id,
        run_by: Some(org.id),
        path: org.path,
        sector: org.sector,
    }
}

fn place(site: registry::site::Site) -> Found {
    Found {
        id: site.id,
        run_by: site.org,
        path: site.path,
        sector: site.sector,
    }
}

fn level_of(word: &str) -> Option<Level> {
    Level::ALL
        .into_iter()
        .find(|level| level.column() == format!("area_{word}"))
}

fn holder(
    sql: &mut dyn Sql,
    duty: &Duty,
    one: &Found,
    capacities: &BTreeMap<Id, Id>,
    day: Day,
) -> Result<Option<Id>> {
    match &duty.holder {
        HolderRule::Subject => Ok(one.run_by),
        HolderRule::OfficeOfSubject => org::store::office_of(sql, one.id, day),
        HolderRule::Capacity(_) => Ok(capacities.get(&one.id).copied()),
        HolderRule::Org(name) => {
            Ok(org::store::by_name_or_alias(sql, name, day)?.map(|org| org.id))
        }
        HolderRule::AreaOrg(kind) => {
            Ok(org::store::competent(sql, kind, &one.path, day)?.map(|org| org.id))
        }
    }
}

fn fallback(sql: &mut dyn Sql, pack: &Pack, day: Day) -> Result<Option<Id>> {
    let issuer = org::store::by_name_or_alias(sql, &pack.header.issuer, day)?;
    match issuer {
        Some(issuer) => Ok(Some(
            org::store::office_of(sql, issuer.id, day)?.unwrap_or(issuer.id),
        )),
        None => Ok(None),
    }
}

/// Element rows of the requirement's covered sets and rosters, frozen now.
fn members(
    sql: &mut dyn Sql,
    duty: &Duty,
    one: &Found,
    holder: Id,
    day: Day,
) -> Result<Vec<Member>> {
    let mut members = Vec::new();
    for (part, measured) in duty.requirement.all.iter().enumerate() {
        let set = match &measured.measure {
            Measure::Cover { set, .. } | Measure::Each { roster: set } => set,
            _ => continue,
        };
        let ids = elements(sql, set, one, holder, day)?;
        let labels = party::store::labels(sql, &ids)?;
        members.extend(ids.into_iter().map(|id| Member {
            part,
            id,
            label: labels.get(&id).cloned().unwrap_or_default(),
            met_record: None,
            met_received: None,
        }));
    }
    Ok(members)
}

fn elements(sql: &mut dyn Sql, set: &SetOf, one: &Found, holder: Id, day: Day) -> Result<Vec<Id>> {
    let inside = |path: &AreaPath| {
        one.path
            .leaf()
            .is_none_or(|leaf| path.ids.contains(&Some(leaf)))
    };
    Ok(match set {
        SetOf::Group(name) => match org::store::by_name_or_alias(sql, name, day)? {
            Some(group) => org::store::members(sql, group.id, day)?,
            None => Vec::new(),
        },
        SetOf::OrgKind(kind) => {
            let all = org::store::of_kind(sql, kind, day)?;
            all.into_iter()
                .filter(|org| inside(&org.path))
                .map(|org| org.id)
                .collect()
        }
        SetOf::SiteTag(tag) => {
            let all = site::store::with_tag(sql, tag, day)?;
            all.into_iter()
                .filter(|site| inside(&site.path))
                .map(|site| site.id)
                .collect()
        }
        SetOf::BoundSites => site::store::bound_sites(sql, holder, day)?,
        SetOf::PostTitle(title) => {
            let mut found = Vec::new();
            for post in person::store::posts_of_title(sql, title, day)? {
                if inside(&party::store::place_of(sql, post.id, day)?.0) {
                    found.push(post.id);
                }
            }
            found
        }
        // Leads and joint rosters belong to tasks, which freeze their own.
        SetOf::TaskLeads | SetOf::TaskJoint => Vec::new(),
    })
}
