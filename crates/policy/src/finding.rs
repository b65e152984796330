//! What a check has against a pack.

use std::fmt;

/// One thing wrong, at its exact place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    pub file: String,
    /// Counted from 1.
    pub line: usize,
    /// In characters, counted from 1.
    pub column: usize,
    /// Lasting code, `policy.unknown_reference`.
    pub code: &'static str,
    pub zh: String,
    pub en: String,
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{}:{}:{}: {}",
            self.file, self.line, self.column, self.en
        )
    }
}

impl Finding {
    /// The same line in Chinese.
    pub fn in_chinese(&self) -> String {
        format!("{}:{}:{}: {}", self.file, self.line, self.column, self.zh)
    }
}

/// Packs that cannot be used, with everything that is wrong with them.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Rejected {
    #[error("{}", lines(.0))]
    Findings(Vec<Finding>),
    #[error("{0}")]
    Unreadable(String),
}

fn lines(findings: &[Finding]) -> String {
    findings
        .iter()
        .map(Finding::to_string)
        .collect::<Vec<_>>()
        .join("\n")
}
