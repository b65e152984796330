//! Places in files: from a byte offset to line and column, and from a path of keys to the value it names.

use std::ops::Range;
use toml::Spanned;
use toml::de::DeValue;

/// A file that is being read, with the starts of its lines.
#[derive(Debug)]
pub struct File {
    pub path: String,
    pub text: String,
    line_starts: Vec<usize>,
}

impl File {
    pub fn new(path: String, text: String) -> File {
        let line_starts = std::iter::once(0)
            .chain(text.match_indices('\n').map(|(at, _)| at + 1))
            .collect();
        File {
            path,
            text,
            line_starts,
        }
    }

    /// Line and column of a byte offset, both from 1, the column in characters.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let offset = offset.min(self.text.len());
        let line = self.line_starts.partition_point(|start| *start <= offset);
        let start = self.line_starts[line - 1];
        let column = self
            .text
            .get(start..offset)
            .map_or(0, |before| before.chars().count());
        (line, column + 1)
    }
}

/// One step towards a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    Key(String),
    /// The key of a table entry itself instead of its value; always the last step.
    KeyItself(String),
    Index(usize),
}

impl From<&str> for Step {
    fn from(key: &str) -> Step {
        Step::Key(key.to_owned())
    }
}

impl From<usize> for Step {
    fn from(index: usize) -> Step {
        Step::Index(index)
    }
}

/// The span of the value that the steps lead to. A step that is not there is passed over, so that one path serves the
/// short and the long way of writing a thing, and a missing key is shown at the table that lacks it.
pub fn span_at(root: &Spanned<DeValue<'_>>, steps: &[Step]) -> Range<usize> {
    let mut here = root;
    for step in steps {
        match (step, here.get_ref()) {
            (Step::Key(key), DeValue::Table(table)) => {
                if let Some((_, value)) = table.iter().find(|(name, _)| name.get_ref() == key) {
                    here = value;
                }
            }
            (Step::KeyItself(key), DeValue::Table(table)) => {
                if let Some((name, _)) = table.iter().find(|(name, _)| name.get_ref() == key) {
                    return name.span();
                }
            }
            (Step::Index(index), DeValue::Array(array)) => {
                if let Some(value) = array.get(*index) {
                    here = value;
                }
            }
            _ => {}
        }
    }
    here.span()
}
