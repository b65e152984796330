//! State, ledger entries, facts and messages commit together, or not at all.

use kernel::fact::Fact;
use kernel::reason::Reason;
use kernel::scope::AreaPath;
use store::{Error, Message, Result, Tx};

use crate::bench::{ACT, Bench, START, day, each, id, put};

fn everything(tx: &mut Tx<'_>, name: &str) -> Result<()> {
    put(tx, name, "value")?;
    tx.fact(&Fact {
        kind: "record.filed".to_owned(),
        subject: id(2),
        area: AreaPath::default(),
        sector: None,
        occurred_on: day(),
        amount: 1,
        source: id(3),
        corrects: None,
    })?;
    tx.send(&Message {
        key: format!("message {name}"),
        receiver: id(4),
        channel: "inbox".to_owned(),
        category: "test".to_owned(),
        subject: id(2),
        reason: Reason::new("test.happened"),
        must_know: false,
        due_at: None,
    })?;
    tx.note(id(2), "happened", serde_json::json!({ "name": name }))
}

fn counts(bench: &Bench) -> [i64; 4] {
    [
        "select count(*) as n from setting",
        "select count(*) as n from fact",
        "select count(*) as n from outbox",
        "select count(*) as n from ledger_entry",
    ]
    .map(|sql| bench.number(sql))
}

#[test]
fn what_succeeds_is_there_whole() {
    each(|bench| {
        let before = counts(bench);
        bench
            .store
            .write_blocking(ACT, |tx| everything(tx, "a"))
            .unwrap();
        assert_eq!(counts(bench), before.map(|count| count + 1));
        bench.store.settle_blocking().unwrap();
        let gauges = bench
            .store
            .read_blocking(|read| store::gauges(read))
            .unwrap();
        assert_eq!((gauges.unsealed, gauges.unfolded), (0, 0));
        assert_eq!((gauges.outbox, gauges.oldest_message), (1, Some(START)));
    });
}

#[test]
fn what_is_refused_leaves_nothing() {
    each(|bench| {
        let before = counts(bench);
        let refused = bench.store.write_blocking(ACT, |tx| {
            everything(tx, "a")?;
            Err::<(), _>(Error::refused(Reason::new("test.no")))
        });
        assert_eq!(refused, Err(Error::Refused(Reason::new("test.no"))));
        assert_eq!(counts(bench), before);
    });
}

#[test]
fn what_breaks_down_leaves_nothing_and_the_next_one_works() {
    each(|bench| {
        let before = counts(bench);
        let broken = bench.store.write_blocking(ACT, |tx| {
            everything(tx, "a")?;
            if tx.machine_now().0 != 0 {
                panic!("this closure breaks down on purpose");
            }
            Ok(())
        });
        assert!(matches!(broken, Err(Error::Stopped(_))));
        assert_eq!(counts(bench), before);
        bench.set("b", "value").unwrap();
    });
}

#[test]
fn a_change_without_a_note_is_refused() {
    each(|bench| {
        let silent = bench
            .store
            .write_blocking(ACT, |tx| put(tx, "silent", "value"));
        assert!(matches!(silent, Err(Error::Database(_))), "{silent:?}");
        assert_eq!(bench.number("select count(*) as n from setting"), 0);
    });
}

#[test]
fn a_doubled_key_is_a_conflict_and_a_forgotten_parameter_a_mistake() {
    each(|bench| {
        bench.set("a", "one").unwrap();
        assert!(matches!(bench.set("a", "two"), Err(Error::Conflict(_))));
        let forgotten = bench.store.read_blocking(|read| {
            use store::Sql;
            read.query("select value from setting where name = :name", &[])
        });
        assert!(matches!(forgotten, Err(Error::Database(_))));
    });
}

#[test]
fn a_message_with_the_same_key_is_put_in_once() {
    each(|bench| {
        for name in ["a", "b"] {
            let name = name.to_owned();
            bench
                .store
                .write_blocking(ACT, move |tx| {
                    everything(tx, &name)?;
                    tx.send(&Message {
                        key: "the same".to_owned(),
                        receiver: id(4),
                        channel: "inbox".to_owned(),
                        category: "test".to_owned(),
                        subject: id(2),
                        reason: Reason::new("test.happened"),
                        must_know: true,
                        due_at: None,
                    })
                })
                .unwrap();
        }
        assert_eq!(
            bench.number("select count(*) as n from outbox where key = 'the same'"),
            1
        );
    });
}
