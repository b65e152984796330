//! The ledger finds what somebody changed behind the back of the store.

use kernel::ledger::Verdict;
use store::{Error, Kind, Store, StoreSettings};

use crate::bench::{Bench, START, chance, postgres, sqlite};

/// Writes twenty entries, closes the store, changes rows with foreign hands, opens it again.
fn after_on(bench: Bench, change: &str) -> Verdict {
    for number in 0..20 {
        bench.set(&format!("n{number}"), "value").unwrap();
    }
    bench.store.settle_blocking().unwrap();
    let closed = bench.close();
    closed.tamper(change);
    let store = closed.open();
    store.settle_blocking().unwrap();
    store.verify_ledger_blocking().unwrap()
}

/// What the verification says after a change, on every database at hand.
fn after(change: &str) -> Vec<Verdict> {
    let benches = [Some(sqlite()), postgres()];
    let benches = benches.into_iter().flatten();
    benches.map(|bench| after_on(bench, change)).collect()
}

#[track_caller]
fn check(change: &str, first_bad: i64) {
    for verdict in after(change) {
        assert!(!verdict.ok, "{change}: {verdict:?}");
        assert_eq!(verdict.first_bad, Some(first_bad), "{change}: {verdict:?}");
    }
}

#[test]
fn an_untouched_ledger_holds() {
    for verdict in after("select 1") {
        assert!(verdict.ok, "{verdict:?}");
        // The first entry is the creation of the instance.
        assert_eq!((verdict.entries, verdict.unsealed), (21, 0));
    }
}

#[test]
fn every_changed_column_is_found() {
    for change in [
        "body = '{}'",
        "at = at + 1",
        "recorded_at = recorded_at - 1",
        "actor = id",
        "act = 'other'",
        "request = 'other'",
        "subject = null",
        "verb = 'other'",
        "digest = hash",
        "hash = digest",
    ] {
        check(
            &format!("update ledger_entry set {change} where seq = 7"),
            7,
        );
    }
}

#[test]
fn a_removed_a_swapped_and_an_unsealed_entry_are_found() {
    check("delete from ledger_entry where seq = 7", 7);
    check(
        "update ledger_entry set seq = 1000 where seq = 7;
         update ledger_entry set seq = 7 where seq = 8;
         update ledger_entry set seq = 8 where seq = 1000",
        7,
    );
    check(
        "update ledger_entry set seq = null, hash = null where seq = 21",
        21,
    );
}

#[test]
fn a_cut_tail_is_found_by_the_anchor_even_when_the_head_was_moved() {
    check("delete from ledger_entry where seq > 15", 16);
    check(
        "delete from ledger_entry where seq > 15;
         update position set seq = 15,
           hash = (select hash from ledger_entry where seq = 15) where name = 'ledger'",
        16,
    );
}

#[test]
fn the_kind_of_an_instance_cannot_be_chosen_again() {
    for bench in [Some(sqlite()), postgres()].into_iter().flatten() {
        let id = bench.store.instance().id;
        let mut closed = bench.close();
        closed.settings.instance = Kind::Production;
        let store = closed.open();
        assert_eq!(store.instance().kind, Kind::Training);
        assert_eq!(store.instance().id, id);
        assert_eq!(store.instance().created_at, START);
    }
}

#[test]
fn nobody_else_takes_the_folder_of_an_open_store() {
    let bench = sqlite();
    let settings = StoreSettings::sqlite(bench.folder.path(), Kind::Training);
    let second = Store::open(settings, bench.clock.clone(), chance());
    assert!(matches!(second.err(), Some(Error::Held(_))));
}
