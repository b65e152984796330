//! Findings as they are gathered, each put at its place in a file.

use crate::finding::Finding;
use crate::place::{File, Step, span_at};
use crate::shape::Written;

/// What is said about a place: a lasting code and the sentence in both languages.
pub struct Said {
    pub code: &'static str,
    pub zh: String,
    pub en: String,
}

/// Gathers findings over a set of files.
pub struct Notes<'i> {
    pub files: &'i [File],
    pub findings: Vec<Finding>,
}

impl<'i> Notes<'i> {
    pub fn new(files: &'i [File]) -> Notes<'i> {
        Notes {
            files,
            findings: Vec::new(),
        }
    }

    /// Says something about a byte offset of a file.
    pub fn offset(&mut self, file: usize, offset: usize, said: Said) {
        let file = &self.files[file];
        let (line, column) = file.line_column(offset);
        let Said { code, zh, en } = said;
        self.findings.push(Finding {
            file: file.path.clone(),
            line,
            column,
            code,
            zh,
            en,
        });
    }

    /// Says something about the value that the steps lead to.
    pub fn at(&mut self, written: &Written<'_>, steps: &[Step], said: Said) {
        self.offset(written.file, span_at(&written.value, steps).start, said);
    }

    /// `file:line:column` of the value that the steps lead to.
    pub fn place(&self, written: &Written<'_>, steps: &[Step]) -> String {
        let file = &self.files[written.file];
        let (line, column) = file.line_column(span_at(&written.value, steps).start);
        format!("{}:{line}:{column}", file.path)
    }
}
