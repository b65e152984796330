//! The requirement algebra: five measures over qualifying evidence, joined by `all`.

use super::RequirementShape;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What must be proven. All parts must hold; a part with `min = 0` observes and never guards.
///
/// Written flat, `requirement = { count = 1, form = "inspection" }`, or with `all = [ {…}, {…} ]`;
/// see [`RequirementShape`](super::RequirementShape).
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize, PartialEq)]
#[serde(try_from = "RequirementShape", into = "RequirementShape")]
pub struct Requirement {
    pub all: Vec<Part>,
}

/// One measured part.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub measure: Measure,
    /// Least amount. Absent means 1 for count, sum and distinct, and every member for cover and each.
    pub min: Option<i64>,
    /// Exceeding it flags and never un-satisfies.
    pub max: Option<i64>,
    pub evidence: Filter,
    /// Short Chinese name of the part where the missing is listed, `专项检查记录`.
    pub name: String,
}

/// What is counted over the qualifying records.
#[derive(Clone, Debug, PartialEq)]
pub enum Measure {
    /// Number of records.
    Count,
    /// Sum of a number field over the records.
    Sum(String),
    /// Number of different values of a field.
    Distinct(String),
    /// Every element of a set: one element row per member, met by a record on that member.
    Cover { set: SetOf, live: bool },
    /// Every member of a roster: one element row per member, met by a record of, or naming, that member.
    Each { roster: SetOf },
}

/// A set of parties or sites, frozen when the obligation opens unless the measure says live.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize, PartialEq)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum SetOf {
    /// The leads of the task that is the subject.
    TaskLeads,
    /// The joint roster of the task that is the subject.
    TaskJoint,
    /// Members of the group of that name.
    Group(String),
    /// Bodies of a kind in the subject's area.
    OrgKind(String),
    /// Sites of a tag within the holder's area.
    SiteTag(String),
    /// Sites bound to the subject post in any capacity.
    BoundSites,
    /// Persons in posts of a title within the holder's area.
    PostTitle(String),
    /// Persons in posts of a title of the holder itself.
    OwnStaff(String),
}

/// Which records qualify.
#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    pub form: String,
    pub actor: ActorRule,
    pub subject: SubjectRule,
    /// Fields with the value they must have, or one of several.
    pub fields: BTreeMap<String, FieldTest>,
    /// Fields that must be filled.
    pub filled: Vec<String>,
    /// The field whose persons or parties meet the members of `each` (attendees of a meeting); absent: the record's body.
    pub members: Option<String>,
}

/// Whose record counts.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, Serialize, PartialEq)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum ActorRule {
    /// The record is of the holder: filed by or for that body or post.
    #[default]
    Holder,
    /// Led by a person who, at the record's time, holds a post of the holder.
    LedByHolder,
    /// Led by the person bound to the subject in this capacity at the record's time.
    LedByCapacity(String),
    /// The member itself, for `each`.
    Member,
    Anyone,
}

/// What the record must be about.
#[derive(Clone, Copy, Debug, Default, Deserialize, JsonSchema, Serialize, PartialEq, Eq)]
#[serde(rename_all = "snake_case")]
pub enum SubjectRule {
    /// Anything.
    #[default]
    Any,
    /// The obligation's subject is among the record's subjects.
    Subject,
}

/// Stands in `where` for the start of the obligation's own shift, as the table of shifts writes it.
pub const SHIFT: &str = "{shift}";

/// The value a field must have, or one of several.
#[derive(Clone, Debug, Deserialize, JsonSchema, Serialize, PartialEq)]
#[serde(untagged)]
pub enum FieldTest {
    Is(String),
    OneOf(Vec<String>),
}
