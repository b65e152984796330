//! Business time of an instance, and what the store says about its own health.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use kernel::reason::Reason;
use kernel::time::Moment;
use store::{Error, Kind, Store, StoreSettings};
use tempfile::TempDir;

use crate::bench::{START, chance, sqlite};

fn open(folder: &TempDir, kind: Kind, machine: &Arc<AtomicI64>) -> Store {
    let machine = machine.clone();
    let settings = StoreSettings {
        business_start: Some(START),
        ..StoreSettings::sqlite(folder.path(), kind)
    };
    let read = Arc::new(move || Moment(machine.load(Ordering::SeqCst)));
    Store::open_instance(settings, read, chance()).unwrap()
}

#[test]
fn training_time_stands_still_moves_forwards_and_is_kept() {
    let folder = TempDir::new().unwrap();
    let machine = Arc::new(AtomicI64::new(9_000_000_000_000));
    let store = open(&folder, Kind::Training, &machine);
    assert_eq!(store.clock().business(), START);
    machine.fetch_add(1_000, Ordering::SeqCst);
    assert_eq!(store.clock().business(), START);

    let later = START.plus_hours(24);
    store.advance_business_blocking(later).unwrap();
    assert_eq!(store.clock().business(), later);
    let backwards = Err(Error::Refused(Reason::new("clock.backwards")));
    assert_eq!(store.advance_business_blocking(START), backwards);
    assert_eq!(store.clock().business(), later);
    drop(store);

    let store = open(&folder, Kind::Production, &machine);
    assert_eq!(store.clock().business(), later);
    assert_eq!(store.clock().machine(), Moment(9_000_000_001_000));
}

#[test]
fn production_time_runs_and_cannot_be_moved() {
    let folder = TempDir::new().unwrap();
    let machine = Arc::new(AtomicI64::new(5_000));
    let store = open(&folder, Kind::Production, &machine);
    machine.fetch_add(1_000, Ordering::SeqCst);
    assert_eq!(store.clock().business(), Moment(6_000));
    let moved = store.advance_business_blocking(Moment(7_000));
    assert_eq!(moved, Err(Error::Refused(Reason::new("clock.production"))));
}

/// A foreign process holds the write lock for longer than the store waits.
#[test]
fn a_locked_database_turns_health_red_until_a_write_succeeds() {
    let bench = sqlite();
    bench.set("before", "value").unwrap();
    let path = bench.folder.path().join("anlan.db");
    let foreign = rusqlite::Connection::open(path).unwrap();
    foreign.execute_batch("begin immediate").unwrap();
    assert_eq!(bench.set("during", "value"), Err(Error::Busy));
    let health = bench.store.health();
    assert!(!health.writable && health.reason.is_some());
    // Reading goes on.
    assert_eq!(bench.number("select count(*) as n from setting"), 1);

    foreign.execute_batch("rollback").unwrap();
    bench.set("after", "value").unwrap();
    assert!(bench.store.health().writable);
    assert_eq!(bench.number("select count(*) as n from setting"), 2);
}

/// A full disk, played by a limit on the size of the file.
#[test]
fn a_full_disk_loses_nothing_that_was_acknowledged() {
    let bench = sqlite();
    bench.set("before", "value").unwrap();
    let limit = |pages: Option<i64>| {
        bench.store.write_blocking(crate::bench::ACT, move |tx| {
            let text = match pages {
                Some(pages) => format!("/* sqlite */ pragma max_page_count = {pages}"),
                None => "/* sqlite */ pragma max_page_count = 1073741823".to_owned(),
            };
            tx.query_machine(&text, &[]).map(drop)
        })
    };
    limit(Some(1)).unwrap();
    let large = "x".repeat(1 << 20);
    let mut kept = 1;
    let full = loop {
        match bench.set(&format!("n{kept}"), &large) {
            Ok(()) => kept += 1,
            Err(error) => break error,
        }
    };
    assert_eq!(full, Error::Full);
    assert!(!bench.store.health().writable);
    assert_eq!(bench.number("select count(*) as n from setting"), kept);

    limit(None).unwrap();
    bench.set("after", &large).unwrap();
    assert!(bench.store.health().writable);
    assert!(bench.store.verify_ledger_blocking().unwrap().ok);
}
