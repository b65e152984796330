//! What happens besides what the plan itself opens: hazards, tasks of earlier years, documents, changes of people.

use super::Count;
use kernel::time::Day;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Hazards found in the course of the story.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hazards {
    /// Lifecycle of a general one.
    pub general: String,
    /// Lifecycle of a major one; absent: all are general.
    #[serde(default)]
    pub major: Option<String>,
    #[serde(default = "major_of_hundred")]
    pub major_of_hundred: u64,
    #[serde(default)]
    pub site_kind: String,
    /// Objects that bear this tag, in place of those of a kind.
    #[serde(default)]
    pub site_tag: String,
    /// Role → body, where it is not the one that the object gives.
    #[serde(default)]
    pub parties: BTreeMap<String, String>,
    /// The body that finds them.
    pub finder: String,
    pub count: Count,
    /// What is found, in words.
    pub found: Vec<String>,
}

/// Tasks carried over from the years before, handed in as a table.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Carried {
    pub clause: String,
    pub item: String,
    /// Task of the plan above them.
    pub parent: String,
    /// With what their numbers begin.
    pub number: String,
    /// Kind of the bodies that lead them.
    pub leads: String,
    pub count: Count,
    pub what: Vec<String>,
    pub done: Vec<String>,
}

/// A document that somebody issues, through the same route as people do.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    pub on: Day,
    pub number: String,
    pub title: String,
    pub summary: String,
    /// Login of the issuer.
    pub issuer: String,
    /// Kinds of body that receive it.
    pub to: Vec<String>,
}

/// Posts that somebody else takes over in the course of the story.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Changes {
    /// Kind of body.
    pub of: String,
    pub post: String,
    pub count: Count,
}

/// Finished tasks on which somebody looks back.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evaluations {
    /// Login of the evaluator.
    pub by: String,
    pub count: Count,
    /// Of a hundred so many fail and are open again.
    pub fail: u64,
    pub reasons: Vec<String>,
}

/// An event of the pack that happens: by a record of its form, or entered by somebody where it has none.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Raised {
    pub event: String,
    pub count: Count,
    /// What it is about: an object of a kind or with a tag, a post of a title, a body by name.
    #[serde(default)]
    pub site_kind: String,
    #[serde(default)]
    pub site_tag: String,
    #[serde(default)]
    pub post: String,
    #[serde(default)]
    pub org: String,
    /// The first day on which it may happen; absent: from the beginning of the story.
    #[serde(default)]
    pub from: Option<Day>,
    /// Login of who enters one without a form.
    #[serde(default)]
    pub by: String,
}

/// A leader's written wish on a clause, entered by himself.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Instruction {
    pub on: Day,
    /// Login of the leader.
    pub by: String,
    pub clause: String,
    pub wish: String,
    /// The body that is to act and to report back.
    pub to: String,
    pub due: Day,
}

/// What a body owes and hands out to a body below it.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandOut {
    pub on: Day,
    /// Login of the clerk.
    pub by: String,
    /// His body, and the one that is to do it.
    pub org: String,
    pub to: String,
}

fn major_of_hundred() -> u64 {
    15
}
