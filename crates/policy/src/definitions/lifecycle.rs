//! Lifecycles: the states of each party of a matter, and the steps between them.

use super::duty::HolderRule;
use super::written::DayText;
use kernel::time::Day;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// `[[lifecycle]]`.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Lifecycle {
    pub id: String,
    pub version: u32,
    pub title: String,
    #[serde(default)]
    pub title_en: String,
    pub clauses: Vec<String>,
    /// On-screen word of the kind of matter, `隐患`.
    pub word: String,
    /// Role → its states in order; the first is the opening state, the last is closed.
    pub roles: BTreeMap<String, PartyRole>,
    /// Obligations that a party owes: receipt, rectify, verify …
    #[serde(default, rename = "step")]
    pub steps: Vec<MatterStep>,
    #[serde(default, rename = "transition")]
    pub transitions: Vec<Transition>,
    #[serde(default)]
    #[schemars(with = "Option<DayText>")]
    pub from: Option<Day>,
}

#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct PartyRole {
    pub title: String,
    /// Who takes the role where nobody is named, written like the holder of a duty; the subject is the site. Absent: the
    /// body that runs the site puts it right, every other role must be named.
    #[serde(default)]
    pub holder: Option<HolderRule>,
    pub states: Vec<String>,
    /// State id → on-screen word.
    pub words: BTreeMap<String, String>,
}

/// An obligation of one role, opened at the start or by a transition.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct MatterStep {
    pub id: String,
    pub title: String,
    pub role: String,
    /// Opened when the matter opens; otherwise by a transition that names it.
    #[serde(default)]
    pub at_start: bool,
    /// Due this long after opening: elapsed hours, or working days.
    #[serde(default)]
    pub hours: Option<i64>,
    #[serde(default)]
    pub working_days: Option<i64>,
    #[serde(default)]
    pub days: Option<i64>,
    #[serde(default)]
    pub ladder: Option<String>,
    /// Transition that meets it.
    pub met_by: String,
}

#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Transition {
    pub id: String,
    pub title: String,
    /// Role whose act it is.
    pub by: String,
    /// Own states from which it may be taken.
    pub from: Vec<String>,
    #[serde(default)]
    pub guard: Vec<MatterGuard>,
    /// Role → state that it moves to.
    pub moves: BTreeMap<String, String>,
    /// Steps that it opens.
    #[serde(default)]
    pub opens: Vec<String>,
    /// Form that must accompany it.
    #[serde(default)]
    pub form: Option<String>,
    /// Fields of that form with the value they must have: a verification that says 不通过 closes nothing.
    #[serde(default, rename = "where")]
    pub fields: BTreeMap<String, super::FieldTest>,
    #[serde(default)]
    pub join: TransitionJoin,
}

/// Statutory guards are code; a pack chooses among them.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, Serialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum MatterGuard {
    RectifierSubmitted,
    NotTheFixer,
    ProofAttached,
}

/// When the matter counts as closed.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, Serialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum TransitionJoin {
    #[default]
    All,
    Lead,
}
