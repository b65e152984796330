//! The document behind a pack: its header, its items and its numbered clauses.

use super::written::DayText;
use kernel::time::Day;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// `[pack]`: the document that the pack stands for.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Folder-like name, for example `anji-2022`. Definitions of other packs refer to it.
    pub id: String,
    /// Version of the pack's data, raised when a definition changes.
    pub version: u32,
    pub title: String,
    /// Document number as printed (文号), empty where the document bears none.
    #[serde(default)]
    pub number: String,
    #[serde(default)]
    pub issuer: String,
    /// First day on which obligations open, and the last one (inclusive).
    #[schemars(with = "DayText")]
    pub from: Day,
    #[schemars(with = "DayText")]
    pub until: Day,
    /// Division code of the area that the document governs.
    #[serde(default)]
    pub area: String,
    /// IANA name of the place's time zone.
    #[serde(default)]
    pub zone: String,
    /// Packs whose definitions this one may use.
    #[serde(default)]
    pub builds_on: Vec<String>,
    /// Hours that an off-line record may be older than its arrival and still count by its stated time.
    #[serde(default)]
    pub offline_hours: Option<i64>,
    /// Days before due from which an open obligation shows as due soon.
    #[serde(default)]
    pub due_soon_days: Option<i64>,
}

/// `[[item]]`: a heading of the document under which clauses stand, with the bodies it names.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Item {
    /// The document's own number, `04`, `15a`.
    pub no: String,
    pub section: String,
    pub title: String,
    #[serde(default)]
    pub lead: Vec<String>,
    #[serde(default)]
    pub cooperating: Vec<String>,
    /// Who shares the item where it has no lead, in words for the page.
    #[serde(default)]
    pub joint: Option<String>,
}

/// `[[clause]]`: one numbered requirement, in our own words.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Clause {
    /// Lasting id, `AJ-04.5`.
    pub id: String,
    pub item: String,
    /// Number shown to people, `4.5`.
    pub place: String,
    pub summary: String,
    /// The English summary; shown when the reader's language is English.
    #[serde(default)]
    pub summary_en: String,
    /// One word of the fixed set (registry, duty, indicator …).
    pub kind: String,
    /// Engines that carry it, first the main one: `DUTY`, `TASK`, `MATTER` …
    pub engines: Vec<String>,
    /// Systems (S-04 …) that it belongs to.
    #[serde(default)]
    pub systems: Vec<String>,
    /// True when the software can only hold the task, its owner, date and evidence, and no further engine is named.
    #[serde(default)]
    pub tracked: bool,
    /// Engines still to be built for it; a clause with any of them is `planned`.
    #[serde(default)]
    pub waits_for: Vec<String>,
    #[serde(default)]
    pub parameters: Vec<Parameter>,
}

/// A parameter of a clause. `assumed` ones are proposals that an administrator confirms once.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Parameter {
    pub name: String,
    pub value: String,
    #[serde(default)]
    pub assumed: bool,
}
