//! The checker: everything that can be wrong with packs before any of it opens an obligation.
//!
//! One file per kind of definition, each with one function `check` that walks its definitions and notes what is wrong
//! at the exact value. [`Known`](known::Known) answers what a pack may refer to; `say` holds every sentence.
//!
//! How to add a rule: put it into the file of its definition, its sentence into `say`, and a case into
//! `tests/checking.rs`.

/// The steps to a value: `at!["requirement", "all", 0, "form"]`.
macro_rules! at {
    ($($step:expr),* $(,)?) => { &[$($crate::place::Step::from($step)),*] };
}

mod cadences;
mod clauses;
mod cycles;
mod dues;
mod duties;
mod forms;
mod headers;
mod ids;
mod known;
mod lifecycles;
mod periods;
mod requirements;
mod say;
mod tables;
mod tasks;
mod times;
mod views;

use crate::draft::{Draft, read};
use crate::finding::Finding;
use crate::place::File;
use crate::shape::SYNTAX;
use crate::source::Source;
use known::Known;

/// Checks packs together with the packs they build on. No finding means that they can be loaded.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    let files: Vec<File> = sources
        .iter()
        .map(|source| File::new(source.path.clone(), source.text.clone()))
        .collect();
    examine(&files).1
}

/// Reads and checks files: the drafts that could be made of them, and everything wrong, in the order of the files.
pub fn examine(files: &[File]) -> (Vec<Draft<'_>>, Vec<Finding>) {
    let reading = read(files);
    let mut notes = reading.notes;
    if notes.findings.iter().any(|finding| finding.code == SYNTAX) {
        // What lies behind a slip of syntax is half read, and would only be misjudged.
        notes.findings.retain(|finding| finding.code == SYNTAX);
        return (reading.drafts, notes.findings);
    }
    let known = Known::of(&reading.drafts);
    ids::check(&reading.drafts, &mut notes);
    headers::check(&known, &mut notes);
    for (index, draft) in reading.drafts.iter().enumerate() {
        let view = known.view(index);
        clauses::check(draft, &mut notes);
        duties::check(draft, &view, &mut notes);
        tasks::check(draft, &view, &mut notes);
        forms::check(draft, &view, &mut notes);
        lifecycles::check(draft, &view, &mut notes);
        views::check(draft, &view, &mut notes);
        times::check(draft, &view, &mut notes);
        tables::check(draft, &view, &mut notes);
    }
    let mut findings = notes.findings;
    findings.sort();
    findings.dedup();
    (reading.drafts, findings)
}
