//! Conventions that the compiler does not know, each as a rule over the tree of files.
//!
//! To add a rule: a file beside this one with `pub fn check(&Tree) -> Vec<Finding>` and tests
//! that show a tree it accepts and one it refuses, then a line in `RULES`. What a rule needs to
//! know about this repository (floors, orders, exceptions) stands in `layout`.

mod documents;
mod floors;
mod folders;
mod json;
mod layout;
mod length;
mod locales;
mod lock;
mod openings;
mod words;

use crate::tree::{self, Tree};
use std::fmt;

/// One place that breaks a rule. Line 0 means the file as a whole.
#[derive(Debug, PartialEq)]
pub struct Finding {
    pub path: String,
    pub line: usize,
    pub message: String,
}

type Rule = fn(&Tree) -> Vec<Finding>;

const RULES: &[Rule] = &[
    openings::check,
    floors::check,
    folders::check,
    length::check,
    lock::check,
    words::check,
    documents::check,
    locales::check,
];

pub fn run() -> Result<String, String> {
    let tree = Tree::read(&tree::root()?)?;
    let findings = findings(&tree);
    if findings.is_empty() {
        return Ok(format!("tidy: {} files, nothing to say", tree.files.len()));
    }
    let lines: Vec<String> = findings.iter().map(Finding::to_string).collect();
    Err(format!(
        "{}\ntidy: {} findings",
        lines.join("\n"),
        lines.len()
    ))
}

fn findings(tree: &Tree) -> Vec<Finding> {
    let mut findings: Vec<Finding> = RULES.iter().flat_map(|rule| rule(tree)).collect();
    findings.sort_by(|a, b| (&a.path, a.line).cmp(&(&b.path, b.line)));
    findings
}

impl Finding {
    fn whole(path: &str, message: impl Into<String>) -> Finding {
        Finding::at(path, 0, message)
    }

    fn at(path: &str, line: usize, message: impl Into<String>) -> Finding {
        Finding {
            path: path.to_owned(),
            line,
            message: message.into(),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            0 => write!(f, "{}: {}", self.path, self.message),
            line => write!(f, "{}:{}: {}", self.path, line, self.message),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_repository_is_tidy() {
        if let Err(findings) = run() {
            panic!("{findings}");
        }
    }

    #[test]
    fn a_finding_names_file_line_and_reason() {
        let finding = Finding::at("a/b.rs", 3, "too long");
        assert_eq!(finding.to_string(), "a/b.rs:3: too long");
        assert_eq!(
            Finding::whole("a/b.rs", "too long").to_string(),
            "a/b.rs: too long"
        );
    }
}
