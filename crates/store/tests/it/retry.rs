//! On PostgreSQL a unit of work runs again after a deadlock or a lost connection, and is kept once.

use std::sync::Arc;
use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};

use store::{Sql, Tx, params};

use crate::bench::{ACT, Bench, id, postgres, put};

fn server() -> Option<Bench> {
    let bench = postgres();
    if bench.is_none() {
        println!("only for PostgreSQL: ANLAN_TEST_PG names no server");
    }
    bench
}

#[test]
fn a_connection_lost_before_the_commit_is_not_noticed_by_the_caller() {
    let Some(bench) = server() else { return };
    let runs = Arc::new(AtomicUsize::new(0));
    let counter = runs.clone();
    bench
        .store
        .write_blocking(ACT, move |tx| {
            put(tx, "a", "value")?;
            tx.note(id(1), "set", serde_json::json!({}))?;
            if counter.fetch_add(1, Ordering::SeqCst) == 0 {
                tx.query_machine(
                    "/* postgres */ select pg_terminate_backend(pg_backend_pid()) as gone",
                    &[],
                )?;
            }
            Ok(())
        })
        .unwrap();
    assert_eq!(runs.load(Ordering::SeqCst), 2);
    assert_eq!(bench.number("select count(*) as n from setting"), 1);
    assert!(bench.store.health().writable);
}

/// Two units of work change the same two rows in opposite order, and meet in the middle.
#[test]
fn a_deadlock_is_solved_by_running_again() {
    let Some(bench) = server() else { return };
    bench.set("a", "0").unwrap();
    bench.set("b", "0").unwrap();
    let middle = Arc::new(Barrier::new(2));
    let runs = Arc::new(AtomicUsize::new(0));
    std::thread::scope(|scope| {
        for order in [["a", "b"], ["b", "a"]] {
            let (store, middle, runs) = (bench.store.clone(), middle.clone(), runs.clone());
            scope.spawn(move || {
                let mut first = true;
                store
                    .write_blocking(ACT, move |tx| {
                        runs.fetch_add(1, Ordering::SeqCst);
                        append(tx, order[0])?;
                        if std::mem::take(&mut first) {
                            middle.wait();
                        }
                        append(tx, order[1])?;
                        tx.note(id(1), "appended", serde_json::json!({}))
                    })
                    .unwrap();
            });
        }
    });
    // One of them ran again at least once; on a busy machine they may meet more often.
    assert!(2 < runs.load(Ordering::SeqCst));
    let kept = bench.store.read_blocking(|read| {
        let rows = read.query("select value from setting order by name", &[])?;
        rows.iter()
            .map(|row| row.text("value"))
            .collect::<store::Result<Vec<_>>>()
    });
    assert_eq!(kept.unwrap(), ["0++", "0++"]);
}

fn append(tx: &mut Tx<'_>, name: &str) -> store::Result<()> {
    tx.execute(
        "update setting set value = value || '+' where name = :name",
        &params! { "name" => name },
    )?;
    Ok(())
}
