//! The checker: everything that can be wrong with packs before any of it opens an obligation.

use crate::draft::read;
use crate::finding::Finding;
use crate::place::File;
use crate::source::Source;

/// Checks packs together with the packs they build on. No finding means that they can be loaded.
pub fn check(sources: &[Source]) -> Vec<Finding> {
    let files: Vec<File> = sources
        .iter()
        .map(|source| File::new(source.path.clone(), source.text.clone()))
        .collect();
    let reading = read(&files);
    let mut findings = reading.findings;
    findings.sort();
    findings
}
