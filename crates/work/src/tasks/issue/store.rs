//! Rows of issued documents.

use super::model::Document;
use kernel::id::Id;
use store::{Error, Result, Row, Sql, Tx, params};

/// Every column, as [`read`] wants them.
pub const COLUMNS: &str = "t.id, t.pack, t.title, t.number, t.summary, t.clauses, t.issued_at, t.issued_by, \
     t.issued_for, t.due_at, t.area_province, t.area_city, t.area_county, t.area_town, t.area_village, t.sector";

pub fn read(row: &Row) -> Result<Document> {
    let clauses = row.text("clauses")?;
    Ok(Document {
        id: row.id("id")?,
        pack: row.text("pack")?,
        title: row.text("title")?,
        number: row.text("number")?,
        summary: row.text("summary")?,
        clauses: serde_json::from_str(&clauses)
            .map_err(|error| Error::Database(error.to_string()))?,
        issued_at: row.moment("issued_at")?,
        issued_by: row.id("issued_by")?,
        issued_for: row.id("issued_for")?,
        due_at: row.moment("due_at")?,
        path: row.path()?,
        sector: row.opt_text("sector")?,
    })
}

pub fn by_id(sql: &mut dyn Sql, id: Id) -> Result<Option<Document>> {
    let text = format!("select {COLUMNS} from issued_document t where t.id = :id");
    sql.one(&text, &params! { "id" => id })?
        .map(|row| read(&row))
        .transpose()
}

pub fn insert(tx: &mut Tx, document: &Document) -> Result<()> {
    let [province, city, county, town, village] = document.path.ids;
    tx.execute(
        "insert into issued_document (id, pack, title, number, summary, clauses, issued_at, issued_by, issued_for, \
         due_at, area_province, area_city, area_county, area_town, area_village, sector) values (:id, :pack, :title, \
         :number, :summary, :clauses, :issued_at, :issued_by, :issued_for, :due_at, :province, :city, :county, :town, \
         :village, :sector)",
        &params! {
            "id" => document.id, "pack" => &document.pack, "title" => &document.title, "number" => &document.number,
            "summary" => &document.summary, "clauses" => serde_json::json!(document.clauses).to_string(),
            "issued_at" => document.issued_at, "issued_by" => document.issued_by,
            "issued_for" => document.issued_for, "due_at" => document.due_at, "province" => province, "city" => city,
            "county" => county, "town" => town, "village" => village, "sector" => document.sector.clone()
        },
    )?;
    Ok(())
}
