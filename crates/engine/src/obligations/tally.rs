//! Counting obligations by rule and outcome within a scope, in one pass over the rows. What a body handed out counts
//! with its parent and not once more.
//!
//! The cases below say in SQL what [`super::rules::state`] says of one row; a test holds the two together.

use kernel::id::Id;
use kernel::scope::{Branch, Scope};
use kernel::time::Moment;
use serde::Serialize;
use std::collections::BTreeMap;
use store::{Result, Row, Sql, Value};
use utoipa::ToSchema;

/// How many obligations are in which state. Excused and withdrawn ones do not count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct Bar {
    pub met: i64,
    pub met_late: i64,
    pub due_soon: i64,
    pub overdue: i64,
    pub lapsed: i64,
    pub open: i64,
}

impl Bar {
    pub fn add(&mut self, other: &Bar) {
        self.met += other.met;
        self.met_late += other.met_late;
        self.due_soon += other.due_soon;
        self.overdue += other.overdue;
        self.lapsed += other.lapsed;
        self.open += other.open;
    }

    pub fn subtract(&mut self, other: &Bar) {
        self.met -= other.met;
        self.met_late -= other.met_late;
        self.due_soon -= other.due_soon;
        self.overdue -= other.overdue;
        self.lapsed -= other.lapsed;
        self.open -= other.open;
    }

    /// Past due and not done.
    pub fn late(&self) -> i64 {
        self.overdue + self.lapsed
    }

    pub fn done(&self) -> i64 {
        self.met + self.met_late
    }

    pub fn total(&self) -> i64 {
        self.done() + self.late() + self.due_soon + self.open
    }
}

pub(super) const SUMS: &str = "\
  cast(sum(case when t.outcome = 'met' and t.met_received <= t.grace_until then 1 else 0 end) as bigint) as met, \
  cast(sum(case when t.outcome = 'met' and t.met_received > t.grace_until then 1 else 0 end) as bigint) as met_late, \
  cast(sum(case when t.outcome is null and t.grace_until <= :now and t.after_due = 'still_owed' then 1 else 0 end) \
    as bigint) as overdue, \
  cast(sum(case when t.outcome is null and t.grace_until <= :now and t.after_due = 'lapses' then 1 else 0 end) \
    as bigint) as lapsed, \
  cast(sum(case when t.outcome is null and t.grace_until > :now and t.soon_at <= :now and t.opened_at <= :now \
    then 1 else 0 end) as bigint) as due_soon, \
  cast(sum(case when t.outcome is null and t.grace_until > :now and t.soon_at > :now and t.opened_at <= :now \
    then 1 else 0 end) as bigint) as open";

/// Bars by rule. With a clause's rules only those are counted.
pub fn by_rule(sql: &mut dyn Sql, scope: &Scope, now: Moment) -> Result<BTreeMap<Id, Bar>> {
    let (condition, mut params) = condition(scope);
    params.push(("now".to_owned(), now.into()));
    let text = format!(
        "select t.rule, {SUMS} from obligation t where t.parent is null and ({condition}) group by t.rule"
    );
    let rows = sql.query(&text, &borrowed(&params))?;
    rows.iter()
        .map(|row| Ok((row.id("rule")?, bar(row)?)))
        .collect()
}

/// Bars of one rule by period, in the order of the periods.
pub fn by_period(
    sql: &mut dyn Sql,
    rule: Id,
    scope: &Scope,
    now: Moment,
) -> Result<Vec<(String, Bar)>> {
    let (condition, mut params) = condition(scope);
    params.push(("now".to_owned(), now.into()));
    params.push(("rule".to_owned(), rule.into()));
    let text = format!(
        "select t.period, min(t.period_from) as first, {SUMS} from obligation t where t.rule = :rule \
         and t.definition = (select r.definition from rule r where r.id = :rule) and t.parent is null \
         and ({condition}) \
         group by t.period order by first, t.period"
    );
    let rows = sql.query(&text, &borrowed(&params))?;
    rows.iter()
        .map(|row| Ok((row.text("period")?, bar(row)?)))
        .collect()
}

pub(super) fn bar(row: &Row) -> Result<Bar> {
    Ok(Bar {
        met: row.int("met")?,
        met_late: row.int("met_late")?,
        due_soon: row.int("due_soon")?,
        overdue: row.int("overdue")?,
        lapsed: row.int("lapsed")?,
        open: row.int("open")?,
    })
}

/// The scope's branches as one condition: a figure counts a row once, however many branches admit it.
fn condition(scope: &Scope) -> (String, Vec<(String, Value)>) {
    let mut parts = Vec::new();
    let mut params: Vec<(String, Value)> = Vec::new();
    for (index, branch) in scope.branches.iter().enumerate() {
        let name = format!("b{index}");
        match branch {
            Branch::Everything => return ("1 = 1".to_owned(), Vec::new()),
            Branch::Area { level, id } => {
                parts.push(format!("t.{} = :{name}", level.column()));
                params.push((name, (*id).into()));
            }
            Branch::AreaSector { level, id, sector } => {
                parts.push(format!(
                    "(t.{} = :{name} and t.sector = :{name}s)",
                    level.column()
                ));
                params.push((format!("{name}s"), sector.as_str().into()));
                params.push((name, (*id).into()));
            }
            Branch::Site(id) => {
                parts.push(format!("t.subject = :{name}"));
                params.push((name, (*id).into()));
            }
            Branch::Handed(party) => {
                parts.push(format!(
                    "(t.holder = :{name} or t.id in (select s.subject from sight s where s.party = :{name}))"
                ));
                params.push((name, (*party).into()));
            }
        }
    }
    if parts.is_empty() {
        // Nothing is admitted, nothing is counted.
        return ("1 = 0".to_owned(), Vec::new());
    }
    (parts.join(" or "), params)
}

fn borrowed(params: &[(String, Value)]) -> Vec<(&str, Value)> {
    params
        .iter()
        .map(|(name, value)| (name.as_str(), value.clone()))
        .collect()
}
