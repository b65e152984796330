//! The obligations of one definition on one subject.

use crate::obligations::Obligation;
use crate::obligations::store::{COLUMNS, read};
use ::store::{Result, Sql, params};
use kernel::id::Id;

pub fn of_subject(sql: &mut dyn Sql, definition: &str, subject: Id) -> Result<Vec<Obligation>> {
    let text = format!(
        "select {COLUMNS} from obligation t where t.subject = :subject and t.definition = :definition \
         and t.parent is null order by t.generation desc, t.id"
    );
    sql.query(
        &text,
        &params! { "subject" => subject, "definition" => definition },
    )?
    .iter()
    .map(read)
    .collect()
}
