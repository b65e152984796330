//! From a message of the list to the other channels of its receivers, in the unit of work that dispatches it.

use super::rules::{self, Hours, Press};
use super::store::{self, Digest};
use ::store::{Result, Row, Sql, Tx};
use kernel::id::Id;
use kernel::time::{Day, Zone};
use registry::party::PartyKind;
use registry::{party, person};
use std::collections::BTreeMap;

/// What is the same for every message of a batch.
pub struct Fan<'a> {
    pub zone: &'a Zone,
    /// Channels that send; none for a training instance, where every channel ends in the sink.
    pub names: Option<&'a [String]>,
    hours: Hours,
    people: BTreeMap<Id, Vec<Id>>,
}

impl<'a> Fan<'a> {
    /// None where nobody has an address outside of the program.
    pub fn open(
        sql: &mut dyn Sql,
        zone: &'a Zone,
        names: Option<&'a [String]>,
    ) -> Result<Option<Fan<'a>>> {
        if !store::anybody(sql)? {
            return Ok(None);
        }
        let today = zone.day_of(sql.now());
        let hours = store::hours(sql, today)?;
        Ok(Some(Fan {
            zone,
            names,
            hours,
            people: BTreeMap::new(),
        }))
    }

    /// Puts a message on every other channel on which its receivers are reached.
    pub fn out(&mut self, tx: &mut Tx, message: &Row) -> Result<()> {
        let (now, receiver) = (tx.now(), message.id("receiver")?);
        let day = self.zone.day_of(now);
        let known = match self.people.get(&receiver) {
            Some(known) => known.clone(),
            None => {
                let people = people(tx, receiver, day)?;
                self.people.insert(receiver, people.clone());
                people
            }
        };
        let category = message.str("category")?;
        let press = Press::of(category, message.flag("must_know")?);
        for person in known {
            let addresses = store::addresses(tx, person)?;
            if addresses.is_empty() {
                continue;
            }
            let muted = store::muted(tx, person)?.contains(category);
            let Some(leaving) = rules::leaving(press, muted, now, self.zone, self.hours) else {
                continue;
            };
            let digest = if leaving.digest {
                Digest::Morning
            } else {
                Digest::Alone
            };
            for channel in addresses.keys().filter(|channel| self.sends(channel)) {
                store::put(tx, message, channel, person, leaving.at, digest)?;
            }
        }
        Ok(())
    }

    fn sends(&self, channel: &str) -> bool {
        self.names
            .is_none_or(|names| names.iter().any(|name| name == channel))
    }
}

/// The people whom a message to a party reaches outside of the program: of a body whoever receives for it, of a post
/// whoever is in it.
pub fn people(sql: &mut dyn Sql, receiver: Id, day: Day) -> Result<Vec<Id>> {
    let posts = match party::store::kind_of(sql, receiver)? {
        Some(PartyKind::Person) => return Ok(vec![receiver]),
        Some(PartyKind::Post) => vec![receiver],
        Some(PartyKind::Org) => {
            let clerks = person::store::receiving_clerks(sql, receiver, day)?;
            clerks.into_iter().map(|post| post.id).collect()
        }
        Some(PartyKind::Group) | None => Vec::new(),
    };
    let mut people = Vec::new();
    for post in &posts {
        let holders = person::store::holders(sql, *post, day)?;
        people.extend(holders.into_iter().map(|holder| holder.person));
    }
    if posts.is_empty() {
        // A small body without posts: whoever answers for it.
        let somebody = party::store::current_person(sql, receiver, day)?;
        people.extend(somebody.map(|(person, _)| person));
    }
    people.sort_unstable();
    people.dedup();
    Ok(people)
}
