//! The demonstration as the program makes it: every clause that is said to run has opened something.

use crate::world::Program;
use kernel::time::Moment;
use std::collections::BTreeSet;
use std::sync::Arc;
use store::{Kind, Sql, Store, StoreSettings};

/// `policy trace` says `runs` only where the demonstration holds an obligation that the clause opened.
#[test]
fn every_clause_that_runs_has_opened_something_in_the_demonstration() {
    let folder = tempfile::tempdir().expect("a folder");
    let program = Program::find();
    program
        .run(&[
            "demo",
            "--scale",
            "small",
            "--data",
            &folder.path().to_string_lossy(),
        ])
        .ok();
    let trace = program.run(&["policy", "trace", "--format", "json"]).ok();
    let trace: serde_json::Value = serde_json::from_str(&trace).expect("a list of clauses");
    let running: BTreeSet<String> = trace
        .as_array()
        .expect("a list")
        .iter()
        .filter(|row| row["state"] == "runs")
        .map(|row| row["clause"].as_str().expect("a clause").to_owned())
        .collect();
    assert!(running.len() > 15, "clauses run: {}", running.len());
    let opened = opened(folder.path());
    let empty: Vec<&String> = running.difference(&opened).collect();
    assert!(
        empty.is_empty(),
        "said to run, but nothing was opened: {empty:?}"
    );
}

/// Clauses of the rules under which obligations stand.
fn opened(folder: &std::path::Path) -> BTreeSet<String> {
    let settings = StoreSettings::sqlite(folder, Kind::Training);
    let chance = Arc::new(kernel::chance::SeededChance::new(1));
    let store = Store::open_instance(settings, Arc::new(|| Moment(1_700_000_000_000)), chance)
        .expect("the database");
    store
        .read_blocking(|sql| {
            let rows = sql.query(
                "select r.body from rule r where exists (select 1 from obligation o where o.rule = r.id)",
                &[],
            )?;
            let mut clauses = BTreeSet::new();
            for row in rows {
                let body: serde_json::Value = serde_json::from_str(&row.text("body")?).expect("a rule");
                for clause in body["clauses"].as_array().into_iter().flatten() {
                    clauses.extend(clause.as_str().map(str::to_owned));
                }
            }
            Ok(clauses)
        })
        .expect("the rules")
}
