//! Matrices, circulars and draws: what is read out of obligations, and whom chance names.

use super::written::CadenceText;
use kernel::period::Cadence;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// `[[matrix]]`: holders × actions × periods over obligations of the named duties.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Matrix {
    pub id: String,
    pub title: String,
    #[serde(default)]
    pub title_en: String,
    pub clauses: Vec<String>,
    /// Duty ids, one column each.
    pub duties: Vec<String>,
    #[schemars(with = "CadenceText")]
    pub every: Cadence,
}

/// `[[circular]]`: a page printed for a period from the rows of its duties.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Circular {
    pub id: String,
    pub title: String,
    #[serde(default)]
    pub title_en: String,
    pub clauses: Vec<String>,
    pub duties: Vec<String>,
    #[schemars(with = "CadenceText")]
    pub every: Cadence,
    pub issuer: String,
}

/// `[[draw]]`: who is drawn for a period.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Draw {
    pub id: String,
    pub title: String,
    #[serde(default)]
    pub title_en: String,
    pub clauses: Vec<String>,
    /// Site kind and, where given, an attribute that must be `true`.
    pub site_kind: String,
    #[serde(default)]
    pub attribute: Option<String>,
    pub quota: Quota,
    #[schemars(with = "CadenceText")]
    pub every: Cadence,
}

/// Part of the population, rounded up.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Quota {
    pub numerator: u32,
    pub denominator: u32,
}
