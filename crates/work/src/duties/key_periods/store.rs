//! Rows of key periods, and of what they opened.

use super::rules::KeyPeriod;
use ::store::{Result, Row, Sql, Tx, params};
use kernel::id::Id;
use kernel::period::Stretch;
use kernel::time::Day;

const COLUMNS: &str = "id, title, title_en, from_day, until_day, factor, package, pack, packs, entered_by, \
     entered_at, withdrawn_at";

/// What a key period opened for a duty.
#[derive(Clone, Debug)]
pub struct Opened {
    pub definition: String,
    pub slot: String,
    pub period: String,
}

fn read(row: &Row) -> Result<KeyPeriod> {
    let (from, last) = (row.day("from_day")?, row.day("until_day")?);
    let packs = row.opt_text("packs")?;
    Ok(KeyPeriod {
        id: row.text("id")?,
        title: row.text("title")?,
        title_en: row.text("title_en")?,
        days: Stretch {
            from,
            end: last.plus_days(1),
        },
        factor: row.int("factor")?,
        package: row.opt_text("package")?,
        pack: row.opt_text("pack")?,
        packs: packs.map(|lines| lines.lines().map(str::to_owned).collect()),
        entered_by: row.opt_id("entered_by")?,
        entered_at: row.moment("entered_at")?,
        withdrawn: row.opt_moment("withdrawn_at")?.is_some(),
    })
}

pub fn by_id(sql: &mut dyn Sql, id: &str) -> Result<Option<KeyPeriod>> {
    let text = format!("select {COLUMNS} from key_period where id = :id");
    sql.one(&text, &params! { "id" => id })?
        .map(|row| read(&row))
        .transpose()
}

/// Those that stand and are not over on a day, earliest first.
pub fn standing(sql: &mut dyn Sql, day: Day) -> Result<Vec<KeyPeriod>> {
    let text = format!(
        "select {COLUMNS} from key_period where withdrawn_at is null and until_day >= :day order by from_day, id"
    );
    sql.query(&text, &params! { "day" => day })?
        .iter()
        .map(read)
        .collect()
}

/// All that stand, latest first.
pub fn all(sql: &mut dyn Sql) -> Result<Vec<KeyPeriod>> {
    let text = format!(
        "select {COLUMNS} from key_period where withdrawn_at is null order by from_day desc, id"
    );
    sql.query(&text, &[])?.iter().map(read).collect()
}

pub fn insert(tx: &mut Tx, period: &KeyPeriod) -> Result<()> {
    let packs = period.packs.as_ref().map(|packs| packs.join("\n"));
    tx.execute(
        "insert into key_period (id, title, title_en, from_day, until_day, factor, package, pack, packs, entered_by, \
         entered_at) values (:id, :title, :title_en, :from, :until, :factor, :package, :pack, :packs, :by, :at)",
        &params! {
            "id" => period.id.as_str(), "title" => period.title.as_str(), "title_en" => period.title_en.as_str(),
            "from" => period.days.from, "until" => period.days.last_day(), "factor" => period.factor,
            "package" => period.package.as_deref(), "pack" => period.pack.as_deref(), "packs" => packs.as_deref(), "by" => period.entered_by,
            "at" => period.entered_at
        },
    )?;
    Ok(())
}

pub fn withdraw(tx: &mut Tx, id: &str, by: Id) -> Result<()> {
    tx.execute(
        "update key_period set withdrawn_at = :now, withdrawn_by = :by where id = :id and withdrawn_at is null",
        &params! { "now" => tx.now(), "by" => by, "id" => id },
    )?;
    Ok(())
}

/// Keeps that a key period opened something for a duty.
pub fn opened(tx: &mut Tx, id: &str, definition: &str, slot: &str, period: &str) -> Result<()> {
    tx.execute(
        "insert into key_period_opening (key_period, definition, slot, period) \
         values (:id, :definition, :slot, :period) on conflict do nothing",
        &params! { "id" => id, "definition" => definition, "slot" => slot, "period" => period },
    )?;
    Ok(())
}

pub fn openings(sql: &mut dyn Sql, id: &str) -> Result<Vec<Opened>> {
    let rows = sql.query(
        "select definition, slot, period from key_period_opening where key_period = :id order by definition, period",
        &params! { "id" => id },
    )?;
    rows.iter()
        .map(|row| {
            Ok(Opened {
                definition: row.text("definition")?,
                slot: row.text("slot")?,
                period: row.text("period")?,
            })
        })
        .collect()
}
