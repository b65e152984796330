//! Sums of facts over whole cells of area, sector and month.

use kernel::id::Id;
use kernel::scope::Level;

use crate::error::Result;
use crate::params;
use crate::sql::Sql;

/// Which facts to sum. Months are those of [`super::month_of`], both ends included.
#[derive(Debug, Clone)]
pub struct Figure<'a> {
    pub kind: &'a str,
    /// None is everywhere.
    pub area: Option<(Level, Id)>,
    /// None is all sectors.
    pub sector: Option<&'a str>,
    pub from_month: i64,
    pub until_month: i64,
}

/// Counters plus what is not folded yet, by the month in which things occurred: as known now.
pub fn sum(sql: &mut dyn Sql, figure: &Figure<'_>) -> Result<i64> {
    let mut filter = String::from("kind = :kind and occurred_month between :from and :until");
    let mut params = params! {
        "kind" => figure.kind,
        "from" => figure.from_month,
        "until" => figure.until_month,
    };
    if let Some((level, id)) = figure.area {
        filter.push_str(&format!(" and {} = :area", level.column()));
        params.push(("area", id.into()));
    }
    if let Some(sector) = figure.sector {
        filter.push_str(" and sector = :sector");
        params.push(("sector", sector.into()));
    }
    let text = format!(
        "select cast(coalesce(sum(n), 0) as bigint) as total from (
           select total as n from counter where {filter}
           union all
           select amount as n from fact where {filter}
             and seq > (select seq from position where name = 'fold')
           union all
           select amount as n from fact where {filter} and seq is null
         ) parts"
    );
    sql.one(&text, &params)?
        .map_or(Ok(0), |row| row.int("total"))
}
