//! Rows of attached texts.

use super::{Paragraph, Text};
use kernel::id::Id;
use store::{Error, Result, Sql, Tx, Value, params};

/// The latest edition of a plan's text.
pub fn latest(sql: &mut dyn Sql, pack: &str) -> Result<Option<Text>> {
    let row = sql.one(
        "select edition, attached_at, attached_by from plan_text where pack = :pack order by edition desc limit 1",
        &params! { "pack" => pack },
    )?;
    let Some(row) = row else { return Ok(None) };
    let edition = row.int("edition")?;
    let rows = sql.query(
        "select place, content, numbers, clauses from plan_paragraph where pack = :pack and edition = :edition order by place",
        &params! { "pack" => pack, "edition" => edition },
    )?;
    let paragraphs = rows.iter().map(|row| {
        Ok(Paragraph {
            no: row.int("place")?,
            text: row.text("content")?,
            numbers: parsed(&row.text("numbers")?)?,
            clauses: parsed(&row.text("clauses")?)?,
        })
    });
    Ok(Some(Text {
        pack: pack.to_owned(),
        edition,
        attached_at: row.moment("attached_at")?,
        attached_by: row.opt_id("attached_by")?,
        paragraphs: paragraphs.collect::<Result<_>>()?,
    }))
}

/// One more edition, unless the latest is the very same text.
pub fn insert(
    tx: &mut Tx,
    pack: &str,
    digest: &[u8; 32],
    by: Option<Id>,
    paragraphs: &[Paragraph],
) -> Result<Text> {
    let known = tx.one(
        "select edition, digest from plan_text where pack = :pack order by edition desc limit 1",
        &params! { "pack" => pack },
    )?;
    let edition = match &known {
        Some(row) if row.blob("digest")? == digest.as_slice() => {
            return latest(tx, pack)?.ok_or(Error::NotFound);
        }
        Some(row) => row.int("edition")? + 1,
        None => 1,
    };
    tx.execute(
        "insert into plan_text (pack, edition, digest, attached_at, attached_by) \
         values (:pack, :edition, :digest, :now, :by)",
        &params! { "pack" => pack, "edition" => edition, "digest" => digest.to_vec(), "now" => tx.now(), "by" => by },
    )?;
    let rows: Vec<Vec<Value>> = paragraphs
        .iter()
        .map(|one| {
            vec![
                pack.into(),
                edition.into(),
                one.no.into(),
                one.text.as_str().into(),
                written(&one.numbers).into(),
                written(&one.clauses).into(),
            ]
        })
        .collect();
    const COLUMNS: [&str; 6] = ["pack", "edition", "place", "content", "numbers", "clauses"];
    tx.insert_many("plan_paragraph", &COLUMNS, rows)?;
    // The ledger says that a text was attached and which; the text itself is the user's and stays out of it.
    let digest: String = digest.iter().map(|byte| format!("{byte:02x}")).collect();
    let body =
        serde_json::json!({ "edition": edition, "paragraphs": paragraphs.len(), "digest": digest });
    tx.note(Id::natural("pack", pack), "text_attached", body)?;
    latest(tx, pack)?.ok_or(Error::NotFound)
}

/// Ties a paragraph of the latest edition to these clauses by hand; false when there is no such paragraph.
pub fn set_clauses(tx: &mut Tx, pack: &str, place: i64, clauses: &[String]) -> Result<bool> {
    let Some(text) = latest(tx, pack)? else {
        return Ok(false);
    };
    let written = tx.execute(
        "update plan_paragraph set clauses = :clauses where pack = :pack and edition = :edition and place = :place",
        &params! {
            "clauses" => written(clauses), "pack" => pack, "edition" => text.edition, "place" => place
        },
    )?;
    if written == 0 {
        return Ok(false);
    }
    let body =
        serde_json::json!({ "edition": text.edition, "paragraph": place, "clauses": clauses });
    tx.note(Id::natural("pack", pack), "text_tied", body)?;
    Ok(true)
}

fn written<T: serde::Serialize>(list: &[T]) -> String {
    serde_json::json!(list).to_string()
}

fn parsed<T: serde::de::DeserializeOwned>(text: &str) -> Result<Vec<T>> {
    serde_json::from_str(text).map_err(|error| Error::Database(error.to_string()))
}
