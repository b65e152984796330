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

#[test]
fn a_new_state_of_a_pack_is_told_against_the_old_one_in_both_languages() {
    let desk = Desk::new();
    desk.write("old/small/pack.toml", HEADER);
    desk.write(
        "new/small/pack.toml",
        &HEADER
            .replace("小方案", "新方案")
            .replace("version = 1", "version = 2"),
    );
    let told = desk.run(&["policy", "diff", "old", "new"]).done();
    assert!(told.contains("变更  方案 small 新方案"), "{told}");
    assert!(
        told.contains("- 小方案") && told.contains("+ 新方案"),
        "{told}"
    );
    let told = desk
        .run(&["policy", "diff", "old", "new", "--language", "en"])
        .done();
    assert!(told.contains("changed  plan small"), "{told}");
    let value = desk
        .run(&["policy", "diff", "old", "new", "--format", "json"])
        .json();
    assert_eq!(value[0]["table"], "pack");
    assert_eq!(
        value.as_array().unwrap().len(),
        1,
        "packs below are the same on both sides"
    );
    assert_eq!(
        desk.run(&["policy", "diff", "old", "old"]).done().trim(),
        "no difference"
    );
    assert_eq!(desk.run(&["policy", "diff", "old", "nowhere"]).code, 2);
}
