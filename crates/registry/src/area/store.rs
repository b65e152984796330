//! Rows of areas.

use super::model::{Area, level_of_word, level_word};
use crate::path::path_params;
use kernel::id::Id;
use kernel::scope::{AreaPath, Level};
use kernel::time::Day;
use store::{Error, Result, Row, Sql, Tx, params};

const COLUMNS: &str = "id, code, name, level, parent, from_day, until_day,
    area_province, area_city, area_county, area_town, area_village";

pub fn by_id(sql: &mut dyn Sql, id: Id) -> Result<Option<Area>> {
    let row = sql.one(
        &format!("select {COLUMNS} from area where id = :id"),
        &params! { "id" => id },
    )?;
    row.as_ref().map(area).transpose()
}

/// The area that bears the code on the day.
pub fn by_code(sql: &mut dyn Sql, code: &str, day: Day) -> Result<Option<Area>> {
    let row = sql.one(
        &format!(
            "select {COLUMNS} from area
             where code = :code and from_day <= :day and (until_day is null or until_day > :day)
             order by from_day desc limit 1"
        ),
        &params! { "code" => code, "day" => day },
    )?;
    row.as_ref().map(area).transpose()
}

/// Ancestors and the area itself; an unknown id has an empty path.
pub fn path_of(sql: &mut dyn Sql, id: Id) -> Result<AreaPath> {
    Ok(by_id(sql, id)?.map(|area| area.path).unwrap_or_default())
}

/// Areas directly below; below nothing stand the roots.
pub fn children(sql: &mut dyn Sql, parent: Option<Id>, day: Day) -> Result<Vec<Area>> {
    let below = match parent {
        Some(_) => "parent = :parent",
        None => "parent is null",
    };
    let mut params = params! { "day" => day };
    if let Some(parent) = parent {
        params.push(("parent", parent.into()));
    }
    let rows = sql.query(
        &format!(
            "select {COLUMNS} from area
             where {below} and from_day <= :day and (until_day is null or until_day > :day)
             order by code, id"
        ),
        &params,
    )?;
    rows.iter().map(area).collect()
}

pub fn of_level(sql: &mut dyn Sql, level: Level, day: Day) -> Result<Vec<Area>> {
    let rows = sql.query(
        &format!(
            "select {COLUMNS} from area
             where level = :level and from_day <= :day and (until_day is null or until_day > :day)
             order by code, id"
        ),
        &params! { "level" => level_word(level), "day" => day },
    )?;
    rows.iter().map(area).collect()
}

/// Areas of a level inside another one, for example the villages of a county.
pub fn of_level_in(sql: &mut dyn Sql, level: Level, inside: Id, day: Day) -> Result<Vec<Area>> {
    let Some(outer) = by_id(sql, inside)? else {
        return Ok(Vec::new());
    };
    let column = outer.level.column();
    let rows = sql.query(
        &format!(
            "select {COLUMNS} from area
             where level = :level and {column} = :inside
               and from_day <= :day and (until_day is null or until_day > :day)
             order by code, id"
        ),
        &params! { "level" => level_word(level), "inside" => inside, "day" => day },
    )?;
    rows.iter().map(area).collect()
}

/// What became of an area; empty while it stands.
pub fn successors(sql: &mut dyn Sql, id: Id) -> Result<Vec<Id>> {
    let rows = sql.query(
        "select successor from area_successor where area = :area order by on_day, successor",
        &params! { "area" => id },
    )?;
    rows.iter().map(|row| row.id("successor")).collect()
}

pub fn insert(tx: &mut Tx, area: &Area) -> Result<()> {
    let mut params = params! {
        "id" => area.id,
        "code" => area.code.as_str(),
        "name" => area.name.as_str(),
        "level" => level_word(area.level),
        "parent" => area.parent,
        "from_day" => area.from,
        "until_day" => area.until
    };
    params.extend(path_params(&area.path));
    tx.execute(
        "insert into area (id, code, name, level, parent, from_day, until_day,
             area_province, area_city, area_county, area_town, area_village)
         values (:id, :code, :name, :level, :parent, :from_day, :until_day,
             :area_province, :area_city, :area_county, :area_town, :area_village)",
        &params,
    )?;
    Ok(())
}

pub fn rename(tx: &mut Tx, id: Id, name: &str) -> Result<()> {
    tx.execute(
        "update area set name = :name where id = :id",
        &params! { "id" => id, "name" => name },
    )?;
    Ok(())
}

/// Ends an area on a day and says what takes its place.
pub fn end(tx: &mut Tx, id: Id, on: Day, successors: &[Id]) -> Result<()> {
    tx.execute(
        "update area set until_day = :on_day where id = :id",
        &params! { "id" => id, "on_day" => on },
    )?;
    for successor in successors {
        tx.execute(
            "insert into area_successor (area, successor, on_day)
             values (:area, :successor, :on_day) on conflict do nothing",
            &params! { "area" => id, "successor" => *successor, "on_day" => on },
        )?;
    }
    Ok(())
}

fn area(row: &Row) -> Result<Area> {
    let word = row.text("level")?;
    let level =
        level_of_word(&word).ok_or_else(|| Error::Database(format!("area level {word}")))?;
    Ok(Area {
        id: row.id("id")?,
        code: row.text("code")?,
        name: row.text("name")?,
        level,
        parent: row.opt_id("parent")?,
        path: row.path()?,
        from: row.day("from_day")?,
        until: row.opt_day("until_day")?,
    })
}
