//! A simulation as a table for a terminal.

use super::Simulation;
use std::collections::{BTreeMap, BTreeSet};

/// One line for each cadence and kind of holder, one for each definition; a column for each month.
pub fn text(simulation: &Simulation) -> String {
    let months: BTreeSet<&String> = simulation
        .definitions
        .iter()
        .flat_map(|row| row.months.keys())
        .collect();
    let mut lines = Vec::new();
    let mut head = vec!["cadence".to_owned(), "holder".to_owned()];
    head.extend(months.iter().map(|month| (*month).clone()));
    head.push("total".to_owned());
    lines.push(head);
    for sum in &simulation.sums {
        let names = [sum.cadence.clone(), sum.holder.clone()];
        lines.push(line(names, &months, &sum.months, sum.total));
    }
    let sums = aligned(&lines);
    let mut lines = Vec::new();
    for row in &simulation.definitions {
        let names = [
            row.definition.clone(),
            format!("{}/{}", row.cadence, row.holder),
        ];
        lines.push(line(names, &months, &row.months, row.total));
    }
    format!(
        "{} to {}: {} obligations of {}\n\n{sums}\n\n{}",
        simulation.from,
        simulation.to,
        simulation.total,
        simulation.packs.join(", "),
        aligned(&lines)
    )
}

fn line(
    names: [String; 2],
    months: &BTreeSet<&String>,
    counts: &BTreeMap<String, i64>,
    total: i64,
) -> Vec<String> {
    let cells = months
        .iter()
        .map(|month| counts.get(*month).copied().unwrap_or(0).to_string());
    names
        .into_iter()
        .chain(cells)
        .chain([total.to_string()])
        .collect()
}

/// Columns of equal width: names to the left, counts to the right.
fn aligned(lines: &[Vec<String>]) -> String {
    let columns = lines.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| {
        let cells = lines.iter().filter_map(|line| line.get(column));
        cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
    };
    let widths: Vec<usize> = (0..columns).map(width).collect();
    let written = lines.iter().map(|line| {
        let cells = line
            .iter()
            .zip(&widths)
            .enumerate()
            .map(|(at, (cell, width))| {
                if at < 2 {
                    format!("{cell:width$}")
                } else {
                    format!("{cell:>width$}")
                }
            });
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    });
    written.collect::<Vec<_>>().join("\n")
}
