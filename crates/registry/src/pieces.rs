//! Search pieces of names: the same few rows on every database.

use kernel::id::Id;
use std::collections::BTreeSet;
use store::{Result, Tx, Value, params};

/// Replaces the pieces under which something is found.
pub(crate) fn write(tx: &mut Tx, kind: &str, subject: Id, names: &[&str]) -> Result<()> {
    tx.execute(
        "delete from registry_piece where subject = :subject",
        &params! { "subject" => subject },
    )?;
    let pieces: BTreeSet<String> = names
        .iter()
        .flat_map(|name| kernel::text::pieces(name))
        .collect();
    let rows = pieces
        .into_iter()
        .map(|piece| vec![Value::from(kind), Value::from(piece), Value::from(subject)])
        .collect();
    tx.insert_many("registry_piece", &["kind", "piece", "subject"], rows)?;
    Ok(())
}

/// Writes the pieces of many subjects that have none yet.
pub(crate) fn write_new(tx: &mut Tx, kind: &str, subjects: &[(Id, &str)]) -> Result<()> {
    let mut rows = Vec::new();
    for (subject, name) in subjects {
        let pieces: BTreeSet<String> = kernel::text::pieces(name).into_iter().collect();
        for piece in pieces {
            rows.push(vec![
                Value::from(kind),
                Value::from(piece),
                Value::from(*subject),
            ]);
        }
    }
    tx.insert_many("registry_piece", &["kind", "piece", "subject"], rows)?;
    Ok(())
}
