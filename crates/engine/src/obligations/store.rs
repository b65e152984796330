//! Rows of obligations: the only place that knows their SQL.

use super::amounts;
use super::cells;
use super::model::{Member, NewObligation, Obligation, Progress, Rule, Stage};
use kernel::id::Id;
use kernel::time::Moment;
use policy::AfterDue;
use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, LazyLock, RwLock};
use store::{Result, Row, Sql, Tx, Value, params};

/// So many rows of a batch are looked up in one statement.
const AT_ONCE: usize = 500;

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

pub fn members(sql: &mut dyn Sql, obligation: Id) -> Result<Vec<Member>> {
    let rows = sql.query(
        "select part, member, label, met_record, met_received from element where obligation = :id order by part, label, member",
        &params! { "id" => obligation },
    )?;
    rows.iter()
        .map(|row| {
            Ok(Member {
                part: usize::try_from(row.int("part")?).unwrap_or_default(),
                id: row.id("member")?,
                label: row.text("label")?,
                met_record: row.opt_id("met_record")?,
                met_received: row.opt_moment("met_received")?,
            })
        })
        .collect()
}

/// Members that came into a set that follows the register, and those that left it.
pub fn change_members(
    tx: &mut Tx,
    obligation: Id,
    added: &[Member],
    removed: &[Member],
) -> Result<()> {
    let rows = added.iter().map(|member| {
        vec![
            obligation.into(),
            (member.part as i64).into(),
            member.id.into(),
            member.label.as_str().into(),
        ]
    });
    tx.insert_many(
        "element",
        &["obligation", "part", "member", "label"],
        rows.collect(),
    )?;
    for member in removed {
        tx.execute(
            "delete from element where obligation = :id and part = :part and member = :member and met_record is null",
            &params! { "id" => obligation, "part" => member.part as i64, "member" => member.id },
        )?;
    }
    Ok(())
}

/// Rules never change, so they may be remembered for as long as the process runs.
static RULES: LazyLock<RwLock<HashMap<Id, Arc<Rule>>>> = LazyLock::new(RwLock::default);

pub fn rule(sql: &mut dyn Sql, id: Id) -> Result<Arc<Rule>> {
    if let Ok(known) = RULES.read()
        && let Some(rule) = known.get(&id)
    {
        return Ok(rule.clone());
    }
    let row = sql.one(
        "select body from rule where id = :id",
        &params! { "id" => id },
    )?;
    let body = row.ok_or(store::Error::NotFound)?.text("body")?;
    let rule: Rule =
        serde_json::from_str(&body).map_err(|error| store::Error::Database(error.to_string()))?;
    let rule = Arc::new(rule);
    if let Ok(mut known) = RULES.write() {
        known.insert(id, rule.clone());
    }
    Ok(rule)
}

pub fn keep_rule(tx: &mut Tx, rule: &Rule) -> Result<Id> {
    let id = rule.id();
    let body =
        serde_json::to_string(rule).map_err(|error| store::Error::Database(error.to_string()))?;
    tx.execute(
        "insert into rule (id, definition, body) values (:id, :definition, :body) on conflict do nothing",
        &params! { "id" => id, "definition" => rule.definition.as_str(), "body" => body },
    )?;
    Ok(id)
}

/// Inserts those that are not there yet; returns how many were new.
pub fn insert(tx: &mut Tx, rule_id: Id, rule: &Rule, batch: &[NewObligation]) -> Result<u64> {
    const NAMES: [&str; 34] = [
        "id",
        "rule",
        "definition",
        "kind",
        "slot",
        "subject",
        "source",
        "parent",
        "receiver",
        "title",
        "holder",
        "anchor",
        "period",
        "period_from",
        "period_until",
        "generation",
        "area_province",
        "area_city",
        "area_county",
        "area_town",
        "area_village",
        "sector",
        "opened_at",
        "soon_at",
        "due_at",
        "grace_until",
        "after_due",
        "signed_at",
        "met_stated",
        "met_received",
        "outcome",
        "progress_done",
        "progress_total",
        "revision",
    ];
    let mut known = known(tx, rule, batch)?;
    let fresh = batch
        .iter()
        .filter(|new| known.insert(new.id(&rule.definition)));
    let fresh: Vec<&NewObligation> = fresh.collect();
    let rows = fresh.iter().map(|new| values(rule_id, rule, new)).collect();
    let inserted = tx.insert_many("obligation", &NAMES, rows)?;
    cells::opened(tx, rule_id, &fresh, inserted)?;
    let elements: Vec<Vec<Value>> = batch
        .iter()
        .flat_map(|new| {
            let id = new.id(&rule.definition);
            new.members.iter().map(move |member| {
                vec![
                    id.into(),
                    (member.part as i64).into(),
                    member.id.into(),
                    member.label.as_str().into(),
                ]
            })
        })
        .collect();
    if !elements.is_empty() {
        tx.insert_many(
            "element",
            &["obligation", "part", "member", "label"],
            elements,
        )?;
    }
    Ok(inserted)
}

/// Those of a batch that are there already.
fn known(sql: &mut dyn Sql, rule: &Rule, batch: &[NewObligation]) -> Result<BTreeSet<Id>> {
    let any = sql.one(
        "select id from obligation where definition = :definition limit 1",
        &params! { "definition" => rule.definition.as_str() },
    )?;
    let mut known = BTreeSet::new();
    if any.is_none() {
        return Ok(known);
    }
    for some in batch.chunks(AT_ONCE) {
        let names: Vec<String> = (0..some.len()).map(|n| format!("n{n}")).collect();
        let wanted = names.iter().zip(some);
        let params: Vec<(&str, Value)> = wanted
            .map(|(name, new)| (name.as_str(), new.id(&rule.definition).into()))
            .collect();
        let text = format!(
            "select id from obligation where id in (:{})",
            names.join(", :")
        );
        for row in sql.query(&text, &params)? {
            known.insert(row.id("id")?);
        }
    }
    Ok(known)
}

fn values(rule_id: Id, rule: &Rule, new: &NewObligation) -> Vec<Value> {
    let [province, city, county, town, village] = new.path.ids;
    let after_due = match new.after_due {
        AfterDue::StillOwed => "still_owed",
        AfterDue::Lapses => "lapses",
    };
    let total = amounts::wanted(rule, &new.members);
    vec![
        new.id(&rule.definition).into(),
        rule_id.into(),
        rule.definition.as_str().into(),
        rule.kind.word().into(),
        new.slot.as_str().into(),
        new.subject.into(),
        new.source.into(),
        new.parent.into(),
        new.receiver.into(),
        new.title.as_deref().into(),
        new.holder.into(),
        new.anchor.into(),
        new.period.as_str().into(),
        new.period_from.into(),
        new.period_until.into(),
        new.generation.into(),
        province.into(),
        city.into(),
        county.into(),
        town.into(),
        village.into(),
        new.sector.as_deref().into(),
        new.opened_at.into(),
        new.soon_at.into(),
        new.due_at.into(),
        new.grace_until.into(),
        after_due.into(),
        Value::Null,
        Value::Null,
        Value::Null,
        Value::Null,
        0i64.into(),
        total.into(),
        1i64.into(),
    ]
}

/// Writes what satisfaction computed.
pub struct Settled {
    pub met: Option<(Moment, Moment)>,
    pub progress: Progress,
}

pub fn settle(tx: &mut Tx, row: &Obligation, settled: &Settled) -> Result<()> {
    let outcome = match row.outcome.as_deref() {
        Some("excused") | Some("withdrawn") => row.outcome.clone(),
        _ => settled.met.map(|_| "met".to_owned()),
    };
    // What was moved while the submission was elsewhere is put back as soon as it is met.
    let (stage, stage_due, kept) = match settled.met {
        Some(_) => (None, None, None),
        None => (row.stage, row.stage_due, row.kept_grace),
    };
    let grace = match kept {
        Some(_) => row.grace_until,
        None => row.in_time_until(),
    };
    tx.execute(
        "update obligation set met_stated = :stated, met_received = :received, outcome = :outcome, \
         grace_until = :grace, kept_grace = :kept, stage = :stage, stage_due = :stage_due, \
         progress_done = :done, progress_total = :total, revision = revision + 1 where id = :id",
        &params! {
            "stated" => settled.met.map(|(stated, _)| stated),
            "received" => settled.met.map(|(_, received)| received),
            "outcome" => outcome,
            "grace" => grace,
            "kept" => kept,
            "stage" => stage.map(Stage::word),
            "stage_due" => stage_due,
            "done" => settled.progress.done,
            "total" => settled.progress.total,
            "id" => row.id
        },
    )?;
    Ok(())
}

/// Writes where the submission stands, and until when the holder is in time because of it. Nothing is written where
/// nothing changed.
pub fn set_stage(
    tx: &mut Tx,
    row: &Obligation,
    stage: Option<(Stage, Moment)>,
    held_until: Option<Moment>,
) -> Result<()> {
    let own = row.in_time_until();
    let held = held_until.filter(|until| *until > own);
    let (grace, kept) = match held {
        Some(until) => (until, Some(own)),
        None => (own, None),
    };
    let (stage, stage_due) = (stage.map(|(stage, _)| stage), stage.map(|(_, due)| due));
    if (row.grace_until, row.kept_grace, row.stage, row.stage_due)
        == (grace, kept, stage, stage_due)
    {
        return Ok(());
    }
    tx.execute(
        "update obligation set grace_until = :grace, kept_grace = :kept, stage = :stage, stage_due = :due, \
         revision = revision + 1 where id = :id",
        &params! {
            "grace" => grace, "kept" => kept, "stage" => stage.map(Stage::word), "due" => stage_due, "id" => row.id
        },
    )?;
    Ok(())
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

/// Ends an obligation by a named decision: excused or withdrawn.
pub fn end(tx: &mut Tx, id: Id, outcome: &str, by: Option<Id>, reason: &str) -> Result<()> {
    tx.execute(
        "update obligation set outcome = :outcome, excused_by = :by, reason = :reason, revision = revision + 1 \
         where id = :id",
        &params! { "outcome" => outcome, "by" => by, "reason" => reason, "id" => id },
    )?;
    Ok(())
}

/// Receipt by the holder's clerk. The first one stays.
pub fn sign(tx: &mut Tx, id: Id, by: Id) -> Result<()> {
    tx.execute(
        "update obligation set signed_at = :now, signed_by = :by, revision = revision + 1 \
         where id = :id and signed_at is null",
        &params! { "now" => tx.now(), "by" => by, "id" => id },
    )?;
    Ok(())
}

/// Met by an act instead of a record: a step of a matter, a receipt.
pub fn meet(tx: &mut Tx, id: Id, stated: Moment, received: Moment) -> Result<()> {
    tx.execute(
        "update obligation set met_stated = :stated, met_received = :received, outcome = 'met', progress_done = 1, \
         revision = revision + 1 where id = :id and outcome is null",
        &params! { "stated" => stated, "received" => received, "id" => id },
    )?;
    Ok(())
}

/// Takes a met obligation back to open: its evidence was withdrawn.
pub fn note_reason(tx: &mut Tx, id: Id, reason: &str) -> Result<()> {
    tx.execute(
        "update obligation set reason = :reason, revision = revision + 1 where id = :id",
        &params! { "reason" => reason, "id" => id },
    )?;
    Ok(())
}

/// Who answered for it beside the first holder: party, from, until.
pub fn assignees(sql: &mut dyn Sql, id: Id) -> Result<Vec<(Id, Moment, Option<Moment>)>> {
    let rows = sql.query(
        "select party, from_at, until_at from assignee where obligation = :id order by from_at",
        &params! { "id" => id },
    )?;
    rows.iter()
        .map(|row| {
            Ok((
                row.id("party")?,
                row.moment("from_at")?,
                row.opt_moment("until_at")?,
            ))
        })
        .collect()
}

/// Moves an open obligation to another holder and keeps who answered for it until then.
pub fn reassign(tx: &mut Tx, row: &Obligation, to: Id) -> Result<()> {
    let now = tx.now();
    if assignees(tx, row.id)?.is_empty() {
        tx.execute(
            "insert into assignee (obligation, party, from_at) values (:id, :party, :at) on conflict do nothing",
            &params! { "id" => row.id, "party" => row.holder, "at" => row.opened_at },
        )?;
    }
    tx.execute(
        "update assignee set until_at = :now where obligation = :id and until_at is null",
        &params! { "now" => now, "id" => row.id },
    )?;
    tx.execute(
        "insert into assignee (obligation, party, from_at) values (:id, :party, :now) on conflict do nothing",
        &params! { "id" => row.id, "party" => to, "now" => now },
    )?;
    tx.execute(
        "update obligation set holder = :to, revision = revision + 1 where id = :id",
        &params! { "to" => to, "id" => row.id },
    )?;
    // What was handed out comes back to whoever answers from now on.
    tx.execute(
        "update obligation set receiver = :to, revision = revision + 1 where parent = :id and outcome is null",
        &params! { "to" => to, "id" => row.id },
    )?;
    tx.execute(
        "update submission set party = :to where party = :from and state = 'waiting' \
         and obligation in (select c.id from obligation c where c.parent = :id)",
        &params! { "to" => to, "from" => row.holder, "id" => row.id },
    )?;
    tx.execute(
        "update obligation set holder = :to, revision = revision + 1 where kind = 'accept' and outcome is null \
         and holder = :from and source in (select c.id from obligation c where c.parent = :id)",
        &params! { "to" => to, "from" => row.holder, "id" => row.id },
    )?;
    Ok(())
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

/// Rules that answer to a clause, whatever definition or imported task brought them.
pub fn rules_of_clause(sql: &mut dyn Sql, clause: &str) -> Result<Vec<Id>> {
    let mut found = Vec::new();
    for row in sql.query("select id from rule order by id", &[])? {
        let id = row.id("id")?;
        if rule(sql, id)?.clauses.iter().any(|own| own == clause) {
            found.push(id);
        }
    }
    Ok(found)
}
