//! How a command ends: what it shows, and with which number.

use crate::options::Format;
use serde_json::{Value, json};
use std::process::ExitCode;

pub type Outcome = Result<Done, Refusal>;

/// A command came to its end. What it shows in either format.
pub struct Done {
    text: String,
    value: Value,
    code: u8,
}

/// A command did not come to its end.
#[derive(Debug)]
pub enum Refusal {
    /// What was given cannot be taken.
    Input(String),
    /// Something failed on the way.
    Failed(String),
}

impl Done {
    pub fn new(text: impl Into<String>, value: Value) -> Self {
        Self {
            text: text.into(),
            value,
            code: 0,
        }
    }

    /// Nothing to show.
    pub fn silent() -> Self {
        Self::new("", Value::Null)
    }

    /// What was asked is not true.
    pub fn untrue(mut self) -> Self {
        self.code = 1;
        self
    }

    /// What was given cannot be taken, and this says in detail why.
    pub fn refused(mut self) -> Self {
        self.code = 2;
        self
    }

    pub fn show(self, format: Format) -> ExitCode {
        match format {
            Format::Text if self.text.is_empty() => {}
            Format::Text => println!("{}", self.text.trim_end()),
            Format::Json if self.value.is_null() => {}
            Format::Json => println!("{}", self.value),
        }
        ExitCode::from(self.code)
    }
}

impl Refusal {
    pub fn show(self, format: Format) -> ExitCode {
        let (code, text) = match self {
            Refusal::Failed(text) => (1, text),
            Refusal::Input(text) => (2, text),
        };
        match format {
            Format::Text => eprintln!("error: {text}"),
            Format::Json => println!("{}", json!({ "error": text })),
        }
        ExitCode::from(code)
    }
}

impl From<server::settings::Wrong> for Refusal {
    fn from(wrong: server::settings::Wrong) -> Self {
        Refusal::Input(wrong.to_string())
    }
}

impl From<server::Error> for Refusal {
    fn from(error: server::Error) -> Self {
        match error {
            server::Error::Settings(wrong) => wrong.into(),
            server::Error::Packs(rejected) => Refusal::Input(rejected.to_string()),
            other => Refusal::Failed(other.to_string()),
        }
    }
}

impl From<store::Error> for Refusal {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::Refused(reason) => Refusal::Input(said(&reason)),
            other => Refusal::Failed(other.to_string()),
        }
    }
}

/// A reason in words, as the catalogue has them.
pub fn said(reason: &kernel::reason::Reason) -> String {
    let catalogue = server::catalogue::Catalogue::of_everything();
    let (zh, _) = catalogue.text(reason, mechanism::Lang::Zh);
    let (en, _) = catalogue.text(reason, mechanism::Lang::En);
    if zh == en { zh } else { format!("{en} / {zh}") }
}
