//! Forms: what a record holds.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// `[[form]]`. A record keeps the version that it was filled in.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Form {
    pub id: String,
    pub version: u32,
    pub title: String,
    #[serde(default)]
    pub title_en: String,
    /// Clauses that the form itself realises, besides those of the duties that ask for it.
    #[serde(default)]
    pub clauses: Vec<String>,
    /// The record counts only after the holder's own approver has approved it.
    #[serde(default)]
    pub approval: bool,
    /// The form is a census sheet: one snapshot a month, compared with the one before. Says how a unit states that
    /// nothing changed, `{ field = "changed", same = "无变化" }`: a missing sheet never means that.
    #[serde(default)]
    pub census: Option<Census>,
    #[serde(default, rename = "field")]
    pub fields: Vec<Field>,
}

#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Census {
    /// A choice.
    pub field: String,
    /// The one of its values that says: as before.
    pub same: String,
}

#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    pub id: String,
    pub label: String,
    #[serde(default)]
    pub label_en: String,
    pub kind: FieldKind,
    #[serde(default)]
    pub required: bool,
    #[serde(default)]
    pub unit: Option<String>,
    /// Choices in place, or a code list by id.
    #[serde(default)]
    pub choices: Vec<String>,
    #[serde(default)]
    pub codes: Option<String>,
    /// Several values allowed (persons, orgs, sites, photos, files, choices).
    #[serde(default)]
    pub many: bool,
    /// Asked only when another field has this value: `{ field = "found", is = "有" }`.
    #[serde(default)]
    pub when: Option<When>,
    /// Columns of a table field.
    #[serde(default, rename = "column")]
    pub columns: Vec<Field>,
    /// The person in this field led the activity; the places in it are where it happened.
    #[serde(default)]
    pub lead: bool,
    #[serde(default)]
    pub max_length: Option<usize>,
}

#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct When {
    pub field: String,
    pub is: String,
}

#[derive(Clone, Copy, Debug, Deserialize, JsonSchema, Serialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    Text,
    Number,
    Choice,
    Date,
    Place,
    Photo,
    File,
    Signature,
    Person,
    Org,
    Site,
    Table,
}
