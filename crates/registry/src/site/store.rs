//! Rows of sites and of who answers for them.

use super::model::{Capacity, Site};
use crate::path::path_params;
use crate::pieces;
use kernel::id::Id;
use kernel::time::Day;
use store::{Error, Result, Row, Sql, Tx, params};

pub use super::tags::{set_derived, tags_of, with_tag};

pub(crate) const COLUMNS: &str = "t.id, t.name, t.kind, t.credit_code, t.org, t.parent, t.sector,
    t.lat, t.lng, t.attributes, t.area, t.area_province, t.area_city, t.area_county, t.area_town,
    t.area_village, t.from_day, t.until_day, t.version";

pub fn by_id(sql: &mut dyn Sql, id: Id) -> Result<Option<Site>> {
    let row = sql.one(
        &format!("select {COLUMNS} from site t where t.id = :id"),
        &params! { "id" => id },
    )?;
    row.as_ref().map(site).transpose()
}

/// All sites under one official number, ended ones too.
pub fn by_credit_code(sql: &mut dyn Sql, code: &str) -> Result<Vec<Site>> {
    let rows = sql.query(
        &format!("select {COLUMNS} from site t where t.credit_code = :code order by t.name, t.id"),
        &params! { "code" => code },
    )?;
    rows.iter().map(site).collect()
}

pub fn by_name_in_area(sql: &mut dyn Sql, name: &str, area: Id) -> Result<Option<Site>> {
    let row = sql.one(
        &format!(
            "select {COLUMNS} from site t where t.name = :name and t.area = :area
             order by t.from_day desc, t.id limit 1"
        ),
        &params! { "name" => name, "area" => area },
    )?;
    row.as_ref().map(site).transpose()
}

pub fn of_kind(sql: &mut dyn Sql, kind: &str, day: Day) -> Result<Vec<Site>> {
    let rows = sql.query(
        &format!(
            "select {COLUMNS} from site t where t.kind = :kind
               and t.from_day <= :day and (t.until_day is null or t.until_day > :day)
             order by t.name, t.id"
        ),
        &params! { "kind" => kind, "day" => day },
    )?;
    rows.iter().map(site).collect()
}

/// Sites that a body runs.
pub fn of_org(sql: &mut dyn Sql, org: Id, day: Day) -> Result<Vec<Site>> {
    let rows = sql.query(
        &format!(
            "select {COLUMNS} from site t where t.org = :org
               and t.from_day <= :day and (t.until_day is null or t.until_day > :day)
             order by t.name, t.id"
        ),
        &params! { "org" => org, "day" => day },
    )?;
    rows.iter().map(site).collect()
}

/// Sites directly inside another one.
pub fn parts(sql: &mut dyn Sql, parent: Id, day: Day) -> Result<Vec<Site>> {
    let rows = sql.query(
        &format!(
            "select {COLUMNS} from site t where t.parent = :parent
               and t.from_day <= :day and (t.until_day is null or t.until_day > :day)
             order by t.name, t.id"
        ),
        &params! { "parent" => parent, "day" => day },
    )?;
    rows.iter().map(site).collect()
}

/// The party that answers for a site in a role on a day; the latest binding when several run.
pub fn bound(sql: &mut dyn Sql, site: Id, role: &str, day: Day) -> Result<Option<Id>> {
    let row = sql.one(
        "select party from capacity where site = :site and role = :role
           and from_day <= :day and (until_day is null or until_day > :day)
         order by from_day desc, id limit 1",
        &params! { "site" => site, "role" => role, "day" => day },
    )?;
    row.map(|row| row.id("party")).transpose()
}

/// Sites for which a party answers on a day, in whatever role.
pub fn bound_sites(sql: &mut dyn Sql, party: Id, day: Day) -> Result<Vec<Id>> {
    let rows = sql.query(
        "select distinct site from capacity where party = :party
           and from_day <= :day and (until_day is null or until_day > :day)
         order by site",
        &params! { "party" => party, "day" => day },
    )?;
    rows.iter().map(|row| row.id("site")).collect()
}

/// Every binding of a role on a day at once, for generation over many sites: (site, party).
/// The latest binding of a site comes last, so collecting into a map keeps what [`bound`] gives.
pub fn bindings(sql: &mut dyn Sql, role: &str, day: Day) -> Result<Vec<(Id, Id)>> {
    let rows = sql.query(
        "select site, party from capacity where role = :role
           and from_day <= :day and (until_day is null or until_day > :day)
         order by site, from_day, id desc",
        &params! { "role" => role, "day" => day },
    )?;
    rows.iter()
        .map(|row| Ok((row.id("site")?, row.id("party")?)))
        .collect()
}

/// Everybody who answers for a site on a day.
pub fn capacities_of_site(sql: &mut dyn Sql, site: Id, day: Day) -> Result<Vec<Capacity>> {
    let rows = sql.query(
        "select id, site, role, party, from_day, until_day from capacity where site = :site
           and from_day <= :day and (until_day is null or until_day > :day)
         order by role, from_day, id",
        &params! { "site" => site, "day" => day },
    )?;
    rows.iter().map(capacity).collect()
}

/// Everybody who answers or ever answered for a site, newest first.
pub fn capacities_ever(sql: &mut dyn Sql, site: Id) -> Result<Vec<Capacity>> {
    let rows = sql.query(
        "select id, site, role, party, from_day, until_day from capacity where site = :site
         order by role, from_day desc, id",
        &params! { "site" => site },
    )?;
    rows.iter().map(capacity).collect()
}

/// What a party answers for on a day.
pub fn capacities_of_party(sql: &mut dyn Sql, party: Id, day: Day) -> Result<Vec<Capacity>> {
    let rows = sql.query(
        "select id, site, role, party, from_day, until_day from capacity where party = :party
           and from_day <= :day and (until_day is null or until_day > :day)
         order by site, role, from_day",
        &params! { "party" => party, "day" => day },
    )?;
    rows.iter().map(capacity).collect()
}

pub fn insert(tx: &mut Tx, site: &Site) -> Result<()> {
    let mut params = own_params(site);
    params.extend(path_params(&site.path));
    tx.execute(
        "insert into site (id, name, kind, credit_code, org, parent, sector, lat, lng, attributes,
             area, area_province, area_city, area_county, area_town, area_village,
             from_day, until_day, version)
         values (:id, :name, :kind, :credit_code, :org, :parent, :sector, :lat, :lng, :attributes,
             :area, :area_province, :area_city, :area_county, :area_town, :area_village,
             :from_day, :until_day, :version)",
        &params,
    )?;
    pieces::write(tx, "site", site.id, &[&site.name])
}

/// Writes many new sites at once; the caller has made sure that none is there.
pub fn insert_all<'a>(tx: &mut Tx, sites: impl Iterator<Item = &'a Site>) -> Result<()> {
    let mut rows = Vec::new();
    let mut found_by = Vec::new();
    for site in sites {
        let mut params = own_params(site);
        params.extend(path_params(&site.path));
        rows.push(params.into_iter().map(|(_, value)| value).collect());
        found_by.push((site.id, site.name.as_str()));
    }
    tx.insert_many("site", &INSERTED, rows)?;
    pieces::write_new(tx, "site", &found_by)
}

/// Overwrites a site at the version that the writer has read.
pub fn update(tx: &mut Tx, site: &Site) -> Result<()> {
    let mut params = own_params(site);
    params.extend(path_params(&site.path));
    let written = tx.execute(
        "update site set name = :name, kind = :kind, credit_code = :credit_code, org = :org,
             parent = :parent, sector = :sector, lat = :lat, lng = :lng, attributes = :attributes,
             area = :area, area_province = :area_province, area_city = :area_city,
             area_county = :area_county, area_town = :area_town, area_village = :area_village,
             from_day = :from_day, until_day = :until_day, version = version + 1
         where id = :id and version = :version",
        &params,
    )?;
    if written == 0 {
        let found = by_id(tx, site.id)?.ok_or(Error::NotFound)?;
        return Err(Error::Stale {
            expected: site.version,
            found: found.version,
        });
    }
    pieces::write(tx, "site", site.id, &[&site.name])
}

/// Binds a party to a site; true when it was not bound so already.
pub fn bind(tx: &mut Tx, capacity: &Capacity) -> Result<bool> {
    let written = tx.execute(
        "insert into capacity (id, site, role, party, from_day, until_day)
         values (:id, :site, :role, :party, :from_day, :until_day) on conflict do nothing",
        &params! {
            "id" => capacity.id,
            "site" => capacity.site,
            "role" => capacity.role.as_str(),
            "party" => capacity.party,
            "from_day" => capacity.from,
            "until_day" => capacity.until
        },
    )?;
    Ok(written == 1)
}

/// Ends the bindings of a role that run on the day.
pub fn unbind(tx: &mut Tx, site: Id, role: &str, on: Day) -> Result<u64> {
    tx.execute(
        "update capacity set until_day = :on_day
         where site = :site and role = :role and from_day <= :on_day
           and (until_day is null or until_day > :on_day)",
        &params! { "site" => site, "role" => role, "on_day" => on },
    )
}

/// The order in which [`own_params`] and the path give their values.
const INSERTED: [&str; 19] = [
    "id",
    "name",
    "kind",
    "credit_code",
    "org",
    "parent",
    "sector",
    "lat",
    "lng",
    "attributes",
    "area",
    "from_day",
    "until_day",
    "version",
    "area_province",
    "area_city",
    "area_county",
    "area_town",
    "area_village",
];

fn own_params(site: &Site) -> Vec<(&'static str, store::Value)> {
    params! {
        "id" => site.id,
        "name" => site.name.as_str(),
        "kind" => site.kind.as_str(),
        "credit_code" => site.credit_code.clone(),
        "org" => site.org,
        "parent" => site.parent,
        "sector" => site.sector.clone(),
        "lat" => site.position.map(|(lat, _)| lat),
        "lng" => site.position.map(|(_, lng)| lng),
        "attributes" => site.attributes.as_str(),
        "area" => site.area,
        "from_day" => site.from,
        "until_day" => site.until,
        "version" => site.version
    }
}

pub(crate) fn site(row: &Row) -> Result<Site> {
    let position = match (row.opt_real("lat")?, row.opt_real("lng")?) {
        (Some(lat), Some(lng)) => Some((lat, lng)),
        _ => None,
    };
    Ok(Site {
        id: row.id("id")?,
        name: row.text("name")?,
        kind: row.text("kind")?,
        credit_code: row.opt_text("credit_code")?,
        org: row.opt_id("org")?,
        parent: row.opt_id("parent")?,
        sector: row.opt_text("sector")?,
        position,
        attributes: row.text("attributes")?,
        area: row.id("area")?,
        path: row.path()?,
        from: row.day("from_day")?,
        until: row.opt_day("until_day")?,
        version: row.int("version")?,
    })
}

fn capacity(row: &Row) -> Result<Capacity> {
    Ok(Capacity {
        id: row.id("id")?,
        site: row.id("site")?,
        role: row.text("role")?,
        party: row.id("party")?,
        from: row.day("from_day")?,
        until: row.opt_day("until_day")?,
    })
}
