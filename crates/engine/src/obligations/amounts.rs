//! What an obligation asks for in all, and how much of each part is there as far as its credits stand. Read for progress and
//! the list of what is missing; who writes credits is `satisfaction`.

use super::model::{Member, Rule};
use ::store::{Result, Sql, params};
use kernel::id::Id;
use policy::{Measure, Part};
use std::collections::BTreeMap;

/// What the credits of one part come to, by every way of counting.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amounts {
    records: i64,
    thousandths: i64,
    values: i64,
}

/// Parts without any credit are absent.
pub fn by_part(sql: &mut dyn Sql, obligation: Id) -> Result<BTreeMap<usize, Amounts>> {
    let rows = sql.query(
        "select part, count(distinct record) as records, cast(sum(amount) as bigint) as thousandths, \
         count(distinct amount) as amounts from satisfaction where obligation = :id and reversed_by is null group by part",
        &params! { "id" => obligation },
    )?;
    let mut found = BTreeMap::new();
    for row in rows {
        let amounts = Amounts {
            records: row.int("records")?,
            thousandths: row.int("thousandths")?,
            values: row.int("amounts")?,
        };
        found.insert(
            usize::try_from(row.int("part")?).unwrap_or_default(),
            amounts,
        );
    }
    Ok(found)
}

/// What a fresh obligation asks for in all, so that nothing of six is shown as such before the first record comes.
pub fn wanted(rule: &Rule, members: &[Member]) -> i64 {
    let size = |part: &Part| match part.measure {
        Measure::Cover { .. } | Measure::Each { .. } => 0,
        _ => part.min.unwrap_or(1).max(1),
    };
    let parts = rule.requirement.iter().flat_map(|wanted| &wanted.all);
    let listed = i64::try_from(members.len()).unwrap_or_default();
    (parts.map(size).sum::<i64>() + listed).max(1)
}

impl Amounts {
    /// Whether a part that counts, adds up or tells apart has its least amount.
    pub fn reach(&self, part: &Part) -> bool {
        let amount = match part.measure {
            Measure::Sum(_) => self.thousandths / 1000,
            Measure::Distinct(_) => self.values,
            _ => self.records,
        };
        part.min.unwrap_or(1) <= amount
    }
}
