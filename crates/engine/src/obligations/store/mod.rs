//! Rows of obligations: the only place that knows their SQL.

mod ending;
mod members;
mod opening;
mod rule;

pub use ending::{Settled, assignees, end, meet, note_reason, reassign, set_stage, settle, sign};
pub use members::{change_members, members};
pub use opening::insert;
pub use rule::{keep_rule, rule, rules_of_clause};

use super::model::{Obligation, Progress, Stage};
use kernel::id::Id;
use kernel::time::Moment;
use store::{Result, Row, Sql, params};

/// Every column, as [`read`] wants them.
pub const COLUMNS: &str = "t.id, t.rule, t.definition, t.kind, t.slot, t.subject, t.source, t.parent, t.receiver, \
     t.title, t.holder, t.anchor, t.period, t.period_from, t.period_until, t.generation, t.area_province, t.area_city, t.area_county, t.area_town, \
     t.area_village, t.sector, t.opened_at, t.soon_at, t.due_at, t.grace_until, t.kept_grace, t.after_due, \
     t.stage, t.stage_due, t.signed_at, t.signed_by, t.met_stated, t.met_received, t.outcome, t.reason, t.progress_done, t.progress_total, t.revision";

pub fn read(row: &Row) -> Result<Obligation> {
    Ok(Obligation {
        id: row.id("id")?,
        rule: row.id("rule")?,
        definition: row.text("definition")?,
        kind: row.text("kind")?,
        slot: row.text("slot")?,
        subject: row.id("subject")?,
        source: row.opt_id("source")?,
        parent: row.opt_id("parent")?,
        receiver: row.opt_id("receiver")?,
        title: row.opt_text("title")?,
        holder: row.id("holder")?,
        anchor: row.id("anchor")?,
        period: row.text("period")?,
        period_from: row.day("period_from")?,
        period_until: row.day("period_until")?,
        generation: row.int("generation")?,
        path: row.path()?,
        sector: row.opt_text("sector")?,
        opened_at: row.moment("opened_at")?,
        soon_at: row.moment("soon_at")?,
        due_at: row.moment("due_at")?,
        grace_until: row.moment("grace_until")?,
        kept_grace: row.opt_moment("kept_grace")?,
        lapses: row.text("after_due")? == "lapses",
        stage: row.opt_text("stage")?.as_deref().and_then(Stage::of_word),
        stage_due: row.opt_moment("stage_due")?,
        signed_at: row.opt_moment("signed_at")?,
        signed_by: row.opt_id("signed_by")?,
        met_stated: row.opt_moment("met_stated")?,
        met_received: row.opt_moment("met_received")?,
        outcome: row.opt_text("outcome")?,
        reason: row.opt_text("reason")?,
        progress: Progress {
            done: row.int("progress_done")?,
            total: row.int("progress_total")?,
        },
        revision: row.int("revision")?,
    })
}

pub fn by_id(sql: &mut dyn Sql, id: Id) -> Result<Option<Obligation>> {
    let text = format!("select {COLUMNS} from obligation t where t.id = :id");
    sql.one(&text, &params! { "id" => id })?
        .map(|row| read(&row))
        .transpose()
}

/// Obligations of one task or matter. What was handed out of them shows under its parent only.
pub fn of_source(sql: &mut dyn Sql, source: Id) -> Result<Vec<Obligation>> {
    let text = format!(
        "select {COLUMNS} from obligation t where t.subject = :source and t.parent is null order by t.opened_at, t.id"
    );
    sql.query(&text, &params! { "source" => source })?
        .iter()
        .map(read)
        .collect()
}

/// Obligations of one definition and period, without what was handed out of them.
pub fn of_period(sql: &mut dyn Sql, definition: &str, period: &str) -> Result<Vec<Obligation>> {
    let text = format!(
        "select {COLUMNS} from obligation t where t.definition = :definition and t.period = :period \
         and t.parent is null order by t.id"
    );
    sql.query(
        &text,
        &params! { "definition" => definition, "period" => period },
    )?
    .iter()
    .map(read)
    .collect()
}

/// Obligations of one definition, of all periods or of those whose labels lie between two texts, the last excluded.
pub fn of_definition(
    sql: &mut dyn Sql,
    definition: &str,
    span: Option<(String, String)>,
) -> Result<Vec<Obligation>> {
    let whole = "t.definition = :definition";
    let rows = match span {
        None => {
            let text = format!("select {COLUMNS} from obligation t where {whole} order by t.id");
            sql.query(&text, &params! { "definition" => definition })?
        }
        Some((from, until)) => {
            let text = format!(
                "select {COLUMNS} from obligation t where {whole} and t.period >= :from and t.period < :until order by t.id"
            );
            let params = params! { "definition" => definition, "from" => from.as_str(), "until" => until.as_str() };
            sql.query(&text, &params)?
        }
    };
    rows.iter().map(read).collect()
}

/// Obligations that a record with these anchors may satisfy on this day of cover.
pub fn anchored(sql: &mut dyn Sql, anchor: Id, covers: i64) -> Result<Vec<Obligation>> {
    let text = format!(
        "select {COLUMNS} from obligation t where t.anchor = :anchor and t.period_until > :day and t.period_from <= :day"
    );
    sql.query(&text, &params! { "anchor" => anchor, "day" => covers })?
        .iter()
        .map(read)
        .collect()
}

/// Who handed out what became this obligation, and when.
pub fn handed_by(sql: &mut dyn Sql, child: Id) -> Result<Option<(Id, Moment)>> {
    let row = sql.one(
        "select handed_by, handed_at from hand_out where child = :child",
        &params! { "child" => child },
    )?;
    row.map(|row| Ok((row.id("handed_by")?, row.moment("handed_at")?)))
        .transpose()
}

/// What was handed out of an obligation, earliest due first.
pub fn children(sql: &mut dyn Sql, parent: Id) -> Result<Vec<Obligation>> {
    let text = format!(
        "select {COLUMNS} from obligation t where t.parent = :parent order by t.due_at, t.id"
    );
    sql.query(&text, &params! { "parent" => parent })?
        .iter()
        .map(read)
        .collect()
}

/// What the parties have to do, earliest due first. What they submitted and the receiver has not decided is not theirs to
/// do.
pub fn open_of(
    sql: &mut dyn Sql,
    parties: &[Id],
    now: Moment,
    limit: i64,
) -> Result<Vec<Obligation>> {
    let text = format!(
        "select {COLUMNS} from obligation t where t.holder = :party and t.outcome is null and t.opened_at <= :now \
         and (t.stage is null or t.stage <> 'waiting') order by t.due_at, t.id limit :limit"
    );
    let mut found = Vec::new();
    for party in parties {
        let rows = sql.query(
            &text,
            &params! { "party" => *party, "now" => now, "limit" => limit },
        )?;
        for row in &rows {
            found.push(read(row)?);
        }
    }
    found.sort_by_key(|row| (row.due_at, row.id));
    found.truncate(usize::try_from(limit).unwrap_or_default());
    Ok(found)
}

/// Obligations of the parties that were met, latest first.
pub fn met_of(sql: &mut dyn Sql, parties: &[Id], limit: i64) -> Result<Vec<Obligation>> {
    let text = format!(
        "select {COLUMNS} from obligation t where t.holder = :party and t.outcome = 'met' \
         order by t.met_received desc, t.id limit :limit"
    );
    let mut found = Vec::new();
    for party in parties {
        for row in &sql.query(&text, &params! { "party" => *party, "limit" => limit })? {
            found.push(read(row)?);
        }
    }
    found.sort_by_key(|row| (std::cmp::Reverse(row.met_received), row.id));
    found.truncate(usize::try_from(limit).unwrap_or_default());
    Ok(found)
}

/// Counting stops here; the page says "more than".
const MOST_COUNTED: i64 = 1_000;

/// How many things the parties have to do, each party counted up to a cap.
pub fn count_open_of(sql: &mut dyn Sql, parties: &[Id], now: Moment) -> Result<i64> {
    let mut count = 0;
    for party in parties {
        let row = sql.one(
            "select count(*) as n from (select 1 as one from obligation where holder = :party and outcome is null \
             and opened_at <= :now and (stage is null or stage <> 'waiting') limit :cap) capped",
            &params! { "party" => *party, "now" => now, "cap" => MOST_COUNTED },
        )?;
        count += row.map_or(Ok(0), |row| row.int("n"))?;
    }
    Ok(count)
}
