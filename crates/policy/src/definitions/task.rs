//! Tasks: an item of a plan broken down to who must bring it about.

use super::written::DayText;
use kernel::time::Day;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// `[[task]]`.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct TaskDefinition {
    pub id: String,
    /// Parent task in the tree.
    #[serde(default)]
    pub parent: Option<String>,
    pub title: String,
    #[serde(default)]
    pub title_en: String,
    pub clauses: Vec<String>,
    #[serde(default)]
    pub item: Option<String>,
    pub responsibility: Responsibility,
    #[schemars(with = "DayText")]
    pub due: Day,
    /// Form of the sign-off by which each responsible party declares its part done.
    pub form: String,
    #[serde(default)]
    pub milestones: Vec<Milestone>,
    /// Names of leaders who look after it: sight and reports, no obligation.
    #[serde(default)]
    pub patrons: Vec<String>,
    /// Requirement of its own, in place of the sign-off by shape (an oath ceremony).
    #[serde(default)]
    pub requirement: Option<super::Requirement>,
}

/// The three shapes of responsibility.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Responsibility {
    /// One or several leads, all of whom must sign; cooperating bodies hold obligations that guard nothing.
    Lead {
        lead: Vec<String>,
        #[serde(default)]
        cooperating: Vec<String>,
    },
    /// Shared without a lead: every member of the roster must sign. The roster is frozen at issue.
    Joint {
        #[serde(default)]
        members: Vec<String>,
        #[serde(default)]
        group: Option<String>,
    },
}

#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    pub id: String,
    pub title: String,
    #[schemars(with = "DayText")]
    pub due: Day,
}
