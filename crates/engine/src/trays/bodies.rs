//! Whose trays a person looks into, and how parties stand to a body.

use super::rules::Standing;
use kernel::id::Id;
use kernel::time::Day;
use mechanism::Caller;
use registry::party::PartyKind;
use registry::{org, party, person};
use store::{Result, Sql};

/// Chains of superiors are followed so far; a longer one is a circle.
const MOST_ABOVE: usize = 8;

/// Bodies for which the caller is receiving clerk or leader. A body without posts is its people.
pub fn of_caller(sql: &mut dyn Sql, caller: &Caller, day: Day) -> Result<Vec<Id>> {
    let mut bodies = Vec::new();
    for body in &caller.orgs {
        let posts = person::store::posts_of_org(sql, *body, day)?;
        let head = posts.iter().map(|post| post.rank).min();
        let clerks = person::store::receiving_clerks(sql, *body, day)?;
        let mut desks = posts
            .iter()
            .filter(|post| post.approver || Some(post.rank) == head)
            .chain(&clerks);
        if posts.is_empty() || desks.any(|post| caller.acts_as(post.id)) {
            bodies.push(*body);
        }
    }
    Ok(bodies)
}

/// Bodies that a person leads on a day: by its highest post, or by one that approves. A body without posts is led by
/// nobody.
pub fn led_by(sql: &mut dyn Sql, person: Id, day: Day) -> Result<Vec<Id>> {
    let mut led = Vec::new();
    let held = person::store::posts_of_person(sql, person, day)?;
    for body in person::store::orgs_of_person(sql, person, day)? {
        let posts = person::store::posts_of_org(sql, body, day)?;
        let head = posts.iter().map(|post| post.rank).min();
        let mut desks = posts
            .iter()
            .filter(|post| post.approver || Some(post.rank) == head);
        if desks.any(|desk| held.iter().any(|post| post.id == desk.id)) {
            led.push(body);
        }
    }
    Ok(led)
}

/// How a party stands to a body on a day.
pub fn standing(sql: &mut dyn Sql, body: Id, to: Id, day: Day) -> Result<Standing> {
    let inside = match party::store::kind_of(sql, to)? {
        Some(PartyKind::Post) => {
            person::store::post_by_id(sql, to)?.is_some_and(|post| post.org == body)
        }
        Some(PartyKind::Person) => person::store::orgs_of_person(sql, to, day)?.contains(&body),
        Some(PartyKind::Org) if to != body => {
            return Ok(if is_below(sql, body, to)? {
                Standing::Below
            } else {
                Standing::Outside
            });
        }
        _ => false,
    };
    Ok(if inside {
        Standing::Own
    } else {
        Standing::Outside
    })
}

/// Below by the line of superiors, as its office, or by an area that lies within the body's own and is smaller.
fn is_below(sql: &mut dyn Sql, body: Id, to: Id) -> Result<bool> {
    let (Some(above), Some(below)) = (org::store::by_id(sql, body)?, org::store::by_id(sql, to)?)
    else {
        return Ok(false);
    };
    let within = above
        .path
        .leaf()
        .is_some_and(|area| below.path.ids.contains(&Some(area)));
    if within && above.path.leaf() != below.path.leaf() {
        return Ok(true);
    }
    let mut next = Some(below);
    for _ in 0..MOST_ABOVE {
        let Some(one) = next else { return Ok(false) };
        if one.superior == Some(body) || one.office_of == Some(body) {
            return Ok(true);
        }
        next = match one.superior {
            Some(superior) => org::store::by_id(sql, superior)?,
            None => None,
        };
    }
    Ok(false)
}
