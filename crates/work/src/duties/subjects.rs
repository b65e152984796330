//! Over whom a duty runs, who holds it, and the members of its covered sets, all as of the opening day.

use engine::obligations::{Member, sets};
use kernel::id::Id;
use kernel::scope::{AreaPath, Level};
use kernel::time::Day;
use mechanism::Env;
use policy::{Duty, HolderRule, Measure, Pack, Step, Subjects};
use registry::site::Site;
use registry::{area, org, party, person, site};
use std::collections::BTreeMap;
use store::{Result, Sql};

/// A subject with its holder.
#[derive(Clone, Debug)]
pub struct Subject {
    pub id: Id,
    pub holder: Id,
    /// Who accepts what the holder submits, where the definition asks for it.
    pub receiver: Option<Id>,
    pub path: AreaPath,
    pub sector: Option<String>,
    pub members: Vec<Member>,
    /// The day on which it began, and the first on which it no longer is, where the register says so.
    pub since: Option<Day>,
    pub until: Option<Day>,
}

/// What an event is about: its subject and where that lies.
#[derive(Clone, Copy, Debug)]
pub struct About {
    pub id: Id,
    pub path: AreaPath,
}

/// A subject before its holder is known.
struct Found {
    id: Id,
    /// The body that runs it, where the subject is not a body itself.
    run_by: Option<Id>,
    path: AreaPath,
    sector: Option<String>,
    since: Option<Day>,
    until: Option<Day>,
}

/// The sites over which a duty runs. There may be tens of thousands, so that whoever asks for one reads only that one.
enum Sites<'a> {
    OfKind(&'a str),
    WithTag(&'a str),
}

impl<'a> Sites<'a> {
    fn of(subjects: &'a Subjects) -> Option<Self> {
        match subjects {
            Subjects::SiteKind(kind) => Some(Self::OfKind(kind)),
            Subjects::SiteTag(tag) => Some(Self::WithTag(tag)),
            _ => None,
        }
    }

    /// The site of that id, where it is there on the day and among them.
    fn only(&self, sql: &mut dyn Sql, id: Id, day: Day) -> Result<Option<Found>> {
        match site::store::by_id(sql, id)? {
            Some(site) => self.among(sql, site, day),
            None => Ok(None),
        }
    }

    /// The site, where it is there on the day and one of them.
    fn among(&self, sql: &mut dyn Sql, site: Site, day: Day) -> Result<Option<Found>> {
        let there = site.from <= day && site.until.is_none_or(|until| day < until);
        let among = match self {
            Self::OfKind(kind) => site.kind == *kind,
            Self::WithTag(wanted) => {
                let tags = site::store::tags_of(sql, site.id, day)?;
                tags.iter().any(|tag| tag.tag == *wanted)
            }
        };
        Ok((there && among).then(|| place(site)))
    }

    /// The site itself, or those of the body.
    fn concerned(&self, sql: &mut dyn Sql, about: Id, day: Day) -> Result<Vec<Found>> {
        if let Some(itself) = self.only(sql, about, day)? {
            return Ok(vec![itself]);
        }
        let mut found = Vec::new();
        for site in site::store::of_org(sql, about, day)? {
            found.extend(self.among(sql, site, day)?);
        }
        Ok(found)
    }
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
    resolve(sql, pack, duty, found, day)
}

/// Those subjects of a duty that something that happened concerns: the thing itself, what belongs to the body, or the
/// bodies and areas in whose area it lies. A body that the definition names answers always.
pub fn concerned(
    sql: &mut dyn Sql,
    env: &Env,
    pack: &Pack,
    duty: &Duty,
    day: Day,
    about: &About,
) -> Result<Vec<Subject>> {
    if let Some(sites) = Sites::of(&duty.for_each) {
        let found = sites.concerned(sql, about.id, day)?;
        return resolve(sql, pack, duty, found, day);
    }
    let mut found = find(sql, env, &duty.for_each, day, "")?;
    let itself = |one: &Found| one.id == about.id;
    let its_own = |one: &Found| one.run_by == Some(about.id);
    let around = |one: &Found| {
        let leaf = one.path.leaf();
        leaf.is_some_and(|leaf| about.path.ids.contains(&Some(leaf)))
    };
    match &duty.for_each {
        Subjects::Org(_) => {}
        _ if found.iter().any(itself) => found.retain(itself),
        _ if found.iter().any(its_own) => found.retain(its_own),
        // Over sites it was answered above.
        Subjects::SiteKind(_) | Subjects::SiteTag(_) | Subjects::Draw(_) => found.clear(),
        Subjects::OrgKind(_) | Subjects::Post(_) | Subjects::AreaLevel(_) => found.retain(around),
    }
    resolve(sql, pack, duty, found, day)
}

/// One subject of a duty; none where it is one no longer.
pub fn one(
    sql: &mut dyn Sql,
    env: &Env,
    pack: &Pack,
    duty: &Duty,
    day: Day,
    subject: Id,
) -> Result<Option<Subject>> {
    let found = match Sites::of(&duty.for_each) {
        Some(sites) => sites.only(sql, subject, day)?.into_iter().collect(),
        None => {
            let mut found = find(sql, env, &duty.for_each, day, "")?;
            found.retain(|one| one.id == subject);
            found
        }
    };
    Ok(resolve(sql, pack, duty, found, day)?.pop())
}

/// Finds who holds each, and the members of its covered sets.
fn resolve(
    sql: &mut dyn Sql,
    pack: &Pack,
    duty: &Duty,
    found: Vec<Found>,
    day: Day,
) -> Result<Vec<Subject>> {
    let capacities = bindings(sql, Some(&duty.holder), day)?;
    let receiving = duty
        .receiver
        .as_ref()
        .filter(|_| duty.steps.contains(&Step::Accepted));
    let accepting = bindings(sql, receiving, day)?;
    let fallback = fallback(sql, pack, day)?;
    let mut subjects = Vec::with_capacity(found.len());
    for one in found {
        let holder = party_of(sql, &duty.holder, &one, &capacities, day)?
            .or(one.run_by)
            .or(fallback);
        let Some(holder) = holder else { continue };
        let receiver = match receiving {
            // Where nobody can be found to accept, whoever issued the plan does.
            Some(rule) => party_of(sql, rule, &one, &accepting, day)?.or(fallback),
            None => None,
        };
        let members = members(sql, duty, &one, holder, day)?;
        subjects.push(Subject {
            id: one.id,
            holder,
            // Nobody accepts what he submitted himself.
            receiver: receiver.filter(|receiver| *receiver != holder),
            path: one.path,
            sector: one.sector,
            members,
            since: one.since,
            until: one.until,
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
                    since: None,
                    until: None,
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
                    since: None,
                    until: None,
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
        since: Some(org.from),
        until: org.until,
    }
}

fn place(site: Site) -> Found {
    Found {
        id: site.id,
        run_by: site.org,
        path: site.path,
        sector: site.sector,
        since: Some(site.from),
        until: site.until,
    }
}

fn level_of(word: &str) -> Option<Level> {
    Level::ALL
        .into_iter()
        .find(|level| level.column() == format!("area_{word}"))
}

/// Who is bound to which site in the role of a rule that names one.
fn bindings(sql: &mut dyn Sql, rule: Option<&HolderRule>, day: Day) -> Result<BTreeMap<Id, Id>> {
    Ok(match rule {
        Some(HolderRule::Capacity(role)) => {
            site::store::bindings(sql, role, day)?.into_iter().collect()
        }
        _ => BTreeMap::new(),
    })
}

fn party_of(
    sql: &mut dyn Sql,
    rule: &HolderRule,
    one: &Found,
    capacities: &BTreeMap<Id, Id>,
    day: Day,
) -> Result<Option<Id>> {
    match rule {
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
        let ids = sets::elements(sql, set, &one.path, holder, day)?;
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

/// Where a party, a site or an area lies.
pub fn place_of(sql: &mut dyn Sql, id: Id, day: Day) -> Result<(AreaPath, Option<String>)> {
    if let Some(site) = site::store::by_id(sql, id)? {
        return Ok((site.path, site.sector));
    }
    if let Some(area) = area::store::by_id(sql, id)? {
        return Ok((area.path, None));
    }
    party::store::place_of(sql, id, day)
}
