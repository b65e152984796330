//! Opening obligations: insert those that are new, then let earlier records count for them.

use super::live;
use super::matching::count_earlier;
use super::store as satisfactions;
use crate::ladders;
use crate::obligations::store as rows;
use crate::obligations::{NewObligation, Rule};
use crate::records::store as records;
use kernel::fact::Fact;
use kernel::id::Id;
use kernel::scope::AreaPath;
use mechanism::Env;
use std::collections::BTreeMap;
use store::{Result, Sql, Tx, params};

/// Above this many rows the earlier records are looked for once by form instead of once a row.
const ONE_BY_ONE: usize = 2_000;

/// Opens a batch under one rule. Opening the same batch again changes nothing and writes no entry.
pub fn open(tx: &mut Tx, env: &Env, rule: &Rule, batch: &[NewObligation]) -> Result<u64> {
    if batch.is_empty() {
        return Ok(0);
    }
    let rule_id = rows::keep_rule(tx, rule)?;
    let inserted = rows::insert(tx, rule_id, rule, batch)?;
    if inserted == 0 {
        return Ok(0);
    }
    note(tx, rule, batch, inserted)?;
    count(tx, env, rule, batch)?;
    ladders::arm(tx, env, rule, batch)?;
    live::arm(tx, env, rule, batch)?;
    if rule.requirement.is_some() && earlier_records_possible(tx, rule, batch)? {
        for new in batch {
            match_earlier(tx, env, rule, new)?;
        }
    }
    Ok(inserted)
}

fn note(tx: &mut Tx, rule: &Rule, batch: &[NewObligation], inserted: u64) -> Result<()> {
    let mut ids: Vec<Id> = batch.iter().map(|new| new.id(&rule.definition)).collect();
    ids.sort_unstable();
    if let [only] = ids[..] {
        return tx.note(
            only,
            "opened",
            serde_json::json!({ "definition": rule.definition, "version": rule.version }),
        );
    }
    let keys: Vec<u8> = ids.iter().flat_map(|id| id.0).collect();
    let body = serde_json::json!({ "definition": rule.definition, "version": rule.version });
    tx.bulk_note(
        "opened",
        usize::try_from(inserted).unwrap_or_default(),
        kernel::ledger::digest(&keys),
        body,
    )
}

/// One fact per cell of area and sector, not one per row: the amount says how many.
fn count(tx: &mut Tx, env: &Env, rule: &Rule, batch: &[NewObligation]) -> Result<()> {
    // Area, sector, day, and what it was handed out of.
    type Cell<'n> = (AreaPath, Option<&'n str>, i32, Option<Id>);
    let mut cells: BTreeMap<Cell<'_>, i64> = BTreeMap::new();
    for new in batch {
        let day = env.calendar.zone().day_of(new.opened_at);
        let cell = (new.path, new.sector.as_deref(), day.0, new.parent);
        *cells.entry(cell).or_default() += 1;
    }
    for ((area, sector, day, parent), amount) in cells {
        tx.fact(&Fact {
            kind: satisfactions::fact_kind("opened", rule, parent),
            subject: Id::natural("definition", &rule.definition),
            area,
            sector: sector.map(str::to_owned),
            occurred_on: kernel::time::Day(day),
            amount,
            source: rule.id(),
            corrects: None,
        })?;
    }
    Ok(())
}

/// A large batch asks once whether any record of its forms exists in its span before it asks for every row.
fn earlier_records_possible(tx: &mut Tx, rule: &Rule, batch: &[NewObligation]) -> Result<bool> {
    if batch.len() < ONE_BY_ONE {
        return Ok(true);
    }
    let from = batch.iter().map(|new| new.period_from).min();
    let forms = rule
        .requirement
        .iter()
        .flat_map(|requirement| &requirement.all)
        .map(|part| &part.evidence.form);
    for form in forms {
        let found = tx.one(
            "select id from record where form = :form and covers >= :from limit 1",
            &params! { "form" => form.as_str(), "from" => from },
        )?;
        if found.is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

fn match_earlier(tx: &mut Tx, env: &Env, rule: &Rule, new: &NewObligation) -> Result<()> {
    let earlier = records::anchored(tx, new.anchor, new.period_from, new.period_until)?;
    if earlier.is_empty() {
        return Ok(());
    }
    let id = new.id(&rule.definition);
    let Some(row) = rows::by_id(tx, id)? else {
        return Ok(());
    };
    for record in &earlier {
        count_earlier(tx, env, &row, record)?;
    }
    satisfactions::resettle(tx, env, id)
}
