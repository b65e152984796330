//! Rows of records.

use super::model::{Contest, Filing, ORIGINAL, Record};
use super::rules::Named;
use kernel::id::Id;
use kernel::scope::AreaPath;
use kernel::time::{Day, Moment};
use std::collections::BTreeMap;
use store::{Result, Row, Sql, Tx, Value, params};

pub const COLUMNS: &str = "t.id, t.account, t.form, t.form_version, t.body, t.filed_by, t.lead, t.covers, t.stated_at, \
     t.received_at, t.last_contact, t.approved_at, t.approved_by, t.state, t.supersedes, t.field_values, t.area_province, t.area_city, \
     t.area_county, t.area_town, t.area_village, t.sector, t.revision, t.channel, t.contested_at, t.contested_by, \
     t.contest_reason, t.settled_at, t.settled_by, t.settled_as";

/// A row without its subjects and members.
pub fn read(row: &Row) -> Result<Record> {
    let values = row.text("field_values")?;
    Ok(Record {
        id: row.id("id")?,
        account: row.id("account")?,
        form: row.text("form")?,
        form_version: u32::try_from(row.int("form_version")?).unwrap_or_default(),
        body: row.id("body")?,
        filed_by: row.id("filed_by")?,
        lead: row.opt_id("lead")?,
        covers: row.day("covers")?,
        stated_at: row.moment("stated_at")?,
        received_at: row.moment("received_at")?,
        last_contact: row.opt_moment("last_contact")?,
        approved_at: row.opt_moment("approved_at")?,
        approved_by: row.opt_id("approved_by")?,
        state: row.text("state")?,
        supersedes: row.opt_id("supersedes")?,
        values: serde_json::from_str(&values)
            .map_err(|error| store::Error::Database(error.to_string()))?,
        subjects: Vec::new(),
        members: BTreeMap::new(),
        path: row.path()?,
        sector: row.opt_text("sector")?,
        channel: row.opt_text("channel")?,
        contest: contest_of(row)?,
        revision: row.int("revision")?,
    })
}

fn contest_of(row: &Row) -> Result<Option<Contest>> {
    let (Some(at), Some(by)) = (row.opt_moment("contested_at")?, row.opt_id("contested_by")?)
    else {
        return Ok(None);
    };
    let settled = match (row.opt_moment("settled_at")?, row.opt_id("settled_by")?) {
        (Some(at), Some(by)) => Some((at, by, row.opt_text("settled_as")?.unwrap_or_default())),
        _ => None,
    };
    Ok(Some(Contest {
        at,
        by,
        reason: row.opt_text("contest_reason")?.unwrap_or_default(),
        settled,
    }))
}

pub fn by_id(sql: &mut dyn Sql, id: Id) -> Result<Option<Record>> {
    let text = format!("select {COLUMNS} from record t where t.id = :id");
    let Some(row) = sql.one(&text, &params! { "id" => id })? else {
        return Ok(None);
    };
    let mut record = read(&row)?;
    complete(sql, &mut record)?;
    Ok(Some(record))
}

/// Adds subjects and members.
pub fn complete(sql: &mut dyn Sql, record: &mut Record) -> Result<()> {
    let id = record.id;
    for row in sql.query(
        "select subject from record_subject where record = :id",
        &params! { "id" => id },
    )? {
        record.subjects.push(row.id("subject")?);
    }
    let rows = sql.query(
        "select field, party from record_member where record = :id order by field, party",
        &params! { "id" => id },
    )?;
    for row in rows {
        record
            .members
            .entry(row.text("field")?)
            .or_default()
            .push(row.id("party")?);
    }
    Ok(())
}

/// Accepted records of these bodies or subjects that cover a day of the span, for an obligation that opens after them.
pub fn anchored(sql: &mut dyn Sql, anchor: Id, from: Day, until: Day) -> Result<Vec<Record>> {
    let text = format!(
        "select {COLUMNS} from record t where t.state in ('filed', 'approved') and t.covers >= :from \
         and t.covers < :until and (t.body = :anchor or t.id in \
         (select s.record from record_subject s where s.subject = :anchor)) order by t.received_at, t.id"
    );
    let rows = sql.query(
        &text,
        &params! { "anchor" => anchor, "from" => from, "until" => until },
    )?;
    let mut records = Vec::new();
    for row in &rows {
        let mut record = read(row)?;
        complete(sql, &mut record)?;
        records.push(record);
    }
    Ok(records)
}

/// Every record about a subject, whatever became of it, in the order of arrival.
pub fn of_subject(sql: &mut dyn Sql, subject: Id) -> Result<Vec<Record>> {
    let text = format!(
        "select {COLUMNS} from record t join record_subject s on s.record = t.id where s.subject = :subject \
         order by t.received_at, t.id"
    );
    let mut records = Vec::new();
    for row in sql.query(&text, &params! { "subject" => subject })? {
        let mut record = read(&row)?;
        complete(sql, &mut record)?;
        records.push(record);
    }
    Ok(records)
}

/// Records of a body or about a subject in a span, whatever became of them.
pub fn around(sql: &mut dyn Sql, anchor: Id, from: Day, until: Day) -> Result<Vec<Record>> {
    let text = format!(
        "select {COLUMNS} from record t where t.covers >= :from and t.covers < :until and (t.body = :anchor or t.id in \
         (select s.record from record_subject s where s.subject = :anchor)) order by t.stated_at desc, t.id limit 50"
    );
    let rows = sql.query(
        &text,
        &params! { "anchor" => anchor, "from" => from, "until" => until },
    )?;
    let mut records = Vec::new();
    for row in &rows {
        let mut record = read(row)?;
        complete(sql, &mut record)?;
        records.push(record);
    }
    Ok(records)
}

/// The digest under which a record id was first used: the same id with another digest is a conflict.
pub fn digest(sql: &mut dyn Sql, id: Id) -> Result<Option<Vec<u8>>> {
    let row = sql.one(
        "select digest from record where id = :id",
        &params! { "id" => id },
    )?;
    row.map(|row| row.blob("digest")).transpose()
}

/// Everything an insert needs besides the filing itself.
pub struct Arrival {
    pub stated_at: Moment,
    pub last_contact: Option<Moment>,
    pub covers: Day,
    pub path: AreaPath,
    pub sector: Option<String>,
    pub digest: [u8; 32],
}

pub fn insert(tx: &mut Tx, filing: &Filing, named: &Named, arrival: &Arrival) -> Result<()> {
    let values = serde_json::to_string(&filing.values)
        .map_err(|error| store::Error::Database(error.to_string()))?;
    let [province, city, county, town, village] = arrival.path.ids;
    tx.execute(
        "insert into record (id, account, form, form_version, body, filed_by, lead, covers, stated_at, received_at, \
         last_contact, state, supersedes, field_values, digest, lat, lng, area_province, area_city, area_county, area_town, \
         area_village, sector, channel, revision) values (:id, :account, :form, :form_version, :body, :filed_by, :lead, \
         :covers, :stated, :received, :last_contact, 'filed', :supersedes, :values, :digest, :lat, :lng, :province, :city, :county, \
         :town, :village, :sector, :channel, 1)",
        &params! {
            "id" => filing.id, "account" => filing.account, "form" => filing.form.as_str(),
            "form_version" => i64::from(filing.form_version), "body" => filing.body, "filed_by" => filing.filed_by,
            "lead" => named.lead, "covers" => arrival.covers, "stated" => arrival.stated_at, "received" => tx.now(),
            "last_contact" => arrival.last_contact, "supersedes" => filing.supersedes, "values" => values, "digest" => arrival.digest.to_vec(),
            "lat" => filing.lat, "lng" => filing.lng, "province" => province, "city" => city, "county" => county,
            "town" => town, "village" => village, "sector" => arrival.sector.as_deref(),
            "channel" => filing.on_behalf.as_ref().map(|how| how.channel.as_str())
        },
    )?;
    insert_names(tx, filing, named)
}

fn insert_names(tx: &mut Tx, filing: &Filing, named: &Named) -> Result<()> {
    let mut subjects: Vec<Id> = filing
        .subjects
        .iter()
        .chain(&named.subjects)
        .copied()
        .collect();
    subjects.sort_unstable();
    subjects.dedup();
    let rows = subjects
        .iter()
        .map(|subject| vec![filing.id.into(), (*subject).into()])
        .collect::<Vec<Vec<Value>>>();
    if !rows.is_empty() {
        tx.insert_many("record_subject", &["record", "subject"], rows)?;
    }
    let members: Vec<Vec<Value>> = named
        .members
        .iter()
        .flat_map(|(field, parties)| {
            parties
                .iter()
                .map(|party| vec![filing.id.into(), field.as_str().into(), (*party).into()])
        })
        .collect();
    if !members.is_empty() {
        tx.insert_many("record_member", &["record", "field", "party"], members)?;
    }
    let original = filing.on_behalf.iter().map(|how| {
        let name = how.original_name.as_str();
        (ORIGINAL, how.original.as_str(), name, how.collector)
    });
    let fields = named.attachments.iter();
    let fields =
        fields.map(|(field, hash, name)| (field.as_str(), hash.as_str(), name.as_str(), None));
    let attachments: Vec<Vec<Value>> = fields
        .chain(original)
        .map(|(field, hash, name, collector)| {
            let record = filing.id.into();
            vec![
                record,
                field.into(),
                hash.into(),
                name.into(),
                collector.into(),
            ]
        })
        .collect();
    if !attachments.is_empty() {
        tx.insert_many(
            "record_attachment",
            &["record", "field", "hash", "name", "collector"],
            attachments,
        )?;
    }
    Ok(())
}

pub fn approve(tx: &mut Tx, id: Id, by: Id) -> Result<()> {
    tx.execute(
        "update record set approved_at = :now, approved_by = :by, state = 'approved', revision = revision + 1 \
         where id = :id",
        &params! { "now" => tx.now(), "by" => by, "id" => id },
    )?;
    Ok(())
}

/// Marks a record as superseded or rejected; the record that did so is named.
pub fn retire(tx: &mut Tx, id: Id, state: &str, by: Id) -> Result<()> {
    tx.execute(
        "update record set state = :state, rejected_by = :by, revision = revision + 1 where id = :id",
        &params! { "state" => state, "by" => by, "id" => id },
    )?;
    Ok(())
}

/// The body's word against it: from here on it counts for nothing.
pub fn contest(tx: &mut Tx, id: Id, by: Id, reason: &str) -> Result<()> {
    tx.execute(
        "update record set state = 'contested', contested_at = :now, contested_by = :by, contest_reason = :reason, \
         settled_at = null, settled_by = null, settled_as = null, revision = revision + 1 where id = :id",
        &params! { "now" => tx.now(), "by" => by, "reason" => reason, "id" => id },
    )?;
    Ok(())
}

/// The decision about a contested record, and the state in which it leaves it.
pub fn settle_contest(tx: &mut Tx, id: Id, by: Id, verdict: &str, state: &str) -> Result<()> {
    tx.execute(
        "update record set state = :state, settled_at = :now, settled_by = :by, settled_as = :verdict, \
         revision = revision + 1 where id = :id and state = 'contested'",
        &params! { "state" => state, "now" => tx.now(), "by" => by, "verdict" => verdict, "id" => id },
    )?;
    Ok(())
}

/// One attachment of a record.
#[derive(Clone, Debug)]
pub struct Attached {
    pub field: String,
    pub hash: String,
    pub name: String,
    pub media: String,
    pub size: i64,
}

pub fn attachments(sql: &mut dyn Sql, record: Id) -> Result<Vec<Attached>> {
    let rows = sql.query(
        "select r.field, r.hash, r.name, a.media, a.size from record_attachment r join attachment a on a.hash = r.hash \
         where r.record = :id order by r.field, r.name",
        &params! { "id" => record },
    )?;
    rows.iter()
        .map(|row| {
            Ok(Attached {
                field: row.text("field")?,
                hash: row.text("hash")?,
                name: row.text("name")?,
                media: row.text("media")?,
                size: row.int("size")?,
            })
        })
        .collect()
}

/// When a person last had contact: when he last filed something on line, or the last contact that any of his filings
/// states. Signing in does not tell it: the device signs in to send what it made without contact.
pub fn last_contact(sql: &mut dyn Sql, person: Id) -> Result<Option<Moment>> {
    let row = sql.one(
        "select max(case when last_contact is null then received_at else last_contact end) as at \
         from record where filed_by = :person",
        &params! { "person" => person },
    )?;
    row.map_or(Ok(None), |row| row.opt_moment("at"))
}

/// Records that a person filed, latest first.
pub fn filed_by(sql: &mut dyn Sql, person: Id, limit: i64) -> Result<Vec<Id>> {
    let rows = sql.query(
        "select id from record where filed_by = :person order by received_at desc, id limit :limit",
        &params! { "person" => person, "limit" => limit },
    )?;
    rows.iter().map(|row| row.id("id")).collect()
}

/// Remembers an attachment. The same content is one row, whoever brings it.
pub fn keep_attachment(tx: &mut Tx, hash: &str, media: &str, size: i64, by: Id) -> Result<()> {
    tx.execute(
        "insert into attachment (hash, media, size, stored_at, stored_by) values (:hash, :media, :size, :now, :by) \
         on conflict do nothing",
        &params! { "hash" => hash, "media" => media, "size" => size, "now" => tx.now(), "by" => by },
    )?;
    Ok(())
}

pub fn attachment(sql: &mut dyn Sql, hash: &str) -> Result<Option<(String, i64)>> {
    let row = sql.one(
        "select media, size from attachment where hash = :hash",
        &params! { "hash" => hash },
    )?;
    row.map(|row| Ok((row.text("media")?, row.int("size")?)))
        .transpose()
}

/// A record to which an attachment belongs.
#[derive(Clone, Debug)]
pub struct Naming {
    pub record: Id,
    pub body: Id,
    pub field: String,
    /// The body that collected the sheet.
    pub collector: Option<Id>,
}

pub fn named_by(sql: &mut dyn Sql, hash: &str) -> Result<Vec<Naming>> {
    let rows = sql.query(
        "select a.record, a.field, a.collector, t.body from record_attachment a join record t on t.id = a.record \
         where a.hash = :hash",
        &params! { "hash" => hash },
    )?;
    rows.iter()
        .map(|row| {
            Ok(Naming {
                record: row.id("record")?,
                body: row.id("body")?,
                field: row.text("field")?,
                collector: row.opt_id("collector")?,
            })
        })
        .collect()
}
