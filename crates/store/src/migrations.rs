//! The migrations, and how one text becomes the schema of both databases.
//!
//! A file is named `NNNN_mechanism_purpose.sql` and is never changed once released. Its types are
//! `bigint`, `text`, `blob` and `double precision`; statements end with `;` at the end of a line.
//! Where the databases must differ, `NNNN_….pg.sql` stands beside it. No column is called after
//! one of the types.

use kernel::ledger::digest;

use crate::error::{Error, Result};
use crate::sql::Dialect;

pub(crate) struct Migration {
    pub number: i64,
    pub name: &'static str,
    sql: &'static str,
    postgres: Option<&'static str>,
}

pub(crate) const ALL: &[Migration] = include!(concat!(env!("OUT_DIR"), "/migrations.rs"));

/// Keeps which migrations were applied, with the digest of their text.
pub(crate) const TABLE: &str = "create table if not exists migration (
  number bigint not null primary key,
  name text not null,
  digest text not null
)";

/// A migration that the database has.
pub(crate) struct Applied {
    pub number: i64,
    pub digest: String,
}

impl Migration {
    pub fn digest(&self) -> String {
        crate::ledger::entry::hex(&digest(self.sql.as_bytes()))
    }

    pub fn statements(&self, dialect: Dialect) -> Vec<String> {
        let text = match dialect {
            Dialect::Sqlite => self.sql,
            Dialect::Postgres => self.postgres.unwrap_or(self.sql),
        };
        statements(text)
            .into_iter()
            .map(|statement| translate(&statement, dialect))
            .collect()
    }
}

/// The migrations that the database lacks. A newer database, or one made from other texts, is
/// refused.
pub(crate) fn pending(applied: &[Applied]) -> Result<Vec<&'static Migration>> {
    let known = ALL.last().map_or(0, |migration| migration.number);
    if let Some(newer) = applied.iter().find(|applied| known < applied.number) {
        let found = newer.number;
        return Err(Error::Newer { found, known });
    }
    let mut pending = Vec::new();
    for migration in ALL {
        match applied.iter().find(|done| done.number == migration.number) {
            None => pending.push(migration),
            Some(done) if done.digest == migration.digest() => {}
            Some(_) => {
                let name = migration.name;
                return Err(Error::Database(format!(
                    "migration {name} was applied with another text"
                )));
            }
        }
    }
    Ok(pending)
}

/// Splits at `;` at the end of a line, without comments and empty statements.
fn statements(text: &str) -> Vec<String> {
    let mut statements = Vec::new();
    let mut current = String::new();
    for line in text.lines() {
        let line = line.find("--").map_or(line, |comment| &line[..comment]);
        let line = line.trim_end();
        if line.is_empty() {
            continue;
        }
        match line.strip_suffix(';') {
            Some(last) => {
                current.push_str(last);
                statements.push(std::mem::take(&mut current));
            }
            None => {
                current.push_str(line);
                current.push('\n');
            }
        }
    }
    if !current.trim().is_empty() {
        statements.push(current);
    }
    statements
}

/// SQLite lets a primary key be null unless told otherwise; PostgreSQL calls bytes differently and
/// would order text by the rules of a language.
fn translate(statement: &str, dialect: Dialect) -> String {
    if dialect == Dialect::Sqlite {
        return ["blob", "text", "bigint"]
            .iter()
            .fold(statement.to_owned(), |text, kind| {
                let strict = format!(" {kind} not null primary key");
                text.replace(&format!(" {kind} primary key"), &strict)
            });
    }
    let head = statement.trim_start().to_ascii_lowercase();
    if !head.starts_with("create table") && !head.starts_with("alter table") {
        return statement.to_owned();
    }
    let mut out = String::with_capacity(statement.len() + 64);
    let mut word = String::new();
    for letter in statement.chars().chain(std::iter::once('\n')) {
        if letter.is_ascii_alphanumeric() || letter == '_' {
            word.push(letter);
            continue;
        }
        match word.as_str() {
            "blob" => out.push_str("bytea"),
            "text" => out.push_str("text collate \"C\""),
            other => out.push_str(other),
        }
        word.clear();
        out.push(letter);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_rise_and_are_not_used_twice() {
        for pair in ALL.windows(2) {
            assert!(
                pair[0].number < pair[1].number,
                "{} and {}",
                pair[0].name,
                pair[1].name
            );
        }
    }

    #[test]
    fn types_are_translated_and_comments_dropped() {
        let text = "-- a comment; with a semicolon\ncreate table a (\n  id blob primary key, -- key\n  name text not null\n);\ncreate index a_name on a (name);\n";
        let made = statements(text);
        assert_eq!(made.len(), 2);
        let postgres = translate(&made[0], Dialect::Postgres);
        assert!(postgres.contains("id bytea primary key"));
        assert!(postgres.contains("name text collate \"C\" not null"));
        assert!(translate(&made[0], Dialect::Sqlite).contains("id blob not null primary key"));
    }

    #[test]
    fn a_newer_database_and_a_changed_text_are_refused() {
        let newer = Applied {
            number: i64::MAX,
            digest: String::new(),
        };
        assert!(matches!(pending(&[newer]), Err(Error::Newer { .. })));
        let changed = Applied {
            number: ALL[0].number,
            digest: "other".to_owned(),
        };
        assert!(matches!(pending(&[changed]), Err(Error::Database(_))));
        assert_eq!(pending(&[]).unwrap().len(), ALL.len());
    }
}
