//! What a case found in one round: a line of JSON, the same from this tool and from the load generator's scripts.

use crate::Outcome;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::Path;

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Sample {
    /// Case and side, such as `list/one` or `list/baseline`.
    pub series: String,
    pub round: usize,
    /// What was read, by its unit: `rps`, `p50_us`, `s`, `mib`.
    pub values: BTreeMap<String, f64>,
}

/// Prints a line.
pub fn say(series: &str, round: usize, values: &[(&str, f64)]) -> Outcome<()> {
    let values = values
        .iter()
        .map(|(unit, value)| ((*unit).to_owned(), *value));
    let sample = Sample {
        series: series.to_owned(),
        round,
        values: values.collect(),
    };
    println!("{}", serde_json::to_string(&sample)?);
    Ok(())
}

/// Reads every `.jsonl` file of a folder.
pub fn read(folder: &Path) -> Outcome<Vec<Sample>> {
    let mut samples = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_none_or(|ending| ending != "jsonl") {
            continue;
        }
        for line in std::fs::read_to_string(&path)?.lines() {
            let sample = serde_json::from_str(line);
            samples.push(sample.map_err(|error| format!("{}: {error}: {line}", path.display()))?);
        }
    }
    Ok(samples)
}
