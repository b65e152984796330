//! Who answers today, for many parties at once: the same answer as [`store::current_person`], in a few queries a page.

use super::store::{self, chunks};
use ::store::{Result, Shelf, Sql, Value};
use kernel::id::Id;
use kernel::time::Day;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Somebody with his name.
type Somebody = (Id, String);

/// Who answers for a party on a day; a vacancy is an answer, too.
static PERSON: Shelf = Shelf {
    name: "party.person",
    tables: &[
        "party",
        "org",
        "person",
        "party_group",
        "post",
        "post_holder",
        "site",
        "area",
    ],
};

/// A post with the post whose holder stands in where it is vacant.
struct Seat {
    post: Id,
    substitute: Option<Id>,
}

/// Party → person. A vacancy is absent.
pub fn current_people(
    sql: &mut dyn Sql,
    parties: &[Id],
    day: Day,
) -> Result<BTreeMap<Id, Somebody>> {
    let mut people = BTreeMap::new();
    let mut unknown = parties.to_vec();
    if let Some(memo) = sql.remembered() {
        let known = memo.get::<Option<Somebody>>(&PERSON, parties, i64::from(day.0));
        for (party, known) in parties.iter().zip(known) {
            let Some(somebody) = known else { continue };
            unknown.retain(|id| id != party);
            people.extend(somebody.as_ref().clone().map(|somebody| (*party, somebody)));
        }
    }
    if unknown.is_empty() {
        return Ok(people);
    }
    let learnt = read_people(sql, &unknown, day)?;
    if let Some(memo) = sql.remembered() {
        let answers = unknown
            .iter()
            .map(|id| (*id, Arc::new(learnt.get(id).cloned())));
        memo.put(&PERSON, i64::from(day.0), answers);
    }
    people.extend(learnt);
    Ok(people)
}

fn read_people(sql: &mut dyn Sql, parties: &[Id], day: Day) -> Result<BTreeMap<Id, Somebody>> {
    let seats = seats(sql, parties, day)?;
    let mut posts: Vec<Id> = seats
        .values()
        .flatten()
        .flat_map(|seat| [Some(seat.post), seat.substitute])
        .flatten()
        .collect();
    posts.sort_unstable();
    posts.dedup();
    let holders = holders(sql, &posts, day)?;
    let mut found = BTreeMap::new();
    for party in parties {
        let seated = seats
            .get(party)
            .into_iter()
            .flatten()
            .find_map(|seat| in_seat(&holders, seat));
        // A person, a vacancy, a body without posts: rare enough to be asked one by one.
        let somebody = match seated {
            Some(somebody) => Some(somebody),
            None => store::current_person(sql, *party, day)?,
        };
        if let Some(somebody) = somebody {
            found.insert(*party, somebody);
        }
    }
    Ok(found)
}

fn in_seat(holders: &BTreeMap<Id, Vec<(bool, Somebody)>>, seat: &Seat) -> Option<Somebody> {
    let own = holders.get(&seat.post).and_then(|list| list.first());
    let substitute = || {
        let list = holders.get(&seat.substitute?)?;
        list.iter().find(|(stands_in, _)| !stands_in)
    };
    own.or_else(substitute)
        .map(|(_, somebody)| somebody.clone())
}

/// Seats of posts and of bodies, the one that answers first at the front.
fn seats(sql: &mut dyn Sql, parties: &[Id], day: Day) -> Result<BTreeMap<Id, Vec<Seat>>> {
    let mut seats: BTreeMap<Id, Vec<Seat>> = BTreeMap::new();
    for (names, params) in chunks(parties) {
        let params = dated(params, day);
        let of_bodies = format!(
            "select org as party, id, stand_in from post where from_day <= :day \
             and (until_day is null or until_day > :day) and org in ({names}) order by approver desc, rank, id"
        );
        let themselves = format!(
            "select id as party, id, stand_in from post where from_day <= :day and id in ({names})"
        );
        for text in [of_bodies, themselves] {
            for row in sql.query(&text, &params)? {
                let seat = Seat {
                    post: row.id("id")?,
                    substitute: row.opt_id("stand_in")?,
                };
                seats.entry(row.id("party")?).or_default().push(seat);
            }
        }
    }
    Ok(seats)
}

fn holders(
    sql: &mut dyn Sql,
    posts: &[Id],
    day: Day,
) -> Result<BTreeMap<Id, Vec<(bool, Somebody)>>> {
    let mut holders: BTreeMap<Id, Vec<(bool, Somebody)>> = BTreeMap::new();
    for (names, params) in chunks(posts) {
        let text = format!(
            "select h.post, h.stand_in, n.id as id, n.name as name from post_holder h join person n on n.id = h.person \
             where h.from_day <= :day and (h.until_day is null or h.until_day > :day) and h.post in ({names}) \
             order by h.stand_in, h.from_day, n.id"
        );
        for row in sql.query(&text, &dated(params, day))? {
            let somebody = (row.id("id")?, row.text("name")?);
            holders
                .entry(row.id("post")?)
                .or_default()
                .push((row.flag("stand_in")?, somebody));
        }
    }
    Ok(holders)
}

fn dated(mut params: Vec<(&'static str, Value)>, day: Day) -> Vec<(&'static str, Value)> {
    params.push(("day", day.into()));
    params
}
