//! Matters by number and title, for the search over everything.

use super::model::Matter;
use super::store as rows;
use ::store::page::{Direction, Order};
use ::store::{Result, Sql, Tx};
use engine::obligations::listing::with_parties;
use kernel::time::Day;
use mechanism::Caller;
use registry::party;
use registry::search::{Hit, Searched, Words, find, write};

const MATTERS: Searched = Searched {
    kind: "matter",
    table: "matter",
    title: "title",
    order: Order {
        column: "opened_at",
        direction: Direction::Descending,
    },
    live: "",
    code: None,
    site_column: Some("site"),
    handed_column: None,
};

/// Keeps under what a matter is found: its title, its own number and that of whoever sent it.
pub fn keep(tx: &mut Tx, matter: &Matter) -> Result<()> {
    let outer = matter.outer_number.as_deref().unwrap_or_default();
    let names = [matter.title.as_str(), matter.number.as_str(), outer];
    write(tx, MATTERS.kind, matter.id, &names)
}

/// Matters that the caller may see and that bear the words.
pub fn search(
    sql: &mut dyn Sql,
    caller: &Caller,
    words: &Words,
    day: Day,
    limit: usize,
) -> Result<Vec<Hit>> {
    let ids = find(sql, &MATTERS, words, day, &with_parties(caller), limit)?;
    let mut hits = Vec::new();
    for id in ids {
        let Some(matter) = rows::by_id(sql, id)? else {
            continue;
        };
        let site = match matter.site {
            Some(site) => party::store::label(sql, site)?,
            None => String::new(),
        };
        let notes = [matter.number, site];
        let notes = notes.into_iter().filter(|note| !note.is_empty());
        hits.push(Hit {
            kind: MATTERS.kind,
            id: id.to_string(),
            title: matter.title,
            subtitle: notes.collect::<Vec<_>>().join(" · "),
            link: format!("/matters/{id}"),
        });
    }
    Ok(hits)
}
