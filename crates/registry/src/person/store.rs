//! Rows of persons and posts.

use super::model::{Holder, Holding, Person, Post, Standing};
use crate::party;
use crate::party::PartyKind;
use crate::path::path_params;
use crate::pieces;
use kernel::id::Id;
use kernel::time::Day;
use store::{Error, Result, Row, Sql, Tx, params};

const PERSON: &str = "n.id, n.name, n.org, n.sector, n.area_province, n.area_city, n.area_county,
    n.area_town, n.area_village, n.from_day, n.until_day, n.version";
const POST: &str = "s.id, s.org, s.title, s.rank, s.approver, s.receiving_clerk, s.superior,
    s.stand_in, s.sector, s.area_province, s.area_city, s.area_county, s.area_town, s.area_village,
    s.from_day, s.until_day, s.version";

pub fn by_id(sql: &mut dyn Sql, id: Id) -> Result<Option<Person>> {
    let row = sql.one(
        &format!("select {PERSON} from person n where n.id = :id"),
        &params! { "id" => id },
    )?;
    row.as_ref().map(person).transpose()
}

/// The person of that name in that body, whether still there or not.
pub fn by_name_in_org(sql: &mut dyn Sql, name: &str, org: Id) -> Result<Option<Person>> {
    let row = sql.one(
        &format!(
            "select {PERSON} from person n where n.org = :org and n.name = :name
             order by n.from_day desc, n.id limit 1"
        ),
        &params! { "org" => org, "name" => name },
    )?;
    row.as_ref().map(person).transpose()
}

pub fn post_by_id(sql: &mut dyn Sql, id: Id) -> Result<Option<Post>> {
    let row = sql.one(
        &format!("select {POST} from post s where s.id = :id"),
        &params! { "id" => id },
    )?;
    row.as_ref().map(post).transpose()
}

pub fn post_by_title(sql: &mut dyn Sql, org: Id, title: &str) -> Result<Option<Post>> {
    // A body has a few posts, a title stands in thousands of bodies: the index of titles would read them all, so the
    // comparison is written such that it cannot serve.
    let row = sql.one(
        &format!(
            "select {POST} from post s where s.org = :org and s.title || '' = :title
             order by s.from_day desc, s.id limit 1"
        ),
        &params! { "org" => org, "title" => title },
    )?;
    row.as_ref().map(post).transpose()
}

/// Every post of a title, for duties that name one.
pub fn posts_of_title(sql: &mut dyn Sql, title: &str, day: Day) -> Result<Vec<Post>> {
    let rows = sql.query(
        &format!(
            "select {POST} from post s where s.title = :title
               and s.from_day <= :day and (s.until_day is null or s.until_day > :day)
             order by s.id"
        ),
        &params! { "title" => title, "day" => day },
    )?;
    rows.iter().map(post).collect()
}

/// Who is in the post, holders before stand-ins; without a holder the post is vacant. Whoever
/// holds the post that stands in for this one comes last.
pub fn holders(sql: &mut dyn Sql, post: Id, day: Day) -> Result<Vec<Holder>> {
    let mut found = own_holders(sql, post, day)?;
    let substitute = post_by_id(sql, post)?.and_then(|post| post.stand_in);
    if let Some(substitute) = substitute {
        for holder in own_holders(sql, substitute, day)? {
            let known = found.iter().any(|known| known.person == holder.person);
            if !holder.stand_in && !known {
                found.push(Holder {
                    person: holder.person,
                    stand_in: true,
                });
            }
        }
    }
    Ok(found)
}

/// Posts that nobody holds on a day, of one body.
pub fn vacancies(sql: &mut dyn Sql, org: Id, day: Day) -> Result<Vec<Post>> {
    let mut vacant = Vec::new();
    for post in posts_of_org(sql, org, day)? {
        let held = own_holders(sql, post.id, day)?;
        if held.iter().all(|holder| holder.stand_in) {
            vacant.push(post);
        }
    }
    Ok(vacant)
}

/// Everybody who ever was in the post, newest first.
pub fn history(sql: &mut dyn Sql, post: Id) -> Result<Vec<Holding>> {
    let rows = sql.query(
        "select post, person, stand_in, from_day, until_day from post_holder
         where post = :post order by from_day desc, stand_in, person",
        &params! { "post" => post },
    )?;
    rows.iter().map(holding).collect()
}

/// Every post a person holds or held, newest first.
pub fn holdings_of_person(sql: &mut dyn Sql, person: Id) -> Result<Vec<Holding>> {
    let rows = sql.query(
        "select post, person, stand_in, from_day, until_day from post_holder
         where person = :person order by from_day desc, post",
        &params! { "person" => person },
    )?;
    rows.iter().map(holding).collect()
}

/// Posts that a person holds or stands in for on a day, highest first.
pub fn posts_of_person(sql: &mut dyn Sql, person: Id, day: Day) -> Result<Vec<Post>> {
    let rows = sql.query(
        &format!(
            "select {POST} from post_holder h join post s on s.id = h.post
             where h.person = :person
               and h.from_day <= :day and (h.until_day is null or h.until_day > :day)
               and s.from_day <= :day and (s.until_day is null or s.until_day > :day)
             order by s.rank, s.id"
        ),
        &params! { "person" => person, "day" => day },
    )?;
    rows.iter().map(post).collect()
}

/// Posts of a body on a day, highest first.
pub fn posts_of_org(sql: &mut dyn Sql, org: Id, day: Day) -> Result<Vec<Post>> {
    let rows = sql.query(
        &format!(
            "select {POST} from post s where s.org = :org
               and s.from_day <= :day and (s.until_day is null or s.until_day > :day)
             order by s.rank, s.id"
        ),
        &params! { "org" => org, "day" => day },
    )?;
    rows.iter().map(post).collect()
}

/// As what a person stands on a day. Asked with every request, hence in as few queries as possible.
pub fn standing(sql: &mut dyn Sql, person: Id, day: Day) -> Result<Standing> {
    let rows = sql.query(
        "select s.id as post, s.org as org from post_holder h join post s on s.id = h.post
         where h.person = :person
           and h.from_day <= :day and (h.until_day is null or h.until_day > :day)
           and s.from_day <= :day and (s.until_day is null or s.until_day > :day)
         order by s.rank, s.id",
        &params! { "person" => person, "day" => day },
    )?;
    let main = sql.one(
        "select name, org from person where id = :person",
        &params! { "person" => person },
    )?;
    let mut standing = Standing::default();
    if let Some(main) = main {
        standing.name = main.text("name")?;
        standing.orgs.extend(main.opt_id("org")?);
    }
    for row in rows {
        standing.posts.push(row.id("post")?);
        let org = row.id("org")?;
        if !standing.orgs.contains(&org) {
            standing.orgs.push(org);
        }
    }
    standing.parties.push(person);
    standing.parties.extend(&standing.posts);
    standing.parties.extend(&standing.orgs);
    let groups = party::store::groups_of(sql, &standing.parties, day)?;
    standing.parties.extend(groups);
    Ok(standing)
}

/// Bodies for which a person acts: his main body and those of his posts.
pub fn orgs_of_person(sql: &mut dyn Sql, person: Id, day: Day) -> Result<Vec<Id>> {
    Ok(standing(sql, person, day)?.orgs)
}

/// Everything as which a person can owe or receive: himself, his posts, their bodies, groups.
pub fn parties_of_person(sql: &mut dyn Sql, person: Id, day: Day) -> Result<Vec<Id>> {
    Ok(standing(sql, person, day)?.parties)
}

/// The highest post that approves what a body submits.
pub fn approver_of(sql: &mut dyn Sql, org: Id, day: Day) -> Result<Option<Post>> {
    let posts = posts_of_org(sql, org, day)?;
    Ok(posts.into_iter().find(|post| post.approver))
}

/// Posts that see and sign what lands in a body's tray; where no post is named for it, all of them.
pub fn receiving_clerks(sql: &mut dyn Sql, org: Id, day: Day) -> Result<Vec<Post>> {
    let posts = posts_of_org(sql, org, day)?;
    if !posts.iter().any(|post| post.receiving_clerk) {
        return Ok(posts);
    }
    let clerks = posts.into_iter().filter(|post| post.receiving_clerk);
    Ok(clerks.collect())
}

pub fn insert(tx: &mut Tx, person: &Person) -> Result<()> {
    party::store::insert(tx, person.id, PartyKind::Person)?;
    let mut params = params! {
        "id" => person.id,
        "name" => person.name.as_str(),
        "org" => person.org,
        "sector" => person.sector.clone(),
        "from_day" => person.from,
        "until_day" => person.until,
        "version" => person.version
    };
    params.extend(path_params(&person.path));
    tx.execute(
        "insert into person (id, name, org, sector, area_province, area_city, area_county,
             area_town, area_village, from_day, until_day, version)
         values (:id, :name, :org, :sector, :area_province, :area_city, :area_county,
             :area_town, :area_village, :from_day, :until_day, :version)",
        &params,
    )?;
    pieces::write(tx, "person", person.id, &[&person.name])
}

/// Overwrites a person at the version that the writer has read.
pub fn update(tx: &mut Tx, person: &Person) -> Result<()> {
    let mut params = params! {
        "id" => person.id,
        "name" => person.name.as_str(),
        "org" => person.org,
        "sector" => person.sector.clone(),
        "from_day" => person.from,
        "until_day" => person.until,
        "version" => person.version
    };
    params.extend(path_params(&person.path));
    let written = tx.execute(
        "update person set name = :name, org = :org, sector = :sector,
             area_province = :area_province, area_city = :area_city, area_county = :area_county,
             area_town = :area_town, area_village = :area_village,
             from_day = :from_day, until_day = :until_day, version = version + 1
         where id = :id and version = :version",
        &params,
    )?;
    if written == 0 {
        let found = by_id(tx, person.id)?.ok_or(Error::NotFound)?;
        return Err(stale(person.version, found.version));
    }
    pieces::write(tx, "person", person.id, &[&person.name])
}

pub fn insert_post(tx: &mut Tx, post: &Post) -> Result<()> {
    party::store::insert(tx, post.id, PartyKind::Post)?;
    let mut params = params! {
        "id" => post.id,
        "org" => post.org,
        "title" => post.title.as_str(),
        "rank" => post.rank,
        "approver" => post.approver,
        "receiving_clerk" => post.receiving_clerk,
        "superior" => post.superior,
        "stand_in" => post.stand_in,
        "sector" => post.sector.clone(),
        "from_day" => post.from,
        "until_day" => post.until,
        "version" => post.version
    };
    params.extend(path_params(&post.path));
    tx.execute(
        "insert into post (id, org, title, rank, approver, receiving_clerk, superior, stand_in, sector,
             area_province, area_city, area_county, area_town, area_village,
             from_day, until_day, version)
         values (:id, :org, :title, :rank, :approver, :receiving_clerk, :superior, :stand_in, :sector,
             :area_province, :area_city, :area_county, :area_town, :area_village,
             :from_day, :until_day, :version)",
        &params,
    )?;
    pieces::write(tx, "post", post.id, &[&post.title])
}

/// Overwrites a post at the version that the writer has read.
pub fn update_post(tx: &mut Tx, post: &Post) -> Result<()> {
    let mut params = params! {
        "id" => post.id,
        "title" => post.title.as_str(),
        "rank" => post.rank,
        "approver" => post.approver,
        "receiving_clerk" => post.receiving_clerk,
        "superior" => post.superior,
        "stand_in" => post.stand_in,
        "sector" => post.sector.clone(),
        "from_day" => post.from,
        "until_day" => post.until,
        "version" => post.version
    };
    params.extend(path_params(&post.path));
    let written = tx.execute(
        "update post set title = :title, rank = :rank, approver = :approver,
             receiving_clerk = :receiving_clerk, superior = :superior, stand_in = :stand_in, sector = :sector,
             area_province = :area_province, area_city = :area_city, area_county = :area_county,
             area_town = :area_town, area_village = :area_village,
             from_day = :from_day, until_day = :until_day, version = version + 1
         where id = :id and version = :version",
        &params,
    )?;
    if written == 0 {
        let found = post_by_id(tx, post.id)?.ok_or(Error::NotFound)?;
        return Err(stale(post.version, found.version));
    }
    pieces::write(tx, "post", post.id, &[&post.title])
}

/// Sets whom a post that was just inserted stands under and who stands in for it.
pub fn set_superiors(tx: &mut Tx, post: &Post) -> Result<()> {
    if post.superior.is_none() && post.stand_in.is_none() {
        return Ok(());
    }
    tx.execute(
        "update post set superior = :superior, stand_in = :stand_in where id = :id",
        &params! { "id" => post.id, "superior" => post.superior, "stand_in" => post.stand_in },
    )?;
    Ok(())
}

/// Puts a person into a post for a time, or ends what runs; true when that changed anything.
pub fn appoint(tx: &mut Tx, holding: &Holding) -> Result<bool> {
    let written = tx.execute(
        "insert into post_holder (post, person, from_day, until_day, stand_in)
         values (:post, :person, :from_day, :until_day, :stand_in)
         on conflict (post, person, from_day) do update
         set until_day = excluded.until_day, stand_in = excluded.stand_in
         where coalesce(post_holder.until_day, -1000000) <> coalesce(excluded.until_day, -1000000)
            or post_holder.stand_in <> excluded.stand_in",
        &params! {
            "post" => holding.post,
            "person" => holding.person,
            "from_day" => holding.from,
            "until_day" => holding.until,
            "stand_in" => holding.stand_in
        },
    )?;
    Ok(written != 0)
}

/// Takes a person out of a post: the day is the first on which he no longer holds it.
pub fn relieve(tx: &mut Tx, post: Id, person: Id, on: Day) -> Result<bool> {
    let written = tx.execute(
        "update post_holder set until_day = :on_day
         where post = :post and person = :person and from_day <= :on_day
           and (until_day is null or until_day > :on_day)",
        &params! { "post" => post, "person" => person, "on_day" => on },
    )?;
    Ok(written != 0)
}

fn own_holders(sql: &mut dyn Sql, post: Id, day: Day) -> Result<Vec<Holder>> {
    let rows = sql.query(
        "select person, stand_in from post_holder
         where post = :post and from_day <= :day and (until_day is null or until_day > :day)
         order by stand_in, from_day, person",
        &params! { "post" => post, "day" => day },
    )?;
    rows.iter()
        .map(|row| {
            Ok(Holder {
                person: row.id("person")?,
                stand_in: row.flag("stand_in")?,
            })
        })
        .collect()
}

fn stale(expected: i64, found: i64) -> Error {
    Error::Stale { expected, found }
}

pub(crate) fn person(row: &Row) -> Result<Person> {
    Ok(Person {
        id: row.id("id")?,
        name: row.text("name")?,
        org: row.opt_id("org")?,
        sector: row.opt_text("sector")?,
        path: row.path()?,
        from: row.day("from_day")?,
        until: row.opt_day("until_day")?,
        version: row.int("version")?,
    })
}

pub(crate) fn post(row: &Row) -> Result<Post> {
    Ok(Post {
        id: row.id("id")?,
        org: row.id("org")?,
        title: row.text("title")?,
        rank: row.int("rank")?,
        approver: row.flag("approver")?,
        receiving_clerk: row.flag("receiving_clerk")?,
        superior: row.opt_id("superior")?,
        stand_in: row.opt_id("stand_in")?,
        sector: row.opt_text("sector")?,
        path: row.path()?,
        from: row.day("from_day")?,
        until: row.opt_day("until_day")?,
        version: row.int("version")?,
    })
}

fn holding(row: &Row) -> Result<Holding> {
    Ok(Holding {
        post: row.id("post")?,
        person: row.id("person")?,
        stand_in: row.flag("stand_in")?,
        from: row.day("from_day")?,
        until: row.opt_day("until_day")?,
    })
}
