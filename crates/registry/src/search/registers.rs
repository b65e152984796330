//! Sites, bodies, persons and posts as results of a search.

use super::{Hit, Searched, Words, admitted, find};
use crate::{org, party, person, site};
use ::store::page::Order;
use ::store::{Result, Sql};
use kernel::id::Id;
use kernel::scope::Scope;
use kernel::time::Day;
use mechanism::Caller;

const HOLDS: &str = "t.from_day <= :day and (t.until_day is null or t.until_day > :day)";

const SITES: Searched = Searched {
    kind: "site",
    table: "site",
    title: "name",
    order: Order {
        column: "name",
        direction: ::store::page::Direction::Ascending,
    },
    live: HOLDS,
    code: Some("credit_code"),
    site_column: Some("id"),
    handed_column: Some("org"),
};

const ORGS: Searched = Searched {
    kind: "org",
    table: "org",
    site_column: None,
    handed_column: Some("id"),
    ..SITES
};

const PERSONS: Searched = Searched {
    kind: "person",
    table: "person",
    code: None,
    site_column: None,
    ..SITES
};

const POSTS: Searched = Searched {
    kind: "post",
    table: "post",
    title: "title",
    order: Order {
        column: "title",
        direction: ::store::page::Direction::Ascending,
    },
    ..PERSONS
};

/// What the registers hold under these words, a list for each kind that the caller may read.
pub fn registers(
    sql: &mut dyn Sql,
    caller: &Caller,
    words: &Words,
    day: Day,
    limit: usize,
) -> Result<Vec<Vec<Hit>>> {
    let mut all = Vec::new();
    let kinds: [(&str, &Searched, Show); 4] = [
        ("sites.read", &SITES, show_site),
        ("orgs.read", &ORGS, show_org),
        ("persons.read", &PERSONS, show_person),
        ("persons.read", &POSTS, show_post),
    ];
    for (permission, searched, show) in kinds {
        if !caller.may(permission) {
            continue;
        }
        let mut hits = Vec::new();
        for id in find(sql, searched, words, day, &caller.scope, limit)? {
            hits.extend(show(sql, id, day)?);
        }
        all.push(hits);
    }
    Ok(all)
}

/// Whether a scope admits one row of a register, also one that holds no more.
pub fn sees(sql: &mut dyn Sql, table: &str, id: Id, scope: &Scope) -> Result<bool> {
    let all = [SITES, ORGS, PERSONS, POSTS];
    let Some(searched) = all.into_iter().find(|one| one.table == table) else {
        return Ok(false);
    };
    let searched = Searched {
        live: "",
        ..searched
    };
    let found = admitted(sql, &searched, &Words::of(""), &[id], Day(0), scope)?;
    Ok(!found.is_empty())
}

type Show = fn(&mut dyn Sql, Id, Day) -> Result<Option<Hit>>;

fn show_site(sql: &mut dyn Sql, id: Id, _: Day) -> Result<Option<Hit>> {
    let Some(site) = site::store::by_id(sql, id)? else {
        return Ok(None);
    };
    let area = party::store::label(sql, site.area)?;
    let org = match site.org {
        Some(org) => party::store::label(sql, org)?,
        None => String::new(),
    };
    let other = (org != site.name).then_some(org);
    let notes = [Some(area), other, site.credit_code];
    Ok(Some(hit(
        "site",
        id,
        site.name,
        notes,
        format!("/sites/{id}"),
    )))
}

fn show_org(sql: &mut dyn Sql, id: Id, _: Day) -> Result<Option<Hit>> {
    let Some(org) = org::store::by_id(sql, id)? else {
        return Ok(None);
    };
    let area = party::store::label(sql, org.area)?;
    let notes = [Some(area), org.credit_code, None];
    Ok(Some(hit("org", id, org.name, notes, format!("/orgs/{id}"))))
}

fn show_person(sql: &mut dyn Sql, id: Id, day: Day) -> Result<Option<Hit>> {
    let Some(person) = person::store::by_id(sql, id)? else {
        return Ok(None);
    };
    // A post says body and title; without one the body is said.
    let posts = person::store::posts_of_person(sql, id, day)?;
    let stands = posts.first().map(|post| post.id).or(person.org);
    let stands = match stands {
        Some(party) => Some(party::store::label(sql, party)?),
        None => None,
    };
    let link = format!("/persons/{id}");
    Ok(Some(hit(
        "person",
        id,
        person.name,
        [stands, None, None],
        link,
    )))
}

fn show_post(sql: &mut dyn Sql, id: Id, day: Day) -> Result<Option<Hit>> {
    let Some(post) = person::store::post_by_id(sql, id)? else {
        return Ok(None);
    };
    let org = party::store::label(sql, post.org)?;
    let holder = party::store::current_person(sql, id, day)?.map(|(_, name)| name);
    let link = format!("/orgs/{}", post.org);
    Ok(Some(hit(
        "post",
        id,
        post.title,
        [Some(org), holder, None],
        link,
    )))
}

fn hit(kind: &'static str, id: Id, title: String, notes: [Option<String>; 3], link: String) -> Hit {
    let notes = notes.into_iter().flatten().filter(|note| !note.is_empty());
    Hit {
        kind,
        id: id.to_string(),
        title,
        subtitle: notes.collect::<Vec<_>>().join(" · "),
        link,
    }
}
