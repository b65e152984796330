//! The JSON Schema of a pack's files, by which an editor completes and explains them.

use crate::definitions::*;
use schemars::JsonSchema;

/// The tables that a file of a pack may hold. One file need not hold all of them: the files of a folder are one pack.
#[derive(JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(
    dead_code,
    reason = "its fields are there to be described, not to be read"
)]
struct PackFile {
    /// The document behind the pack; in one file of the folder.
    pack: Option<Header>,
    #[serde(default)]
    item: Vec<Item>,
    #[serde(default)]
    clause: Vec<Clause>,
    #[serde(default)]
    duty: Vec<Duty>,
    #[serde(default)]
    task: Vec<TaskDefinition>,
    #[serde(default)]
    form: Vec<Form>,
    #[serde(default)]
    ladder: Vec<Ladder>,
    #[serde(default)]
    lifecycle: Vec<Lifecycle>,
    #[serde(default)]
    matrix: Vec<Matrix>,
    #[serde(default)]
    circular: Vec<Circular>,
    #[serde(default)]
    draw: Vec<Draw>,
    #[serde(default)]
    shifts: Vec<Shifts>,
    #[serde(default)]
    season: Vec<Season>,
    #[serde(default)]
    key_period: Vec<KeyPeriod>,
    #[serde(default)]
    event: Vec<EventKind>,
    #[serde(default)]
    calendar: Vec<CalendarYear>,
    #[serde(default)]
    codes: Vec<CodeList>,
    #[serde(default)]
    role: Vec<Role>,
}

/// The schema as it stands in `schemas/pack.schema.json`.
///
/// # Errors
/// None that a schema can meet; the writer's own.
pub fn schema_text() -> Result<String, serde_json::Error> {
    let mut schema = schemars::schema_for!(PackFile);
    schema.insert("title".to_owned(), "File of a policy pack".into());
    Ok(serde_json::to_string_pretty(&schema)? + "\n")
}
