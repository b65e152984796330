//! Who and what belongs to a set of a requirement on a day, as the register says.

use kernel::id::Id;
use kernel::scope::AreaPath;
use kernel::time::Day;
use policy::SetOf;
use registry::{org, party, person, site};
use store::{Result, Sql};

/// Elements of a set within a place. Leads and joint rosters belong to tasks, which freeze their own.
pub fn elements(
    sql: &mut dyn Sql,
    set: &SetOf,
    place: &AreaPath,
    holder: Id,
    day: Day,
) -> Result<Vec<Id>> {
    let inside = |path: &AreaPath| {
        place
            .leaf()
            .is_none_or(|leaf| path.ids.contains(&Some(leaf)))
    };
    Ok(match set {
        SetOf::Group(name) => group(sql, name, day)?,
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
        SetOf::OwnStaff(title) => staff(sql, holder, title, day)?,
        SetOf::TaskLeads | SetOf::TaskJoint => Vec::new(),
    })
}

/// Persons who hold a post of that title in a body; a post with twenty holders is twenty members.
pub fn staff(sql: &mut dyn Sql, body: Id, title: &str, day: Day) -> Result<Vec<Id>> {
    let mut people = Vec::new();
    for post in person::store::posts_of_org(sql, body, day)? {
        if post.title != title {
            continue;
        }
        let holders = person::store::holders(sql, post.id, day)?;
        people.extend(
            holders
                .into_iter()
                .filter(|one| !one.stand_in)
                .map(|one| one.person),
        );
    }
    Ok(people)
}

/// Members of the body of that name, a committee; else of the group of that name, a team or a roster.
fn group(sql: &mut dyn Sql, name: &str, day: Day) -> Result<Vec<Id>> {
    let body = org::store::by_name_or_alias(sql, name, day)?.map(|org| org.id);
    let group = match body {
        Some(body) => Some(body),
        None => party::store::group_by_name(sql, name)?,
    };
    match group {
        Some(group) => party::store::members(sql, group, day),
        None => Ok(Vec::new()),
    }
}
