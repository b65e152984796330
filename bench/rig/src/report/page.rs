//! The marked part of the page, and the same for the terminal.

use super::Judged;
use crate::Outcome;
use std::fmt::Write;
use std::path::Path;

const BEGIN: &str = "<!-- measured: written by `make bench` -->";
const END: &str = "<!-- end of measured -->";

/// What the reference program reached at first; written once and then kept.
const FIRST: &str = "First run of the reference program:";

/// Replaces what stands between the marks; all other text of the page is kept.
pub fn write(
    path: &Path,
    facts: &[(&'static str, String)],
    judged: &[Judged],
    reference: &[(String, f64)],
) -> Outcome<()> {
    let page = std::fs::read_to_string(path)?;
    let (before, rest) = page.split_once(BEGIN).ok_or("the page has no mark")?;
    let (old, after) = rest.split_once(END).ok_or("the page has no end mark")?;
    let first = match old.lines().find(|line| line.starts_with(FIRST)) {
        Some(kept) => kept.to_owned(),
        None => format!("{FIRST} {} ({}).", numbers(reference), date(facts)),
    };
    let measured = measured(facts, judged, reference, &first)?;
    std::fs::write(path, format!("{before}{BEGIN}\n{measured}{END}{after}"))?;
    Ok(())
}

fn measured(
    facts: &[(&'static str, String)],
    judged: &[Judged],
    reference: &[(String, f64)],
    first: &str,
) -> Outcome<String> {
    let mut text = String::from("\n");
    for (name, value) in facts.iter().filter(|(_, value)| !value.is_empty()) {
        writeln!(text, "- {name}: {value}")?;
    }
    writeln!(text, "\n{first}")?;
    writeln!(text, "This run: {}.\n", numbers(reference))?;
    let mut group = "";
    for line in judged {
        if line.group != group {
            group = line.group;
            writeln!(text, "\n### {group}\n")?;
            writeln!(
                text,
                "| Case | Ours | Peer | Median of the rounds | Spread | Goal | Reached |"
            )?;
            writeln!(text, "|---|--:|--:|--:|--:|--:|---|")?;
        }
        let peer = line
            .peer
            .map_or_else(|| "–".to_owned(), |peer| value(peer, line.unit));
        let reached = match (&line.limit, line.holds) {
            (None, _) => "noted",
            (_, true) => "yes",
            (_, false) => "**no**",
        };
        writeln!(
            text,
            "| {} | {} | {peer} | {} | {}–{} | {} | {reached} |",
            line.case,
            value(line.ours, line.unit),
            short(line.result),
            short(line.lowest),
            short(line.highest),
            line.limit.as_deref().unwrap_or("–"),
        )?;
    }
    text.push('\n');
    Ok(text)
}

/// One line a case for the terminal.
pub fn plain(judged: &[Judged]) -> String {
    let line = |line: &Judged| {
        let goal = match (&line.limit, line.holds) {
            (None, _) => String::new(),
            (Some(limit), true) => format!("goal {limit}: reached"),
            (Some(limit), false) => format!("goal {limit}: MISSED"),
        };
        format!(
            "{:>9}  {}: {}  {goal}\n",
            short(line.result),
            line.group,
            line.case
        )
    };
    judged.iter().map(line).collect()
}

fn numbers(reference: &[(String, f64)]) -> String {
    let one = |(name, value): &(String, f64)| format!("`{name}` {value:.0} a second");
    reference.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn date<'a>(facts: &'a [(&'static str, String)]) -> &'a str {
    let date = facts.iter().find(|(name, _)| *name == "Date");
    date.map_or("", |(_, value)| value)
}

fn value(number: f64, unit: &str) -> String {
    match unit {
        "rps" => format!("{number:.0}/s"),
        "p50_us" | "us" => format!("{number:.0} µs"),
        "ms" => format!("{number:.0} ms"),
        "s" => format!("{number:.3} s"),
        _ => format!("{number:.1} MiB"),
    }
}

/// Three digits that say something.
fn short(number: f64) -> String {
    match number.abs() {
        size if 100.0 <= size => format!("{number:.0}"),
        size if 1.0 <= size => format!("{number:.2}"),
        _ => format!("{number:.4}"),
    }
}
