//! Who a plan or a table means by a name, as of the opening day.

use kernel::id::Id;
use kernel::time::Day;
use policy::Pack;
use registry::{org, party, person};
use std::collections::BTreeMap;
use store::{Result, Sql};

/// Names that were asked for before; a table of hundreds of rows names the same few bodies.
#[derive(Default)]
pub struct Names {
    bodies: BTreeMap<String, Vec<Id>>,
    above: BTreeMap<Id, Vec<Id>>,
}

impl Names {
    /// The parties behind a name: a body by name or alias, or the members of a group. None when nobody is meant.
    pub fn parties(&mut self, sql: &mut dyn Sql, name: &str, day: Day) -> Result<Vec<Id>> {
        if let Some(known) = self.bodies.get(name) {
            return Ok(known.clone());
        }
        let found = match org::store::by_name_or_alias(sql, name, day)? {
            Some(org) => vec![org.id],
            None => match group(sql, name)? {
                Some(group) => party::store::members(sql, group, day)?,
                None => Vec::new(),
            },
        };
        self.bodies.insert(name.to_owned(), found.clone());
        Ok(found)
    }

    /// A leader by the title of his post or by his name, looked for in the bodies that answer for the task, those above
    /// them, and the body that issued the plan.
    pub fn leader(
        &mut self,
        sql: &mut dyn Sql,
        name: &str,
        bodies: &[Id],
        pack: &Pack,
        day: Day,
    ) -> Result<Option<Id>> {
        let mut places: Vec<Id> = Vec::new();
        for body in bodies {
            places.extend(self.upwards(sql, *body)?);
        }
        for issuer in self.parties(sql, &pack.header.issuer, day)? {
            places.extend(self.upwards(sql, issuer)?);
        }
        places.dedup();
        for place in places {
            let own = party::store::label(sql, place)?;
            let title = name
                .strip_prefix(own.as_str())
                .filter(|rest| !rest.is_empty())
                .unwrap_or(name);
            if let Some(post) = person::store::post_by_title(sql, place, title)? {
                return Ok(Some(post.id));
            }
            if let Some(person) = person::store::by_name_in_org(sql, name, place)? {
                return Ok(Some(person.id));
            }
        }
        Ok(None)
    }

    /// A body and everything above it, nearest first.
    fn upwards(&mut self, sql: &mut dyn Sql, body: Id) -> Result<Vec<Id>> {
        if let Some(known) = self.above.get(&body) {
            return Ok(known.clone());
        }
        let mut chain = vec![body];
        let mut next = org::store::by_id(sql, body)?.and_then(|org| org.superior);
        while let Some(above) = next {
            // A circle in the register must not hold a unit of work up for ever.
            if chain.contains(&above) {
                break;
            }
            chain.push(above);
            next = org::store::by_id(sql, above)?.and_then(|org| org.superior);
        }
        self.above.insert(body, chain.clone());
        Ok(chain)
    }
}

/// The body that answers where the plan names nobody whom the register knows: the office of the issuer.
pub fn fallback(sql: &mut dyn Sql, pack: &Pack, day: Day) -> Result<Option<Id>> {
    let Some(issuer) = org::store::by_name_or_alias(sql, &pack.header.issuer, day)? else {
        return Ok(None);
    };
    Ok(Some(
        org::store::office_of(sql, issuer.id, day)?.unwrap_or(issuer.id),
    ))
}

/// A group is known by its name alone.
fn group(sql: &mut dyn Sql, name: &str) -> Result<Option<Id>> {
    let id = Id::natural("group", name);
    Ok(party::store::kind_of(sql, id)?.map(|_| id))
}
