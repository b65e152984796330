//! What an id stands for: its page in the client, and whether somebody may see it.
//!
//! Messages and the history know ids only. The mechanisms decide who sees their rows; here stands only whom to ask.

use kernel::id::Id;
use mechanism::Caller;
use registry::search::sees;
use store::page::admitted;
use store::{Error, Read, Result, Sql, params};

/// Tables whose rows people open, the most frequent first, each with the place of its page.
const TABLES: &[(&str, &str)] = &[
    ("obligation", "/obligations"),
    ("record", "/records"),
    ("matter", "/matters"),
    ("task", "/tasks"),
    ("site", "/sites"),
    ("org", "/orgs"),
    ("person", "/persons"),
    ("post", ""),
    ("draw", ""),
    ("issued_document", ""),
    ("instruction", "/instructions"),
];

/// The table in which something stands; none where it is nothing that people open.
pub fn table_of(sql: &mut dyn Sql, id: Id) -> Result<Option<&'static str>> {
    for (table, _) in TABLES {
        let text = format!("select 1 as one from {table} where id = :id");
        if sql.one(&text, &params! { "id" => id })?.is_some() {
            return Ok(Some(table));
        }
    }
    Ok(None)
}

/// The page on which it stands.
pub fn link(sql: &mut dyn Sql, id: Id) -> Result<Option<String>> {
    let table = table_of(sql, id)?;
    let home = TABLES.iter().find(|(name, _)| Some(*name) == table);
    let home = home.map(|(_, home)| *home).filter(|home| !home.is_empty());
    Ok(home.map(|home| format!("{home}/{id}")))
}

/// What is outside of the reader's sight answers as if it did not exist.
pub fn check_visible(sql: &mut Read<'_>, caller: &Caller, id: Id) -> Result<()> {
    let Some(table) = table_of(sql, id)? else {
        return Err(Error::NotFound);
    };
    let seen = match table {
        "obligation" => engine::obligations::visible::visible(sql, caller, id).map(|_| true),
        "record" => engine::records::routes::visible(sql, caller, id).map(|_| true),
        "matter" => work::matters::visible(sql, caller, id).map(|_| true),
        "task" => {
            let now = sql.now();
            work::tasks::visible(sql, caller, id, now).map(|_| true)
        }
        "site" | "org" | "person" | "post" => sees(sql, table, id, &caller.scope),
        _ => admitted(sql, table, id, &caller.scope),
    }?;
    if seen { Ok(()) } else { Err(Error::NotFound) }
}
