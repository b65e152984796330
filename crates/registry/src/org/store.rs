//! Rows of bodies.

use super::model::Org;
use crate::party;
use crate::party::PartyKind;
use crate::path::path_params;
use crate::pieces;
use kernel::id::Id;
use kernel::scope::AreaPath;
use kernel::time::Day;
use store::{Error, Result, Row, Sql, Tx, params};

const COLUMNS: &str = "o.id, o.name, o.kind, o.credit_code, o.sector, o.office_of, o.superior,
    o.area, o.area_province, o.area_city, o.area_county, o.area_town, o.area_village,
    o.from_day, o.until_day, o.version";

/// A person of a body, as much as a list of names needs.
pub struct Member {
    pub id: Id,
    pub name: String,
}

pub fn by_id(sql: &mut dyn Sql, id: Id) -> Result<Option<Org>> {
    let row = sql.one(
        &format!("select {COLUMNS} from org o where o.id = :id"),
        &params! { "id" => id },
    )?;
    row.as_ref().map(org).transpose()
}

pub fn by_credit_code(sql: &mut dyn Sql, code: &str) -> Result<Option<Org>> {
    let row = sql.one(
        &format!("select {COLUMNS} from org o where o.credit_code = :code"),
        &params! { "code" => code },
    )?;
    row.as_ref().map(org).transpose()
}

/// The body that a plan or list means: its own name first, then an alias.
pub fn by_name_or_alias(sql: &mut dyn Sql, name: &str, day: Day) -> Result<Option<Org>> {
    let row = sql.one(
        &format!(
            "select {COLUMNS} from org o where o.name = :name
               and o.from_day <= :day and (o.until_day is null or o.until_day > :day)
             order by o.id limit 1"
        ),
        &params! { "name" => name, "day" => day },
    )?;
    if let Some(row) = row {
        return org(&row).map(Some);
    }
    let row = sql.one(
        &format!(
            "select {COLUMNS} from org_alias a join org o on o.id = a.org where a.alias = :name
               and o.from_day <= :day and (o.until_day is null or o.until_day > :day)
             order by o.id limit 1"
        ),
        &params! { "name" => name, "day" => day },
    )?;
    row.as_ref().map(org).transpose()
}

/// Bodies of that name in that area, ended ones too: the natural key where there is no number.
pub fn by_name_in_area(sql: &mut dyn Sql, name: &str, area: Id) -> Result<Option<Org>> {
    let row = sql.one(
        &format!(
            "select {COLUMNS} from org o where o.name = :name and o.area = :area
             order by o.from_day desc limit 1"
        ),
        &params! { "name" => name, "area" => area },
    )?;
    row.as_ref().map(org).transpose()
}

/// Bodies of a kind or with it as a further identity, by name.
pub fn of_kind(sql: &mut dyn Sql, kind: &str, day: Day) -> Result<Vec<Org>> {
    let rows = sql.query(
        &format!(
            "select {COLUMNS} from org o
             where o.id in (select id from org where kind = :kind
                 union select org from org_identity where identity = :kind)
               and o.from_day <= :day and (o.until_day is null or o.until_day > :day)
             order by o.name, o.id"
        ),
        &params! { "kind" => kind, "day" => day },
    )?;
    rows.iter().map(org).collect()
}

/// The body of a kind that is competent for a place: of the nearest area upwards that has one.
pub fn competent(sql: &mut dyn Sql, kind: &str, path: &AreaPath, day: Day) -> Result<Option<Org>> {
    for area in path.ids.iter().rev().flatten() {
        let row = sql.one(
            &format!(
                "select {COLUMNS} from org o
                 where o.area = :area and (o.kind = :kind or exists
                     (select 1 from org_identity i where i.org = o.id and i.identity = :kind))
                   and o.from_day <= :day and (o.until_day is null or o.until_day > :day)
                 order by o.name, o.id limit 1"
            ),
            &params! { "area" => *area, "kind" => kind, "day" => day },
        )?;
        if let Some(row) = row {
            return org(&row).map(Some);
        }
    }
    Ok(None)
}

/// The office of a committee or body.
pub fn office_of(sql: &mut dyn Sql, org: Id, day: Day) -> Result<Option<Id>> {
    let row = sql.one(
        "select id from org where office_of = :org
           and from_day <= :day and (until_day is null or until_day > :day)
         order by name, id limit 1",
        &params! { "org" => org, "day" => day },
    )?;
    row.map(|row| row.id("id")).transpose()
}

pub fn subordinates(sql: &mut dyn Sql, org: Id, day: Day) -> Result<Vec<Org>> {
    let rows = sql.query(
        &format!(
            "select {COLUMNS} from org o where o.superior = :org
               and o.from_day <= :day and (o.until_day is null or o.until_day > :day)
             order by o.name, o.id"
        ),
        &params! { "org" => org, "day" => day },
    )?;
    rows.iter().map(self::org).collect()
}

/// Members of a committee or group on a day.
pub fn members(sql: &mut dyn Sql, org: Id, day: Day) -> Result<Vec<Id>> {
    party::store::members(sql, org, day)
}

/// Persons whose main body this is.
pub fn people(sql: &mut dyn Sql, org: Id, day: Day) -> Result<Vec<Member>> {
    let rows = sql.query(
        "select id, name from person where org = :org
           and from_day <= :day and (until_day is null or until_day > :day)
         order by name, id",
        &params! { "org" => org, "day" => day },
    )?;
    rows.iter()
        .map(|row| {
            Ok(Member {
                id: row.id("id")?,
                name: row.text("name")?,
            })
        })
        .collect()
}

pub fn name_of(sql: &mut dyn Sql, id: Id) -> Result<String> {
    party::store::label(sql, id)
}

pub fn aliases(sql: &mut dyn Sql, org: Id) -> Result<Vec<String>> {
    let rows = sql.query(
        "select alias from org_alias where org = :org order by alias",
        &params! { "org" => org },
    )?;
    rows.iter().map(|row| row.text("alias")).collect()
}

pub fn identities(sql: &mut dyn Sql, org: Id) -> Result<Vec<String>> {
    let rows = sql.query(
        "select identity from org_identity where org = :org order by identity",
        &params! { "org" => org },
    )?;
    rows.iter().map(|row| row.text("identity")).collect()
}

/// Every sector that a body supervises.
pub fn sectors(sql: &mut dyn Sql, org: Id) -> Result<Vec<String>> {
    let rows = sql.query(
        "select sector from org_sector where org = :org order by sector",
        &params! { "org" => org },
    )?;
    rows.iter().map(|row| row.text("sector")).collect()
}

/// Writes a new body with its party row and search pieces; the caller writes the note.
pub fn insert(tx: &mut Tx, org: &Org) -> Result<()> {
    party::store::insert(tx, org.id, PartyKind::Org)?;
    let mut params = params! {
        "id" => org.id,
        "name" => org.name.as_str(),
        "kind" => org.kind.as_str(),
        "credit_code" => org.credit_code.clone(),
        "sector" => org.sector.clone(),
        "office_of" => org.office_of,
        "superior" => org.superior,
        "area" => org.area,
        "from_day" => org.from,
        "until_day" => org.until,
        "initials" => kernel::text::initials(&org.name),
        "version" => org.version
    };
    params.extend(path_params(&org.path));
    tx.execute(
        "insert into org (id, name, kind, credit_code, sector, office_of, superior, area,
             area_province, area_city, area_county, area_town, area_village,
             from_day, until_day, initials, version)
         values (:id, :name, :kind, :credit_code, :sector, :office_of, :superior, :area,
             :area_province, :area_city, :area_county, :area_town, :area_village,
             :from_day, :until_day, :initials, :version)",
        &params,
    )?;
    pieces::write(tx, "org", org.id, &[&org.name])
}

/// Sets whom a body that was just inserted stands under and whose office it is.
pub fn set_superiors(tx: &mut Tx, org: &Org) -> Result<()> {
    if org.superior.is_none() && org.office_of.is_none() {
        return Ok(());
    }
    tx.execute(
        "update org set superior = :superior, office_of = :office_of where id = :id",
        &params! { "id" => org.id, "superior" => org.superior, "office_of" => org.office_of },
    )?;
    Ok(())
}

/// Overwrites a body at the version that the writer has read.
pub fn update(tx: &mut Tx, org: &Org) -> Result<()> {
    let mut params = params! {
        "id" => org.id,
        "name" => org.name.as_str(),
        "kind" => org.kind.as_str(),
        "credit_code" => org.credit_code.clone(),
        "sector" => org.sector.clone(),
        "office_of" => org.office_of,
        "superior" => org.superior,
        "area" => org.area,
        "from_day" => org.from,
        "until_day" => org.until,
        "initials" => kernel::text::initials(&org.name),
        "version" => org.version
    };
    params.extend(path_params(&org.path));
    let written = tx.execute(
        "update org set name = :name, kind = :kind, credit_code = :credit_code, sector = :sector,
             office_of = :office_of, superior = :superior, area = :area,
             area_province = :area_province, area_city = :area_city, area_county = :area_county,
             area_town = :area_town, area_village = :area_village,
             from_day = :from_day, until_day = :until_day, initials = :initials,
             version = version + 1
         where id = :id and version = :version",
        &params,
    )?;
    if written == 0 {
        return Err(stale(tx, org)?);
    }
    let aliases = aliases(tx, org.id)?;
    let mut names: Vec<&str> = aliases.iter().map(String::as_str).collect();
    names.push(&org.name);
    pieces::write(tx, "org", org.id, &names)
}

/// Replaces the other names of a body.
pub fn set_aliases(tx: &mut Tx, org: &Org, aliases: &[String]) -> Result<()> {
    tx.execute(
        "delete from org_alias where org = :org",
        &params! { "org" => org.id },
    )?;
    for alias in aliases {
        tx.execute(
            "insert into org_alias (org, alias) values (:org, :alias) on conflict do nothing",
            &params! { "org" => org.id, "alias" => alias.as_str() },
        )?;
    }
    let mut names: Vec<&str> = aliases.iter().map(String::as_str).collect();
    names.push(&org.name);
    pieces::write(tx, "org", org.id, &names)
}

/// Replaces the further identities of a body.
pub fn set_identities(tx: &mut Tx, org: Id, identities: &[String]) -> Result<()> {
    tx.execute(
        "delete from org_identity where org = :org",
        &params! { "org" => org },
    )?;
    for identity in identities {
        tx.execute(
            "insert into org_identity (org, identity) values (:org, :identity)
             on conflict do nothing",
            &params! { "org" => org, "identity" => identity.as_str() },
        )?;
    }
    Ok(())
}

/// Replaces the sectors that a body supervises.
pub fn set_sectors(tx: &mut Tx, org: Id, sectors: &[String]) -> Result<()> {
    tx.execute(
        "delete from org_sector where org = :org",
        &params! { "org" => org },
    )?;
    for sector in sectors {
        tx.execute(
            "insert into org_sector (org, sector) values (:org, :sector) on conflict do nothing",
            &params! { "org" => org, "sector" => sector.as_str() },
        )?;
    }
    Ok(())
}

fn stale(tx: &mut Tx, org: &Org) -> Result<Error> {
    Ok(match by_id(tx, org.id)? {
        Some(found) => Error::Stale {
            expected: org.version,
            found: found.version,
        },
        None => Error::NotFound,
    })
}

pub(crate) fn org(row: &Row) -> Result<Org> {
    Ok(Org {
        id: row.id("id")?,
        name: row.text("name")?,
        kind: row.text("kind")?,
        credit_code: row.opt_text("credit_code")?,
        sector: row.opt_text("sector")?,
        office_of: row.opt_id("office_of")?,
        superior: row.opt_id("superior")?,
        area: row.id("area")?,
        path: row.path()?,
        from: row.day("from_day")?,
        until: row.opt_day("until_day")?,
        version: row.int("version")?,
    })
}
