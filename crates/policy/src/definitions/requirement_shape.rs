//! How a requirement is written in a pack: flat, so that the commonest one is a single line.
//!
//! `{ count = 1, form = "inspection", where = { purpose = "专项检查" } }` is one part;
//! `{ all = [ { count = 1, form = "oath" }, { each = "task_joint", min = 0, form = "oath" } ] }` joins several.

use super::requirement::{
    ActorRule, FieldTest, Filter, Measure, Part, Requirement, SetOf, SubjectRule,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One part as written, or `all` of several. Exactly one of `count`, `sum`, `distinct`, `cover`, `each` names the measure.
#[derive(Clone, Debug, Default, Deserialize, JsonSchema, Serialize)]
#[serde(deny_unknown_fields)]
pub struct RequirementShape {
    /// Several parts, all of which must hold. Excludes every other key.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub all: Vec<RequirementShape>,
    /// Least number of records.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub count: Option<i64>,
    /// Number field whose sum is measured; `min` gives the least sum.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sum: Option<String>,
    /// Field whose different values are counted; `min` gives the least number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distinct: Option<String>,
    /// Set whose every element must be met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cover: Option<SetOf>,
    /// The set follows the register until due instead of being frozen at opening.
    #[serde(default, skip_serializing_if = "is_false")]
    pub live: bool,
    /// Roster whose every member must be met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub each: Option<SetOf>,
    /// Least amount; 0 observes without guarding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min: Option<i64>,
    /// Exceeding it flags and never un-satisfies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub max: Option<i64>,
    /// Form of the records that qualify.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub form: String,
    /// Whose record counts.
    #[serde(default)]
    pub actor: ActorRule,
    /// What the record must be about.
    #[serde(default)]
    pub subject: SubjectRule,
    /// Fields with the value they must have, or one of several.
    #[serde(default, rename = "where", skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, FieldTest>,
    /// Fields that must be filled.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub filled: Vec<String>,
    /// Field whose persons or parties meet the members of `each`; absent: the record's body.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub members: Option<String>,
    /// Short Chinese name of the part where the missing is listed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
}

impl TryFrom<RequirementShape> for Requirement {
    type Error = String;

    fn try_from(shape: RequirementShape) -> Result<Requirement, String> {
        if shape.all.is_empty() {
            return Ok(Requirement {
                all: vec![part_of(shape)?],
            });
        }
        if !shape.form.is_empty() || shape.measures() > 0 {
            return Err("`all` stands alone: move the other keys into its parts".to_owned());
        }
        let all = shape
            .all
            .into_iter()
            .map(part_of)
            .collect::<Result<_, _>>()?;
        Ok(Requirement { all })
    }
}

impl From<Requirement> for RequirementShape {
    fn from(requirement: Requirement) -> RequirementShape {
        RequirementShape {
            all: requirement.all.into_iter().map(shape_of).collect(),
            ..RequirementShape::default()
        }
    }
}

impl RequirementShape {
    fn measures(&self) -> usize {
        [
            self.count.is_some(),
            self.sum.is_some(),
            self.distinct.is_some(),
            self.cover.is_some(),
            self.each.is_some(),
        ]
        .into_iter()
        .filter(|named| *named)
        .count()
    }
}

fn part_of(shape: RequirementShape) -> Result<Part, String> {
    if !shape.all.is_empty() {
        return Err("`all` cannot stand inside `all`".to_owned());
    }
    if shape.measures() != 1 {
        return Err(
            "exactly one of `count`, `sum`, `distinct`, `cover`, `each` must be given".to_owned(),
        );
    }
    if shape.form.is_empty() {
        return Err("missing field `form`".to_owned());
    }
    if shape.count.is_some() && shape.min.is_some() {
        return Err("`count` already says the least amount: leave out `min`".to_owned());
    }
    if shape.live && shape.cover.is_none() {
        return Err("`live` belongs to `cover`".to_owned());
    }
    let min = shape.count.or(shape.min);
    let measure = match (shape.sum, shape.distinct, shape.cover, shape.each) {
        (Some(field), ..) => Measure::Sum(field),
        (_, Some(field), ..) => Measure::Distinct(field),
        (_, _, Some(set), _) => Measure::Cover {
            set,
            live: shape.live,
        },
        (_, _, _, Some(roster)) => Measure::Each { roster },
        _ => Measure::Count,
    };
    Ok(Part {
        measure,
        min,
        max: shape.max,
        evidence: Filter {
            form: shape.form,
            actor: shape.actor,
            subject: shape.subject,
            fields: shape.fields,
            filled: shape.filled,
            members: shape.members,
        },
        name: shape.name,
    })
}

fn shape_of(part: Part) -> RequirementShape {
    let mut shape = RequirementShape {
        min: part.min,
        max: part.max,
        form: part.evidence.form,
        actor: part.evidence.actor,
        subject: part.evidence.subject,
        fields: part.evidence.fields,
        filled: part.evidence.filled,
        members: part.evidence.members,
        name: part.name,
        ..RequirementShape::default()
    };
    match part.measure {
        Measure::Count => {
            shape.count = Some(part.min.unwrap_or(1));
            shape.min = None;
        }
        Measure::Sum(field) => shape.sum = Some(field),
        Measure::Distinct(field) => shape.distinct = Some(field),
        Measure::Cover { set, live } => {
            shape.cover = Some(set);
            shape.live = live;
        }
        Measure::Each { roster } => shape.each = Some(roster),
    }
    shape
}

fn is_false(value: &bool) -> bool {
    !*value
}
