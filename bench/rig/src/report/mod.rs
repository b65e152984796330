//! From lines to a table: the ratio of each round, their median and spread, and whether the goal is reached.

mod goals;
mod machine;
mod page;

use crate::Outcome;
use crate::sample::{self, Sample};
use crate::watch::median;
use clap::Args;
use goals::{GOALS, Goal, Limit, REFERENCE};
use serde::Serialize;
use std::collections::BTreeMap;
use std::path::PathBuf;

#[derive(Args)]
pub struct Wanted {
    /// Folder of the lines.
    #[arg(long)]
    samples: PathBuf,
    /// Page whose marked part is written anew.
    #[arg(long)]
    page: PathBuf,
    /// File for the same as JSON.
    #[arg(long)]
    json: PathBuf,
    /// The program that was measured, for its version.
    #[arg(long)]
    binary: Option<PathBuf>,
    /// Folder of the bare handler, for its lock file.
    #[arg(long)]
    baseline: PathBuf,
    /// Folder of PostgreSQL's programs, for its version.
    #[arg(long)]
    postgres: Option<PathBuf>,
}

/// One line of the table.
#[derive(Debug, Serialize)]
pub struct Judged {
    pub group: &'static str,
    pub case: &'static str,
    pub unit: &'static str,
    pub rounds: usize,
    /// Medians of the two sides.
    pub ours: f64,
    pub peer: Option<f64>,
    /// Median of the ratios of the rounds, or of the values where there is no peer.
    pub result: f64,
    pub lowest: f64,
    pub highest: f64,
    pub limit: Option<String>,
    pub holds: bool,
}

/// Rounds by series and unit.
type Series = BTreeMap<(String, String), BTreeMap<usize, f64>>;

pub fn run(wanted: &Wanted) -> Outcome<()> {
    let samples = sample::read(&wanted.samples)?;
    refuse_errors(&samples)?;
    let series = sorted(&samples);
    let judged: Vec<Judged> = GOALS
        .iter()
        .filter_map(|goal| judge(goal, &series))
        .collect();
    let reference: Vec<(String, f64)> = REFERENCE
        .iter()
        .filter_map(|(name, unit)| Some(((*name).to_owned(), middle(&series, name, unit)?)))
        .collect();
    let postgres = wanted.postgres.as_deref();
    let facts = machine::facts(wanted.binary.as_deref(), &wanted.baseline, postgres);
    let json = serde_json::json!({
        "machine": facts.iter().cloned().collect::<BTreeMap<_, _>>(),
        "results": judged,
        "reference": reference,
        "samples": samples,
    });
    std::fs::write(&wanted.json, serde_json::to_string_pretty(&json)? + "\n")?;
    page::write(&wanted.page, &facts, &judged, &reference)?;
    print!("{}", page::plain(&judged));
    Ok(())
}

/// A rate of refusals would be a fast one and mean nothing.
fn refuse_errors(samples: &[Sample]) -> Outcome<()> {
    let wrong = samples
        .iter()
        .find(|sample| sample.values.get("errors").is_some_and(|n| 0.0 < *n));
    match wrong {
        Some(sample) => Err(format!("{}: round {} had errors", sample.series, sample.round).into()),
        None => Ok(()),
    }
}

fn sorted(samples: &[Sample]) -> Series {
    let mut series = Series::new();
    for sample in samples {
        for (unit, value) in &sample.values {
            let key = (sample.series.clone(), unit.clone());
            series.entry(key).or_default().insert(sample.round, *value);
        }
    }
    series
}

/// None where a side was not measured.
fn judge(goal: &Goal, series: &Series) -> Option<Judged> {
    let rounds = |(name, unit): (&str, &str)| series.get(&(name.to_owned(), unit.to_owned()));
    let ours = rounds(goal.ours)?;
    let results: Vec<f64> = match goal.peer {
        Some(peer) => {
            let peer = rounds(peer)?;
            ours.iter()
                .filter_map(|(round, value)| Some(value / peer.get(round)?))
                .collect()
        }
        None => ours.values().copied().collect(),
    };
    let result = median(&results);
    Some(Judged {
        group: goal.group,
        case: goal.case,
        unit: goal.ours.1,
        rounds: results.len(),
        ours: middle(series, goal.ours.0, goal.ours.1)?,
        peer: goal
            .peer
            .and_then(|(name, unit)| middle(series, name, unit)),
        result,
        lowest: results.iter().copied().fold(f64::INFINITY, f64::min),
        highest: results.iter().copied().fold(f64::NEG_INFINITY, f64::max),
        limit: written(goal.limit),
        holds: goal.limit.holds(result),
    })
}

fn middle(series: &Series, name: &str, unit: &str) -> Option<f64> {
    let rounds = series.get(&(name.to_owned(), unit.to_owned()))?;
    Some(median(&rounds.values().copied().collect::<Vec<_>>()))
}

fn written(limit: Limit) -> Option<String> {
    match limit {
        Limit::AtLeast(least) => Some(format!("≥ {least}")),
        Limit::AtMost(most) => Some(format!("≤ {most}")),
        Limit::Noted => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(series: &str, round: usize, unit: &str, value: f64) -> Sample {
        Sample {
            series: series.to_owned(),
            round,
            values: BTreeMap::from([(unit.to_owned(), value)]),
        }
    }

    const GOAL: Goal = Goal {
        group: "g",
        case: "c",
        ours: ("a", "rps"),
        peer: Some(("b", "rps")),
        limit: Limit::AtLeast(1.5),
    };

    /// The machine may be slow in one minute: only the ratio inside a round says something.
    #[test]
    fn ratios_are_taken_inside_a_round() {
        let samples: Vec<Sample> = [(1, 300.0, 100.0), (2, 30.0, 10.0), (3, 20.0, 20.0)]
            .into_iter()
            .flat_map(|(round, ours, peer)| {
                [
                    sample("a", round, "rps", ours),
                    sample("b", round, "rps", peer),
                ]
            })
            .collect();
        let judged = judge(&GOAL, &sorted(&samples)).unwrap();
        assert_eq!(
            (judged.result, judged.lowest, judged.highest),
            (3.0, 1.0, 3.0)
        );
        assert!(judged.holds);
    }

    #[test]
    fn a_side_that_is_missing_is_no_result() {
        assert!(judge(&GOAL, &sorted(&[sample("a", 1, "rps", 1.0)])).is_none());
    }

    #[test]
    fn fast_refusals_are_refused() {
        assert!(refuse_errors(&[sample("a", 1, "errors", 2.0)]).is_err());
        assert!(refuse_errors(&[sample("a", 1, "errors", 0.0)]).is_ok());
    }
}
