//! The folder: adds the facts above its place to the counters, in one statement.

use crate::error::Result;
use crate::params;
use crate::session::Session;
use crate::value::Value;

/// Absent areas and sectors are empty values, since a key cannot hold nulls.
const FOLD: &str = "insert into counter (kind, area_province, area_city, area_county, area_town,
    area_village, sector, occurred_month, booked_month, total, facts)
  select kind, coalesce(area_province, :none), coalesce(area_city, :none),
    coalesce(area_county, :none), coalesce(area_town, :none), coalesce(area_village, :none),
    coalesce(sector, ''), occurred_month, booked_month, cast(sum(amount) as bigint), count(*)
  from fact
  where seq > :after and seq <= :until
  group by kind, area_province, area_city, area_county, area_town, area_village, sector,
    occurred_month, booked_month
  on conflict (kind, area_province, area_city, area_county, area_town, area_village, sector,
    occurred_month, booked_month)
  do update set total = counter.total + excluded.total, facts = counter.facts + excluded.facts";

/// Folds up to the number of the last sealed fact; says how many places it moved.
pub(crate) fn fold(session: &mut dyn Session, until: i64) -> Result<i64> {
    let rows = session.query("select seq from position where name = 'fold'", &params!())?;
    let after = rows.first().map_or(Ok(0), |row| row.int("seq"))?;
    if until <= after {
        return Ok(0);
    }
    session.execute(
        FOLD,
        &params! { "none" => Value::Blob(Vec::new()), "after" => after, "until" => until },
    )?;
    session.execute(
        "update position set seq = :until where name = 'fold'",
        &params! { "until" => until },
    )?;
    Ok(until - after)
}
