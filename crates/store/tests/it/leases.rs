//! A lease changes hands by machine time alone, and the former holder notices.

use kernel::time::Moment;
use store::lease::{self, Token};
use store::{Result, Store};

use crate::bench::{ACT, each, postgres};

const TTL: i64 = 2_000;

fn hold(store: &Store, holder: &'static str, at: i64) -> Option<Token> {
    store
        .write_blocking(ACT, move |tx| {
            lease::try_hold(tx, "work", holder, Moment(at), TTL)
        })
        .unwrap()
}

fn still(store: &Store, token: &Token) -> bool {
    let token = token.clone();
    let held: Result<bool> = store.write_blocking(ACT, move |tx| lease::still_held(tx, &token));
    held.unwrap()
}

#[test]
fn one_holds_renews_loses_and_notices() {
    each(|bench| {
        let store = &bench.store;
        let first = hold(store, "a", 1_000).unwrap();
        assert_eq!(hold(store, "b", 2_999), None);
        // Renewing keeps the token and pushes the end.
        assert_eq!(hold(store, "a", 2_500).unwrap(), first);
        assert_eq!(hold(store, "b", 4_499), None);
        assert!(still(store, &first));

        let second = hold(store, "b", 4_500).unwrap();
        assert!(first.number < second.number);
        assert!(!still(store, &first));
        assert!(still(store, &second));
        assert_eq!(hold(store, "a", 4_600), None);

        // Whoever let it run out and comes back gets a new number, too.
        let third = hold(store, "b", 10_000).unwrap();
        assert!(second.number < third.number);
        assert!(!still(store, &second));
    });
}

#[test]
fn what_was_given_back_is_free_at_once() {
    each(|bench| {
        let first = hold(&bench.store, "a", 1_000).unwrap();
        let own = first.clone();
        bench
            .store
            .write_blocking(ACT, move |tx| lease::release(tx, &own))
            .unwrap();
        let second = hold(&bench.store, "b", 1_001).unwrap();
        assert!(first.number < second.number);
    });
}

/// Two stores on one server write at the same time; each entry and fact gets one place.
#[test]
fn two_stores_seal_nothing_twice() {
    let Some(bench) = postgres() else {
        println!("only for PostgreSQL: ANLAN_TEST_PG names no server");
        return;
    };
    let stores = [bench.store.clone(), bench.second()];
    std::thread::scope(|scope| {
        for (writer, store) in stores.iter().enumerate() {
            scope.spawn(move || {
                for number in 0..60u64 {
                    let act = ACT;
                    let key = writer as u64 * 1_000 + number;
                    store
                        .write_blocking(act, move |tx| {
                            crate::bench::put(tx, &format!("n{key}"), "value")?;
                            tx.note(crate::bench::id(key), "set", serde_json::json!({}))
                        })
                        .unwrap();
                    if number % 7 == 0 {
                        store.settle_blocking().unwrap();
                    }
                }
            });
        }
    });
    bench.store.settle_blocking().unwrap();
    let verdict = bench.store.verify_ledger_blocking().unwrap();
    assert!(verdict.ok, "{verdict:?}");
    assert_eq!((verdict.sealed, verdict.unsealed), (121, 0));
}
