//! Rows of activations and of confirmed parameters.

use engine::obligations::{Kind, Rule, store as obligations};
use kernel::id::Id;
use kernel::reason::Reason;
use kernel::time::{Day, Moment};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use store::{Error, Result, Row, Sql, Tx, params};

/// One act of putting a pack in force.
#[derive(Clone, Debug)]
pub struct ActivationAct {
    pub id: Id,
    pub pack: String,
    pub version: u32,
    pub on: Day,
    /// Whether running obligations of changed duties are withdrawn and opened again.
    pub recut: bool,
    pub asked_at: Moment,
    pub confirmed_as: String,
    pub done_at: Option<Moment>,
    /// Running obligations that were opened again.
    pub withdrawn: Option<i64>,
    /// Why it could not be carried out on its day.
    pub failed: Option<Reason>,
}

impl ActivationAct {
    /// Whether its day is still awaited.
    pub fn is_waiting(&self) -> bool {
        self.done_at.is_none() && self.failed.is_none()
    }

    /// Key of the timer of an act.
    pub fn timer(id: Id) -> String {
        format!("activation/{id}")
    }
}

const COLUMNS: &str =
    "id, pack, version, on_day, recut, asked_at, confirmed_as, done_at, withdrawn, failed";

/// Acts of a pack, the latest first.
pub fn acts(sql: &mut dyn Sql, pack: &str) -> Result<Vec<ActivationAct>> {
    let text = format!(
        "select {COLUMNS} from activation_act where pack = :pack order by asked_at desc, id limit 50"
    );
    let rows = sql.query(&text, &params! { "pack" => pack })?;
    rows.iter().map(|row| act(sql, row)).collect()
}

pub fn act_by_id(sql: &mut dyn Sql, id: Id) -> Result<Option<ActivationAct>> {
    let text = format!("select {COLUMNS} from activation_act where id = :id");
    let row = sql.one(&text, &params! { "id" => id })?;
    row.map(|row| act(sql, &row)).transpose()
}

fn act(sql: &mut dyn Sql, row: &Row) -> Result<ActivationAct> {
    let mut act = read(row)?;
    if act.is_waiting() {
        act.failed = passed_over(sql, act.id)?;
    }
    Ok(act)
}

/// An act that was refused while it was carried out is undone with everything that it did; its timer says why.
fn passed_over(sql: &mut dyn Sql, act: Id) -> Result<Option<Reason>> {
    let timer = Id::natural("timer", &ActivationAct::timer(act));
    let row = sql.one(
        "select failed from timer where id = :id",
        &params! { "id" => timer },
    )?;
    let code = row.map(|row| row.opt_text("failed")).transpose()?;
    Ok(code.flatten().map(Reason::new))
}

fn read(row: &Row) -> Result<ActivationAct> {
    let failed = row.opt_text("failed")?;
    Ok(ActivationAct {
        id: row.id("id")?,
        pack: row.text("pack")?,
        version: u32::try_from(row.int("version")?).unwrap_or_default(),
        on: row.day("on_day")?,
        recut: row.int("recut")? != 0,
        asked_at: row.moment("asked_at")?,
        confirmed_as: row.text("confirmed_as")?,
        done_at: row.opt_moment("done_at")?,
        withdrawn: row.opt_int("withdrawn")?,
        failed: failed.and_then(|reason| serde_json::from_str(&reason).ok()),
    })
}

pub fn insert_act(tx: &mut Tx, act: &ActivationAct, by: Option<Id>) -> Result<()> {
    tx.execute(
        "insert into activation_act (id, pack, version, on_day, recut, asked_at, asked_by, confirmed_as) \
         values (:id, :pack, :version, :on_day, :recut, :now, :by, :name)",
        &params! {
            "id" => act.id, "pack" => act.pack.as_str(), "version" => i64::from(act.version), "on_day" => act.on,
            "recut" => i64::from(act.recut), "now" => tx.now(), "by" => by, "name" => act.confirmed_as.as_str()
        },
    )?;
    Ok(())
}

pub fn finish_act(tx: &mut Tx, id: Id, withdrawn: i64) -> Result<()> {
    tx.execute(
        "update activation_act set done_at = :now, withdrawn = :withdrawn where id = :id and done_at is null",
        &params! { "now" => tx.now(), "withdrawn" => withdrawn, "id" => id },
    )?;
    Ok(())
}

/// The act could not be carried out; it waits no longer.
pub fn fail_act(tx: &mut Tx, id: Id, reason: &Reason) -> Result<()> {
    let reason =
        serde_json::to_string(reason).map_err(|error| Error::Database(error.to_string()))?;
    tx.execute(
        "update activation_act set failed = :reason where id = :id and done_at is null",
        &params! { "reason" => reason, "id" => id },
    )?;
    Ok(())
}

/// The pack as it was put in force, for saying later what another version changes.
pub fn keep_pack(tx: &mut Tx, pack: &str, version: u32, body: &str) -> Result<()> {
    tx.execute(
        "insert into activation_pack (pack, version, body) values (:pack, :version, :body) on conflict do nothing",
        &params! { "pack" => pack, "version" => i64::from(version), "body" => body },
    )?;
    Ok(())
}

pub fn kept_pack(sql: &mut dyn Sql, pack: &str, version: i64) -> Result<Option<String>> {
    let row = sql.one(
        "select body from activation_pack where pack = :pack and version = :version",
        &params! { "pack" => pack, "version" => version },
    )?;
    row.map(|row| row.text("body")).transpose()
}

/// Days in a span (the first excluded) on which a row of the registers begins or ends: between two of them the same
/// subjects have the same holders.
pub fn changes(sql: &mut dyn Sql, from: Day, until: Day) -> Result<Vec<Day>> {
    const DATED: [&str; 6] = ["org", "site", "site_tag", "capacity", "post", "area"];
    let mut days = Vec::new();
    for table in DATED {
        for column in ["from_day", "until_day"] {
            let text = format!(
                "select distinct {column} as day from {table} where {column} > :from and {column} < :until"
            );
            for row in sql.query(&text, &params! { "from" => from, "until" => until })? {
                days.push(row.day("day")?);
            }
        }
    }
    days.sort_unstable();
    days.dedup();
    Ok(days)
}

/// What kind of holder each party is: the kind of a body, or `post`, `person`, `group`.
pub fn holder_kinds(sql: &mut dyn Sql) -> Result<HashMap<Id, String>> {
    let rows = sql.query(
        "select p.id, coalesce(o.kind, p.kind) as holder from party p left join org o on o.id = p.id",
        &[],
    )?;
    rows.iter()
        .map(|row| Ok((row.id("id")?, row.text("holder")?)))
        .collect()
}

/// Titles of posts, by which people speak of those who hold them.
pub fn post_titles(sql: &mut dyn Sql) -> Result<HashMap<Id, String>> {
    let rows = sql.query("select id, title from post", &[])?;
    rows.iter()
        .map(|row| Ok((row.id("id")?, row.text("title")?)))
        .collect()
}

/// How many obligations of a definition run.
pub fn running(sql: &mut dyn Sql, definition: &str) -> Result<i64> {
    let row = sql.one(
        "select count(*) as n from obligation where definition = :definition and outcome is null",
        &params! { "definition" => definition },
    )?;
    row.map_or(Ok(0), |row| row.int("n"))
}

/// Every rule by which a duty ever opened anything.
pub fn duty_rules(sql: &mut dyn Sql) -> Result<Vec<Arc<Rule>>> {
    let mut found = Vec::new();
    for row in sql.query("select id from rule order by id", &[])? {
        let rule = obligations::rule(sql, row.id("id")?)?;
        if rule.kind == Kind::Duty {
            found.push(rule);
        }
    }
    Ok(found)
}

/// Running obligations of a definition that look alike.
pub struct Alike {
    pub rule: Id,
    pub slot: String,
    pub period: String,
    pub opened_at: Moment,
    pub due_at: Moment,
    pub lapses: bool,
    pub count: i64,
}

pub fn running_alike(sql: &mut dyn Sql, definition: &str) -> Result<Vec<Alike>> {
    let rows = sql.query(
        "select rule, slot, period, due_at, after_due, min(opened_at) as opened, count(*) as n from obligation \
         where definition = :definition and outcome is null and parent is null \
         group by rule, slot, period, due_at, after_due order by period, rule",
        &params! { "definition" => definition },
    )?;
    rows.iter()
        .map(|row| {
            Ok(Alike {
                rule: row.id("rule")?,
                slot: row.text("slot")?,
                period: row.text("period")?,
                opened_at: row.moment("opened")?,
                due_at: row.moment("due_at")?,
                lapses: row.text("after_due")? == "lapses",
                count: row.int("n")?,
            })
        })
        .collect()
}

/// Bodies and subjects of the records of some forms that cover a day of a span.
pub fn anchors_of_records(
    sql: &mut dyn Sql,
    forms: &[&str],
    from: Day,
    until: Day,
) -> Result<BTreeSet<Id>> {
    let mut found = BTreeSet::new();
    for form in forms {
        let span = params! { "form" => *form, "from" => from, "until" => until };
        let bodies = "select distinct body as anchor from record where form = :form and covers >= :from and covers < :until";
        let subjects = "select distinct s.subject as anchor from record_subject s join record r on r.id = s.record \
             where r.form = :form and r.covers >= :from and r.covers < :until";
        for text in [bodies, subjects] {
            for row in sql.query(text, &span)? {
                found.insert(row.id("anchor")?);
            }
        }
    }
    Ok(found)
}

/// The version that is in force from now on.
pub fn set_version(tx: &mut Tx, pack: &str, version: u32) -> Result<()> {
    tx.execute(
        "update activation set version = :version where pack = :pack",
        &params! { "version" => i64::from(version), "pack" => pack },
    )?;
    Ok(())
}

/// Who confirmed an assumed parameter, and when.
#[derive(Clone, Debug)]
pub struct Confirmed {
    pub at: Moment,
    pub by: String,
}

/// Confirmed parameters of a pack: (clause, name, value) to whoever confirmed.
pub type Confirmations = BTreeMap<(String, String, String), Confirmed>;

pub fn confirmed(sql: &mut dyn Sql, pack: &str) -> Result<Confirmations> {
    let rows = sql.query(
        "select clause, name, given, confirmed_at, confirmed_as from parameter_confirmed where pack = :pack",
        &params! { "pack" => pack },
    )?;
    rows.iter()
        .map(|row| {
            let key = (row.text("clause")?, row.text("name")?, row.text("given")?);
            let confirmed = Confirmed {
                at: row.moment("confirmed_at")?,
                by: row.text("confirmed_as")?,
            };
            Ok((key, confirmed))
        })
        .collect()
}

/// Keeps a confirmation; false when it was confirmed before.
pub fn confirm(
    tx: &mut Tx,
    pack: &str,
    (clause, name, value): (&str, &str, &str),
    by: Option<Id>,
    confirmed_as: &str,
) -> Result<bool> {
    let written = tx.execute(
        "insert into parameter_confirmed (pack, clause, name, given, confirmed_at, confirmed_by, confirmed_as) \
         values (:pack, :clause, :name, :given, :now, :by, :as_name) on conflict do nothing",
        &params! {
            "pack" => pack, "clause" => clause, "name" => name, "given" => value, "now" => tx.now(), "by" => by,
            "as_name" => confirmed_as
        },
    )?;
    Ok(written == 1)
}
