//! The demonstrations as the program makes them: every clause that is said to run has opened something in its place.

use crate::world::Program;
use kernel::time::Moment;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use store::{Kind, Sql, Store, StoreSettings};

/// Packs whose folder describes a demonstration.
fn places() -> Vec<String> {
    let packs = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../packs");
    let mut places: Vec<String> = std::fs::read_dir(packs)
        .expect("the packs")
        .map(|entry| entry.expect("a pack").path())
        .filter(|path| path.join("demo/place.toml").exists())
        .map(|path| {
            path.file_name()
                .expect("a name")
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    places.sort();
    places
}

/// `policy trace` says `runs` only where the demonstration of the place holds an obligation that the clause opened.
#[test]
fn every_clause_that_runs_has_opened_something_in_the_demonstration_of_its_place() {
    let places = places();
    assert!(5 <= places.len(), "{places:?}");
    let running = running();
    let made: Vec<_> = places
        .into_iter()
        .map(|place| std::thread::spawn(move || (opened_in(&place), place)))
        .collect();
    for one in made {
        let (opened, place) = one.join().expect("a demonstration");
        let wanted = running.get(&place).cloned().unwrap_or_default();
        assert!(15 < wanted.len(), "{place}: clauses run: {}", wanted.len());
        let empty: Vec<&String> = wanted.difference(&opened).collect();
        assert!(
            empty.is_empty(),
            "{place}: said to run, but nothing was opened: {empty:?}"
        );
    }
}

/// The small demonstration of a place: clauses under which it holds obligations.
fn opened_in(place: &str) -> BTreeSet<String> {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().to_string_lossy().into_owned();
    let line = [
        "demo", "--place", place, "--scale", "small", "--data", &data,
    ];
    Program::find().run(&line).ok();
    opened(folder.path())
}

/// Clauses that are said to run, by pack.
fn running() -> BTreeMap<String, BTreeSet<String>> {
    let trace = Program::find()
        .run(&["policy", "trace", "--format", "json"])
        .ok();
    let trace: serde_json::Value = serde_json::from_str(&trace).expect("a list of clauses");
    let mut running: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in trace.as_array().expect("a list") {
        if row["state"] == "runs" {
            let word = |name: &str| row[name].as_str().expect("a word").to_owned();
            running
                .entry(word("pack"))
                .or_default()
                .insert(word("clause"));
        }
    }
    running
}

/// Clauses of the rules under which obligations stand.
fn opened(folder: &Path) -> BTreeSet<String> {
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
