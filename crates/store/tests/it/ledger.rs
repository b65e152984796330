//! The ledger finds what somebody changed behind the back of the store.

use kernel::ledger::Verdict;
use store::{Kind, Store, StoreSettings};

use crate::bench::{START, chance, sqlite};

/// Writes twenty entries, closes the store, changes the file with foreign hands, opens it again.
fn after(tamper: &str) -> Verdict {
    let bench = sqlite();
    for number in 0..20 {
        bench.set(&format!("n{number}"), "value").unwrap();
    }
    let (folder, clock) = (bench.folder, bench.clock);
    drop(bench.store);
    let connection = rusqlite::Connection::open(folder.path().join("anlan.db")).unwrap();
    connection.execute_batch(tamper).unwrap();
    drop(connection);
    let settings = StoreSettings::sqlite(folder.path(), Kind::Training);
    let chance = chance();
    let store = Store::open(settings, clock, chance).unwrap();
    store.verify_ledger_blocking().unwrap()
}

#[test]
fn an_untouched_ledger_holds() {
    let verdict = after("");
    assert!(verdict.ok, "{verdict:?}");
    // The first entry is the creation of the instance.
    assert_eq!((verdict.entries, verdict.unsealed), (21, 0));
}

#[test]
fn every_changed_column_is_found() {
    for change in [
        "body = '{}'",
        "at = at + 1",
        "recorded_at = recorded_at - 1",
        "actor = x'00000000000000000000000000000000'",
        "act = 'other'",
        "request = 'other'",
        "subject = null",
        "verb = 'other'",
        "digest = zeroblob(32)",
        "hash = zeroblob(32)",
    ] {
        let verdict = after(&format!("update ledger_entry set {change} where seq = 7"));
        assert!(!verdict.ok, "{change}");
        assert_eq!(verdict.first_bad, Some(7), "{change}");
    }
}

#[test]
fn a_removed_a_swapped_and_an_unsealed_entry_are_found() {
    let removed = after("delete from ledger_entry where seq = 7");
    assert_eq!((removed.ok, removed.first_bad), (false, Some(7)));
    let swapped = after(
        "update ledger_entry set seq = 1000 where seq = 7;
         update ledger_entry set seq = 7 where seq = 8;
         update ledger_entry set seq = 8 where seq = 1000",
    );
    assert_eq!((swapped.ok, swapped.first_bad), (false, Some(7)));
    let unsealed = after("update ledger_entry set seq = null, hash = null where seq = 21");
    assert!(!unsealed.ok);
}

#[test]
fn a_cut_tail_is_found_by_the_anchor_even_when_the_head_was_moved() {
    let cut = after("delete from ledger_entry where seq > 15");
    assert_eq!((cut.ok, cut.first_bad), (false, Some(16)));
    let moved = after(
        "delete from ledger_entry where seq > 15;
         update position set seq = 15,
           hash = (select hash from ledger_entry where seq = 15) where name = 'ledger'",
    );
    assert_eq!((moved.ok, moved.first_bad), (false, Some(16)));
}

#[test]
fn the_kind_of_an_instance_cannot_be_chosen_again() {
    let bench = sqlite();
    let (folder, clock) = (bench.folder, bench.clock);
    let id = bench.store.instance().id;
    drop(bench.store);
    let settings = StoreSettings::sqlite(folder.path(), Kind::Production);
    let chance = chance();
    let store = Store::open(settings, clock.clone(), chance.clone()).unwrap();
    assert_eq!(store.instance().kind, Kind::Training);
    assert_eq!(store.instance().id, id);
    assert_eq!(store.instance().created_at, START);
    // And nobody else takes the folder meanwhile.
    let second = StoreSettings::sqlite(folder.path(), Kind::Training);
    let second = Store::open(second, clock, chance);
    assert!(matches!(second.err(), Some(store::Error::Held(_))));
}
