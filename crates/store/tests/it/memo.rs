//! What is remembered is never older than the last commit that somebody was told of.

use std::sync::Arc;

use store::{Read, Result, Shelf, Sql, params};

use crate::bench::{Bench, each, id, sqlite};

static VALUE: Shelf = Shelf {
    name: "test.value",
    tables: &["setting"],
};

static OTHER: Shelf = Shelf {
    name: "test.other",
    tables: &["setting", "no_such_table"],
};

/// The value of a setting, through the memo as mechanisms use it, and whether it was remembered.
fn value(read: &mut Read<'_>, name: &str) -> Result<(String, bool)> {
    let key = id(7);
    let known = read
        .remembered()
        .and_then(|memo| memo.one::<String>(&VALUE, key, 0));
    if let Some(known) = known {
        return Ok((known.to_string(), true));
    }
    let text = "select value from setting where name = :name order by from_day desc";
    let row = read.one(text, &params! { "name" => name })?;
    let value = row.map_or(Ok(String::new()), |row| row.text("value"))?;
    if let Some(memo) = read.remembered() {
        memo.put(&VALUE, 0, [(key, Arc::new(value.clone()))]);
    }
    Ok((value, false))
}

fn ask(bench: &Bench) -> (String, bool) {
    bench
        .store
        .read_blocking(|read| value(read, "colour"))
        .unwrap()
}

#[test]
fn a_change_is_seen_by_the_first_read_after_it() {
    each(|bench| {
        for (day, colour) in ["red", "green", "blue"].into_iter().enumerate() {
            bench.set(&format!("other {day}"), "x").unwrap();
            let sql = "delete from setting where name = 'colour'";
            bench
                .store
                .write_blocking(crate::bench::ACT, move |tx| {
                    tx.execute(sql, &[])?;
                    crate::bench::put(tx, "colour", colour)?;
                    tx.note(id(1), "set", serde_json::json!({}))
                })
                .unwrap();
            assert_eq!(ask(bench).0, colour);
            assert_eq!(ask(bench).0, colour);
        }
    });
}

#[test]
fn where_one_process_writes_a_second_read_asks_nobody() {
    let bench = sqlite();
    bench.set("colour", "red").unwrap();
    assert_eq!(ask(&bench), ("red".to_owned(), false));
    assert_eq!(ask(&bench), ("red".to_owned(), true));
    bench.set("other", "x").unwrap();
    assert_eq!(ask(&bench), ("red".to_owned(), false));
}

#[test]
fn a_reader_whose_picture_is_old_cannot_make_it_stay() {
    let bench = sqlite();
    bench.set("colour", "red").unwrap();
    // While the reader looks at its picture, somebody changes the table; then it keeps what it saw.
    let writer = bench.store.clone();
    bench
        .store
        .read_blocking(move |read| {
            read.one("select value from setting limit 1", &[])?;
            writer.write_blocking(crate::bench::ACT, |tx| {
                tx.execute("update setting set value = 'green'", &[])?;
                tx.note(id(1), "set", serde_json::json!({}))
            })?;
            value(read, "colour")
        })
        .unwrap();
    assert_eq!(ask(&bench), ("green".to_owned(), false));
}

#[test]
fn a_unit_of_work_remembers_nothing() {
    let bench = sqlite();
    bench.set("colour", "red").unwrap();
    ask(&bench);
    let blind = bench
        .store
        .write_blocking(crate::bench::ACT, |tx| Ok(tx.remembered().is_none()))
        .unwrap();
    assert!(blind);
}

#[test]
fn a_shelf_over_an_unknown_table_keeps_nothing() {
    let bench = sqlite();
    let kept = bench
        .store
        .read_blocking(|read| {
            let memo = read.remembered().expect("SQLite remembers");
            memo.put(&OTHER, 0, [(id(1), Arc::new(1_i64))]);
            Ok(memo.one::<i64>(&OTHER, id(1), 0))
        })
        .unwrap();
    assert_eq!(kept, None);
}
