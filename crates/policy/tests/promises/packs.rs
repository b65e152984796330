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

/// Each test pack stands for another place, so each is checked by itself with what is national.
#[test]
fn test_packs_are_clean() {
    let folders = std::fs::read_dir(packs().join("../tests/packs")).expect("there are test packs");
    let mut checked = 0;
    for folder in folders {
        let folder = folder.expect("a folder").path();
        let sources = sources_of(&[packs().join("national"), folder]);
        let findings = check(&sources.expect("the packs can be read"));
        let lines: Vec<String> = findings.iter().map(ToString::to_string).collect();
        assert!(
            lines.is_empty(),
            "{} findings\n{}",
            lines.len(),
            lines.join("\n")
        );
        checked += 1;
    }
    assert!(checked > 0, "there are test packs");
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
