//! Writing obligations that open, many at once.

use super::super::amounts;
use super::super::cells;
use super::super::model::{NewObligation, Rule};
use kernel::id::Id;
use policy::AfterDue;
use std::collections::BTreeSet;
use store::{Result, Sql, Tx, Value, params};

/// So many rows of a batch are looked up in one statement.
const AT_ONCE: usize = 500;

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
