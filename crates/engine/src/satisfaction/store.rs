//! Rows of satisfaction, and writing what they amount to.

use super::model::{Credit, Standing};
use super::{beside, live, rules, staging};
use crate::obligations::store as rows;
use crate::obligations::{Obligation, Progress, Rule};
use crate::records::Record;
use kernel::fact::Fact;
use kernel::id::Id;
use kernel::time::Moment;
use mechanism::Env;
use mechanism::reaction::Event;
use policy::Step;
use store::{Result, Row, Sql, Tx, params};

/// Credits of an obligation that were not reversed.
pub fn standing(sql: &mut dyn Sql, obligation: Id) -> Result<Vec<Standing>> {
    let rows = sql.query(
        "select id, part, element, record, amount, stated, received from satisfaction \
         where obligation = :id and reversed_by is null order by received, record, id",
        &params! { "id" => obligation },
    )?;
    rows.iter().map(read).collect()
}

fn read(row: &Row) -> Result<Standing> {
    Ok(Standing {
        id: row.id("id")?,
        part: usize::try_from(row.int("part")?).unwrap_or_default(),
        element: row.opt_id("element")?,
        record: row.id("record")?,
        amount: row.int("amount")?,
        stated: row.moment("stated")?,
        received: row.moment("received")?,
    })
}

/// Obligations for which a record stands, newest first.
pub fn obligations_of(sql: &mut dyn Sql, record: Id) -> Result<Vec<Id>> {
    let rows = sql.query(
        "select distinct obligation from satisfaction where record = :record and reversed_by is null \
         order by obligation",
        &params! { "record" => record },
    )?;
    rows.iter().map(|row| row.id("obligation")).collect()
}

/// Records that stand for an obligation.
pub fn records_of(sql: &mut dyn Sql, obligation: Id) -> Result<Vec<Id>> {
    let rows = sql.query(
        "select record, min(received) as at from satisfaction where obligation = :id and reversed_by is null \
         group by record order by at, record",
        &params! { "id" => obligation },
    )?;
    rows.iter().map(|row| row.id("record")).collect()
}

/// Writes credits of a record. The first received time of a superseded record is handed in where it still counts.
pub fn credit(
    tx: &mut Tx,
    row: &Obligation,
    record: &Record,
    credits: &[Credit],
    received: Moment,
) -> Result<()> {
    for credit in credits {
        let element = credit.element.map(|id| id.to_string()).unwrap_or_default();
        let key = format!("{}\n{}\n{}\n{}", row.id, credit.part, element, record.id);
        tx.execute(
            "insert into satisfaction (id, obligation, part, element, record, amount, stated, received) \
             values (:id, :obligation, :part, :element, :record, :amount, :stated, :received) on conflict do nothing",
            &params! {
                "id" => Id::natural("satisfaction", &key), "obligation" => row.id, "part" => credit.part as i64,
                "element" => credit.element, "record" => record.id, "amount" => credit.amount,
                "stated" => record.stated_at, "received" => received
            },
        )?;
    }
    Ok(())
}

/// Reverses every standing credit of a record; returns the obligations that it touched.
pub fn reverse(tx: &mut Tx, record: Id, by: Id) -> Result<Vec<Id>> {
    let touched = obligations_of(tx, record)?;
    tx.execute(
        "update satisfaction set reversed_by = :by where record = :record and reversed_by is null",
        &params! { "by" => by, "record" => record },
    )?;
    Ok(touched)
}

/// Obligations for which a record counted until something reversed it.
pub fn obligations_reversed(sql: &mut dyn Sql, record: Id, by: Id) -> Result<Vec<Id>> {
    let rows = sql.query(
        "select distinct obligation from satisfaction where record = :record and reversed_by = :by order by obligation",
        &params! { "record" => record, "by" => by },
    )?;
    rows.iter().map(|row| row.id("obligation")).collect()
}

/// Writes anew the credits that something reversed which itself did not hold. Nothing is un-reversed: the rows stay.
pub fn reinstate(tx: &mut Tx, record: Id, by: Id) -> Result<Vec<Id>> {
    let rows = tx.query(
        "select id, obligation, part, element, amount, stated, received from satisfaction \
         where record = :record and reversed_by = :by order by id",
        &params! { "record" => record, "by" => by },
    )?;
    for row in &rows {
        let key = format!("{}\n{by}", row.id("id")?);
        tx.execute(
            "insert into satisfaction (id, obligation, part, element, record, amount, stated, received) \
             values (:id, :obligation, :part, :element, :record, :amount, :stated, :received) on conflict do nothing",
            &params! {
                "id" => Id::natural("satisfaction", &key), "obligation" => row.id("obligation")?,
                "part" => row.int("part")?, "element" => row.opt_id("element")?, "record" => record,
                "amount" => row.int("amount")?, "stated" => row.moment("stated")?,
                "received" => row.moment("received")?
            },
        )?;
    }
    obligations_of(tx, record)
}

/// Reverses what a record counts for in one obligation.
pub fn reverse_for(tx: &mut Tx, obligation: Id, record: Id, by: Id) -> Result<()> {
    tx.execute(
        "update satisfaction set reversed_by = :by where obligation = :obligation and record = :record \
         and reversed_by is null",
        &params! { "by" => by, "obligation" => obligation, "record" => record },
    )?;
    Ok(())
}

/// For what and from when a record counted until something reversed it.
pub fn counted_until(sql: &mut dyn Sql, record: Id, by: Id) -> Result<Vec<(Id, Moment)>> {
    let rows = sql.query(
        "select obligation, min(received) as at from satisfaction where record = :record and reversed_by = :by \
         group by obligation order by obligation",
        &params! { "record" => record, "by" => by },
    )?;
    rows.iter()
        .map(|row| Ok((row.id("obligation")?, row.moment("at")?)))
        .collect()
}

/// For what a record counted at any time.
pub fn counted_ever(sql: &mut dyn Sql, record: Id) -> Result<Vec<Id>> {
    let rows = sql.query(
        "select distinct obligation from satisfaction where record = :record order by obligation",
        &params! { "record" => record },
    )?;
    rows.iter().map(|row| row.id("obligation")).collect()
}

/// Recomputes an obligation from its standing credits and writes outcome, progress, elements and facts.
pub fn resettle(tx: &mut Tx, env: &Env, id: Id) -> Result<()> {
    let Some(row) = rows::by_id(tx, id)? else {
        return Ok(());
    };
    let rule = rows::rule(tx, row.rule)?;
    live::refresh(tx, env, &rule, &row)?;
    let members = rows::members(tx, id)?;
    let standing = standing(tx, id)?;
    let standing = beside::left_over(tx, &row, &rule, standing)?;
    let settlement = rules::settle(&rule, &members, &standing);
    let first = rules::first_by_element(&standing);
    for member in &members {
        let met = first.get(&(member.part, member.id));
        if met.map(|(record, _)| *record) != member.met_record {
            tx.execute(
                "update element set met_record = :record, met_received = :received \
                 where obligation = :id and part = :part and member = :member",
                &params! {
                    "record" => met.map(|m| m.0), "received" => met.map(|m| m.1), "id" => id,
                    "part" => member.part as i64, "member" => member.id
                },
            )?;
        }
    }
    let progress = Progress {
        done: settlement.done,
        total: settlement.total,
    };
    rows::settle(
        tx,
        &row,
        &rows::Settled {
            met: settlement.met,
            progress,
        },
    )?;
    note(tx, &row, settlement.met)?;
    count(tx, env, &row, &rule, settlement.met)?;
    if row.receiver.is_some() || rule.steps.contains(&Step::Approved) {
        staging::restage(tx, env, id)?;
    }
    beside::follow(tx, env, &row, &rule)?;
    if row.met_stated != settlement.met.map(|(stated, _)| stated) {
        let definition = row.definition.clone();
        env.react(
            tx,
            &Event::Settled {
                obligation: id,
                definition,
            },
        )?;
    }
    Ok(())
}

/// Opening is one entry for many; what became of this one is an entry of its own.
fn note(tx: &mut Tx, row: &Obligation, met: Option<(Moment, Moment)>) -> Result<()> {
    let (verb, at) = match (row.met_received, met) {
        (None, Some((_, received))) => ("met", received),
        (Some(before), None) => ("reopened", before),
        (Some(before), Some((_, received))) if before != received => ("met", received),
        _ => return Ok(()),
    };
    tx.note(
        row.id,
        verb,
        serde_json::json!({ "received": at, "due": row.due_at }),
    )
}

/// What was handed out is counted apart from what it was handed out of.
pub(super) fn fact_kind(what: &str, rule: &Rule, parent: Option<Id>) -> String {
    let part = parent.map_or("", |_| "/child");
    format!("obligation.{what}:{}{part}", rule.definition)
}

/// A fact when the obligation becomes met, its reversal when it no longer is.
pub(super) fn count(
    tx: &mut Tx,
    env: &Env,
    row: &Obligation,
    rule: &Rule,
    met: Option<(Moment, Moment)>,
) -> Result<()> {
    let (amount, stated) = match (row.met_received, met) {
        (None, Some((stated, _))) => (1, stated),
        (Some(_), None) => (-1, row.met_stated.unwrap_or_else(|| tx.now())),
        _ => return Ok(()),
    };
    let fact = Fact {
        kind: fact_kind("met", rule, row.parent),
        subject: row.id,
        area: row.path,
        sector: row.sector.clone(),
        occurred_on: env.calendar.zone().day_of(stated),
        amount,
        source: row.id,
        corrects: None,
    };
    tx.fact(&fact)?;
    Ok(())
}
