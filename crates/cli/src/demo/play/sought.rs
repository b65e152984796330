//! What luck names out of the registers: one of many objects, posts or bodies.

use crate::demo::luck::Luck;
use kernel::id::Id;
use kernel::time::Day;
use registry::site::{self, Site};
use registry::{org, person};
use store::{Result, Sql, params};

/// Among what it is looked for.
#[derive(Clone, Copy, Debug)]
pub enum Sought<'a> {
    /// Objects of a kind.
    Kind(&'a str),
    /// Objects that bear a tag.
    Tag(&'a str),
    /// Posts of a title.
    Post(&'a str),
    /// The body of that name.
    Org(&'a str),
}

/// What was found, and the body that it belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Found {
    pub subject: Id,
    pub body: Id,
}

pub fn one(sql: &mut dyn Sql, sought: Sought, luck: Luck, day: Day) -> Result<Option<Found>> {
    Ok(match sought {
        Sought::Kind(_) | Sought::Tag(_) => site(sql, sought, luck, day)?.and_then(|site| {
            let (subject, body) = (site.id, site.org?);
            Some(Found { subject, body })
        }),
        Sought::Post(title) => {
            let posts = person::store::posts_of_title(sql, title, day)?;
            luck.pick(&posts).map(|post| Found {
                subject: post.id,
                body: post.org,
            })
        }
        Sought::Org(name) => org::store::by_name_or_alias(sql, name, day)?.map(|org| Found {
            subject: org.id,
            body: org.id,
        }),
    })
}

/// One of the objects; those of a kind are too many to read them all each time.
pub fn site(sql: &mut dyn Sql, sought: Sought, luck: Luck, day: Day) -> Result<Option<Site>> {
    match sought {
        Sought::Kind(kind) => of_kind(sql, kind, luck),
        Sought::Tag(tag) => {
            let sites = site::store::with_tag(sql, tag, day)?;
            Ok(luck.pick(&sites).cloned())
        }
        Sought::Post(_) | Sought::Org(_) => Ok(None),
    }
}

fn of_kind(sql: &mut dyn Sql, kind: &str, luck: Luck) -> Result<Option<Site>> {
    let row = sql.one(
        "select count(*) as n from site where kind = :kind",
        &params! { "kind" => kind },
    )?;
    let count = row.map_or(Ok(0), |row| row.int("n"))?;
    let place = luck.below(usize::try_from(count).unwrap_or_default()) as i64;
    let row = sql.one(
        "select id from site where kind = :kind order by name, id limit 1 offset :place",
        &params! { "kind" => kind, "place" => place },
    )?;
    match row {
        Some(row) => site::store::by_id(sql, row.id("id")?),
        None => Ok(None),
    }
}
