//! Rows of handing out: who gave what to whom, with which note.

use kernel::id::Id;
use kernel::time::Moment;
use store::{Result, Sql, Tx, params};

#[derive(Clone, Debug)]
pub struct HandOut {
    pub child: Id,
    pub handed_by: Id,
    pub handed_at: Moment,
    pub note: String,
}

pub fn insert(tx: &mut Tx, parent: Id, child: Id, by: Id, note: &str) -> Result<()> {
    tx.execute(
        "insert into hand_out (child, parent, handed_by, handed_at, note) values (:child, :parent, :by, :now, :note)",
        &params! { "child" => child, "parent" => parent, "by" => by, "now" => tx.now(), "note" => note },
    )?;
    Ok(())
}

/// How a child came to be handed out.
pub fn of_child(sql: &mut dyn Sql, child: Id) -> Result<Option<HandOut>> {
    let row = sql.one(
        "select child, handed_by, handed_at, note from hand_out where child = :child",
        &params! { "child" => child },
    )?;
    row.map(|row| {
        Ok(HandOut {
            child: row.id("child")?,
            handed_by: row.id("handed_by")?,
            handed_at: row.moment("handed_at")?,
            note: row.text("note")?,
        })
    })
    .transpose()
}
