//! Dated tags of sites: given by people, or written back by whoever derived a grade or colour.

use super::model::{Site, Tag};
use super::store::{COLUMNS, site};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::Day;
use serde_json::json;
use store::{Error, Result, Row, Sql, Tx, params};

/// Sites that bear a tag on a day, whatever its value.
pub fn with_tag(sql: &mut dyn Sql, tag: &str, day: Day) -> Result<Vec<Site>> {
    let rows = sql.query(
        &format!(
            "select {COLUMNS} from site t
             where t.id in (select g.site from site_tag g where g.tag = :tag
                 and g.from_day <= :day and (g.until_day is null or g.until_day > :day))
               and t.from_day <= :day and (t.until_day is null or t.until_day > :day)
             order by t.name, t.id"
        ),
        &params! { "tag" => tag, "day" => day },
    )?;
    rows.iter().map(site).collect()
}

pub fn tags_of(sql: &mut dyn Sql, site: Id, day: Day) -> Result<Vec<Tag>> {
    let rows = sql.query(
        "select site, tag, value, reason, from_day, until_day from site_tag where site = :site
           and from_day <= :day and (until_day is null or until_day > :day)
         order by tag",
        &params! { "site" => site, "day" => day },
    )?;
    rows.iter().map(tag).collect()
}

/// Every tag that a site bears or ever bore, running ones first.
pub fn ever(sql: &mut dyn Sql, site: Id) -> Result<Vec<Tag>> {
    let rows = sql.query(
        "select site, tag, value, reason, from_day, until_day from site_tag where site = :site
           and (until_day is null or until_day > from_day)
         order by case when until_day is null then 0 else 1 end, from_day desc, tag",
        &params! { "site" => site },
    )?;
    rows.iter().map(tag).collect()
}

/// Writes back a derived grade, class or colour as a dated tag with its reason. The value that ran
/// until then ends on that day; the same value again changes nothing. True when something changed.
pub fn set_derived(
    tx: &mut Tx,
    site: Id,
    tag: &str,
    value: &str,
    reason: &Reason,
    from: Day,
) -> Result<bool> {
    let text = serde_json::to_string(reason).map_err(|error| Error::Database(error.to_string()))?;
    let running = tags_of(tx, site, from)?;
    let running = running.iter().find(|running| running.tag == tag);
    if running.is_some_and(|running| running.value.as_deref() == Some(value)) {
        return Ok(false);
    }
    end(tx, site, tag, from)?;
    put(tx, site, tag, Some(value), Some(&text), from)?;
    tx.note(
        site,
        "sites.derive",
        json!({ "tag": tag, "value": value, "reason": reason, "from": from }),
    )?;
    Ok(true)
}

/// Gives a site tags from a day on; true when any is new. The caller writes the note.
pub fn add_plain(tx: &mut Tx, site: Id, tags: &[String], from: Day) -> Result<bool> {
    let running = tags_of(tx, site, from)?;
    let mut changed = false;
    for tag in tags {
        if !running.iter().any(|running| running.tag == *tag) {
            put(tx, site, tag, None, None, from)?;
            changed = true;
        }
    }
    Ok(changed)
}

/// Makes the plain tags (those without reason) of a site from a day on exactly these.
/// True when something changed; the caller writes the note.
pub fn set_plain(tx: &mut Tx, site: Id, wanted: &[String], from: Day) -> Result<bool> {
    let running = tags_of(tx, site, from)?;
    let plain = running.iter().filter(|running| running.reason.is_none());
    let mut changed = false;
    for gone in plain.filter(|running| !wanted.contains(&running.tag)) {
        end(tx, site, &gone.tag, from)?;
        changed = true;
    }
    Ok(add_plain(tx, site, wanted, from)? || changed)
}

fn end(tx: &mut Tx, site: Id, tag: &str, on: Day) -> Result<()> {
    tx.execute(
        "update site_tag set until_day = :on_day
         where site = :site and tag = :tag and from_day <= :on_day
           and (until_day is null or until_day > :on_day)",
        &params! { "site" => site, "tag" => tag, "on_day" => on },
    )?;
    Ok(())
}

/// A tag that was given and taken on one day is overwritten: it never held.
fn put(
    tx: &mut Tx,
    site: Id,
    tag: &str,
    value: Option<&str>,
    reason: Option<&str>,
    from: Day,
) -> Result<()> {
    tx.execute(
        "insert into site_tag (site, tag, value, reason, from_day, until_day)
         values (:site, :tag, :value, :reason, :from_day, null)
         on conflict (site, tag, from_day) do update
         set value = excluded.value, reason = excluded.reason, until_day = null",
        &params! {
            "site" => site,
            "tag" => tag,
            "value" => value.map(str::to_owned),
            "reason" => reason.map(str::to_owned),
            "from_day" => from
        },
    )?;
    Ok(())
}

fn tag(row: &Row) -> Result<Tag> {
    Ok(Tag {
        site: row.id("site")?,
        tag: row.text("tag")?,
        value: row.opt_text("value")?,
        reason: row.opt_text("reason")?,
        from: row.day("from_day")?,
        until: row.opt_day("until_day")?,
    })
}
