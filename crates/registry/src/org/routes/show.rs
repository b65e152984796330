//! One body.

use super::super::store;
use super::REGISTER;
use super::list::{self, OrgRow};
use crate::listing;
use crate::party;
use crate::wire::{AsOf, Named, etag};
use ::store::{Error, Result as Stored, Sql, params};
use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::{HeaderName, HeaderValue};
use kernel::id::Id;
use kernel::time::Day;
use mechanism::{App, Caller, Problem};
use serde::Serialize;
use utoipa::ToSchema;

#[derive(Serialize, ToSchema)]
pub struct OrgView {
    #[serde(flatten)]
    org: OrgRow,
    aliases: Vec<String>,
    identities: Vec<String>,
    sectors: Vec<String>,
    /// The committee or body whose office this is.
    office_of: Option<Named>,
    /// The body that is its office.
    office: Option<Named>,
    superior: Option<Named>,
    /// Who answers for it today.
    answers: Option<Named>,
    posts: Vec<OrgPost>,
    members: Vec<Named>,
    /// Committees and groups of which it is a member.
    member_of: Vec<Named>,
    subordinates: Vec<Named>,
    /// Persons whose main body this is.
    people: Vec<Named>,
    /// Sites that it runs.
    sites: i64,
}

/// A post with whoever is in it; without a person it is vacant.
#[derive(Serialize, ToSchema)]
pub struct OrgPost {
    #[schema(value_type = String)]
    id: Id,
    title: String,
    rank: i64,
    approver: bool,
    receiving_clerk: bool,
    person: Option<InOrgPost>,
    stand_in: Option<Named>,
}

#[derive(Serialize, ToSchema)]
pub struct InOrgPost {
    #[schema(value_type = String)]
    id: Id,
    name: String,
    #[schema(value_type = Option<String>)]
    from: Option<Day>,
}

/// A body with its posts and whoever is in them, its members and its place among the bodies.
#[utoipa::path(get, path = "/orgs/{id}", operation_id = "orgs_show", tag = "org",
    params(("id" = String, Path,), AsOf),
    responses((status = 200, body = OrgView)))]
pub async fn show(
    State(app): State<App>,
    caller: Caller,
    Path(id): Path<Id>,
    Query(as_of): Query<AsOf>,
) -> Result<([(HeaderName, HeaderValue); 1], Json<OrgView>), Problem> {
    let day = as_of.or_today(&app);
    let (version, view) = app
        .store
        .read(move |sql| {
            listing::admit(sql, &REGISTER, id, &caller.scope)?;
            view(sql, id, day)
        })
        .await?;
    Ok((etag(version), Json(view)))
}

fn view(sql: &mut dyn Sql, id: Id, day: Day) -> Stored<(i64, OrgView)> {
    let org = store::by_id(sql, id)?.ok_or(Error::NotFound)?;
    let version = org.version;
    let office = store::office_of(sql, id, day)?;
    let members = store::members(sql, id, day)?;
    let member_of = member_of(sql, id, day)?;
    let answers = party::store::current_person(sql, id, day)?;
    let sites = sql.one(
        "select count(*) as n from site where org = :org
           and from_day <= :day and (until_day is null or until_day > :day)",
        &params! { "org" => id, "day" => day },
    )?;
    let subordinates = store::subordinates(sql, id, day)?;
    let people = store::people(sql, id, day)?;
    let view = OrgView {
        aliases: store::aliases(sql, id)?,
        identities: store::identities(sql, id)?,
        sectors: store::sectors(sql, id)?,
        office_of: one(sql, org.office_of)?,
        office: one(sql, office)?,
        superior: one(sql, org.superior)?,
        answers: answers.map(|(id, name)| Named { id, name }),
        posts: posts(sql, id, day)?,
        members: names(sql, &members)?,
        member_of: names(sql, &member_of)?,
        subordinates: subordinates
            .into_iter()
            .map(|org| Named {
                id: org.id,
                name: org.name,
            })
            .collect(),
        people: people
            .into_iter()
            .map(|person| Named {
                id: person.id,
                name: person.name,
            })
            .collect(),
        sites: sites.map_or(Ok(0), |row| row.int("n"))?,
        org: list::row(sql, org)?,
    };
    Ok((version, view))
}

/// Posts stand right of bodies in the order of folders, so their rows are read here by themselves.
fn posts(sql: &mut dyn Sql, org: Id, day: Day) -> Stored<Vec<OrgPost>> {
    let rows = sql.query(
        "select s.id as post, s.title, s.rank, s.approver, s.receiving_clerk,
             h.person, h.stand_in, h.from_day as held_from, n.name
         from post s
         left join post_holder h on (h.post = s.id or (h.post = s.stand_in and h.stand_in = 0))
              and h.from_day <= :day and (h.until_day is null or h.until_day > :day)
         left join person n on n.id = h.person
         where s.org = :org
           and s.from_day <= :day and (s.until_day is null or s.until_day > :day)
         order by s.rank, s.id, case when h.post = s.id then 0 else 1 end, h.stand_in, h.from_day",
        &params! { "org" => org, "day" => day },
    )?;
    let own = sql.query(
        "select h.post, h.person from post_holder h join post s on s.id = h.post
         where s.org = :org and h.stand_in = 0
           and h.from_day <= :day and (h.until_day is null or h.until_day > :day)",
        &params! { "org" => org, "day" => day },
    )?;
    let mut holders = Vec::new();
    for row in &own {
        holders.push((row.id("post")?, row.id("person")?));
    }
    let mut posts: Vec<OrgPost> = Vec::new();
    for row in &rows {
        let id = row.id("post")?;
        if posts.last().is_none_or(|last| last.id != id) {
            posts.push(OrgPost {
                id,
                title: row.text("title")?,
                rank: row.int("rank")?,
                approver: row.flag("approver")?,
                receiving_clerk: row.flag("receiving_clerk")?,
                person: None,
                stand_in: None,
            });
        }
        let (Some(post), Some(person)) = (posts.last_mut(), row.opt_id("person")?) else {
            continue;
        };
        let name = row.text("name")?;
        if holders.contains(&(id, person)) {
            let from = crate::since::stated(row.day("held_from")?);
            post.person.get_or_insert(InOrgPost {
                id: person,
                name,
                from,
            });
        } else {
            post.stand_in.get_or_insert(Named { id: person, name });
        }
    }
    Ok(posts)
}

fn member_of(sql: &mut dyn Sql, member: Id, day: Day) -> Stored<Vec<Id>> {
    let rows = sql.query(
        "select distinct org from org_member where member = :member
           and from_day <= :day and (until_day is null or until_day > :day) order by org",
        &params! { "member" => member, "day" => day },
    )?;
    rows.iter().map(|row| row.id("org")).collect()
}

fn one(sql: &mut dyn Sql, id: Option<Id>) -> Stored<Option<Named>> {
    match id {
        Some(id) => Ok(names(sql, &[id])?.pop()),
        None => Ok(None),
    }
}

fn names(sql: &mut dyn Sql, ids: &[Id]) -> Stored<Vec<Named>> {
    let labels = party::store::labels(sql, ids)?;
    let mut names: Vec<Named> = labels
        .into_iter()
        .map(|(id, name)| Named { id, name })
        .collect();
    names.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(names)
}
