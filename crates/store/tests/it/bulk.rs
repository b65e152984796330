//! Many rows at once, on every way they can take.

use store::{Sql, Value};

use crate::bench::{ACT, each, id};

/// Letters that each way must carry over unchanged.
const TEXT: &str = "安吉\t\\N\n\r'\":x $1 \\x00";

fn rows(from: i64, until: i64) -> Vec<Vec<Value>> {
    let row = |number: i64| {
        vec![
            format!("n{number}").into(),
            number.into(),
            TEXT.into(),
            (number % 2 == 0).then(|| id(number as u64)).into(),
            number.into(),
        ]
    };
    (from..until).map(row).collect()
}

#[test]
fn doubled_keys_are_passed_over_and_everything_arrives_unchanged() {
    each(|bench| {
        for (from, until, new) in [(0, 3, 3), (0, 257, 254), (100, 3_000, 2_743), (0, 3_000, 0)] {
            let inserted = bench.store.write_blocking(ACT, move |tx| {
                let columns = ["name", "from_day", "value", "changed_by", "changed_at"];
                let inserted = tx.insert_many("setting", &columns, rows(from, until))?;
                // Twice in the same unit of work.
                assert_eq!(tx.insert_many("setting", &columns, rows(from, until))?, 0);
                tx.bulk_note("filled", inserted as usize, [7; 32], serde_json::json!({}))?;
                Ok(inserted)
            });
            assert_eq!(inserted, Ok(new));
        }
        bench
            .store
            .read_blocking(|read| {
                let rows = read.query("select * from setting order by from_day", &[])?;
                assert_eq!(rows.len(), 3_000);
                for (number, row) in rows.iter().enumerate() {
                    assert_eq!(row.int("from_day")?, number as i64);
                    assert_eq!(row.str("value")?, TEXT);
                    let odd = number % 2 == 1;
                    assert_eq!(row.is_null("changed_by")?, odd);
                    if !odd {
                        assert_eq!(row.id("changed_by")?, id(number as u64));
                    }
                }
                Ok(())
            })
            .unwrap();
    });
}

#[test]
fn a_row_of_another_width_is_refused() {
    each(|bench| {
        let narrow = bench.store.write_blocking(ACT, |tx| {
            tx.insert_many("setting", &["name", "from_day"], vec![vec!["a".into()]])
        });
        assert!(matches!(narrow, Err(store::Error::Database(_))));
    });
}
