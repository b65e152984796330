//! Rows of matters: the only place that knows their SQL.

use super::model::{Event, Grade, Matter, MatterParty, Place};
use kernel::id::Id;
use kernel::time::Moment;
use store::{Error, Result, Row, Sql, Tx, params};

/// Every column, as [`read`] wants them.
pub const COLUMNS: &str = "t.id, t.lifecycle, t.version, t.word, t.title, t.description, t.source, t.grade, t.site, \
     t.issuer, t.number, t.outer_number, t.outer_due_at, t.area_province, t.area_city, t.area_county, t.area_town, \
     t.area_village, t.sector, t.opened_at, t.opened_by, t.state, t.state_of, t.stage, t.closed_at, t.revision";

pub fn read(row: &Row) -> Result<Matter> {
    let grade = row.text("grade")?;
    Ok(Matter {
        id: row.id("id")?,
        lifecycle: row.text("lifecycle")?,
        version: u32::try_from(row.int("version")?).unwrap_or_default(),
        word: row.text("word")?,
        title: row.text("title")?,
        description: row.text("description")?,
        source: row.opt_text("source")?,
        grade: Grade::of_word(&grade).ok_or_else(|| Error::Database(format!("grade {grade}")))?,
        site: row.opt_id("site")?,
        issuer: row.id("issuer")?,
        number: row.text("number")?,
        outer_number: row.opt_text("outer_number")?,
        outer_due_at: row.opt_moment("outer_due_at")?,
        path: row.path()?,
        sector: row.opt_text("sector")?,
        opened_at: row.moment("opened_at")?,
        opened_by: row.opt_id("opened_by")?,
        place: Place {
            slot: row.text("state_of")?,
            state: row.text("state")?,
            stage: usize::try_from(row.int("stage")?).unwrap_or_default(),
        },
        closed_at: row.opt_moment("closed_at")?,
        revision: row.int("revision")?,
    })
}

pub fn by_id(sql: &mut dyn Sql, id: Id) -> Result<Option<Matter>> {
    let text = format!("select {COLUMNS} from matter t where t.id = :id");
    sql.one(&text, &params! { "id" => id })?
        .map(|row| read(&row))
        .transpose()
}

pub fn parties(sql: &mut dyn Sql, matter: Id) -> Result<Vec<MatterParty>> {
    let rows = sql.query(
        "select slot, role, party, line, addressed_as, state, moved_by, revision from matter_party \
         where matter = :matter order by slot",
        &params! { "matter" => matter },
    )?;
    rows.iter()
        .map(|row| {
            Ok(MatterParty {
                slot: row.text("slot")?,
                role: row.text("role")?,
                party: row.id("party")?,
                line: row.opt_text("line")?,
                addressed_as: row.opt_text("addressed_as")?,
                state: row.text("state")?,
                moved_by: row.opt_text("moved_by")?,
                revision: row.int("revision")?,
            })
        })
        .collect()
}

/// The timeline, oldest first.
pub fn events(sql: &mut dyn Sql, matter: Id) -> Result<Vec<Event>> {
    let rows = sql.query(
        "select seq, slot, transition, actor, stated_at, received_at, reason, record, states from matter_event \
         where matter = :matter order by seq",
        &params! { "matter" => matter },
    )?;
    rows.iter()
        .map(|row| {
            let states = row.text("states")?;
            Ok(Event {
                seq: row.int("seq")?,
                slot: row.opt_text("slot")?,
                transition: row.text("transition")?,
                actor: row.opt_id("actor")?,
                stated_at: row.moment("stated_at")?,
                received_at: row.moment("received_at")?,
                reason: row.opt_text("reason")?,
                record: row.opt_id("record")?,
                states: serde_json::from_str(&states)
                    .map_err(|error| Error::Database(error.to_string()))?,
            })
        })
        .collect()
}

/// The next number of a body for a kind of matter in a year. The unit of work that opens the matter takes it, so a
/// matter that was not opened leaves no gap.
pub fn next_number(tx: &mut Tx, issuer: Id, word: &str, year: i32) -> Result<i64> {
    let row = tx.one(
        "insert into matter_series (issuer, word, year, last) values (:issuer, :word, :year, 1) \
         on conflict (issuer, word, year) do update set last = matter_series.last + 1 returning last",
        &params! { "issuer" => issuer, "word" => word, "year" => year },
    )?;
    row.ok_or(Error::NotFound)?.int("last")
}

pub fn insert(tx: &mut Tx, matter: &Matter) -> Result<()> {
    let [province, city, county, town, village] = matter.path.ids;
    tx.execute(
        "insert into matter (id, lifecycle, version, word, title, description, source, grade, site, issuer, number, \
         outer_number, outer_due_at, area_province, area_city, area_county, area_town, area_village, sector, \
         opened_at, opened_by, state, state_of, stage, closed_at, revision) values (:id, :lifecycle, :version, :word, \
         :title, :description, :source, :grade, :site, :issuer, :number, :outer_number, :outer_due_at, :province, \
         :city, :county, :town, :village, :sector, :opened_at, :opened_by, :state, :state_of, :stage, null, :revision)",
        &params! {
            "id" => matter.id, "lifecycle" => matter.lifecycle.as_str(), "version" => matter.version,
            "word" => matter.word.as_str(), "title" => matter.title.as_str(),
            "description" => matter.description.as_str(), "source" => matter.source.as_deref(),
            "grade" => matter.grade.word(), "site" => matter.site, "issuer" => matter.issuer,
            "number" => matter.number.as_str(), "outer_number" => matter.outer_number.as_deref(),
            "outer_due_at" => matter.outer_due_at, "province" => province, "city" => city, "county" => county,
            "town" => town, "village" => village, "sector" => matter.sector.as_deref(),
            "opened_at" => matter.opened_at, "opened_by" => matter.opened_by,
            "state" => matter.place.state.as_str(), "state_of" => matter.place.slot.as_str(),
            "stage" => matter.place.stage, "revision" => matter.revision
        },
    )?;
    Ok(())
}

pub fn insert_party(tx: &mut Tx, matter: Id, party: &MatterParty) -> Result<()> {
    tx.execute(
        "insert into matter_party (matter, slot, role, party, line, addressed_as, state, moved_by, revision) \
         values (:matter, :slot, :role, :party, :line, :addressed_as, :state, :moved_by, :revision)",
        &params! {
            "matter" => matter, "slot" => party.slot.as_str(), "role" => party.role.as_str(),
            "party" => party.party, "line" => party.line.as_deref(),
            "addressed_as" => party.addressed_as.as_deref(), "state" => party.state.as_str(),
            "moved_by" => party.moved_by.as_deref(), "revision" => party.revision
        },
    )?;
    Ok(())
}

pub fn insert_event(tx: &mut Tx, matter: Id, event: &Event) -> Result<()> {
    let states =
        serde_json::to_string(&event.states).map_err(|error| Error::Database(error.to_string()))?;
    tx.execute(
        "insert into matter_event (matter, seq, slot, transition, actor, stated_at, received_at, reason, record, \
         states) values (:matter, :seq, :slot, :transition, :actor, :stated, :received, :reason, :record, :states)",
        &params! {
            "matter" => matter, "seq" => event.seq, "slot" => event.slot.as_deref(),
            "transition" => event.transition.as_str(), "actor" => event.actor, "stated" => event.stated_at,
            "received" => event.received_at, "reason" => event.reason.as_deref(), "record" => event.record,
            "states" => states
        },
    )?;
    Ok(())
}

/// Moves a matter on from the revision that was read. Somebody else was quicker: the act is refused as a whole.
pub fn advance(
    tx: &mut Tx,
    matter: &Matter,
    place: &Place,
    closed_at: Option<Moment>,
) -> Result<()> {
    let written = tx.execute(
        "update matter set state = :state, state_of = :state_of, stage = :stage, closed_at = :closed_at, \
         revision = revision + 1 where id = :id and revision = :revision",
        &params! {
            "state" => place.state.as_str(), "state_of" => place.slot.as_str(), "stage" => place.stage,
            "closed_at" => closed_at, "id" => matter.id, "revision" => matter.revision
        },
    )?;
    if written == 1 {
        return Ok(());
    }
    let found = by_id(tx, matter.id)?.map_or(matter.revision, |now| now.revision);
    Err(Error::Stale {
        expected: matter.revision,
        found,
    })
}

/// Puts a party's row into a state by the act of a slot, its own or another one.
pub fn move_party(
    tx: &mut Tx,
    matter: Id,
    slot: &str,
    state: &str,
    by: Option<&str>,
) -> Result<()> {
    tx.execute(
        "update matter_party set state = :state, moved_by = :by, revision = revision + 1 \
         where matter = :matter and slot = :slot",
        &params! { "state" => state, "by" => by, "matter" => matter, "slot" => slot },
    )?;
    Ok(())
}
