//! Packs are checked, explained and traced without a server.

use crate::program::Desk;
use std::collections::BTreeSet;

const HEADER: &str = "[pack]\nid = \"small\"\nversion = 1\ntitle = \"小方案\"\nfrom = 2022-01-01\nuntil = 2022-12-31\n\
     zone = \"Asia/Shanghai\"\nbuilds_on = [\"national\"]\n";

#[test]
fn a_pack_that_holds_passes() {
    let desk = Desk::new();
    desk.write("small/pack.toml", HEADER);
    assert_eq!(
        desk.run(&["policy", "check", "small"]).done().trim(),
        "no finding"
    );
}

#[test]
fn what_is_wrong_is_named_by_file_line_and_column() {
    let desk = Desk::new();
    desk.write("small/pack.toml", HEADER);
    let duty = "[[duty]]\nid = \"d\"\ntitle = \"事\"\nclauses = []\nfor_each = { org_kind = \"bureau\" }\n\
         every = \"month\"\nrequirement = { count = 1, form = \"nowhere\" }\n";
    desk.write("small/duties.toml", duty);
    let ran = desk.run(&["policy", "check", "small"]);
    assert_eq!(ran.code, 1, "{}", ran.err);
    let line = ran
        .out
        .lines()
        .find(|line| line.contains("nowhere"))
        .unwrap_or_else(|| panic!("{}", ran.out));
    assert!(line.starts_with("small/duties.toml:7:"), "{line}");
}

#[test]
fn an_empty_folder_is_no_pack() {
    let desk = Desk::new();
    std::fs::create_dir(desk.path().join("empty")).unwrap();
    assert_eq!(desk.run(&["policy", "check", "empty"]).code, 2);
}

#[test]
fn every_clause_is_traced_with_one_of_three_states() {
    let rows = Desk::new()
        .run(&["policy", "trace", "--format", "json"])
        .json();
    let rows = rows.as_array().unwrap();
    assert!(191 <= rows.len());
    let states: BTreeSet<_> = rows
        .iter()
        .filter_map(|row| row["state"].as_str())
        .collect();
    assert!(
        states.is_subset(&BTreeSet::from(["runs", "tracked", "planned"])),
        "{states:?}"
    );
    for row in rows {
        assert!(
            row["clause"].is_string() && row["definitions"].is_array() && row["systems"].is_array(),
            "{row}"
        );
    }
}

#[test]
fn a_clause_is_explained_and_an_unknown_one_refused() {
    let desk = Desk::new();
    let text = desk
        .run(&["policy", "explain", "AJ-04.5", "--as-of", "2022-05-01"])
        .done();
    assert!(text.contains("AJ-04.5"), "{text}");
    assert_eq!(desk.run(&["policy", "explain", "AJ-99.9"]).code, 2);
    assert_eq!(
        desk.run(&["policy", "explain", "AJ-04.5", "--as-of", "May"])
            .code,
        2
    );
}
