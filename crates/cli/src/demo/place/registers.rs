//! What of the registers is made up: staff, units, grounds, who answers for them.

use super::Count;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Posts of every body of a kind that has none yet, each with somebody in it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Staff {
    /// Kind of body.
    pub of: String,
    #[serde(rename = "post")]
    pub posts: Vec<StaffPost>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StaffPost {
    pub title: String,
    /// Leads the body and approves what it submits.
    #[serde(default)]
    pub leads: bool,
    /// Post of the same body above it.
    #[serde(default)]
    pub superior: String,
}

/// What a unit does, and which tags of the plan it may bear.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trade {
    pub word: String,
    pub sector: String,
    #[serde(default)]
    pub tags: Vec<String>,
}

/// Bodies with people and grounds of their own: enterprises, shops, schools.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Units {
    /// Kind of body.
    pub kind: String,
    pub count: Count,
    /// Level of the areas over which they are spread.
    #[serde(default = "village")]
    pub level: String,
    /// Codes with which those areas begin; empty: all of them.
    #[serde(default)]
    pub within: Vec<String>,
    /// Words of the trades among which luck picks; empty: all of them.
    #[serde(default)]
    pub trades: Vec<String>,
    /// Their posts, the head first.
    pub posts: Vec<String>,
    /// Kind of supervised object that each runs.
    pub site: String,
    /// Objects in all, where some run more than one area.
    #[serde(default)]
    pub areas: Option<Count>,
    #[serde(default)]
    pub tags: Vec<OwnTag>,
    #[serde(default)]
    pub attributes: BTreeMap<String, String>,
    /// Of a hundred, how often one bears a tag of its trade.
    #[serde(default = "trade_tags")]
    pub trade_tags: u64,
    /// Those that an account or a story names.
    #[serde(default)]
    pub shown: Vec<Shown>,
}

/// A tag that some units bear whatever their trade.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OwnTag {
    pub tag: String,
    /// One of so many, beginning with the number `at`.
    #[serde(default)]
    pub every: usize,
    #[serde(default)]
    pub at: usize,
    /// Or so many of them, those that are made first.
    #[serde(default)]
    pub first: Count,
    /// Or so many of a hundred, by luck.
    #[serde(default)]
    pub of_hundred: u64,
}

/// A unit whose trade is fixed, so that its name is known.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Shown {
    pub at: usize,
    pub trade: String,
}

/// Objects that bodies run which are there already: buildings, public places, stations.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ground {
    /// Kind of supervised object.
    pub kind: String,
    /// Its name; `{area}`, `{org}` and `{n}` stand for area, body and number.
    pub name: String,
    /// Kind of body that runs it: the one of its area, or, without a count, each of them one.
    pub org_kind: String,
    #[serde(default)]
    pub count: Option<Count>,
    #[serde(default = "village")]
    pub level: String,
    #[serde(default)]
    pub within: Vec<String>,
    #[serde(default)]
    pub sector: String,
    #[serde(default)]
    pub tags: Vec<OwnTag>,
    #[serde(default)]
    pub attributes: BTreeMap<String, String>,
}

/// Who answers for objects in a role.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bind {
    pub role: String,
    #[serde(default)]
    pub site_kind: String,
    /// Objects that bear this tag, in place of those of a kind.
    #[serde(default)]
    pub site_tag: String,
    /// Kind of the body of the area; empty: the body that runs it.
    #[serde(default)]
    pub org_kind: String,
    /// A post of that body; empty: the body itself.
    #[serde(default)]
    pub post: String,
    /// Of a hundred objects so many have somebody in the role.
    #[serde(default = "all")]
    pub of_hundred: u64,
}

fn village() -> String {
    "village".to_owned()
}

fn trade_tags() -> u64 {
    40
}

fn all() -> u64 {
    100
}
