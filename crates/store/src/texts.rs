//! The SQL texts that were executed, so that a test can prepare each against both databases.

use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

use crate::sql::Dialect;
use crate::value::Value;

/// A text that begins with one of these is for that database only.
const MARKS: [(&str, Dialect); 2] = [
    ("/* sqlite */", Dialect::Sqlite),
    ("/* postgres */", Dialect::Postgres),
];

/// A text with a sample of its parameters, which tell their types.
#[derive(Debug, Clone, PartialEq)]
pub struct Text {
    pub sql: String,
    pub params: Vec<(String, Value)>,
}

static SEEN: Mutex<BTreeMap<String, Vec<(String, Value)>>> = Mutex::new(BTreeMap::new());

/// All distinct texts executed by this process so far. Release builds record nothing.
pub fn texts() -> Vec<Text> {
    let seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
    seen.iter()
        .map(|(sql, params)| Text {
            sql: sql.clone(),
            params: params.clone(),
        })
        .collect()
}

impl Text {
    /// Whether the text is written for this database.
    pub fn is_for(&self, dialect: Dialect) -> bool {
        MARKS
            .iter()
            .all(|(mark, own)| !self.sql.starts_with(mark) || *own == dialect)
    }
}

/// Remembers a text; called when a connection meets it for the first time.
pub(crate) fn record(sql: &str, params: &[(&str, Value)]) {
    if !cfg!(debug_assertions) {
        return;
    }
    let mut seen = SEEN.lock().unwrap_or_else(PoisonError::into_inner);
    let known = seen.entry(sql.to_owned()).or_default();
    for (name, value) in params {
        match known.iter_mut().find(|(other, _)| other == name) {
            Some((_, sample)) if sample.is_null() => *sample = value.clone(),
            Some(_) => {}
            None => known.push(((*name).to_owned(), value.clone())),
        }
    }
}

/// Whether a text that returns rows also changes some.
pub(crate) fn writes(sql: &str) -> bool {
    let first = sql.split_ascii_whitespace().next().unwrap_or_default();
    if first.eq_ignore_ascii_case("select") {
        return false;
    }
    sql.split(|letter: char| !letter.is_ascii_alphabetic())
        .any(|word| {
            ["insert", "update", "delete"]
                .iter()
                .any(|verb| word.eq_ignore_ascii_case(verb))
        })
}

/// The tables whose rows a text changes.
pub(crate) fn written(sql: &str) -> Vec<String> {
    let words: Vec<&str> = sql
        .split(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_')
        .filter(|word| !word.is_empty())
        .collect();
    let is = |place: usize, word: &str| {
        words
            .get(place)
            .is_some_and(|found| found.eq_ignore_ascii_case(word))
    };
    (1..words.len())
        .filter(|&place| {
            let inserted = is(place - 1, "into");
            // `do update set` names no table.
            let updated = is(place - 1, "update") && !is(place, "set");
            let deleted = is(place - 1, "from") && 2 <= place && is(place - 2, "delete");
            inserted || updated || deleted
        })
        .map(|place| words[place].to_owned())
        .collect()
}

/// Puts positional parameters in the place of named ones: `:id` becomes `$1`, and `:id` again
/// `$1` again. Returns the names in the order of their numbers.
pub(crate) fn positional(sql: &str) -> (String, Vec<String>) {
    let mut out = String::with_capacity(sql.len());
    let mut names: Vec<String> = Vec::new();
    let mut rest = sql;
    while let Some(place) = rest.find([':', '\'', '"', '-', '/']) {
        out.push_str(&rest[..place]);
        rest = &rest[place..];
        let taken = match &rest[..1] {
            "'" | "\"" => quoted(rest),
            "-" if rest.starts_with("--") => rest.find('\n').unwrap_or(rest.len()),
            "/" if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            ":" if rest.starts_with("::") => 2,
            ":" => {
                let name = name(&rest[1..]);
                if !name.is_empty() {
                    let number = number_of(&mut names, name);
                    out.push_str(&format!("${number}"));
                    rest = &rest[1 + name.len()..];
                    continue;
                }
                1
            }
            _ => 1,
        };
        out.push_str(&rest[..taken]);
        rest = &rest[taken..];
    }
    out.push_str(rest);
    (out, names)
}

/// The length of a quoted piece, quotes included. A doubled quote ends and begins a piece.
fn quoted(text: &str) -> usize {
    let quote = &text[..1];
    text[1..].find(quote).map_or(text.len(), |end| end + 2)
}

fn name(text: &str) -> &str {
    let end = text.find(|letter: char| !letter.is_ascii_alphanumeric() && letter != '_');
    &text[..end.unwrap_or(text.len())]
}

fn number_of(names: &mut Vec<String>, name: &str) -> usize {
    let known = names.iter().position(|other| other == name);
    let place = known.unwrap_or_else(|| {
        names.push(name.to_owned());
        names.len() - 1
    });
    place + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_numbers_except_in_quotes_and_comments() {
        let (sql, names) = positional(
            "select ':no', \"a:b\", x::text -- :not\n from t /* :nor */ where a=:id and b=:x_1 or c=:id-1",
        );
        assert_eq!(
            sql,
            "select ':no', \"a:b\", x::text -- :not\n from t /* :nor */ where a=$1 and b=$2 or c=$1-1"
        );
        assert_eq!(names, ["id", "x_1"]);
    }

    #[test]
    fn the_tables_that_a_text_changes_are_known_by_name() {
        assert!(written("select x from t where y in (select z from other)").is_empty());
        assert_eq!(written("insert into org (id) values (:id)"), ["org"]);
        assert_eq!(
            written("insert into post (id) values (:id) on conflict (id) do update set a = 1"),
            ["post"]
        );
        assert_eq!(
            written(
                "with old as (delete from session where a = 1 returning b) update account set c = 2"
            ),
            ["session", "account"]
        );
    }

    #[test]
    fn only_texts_that_change_rows_write() {
        assert!(!writes("select updated from t"));
        assert!(!writes(
            " with a as (select inserted from t) select * from a"
        ));
        assert!(writes("update t set a = 1 returning a"));
        assert!(writes(
            "with a as (select 1) insert into t select * from a returning id"
        ));
    }
}
