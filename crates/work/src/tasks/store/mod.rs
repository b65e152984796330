//! Rows of tasks, their parties, milestones and evaluations.

mod parties;
mod rows;

pub use parties::{
    NewParty, clear_parties, evaluate, evaluations, insert_milestones, insert_parties,
    last_verdicts, milestones, parties, roles_of,
};
pub use rows::{COLUMNS, by_id, by_ids, insert, of_pack, read, set_patrons, update};

use kernel::id::Id;
use store::{Result, Row, Sql, Value};

/// Ids are asked for so many at a time; a fixed number keeps one prepared statement a text.
const AT_ONCE: usize = 32;

/// Asks `{text} (:p0, …)` for any number of ids. A short chunk repeats its last id.
fn of_ids(sql: &mut dyn Sql, text: &str, ids: &[Id], tail: &str) -> Result<Vec<Row>> {
    let names: Vec<String> = (0..AT_ONCE).map(|place| format!("p{place}")).collect();
    let marks: Vec<String> = names.iter().map(|name| format!(":{name}")).collect();
    let text = format!("{text} ({}) {tail}", marks.join(", "));
    let mut found = Vec::new();
    for chunk in ids.chunks(AT_ONCE) {
        let Some(last) = chunk.last() else { continue };
        let params: Vec<(&str, Value)> = names
            .iter()
            .enumerate()
            .map(|(place, name)| {
                (
                    name.as_str(),
                    Value::from(*chunk.get(place).unwrap_or(last)),
                )
            })
            .collect();
        found.extend(sql.query(&text, &params)?);
    }
    Ok(found)
}
