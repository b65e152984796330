//! Rows of collections, sheets and their lines.

use super::model::{Collection, Line, Return, Sheet};
use kernel::id::Id;
use store::{Error, Result, Row, Sql, Tx, Value, params};

const COLLECTION: &str = "select id, title, form, form_version, note, due_day, filter, issued_at, issued_by, issued_for from collection";
const SHEET: &str = "select id, collection, seq, body, row_count, returned_at, returned_by, original from collection_sheet";
const LINE: &str =
    "select id, sheet, seq, obligation, prefilled, record, attempts from collection_row";

pub fn by_id(sql: &mut dyn Sql, id: Id) -> Result<Option<Collection>> {
    let row = sql.one(
        &format!("{COLLECTION} where id = :id"),
        &params! { "id" => id },
    )?;
    row.map(|row| collection(&row)).transpose()
}

/// Collections of these bodies, and those that ask something of them, newest first.
pub fn of_parties(sql: &mut dyn Sql, parties: &[Id], limit: i64) -> Result<Vec<Collection>> {
    let mut found: Vec<Collection> = Vec::new();
    let own =
        format!("{COLLECTION} where issued_for = :party order by issued_at desc, id limit :limit");
    let asked = format!(
        "{COLLECTION} where id in (select s.collection from collection_sheet s where s.body = :party) \
         order by issued_at desc, id limit :limit"
    );
    for party in parties {
        for text in [&own, &asked] {
            for row in sql.query(text, &params! { "party" => *party, "limit" => limit })? {
                found.push(collection(&row)?);
            }
        }
    }
    found.sort_by_key(|one| (std::cmp::Reverse(one.issued_at), one.id));
    found.dedup_by_key(|one| one.id);
    found.truncate(usize::try_from(limit).unwrap_or_default());
    Ok(found)
}

pub fn sheets(sql: &mut dyn Sql, collection: Id) -> Result<Vec<Sheet>> {
    let rows = sql.query(
        &format!("{SHEET} where collection = :id order by seq"),
        &params! { "id" => collection },
    )?;
    rows.iter().map(sheet).collect()
}

pub fn sheet_by_id(sql: &mut dyn Sql, id: Id) -> Result<Option<Sheet>> {
    let row = sql.one(&format!("{SHEET} where id = :id"), &params! { "id" => id })?;
    row.map(|row| sheet(&row)).transpose()
}

pub fn lines(sql: &mut dyn Sql, sheet: Id) -> Result<Vec<Line>> {
    let rows = sql.query(
        &format!("{LINE} where sheet = :id order by seq"),
        &params! { "id" => sheet },
    )?;
    rows.iter().map(line).collect()
}

pub fn line_by_id(sql: &mut dyn Sql, id: Id) -> Result<Option<Line>> {
    let row = sql.one(&format!("{LINE} where id = :id"), &params! { "id" => id })?;
    row.map(|row| line(&row)).transpose()
}

/// How many lines of a collection have come back as records.
pub fn filed(sql: &mut dyn Sql, sheet: Id) -> Result<i64> {
    let row = sql.one(
        "select count(*) as n from collection_row where sheet = :id and record is not null",
        &params! { "id" => sheet },
    )?;
    row.map_or(Ok(0), |row| row.int("n"))
}

pub fn insert(tx: &mut Tx, one: &Collection, sheets: &[Sheet], lines: &[Line]) -> Result<()> {
    tx.execute(
        "insert into collection (id, title, form, form_version, note, due_day, filter, issued_at, issued_by, issued_for) \
         values (:id, :title, :form, :version, :note, :due, :filter, :at, :by, :for)",
        &params! {
            "id" => one.id, "title" => one.title.as_str(), "form" => one.form.as_str(),
            "version" => i64::from(one.form_version), "note" => one.note.as_str(), "due" => one.due,
            "filter" => one.filter.as_str(), "at" => one.issued_at, "by" => one.issued_by, "for" => one.issued_for
        },
    )?;
    let rows: Vec<Vec<Value>> = sheets
        .iter()
        .map(|sheet| {
            vec![
                sheet.id.into(),
                sheet.collection.into(),
                sheet.seq.into(),
                sheet.body.into(),
                sheet.row_count.into(),
            ]
        })
        .collect();
    tx.insert_many(
        "collection_sheet",
        &["id", "collection", "seq", "body", "row_count"],
        rows,
    )?;
    let mut rows: Vec<Vec<Value>> = Vec::with_capacity(lines.len());
    for line in lines {
        let prefilled = serde_json::to_string(&line.prefilled);
        let prefilled = prefilled.map_err(|error| Error::Database(error.to_string()))?;
        rows.push(vec![
            line.id.into(),
            line.sheet.into(),
            line.seq.into(),
            line.obligation.into(),
            prefilled.into(),
            0i64.into(),
        ]);
    }
    tx.insert_many(
        "collection_row",
        &["id", "sheet", "seq", "obligation", "prefilled", "attempts"],
        rows,
    )?;
    Ok(())
}

/// Remembers the record that a line gave.
pub fn set_record(tx: &mut Tx, line: Id, record: Id) -> Result<()> {
    tx.execute(
        "update collection_row set record = :record, attempts = attempts + 1 where id = :id",
        &params! { "record" => record, "id" => line },
    )?;
    Ok(())
}

/// Remembers that a sheet came back.
pub fn set_returned(tx: &mut Tx, sheet: Id, by: Id, original: &str) -> Result<()> {
    tx.execute(
        "update collection_sheet set returned_at = :now, returned_by = :by, original = :original where id = :id",
        &params! { "now" => tx.now(), "by" => by, "original" => original, "id" => sheet },
    )?;
    Ok(())
}

fn collection(row: &Row) -> Result<Collection> {
    Ok(Collection {
        id: row.id("id")?,
        title: row.text("title")?,
        form: row.text("form")?,
        form_version: u32::try_from(row.int("form_version")?).unwrap_or_default(),
        note: row.text("note")?,
        due: row.day("due_day")?,
        filter: row.text("filter")?,
        issued_at: row.moment("issued_at")?,
        issued_by: row.id("issued_by")?,
        issued_for: row.id("issued_for")?,
    })
}

fn sheet(row: &Row) -> Result<Sheet> {
    let returned = match (row.opt_moment("returned_at")?, row.opt_id("returned_by")?) {
        (Some(at), Some(by)) => Some(Return {
            at,
            by,
            original: row.opt_text("original")?.unwrap_or_default(),
        }),
        _ => None,
    };
    Ok(Sheet {
        id: row.id("id")?,
        collection: row.id("collection")?,
        seq: row.int("seq")?,
        body: row.id("body")?,
        row_count: row.int("row_count")?,
        returned,
    })
}

fn line(row: &Row) -> Result<Line> {
    let prefilled = serde_json::from_str(row.str("prefilled")?);
    Ok(Line {
        id: row.id("id")?,
        sheet: row.id("sheet")?,
        seq: row.int("seq")?,
        obligation: row.id("obligation")?,
        prefilled: prefilled.map_err(|error| Error::Database(error.to_string()))?,
        record: row.opt_id("record")?,
        attempts: row.int("attempts")?,
    })
}
