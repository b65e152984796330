//! Dated tables and base lists: holidays, code lists, roles.

use super::written::DayText;
use kernel::time::Day;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// `[[calendar]]`: a year's official days off and make-up working days.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarYear {
    pub year: i32,
    #[schemars(with = "Vec<DayText>")]
    pub off: Vec<Day>,
    #[schemars(with = "Vec<DayText>")]
    pub makeup: Vec<Day>,
    pub source: String,
}

/// `[[codes]]`: an editable code list.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct CodeList {
    pub id: String,
    pub title: String,
    #[serde(default)]
    pub title_en: String,
    /// List of a pack below whose entries this one adds to.
    #[serde(default)]
    pub extends: Option<String>,
    /// Clauses that the list realises: a term the document leaves open, a register's classes.
    #[serde(default)]
    pub clauses: Vec<String>,
    #[serde(default, rename = "entry")]
    pub entries: Vec<CodeEntry>,
}

#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct CodeEntry {
    pub code: String,
    pub label: String,
    #[serde(default)]
    pub label_en: String,
}

/// `[[role]]`: a set of permissions and where they hold.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Role {
    pub id: String,
    pub title: String,
    #[serde(default)]
    pub title_en: String,
    pub permissions: Vec<String>,
    pub scope: RoleScope,
}

/// How a role's scope follows from the account's body.
#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, Serialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum RoleScope {
    /// The whole instance.
    Everything,
    /// The area of the account's body.
    OwnArea,
    /// The area of the account's body, in the body's own sectors.
    OwnAreaSector,
    /// The account's own site.
    OwnSite,
    /// Only what is handed to the account's parties.
    Handed,
    /// Nothing of the business (system, security and audit administrators).
    Nothing,
}
