//! Rows of draws.

use super::rules::Outcome;
use kernel::id::Id;
use kernel::scope::AreaPath;
use kernel::time::Moment;
use std::collections::BTreeSet;
use store::{Result, Row, Sql, Tx, params};

#[derive(Clone, Debug)]
pub struct Held {
    pub id: Id,
    pub period: String,
    pub drawn_at: Moment,
    pub quota: i64,
    pub seed: Vec<u8>,
    pub population: Vec<Id>,
    pub in_round: BTreeSet<Id>,
    pub result: Vec<Id>,
}

const COLUMNS: &str =
    "t.id, t.period, t.drawn_at, t.quota, t.seed, t.population, t.rounds, t.result";

fn read(row: &Row) -> Result<Held> {
    let ids = |name: &str| -> Result<Vec<Id>> {
        serde_json::from_str(&row.text(name)?)
            .map_err(|error| store::Error::Database(error.to_string()))
    };
    Ok(Held {
        id: row.id("id")?,
        period: row.text("period")?,
        drawn_at: row.moment("drawn_at")?,
        quota: row.int("quota")?,
        seed: row.blob("seed")?,
        population: ids("population")?,
        in_round: ids("rounds")?.into_iter().collect(),
        result: ids("result")?,
    })
}

pub fn by_period(sql: &mut dyn Sql, definition: &str, period: &str) -> Result<Option<Held>> {
    let text = format!(
        "select {COLUMNS} from draw t where t.definition = :definition and t.period = :period"
    );
    sql.one(
        &text,
        &params! { "definition" => definition, "period" => period },
    )?
    .map(|row| read(&row))
    .transpose()
}

pub fn latest(sql: &mut dyn Sql, definition: &str) -> Result<Option<Held>> {
    let text = format!(
        "select {COLUMNS} from draw t where t.definition = :definition order by t.drawn_at desc limit 1"
    );
    sql.one(&text, &params! { "definition" => definition })?
        .map(|row| read(&row))
        .transpose()
}

pub fn recent(sql: &mut dyn Sql, definition: &str, limit: i64) -> Result<Vec<Held>> {
    let text = format!(
        "select {COLUMNS} from draw t where t.definition = :definition order by t.drawn_at desc limit :limit"
    );
    sql.query(
        &text,
        &params! { "definition" => definition, "limit" => limit },
    )?
    .iter()
    .map(read)
    .collect()
}

/// The subjects that a draw named for a period; none when it was not held.
pub fn drawn(sql: &mut dyn Sql, definition: &str, period: &str) -> Result<Vec<Id>> {
    Ok(by_period(sql, definition, period)?
        .map(|held| held.result)
        .unwrap_or_default())
}

#[allow(clippy::too_many_arguments)]
pub fn insert(
    tx: &mut Tx,
    definition: &str,
    period: &str,
    quota: usize,
    seed: &[u8; 32],
    population: &[Id],
    outcome: &Outcome,
    path: AreaPath,
) -> Result<()> {
    let id = Id::natural("draw", &format!("{definition}\n{period}"));
    let json = |ids: Vec<Id>| serde_json::json!(ids).to_string();
    let [province, city, county, town, village] = path.ids;
    tx.execute(
        "insert into draw (id, definition, period, drawn_at, quota, seed, population, rounds, result, area_province, \
         area_city, area_county, area_town, area_village) values (:id, :definition, :period, :now, :quota, :seed, \
         :population, :rounds, :result, :province, :city, :county, :town, :village)",
        &params! {
            "id" => id, "definition" => definition, "period" => period, "now" => tx.now(), "quota" => quota as i64,
            "seed" => seed.to_vec(), "population" => json(population.to_vec()),
            "rounds" => json(outcome.in_round.iter().copied().collect()), "result" => json(outcome.drawn.clone()),
            "province" => province, "city" => city, "county" => county, "town" => town, "village" => village
        },
    )?;
    tx.note(
        id,
        "drawn",
        serde_json::json!({ "definition": definition, "period": period, "drawn": outcome.drawn }),
    )
}
