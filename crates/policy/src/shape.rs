//! From text to typed definitions, each with the value it was read from, so that a later check can point at it.

use crate::finding::Finding;
use crate::misfit::reworded;
use crate::place::File;
use serde::de::DeserializeOwned;
use std::ops::Range;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Error, ValueDeserializer};

/// Code of a finding about a text that is no TOML.
pub const SYNTAX: &str = "policy.syntax";

/// A table of a file, still untyped, with its place.
#[derive(Clone, Debug)]
pub struct Written<'i> {
    /// Index of the file among those of the draft.
    pub file: usize,
    pub value: Spanned<DeValue<'i>>,
}

/// The tables of one file: `("duty", …)`, one entry per definition, and the key's own span for unknown names.
pub struct Tables<'i> {
    pub entries: Vec<Entry<'i>>,
    pub findings: Vec<Finding>,
}

/// One table of a file: a definition, or the header.
pub struct Entry<'i> {
    pub table: String,
    pub key_offset: usize,
    pub written: Written<'i>,
}

/// Reads the tables of a file. Syntax errors are findings; what could be read is returned all the same.
pub fn tables(file: &File, index: usize) -> Tables<'_> {
    let (document, errors) = DeTable::parse_recoverable(&file.text);
    let findings = errors.iter().map(|error| syntax(file, error)).collect();
    let mut entries = Vec::new();
    for (key, mut value) in document.into_inner() {
        days_to_text(value.get_mut());
        let key_offset = key.span().start;
        let table = key.into_inner().into_owned();
        let span = value.span();
        let values = match value.into_inner() {
            DeValue::Array(many) => many,
            single => [Spanned::new(span, single)].into_iter().collect(),
        };
        entries.extend(values.into_iter().map(|value| Entry {
            table: table.clone(),
            key_offset,
            written: Written { file: index, value },
        }));
    }
    Tables { entries, findings }
}

/// Types one table.
///
/// # Errors
/// The first thing that does not fit, at its place.
pub fn typed<T: DeserializeOwned>(file: &File, written: &Written<'_>) -> Result<T, Finding> {
    T::deserialize(ValueDeserializer::from(written.value.clone())).map_err(|error| {
        let span = error.span().unwrap_or_else(|| written.value.span());
        misfit(file, span, error.message())
    })
}

/// Days are written bare, `2022-04-01`, and read as text, which is what [`kernel::time::Day`] takes.
fn days_to_text(value: &mut DeValue<'_>) {
    match value {
        DeValue::Datetime(datetime) => *value = DeValue::String(datetime.to_string().into()),
        DeValue::Array(array) => array
            .iter_mut()
            .for_each(|value| days_to_text(value.get_mut())),
        DeValue::Table(table) => {
            table
                .iter_mut()
                .for_each(|(_, value)| days_to_text(value.get_mut()));
        }
        _ => {}
    }
}

fn syntax(file: &File, error: &Error) -> Finding {
    let offset = error.span().map_or(0, |span| span.start);
    let (line, column) = file.line_column(offset);
    Finding {
        file: file.path.clone(),
        line,
        column,
        code: SYNTAX,
        zh: format!("TOML 语法错误：{}", error.message()),
        en: format!("TOML syntax: {}", error.message()),
    }
}

fn misfit(file: &File, span: Range<usize>, message: &str) -> Finding {
    let (line, column) = file.line_column(span.start);
    let text = file.text.get(span).unwrap_or_default();
    let (zh, en) = reworded(message, text);
    Finding {
        file: file.path.clone(),
        line,
        column,
        code: "policy.shape",
        zh,
        en,
    }
}

/// A text directly under a table.
pub fn text_at<'a>(value: &'a Spanned<DeValue<'_>>, key: &str) -> Option<&'a str> {
    let DeValue::Table(table) = value.get_ref() else {
        return None;
    };
    match table
        .iter()
        .find(|(name, _)| name.get_ref() == key)?
        .1
        .get_ref()
    {
        DeValue::String(text) => Some(text),
        _ => None,
    }
}
