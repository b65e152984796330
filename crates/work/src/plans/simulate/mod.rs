//! A span of days without records: how many obligations each definition opens, by kind of holder and month.

mod lines;

use super::ahead::Ahead;
use kernel::reason::Reason;
use kernel::time::Day;
use mechanism::Env;
use policy::{Duty, Every, Pack};
use serde::Serialize;
use std::collections::BTreeMap;
use store::{Error, Result, Sql};

pub use lines::text;

/// Obligations of one definition and one kind of holder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    pub pack: String,
    pub definition: String,
    pub title: String,
    /// Word of the cadence as packs write it: `month`, `once`, `shift` …
    pub cadence: String,
    /// Kind of the body that holds it, or `post`, `person`, `group`.
    pub holder: String,
    /// Month in which they open → how many.
    pub months: BTreeMap<String, i64>,
    pub total: i64,
}

/// Obligations of all definitions of a cadence and one kind of holder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sum {
    pub cadence: String,
    pub holder: String,
    pub months: BTreeMap<String, i64>,
    pub total: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Simulation {
    pub from: String,
    /// Last day, which still belongs to it.
    pub to: String,
    pub packs: Vec<String>,
    pub total: i64,
    pub sums: Vec<Sum>,
    pub definitions: Vec<Row>,
}

/// Counts what the packs open from the first day to the last, as if each were put in force at the first. Nothing is
/// written. Only duties come by time; tasks are issued once, and events and matters are not foreseen.
pub fn simulate(
    sql: &mut dyn Sql,
    env: &Env,
    packs: &[&Pack],
    from: Day,
    to: Day,
) -> Result<Simulation> {
    if to < from {
        return Err(Error::refused(
            Reason::new("plans.inside_out")
                .with("from", from)
                .with("to", to),
        ));
    }
    let zone = env.calendar.zone();
    let mut ahead = Ahead::over(sql, env, from, to.plus_days(1))?;
    let mut definitions = Vec::new();
    for pack in packs {
        for duty in &pack.duties {
            let mut cells: BTreeMap<String, BTreeMap<String, i64>> = BTreeMap::new();
            for opening in ahead.openings(sql, pack, duty)? {
                let day = zone.day_of(opening.coming.occasion.opens_at);
                let month = format!("{:04}-{:02}", day.year(), day.month());
                for (holder, count) in &opening.cohort.kinds {
                    let months = cells.entry(holder.clone()).or_default();
                    *months.entry(month.clone()).or_default() += count;
                }
            }
            definitions.extend(cells.into_iter().map(|(holder, months)| Row {
                pack: pack.id().to_owned(),
                definition: duty.id.clone(),
                title: duty.title.clone(),
                cadence: cadence(duty),
                holder,
                total: months.values().sum(),
                months,
            }));
        }
    }
    Ok(Simulation {
        from: from.to_string(),
        to: to.to_string(),
        packs: packs.iter().map(|pack| pack.id().to_owned()).collect(),
        total: definitions.iter().map(|row| row.total).sum(),
        sums: sums(&definitions),
        definitions,
    })
}

fn sums(definitions: &[Row]) -> Vec<Sum> {
    let mut by: BTreeMap<(&str, &str), BTreeMap<String, i64>> = BTreeMap::new();
    for row in definitions {
        let months = by.entry((&row.cadence, &row.holder)).or_default();
        for (month, count) in &row.months {
            *months.entry(month.clone()).or_default() += count;
        }
    }
    by.into_iter()
        .map(|((cadence, holder), months)| Sum {
            cadence: cadence.to_owned(),
            holder: holder.to_owned(),
            total: months.values().sum(),
            months,
        })
        .collect()
}

/// The word by which packs write a cadence.
pub fn cadence(duty: &Duty) -> String {
    let word = match &duty.every {
        Every::Period(cadence) => {
            let written = serde_json::json!(cadence);
            return written.as_str().unwrap_or_default().to_owned();
        }
        Every::Once(_) => "once",
        Every::EachYear(_) => "each_year",
        Every::Themed(_) => "themed",
        Every::Shift(_) => "shift",
        Every::Event { .. } => "event",
        Every::Season(_) => "season",
        Every::KeyPeriod(_) => "key_period",
        Every::RollingMonths(_) => "rolling_months",
    };
    word.to_owned()
}
