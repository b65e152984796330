//! Units of work that share a commit do not share a fate.

use std::sync::mpsc;
use std::thread;

use kernel::reason::Reason;
use store::Error;

use crate::bench::{ACT, each, id, put};

/// Holds the writer until all others wait, so that they fall into one group.
#[test]
fn one_refused_unit_undoes_only_itself() {
    each(|bench| {
        let (started, wait_started) = mpsc::channel();
        let (go, wait_go) = mpsc::channel::<()>();
        let first = bench.store.clone();
        let first = thread::spawn(move || {
            first.write_blocking(ACT, move |tx| {
                put(tx, "first", "value")?;
                tx.note(id(0), "set", serde_json::json!({}))?;
                started.send(()).unwrap();
                wait_go.recv().unwrap();
                Ok(())
            })
        });
        wait_started.recv().unwrap();

        let others: Vec<_> = (0..20)
            .map(|number| {
                let store = bench.store.clone();
                thread::spawn(move || {
                    store.write_blocking(ACT, move |tx| {
                        put(tx, &format!("n{number}"), "value")?;
                        tx.note(id(number), "set", serde_json::json!({}))?;
                        if number % 4 == 3 {
                            return Err(Error::refused(Reason::new("test.no")));
                        }
                        Ok(number)
                    })
                })
            })
            .collect();
        go.send(()).unwrap();

        assert_eq!(first.join().unwrap(), Ok(()));
        for (number, other) in others.into_iter().enumerate() {
            let answer = other.join().unwrap();
            match number % 4 {
                3 => assert_eq!(answer, Err(Error::Refused(Reason::new("test.no")))),
                _ => assert_eq!(answer, Ok(number as u64)),
            }
        }
        assert_eq!(bench.number("select count(*) as n from setting"), 16);
        bench.store.settle_blocking().unwrap();
        let verdict = bench.store.verify_ledger_blocking().unwrap();
        assert!(verdict.ok, "{verdict:?}");
    });
}
