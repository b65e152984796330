//! The packs of the repository are clean. A finding is printed as `file:line:column: message`.

use policy::{Library, check, sources_of};
use std::path::PathBuf;

fn packs() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../packs")
}

#[test]
fn packs_are_clean() {
    let findings = check(&sources_of(&[packs()]).expect("the packs can be read"));
    let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
    assert!(
        lines.is_empty(),
        "{} findings\n{}",
        lines.len(),
        lines.join("\n")
    );
}

#[test]
fn national_knows_the_holidays_of_its_years() {
    let library = Library::load_dirs(&[packs().join("national")]).unwrap_or_else(|e| panic!("{e}"));
    let days: Vec<_> = library
        .calendars()
        .iter()
        .map(|table| (table.year, table.off.len(), table.makeup.len()))
        .collect();
    assert_eq!(
        days,
        [
            (2021, 31, 7),
            (2022, 32, 7),
            (2023, 28, 7),
            (2024, 28, 8),
            (2025, 28, 5),
            (2026, 33, 6)
        ]
    );
}
