//! Rows of events.

use ::store::{Result, Row, Sql, Tx, params};
use kernel::id::Id;
use kernel::scope::AreaPath;
use kernel::time::{Day, Moment};

/// Every column, as [`read`] wants them.
pub const COLUMNS: &str = "t.id, t.kind, t.subject, t.title, t.on_day, t.at, t.record, t.area_province, t.area_city, \
     t.area_county, t.area_town, t.area_village, t.sector, t.entered_by, t.entered_at, t.withdrawn_at";

/// Something that happened, or is planned.
#[derive(Clone, Debug)]
pub struct Event {
    pub id: Id,
    pub kind: String,
    pub subject: Option<Id>,
    pub title: String,
    pub on: Day,
    /// The instant from which hours run.
    pub at: Moment,
    /// The record that raised it.
    pub record: Option<Id>,
    pub path: AreaPath,
    pub sector: Option<String>,
    pub entered_by: Option<Id>,
    pub entered_at: Moment,
    pub withdrawn: bool,
}

pub fn read(row: &Row) -> Result<Event> {
    Ok(Event {
        id: row.id("id")?,
        kind: row.text("kind")?,
        subject: row.opt_id("subject")?,
        title: row.text("title")?,
        on: row.day("on_day")?,
        at: row.moment("at")?,
        record: row.opt_id("record")?,
        path: row.path()?,
        sector: row.opt_text("sector")?,
        entered_by: row.opt_id("entered_by")?,
        entered_at: row.moment("entered_at")?,
        withdrawn: row.opt_moment("withdrawn_at")?.is_some(),
    })
}

pub fn by_id(sql: &mut dyn Sql, id: Id) -> Result<Option<Event>> {
    let text = format!("select {COLUMNS} from event t where t.id = :id");
    sql.one(&text, &params! { "id" => id })?
        .map(|row| read(&row))
        .transpose()
}

/// Events that a record raised and that still stand.
pub fn of_record(sql: &mut dyn Sql, record: Id) -> Result<Vec<Event>> {
    let text = format!(
        "select {COLUMNS} from event t where t.record = :record and t.withdrawn_at is null order by t.id"
    );
    sql.query(&text, &params! { "record" => record })?
        .iter()
        .map(read)
        .collect()
}

/// The record that was filed in place of another.
pub fn correction_of(sql: &mut dyn Sql, record: Id) -> Result<Option<Id>> {
    let row = sql.one(
        "select id from record where supersedes = :record",
        &params! { "record" => record },
    )?;
    row.map(|row| row.id("id")).transpose()
}

/// From now on the event rests on another record.
pub fn rest_on(tx: &mut Tx, id: Id, record: Id) -> Result<()> {
    tx.execute(
        "update event set record = :record where id = :id",
        &params! { "record" => record, "id" => id },
    )?;
    Ok(())
}

pub fn insert(tx: &mut Tx, event: &Event) -> Result<()> {
    let [province, city, county, town, village] = event.path.ids;
    tx.execute(
        "insert into event (id, kind, subject, title, on_day, at, record, area_province, area_city, area_county, \
         area_town, area_village, sector, entered_by, entered_at) values (:id, :kind, :subject, :title, :on, :at, \
         :record, :province, :city, :county, :town, :village, :sector, :by, :entered)",
        &params! {
            "id" => event.id, "kind" => event.kind.as_str(), "subject" => event.subject,
            "title" => event.title.as_str(), "on" => event.on, "at" => event.at, "record" => event.record,
            "province" => province, "city" => city, "county" => county, "town" => town, "village" => village,
            "sector" => event.sector.as_deref(), "by" => event.entered_by, "entered" => event.entered_at
        },
    )?;
    Ok(())
}

pub fn withdraw(tx: &mut Tx, id: Id) -> Result<()> {
    tx.execute(
        "update event set withdrawn_at = :now where id = :id and withdrawn_at is null",
        &params! { "now" => tx.now(), "id" => id },
    )?;
    Ok(())
}
