//! The members of a task's own requirement, frozen when the task opens.

use super::open::Wanted;
use engine::obligations::{Member, sets};
use kernel::id::Id;
use kernel::scope::AreaPath;
use kernel::time::Day;
use policy::{Measure, Requirement, SetOf};
use registry::{party, person};
use store::{Result, Sql};

/// Element rows of every part that covers a set or asks each of a roster.
pub fn freeze(
    sql: &mut dyn Sql,
    requirement: &Requirement,
    wanted: &Wanted,
    holder: Id,
    place: &AreaPath,
    day: Day,
) -> Result<Vec<Member>> {
    let mut members = Vec::new();
    for (part, measured) in requirement.all.iter().enumerate() {
        let set = match &measured.measure {
            Measure::Cover { set, .. } | Measure::Each { roster: set } => set,
            _ => continue,
        };
        let mut ids = elements(sql, set, wanted, holder, place, day)?;
        ids.sort_unstable();
        ids.dedup();
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

fn elements(
    sql: &mut dyn Sql,
    set: &SetOf,
    wanted: &Wanted,
    holder: Id,
    place: &AreaPath,
    day: Day,
) -> Result<Vec<Id>> {
    let inside = |path: &AreaPath| {
        place
            .leaf()
            .is_none_or(|leaf| path.ids.contains(&Some(leaf)))
    };
    Ok(match set {
        SetOf::TaskLeads => wanted.leads.clone(),
        SetOf::TaskJoint => wanted.joint.clone(),
        SetOf::Group(name) => super::names::Names::default().parties(sql, name, day)?,
        SetOf::PostTitle(title) => {
            let mut people = Vec::new();
            for post in person::store::posts_of_title(sql, title, day)? {
                if !inside(&post.path) {
                    continue;
                }
                // The roster is of persons: a post with sixty holders is sixty members.
                let holders = person::store::holders(sql, post.id, day)?;
                people.extend(
                    holders
                        .into_iter()
                        .filter(|one| !one.stand_in)
                        .map(|one| one.person),
                );
            }
            people
        }
        // What is no different for a task than for a duty.
        SetOf::OrgKind(_) | SetOf::SiteTag(_) | SetOf::BoundSites | SetOf::OwnStaff(_) => {
            sets::elements(sql, set, place, holder, day)?
        }
    })
}
