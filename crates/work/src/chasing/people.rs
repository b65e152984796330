//! Who answers for a holder now, and whom a call about it reaches.

use engine::obligations::view::Named;
use kernel::id::Id;
use kernel::time::Day;
use registry::party::PartyKind;
use registry::{org, party, person};
use store::{Result, Sql};

/// The person who answers for a holder, else, where its post is vacant, whoever stands above it.
pub fn reached(sql: &mut dyn Sql, holder: Id, day: Day) -> Result<Option<Id>> {
    if let Some((person, _)) = party::store::current_person(sql, holder, day)? {
        return Ok(Some(person));
    }
    let above = match person::store::post_by_id(sql, holder)? {
        Some(post) => post.superior.or(Some(post.org)),
        None => org::store::by_id(sql, holder)?.and_then(|org| org.superior),
    };
    let Some(above) = above else {
        return Ok(None);
    };
    Ok(party::store::current_person(sql, above, day)?.map(|(person, _)| person))
}

/// Whoever stands in for a holder besides the person who answers (AB岗).
pub fn stand_in(
    sql: &mut dyn Sql,
    holder: Id,
    answers: Option<Id>,
    day: Day,
) -> Result<Option<Named>> {
    let post = match person::store::post_by_id(sql, holder)? {
        Some(post) => Some(post.id),
        None => person::store::approver_of(sql, holder, day)?.map(|post| post.id),
    };
    let Some(post) = post else {
        return Ok(None);
    };
    let holders = person::store::holders(sql, post, day)?;
    let other = holders
        .iter()
        .find(|holder| holder.stand_in && Some(holder.person) != answers);
    let Some(other) = other else {
        return Ok(None);
    };
    let name = party::store::label(sql, other.person)?;
    Ok(Some(Named {
        id: other.person,
        name,
    }))
}

/// Whether the body is in truth a person who owes for himself.
pub fn is_person(sql: &mut dyn Sql, body: Id) -> Result<bool> {
    Ok(party::store::kind_of(sql, body)? == Some(PartyKind::Person))
}
