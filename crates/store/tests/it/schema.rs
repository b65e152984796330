//! Both databases have the same tables, columns and texts.

use std::collections::BTreeMap;

use store::{Catalog, Column, Dialect, Text, Tx};

use crate::bench::{ACT, each, id, postgres, put, sqlite};

fn columns(catalog: &Catalog) -> BTreeMap<String, BTreeMap<String, Column>> {
    let tables = catalog.tables();
    tables
        .map(|(name, columns)| (name.to_owned(), columns.clone()))
        .collect()
}

#[test]
fn both_databases_have_the_same_columns() {
    let sqlite = columns(sqlite().store.catalog());
    for (table, columns) in &sqlite {
        for (column, Column { kind, .. }) in columns {
            let portable = ["bigint", "text", "blob", "double precision"];
            assert!(portable.contains(&&**kind), "{table}.{column} is {kind}");
        }
    }
    let Some(postgres) = postgres() else {
        println!("only SQLite was tested: ANLAN_TEST_PG names no server");
        return;
    };
    let postgres = columns(postgres.store.catalog());
    for (table, columns) in &sqlite {
        assert_eq!(postgres.get(table), Some(columns), "{table}");
    }
    assert_eq!(sqlite.len(), postgres.len());
}

#[test]
fn every_text_that_was_executed_can_be_prepared_on_both() {
    // The texts of the other tests of this process count as well.
    each(|bench| {
        bench.set("a", "value").unwrap();
        bench
            .store
            .write_blocking(ACT, |tx: &mut Tx<'_>| {
                put(tx, "b", "value")?;
                tx.note(id(1), "set", serde_json::json!({}))
            })
            .unwrap();
    });
    each(|bench| {
        let dialect = bench.store.dialect();
        let own = |text: &Text| text.is_for(dialect) && !text.sql.contains("thing");
        for text in store::texts().into_iter().filter(own) {
            let sql = text.sql.clone();
            let checked = bench.store.read_blocking(move |read| read.check(&text));
            assert_eq!(checked, Ok(()), "{sql}");
        }
    });
    let marked = Text {
        sql: "/* postgres */ select 1".to_owned(),
        params: Vec::new(),
    };
    assert!(marked.is_for(Dialect::Postgres) && !marked.is_for(Dialect::Sqlite));
}
