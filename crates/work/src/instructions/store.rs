//! Rows of instructions.

use super::model::{Instruction, OnKind, Scan};
use kernel::id::Id;
use store::{Result, Row, Sql, Tx, params};

pub const COLUMNS: &str = "t.id, t.on_kind, t.on_id, t.wish, t.wished_by, t.entered_by, t.scan, t.scan_name, t.holder, \
     t.obligation, t.due_at, t.given_at, t.area_province, t.area_city, t.area_county, t.area_town, t.area_village, \
     t.sector";

pub fn read(row: &Row) -> Result<Instruction> {
    let scan = match (row.opt_text("scan")?, row.opt_text("scan_name")?) {
        (Some(hash), Some(name)) => Some(Scan { hash, name }),
        _ => None,
    };
    Ok(Instruction {
        id: row.id("id")?,
        on_kind: OnKind::of_word(row.str("on_kind")?).unwrap_or(OnKind::Obligation),
        on_id: row.text("on_id")?,
        wish: row.text("wish")?,
        wished_by: row.id("wished_by")?,
        entered_by: row.id("entered_by")?,
        scan,
        holder: row.id("holder")?,
        obligation: row.id("obligation")?,
        due_at: row.moment("due_at")?,
        given_at: row.moment("given_at")?,
        path: row.path()?,
        sector: row.opt_text("sector")?,
    })
}

pub fn by_id(sql: &mut dyn Sql, id: Id) -> Result<Option<Instruction>> {
    let text = format!("select {COLUMNS} from instruction t where t.id = :id");
    let row = sql.one(&text, &params! { "id" => id })?;
    row.as_ref().map(read).transpose()
}

pub fn insert(tx: &mut Tx, new: &Instruction) -> Result<()> {
    let [province, city, county, town, village] = new.path.ids;
    tx.execute(
        "insert into instruction (id, on_kind, on_id, wish, wished_by, entered_by, scan, scan_name, holder, obligation, \
         due_at, given_at, area_province, area_city, area_county, area_town, area_village, sector) \
         values (:id, :on_kind, :on_id, :wish, :wished_by, :entered_by, :scan, :scan_name, :holder, :obligation, :due, \
         :given, :province, :city, :county, :town, :village, :sector)",
        &params! {
            "id" => new.id, "on_kind" => new.on_kind.word(), "on_id" => new.on_id.as_str(),
            "wish" => new.wish.as_str(), "wished_by" => new.wished_by, "entered_by" => new.entered_by,
            "scan" => new.scan.as_ref().map(|scan| scan.hash.as_str()),
            "scan_name" => new.scan.as_ref().map(|scan| scan.name.as_str()),
            "holder" => new.holder, "obligation" => new.obligation, "due" => new.due_at, "given" => new.given_at,
            "province" => province, "city" => city, "county" => county, "town" => town, "village" => village,
            "sector" => new.sector.as_deref()
        },
    )?;
    Ok(())
}
