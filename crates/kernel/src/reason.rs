//! Why a rule said no, or what it found: a code with parameters, without any language.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

/// A code of the text catalogue with its parameters; the edge renders it for the reader.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Reason {
    pub code: String,
    #[serde(default)]
    pub params: BTreeMap<String, String>,
}

impl Reason {
    pub fn new(code: impl Into<String>) -> Reason {
        Reason {
            code: code.into(),
            params: BTreeMap::new(),
        }
    }

    #[must_use]
    pub fn with(mut self, name: &str, value: impl fmt::Display) -> Reason {
        self.params.insert(name.to_owned(), value.to_string());
        self
    }
}

/// For logs and test failures only. It shows values, so parameters must never hold secrets.
impl fmt::Display for Reason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code)?;
        for (name, value) in &self.params {
            write!(f, " {name}={value}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Reason {}
